// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// What one timescale cell must be read as.
struct TimescaleCase: Sendable, CustomTestStringConvertible {
    var words: String
    var kind: String
    var due: String?
    var from: String?
    var until: String?
    var confidence: Timescale.Confidence

    init(
        _ words: String,
        _ kind: String,
        due: String? = nil,
        from: String? = nil,
        until: String? = nil,
        _ confidence: Timescale.Confidence = .exact
    ) {
        self.words = words
        self.kind = kind
        self.due = due
        self.from = from
        self.until = until
        self.confidence = confidence
    }

    var testDescription: String { words }
}

/// A reader that also knows the words of two published plans.
let planReader = TimescaleReader(
    vocabulary: .standard.merging(
        TimescaleVocabulary(
            phrases: [.init(words: "Training Calendar", means: .document)],
            bodies: ["CPC", "COG"]
        )
    )
)

@Suite("Timescale reader")
struct TimescaleReaderTests {
    /// Every distinct timescale cell of the three published plans.
    static let published: [TimescaleCase] = [
        .init("By 31 October 2018", "by-date", due: "2018-10-31"),
        .init("By 31 December 2018", "by-date", due: "2018-12-31"),
        .init("By 31 March 2019", "by-date", due: "2019-03-31"),
        .init("By 30 September 2019", "by-date", due: "2019-09-30"),
        .init("By 31 December 2019", "by-date", due: "2019-12-31"),
        .init(
            "By 31 December 2020 (Longer Term Initiative – Ongoing)",
            "by-date",
            due: "2020-12-31"
        ),
        .init("Ongoing 2018 – 2020", "span", from: "2018-01-01", until: "2020-12-31", .inferred),
        .init("By 1 April 2023", "by-date", due: "2023-04-01"),
        .init("By 31 July 2023", "by-date", due: "2023-07-31"),
        .init("By 21 September 2023", "by-date", due: "2023-09-21"),
        .init("By 30 November 2023", "by-date", due: "2023-11-30"),
        .init("By 31 December 2023", "by-date", due: "2023-12-31"),
        .init("By 31 March 2024", "by-date", due: "2024-03-31"),
        .init("By 31 July 2024", "by-date", due: "2024-07-31"),
        .init("By\n31 January 2025", "by-date", due: "2025-01-31"),
        .init("Ву 31 January 2025", "by-date", due: "2025-01-31", .inferred),
        .init("Ongoing 2023 – 2026", "span", from: "2023-01-01", until: "2026-12-31", .inferred),
        .init("Ongoing 2023 - 2026", "span", from: "2023-01-01", until: "2026-12-31", .inferred),
        .init("Ongoing", "ongoing"),
        .init("As required", "on-demand"),
        .init("Annually", "recurring"),
        .init("March, 2024", "by-date", due: "2024-03-31", .inferred),
        .init("December, 2023", "by-date", due: "2023-12-31", .inferred),
        .init("December, 2024", "by-date", due: "2024-12-31", .inferred),
        .init("Quarterly subgroup meetings", "recurring", .inferred),
        .init("Quarterly subgroup meetings prior to CPC", "relative-to-meeting", .inferred),
        .init("COG report submitted prior to each COG", "relative-to-meeting", .inferred),
        .init("When planning CPC meetings", "relative-to-meeting"),
        .init(
            "Risk Register is reviewed and reported at quarterly CPC / COG.",
            "relative-to-meeting",
            .inferred
        ),
        .init("5 dip-sample reviews carried out monthly", "recurring", .inferred),
        .init("Training Calendar", "document"),
        .init("As above", "as-above"),
        .init("Complete", "state-word"),
        .init("", "none"),
        .init("·", "none", .inferred),
    ]

