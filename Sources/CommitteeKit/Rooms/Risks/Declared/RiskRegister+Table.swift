// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskRegister {
    /// Everything that can be said of a register as a whole.
    package static let table = SubjectTable<RiskRegister>([
        registerSet.declaration, scaleMigrated.declaration, workflowSet.declaration,
        pageSet.declaration,
    ])

    static let registerSet = Event<RiskRegister, JSONValue>(
        "risk-register.set",
        "A register was set whole: its scales, rules and, perhaps, risks.",
        by: Codec(members: { ["register": $0] }) { (payload) throws(PayloadError) in
            try payload.required("register", "a register") { $0 }
        }
    ) { register, value, _ in
        let read = try? RiskRegister(json: JSONNode(value, line: 1), source: "register")
        register = read ?? register
        return nil
    }.carried { ways in
        ways.request = .by([
            RequestForm("register") { (fields, _) throws(JSONError) in
                let node = try fields.required("register", as: .node)
                let register = try RiskRegister(json: node, source: fields.place.source)
                return [RequestedFact(.registerSet(register.json))]
            }
        ])
        ways.leaveDocuments()
        ways.columns = .by(columns)
        ways.json = .by(members)
        ways.sentence = .by(settingsSentence)
        ways.example = .by(
            ExampleForm([
                .required("id", \.id, .text), .words("name", \.name),
                .optional("parent", \.parentID, .text),
                .optional("appetite", \.appetite, .exampleBand),
                .list("approvers", \.approvers, .text),
                .optional("review_every", \.reviewEvery, .examplePeriod),
            ])
        )
    }

    static let scaleMigrated = Event<RiskRegister, RiskScaleMigration>(
        "risk-register.scale-migrated",
        "A register went to another version of its scale.",
        by: Codec(members: \.json) { (payload) throws(PayloadError) in
            do throws(JSONError) {
                let node = JSONNode(.object(payload.members), line: 1)
                return try RiskScaleMigration(json: node, source: "risk-register.scale-migrated")
            } catch {
                throw PayloadError(error.message)
            }
        }
    ) { register, migration, _ in
        for reference in [migration.from, migration.to] where register.scale(reference) == nil {
            return "The register “\(register.id)” has no scale \(reference). Add the scale in that "
                + "version first."
        }
        if let message = migration.problem(in: register) { return message }
        register.scaleInUse = migration.to
        return nil
    }.carried { ways in
        ways.request = .by([
            RequestForm("migrate") { (fields, _) throws(JSONError) in
                let known = ["register"] + RiskScaleMigration.shape.names
                let inner = try fields.required("migrate", as: .fields(known: known))
                _ = try inner.required("register", as: .name)
                return [RequestedFact(.scaleMigrated(try RiskScaleMigration.shape.read(inner)))]
            }
        ])
        ways.leaveDocuments()
        let why = "it is the scale in use, which the register has"
        ways.columns = .not(because: why)
        ways.json = .not(because: why)
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard let was = earlier.currentScale?.reference,
                    let now = later.currentScale?.reference, was != now
                else { return [] }
                return [
                    ChangeInWords("scale", "\(name) now scores by scale \(now); before by \(was).")
                ]
            }
        )
        ways.example = .not(because: "an example has one scale")
    }

    private static let columns: [Column<RiskRegister>] = [
        Column("id", "The register's identifier.", .text { $0[$1].id }),
        Column("name", "Its name.", .text { $0[$1].name }),
        Column(
            "tier",
            "`working-group`, `committee`, `partnership` or `corporate`.",
            .optionalText { $0[$1].tier?.rawValue }
        ),
        Column(
            "withheld_count",
            "1 when risks were left out for the audience, however many they are; else 0.",
            .integer { $0[$1].withheldCount }
        ),
        Column(
            "categories",
            "Its categories, where it has a fixed set.",
            .texts { $0[$1].categories.map(\.name) }
        ),
        Column(
            "approvers",
            "The roles that may accept a risk; anybody when empty.",
            .texts { $0[$1].approvers }
        ),
        Column(
            "review_timescale",
            "When it is reviewed, in words; empty when not said.",
            .text { $0[$1].reviewTimescale }
        ),
    ]
}

extension Ways {
    /// Leaves the cells of layouts and the comparison of documents to what is about registers alone.
    mutating func leaveDocuments() {
        cell = .not(
            because: "cells of a register go by its scale and words: RegisterCells, RiskRowReader"
        )
        comparison = .not(because: "editions of a register are compared by RiskDifferences")
    }
}

extension JSONForm where Value == RiskAppetite {
    /// A band by its identifier, as an example gives it.
    fileprivate static var exampleBand: Self {
        Self(JSONFieldType<String>.text.checked("a text") { .band($0) }) { _ in .null }
    }
}

extension JSONForm where Value == Period {
    /// A length of time, as an example gives it.
    fileprivate static var examplePeriod: Self {
        Self(
            JSONFieldType("a text") { (node, spot) throws(JSONError) in
                let words = try JSONFieldType<String>.text.read(node, spot)
                guard case .period(let period)? = ReminderInterval(words: words) else {
                    throw spot.error(
                        "“\(words)” is not a length of time such as \"3 months\".",
                        at: node
                    )
                }
                return period
            }
        ) { _ in .null }
    }
}
