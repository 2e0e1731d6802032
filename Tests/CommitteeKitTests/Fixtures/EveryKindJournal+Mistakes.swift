// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

// What people did about reminders, what was corrected and erased, and what nobody here knows.
extension EveryKindJournal {
    func recordReminders() async throws {
        let item = SubjectReference.action("2.1", of: Self.plan)
        let other = SubjectReference.action("2.2", of: Self.plan)
        let returned = SubjectReference.dataSet("return#2026-09-30")
        let survey = SubjectReference.dataSet("survey#2026-09-30")
        let meeting = SubjectReference.meeting(of: "committee", on: CivilDate(2026, 11, 25))
        func identity(
            _ rule: String,
            _ subject: SubjectReference,
            _ due: CivilDate,
            _ step: String
        ) -> ReminderIdentity {
            ReminderIdentity(rule: "glenmore/\(rule)", subject: subject, due: due, step: step)
        }
        var again = identity("a:b%", .plan(Self.plan), CivilDate(2026, 10, 1), "overdue-1")
        again.again = 4
        let acts: [(ReminderIdentity, ReminderAct.Deed, Prose)] = [
            (
                identity("chase", item, CivilDate(2027, 6, 30), "before-30-days"), .acknowledged,
                Prose()
            ),
            (
                identity("returns", returned, CivilDate(2026, 10, 29), "overdue-1"),
                .snoozed(until: CivilDate(2026, 11, 16)), "After the *hall* opens"
            ),
            (
                identity("returns", survey, CivilDate(2026, 11, 11), "before-4-weeks"),
                .delegated(to: "Data Officer"), Prose()
            ),
            (
                identity("papers", meeting, CivilDate(2026, 11, 11), "before-2-weeks"), .stopped,
                Prose()
            ),
            (identity("news", other, CivilDate(2026, 5, 31), "overdue-3"), .done, "Done & sent"),
            (
                identity("review", .risk("R1"), CivilDate(2026, 9, 12), "overdue-7"),
                .acknowledged, "Seen"
            ),
            (again, .acknowledged, Prose()),
        ]
        for (index, (reminder, deed, note)) in acts.enumerated() {
            let fact = Change.Fact.reminder(reminder, deed, note: note)
            try await append([
                draft(reminder.subject, fact, on: CivilDate(2026, 10, 24) + index)
            ])
        }
    }

    func recordMistakes() async throws {
        let late = CivilDate(2026, 10, 20)
        let note = ImportRecord(
            document: "plan.md",
            digest: "00ff",
            layout: "glenmore/plan",
            reportedOn: CivilDate(2026, 9, 30)
        )
        let bare = ImportRecord(document: "b.md", digest: "01", layout: "g/p", reportedOn: nil)
        try await append([
            draft(.committee, .imported(note), on: late),
            draft(.committee, .imported(bare), on: late),
        ])
        try await recordStrangers(on: late)
        let mosaic = ExternalReference(source: "mosaic", id: "A-31")
        let item = SubjectReference.action("1.1", of: Self.plan)
        try await append(
            [
                .settingExternalID(mosaic, of: item, effective: late, by: "mosaic"),
                .settingExternalID(
                    ExternalReference(source: "mosaic", id: "A-32"),
                    of: .action("1.2", of: Self.plan),
                    effective: late,
                    by: "mosaic"
                ),
            ],
            key: "mosaic/1"
        )
        try await append([
            .removingExternalID(
                mosaic,
                of: item,
                effective: late + 1,
                by: "mosaic",
                reason: "Twice"
            )
        ])
        try await correct(on: late)
    }

    /// Entries of kinds, and of a version, that the library does not know.
    private func recordStrangers(on day: CivilDate) async throws {
        try await append([
            EntryDraft(
                subject: SubjectReference(kind: "course", id: "c1"),
                kind: "training.held",
                version: 3,
                payload: [
                    "seats": 20, "rate": 0.5, "note": ["$text": "note"], "Ämter": [nil, true, []],
                ],
                texts: [ErasableText("note", "In the hall")],
                effective: day,
                by: "mosaic"
            ),
            EntryDraft(
                subject: .risk("R1"),
                kind: "glenmore.risk-notified",
                payload: ["to": "regulator"],
                effective: day,
                by: by
            ),
            EntryDraft(
                subject: .action("1.2", of: Self.plan),
                kind: "action.text-set",
                version: 2,
                payload: ["words": "Of a version to come"],
                effective: day,
                by: by
            ),
        ])
    }

    private func correct(on day: CivilDate) async throws {
        let entries = try await store.allEntries(of: Self.committee)
        func last(_ kind: EntryKind, _ subject: SubjectReference? = nil) throws -> Entry {
            try #require(
                entries.last { $0.kind == kind && (subject == nil || $0.subject == subject) }
            )
        }
        let progress = try last("action.progress-reported", .action("1.2", of: Self.plan))
        let right = Change(
            progress.subject,
            .progressReported("The supplier has answered.", asAt: nil, audience: .partners)
        ).draft(effective: progress.effective, by: by)
        let corrections = try await append([
            .correcting(
                progress,
                payload: right.payload,
                texts: right.texts,
                effective: progress.effective + 1,
                by: by,
                reason: "The minute was wrong."
            ),
            .voiding(
                try last("action.local-set"),
                effective: day,
                by: by,
                reason: "It belongs to another action."
            ),
        ])
        try await append([
            .correcting(
                try #require(corrections.first),
                payload: right.payload,
                texts: [ErasableText("progress", "The supplier has answered twice.")],
                effective: progress.effective + 2,
                by: by,
                reason: "It was wrong again."
            )
        ])
        let restricted = try last("action.progress-reported", .action("2.3", of: Self.plan))
        let review = try last("risk.reviewed")
        for (entry, text) in [(restricted, "progress"), (review, "outcome"), (review, "reason")] {
            try await store.erase(
                text,
                of: entry.sequence,
                in: Self.committee,
                by: "data-protection-officer",
                reason: "It names a person.",
                on: day + 5
            )
        }
    }
}