    /// What committees write elsewhere.
    static let elsewhere: [TimescaleCase] = [
        .init("2018/19", "span", from: "2018-04-01", until: "2019-03-31", .inferred),
        .init("financial year 2018/19", "span", from: "2018-04-01", until: "2019-03-31"),
        .init("2018/2019", "span", from: "2018-04-01", until: "2019-03-31", .inferred),
        .init("2024", "span", from: "2024-01-01", until: "2024-12-31", .inferred),
        .init("2017-18", "span", from: "2017-04-01", until: "2018-03-31", .unsure),
        .init("2017-20", "span", from: "2017-01-01", until: "2020-12-31", .inferred),
        .init("2018 - 2020", "span", from: "2018-01-01", until: "2020-12-31", .inferred),
        .init("2018 to 2020", "span", from: "2018-01-01", until: "2020-12-31", .inferred),
        .init("session 2023/24", "span", from: "2023-08-01", until: "2024-07-31", .unsure),
        .init("summer 2019", "span", from: "2019-06-01", until: "2019-08-31", .inferred),
        .init("Winter 2019/20", "span", from: "2019-12-01", until: "2020-02-29", .inferred),
        .init("winter 2019", "span", from: "2019-12-01", until: "2020-02-29", .unsure),
        .init("Spring / Summer 2024", "span", from: "2024-03-01", until: "2024-08-31", .inferred),
        .init("By summer 2019", "by-date", due: "2019-08-31", .inferred),
        .init("May / June 2024", "span", from: "2024-05-01", until: "2024-06-30", .inferred),
        .init("May-June 2024", "span", from: "2024-05-01", until: "2024-06-30", .inferred),
        .init(
            "December 2023 / January 2024",
            "span",
            from: "2023-12-01",
            until: "2024-01-31",
            .inferred
        ),
        .init(
            "December / January 2024",
            "span",
            from: "2023-12-01",
            until: "2024-01-31",
            .unsure
        ),
        .init("1 - 5 March 2024", "span", from: "2024-03-01", until: "2024-03-05"),
        .init("1 April 2023 - 31 July 2026", "span", from: "2023-04-01", until: "2026-07-31"),
        .init("1 April to 31 July 2026", "span", from: "2026-04-01", until: "2026-07-31"),
        .init(
            "From 1 April 2023 until 31 July 2026",
            "span",
            from: "2023-04-01",
            until: "2026-07-31"
        ),
        .init(
            "between April and June 2024",
            "span",
            from: "2024-04-01",
            until: "2024-06-30",
            .inferred
        ),
        .init("From 1 April 2024", "span", from: "2024-04-01"),
        .init("from 2024", "span", from: "2024-01-01", .inferred),
        .init("until 31 March 2025", "span", until: "2025-03-31"),
        .init("Ongoing until 31 March 2025", "span", until: "2025-03-31"),
        .init("Ongoing from April 2024", "span", from: "2024-04-01", .inferred),
        .init("after 31 March 2025", "span", from: "2025-04-01"),
        .init("31 March", "day-without-year", .unsure),
        .init("by 31st March", "day-without-year", .unsure),
        .init("March 31st", "day-without-year", .unsure),
        .init("March 2024 and September 2024", "milestones", due: "2024-09-30", .inferred),
        .init("March and September 2024", "milestones", due: "2024-09-30", .inferred),
        .init("31 March and 30 September 2024", "milestones", due: "2024-09-30"),
        .init("By 31 March 2019\nBy 30 June 2020", "milestones", due: "2020-06-30"),
        .init("Draft March 2024; final September 2024", "milestones", due: "2024-09-30", .inferred),
        .init("31 March 2019 (revised to 30 June 2020)", "by-date", due: "2020-06-30"),
        .init("within 6 months", "horizon"),
        .init("Within six months", "horizon"),
        .init("6 months", "horizon", .inferred),
        .init("0-3 months", "horizon", .inferred),
        .init("within 6 months of publication", "horizon", .inferred),
        .init("Immediate", "horizon", .inferred),
        .init("once comments are received", "condition"),
        .init("On completion of the review", "condition"),
        .init("accept", "accept"),
        .init("31/03/2019", "on-date", due: "2019-03-31"),
        .init("05/03/2019", "on-date", due: "2019-03-05", .inferred),
        .init("31.3.19", "on-date", due: "2019-03-31", .inferred),
        .init("2019-03-31", "on-date", due: "2019-03-31"),
        .init("03/2019", "by-date", due: "2019-03-31", .inferred),
        .init("31st March 2019", "on-date", due: "2019-03-31"),
        .init("31st of March, 2019", "on-date", due: "2019-03-31"),
        .init("March 31, 2019", "on-date", due: "2019-03-31"),
        .init("Friday 31 March 2023", "on-date", due: "2023-03-31"),
        .init("31-Mar-24", "on-date", due: "2024-03-31", .inferred),
        .init("Mar-24", "by-date", due: "2024-03-31", .inferred),
        .init("March 24", "by-date", due: "2024-03-31", .unsure),
        .init("Sept. 2024", "by-date", due: "2024-09-30", .inferred),
        .init("by end of March 2024", "by-date", due: "2024-03-31"),
        .init("By the end of March 2024", "by-date", due: "2024-03-31"),
        .init("End March 2024", "on-date", due: "2024-03-31"),
        .init("end 2024", "by-date", due: "2024-12-31", .inferred),
        .init("By end of 2018/19", "by-date", due: "2019-03-31", .inferred),
        .init("early 2024", "span", from: "2024-01-01", until: "2024-04-30", .unsure),
        .init("mid-March 2024", "span", from: "2024-03-11", until: "2024-03-20", .unsure),
        .init("1 March 24", "on-date", due: "2024-03-01", .inferred),
        .init("Q3 2024/25", "span", from: "2024-10-01", until: "2024-12-31", .inferred),
        .init("Q4 2024/25", "span", from: "2025-01-01", until: "2025-03-31", .inferred),
        .init("by Q4 2024/25", "by-date", due: "2025-03-31", .inferred),
        .init("Q1 & Q2 2024/25", "milestones", .inferred),
        .init("Quarter 3 2024", "span", from: "2024-07-01", until: "2024-09-30", .unsure),
        .init("No later than 31 March 2024", "by-date", due: "2024-03-31"),
        .init("on or before 31 March 2024", "by-date", due: "2024-03-31"),
        .init("before 31 March 2024", "by-date", due: "2024-03-30", .inferred),
        .init("To be completed by 31 March 2024", "by-date", due: "2024-03-31"),
        .init("Target date: 31 March 2024", "by-date", due: "2024-03-31"),
        .init("Due 31 March 2024", "by-date", due: "2024-03-31"),
        .init("Ongoing - by 31 March 2026", "by-date", due: "2026-03-31", .inferred),
        .init("Draft by 31 March 2026", "by-date", due: "2026-03-31", .inferred),
        .init("Completed March 2024", "state-word", .inferred),
        .init("Monthly", "recurring"),
        .init("six-monthly", "recurring"),
        .init("Every 8 weeks or as required", "recurring"),
        .init("twice a year", "recurring"),
        .init("Bi-annually", "recurring", .unsure),
        .init("Biennial", "recurring"),
        .init("Quarterly from April 2024", "recurring", from: "2024-04-01", .inferred),
        .init("Each CPC meeting", "relative-to-meeting", .inferred),
        .init("CPC", "relative-to-meeting", .unsure),
        .init("By next CPC", "relative-to-meeting"),
        .init("By 31st March 2019 / 30th June 2019", "milestones", due: "2019-06-30"),
        .init("Phase 1 - March 2024", "by-date", due: "2024-03-31", .unsure),
        .init("In March 2024", "by-date", due: "2024-03-31", .inferred),
        .init("the end of June 2024", "on-date", due: "2024-06-30"),
        .init("August 2023 onwards", "span", from: "2023-08-01", .inferred),
        .init("1 April 2023 onwards", "span", from: "2023-04-01"),
        .init("Start April 2024", "span", from: "2024-04-01", .inferred),
        .init("2024-25 financial year", "span", from: "2024-04-01", until: "2025-03-31"),
        .init("Completed by 31 March 2019", "by-date", due: "2019-03-31", .inferred),
        .init("June 2023, then annually", "recurring", from: "2023-06-01", .inferred),
        .init("4 per annum", "recurring"),
        .init("ASAP", "horizon", .unsure),
        .init("at each CPC", "relative-to-meeting"),
        .init("prior to each meeting", "relative-to-meeting", .inferred),
        .init("Immediately and ongoing", "horizon", .inferred),
        .init("Ongoing with yearly review", "recurring", .inferred),
        .init("As and when required", "on-demand"),
        .init("As per the training calendar", "document", .inferred),
        .init("Ditto", "as-above"),
        .init("n/a", "none"),
        .init("-", "none", .inferred),
        .init("31 June 2024", "unread", .unsure),
        .init("Long term", "unread", .unsure),
        .init("TBC", "unread", .unsure),
        .init("TBC 2018", "span", from: "2018-01-01", until: "2018-12-31", .unsure),
    ]

