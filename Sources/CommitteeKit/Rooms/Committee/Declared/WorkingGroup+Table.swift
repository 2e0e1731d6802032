// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension WorkingGroup {
    /// Everything that can be said of a working group.
    public static let table = SubjectTable<WorkingGroup>([
        Entries.name.declaration, Entries.abbreviation.declaration, Entries.aliases.declaration,
        Entries.life.declaration, Entries.remit.declaration, Entries.lead.declaration,
        Entries.reportsTo.declaration,
    ])

    /// The kinds of entry about a working group.
    public enum Entries {
        /// What it is called.
        public static let name = Field<WorkingGroup, String?>(
            "group.name-set",
            "name",
            "What the group is called.",
            .name,
            at: { $0[$1].name },
            set: { $0.name = $1 ?? $0.id }
        ).told("group") { "\($0) is now called “\($1 ?? "")”." }

        /// Its abbreviation.
        public static let abbreviation = Field<WorkingGroup, String?>(
            "group.abbreviation-set",
            "abbreviation",
            "The abbreviation by which documents call the group.",
            .name,
            at: { $0[$1].abbreviation },
            set: { $0.abbreviation = $1 }
        )

        /// Other names of it.
        public static let aliases = Field<WorkingGroup, [String]>(
            "group.aliases-set",
            "aliases",
            "Other names by which documents mean the group.",
            .names,
            at: { $0[$1].aliases },
            set: { $0.aliases = $1 }
        ).told("group") {
            "\($0) is also known as: \($1.isEmpty ? "nothing else" : $1.joined(separator: ", "))."
        }

        /// Whether it stands, and from when until when.
        public static let life = Field<WorkingGroup, GroupLifetime>(
            "group.life-set",
            "life",
            "Whether the group stands or has a short life, and from when until when it is there.",
            .lifetime,
            at: { $0[$1].lifetime },
            set: { $0.lifetime = $1 }
        ).told("group") { "\($0) is now a \($1.inWords)." }

        /// What it may do.
        public static let remit = Field<WorkingGroup, Remit?>(
            "group.remit-set",
            "remit",
            "What the group is for, its tasks, and on what it decides itself.",
            .remit,
            at: { $0[$1].remit },
            set: { $0.remit = $1 }
        ).told("group") {
            $1 == nil ? "\($0) has no remit any more." : "\($0) has another remit."
        }

        /// The role that leads it.
        public static let lead = Field<WorkingGroup, String?>(
            "group.lead-set",
            "lead",
            "The role that leads the group.",
            .name,
            at: { $0[$1].leadRoleID },
            set: { $0.leadRoleID = $1 }
        ).told("group") { "\($0) is now led by \($1 ?? "nobody")." }

        /// The body or the group above it.
        public static let reportsTo = Field<WorkingGroup, String?>(
            "group.reports-to-set",
            "reports_to",
            "The body or the group to which the group reports.",
            .name,
            at: { $0[$1].reportsToBodyID },
            set: { $0.reportsToBodyID = $1 }
        ).told("group") { group, body in
            body.map { "\(group) now reports to “\($0)”." } ?? "\(group) reports to nobody now."
        }
    }
}

extension GroupLifetime {
    static let shape = Shape(
        Self(),
        [.given("shortLife", \.isShort, .bool, unless: false)] + CivilSpan.members(at: \Self.span)
    )

    /// The lifetime in words that fit after “it is a”.
    var inWords: String {
        let kind = isShort ? "short-life group" : "standing group"
        return span == .always ? kind : "\(kind) \(span.inWords)"
    }
}

extension FieldForm where Value == GroupLifetime {
    /// From when until when a group is there.
    static var lifetime: FieldForm {
        FieldForm(
            "the life of a group",
            empty: GroupLifetime(),
            samples: [
                GroupLifetime(
                    CivilSpan(CivilDate(2026, 4, 1)...CivilDate(2026, 12, 31)),
                    isShort: true
                )
            ],
            write: { .object(GroupLifetime.shape.write($0)) },
            read: {
                try? GroupLifetime.shape.type.read(JSONNode($0, line: 1), JSONPlace(source: "life"))
            },
            request: GroupLifetime.shape.type,
            schema: [
                "type": "object",
                "properties": [
                    "shortLife": ["type": "boolean"],
                    "from": ["type": "string", "format": "date"],
                    "until": ["type": "string", "format": "date"],
                ],
            ],
            cell: { Prose($0.inWords.sentence) },
            // A sheet of the structure reads it; no layout does.
            reading: { _ in nil },
            plain: { .object(GroupLifetime.shape.write($0)) },
            columns: { _, _ in
                [
                    .bool("short_life", "Whether the group ends with its task.") { $0.isShort },
                    .optionalDate("begins", "Its first day, if known.") { $0.span.from },
                    .optionalDate("ends", "Its last day, if known.") { $0.span.until },
                ]
            }
        )
    }
}

extension FieldForm where Value == Remit? {
    /// What a body may do.
    static var remit: FieldForm {
        FieldForm(
            "a remit",
            empty: nil,
            samples: [Remit(purpose: "To back good practice.", tasks: ["Write guidance"])],
            write: { $0.map { .object(Remit.shape.write($0)) } ?? .null },
            read: { value in
                guard !value.isNull else { return .some(nil) }
                return try? Remit.shape.type.read(
                    JSONNode(value, line: 1),
                    JSONPlace(source: "remit")
                )
            },
            request: .orNull(Remit.shape.type),
            schema: [
                "type": ["object", "null"], "required": ["purpose"],
                "properties": [
                    "purpose": ["type": "string"],
                    "tasks": ["type": "array", "items": ["type": "string"]],
                    "decides": ["type": "array", "items": ["type": "string"]],
                    "agreed": ["type": "string", "format": "date"],
                    "agreedBy": ["type": "string"],
                ],
            ],
            cell: { Prose($0?.purpose ?? "") },
            reading: { $0.isEmpty ? .some(nil) : Remit(purpose: $0.singleLine) },
            plain: { $0.map { .object(Remit.shape.write($0)) } ?? .null },
            columns: { name, _ in
                [
                    .optionalText(name, "What the group is for.") { $0?.purpose },
                    .texts("tasks", "The tasks that it has been given.") { $0?.tasks ?? [] },
                    .texts("decides", "On what it decides itself.") { $0?.decides ?? [] },
                ]
            }
        )
    }
}
