// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A label of a progress update, after which a lead writes.
enum ReturnLabel: String, Hashable, Sendable, CaseIterable {
    case done, evidence, difference, colour, finished, newDate, help

    /// The label as the sheet prints it, without the colon.
    var printed: String {
        switch self {
        case .done: "Done since (or “No change”)"
        case .evidence: "Evidence (document, date, page)"
        case .difference: "Difference made"
        case .colour: "Colour and why"
        case .finished: "Finished (no, or the date)"
        case .newDate: "New date wanted, and why"
        case .help: "Help or decision wanted"
        }
    }

    /// The words by which people mean it, folded for comparing; what stands in brackets is left out.
    var names: [String] {
        let words: [String] =
            switch self {
            case .done:
                [
                    "Done since", "Done", "What was done", "What has been done", "Done so far",
                    "Progress", "Progress since", "Progress made", "Work done",
                ]
            case .evidence:
                ["Evidence", "Evidence of this", "Documents", "Evidence and documents"]
            case .difference:
                [
                    "Difference made", "Difference", "What difference it made", "Impact",
                    "Impact made", "What has changed",
                ]
            case .colour:
                [
                    "Colour and why", "Colour", "Color", "Color and why", "RAG", "RAG and why",
                    "RAG status", "Status", "Status and why", "Proposed colour",
                ]
            case .finished:
                ["Finished", "Completed", "Complete", "Is it finished", "Date finished"]
            case .newDate:
                [
                    "New date wanted, and why", "New date wanted and why", "New date wanted",
                    "New date", "New date and why", "New timescale", "Revised date",
                    "Revised timescale",
                ]
            case .help:
                [
                    "Help or decision wanted", "Help wanted", "Help", "Help needed",
                    "Decision wanted", "Help or decision needed", "Support wanted",
                    "Support needed",
                ]
            }
        return words.map(\.comparisonKey)
    }

    private static let byName: [String: ReturnLabel] = Dictionary(
        allCases.flatMap { label in label.names.map { ($0, label) } },
        uniquingKeysWith: { first, _ in first }
    )

    /// Finds the label that some words are, without brackets.
    static func named(_ words: String) -> ReturnLabel? {
        byName[withoutBrackets(words).comparisonKey]
    }

    /// Finds a label that some words nearly are.
    static func near(_ words: String) -> ReturnLabel? {
        let key = withoutBrackets(words).comparisonKey
        guard key.count >= 4, key.count <= 40 else { return nil }
        let characters = Array(key)
        for label in allCases {
            for name in label.names where name.count >= 5 && abs(name.count - key.count) <= 2 {
                let distance = ClosestName.distance(characters, Array(name))
                if distance > 0, distance <= 2 { return label }
            }
        }
        return nil
    }

    static func withoutBrackets(_ words: String) -> String {
        var kept = ""
        var depth = 0
        for character in words {
            if character == "(" { depth += 1 }
            if depth == 0 { kept.append(character) }
            if character == ")", depth > 0 { depth -= 1 }
        }
        return kept
    }
}

/// What a line of a sheet is, as far as it tells by itself.
enum SheetMark: Hashable, Sendable {
    /// The number of an item in square brackets, and what follows.
    case item(String, rest: String)
    /// A label, with the number before it when there is one, and what follows the colon.
    case label(ReturnLabel, item: String?, rest: String)
    /// Nearly a label: misspelt, or with a dash in place of its colon.
    case nearLabel(ReturnLabel, isDashed: Bool)
    /// A line of the part below the items.
    case footer(ReturnFooter, rest: String)
    /// The end of what is answered.
    case end
    /// Anything else.
    case text
}

/// A line below the items of a progress update.
enum ReturnFooter: String, Hashable, Sendable, CaseIterable {
    case answeredBy, groupMeeting

    /// The line as the sheet prints it, without the colon.
    var printed: String {
        switch self {
        case .answeredBy: "Answered by (the role, never a name)"
        case .groupMeeting: "For a group, the day of the meeting that agreed this"
        }
    }

