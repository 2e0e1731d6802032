// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Foundation
import Testing

/// What was written on a day can be written again at any time, with the same bytes.
///
/// `make over-time` tries 5,000 records.
@Suite("Reports over time")
struct ReportsOverTimeTests {
    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }

    private static func plugins() async throws -> LuaPlugins {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "committee-days-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, path) in [
            "standard": "plugins/standard",
            "glenmore": "Tests/CommitteeToolTests/Outputs/plugins/glenmore",
        ] {
            try FileManager.default.copyItem(
                at: PackageFolder.root.appending(path: path),
                to: folder.appending(path: name)
            )
        }
        return try await LuaPlugins.load(PluginFolder(folder.path))
    }

    private static func difference(_ first: String, _ second: String) -> String {
        let lines = (first.split(separator: "\n"), second.split(separator: "\n"))
        let place = zip(lines.0, lines.1).enumerated().first { $1.0 != $1.1 }?.offset
        guard let place else { return "\(lines.0.count) lines and \(lines.1.count)" }
        return "line \(place + 1): \(lines.0[place].prefix(200)) | \(lines.1[place].prefix(200))"
    }

    /// What is wrong with one record, a sentence each.
    private static func faults(_ seed: UInt64, _ plugins: LuaPlugins) async throws -> [String] {
        var generator = SeededGenerator(seed: seed &* 31)
        let record = try RecordOverTime(seed: seed, steps: 30)
        let last = record.steps.last?.done ?? RecordOverTime.start
        let length = UInt64(max(1, last.dayNumber - RecordOverTime.start.dayNumber))
        let day = RecordOverTime.start + Int(generator.next() % length)
        let audience = Audience.allCases[Int(generator.next() % UInt64(Audience.allCases.count))]
        let forms = DocumentFormat.allCases
        let form = forms[Int(generator.next() % UInt64(forms.count))]
        let days = try await RecordedDays(record, plugins: plugins)
        try await days.record(through: day)
        let then = try await days.outputs(on: day, knownAt: nil, made: day, for: audience, as: form)
        try await days.record(through: nil)
        let later = try await days.outputs(
            on: day,
            knownAt: RecordedDays.end(of: day),
            made: last + 90,
            for: audience,
            as: form
        )
        let name = "record \(seed) on \(day) for \(audience.rawValue) as \(form.rawValue)"
        var faults: [String] = []
        if then.map(\.way) != later.map(\.way) { faults.append("\(name): other outputs") }
        for (one, two) in zip(then, later) where one.text != two.text {
            faults.append("\(name), \(one.way): \(difference(one.text, two.text))")
        }
        // Nothing is different when what takes effect later was never recorded.
        let fewer = try await RecordedDays(record, plugins: plugins, effectiveThrough: day)
        try await fewer.record(through: day)
        let without = try await fewer.outputs(
            on: day,
            knownAt: nil,
            made: day,
            for: audience,
            as: form
        )
        for (one, two) in zip(then, without) where one.text != two.text {
            faults.append("\(name), ahead, \(one.way): \(difference(one.text, two.text))")
        }
        for output in later {
            for mark in record.marks where mark.from > day && output.text.contains(mark.word) {
                faults.append("\(name), \(output.way): shows \(mark.word), of \(mark.from)")
            }
        }
        return faults
    }

    @Test func whatWasWrittenOnADayIsWrittenAgainLater() async throws {
        let plugins = try await Self.plugins()
        let first = UInt64(Self.number("SEED") ?? 1)
        var faults: [String] = []
        for number in 0..<UInt64(Self.number("OVER_TIME") ?? 12) where faults.count < 20 {
            faults += try await Self.faults(first + number, plugins)
        }
        #expect(faults == [])
    }

    /// The records are such that the comparison means something: on their days, later entries would show.
    @Test func whatIsKnownNowDiffers() async throws {
        let plugins = try await Self.plugins()
        let record = try RecordOverTime(seed: 1, steps: 30)
        let day = RecordOverTime.start + 150
        let days = try await RecordedDays(record, plugins: plugins)
        try await days.record(through: day)
        let then = try await days.outputs(
            on: day,
            knownAt: nil,
            made: day,
            for: .restricted,
            as: .markdown
        )
        try await days.record(through: nil)
        let now = try await days.outputs(
            on: day,
            knownAt: nil,
            made: day,
            for: .restricted,
            as: .markdown
        )
        #expect(zip(then, now).contains { $0.text != $1.text })
    }
}
#endif
