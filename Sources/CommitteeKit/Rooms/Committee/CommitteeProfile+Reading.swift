// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// How the parts of a profile are read from their JSON form.

extension JSONFieldType where Value == Body {
    static var body: Self {
        .object(known: ["id", "name", "abbreviation", "kind", "aliases", "councils"]) {
            (fields) throws(JSONError) in
            Body(
                id: try fields.required("id", as: .text),
                name: try fields.required("name", as: .text),
                abbreviation: try fields.optional("abbreviation", as: .text),
                kind: Body.Kind(try fields.required("kind", as: .text)),
                aliases: try fields.texts("aliases"),
                councils: Set(try fields.texts("councils"))
            )
        }
    }
}

extension JSONFieldType where Value == Role {
    static var role: Self {
        .object(known: ["id", "title", "aliases", "body", "holder"]) {
            (fields) throws(JSONError) in
            Role(
                id: try fields.required("id", as: .text),
                title: try fields.required("title", as: .text),
                aliases: try fields.texts("aliases"),
                bodyID: try fields.optional("body", as: .text),
                holderID: try fields.optional("holder", as: .text)
            )
        }
    }
}

extension JSONFieldType where Value == Member {
    static var member: Self {
        .object(known: ["body", "role", "agency", "from", "until", "substitute", "votes"]) {
            (fields) throws(JSONError) in
            Member(
                bodyID: try fields.required("body", as: .text),
                roleID: try fields.required("role", as: .text),
                agencyID: try fields.optional("agency", as: .text),
                term: try fields.span(),
                substituteRoleID: try fields.optional("substitute", as: .text),
                isVoting: try fields.optional("votes", as: .bool) ?? true
            )
        }
    }
}

extension JSONFieldType where Value == Function {
    static var function: Self {
        .object(known: ["id", "title", "words", "source"]) { (fields) throws(JSONError) in
            Function(
                id: try fields.required("id", as: .text),
                title: try fields.required("title", as: .text),
                words: try fields.optional("words", as: .text) ?? "",
                source: try fields.optional("source", as: .citation)
            )
        }
    }
}

extension JSONFieldType where Value == Citation {
    static var citation: Self {
        .object(known: ["title", "edition"]) { (fields) throws(JSONError) in
            Citation(
                title: try fields.required("title", as: .text),
                edition: try fields.optional("edition", as: .text) ?? ""
            )
        }
    }
}

extension JSONFieldType where Value == Remit {
    static var remit: Self {
        .object(known: ["purpose", "tasks", "decides", "agreed", "agreedBy"]) {
            (fields) throws(JSONError) in
            Remit(
                purpose: try fields.required("purpose", as: .text),
                tasks: try fields.texts("tasks"),
                decides: try fields.texts("decides"),
                agreed: try fields.optional("agreed", as: .date),
                agreedByBodyID: try fields.optional("agreedBy", as: .text)
            )
        }
    }
}

extension JSONFieldType where Value == ReportingLine {
    static var reportingLine: Self {
        .object(known: ["from", "to", "what", "timescale", "cadence", "source"]) {
            (fields) throws(JSONError) in
            ReportingLine(
                fromBodyID: try fields.required("from", as: .text),
                toBodyID: try fields.required("to", as: .text),
                what: try fields.required("what", as: .text),
                timescale: try fields.optional("timescale", as: .text) ?? "",
                cadence: try fields.optional("cadence", as: .text) ?? "",
                source: try fields.optional("source", as: .citation)
            )
        }
    }
}

extension JSONFieldType where Value == MeetingRule {
    static var meetingRule: Self {
        .object(known: ["words", "fewestInTwelveMonths", "publishesMinutes"]) {
            (fields) throws(JSONError) in
            MeetingRule(
                words: try fields.required("words", as: .text),
                fewestInTwelveMonths: try fields.optional("fewestInTwelveMonths", as: .integer),
                publishesMinutes: try fields.optional("publishesMinutes", as: .bool) ?? false
            )
        }
    }
}

extension JSONFields {
    /// The texts of a list, empty when it is missing.
    func texts(_ name: String) throws(JSONError) -> [String] {
        try optional(name, as: .list(of: .text)) ?? []
    }

    /// The span from the day under `from` to the day under `until`, open where one is missing.
    func span() throws(JSONError) -> CivilSpan {
        let from = try optional("from", as: .date)
        let until = try optional("until", as: .date)
        guard let span = CivilSpan(from: from, until: until) else {
            throw error(
                "“until” lies before “from”. Write the earlier day under “from”.",
                at: "until"
            )
        }
        return span
    }
}
