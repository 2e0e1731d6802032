// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

// The indicators that a test or an example writes down:
//
//     indicators = { { id = "referrals", title = "Referrals", values = { { period = "2026-07", count = 12 } } } }
extension EditionMaker {
    func indicators() throws(JSONError) -> [Indicator] {
        let forms = Indicator.table.exampleForms
        let type = JSONFieldType<JSONFields>.fields(
            known: ["id", "values"] + forms.flatMap(\.names)
        )
        let values = JSONFieldType<JSONFields>.fields(
            known: ["period", "area", "count", "out_of", "known_on"]
        )
        let example = ExampleReading(asOf: asOf, scheme: nil, timescales: reader)
        var made: [Indicator] = []
        for fields in try self.fields.optional("indicators", as: .list(of: type)) ?? [] {
            var indicator = Indicator(id: try fields.required("id", as: .name))
            // An example is of the reader who reads it, whoever that is.
            indicator.countsFor = .public
            for form in forms { try form.read(fields, &indicator, example) }
            for line in try fields.optional("values", as: .list(of: values)) ?? [] {
                var value = FigureValue(
                    try line.required("count", as: .integer),
                    outOf: try line.optional("out_of", as: .integer),
                    in: try line.required("period", as: .figurePeriod),
                    area: try line.optional("area", as: .name)
                )
                value.on = try line.optional("known_on", as: .date) ?? asOf
                indicator.values.append(value)
            }
            made.append(indicator)
        }
        return made
    }
}

#endif
