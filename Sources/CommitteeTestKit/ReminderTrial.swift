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
        /// The different identifiers.
        public var identifiers = 0
        /// What went wrong; empty when all is well.
        public var complaints: [String] = []
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
    public func run(plans: Int, days: Int) -> Figures {
        var figures = Figures()
        var subjects: [String: String] = [:]
        for number in 0..<plans {
            var random = TrialRandom(state: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
            var run = ReminderTrialRun(number: number, &random)
            run.run(days: days, &random, &figures)
            for (id, subject) in run.subjects {
                if let other = subjects.updateValue(subject, forKey: id), other != subject {
                    figures.complaints.append("\(id) stands for \(other) and for \(subject)")
                }
            }
        }
        figures.plans = plans
        figures.identifiers = subjects.count
        return figures
    }
}

/// Repeatable numbers: SplitMix64 (Steele, Lea and Flood 2014).
struct TrialRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
