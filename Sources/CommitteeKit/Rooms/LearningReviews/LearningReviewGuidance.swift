// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a committee goes by in its Learning Reviews: criteria, reasons, rules and time limits, each with
/// the title and the year of its source.
///
/// It is data. A plugin brings it as a file (`learning_review_pack`), a committee adopts it, and from then
/// on the record holds it: what a plugin says later changes no review. A council may adopt a pack of its own.
///
/// ```swift
/// let pack = try LearningReviewGuidance(reading: bytes, source: "learning-reviews.json")
/// pack.criterion("registered")?.words
/// ```
public struct LearningReviewGuidance: Hashable, Sendable, Identifiable {
    /// A published document on which the pack rests.
    public struct Source: Hashable, Sendable, Identifiable {
        /// The identifier by which the pack's facts name it.
        public var id: String
        /// Its title.
        public var title: String
        /// Who published it; empty when nobody said.
        public var publisher: String
        /// The year of the edition.
        public var year: Int

        /// Creates a source.
        ///
        /// - Parameters:
        ///   - id: The identifier by which the pack's facts name it.
        ///   - title: Its title.
        ///   - publisher: Who published it.
        ///   - year: The year of the edition.
        public init(id: String, title: String, publisher: String = "", year: Int) {
            self.id = id
            self.title = title
            self.publisher = publisher
            self.year = year
        }

        /// The title and the year, as a page cites them.
        public var citation: String { "\(title) (\(year))" }
    }

    /// One entry of a list: a criterion, a reason, a kind of proceedings.
    public struct Term: Hashable, Sendable {
        /// The key that entries hold.
        public var key: String
        /// What it says.
        public var words: String
        /// The source, by its identifier; nil for a council's own.
        public var source: String?

        /// Creates an entry of a list.
        ///
        /// - Parameters:
        ///   - key: The key that entries hold.
        ///   - words: What it says.
        ///   - source: The source, by its identifier.
        public init(_ key: String, _ words: String, source: String? = nil) {
            self.key = key
            self.words = words
            self.source = source
        }
    }

    /// A time limit: within how long one step follows another.
    public struct TimeLimit: Hashable, Sendable {
        /// The step that is to be taken.
        public var step: LearningReviewStep
        /// The step from whose day it counts.
        public var after: LearningReviewStep
        /// How long.
        public var within: ReminderInterval
        /// The criteria for which it holds; all when empty.
        public var criteria: [String]
        /// The decision for which it holds; any when nil.
        public var outcome: LearningReviewOutcome?
        /// The source, by its identifier; nil for a council's own.
        public var source: String?

        /// Creates a time limit.
        ///
        /// - Parameters:
        ///   - step: The step that is to be taken.
        ///   - after: The step from whose day it counts.
        ///   - within: How long.
        ///   - criteria: The criteria for which it holds; all when empty.
        ///   - outcome: The decision for which it holds; any when nil.
        ///   - source: The source, by its identifier.
        public init(
            _ step: LearningReviewStep,
            after: LearningReviewStep,
            within: ReminderInterval,
            criteria: [String] = [],
            outcome: LearningReviewOutcome? = nil,
            source: String? = nil
        ) {
            self.step = step
            self.after = after
            self.within = within
            self.criteria = criteria
            self.outcome = outcome
            self.source = source
        }

        /// The limit in words, such as “the decision of the committee within 28 days of the notification”.
        public var words: String { "\(step.noun) within \(within) of \(after.noun)" }
    }

    /// The identifier of the pack, such as `learning-reviews-2024`.
    public var id: String
    /// The version of the pack, counted from 1.
    public var version: Int
    /// What it is called.
    public var title: String
    /// The day from which its source is in force; nil when nobody said.
    public var from: CivilDate?
    /// The documents on which it rests.
    public var sources: [Source] = []
    /// The criteria for a Learning Review.
    public var criteria: [Term] = []
    /// The reasons for not proceeding.
    public var reasons: [Term] = []
    /// The reviews that may take the place of a Learning Review.
    public var alternatives: [Term] = []
    /// The proceedings for which a review may wait.
    public var proceedings: [Term] = []
    /// The ways in which learning is shared.
    public var sharing: [Term] = []
    /// The rules, by the keys of ``LearningReviewRule``: why a step is refused, with its source.
    public var rules: [Term] = []
    /// The time limits.
    public var limits: [TimeLimit] = []

    /// Creates a pack without facts.
    ///
    /// - Parameters:
    ///   - id: The identifier of the pack.
    ///   - version: The version, counted from 1.
    ///   - title: What it is called.
    public init(id: String, version: Int = 1, title: String) {
        self.id = id
        self.version = version
        self.title = title
    }

    /// The identifier and the version, such as `learning-reviews-2024@1`, which each review pins.
    public var reference: String { "\(id)@\(version)" }

    /// Returns the criterion of a key.
    ///
    /// - Parameter key: The key.
    /// - Returns: The criterion, or nil when the pack has none.
    public func criterion(_ key: String) -> Term? { criteria.first { $0.key == key } }

    /// Returns the title and the year of a source.
    ///
    /// - Parameter id: The identifier of the source; nil for what is a council's own.
    /// - Returns: The citation, such as “Guide to reviews (2024)”, or “the committee's own”.
    public func citation(_ id: String?) -> String {
        sources.first { $0.id == id }?.citation ?? "the committee's own"
    }

    /// Every list with what it is called, for reading, checking and showing.
    static let lists:
        [(name: String, noun: String, path: any WritableKeyPath<Self, [Term]> & Sendable)] = [
            ("criteria", "criterion", \.criteria), ("reasons", "reason", \.reasons),
            ("alternatives", "alternative", \.alternatives),
            ("proceedings", "kind of proceedings", \.proceedings),
            ("sharing", "way of sharing", \.sharing), ("rules", "rule", \.rules),
        ]

    /// The words of a key of a list; the key itself when the pack has none.
    func words(_ key: String, in list: KeyPath<Self, [Term]>) -> String {
        self[keyPath: list].first { $0.key == key }?.words ?? key
    }
}

/// That a committee goes by a pack from a day on, and who does what by it.
public struct LearningReviewAdoption: Hashable, Sendable {
    /// The pack.
    public var guidance: LearningReviewGuidance
    /// The group that recommends, by the identifier or the name that the structure has for it.
    public var group: String?
    /// Who sees to the other steps: a seat, a role or a group of the structure.
    public var coordinator: String?
    /// Time limits of the committee's own; one for the same two steps takes the place of the pack's.
    public var ownLimits: [LearningReviewGuidance.TimeLimit]
    /// The day of adoption; nil before it is recorded.
    public var on: CivilDate?

    /// Creates an adoption.
    ///
    /// - Parameters:
    ///   - guidance: The pack.
    ///   - group: The group that recommends.
    ///   - coordinator: Who sees to the other steps.
    ///   - ownLimits: Time limits of the committee's own.
    public init(
        _ guidance: LearningReviewGuidance,
        group: String? = nil,
        coordinator: String? = nil,
        ownLimits: [LearningReviewGuidance.TimeLimit] = []
    ) {
        self.guidance = guidance
        self.group = group
        self.coordinator = coordinator
        self.ownLimits = ownLimits
    }

    /// The limits that hold: the committee's own, and those of the pack whose place none of them takes.
    public var limits: [LearningReviewGuidance.TimeLimit] {
        ownLimits
            + guidance.limits.filter { limit in
                !ownLimits.contains { $0.step == limit.step && $0.after == limit.after }
            }
    }
}
