// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit

/// What one figure of a plan is made of: actions, and the entries that made them so.
struct FigureExplanation {
    private var figure: String
    private var plan: Plan
    private var day: CivilDate
    private var audience: Audience
    private var actions: [(action: PlanItem, entries: [Entry])]

    /// Explains a figure.
    ///
    /// - Parameters:
    ///   - name: The figure's name.
    ///   - plan: The plan as it stood on the day, cut for the audience.
    ///   - day: The day.
    ///   - audience: Who reads it. The public reads what was recorded and when; not by whom or why.
    ///   - entries: All entries of the journal.
    /// - Throws: ``Complaint`` when there is no such figure.
    init(
        of name: String,
        plan: Plan,
        on day: CivilDate,
        audience: Audience,
        entries: [Entry]
    ) throws {
        let figures = PlanFigures(of: plan, on: day)
        let known = figures.names
        let isKnown = known.contains(name) || name == "actions"
        guard isKnown, let ids = figures.actions(of: name) else {
            throw Complaint(
                "There is no figure “\(name)”. " + ClosestName.suggestion(for: name, in: known),
                details: ["The figures of this plan: " + known.joined(separator: ", ") + "."]
            )
        }
        figure = name
        self.plan = plan
        self.day = day
        self.audience = audience
        let kinds = Self.kinds(of: name)
        // What is not known on the day is known from what was reported for a later one.
        let limit: CivilDate? = name == "not-known" ? nil : day
        actions = ids.compactMap { id in
            guard let action = plan.item(id) else { return nil }
            return (action, Self.entries(.action(id, of: plan.id), kinds, until: limit, entries))
        }
    }

    /// The kinds of entries that decide about a figure.
    private static func kinds(of figure: String) -> Set<EntryKind> {
        switch figure {
        case "completed", "not-known": ["action.completed", "action.reopened", "action.goes-on"]
        case "ongoing": ["action.added", "action.completed", "action.reopened", "action.goes-on"]
        case "late":
            ["action.timescale-set", "action.completed", "action.reopened", "action.goes-on"]
        case "exited": ["action.left"]
        case let name where name.hasPrefix("status:"): ["action.status-reported"]
        default: ["action.added", "action.left"]
        }
    }

    private static func entries(
        _ subject: SubjectReference,
        _ kinds: Set<EntryKind>,
        until day: CivilDate?,
        _ entries: [Entry]
    ) -> [Entry] {
        var found: [Entry] = []
        for entry in entries where entry.subject == subject && entry.effective <= day ?? .latest {
            let isCorrection = entry.kind == .corrected || entry.kind == .voided
            let corrected = isCorrection ? entry.payload["entry"]?.wholeNumber : nil
            guard kinds.contains(entry.kind) || found.contains(where: { $0.sequence == corrected })
            else { continue }
            found.append(entry)
        }
        return found
    }

    /// The explanation for people.
    var document: Document {
        let title = "\(figure): \(PlanWords.count(actions.count, "action", "actions"))"
        var blocks: [Document.Block] = [
            .heading(1, title),
            .paragraph("\(plan.title), on \(PlanWords.date(day))."),
        ]
        for (action, entries) in actions {
            blocks.append(.heading(2, "\(action.id) \(Self.shortened(action.text.singleLine))"))
            if figure == "late", let due = action.timescale.due {
                let days = PlanWords.count(day - due, "day", "days")
                blocks.append(.paragraph("Due on \(PlanWords.date(due)), \(days) before."))
            }
            if !entries.isEmpty { blocks.append(.table(table(of: entries))) }
        }
        return Document(title: title, blocks: blocks)
    }

    private func table(of entries: [Entry]) -> Document.Table {
        guard audience > .public else {
            return Document.Table(
                caption: "",
                columns: ["Date", "What"],
                rows: entries.map { entry in
                    .cells([.text(JournalWords.effective(entry)), .text(entry.kind.rawValue)])
                }
            )
        }
        return Document.Table(
            caption: "",
            columns: [
                .init("Entry", alignment: .end), "Date", "By", "What", "Why",
            ],
            rows: entries.map { entry in
                .cells([
                    .integer(entry.sequence), .text(JournalWords.effective(entry)),
                    .text(entry.by), .text(entry.kind.rawValue), .text(entry.reason ?? ""),
                ])
            }
        )
    }

    private static func shortened(_ text: String) -> String {
        text.count > 70 ? text.prefix(69) + "…" : text
    }

    /// The explanation for programs.
    var json: JSONValue {
        [
            "plan": .string(plan.id), "asOf": JSONValue(day), "figure": .string(figure),
            "count": .integer(actions.count),
            "actions": .array(
                actions.map { action, entries in
                    [
                        "id": .string(action.id), "text": .string(action.text.plainText),
                        "leads": JSONValue(action.leads.names),
                        "status": JSONValue(action.status?.printed),
                        "due": JSONValue(action.timescale.due),
                        "entries": .array(entries.map(json)),
                    ]
                }
            ),
        ]
    }

    /// An entry for programs.
    ///
    /// The public reads no number of an entry either, as numbers that are missing would count what is
    /// withheld.
    private func json(_ entry: Entry) -> JSONValue {
        guard audience == .public else { return JournalWords.json(entry) }
        return [
            "kind": .string(entry.kind.rawValue), "effective": JSONValue(entry.effective),
            "effectiveIsBound": .bool(entry.effectiveIsBound),
        ]
    }
}
#endif
