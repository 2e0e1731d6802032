// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of what a committee counts: indicators, their values, and what of them was published.
public struct FiguresRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "figures" }

    /// Indicators, a figure that a text cites, and the figures as a whole.
    public var subjects: [SubjectKind] { ["indicator", "figure", "figures"] }

    /// What can be recorded of indicators, and of the figures as a whole.
    public var kinds: [DeclaredKind] { Indicator.table.kinds + FigureRegister.table.kinds }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> FiguresFold { FiguresFold() }

    /// How a person writes what is said of an indicator, and of the figures as a whole.
    public var requests: [RequestTarget] {
        [
            RequestTarget(
                "indicator",
                noun: "an indicator",
                members: Indicator.table.requestNames
            ) { (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .indicator(try fields.required("indicator", as: .name)),
                    try Indicator.table.requested(fields, &reading)
                )
            },
            RequestTarget("figureRules", noun: "the rules for figures") {
                (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .figures,
                    try FigureRegister.table.requested(fields, &reading)
                )
            },
        ]
    }
}

/// The figures, while the entries of a journal are being folded.
public struct FiguresFold: RoomFold {
    private var indicators: [String: Indicator] = [:]
    private var order: [String] = []
    private var whole = FigureRegister()

    init() {}

    /// Begins where a state stands, to try what could be recorded next.
    init(_ state: FigureRegister) {
        for indicator in state.indicators {
            indicators[indicator.id] = indicator
            order.append(indicator.id)
        }
        whole = state
        whole.indicators = []
    }

    /// Takes in what is said of an indicator, whose title makes it, or of the figures as a whole.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? { tried(fact, step) }

    /// Takes in what is said, when nobody needs to know at what the fold looked.
    mutating func tried(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        if step.subject == .figures {
            whole.indicators = order.compactMap { indicators[$0] }
            defer { whole.indicators = [] }
            return FigureRegister.table.apply(fact, to: &whole, step)
        }
        let id = step.subject.id
        guard step.subject.kind == "indicator" else {
            return "“\(step.subject)” is not an indicator. Name an indicator."
        }
        guard Indicator.isIdentifier(id) else {
            return
                "“\(id)” cannot name an indicator, because texts could not cite it. Use letters, digits "
                + "and hyphens only, such as registrations."
        }
        let isTitle = fact.kind == Indicator.Entries.title.declared.kind
        guard indicators[id] != nil || isTitle else {
            return "There is no indicator “\(id)” on \(step.effective). "
                + (order.isEmpty
                    ? "Add it first, with its title."
                    : ClosestName.suggestion(for: id, in: order))
        }
        // Taken out, not copied: values are many.
        var indicator = indicators.removeValue(forKey: id) ?? Indicator(id: id)
        let before = isValues(fact) ? nil : indicator
        if let refusal = Indicator.table.apply(fact, to: &indicator, step) {
            if order.contains(id) { indicators[id] = indicator }
            return refusal
        }
        if let before, let refusal = indicator.refusal {
            if order.contains(id) { indicators[id] = before }
            return refusal
        }
        if !order.contains(id) { order.append(id) }
        indicators[id] = indicator
        return nil
    }

    private func isValues(_ fact: Change.Fact) -> Bool {
        fact.kind == Indicator.Entries.valuesSet.declared.kind
    }

    /// Returns the card of an indicator, of a figure, or of the figures as a whole.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        if subject.kind == "indicator" {
            var one = FigureRegister()
            one.indicators = indicators[subject.id].map { [$0] } ?? []
            return one.card(of: subject)
        }
        return finished().card(of: subject)
    }

    /// Returns the figures, indicators in the order in which they were added.
    public func finished() -> FigureRegister {
        var state = whole
        state.indicators = order.compactMap { indicators[$0] }
        return state
    }
}

extension Indicator {
    /// Whether a text can cite an indicator of this name: letters, digits and, between them, hyphens and
    /// underscores, with one letter at least.
    static func isIdentifier(_ text: String) -> Bool {
        guard text.utf8.count <= 80, text.contains(where: \.isLetter) else { return false }
        let isMark = { (byte: UInt8) in byte == 0x2D || byte == 0x5F }
        guard let first = text.utf8.first, let last = text.utf8.last, !isMark(first), !isMark(last)
        else { return false }
        return text.utf8.allSatisfy { byte in
            isMark(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
    }

    /// Why its fields cannot be as they are; nil when they can.
    fileprivate var refusal: String? {
        guard title?.trimmingSpace.isEmpty == false else {
            return "The indicator “\(id)” would have no title. Give it one."
        }
        if let days = dueDays, !(0...3660).contains(days) {
            return
                "The indicator “\(id)” would be due after \(days) days. Give a number from 0 to 3660."
        }
        if let rate, !(1...1_000_000).contains(rate) {
            return
                "The indicator “\(id)” would be counted in \(rate). Give a number from 1 to 1000000."
        }
        if let decimals, !(0...3).contains(decimals) {
            return
                "The indicator “\(id)” would have \(decimals) digits after the point. Give 0 to 3."
        }
        if Set(areas).count != areas.count {
            return "The indicator “\(id)” would have an area twice. Name each once."
        }
        if outOf == id || sumOf.contains(id) {
            return "The indicator “\(id)” cannot be a part of itself. Name another indicator."
        }
        return nil
    }
}
