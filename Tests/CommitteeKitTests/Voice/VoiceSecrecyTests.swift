// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// What readers beyond the committee are shown of feedback: lines that were agreed, and nothing else.
@Suite("Who reads what people said")
struct VoiceSecrecyTests {
    typealias Sample = VoiceSample

    @Test func feedbackIsRestrictedUnlessSomebodySaysOtherwise() throws {
        let sample = try Sample.year()
        #expect(sample.edition(for: .committee).voices.map(\.id).contains("hidden") == false)
        #expect(sample.edition(for: .restricted).voices.map(\.id).contains("hidden"))
        for audience in Audience.allCases {
            #expect(
                sample.edition(for: audience).omissions.filter { $0.what.contains("feedback") }
                    == []
            )
        }
    }

    @Test func nothingIsShownBeforeItIsAgreed() throws {
        var sample = try Sample.at(.told)
        sample.add(.voiceQuoted(Sample.quotation))
        let shown = try sample.survey(for: .public)
        #expect(shown.title == "School survey 2026")
        #expect(shown.heard == [.children, .youngPeople])
        #expect(shown.themes == ["being-heard"])
        #expect(shown.source == nil)
        #expect(shown.counts == nil)
        #expect(shown.summary.isEmpty)
        #expect(shown.quotations == [])
        #expect(shown.answers == [])
        #expect(shown.tellings == [])
        #expect(shown.lead == nil)
        #expect(shown.stage == nil)
        #expect(shown.received == nil)
        #expect(shown.answerDue == nil)
    }

    private static let lines: [VoiceLine] = [
        .source, .counts, .summary, .quotation(1), .answer(1), .telling(1),
    ]

    @Test(arguments: lines)
    func eachLineIsAgreedByItself(_ line: VoiceLine) throws {
        for audience in [Audience.public, .partners, .committee] {
            var sample = try Sample.at(.told)
            sample.add(.voiceQuoted(Sample.quotation))
            sample.add(.voiceAgreed(VoiceAgreement(line, for: audience)))
            for reader in [Audience.public, .partners] {
                let shown = try sample.survey(for: reader)
                #expect(
                    shown.lines == (audience <= reader ? [line] : []),
                    "\(line) for \(audience) read by \(reader)"
                )
            }
        }
    }

    @Test(arguments: lines)
    func anAgreementHoldsForTheWordsAsTheyWere(_ line: VoiceLine) throws {
        var sample = try Sample.at(.told)
        sample.add(.voiceQuoted(Sample.quotation))
        sample.add(.voiceAgreed(VoiceAgreement(line, for: .public)))
        var quotation = Sample.quotation
        quotation.words = "Other words."
        let other: Change.Fact =
            switch line {
            case .source: Voice.Entries.source.fact("Health")
            case .counts: .voiceCounted(VoiceCounts(20, of: 40))
            case .summary: Voice.Entries.summary.fact("Other words.")
            case .quotation: .voiceQuoted(quotation)
            case .answer: .voiceAnswered(VoiceAnswer("Other words.", number: 1))
            default: .voiceTold(VoiceTelling("Otherwise.", number: 1))
            }
        sample.add(other)
        #expect(try sample.survey(for: .public).lines == [])
        // Agreed anew, it is shown.
        sample.add(.voiceAgreed(VoiceAgreement(line, for: .public)))
        #expect(try sample.survey(for: .public).lines == [line])
    }

    @Test func aCorrectionThatCameLaterWasNotAgreed() throws {
        var sample = try Sample()
        sample.add(.voiceAgreed(VoiceAgreement(.summary, for: .public)), on: Sample.day + 3)
        // For an earlier day than the agreement, and recorded after it.
        sample.add(Voice.Entries.summary.fact("Other words."), on: Sample.day + 1)
        #expect(try sample.survey(on: Sample.day + 5, for: .public).summary.isEmpty)
        #expect(try sample.survey(on: Sample.day + 5).summary == "Other words.")
    }

    @Test func anAgreementIsTakenBack() throws {
        var sample = try Sample()
        sample.add(.voiceAgreed(VoiceAgreement(.summary, for: .public)))
        sample.add(.voiceAgreed(VoiceAgreement(.summary, for: .committee)))
        #expect(try sample.survey(for: .public).lines == [])
        #expect(try sample.survey().agreements == [])
    }

    // MARK: Own words

    @Test func ownWordsGoNoFurtherThanTheirConsent() throws {
        var sample = try Sample()
        var quotation = Sample.quotation
        quotation.consentFor = .partners
        sample.add(.voiceQuoted(quotation))
        #expect(
            sample.refusal(.voiceAgreed(VoiceAgreement(.quotation(1), for: .public)))
                == "Quotation 1 may be shared with partners and no wider: that is what those who spoke agreed. Ask them "
                + "first, and record the quotation with their new consent."
        )
        sample.add(.voiceAgreed(VoiceAgreement(.quotation(1), for: .partners)))
        #expect(try sample.survey(for: .partners).quotations.count == 1)
        #expect(try sample.survey(for: .public).quotations.isEmpty)
        // A narrower consent, with the same words.
        quotation.consentFor = .committee
        sample.add(.voiceQuoted(quotation))
        #expect(try sample.survey(for: .partners).quotations.isEmpty)
    }

    @Test func consentThatIsTakenBackTakesTheWordsAway() throws {
        var sample = try Sample()
        sample.add(.voiceQuoted(Sample.quotation))
        sample.add(.voiceAgreed(VoiceAgreement(.quotation(1), for: .public)))
        sample.add(.voiceConsentWithdrawn(VoiceConsentWithdrawal(of: 1)), on: Sample.day + 1)
        for audience in Audience.allCases {
            let shown = try sample.survey(on: Sample.day + 1, for: audience)
            #expect(shown.sharedQuotations == [])
            #expect(!shown.json.indentedText.contains("I want to know"))
        }
        #expect(
            sample.refusal(.voiceQuoted(Sample.quotation), on: Sample.day + 1)
                == "Consent for quotation 1 was taken back. Record other words under another number."
        )
    }

    @Test func numbersTellNothingOfWhatIsHidden() throws {
        var sample = try Sample()
        for number in 1...3 {
            var quotation = Sample.quotation
            quotation.number = number
            quotation.words = Prose("Words \(number).")
            sample.add(.voiceQuoted(quotation))
            sample.add(.voiceAnswered(VoiceAnswer(Prose("Answer \(number)."), number: number)))
        }
        sample.add(.voiceAgreed(VoiceAgreement(.quotation(3), for: .public)))
        sample.add(.voiceAgreed(VoiceAgreement(.answer(2), for: .public)))
        let shown = try sample.survey(for: .public)
        #expect(shown.lines == [.quotation(1), .answer(1)])
        #expect(shown.quotations.map(\.words) == ["Words 3."])
        #expect(shown.answers.map(\.words) == ["Answer 2."])
        // Cut for partners first, the public reads the same.
        var twice = sample.edition(for: .partners).cut(for: .public).voices
        twice.removeAll { $0.id != Sample.id }
        #expect(twice == [shown])
    }

    // MARK: Counts

    private static let small: [(VoiceCounts, Bool)] = [
        (VoiceCounts(28, of: 40), false), (VoiceCounts(3, of: 40), true),
        (VoiceCounts(38, of: 40), true), (VoiceCounts(4), true), (VoiceCounts(5), false),
        (VoiceCounts(0, of: 40), false), (VoiceCounts(40, of: 40), false),
        (VoiceCounts(3, of: 3), true),
        (VoiceCounts(35, of: 40), false), (VoiceCounts(36, of: 40), true),
    ]

    @Test(arguments: small.indices)
    func smallCountsAreShownToNobodyBeyondTheCommittee(_ place: Int) throws {
        let (counts, isSmall) = Self.small[place]
        var sample = try Sample()
        sample.add(.voiceCounted(counts))
        let refusal = sample.refusal(.voiceAgreed(VoiceAgreement(.counts, for: .public)))
        #expect((refusal != nil) == isSmall, "\(counts.words)")
        #expect(try sample.survey().counts?.answered == counts.answered)
    }

    @Test func aHigherLimitHidesCountsThatWereAgreed() throws {
        var sample = try Sample()
        sample.add(.voiceAgreed(VoiceAgreement(.counts, for: .public)))
        #expect(try sample.survey(for: .public).counts?.words == "28 of 40 answered")
        sample.add(.voiceRegister, VoicesState.Entries.smallestCount.fact(15), on: Sample.day + 1)
        #expect(try sample.survey(on: Sample.day + 1, for: .public).counts == nil)
    }

    // MARK: What is linked

    @Test func wordsAboutAHiddenActionGoWithIt() throws {
        var sample = try Sample()
        sample.add(
            .action("1.1", of: "plan-2026"),
            .audienceSet(.restricted),
            on: Sample.day
        )
        sample.add(.voiceAnswered(VoiceAnswer("Secret words.", action: Sample.action, number: 1)))
        let shown = try sample.survey()
        #expect(shown.answers.first?.action == nil)
        #expect(shown.answers.first?.words.isEmpty == true)
        #expect(try sample.survey(for: .restricted).answers.first?.action == Sample.action)
    }

    @Test func changesTellThePublicWhatWasAgreedAlone() throws {
        let sample = try Sample.year()
        let (before, after) = (CivilDate(2026, 6, 10), CivilDate(2026, 6, 30))
        func sentences(_ audience: Audience) -> [String] {
            let (earlier, later) = (
                sample.edition(on: before, for: audience), sample.edition(on: after, for: audience)
            )
            return later[VoicesState.self].changes(
                since: earlier[VoicesState.self],
                in: EditionPair(earlier, later)
            ).map(\.sentence)
        }
        #expect(
            sentences(.public).contains {
                $0.contains("was answered: under way. Each school now names an adult.")
            }
        )
        #expect(!sentences(.public).contains { $0.contains("may be shown to") })
        #expect(sentences(.committee).contains { $0.contains("The line “counts” of feedback") })
    }
}
