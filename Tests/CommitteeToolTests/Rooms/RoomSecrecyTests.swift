// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeScripting
import CommitteeStorage
import Foundation
import Testing

/// Whoever may not know of something learns nothing of it, whichever way they ask.
///
/// Two records differ in nothing but what is hidden from an audience: its words, its identifiers and how
/// many of it there are. Everything that is written for that audience must be the same of both, and
/// without a word of it. `make rooms` tries many more pairs.
@Suite("What is hidden shows in no output")
struct RoomSecrecyTests {
    static let audiences: [Audience] = [.public, .partners, .committee]

    /// Records that differ in what is hidden from the audience.
    private static func twin(for audience: Audience, _ number: Int) throws -> HiddenMatters {
        var copies: [Audience: Int] = [:]
        var salt: [Audience: String] = [:]
        for (place, level) in HiddenMatters.levels.enumerated() where level > audience {
            copies[level] = 2 + (number + place) % 3
            salt[level] = "twin\(number)"
        }
        return try HiddenMatters(copies: copies, salt: salt)
    }

    private static var twins: Int {
        ProcessInfo.processInfo.environment["ROOM_TWINS"].flatMap { Int($0) } ?? 1
    }

    private static func plugins() async throws -> LuaPlugins {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "committee-rooms-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, path) in pluginFolders {
            try FileManager.default.copyItem(
                at: PackageFolder.root.appending(path: path),
                to: folder.appending(path: name)
            )
        }
        return try await LuaPlugins.load(PluginFolder(folder.path))
    }

    private static let pluginFolders = [
        "standard": "plugins/standard", "dump": "Tests/CommitteeToolTests/Outputs/plugins/dump",
        "glenmore": "Tests/CommitteeToolTests/Outputs/plugins/glenmore",
    ]

    /// An output without the numbers of entries, which the committee reads of acts on reminders, and
    /// without the counts that a plugin reads and reports keep to themselves.
    private static func withoutNumbers(_ output: EveryWayOut.Output) -> EveryWayOut.Output {
        var output = output
        output.text = output.text.replacing(/"entry": \d+|\(entry \d+\)/, with: "entry")
        output.text = output.text.replacing(/omitted\[(\d+)\]\.count = \d+/, with: "count")
        return output
    }

    /// The first line in which two texts differ.
    private static func difference(_ first: String, _ second: String) -> String {
        let (first, second) = (
            first.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline),
            second.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        )
        let place = zip(first, second).enumerated().first { $1.0 != $1.1 }?.offset
        guard let place else { return "\(first.count) lines and \(second.count)" }
        return "line \(place + 1): \(first[place].prefix(300)) | \(second[place].prefix(300))"
    }

    private static func line(of mark: String, in text: String) -> String {
        String(
            text.split(whereSeparator: \.isNewline).first { $0.contains(mark) }?.prefix(300) ?? ""
        )
    }

    /// What the outputs give away, a sentence each.
    private static func leaks(
        _ outputs: [EveryWayOut.Output],
        _ twin: [EveryWayOut.Output],
        for audience: Audience
    ) -> [String] {
        var found: [String] = []
        let marks = HiddenMatters.forbidden(to: audience)
        for output in outputs {
            if let stranger = output.ofStranger {
                if HiddenMatters.asStranger(output.text, to: audience) != stranger {
                    found.append("\(output.way): \(difference(output.text, stranger))")
                }
                continue
            }
            for mark in marks where output.text.contains(mark) {
                found.append("\(output.way): \(line(of: mark, in: output.text))")
            }
        }
        let (plain, other) = (
            outputs.filter { $0.ofStranger == nil }, twin.filter { $0.ofStranger == nil }
        )
        if plain.map(\.way) != other.map(\.way) { found.append("other outputs of the twin") }
        for (one, two) in zip(plain, other) {
            let (one, two) = (withoutNumbers(one), withoutNumbers(two))
            guard one.text != two.text else { continue }
            found.append("\(one.way) differs: \(difference(one.text, two.text))")
        }
        return found
    }

    // MARK: The record

    @Test func theRecordCanBe() throws {
        let entries = try HiddenMatters().drafts
        #expect(Record.problems(appending: entries, to: []).map(\.message) == [])
    }

    /// Kinds of which nothing is hidden here, with the reason.
    private static let open: [EntryKind: String] = [
        "committee.profile-set": "a committee's profile is for everybody",
        "committee.functions-set": "as before", "committee.reporting-lines-set": "as before",
        "body.name-set": "as before", "body.abbreviation-set": "as before",
        "body.kind-set": "as before", "body.aliases-set": "as before",
        "body.quorum-set": "as before", "group.name-set": "as before",
        "group.abbreviation-set": "as before", "group.aliases-set": "as before",
        "group.life-set": "as before", "group.remit-set": "as before",
        "group.lead-set": "as before", "group.reports-to-set": "as before",
        "seat.body-set": "as before", "seat.role-set": "as before",
        "seat.role-aliases-set": "as before", "seat.agency-set": "as before",
        "seat.core-set": "as before", "seat.votes-set": "as before",
        "seat.substitutes-set": "as before", "seat.ended-set": "as before",
        "meetings.set": "the days of meetings are for everybody",
        "committee.working-days-set": "working days are for everybody",
        "document.imported": "no edition shows it",
        "plan.texts-set": "it is part of a plan", "plan.key-wording-set": "it is part of a plan",
        "plan.footnotes-set": "it is part of a plan", "plan.stated-facts-set": "as before",
        "plan.alignments-set": "as before", "plan.check-stated": "as before",
        "plan.approval-chain-set": "as before", "plan.submitted": "as before",
        "plan.published": "what was published is for those for whom it was",
        "plan.predecessors-named": "as before",
        "action.row-part-set": "it is a number", "action.placed": "it names other items",
        "risk.category-set": "categories are the register's", "risk.visibility-set": "a level",
        "risk.escalated": "said of a risk that all may see", "risk.de-escalated": "as before",
        "risk.deactivated": "it has no words", "risk.reopened": "it has no words",
        "risk.closed": "its outcome is as that of a review", "risk.replaced": "said of R2",
        "indicator.due-days-set": "it is a number", "indicator.rate-set": "it is a number",
        "indicator.decimals-set": "it is a number", "indicator.target-set": "it is a number",
        "indicator.variance-set": "it is a number", "indicator.ends-set": "it is a day",
        "indicator.better-set": "one of two words",
        "indicator.areas-add-up-set": "it is yes or no",
        "indicator.adds-up-over-time-set": "it is yes or no",
        "figures.rules-set": "rules are for everybody",
        "figures.published": "what was published is for those for whom it was",
        "risk-register.scale-migrated": "scales are the register's",
        "risk-register.workflow-set": "a workflow is the register's",
    ]

    @Test func everythingThatCanBeHiddenIs() throws {
        let recorded = Set(try HiddenMatters().drafts.map(\.kind))
        let missing = Rooms.standard.all.flatMap(\.kinds).map(\.kind)
            .filter { !recorded.contains($0) && Self.open[$0] == nil }
        #expect(missing == [])
    }

    @Test func whoeverMaySeeEverythingDoes() async throws {
        let outputs = try await EveryWayOut.outputs(
            of: try HiddenMatters(),
            for: .restricted,
            plugins: try await Self.plugins()
        )
        for level in HiddenMatters.levels {
            #expect(outputs.count { $0.text.contains(HiddenMatters.mark(of: level)) } > 100)
        }
    }

    // MARK: The library

    @Test(arguments: audiences)
    func noOutputOfTheLibraryShowsIt(_ audience: Audience) async throws {
        let plugins = try await Self.plugins()
        let outputs = try await EveryWayOut.outputs(
            of: try HiddenMatters(),
            for: audience,
            plugins: plugins
        )
        #expect(outputs.count > 500)
        for number in 1...max(1, Self.twins) {
            let twin = try await EveryWayOut.outputs(
                of: try Self.twin(for: audience, number),
                for: audience,
                plugins: plugins
            )
            for leak in Self.leaks(outputs, twin, for: audience) { Issue.record("\(leak)") }
        }
    }

    // MARK: The tool

    private static func tool(with matters: HiddenMatters) async throws -> BuiltTool {
        let tool = try BuiltTool()
        var copies: [String: String] = [:]
        for (name, path) in pluginFolders { copies["plugins/\(name)"] = path }
        try PackageFolder.copy(copies, into: tool)
        let store = try SQLiteJournal.create(at: tool.folder.appending(path: "s.sqlite").path)
        try await store.createCommittee(HiddenMatters.committee, name: HiddenMatters.name)
        try await store.append(
            matters.drafts,
            to: HiddenMatters.committee,
            expecting: nil,
            idempotencyKey: nil
        )
        try await store.close()
        return tool
    }

    /// What somebody of an audience can ask the tool.
    private static func commands(for audience: Audience, asking matters: HiddenMatters) -> [String]
    {
        let who = "--audience \(audience.rawValue)"
        let plan = "plan s.sqlite \(who)"
        let figures = [
            "total", "completed", "ongoing", "late", "exited", "status:R", "status:G", "none",
        ]
        var all = [plan, "\(plan) --json"]
        all += figures.flatMap { ["\(plan) --explain \($0)", "\(plan) --explain \($0) --json"] }
        for since in ["2026-03-01", "2026-06-30"] {
            all += ["", " --json"].map { "changes s.sqlite --since \(since) \(who)\($0)" }
            all.append("risk movement s.sqlite --register main --since \(since) \(who) --json")
            all.append("risk movement s.sqlite --register main --since \(since) \(who)")
        }
        all += (OutputCommands.planReports + OutputCommands.riskReports + ["glenmore/plan"]).map {
            "report s.sqlite --format \($0) --as md --since 2026-06-30 --register main \(who)"
        }
        all += ["actions-csv", "actions-json"].map {
            "report s.sqlite --format standard/\($0) \(who)"
        }
        all += OutputCommands.forms.map {
            "report s.sqlite --format standard/plan --as \($0) \(who)"
        }
        all += ["risk list s.sqlite --all \(who)", "risk list s.sqlite --all --json \(who)"]
        all += ["risk show s.sqlite R1 \(who)", "risk show s.sqlite R1 --json \(who)"]
        all += ["risk show s.sqlite R2 \(who)", "risk show s.sqlite R3 --json \(who)"]
        all += ["", " --json"].map { "risk escalations s.sqlite \(who)\($0)" }
        all += ["risk heatmap s.sqlite --register main --as html \(who)"]
        all += RiskReport.all.map {
            "risk report s.sqlite \($0.id) --register main --since 2026-06-30 --as json \(who)"
        }
        all += ["", "--json", "--ids", "--digest", "--digest --as html", "--digest --json"].map {
            "remind s.sqlite \($0) \(who)"
        }
        all += ["remind s.sqlite --calendar - \(who)"]
        for command in ["structure", "today"] {
            all += ["", " --json"].map { "\(command) s.sqlite \(who)\($0)" }
        }
        all += ["list", "list --json", "list --overdue", "show open-guide", "show old-0 --json"].map
        {
            "document \($0) --store s.sqlite \(who)"
        }
        all += ["list", "list --json", "list --overdue", "guidance", "guidance --json"].map {
            "learning-review \($0) --store s.sqlite \(who)"
        }
        all += ["list", "list --json", "show open-count", "show open-count --json"].map {
            "dataset \($0) --store s.sqlite \(who)"
        }
        all += ["structure", "membership", "documents", "published-documents", "figures"].map {
            "report s.sqlite --format standard/\($0) --as md \(who)"
        }
        all += ["structure", "membership", "documents", "published-documents", "learning-reviews"]
            .map {
                "report s.sqlite --format standard/\($0) --as md \(who)"
            }
        all += [
            "publish s.sqlite --format standard/plan --by clerk -o /dev/stdout \(who)",
            "publish s.sqlite --format standard/plan --by clerk -o out.md \(who)",
        ]
        let hidden = matters.asked.filter { $0.audience > audience }.map(\.matter)
        for kind in Set(hidden.map(\.kind)).sorted(by: { $0.rawValue < $1.rawValue }) {
            for matter in hidden.filter({ $0.kind == kind }).suffix(1) {
                switch kind {
                case "plan":
                    all += ["\(plan) --plan \(matter.id)"]
                    all += ["report s.sqlite --format standard/plan --plan \(matter.id) \(who)"]
                case "risk":
                    all += ["risk show s.sqlite \(matter.id) \(who)"]
                    all += [
                        "report s.sqlite --format standard/risk-cards --risk \(matter.id) \(who)"
                    ]
                case "learning-review":
                    all += ["learning-review show \(matter.id) --store s.sqlite \(who)"]
                case "indicator": all += ["dataset show \(matter.id) --store s.sqlite \(who)"]
                case "document": all += ["document show \(matter.id) --store s.sqlite \(who)"]
                case "risk-register":
                    all += ["risk list s.sqlite --register \(matter.id) \(who)"]
                    all += ["risk report s.sqlite risk-cards --register \(matter.id) \(who)"]
                default: break
                }
            }
        }
        return all
    }

    @Test(arguments: audiences)
    func noOutputOfTheToolShowsIt(_ audience: Audience) async throws {
        let matters = try HiddenMatters()
        let tool = try await Self.tool(with: matters)
        let marks = HiddenMatters.forbidden(to: audience)
        for command in Self.commands(for: audience, asking: matters) {
            let run = try tool.run(command.split(separator: " ").map(String.init))
            var text = run.output + run.errors
            #expect(!text.isEmpty, "\(command)")
            if HiddenMatters.asStranger(command, to: audience) != command {
                // The name that was asked for is said again, and nothing else is known of it.
                let other = HiddenMatters.asStranger(command, to: audience)
                let stranger = try tool.run(other.split(separator: " ").map(String.init))
                text = HiddenMatters.asStranger(text, to: audience)
                #expect(run.code == stranger.code, "\(command)")
                #expect(text == stranger.output + stranger.errors, "\(command)")
            }
            for mark in marks where text.contains(mark) {
                Issue.record("\(command): \(Self.line(of: mark, in: text))")
            }
        }
        for name in try tool.names where name.hasSuffix(".md") {
            let text = String(decoding: try tool.bytes(of: name), as: UTF8.self)
            for mark in marks { #expect(!text.contains(mark), "\(name)") }
        }
    }
}
#endif
