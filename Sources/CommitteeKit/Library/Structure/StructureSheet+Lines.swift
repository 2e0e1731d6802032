// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A value of a sheet with the line on which it stands.
struct SheetValue: Hashable, Sendable {
    var words: String
    var line: Int
    /// The length of the last line that belongs to it.
    var length: Int
}

/// A part of a sheet that came back.
struct SheetBlock: Hashable, Sendable {
    var id: String
    var isNew: Bool
    var line: Int
    var values: [SheetAspect: [SheetValue]] = [:]
}

/// The parts of a sheet that came back, and what could not be understood.
struct SheetBlocks {
    /// The parts, by the section in which they stand.
    private(set) var blocks: [StructureSection: [SheetBlock]] = [:]
    private(set) var findings: [Finding] = []
    /// How many lines stand before the sheet and after it.
    private(set) var outside = 0
    /// The number of the entry after which the sheet was written; nil when it is lost.
    private(set) var reference: Int?

    private var section: StructureSection?
    /// The number of lines below a heading that is none of the sheet's; nil below one that is.
    private var skipped: (heading: StructureLine, count: Int)?
    /// Where the last value stands, which a wrapped line goes on with.
    private var last: (section: StructureSection, block: Int, aspect: SheetAspect)?

    /// Takes a sheet apart.
    ///
    /// - Throws: ``SheetError`` when the text is no sheet of a structure.
    init(_ text: String, source: String) throws(SheetError) {
        let lines = SheetText.lines(of: text)
        let title = lines.firstIndex { $0.text.uppercased().hasPrefix(StructureSheet.title) }
        let first = lines.firstIndex { Self.section($0.text) != nil }
        guard let begin = title ?? first else {
            throw SheetError(
                "\(source) is no sheet of a committee's structure: it has neither the line "
                    + "“\(StructureSheet.title)” nor a heading such as “SEATS”. Write a sheet, and "
                    + "send that one back."
            )
        }
        outside = begin
        if let title { reference = Self.reference(in: lines[title].text) }
        if reference == nil {
            note(
                lines[begin],
                "no-reference",
                "The sheet no longer says from which record it was written (ref and a number), so "
                    + "it was compared with the record as it is now."
            )
        }
        var end: Int?
        for (place, line) in lines.enumerated().dropFirst(title == nil ? begin : begin + 1) {
            if SheetText.plain(line.text).uppercased() == StructureSheet.end {
                end = place
                break
            }
            take(line)
        }
        closeSkipped()
        if let end {
            outside += lines.count - end - 1
        } else {
            holdLast()
        }
    }

    private static func reference(in title: String) -> Int? {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard let place = words.lastIndex(of: "ref"), place + 1 < words.endIndex else { return nil }
        return Int(words[place + 1])
    }

    private static func section(_ text: String) -> StructureSection? {
        var words = text.uppercased()
        if words.hasSuffix(":") { words.removeLast() }
        return StructureSection(rawValue: words)
    }

    private mutating func note(_ line: StructureLine, _ kind: String, _ message: String) {
        findings.append(Finding(line: line.number, kind: kind, message: message))
    }

    // MARK: Lines

    private mutating func take(_ line: StructureLine) {
        if let found = Self.section(line.text) {
            closeSkipped()
            section = found
            last = nil
            return
        }
        if Self.isHeading(line.text), Self.isNearHeading(line.text) || !goesOn(line) {
            closeSkipped()
            skipped = (line, 0)
            last = nil
            return
        }
        if skipped != nil {
            skipped?.count += 1
            return
        }
        guard let section else {
            // What stands before the first heading is what the sheet says of itself.
            return
        }
        if line.text.hasPrefix("#") {
            last = nil
            return
        }
        if line.text.hasPrefix("["), beginPart(line, in: section) { return }
        if takeValue(line, in: section) { return }
        if goesOn(line), let last {
            append(line, to: last)
            return
        }
        explain(line, in: section)
    }

    /// Whether a line looks like a heading: capitals alone, and neither a label nor an identifier.
    private static func isHeading(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count >= 4 && letters.allSatisfy(\.isUppercase) && !text.contains(":")
            && !text.contains("[") && text.split(separator: " ").count <= 3
    }

    private static func isNearHeading(_ text: String) -> Bool {
        let known = StructureSection.allCases.map(\.rawValue)
        return ClosestName.closest(to: text, in: known) != nil
    }

    private mutating func closeSkipped() {
        guard let skipped else { return }
        let known = StructureSection.allCases.map(\.rawValue)
        note(
            skipped.heading,
            "unknown-heading",
            "“\(skipped.heading.text)” is no heading of this sheet. "
                + ClosestName.suggestion(for: skipped.heading.text, in: known)
                + " \(skipped.count) \(skipped.count == 1 ? "line" : "lines") below it "
                + "\(skipped.count == 1 ? "was" : "were") left alone."
        )
        self.skipped = nil
    }

    private mutating func beginPart(_ line: StructureLine, in section: StructureSection) -> Bool {
        guard let close = line.text.firstIndex(of: "]") else { return false }
        var id = line.text[line.text.index(after: line.text.startIndex)..<close]
            .trimmingSpace
        let isNew = id.lowercased().hasPrefix("new ")
        if isNew { id = String(id.dropFirst(4)).trimmingSpace }
        guard !id.isEmpty else { return false }
        let name = line.text[line.text.index(after: close)...].trimmingSpace
        var block = SheetBlock(id: id, isNew: isNew, line: line.number)
        block.values[.name] = [SheetValue(words: name, line: line.number, length: line.length)]
        blocks[section, default: []].append(block)
        last = (section, (blocks[section]?.count ?? 1) - 1, .name)
        return true
    }

