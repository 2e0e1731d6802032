// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Foundation

/// A committee of the examples in a library of its own, with its plugins.
struct ExamplePlan {
    let plugins: LuaPlugins
    let committee: Committee
    let layout: String

    init(layout: String) async throws {
        let invented = ShippedPlugins.root.appending(path: "Examples/strathmarr/plugins").path
        plugins =
            layout.hasPrefix("strathmarr/")
            ? try await LuaPlugins.load(PluginFolder(invented)) : try await ShippedPlugins.load()
        self.layout = layout
        let library = CommitteeLibrary(
            store: InMemoryJournal(context: .testing(seed: 1)),
            plugins: plugins,
            today: { CivilDate(2027, 4, 1) }
        )
        try await library.store.createCommittee("example", name: "Example Committee")
        committee = try await library.committee("example")
    }

    /// The bytes of a file of the examples, such as `strathmarr/plan.md`.
    static func bytes(_ path: String) throws -> [UInt8] {
        let file = ShippedPlugins.root.appending(path: "Examples").appending(path: path)
        return Array(try Data(contentsOf: file))
    }

    /// A document of the examples.
    static func document(_ path: String) throws -> SourceDocument {
        try SourceDocument(reading: try bytes(path), name: path)
    }

    /// Reads a document without recording anything.
    func read(_ source: SourceDocument) throws -> PlanReading {
        let contributions = plugins.contributions
        let layout = try contributions.layout(self.layout)
        let reader = PlanReader(
            layout: layout,
            scheme: contributions.scheme(layout.scheme),
            timescales: contributions.timescaleReader(
                for: layout.id.split(separator: "/").first.map(String.init)
            )
        )
        return try reader.read(source)
    }

    /// Writes a plan in the layout as Markdown, and reads that.
    func readAgain(_ plan: Plan, on date: CivilDate) throws -> Plan {
        var record = Record()
        record.plans = [plan]
        let edition = Edition(
            of: record,
            committee: "example",
            name: "Example",
            asOf: date,
            audience: .committee
        )
        let layout = try plugins.contributions.layout(self.layout)
        let writer = LayoutWriter(
            layout: layout,
            scheme: plugins.contributions.scheme(layout.scheme)
        )
        let markdown = writer.document(plan, of: edition).render(.markdown)
        return try read(SourceDocument(reading: markdown, name: "again.md")).plan
    }

    /// Imports a document, and gives what was recorded and found.
    @discardableResult
    func importing(_ path: String) async throws -> PlanImport {
        let prepared = try await committee.preparingImport(
            of: try Self.document(path),
            digest: path,
            layout: layout,
            by: "tester"
        )
        _ = try await committee.record(prepared, digest: path)
        return prepared
    }
}
#endif
