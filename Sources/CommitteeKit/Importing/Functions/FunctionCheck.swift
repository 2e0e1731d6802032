// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Holds what a layout's functions have read of a document against what they write again.
///
/// A function that reads words away would lose them. So whatever it does not write again word for
/// word is a finding, and the document's words are kept as text.
struct FunctionCheck {
    /// What one pair of functions should write of one item.
    private struct Expected {
        var words: String
        var line: Int
        var places: [WordPlace]
        var place: FindingPlace?
        var isFailed: Bool
    }

    private let reading: PlanReading
    private let layout: Layout

    init(_ reading: PlanReading, with layout: Layout) {
        self.reading = reading
        self.layout = layout
    }

    /// The items that each pair of functions is to write.
    var items: [(function: LayoutFunction, items: [String])] {
        layout.functions.map { function in
            let level = layout.level(of: function)
            return (function, reading.plan.items.filter { $0.level == level }.map(\.id))
        }
    }

    /// The reading with a finding for each cell that is not written as it was printed.
    ///
    /// - Parameter written: What the functions write, by item.
    /// - Returns: The reading, with the findings.
    /// - Complexity: O(*n*) in the number of items, times the number of functions.
    func checked(_ written: [LayoutFunction: [String: LayoutAnswer]]) -> PlanReading {
        var reading = reading
        for cell in reading.functionCells where cell.item == nil && !cell.isFailed {
            keep(cell.printed, [cell.place], in: &reading)
            let what = "read “\(PlanWalk.short(cell.printed))”, which is part of no item"
            reading.note(
                cell.line,
                cell.findingPlace,
                layout.words(of: cell.function),
                what,
                isKept: true
            )
        }
        for (function, items) in items {
            let expected = self.expected(of: function)
            for item in items {
                let cell = expected[item]
                check(
                    written[function]?[item] ?? .nothing,
                    against: cell,
                    of: item,
                    function,
                    in: &reading
                )
            }
        }
        reading.findings.sort { ($0.line, $0.kind) < ($1.line, $1.kind) }
        return reading
    }

    private func expected(of function: LayoutFunction) -> [String: Expected] {
        var expected: [String: Expected] = [:]
        for cell in reading.functionCells where cell.function == function {
            guard let item = cell.item else { continue }
            guard var before = expected[item] else {
                expected[item] = Expected(
                    words: cell.printed,
                    line: cell.line,
                    places: [cell.place],
                    place: cell.findingPlace,
                    isFailed: cell.isFailed
                )
                continue
            }
            // A heading that stands again on another page says the same once more.
            if before.words != cell.printed { before.words += " " + cell.printed }
            before.places.append(cell.place)
            before.isFailed = before.isFailed || cell.isFailed
            expected[item] = before
        }
        return expected
    }

    private func check(
        _ answer: LayoutAnswer,
        against cell: Expected?,
        of item: String,
        _ function: LayoutFunction,
        in reading: inout PlanReading
    ) {
        let line = cell?.line ?? reading.lines[item] ?? 0
        let printed = cell?.words ?? ""
        let what: String
        switch answer {
        case .failed(let why):
            what = "could not write what it read on this line: \(why)"
        case .words(let words) where Self.isSame(words, printed): return
        case .nothing where Self.isSame("", printed): return
        case .words(""), .nothing: what = "reads “\(PlanWalk.short(printed))” and writes nothing"
        case .words(let words):
            what =
                printed.isEmpty
                ? "writes “\(PlanWalk.short(words))” where the cell of \(item) is empty"
                : "reads “\(PlanWalk.short(printed))” and writes “\(PlanWalk.short(words))”"
        }
        if let cell { keep(printed, cell.places, in: &reading) }
        reading.note(
            line,
            cell?.place ?? reading.places[item],
            layout.words(of: function),
            what,
            isKept: cell != nil
        )
    }

    private static func isSame(_ written: String, _ printed: String) -> Bool {
        WordBag.words(of: Prose(written).singleLine) == WordBag.words(of: printed)
    }

    private func keep(_ words: String, _ places: [WordPlace], in reading: inout PlanReading) {
        reading.plan.texts.append(PlanText(place: .closing, text: Prose(words)))
        for place in places { reading.account.keepAsText(place) }
    }
}

extension PlanReading {
    /// An edition that has the plan and nothing else, for functions that write its items.
    func edition(of committee: String, name: String) -> Edition {
        var edition = Edition(
            of: Record(),
            committee: committee,
            name: name,
            asOf: reportedOn ?? plan.period.from ?? CivilDate(1970, 1, 1),
            audience: .restricted
        )
        // A draft is not for every plugin; what stands in the document is.
        var plan = plan
        plan.approvalChain = []
        plan.milestones.append(DocumentMilestone(kind: .approved(by: name), on: edition.asOf))
        edition.plans = [plan]
        return edition
    }

    fileprivate mutating func note(
        _ line: Int,
        _ place: FindingPlace?,
        _ function: String,
        _ what: String,
        isKept: Bool
    ) {
        findings.append(
            Finding(
                line: line,
                kind: "function-differs",
                message: "The function of \(function) \(what). "
                    + (isKept ? "The document's words are kept as text too. " : "")
                    + "What is written must be what was read, word for word.",
                place: place
            )
        )
    }
}
