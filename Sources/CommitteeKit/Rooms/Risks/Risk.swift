// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A risk: what may cause it, what may happen, and with what effect.
public struct Risk: Hashable, Sendable, Identifiable {
    /// The stable identifier of the risk within its register.
    public var id: String
    /// How far the risk has come.
    public var state: RiskState
    /// The number or reference that the register prints, where that is not the identifier.
    public var number: String?
    /// What the risk is called in a list; may be empty.
    public var title: String
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
    public var visibility: Audience
    /// When the risk is to be reviewed next, where somebody has set a day.
    public var reviewDate: CivilDate?
    /// How often the risk is reviewed, where that is not as its register says.
    public var reviewInterval: Period?
    /// The day of the last review.
    public var lastReviewed: CivilDate?
    /// The actions that treat the risk, each as `plan#action`.
    public var actions: [String]
    /// By when the target is to be reached, or that the risk is accepted as it is.
    public var targetDate: TargetDate?
    /// The most that the risk may be, where that is not as its category or register says.
    public var appetite: RiskAppetite?
    /// How soon the risk may come about, in words.
    public var proximity: String
    /// How quickly it would have its effect, in words.
    public var velocity: String
    /// The acceptance that was given last, whether it still holds or not.
    public var acceptance: Acceptance?
    /// What the risk has to do with elsewhere.
    public var links: [Link]
    /// The risks that took this one's place.
    public var replacedBy: [String]
    /// What stands in columns that the register keeps for itself, by the column's name.
    public var columns: [String: String]
    /// The state of its register's own workflow in which the risk stands, where that is not the record's.
    public var workflowState: WorkflowState?
    /// What was recorded although its register's workflow refuses it, oldest first.
    public var overrides: [Override]
    /// What happened to the risk, oldest first.
    public var history: [RiskHistoryEvent]

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
        visibility: Audience = .restricted
    ) {
        self.id = id
        state = .active
        title = ""
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
        actions = []
        proximity = ""
        velocity = ""
        links = []
        replacedBy = []
        columns = [:]
        overrides = []
        history = []
    }

    /// What the risk is called in a list: its title, or else the event.
    public var name: String { title.isEmpty ? event : title }

    /// Returns one of the risk's scores.
    ///
    /// - Parameter kind: Which score.
    /// - Returns: The assessment.
    public func assessment(_ kind: RiskScoreKind) -> RiskAssessment {
        switch kind {
        case .inherent: inherent
        case .current: current
        case .target: target
        }
    }

    mutating func setAssessment(_ kind: RiskScoreKind, _ assessment: RiskAssessment) {
        switch kind {
        case .inherent: inherent = assessment
        case .current: current = assessment
        case .target: target = assessment
        }
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
}
