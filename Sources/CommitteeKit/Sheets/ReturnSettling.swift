// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Decides what of the blocks of one item is recorded, and what is held.
struct ReturnSettling {
    let blocks: [ReturnWalk.Block]
    let reader: ReturnReader
    let lead: String?
    /// The number of the sheet, when it says so.
    var version: Int?

    /// Settles the item.
    ///
    /// - Parameters:
    ///   - reading: Where it goes.
    ///   - whole: Why nothing of the sheet can be recorded, when nothing can.
    func settle(into reading: inout ReturnReading, doubting whole: Finding?) {
        let words = blocks.reduce(0) { $0 + $1.words }
        guard words > 0 else { return noteQuestions(into: &reading) }
        var doubts = blocks.flatMap(\.doubts)
        if let whole { doubts.append((whole, false)) }
        doubts += itemDoubts
        var answer = ReturnedAnswer(blocks.first?.item ?? "")
        doubts += take(into: &answer)
        doubts += screened
        let stops = doubts.filter { !reader.isAccepting || !$0.isAcceptable }
        if !stops.isEmpty, stops.allSatisfy(\.isAcceptable), !answer.isEmpty, wasRecorded(answer) {
            // Somebody accepted these words before, so they are not doubted again.
            reading.account.answers += words
            reading.answers.append(answer)
            return
        }
        guard stops.isEmpty else { return hold(stops, words, into: &reading) }
        guard !answer.isEmpty else {
            // “No new date” and the like: it was read, and there is nothing to record.
            reading.account.answers += words
            reading.notes.append(
                Finding(
                    line: blocks.flatMap(\.parts).flatMap(\.lines).first?.number ?? 0,
                    kind: "nothing",
                    message: "What stands below the item says nothing that could be recorded."
                )
            )
            return
        }
        noteQuestions(into: &reading)
        reading.notes += doubts.map(\.finding)
        reading.account.answers += words
        reading.answers.append(answer)
    }

    /// Whether a return of the item holds all that an answer says.
    private func wasRecorded(_ answer: ReturnedAnswer) -> Bool {
        reader.round.returns.contains { returned in
            returned.withdrawnOn == nil
                && returned.answers.contains { known in
                    known == answer || answer.completed(by: known).answer == known
                }
        }
    }

    /// What the committee's screening finds in the words, line by line.
    private var screened: [(finding: Finding, isAcceptable: Bool)] {
        guard let screen = reader.screen else { return [] }
        return blocks.flatMap { $0.parts.flatMap(\.lines) + $0.strays }.filter { !$0.isBlank }
            .flatMap { line in
                screen(line.text).map { finding in
                    var finding = finding
                    finding.line = line.number
                    return (finding, true)
                }
            }
    }

    /// Whether the item is asked of the lead at all, and whether words stand where none belong.
    private var itemDoubts: [(finding: Finding, isAcceptable: Bool)] {
        var doubts: [(finding: Finding, isAcceptable: Bool)] = []
        let line = blocks.flatMap(\.lines).first?.number ?? 0
        let number = blocks.first?.number ?? ""
        let round = reader.round
        func doubt(_ line: Int, _ kind: String, _ message: String) {
            doubts.append((Finding(line: line, kind: kind, message: message), false))
        }
        if let item = blocks.first?.item {
            let asked = round.lead(answering: item)
            if asked == nil {
                doubt(
                    line,
                    "number",
                    "Nobody is asked of [\(number)] at \(round.date). Correct the number, or assign "
                        + "the item first."
                )
            } else if let version, let source = round.source(of: item),
                version < source.return.sheet
            {
                doubts.append(
                    (
                        Finding(
                            line: line,
                            kind: "older",
                            message:
                                "The sheet is number \(version), and [\(number)] was answered on the "
                                + "newer sheet \(source.return.sheet). Receive the newer one, or accept this "
                                + "one in its place."
                        ), true
                    )
                )
            }
            if let lead, let asked, asked.key != lead {
                doubt(
                    line,
                    "number",
                    "[\(number)] is asked of \(asked.name), not of "
                        + "\(round.lead(lead)?.name ?? lead). Correct the number, or assign the item "
                        + "first."
                )
            }
        } else if number.isEmpty {
            let isTold = blocks.contains { !$0.doubts.isEmpty }
            if !isTold {
                doubt(
                    line,
                    "no-number",
                    "The row has no number of an item. Put the number into it, in square brackets, or take its "
                        + "words out."
                )
            }
        } else {
            let known = round.asked.flatMap(\.items)
            doubt(
                line,
                "number",
                "The plan has no item [\(number)]. "
                    + ClosestName.suggestion(for: number, in: known)
            )
        }
        // What is told of a label already is not told again.
        let isTold = blocks.contains { $0.doubts.contains { $0.finding.kind == "label" } }
        if !isTold, let stray = blocks.flatMap(\.strays).first, blocks.first?.item != nil {
            doubt(
                stray.number,
                "above",
                "Words stand above the first label that the sheet did not print. Write behind a "
                    + "label, or take them out."
            )
        }
        return doubts
    }

