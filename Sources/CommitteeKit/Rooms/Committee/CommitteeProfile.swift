// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Who a committee is: its bodies, roles, members, functions and reporting lines.
///
/// A profile is a value like any other: it says nothing about how a council works beyond what the
/// committee itself has declared.
///
/// ```swift
/// let profile = CommitteeProfile(
///     body: Body(id: "cpc", name: "Northshire Child Protection Committee", kind: .committee),
///     bodies: [chiefOfficers], roles: [chair])
/// let chairs = profile.roles(called: "Independent Chair")
/// ```
public struct CommitteeProfile: Hashable, Sendable {
    /// The committee itself.
    public var body: Body
    /// The other bodies with which it works.
    public var bodies: [Body]
    /// The roles within the committee and those bodies.
    public var roles: [Role]
    /// The members of the committee and of its bodies.
    public var members: [Member]
    /// What the committee is there to do.
    public var functions: [Function]
    /// The committee's remit, when it has one in writing.
    public var remit: Remit?
    /// The working groups of the committee.
    public var workingGroups: [WorkingGroup]
    /// Who reports what to whom.
    public var reportingLines: [ReportingLine]
    /// How often the committee means to meet.
    public var meetingRule: MeetingRule?

    /// Creates a profile.
    ///
    /// - Parameters:
    ///   - body: The committee itself.
    ///   - bodies: The other bodies with which it works.
    ///   - roles: The roles within the committee and those bodies.
    ///   - members: The members of the committee and of its bodies.
    ///   - functions: What the committee is there to do.
    ///   - remit: The committee's remit, when it has one in writing.
    ///   - workingGroups: The working groups of the committee.
    ///   - reportingLines: Who reports what to whom.
    ///   - meetingRule: How often the committee means to meet.
    public init(
        body: Body,
        bodies: [Body] = [],
        roles: [Role] = [],
        members: [Member] = [],
        functions: [Function] = [],
        remit: Remit? = nil,
        workingGroups: [WorkingGroup] = [],
        reportingLines: [ReportingLine] = [],
        meetingRule: MeetingRule? = nil
    ) {
        self.body = body
        self.bodies = bodies
        self.roles = roles
        self.members = members
        self.functions = functions
        self.remit = remit
        self.workingGroups = workingGroups
        self.reportingLines = reportingLines
        self.meetingRule = meetingRule
    }

    /// The identifier of the committee.
    public var id: String { body.id }

    /// The name of the committee.
    public var name: String { body.name }

    /// The kind of the committee's body.
    public var kind: Body.Kind { body.kind }

    /// The identifiers of the councils that the committee covers.
    public var councils: Set<String> { body.councils }

    /// Returns the body with an identifier; the committee itself is one of them.
    ///
    /// - Parameter id: The identifier.
    /// - Returns: The body, or `nil` when there is none.
    /// - Complexity: O(*n*) in the number of bodies.
    public func body(id: String) -> Body? {
        ([body] + bodies).first { $0.id == id }
    }

    /// Returns every body that a document may mean by a name.
    ///
    /// More than one is an ambiguity for a person to settle, never a reason to take the first.
    ///
    /// - Parameter name: A name, an abbreviation or an alias.
    /// - Returns: The bodies, in the order of the profile.
    /// - Complexity: O(*n*) in the number of bodies and aliases.
    public func bodies(called name: String) -> [Body] {
        ([body] + bodies).filter { $0.isCalled(name) }
    }

    /// Returns every role that a document may mean by a title.
    ///
    /// - Parameter title: A title or an alias.
    /// - Returns: The roles, in the order of the profile.
    /// - Complexity: O(*n*) in the number of roles and aliases.
    public func roles(called title: String) -> [Role] {
        roles.filter { $0.isCalled(title) }
    }

    /// Returns the members of a body who are in office on a day.
    ///
    /// - Parameters:
    ///   - bodyID: The body, by its identifier.
    ///   - date: The day.
    /// - Returns: The members, in the order of the profile.
    /// - Complexity: O(*n*) in the number of members.
    public func members(of bodyID: String, on date: CivilDate) -> [Member] {
        members.filter { $0.bodyID == bodyID && $0.isInOffice(on: date) }
    }

    /// Every seat of the committee, of its bodies and of its groups, in the order of the profile.
    public var seats: [Member] { members + workingGroups.flatMap(\.members) }

    /// Returns the working group with an identifier.
    ///
    /// - Parameter id: The identifier.
    /// - Returns: The group, or nil when there is none.
    /// - Complexity: O(*n*) in the number of groups.
    public func group(id: String) -> WorkingGroup? { workingGroups.first { $0.id == id } }

    /// Returns what a body, a group or a role is called.
    ///
    /// - Parameter id: Its identifier.
    /// - Returns: Its name; the identifier itself when the profile has nothing of it.
    /// - Complexity: O(*n*) in the size of the profile.
    public func name(of id: String) -> String {
        body(id: id)?.name ?? group(id: id)?.name ?? roles.first { $0.id == id }?.title ?? id
    }

    /// Returns every identifier that something in the profile refers to and that nothing has.
    ///
    /// - Returns: The identifiers, sorted, each once.
    /// - Complexity: O(*n* log *n*) in the size of the profile.
    public func danglingIDs() -> [String] {
        let bodyIDs = Set([body.id] + bodies.map(\.id) + workingGroups.map(\.id))
        let roleIDs = Set(roles.map(\.id))
        var bodyReferences = roles.compactMap(\.bodyID)
        bodyReferences += members.map(\.bodyID) + members.compactMap(\.agencyID)
        bodyReferences += reportingLines.flatMap { [$0.fromBodyID, $0.toBodyID] }
        bodyReferences += workingGroups.compactMap(\.reportsToBodyID)
        bodyReferences += workingGroups.flatMap { $0.members.map(\.bodyID) }
        // Who may come instead of the holder of a seat of its own is named in words.
        var roleReferences = members.map(\.roleID)
        roleReferences += members.filter { $0.title == nil }.flatMap(\.substitutes)
        roleReferences += workingGroups.compactMap(\.leadRoleID)
        roleReferences += workingGroups.flatMap { $0.members.map(\.roleID) }
        let dangling = Set(bodyReferences).subtracting(bodyIDs)
            .union(Set(roleReferences).subtracting(roleIDs))
        return dangling.sorted()
    }
}
