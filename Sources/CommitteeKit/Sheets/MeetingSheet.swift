// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What came of reading a sheet of a meeting.
///
/// Nothing of it is recorded while a doubt is open: the sheet is edited, or the line accepted as it was
/// read.
public struct MeetingSheetReading<Value: Sendable>: Sendable {
    /// What was read.
    public var value: Value
    /// What is doubtful, with its line, in the order of the sheet.
    public var doubts: [MeetingSheetDoubt] = []
    /// What the reader may want to know, and what keeps nothing from being recorded.
    public var notes: [Finding] = []
    /// The lines outside the sheet, such as greetings and signatures: shown and counted, never kept.
    public var outside: [Finding] = []

    init(_ value: Value) { self.value = value }

    /// Returns the doubts that nobody has settled.
    ///
    /// - Parameter references: The references of doubts that somebody accepted, such as `sheet:12`.
    /// - Returns: Those that were not accepted, and those that cannot be.
    public func open(accepting references: [String]) -> [MeetingSheetDoubt] {
        doubts.filter { !$0.isAcceptable || !references.contains($0.reference) }
    }

    mutating func doubt(
        _ line: Int,
        _ kind: String,
        _ message: String,
        isAcceptable: Bool = false
    ) {
        doubts.append(
            MeetingSheetDoubt(
                finding: Finding(line: line, kind: kind, message: message),
                isAcceptable: isAcceptable
            )
        )
    }

    mutating func note(_ line: Int, _ kind: String, _ message: String) {
        notes.append(Finding(line: line, kind: kind, message: message))
    }
}

/// Something in a sheet that cannot be read with certainty.
public struct MeetingSheetDoubt: Hashable, Sendable {
    /// What it is, with its line.
    public var finding: Finding
    /// Whether it may be accepted as it was read; otherwise the sheet must be edited.
    public var isAcceptable: Bool

    /// The name by which it is accepted, such as `sheet:12`.
    public var reference: String { "sheet:\(finding.line)" }
}

/// What a sheet of a meeting may speak of beside the meeting itself.
public struct MeetingSheetContext: Sendable {
    /// The actions of the plan, each by its printed number.
    public var planItems: [String: SubjectReference]
    /// The identifiers of the risks.
    public var risks: Set<String>
    /// The days on which the committee works.
    public var calendar: WorkingCalendar
    /// The seats of the body on the day.
    public var seats: [MeetingSeat]

    /// Creates what a sheet may speak of.
    ///
    /// - Parameters:
    ///   - planItems: The actions of the plan, each by its printed number.
    ///   - risks: The identifiers of the risks.
    ///   - calendar: The days on which the committee works.
    ///   - seats: The seats of the body on the day.
    public init(
        planItems: [String: SubjectReference] = [:],
        risks: Set<String> = [],
        calendar: WorkingCalendar = .scotland,
        seats: [MeetingSeat] = []
    ) {
        self.planItems = planItems
        self.risks = risks
        self.calendar = calendar
        self.seats = seats
    }
}

/// The lines of a sheet between its heading and its end.
struct MeetingSheetText {
    /// The line with the heading; nil when there is none.
    var heading: SheetLine?
    /// The lines of the sheet, blank ones too.
    var lines: [SheetLine] = []
    /// The lines before the heading and behind the end.
    var outside: [SheetLine] = []

    /// Whether the mark at the end is there.
    private(set) var isOver = false
    /// The line on which a character stands that no text has; nil when there is none.
    private(set) var broken: Int?
    /// The number of the draft from which the sheet was written; nil when it does not say.
    private(set) var reference: Int?

    /// The mark at the end of each sheet.
    static let end = "[END]"

    init(_ text: String, keyword: String) {
        let raw = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (place, words) in raw.enumerated() {
            let line = SheetLine(String(words), number: place + 1)
            if broken == nil, words.utf8.contains(0) || words.unicodeScalars.contains("\u{FFFD}") {
                broken = line.number
            }
            if isOver {
                outside.append(line)
            } else if line.text == Self.end {
                isOver = true
            } else if heading == nil {
                let first = line.text.prefix { $0.isLetter }
                if first.uppercased() == keyword {
                    heading = line
                    reference = Self.reference(in: line.text)
                } else {
                    outside.append(line)
                }
            } else {
                lines.append(line)
            }
        }
    }

    /// The number behind “ref” at the end of a heading.
    private static func reference(in heading: String) -> Int? {
        let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard let place = words.lastIndex(of: "ref"), place + 1 < words.endIndex else { return nil }
        return Int(words[place + 1])
    }

    /// The words that name the draft from which a sheet is written; nothing before the first.
    static func reference(_ revision: Int) -> String { revision > 0 ? " (ref \(revision))" : "" }

