// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A role that somebody holds: a chair, a lead officer, a coordinator.
///
/// A role never carries a person's name. Who holds it is an opaque identifier, whose details the
/// host keeps where they can be erased.
public struct Role: Hashable, Sendable, Identifiable {
    /// The stable identifier of the role within a committee's record.
    public var id: String
    /// The title, as the committee says it now.
    public var title: String
    /// Other titles that documents use for the same role.
    ///
    /// That two titles mean one role is the committee's to declare, never inferred.
    public var aliases: [String]
    /// The body in which the role is held, by its identifier.
    public var bodyID: String?
    /// An opaque reference to the holder, never a name.
    public var holderID: String?

    /// Creates a role.
    ///
    /// - Parameters:
    ///   - id: The stable identifier.
    ///   - title: The title, as the committee says it now.
    ///   - aliases: Other titles that documents use for the same role.
    ///   - bodyID: The body in which the role is held.
    ///   - holderID: An opaque reference to the holder, never a name.
    public init(
        id: String,
        title: String,
        aliases: [String] = [],
        bodyID: String? = nil,
        holderID: String? = nil
    ) {
        self.id = id
        self.title = title
        self.aliases = aliases
        self.bodyID = bodyID
        self.holderID = holderID
    }

    /// Whether documents may mean this role by a title, whatever its case and spacing.
    ///
    /// - Parameter title: A title as a document has it.
    /// - Returns: Whether it is the title or an alias.
    /// - Complexity: O(*n*) in the number of aliases.
    public func isCalled(_ title: String) -> Bool {
        NameKey.matches(title, any: [self.title] + aliases)
    }
}
