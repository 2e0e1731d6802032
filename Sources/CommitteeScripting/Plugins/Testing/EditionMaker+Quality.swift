// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

// The quality assurance that a test or an example writes down, by the fields of each:
//
//     audits = { { id = "neglect", title = "Neglect", lead = "QA Officer", due_date = "2026-11-30" } },
//     quality_findings = { { id = "neglect#1", words = "Files are late." } }
extension EditionMaker {
    func quality() throws(JSONError) -> QualityState {
        var state = QualityState()
        state.audits = try subjects("audits")
        state.dipSamples = try subjects("dip_samples")
        state.returns = try subjects("one_off_returns")
        state.outsideReports = try subjects("outside_reports")
        state.findings = try subjects("quality_findings")
        state.courses = try subjects("courses")
        state.issues = try subjects("national_issues")
        return state
    }

    /// The names of the tables.
    static let qualityNames = [
        "audits", "dip_samples", "one_off_returns", "outside_reports", "quality_findings",
        "courses", "national_issues",
    ]

    private func subjects<Subject: QualitySubject>(
        _ name: String
    ) throws(JSONError) -> [Subject] {
        let forms = Subject.table.exampleForms
        let type = JSONFieldType<JSONFields>.fields(known: ["id"] + forms.flatMap(\.names))
        let example = ExampleReading(asOf: asOf, scheme: nil, timescales: reader)
        var made: [Subject] = []
        for fields in try self.fields.optional(name, as: .list(of: type)) ?? [] {
            var subject = Subject(id: try fields.required("id", as: .name))
            for form in forms { try form.read(fields, &subject, example) }
            made.append(subject)
        }
        return made
    }
}

#endif
