// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// What is said of feedback, and what happens to it.
extension FactGenerator {
    mutating func aboutVoices(_ kind: EntryKind) -> Change? {
        if kind.rawValue.hasPrefix("voice-register.") {
            if let samples = VoicesState.table[kind]?.samples, !samples.isEmpty {
                return Change(.voiceRegister, turn(samples))
            }
            let themes = list { VoiceTheme($0.name(), $0.name()) }
            return Change(.voiceRegister, .voiceThemesSet(VoiceThemes(themes)))
        }
        guard kind.rawValue.hasPrefix("voice.") else { return nil }
        let voice = SubjectReference.voice("school-survey-2026")
        if let samples = Voice.table[kind]?.samples, !samples.isEmpty {
            return Change(voice, turn(samples))
        }
        return Change(voice, voiceEvent(String(kind.rawValue.dropFirst("voice.".count))))
    }

    private mutating func voiceEvent(_ name: String) -> Change.Fact {
        let number = 1 + below(9)
        switch name {
        case "counted":
            return .voiceCounted(VoiceCounts(below(40), of: maybe { $0.below(90) }))
        case "quoted":
            return .voiceQuoted(
                VoiceQuotation(
                    someProse().normalized,
                    by: maybe { $0.turn([.children, .families]) },
                    sharedWith: turn([.public, .partners, .committee]),
                    consent: someProse().normalized,
                    number: number
                )
            )
        case "consent-withdrawn":
            return .voiceConsentWithdrawn(VoiceConsentWithdrawal(of: number))
        case "reported":
            return .voiceReported(
                VoiceReporting(at: maybe { $0.reference() }, note: prose().normalized)
            )
        case "answered":
            return .voiceAnswered(
                VoiceAnswer(
                    someProse().normalized,
                    turn([.done, .underWay, .notPossible]),
                    action: maybe { $0.reference() },
                    finding: maybe { $0.reference() },
                    decision: maybe { $0.reference() },
                    at: maybe { $0.reference() },
                    number: number
                )
            )
        case "told":
            return .voiceTold(
                VoiceTelling(
                    someProse().normalized,
                    to: isGiven() ? [.children, .staff] : [],
                    number: number
                )
            )
        case "agreed":
            return .voiceAgreed(
                VoiceAgreement(
                    turn([.summary, .source, .counts, .quotation(2), .answer(1), .telling(3)]),
                    for: turn([.public, .partners, .committee]),
                    at: maybe { $0.reference() },
                    by: maybe { $0.name() }
                )
            )
        default:
            return .voiceClosed(
                VoiceClosing(someProse().normalized, at: maybe { $0.reference() })
            )
        }
    }
}
