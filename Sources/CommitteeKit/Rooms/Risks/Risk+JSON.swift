// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Risk {
    /// The JSON form of the risk, as its register has it.
    ///
    /// What is empty is left out.
    public var json: JSONValue { .object(RiskPlace.shape.write(RiskPlace(self))) }
}

extension RiskPlace {
    /// A risk as its register has it: its state, all that the table declares, and its history.
    fileprivate static let shape: Shape<RiskPlace> = {
        var declared = Risk.table.jsonMembers
        // The day of the last review has always stood after the interval of reviews.
        if let last = declared.firstIndex(where: { $0.name == "lastReviewed" }),
            let interval = declared.firstIndex(where: { $0.name == "reviewInterval" })
        {
            declared.swapAt(last, interval)
        }
        return Shape(
            RiskPlace(Risk(id: "", cause: "", event: "", effect: "")),
            [
                .required("id", \.risk.id, .text),
                .given("state", \.risk.state, .open, unless: .active),
            ] + declared + [.list("history", \.risk.history, RiskHistoryEvent.shape.form)]
        )
    }()
}

extension RiskAssessment.Levels {
    /// The levels by a scale that is pinned.
    static let shape = Shape(
        Self(scale: .unpinned, likelihood: "", impact: ""),
        [
            .required("scale", \.scale.scaleID, .text),
            .required("version", \.scale.version, .integer),
            .level("likelihood", \.likelihood), .level("impact", \.impact), .unknownLevels,
            .optional("date", \.date, .date),
            .optional("override", \.override, RiskAssessment.Override.shape.form),
            .optional("stated", \.stated, RiskAssessment.Stated.shape.form),
        ]
    )

    /// The levels as a risk and an entry have them.
    var json: JSONObject {
        var members = Self.shape.write(self)
        if scale.isUnpinned { (members["scale"], members["version"]) = (nil, nil) }
        return members
    }
}

extension JSONMember where Subject == RiskAssessment.Levels {
    /// A level, which must be there unless the assessment says that its levels are unknown.
    fileprivate static func level(
        _ name: String,
        _ path: any WritableKeyPath<Subject, String> & Sendable
    ) -> Self {
        JSONMember(
            name,
            read: { (fields, levels) throws(JSONError) in
                levels[keyPath: path] = try RiskAssessment.Levels.level(
                    name,
                    fields,
                    as: .text
                )
            },
            value: { all, place in
                let level = all[place][keyPath: path]
                return level.isEmpty && all[place].stated != nil ? .null : .string(level)
            }
        )
    }

    /// That a level is unknown, said so that nobody takes its absence for an oversight.
    fileprivate static var unknownLevels: Self {
        JSONMember(
            RiskAssessment.Levels.unknown,
            read: { (fields, levels) throws(JSONError) in
                guard fields.has(RiskAssessment.Levels.unknown) else { return }
                _ = try fields.required(RiskAssessment.Levels.unknown, as: .yes)
            },
            value: { all, place in
                all[place].areKnown || all[place].stated == nil ? .null : true
            }
        )
    }
}

extension RiskAssessment.Levels {
    /// The member that says that a level is unknown.
    static let unknown = "levelsUnknown"

    /// Reads a level; it may be missing only where the assessment says that levels are unknown and
    /// gives a score.
    static func level(
        _ name: String,
        _ fields: JSONFields,
        as type: JSONFieldType<String> = .name
    ) throws(JSONError) -> String {
        guard fields.has(unknown), !fields.has(name) else {
            return try fields.required(name, as: type)
        }
        guard fields.has("stated") else {
            throw fields.error(
                "where levels are unknown, the score is “stated”. Add it.",
                at: unknown
            )
        }
        return ""
    }
}

extension RiskAssessment.Stated {
    static let shape = Shape(
        Self(),
        [.optional("score", \.value, .integer), .optional("band", \.bandID, .name)]
    ) { (fields, stated) throws(JSONError) in
        guard stated.value == nil, stated.bandID == nil else { return }
        throw fields.error("a stated score has a “score” or a “band”. Add one of them.")
    }
}

extension RiskAssessment.Override {
    static let shape = Shape(
        Self(reason: ""),
        [
            .optional("score", \.value, .integer), .optional("band", \.bandID, .text),
            .required("reason", \.reason, .name),
        ]
    ) { (fields, override) throws(JSONError) in
        guard override.value == nil, override.bandID == nil else { return }
        throw fields.error("an override gives a “score” or a “band”. Add one of them.")
    }
}

extension Risk.Control {
    static let shape = Shape(
        Self(words: "", kind: nil),
        [
            .words("id", \.id), .required("words", \.words, .text),
            .optional("kind", \.kind, .word),
            .words("effectiveness", \.effectiveness), .optional("weight", \.weight, .integer),
            .optional("owner", \.ownerRoleID, .text),
            .optional("evidenceDue", \.evidenceDue, .date),
            .optional("evidenceSeen", \.evidenceSeen, .date), .words("evidence", \.evidence),
        ]
    )
}

extension Risk.Acceptance {
    static let shape = Shape(
        Self(by: "", on: .earliest, until: nil, score: .notAssessed),
        [
            .required("by", \.by, .text), .required("on", \.on, .date),
            .optional("until", \.until, .date), .words("conditions", \.conditions),
            .given("score", \.score, .riskAssessment, unless: .notAssessed),
            .optional("lapsedOn", \.lapsedOn, .date), .words("lapseReason", \.lapseReason),
        ]
    )
}

extension Risk.Link {
    static let shape = Shape(
        Self(.action, ""),
        [.required("kind", \.kind, .word), .required("id", \.id, .name)]
    )
}

extension RiskHistoryEvent {
    fileprivate static let shape = Shape(
        Self(kind: "", on: .earliest, by: "", register: ""),
        [
            .required("kind", \.kind, .open), .required("on", \.on, .date),
            .required("by", \.by, .text),
            .required("register", \.register, .text), .optional("reason", \.reason, .text),
            .given("payload", \.payload, JSONForm(.value) { $0 }, unless: [:]),
        ]
    )
}

extension JSONForm where Value: RawRepresentable, Value.RawValue == String {
    /// One of the words of an open set.
    static var open: Self {
        Self(JSONFieldType<String>.text.checked("a text") { Value(rawValue: $0) }) {
            .string($0.rawValue)
        }
    }
}

extension JSONForm where Value == RiskAssessment {
    /// The levels of an assessment; what is not assessed is left out.
    static var riskAssessment: Self {
        let levels = RiskAssessment.Levels.shape.type
        return Self(levels.checked(levels.expected) { .assessed($0) }) {
            $0.levels.map { .object($0.json) } ?? .null
        }
    }
}

extension JSONForm where Value == Risk.TargetDate {
    static var riskTargetDate: Self {
        Self(
            JSONFieldType<String>.text.checked("a day such as 2026-10-31, or “accept”") { text in
                text == "accept" ? .accept : CivilDate(iso: text).map(Risk.TargetDate.by)
            }
        ) { date in
            if case .by(let day) = date { .date(day) } else { "accept" }
        }
    }
}

extension JSONForm where Value == Risk {
    static var risk: Self {
        let type = RiskPlace.shape.type
        return Self(type.checked(type.expected) { $0.risk }, \.json)
    }
}
