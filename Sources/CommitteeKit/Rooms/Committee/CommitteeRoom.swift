// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of the committee itself: its bodies, roles, groups, functions and reporting lines.
public struct CommitteeRoom: Room {
    /// The room's table is all that there is to fold.
    public typealias Fold = TableFold<CommitteeState>

    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "committee" }

    /// The committee, and the roles and bodies of its profile.
    public var subjects: [SubjectKind] { ["committee", "role", "body"] }

    /// The profile is set whole, and no other room's entries hang on it.
    public func reach(of kind: EntryKind) -> EntryReach { .subject }

    /// How a person sets the profile.
    public var requests: [RequestTarget] {
        [
            RequestTarget("committee", noun: "the committee") { (fields, _) throws(JSONError) in
                let node = try fields.required("committee", as: .node)
                let profile = try CommitteeProfile(json: node, source: fields.place.source)
                let fact = Change.Fact.profileSet(profile.json)
                return RequestedSubject(
                    .committee,
                    [NamedAspect("committee", .fact(RequestedFact(fact)))]
                )
            }
        ]
    }
}

/// The committee's profile on a date.
public struct CommitteeState: TableState {
    /// The profile as it was last set.
    public var profile: JSONValue? {
        didSet { reading = Self.reading(profile) }
    }
    /// The profile as it reads, when it can be read.
    public private(set) var reading: CommitteeProfile?

    /// Creates the state of a committee of which nothing was said.
    public init() {}

    private static func reading(_ profile: JSONValue?) -> CommitteeProfile? {
        profile.flatMap { try? CommitteeProfile(json: JSONNode($0, line: 1), source: "profile") }
    }

    /// Leaves out nothing: who sits on a committee is public.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {}

    /// Returns the card of a role or of a body.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        switch subject.kind {
        case "role":
            reading?.roles.first { $0.id == subject.id }.map {
                SubjectCard(subject, name: $0.title)
            }
        case "body":
            reading?.body(id: subject.id).map { SubjectCard(subject, name: $0.name) }
        default: nil
        }
    }

    /// Returns the profile.
    public func exported(on day: CivilDate) -> JSONObject { ["profile": profile ?? .null] }
}

extension CommitteeState {
    static let profileSet = Field<CommitteeState, JSONValue>(
        "committee.profile-set",
        "profile",
        "The committee's profile: bodies, roles, groups, functions and reporting lines.",
        empty: .null,
        by: Codec(members: { ["profile": $0] }) { (payload) throws(PayloadError) in
            try payload.required("profile", "a profile") { $0 }
        },
        at: { $0[$1].profile ?? .null },
        set: { $0.profile = $1 }
    ).carried { $0.sentence = .by(.profile) }

    /// Everything that can be said of the committee itself.
    public static let table = SubjectTable<CommitteeState>([profileSet.declaration])
}

extension Change.Fact {
    /// The committee's profile was set: bodies, roles, groups, functions, reporting lines.
    public static func profileSet(_ profile: JSONValue) -> Self {
        CommitteeState.profileSet.fact(profile)
    }
}

extension Record {
    /// The committee's profile as it was last set.
    public var profile: JSONValue? {
        get { self[CommitteeState.self].profile }
        set { self[CommitteeState.self].profile = newValue }
    }
}

extension Edition {
    /// The committee's profile.
    public var profile: JSONValue? {
        get { self[CommitteeState.self].profile }
        set { self[CommitteeState.self].profile = newValue }
    }

    /// The committee's profile as the record has it, when somebody has set one that can be read.
    public var committeeProfile: CommitteeProfile? { self[CommitteeState.self].reading }
}