    @Test("reads every cell that committees write", arguments: published + elsewhere)
    func readsTheCell(_ expected: TimescaleCase) {
        let timescale = planReader.read(expected.words)
        #expect(timescale.words == expected.words)
        #expect(timescale.kind == expected.kind)
        #expect(timescale.due?.description == expected.due)
        #expect(timescale.from?.description == expected.from)
        #expect(timescale.until?.description == expected.until)
        #expect(timescale.confidence == expected.confidence)
        #expect((timescale.doubt == nil) == (expected.confidence == .exact))
    }

    @Test(
        "does not mind case, spaces or the kind of dash",
        arguments: [
            ("ONGOING 2018—2020", "Ongoing 2018 – 2020"),
            ("Ongoing\u{A0}2018\u{A0}‑\u{A0}2020", "Ongoing 2018 – 2020"),
            ("  by   31 MARCH  2019 ", "By 31 March 2019"),
            ("By 31\u{200B} March 2019.", "By 31 March 2019"),
            ("as  Required.", "As required"),
            ("six‑monthly", "six-monthly"),
        ]
    )
    func ignoresTheLookOfTheWords(_ odd: String, _ plain: String) {
        #expect(planReader.read(odd).reading == planReader.read(plain).reading)
        #expect(planReader.read(odd).words == odd)
    }

