// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Days and lengths of time in JSON.

extension JSONFieldType where Value == CivilDate {
    /// A day, written as `2026-10-31`.
    public static var date: Self {
        JSONFieldType<String>.text.checked("a day such as 2026-10-31") { CivilDate(iso: $0) }
    }
}

extension JSONObject {
    package func date(_ key: String) -> CivilDate? { text(key).flatMap { CivilDate(iso: $0) } }
}

extension JSONValue {
    package static func date(_ date: CivilDate?) -> JSONValue {
        date.map { .string($0.description) } ?? .null
    }

    /// Days in their order, or null when there are none.
    package static func dates(_ dates: Set<CivilDate>) -> JSONValue {
        dates.isEmpty ? .null : .array(dates.sorted().map { JSONValue.date($0) })
    }
}

extension JSONFieldType where Value == Period {
    /// A length of time in calendar units, such as `8 weeks`.
    package static var period: Self {
        JSONFieldType<String>.text.checked("a length of time such as “8 weeks”") { words in
            guard case .period(let period)? = ReminderInterval(words: words), period.count > 0
            else { return nil }
            return period
        }
    }
}

extension JSONFieldType where Value == ReminderInterval {
    package static var reminderInterval: Self {
        Self("a length of time") { (node, place) throws(JSONError) in
            let words = try JSONFieldType<String>.text.read(node, place)
            guard let interval = ReminderInterval(words: words) else {
                throw place.error(
                    "“\(JSONReader.shown(words))” is not a length of time. Write a whole number up "
                        + "to \(ReminderInterval.greatestCount) and days, working days, weeks, "
                        + "months, quarters or years, such as \"30 days\".",
                    at: node
                )
            }
            return interval
        }
    }
}

extension JSONFieldType where Value == [String] {
    /// One text, or a list of texts that is not empty.
    package static var recipients: Self {
        Self("a text or a list of texts") { (node, place) throws(JSONError) in
            var names: [String] = []
            if case .string(let name) = node.content {
                names = [name]
            } else {
                names = try Self.list(of: .text).read(node, place)
            }
            guard !names.isEmpty, names.allSatisfy({ !$0.comparisonKey.isEmpty }) else {
                throw place.error(
                    "nobody is named. Write \"lead\", or the words for a role.",
                    at: node
                )
            }
            return names
        }
    }
}
