// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A body that takes part in the work: a committee, a working group, a council, an agency.
///
/// What kinds of bodies there are differs from place to place, so the kind is open. A body may
/// cover several councils and a council may be covered by several bodies.
///
/// ```swift
/// let group = Body(
///     id: "cog", name: "Chief Officers' Group", abbreviation: "COG", kind: .chiefOfficersGroup,
///     councils: ["northshire", "southshire"])
/// ```
public struct Body: Hashable, Sendable, Identifiable {
    /// The stable identifier of the body within a committee's record.
    public var id: String
    /// The full name.
    public var name: String
    /// The abbreviation by which documents call it, if there is one.
    public var abbreviation: String?
    /// What kind of body it is.
    public var kind: Kind
    /// Other names that documents use for the same body.
    public var aliases: [String]
    /// The identifiers of the councils whose areas the body covers.
    public var councils: Set<String>
    /// How many members must be there for the body to decide, when it has said so.
    public var quorum: Int?

    /// Creates a body.
    ///
    /// - Parameters:
    ///   - id: The stable identifier.
    ///   - name: The full name.
    ///   - abbreviation: The abbreviation by which documents call it.
    ///   - kind: What kind of body it is.
    ///   - aliases: Other names that documents use for the same body.
    ///   - councils: The identifiers of the councils whose areas it covers.
    public init(
        id: String,
        name: String,
        abbreviation: String? = nil,
        kind: Kind,
        aliases: [String] = [],
        councils: Set<String> = []
    ) {
        self.id = id
        self.name = name
        self.abbreviation = abbreviation
        self.kind = kind
        self.aliases = aliases
        self.councils = councils
    }

    /// Whether documents may mean this body by a name, whatever its case and spacing.
    ///
    /// - Parameter name: A name as a document has it.
    /// - Returns: Whether it is the name, the abbreviation or an alias.
    /// - Complexity: O(*n*) in the number of aliases.
    public func isCalled(_ name: String) -> Bool {
        NameKey.matches(name, any: [self.name] + aliases + (abbreviation.map { [$0] } ?? []))
    }
}

extension Body {
    /// A kind of body, by a word in kebab case.
    ///
    /// The words below are known everywhere; a committee may use others of its own.
    public struct Kind: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
        /// The word, such as `working-group`.
        public var name: String

        /// Creates a kind from a word.
        ///
        /// - Parameter name: The word, in kebab case.
        public init(_ name: String) {
            self.name = name
        }

        /// Creates a kind from a literal.
        ///
        /// - Parameter value: The word, in kebab case.
        public init(stringLiteral value: String) {
            name = value
        }

        /// A committee.
        public static let committee: Self = "committee"
        /// A group of chief officers, to whom committees answer.
        public static let chiefOfficersGroup: Self = "chief-officers-group"
        /// A partnership of several agencies.
        public static let partnership: Self = "partnership"
        /// A working group or sub-group of a committee.
        public static let workingGroup: Self = "working-group"
        /// A council.
        public static let council: Self = "council"
        /// An agency or service, such as the police or a health board.
        public static let agency: Self = "agency"
        /// A body that inspects.
        public static let inspectorate: Self = "inspectorate"

        /// The word.
        public var description: String { name }
    }
}
