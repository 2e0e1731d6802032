// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// How what is said of a meeting stands in JSON: in entries, in files of changes and in exports.

extension MeetingCall {
    static let shape = Shape(
        MeetingCall(bodyName: ""),
        [
            .required("name", \.bodyName, .name), .optional("start", \.start, .time),
            .optional("end", \.end, .time), .words("place", \.place),
            .given("mode", \.mode, .word, unless: .inPerson), .words("chair", \.chair),
            .given("extraordinary", \.isExtraordinary, .bool, unless: false),
            .given("developmentDay", \.isDevelopmentDay, .bool, unless: false),
            .optional("quorum", \.quorum, .integer),
        ]
    ) { (fields, call) throws(JSONError) in
        if let start = call.start, let end = call.end, end <= start {
            throw fields.error("It ends at \(end), which is not after \(start).", at: "end")
        }
        if call.start == nil, call.end != nil {
            throw fields.error("It has an end without a start. Say when it begins.", at: "end")
        }
        if let quorum = call.quorum, quorum < 1 {
            throw fields.error("A quorum is at least 1, and this one is \(quorum).", at: "quorum")
        }
    }
}

extension MeetingMove {
    static let shape = Shape(
        MeetingMove(to: .earliest),
        [
            .required("to", \.to, .date), .optional("start", \.start, .time),
            .optional("end", \.end, .time), .optional("place", \.place, .text),
        ]
    )
}

extension AgendaItem {
    static let shape = Shape(
        AgendaItem("", ""),
        [
            .required("number", \.number, .name), .required("title", \.title, .text),
            JSONMember(
                "for",
                read: { (fields, item) throws(JSONError) in
                    item.purpose = try fields.optional("for", as: .word())
                },
                value: { .string(optional: $0[$1].purpose?.rawValue) }
            ),
            .optional("minutes", \.minutes, .integer), .words("owner", \.owner),
            .given("paper", \.hasPaper, .bool, unless: false),
            .optional("paperDue", \.paperDue, .date),
            .optional("carriedFrom", \.carriedFrom, .name), .words("why", \.privateReason),
        ]
    )
}

extension AgendaSetting {
    static let shape = Shape(
        AgendaSetting(items: []),
        [.list("items", \.items, AgendaItem.shape.form)]
    )
}

extension SeatAttendance {
    static let shape = Shape(
        SeatAttendance("", name: ""),
        [
            .required("seat", \.seat, .name), .required("name", \.name, .name),
            .optional("agency", \.agency, .name), .required("mark", \.mark, .word),
            .optional("from", \.from, .time), .optional("until", \.until, .time),
            .given("part", \.cameInPart, .bool, unless: false),
            .optional("substitute", \.substitute, .name),
        ]
    )
}

extension MeetingAttendance {
    static let shape = Shape(
        MeetingAttendance(seats: []),
        [
            .list("seats", \.seats, SeatAttendance.shape.form),
            .list("inAttendance", \.inAttendance, .name),
        ]
    )
}

extension DeclaredInterest {
    static let shape = Shape(
        DeclaredInterest(seat: "", name: "", item: "", withdrew: false),
        [
            .required("seat", \.seat, .name), .required("name", \.name, .name),
            .required("item", \.item, .name), .required("withdrew", \.withdrew, .bool),
        ]
    )
}

extension MinutedItem {
    static let shape = Shape(
        MinutedItem("", ""),
        [
            .required("number", \.number, .name), .required("title", \.title, .text),
            .given("text", \.text, .minuted, unless: Prose()),
        ]
    )
}

extension MinutedDecision {
    static let shape = Shape(
        MinutedDecision("", item: "", Prose()),
        [
            .required("code", \.code, .name), .required("item", \.item, .name),
            .required("text", \.text, .minuted), .optional("reviewBy", \.reviewBy, .date),
            .list("links", \.links, .link),
        ]
    )
}

extension MinutedAction {
    static let shape = Shape(
        MinutedAction("", item: "", Prose()),
        [
            .required("code", \.code, .name), .required("item", \.item, .name),
            .required("text", \.text, .minuted), .words("owner", \.owner),
            .optional("due", \.dueAtFirst, .date), .list("links", \.links, .link),
        ]
    )
}

extension Minute {
    static let shape = Shape(
        Minute(),
        [
            .list("items", \.items, MinutedItem.shape.form),
            .list("decisions", \.decisions, MinutedDecision.shape.form),
            .list("actions", \.actions, MinutedAction.shape.form),
        ]
    )
}

extension MinuteCorrection {
    static let shape = Shape(
        MinuteCorrection(item: "", text: Prose(), at: ""),
        [
            .required("item", \.item, .name), .required("text", \.text, .minuted),
            .required("at", \.at, .meeting),
        ]
    )
}

extension MeetingApproval {
    static let shape = Shape(MeetingApproval(at: ""), [.required("at", \.at, .meeting)])
}

extension ActionExtension {
    static let shape = Shape(
        ActionExtension("", until: .earliest),
        [.required("code", \.code, .name), .required("until", \.until, .date)]
    )
}

extension DecisionTaking {
    static let shape = Shape(
        DecisionTaking(Prose()),
        [
            .required("text", \.text, .minuted), .words("how", \.how),
            .optional("reviewBy", \.reviewBy, .date), .list("links", \.links, .link),
        ]
    )
}

extension JSONForm where Value == Prose {
    /// Rich text, as light markup.
    fileprivate static var minuted: Self { Self(.prose) { .string($0.markup) } }
}

extension JSONForm where Value == String {
    /// A meeting as people write it, perhaps with an item behind `#`.
    fileprivate static var meeting: Self {
        Self(
            JSONFieldType<String>.text.checked("a meeting such as cpc/2023-12-05") {
                Meeting.parts(of: $0) == nil ? nil : $0
            }
        ) { .string($0) }
    }
}

extension JSONForm where Value == SubjectReference {
    /// A subject as one text, such as `risk/R4`.
    static var link: Self {
        Self(
            JSONFieldType<String>.text.checked("a subject such as risk/R4") { text in
                guard let slash = text.firstIndex(of: "/"), slash > text.startIndex,
                    text.index(after: slash) < text.endIndex
                else { return nil }
                return SubjectReference(
                    kind: SubjectKind(String(text[..<slash])),
                    id: String(text[text.index(after: slash)...])
                )
            }
        ) { .string("\($0.kind.rawValue)/\($0.id)") }
    }
}
