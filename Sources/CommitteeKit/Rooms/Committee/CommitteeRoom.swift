// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of the committee itself: its bodies, roles, groups, seats, functions and reporting lines.
public struct CommitteeRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "committee" }

    /// The committee, and its roles, bodies, groups and seats.
    public var subjects: [SubjectKind] { ["committee", "role", "body", "group", "seat"] }

    /// What can be recorded of the committee, and of each of its parts.
    public var kinds: [DeclaredKind] {
        CommitteeState.table.kinds + Body.table.kinds + WorkingGroup.table.kinds
            + Member.table.kinds
    }

    /// The profile is set whole; what is said of a part names others.
    public func reach(of kind: EntryKind) -> EntryReach {
        kind == CommitteeState.profileSet.declared.kind ? .subject : .room
    }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> CommitteeFold { CommitteeFold() }

    /// How a person says who the committee is.
    public var requests: [RequestTarget] {
        [
            RequestTarget("committee", noun: "the committee") { (fields, _) throws(JSONError) in
                let node = try fields.required("committee", as: .node)
                let profile = try CommitteeProfile(json: node, source: fields.place.source)
                return Self.asking("committee", of: .committee, .profileSet(profile.json))
            },
            RequestTarget("body", noun: "a body", members: Body.table.requestNames) {
                (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .body(try fields.required("body", as: .name)),
                    try Body.table.requested(fields, &reading)
                )
            },
            RequestTarget("group", noun: "a group", members: WorkingGroup.table.requestNames) {
                (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .group(try fields.required("group", as: .name)),
                    try WorkingGroup.table.requested(fields, &reading)
                )
            },
            RequestTarget("seat", noun: "a seat", members: Member.table.requestNames) {
                (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .seat(try fields.required("seat", as: .name)),
                    try Member.table.requested(fields, &reading)
                )
            },
            RequestTarget("planBodies", noun: "the bodies of a plan") {
                (fields, _) throws(JSONError) in
                let bodies = try fields.required("planBodies", as: PlanBodies.shape.type)
                return Self.asking("planBodies", of: .plan(bodies.planID), .planBodiesSet(bodies))
            },
            RequestTarget("functions", noun: "the functions of the committee") {
                (fields, _) throws(JSONError) in
                let functions = try fields.required(
                    "functions",
                    as: .list(of: Function.shape.type)
                )
                return Self.asking("functions", of: .committee, .functionsSet(functions))
            },
            RequestTarget("reportingLines", noun: "the reporting lines") {
                (fields, _) throws(JSONError) in
                let lines = try fields.required(
                    "reportingLines",
                    as: .list(of: ReportingLine.shape.type)
                )
                return Self.asking("reportingLines", of: .committee, .reportingLinesSet(lines))
            },
        ]
    }

    private static func asking(
        _ name: String,
        of subject: SubjectReference,
        _ fact: Change.Fact
    ) -> RequestedSubject {
        RequestedSubject(subject, [NamedAspect(name, .fact(RequestedFact(fact)))])
    }
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

    static let functionsSet = Field<CommitteeState, [Function]>(
        "committee.functions-set",
        "functions",
        "What the committee is there to do, as the guidance of its time says it.",
        empty: [],
        by: .node("functions", { .array($0.map { .object(Function.shape.write($0)) }) }) {
            (node) throws(JSONError) in
            try JSONFieldType.list(of: Function.shape.type)
                .read(node, JSONPlace(source: "functions"))
        },
        at: { $0[$1].reading?.functions ?? [] },
        set: { $0.own.functions = $1 }
    ).carried { $0.sentence = .not(because: "it is said with the profile") }

    static let reportingLinesSet = Field<CommitteeState, [ReportingLine]>(
        "committee.reporting-lines-set",
        "reporting_lines",
        "Who reports what to whom, and what makes the report due.",
        empty: [],
        by: .node("lines", { .array($0.map { .object(ReportingLine.shape.write($0)) }) }) {
            (node) throws(JSONError) in
            try JSONFieldType.list(of: ReportingLine.shape.type)
                .read(node, JSONPlace(source: "lines"))
        },
        at: { $0[$1].reading?.reportingLines ?? [] },
        set: { $0.own.lines = $1 }
    ).carried { $0.sentence = .not(because: "it is said with the profile") }

    static let planBodiesSet = Event<CommitteeState, PlanBodies>(
        "committee.plan-bodies-set",
        "Who owns, coordinates and oversees a plan.",
        by: .node("bodies", { .object(PlanBodies.shape.write($0)) }) { (node) throws(JSONError) in
            try PlanBodies.shape.type.read(node, JSONPlace(source: "bodies"))
        }
    ) { state, bodies, _ in
        state.own.plans.removeAll { $0.planID == bodies.planID }
        state.own.plans.append(bodies)
        return nil
    }.carried { $0.sentence = .by(.planBodies) }

    /// Everything that can be said of the committee as a whole.
    public static let table = SubjectTable<CommitteeState>([
        profileSet.declaration, functionsSet.declaration, reportingLinesSet.declaration,
        planBodiesSet.declaration,
    ])
}

extension Change.Fact {
    /// The committee's profile was set: bodies, roles, groups, functions, reporting lines.
    public static func profileSet(_ profile: JSONValue) -> Self {
        CommitteeState.profileSet.fact(profile)
    }
    /// What the committee is there to do was set.
    public static func functionsSet(_ functions: [Function]) -> Self {
        CommitteeState.functionsSet.fact(functions)
    }
    /// Who reports what to whom was set.
    public static func reportingLinesSet(_ lines: [ReportingLine]) -> Self {
        CommitteeState.reportingLinesSet.fact(lines)
    }
    /// Who owns, coordinates and oversees a plan was set.
    public static func planBodiesSet(_ bodies: PlanBodies) -> Self {
        CommitteeState.planBodiesSet.fact(bodies)
    }
}

extension Record {
    /// The committee's profile as it was last set whole.
    public var profile: JSONValue? {
        get { self[CommitteeState.self].profile }
        set { self[CommitteeState.self].profile = newValue }
    }

    /// The committee as its profile and the entries of its parts make it.
    public var committeeProfile: CommitteeProfile? { self[CommitteeState.self].reading }
}

extension Edition {
    /// The committee's profile as it was last set whole.
    public var profile: JSONValue? {
        get { self[CommitteeState.self].profile }
        set { self[CommitteeState.self].profile = newValue }
    }

    /// The committee as its profile and the entries of its parts make it; nil when nobody said anything.
    public var committeeProfile: CommitteeProfile? { self[CommitteeState.self].reading }

    /// Who owns, coordinates and oversees each plan of which the audience may know.
    public var planBodies: [PlanBodies] { self[CommitteeState.self].planBodies }
}
