// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// A record to which the parts of a committee are said one by one.
struct StructureRecord {
    static let day = CivilDate(2026, 10, 31)
    static let profile = CommitteeProfile(
        body: Body(id: "cpc", name: "Moor Committee", abbreviation: "CPC", kind: .committee),
        bodies: [
            Body(id: "police", name: "Moor Police", kind: .agency),
            Body(id: "health", name: "Moor Health Board", kind: .agency),
        ],
        roles: [Role(id: "chair", title: "Independent Chair", aliases: ["The Chair"])],
        members: [
            Member(
                bodyID: "cpc",
                roleID: "chair",
                term: CivilSpan(CivilDate(2024, 4, 1)...CivilDate(2027, 3, 31))
            )
        ],
        workingGroups: [WorkingGroup(id: "qa", name: "Quality Group", reportsToBodyID: "cpc")]
    )

    var drafts: [EntryDraft] = []

    init(withProfile: Bool = true) {
        if withProfile {
            say(.committee, .profileSet(Self.profile.json), on: CivilDate(2026, 1, 1))
        }
    }

    mutating func say(_ subject: SubjectReference, _ fact: Change.Fact, on day: CivilDate? = nil) {
        drafts.append(Change(subject, fact).draft(effective: day ?? Self.day, by: "clerk"))
    }

    mutating func say(_ seat: String, _ facts: Change.Fact...) {
        for fact in facts { say(.seat(seat), fact) }
    }

    var entries: [Entry] {
        drafts.enumerated().map { Entry(provisional: $0.element, sequence: $0.offset + 1) }
    }

    var problems: [String] { Record.folding(entries).problems.map(\.message) }

    func edition(for audience: Audience = .restricted, after sequence: Int? = nil) -> Edition {
        Edition(
            of: Record.folding(entries.filter { $0.sequence <= sequence ?? .max }),
            committee: "moor",
            name: "Moor",
            asOf: Self.day,
            audience: audience
        )
    }
}

@Suite("Seats, groups and bodies that are said one by one")
struct CommitteeStructureTests {
    @Test func aSeatIsMadeByItsFirstEntryAndFillsUp() throws {
        var record = StructureRecord()
        record.say(
            "nurse",
            Member.Seats.role.fact("Lead Nurse"),
            Member.Seats.agency.fact("moor health board"),
            Member.Seats.core.fact(true),
            Member.Seats.term.fact(Member.Term(from: CivilDate(2026, 4, 1), holderID: "p-17"))
        )
        #expect(record.problems == [])
        let profile = try #require(record.edition().committeeProfile)
        let seat = try #require(profile.members.last)
        #expect(seat.id == "nurse")
        #expect(seat.bodyID == "cpc")
        #expect(seat.agencyID == "health")
        #expect(seat.isCore && seat.isVoting)
        #expect(profile.name(of: seat.roleID) == "Lead Nurse")
        #expect(seat.isInOffice(on: StructureRecord.day))
        #expect(!seat.isInOffice(on: CivilDate(2026, 3, 31)))
    }

    @Test func whatAProfileSaysGoesOnBeingRead() throws {
        var record = StructureRecord()
        record.say("cpc/chair", Member.Seats.core.fact(true))
        let profile = try #require(record.edition().committeeProfile)
        #expect(profile.members.count == 1)
        #expect(profile.members[0].isCore)
        #expect(profile.members[0].term.until == CivilDate(2027, 3, 31))
        #expect(profile.roles.map(\.title) == ["Independent Chair"])
        #expect(profile.roles[0].aliases == ["The Chair"])
    }

    @Test func aLaterProfileSaysWhatItCanAndTheRestStays() throws {
        var record = StructureRecord()
        record.say("cpc/chair", Member.Seats.core.fact(true), Member.Seats.votes.fact(false))
        record.say(.group("qa"), WorkingGroup.Entries.name.fact("Audit Group"))
        record.say("nurse", Member.Seats.role.fact("Lead Nurse"))
        record.say(.committee, .profileSet(StructureRecord.profile.json))
        let profile = try #require(record.edition().committeeProfile)
        #expect(profile.members.map(\.id) == ["cpc/chair", "nurse"])
        #expect(profile.members[0].isCore)
        #expect(profile.members[0].isVoting)
        #expect(profile.workingGroups[0].name == "Quality Group")
    }

    @Test func withoutAProfileTheCommitteeIsThereToBeNamed() throws {
        var record = StructureRecord(withProfile: false)
        #expect(record.edition().committeeProfile == nil)
        record.say(.body("committee"), Body.Entries.name.fact("Moor Committee"))
        record.say("chair", Member.Seats.role.fact("Chair"))
        #expect(record.problems == [])
        let profile = try #require(record.edition().committeeProfile)
        #expect(profile.body.kind == .committee)
        #expect(profile.name == "Moor Committee")
        #expect(profile.members.map(\.bodyID) == ["committee"])
    }

