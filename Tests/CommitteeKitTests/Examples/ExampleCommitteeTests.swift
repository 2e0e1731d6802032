// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit
import Testing

@Suite struct ExampleCommitteeTests {
    private func profile() throws -> CommitteeProfile {
        let file = try ChangeFile(
            reading: try ExampleFiles.bytes("perth-and-kinross/committee.json"),
            source: "committee.json"
        )
        let drafts = try file.drafts(in: Record())
        let entries = drafts.enumerated().map { Entry(provisional: $1, sequence: $0 + 1) }
        let edition = Edition(
            of: .folding(entries),
            committee: "cpc",
            name: "CPC",
            asOf: CivilDate(2023, 4, 1),
            audience: .public
        )
        return try #require(edition.committeeProfile)
    }

    @Test func theCommitteeIsWhole() throws {
        let profile = try profile()
        #expect(profile.danglingIDs() == [])
        #expect(
            profile.functions.map(\.title) == [
                "Continuous improvement", "Public information, engagement and participation",
                "Strategic planning and connections", "Annual reporting on the work of the CPC",
            ]
        )
        #expect(
            profile.workingGroups.map(\.id) == [
                "practice-improvement", "case-review", "quality-assurance",
            ]
        )
        #expect(profile.workingGroups.allSatisfy { $0.reportsToBodyID == "cpc" })
        #expect(profile.meetingRule?.words == "Every 8 weeks or as required")
        #expect(profile.meetingRule?.fewestInTwelveMonths == 4)
    }

    @Test func theCommitteeReportsToThoseWhoAskForIt() throws {
        let lines = try profile().reportingLines.filter { $0.fromBodyID == "cpc" }
        #expect(
            lines.map(\.toBodyID) == [
                "cypfp", "cog", "ppcg", "partner-agencies", "elected-members",
                "care-inspectorate",
            ]
        )
    }

    @Test func oneRoleHasSeveralNames() throws {
        let profile = try profile()
        let names = [
            "Child Protection Inter-Agency Coordinator",
            "CPC Inter-Agency Child Protection Coordinator",
        ]
        #expect(
            names.map { profile.roles(called: $0).map(\.id) } == [
                ["coordinator"], ["coordinator"],
            ]
        )
    }

    @Test func noRoleCarriesAPerson() throws {
        #expect(try profile().roles.allSatisfy { $0.holderID == nil })
    }

    @Test func whatPeopleRecordedInStrathmarrIsAFileOfChanges() throws {
        let file = try ChangeFile(
            reading: try ExampleFiles.bytes("strathmarr/record.json"),
            source: "record.json"
        )
        #expect(file.changes.count == 3)
        #expect(file.doubts == [])
    }
}