    @Test func keepsTheQualifierOfADeadline() {
        let words = "By 31 December 2020 (Longer Term Initiative – Ongoing)"
        #expect(
            planReader.read(words).reading
                == .by(
                    CivilDate(2020, 12, 31),
                    qualifier: "Longer Term Initiative – Ongoing"
                )
        )
    }

    @Test(
        "reads what comes round and how often",
        arguments: [
            ("Annually", Recurrence(every: Period(1, .years))),
            (
                "5 dip-sample reviews carried out monthly",
                Recurrence(
                    every: Period(1, .months),
                    count: 5,
                    what: "dip-sample reviews carried out"
                )
            ),
            (
                "Quarterly subgroup meetings",
                Recurrence(every: Period(1, .quarters), what: "subgroup meetings")
            ),
            (
                "Every eight weeks or as required",
                Recurrence(every: Period(8, .weeks), orAsRequired: true)
            ),
            ("twice a year", Recurrence(every: Period(1, .years), count: 2)),
            ("4 times per year", Recurrence(every: Period(1, .years), count: 4)),
            ("2 yearly", Recurrence(every: Period(2, .years))),
            ("every other month", Recurrence(every: Period(2, .months))),
            (
                "Monthly until 31 March 2025",
                Recurrence(
                    every: Period(1, .months),
                    during: CivilSpan(...CivilDate(2025, 3, 31))
                )
            ),
        ]
    )
    func readsRecurrences(_ words: String, _ expected: Recurrence) {
        #expect(planReader.read(words).reading == .recurring(expected))
    }

    @Test(
        "reads times told by meetings",
        arguments: [
            (
                "Quarterly subgroup meetings prior to CPC",
                MeetingReference(
                    bodies: ["CPC"],
                    moment: .before,
                    recurrence: Recurrence(
                        every: Period(1, .quarters),
                        what: "subgroup meetings"
                    )
                )
            ),
            (
                "COG report submitted prior to each COG",
                MeetingReference(bodies: ["COG"], moment: .before)
            ),
            ("When planning CPC meetings", MeetingReference(bodies: ["CPC"], moment: .planning)),
            (
                "Risk Register is reviewed and reported at quarterly CPC / COG.",
                MeetingReference(
                    bodies: ["CPC", "COG"],
                    moment: .at,
                    recurrence: Recurrence(
                        every: Period(1, .quarters),
                        what: "Risk Register is reviewed and reported"
                    )
                )
            ),
        ]
    )
    func readsMeetings(_ words: String, _ expected: MeetingReference) {
        #expect(planReader.read(words).reading == .relativeToMeeting(expected))
    }

    @Test func readsMilestonesEachWithItsOwnWords() {
        guard case .milestones(let parts) = planReader.read("March 2024 and September 2024").reading
        else {
            Issue.record("Two dates in one cell are milestones.")
            return
        }
        #expect(parts.map(\.words) == ["March 2024", "September 2024"])
        #expect(parts.map { $0.due?.description } == ["2024-03-31", "2024-09-30"])
    }

    @Test func leavesWordsOfOneCommitteeToItsVocabulary() {
        let reader = TimescaleReader()
        #expect(reader.read("Training Calendar").kind == "unread")
        #expect(reader.read("Quarterly subgroup meetings prior to CPC").kind == "recurring")
    }

    @Test(
        "never speaks of lateness without a deadline",
        arguments: ["Ongoing 2018 – 2020", "Ongoing", "Annually", "2018/19", "within 6 months", ""]
    )
    func neverLate(_ words: String) {
        #expect(!planReader.read(words).isLate(on: .latest))
    }

    @Test func isLateFromTheDayAfterTheDeadline() {
        let timescale = planReader.read("By 31 March 2019")
        #expect(!timescale.isLate(on: CivilDate(2019, 3, 31)))
        #expect(timescale.isLate(on: CivilDate(2019, 4, 1)))
    }

    @Test func saysWhyAReadingIsDoubtful() {
        #expect(
            planReader.read("2017-18").doubt
                == "A pair of years may be a financial year, which is taken, or two years."
        )
        #expect(planReader.read("31 June 2024").doubt == "31/6/2024 is not a day of the calendar.")
        #expect(
            planReader.read("Long term").doubt
                == "The words are not known; a phrase of the vocabulary can say what they mean."
        )
    }

    @Test func readsAsAboveFromTheRowAbove() {
        let above = planReader.read("By 31 March 2019")
        let resolved = planReader.read("As above").resolvingAbove(above)
        #expect(resolved.words == "As above")
        #expect(resolved.reading == above.reading)
        #expect(resolved.confidence == .inferred)
        #expect(resolved.doubt == "The reading is that of the row above, \"By 31 March 2019\".")
        #expect(planReader.read("Monthly").resolvingAbove(above).kind == "recurring")
        let twice = planReader.read("As above").resolvingAbove(planReader.read("As above"))
        #expect(twice.kind == "as-above")
    }
}
