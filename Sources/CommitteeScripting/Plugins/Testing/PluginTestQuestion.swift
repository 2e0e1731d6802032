// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Something that a test asks for and that takes a run of its own, or the reading of a document.
///
/// No call into Swift may wait. So the test's run ends with the question, the question is answered,
/// and the test is run again with the answer; being deterministic, it comes to the same place.
enum PluginTestQuestion: Hashable, Sendable {
    /// An edition: an example's name, or a table.
    case edition(ScriptValue)
    /// A document of the folder `tests`, read with a layout.
    case reading(file: String, layout: String, options: PluginTestReading)
    /// What a report or a layout writes of an edition.
    case output(id: String, edition: Int, options: PluginTestOptions)
    /// The reminders of an edition.
    case reminders(edition: Int, on: CivilDate?)
    /// The risks of an edition that should be escalated.
    case escalations(edition: Int)
    /// What becomes of a risk that a workflow takes through events.
    case course(workflow: String, events: [ScriptValue], world: String?)
}

/// What a test may say about a report that it asks for.
struct PluginTestOptions: Hashable, Sendable {
    var form = DocumentFormat.markdown
    var since: Int?
    var subjects: [SubjectReference] = []
    var today: CivilDate?
    var settings: [String: JSONValue] = [:]
}

/// What a test may say about a document that it reads, as options of the command would.
struct PluginTestReading: Hashable, Sendable {
    var asOf: CivilDate?
    var period: CivilSpan?
    /// A file of repairs in the folder `tests`.
    var repairs: String?
}

/// An answer, as the next run of the test gets it.
enum PluginTestAnswer: Sendable {
    /// The place of an edition among those of the test.
    case edition(Int)
    /// What a report wrote.
    case text(String)
    /// Any other value.
    case value(ScriptValue)
    /// Why there is no answer, in the words that the test gets as an error.
    case failure(String)
}
#endif
