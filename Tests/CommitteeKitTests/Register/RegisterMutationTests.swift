// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Foundation
import Testing

@testable import CommitteeKit

/// Registers that careless hands changed: whatever stands in one is with a risk or beside the table, or the
/// import says so.
///
/// `MUTATIONS` and `SEED` in the environment choose a longer run and other documents.
@Suite("Registers that were changed")
struct RegisterMutationTests {
    private static func number(_ variable: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? usual
    }

    @Test("No word of a changed register is lost in silence, and few are refused")
    func nothingIsLostInSilence() throws {
        let count = Self.number("MUTATIONS", 200)
        let seed = UInt64(Self.number("SEED", 20_261_129))
        let reader = RegisterReader(
            layout: try RegisterSample.layout(),
            scale: try RegisterSample.scale(),
            timescales: TimescaleReader()
        )
        // The title, headers and facts without spaces: a space that was lost makes one word of two.
        let printed =
            [reader.layout.title] + reader.layout.columns.map(\.header)
            + reader.layout.facts.map(\.template)
        let run = printed.map { String($0.filled { _ in " " }.filter(\.isLetter)) }
            .joined(separator: " ")
        var random = SeededGenerator(seed: seed)
        var (refused, withFindings) = (0, 0)
        var refusals: [String: Int] = [:]
        var (lost, unbalanced): ([String], [String]) = ([], [])
        for round in 0..<count {
            var maker = DocumentMaker(seed: seed &+ UInt64(round))
            var document = maker.register(&random)
            var changes: [String] = []
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                changes.append(document.mutate(&random, fresh: "\(maker.word()) \(maker.word())"))
            }
            let source = try SourceDocument(text: document.text, name: "r.txt", as: .tabText)
            let reading: RegisterReading
            do {
                reading = try reader.read(source, asOf: CivilDate(2026, 3, 31))
            } catch {
                if error.message.contains("does not close") {
                    unbalanced.append("\(changes): \(error)\n\(document.text)")
                }
                refused += 1
                refusals[error.message, default: 0] += 1
                continue
            }
            if !reading.findings.isEmpty { withFindings += 1 }
            let known = Self.words(of: reading).union(Self.words(of: reader.layout))
            let found = Set(reading.findings.map(\.line))
            for (index, line) in document.lines.enumerated() {
                let missing = line.flatMap { WordBag.words(of: $0) }.filter {
                    !known.contains($0) && !run.contains($0)
                }
                guard !missing.isEmpty, !found.contains(index + 1) else { continue }
                lost.append("\(changes): line \(index + 1) lost \(missing)\n\(document.text)")
            }
            // A line that is read as what it must be is counted as that.
            let isMended = reading.findings.contains { $0.kind == "line-misspelt" }
            if !isMended, reading.account.total != WordBag(document.text).total {
                unbalanced.append("\(changes): total\n\(document.text)")
            }
        }
        print(
            "registers \(count), refused \(refused), lost \(lost.count), with findings \(withFindings)"
        )
        if ProcessInfo.processInfo.environment["SHOW"] != nil {
            for (message, count) in refusals { print("REFUSED", count, message) }
            for text in lost + unbalanced { print("LOST", text) }
        }
        #expect(lost.prefix(3) == [])
        #expect(unbalanced.prefix(3) == [])
        #expect(refused * 50 <= count, "refused \(refused) of \(count)")
    }

    /// Every word that the risks, the page and what is written of them have.
    private static func words(of reading: RegisterReading) -> Set<String> {
        var words: Set<String> = []
        func add(_ text: String) { words.formUnion(WordBag.words(of: text)) }
        add(reading.page.title)
        for fact in reading.page.facts { add(fact.words) }
        for text in reading.page.texts { add(text.text.singleLine) }
        for row in reading.rows {
            let risk = row.risk
            for text in [
                risk.number ?? "", risk.title, risk.cause, risk.effect, risk.category,
                risk.ownerRoleID ?? "", risk.managerRoleID ?? "",
            ] {
                add(text)
            }
            for control in risk.controls { add(control.words) }
            for text in risk.columns.values { add(text) }
            if case .by(let day)? = risk.targetDate { add(day.formatted("d MMMM yyyy")) }
            if let day = risk.reviewDate { add(day.formatted("d MMMM yyyy")) }
            for kind in RiskScoreKind.allCases {
                guard let levels = risk.assessment(kind).levels else { continue }
                add(levels.likelihood)
                add(levels.impact)
                if let value = (try? RegisterSample.scale())?.score(orNil: levels) {
                    add("\(value)")
                }
                add(levels.override?.reason ?? "")
            }
        }
        return words
    }

    /// The words of the layout, and those that stand for a value.
    private static func words(of layout: RegisterLayout) -> Set<String> {
        var texts = layout.columns.map(\.header.description) + [layout.title.description]
        texts += layout.facts.map(\.template.description)
        texts += RegisterWords.meanings.flatMap { layout.words.words(for: $0) }
        texts += ["Low Medium High"]
        return Set(texts.flatMap { WordBag.words(of: $0) })
    }
}

extension RiskScale {
    fileprivate func score(orNil levels: RiskAssessment.Levels) -> Int? {
        (try? score(of: levels))?.value
    }
}

extension DocumentMaker {
    /// A register of the layout of ``RegisterSample``.
    fileprivate mutating func register(_ random: inout SeededGenerator) -> MutableDocument {
        var lines: [[String]] = [
            ["Risk register of the glen, 31 March 2026"], [""],
            ["Agreed by the committee on 14 April 2026"], [""], [words(3, 6)], [""],
            RegisterSample.headers,
        ]
        for number in 1...8 {
            let likelihood = Int.random(in: 1...5, using: &random)
            let impact = Int.random(in: 1...5, using: &random)
            var cells: [String: String] = [
                "Ref": "\(number)", "Risk": words(2, 4), "Cause": words(), "Effect": words(),
                "Kind": word(), "L": "\(likelihood)", "I": "\(impact)",
                "Score": "\(likelihood * impact)", "Moved": "→",
                "Controls": "\(words()); \(words())", "Owner": words(1, 2), "Response": "Treat",
                "Aim": "\(Int.random(in: 1...5, using: &random))", "By": "30 September 2026",
                "Review": "30 June 2026", "State": "Open", "Notes": words(), "Paper": word(),
            ]
            if number % 3 == 0 { (cells["L"], cells["I"]) = ("", "") }
            if number % 4 == 0 { (cells["Score"], cells["Reason"]) = ("24", words()) }
            if number % 5 == 0 { cells["By"] = "Accept" }
            lines.append(RegisterSample.headers.map { cells[$0] ?? "" })
        }
        lines += [[""], [words(2, 4)]]
        return MutableDocument(lines: lines)
    }
}
