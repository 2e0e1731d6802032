// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Foundation
import Testing

// This fixture pins how a file of changes is read: the drafts that each sort of change makes, and the
// words of the error when a member is missing, misspelt or of another type. Record it anew
// (RECORD_GOLDENS=1) when a sort of change is added, or after a decision that a message says
// something else.
@Suite("Files of changes")
struct ChangeFileFixtureTests {
    private let record: Record
    private let entries: [Entry]

    init() throws {
        let golden = GoldenFile("every-kind.json", besides: #filePath, in: "Goldens")
        let data = try Data(contentsOf: URL(filePath: golden.path))
        entries = try RecordExport(reading: Array(data), source: "every-kind.json").entries
        record = Record.folding(entries)
    }

    /// The drafts that a change makes, perhaps with what they would do, or the words of the error.
    private func outcome(_ change: JSONValue, isFolded: Bool = false) -> String {
        let file: JSONValue = [
            "by": "lead-officer", "effective": "2026-10-20", "plan": "glenmore-2026-2029",
            "changes": [change],
        ]
        do {
            let read = try ChangeFile(reading: file.canonicalBytes, source: "changes.json")
            let mosaic = ExternalReference(source: "mosaic", id: "A-32")
            let drafts = try read.drafts(
                in: record,
                entries: entries,
                subjects: [mosaic: .action("1.2", of: "glenmore-2026-2029")]
            )
            let problems = isFolded ? Record.problems(appending: drafts, to: entries) : []
            let lines = drafts.map { GeneratedDrafts.line($0.kind.rawValue, $0) }
            return (lines + problems.map { "problem: \($0.message)" }).joined(separator: "; ")
        } catch {
            return "error: \(error)".split(separator: "\n").joined(separator: " ")
        }
    }

    @Test("Each sort of change makes the same drafts, and each mistake the same error")
    func outcomes() throws {
        var lines: [String] = []
        for text in ChangeExamples.all {
            let change = try JSONReader.read(Array(text.utf8), source: "change").value
            let whole = outcome(change)
            lines.append("\(change.canonicalText)")
            lines.append("  \(outcome(change, isFolded: true))")
            for path in change.paths(4) {
                let name = path.map(\.description).joined()
                var seen = [whole]
                for damage in Damage.allCases {
                    let found = outcome(change.putting(damage.value, at: path[...]))
                    guard !seen.contains(found) else { continue }
                    seen.append(found)
                    lines.append("  \(name) \(damage): \(found)")
                }
            }
            let more = outcome(change.adding("progres", "?"))
            lines.append("  one member more: \(more)")
            for member in change.members ?? [:] {
                guard case .object = member.value else { continue }
                let inner = member.value.adding("unknown", 1)
                let more = outcome(change.putting(inner, at: [.member(member.key)]))
                lines.append("  one member more in \(member.key): \(more)")
            }
        }
        let golden = GoldenFile("change-files.txt", besides: #filePath, in: "Goldens")
        let text = lines.joined(separator: "\n") + "\n"
        let difference = golden.difference(from: Array(text.utf8))
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test("Every sort of change is among the examples")
    func sorts() throws {
        let members = try ChangeExamples.all.flatMap { text in
            let change = try JSONReader.read(Array(text.utf8), source: "change").value
            return (change.members ?? [:]).map(\.key)
        }
        let names =
            [
                "plan", "action", "external", "correct", "void", "committee", "register", "risk",
                "migrate", "workflow", "meetings", "workingDays", "dataSet", "dataReceived",
                "reminder",
                "entry",
                "add", "text", "statement", "leads", "timescale", "expectedImpact", "evidence",
                "status", "progress", "note", "local", "reopened", "ongoing", "completed",
                "completedBy", "left", "audience", "predecessors", "submitted", "approved",
                "externalID", "answers", "payload",
            ] + RiskFact.Name.allCases.filter(\.isAsked).map(\.rawValue)
        #expect(Set(names).subtracting(members) == [])
    }
}
