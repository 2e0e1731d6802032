// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit

@testable import CommitteeKit

/// A return whose every word tells to which item it belongs, and what careless hands make of it.
struct ReturnMutation {
    var generator: SeededGenerator
    /// The answers as the lead meant them.
    var answers: [ReturnedAnswer] = []
    /// The sheet as the lead sent it.
    var text = ""
    /// Whether it is comma-separated values.
    var isTable = false
    /// What was done to it.
    var done: [String] = []

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func below(_ count: Int) -> Int { Int(generator.next() % UInt64(max(count, 1))) }
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
    mutating func pick<Element>(_ all: [Element]) -> Element { all[below(all.count)] }

    // MARK: The return

    /// The tag of an item: each word of its answers begins with it.
    static let tags = ["1.1": "stile", "1.10": "guide", "1.2": "sign"]

    /// A word that belongs to an item.
    private mutating func word(_ item: String) -> String {
        let letters = (0..<(2 + below(4))).map { _ in pick(Array("abcdefhklmnoprstuvwy")) }
        return (Self.tags[item] ?? "x") + String(letters)
    }

    private mutating func words(_ item: String, _ least: Int, _ most: Int) -> String {
        var words = (0..<(least + below(most - least + 1))).map { _ in word(item) }
        if chance(25) { words[below(words.count)] += "'s" }
        if chance(15) { words[below(words.count)] = "\"\(words[0])\"" }
        if chance(20), words.count > 3 { words[words.count / 2] += "," }
        if chance(10), words.count > 4 { words.insert("–", at: words.count / 2) }
        return words.joined(separator: " ") + (chance(50) ? "." : "")
    }

    private mutating func prose(_ item: String) -> Prose {
        guard chance(25) else { return Prose(words(item, 2, 30)).normalized }
        let points = (0..<(2 + below(3))).map { _ in Prose.Item(words(item, 1, 14)) }
        return Prose(blocks: [.list(ordered: false, points)]).normalized
    }

    /// Makes a return of some of the warden's items.
    mutating func make() {
        for item in ["1.1", "1.10", "1.2"] where chance(80) {
            var answer = ReturnedAnswer(item)
            if chance(15) { answer.isNoChange = true } else { answer.done = prose(item) }
            if chance(60) { answer.evidence = prose(item) }
            if chance(40) { answer.difference = prose(item) }
            if chance(70) {
                answer.colour = pick(["R", "A", "G"])
                if chance(60) { answer.colourReason = Prose(words(item, 2, 8)).normalized }
            }
            if chance(60) {
                answer.finished = chance(70) ? .no : .on(CivilDate(2031, 5, 1 + below(28)))
            }
            if chance(40) {
                answer.newDate = pick(["By 31 December 2031", "By 1 March 2032", "By June 2032"])
                if chance(70) {
                    answer.newDateReason = Prose("because \(words(item, 2, 6))").normalized
                }
            }
            if chance(30) { answer.help = prose(item) }
            answers.append(answer)
        }
        if answers.isEmpty {
            var answer = ReturnedAnswer("1.2")
            answer.done = prose("1.2")
            answers = [answer]
        }
        let sheet = SheetSample.sheet(answers: answers)
        isTable = chance(20)
        text = isTable ? sheet.csv : sheet.text
        if !isTable { text = "Hello, please find it below.\n\n" + text + "\nMany thanks\nD P\n" }
    }

    // MARK: What a reader must tolerate

    /// Does one to three things that people and their programs do and that leave the meaning as it is.
    mutating func mutateTolerably() {
        let all: [(String, (inout ReturnMutation) -> Void)] =
            isTable
            ? [
                ("columns moved", { $0.moveColumns() }), ("semicolons", { $0.semicolons() }),
                ("curly quotes", { $0.curlyQuotes() }), ("odd spaces", { $0.oddSpaces() }),
                ("labels in other words", { $0.otherWords() }), ("line ends", { $0.lineEnds() }),
            ]
            : [
                ("quoted", { $0.quote(">") }), ("quoted twice", { $0.quote("> >") }),
                ("curly quotes", { $0.curlyQuotes() }), ("wrapped", { $0.wrap() }),
                ("other bullets", { $0.otherBullets() }), ("odd spaces", { $0.oddSpaces() }),
                ("blank lines lost", { $0.loseBlankLines() }),
                ("blank lines added", { $0.addBlankLines() }),
                ("end lost", { $0.loseEnd() }), ("labels in other words", { $0.otherWords() }),
                ("stars", { $0.stars() }), ("line ends", { $0.lineEnds() }),
                ("the sheet quoted below", { $0.quoteOriginal() }),
                ("what was printed is gone", { $0.losePrinted() }),
                ("numbers gone before labels", { $0.loseNumbers() }),
            ]
        for _ in 0..<(1 + below(3)) {
            let (name, change) = pick(all)
            guard !done.contains(name) else { continue }
            change(&self)
            done.append(name)
        }
    }

