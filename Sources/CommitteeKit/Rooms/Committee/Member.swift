// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A seat on a body, held by a role on behalf of an agency.
public struct Member: Hashable, Sendable {
    /// The body, by its identifier.
    public var bodyID: String
    /// The role that has the seat, by its identifier.
    public var roleID: String
    /// The agency for which the role sits, by its identifier.
    public var agencyID: String?
    /// The term of office; an end that is not known is open.
    public var term: CivilSpan
    /// The role that may come instead, by its identifier.
    public var substituteRoleID: String?
    /// Whether the member votes.
    public var isVoting: Bool

    /// Creates a member.
    ///
    /// - Parameters:
    ///   - bodyID: The body, by its identifier.
    ///   - roleID: The role that has the seat, by its identifier.
    ///   - agencyID: The agency for which the role sits.
    ///   - term: The term of office; open at both ends when left out.
    ///   - substituteRoleID: The role that may come instead.
    ///   - isVoting: Whether the member votes.
    public init(
        bodyID: String,
        roleID: String,
        agencyID: String? = nil,
        term: CivilSpan = .always,
        substituteRoleID: String? = nil,
        isVoting: Bool = true
    ) {
        self.bodyID = bodyID
        self.roleID = roleID
        self.agencyID = agencyID
        self.term = term
        self.substituteRoleID = substituteRoleID
        self.isVoting = isVoting
    }

    /// Whether the member is in office on a day; both ends of the term count.
    ///
    /// - Parameter date: The day.
    /// - Returns: Whether the day lies within the term.
    public func isInOffice(on date: CivilDate) -> Bool {
        term.contains(date)
    }
}
