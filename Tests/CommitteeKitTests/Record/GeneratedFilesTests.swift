// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Foundation
import Testing

@testable import CommitteeKit

// What is derived from the declarations into files: `make generate` writes the files anew, and a file
// that is not current fails here.
@Suite("Files that are made of the declarations")
struct GeneratedFilesTests {
    private static let documentation = #filePath.replacing(
        "Tests/CommitteeKitTests/Record/GeneratedFilesTests.swift",
        with: "Documentation"
    )

    private func expectCurrent(_ text: String, _ path: String) {
        let difference = GoldenFile(path, besides: #filePath, in: "../../../Documentation")
            .difference(from: Array(text.utf8))
        #expect(difference == nil, "\(difference ?? "") Run: make generate")
    }

    private func read(_ path: String) throws -> JSONValue {
        let data = try Data(contentsOf: URL(filePath: "\(Self.documentation)/\(path)"))
        return try JSONReader.read(Array(data), source: path).value
    }

    @Test func theSchemaOfChangesHasEveryField() throws {
        var schema = try read("schema/changes.json")
        for form in PlanItem.table.requestForms + Plan.table.requestForms {
            guard let member = form.schema else { continue }
            let change = ["$defs", "change", "properties"]
            schema.set(member, at: change + [form.name])
            if form.comesWithAddition, form.name != "text" {
                schema.set(member, at: change + ["add", "properties", form.name])
            }
        }
        expectCurrent(schema.indentedText, "schema/changes.json")
    }

    @Test func theSchemaOfPlansHasEveryMember() throws {
        var schema = try read("schema/plan.json")
        for member in PlanItem.table.jsonMembers {
            guard let value = member.schema else { continue }
            schema.set(value, at: ["$defs", "item", "properties", member.name])
        }
        expectCurrent(schema.indentedText, "schema/plan.json")
    }

    @Test func thePageOfEntriesHasEveryKind() {
        expectCurrent(EntriesPage.text, "ENTRIES.md")
    }
}

/// The page of every kind of entry, made of the declarations.
enum EntriesPage {
    static var text: String {
        var lines = [
            "# Every kind of entry",
            "",
            "<!-- Made of the declarations by `make generate`; do not edit. -->",
            "",
            "A *field* is a property of which the last value counts; an *event* is something that happened.",
            "How entries are kept is written in [decision 0001](decisions/0001-format-of-an-entry.md).",
        ]
        for room in Rooms.standard.all {
            lines += ["", "## \(room.name.prefix(1).uppercased() + room.name.dropFirst())", ""]
            lines += ["| kind | sort | what it says |", "| --- | --- | --- |"]
            lines += room.kinds.map { "| `\($0.kind)` | \($0.sort.rawValue) | \($0.summary) |" }
        }
        lines += ["", "## Which layers carry each kind of entry of an action", ""]
        lines += [
            "| kind | in a file of changes | in a layout | in Lua | in JSON | what does not carry it, and why |"
        ]
        lines += ["| --- | --- | --- | --- | --- | --- |"]
        lines += PlanItem.table.declarations.map(row)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ declaration: Declaration<PlanItem>) -> String {
        let ways = declaration.ways
        func names(_ names: [String]?) -> String {
            (names ?? []).map { "`\($0)`" }.joined(separator: ", ")
        }
        let layout = ways.cell.way == nil ? nil : declaration.name.map { [$0.description] }
        let reasons = [
            ("files of changes", ways.request.reason), ("layouts", ways.cell.reason),
            ("Lua", ways.columns.reason), ("JSON", ways.json.reason),
            ("later documents", ways.comparison.reason), ("changes in words", ways.sentence.reason),
            ("examples", ways.example.reason),
        ].compactMap { layer, reason in reason.map { "\(layer): \($0)" } }
        let cells = [
            "`\(declaration.declared.kind)`", names(ways.request.way?.map(\.name)), names(layout),
            names(ways.columns.way?.map(\.name)), names(ways.json.way?.map(\.name)),
            reasons.joined(separator: "; "),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}

extension JSONValue {
    /// Sets a member of an object inside others; a member that is new stands at the end.
    fileprivate mutating func set(_ value: JSONValue, at path: [String]) {
        guard let name = path.first, var members else { return }
        if path.count == 1 {
            members[name] = value
        } else if var inner = members[name] {
            inner.set(value, at: Array(path.dropFirst()))
            members[name] = inner
        }
        self = .object(members)
    }
}
