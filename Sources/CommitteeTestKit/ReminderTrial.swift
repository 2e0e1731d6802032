// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// A trial of reminders on invented plans: whether each reaches its lead once, however a host asks.
///
/// Three hosts ask about the same plans, and about the risks, acceptances, terms of office, data sets
/// and meetings beside them: one every day, one every week, one with long gaps. What each is told is
/// compared with a plain count on the fingers, while deadlines are revised, work is completed and
/// taken up again, risks are reviewed, accepted, closed and escalated, terms are renewed, data come in
/// and meetings are moved or cancelled.
///
/// ```swift
/// let figures = ReminderTrial(seed: 1).run(plans: 100, days: 400)
/// figures.complaints  // []
/// ```
public struct ReminderTrial: Sendable {
    /// What a trial found.
    public struct Figures: Hashable, Sendable {
        /// The plans.
        public var plans = 0
        /// The days asked about, over all plans.
        public var days = 0
        /// The reminders that a host was told of for the first time, by host.
        public var told: [String: Int] = [:]
        /// The steps that gave way to a later one before a host asked, by host.
        public var collapsed: [String: Int] = [:]
        /// What went wrong; empty when all is well.
        public var complaints: [String] = []
        /// A number for each identifier, and one for what it stands for.
        private var identities: [Int: Int] = [:]

        /// Creates figures of nothing.
        public init() {}

        /// The different identifiers.
        public var identifiers: Int { identities.count }

        /// Keeps what an identifier stands for; complains when it stands for something else too.
        mutating func keep(_ id: String, _ identity: ReminderIdentity) {
            keep(id.hashValue, identity.hashValue) { "\(id) also stands for \(identity)" }
        }

        private mutating func keep(_ id: Int, _ identity: Int, _ complaint: () -> String) {
            if let other = identities.updateValue(identity, forKey: id), other != identity {
                complaints.append(complaint())
            }
        }

        /// Adds the figures of other plans.
        ///
        /// - Parameter other: The figures of a trial that was run for other plans.
        public mutating func add(_ other: Figures) {
            plans += other.plans
            days += other.days
            told.merge(other.told, uniquingKeysWith: +)
            collapsed.merge(other.collapsed, uniquingKeysWith: +)
            complaints += other.complaints
            for (id, identity) in other.identities {
                keep(id, identity) {
                    "an identifier stands for two things, in two parts of the trial"
                }
            }
        }
    }

    private let seed: UInt64

    /// Creates a trial.
    ///
    /// - Parameter seed: What its invented plans grow from: the same seed, the same plans.
    public init(seed: UInt64) { self.seed = seed }

    /// Runs the trial.
    ///
    /// - Parameters:
    ///   - plans: How many plans there are.
    ///   - days: How many days the hosts ask about each.
    /// - Returns: What it found.
    public func run(plans: Int, days: Int) -> Figures { run(plans: 0..<max(plans, 0), days: days) }

    /// Runs a part of the trial: the plans of some numbers.
    ///
    /// - Parameters:
    ///   - plans: The numbers of the plans.
    ///   - days: How many days the hosts ask about each.
    /// - Returns: What it found.
    public func run(plans: Range<Int>, days: Int) -> Figures {
        var figures = Figures()
        for number in plans {
            var random = SeededGenerator(seed: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
            var run = ReminderTrialRun(number: number, &random)
            run.run(days: days, &random, &figures)
            for (id, identity) in run.identities { figures.keep(id, identity) }
        }
        figures.plans = plans.count
        return figures
    }
}
