// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit

/// What importing a document would record, whether it is about a plan or about risks.
struct PreparedDocument {
    /// The title, with the identifier of the plan or register.
    var title: String
    /// What the document has, in lines for people.
    var counts: [String]
    /// What the document is and has, for programs.
    var members: JSONObject
    var account: ImportAccount
    var traces: [LineTrace]
    var findings: [Finding]
    var drafts: Int
    var isRepeat: Bool

    init(_ found: PlanImport, layout: String) {
        let plan = found.reading.plan
        title = "\(plan.title) (\(plan.id))"
        counts = [PlanWords.counts(of: plan)]
        if let next = plan.nextUpdate() {
            counts.append("the next update is due on \(PlanWords.date(next))")
        }
        let levels = plan.levels.enumerated().map { level, name in
            (name.singular, JSONValue.integer(plan.items.count { $0.level == level }))
        }
        members = [
            "plan": .string(plan.id), "title": .string(plan.title), "layout": .string(layout),
            "counts": [
                "levels": .object(JSONObject(levels)), "actions": .integer(plan.actions.count),
                "maintenance": .integer(plan.maintenance.count),
                "backlog": .integer(plan.backlog.count),
            ],
        ]
        account = found.reading.account
        traces = found.reading.traces
        findings = found.findings
        drafts = found.drafts.count
        isRepeat = found.isRepeat
    }

    init(_ found: RegisterImport, layout: String) {
        let (page, rows) = (found.reading.page, found.reading.rows)
        let closed = rows.count { $0.risk.state == .closed }
        let assessed = rows.count { $0.risk.current != .notAssessed }
        let unknown = rows.count { $0.risk.current.levels.map { !$0.areKnown } ?? false }
        title = "\(page.title) (\(found.layout.register))"
        var words = PlanWords.count(rows.count, "risk", "risks") + ", \(assessed) scored"
        if unknown > 0 { words += " (\(unknown) with levels unknown)" }
        if closed > 0 { words += ", \(closed) closed" }
        counts = [words, "as at \(PlanWords.date(page.date))"]
        counts.append(
            found.reading.approvedOn.map { "approved on \(PlanWords.date($0))" }
                ?? "nothing says that it was approved, so new risks stand as proposed"
        )
        counts.append("new risks may be read by: \(found.layout.visibility.rawValue)")
        members = [
            "register": .string(found.layout.register), "title": .string(page.title),
            "layout": .string(layout), "asOf": .date(page.date),
            "approvedOn": .date(found.reading.approvedOn),
            "visibility": .string(found.layout.visibility.rawValue),
            "counts": [
                "risks": .integer(rows.count), "scored": .integer(assessed),
                "levelsUnknown": .integer(unknown), "closed": .integer(closed),
            ],
        ]
        account = found.reading.account
        traces = found.reading.traces
        findings = found.findings
        drafts = found.drafts.count
        isRepeat = found.isRepeat
    }
}
#endif
