// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Feedback of which an audience may not know, and lines of the rest that nobody agreed to show.
extension HiddenMatters {
    mutating func recordVoices() {
        record(
            .voiceRegister,
            .voiceThemesSet(
                VoiceThemes([
                    VoiceTheme("open-theme", "Open theme"),
                    VoiceTheme("inner-theme", word(.committee)),
                ])
            )
        )
        record(.voiceRegister, VoicesState.Entries.answerDays.fact(14))
        record(.voiceRegister, VoicesState.Entries.tellDays.fact(14))
        record(.voiceRegister, VoicesState.Entries.smallestCount.fact(10))
        recordOpenVoice()
        for audience in Self.levels {
            for _ in 0..<(copies[audience] ?? 1) { recordHiddenVoice(for: audience) }
        }
    }

    /// Feedback of which everybody may know, with lines for everybody, for partners and for the committee alone.
    private mutating func recordOpenVoice() {
        let open = SubjectReference.voice("open-survey")
        for fact in [
            Voice.Entries.title.fact("Open survey"), Voice.Entries.audience.fact(.public),
            Voice.Entries.heard.fact([.children]), Voice.Entries.method.fact(.survey),
            Voice.Entries.themes.fact(["open-theme"]), Voice.Entries.source.fact(word(.committee)),
            Voice.Entries.lead.fact(word(.committee)),
            Voice.Entries.summary.fact("Everybody may read this."),
            .voiceCounted(VoiceCounts(28, of: 40)),
            .voiceAgreed(VoiceAgreement(.summary, for: .public, by: word(.committee))),
            .voiceAgreed(VoiceAgreement(.counts, for: .public)),
            .voiceReported(VoiceReporting(note: prose(.committee))),
        ] { record(open, fact, why: .committee) }
        // A hidden line before, between and behind those that are shown: their numbers must not tell.
        let lines: [Audience] = [.committee, .partners, .committee]
        var number = 0
        for audience in lines {
            for _ in 0..<(copies[audience] ?? 1) {
                number += 1
                recordLines(number, of: open, for: audience)
            }
        }
        number += 1
        for fact: Change.Fact in [
            .voiceQuoted(
                VoiceQuotation(
                    "We were asked.",
                    by: .children,
                    sharedWith: .public,
                    consent: prose(.committee),
                    number: number
                )
            ),
            .voiceAgreed(VoiceAgreement(.quotation(number), for: .public)),
            .voiceAnswered(VoiceAnswer("Doors stay open.", number: number)),
            .voiceAgreed(VoiceAgreement(.answer(number), for: .public)),
            .voiceTold(VoiceTelling("At the assembly.", number: number)),
            .voiceAgreed(VoiceAgreement(.telling(number), for: .public)),
        ] { record(open, fact, why: .committee) }
        let gone = VoiceQuotation(
            prose(.committee),
            sharedWith: .public,
            consent: prose(.committee),
            number: 90
        )
        record(open, .voiceQuoted(gone), why: .committee)
        record(open, .voiceConsentWithdrawn(VoiceConsentWithdrawal(of: 90)), why: .committee)
    }

    private mutating func recordLines(
        _ number: Int,
        of voice: SubjectReference,
        for audience: Audience
    ) {
        let inner = max(audience, .committee)
        let quotation = VoiceQuotation(
            prose(audience),
            sharedWith: min(audience, .committee),
            consent: prose(inner),
            number: number
        )
        record(voice, .voiceQuoted(quotation), why: inner)
        record(voice, .voiceAnswered(VoiceAnswer(prose(audience), number: number)), why: inner)
        record(voice, .voiceTold(VoiceTelling(prose(audience), number: number)), why: inner)
        guard audience < .committee else { return }
        let lines: [VoiceLine] = [.quotation(number), .answer(number), .telling(number)]
        for line in lines {
            record(voice, .voiceAgreed(VoiceAgreement(line, for: audience)), why: .committee)
        }
    }

    private mutating func recordHiddenVoice(for audience: Audience) {
        let inner = max(audience, .committee)
        for isClosed in [false, true] {
            let voice = SubjectReference.voice(word(audience))
            for fact in [
                Voice.Entries.title.fact(word(audience)), Voice.Entries.audience.fact(audience),
                Voice.Entries.heard.fact([.families]), Voice.Entries.method.fact(.complaint),
                Voice.Entries.source.fact(word(inner)),
                Voice.Entries.heardFrom.fact(Self.start), Voice.Entries.heardUntil.fact(Self.start),
                Voice.Entries.themes.fact(["open-theme"]),
                Voice.Entries.summary.fact(prose(inner)), Voice.Entries.lead.fact(word(inner)),
                Voice.Entries.answerBy.fact(CivilDate(2026, 7, 1)),
                .voiceCounted(VoiceCounts(3, of: 11)),
            ] { record(voice, fact, why: audience) }
            note(voice, for: audience)
            guard isClosed else { continue }
            recordLines(1, of: voice, for: inner)
            record(voice, .voiceClosed(VoiceClosing(prose(inner))), why: audience)
        }
    }
}
