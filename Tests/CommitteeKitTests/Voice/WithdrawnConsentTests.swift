// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("Own words whose consent was taken back are shown nowhere")
struct WithdrawnConsentTests {
    private static let day = CivilDate(2026, 10, 1)

    @Test("Not in editions of earlier days either", arguments: [Audience.public, .restricted])
    func earlierDays(_ audience: Audience) async throws {
        // Recorded at the end, so that what is recorded tells something of earlier days.
        let end = RecordedInstant(milliseconds: 1_796_083_200_000)
        let store = InMemoryJournal(context: .testing(startingAt: end))
        try await store.createCommittee("c", name: "C")
        let library = CommitteeLibrary(store: store, today: { Self.day + 60 })
        let committee = try await library.committee("c")
        var voice = Voice(id: "survey")
        (voice.title, voice.heard, voice.audience) = ("Survey", [.children], .public)
        let quotation = VoiceQuotation(
            "I want to know whom to ask.",
            sharedWith: .public,
            consent: "On the form",
            number: 1
        )
        try await committee.recordVoice(
            voice,
            with: [.voiceQuoted(quotation)],
            effective: Self.day,
            by: "officer"
        )
        let line = VoiceAgreement(.quotation(1), for: .public)
        try await committee.recordVoice(
            "survey",
            .voiceAgreed(line),
            effective: Self.day + 1,
            by: "officer"
        )
        let before = try await committee.edition(asOf: Self.day + 2, audience: audience)
        #expect(before.voices.first?.quotations.map(\.words.singleLine).count == 1)
        #expect(VoiceReport.voice.document(of: before).render(.markdown).contains("whom to ask"))
        try await committee.recordVoice(
            "survey",
            .voiceConsentWithdrawn(VoiceConsentWithdrawal(of: 1)),
            effective: Self.day + 40,
            by: "officer"
        )
        for later in [2, 39, 40, 60] {
            let edition = try await committee.edition(asOf: Self.day + later, audience: audience)
            let text = VoiceReport.voice.document(of: edition).render(.markdown)
            #expect(!text.contains("whom to ask"), "\(later)")
        }
    }
}

extension [UInt8] {
    fileprivate func contains(_ words: String) -> Bool {
        String(decoding: self, as: UTF8.self).contains(words)
    }
}
