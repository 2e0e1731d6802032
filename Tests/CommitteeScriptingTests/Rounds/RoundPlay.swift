// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

@testable import CommitteeKit
import CommitteeScripting
import CommitteeTestKit

/// A committee with the plan of 2023 and its own structure, in which progress updates are played.
struct RoundPlay {
    let committee: Committee
    let library: CommitteeLibrary

    /// Imports a document with the layout of 2023, and what the committee says of itself.
    init(_ source: SourceDocument) async throws {
        let plugins = try await ShippedPlugins.load()
        library = CommitteeLibrary(
            store: InMemoryJournal(context: .testing(seed: 1)),
            plugins: plugins,
            today: { CivilDate(2023, 11, 7) }
        )
        try await library.store.createCommittee("perth", name: "Perth and Kinross CPC")
        committee = try await library.committee("perth")
        let prepared = try await committee.preparingImport(
            of: source,
            digest: "d",
            layout: "perth-and-kinross/plan-2023",
            by: "tester"
        )
        _ = try await committee.record(prepared, digest: "d")
        let structure = try ChangeFile(
            reading: try ExamplePlan.bytes("perth-and-kinross/committee.json"),
            source: "committee.json"
        )
        let entries = try await committee.entries()
        let drafts = try structure.drafts(
            in: Record.folding(entries),
            entries: entries,
            subjects: [:]
        )
        try await committee.append(drafts)
    }

    /// The example, in our own words.
    static func example() async throws -> RoundPlay {
        try await RoundPlay(try ExamplePlan.document("perth-and-kinross/plan-2023.md"))
    }

    /// The sheets of the round, answered as an officer's mail would have them.
    ///
    /// - Parameters:
    ///   - day: The day on which they come.
    ///   - answer: What is said of an item; nil to leave it blank.
    /// - Returns: What came of each sheet.
    /// - Throws: What the library throws.
    func answer(
        on day: CivilDate,
        _ answer: (String) -> ReturnedAnswer?
    ) async throws -> [ReceivedReturn] {
        var received: [ReceivedReturn] = []
        for sheet in try await committee.returnSheets(on: day) {
            var filled = sheet
            for place in filled.entries.indices {
                guard let said = answer(filled.entries[place].item) else { continue }
                filled.entries[place].answer = said
                filled.entries[place].colourWords = said.colour
            }
            let mail = "Hello,\n\n" + filled.text + "\nKind regards\n"
            received.append(
                try await committee.receive(
                    Array(mail.utf8),
                    name: "\(sheet.lead).txt",
                    effective: day,
                    by: "coordinator"
                )
            )
        }
        return received
    }

    /// The plan's page in the committee's layout on a day, as Markdown.
    func page(on day: CivilDate, for audience: Audience = .committee) async throws -> String {
        let edition = try await committee.edition(asOf: day, audience: audience)
        let report = try await library.report("perth-and-kinross/plan-2023", of: edition)
        return String(decoding: try report.document.render(.markdown), as: UTF8.self)
    }
}
#endif