    private mutating func edit(_ change: (inout ReturnMutation, [String]) -> [String]) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map(String.init)
        text = change(&self, lines).joined(separator: "\n")
    }

    private mutating func quote(_ mark: String) {
        edit { _, lines in lines.map { $0.isEmpty ? mark : "\(mark) \($0)" } }
    }

    private mutating func curlyQuotes() {
        var isOpen = false
        text = String(
            text.map { character -> Character in
                switch character {
                case "'": return "’"
                // The quotes of comma-separated values are not text.
                case "\"" where !isTable:
                    isOpen.toggle()
                    return isOpen ? "“" : "”"
                default: return character
                }
            }
        )
    }

    private mutating func wrap() {
        let width = 56 + below(25)
        edit { _, lines in
            lines.flatMap { line -> [String] in
                let mark = String(line.prefix { $0 == ">" || $0 == " " })
                var rows: [String] = []
                var row = ""
                for word in line.split(separator: " ", omittingEmptySubsequences: false) {
                    if row.count + word.count > width, !row.isEmpty {
                        rows.append(row)
                        row = mark + word
                    } else {
                        row += row.isEmpty ? String(word) : " \(word)"
                    }
                }
                return rows + [row]
            }
        }
    }

    private mutating func otherBullets() {
        let mark = pick(["• ", "* ", "·  ", "▪ ", "–  "])
        edit { _, lines in
            lines.map { $0.hasPrefix("- ") ? mark + $0.dropFirst(2) : $0 }
        }
    }

    private mutating func oddSpaces() {
        var count = 0
        text = String(
            text.flatMap { character -> [Character] in
                guard character == " " else { return [character] }
                count += 1
                if count % 7 == 3 { return ["\u{A0}"] }
                return count % 11 == 5 ? [" ", " "] : [" "]
            }
        )
    }

    private mutating func loseBlankLines() { edit { _, lines in lines.filter { !$0.isEmpty } } }

    private mutating func addBlankLines() {
        edit { _, lines in lines.flatMap { [$0, ""] } }
    }

    private mutating func loseEnd() {
        edit { _, lines in lines.filter { !$0.hasSuffix("[END]") } }
        // The lines below the items still tell where the last answer ends.
    }

    private mutating func otherWords() {
        let names = [
            "Done since (or “No change”)": ["Done since", "What was done", "Progress"],
            "Evidence (document, date, page)": ["Evidence", "Documents"],
            "Difference made": ["Impact", "Difference"],
            "Colour and why": ["RAG and why", "Colour", "Status"],
            "Finished (no, or the date)": ["Finished", "Completed"],
            "New date wanted, and why": ["New date", "New timescale"],
            "Help or decision wanted": ["Help wanted", "Support needed"],
        ]
        for (printed, others) in names.sorted(by: { $0.key < $1.key }) where chance(70) {
            let other = pick(others)
            if isTable {
                text = text.replacing("\"\(printed)\"", with: other)
                    .replacing(",\(printed),", with: ",\(other),")
            } else {
                text = text.replacing("\(printed):", with: "\(other):")
            }
        }
    }

    private mutating func stars() {
        edit { _, lines in
            lines.map { line in
                guard line.hasPrefix("["), let colon = line.firstIndex(of: ":") else { return line }
                return "*" + line[...colon] + "*" + line[line.index(after: colon)...]
            }
        }
    }

    private mutating func lineEnds() { text = text.replacing("\n", with: "\r\n") }

    private mutating func quoteOriginal() {
        let blank = SheetSample.sheet().text.split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        text += "\nOn Monday the clerk wrote:\n" + blank.map { "> \($0)" }.joined(separator: "\n")
    }

    private mutating func losePrinted() {
        let known = [
            "Timescale:", "Colour agreed:", "Said last", "Expected to change:", "Leads with",
        ]
        edit { _, lines in
            lines.filter { line in !known.contains { line.contains($0) && !line.contains("[") } }
        }
    }

    private mutating func loseNumbers() {
        for item in ["1.1", "1.10", "1.2"] {
            for label in ReturnLabel.allCases {
                text = text.replacing("[\(item)] \(label.printed):", with: "\(label.printed):")
            }
        }
    }

    private mutating func moveColumns() {
        editTable { mutation, rows in
            var order = Array(rows[0].indices)
            order.shuffle(using: &mutation.generator)
            return rows.map { row in order.map { row.indices.contains($0) ? row[$0] : "" } }
        }
    }

    private mutating func semicolons() {
        let rows = Self.rows(of: text)
        text = Self.table(of: rows, by: ";")
    }

    private mutating func editTable(_ change: (inout ReturnMutation, [[String]]) -> [[String]]) {
        let isSemicolon = done.contains("semicolons")
        let rows = change(&self, Self.rows(of: text, by: isSemicolon ? ";" : ","))
        text = Self.table(of: rows, by: isSemicolon ? ";" : ",")
    }

    private static func table(of rows: [[String]], by delimiter: String) -> String {
        rows.map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: delimiter)
        }.joined(separator: "\r\n") + "\r\n"
    }

    private static func rows(of text: String, by delimiter: Character = ",") -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var rest = Substring(text.replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n"))
        while let character = rest.popFirst() {
            if isQuoted {
                if character == "\"", rest.first == "\"" {
                    cell.append("\"")
                    rest.removeFirst()
                } else if character == "\"" {
                    isQuoted = false
                } else {
                    cell.append(character)
                }
            } else if character == "\"" {
                isQuoted = true
            } else if character == delimiter {
                row.append(cell)
                cell = ""
            } else if character == "\n" {
                row.append(cell)
                rows.append(row)
                (row, cell) = ([], "")
            } else {
                cell.append(character)
            }
        }
        return rows
    }

    // MARK: What nobody can tolerate

    /// Does something after which nobody can be sure what was meant; returns the words that it took out.
    mutating func damage() -> [String] {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map(String.init)
        var lost: [String] = []
        for _ in 0..<(1 + below(3)) {
            let place = below(lines.count)
            switch below(6) {
            case 0, 1:
                let count = min(1 + below(3), lines.count - place)
                lost += lines[place..<(place + count)]
                lines.removeSubrange(place..<(place + count))
                done.append("lines lost")
            case 2:
                let structure = lines.indices.filter { lines[$0].hasPrefix("[") }
                guard let line = structure.isEmpty ? nil : pick(structure) else { continue }
                lost.append(lines[line])
                lines.remove(at: line)
                done.append("a line of the sheet lost")
            case 3:
                lines.swapAt(place, min(place + 1, lines.count - 1))
                done.append("lines swapped")
            case 4:
                let other = pick(["1.1", "1.10", "1.2", "1.3", "2.1"])
                let old = pick(["1.1", "1.10", "1.2"])
                let structure = lines.indices.filter { lines[$0].hasPrefix("[\(old)]") }
                guard let line = structure.isEmpty ? nil : pick(structure) else { continue }
                // A wrong number on a line that holds no answer: what follows it is meant for another.
                guard !Self.hasAnswer(lines[line]) else { continue }
                lines[line] = lines[line].replacing("[\(old)]", with: "[\(other)]")
                done.append("a wrong number")
            default:
                var characters = Array(lines[place])
                guard characters.count > 3, !Self.hasAnswer(lines[place]) else { continue }
                characters.remove(at: below(characters.count))
                lines[place] = String(characters)
                done.append("a letter lost")
            }
        }
        text = lines.joined(separator: "\n")
        return lost
    }

    private static func hasAnswer(_ line: String) -> Bool {
        PrintedWords.folded(line).contains { word in
            tags.values.contains { word.hasPrefix($0) && word.count > $0.count }
        }
    }
}
