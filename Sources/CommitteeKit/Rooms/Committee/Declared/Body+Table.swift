// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Body {
    /// Everything that can be said of a body.
    public static let table = SubjectTable<Body>([
        Entries.name.declaration, Entries.abbreviation.declaration, Entries.kind.declaration,
        Entries.aliases.declaration, Entries.quorum.declaration,
    ])

    /// The kinds of entry about a body.
    public enum Entries {
        /// What it is called.
        public static let name = Field<Body, String?>(
            "body.name-set",
            "name",
            "What the body is called.",
            .name,
            at: { $0[$1].name },
            set: { $0.name = $1 ?? $0.id }
        ).told("body") { "\($0) is now called “\($1 ?? "")”." }

        /// Its abbreviation.
        public static let abbreviation = Field<Body, String?>(
            "body.abbreviation-set",
            "abbreviation",
            "The abbreviation by which documents call the body.",
            .name,
            at: { $0[$1].abbreviation },
            set: { $0.abbreviation = $1 }
        )

        /// What kind of body it is.
        public static let kind = Field<Body, String?>(
            "body.kind-set",
            "kind",
            "What kind of body it is, such as committee, council, agency or partnership.",
            .name,
            at: { $0[$1].kind.name },
            set: { $0.kind = Kind($1 ?? Kind.agency.name) }
        )

        /// Other names of it.
        public static let aliases = Field<Body, [String]>(
            "body.aliases-set",
            "aliases",
            "Other names by which documents mean the body.",
            .names,
            at: { $0[$1].aliases },
            set: { $0.aliases = $1 }
        ).told("body") {
            "\($0) is also known as: \($1.isEmpty ? "nothing else" : $1.joined(separator: ", "))."
        }

        /// How many members must be there.
        public static let quorum = Field<Body, Int?>(
            "body.quorum-set",
            "quorum",
            "How many members must be there for the body to decide.",
            .wholeNumber,
            at: { $0[$1].quorum },
            set: { $0.quorum = $1 }
        )
    }
}