    /// The words by which people mean it, folded for comparing.
    var names: [String] {
        let words =
            switch self {
            case .answeredBy: ["Answered by", "Completed by", "Returned by"]
            case .groupMeeting:
                [
                    "For a group, the day of the meeting that agreed this",
                    "The day of the meeting that agreed this", "Agreed by the group on",
                    "Agreed at the meeting of",
                ]
            }
        return words.map(\.comparisonKey)
    }
}

extension SheetLine {
    /// What the line is, as far as it tells by itself.
    var mark: SheetMark {
        let bare = String(text.drop { $0 == "*" || $0 == "_" || $0 == "#" || $0 == " " })
        if Self.isEnd(bare) { return .end }
        if let (number, rest) = Self.bracketed(bare) {
            if let (label, rest) = Self.label(rest) {
                return .label(label, item: number, rest: rest)
            }
            if let (words, _) = Self.beforeColon(rest), let near = ReturnLabel.near(words) {
                return .nearLabel(near, isDashed: false)
            }
            return .item(number, rest: rest)
        }
        if let (label, rest) = Self.label(bare) { return .label(label, item: nil, rest: rest) }
        if let (words, rest) = Self.beforeColon(bare) {
            let key = ReturnLabel.withoutBrackets(words).comparisonKey
            if let footer = ReturnFooter.allCases.first(where: { $0.names.contains(key) }) {
                return .footer(footer, rest: rest)
            }
            if let near = ReturnLabel.near(words) {
                return .nearLabel(near, isDashed: false)
            }
        }
        if let near = Self.dashed(bare) { return near }
        return .text
    }

    private static func isEnd(_ words: String) -> Bool {
        let plain = words.trimmingStars
        return plain == "[END]" || plain == "[End]" || plain == "[end]" || plain == "END"
            || plain == "[END" || plain == "END]" || plain == "--"
    }

    /// The number in square brackets with which a line begins, and what follows it.
    static func bracketed(_ words: String) -> (String, String)? {
        guard words.first == "[", let end = words.firstIndex(of: "]") else { return nil }
        let number = String(words[words.index(after: words.startIndex)..<end]).trimmingSpace
        guard !number.isEmpty, number.count <= 40, number.contains(where: \.isNumber),
            !number.hasPrefix("http")
        else { return nil }
        return (number, String(words[words.index(after: end)...]).trimmingStars)
    }

    /// The label with which a line begins, and what follows its colon.
    static func label(_ words: String) -> (ReturnLabel, String)? {
        if let (name, rest) = beforeColon(words), let label = ReturnLabel.named(name) {
            return (label, rest)
        }
        // A label alone on its line may have lost its colon.
        let plain = words.trimmingStars
        for label in ReturnLabel.allCases
        where plain.comparisonKey == label.printed.comparisonKey { return (label, "") }
        return nil
    }

    /// What stands before the first colon that is not in brackets, and what follows it.
    private static func beforeColon(_ words: String) -> (String, String)? {
        var depth = 0
        for place in words.indices {
            switch words[place] {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            case ":" where depth == 0:
                let name = String(words[..<place]).trimmingStars
                guard !name.isEmpty, name.count <= 70 else { return nil }
                return (name, String(words[words.index(after: place)...]).trimmingStars)
            default: break
            }
        }
        return nil
    }

    /// A label with a dash in place of its colon, which may also be how a sentence begins.
    private static func dashed(_ words: String) -> SheetMark? {
        for dash in [" - ", " – ", " — "] {
            guard let place = words.range(ofFirst: dash) else { continue }
            let name = String(words[..<place])
            if let label = ReturnLabel.named(name) {
                return .nearLabel(label, isDashed: true)
            }
        }
        return nil
    }
}

extension String {
    /// The text without spaces and stars around it.
    var trimmingStars: String {
        var words = Substring(trimmingSpace)
        while let first = words.first, first == "*" || first == "_" || first == " " {
            words.removeFirst()
        }
        while let last = words.last, last == "*" || last == "_" || last == " " {
            words.removeLast()
        }
        return String(words)
    }

    fileprivate func range(ofFirst words: String) -> Index? {
        var place = startIndex
        while place < endIndex {
            if self[place...].hasPrefix(words) { return place }
            place = index(after: place)
        }
        return nil
    }
}
