// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Notes what is doubtful about a finished action.
    mutating func noteDoubts(_ item: PlanItem, _ draft: ItemDraft) {
        if item.text.isEmpty {
            find(draft.line, "text-missing", "Action \(item.printedName) has no words of its own.")
        }
        noteStatusDoubts(item, draft)
        noteTimescaleDoubts(item, draft)
        noteStateWords(item, draft)
    }

    private mutating func noteStatusDoubts(_ item: PlanItem, _ draft: ItemDraft) {
        let hasColumn = layout.columns.contains { $0.field.hasPrefix("status") }
        guard hasColumn else { return }
        guard let status = item.status else {
            guard !layout.inherits.contains("status") else { return }
            let reason = draft.lacksStatusColumn ? "; its page lost the column of statuses" : ""
            return find(
                draft.line,
                "status-missing",
                "Action \(item.printedName) has no status\(reason)."
            )
        }
        guard item.exit == nil, let scheme = reader.scheme,
            scheme.key(reading: status.printed) == nil,
            !copiesAbove(status.printed)
        else { return }
        if let words = layout.completion, words.field == "status" {
            let known = words.completed + words.ongoing
            if known.contains(where: { sameWords($0, status.printed) }) { return }
        }
        let cell = draft.fields.first { $0.key.hasPrefix("status") }?.value.first
        let letters = scheme.keys.map(\.letter).joined(separator: ", ")
        find(
            at: cell,
            cell?.line ?? draft.line,
            "status-not-in-key",
            "Action \(item.printedName) has the status “\(status.printed)”, which is not in the key "
                + "(\(letters)). It is kept as printed."
        )
    }

    private mutating func noteTimescaleDoubts(_ item: PlanItem, _ draft: ItemDraft) {
        let cell = draft.fields["timescale.words"]?.first
        let line = cell?.line ?? draft.line
        if let due = item.timescale.due, let from = plan.period.from, due <= from {
            find(
                at: cell,
                line,
                "due-on-first-day",
                "Action \(item.printedName) is due \(due), by the plan's first day."
            )
        }
        if let qualifier = item.timescale.qualifier {
            find(
                at: cell,
                line,
                "timescale-qualified",
                "The deadline of action \(item.printedName) has the remark “\(Self.short(qualifier))” beside "
                    + "it; the deadline was taken."
            )
        }
    }

    private mutating func noteStateWords(_ item: PlanItem, _ draft: ItemDraft) {
        guard !layout.reading.stateWords.isEmpty else { return }
        var columns: [String] = []
        for field in ["timescale.words", "evidence"] {
            let words = draft.words(field)
            let isTimescaleWord = field == "timescale.words" && item.timescale.kind != "state-word"
            guard !isTimescaleWord,
                layout.reading.stateWords.contains(where: { startsLike(words, $0) })
            else { continue }
            let name = field == "evidence" ? "evidence" : "timescale"
            columns.append("“\(Self.short(words))” in the column of \(name)")
        }
        guard !columns.isEmpty else { return }
        find(
            draft.line,
            "state-word",
            "Action \(item.printedName) has \(columns.joined(separator: " and ")), a word that says how "
                + "the work stands. It is kept as printed."
        )
    }

    private func startsLike(_ words: String, _ state: String) -> Bool {
        let key = words.comparisonKey
        return key == state.comparisonKey || key.hasPrefix(state.comparisonKey + " as per")
    }

    /// Notes levels without a text of their own, and numbers that do not run on.
    mutating func checkLevels(_ lines: [String: Int]) {
        for item in plan.items where item.level < layout.actionLevel && item.text.isEmpty {
            guard item.statement.isEmpty else { continue }
            let name = levelName(item.level)
            find(
                lines[item.id] ?? 0,
                "text-missing",
                "\(name.prefix(1).uppercased() + name.dropFirst()) \(item.printedName) has a "
                    + "number but no words."
            )
        }
    }

    /// The plans of the layout's list that the text around the tables names.
    func alignments() -> [PlanAlignment] {
        let whole = texts.map(\.text.plainText).joined(separator: " ").comparisonKey
        return layout.reading.alignments.filter { whole.contains($0.comparisonKey) }
            .map { PlanAlignment(title: $0) }
    }
}

extension String {
    /// The last characters of the text, at most so many.
    func suffixCharacters(_ count: Int) -> String { String(suffix(count)) }

    /// Whether the text ends with some words, case aside.
    func endsLike(_ words: String) -> Bool {
        guard count >= words.count, !words.isEmpty else { return false }
        return String(suffix(words.count)).lowercased() == words.lowercased()
    }
}
