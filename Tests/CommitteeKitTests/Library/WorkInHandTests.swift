// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("What is in hand on a day")
struct WorkInHandTests {
    private static func record() throws -> StructureRecord {
        var record = StructureRecord()
        let outline = PlanOutline(
            title: "Moor Plan",
            period: CivilSpan(CivilDate(2026, 1, 1)...),
            levels: [LevelName("action")]
        )
        record.say(.plan("p"), .planDrafted(outline))
        record.say(.plan("p"), .submitted(to: "cpc"))
        for (id, words) in [
            ("1", "By 30 September 2026"), ("2", "By 20 November 2026"), ("3", "By 31 March 2027"),
            ("4", "By 1 August 2026"),
        ] {
            let action = SubjectReference.action(id, of: "p")
            record.say(action, .added(ItemOutline(level: 0, number: id, text: "Do it")))
            record.say(action, .leadsSet(Leads(words: "Independent Chair")))
            record.say(action, .timescaleSet(TimescaleReader().read(words)))
        }
        record.say(.action("4", of: "p"), .completed)
        let series = MeetingSeries(
            body: "cpc",
            name: "Full committee",
            cadence: try Cadence(every: Period(8, .weeks), from: CivilDate(2026, 10, 7))
        )
        record.say(.meetings(of: "cpc"), .meetingsSet(series))
        let data = DataSet(
            id: "return",
            title: "Quarterly return",
            lead: "Data Officer",
            every: Period(1, .quarters),
            from: CivilDate(2026, 9, 30),
            within: .workingDays(10)
        )
        record.say(.dataSet("return"), .dataSetSet(data))
        let term = Member.Term(from: CivilDate(2024, 11, 10), until: CivilDate(2026, 11, 9))
        record.say("nurse", Member.Seats.role.fact("Lead Nurse"), Member.Seats.term.fact(term))
        return record
    }

    private func lines(_ items: [WorkInHand.Item]) -> [String] {
        items.map { "\($0.date?.description ?? "-") \($0.kind.rawValue) \($0.words)" }
    }

    @Test func eachThingStandsInItsList() throws {
        let record = try Self.record()
        #expect(record.problems == [])
        let work = WorkInHand(of: record.edition(for: .committee))
        #expect(
            lines(work.late) == [
                "2026-09-30 action 1 Do it",
                "2026-10-14 data-set Quarterly return for the period to 30 September 2026",
            ]
        )
        #expect(
            lines(work.due) == [
                "2026-11-09 term Term of office of Lead Nurse on Moor Committee",
                "2026-11-20 action 2 Do it",
            ]
        )
        #expect(lines(work.waiting) == ["2026-10-31 approval Approval of “Moor Plan”"])
        #expect(work.waiting[0].leads == ["cpc"])
        #expect(lines(work.meetings) == ["2026-12-02 meeting Full committee"])
    }

    @Test func itLooksAsFarAheadAsItIsAsked() throws {
        let edition = try Self.record().edition(for: .committee)
        #expect(WorkInHand(of: edition, within: 0).due.isEmpty)
        #expect(
            WorkInHand(of: edition, within: 30).due.map(\.date) == [
                CivilDate(2026, 11, 9), CivilDate(2026, 11, 20), CivilDate(2027, 1, 18),
                CivilDate(2027, 3, 31), CivilDate(2027, 3, 31), CivilDate(2027, 4, 14),
            ]
        )
    }

    @Test func whatAnAudienceMayNotReadIsNotInIt() throws {
        let work = WorkInHand(of: try Self.record().edition(for: .public))
        #expect(work.late.isEmpty)
        #expect(work.waiting.isEmpty)
        #expect(
            lines(work.due) == ["2026-11-09 term Term of office of Lead Nurse on Moor Committee"]
        )
    }

    @Test func onePageShowsTheNearestAndSaysHowManyMore() throws {
        let work = WorkInHand(of: try Self.record().edition(for: .committee))
        let text = String(
            decoding: work.document(of: "Moor", showing: 1).render(.plainText),
            as: UTF8.self
        )
        #expect(
            text == """
                Moor: 31 October 2026
                =====================

                Late (2)
                --------

                • 1 Do it: Independent Chair (30 September 2026, 31 days ago)

                And 1 more.

                Due by 28 November 2026 (2)
                ---------------------------

                • Term of office of Lead Nurse on Moor Committee: Lead Nurse (9 November 2026)

                And 1 more.

                Waiting for somebody (1)
                ------------------------

                • Approval of “Moor Plan”: cpc (31 October 2026)

                Next meetings (1)
                -----------------

                • Full committee (2 December 2026)

                """
        )
    }

    @Test func nothingIsSaidInWords() {
        let work = WorkInHand(of: StructureRecord(withProfile: false).edition(), within: 1)
        let text = String(decoding: work.document(of: "Moor").render(.plainText), as: UTF8.self)
        for words in [
            "Nothing is late.", "Nothing is due by 7 November 2026.", "Nothing waits for anybody.",
            "No meeting is planned.",
        ] { #expect(text.contains(words)) }
        #expect(work.json["late"] == [])
    }
}