    private mutating func takeValue(_ line: StructureLine, in section: StructureSection) -> Bool {
        guard let colon = line.text.firstIndex(of: ":") else { return false }
        let label = line.text[..<colon].trimmingSpace.lowercased()
        let aspects = section.aspects.dropFirst()
        let aspect =
            aspects.first { $0.label == label } ?? aspects.first { $0.synonyms.contains(label) }
        guard let aspect, let block = blocks[section].map({ $0.count - 1 }), block >= 0 else {
            return false
        }
        let value = SheetValue(
            words: line.text[line.text.index(after: colon)...].trimmingSpace,
            line: line.number,
            length: line.length
        )
        let before = blocks[section]?[block].values[aspect] ?? []
        if !aspect.isList, !before.isEmpty {
            note(
                line,
                "said-twice",
                "“\(aspect.label)” of [\(blocks[section]?[block].id ?? "")] is here twice; the first "
                    + "one, on line \(before[0].line), counts. Keep one of the two."
            )
            last = nil
            return true
        }
        blocks[section]?[block].values[aspect] = before + [value]
        last = (section, block, aspect)
        return true
    }

    /// Whether a line goes on with the one before, which a mail program has wrapped.
    private func goesOn(_ line: StructureLine) -> Bool {
        guard let last,
            let before = blocks[last.section]?[last.block].values[last.aspect]?.last,
            (56...84).contains(before.length)
        else { return false }
        let word = line.text.prefix { $0 != " " }
        guard before.length + 1 + word.count > 70 else { return false }
        guard let label = label(of: line) else { return true }
        let known = last.section.aspects.dropFirst().flatMap { [$0.label] + $0.synonyms }
        return ClosestName.closest(to: label, in: known) == nil
            && !known.contains { $0.hasPrefix(label) }
    }

    private mutating func append(
        _ line: StructureLine,
        to last: (section: StructureSection, block: Int, aspect: SheetAspect)
    ) {
        guard var values = blocks[last.section]?[last.block].values[last.aspect],
            var value = values.popLast()
        else { return }
        value.words += " " + line.text
        value.length = line.length
        blocks[last.section]?[last.block].values[last.aspect] = values + [value]
    }

    private func label(of line: StructureLine) -> String? {
        guard let colon = line.text.firstIndex(of: ":") else { return nil }
        let label = line.text[..<colon].trimmingSpace.lowercased()
        return label.split(separator: " ").count <= 3 ? label : nil
    }

    private mutating func explain(_ line: StructureLine, in section: StructureSection) {
        last = nil
        let known = section.aspects.dropFirst().map(\.label)
        guard let label = label(of: line) else {
            let words = line.text.lowercased()
            if let begun = known.first(where: { words.hasPrefix("\($0) ") }) {
                return note(
                    line,
                    "no-colon",
                    "This line begins with “\(begun)” and has no colon behind it, so it changes nothing. "
                        + "Write “\(begun):”."
                )
            }
            return note(
                line,
                "not-understood",
                "This line was not understood and changes nothing. Begin it with an identifier in "
                    + "brackets, or with one of: \(known.joined(separator: ", "))."
            )
        }
        guard !known.contains(label) else {
            return note(
                line,
                "belongs-nowhere",
                "“\(label)” stands above the first \(section.noun), so it belongs to none. Put it below "
                    + "the line with the identifier in brackets."
            )
        }
        let begun = known.first { $0.hasPrefix(label) }
        let others = section.aspects.dropFirst().flatMap(\.synonyms)
        let near = ClosestName.closest(to: label, in: known + others)
        let meant = section.aspects.first { $0.label == near || $0.synonyms.contains(near ?? "") }
        let hint = (begun ?? meant?.label).map { "Did you mean “\($0)”?" }
        note(
            line,
            "unknown-label",
            "“\(label)” is not said of a \(section.noun). "
                + (hint ?? ClosestName.suggestion(for: label, in: known))
        )
    }

    /// Leaves the last value alone when the end of the sheet is lost: it may be cut off.
    private mutating func holdLast() {
        guard let last, let value = blocks[last.section]?[last.block].values[last.aspect]?.last
        else { return }
        blocks[last.section]?[last.block].values[last.aspect]?.removeLast()
        findings.append(
            Finding(
                line: value.line,
                kind: "end-lost",
                message:
                    "The line “\(StructureSheet.end)” is missing, so the last line of the sheet may "
                    + "be cut off; it changes nothing. Put “\(StructureSheet.end)” below it when it is "
                    + "whole."
            )
        )
    }
}

/// Why a text cannot be read as a sheet.
public struct SheetError: ExplainedError, Hashable, Sendable {
    /// The kind of failure; there is one.
    public var code: ErrorCode { ErrorCode("sheet.unreadable") }
    /// What was found, what was expected and what to do.
    public let message: String

    /// Creates an error.
    ///
    /// - Parameter message: What was found, what was expected and what to do.
    public init(_ message: String) { self.message = message }

    /// Says of a file that is no text what it is, as far as its first bytes tell.
    init(noText source: String, _ bytes: [UInt8]) {
        self.init(
            bytes.starts(with: Array("PK".utf8))
                ? "\(source) is a Word or Excel file, and this sheet is read as text. Save it from there as CSV "
                    + "UTF-8 (comma delimited)."
                : "\(source) is not UTF-8. Save it as UTF-8."
        )
    }
}
