// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

// The programmes that a test or an example writes down, by the fields of each:
//
//     programmes = { { id = "plan", title = "Programme", lead = "Lead Officer", update_weeks = 6,
//       first_update_date = "2026-11-12" } },
//     programme_trials = { { id = "plan#test", title = "Test", end_date = "2027-03-31" } },
extension EditionMaker {
    func programmes() throws(JSONError) -> ProgrammesState {
        var state = ProgrammesState()
        state.programmes = try ofProgrammes("programmes")
        state.milestones = try ofProgrammes("programme_milestones")
        state.trials = try ofProgrammes("programme_trials")
        state.recommendations = try ofProgrammes("programme_recommendations")
        return state
    }

    /// The names of the tables.
    static let programmeNames = [
        "programmes", "programme_milestones", "programme_trials", "programme_recommendations",
    ]

    private func ofProgrammes<Subject: ProgrammeSubject>(
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
