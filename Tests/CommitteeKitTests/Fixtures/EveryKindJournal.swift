// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

/// The journal of an invented committee, with at least one entry of every kind.
///
/// Everything that it says can be, so that it folds without problems. Two entries are of kinds that
/// the library does not know, and one is of a version that it does not know.
struct EveryKindJournal {
    static let committee: CommitteeID = "glenmore-ppc"
    static let name = "Glenmore Public Protection Committee"
    static let plan = "glenmore-2026-2029"
    static let before = "glenmore-2023-2026"
    static let start = CivilDate(2026, 4, 1)

    let store = InMemoryJournal(context: .testing(seed: 72))
    /// Who records, until somebody else does.
    var by = "lead-officer"
    var day = EveryKindJournal.start

    /// Records everything.
    static func recorded() async throws -> InMemoryJournal {
        var journal = EveryKindJournal()
        try await journal.store.createCommittee(committee, name: name)
        try await journal.recordCommittee()
        try await journal.recordPlans()
        try await journal.recordProgress()
        try await journal.recordRegisters()
        try await journal.recordRisks()
        try await journal.recordReminders()
        try await journal.recordMistakes()
        try await journal.recordWorkflows()
        try await journal.recordRounds()
        try await journal.recordMeetings()
        try await journal.recordDocuments()
        try await journal.recordLearningReviews()
        try await journal.recordFigures()
        try await journal.recordQuality()
        try await journal.recordVoices()
        try await journal.recordProgrammes()
        return journal.store
    }

    /// The export of a journal.
    static func export(of store: InMemoryJournal) async throws -> RecordExport {
        RecordExport(
            committee: committee,
            name: name,
            digestName: Digest.testing.name,
            entries: try await store.allEntries(of: committee)
        )
    }

    // MARK: Recording

    @discardableResult
    func append(_ drafts: [EntryDraft], key: String? = nil) async throws -> [Entry] {
        try await store.append(
            drafts,
            to: Self.committee,
            expecting: nil,
            idempotencyKey: key
        ).entries
    }

    func draft(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        on date: CivilDate? = nil,
        isBound: Bool = false,
        reason: String? = nil
    ) -> EntryDraft {
        Change(subject, fact)
            .draft(effective: date ?? day, isBound: isBound, by: by, reason: reason)
    }

    func about(_ fact: Change.Fact, on date: CivilDate? = nil, reason: String? = nil)
        -> EntryDraft
    {
        draft(.plan(Self.plan), fact, on: date, reason: reason)
    }

    func about(
        _ item: String,
        _ fact: Change.Fact,
        on date: CivilDate? = nil,
        isBound: Bool = false,
        reason: String? = nil
    ) -> EntryDraft {
        draft(
            .action(item, of: Self.plan),
            fact,
            on: date,
            isBound: isBound,
            reason: reason
        )
    }

    static func json(_ text: String) throws -> JSONValue {
        try JSONReader.read(Array(text.utf8), source: "fixture").value
    }

    // MARK: The committee

    private func recordCommittee() async throws {
        let cadence = try Cadence(
            every: Period(8, .weeks),
            from: CivilDate(2026, 4, 15),
            until: CivilDate(2029, 3, 31),
            orAsRequired: true,
            cancelled: [CivilDate(2026, 8, 5)],
            moved: [CivilDate(2026, 9, 30): CivilDate(2026, 10, 2)],
            added: [CivilDate(2026, 8, 20)]
        )
        let chiefs = try Cadence(every: Period(1, .quarters), from: CivilDate(2026, 5, 29))
        let stiles = DataSet(
            id: "return",
            title: "Quarterly return on referrals",
            lead: "Data Officer",
            every: Period(1, .quarters),
            from: CivilDate(2026, 6, 30),
            until: CivilDate(2029, 3, 31),
            within: .workingDays(20)
        )
        let survey = DataSet(
            id: "survey",
            title: "Survey of families",
            lead: "Participation Worker",
            every: Period(1, .years),
            from: CivilDate(2026, 9, 30),
            within: .period(Period(6, .weeks))
        )
        try await append(
            [
                draft(.committee, .profileSet(try Self.json(Self.profile))),
                draft(
                    .committee,
                    .workingDaysSet(
                        WorkingCalendar(
                            rules: HolidayRule.scotland,
                            added: [CivilDate(2026, 10, 12)],
                            removed: [CivilDate(2026, 11, 30)]
                        )
                    )
                ),
                draft(
                    .meetings(of: "committee"),
                    .meetingsSet(
                        MeetingSeries(body: "committee", name: "Full committee", cadence: cadence)
                    )
                ),
                draft(
                    .meetings(of: "chiefs"),
                    .meetingsSet(
                        MeetingSeries(body: "chiefs", name: "Chief officers", cadence: chiefs)
                    ),
                    reason: "The chief officers asked for a fixed day."
                ),
                draft(.dataSet("return"), .dataSetSet(stiles)),
                draft(.dataSet("survey"), .dataSetSet(survey)),
                draft(
                    .dataSet("return"),
                    .dataReceived(period: CivilDate(2026, 6, 30)),
                    on: CivilDate(2026, 7, 21)
                ),
            ],
            key: "setting-up"
        )
    }

    private static let profile = """
        {
          "body": { "id": "committee", "name": "Glenmore Public Protection Committee",
            "abbreviation": "PPC", "kind": "committee", "councils": ["glenmore"] },
          "bodies": [
            { "id": "chiefs", "name": "Chief Officers of Glenmore", "abbreviation": "COG",
              "kind": "chief-officers-group" },
            { "id": "police", "name": "Police in Glenmore", "kind": "agency" }
          ],
          "roles": [
            { "id": "chair", "title": "Independent Chair", "body": "committee" },
            { "id": "lead-officer", "title": "Lead Officer", "aliases": ["LO"],
              "body": "committee" }
          ],
          "members": [
            { "body": "committee", "role": "chair", "from": "2024-04-01",
              "until": "2027-03-31" },
            { "body": "committee", "role": "lead-officer", "votes": false }
          ],
          "remit": { "purpose": "To keep people in Glenmore from harm.",
            "tasks": ["Own the plan", "Learn from reviews"], "decides": ["The plan"] },
          "workingGroups": [
            { "id": "practice", "name": "Practice Group", "reportsTo": "committee" }
          ],
          "reportingLines": [
            { "from": "committee", "to": "chiefs", "what": "How the plan goes",
              "timescale": "Quarterly" }
          ],
          "meetingRule": { "words": "Every 8 weeks or as required", "fewestInTwelveMonths": 4,
            "publishesMinutes": true }
        }
        """
}
