// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeScripting
import Foundation
import Testing

/// Whoever may not know of something learns nothing of it, whichever way they ask.
///
/// Two records differ in nothing but what is hidden from an audience: its words, its identifiers and how
/// many of it there are. Everything that is written for that audience must be the same of both, and
/// without a word of it. `make rooms` tries many more pairs. ``ToolSecrecyTests`` does the same with the tool.
@Suite("What is hidden shows in no output")
struct RoomSecrecyTests {
    static let audiences: [Audience] = [.public, .partners, .committee]

    /// Records that differ in what is hidden from the audience.
    static func twin(for audience: Audience, _ number: Int) throws -> HiddenMatters {
        var copies: [Audience: Int] = [:]
        var salt: [Audience: String] = [:]
        for (place, level) in HiddenMatters.levels.enumerated() where level > audience {
            copies[level] = 2 + (number + place) % 3
            salt[level] = "twin\(number)"
        }
        return try HiddenMatters(copies: copies, salt: salt)
    }

    static var twins: Int {
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

    static let pluginFolders = [
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
    static func difference(_ first: String, _ second: String) -> String {
        let (first, second) = (
            first.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline),
            second.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        )
        let place = zip(first, second).enumerated().first { $1.0 != $1.1 }?.offset
        guard let place else { return "\(first.count) lines and \(second.count)" }
        return "line \(place + 1): \(first[place].prefix(300)) | \(second[place].prefix(300))"
    }

    static func line(of mark: String, in text: String) -> String {
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
        "audit.supported-actions-set": "actions of a plan, as those that answer a finding",
        "course.supported-actions-set": "as before",
        "outside-report.sort-set": "one of a few words",
        "outside-report.publication-date-set": "it is a day",
        "outside-report.document-set": "a document, as that of a finding's evidence",
        "quality-finding.sort-set": "one of three words",
        "quality-finding.indicator-set": "a number of the framework",
        "quality-finding.due-date-set": "it is a day",
        "self-evaluation.start-date-set": "it is a day",
        "self-evaluation.due-date-set": "it is a day",
        "voice.indicators-set": "indicators, of which each has its own audience",
        "voice.data-sets-set": "data sets, as before",
        "voice.document-set": "a document, as that of a finding's evidence",
        "programme.reporting-date-set": "it is a day",
        "programme.cited-indicators-set": "indicators, as those that documents cite",
        "programme.meeting-set": "a meeting, as that at which a step was taken",
        "programme-milestone.missed": "it is as that it was dropped",
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
        #expect(outputs.count > 1_000)
        var looked = outputs.count
        for number in 1...max(1, Self.twins) {
            let twin = try await EveryWayOut.outputs(
                of: try Self.twin(for: audience, number),
                for: audience,
                plugins: plugins
            )
            looked += twin.count
            for leak in Self.leaks(outputs, twin, for: audience) { Issue.record("\(leak)") }
        }
        print("\(audience.rawValue): \(looked) outputs of the library looked at")
    }
}
#endif
