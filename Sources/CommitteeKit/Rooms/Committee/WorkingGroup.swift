// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A group that works for a committee: a standing one, or one with a short life.
///
/// ```swift
/// let group = WorkingGroup(
///     id: "qa", name: "Quality Assurance Working Group", life: .standing,
///     remit: Remit(purpose: "Audits practice."), reportsToBodyID: "cpc")
/// ```
public struct WorkingGroup: Hashable, Sendable, Identifiable {
    /// The stable identifier of the group within a committee's record.
    public var id: String
    /// The full name.
    public var name: String
    /// The abbreviation by which documents call it, if there is one.
    public var abbreviation: String?
    /// Other names that documents use for the same group.
    public var aliases: [String]
    /// Whether the group stands or ends with its task.
    public var life: Life
    /// What the group may do.
    public var remit: Remit?
    /// The role that leads the group, by its identifier.
    public var leadRoleID: String?
    /// The body to which the group reports, by its identifier.
    public var reportsToBodyID: String?
    /// The members of the group.
    public var members: [Member]

    /// Creates a working group.
    ///
    /// - Parameters:
    ///   - id: The stable identifier.
    ///   - name: The full name.
    ///   - abbreviation: The abbreviation by which documents call it.
    ///   - aliases: Other names that documents use for the same group.
    ///   - life: Whether the group stands or ends with its task.
    ///   - remit: What the group may do.
    ///   - leadRoleID: The role that leads the group.
    ///   - reportsToBodyID: The body to which the group reports.
    ///   - members: The members of the group.
    public init(
        id: String,
        name: String,
        abbreviation: String? = nil,
        aliases: [String] = [],
        life: Life = .standing,
        remit: Remit? = nil,
        leadRoleID: String? = nil,
        reportsToBodyID: String? = nil,
        members: [Member] = []
    ) {
        self.id = id
        self.name = name
        self.abbreviation = abbreviation
        self.aliases = aliases
        self.life = life
        self.remit = remit
        self.leadRoleID = leadRoleID
        self.reportsToBodyID = reportsToBodyID
        self.members = members
    }

    /// Whether documents may mean this group by a name, whatever its case and spacing.
    ///
    /// - Parameter name: A name as a document has it.
    /// - Returns: Whether it is the name, the abbreviation or an alias.
    /// - Complexity: O(*n*) in the number of aliases.
    public func isCalled(_ name: String) -> Bool {
        NameKey.matches(name, any: [self.name] + aliases + (abbreviation.map { [$0] } ?? []))
    }

    /// Whether the group exists on a day; a short life counts both of its ends.
    ///
    /// - Parameter date: The day.
    /// - Returns: Whether the group stands, or the day lies within its short life.
    public func isActive(on date: CivilDate) -> Bool {
        guard case .short(let span) = life else { return true }
        return span.contains(date)
    }
}

extension WorkingGroup {
    /// How long a group is meant to last.
    public enum Life: Hashable, Sendable {
        /// The group stands until the committee ends it.
        case standing
        /// The group has a short life; an end that is not known yet is open.
        case short(CivilSpan)
    }
}
