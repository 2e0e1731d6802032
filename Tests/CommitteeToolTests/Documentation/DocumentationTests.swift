// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
#if Scripting && SQLite
import CommitteeStorage
#endif
import Foundation
import Testing

@Suite("Documentation")
struct DocumentationTests {
    static let pages = [
        "README.md", "Documentation/PLUGINS.md", "Documentation/TOOL.md", cookbook,
    ]
    static let cookbook = "Documentation/COOKBOOK.md"

    /// With RECORD_GOLDENS=1 the page is written anew from what the commands print.
    @Test(arguments: pages)
    func everyCommandPrintsWhatThePageShows(_ path: String) throws {
        let page = try DocumentationPage(path)
        let folder = try FirstPluginFolder(recipes: path == Self.cookbook)
        var lines = page.lines
        var moved = 0
        #expect(!page.commands.isEmpty)
        for command in page.commands {
            let printed = try folder.print(command.line)
            if isPrinted(printed, as: command.output) { continue }
            Issue.record("“\(command.line)” on \(path) prints:\n\(printed)")
            let fresh = printed.split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init).dropLast()
            let range = (command.range.lowerBound + moved)..<(command.range.upperBound + moved)
            lines.replaceSubrange(range, with: fresh)
            moved += fresh.count - range.count
        }
        guard ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1", lines != page.lines
        else { return }
        try Data(lines.joined(separator: "\n").utf8).write(to: page.url)
    }

    @Test(arguments: ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] + documents())
    func everyLinkLeadsToAFile(_ path: String) throws {
        let page = try DocumentationPage(path)
        for link in page.links {
            let target = page.url.deletingLastPathComponent().appending(path: link)
            let isThere = FileManager.default.fileExists(atPath: target.standardizedFileURL.path)
            #expect(isThere, "\(path) links to \(link)")
        }
    }

    private static func documents() -> [String] {
        ["Documentation", "Documentation/decisions"].flatMap { folder in
            let url = DocumentationPage.package.appending(path: folder)
            let names = try? FileManager.default.contentsOfDirectory(atPath: url.path)
            return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
        }
    }

    // MARK: The README

    @Test func theReadmeShowsTheSwiftExampleAsItIsCompiled() throws {
        let file = try DocumentationPage.text(
            of: "Examples/Embedding/Sources/Embedding/Northshire.swift"
        )
        let region = try #require(
            file.components(separatedBy: "// README: begin\n").last?
                .components(separatedBy: "// README: end").first
        )
        let block = try DocumentationPage("README.md").block(after: "example: swift")
        #expect(block == region)
    }

    @Test func theReadmeShowsThePluginAsItRuns() throws {
        let block = try DocumentationPage("README.md").block(after: "example: lua")
        let path = "Examples/first-plugin/plugins/late-list/main.lua"
        #expect(block == (try DocumentationPage.text(of: path)))
        #expect(block.split(separator: "\n").count == 10)
    }

    #if Scripting && SQLite
    @Test func theSwiftExampleReturnsWhatTheReadmeShows() async throws {
        let folder = try FirstPluginFolder()
        let plugins = DocumentationPage.package.appending(path: "Examples/first-plugin/plugins")
        let plan = try DocumentationPage.text(of: "Examples/first-plugin/plan.md")
        let text = try await northshire(
            store: SQLiteJournal.create(at: folder.tool.folder.appending(path: "n.sqlite").path),
            plugins: plugins.path,
            plan: Array(plan.utf8)
        )
        #expect(text == (try DocumentationPage("README.md").block(after: "output: swift")))
    }
    #endif

    // MARK: The guides

    @Test func theGuideToPluginsShowsTheExampleAsItRuns() throws {
        let blocks = try DocumentationPage("Documentation/PLUGINS.md").blocks(after: "<!-- file: ")
        #expect(blocks.count >= 7)
        for (mark, text) in blocks {
            let path = mark.dropFirst("<!-- file: ".count).dropLast(" -->".count)
            let file = try DocumentationPage.text(of: "Examples/first-plugin/\(path)")
            #expect(file.contains(text), "\(path) does not hold the block after \(mark)")
        }
    }

    @Test func theGuideToPluginsShowsTheExampleOfRisksAsItRuns() throws {
        let blocks = try DocumentationPage("Documentation/PLUGINS.md").blocks(after: "<!-- risks: ")
        #expect(blocks.count == 3)
        for (mark, text) in blocks {
            let path = mark.dropFirst("<!-- risks: ".count).dropLast(" -->".count)
            let file = try DocumentationPage.text(of: "Examples/risk-plugin/\(path)")
            #expect(file.contains(text), "\(path) does not hold the block after \(mark)")
        }
    }

    @Test func theGuideToPluginsShowsTheRegisterAsItIsRead() throws {
        let page = try DocumentationPage("Documentation/PLUGINS.md")
        let blocks = page.blocks(after: "<!-- register: ")
        #expect(blocks.count == 1)
        for (mark, text) in blocks {
            let path = mark.dropFirst("<!-- register: ".count).dropLast(" -->".count)
            let file = try DocumentationPage.text(of: "Examples/registers/\(path)")
            #expect(file.contains(text), "\(path) does not hold the block after \(mark)")
        }
    }

    @Test func theCookbookShowsEveryRecipeAsItRuns() throws {
        let blocks = try DocumentationPage(Self.cookbook).blocks(after: "<!-- recipe: ")
        for (mark, text) in blocks {
            let path = mark.dropFirst("<!-- recipe: ".count).dropLast(" -->".count)
            let file = try DocumentationPage.text(of: "Examples/cookbook/\(path)")
            #expect(file.contains(text), "\(path) does not hold the block after \(mark)")
        }
        let recipes = try DocumentationPage.text(
            of: "Examples/cookbook/plugins/cookbook/main.lua"
        )
        let declared = recipes.matches(of: /(?m)^(?:report|reminder) "/).count
        #expect(blocks.count == declared + 1, "every recipe, and the module that they share")
    }

    @Test(arguments: [
        ("plugin list", "committee plugin list"),
        ("report", "committee report s.sqlite --format northshire/actions-csv"),
    ])
    func everyMistakeIsToldAsTheGuideSays(_ mark: String, _ command: String) throws {
        let rows = try DocumentationPage("Documentation/PLUGINS.md").rows(
            after: "mistakes: \(mark)"
        )
        #expect(rows.count >= 5)
        for row in rows {
            let folder = try FirstPluginFolder()
            try folder.importPlan()
            let isSpoilt = try folder.spoil(replacing: row[0], with: row[1])
            #expect(isSpoilt, "main.lua has no \(row[0])")
            let words = try folder.print(command).split { $0 == " " || $0 == "\n" }
            #expect(words.joined(separator: " ").contains(row[2]), "\(row[1]): \(words)")
        }
    }

    @Test func everyKindOfFindingIsExplained() throws {
        let page = try DocumentationPage("Documentation/IMPORTING.md")
        let kind = /`([a-z-]+)`/
        let explained = Set(
            page.lines.filter { $0.hasPrefix("| `") }.flatMap { line in
                line.split(separator: "|")[0].matches(of: kind).map { String($0.output.1) }
            }
        )
        #expect(try kindsInTheSources() == explained)
    }

    /// The kinds that the sources of the reader and of the comparison give to findings.
    private func kindsInTheSources() throws -> Set<String> {
        let folder = DocumentationPage.package.appending(path: "Sources/CommitteeKit/Importing")
        let literal =
            /(?:find\([^"()]*|\n +|" : |kind: )"([a-z]+(?:-[a-z]+)*)",|case \w+ = "([a-z-]+)"/
        var kinds: Set<String> = []
        for name in [
            "Reading", "Functions", "Comparing", "Registers", "Source/SourceFinding.swift",
        ] {
            let url = folder.appending(path: name)
            let files = FileManager.default.enumerator(atPath: url.path)?.allObjects ?? []
            let paths =
                files.isEmpty
                ? [url]
                : files.compactMap { $0 as? String }
                    .map { url.appending(path: $0) }
            for path in paths where path.pathExtension == "swift" {
                let text = try String(contentsOf: path, encoding: .utf8)
                kinds.formUnion(
                    text.matches(of: literal).compactMap { match in
                        (match.output.1 ?? match.output.2).map { String($0) }
                    }
                )
            }
        }
        return kinds
    }
}
