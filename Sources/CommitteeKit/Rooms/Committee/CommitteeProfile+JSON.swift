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
        let fields = try JSONFields(
            json,
            in: source,
            known: [
                "body", "bodies", "roles", "members", "functions", "remit", "workingGroups",
                "reportingLines", "meetingRule",
            ]
        )
        self.init(
            body: try fields.required("body", as: .body),
            bodies: try fields.optional("bodies", as: .list(of: .body)) ?? [],
            roles: try fields.optional("roles", as: .list(of: .role)) ?? [],
            members: try fields.optional("members", as: .list(of: .member)) ?? [],
            functions: try fields.optional("functions", as: .list(of: .function)) ?? [],
            remit: try fields.optional("remit", as: .remit),
            workingGroups: try fields.optional("workingGroups", as: .list(of: .workingGroup)) ?? [],
            reportingLines: try fields.optional("reportingLines", as: .list(of: .reportingLine))
                ?? [],
            meetingRule: try fields.optional("meetingRule", as: .meetingRule)
        )
    }

    /// The JSON form of the profile, which reads back to an equal value.
    ///
    /// What is empty is left out.
    public var json: JSONValue {
        .compact([
            "body": body.json, "bodies": .list(bodies.map(\.json)),
            "roles": .list(roles.map(\.json)), "members": .list(members.map(\.json)),
            "functions": .list(functions.map(\.json)), "remit": remit?.json ?? .null,
            "workingGroups": .list(workingGroups.map(\.json)),
            "reportingLines": .list(reportingLines.map(\.json)),
            "meetingRule": meetingRule?.json ?? .null,
        ])
    }
}

extension Body {
    var json: JSONValue {
        .compact([
            "id": .string(id), "name": .string(name),
            "abbreviation": .string(optional: abbreviation), "kind": .string(kind.name),
            "aliases": .texts(aliases), "councils": .texts(councils.sorted()),
        ])
    }
}

extension Role {
    var json: JSONValue {
        .compact([
            "id": .string(id), "title": .string(title), "aliases": .texts(aliases),
            "body": .string(optional: bodyID), "holder": .string(optional: holderID),
        ])
    }
}

extension Member {
    var json: JSONValue {
        .compact([
            "body": .string(bodyID), "role": .string(roleID), "agency": .string(optional: agencyID),
            "from": .date(term.from), "until": .date(term.until),
            "substitute": .string(optional: substituteRoleID),
            "votes": isVoting ? .null : .bool(false),
        ])
    }
}

extension Function {
    var json: JSONValue {
        .compact([
            "id": .string(id), "title": .string(title), "words": .words(words),
            "source": source?.json ?? .null,
        ])
    }
}

extension Citation {
    var json: JSONValue { .compact(["title": .string(title), "edition": .words(edition)]) }
}

extension Remit {
    var json: JSONValue {
        .compact([
            "purpose": .string(purpose), "tasks": .texts(tasks), "decides": .texts(decides),
            "agreed": .date(agreed), "agreedBy": .string(optional: agreedByBodyID),
        ])
    }
}

extension ReportingLine {
    var json: JSONValue {
        .compact([
            "from": .string(fromBodyID), "to": .string(toBodyID), "what": .string(what),
            "timescale": .words(timescale), "cadence": .words(cadence),
            "source": source?.json ?? .null,
        ])
    }
}

extension MeetingRule {
    var json: JSONValue {
        .compact([
            "words": .string(words),
            "fewestInTwelveMonths": .integer(optional: fewestInTwelveMonths),
            "publishesMinutes": publishesMinutes ? .bool(true) : .null,
        ])
    }
}
