// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The minute of a meeting: what was said item by item, what was decided, and who is to do what.
public struct Minute: Hashable, Sendable {
    /// The discussion, item by item.
    public var items: [MinutedItem]
    /// The decisions, in order.
    public var decisions: [MinutedDecision]
    /// The actions, in order.
    public var actions: [MinutedAction]
    /// The day on which this text was drafted.
    public var draftedOn: CivilDate?
    /// The day on which it was circulated.
    public var circulatedOn: CivilDate?
    /// The day on which it was approved.
    public var approvedOn: CivilDate?
    /// The meeting that approved it, such as `cpc/2024-02-06`.
    public var approvedAt: String?

    /// Where a minute is.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// It is being written.
        case draft
        /// It is before the members.
        case circulated
        /// It is approved, and never changes.
        case approved
    }

    /// Creates a minute.
    ///
    /// - Parameters:
    ///   - items: The discussion, item by item.
    ///   - decisions: The decisions, in order.
    ///   - actions: The actions, in order.
    public init(
        items: [MinutedItem] = [],
        decisions: [MinutedDecision] = [],
        actions: [MinutedAction] = []
    ) {
        self.items = items
        self.decisions = decisions
        self.actions = actions
    }

    /// Where the minute is.
    public var state: State {
        if approvedOn != nil { return .approved }
        return circulatedOn == nil ? .draft : .circulated
    }

    /// What was written, without what happened to the minute and to its actions since.
    public var text: Minute {
        var text = Minute(items: items, decisions: decisions, actions: actions)
        for place in text.actions.indices {
            text.actions[place].extensions = []
            text.actions[place].doneOn = nil
        }
        return text
    }

    /// The codes of its decisions and actions, with the number of the item of each.
    var codes: [(code: String, item: String, isAction: Bool)] {
        decisions.map { ($0.code, $0.item, false) } + actions.map { ($0.code, $0.item, true) }
    }

    /// Returns the next code below an item, given all that were ever given out.
    ///
    /// - Parameters:
    ///   - item: The number of the item.
    ///   - taken: The codes that were ever given out.
    /// - Returns: The number with a letter behind it, such as `5b`; `5aa` follows on `5z`.
    public static func nextCode(of item: String, after taken: Set<String>) -> String {
        let last = taken.compactMap { order(of: $0, below: item) }.max() ?? 0
        return item + letters(last + 1)
    }

    /// The place of a code among those of its item, from 1; nil when it is of another item or no code.
    static func order(of code: String, below item: String) -> Int? {
        guard code.hasPrefix(item) else { return nil }
        let letters = code.utf8.dropFirst(item.utf8.count)
        guard (1...4).contains(letters.count), letters.allSatisfy({ (97...122).contains($0) })
        else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1) - 96 }
    }

    private static func letters(_ number: Int) -> String {
        var number = number
        var letters: [UInt8] = []
        while number > 0 {
            number -= 1
            letters.insert(UInt8(97 + number % 26), at: 0)
            number /= 26
        }
        return String(decoding: letters, as: UTF8.self)
    }
}

/// What was said below one item.
public struct MinutedItem: Hashable, Sendable {
    /// The number of the item.
    public var number: String
    /// What the item is called.
    public var title: String
    /// What was said.
    public var text: Prose

    /// Creates what was said.
    ///
    /// - Parameters:
    ///   - number: The number of the item.
    ///   - title: What the item is called.
    ///   - text: What was said.
    public init(_ number: String, _ title: String, _ text: Prose = Prose()) {
        self.number = number
        self.title = title
        self.text = text
    }
}

/// A decision of a meeting.
public struct MinutedDecision: Hashable, Sendable {
    /// The code by which it is cited, such as `5a`.
    public var code: String
    /// The number of the item.
    public var item: String
    /// What was decided.
    public var text: Prose
    /// The day by which it is to be looked at again.
    public var reviewBy: CivilDate?
    /// What it is about: an action of a plan, a risk, a progress update.
    public var links: [SubjectReference]

    /// Creates a decision.
    ///
    /// - Parameters:
    ///   - code: The code by which it is cited.
    ///   - item: The number of the item.
    ///   - text: What was decided.
    ///   - reviewBy: The day by which it is to be looked at again.
    ///   - links: What it is about.
    public init(
        _ code: String,
        item: String,
        _ text: Prose,
        reviewBy: CivilDate? = nil,
        links: [SubjectReference] = []
    ) {
        self.code = code
        self.item = item
        self.text = text
        self.reviewBy = reviewBy
        self.links = links
    }
}

/// Something that a meeting asked somebody to do.
public struct MinutedAction: Hashable, Sendable {
    /// The code by which it is cited, such as `5b`.
    public var code: String
    /// The number of the item.
    public var item: String
    /// What is to be done.
    public var text: Prose
    /// The role that is to do it; empty when the minute names nobody.
    public var owner: String
    /// The day by which it was to be done at first.
    public var dueAtFirst: CivilDate?
    /// What it is about: an action of a plan, a risk, a progress update.
    public var links: [SubjectReference]
    /// The later days that were given, in order.
    public var extensions: [CivilDate]
    /// The day on which it was done.
    public var doneOn: CivilDate?

    /// Creates an action.
    ///
    /// - Parameters:
    ///   - code: The code by which it is cited.
    ///   - item: The number of the item.
    ///   - text: What is to be done.
    ///   - owner: The role that is to do it.
    ///   - due: The day by which it is to be done.
    ///   - links: What it is about.
    public init(
        _ code: String,
        item: String,
        _ text: Prose,
        owner: String = "",
        due: CivilDate? = nil,
        links: [SubjectReference] = []
    ) {
        self.code = code
        self.item = item
        self.text = text
        self.owner = owner
        dueAtFirst = due
        self.links = links
        extensions = []
    }

    /// The day by which it is to be done now.
    public var due: CivilDate? { extensions.last ?? dueAtFirst }

    /// How the action stands on a day: `done`, `late` or `open`.
    ///
    /// - Parameter day: The day.
    /// - Returns: The word.
    public func state(on day: CivilDate) -> String {
        if let doneOn, doneOn <= day { return "done" }
        return due.map { $0 < day } ?? false ? "late" : "open"
    }
}

/// A correction of a minute, which is shown beside it.
public struct MinuteCorrection: Hashable, Sendable {
    /// The number of the item or the code that is corrected.
    public var item: String
    /// How it should read.
    public var text: Prose
    /// The meeting at which it was made, such as `cpc/2024-02-06`.
    public var at: String
    /// The day on which it was recorded.
    public var on: CivilDate?

    /// Creates a correction.
    ///
    /// - Parameters:
    ///   - item: The number of the item or the code.
    ///   - text: How it should read.
    ///   - at: The meeting at which it was made.
    public init(item: String, text: Prose, at: String) {
        self.item = item
        self.text = text
        self.at = at
    }
}
