// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

// The documents that a test or an example writes down:
//
//     documents = { { id = "joint-protocol", title = "Joint protocol", edition = "2", pages = 40 } }
extension EditionMaker {
    private static let editionNames = [
        "edition", "edition_dated", "pages", "decided_by", "decided_on",
    ]

    func documents() throws(JSONError) -> [CommitteeDocument] {
        let forms = CommitteeDocument.table.exampleForms
        let type = JSONFieldType<JSONFields>.fields(
            known: ["id"] + forms.flatMap(\.names) + Self.editionNames
        )
        let example = ExampleReading(asOf: asOf, scheme: nil, timescales: reader)
        var made: [CommitteeDocument] = []
        for fields in try self.fields.optional("documents", as: .list(of: type)) ?? [] {
            var document = CommitteeDocument(id: try fields.required("id", as: .name))
            for form in forms { try form.read(fields, &document, example) }
            if let label = try fields.optional("edition", as: .name) {
                document.editions = [
                    DocumentEdition(
                        label,
                        dated: try fields.optional("edition_dated", as: .date) ?? asOf,
                        pages: try fields.optional("pages", as: .integer),
                        decidedBy: try fields.optional("decided_by", as: .name),
                        decidedOn: try fields.optional("decided_on", as: .date)
                    )
                ]
            }
            made.append(document)
        }
        return made
    }
}

#endif
