// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Foundation
import Testing

/// The registers of `Examples/registers`, each with a later edition.
@Suite("The registers of the examples")
struct ExampleRegisterTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var plugin: String
        var first: String
        var later: String
        /// The days on which the register stands as its editions have it.
        var days: (first: CivilDate, later: CivilDate)
        /// The words of the first edition: in fields, of the layout, furniture, repetition, text.
        var shares: [Int]
        var risks: Int
        var entries: (first: Int, later: Int)
        var findings: (first: [String], later: [String])

        var testDescription: String { plugin }
        var layout: String { "\(plugin)/register" }
    }

    static let examples = [
        Example(
            plugin: "lochanside",
            first: "march.md",
            later: "june.md",
            days: (CivilDate(2026, 4, 20), CivilDate(2026, 7, 20)),
            shares: [506, 31, 0, 0, 29],
            risks: 10,
            entries: (113, 22),
            findings: ([], ["risk-gone", "movement-differs"])
        ),
        Example(
            plugin: "harrowmuir",
            first: "april.html",
            later: "october.html",
            days: (CivilDate(2026, 5, 20), CivilDate(2026, 11, 20)),
            shares: [294, 61, 10, 0, 14],
            risks: 9,
            entries: (87, 13),
            findings: (["score-differs"], [])
        ),
    ]

    private static let root = ShippedPlugins.root.appending(path: "Examples/registers/plugins")

    private struct Place {
        var library: CommitteeLibrary
        var committee: Committee
    }

    private func place() async throws -> Place {
        let library = CommitteeLibrary(
            store: InMemoryJournal(context: .testing(seed: 1)),
            plugins: try await LuaPlugins.load(PluginFolder(Self.root.path)),
            today: { CivilDate(2027, 4, 1) }
        )
        try await library.store.createCommittee("example", name: "Example Committee")
        return Place(library: library, committee: try await library.committee("example"))
    }

    private func document(_ name: String, of example: Example) throws -> SourceDocument {
        let file = Self.root.appending(path: "\(example.plugin)/tests/\(name)")
        return try SourceDocument(reading: Array(try Data(contentsOf: file)), name: name)
    }

    private func prepared(
        _ source: SourceDocument,
        _ example: Example,
        in place: Place,
        asOf date: CivilDate? = nil
    ) async throws -> RegisterImport {
        try await place.committee.preparingRegisterImport(
            of: source,
            digest: source.name,
            layout: example.layout,
            asOf: date,
            by: "tester"
        )
    }

    @discardableResult
    private func importing(
        _ name: String,
        _ example: Example,
        in place: Place
    ) async throws -> RegisterImport {
        let found = try await prepared(try document(name, of: example), example, in: place)
        _ = try await place.committee.record(found, digest: name)
        return found
    }

    private func written(
        _ example: Example,
        _ format: DocumentFormat,
        on day: CivilDate,
        in place: Place
    ) async throws -> [UInt8] {
        let edition = try await place.committee.edition(asOf: day, audience: .restricted)
        return try await place.library.report(example.layout, of: edition).render(format)
    }

    @Test("Each word of the first edition has its place", arguments: examples)
    func account(_ example: Example) async throws {
        let place = try await place()
        let found = try await importing(example.first, example, in: place)
        let account = found.reading.account
        #expect(ImportAccount.Share.allCases.map { account.count(of: $0) } == example.shares)
        #expect(found.reading.rows.count == example.risks)
        #expect(found.findings.map(\.kind) == example.findings.first)
        #expect(found.drafts.count == example.entries.first)
        let record = Record.folding(try await place.committee.entries())
        #expect(record.problems == [])
    }

    @Test("The later edition records what it says anew", arguments: examples)
    func later(_ example: Example) async throws {
        let place = try await place()
        try await importing(example.first, example, in: place)
        let found = try await importing(example.later, example, in: place)
        #expect(found.findings.map(\.kind) == example.findings.later)
        #expect(found.drafts.count == example.entries.later)
        #expect(Record.folding(try await place.committee.entries()).problems == [])
    }

    @Test("Both editions are written and read again, and say nothing new", arguments: examples)
    func roundTrip(_ example: Example) async throws {
        let place = try await place()
        for (name, day) in [
            (example.first, example.days.first), (example.later, example.days.later),
        ] {
            let first = try await importing(name, example, in: place)
            let formats: [(DocumentFormat, String)] = [
                (.markdown, "again.md"), (.html, "again.html"), (.csv, "again.csv"),
            ]
            for (format, file) in formats {
                let bytes = try await written(example, format, on: day, in: place)
                let again = try await prepared(
                    try SourceDocument(reading: bytes, name: file),
                    example,
                    in: place,
                    asOf: first.reading.page.date
                )
                #expect(again.drafts.map(\.kind.rawValue) == [], "\(name) as \(file)")
            }
        }
    }

    @Test("Nothing of an example's register is public", arguments: examples)
    func nothingIsPublic(_ example: Example) async throws {
        let place = try await place()
        try await importing(example.first, example, in: place)
        let edition = try await place.committee.edition(
            asOf: example.days.first,
            audience: .public
        )
        #expect(edition.riskRegisters.isEmpty)
        #expect(edition.omissions.map(\.count) == [example.risks])
    }
}
#endif
