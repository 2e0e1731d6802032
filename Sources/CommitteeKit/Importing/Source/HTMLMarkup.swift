// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The markup of one cell or block of a web page, put together piece by piece.
///
/// Kept tags come out balanced and without attributes but for a link's address; text comes out so
/// that it reads as the same text when the markup is read.
struct HTMLMarkup {
    /// The tags that are read in a cell's markup again; any other would read as words.
    private static let inline: Set<String> = ["a", "b", "strong", "i", "em", "u", "sup"]
    private static let deepest = 50

    private var output: [UInt8] = []
    private var open: [String] = []
    private var needsSpace = false
    private var isAfterBreak = true
    /// Whether a block ended or began that is not kept as a tag, so that a new line must follow.
    private var needsBreak = false

    /// Whether paragraphs and lists are kept as tags, as they are in a cell.
    let keepsBlocks: Bool

    init(keepsBlocks: Bool) {
        self.keepsBlocks = keepsBlocks
    }

    /// Whether nothing that can be read has come yet.
    private(set) var isEmpty = true

    /// How many bytes it has so far.
    var count: Int { output.count }

    /// Adds decoded text; runs of white space become one space, as a browser shows them.
    mutating func add(text: String) {
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if SourceByte.isSpace(byte) {
                needsSpace = true
                continue
            }
            addPendingSpace()
            if needsEscape(byte, before: bytes[(index + 1)...]) {
                escape(byte)
            } else {
                output.append(byte)
            }
            isEmpty = false
            isAfterBreak = false
        }
    }

    /// Adds a tag, if it is one that is kept.
    mutating func open(_ tag: HTMLTokenizer.Tag) {
        if tag.name == "br" {
            addBreak()
        } else if Self.inline.contains(tag.name) {
            guard open.count < Self.deepest else { return }
            if tag.name == "a", tag.href == nil { return }
            addPendingSpace()
            open.append(tag.name)
            append("<\(tag.name)")
            if let href = tag.href, tag.name == "a" { append(" href=\"\(quoted(href))\"") }
            append(">")
        } else if keepsBlocks, let name = Self.block(tag.name) {
            guard open.count < Self.deepest, !Self.dividers.contains(tag.name) else {
                divide()
                return
            }
            closeForBlock(name)
            needsSpace = false
            needsBreak = false
            isAfterBreak = true
            open.append(name)
            append("<\(name)>")
        }
    }

    /// Adds the end of a tag; one that was never opened is dropped.
    mutating func close(_ name: String) {
        if Self.inline.contains(name) {
            if let place = open.lastIndex(of: name) { close(downTo: place) }
        } else if name == "br" {
            addBreak()
        } else if let block = Self.block(name) {
            guard let place = open.lastIndex(of: block) else {
                divide()
                return
            }
            needsSpace = false
            needsBreak = false
            isAfterBreak = true
            close(downTo: place)
        }
    }

    /// Makes what follows begin on a line of its own.
    private mutating func divide() {
        needsSpace = false
        if keepsBlocks, !isAfterBreak { needsBreak = true }
    }

    /// Adds a line break.
    mutating func addBreak() {
        needsSpace = false
        needsBreak = false
        isAfterBreak = true
        append("<br>")
    }

    /// The markup, with every tag closed.
    mutating func finish() -> String {
        close(downTo: 0)
        return SourceByte.text(output)
    }

    /// Blocks that stand empty between others.
    private static let dividers: Set<String> = ["hr", "table", "tr", "caption"]

    private static func block(_ name: String) -> String? {
        switch name {
        case "ul", "ol", "li": name
        case "menu", "dir": "ul"
        default: HTMLBlockReader.blockNames.contains(name) ? "p" : nil
        }
    }

    /// Paragraphs and items end where the next begins, whether or not the page says so.
    private mutating func closeForBlock(_ name: String) {
        if name == "li" {
            let list = open.lastIndex { $0 == "ul" || $0 == "ol" } ?? -1
            if let item = open.lastIndex(of: "li"), item > list { close(downTo: item) }
        } else if let paragraph = open.lastIndex(of: "p") {
            close(downTo: paragraph)
        }
    }

    private mutating func close(downTo place: Int) {
        while open.count > place {
            append("</\(open.removeLast())>")
        }
    }

    private mutating func addPendingSpace() {
        if needsBreak {
            addBreak()
        } else if needsSpace, !isAfterBreak {
            output.append(SourceByte.space)
        }
        needsSpace = false
    }

    private mutating func append(_ text: String) {
        output.append(contentsOf: text.utf8)
    }

    /// Whether a byte would read as markup instead of as itself.
    private func needsEscape(_ byte: UInt8, before rest: ArraySlice<UInt8>) -> Bool {
        switch byte {
        case SourceByte.backslash, SourceByte.star, SourceByte.underscore, SourceByte.openBracket,
            SourceByte.backtick:
            return true
        case SourceByte.less:
            guard let next = rest.first else { return true }
            return SourceByte.isLetter(next) || next == SourceByte.slash || next == SourceByte.bang
                || next == SourceByte.question
        case SourceByte.ampersand:
            if rest.first == SourceByte.hash { return true }
            let name = rest.prefix(40).prefix {
                SourceByte.isLetter($0) || SourceByte.isDigit($0)
            }
            return !name.isEmpty && rest.dropFirst(name.count).first == SourceByte.semicolon
        default: return false
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case SourceByte.less: append("&lt;")
        case SourceByte.ampersand: append("&amp;")
        default:
            output.append(SourceByte.backslash)
            output.append(byte)
        }
    }

    private func quoted(_ href: String) -> String {
        var output: [UInt8] = []
        for byte in href.utf8 where !SourceByte.isSpace(byte) {
            switch byte {
            case SourceByte.quote: output.append(contentsOf: "&quot;".utf8)
            case SourceByte.ampersand: output.append(contentsOf: "&amp;".utf8)
            case SourceByte.less: output.append(contentsOf: "&lt;".utf8)
            case SourceByte.greater: output.append(contentsOf: "&gt;".utf8)
            default: output.append(byte)
            }
        }
        return SourceByte.text(output)
    }
}