    @Test func anExportHasTheStructureOnlyWhenThereIsOne() {
        var record = StructureRecord()
        let before = record.edition()[CommitteeState.self].exported(on: StructureRecord.day)
        #expect(before.map(\.key) == ["profile"])
        record.say("nurse", Member.Seats.role.fact("Lead Nurse"))
        let after = record.edition()[CommitteeState.self].exported(on: StructureRecord.day)
        #expect(after["profile"] == before["profile"])
        #expect(
            after["structure"]?.canonicalText
                == #"{"seats":[{"body":"","role":"","seat":"nurse","title":"Lead Nurse"}]}"#
        )
    }

    @Test func aRoleIsRenamedWithItsOnlySeat() throws {
        var record = StructureRecord()
        record.say("cpc/chair", Member.Seats.role.fact("Convener"))
        let profile = try #require(record.edition().committeeProfile)
        #expect(profile.roles.map(\.title) == ["Convener"])
        #expect(profile.roles.map(\.id) == ["chair"])
    }

    // MARK: What cannot be

    @Test func aBodyThatIsNotThereIsRefusedWithTheClosestName() {
        var record = StructureRecord()
        record.say("nurse", Member.Seats.agency.fact("Moor Helth Board"))
        #expect(
            record.problems == [
                "There is no body “Moor Helth Board” on 2026-10-31. Did you mean “Moor Health Board”?"
            ]
        )
        #expect(record.edition().committeeProfile?.members.count == 1)
    }

    @Test func aGroupDoesNotStandUnderItself() {
        var record = StructureRecord()
        record.say(.group("audit"), WorkingGroup.Entries.reportsTo.fact("Quality Group"))
        record.say(.group("qa"), WorkingGroup.Entries.reportsTo.fact("audit"))
        #expect(
            record.problems == [
                "The group “qa” would stand under itself. Name the body above it."
            ]
        )
    }

    @Test func aLeadOfAGroupIsARole() {
        var record = StructureRecord()
        record.say(.group("qa"), WorkingGroup.Entries.lead.fact("Independent Chai"))
        #expect(
            record.problems == [
                "There is no role “Independent Chai” on 2026-10-31. Did you mean “Independent Chair”?"
            ]
        )
    }

    @Test func twoTermsOfOneSeatDoNotOverlap() {
        var record = StructureRecord()
        let first = Member.Term(from: CivilDate(2026, 4, 1))
        let second = Member.Term(from: CivilDate(2026, 9, 1))
        record.say("nurse", Member.Seats.term.fact(first), Member.Seats.term.fact(second))
        #expect(
            record.problems == [
                "The seat “nurse” is held from 1 April 2026, so another term cannot be from "
                    + "1 September 2026. End the earlier term before the later one begins."
            ]
        )
    }

    @Test func aTermIsNeverHeldByAName() {
        var record = StructureRecord()
        let named = Member.Term(from: CivilDate(2026, 4, 1), holderID: "Ann Other")
        record.say("nurse", Member.Seats.term.fact(named))
        #expect(
            record.problems == [
                "The seat “nurse” cannot be held by “Ann Other”: that is no role of the committee, and a "
                    + "person is named by the identifier that your own system has, without spaces. Never "
                    + "record a person's name here."
            ]
        )
        record = StructureRecord()
        let role = Member.Term(from: CivilDate(2026, 4, 1), holderID: "Independent Chair")
        record.say("nurse", Member.Seats.term.fact(role))
        #expect(record.edition().committeeProfile?.members.last?.terms.last?.holderID == "chair")
    }

    @Test func aPlanIsThereBeforeSomebodyOwnsIt() {
        var record = StructureRecord()
        record.say(.plan("p"), .planBodiesSet(PlanBodies(planID: "p", ownerID: "CPC")))
        #expect(
            record.problems == [
                "There is no plan “p” on 2026-10-31. Draft it first, or correct its name."
            ]
        )
    }

    @Test func anIdentifierIsABodyOrAGroup() {
        var record = StructureRecord()
        record.say(.body("qa"), Body.Entries.quorum.fact(3))
        record.say(.group("police"), WorkingGroup.Entries.abbreviation.fact("P"))
        #expect(
            record.problems == [
                "“qa” is a group already. Choose another identifier.",
                "“police” is a body already. Choose another identifier.",
            ]
        )
    }

    // MARK: What is told, and to whom

    @Test func eachChangeIsTold() {
        var record = StructureRecord()
        let before = record.edition()
        record.say(
            "nurse",
            Member.Seats.role.fact("Lead Nurse"),
            Member.Seats.agency.fact("health")
        )
        let made = record.edition()
        #expect(
            made.changes(since: before).map(\.sentence)
                == ["“Lead Nurse” is a new seat on “Moor Committee” for “Moor Health Board”."]
        )
        let term = Member.Term(from: CivilDate(2026, 4, 1), holderID: "p-17")
        record.say(
            "nurse",
            Member.Seats.core.fact(true),
            Member.Seats.votes.fact(false),
            Member.Seats.substitutes.fact(["chair"]),
            Member.Seats.term.fact(term)
        )
        record.say(.group("qa"), WorkingGroup.Entries.reportsTo.fact("health"))
        record.say(.body("cpc"), Body.Entries.quorum.fact(5))
        #expect(
            record.edition().changes(since: made).map(\.sentence) == [
                "The quorum of the body “Moor Committee” is now: 5",
                "The group “Quality Group” now reports to “Moor Health Board”.",
                "The seat “Lead Nurse” is now a core seat.",
                "The seat “Lead Nurse” no longer votes.",
                "The substitutes of the seat “Lead Nurse” are now: Independent Chair.",
                "The seat “Lead Nurse” is held from 1 April 2026 by p-17.",
            ]
        )
    }

    @Test func whoHoldsASeatIsForTheCommittee() throws {
        var record = StructureRecord()
        let term = Member.Term(
            from: CivilDate(2026, 4, 1),
            holderID: "p-17",
            inducted: CivilDate(2026, 4, 9)
        )
        record.say("nurse", Member.Seats.term.fact(term))
        for audience in [Audience.public, .partners] {
            let edition = record.edition(for: audience)
            let seat = try #require(edition.committeeProfile?.members.last)
            #expect(seat.terms == [Member.Term(from: CivilDate(2026, 4, 1))])
            #expect(edition.omissions.map(\.words) == ["1 holder of a seat"])
        }
        let seat = record.edition(for: .committee).committeeProfile?.members.last
        #expect(seat?.terms == [term])
    }

    @Test func scriptsReadTheParts() throws {
        var record = StructureRecord()
        record.say("nurse", Member.Seats.role.fact("Lead Nurse"))
        let tables = record.edition()[CommitteeState.self].tables
        #expect(
            tables.map { "\($0.name) \($0.count)" } == [
                "bodies 3", "groups 1", "seats 2", "reporting_lines 0", "plan_bodies 0",
            ]
        )
        let role = try #require(
            tables.first { $0.name == "seats" }?.columns.first { $0.name == "role" }
        )
        guard case .optionalText(let read) = role.values else {
            Issue.record("no text")
            return
        }
        #expect(read([0, 1], 1) == "Lead Nurse")
    }

    @Test func aFileOfChangesSaysThePartsOfASeat() throws {
        let text = """
            { "by": "clerk", "effective": "2026-10-31", "changes": [
              { "seat": "nurse", "role": "Lead Nurse", "agency": "Moor Health Board", "core": true,
                "substitutes": ["Depute Nurse"],
                "term": { "from": "2026-04-01", "until": "2029-03-31", "holder": "p-17" } },
              { "group": "neglect", "name": "Neglect Group", "reportsTo": "CPC",
                "life": { "shortLife": true, "from": "2026-04-01" } },
              { "body": "fire", "name": "Fire Service", "kind": "agency" }
            ] }
            """
        let file = try ChangeFile(reading: Array(text.utf8), source: "changes.json")
        var record = StructureRecord()
        record.drafts += try file.drafts(
            in: Record.folding(record.entries),
            entries: record.entries
        )
        #expect(record.problems == [])
        let profile = try #require(record.edition().committeeProfile)
        #expect(profile.members.last?.substitutes == ["Depute Nurse"])
        #expect(profile.group(id: "neglect")?.lifetime.isShort == true)
        #expect(profile.body(id: "fire")?.name == "Fire Service")
    }

    @Test func aMemberThatIsSaidOfAnotherPartIsRefused() {
        let text = """
            { "by": "clerk", "effective": "2026-10-31", "changes": [ { "plan": "p", "quorum": 3 } ] }
            """
        let error = #expect(throws: JSONError.self) {
            try ChangeFile(reading: Array(text.utf8), source: "changes.json")
        }
        #expect(
            error?.description
                == "changes.json:1:83: changes[0].quorum: “quorum” belongs to a body. Name the “body”."
        )
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func aProfileWithSeatsOfTheirOwnReadsBackEqual(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var profile = StructureRecord.profile
        for number in 0..<Int.random(in: 1...4, using: &random) {
            var seat = Member(bodyID: "cpc", roleID: "chair", isVoting: .random(using: &random))
            seat.givenID = Bool.random(using: &random) ? "seat-\(number)" : nil
            seat.isCore = .random(using: &random)
            seat.title = Bool.random(using: &random) ? "Role \(number)" : nil
            seat.titleAliases = Bool.random(using: &random) ? ["A", "B"] : []
            seat.substitutes = Array(["x", "y", "z"].prefix(Int.random(in: 0...3, using: &random)))
            seat.ended = Bool.random(using: &random) ? CivilDate(2029, 1, 1) : nil
            for year in 0..<Int.random(in: 0...3, using: &random) {
                let term = Member.Term(
                    from: CivilDate(2026 + year, 1, 1),
                    until: CivilDate(2026 + year, 12, 31),
                    holderID: Bool.random(using: &random) ? "p-\(year)" : nil,
                    inducted: Bool.random(using: &random) ? CivilDate(2026 + year, 1, 9) : nil
                )
                seat.take(term)
            }
            profile.members.append(seat)
        }
        profile.workingGroups[0].stands = CivilSpan(CivilDate(2026, 1, 1)...)
        profile.body.quorum = 5
        let node = try JSONReader.read(Array(profile.json.indentedText.utf8), source: "p")
        #expect(try CommitteeProfile(json: node, source: "p") == profile)
    }
}
