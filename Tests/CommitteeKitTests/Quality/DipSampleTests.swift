// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("Dip samples and their quotas")
struct DipSampleTests {
    typealias Sample = QualitySample

    /// Five a month from March 2026, with what was looked at on each day.
    private static func held(
        _ occurrences: [(day: CivilDate, count: Int, noMore: Bool)]
    ) throws -> QualitySample {
        var sample = try Sample.whole()
        for one in occurrences {
            sample.add(
                DipSample.self,
                "eird",
                .dipSampleHeld(DipOccurrence(one.count, noMore: one.noMore)),
                on: one.day
            )
        }
        return sample
    }

    private static func behind(_ sample: QualitySample, on day: CivilDate) -> [String] {
        sample.edition(on: day).quality.dipSamples.flatMap { $0.behind(on: day) }.map {
            "\($0.words) \($0.count)/\($0.quota)"
        }
    }

    @Test func fiveAMonthIsMetByWhatWasLookedAtInTheMonth() throws {
        let sample = try Self.held([
            (CivilDate(2026, 3, 9), 2, false), (CivilDate(2026, 3, 31), 3, false),
            (CivilDate(2026, 4, 1), 4, false),
        ])
        #expect(Self.behind(sample, on: CivilDate(2026, 4, 30)) == [])
        #expect(Self.behind(sample, on: CivilDate(2026, 5, 1)) == ["April 2026 4/5"])
        #expect(
            Self.behind(sample, on: CivilDate(2026, 6, 1)) == ["April 2026 4/5", "May 2026 0/5"]
        )
    }

    @Test func fewerAreEnoughWhenThereWereNoMore() throws {
        let sample = try Self.held([(CivilDate(2026, 3, 9), 3, true)])
        #expect(Self.behind(sample, on: CivilDate(2026, 4, 1)) == [])
    }

    @Test func aQuotaHoldsFromThePeriodInWhichItIsSet() throws {
        var sample = try Self.held([
            (CivilDate(2026, 3, 9), 5, false), (CivilDate(2026, 4, 9), 3, false),
        ])
        sample.add(
            DipSample.self,
            "eird",
            .dipSampleQuotaSet(DipQuota(3, every: .month)),
            on: CivilDate(2026, 4, 20)
        )
        #expect(Self.behind(sample, on: CivilDate(2026, 5, 1)) == [])
        sample.add(
            DipSample.self,
            "eird",
            .dipSampleQuotaSet(DipQuota(9, every: .quarter)),
            on: CivilDate(2026, 5, 4)
        )
        #expect(
            Self.behind(sample, on: CivilDate(2026, 7, 1)) == ["May to June 2026 0/9"]
        )
    }

    @Test func nothingIsExpectedAfterTheEnd() throws {
        var sample = try Self.held([(CivilDate(2026, 3, 9), 5, false)])
        sample.add(
            DipSample.self,
            "eird",
            .dipSampleEnded(QualityStep()),
            on: CivilDate(2026, 4, 10)
        )
        #expect(Self.behind(sample, on: CivilDate(2027, 1, 1)) == [])
    }

    @Test func whatIsBehindIsDueAtTheEndOfThePeriod() throws {
        let quality = try Self.held([(CivilDate(2026, 3, 9), 4, false)])
            .edition(on: CivilDate(2026, 4, 15)).quality
        let due = quality.deadlines(through: CivilDate(2026, 4, 30))
        #expect(due.map(\.kind) == ["dip-sample", "dip-sample"])
        #expect(due.map(\.due) == [CivilDate(2026, 3, 31), CivilDate(2026, 4, 30)])
        #expect(
            due.first?.name
                == "the quota of dip sample “Initial discussions” for March 2026, 4 of 5"
        )
    }

    private static let refusals: [(Change.Fact, CivilDate, String)] = [
        (
            .dipSampleQuotaSet(DipQuota(0, every: .month)), Sample.day,
            "The dip sample “eird” would look at 0 records a month. Give a number from 1 to 1000."
        ),
        (
            .dipSampleQuotaSet(DipQuota(3, every: .month)), CivilDate(2026, 2, 1),
            "There is no dip sample “eird” on 2026-02-01. Add it first, with its title."
        ),
        (
            .dipSampleHeld(DipOccurrence(-1)), Sample.day,
            "-1 records cannot be looked at. Give a number from 0."
        ),
        (
            .dipSampleHeld(DipOccurrence(0)), Sample.day,
            "No record was looked at, and nothing says that there was none. Say that there were no more, or leave "
                + "the entry out."
        ),
        (
            DipSample.Entries.audience.fact(.public), Sample.day,
            "A dip sample is never for “public”: its counts are of few children. Use committee or restricted, and "
                + "publish figures in which small numbers are hidden."
        ),
        (
            DipSample.Entries.audience.fact(.partners), Sample.day,
            "A dip sample is never for “partners”: its counts are of few children. Use committee or restricted, and "
                + "publish figures in which small numbers are hidden."
        ),
    ]

    @Test(arguments: refusals.indices)
    func whatCannotBeIsToldInWords(_ place: Int) throws {
        let (fact, day, words) = Self.refusals[place]
        let refusal = try Sample.whole().refusal(DipSample.self, "eird", fact, on: day)
        #expect(refusal == words)
    }

    @Test(arguments: [Audience.public, .partners])
    func nobodyElseReadsItsCounts(_ audience: Audience) throws {
        let sample = try Self.held([(CivilDate(2026, 3, 9), 4, false)])
        let edition = sample.edition(on: CivilDate(2026, 5, 1), for: audience)
        #expect(edition.quality.dipSamples == [])
        #expect(edition.quality.deadlines(through: .latest).isEmpty)
        #expect(edition.omissions.contains { $0.what == "dip samples" && $0.count == 1 })
    }
}
