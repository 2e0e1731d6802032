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

    /// The mark at the end of each sheet.
    static let end = "[END]"

    init(_ text: String, keyword: String) {
        var isOver = false
        let raw = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (place, words) in raw.enumerated() {
            let line = SheetLine(String(words), number: place + 1)
            if isOver {
                outside.append(line)
            } else if line.text == Self.end {
                isOver = true
            } else if heading == nil {
                let first = line.text.prefix { $0.isLetter }
                if first.uppercased() == keyword { heading = line } else { outside.append(line) }
            } else {
                lines.append(line)
            }
        }
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
