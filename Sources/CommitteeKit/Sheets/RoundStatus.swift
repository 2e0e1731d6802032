// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How far a progress update is on a day: who has answered, who has not, and since when.
public struct RoundStatus: Hashable, Sendable {
    /// How far one lead is.
    public struct Line: Hashable, Sendable {
        /// The lead.
        public var lead: AskedLead
        /// The state.
        public var state: ReturnState
        /// The day by which the lead is to answer.
        public var due: CivilDate
        /// The day of the last return; nil when none came.
        public var returnedOn: CivilDate?
        /// The items that are not answered.
        public var missing: [String]
        /// How many days the lead is late; nil when not late.
        public var daysLate: Int?
    }

    /// The date of the report.
    public var date: CivilDate
    /// The day.
    public var day: CivilDate
    /// Where the round is: `open`, `frozen`, `agreed` or `closed`.
    public var phase: String
    /// The leads, in the order of the plan.
    public var lines: [Line]
    /// The items that the committee has not agreed, of those that were answered.
    public var notAgreed: [String]

    /// Works out how far a round is.
    ///
    /// - Parameters:
    ///   - round: The round.
    ///   - day: The day.
    /// - Complexity: O(*n*) in the number of returns, times the leads that returned.
    public init(of round: UpdateRound, on day: CivilDate) {
        date = round.date
        self.day = day
        notAgreed = round.openItems
        phase =
            round.closedOn != nil
            ? "closed"
            : round.frozenOn == nil
                ? "open" : round.agreed.isEmpty || !notAgreed.isEmpty ? "frozen" : "agreed"
        var byLead: [String: [UpdateReturn]] = [:]
        for returned in round.returns { byLead[returned.lead, default: []].append(returned) }
        lines = round.asked.map { lead in
            let due = round.due(of: lead)
            let all = byLead[lead.key] ?? []
            let valid = all.filter { $0.withdrawnOn == nil }
            let answered = Set(valid.flatMap { $0.answers.map(\.item) })
            let isNothing = valid.contains(where: \.isNothing)
            let missing = isNothing ? [] : lead.items.filter { !answered.contains($0) }
            let state: ReturnState =
                if let last = valid.last {
                    last.isNothing ? .nothing : last.isTabled ? .tabled : .returned
                } else if !all.isEmpty {
                    .withdrawn
                } else {
                    day > due ? .late : .asked
                }
            return Line(
                lead: lead,
                state: state,
                due: due,
                returnedOn: valid.last?.on,
                missing: missing,
                daysLate: !missing.isEmpty && day > due ? day - due : nil
            )
        }
    }

    /// The leads who have not answered for everything.
    public var outstanding: [Line] { lines.filter { !$0.missing.isEmpty } }

    /// The status as a document.
    public var document: Document {
        let rows = lines.map { line -> Document.Table.Row in
            let missing = line.missing.isEmpty ? "" : line.missing.joined(separator: ", ")
            let late = line.daysLate.map { $0 == 1 ? "1 day" : "\($0) days" } ?? ""
            return .cells([
                .text(line.lead.name), .text(line.stateInWords),
                .text(line.due.formatted("d MMMM yyyy")),
                .text(line.returnedOn?.formatted("d MMMM yyyy") ?? ""), .text(missing),
                .text(late),
            ])
        }
        let title = "Progress update at \(date.formatted("d MMMM yyyy"))"
        var blocks: [Document.Block] = [
            .heading(1, title),
            .paragraph("On \(day.formatted("d MMMM yyyy")). \(summary)"),
            .table(
                Document.Table(
                    caption: "Who is asked",
                    columns: [
                        Document.Table.Column("Lead", isRowHeader: true), "State", "Due",
                        "Returned", "Not answered", "Late by",
                    ],
                    rows: rows
                )
            ),
        ]
        if phase == "frozen", !notAgreed.isEmpty {
            blocks.append(.paragraph("Not agreed yet: \(notAgreed.joined(separator: ", "))."))
        }
        return Document(title: title, blocks: blocks)
    }

    /// Where the round is, in a sentence.
    private var summary: String {
        let open = outstanding.count
        let heard = lines.count - open
        let answered = "\(heard) of \(lines.count) have answered for everything."
        switch phase {
        case "closed": return "Closed. \(answered)"
        case "agreed": return "Agreed and not closed. \(answered)"
        case "frozen": return "The paper is frozen. \(answered)"
        default: return answered
        }
    }
}

extension RoundStatus.Line {
    /// The state as people read it; a return that leaves items open came in part.
    public var stateInWords: String {
        guard !missing.isEmpty, state == .returned || state == .tabled else { return state.words }
        return "\(state.words) in part"
    }

    /// A message that asks for what is missing.
    ///
    /// - Parameters:
    ///   - date: The date of the report.
    ///   - day: The day on which it is asked.
    /// - Returns: The message, as plain text.
    public func chaser(at date: CivilDate, on day: CivilDate) -> String {
        let items = missing.joined(separator: ", ")
        let when =
            daysLate.map { late in
                "It was due on \(due.formatted("d MMMM yyyy")), "
                    + (late == 1 ? "yesterday." : "\(late) days ago.")
            } ?? "It is due on \(due.formatted("d MMMM yyyy"))."
        return """
            To: \(lead.name)
            Progress update at \(date.formatted("d MMMM yyyy"))
            Nothing has come yet for: \(items)
            \(when) If nothing has changed, “no change” is enough.

            """
    }
}
