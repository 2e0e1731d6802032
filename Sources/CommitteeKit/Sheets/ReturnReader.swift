// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads the sheet of a progress update as it came back by e-mail or out of a word processor.
///
/// Quoting, curly quotes, bullets, wrapped lines, odd spaces and lost blank lines do not matter. One item may
/// have come back alone: of the others nothing is said. What could be meant in two ways is held, never
/// guessed: an item with a doubt in it is held whole.
///
/// ```swift
/// let reading = try ReturnReader(round, plan: plan, scheme: scheme).read(bytes, name: "mail.txt")
/// reading.answers   // what can be recorded
/// reading.held      // what somebody has to decide
/// ```
public struct ReturnReader: Sendable {
    let round: UpdateRound
    let numbers: SheetNumbers
    let values: ReturnValues
    /// The names of roles and leads that may stand as who answered.
    let roles: [String]
    let printed: PrintedWords
    /// Whether what is doubtful and can be accepted is taken as it was read.
    let isAccepting: Bool
    /// What looks for names and other things that do not belong into a record.
    let screen: Screen?

    /// Looks at the words of one line and says what does not belong into a record, without quoting it.
    ///
    /// Every word of every answer passes here before it is recorded.
    public typealias Screen = @Sendable (_ words: String) -> [Finding]

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - round: The round.
    ///   - plan: Its plan.
    ///   - scheme: The plan's status key, when it is known.
    ///   - timescales: The reader of new dates.
    ///   - roles: The names of roles that may stand as who answered.
    ///   - isAccepting: Whether what is doubtful and can be accepted is taken as it was read.
    ///   - screen: What looks for names and other things that do not belong into a record.
    public init(
        _ round: UpdateRound,
        plan: Plan,
        scheme: StatusScheme?,
        timescales: TimescaleReader = TimescaleReader(),
        roles: [String] = [],
        isAccepting: Bool = false,
        screen: Screen? = nil
    ) {
        self.screen = screen
        self.round = round
        numbers = SheetNumbers(plan)
        values = ReturnValues(scheme: scheme, timescales: timescales, latest: round.date)
        self.roles = roles + round.asked.map(\.name)
        printed = PrintedWords(round, plan, scheme)
        self.isAccepting = isAccepting
    }

    /// Finds the date of the report of which a sheet speaks, before anything else of it is read.
    ///
    /// - Parameter bytes: The sheet.
    /// - Returns: The date in its first ref; nil when there is none.
    public static func date(in bytes: [UInt8]) -> CivilDate? {
        for token in bytes.split(whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: ",") }) {
            guard token.count(where: { $0 == UInt8(ascii: "/") }) == 2 else { continue }
            let words = String(decoding: token, as: UTF8.self)
            if let date = CivilDate(iso: String(words.prefix { $0 != "/" })) { return date }
        }
        return nil
    }

    /// Reads a sheet.
    ///
    /// - Parameters:
    ///   - bytes: The sheet: plain text or comma-separated values, in UTF-8.
    ///   - name: The name of the file, for messages.
    /// - Returns: What it says.
    /// - Throws: ``SourceError`` with the line when it is no text.
    /// - Complexity: O(*n*) in the size of the sheet.
    public func read(_ bytes: [UInt8], name: String) throws(SourceError) -> ReturnReading {
        let source = try SourceText(bytes, name: name, limits: SourceLimits())
        let lines = source.lines()
        if let table = ReturnTable(source.bytes) {
            return table.read(by: self)
        }
        var walk = ReturnWalk(reader: self)
        for (place, line) in lines.enumerated() { walk.take(SheetLine(line, number: place + 1)) }
        return walk.finished()
    }
}

/// The words that the sheets of a round print of each item: by them a line of a sheet is known as its own.
struct PrintedWords: Sendable {
    /// The words of each item, folded.
    private var bags: [String: Set<String>] = [:]
    /// Runs of words that sheets print, each with the items of which they are.
    private var runs: Set<String> = []
    /// The first words of each item.
    private var openings: [String: [String]] = [:]

    /// The words with which sheets frame what they print of an item.
    private var frame: Set<String>
    /// The words that stand above the first item.
    private var header: Set<String>

    static let length = 5

    init(_ round: UpdateRound, _ plan: Plan, _ scheme: StatusScheme?) {
        frame = Self.frame
        for key in scheme?.keys ?? [] {
            frame.formUnion(Self.folded("\(key.letter) \(key.word) \(key.colour)"))
        }
        header = Set(Self.folded(ReturnSheet.frameWords))
        for text in [plan.title] + round.asked.map(\.name) {
            header.formUnion(Self.folded(text))
        }
        header.formUnion(Self.frame)
        for run in Self.runs(of: Self.folded(ReturnSheet.frameWords)) { runs.insert(run) }
        for footer in ReturnFooter.allCases {
            for run in Self.runs(of: Self.folded(footer.printed)) { runs.insert(run) }
        }
        var byID: [String: PlanItem] = [:]
        for item in plan.items + plan.listedItems { byID[item.id] = item }
        for lead in round.asked {
            for id in lead.items {
                guard let item = byID[id] else { continue }
                var words: Set<String> = []
                var texts = [item.text.singleLine, item.timescale.words]
                texts += item.leads.names
                texts.append(item.status?.printed ?? "")
                texts.append(item.expectedImpact.singleLine)
                texts += item.progress.map(\.text.singleLine)
                for text in texts {
                    let folded = Self.folded(text)
                    words.formUnion(folded)
                    for run in Self.runs(of: folded) { runs.insert(run) }
                }
                bags[id] = words
                openings[id] = Array(Self.folded(item.text.singleLine).prefix(3))
            }
        }
    }

    /// The words of a text, in lower case.
    static func folded(_ text: String) -> [String] {
        SheetLine.words(text).map { $0.lowercased() }
    }

    private static func runs(of words: [String]) -> [String] {
        guard words.count >= length else { return [] }
        return (0...(words.count - length)).map {
            words[$0..<($0 + length)].joined(separator: " ")
        }
    }

    /// Whether a line could stand above the answers of an item: each word is printed there.
    func mayPrint(_ line: String, of item: String) -> Bool {
        guard let bag = bags[item] else { return false }
        return Self.folded(line).allSatisfy { bag.contains($0) || frame.contains($0) }
    }

    /// Whether a line could stand above the first item.
    func mayHead(_ line: String) -> Bool { Self.folded(line).allSatisfy(header.contains) }

    /// Whether a line holds a run of words that a sheet prints above the answers.
    func isPrinted(_ line: String) -> Bool {
        if ReturnSheet.Frame.allCases.contains(where: { line.hasPrefix($0.rawValue) }) {
            return true
        }
        return Self.runs(of: Self.folded(line)).contains { runs.contains($0) }
    }

    /// Whether some words begin as the text of an item does.
    func begins(_ words: String, like item: String) -> Bool {
        guard let opening = openings[item], !opening.isEmpty else { return false }
        return Self.folded(words).starts(with: opening)
    }

    /// The words with which the sheet frames what it prints, with colours, months and figures of dates.
    private static let frame: Set<String> = {
        var words: Set<String> = [
            "timescale", "colour", "agreed", "said", "last", "at", "expected", "to", "change",
            "leads", "with", "you",
        ]
        // What stands in the place of a document that the lead may not know of.
        words.formUnion(folded(PageReference.leftOut))
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ]
        for month in months { words.insert(month.lowercased()) }
        for number in 1...31 { words.insert(String(number)) }
        for year in 2000...2099 { words.insert(String(year)) }
        return words
    }()
}
