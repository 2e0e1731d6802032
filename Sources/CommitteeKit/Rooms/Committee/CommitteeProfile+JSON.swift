// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension CommitteeProfile {
    /// Reads a profile from its JSON form, as a person writes it or an entry carries it.
    ///
    /// Names that are not known here are errors, and so is a value of the wrong kind.
    ///
    /// ```swift
    /// let node = try JSONReader.read(bytes, source: "committee.json")
    /// let profile = try CommitteeProfile(json: node, source: "committee.json")
    /// profile.danglingIDs()  // []
    /// ```
    ///
    /// - Parameters:
    ///   - json: The profile.
    ///   - source: The name to use in errors, such as a file name.
    /// - Throws: `JSONError` with the line when the JSON is not a profile.
    /// - Complexity: O(*n*) in the size of the profile.
    public init(json: JSONNode, source: String) throws(JSONError) {
        self = try Self.shape.type.read(json, JSONPlace(source: source))
    }

    /// The JSON form of the profile, which reads back to an equal value.
    ///
    /// What is empty is left out.
    public var json: JSONValue { .object(Self.shape.write(self)) }

    static let shape = Shape(
        Self(body: Body(id: "", name: "", kind: "")),
        [
            .required("body", \.body, Body.shape.form),
            .list("bodies", \.bodies, Body.shape.form), .list("roles", \.roles, Role.shape.form),
            .list("members", \.members, Member.shape.form),
            .list("functions", \.functions, Function.shape.form),
            .optional("remit", \.remit, Remit.shape.form),
            .list("workingGroups", \.workingGroups, WorkingGroup.shape.form),
            .list("reportingLines", \.reportingLines, ReportingLine.shape.form),
            .optional("meetingRule", \.meetingRule, MeetingRule.shape.form),
        ]
    )
}

extension Body {
    static let shape = Shape(
        Self(id: "", name: "", kind: ""),
        [
            .required("id", \.id, .text), .required("name", \.name, .text),
            .optional("abbreviation", \.abbreviation, .text),
            .required("kind", \.kind.name, .text), .list("aliases", \.aliases, .text),
            .list("councils", \.councilsInOrder, .text),
            .optional("quorum", \.quorum, .integer),
        ]
    )

    private var councilsInOrder: [String] {
        get { councils.sorted() }
        set { councils = Set(newValue) }
    }
}

extension Role {
    static let shape = Shape(
        Self(id: "", title: ""),
        [
            .required("id", \.id, .text), .required("title", \.title, .text),
            .list("aliases", \.aliases, .text), .optional("body", \.bodyID, .text),
            .optional("holder", \.holderID, .text),
        ]
    )
}

extension Member {
    static let shape = Shape(
        Self(bodyID: "", roleID: ""),
        [
            .optional("seat", \.givenID, .text),
            .required("body", \.bodyID, .text), .required("role", \.roleID, .text),
            .optional("title", \.title, .text), .list("aliases", \.titleAliases, .text),
            .optional("agency", \.agencyID, .text),
        ] + CivilSpan.members(at: \Member.term) + [
            .optional("substitute", \.substituteRoleID, .text),
            .list("substitutes", \.furtherSubstitutes, .text),
            .given("core", \.isCore, .bool, unless: false),
            .given("votes", \.isVoting, .bool, unless: true),
            .optional("ended", \.ended, .date),
            .list("terms", \.fullTerms, Term.shape.form),
        ]
    )

    /// The substitutes, where there are more than the usual one.
    private var furtherSubstitutes: [String] {
        get { substitutes.count > 1 ? substitutes : [] }
        set { substitutes = newValue }
    }

    /// The terms, where they are more than one span of days.
    private var fullTerms: [Term] {
        get {
            let isPlain = terms.count < 2 && terms.allSatisfy { $0 == Term($0.span) }
            return isPlain ? [] : terms
        }
        set { terms = newValue }
    }
}

extension Member.Term {
    static let shape = Shape(
        Self(.always),
        CivilSpan.members(at: \Self.span) + [
            .optional("holder", \.holderID, .text), .optional("inducted", \.inducted, .date),
        ]
    )
}

extension Function {
    static let shape = Shape(
        Self(id: "", title: ""),
        [
            .required("id", \.id, .text), .required("title", \.title, .text),
            .words("words", \.words), .optional("source", \.source, Citation.shape.form),
        ]
    )
}

extension Citation {
    static let shape = Shape(
        Self(title: ""),
        [.required("title", \.title, .text), .words("edition", \.edition)]
    )
}

extension Remit {
    static let shape = Shape(
        Self(purpose: ""),
        [
            .required("purpose", \.purpose, .text), .list("tasks", \.tasks, .text),
            .list("decides", \.decides, .text), .optional("agreed", \.agreed, .date),
            .optional("agreedBy", \.agreedByBodyID, .text),
        ]
    )
}

extension WorkingGroup {
    static let shape = Shape(
        Self(id: "", name: ""),
        [
            .required("id", \.id, .text), .required("name", \.name, .text),
            .optional("abbreviation", \.abbreviation, .text), .list("aliases", \.aliases, .text),
            .optional(
                "shortLife",
                \.shortLife,
                Shape(.always, CivilSpan.members(at: \CivilSpan.self)).form
            ),
            .optional(
                "stands",
                \.standsIfSaid,
                Shape(.always, CivilSpan.members(at: \CivilSpan.self)).form
            ),
            .optional("remit", \.remit, Remit.shape.form), .optional("lead", \.leadRoleID, .text),
            .optional("reportsTo", \.reportsToBodyID, .text),
            .list("members", \.members, Member.shape.form),
        ]
    )

    private var standsIfSaid: CivilSpan? {
        get { stands == .always ? nil : stands }
        set { stands = newValue ?? .always }
    }

    private var shortLife: CivilSpan? {
        get { if case .short(let span) = life { span } else { nil } }
        set { life = newValue.map { .short($0) } ?? .standing }
    }
}

extension ReportingLine {
    static let shape = Shape(
        Self(fromBodyID: "", toBodyID: "", what: ""),
        [
            .required("from", \.fromBodyID, .text), .required("to", \.toBodyID, .text),
            .required("what", \.what, .text), .words("timescale", \.timescale),
            .words("cadence", \.cadence), .optional("source", \.source, Citation.shape.form),
        ]
    )
}

extension MeetingRule {
    static let shape = Shape(
        Self(words: ""),
        [
            .required("words", \.words, .text),
            .optional("fewestInTwelveMonths", \.fewestInTwelveMonths, .integer),
            .given("publishesMinutes", \.publishesMinutes, .bool, unless: false),
        ]
    )
}

extension CivilSpan {
    /// The day under `from` and the day under `until`, open where one is missing.
    static func members<Subject>(
        at path: any WritableKeyPath<Subject, CivilSpan> & Sendable
    ) -> [JSONMember<Subject>] {
        [
            JSONMember(
                "from",
                read: { (fields, subject) throws(JSONError) in
                    let from = try fields.optional("from", as: .date)
                    let until = try fields.optional("until", as: .date)
                    guard let span = CivilSpan(from: from, until: until) else {
                        throw fields.error(
                            "“until” lies before “from”. Write the earlier day under “from”.",
                            at: "until"
                        )
                    }
                    subject[keyPath: path] = span
                },
                value: { .date($0[$1][keyPath: path].from) }
            ),
            JSONMember("until") { .date($0[$1][keyPath: path].until) },
        ]
    }
}
