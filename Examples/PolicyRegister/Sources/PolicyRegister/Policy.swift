// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// A policy of the committee.
public struct Policy: Hashable, Sendable, Identifiable {
    /// The policy's identifier.
    public var id: String
    /// What it is called.
    public var title: Prose
    /// The role or group that answers for it.
    public var owner: String?
    /// The number of the edition in force.
    public var edition: Int?
    /// The day by which it is to be reviewed.
    public var reviewDate: CivilDate?
    /// The widest audience that may read it.
    public var audience: Audience = .committee

    /// Creates a policy of which nothing is known but its identifier.
    ///
    /// - Parameter id: The policy's identifier.
    public init(id: String) {
        self.id = id
        title = Prose()
    }
}

extension Policy {
    /// The fields of a policy.
    public enum Fields {
        /// What it is called.
        public static let title = Field<Policy, Prose>(
            "policy.title-set",
            "title",
            "What the policy is called.",
            .prose,
            at: { $0[$1].title },
            set: { $0.title = $1 }
        )

        /// Who answers for it.
        public static let owner = Field<Policy, String?>(
            "policy.owner-set",
            "owner",
            "The role or group that answers for it.",
            .name,
            at: { $0[$1].owner },
            set: { $0.owner = $1 }
        )

        /// The number of the edition in force.
        public static let edition = Field<Policy, Int?>(
            "policy.edition-set",
            "edition",
            "The number of the edition in force.",
            .wholeNumber,
            at: { $0[$1].edition },
            set: { $0.edition = $1 }
        )

        /// The day by which it is to be reviewed.
        public static let reviewDate = Field<Policy, CivilDate?>(
            "policy.review-date-set",
            "review_date",
            "The day by which it is to be reviewed.",
            .date,
            at: { $0[$1].reviewDate },
            set: { $0.reviewDate = $1 }
        )

        /// The widest audience that may read it.
        public static let audience = Field<Policy, Audience>(
            "policy.audience-set",
            "audience",
            "The widest audience that may read it.",
            .audience,
            at: { $0[$1].audience },
            set: { $0.audience = $1 }
        )
    }

    /// Everything that can be said of a policy.
    public static let table = SubjectTable<Policy>([
        Fields.title.declaration,
        Fields.owner.declaration,
        Fields.edition.declaration,
        Fields.reviewDate.declaration,
        Fields.audience.declaration,
    ])
}

extension SubjectReference {
    /// Names a policy.
    ///
    /// - Parameter id: The policy's identifier.
    /// - Returns: The reference.
    public static func policy(_ id: String) -> SubjectReference {
        SubjectReference(kind: "policy", id: id)
    }
}
