// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Writes a declared report from an edition.
struct ListWriter {
    private let session: ReportSession
    private let values: ReportValues
    private let root = ScriptValue.handle(.root())

    init(_ session: ReportSession) {
        self.session = session
        values = ReportValues(editions: session.editions)
    }

    func write(_ report: ListReport) throws(ScriptRefusal) {
        try add("heading", .integer(1), .string(words(report.title, of: root, in: "Not set")))
        for part in report.parts { try write(part, under: report.parts.count > 1) }
        try writeOmissions(of: report)
    }

    private func add(_ function: String, _ arguments: ScriptValue...) throws(ScriptRefusal) {
        _ = try session.answer(ScriptHostCall(function: "doc.\(function)", arguments: arguments))
    }

    // MARK: A part

    private func write(_ part: ListReport.Part, under isOneOfSeveral: Bool) throws(ScriptRefusal) {
        if let heading = part.heading {
            try add("heading", .integer(2), .string(words(heading, of: root, in: "Not set")))
        }
        let list = sorted(records(of: part).filter { fits($0, part.conditions) }, by: part.order)
        guard !list.isEmpty else { return try add("paragraph", .string(part.none)) }
        let groups = part.group.map { field in
            byCount(
                sorted(self.groups(of: list, by: field), by: field, as: part.order.first),
                as: part.order.first
            )
        }
        try writeCounts(part, list, groups)
        try writePicture(part, list)
        guard part.say != nil || !part.columns.isEmpty else { return }
        guard let groups else { return try writeItems(part, list) }
        let level: Int64 = part.heading == nil ? 2 : 3
        for group in groups {
            try add("heading", .integer(level), .string(group.words))
            try writeItems(part, group.records)
        }
    }

    private func records(of part: ListReport.Part) -> [ScriptValue] {
        var value = root
        for name in part.list { value = field(name, of: value) }
        return values.list(value) ?? []
    }

    private func writeItems(
        _ part: ListReport.Part,
        _ records: [ScriptValue]
    ) throws(ScriptRefusal) {
        if let say = part.say {
            try add(
                "list",
                .list(records.map { .string(words(say, of: $0, in: "not set")) })
            )
        }
        guard !part.columns.isEmpty else { return }
        var rows: [ScriptValue] = []
        for record in records {
            var cells: [ScriptValue] = []
            for column in part.columns { cells.append(try cell(column.cell, of: record)) }
            rows.append(.list(cells))
        }
        try addTable(part.columns.map { .string($0.header) }, rows)
    }

    private func addTable(
        _ columns: [ScriptValue],
        _ rows: [ScriptValue]
    ) throws(ScriptRefusal) {
        try add("table", .map(ScriptMap([("columns", .list(columns)), ("rows", .list(rows))])))
    }

    // MARK: Counts

    private func writeCounts(
        _ part: ListReport.Part,
        _ list: [ScriptValue],
        _ groups: [Group]?
    ) throws(ScriptRefusal) {
        guard part.count != nil || !part.sums.isEmpty else { return }
        let sums = ListSums(part.sums)
        var shown = groups
        var (values, names): ([Group], [String]) = ([], [])
        switch (part.count, groups) {
        case (nil, _): break
        case (.by(let field)?, nil):
            shown = byCount(
                ordered(self.groups(of: list, by: field), of: list, by: field),
                as: part.order.first
            )
            names = ["How many"]
        case (.by(let field)?, _):
            values = ordered(self.groups(of: list, by: field), of: list, by: field)
            names = values.map(\.words) + ["Total"]
        case (.all?, _): names = ["How many"]
        }
        func cells(_ records: [ScriptValue]) -> [ScriptValue] {
            let counted = values.map { column in
                ScriptValue.integer(Int64(column.records.count { Set(records).contains($0) }))
            }
            let all = part.count == nil ? [] : [ScriptValue.integer(Int64(records.count))]
            return counted + all + sums.cells { field in records.map { texts(field, of: $0) } }
        }
        if let shown {
            var first = part.group
            if first == nil, case .by(let field)? = part.count { first = field }
            let rows = shown.map { ScriptValue.list([$0.cell] + cells($0.records)) }
            try addTable(
                ([header(first)] + names + part.sums.map(header)).map { .string($0) },
                rows + [.list([.string("Total")] + cells(list))]
            )
            if shown.reduce(0, { $0 + $1.records.count }) > list.count {
                try add(
                    "paragraph",
                    .string("What stands in several rows counts once in the total.")
                )
            }
        } else {
            let labels = (part.count == nil ? [] : ["Total"]) + part.sums.map(header)
            let pairs = zip(labels, cells(list)).map { ScriptValue.list([.string($0), $1]) }
            try add("summary", .list(pairs))
        }
        for field in part.sums {
            let found = list.map { texts(field, of: $0) }
            guard let words = sums.leftOut(of: found, header(field)) else { continue }
            try add("notice", .string("warning"), .string(words))
        }
    }

