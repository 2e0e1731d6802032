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
    var prepared: PreparedDocument
    var receipt: AppendReceipt?
    var isDryRun: Bool
    var showsAccount = false

    private var recorded: Int {
        guard let receipt, !receipt.wasReplay else { return 0 }
        return receipt.entries.count
    }

    /// The counts, the repairs and the findings, in words.
    var text: String {
        var lines = [prepared.title]
        lines.append("  read from \(document) with \(layout)")
        lines += prepared.counts.map { "  \($0)" }
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
                + "\(PlanWords.count(prepared.drafts, "entry", "entries"))."
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
        let placed = max(9, findings.map { place(of: $0).count }.max() ?? 0)
        return ["\(PlanWords.count(findings.count, "finding", "findings")):"]
            + findings.map { finding in
                "  " + PlanWords.padded(place(of: finding), to: placed) + "  "
                    + PlanWords.padded(finding.kind, to: widest) + "  " + finding.message
            } + [""]
    }

    /// Where a finding stands, as people find it in the document.
    private func place(of finding: Finding) -> String {
        guard let place = source.place(of: finding.line) else { return finding.placeInWords }
        return finding.place?.cell.map { "\(place), cell \($0)" } ?? place
    }

    /// Every line of the document beside what it became.
    var trace: String {
        beside(prepared.traces.map { ($0.line, $0.became) })
    }

    /// Every line of the document beside where its words went, and how many went where.
    var account: String {
        let account = prepared.account
        let shares = ImportAccount.Share.allCases.map {
            "\(PlanWords.count(account.count(of: $0), "word", "words")) \(Self.words(for: $0))"
        }
        let rows = account.lines.map { line in
            (line.line, "\(line.becameWords): \(line.words)")
        }
        return beside(rows)
            + "Account: \(PlanWords.count(account.total, "word", "words")), each once: "
            + shares.joined(separator: ", ") + ".\n\n"
    }

    private static func words(for share: ImportAccount.Share) -> String {
        switch share {
        case .field: "in fields"
        case .layout: "of the layout"
        case .furniture: "in lines that pages repeat"
        case .repetition: "that repeat what stood there"
        case .text: "kept as text"
        }
    }

    private func beside(_ rows: [(line: Int, words: String)]) -> String {
        var became: [Int: [String]] = [:]
        for row in rows { became[row.line, default: []].append(row.words) }
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
        var members = prepared.members
        let common: JSONObject = [
            "findings": .array(
                prepared.findings.map { finding in
                    var members: JSONObject = ["line": .integer(finding.line)]
                    for member in finding.place?.json ?? [:] { members[member.key] = member.value }
                    members["kind"] = .string(finding.kind)
                    members["message"] = .string(finding.message)
                    return .object(members)
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
        for member in common { members[member.key] = member.value }
        if showsAccount { members["account"] = accountMember }
        guard isDryRun else { return .object(members) }
        members["entries"] = .integer(prepared.drafts)
        members["lines"] = .array(
            prepared.traces.map {
                ["line": .integer($0.line), "became": .string($0.became)]
            }
        )
        return .object(members)
    }

    private var accountMember: JSONValue {
        let account = prepared.account
        let shares = ImportAccount.Share.allCases.map {
            ($0.rawValue, JSONValue.integer(account.count(of: $0)))
        }
        let lines = account.lines.map { line -> JSONValue in
            var members: JSONObject = ["line": .integer(line.line)]
            if let cell = line.cell { members["cell"] = .integer(cell) }
            members["words"] = .string(line.words)
            members["share"] = .string(line.share.rawValue)
            members["became"] = .string(line.becameWords)
            return .object(members)
        }
        return [
            "total": .integer(account.total), "shares": .object(JSONObject(shares)),
            "lines": .array(lines),
        ]
    }
}
#endif
