// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A stretch of inline text in one style: a paragraph laid flat.
///
/// Normalising and reading both work on flat runs, because there every way of nesting bold, italic
/// and links within each other comes to the same thing.
struct ProseRun: Hashable {
    enum Content: Hashable {
        case text(String)
        case lineBreak
        case footnoteReference(String)
    }

    struct Style: Hashable {
        var link: String?
        var strong = false
        var emphasis = false
        var superscript = false

        /// The style that white space between two runs takes: what both share, from the outside
        /// in, so that no bold or link begins or ends with a space.
        func shared(with other: Style) -> Style {
            var result = Style()
            guard link == other.link else { return result }
            result.link = link
            guard strong == other.strong else { return result }
            result.strong = strong
            guard emphasis == other.emphasis else { return result }
            result.emphasis = emphasis
            guard superscript == other.superscript else { return result }
            result.superscript = superscript
            return result
        }
    }

    var content: Content
    var style: Style
}

extension ProseRun {
    /// Lays inline text flat.
    static func runs(of inlines: [Prose.Inline]) -> [ProseRun] {
        var runs: [ProseRun] = []
        flatten(inlines, style: Style(), into: &runs)
        return runs
    }

    private static func flatten(
        _ inlines: [Prose.Inline],
        style: Style,
        into runs: inout [ProseRun]
    ) {
        for inline in inlines {
            var inner = style
            switch inline {
            case .text(let text):
                runs.append(ProseRun(content: .text(text), style: style))
            case .lineBreak:
                runs.append(ProseRun(content: .lineBreak, style: style))
            case .footnoteReference(let label):
                runs.append(ProseRun(content: .footnoteReference(label), style: style))
            case .strong(let children):
                inner.strong = true
                flatten(children, style: inner, into: &runs)
            case .emphasis(let children):
                inner.emphasis = true
                flatten(children, style: inner, into: &runs)
            case .superscript(let children):
                inner.superscript = true
                flatten(children, style: inner, into: &runs)
            case .link(let children, let destination):
                if LinkDestination.isSafe(LinkDestination.encoded(destination)) {
                    inner.link = LinkDestination.encoded(destination)
                    flatten(children, style: inner, into: &runs)
                } else {
                    flatten(children, style: style, into: &runs)
                    let written = destination.isEmpty ? "" : " (\(destination))"
                    runs.append(ProseRun(content: .text(written), style: style))
                }
            }
        }
    }

    /// Nests flat runs: links outermost, then bold, then italics, then raised text.
    static func inlines(of runs: [ProseRun]) -> [Prose.Inline] {
        group(runs[...], by: { $0.style.link }) { destination, part in
            guard let destination else { return strongInlines(part) }
            return [.link(text: strongInlines(part), destination: destination)]
        }
    }

    private static func strongInlines(_ runs: ArraySlice<ProseRun>) -> [Prose.Inline] {
        group(runs, by: { $0.style.strong }) { isStrong, part in
            isStrong ? [.strong(emphasisInlines(part))] : emphasisInlines(part)
        }
    }

    private static func emphasisInlines(_ runs: ArraySlice<ProseRun>) -> [Prose.Inline] {
        group(runs, by: { $0.style.emphasis }) { isEmphasis, part in
            isEmphasis ? [.emphasis(superscriptInlines(part))] : superscriptInlines(part)
        }
    }

    private static func superscriptInlines(_ runs: ArraySlice<ProseRun>) -> [Prose.Inline] {
        group(runs, by: { $0.style.superscript }) { isRaised, part in
            isRaised ? [.superscript(plainInlines(part))] : plainInlines(part)
        }
    }

    private static func plainInlines(_ runs: ArraySlice<ProseRun>) -> [Prose.Inline] {
        runs.map { run in
            switch run.content {
            case .text(let text): .text(text)
            case .lineBreak: .lineBreak
            case .footnoteReference(let label): .footnoteReference(label)
            }
        }
    }

    private static func group<Key: Equatable>(
        _ runs: ArraySlice<ProseRun>,
        by key: (ProseRun) -> Key,
        make: (Key, ArraySlice<ProseRun>) -> [Prose.Inline]
    ) -> [Prose.Inline] {
        var result: [Prose.Inline] = []
        var start = runs.startIndex
        while start < runs.endIndex {
            let value = key(runs[start])
            var end = start + 1
            while end < runs.endIndex, key(runs[end]) == value { end += 1 }
            result.append(contentsOf: make(value, runs[start..<end]))
            start = end
        }
        return result
    }
}