    private func header(_ field: ListField?) -> String {
        guard let field else { return "" }
        let last = field.path.last ?? ""
        let isPlain = last == "words" || last == "text" || last == "name"
        let name = isPlain && field.path.count > 1 ? field.path[field.path.count - 2] : last
        let words = name.split(separator: "_").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private func writePicture(
        _ part: ListReport.Part,
        _ list: [ScriptValue]
    ) throws(ScriptRefusal) {
        switch part.picture {
        case nil: return
        case .timeline: try add("timeline", .string("Due dates"), .list(list))
        case .statusBar:
            var field: ListField?
            if case .by(let counted) = part.count { field = counted }
            let shown = field ?? .status
            let counted = ordered(groups(of: list, by: shown), of: list, by: shown)
            let segments = counted.map { group in
                ScriptValue.map(
                    ScriptMap([
                        ("status", group.tag), ("count", .integer(Int64(group.records.count))),
                    ])
                )
            }
            try add("status_bar", .string("By \(header(shown).lowercased())"), .list(segments))
        }
    }

    // MARK: What was left out

    /// Says what was left out of the plan or of the register for the audience, as other reports do.
    private func writeOmissions(of report: ListReport) throws(ScriptRefusal) {
        let isAboutRisks = report.parts.allSatisfy { part in
            ["risks", "register", "registers"].contains(part.list.first ?? "")
        }
        let isAboutPlans = report.parts.contains {
            ["plan", "plans"].contains($0.list.first ?? "")
        }
        guard isAboutRisks || isAboutPlans else { return }
        let subject = field("id", of: field(isAboutRisks ? "register" : "plan", of: root))
        var parts: [String] = []
        for omission in values.list(field("omitted", of: root)) ?? [] {
            let of = field("of", of: omission)
            guard of != .null, case .string(let what) = field("what", of: omission) else {
                continue
            }
            guard of == subject || isAboutRisks && subject == .null && what == "risks" else {
                continue
            }
            if !parts.contains("some \(what)") { parts.append("some \(what)") }
        }
        guard !parts.isEmpty, case .string(let audience) = field("audience", of: root) else {
            return
        }
        try add(
            "notice",
            .string("information"),
            .string(
                "Left out of this edition for the audience “\(audience)”: "
                    + parts.joined(separator: ", ") + "."
            )
        )
    }
}

// MARK: - Values

extension ListWriter {
    /// Records that have one value in common.
    fileprivate struct Group {
        /// What is looked at to tell groups apart.
        var key: String
        /// The value in words.
        var words: String
        /// The value as a cell of a table.
        var cell: ScriptValue
        /// The value as a status, for a bar.
        var tag: ScriptValue
        var records: [ScriptValue]
    }

    private func field(_ name: String, of value: ScriptValue) -> ScriptValue {
        if case .handle(let handle) = value, let edition = values.edition(handle) {
            return edition.field(name, of: handle) ?? .null
        }
        return value.map?[name] ?? .null
    }

    private func value(_ field: ListField, of record: ScriptValue) -> ScriptValue {
        field.path.reduce(record) { self.field($1, of: $0) }
    }

    /// The values of a field in words; none when there is nothing.
    private func texts(_ field: ListField, of record: ScriptValue) -> [String] {
        if field.kind == .status {
            return values.item(record)?.status.map { [$0.text] } ?? []
        }
        return texts(value(field, of: record))
    }

    private func texts(_ value: ScriptValue) -> [String] {
        switch value {
        case .string(let text): text.isEmpty ? [] : [text]
        case .integer(let number): ["\(number)"]
        case .number(let number): ["\(number)"]
        case .bool(let truth): [truth ? "Yes" : "No"]
        case .date(let day): [CivilDate(dayNumber: Int(day)).formatted("d MMMM yyyy")]
        default: (values.list(value) ?? []).flatMap { texts($0) }
        }
    }

    /// Words with their gaps filled; a number that an item does not have leaves no gap.
    private func words(_ words: ListWords, of record: ScriptValue, in none: String) -> String {
        let text = words.parts.map { part -> String in
            switch part {
            case .words(let text): return text
            case .field(let field):
                let found = texts(field, of: record)
                guard found.isEmpty else { return found.joined(separator: ", ") }
                return field.path == ["number"] ? "" : none
            }
        }.joined()
        return text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }

