// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Timescale {
    /// The timescale of an empty cell.
    public static var none: Timescale { Timescale(words: "", reading: .none) }

    /// The remark beside a deadline, when there is one.
    public var qualifier: String? {
        if case .by(_, let qualifier) = reading { return qualifier }
        return nil
    }

    package var json: JSONObject {
        var members = JSONObject(compact: [
            "words": .string(words), "kind": .string(kind),
            "confidence": .string(confidence.rawValue),
            "doubt": .string(optional: doubt),
        ])
        // Only where there is one: what was recorded before has none.
        if !revisedFrom.isEmpty {
            members["revisedFrom"] = .array(revisedFrom.map { .date($0) })
        }
        switch reading {
        case .none, .ongoing, .onDemand, .asAbove, .accept, .unread: break
        case .by(let date, let qualifier):
            members["due"] = .date(date)
            members["qualifier"] = qualifier.map(JSONValue.string)
        case .on(let date): members["due"] = .date(date)
        case .span(let span, let isOngoing):
            members["span"] = .object(span.json)
            members["ongoing"] = .bool(isOngoing)
        case .recurring(let recurrence): members["recurrence"] = .object(recurrence.json)
        case .relativeToMeeting(let meeting):
            members["bodies"] = .array(meeting.bodies.map(JSONValue.string))
            members["moment"] = .string(meeting.moment.rawValue)
            members["recurrence"] = meeting.recurrence.map { .object($0.json) }
        case .document(let text), .stateWord(let text), .condition(let text):
            members["text"] = .string(text)
        case .milestones(let parts):
            members["milestones"] = .array(parts.map { .object($0.json) })
        case .within(let period): members["period"] = .object(period.json)
        case .dayWithoutYear(let month, let day):
            members["month"] = .integer(month)
            members["day"] = .integer(day)
        }
        return members
    }

    package init?(json: JSONObject) {
        guard let words = json.text("words"), let kind = json.text("kind") else { return nil }
        self.init(
            words: words,
            reading: Self.reading(kind, json) ?? .unread,
            confidence: json.text("confidence").flatMap(Confidence.init) ?? .exact,
            doubt: json.text("doubt"),
            revisedFrom: json.texts("revisedFrom").compactMap { CivilDate(iso: $0) }
        )
    }

    private static func reading(_ kind: String, _ json: JSONObject) -> Reading? {
        switch kind {
        case "none": .some(Reading.none)
        case "ongoing": .ongoing
        case "on-demand": .onDemand
        case "as-above": .asAbove
        case "accept": .accept
        case "by-date": json.date("due").map { .by($0, qualifier: json.text("qualifier")) }
        case "on-date": json.date("due").map(Reading.on)
        case "span":
            json["span"]?.members.flatMap(CivilSpan.init(json:))
                .map { .span($0, isOngoing: json["ongoing"]?.truth ?? false) }
        case "recurring":
            json["recurrence"]?.members.flatMap(Recurrence.init(json:)).map(Reading.recurring)
        case "relative-to-meeting":
            json.text("moment").flatMap(MeetingReference.Moment.init).map { moment in
                .relativeToMeeting(
                    MeetingReference(
                        bodies: json.texts("bodies"),
                        moment: moment,
                        recurrence: json["recurrence"]?.members.flatMap(Recurrence.init(json:))
                    )
                )
            }
        case "document": json.text("text").map(Reading.document)
        case "state-word": json.text("text").map(Reading.stateWord)
        case "condition": json.text("text").map(Reading.condition)
        case "milestones": .milestones(json.list("milestones", Timescale.init(json:)))
        case "horizon": json["period"]?.members.flatMap(Period.init(json:)).map(Reading.within)
        case "day-without-year":
            json.number("month").flatMap { month in
                json.number("day").map { .dayWithoutYear(month: month, day: $0) }
            }
        default: nil
        }
    }
}

extension CivilSpan {
    var json: JSONObject { JSONObject(compact: ["from": .date(from), "until": .date(until)]) }

    init?(json: JSONObject) { self.init(from: json.date("from"), until: json.date("until")) }
}

extension Period {
    var json: JSONObject { ["count": .integer(count), "unit": .string(unit.rawValue)] }

    init?(json: JSONObject) {
        guard let count = json.number("count"), let unit = json.text("unit").flatMap(Unit.init)
        else { return nil }
        self.init(count, unit)
    }
}

extension Recurrence {
    var json: JSONObject {
        JSONObject(compact: [
            "every": .object(every.json), "count": .integer(count), "what": .string(optional: what),
            "orAsRequired": .bool(orAsRequired), "during": during.map { .object($0.json) } ?? .null,
        ])
    }

    init?(json: JSONObject) {
        guard let every = json["every"]?.members.flatMap(Period.init(json:)) else { return nil }
        self.init(
            every: every,
            count: json.number("count") ?? 1,
            what: json.text("what"),
            orAsRequired: json["orAsRequired"]?.truth ?? false,
            during: json["during"]?.members.flatMap(CivilSpan.init(json:))
        )
    }
}
