// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Feedback to which everything happens that can.
extension EveryKindJournal {
    mutating func recordVoices() async throws {
        day = CivilDate(2026, 12, 28)
        by = "lead-officer"
        typealias Entries = Voice.Entries
        let survey = SubjectReference.voice("school-survey-2026")
        let complaint = SubjectReference.voice("complaint-12")
        let meeting = "committee/2026-12-10#1"
        let later = CivilDate(2026, 12, 29)
        try await append([
            draft(
                .voiceRegister,
                .voiceThemesSet(
                    VoiceThemes([
                        VoiceTheme("being-heard", "Being heard"),
                        VoiceTheme("waiting", "Waiting times"),
                    ])
                )
            ),
            draft(.voiceRegister, VoicesState.Entries.answerDays.fact(56)),
            draft(.voiceRegister, VoicesState.Entries.tellDays.fact(28)),
            draft(.voiceRegister, VoicesState.Entries.smallestCount.fact(6)),
            draft(survey, Entries.title.fact("School survey 2026")),
            draft(survey, Entries.heard.fact([.children, .youngPeople])),
            draft(survey, Entries.method.fact(.survey)),
            draft(survey, Entries.source.fact("Education")),
            draft(survey, Entries.heardFrom.fact(CivilDate(2026, 11, 2))),
            draft(survey, Entries.heardUntil.fact(CivilDate(2026, 11, 30))),
            draft(survey, Entries.themes.fact(["being-heard"])),
            draft(survey, Entries.summary.fact("Pupils want to know *whom* to ask.")),
            draft(survey, Entries.lead.fact("Lead Officer")),
            draft(survey, Entries.answerBy.fact(CivilDate(2027, 2, 15))),
            draft(survey, Entries.indicators.fact(["referrals"])),
            draft(survey, Entries.dataSets.fact(["survey"])),
            draft(survey, Entries.document.fact("practice-guide")),
            draft(survey, Entries.audience.fact(.public)),
            draft(survey, .voiceCounted(VoiceCounts(28, of: 40))),
            draft(
                survey,
                .voiceQuoted(
                    VoiceQuotation(
                        "I want to know whom to ask.",
                        by: .children,
                        sharedWith: .public,
                        consent: "On the form.",
                        number: 1
                    )
                )
            ),
            draft(
                survey,
                .voiceQuoted(
                    VoiceQuotation(
                        "Nobody told us.",
                        sharedWith: .committee,
                        consent: "By word of mouth.",
                        number: 2
                    )
                )
            ),
            draft(survey, .voiceConsentWithdrawn(VoiceConsentWithdrawal(of: 2))),
            draft(survey, .voiceReported(VoiceReporting(at: meeting, note: "Members listened."))),
            draft(
                survey,
                .voiceAnswered(
                    VoiceAnswer(
                        "Each school names an adult.",
                        .underWay,
                        action: "\(Self.plan)#1.2",
                        finding: "neglect-2026#1",
                        at: meeting,
                        number: 1
                    )
                ),
                on: later
            ),
            draft(
                survey,
                .voiceTold(VoiceTelling("At the assemblies.", to: [.children], number: 1)),
                on: later
            ),
            draft(
                survey,
                .voiceAgreed(VoiceAgreement(.summary, for: .public, at: meeting, by: "Chair")),
                on: later
            ),
            draft(
                survey,
                .voiceAgreed(VoiceAgreement(.quotation(1), for: .public)),
                on: later
            ),
            draft(survey, .voiceAgreed(VoiceAgreement(.answer(1), for: .partners)), on: later),
            draft(complaint, Entries.title.fact("A complaint about letters")),
            draft(complaint, Entries.heard.fact([.families])),
            draft(complaint, Entries.method.fact(.complaint)),
            draft(complaint, .voiceClosed(VoiceClosing("It was withdrawn.", at: meeting))),
        ])
    }
}