    private func cell(
        _ words: ListWords,
        of record: ScriptValue
    ) throws(ScriptRefusal) -> ScriptValue {
        guard let field = words.only else {
            return .string(self.words(words, of: record, in: "not set"))
        }
        let found = texts(field, of: record)
        guard !found.isEmpty else { return .string(field.path == ["number"] ? "None" : "Not set") }
        switch field.kind {
        case .status: return try status(of: record)
        case .number, .date: return value(field, of: record)
        case .text, .texts, .truth: return .string(found.joined(separator: ", "))
        }
    }

    private func status(of record: ScriptValue) throws(ScriptRefusal) -> ScriptValue {
        try session.answer(ScriptHostCall(function: "ctx.status", arguments: [record]))
    }

    // MARK: Groups

    /// Groups records by a field, in order of first sight; what has several values is in several groups.
    private func groups(of records: [ScriptValue], by field: ListField) -> [Group] {
        var groups: [Group] = []
        var places: [String: Int] = [:]
        for record in records {
            var seen: Set<String> = []
            let found = texts(field, of: record)
            for text in found.isEmpty ? ["Not set"] : found {
                let key = found.isEmpty ? "" : Self.folded(text)
                guard seen.insert(key).inserted else { continue }
                if let place = places[key] {
                    groups[place].records.append(record)
                    continue
                }
                places[key] = groups.count
                let tag = field.kind == .status ? values.item(record)?.status : nil
                let shown = tag ?? StatusTag("", text, colour: nil)
                let data = ScriptValue.map(
                    ScriptMap([
                        ("letter", .string(shown.letter)), ("word", .string(shown.word)),
                        ("colour", .string(shown.colour?.rawValue ?? "")),
                    ])
                )
                groups.append(
                    Group(
                        key: key,
                        words: text,
                        cell: tag == nil
                            ? .string(text) : .map(ScriptMap([("status", data)])),
                        tag: data,
                        records: [record]
                    )
                )
            }
        }
        return groups
    }

    /// Groups in the order in which they are counted: statuses as in the key, numbers and days by size, words
    /// by their letters; what is not set comes last.
    private func ordered(
        _ groups: [Group],
        of records: [ScriptValue],
        by field: ListField
    ) -> [Group] {
        var places: [String: Int] = [:]
        if field.kind == .status {
            var letters: [String] = []
            for record in records {
                for key in values.list(self.field("key", of: self.field("plan", of: record))) ?? []
                {
                    if case .string(let letter) = self.field("letter", of: key),
                        !letters.contains(letter)
                    {
                        letters.append(letter)
                    }
                }
            }
            for group in groups {
                guard case .string(let letter)? = group.tag["letter"] else { continue }
                places[group.key] = letters.firstIndex(of: letter)
            }
        }
        let sortable = groups.map { group -> (group: Group, rank: Int, value: ScriptValue) in
            if group.key.isEmpty { return (group, 2, .null) }
            if let place = places[group.key] { return (group, 0, .integer(Int64(place))) }
            let isList = field.kind == .texts || field.kind == .status
            let own = isList ? ScriptValue.string(group.words) : value(field, of: group.records[0])
            return (group, 1, own)
        }
        return sortable.enumerated().sorted { first, second in
            let (one, two) = (first.element, second.element)
            if one.rank != two.rank { return one.rank < two.rank }
            return Self.compare(one.value, two.value).map { $0 < 0 }
                ?? (first.offset < second.offset)
        }.map(\.element.group)
    }

    // MARK: Filter and order

    private func fits(_ record: ScriptValue, _ conditions: [ListReport.Condition]) -> Bool {
        conditions.allSatisfy { condition in
            let found = words(of: condition.field, of: record)
            let number = Self.number(value(condition.field, of: record))
            return condition.tests.allSatisfy { test in
                switch test {
                case .truth(let truth): value(condition.field, of: record) == .bool(truth)
                case .empty(let empty): found.isEmpty == empty
                case .among(let words): words.contains { found.contains(Self.folded($0)) }
                case .noneOf(let words): !words.contains { found.contains(Self.folded($0)) }
                case .numbers(let numbers): number.map(numbers.contains) ?? false
                case .range(let from, let through):
                    number.map { $0 >= from ?? .min && $0 <= through ?? .max } ?? false
                }
            }
        }
    }

