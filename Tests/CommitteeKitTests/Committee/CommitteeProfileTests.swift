// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite struct CommitteeProfileTests {
    private let profile = CommitteeProfile(
        body: Body(
            id: "cpc",
            name: "Northshire Child Protection Committee",
            abbreviation: "CPC",
            kind: .committee,
            councils: ["northshire", "southshire"]
        ),
        bodies: [
            Body(
                id: "cog",
                name: "Chief Officers' Group",
                abbreviation: "COG",
                kind: .chiefOfficersGroup,
                councils: ["northshire"]
            ),
            Body(
                id: "police",
                name: "Police",
                kind: .agency,
                aliases: ["The Constabulary"]
            ),
            Body(id: "parents", name: "Parents' Forum", abbreviation: "CPC", kind: "forum"),
        ],
        roles: [
            Role(
                id: "coordinator",
                title: "Inter-Agency Coordinator",
                aliases: ["Child Protection Inter-Agency Coordinator"],
                bodyID: "cpc"
            ),
            Role(id: "chair", title: "Independent Chair", bodyID: "cpc", holderID: "p-17"),
        ],
        members: [
            Member(
                bodyID: "cpc",
                roleID: "chair",
                term: CivilSpan(CivilDate(2023, 4, 1)...CivilDate(2026, 3, 31))
            ),
            Member(bodyID: "cpc", roleID: "coordinator", agencyID: "police", isVoting: false),
        ],
        functions: [
            Function(
                id: "reporting",
                title: "Annual reporting",
                source: Citation(title: "Guidance", edition: "2019")
            )
        ],
        workingGroups: [
            WorkingGroup(
                id: "qa",
                name: "Quality Assurance Working Group",
                abbreviation: "QA",
                leadRoleID: "coordinator",
                reportsToBodyID: "cpc"
            )
        ],
        reportingLines: [
            ReportingLine(
                fromBodyID: "qa",
                toBodyID: "cpc",
                what: "Audits",
                timescale: "Quarterly"
            )
        ],
        meetingRule: MeetingRule(
            words: "Every 8 weeks or as required",
            fewestInTwelveMonths: 4,
            publishesMinutes: true
        )
    )

    @Test(
        "Bodies answer to names, abbreviations and aliases",
        arguments: [
            ("chief officers’  group", ["cog"]), ("COG", ["cog"]), ("the constabulary", ["police"]),
            ("CPC", ["cpc", "parents"]), ("Fire Service", []), ("", []),
        ]
    )
    func bodiesByName(name: String, ids: [String]) {
        #expect(profile.bodies(called: name).map(\.id) == ids)
    }

    @Test func aRoleAnswersToTheAliasesThatTheCommitteeDeclared() {
        let title = "Child Protection Inter‑Agency Coordinator"
        #expect(profile.roles(called: title).map(\.id) == ["coordinator"])
        #expect(profile.roles(called: "Lead Officer").isEmpty)
    }

    @Test(arguments: [
        (CivilDate(2023, 3, 31), ["coordinator"]),
        (CivilDate(2023, 4, 1), ["chair", "coordinator"]),
        (CivilDate(2026, 3, 31), ["chair", "coordinator"]),
        (CivilDate(2026, 4, 1), ["coordinator"]),
    ])
    func bothEndsOfATermOfOfficeCount(date: CivilDate, roles: [String]) {
        #expect(profile.members(of: "cpc", on: date).map(\.roleID) == roles)
    }

    @Test func theProfileSpeaksForItsCommittee() {
        #expect(profile.id == "cpc")
        #expect(profile.kind == .committee)
        #expect(profile.councils == ["northshire", "southshire"])
        #expect(profile.body(id: "cog")?.councils == ["northshire"])
        #expect(profile.body(id: "cpc")?.name == profile.name)
        #expect(profile.functions.first?.source?.description == "Guidance (2019)")
    }

    @Test func whatIsReferredToAndMissingIsListedOnce() {
        #expect(profile.danglingIDs().isEmpty)
        var broken = profile
        broken.members.append(Member(bodyID: "board", roleID: "clerk", substituteRoleID: "clerk"))
        broken.reportingLines.append(
            ReportingLine(fromBodyID: "cpc", toBodyID: "board", what: "Progress")
        )
        #expect(broken.danglingIDs() == ["board", "clerk"])
    }

    @Test func aShortLifeEndsAndAStandingGroupDoesNot() {
        var group = WorkingGroup(id: "g", name: "Group")
        #expect(group.isActive(on: CivilDate(2030, 1, 1)))
        group.life = .short(CivilSpan(CivilDate(2023, 1, 1)...CivilDate(2023, 6, 30)))
        #expect(!group.isActive(on: CivilDate(2022, 12, 31)))
        #expect(group.isActive(on: CivilDate(2023, 6, 30)))
        #expect(!group.isActive(on: CivilDate(2023, 7, 1)))
    }
}