    /// Takes what stands behind the labels into an answer, and says what is doubtful in it.
    private func take(
        into answer: inout ReturnedAnswer
    ) -> [(finding: Finding, isAcceptable: Bool)] {
        var doubts: [(finding: Finding, isAcceptable: Bool)] = []
        for label in ReturnLabel.allCases {
            var said: [(words: String, lines: [SheetLine])] = []
            for part in blocks.flatMap(\.parts) where part.label == label {
                let lines = part.lines.filter { !$0.isBlank && $0.text != "?" }
                let words = PrintedWords.folded(SheetLine.line(of: lines)).joined(separator: " ")
                guard !words.isEmpty, !said.contains(where: { $0.words == words }) else { continue }
                said.append((words, lines))
            }
            guard let first = said.first else { continue }
            if said.count > 1 {
                let line = said[1].lines.first?.number ?? 0
                doubts.append(
                    (
                        Finding(
                            line: line,
                            kind: "twice",
                            message: "“\(label.printed)” is answered twice, and not the same: a "
                                + "heading may be lost. Keep one answer, or put the number of the "
                                + "other item above it."
                        ), false
                    )
                )
                continue
            }
            if let doubt = reader.values.take(label, first.lines, into: &answer) {
                let line = first.lines.first?.number ?? 0
                let finding = Finding(line: line, kind: doubt.kind, message: doubt.message)
                doubts.append((finding, doubt.isAcceptable))
            }
        }
        return doubts
    }

    private func noteQuestions(into reading: inout ReturnReading) {
        for part in blocks.flatMap(\.parts) {
            for line in part.lines where line.text == "?" {
                reading.notes.append(
                    Finding(
                        line: line.number,
                        kind: "question",
                        message: "A question mark is no answer. It counts as blank."
                    )
                )
            }
        }
    }

    private func hold(
        _ doubts: [(finding: Finding, isAcceptable: Bool)],
        _ words: Int,
        into reading: inout ReturnReading
    ) {
        reading.account.held += words
        guard let first = doubts.first else { return }
        let isAcceptable = doubts.allSatisfy(\.isAcceptable)
        reading.notes += doubts.dropFirst().map(\.finding)
        var lines: [ReturnReading.Line] = []
        for block in blocks {
            let heading = block.number.isEmpty ? [] : ["[\(block.number)]"]
            lines += heading.map { ReturnReading.Line(number: 0, text: $0) }
            for stray in block.strays {
                lines.append(ReturnReading.Line(number: stray.number, text: stray.text))
            }
            for part in block.parts where part.lines.contains(where: { !$0.isBlank }) {
                lines.append(ReturnReading.Line(number: 0, text: "\(part.label.printed):"))
                for line in part.lines {
                    lines.append(
                        ReturnReading.Line(
                            number: line.number,
                            text: line.isBullet ? "- \(line.text)" : line.text
                        )
                    )
                }
            }
        }
        reading.held.append(
            ReturnReading.Held(
                number: blocks.first?.number ?? "",
                finding: first.finding,
                isAcceptable: isAcceptable,
                lines: lines
            )
        )
    }
}