    /// The words by which a condition may name what a field holds.
    private func words(of field: ListField, of record: ScriptValue) -> [String] {
        if field.kind == .status, let tag = values.item(record)?.status {
            return [tag.letter, tag.word, tag.text].map(Self.folded)
        }
        if let number = Self.number(value(field, of: record)) { return ["\(number)"] }
        return texts(field, of: record).map(Self.folded)
    }

    private static func number(_ value: ScriptValue) -> Int? {
        switch value {
        case .integer(let number): Int(number)
        case .date(let day): Int(day)
        default: nil
        }
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    private func sorted(
        _ records: [ScriptValue],
        by orders: [ListReport.Order]
    ) -> [ScriptValue] {
        // How many there are orders the groups, not what stands in them.
        let orders = orders.compactMap { order in
            order.field.map { (field: $0, isDescending: order.isDescending) }
        }
        guard !orders.isEmpty else { return records }
        let keyed = records.map { record in
            (record, orders.map { order in sortValue(order.field, of: record) })
        }
        return keyed.enumerated().sorted { first, second in
            for (place, order) in orders.enumerated() {
                let (one, two) = (first.element.1[place], second.element.1[place])
                // What is not set comes last, whichever way the rest goes.
                if (one == .null) != (two == .null) { return two == .null }
                guard let comparison = Self.compare(one, two) else { continue }
                return order.isDescending ? comparison > 0 : comparison < 0
            }
            return first.offset < second.offset
        }.map(\.element.0)
    }

    /// Groups by how many there are in each, where the list is ordered so; equal ones keep their order.
    private func byCount(_ groups: [Group], as order: ListReport.Order?) -> [Group] {
        guard let order, order.field == nil else { return groups }
        return groups.enumerated().sorted { first, second in
            let (one, two) = (first.element.records.count, second.element.records.count)
            if one != two { return order.isDescending ? one > two : one < two }
            return first.offset < second.offset
        }.map(\.element)
    }

    /// Groups in the order of their own values, where the list is ordered by what it is grouped by: an item
    /// with several leads would bring them in its own order.
    private func sorted(
        _ groups: [Group],
        by field: ListField,
        as order: ListReport.Order?
    ) -> [Group] {
        guard let order, order.field == field, field.kind == .text || field.kind == .texts else {
            return groups
        }
        return groups.enumerated().sorted { first, second in
            let (one, two) = (first.element, second.element)
            if one.key.isEmpty != two.key.isEmpty { return two.key.isEmpty }
            guard let comparison = Self.compare(one.words, two.words) else {
                return first.offset < second.offset
            }
            return order.isDescending ? comparison > 0 : comparison < 0
        }.map(\.element)
    }

    private func sortValue(_ field: ListField, of record: ScriptValue) -> ScriptValue {
        switch field.kind {
        case .number, .date, .truth: return value(field, of: record)
        case .text, .texts, .status:
            return texts(field, of: record).first.map { .string($0) } ?? .null
        }
    }

    /// Less than nought when the first comes before the second; nil when neither does.
    private static func compare(_ first: ScriptValue, _ second: ScriptValue) -> Int? {
        switch (first, second) {
        case (.integer(let one), .integer(let two)): one == two ? nil : one < two ? -1 : 1
        case (.date(let one), .date(let two)): one == two ? nil : one < two ? -1 : 1
        case (.number(let one), .number(let two)): one == two ? nil : one < two ? -1 : 1
        case (.bool(let one), .bool(let two)): one == two ? nil : one ? -1 : 1
        case (.string(let one), .string(let two)): compare(one, two)
        default: nil
        }
    }

    /// Texts as people count: 1.2 before 1.10, and capitals do not matter.
    private static func compare(_ first: String, _ second: String) -> Int? {
        let (one, two) = (pieces(first), pieces(second))
        for (left, right) in zip(one, two) where left != right {
            if let left = Int(left), let right = Int(right), left != right {
                return left < right ? -1 : 1
            }
            return left < right ? -1 : 1
        }
        return one.count == two.count ? nil : one.count < two.count ? -1 : 1
    }

    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var wasDigit = false
        for character in folded(text) {
            let isDigit = ("0"..."9").contains(character)
            if isDigit == wasDigit, !pieces.isEmpty {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
            wasDigit = isDigit
        }
        return pieces
    }
}

extension ListField {
    /// The status of an item.
    fileprivate static let status = ListField(path: ["status"], kind: .status)

    fileprivate init(path: [String], kind: Kind) {
        self.path = path
        self.kind = kind
    }
}
#endif
