// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension WorkingCalendar {
    /// Reads the working days of a committee from their JSON form.
    ///
    /// The bank holidays of Scotland are meant unless `holidays` says `none`; the council adds the
    /// days of its own area and takes away those that it works on.
    ///
    /// ```json
    /// { "added": ["2026-06-15", "2026-10-05"], "removed": ["2026-08-03"] }
    /// ```
    ///
    /// - Parameters:
    ///   - json: The calendar.
    ///   - source: The name to use in errors, such as a file name.
    /// - Throws: ``JSONError`` with the line when the JSON is not a calendar.
    public init(json: JSONNode, source: String) throws(JSONError) {
        let fields = try JSONFields(
            json,
            in: source,
            known: ["holidays", "weekend", "added", "removed"]
        )
        let holidays = try fields.optional("holidays", as: .one(of: ["scotland", "none"]))
        let names = Weekday.allCases.map { $0.name.lowercased() }
        let weekend = try fields.optional("weekend", as: .list(of: .one(of: names)))
        guard Set(weekend ?? []).count < 7 else {
            throw fields.error("a week without a working day. Leave one out.", at: "weekend")
        }
        self.init(
            weekend: weekend.map { words in
                Set(Weekday.allCases.filter { words.contains($0.name.lowercased()) })
            } ?? Self.scotland.weekend,
            rules: holidays == "none" ? [] : HolidayRule.scotland,
            added: Set(try fields.optional("added", as: .list(of: .date)) ?? []),
            removed: Set(try fields.optional("removed", as: .list(of: .date)) ?? [])
        )
    }

    /// The JSON form, which reads back to an equal value when the holidays are Scotland's or none.
    package var json: JSONValue {
        let days = weekend.sorted { $0.rawValue < $1.rawValue }
        return .object(
            JSONObject(compact: [
                "holidays": .string(rules.isEmpty ? "none" : "scotland"),
                "weekend": .array(days.map { .string($0.name.lowercased()) }),
                "added": .dates(added), "removed": .dates(removed),
            ])
        )
    }
}
