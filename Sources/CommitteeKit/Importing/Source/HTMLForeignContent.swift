// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Whether a place of a web page is inside a drawing (`svg`) or a formula (`math`), where other rules
/// hold for character data and for elements whose content is text.
///
/// Source: HTML Standard, section 13.2.6.5.
struct HTMLForeignContent {
    /// What stands before the names of foreign elements, so that a `title` of a drawing is no title.
    static let prefix = "foreign:"

    private enum Kind {
        case foreign
        /// A foreign element whose content is HTML again.
        case integration
        case html
    }

    private static let deepest = 100
    private static let integrations: Set<String> = [
        "foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext",
    ]
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    ]
    /// Elements that end a drawing in which they begin.
    private static let breakouts: Set<String> = [
        "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em",
        "embed", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing",
        "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike",
        "sub", "sup", "table", "tt", "u", "ul", "var",
    ]

    private var open: [(name: String, kind: Kind)] = []

    /// Whether the place is inside a drawing or formula and not in HTML inside of it.
    var isForeign: Bool { open.last?.kind == .foreign }

    /// Notes a tag; returns whether its element is a foreign one.
    mutating func open(_ tag: HTMLTokenizer.Tag) -> Bool {
        let isRoot = tag.name == "svg" || tag.name == "math"
        guard !open.isEmpty || isRoot else { return false }
        if isForeign, Self.breakouts.contains(tag.name) {
            while isForeign { open.removeLast() }
        }
        if isForeign || isRoot {
            guard !tag.isSelfClosing, open.count < Self.deepest else { return true }
            let isIntegration = Self.integrations.contains(tag.name)
            open.append((tag.name, isIntegration ? .integration : .foreign))
            return true
        }
        guard !open.isEmpty, open.count < Self.deepest, !Self.void.contains(tag.name) else {
            return false
        }
        open.append((tag.name, .html))
        return false
    }

    /// Notes an end tag; returns whether it ends a foreign element.
    mutating func close(_ name: String) -> Bool {
        guard !open.isEmpty, let place = open.lastIndex(where: { $0.name == name }) else {
            return false
        }
        let isForeign = open[place].kind != .html
        open.removeSubrange(place...)
        return isForeign
    }
}
