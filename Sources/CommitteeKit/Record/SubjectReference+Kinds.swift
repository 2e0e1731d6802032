// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// How the subjects are named of which one room speaks to another.

extension SubjectReference {
    /// Names the committee itself.
    public static var committee: SubjectReference {
        SubjectReference(kind: "committee", id: "committee")
    }

    /// Names a plan.
    ///
    /// - Parameter id: The plan's identifier.
    /// - Returns: The reference.
    public static func plan(_ id: String) -> SubjectReference {
        SubjectReference(kind: "plan", id: id)
    }

    /// Names an action of a plan, or another item of it.
    ///
    /// - Parameters:
    ///   - id: The item's identifier in its plan.
    ///   - plan: The plan's identifier.
    /// - Returns: The reference.
    public static func action(_ id: String, of plan: String) -> SubjectReference {
        SubjectReference(kind: "action", id: "\(plan)#\(id)")
    }

    /// The plan and the item that the reference names, when it names an item.
    public var planItem: (plan: String, item: String)? {
        guard kind == "action", let mark = id.firstIndex(of: "#") else { return nil }
        return (String(id[..<mark]), String(id[id.index(after: mark)...]))
    }

    /// Names a risk register.
    ///
    /// - Parameter id: The register's identifier.
    /// - Returns: The reference.
    public static func register(_ id: String) -> SubjectReference {
        SubjectReference(kind: "risk-register", id: id)
    }

    /// Names a risk, whose identifier is its own in whichever register it stands.
    ///
    /// - Parameter id: The risk's identifier.
    /// - Returns: The reference.
    public static func risk(_ id: String) -> SubjectReference {
        SubjectReference(kind: "risk", id: id)
    }

    /// Names the register of documents as a whole, of which those know who may know of every document.
    public static var documentRegister: SubjectReference {
        SubjectReference(kind: "document-register", id: "documents")
    }

    /// Names the committee's figures as a whole: the rules by which they are published, and what was published.
    public static var figures: SubjectReference {
        SubjectReference(kind: "figures", id: "figures")
    }

    /// Names a role of the committee's profile.
    ///
    /// - Parameter id: The role's identifier.
    /// - Returns: The reference.
    public static func role(_ id: String) -> SubjectReference {
        SubjectReference(kind: "role", id: id)
    }

    /// Names a body of the committee's profile.
    ///
    /// - Parameter id: The body's identifier.
    /// - Returns: The reference.
    public static func body(_ id: String) -> SubjectReference {
        SubjectReference(kind: "body", id: id)
    }

    /// Names a working group of the committee.
    ///
    /// - Parameter id: The group's identifier.
    /// - Returns: The reference.
    public static func group(_ id: String) -> SubjectReference {
        SubjectReference(kind: "group", id: id)
    }

    /// Names a seat on the committee, on one of its bodies or on one of its groups.
    ///
    /// - Parameter id: The seat's identifier.
    /// - Returns: The reference.
    public static func seat(_ id: String) -> SubjectReference {
        SubjectReference(kind: "seat", id: id)
    }
}
