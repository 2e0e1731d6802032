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
    /// The days for which a standing group is there; open at an end that nobody has said.
    ///
    /// The days of a short life are in ``life``.
    public var stands: CivilSpan
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
        stands = .always
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

    /// Whether the group exists on a day; both of its ends count.
    ///
    /// - Parameter date: The day.
    /// - Returns: Whether the day lies within its life.
    public func isActive(on date: CivilDate) -> Bool { lifetime.span.contains(date) }

    /// Whether the group has a short life, and from when until when it is there.
    public var lifetime: GroupLifetime {
        get {
            guard case .short(let span) = life else { return GroupLifetime(stands) }
            return GroupLifetime(span, isShort: true)
        }
        set {
            life = newValue.isShort ? .short(newValue.span) : .standing
            stands = newValue.isShort ? .always : newValue.span
        }
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

/// From when until when a group is there, and whether that was meant to be short.
public struct GroupLifetime: Hashable, Sendable {
    /// The days, open at an end that nobody has said.
    public var span: CivilSpan
    /// Whether the group ends with its task.
    public var isShort: Bool

    /// Creates a lifetime.
    ///
    /// - Parameters:
    ///   - span: The days.
    ///   - isShort: Whether the group ends with its task.
    public init(_ span: CivilSpan = .always, isShort: Bool = false) {
        self.span = span
        self.isShort = isShort
    }
}