    /// Writes the number of a draft into the heading of a sheet, and leaves all else as it is.
    static func text(_ text: String, with revision: Int, keyword: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let heading = lines.first { line in
            SheetLine(String(line), number: 1).text.prefix { $0.isLetter }.uppercased() == keyword
        }
        guard let heading else { return text }
        var words = heading[...]
        while words.last == " " { words = words.dropLast() }
        if words.last == ")", let open = words.lastIndex(of: "("),
            Self.reference(in: String(words[open...])) != nil
        {
            words = words[..<open]
            while words.last == " " { words = words.dropLast() }
        }
        return text[..<heading.startIndex] + words + reference(revision)
            + text[heading.endIndex...]
    }

    /// Doubts a sheet that would undo what somebody recorded since it was written.
    ///
    /// - Parameters:
    ///   - revision: How often the agenda, the attendance or the minute was recorded.
    ///   - lost: What is recorded and does not stand in the sheet, in few words each.
    ///   - reading: Where the doubt goes.
    func checkOthers<Value>(
        _ revision: Int,
        lost: [String],
        into reading: inout MeetingSheetReading<Value>
    ) {
        guard let heading, revision > 0, reference != revision, !lost.isEmpty else { return }
        let from = reference.map { "from number \($0)" } ?? "without a ref"
        reading.doubt(
            heading.number,
            "changed-meanwhile",
            "The sheet was written \(from), and number \(revision) is recorded. It would take away: "
                + "\(lost.prefix(5).joined(separator: "; "))\(lost.count > 5 ? " and more" : ""). Write the "
                + "sheet anew with -o and put your lines in, or accept it in place of what is recorded.",
            isAcceptable: true
        )
        // The heading is the first line of which anything is said.
        reading.doubts.insert(reading.doubts.removeLast(), at: 0)
    }

    /// Checks that the sheet is one of the meeting, and tells what stands outside it.
    func check<Value>(
        _ meeting: Meeting,
        keyword: String,
        into reading: inout MeetingSheetReading<Value>
    ) -> Bool {
        for line in outside where !line.isBlank {
            reading.outside.append(
                Finding(line: line.number, kind: "outside", message: line.text)
            )
        }
        if let broken {
            reading.doubt(
                broken,
                "character",
                "The line has a character that no text has. Save the sheet as UTF-8, and write the line anew."
            )
        }
        if !isOver, heading != nil {
            reading.doubt(
                lines.last { !$0.isBlank }?.number ?? heading?.number ?? 1,
                "end-lost",
                "The sheet has no \(Self.end), so it may be cut off. Put \(Self.end) below it when it is "
                    + "whole.",
                isAcceptable: true
            )
        }
        guard let heading else {
            reading.doubt(
                1,
                "heading",
                "No line begins with \(keyword). Keep the first line of the sheet, or put "
                    + "“\(keyword) \(meeting.bodyName), \(meeting.day.inWords)” above it."
            )
            return false
        }
        let key = " \(heading.text.comparisonKey) "
        let days = [meeting.day, meeting.planned].flatMap { [$0.inWords, $0.description] }
        guard days.contains(where: { key.contains(" \($0.comparisonKey) ") }) else {
            reading.doubt(
                heading.number,
                "meeting",
                "The sheet does not say that it is of \(meeting.day.inWords): “\(heading.text)”. Give "
                    + "the sheet of this meeting, or name the meeting that is meant.",
                isAcceptable: true
            )
            return true
        }
        return true
    }
}

/// What stands in brackets at the end of a line, and before it.
struct BracketedText {
    /// The words before the brackets.
    var words: String
    /// What stands in them, between semicolons; nil when there are none.
    var parts: [String]?

    init(_ text: String) {
        words = text
        guard text.last == ")" else { return }
        var depth = 0
        for place in text.indices.reversed() {
            if text[place] == ")" { depth += 1 }
            if text[place] == "(" { depth -= 1 }
            guard depth == 0 else { continue }
            words = String(text[..<place]).trimmingSpace
            let inner = text[text.index(after: place)...].dropLast()
            parts = inner.split(separator: ";").map { String($0).trimmingSpace }
                .filter { !$0.isEmpty }
            return
        }
    }
}

/// Days as people write them into sheets.
enum SheetDay {
    /// Reads a day such as `2023-11-28`, `28 November 2023` or `June 2024`, which is its last day.
    static func read(_ words: String) -> CivilDate? {
        if let day = CivilDate(iso: words) { return day }
        guard case .by(let day, nil) = TimescaleReader().read("By \(words)").reading else {
            return nil
        }
        return day
    }
}
