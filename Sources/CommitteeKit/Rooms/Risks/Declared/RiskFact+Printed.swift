// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What a printed register says of a risk beside the rest: its number, its next review, and columns of
// the register's own.

extension RiskFact.Entries {
    static let reviewDateSet = RiskEntry<CivilDate?>(
        .reviewBy,
        "risk.review-date-set",
        "The day by which the risk is to be reviewed next.",
        participle: "given a day of review",
        Shape(nil, [.optional("date", \.self, .date)]),
        at: \.reviewDate,
        sample: CivilDate(2026, 10, 31),
        words: { said, _ in
            "given a day of review".followed(by: said?.formatted("d MMMM yyyy") ?? "none")
        },
        carried: { ways in
            ways.leave(because: "it is the day of the next review, which “review” carries")
        }
    )

    static let renumbered = RiskEntry<String?>(
        .renumber,
        "risk.renumbered",
        "The number or reference that the register prints.",
        participle: "renumbered",
        Shape(nil, [.optional("number", \.self, .name)]),
        at: \.number,
        sample: "R12",
        words: { said, _ in "renumbered".followed(by: said ?? "none") },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "number",
                    "The number that the register prints; nil when that is its `id`.",
                    .optionalText { $0[$1].risk.number }
                )
            ])
            ways.json = .by([.optional("number", \.risk.number, .text)])
            ways.example = .not(because: "an example says the identifier, which is printed then")
        }
    )

    static let columnSet = RiskEntry<RiskFact.ColumnText>(
        .column,
        "risk.column-set",
        "What stands in a column that the register keeps for itself.",
        participle: "given words in a column",
        Shape(
            .init(name: "", words: ""),
            [.required("name", \.name, .name), .words("words", \.words)]
        ),
        sample: .init(name: "notes", words: "Looked at by the group"),
        words: { said, _ in "given words in “\(said.name)”".followed(by: said.words) },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "columns",
                    "The register's own columns, by name.",
                    .textsByName { $0[$1].risk.columns }
                )
            ])
            ways.json = .by([.given("columns", \.risk.columns, .textsByName, unless: [:])])
            ways.example = .not(because: "nothing that the library works out goes by them")
        }
    ) { place, said, _ in
        place.risk.columns[said.name] = said.words.isEmpty ? nil : said.words
        return nil
    }
}
