// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import CommitteeKit
import Testing

@Suite struct CommitteeProfileJSONTests {
    @Test(arguments: 0..<300 as Range<UInt64>)
    func aProfileReadsBackEqual(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let profile = RandomProfile.profile(&random)
        let text = profile.json.indentedText
        let node = try JSONReader.read(Array(text.utf8), source: "profile")
        #expect(try CommitteeProfile(json: node, source: "profile") == profile)
    }

    @Test(arguments: [
        (
            #"{ "bodies": [] }"#,
            "committee.json:1:1: “body” (an object) is missing. Add it."
        ),
        (
            "{ \"body\": { \"id\": \"a\", \"name\": \"A\", \"kind\": \"committee\" },\n"
                + "  \"role\": [] }",
            "committee.json:2:3: “role” is not a name that is known here. Did you mean “roles”?"
        ),
        (
            "{ \"body\": { \"id\": \"a\", \"name\": \"A\", \"kind\": \"committee\" },\n"
                + "  \"members\": [ { \"body\": \"a\", \"role\": \"r\",\n"
                + "    \"from\": \"2025-01-02\", \"until\": \"2025-01-01\" } ] }",
            "committee.json:3:36: members[0].until: “until” lies before “from”. Write the earlier "
                + "day under “from”."
        ),
        (
            "{ \"body\": { \"id\": \"a\", \"name\": 7, \"kind\": \"committee\" } }",
            "committee.json:1:32: body.name: expected a text, found a whole number."
        ),
    ])
    func mistakesAreNamedWithTheirLine(_ text: String, _ message: String) throws {
        let node = try JSONReader.read(Array(text.utf8), source: "committee.json")
        let error = try #require(throws: JSONError.self) {
            try CommitteeProfile(json: node, source: "committee.json")
        }
        #expect(error.description == message)
    }

    @Test func anEditionGivesTheProfileBack() throws {
        var random = SeededGenerator(seed: 9)
        let profile = RandomProfile.profile(&random)
        var record = Record()
        record.profile = profile.json
        let edition = Edition(
            of: record,
            committee: "c",
            name: "C",
            asOf: CivilDate(2025, 1, 1),
            audience: .public
        )
        #expect(edition.committeeProfile == profile)
        record.profile = ["body": "nonsense"]
        let broken = Edition(
            of: record,
            committee: "c",
            name: "C",
            asOf: CivilDate(2025, 1, 1),
            audience: .public
        )
        #expect(broken.committeeProfile == nil)
    }
}

/// Profiles of every shape, with awkward texts.
private enum RandomProfile {
    static func text(_ random: inout SeededGenerator) -> String {
        let words = ["", "a", "\"quoted\"", "line\nbreak", "\u{0}", "żółw", "👩‍👧", "{gap}", "\\"]
        return (0..<Int.random(in: 0...3, using: &random))
            .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }

    static func list<Value>(
        _ random: inout SeededGenerator,
        _ make: (inout SeededGenerator) -> Value
    ) -> [Value] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in make(&random) }
    }

    static func maybe<Value>(
        _ random: inout SeededGenerator,
        _ make: (inout SeededGenerator) -> Value
    ) -> Value? {
        Bool.random(using: &random) ? make(&random) : nil
    }

    static func date(_ random: inout SeededGenerator) -> CivilDate {
        CivilDate(2000, 1, 1) + Int.random(in: 0...20_000, using: &random)
    }

    static func span(_ random: inout SeededGenerator) -> CivilSpan {
        let first = maybe(&random, date)
        let second = maybe(&random, date)
        if let first, let second { return CivilSpan(min(first, second)...max(first, second)) }
        return CivilSpan(from: first, until: second) ?? .always
    }

    static func body(_ random: inout SeededGenerator) -> Body {
        Body(
            id: text(&random),
            name: text(&random),
            abbreviation: maybe(&random, text),
            kind: Body.Kind(text(&random)),
            aliases: list(&random, text),
            councils: Set(list(&random, text))
        )
    }

    static func member(_ random: inout SeededGenerator) -> Member {
        Member(
            bodyID: text(&random),
            roleID: text(&random),
            agencyID: maybe(&random, text),
            term: span(&random),
            substituteRoleID: maybe(&random, text),
            isVoting: Bool.random(using: &random)
        )
    }

    static func citation(_ random: inout SeededGenerator) -> Citation {
        Citation(title: text(&random), edition: text(&random))
    }

    static func remit(_ random: inout SeededGenerator) -> Remit {
        Remit(
            purpose: text(&random),
            tasks: list(&random, text),
            decides: list(&random, text),
            agreed: maybe(&random, date),
            agreedByBodyID: maybe(&random, text)
        )
    }

    static func group(_ random: inout SeededGenerator) -> WorkingGroup {
        WorkingGroup(
            id: text(&random),
            name: text(&random),
            abbreviation: maybe(&random, text),
            aliases: list(&random, text),
            life: Bool.random(using: &random) ? .standing : .short(span(&random)),
            remit: maybe(&random, remit),
            leadRoleID: maybe(&random, text),
            reportsToBodyID: maybe(&random, text),
            members: list(&random, member)
        )
    }

    static func profile(_ random: inout SeededGenerator) -> CommitteeProfile {
        CommitteeProfile(
            body: body(&random),
            bodies: list(&random, body),
            roles: list(&random) { random in
                Role(
                    id: text(&random),
                    title: text(&random),
                    aliases: list(&random, text),
                    bodyID: maybe(&random, text),
                    holderID: maybe(&random, text)
                )
            },
            members: list(&random, member),
            functions: list(&random) { random in
                Function(
                    id: text(&random),
                    title: text(&random),
                    words: text(&random),
                    source: maybe(&random, citation)
                )
            },
            remit: maybe(&random, remit),
            workingGroups: list(&random, group),
            reportingLines: list(&random) { random in
                ReportingLine(
                    fromBodyID: text(&random),
                    toBodyID: text(&random),
                    what: text(&random),
                    timescale: text(&random),
                    cadence: text(&random),
                    source: maybe(&random, citation)
                )
            },
            meetingRule: maybe(&random) { random in
                MeetingRule(
                    words: text(&random),
                    fewestInTwelveMonths: maybe(&random) { Int.random(in: 0...9, using: &$0) },
                    publishesMinutes: Bool.random(using: &random)
                )
            }
        )
    }
}
