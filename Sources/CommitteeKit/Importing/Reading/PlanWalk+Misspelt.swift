// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A line of the layout that a document may have misspelt.
private struct KnownLine {
    var template: Template
    /// Whether the line must be all of it, as a table's heading is.
    var isWhole: Bool
    /// The words with which it begins, up to its first gap.
    var opening: [String]
    /// The same, as they are compared.
    private var key: [Character]

    init?(_ template: Template, isWhole: Bool) {
        guard case .words(let words)? = template.parts.first else { return nil }
        opening = words.split(separator: " ").map(String.init)
        key = Array(opening.joined(separator: " ").comparisonKey)
        guard words.comparisonKey.utf8.count >= 5 else { return nil }
        self.template = template
        self.isWhole = isWhole
    }

    func matches(_ line: String) -> Bool { template.match(line, whole: isWhole) != nil }

    /// The words of a line with the template's own in place of those that are misspelt; nil when they
    /// are not, or are other words.
    func mended(_ words: [Substring]) -> String? {
        guard words.count >= opening.count else { return nil }
        let printed = Array(words[..<opening.count].joined(separator: " ").comparisonKey)
        let allowed = key.count >= 8 ? 2 : 1
        guard printed != key, printed.count >= 3, abs(printed.count - key.count) <= allowed,
            ClosestName.distance(printed, key) <= allowed
        else { return nil }
        let mended = (opening + words[opening.count...].map(String.init)).joined(separator: " ")
        return matches(mended) ? mended : nil
    }
}

extension PlanWalk {
    /// Reads lines that are almost a title, a fact or a heading of the layout as that, with a finding.
    ///
    /// - Complexity: O(*n* × *m*) for *n* short lines and *m* lines of the layout.
    mutating func mendMisspeltLines() {
        let known = knownLines
        guard !known.isEmpty else { return }
        for index in pieces.indices {
            let piece = pieces[index]
            let filled = piece.cellWords.indices.filter { !piece.cellWords[$0].isEmpty }
            guard filled.count == 1, piece.words.utf8.count <= 200 else { continue }
            let words = piece.words
            guard !known.contains(where: { $0.matches(words) }) else { continue }
            noteUnreadFact(words, line: piece.line)
            let parts = words.split(separator: " ")
            for line in known {
                guard let mended = line.mended(parts) else { continue }
                find(
                    piece.line,
                    "line-misspelt",
                    "“\(Self.short(words))” was read as “\(Self.short(mended))”."
                )
                pieces[index].replaceWords(with: mended, in: filled[0])
                break
            }
        }
    }

    /// Notes a line that begins as a fact of the layout and does not go on as one.
    private mutating func noteUnreadFact(_ words: String, line: Int) {
        let below = layout.headings.values.flatMap(\.lines) + layout.blocks.values.flatMap(\.lines)
        for template in layout.factLines.map(\.template) + below {
            guard case .words(let opening)? = template.parts.first, template.parts.count > 1,
                opening.comparisonKey.utf8.count >= 5,
                Template(parts: [.words(opening.trimmingSpace)]).match(words) != nil,
                template.firstMatch(in: words) == nil
            else { continue }
            find(
                line,
                "line-unread",
                "“\(Self.short(words))” begins as “\(template)” and does not go on so; it is kept as "
                    + "text."
            )
        }
    }

    private var knownLines: [KnownLine] {
        let lines = layout.headings.values.map(\.template) + layout.blocks.values.map(\.template)
        let headings = lines.filter { !$0.isOnlyGaps }
        let tables = [layout.checks?.heading].compactMap(\.self) + lists.map(\.heading)
        let others = [layout.key?.heading, layout.notesHeading].compactMap(\.self)
            .compactMap { text in try? Template(text) }
        let below = layout.headings.values.flatMap(\.lines) + layout.blocks.values.flatMap(\.lines)
        let open = [layout.title] + layout.factLines.map(\.template) + headings + below
        return open.compactMap { KnownLine($0, isWhole: false) }
            + (tables + others).compactMap { KnownLine($0, isWhole: true) }
    }
}

extension SourcePiece {
    /// Puts other words in the place of the only ones.
    mutating func replaceWords(with words: String, in cell: Int) {
        let markup = Prose(words).markup
        self.words = words
        lines = [words]
        cellWords[cell] = words
        switch content {
        case .text(_, let level, let marker):
            content = .text(markup, headingLevel: level, marker: marker)
        case .row(var cells, let isMarkedHeader):
            cells[cell] = markup
            content = .row(cells, isMarkedHeader: isMarkedHeader)
        }
    }
}
