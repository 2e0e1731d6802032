// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The form in which the parts of a plan are kept in entries and exported. Prose is kept as markup,
// which reads back to an equal value.

extension PlanOutline {
    var json: JSONObject {
        JSONObject(compact: [
            "title": .string(title), "from": .date(period.from), "until": .date(period.until),
            "levels": .array(
                levels.map { ["singular": .string($0.singular), "plural": .string($0.plural)] }
            ),
            "layout": .string(optional: layout), "scheme": .string(optional: scheme),
            "counting": .object(counting.json),
            "inherits": inherits.isEmpty ? .null : .array(inherits.map(JSONValue.string)),
        ])
    }

    init?(json: JSONObject) {
        guard let title = json.text("title"),
            let period = CivilSpan(from: json.date("from"), until: json.date("until"))
        else { return nil }
        let levels = json.list("levels") { members in
            members.text("singular").map { LevelName($0, plural: members.text("plural")) }
        }
        let rules = json["counting"]?.members ?? JSONObject()
        self.init(
            title: title,
            period: period,
            levels: levels,
            layout: json.text("layout"),
            scheme: json.text("scheme"),
            counting: CountingRules(json: rules)
        )
        inherits = json.texts("inherits")
    }
}

extension PlanText {
    var json: JSONValue {
        .object(
            JSONObject(compact: [
                "place": .string(place.rawValue), "heading": .integer(optional: headingLevel),
                "text": .string(text.markup),
            ])
        )
    }

    init?(json: JSONObject) {
        guard let place = json.text("place").flatMap(Place.init) else { return nil }
        self.init(
            place: place,
            headingLevel: json.number("heading"),
            text: json["text"]?.isNull == true ? .erased : json.prose("text")
        )
    }
}

extension KeyWording {
    var json: JSONValue { ["letter": .string(letter), "wording": .string(wording.markup)] }

    init?(json: JSONObject) {
        guard let letter = json.text("letter") else { return nil }
        self.init(letter: letter, wording: json.prose("wording"))
    }
}

extension PlanFootnote {
    var json: JSONValue { ["mark": .string(mark), "text": .string(text.markup)] }

    init?(json: JSONObject) {
        guard let mark = json.text("mark") else { return nil }
        self.init(mark: mark, text: json.prose("text"))
    }
}

extension StatedFact {
    var json: JSONValue { ["name": .string(name), "words": .string(words)] }

    init?(json: JSONObject) {
        guard let name = json.text("name"), let words = json.text("words") else { return nil }
        self.init(name: name, words: words)
    }
}

extension PlanAlignment {
    var json: JSONValue {
        .object(JSONObject(compact: ["title": .string(title), "link": .string(optional: link)]))
    }

    init?(json: JSONObject) {
        guard let title = json.text("title") else { return nil }
        self.init(title: title, link: json.text("link"))
    }
}

extension ProgressCheck {
    var json: JSONObject {
        JSONObject(compact: [
            "date": .date(date), "words": .string(words), "name": .string(name),
            "total": .integer(optional: total), "completed": .integer(optional: completed),
            "added": .integer(optional: added), "ongoing": .integer(optional: ongoing),
            "figures": figures.isEmpty ? .null : figuresJSON,
        ])
    }

    var figuresJSON: JSONValue {
        .object(
            JSONObject(figures.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
        )
    }

    init?(json: JSONObject) {
        guard let words = json.text("words") else { return nil }
        self.init(
            date: json.date("date"),
            words: words,
            name: json.text("name") ?? "",
            total: json.number("total"),
            completed: json.number("completed"),
            added: json.number("added"),
            ongoing: json.number("ongoing"),
            isStated: true
        )
        for member in json["figures"]?.members ?? JSONObject() {
            figures[member.key] = member.value.text
        }
    }
}

extension Publication {
    var json: JSONObject {
        JSONObject(compact: [
            "issue": .integer(issue), "mediaType": .string(optional: mediaType),
            "hash": .string(optional: hash), "byteCount": .integer(optional: byteCount),
            "asOf": .date(asOf), "audience": .string(optional: audience?.rawValue),
            "report": .string(optional: report),
            "head": head.map(Self.json(of:)) ?? .null,
        ])
    }

    private static func json(of head: Head) -> JSONValue {
        .object(["entries": .integer(head.entries), "lastHash": .string(head.lastHash)])
    }

    init?(json: JSONObject) {
        guard let issue = json.number("issue") else { return nil }
        self.init(
            issue: issue,
            mediaType: json.text("mediaType"),
            hash: json.text("hash"),
            byteCount: json.number("byteCount"),
            asOf: json.date("asOf"),
            audience: json.text("audience").flatMap(Audience.init),
            report: json.text("report"),
            head: json["head"]?.members.flatMap { head in
                guard let entries = head.number("entries"), let hash = head.text("lastHash") else {
                    return nil
                }
                return Head(entries: entries, lastHash: hash)
            }
        )
    }
}

extension ItemOutline {
    var json: JSONObject {
        JSONObject(compact: [
            "list": .string(list.rawValue), "level": .integer(level),
            "parent": .string(optional: parent), "after": .string(optional: after),
            "number": .string(optional: number), "text": .string(text.markup),
        ])
    }

    init?(json: JSONObject) {
        guard let list = json.text("list").flatMap(PlanList.init), let level = json.number("level")
        else { return nil }
        self.init(
            list: list,
            level: level,
            parent: json.text("parent"),
            after: json.text("after"),
            number: json.text("number"),
            text: json.prose("text")
        )
    }
}

extension Leads {
    var json: JSONObject {
        ["words": .string(words.markup), "names": .array(names.map(JSONValue.string))]
    }
}
