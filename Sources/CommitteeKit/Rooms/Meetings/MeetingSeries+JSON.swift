// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension MeetingSeries {
    /// Reads a series from its JSON form, as a person writes it or an entry carries it.
    ///
    /// ```json
    /// {
    ///   "body": "cog", "name": "Chief Officers' Group",
    ///   "every": "1 quarter", "from": "2026-03-12",
    ///   "cancelled": ["2026-06-12"],
    ///   "moved": [{ "from": "2026-12-12", "to": "2026-12-10" }],
    ///   "added": ["2026-10-01"]
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - json: The series.
    ///   - source: The name to use in errors, such as a file name.
    /// - Throws: `JSONError` with the line when the JSON is not a series.
    /// - Complexity: O(*n* log *n*) in the number of exceptions.
    public init(json: JSONNode, source: String) throws(JSONError) {
        let fields = try JSONFields(
            json,
            in: source,
            known: [
                "body", "name", "every", "from", "until", "orAsRequired", "cancelled", "moved",
                "added",
            ]
        )
        let moves = try fields.optional("moved", as: .list(of: .move)) ?? []
        var moved: [CivilDate: CivilDate] = [:]
        for move in moves {
            guard moved.updateValue(move.to, forKey: move.from) == nil else {
                throw fields.error("\(move.from) is moved twice. Keep one of the two.", at: "moved")
            }
        }
        let body = try fields.required("body", as: .name)
        let every = try fields.required("every", as: .period)
        let from = try fields.required("from", as: .date)
        let until = try fields.optional("until", as: .date)
        let orAsRequired = try fields.optional("orAsRequired", as: .bool) ?? false
        let cancelled = try fields.optional("cancelled", as: .list(of: .date)) ?? []
        let added = try fields.optional("added", as: .list(of: .date)) ?? []
        do throws(CalendarError) {
            cadence = try Cadence(
                every: every,
                from: from,
                until: until,
                orAsRequired: orAsRequired,
                cancelled: Set(cancelled),
                moved: moved,
                added: Set(added)
            )
        } catch {
            throw fields.error(error.message, at: "every")
        }
        self.body = body
        name = try fields.optional("name", as: .name) ?? body
    }

    /// The JSON form of the series, which reads back to an equal value.
    public var json: JSONValue {
        .object(
            JSONObject(compact: [
                "body": .string(body), "name": .string(name),
                "every": .string(cadence.step.description), "from": .date(cadence.anchor),
                "until": .date(cadence.until),
                "orAsRequired": cadence.orAsRequired ? true : .null,
                "cancelled": .dates(cadence.cancelled), "moved": moves,
                "added": .dates(cadence.added),
            ])
        )
    }

    private var moves: JSONValue {
        let moves = cadence.moved.sorted { $0.key < $1.key }
        guard !moves.isEmpty else { return .null }
        return .array(moves.map { ["from": .date($0.key), "to": .date($0.value)] })
    }
}

private struct MovedDay {
    var from: CivilDate
    var to: CivilDate
}

extension JSONFieldType where Value == MovedDay {
    fileprivate static var move: Self {
        .object(known: ["from", "to"]) { (fields) throws(JSONError) in
            MovedDay(
                from: try fields.required("from", as: .date),
                to: try fields.required("to", as: .date)
            )
        }
    }
}
