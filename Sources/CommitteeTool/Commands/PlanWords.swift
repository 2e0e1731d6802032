// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit

/// The tool's words for what plans consist of.
enum PlanWords {
    /// Returns a number with its noun.
    static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
        "\(number) \(number == 1 ? singular : plural)"
    }

    /// Returns the names of several people or posts, which may hold commas, kept apart.
    static func names(_ names: [String]) -> String {
        names.isEmpty ? "Nobody named" : names.joined(separator: "; ")
    }

    /// Returns how many items of each level and list a plan has.
    static func counts(of plan: Plan) -> String {
        let levels = plan.levels.enumerated().map { level, name in
            count(plan.items.count { $0.level == level }, name.singular, name.plural)
        }
        var parts = [levels.joined(separator: ", ")]
        if !plan.maintenance.isEmpty {
            parts.append(count(plan.maintenance.count, "maintenance item", "maintenance items"))
        }
        if !plan.backlog.isEmpty {
            parts.append(count(plan.backlog.count, "backlog item", "backlog items"))
        }
        for list in plan.lists {
            parts.append(count(list.items.count, "\(list.name) item", "\(list.name) items"))
        }
        return parts.joined(separator: "; ")
    }

    /// Returns a date for people.
    static func date(_ date: CivilDate) -> String { date.formatted("d MMMM yyyy") }

    /// Returns a span of days for people.
    static func span(_ span: CivilSpan) -> String {
        switch (span.from, span.until) {
        case (let from?, let until?): "\(date(from)) to \(date(until))"
        case (let from?, nil): "from \(date(from))"
        case (nil, let until?): "until \(date(until))"
        case (nil, nil): "not stated"
        }
    }

    /// Returns a figure, or a dash where none is given.
    static func figure(_ number: Int?) -> String { number.map(String.init) ?? "–" }

    /// Returns text filled up with spaces.
    static func padded(_ text: String, to width: Int, atEnd: Bool = true) -> String {
        let spaces = String(repeating: " ", count: max(0, width - text.count))
        return atEnd ? text + spaces : spaces + text
    }
}

extension JSONValue {
    /// A text, or null.
    init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

    /// A date as it is written in JSON, or null.
    init(_ date: CivilDate?) { self.init(date?.description) }

    /// A list of texts.
    init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }
}
#endif
