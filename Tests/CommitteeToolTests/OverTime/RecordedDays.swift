// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeTestKit

/// A store in which a generated record is recorded day by day.
final class RecordedDays {
    private let store: InMemoryJournal
    private let clock: ManualClock
    private let record: RecordOverTime
    private let plugins: any ScriptEngine
    private var next = 0
    /// The day after which nothing that takes effect is recorded, if there is one.
    private let end: CivilDate?
    private let corrected: Set<Int>

    static let committee: CommitteeID = "glenmore-ppc"

    /// Creates a store without entries.
    ///
    /// - Parameters:
    ///   - record: What is recorded.
    ///   - plugins: What writes the reports.
    ///   - end: The day after which nothing may take effect: entries that do have one without a meaning in
    ///     their place, unless a later one corrects them.
    /// - Throws: `JournalError` when the store cannot be made.
    init(
        _ record: RecordOverTime,
        plugins: any ScriptEngine,
        effectiveThrough end: CivilDate? = nil
    ) async throws {
        self.end = end
        corrected = Set(
            record.steps.compactMap { step in
                switch step.deed {
                case .correct(let place, _), .void(let place): place
                case .record: nil
                }
            }
        )
        self.record = record
        self.plugins = plugins
        let clock = ManualClock(startingAt: Self.moment(of: RecordOverTime.start))
        let bytes = RepeatableBytes(seed: 1)
        self.clock = clock
        store = InMemoryJournal(
            context: JournalContext(
                now: { clock.now() },
                randomBytes: { bytes.next($0) },
                digest: .testing
            )
        )
        try await store.createCommittee(Self.committee, name: "Glenmore")
    }

    /// A moment within a day.
    private static func moment(of day: CivilDate, second: Int = 43_200) -> RecordedInstant {
        RecordedInstant(milliseconds: Int64(day.dayNumber) * 86_400_000 + Int64(second) * 1000)
    }

    /// The last moment of a day.
    static func end(of day: CivilDate) -> RecordedInstant {
        RecordedInstant(milliseconds: moment(of: day + 1, second: 0).milliseconds - 1)
    }

    /// Records all that is done by the end of a day, or all.
    func record(through day: CivilDate?) async throws {
        while next < record.steps.count, day.map({ record.steps[next].done <= $0 }) ?? true {
            let step = record.steps[next]
            clock.set(to: Self.moment(of: step.done))
            try await store.append(
                [try await draft(of: step, at: next)],
                to: Self.committee,
                expecting: nil,
                idempotencyKey: nil
            )
            next += 1
        }
    }

    private func draft(of step: RecordOverTime.Step, at place: Int) async throws -> EntryDraft {
        if let end, step.effective > end, !corrected.contains(place), case .record = step.deed {
            return EntryDraft(
                subject: .plan(RecordOverTime.plan),
                kind: "example.nothing",
                payload: [:],
                effective: step.effective,
                by: "clerk"
            )
        }
        switch step.deed {
        case .record(let change, let isBound):
            return change.draft(
                effective: step.effective,
                isBound: isBound,
                by: "clerk",
                reason: step.reason
            )
        case .correct(let place, let change):
            let draft = change.draft(effective: step.effective, by: "clerk", reason: nil)
            return .correcting(
                try await store.allEntries(of: Self.committee)[place],
                payload: draft.payload,
                texts: draft.texts,
                effective: step.effective,
                by: "clerk",
                reason: step.reason ?? ""
            )
        case .void(let place):
            return .voiding(
                try await store.allEntries(of: Self.committee)[place],
                effective: step.effective,
                by: "clerk",
                reason: step.reason ?? ""
            )
        }
    }

    /// Everything that is written on a day, each with what it is.
    ///
    /// - Parameters:
    ///   - day: The day of the record.
    ///   - known: The moment by which it was known; all that is recorded when nil.
    ///   - made: The day on which it is written.
    ///   - audience: For whom.
    ///   - form: The form of the reports.
    /// - Returns: The outputs, in the same order for the same plugins.
    /// - Throws: What the library throws.
    func outputs(
        on day: CivilDate,
        knownAt known: RecordedInstant?,
        made: CivilDate,
        for audience: Audience,
        as form: DocumentFormat
    ) async throws -> [(way: String, text: String)] {
        let library = CommitteeLibrary(store: store, plugins: plugins, today: { made })
        let committee = try await library.committee(Self.committee)
        let edition = try await committee.edition(asOf: day, knownAt: known, audience: audience)
        let since = try await committee.edition(
            asOf: day - 60,
            knownAt: known,
            audience: audience
        )
        var outputs: [(way: String, text: String)] = []
        let contributions = plugins.contributions
        let ids =
            contributions.layouts.map(\.id) + contributions.registerLayouts.map(\.id)
            + contributions.reports.map(\.id)
        for id in ids {
            var request = ReportRequest(id, of: edition, since: since)
            request.narrow(
                to: [.plan(RecordOverTime.plan), .register(RecordOverTime.register), .risk("R1")],
                in: contributions
            )
            var text: String
            do {
                let report = try await library.report(request)
                text = String(
                    decoding: try report.ownFormat?.bytes ?? report.render(form),
                    as: UTF8.self
                )
            } catch { text = "\(error)" }
            outputs.append((id, text))
        }
        for state in edition.rooms.all {
            let text = JSONValue.object(state.exported(on: day)).indentedText
            outputs.append(("the state of \(type(of: state))", text))
        }
        for plan in edition.plans {
            let checks = try await committee.computedChecks(of: plan, in: edition)
            let json = PlanJSON(of: plan, in: edition, computed: checks)
            outputs.append(("the plan \(plan.id) as JSON", json.value.indentedText))
        }
        let changes = edition.changes(since: since).map { "\($0)" }.joined(separator: "\n")
        outputs.append(("what changed", changes))
        let round = await library.reminders(for: edition, on: day)
        let json = round.json(committee: edition.committee, on: day, rules: [])
        outputs.append(("reminders", json.indentedText))
        return outputs
    }
}
#endif
