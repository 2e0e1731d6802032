// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The paper for the meeting that agrees a progress update: what each lead says and proposes.
///
/// The lead's own words stand beside the coordinator's wording, and what is proposed beside what was agreed.
public struct RoundPaper: Sendable {
    private let round: UpdateRound
    private let plan: Plan
    private let scheme: StatusScheme?

    /// Creates a paper.
    ///
    /// - Parameters:
    ///   - round: The round.
    ///   - plan: Its plan.
    ///   - scheme: The plan's status key, when it is known.
    public init(_ round: UpdateRound, plan: Plan, scheme: StatusScheme?) {
        self.round = round
        self.plan = plan
        self.scheme = scheme
    }

    /// The paper as a document.
    ///
    /// - Complexity: O(*n*) in the number of items.
    public var document: Document {
        let title = "Progress update at \(round.date.formatted("d MMMM yyyy"))"
        var blocks: [Document.Block] = [.heading(1, title), .paragraph(plan.title)]
        if let frozen = round.frozenOn {
            blocks.append(
                .paragraph("The paper was frozen on \(frozen.formatted("d MMMM yyyy")).")
            )
        } else {
            blocks.append(.notice(.draft, "The paper is not frozen yet: more may come."))
        }
        let answers = round.answers
        var silent: [String] = []
        var unchanged: [(lead: String, items: [String])] = []
        for lead in round.asked {
            var rows: [Document.Table.Row] = []
            let saidNothing = round.returns(of: lead).contains(where: \.isNothing)
            for id in lead.items {
                if saidNothing, answers[id] == nil {
                    if unchanged.last?.lead != lead.name { unchanged.append((lead.name, [])) }
                    unchanged[unchanged.count - 1].items.append(number(of: id))
                    continue
                }
                guard let answer = answers[id], let item = plan.item(id) else {
                    silent.append(number(of: id))
                    continue
                }
                rows.append(.cells(cells(answer, item)))
            }
            guard !rows.isEmpty else { continue }
            blocks.append(.heading(2, lead.name))
            blocks.append(
                .table(
                    Document.Table(
                        caption: lead.name,
                        columns: [
                            Document.Table.Column("No", isRowHeader: true), "Action",
                            "Done since", "Evidence and difference", "Colour", "Proposed",
                            "Help or decision wanted", "Agreed",
                        ],
                        rows: rows,
                        hidesCaption: true
                    )
                )
            )
        }
        if !unchanged.isEmpty {
            blocks.append(.heading(2, "No change"))
            blocks.append(
                .bullets(
                    unchanged.map { lead, items in
                        Prose(
                            "\(lead) answered that there is nothing to report for "
                                + "\(items.joined(separator: ", "))."
                        )
                    }
                )
            )
        }
        if !silent.isEmpty {
            blocks.append(.heading(2, "Nothing came"))
            blocks.append(
                .paragraph("No update was returned for: \(silent.joined(separator: ", ")).")
            )
        }
        return Document(title: title, blocks: blocks)
    }

    private func number(of item: String) -> String { plan.item(item)?.number ?? item }

    private func cells(_ answer: ReturnedAnswer, _ item: PlanItem) -> [Document.Table.Cell] {
        var done = answer.done
        if done.isEmpty, answer.isNoChange { done = Prose("No change") }
        if let wording = round.wordings[item.id] {
            done = Prose("Coordinator's wording:").appending(wording)
                .appending(Prose("The lead's own:")).appending(done)
        }
        if round.source(of: item.id)?.return.isTabled == true {
            done = Prose("Tabled after the paper was frozen.").appending(done)
        }
        var proof = answer.evidence
        if !answer.difference.isEmpty {
            proof = proof.appending(Prose("Difference made:")).appending(answer.difference)
        }
        return [
            .text(item.number ?? item.id), .prose(item.text), .prose(done), .prose(proof),
            status(item.status?.printed), .prose(proposed(answer)), .prose(answer.help),
            .text(round.agreed(about: item.id).map { agreed($0) } ?? ""),
        ]
    }

    private func status(_ printed: String?) -> Document.Table.Cell {
        guard let printed, !printed.isEmpty else { return .empty }
        return scheme?.key(reading: printed).map { .status($0.tag) } ?? .text(printed)
    }

    private func word(_ letter: String) -> String {
        scheme?.key(reading: letter)?.inWords ?? letter
    }

    private func proposed(_ answer: ReturnedAnswer) -> Prose {
        var lines: [Prose] = []
        if !answer.colour.isEmpty {
            let why = answer.colourReason.isEmpty ? "" : ": \(answer.colourReason.singleLine)"
            lines.append(Prose(word(answer.colour) + why))
        }
        if let day = answer.finished.day {
            lines.append(Prose("Finished on \(day.formatted("d MMMM yyyy"))"))
        }
        if !answer.newDate.isEmpty {
            let why = answer.newDateReason.isEmpty ? "" : ": \(answer.newDateReason.singleLine)"
            lines.append(Prose("New date \(answer.newDate)\(why)"))
        }
        return lines.reduce(Prose()) { $0.appending($1) }
    }

    private func agreed(_ agreed: AgreedAnswer) -> String {
        guard !agreed.isAsProposed else { return "As proposed" }
        var parts: [String] = []
        if !agreed.colour.isEmpty { parts.append(word(agreed.colour)) }
        if let day = agreed.finished { parts.append("finished on \(day.formatted("d MMMM yyyy"))") }
        if !agreed.timescale.isEmpty { parts.append(agreed.timescale) }
        return (parts + [agreed.reason.singleLine]).joined(separator: ", ")
    }
}
