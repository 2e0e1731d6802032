// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A workflow drawn: its states, and the events that lead from one to another.
///
/// The same model makes text for Mermaid, a picture as SVG with its text alternative, and a table.
///
/// ```swift
/// let diagram = RiskWorkflowDiagram(of: workflow, marking: "under-review")
/// diagram.mermaid
/// ```
public struct RiskWorkflowDiagram: Sendable {
    /// What leads from one state to another.
    struct Arrow: Hashable {
        var from: Int
        var to: Int
        var words: String
    }

    private let workflow: any RiskWorkflow
    private let marked: RiskState?
    private let arrows: [Arrow]

    /// Draws a workflow.
    ///
    /// - Parameters:
    ///   - workflow: The workflow.
    ///   - state: The state that is marked, such as that in which a risk stands.
    public init(of workflow: any RiskWorkflow, marking state: RiskState? = nil) {
        self.workflow = workflow
        marked = state
        let places = Dictionary(
            workflow.states.enumerated().map { ($1.state, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var arrows: [Arrow] = []
        for step in workflow.steps {
            let ways =
                [(step.to, step.event.rawValue)]
                + step.branches.map { ($0.to, "\(step.event) [\($0.why)]") }
            for (target, words) in ways where target != step.from {
                guard let from = places[step.from], let to = places[target] else { continue }
                if let known = arrows.firstIndex(where: { $0.from == from && $0.to == to }) {
                    arrows[known].words += ", \(words)"
                } else {
                    arrows.append(Arrow(from: from, to: to, words: words))
                }
            }
        }
        self.arrows = arrows
    }

    private var states: [RiskWorkflowState] { workflow.states }

    private func label(_ place: Int) -> String {
        states[place].label + (states[place].state == marked ? " (here)" : "")
    }

    // MARK: Mermaid

    /// The diagram as text for Mermaid, `stateDiagram-v2`.
    public var mermaid: String {
        var lines = ["stateDiagram-v2"]
        for place in states.indices {
            lines.append("    state \"\(Self.plain(label(place)))\" as s\(place)")
        }
        if !states.isEmpty { lines.append("    [*] --> s0") }
        for arrow in arrows {
            lines.append("    s\(arrow.from) --> s\(arrow.to): \(Self.plain(arrow.words))")
        }
        for place in states.indices where states[place].isFinal {
            lines.append("    s\(place) --> [*]")
        }
        if let place = states.firstIndex(where: { $0.state == marked }) {
            lines.append("    classDef here stroke-width:4px")
            lines.append("    class s\(place) here")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Words without what Mermaid would take for its own.
    private static func plain(_ words: String) -> String {
        String(
            words.map { character in
                switch character {
                case "\"": "'"
                case ";", "\n", "\r", "#": " "
                case ":": "–"
                default: character
                }
            }
        )
    }

    // MARK: A tree

    /// The diagram as a tree, for documents: each state where it is first come to, with the events that lead there
    /// and those that lead from it back.
    public var tree: Document.Tree {
        var children: [Int: [Arrow]] = [:]
        var seen: Set<Int> = [0]
        var queue = states.isEmpty ? [] : [0]
        var next = 0
        while next < queue.count {
            for arrow in arrows where arrow.from == queue[next] && seen.insert(arrow.to).inserted {
                children[arrow.from, default: []].append(arrow)
                queue.append(arrow.to)
            }
            next += 1
        }
        func node(_ place: Int, by words: String) -> Document.Tree.Node {
            let own = children[place] ?? []
            let others = arrows.filter { $0.from == place && !own.contains($0) }
                .map { "\($0.words): \(states[$0.to].label)" }
            let details =
                [words.isEmpty ? "" : "by \(words)"]
                + (others.isEmpty ? [] : ["also \(others.joined(separator: "; "))"])
            return Document.Tree.Node(
                label(place).sentence,
                detail: details.filter { !$0.isEmpty }.joined(separator: "; "),
                children: own.map { node($0.to, by: $0.words) }
            )
        }
        let unreached = states.indices.filter { !seen.contains($0) }
        return Document.Tree(
            title: "The workflow “\(workflow.reference)”",
            roots: (states.isEmpty ? [] : [0]).map { node($0, by: "") }
                + unreached.map {
                    Document.Tree.Node(label($0).sentence, detail: "nothing leads here")
                }
        )
    }

    // MARK: A table

    /// The diagram as a document: a sentence on where the risk stands, and a table of what leads where.
    public var document: Document {
        var blocks: [Document.Block] = []
        if let state = states.first(where: { $0.state == marked }) {
            blocks.append(.paragraph("The risk is \(state.label)."))
        }
        let rows = workflow.steps.flatMap { step -> [Document.Table.Row] in
            let ways = [(step.to, "")] + step.branches.map { ($0.to, $0.why) }
            return ways.filter { $0.0 != step.from }.map { target, why in
                .cells([
                    .text(words(for: step.from)), .text(step.event.rawValue),
                    .text(words(for: target)),
                    .text(why.isEmpty ? "always" : "because \(why)"),
                    .text(
                        workflow.permissions.roles(for: step.event)?.joined(separator: ", ")
                            ?? "anybody"
                    ),
                ])
            }
        }
        blocks.append(
            .table(
                Document.Table(
                    caption: "The workflow “\(workflow.reference)”",
                    columns: ["From", "Event", "To", "When", "Who"],
                    rows: rows
                )
            )
        )
        let staying = events { step in step.targets.allSatisfy { $0 == step.from } }
        if !staying.isEmpty {
            blocks.append(.heading(2, "What leaves a risk in its state"))
            blocks.append(.bullets(staying))
        }
        let guards = (workflow.parts?.guards ?? [:]).filter {
            $0.key != "roles" && !$0.value.isEmpty
        }
        if !guards.isEmpty {
            blocks.append(.heading(2, "What may be refused all the same"))
            blocks.append(
                .bullets(
                    guards.sorted { $0.key < $1.key }.map { name, events in
                        let names = events.map(\.rawValue).sorted().joined(separator: ", ")
                        return Prose("\(names): by the guard “\(name)”")
                    }
                )
            )
        }
        let limits = states.compactMap { state in
            state.limit.map { Prose("\(state.label.sentence): \($0) at the longest.") }
        }
        if !limits.isEmpty {
            blocks.append(.heading(2, "How long a risk may stand in a state"))
            blocks.append(.bullets(limits))
        }
        return Document(title: "Workflow of risks", blocks: blocks)
    }

    /// The events of some steps, each with the states in which it can be and with who may ask for it.
    private func events(_ isWanted: (RiskWorkflowStep) -> Bool) -> [Prose] {
        var order: [RiskEventName] = []
        var from: [RiskEventName: [String]] = [:]
        for step in workflow.steps where isWanted(step) {
            if from[step.event] == nil { order.append(step.event) }
            from[step.event, default: []].append(words(for: step.from))
        }
        return order.map { event in
            let roles = workflow.permissions.roles(for: event)?.joined(separator: ", ")
            return Prose(
                "\(event), while it is \(from[event, default: []].joined(separator: ", ")): by "
                    + (roles ?? "anybody")
            )
        }
    }

    private func words(for state: RiskState) -> String {
        states.first { $0.state == state }?.label ?? state.rawValue
    }

    // MARK: A picture

    private static let (width, height, gap, row) = (180, 44, 40, 120)

    /// How far each state is from the beginning, in events.
    private var layers: [Int] {
        var found = Array(repeating: -1, count: states.count)
        guard !found.isEmpty else { return [] }
        found[0] = 0
        var queue = [0]
        var next = 0
        while next < queue.count {
            let place = queue[next]
            next += 1
            for arrow in arrows where arrow.from == place && found[arrow.to] < 0 {
                found[arrow.to] = found[place] + 1
                queue.append(arrow.to)
            }
        }
        let last = (found.max() ?? 0) + 1
        return found.map { $0 < 0 ? last : $0 }
    }

    /// The picture as SVG, with the diagram in words as its text alternative.
    public var svg: String {
        let layers = layers
        var counts: [Int: Int] = [:]
        var corners: [(x: Int, y: Int)] = []
        for layer in layers {
            let place = counts[layer, default: 0]
            counts[layer] = place + 1
            corners.append((Self.gap + place * (Self.width + Self.gap), 30 + layer * Self.row))
        }
        let most = counts.values.max() ?? 0
        let size = (
            x: Self.gap + most * (Self.width + Self.gap) + 60,
            y: 30 + ((layers.max() ?? 0) + 1) * Self.row
        )
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size.x) \(size.y)\" role=\"img\" "
                + "aria-labelledby=\"title words\" font-family=\"sans-serif\" font-size=\"13\">",
            "<title id=\"title\">The workflow “\(Self.escaped(workflow.reference.description))”</title>",
            "<desc id=\"words\">\(Self.escaped(alternative))</desc>",
            "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" "
                + "markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\" fill=\"currentColor\"/>"
                + "</marker></defs>",
        ]
        for (index, arrow) in arrows.enumerated() { lines.append(line(arrow, index, corners)) }
        for (place, corner) in corners.enumerated() {
            let isHere = states[place].state == marked
            lines.append(
                "<rect x=\"\(corner.x)\" y=\"\(corner.y)\" width=\"\(Self.width)\" "
                    + "height=\"\(Self.height)\" rx=\"8\" fill=\"Canvas\" stroke=\"currentColor\" "
                    + "stroke-width=\"\(isHere ? 4 : 1)\"/>"
                    + "<text x=\"\(corner.x + Self.width / 2)\" y=\"\(corner.y + 27)\" "
                    + "text-anchor=\"middle\" fill=\"currentColor\">"
                    + "\(Self.escaped(Self.short(label(place), 26)))</text>"
            )
        }
        return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private func line(_ arrow: Arrow, _ index: Int, _ corners: [(x: Int, y: Int)]) -> String {
        let (from, to) = (corners[arrow.from], corners[arrow.to])
        let isDown = to.y > from.y
        // Arrows that go back or sideways bend out, each a little further than the one before.
        let shift = isDown ? (index % 3) * 14 - 14 : 24 + (index % 4) * 10
        let start = (x: from.x + Self.width / 2 + shift, y: isDown ? from.y + Self.height : from.y)
        let end = (x: to.x + Self.width / 2 + shift, y: isDown ? to.y : to.y + Self.height)
        let middle = (x: (start.x + end.x) / 2 + (isDown ? 0 : 60), y: (start.y + end.y) / 2)
        return
            "<path d=\"M\(start.x) \(start.y) Q\(middle.x) \(middle.y) \(end.x) \(end.y)\" fill=\"none\" "
            + "stroke=\"currentColor\" marker-end=\"url(#tip)\"/>"
            + "<text x=\"\(middle.x)\" y=\"\(middle.y)\" text-anchor=\"middle\" fill=\"currentColor\">"
            + "\(Self.escaped(Self.short(arrow.words, 34)))</text>"
    }

    /// The diagram in words.
    public var alternative: String {
        arrows.map { arrow in
            "From \(label(arrow.from)) to \(label(arrow.to)): \(arrow.words)."
        }.joined(separator: " ")
    }

    private static func short(_ words: String, _ most: Int) -> String {
        words.count > most ? words.prefix(most - 1) + "…" : words
    }

    private static func escaped(_ words: String) -> String {
        words.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
