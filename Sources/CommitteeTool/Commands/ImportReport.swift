// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit

/// What an import read and recorded, for people and for programs.
struct ImportReport {
    var document: String
    var source: SourceDocument
    var repairs: [RepairNote]
    var layout: String
    var prepared: PlanImport
    var receipt: AppendReceipt?
    var isDryRun: Bool

    private var plan: Plan { prepared.reading.plan }
    private var recorded: Int {
        guard let receipt, !receipt.wasReplay else { return 0 }
        return receipt.entries.count
    }

    /// The counts, the repairs and the findings, in words.
    var text: String {
        var lines = ["\(plan.title) (\(plan.id))"]
        lines.append("  read from \(document) with \(layout)")
        lines.append("  " + PlanWords.counts(of: plan))
        lines.append("")
        lines += repairLines
        lines += findingLines
        lines.append(outcome)
        return lines.map(TerminalLine.visible).joined(separator: "\n") + "\n"
    }

    private var outcome: String {
        if prepared.isRepeat {
            return "Nothing was recorded: this document was imported with this layout before."
        }
        if isDryRun {
            return "Nothing was recorded (dry run); an import would record "
                + "\(PlanWords.count(prepared.drafts.count, "entry", "entries"))."
        }
        guard let receipt, recorded > 0 else {
            return "Nothing was recorded: the document says nothing new."
        }
        return "Recorded \(PlanWords.count(recorded, "entry", "entries")), "
            + "\(receipt.firstSequence) to \(receipt.lastSequence) of the journal."
    }

    private var repairLines: [String] {
        guard !repairs.isEmpty else { return [] }
        return ["\(PlanWords.count(repairs.count, "repair", "repairs")):"]
            + repairs.map { "  \($0.description)" } + [""]
    }

    private var findingLines: [String] {
        let findings = prepared.findings
        guard !findings.isEmpty else { return ["No findings.", ""] }
        let widest = findings.map(\.kind.count).max() ?? 0
        return ["\(PlanWords.count(findings.count, "finding", "findings")):"]
            + findings.map { finding in
                let place = finding.line > 0 ? "line \(finding.line)" : "whole"
                return "  " + PlanWords.padded(place, to: 9) + "  "
                    + PlanWords.padded(finding.kind, to: widest) + "  " + finding.message
            } + [""]
    }

    /// Every line of the document beside what it became.
    var trace: String {
        var became: [Int: [String]] = [:]
        for trace in prepared.reading.traces {
            became[trace.line, default: []].append(trace.became)
        }
        let digits = String(source.lines.count).count
        var text = ""
        for (index, line) in source.lines.enumerated() {
            let number = PlanWords.padded(String(index + 1), to: digits, atEnd: false)
            let shown = TerminalLine.visible(
                line.split(separator: "\t", omittingEmptySubsequences: false)
                    .joined(separator: " | ")
            )
            text += "\(number)  \(shown)\n"
            for words in became[index + 1] ?? [] {
                text +=
                    String(repeating: " ", count: digits) + "  → \(TerminalLine.visible(words))\n"
            }
        }
        return text + "\n"
    }

    /// The counts and the findings, for programs.
    var json: JSONValue {
        let levels = plan.levels.enumerated().map { level, name in
            (name.singular, JSONValue.integer(plan.items.count { $0.level == level }))
        }
        var members: JSONObject = [
            "plan": .string(plan.id), "title": .string(plan.title), "layout": .string(layout),
            "counts": [
                "levels": .object(JSONObject(levels)), "actions": .integer(plan.actions.count),
                "maintenance": .integer(plan.maintenance.count),
                "backlog": .integer(plan.backlog.count),
            ],
            "findings": .array(
                prepared.findings.map {
                    [
                        "line": .integer($0.line), "kind": .string($0.kind),
                        "message": .string($0.message),
                    ]
                }
            ),
            "repairs": .array(
                repairs.map {
                    [
                        "line": .integer($0.line), "what": .string($0.what),
                        "because": .string($0.because),
                    ]
                }
            ),
            "recorded": .integer(recorded), "repeated": .bool(prepared.isRepeat),
            "dryRun": .bool(isDryRun),
        ]
        guard isDryRun else { return .object(members) }
        members["entries"] = .integer(prepared.drafts.count)
        members["lines"] = .array(
            prepared.reading.traces.map {
                ["line": .integer($0.line), "became": .string($0.became)]
            }
        )
        return .object(members)
    }
}
#endif
