// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a reminder rule looks at, one by one.
public struct ReminderSubject: Hashable, Sendable, CustomStringConvertible {
    private enum Value: String, CaseIterable {
        case action
        case maintenance
        case plan
        case meeting
        case risk
        case acceptance
        case member
        case dataSet = "data_set"
        case deadline
    }

    private let value: Value
    private init(_ value: Value) { self.value = value }

    /// The actions of every plan that is in force.
    public static var action: Self { Self(.action) }
    /// The items of every maintenance list.
    public static var maintenance: Self { Self(.maintenance) }
    /// The plans themselves.
    public static var plan: Self { Self(.plan) }
    /// The meetings that are planned.
    public static var meeting: Self { Self(.meeting) }
    /// The reviews of risks.
    public static var risk: Self { Self(.risk) }
    /// The acceptances of risks, which lapse.
    public static var acceptance: Self { Self(.acceptance) }
    /// The members of bodies and working groups, whose terms of office end.
    public static var member: Self { Self(.member) }
    /// The data sets, which are due after each period.
    public static var dataSet: Self { Self(.dataSet) }
    /// What the rooms of a host say is due, such as the review of a policy.
    public static var deadline: Self { Self(.deadline) }

    /// Whether it is a plan, or items of one.
    public var isOfPlans: Bool { shape != .matters }

    /// What the run over a plan looks at.
    enum Shape {
        case items, plan, matters
    }

    /// What the run over a plan looks at.
    var shape: Shape {
        switch value {
        case .action, .maintenance: .items
        case .plan: .plan
        case .meeting, .risk, .acceptance, .member, .dataSet, .deadline: .matters
        }
    }

    /// Every name, in the form in which a plugin writes it.
    public static var names: [String] { Value.allCases.map(\.rawValue) }

    /// Creates a subject from its name, or returns nil when there is none of that name.
    ///
    /// - Parameter name: One of ``names``.
    public init?(name: String) {
        guard let value = Value(rawValue: name) else { return nil }
        self.value = value
    }

    /// The name in the form in which a plugin writes it.
    public var description: String { value.rawValue }
}

/// What makes a reminder rule fall silent.
public struct ReminderStop: Hashable, Sendable, CustomStringConvertible {
    private enum Value: String, CaseIterable {
        case completed
        case progress
    }

    private let value: Value
    private init(_ value: Value) { self.value = value }

    /// The work is completed, or not known not to be; or the item left the plan.
    public static var completed: Self { Self(.completed) }
    /// The same, or progress has been reported since the first step was reached.
    public static var progress: Self { Self(.progress) }

    /// Every name, in the form in which a plugin writes it.
    public static var names: [String] { Value.allCases.map(\.rawValue) }

    /// Creates a stop rule from its name, or returns nil when there is none of that name.
    ///
    /// - Parameter name: One of ``names``.
    public init?(name: String) {
        guard let value = Value(rawValue: name) else { return nil }
        self.value = value
    }

    /// The name in the form in which a plugin writes it.
    public var description: String { value.rawValue }
}

/// What gives the date on which something is due.
public enum ReminderBasis: Hashable, Sendable {
    /// The deadline of the item's timescale; nothing is due without one.
    case timescale
    /// A length of time after the newest progress or status, or after the item was added.
    case withoutProgress(ReminderInterval)
    /// A length of time after the plan's newest progress check, or after its first day.
    case withoutCheck(ReminderInterval)
    /// The meetings of which the item's timescale speaks, such as “before each COG”.
    case meetings
}

/// One step of a reminder rule.
public struct ReminderTier: Hashable, Sendable {
    /// When the step is reached.
    public enum Moment: Hashable, Sendable {
        /// So long before the due date; a length of 0 is the due date itself.
        case beforeDue(ReminderInterval)
        /// On the day after the due date, and again after each length of time that is given.
        case overdue(every: ReminderInterval?)
    }

    /// What becomes of a reminder that nobody fetched before the next one was due.
    public enum Missed: String, Hashable, Sendable, CaseIterable {
        /// The newest reminder stands for those before it.
        case sendOne = "send one"
        /// Each is sent, however late.
        case sendAll = "send all"
    }

    /// When the step is reached.
    public var moment: Moment
    /// What becomes of a reminder that was missed.
    public var missed: Missed
    /// How often the step comes at most, when it comes again; nil for no end.
    public var times: Int?

    /// Creates a step.
    ///
    /// - Parameters:
    ///   - moment: When it is reached.
    ///   - missed: What becomes of a reminder that was missed.
    ///   - times: How often it comes at most, when it comes again; nil for no end.
    public init(_ moment: Moment, missed: Missed = .sendOne, times: Int? = nil) {
        self.moment = moment
        self.missed = missed
        self.times = times
    }
}
