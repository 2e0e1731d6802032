// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

// What people said, as a test or an example writes it down, by the fields:
//
//     voices = { { id = "school-survey", title = "School survey", heard = { "children" }, themes = { "safety" } } }
extension EditionMaker {
    func voices() throws(JSONError) -> [Voice] {
        let forms = Voice.table.exampleForms
        let type = JSONFieldType<JSONFields>.fields(known: ["id"] + forms.flatMap(\.names))
        let example = ExampleReading(asOf: asOf, scheme: nil, timescales: reader)
        var made: [Voice] = []
        for fields in try self.fields.optional("voices", as: .list(of: type)) ?? [] {
            var voice = Voice(id: try fields.required("id", as: .name))
            for form in forms { try form.read(fields, &voice, example) }
            made.append(voice)
        }
        return made
    }
}

#endif
