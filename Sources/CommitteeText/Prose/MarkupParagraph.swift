// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The inline text of one paragraph while it is being read.
///
/// What opens is kept as a piece that becomes a style once its end is met and stays literal text
/// when it is not. At most ``depthLimit`` things are open at a time, so reading is linear.
struct MarkupParagraph {
    /// How many styles may be open within each other; what opens beyond it is literal text.
    static let depthLimit = 32

    enum Mark: Hashable {
        case strong
        case emphasis
        case strongTag
        case emphasisTag
        case superscriptTag
        case linkTag(String)
        case bracket
        case link(String)

        /// Whether the mark was written as HTML, so that the paragraph's end closes it.
        var isTag: Bool {
            switch self {
            case .strongTag, .emphasisTag, .superscriptTag, .linkTag: true
            default: false
            }
        }
    }

    private enum Piece {
        case content(ProseRun.Content)
        case open(Mark, source: [UInt8], isPaired: Bool)
        case close(Mark)
    }

    private var pieces: [Piece] = []
    private var text: [UInt8] = []
    /// The indexes in `pieces` of what is open, outermost first.
    private var stack: [Int] = []

    var isEmpty: Bool { pieces.isEmpty && text.isEmpty }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        text.append(contentsOf: bytes)
    }

    mutating func addLineBreak() {
        endText()
        pieces.append(.content(.lineBreak))
    }

    mutating func addFootnoteReference(_ label: String) {
        endText()
        pieces.append(.content(.footnoteReference(label)))
    }

    private mutating func endText() {
        guard !text.isEmpty else { return }
        pieces.append(.content(.text(String(decoding: text, as: UTF8.self))))
        text.removeAll(keepingCapacity: true)
    }

    /// Opens a mark; returns false when too many are open.
    mutating func open(_ mark: Mark, source: [UInt8]) -> Bool {
        guard stack.count < Self.depthLimit else { return false }
        endText()
        stack.append(pieces.count)
        pieces.append(.open(mark, source: source, isPaired: mark.isTag))
        return true
    }

    private func mark(at depth: Int) -> Mark? {
        guard case .open(let mark, _, _) = pieces[stack[depth]] else { return nil }
        return mark
    }

    /// Finds the innermost open mark that fulfils a condition, not looking beyond a barrier.
    private func depth(of matches: (Mark) -> Bool, barrier: (Mark) -> Bool) -> Int? {
        for depth in stack.indices.reversed() {
            guard let mark = mark(at: depth) else { continue }
            if matches(mark) { return depth }
            if barrier(mark) { return nil }
        }
        return nil
    }

    /// Pairs an open mark with its end here; marks that opened after it end or stay literal.
    private mutating func close(depth: Int, as replacement: Mark? = nil) {
        endText()
        while stack.count > depth + 1 { endInnermost() }
        let index = stack.removeLast()
        guard case .open(let mark, let source, _) = pieces[index] else { return }
        pieces[index] = .open(replacement ?? mark, source: source, isPaired: true)
        pieces.append(.close(replacement ?? mark))
    }

    private mutating func endInnermost() {
        guard let index = stack.popLast(), case .open(let mark, _, true) = pieces[index] else {
            return
        }
        pieces.append(.close(mark))
    }

    /// Reads one to three stars; returns false when they neither open nor close anything.
    mutating func readStars(_ count: Int, opens: Bool, closes: Bool) -> Bool {
        if closes, closeStars(count) { return true }
        guard opens, stack.count + 2 <= Self.depthLimit else { return false }
        switch count {
        case 1: return open(.emphasis, source: [ASCII.star])
        case 2: return open(.strong, source: [ASCII.star, ASCII.star])
        default:
            return open(.emphasis, source: [ASCII.star])
                && open(.strong, source: [ASCII.star, ASCII.star])
        }
    }

    private func starDepth(_ mark: Mark) -> Int? {
        depth(of: { $0 == mark }, barrier: { $0.isTag || $0 == .bracket })
    }

    private mutating func closeStars(_ count: Int) -> Bool {
        let strong = starDepth(.strong)
        let emphasis = starDepth(.emphasis)
        switch count {
        case 1:
            guard let emphasis else { return false }
            // Three stars open both at once; whichever ends first is the inner one.
            if let strong, strong == emphasis + 1, stack[strong] == stack[emphasis] + 1 {
                swap(emphasis, strong)
                close(depth: strong)
            } else {
                close(depth: emphasis)
            }
        case 2:
            guard let strong else { return false }
            close(depth: strong)
        default:
            guard let strong, let emphasis else { return false }
            close(depth: max(strong, emphasis))
            close(depth: min(strong, emphasis))
        }
        return true
    }

    private mutating func swap(_ outer: Int, _ inner: Int) {
        let held = pieces[stack[outer]]
        pieces[stack[outer]] = pieces[stack[inner]]
        pieces[stack[inner]] = held
    }

    /// Ends the words of a link; returns false when no bracket is open.
    mutating func closeBracket(destination: String) -> Bool {
        guard let depth = depth(of: { $0 == .bracket }, barrier: { $0.isTag }) else {
            return false
        }
        close(depth: depth, as: .link(destination))
        return true
    }

    /// Ends the innermost HTML element that fulfils a condition; ignores an end without a start.
    mutating func closeTag(_ matches: (Mark) -> Bool) {
        if let depth = depth(of: matches, barrier: { _ in false }) { close(depth: depth) }
    }

    /// Ends everything and returns the paragraph as flat runs.
    mutating func finish() -> [ProseRun] {
        endText()
        while !stack.isEmpty { endInnermost() }
        var open: [Mark] = []
        var runs: [ProseRun] = []
        for piece in pieces {
            switch piece {
            case .content(let content):
                runs.append(contentsOf: Self.run(content, within: open))
            case .open(let mark, _, true):
                open.append(mark)
            case .open(_, let source, false):
                let words = String(decoding: source, as: UTF8.self)
                runs.append(contentsOf: Self.run(.text(words), within: open))
            case .close(let mark):
                guard let index = open.lastIndex(of: mark) else { continue }
                open.remove(at: index)
                runs.append(contentsOf: Self.unfollowed(mark, within: open))
            }
        }
        return runs
    }

    private static func run(_ content: ProseRun.Content, within marks: [Mark]) -> [ProseRun] {
        var style = ProseRun.Style()
        for mark in marks {
            switch mark {
            case .strong, .strongTag: style.strong = true
            case .emphasis, .emphasisTag: style.emphasis = true
            case .superscriptTag: style.superscript = true
            case .bracket: break
            case .link(let destination), .linkTag(let destination):
                let destination = LinkDestination.encoded(destination)
                if LinkDestination.isSafe(destination) { style.link = destination }
            }
        }
        return [ProseRun(content: content, style: style)]
    }

    /// The destination of a link that may not be followed, as words after the link's own.
    private static func unfollowed(_ mark: Mark, within marks: [Mark]) -> [ProseRun] {
        switch mark {
        case .link(let destination), .linkTag(let destination):
            guard !LinkDestination.isSafe(LinkDestination.encoded(destination)),
                !destination.isEmpty
            else { return [] }
            return run(.text(" (\(destination))"), within: marks)
        default: return []
        }
    }
}
