// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A risk: what may cause it, what may happen, and with what effect.
public struct Risk: Hashable, Sendable, Identifiable {
    /// The stable identifier of the risk within its register.
    public var id: String
    /// What may cause it, in words.
    public var cause: String
    /// What may happen, in words.
    public var event: String
    /// What it would lead to, in words.
    public var effect: String
    /// The category, by the register's own word.
    public var category: String
    /// The role that answers for the risk, by its identifier.
    public var ownerRoleID: String?
    /// The role that manages the risk, where that is another one.
    public var managerRoleID: String?
    /// The risk before any control.
    public var inherent: RiskAssessment
    /// The risk with the controls that there are.
    public var current: RiskAssessment
    /// The risk that is aimed at.
    public var target: RiskAssessment
    /// What is done about the risk.
    public var treatment: Treatment?
    /// What keeps the risk down.
    public var controls: [Control]
    /// Who may see the risk.
    public var visibility: Visibility
    /// When the risk is to be reviewed next.
    public var reviewDate: CivilDate?

    /// Creates a risk that nobody has assessed yet.
    ///
    /// - Parameters:
    ///   - id: The stable identifier.
    ///   - cause: What may cause it, in words.
    ///   - event: What may happen, in words.
    ///   - effect: What it would lead to, in words.
    ///   - category: The category, by the register's own word.
    ///   - ownerRoleID: The role that answers for the risk.
    ///   - visibility: Who may see the risk; restricted unless somebody says otherwise.
    public init(
        id: String,
        cause: String,
        event: String,
        effect: String,
        category: String = "",
        ownerRoleID: String? = nil,
        visibility: Visibility = .restricted
    ) {
        self.id = id
        self.cause = cause
        self.event = event
        self.effect = effect
        self.category = category
        self.ownerRoleID = ownerRoleID
        self.visibility = visibility
        inherent = .notAssessed
        current = .notAssessed
        target = .notAssessed
        controls = []
    }

    /// Whether the review of the risk is overdue on a day: its day has passed.
    ///
    /// - Parameter date: The day.
    /// - Returns: Whether there is a review day and it is before the day.
    public func isReviewOverdue(on date: CivilDate) -> Bool {
        reviewDate.map { $0 < date } ?? false
    }
}

extension Risk {
    /// What is done about a risk.
    public enum Treatment: String, Hashable, Sendable, CaseIterable {
        /// The risk is accepted as it is.
        case tolerate
        /// The risk is reduced.
        case treat
        /// The risk is passed to somebody else.
        case transfer
        /// What brings the risk is stopped.
        case terminate
    }

    /// Who may see a risk, from everybody to the fewest.
    public enum Visibility: String, Hashable, Sendable, CaseIterable, Comparable {
        /// Everybody may see it.
        case `public`
        /// The partner agencies may see it.
        case partners
        /// The committee may see it.
        case committee
        /// Only those whom the committee names may see it.
        case restricted

        /// Whether one audience is wider than another.
        public static func < (left: Self, right: Self) -> Bool {
            left.order < right.order
        }

        private var order: Int {
            switch self {
            case .public: 0
            case .partners: 1
            case .committee: 2
            case .restricted: 3
            }
        }
    }

    /// Something that keeps a risk down.
    public struct Control: Hashable, Sendable {
        /// What it is, in words.
        public var words: String
        /// How it works.
        public var kind: Kind
        /// How well it works, by the register's own word; empty when nobody has judged it.
        public var effectiveness: String
        /// The role that answers for the control, by its identifier.
        public var ownerRoleID: String?

        /// Creates a control.
        ///
        /// - Parameters:
        ///   - words: What it is, in words.
        ///   - kind: How it works.
        ///   - effectiveness: How well it works, by the register's own word.
        ///   - ownerRoleID: The role that answers for the control.
        public init(
            words: String,
            kind: Kind,
            effectiveness: String = "",
            ownerRoleID: String? = nil
        ) {
            self.words = words
            self.kind = kind
            self.effectiveness = effectiveness
            self.ownerRoleID = ownerRoleID
        }

        /// A way in which a control works.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// It keeps the event from happening.
            case preventive
            /// It mends what the event does.
            case corrective
            /// It tells people what to do.
            case directive
            /// It shows that the event has happened.
            case detective
        }
    }
}
