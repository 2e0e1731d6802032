// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// The published plans, which are not part of the project.
enum PublishedPlans {
    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let folder = package.deletingLastPathComponent().appending(path: "shared/seeds")

    static let plugins = package.appending(path: "plugins").path

    static func path(_ number: String) -> String? {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return names?.first { $0.hasPrefix(number) }.map { folder.appending(path: $0).path }
    }

    static var arePresent: Bool { ["000", "001", "002"].allSatisfy { path($0) != nil } }
}

// Where the published plans are absent there is nothing to import.
@Suite(.enabled(if: PublishedPlans.arePresent, "the published plans are not here"))
struct PublishedPlansTests {
    private func imported(_ number: String, _ layout: String) throws -> (BuiltTool, JSONValue) {
        let tool = try BuiltTool.withStore()
        let path = try #require(PublishedPlans.path(number))
        let json = try tool.json(
            [
                "import", tool.store, path, "--layout", layout, "--json", "--plugins",
                PublishedPlans.plugins,
            ])
        return (tool, json)
    }

    private func plan(_ tool: BuiltTool, _ date: String) throws -> JSONValue {
        try tool.json(["plan", tool.store, "--as-of", date, "--json"])
    }

    /// The lines of figures, each such as `stated 19/-/-/19`.
    private func figures(_ plan: JSONValue) -> [String] {
        (plan["checks"]?.elements ?? []).map { check in
            let numbers = ["total", "completed", "added", "ongoing"].map { name in
                check[name]?.wholeNumber.map(String.init) ?? "-"
            }
            let source = check["stated"] == true ? "stated" : "computed"
            return "\(source) \(numbers.joined(separator: "/"))"
        }
    }

    @Test func plan2018HasItsFigures() throws {
        let (tool, imported) = try imported("000", "perth-and-kinross/plan-2018")
        #expect(
            imported["counts"]?["levels"] == ["key question": 5, "outcome": 12, "action": 17]
        )
        #expect(imported["counts"]?["maintenance"] == 10)
        let plan = try plan(tool, "2018-06-30")
        #expect(plan["status"] == ["A": 14, "G": 3])
        #expect(plan["completed"]?.elements == [])
        #expect(plan["state"] == "draft")
        #expect(figures(plan).sorted() == ["computed 17/0/17/17", "stated 17/0/17/17"])
    }

    @Test func plan2023HasItsFigures() throws {
        let (tool, imported) = try imported("001", "perth-and-kinross/plan-2023")
        #expect(imported["counts"]?["levels"] == ["priority": 2, "outcome": 6, "action": 19])
        #expect(imported["counts"]?["maintenance"] == 14)
        let kinds = imported["findings"]?.elements?.compactMap { $0["kind"]?.text } ?? []
        #expect(kinds.contains("period-mismatch"))
        #expect(kinds.contains("status-not-in-key"))
        #expect(kinds.count { $0 == "status-missing" } == 2)
        let plan = try plan(tool, "2023-10-31")
        #expect(plan["status"]?["G"] == 16)
        #expect(plan["status"]?["D"] == 1)
        #expect(plan["completed"] == ["3.1", "6.1", "6.2"])
        let expected = [
            "stated 19/-/-/19", "computed 19/-/-/19", "stated 19/3/0/16", "computed 19/3/0/16",
        ]
        #expect(figures(plan) == expected)
    }

    @Test func plan2023BeforeItsReportIsADraftAndNothingIsLate() throws {
        let (tool, _) = try imported("001", "perth-and-kinross/plan-2023")
        let first = try plan(tool, "2023-04-01")
        #expect(first["state"] == "draft")
        #expect(first["late"]?.elements == [])
        #expect(first["completed"]?.elements == [])
        let between = try plan(tool, "2023-10-15")
        #expect(between["late"]?.elements == [])
        #expect(between["notKnown"] == ["3.1", "6.1", "6.2"])
        let explained = try tool.json(
            [
                "plan", tool.store, "--as-of", "2023-10-15", "--explain", "not-known", "--json",
            ])
        #expect(
            explained["actions"]?.elements?.map { $0["entries"]?[0]?["effectiveIsBound"] }
                == [true, true, true]
        )
    }

    @Test func strategicPlanHasItsFigures() throws {
        let (tool, imported) = try imported("002", "clackmannanshire/strategic-plan")
        #expect(
            imported["counts"]?["levels"] == [
                "strategic priority": 4, "outcome": 8, "objective": 26, "action": 36,
            ]
        )
        let plan = try plan(tool, "2023-11-30")
        #expect(
            plan["status"] == [
                "Ongoing": 29, "Complete": 3, "": 1, "As required": 2, "As above": 1,
            ]
        )
        let completed = plan["completed"]?.elements?.compactMap(\.text) ?? []
        #expect(completed.map { $0.prefix(3) } == ["1.2", "3.3", "4.3"])
        #expect(figures(plan) == ["computed 36/3/-/33"])
    }

    @Test func aRepairsFileSettlesWhatTheExtractionBroke() throws {
        let tool = try BuiltTool.withStore()
        let path = try #require(PublishedPlans.path("002"))
        let repairs = """
            { "repairs": [
              { "line": 256, "insert_before": "OUTCOME 8", "because": "The heading is lost." },
              { "line": 257, "find": "3.1", "put": "8.1", "because": "It stands before 8.2." }
            ] }
            """
        try repairs.write(
            to: tool.folder.appending(path: "repairs.json"),
            atomically: true,
            encoding: .utf8
        )
        let imported = try tool.json([
            "import", tool.store, path, "--layout", "clackmannanshire/strategic-plan", "--json",
            "--repairs", "repairs.json", "--plugins", PublishedPlans.plugins,
        ])
        let kinds = (imported["findings"]?.elements ?? []).compactMap { $0["kind"]?.text }
        #expect(!kinds.contains("heading-lost"))
        #expect(!kinds.contains("number-twice"))
        let plan = try plan(tool, "2023-11-30")
        let ids = (plan["items"]?.elements ?? []).compactMap { $0["id"]?.text }
        #expect(ids.contains("8.1"))
        #expect(!ids.contains("3.1-2"))
    }
}
