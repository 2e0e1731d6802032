// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("The structure as a sheet that is sent about")
struct StructureSheetTests {
    /// A record in which every aspect of the sheet is said.
    private static func full() -> StructureRecord {
        var record = StructureRecord()
        let outline = PlanOutline(
            title: "Moor Plan",
            period: CivilSpan(CivilDate(2026, 1, 1)...),
            levels: [LevelName("action")]
        )
        record.say(.plan("plan-2026"), .planDrafted(outline))
        record.say(.body("health"), Body.Entries.abbreviation.fact("MHB"))
        record.say(.body("health"), Body.Entries.aliases.fact(["The “Board”", "Health – Moor"]))
        record.say(.body("cpc"), Body.Entries.quorum.fact(5))
        record.say(
            "nurse",
            Member.Seats.role.fact("Lead Nurse"),
            Member.Seats.agency.fact("health"),
            Member.Seats.core.fact(true),
            Member.Seats.votes.fact(false),
            Member.Seats.alsoCalled.fact(["Nurse Lead"]),
            Member.Seats.substitutes.fact(["chair", "Depute Nurse"]),
            Member.Seats.term.fact(
                Member.Term(
                    from: CivilDate(2023, 4, 1),
                    until: CivilDate(2026, 3, 31),
                    holderID: "p-3"
                )
            ),
            Member.Seats.term.fact(
                Member.Term(
                    from: CivilDate(2026, 4, 1),
                    holderID: "p-17",
                    inducted: CivilDate(2026, 4, 9)
                )
            ),
            Member.Seats.ended.fact(CivilDate(2029, 3, 31))
        )
        let group = SubjectReference.group("neglect")
        record.say(group, WorkingGroup.Entries.name.fact("Neglect Group"))
        record.say(group, WorkingGroup.Entries.abbreviation.fact("NG"))
        record.say(
            group,
            WorkingGroup.Entries.life.fact(
                GroupLifetime(
                    CivilSpan(CivilDate(2026, 4, 1)...CivilDate(2026, 12, 31)),
                    isShort: true
                )
            )
        )
        record.say(
            group,
            WorkingGroup.Entries.remit.fact(
                Remit(
                    purpose:
                        "To see neglect early: at school, at home and everywhere else that anybody "
                        + "who works with families may look.",
                    tasks: ["Write a guide", "Try it"],
                    decides: ["The guide"],
                    agreed: CivilDate(2026, 3, 5),
                    agreedByBodyID: "cpc"
                )
            )
        )
        record.say(group, WorkingGroup.Entries.lead.fact("Lead Nurse"))
        record.say(group, WorkingGroup.Entries.reportsTo.fact("Quality Group"))
        record.say(.seat("learner"), Member.Seats.sitsOn.fact("neglect"))
        record.say(
            .committee,
            .functionsSet([
                Function(
                    id: "lead",
                    title: "Leadership",
                    words: "To lead",
                    source: Citation(title: "Guidance", edition: "2019")
                )
            ])
        )
        record.say(
            .committee,
            .reportingLinesSet([
                ReportingLine(
                    fromBodyID: "neglect",
                    toBodyID: "cpc",
                    what: "What was done",
                    timescale: "Quarterly",
                    cadence: "before each meeting",
                    source: Citation(title: "Remit")
                )
            ])
        )
        record.say(
            .plan("plan-2026"),
            .planBodiesSet(
                PlanBodies(
                    planID: "plan-2026",
                    ownerID: "cpc",
                    coordinatorID: "nurse",
                    overseerID: "qa"
                )
            )
        )
        return record
    }

    private static func sheet(of record: StructureRecord) -> String {
        StructureSheet(of: record.edition(), after: record.drafts.count).text
    }

    private static func read(
        _ text: String,
        against record: StructureRecord
    ) throws -> StructureSheet.Reading {
        try StructureSheet.read(text, source: "sheet.txt", against: record.edition()) {
            $0 <= record.drafts.count ? record.edition(after: $0) : nil
        }
    }

    private static func said(_ reading: StructureSheet.Reading) -> [String] {
        reading.changes.map { "\($0.subject) \($0.fact.kind)" }
    }

    private static func doubts(_ reading: StructureSheet.Reading) -> [String] {
        reading.findings.map { "\($0.line) \($0.kind): \($0.message)" }
    }

    // MARK: Both ways

    @Test func aFullRecordCanBe() { #expect(Self.full().problems == []) }

    @Test func everyAspectIsInTheSheet() {
        let text = Self.sheet(of: Self.full())
        for section in StructureSection.allCases {
            for aspect in section.aspects.dropFirst() where aspect != .takenOut {
                #expect(text.contains("\n\(aspect.label): "), "\(section) \(aspect)")
            }
        }
    }

    @Test func whatIsWrittenSaysNothingNew() throws {
        let record = Self.full()
        let reading = try Self.read(Self.sheet(of: record), against: record)
        #expect(Self.said(reading) == [])
        #expect(Self.doubts(reading) == [])
        #expect(reading.linesOutside == 0)
    }

    @Test func readIntoAnEmptyRecordItGivesTheSameSheet() throws {
        let record = Self.full()
        let text = Self.sheet(of: record)
        var other = StructureRecord(withProfile: false)
        other.drafts.append(record.drafts[1])
        // Every part is new there, but for the plan and the committee itself.
        let asked = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.hasPrefix("["), !line.hasPrefix("[END]"), !line.hasPrefix("[plan-2026]")
            else {
                return String(line)
            }
            return "[new " + line.dropFirst()
        }.joined(separator: "\n").replacing("(ref \(record.drafts.count))", with: "(ref 1)")
        let reading = try Self.read(asked, against: other)
        #expect(Self.doubts(reading) == [])
        other.drafts += reading.changes.map {
            $0.draft(effective: StructureRecord.day, by: "clerk")
        }
        #expect(other.problems == [])
        func parts(_ record: StructureRecord) -> [StructureSection: Set<SheetPart>] {
            let all = SheetStructure(record.edition())
            return Dictionary(
                uniqueKeysWithValues: StructureSection.allCases.map { ($0, Set(all.parts(of: $0))) }
            )
        }
        #expect(parts(other) == parts(record))
    }

    @Test func twiceRecordsOnce() throws {
        var record = Self.full()
        let text = Self.sheet(of: record).replacing("votes: no", with: "votes: yes")
            .replacing("quorum: 5", with: "quorum: 7")
        let first = try Self.read(text, against: record)
        #expect(Self.said(first) == ["body/cpc body.quorum-set", "seat/nurse seat.votes-set"])
        record.drafts += first.changes.map { $0.draft(effective: StructureRecord.day, by: "clerk") }
        let second = try Self.read(text, against: record)
        #expect(Self.said(second) == [])
        #expect(Self.doubts(second) == [])
    }

    @Test func whatEMailDoesToItChangesNothing() throws {
        let record = Self.full()
        let text = Self.sheet(of: record)
        let lines = text.split(separator: "\n").map(String.init)
        let quoted = lines.map { "> > " + $0 }.joined(separator: "\r\n")
        let bulleted = lines.map { $0.hasPrefix("[") ? $0 : "• " + $0 }.joined(separator: "\n")
        let spaced = lines.map { $0.replacing(" ", with: "\u{A0} ") }.joined(separator: "\n\n")
        let curly = text.replacing("“", with: "\"").replacing("”", with: "\"")
            .replacing("–", with: "-")
        let wrapped = lines.flatMap { Self.wrapped($0) }.joined(separator: "\n")
        let signed = "Dear all,\n\nsee below.\n\n\(text)\nKind regards\nThe officer\n"
        for (name, changed) in [
            ("quoted", quoted), ("bulleted", bulleted), ("spaced", spaced), ("curly", curly),
            ("wrapped", wrapped),
        ] {
            let reading = try Self.read(changed, against: record)
            #expect(Self.said(reading) == [], "\(name)")
            #expect(Self.doubts(reading) == [], "\(name)")
        }
        let reading = try Self.read(signed, against: record)
        #expect(Self.said(reading) == [])
        #expect(Self.doubts(reading) == [])
        #expect(reading.linesOutside == 4)
    }

    /// A line as a mail program wraps it at 72 characters.
    private static func wrapped(_ line: String) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in line.split(separator: " ") {
            if !current.isEmpty, current.count + 1 + word.count > 72 {
                lines.append(current)
                current = ""
            }
            current += (current.isEmpty ? "" : " ") + word
        }
        return lines + [current]
    }

    @Test func aLineThatIsMissingOrEmptyChangesNothing() throws {
        let record = Self.full()
        let text = Self.sheet(of: record).replacing("votes: no\n", with: "")
            .replacing("quorum: 5", with: "quorum:").replacing("core: yes", with: "core: ?")
        let reading = try Self.read(text, against: record)
        #expect(Self.said(reading) == [])
        #expect(Self.doubts(reading) == [])
    }

    @Test func anotherNameOfTheSameThingSaysNothingNew() throws {
        let record = Self.full()
        let text = Self.sheet(of: record).replacing("for: Moor Health Board", with: "for: MHB")
            .replacing("owned by: Moor Committee", with: "owned by: cpc")
            .replacing("under: Quality Group", with: "under: qa")
        let reading = try Self.read(text, against: record)
        #expect(Self.said(reading) == [])
        #expect(Self.doubts(reading) == [])
    }

    // MARK: What it says

    @Test func whatDiffersIsSaid() throws {
        let record = Self.full()
        let text =
            Self.sheet(of: record)
            .replacing("ended: 31 March 2029", with: "ended: none")
            .replacing("task: Try it\n", with: "task: Try it twice\ntask: Tell everybody\n")
            .replacing("overseen by: Quality Group", with: "overseen by: NG")
            .replacing("[END]", with: "")
            .replacing(
                "FUNCTIONS",
                with: """
                    [new doctor] Lead Doctor
                    for: MHB
                    term: from 1st May 2026 to 2029-04-30; held by p-21

                    FUNCTIONS
                    """
            ) + "[END]\n"
        let reading = try Self.read(text, against: record)
        #expect(Self.doubts(reading) == [])
        #expect(
            Set(reading.sentences) == [
                "“Lead Doctor” is a new seat on “Moor Committee” for “Moor Health Board”.",
                "The seat “Lead Nurse” goes on.",
                "The group “Neglect Group” has another remit or life.",
                "The plan “plan-2026” is now owned by Moor Committee, coordinated by Lead Nurse and "
                    + "overseen by Neglect Group.",
            ]
        )
    }

    @Test func whatOthersRecordedMeanwhileStays() throws {
        var record = Self.full()
        let text = Self.sheet(of: record).replacing("votes: no", with: "votes: yes")
        record.say("nurse", Member.Seats.core.fact(false))
        let reading = try Self.read(text, against: record)
        #expect(Self.said(reading) == ["seat/nurse seat.votes-set"])
        #expect(Self.doubts(reading) == [])
    }

    @Test func whatBothChangedIsAFinding() throws {
        var record = Self.full()
        let text = Self.sheet(of: record).replacing("quorum: 5", with: "quorum: 6")
        record.say(.body("cpc"), Body.Entries.quorum.fact(7))
        let reading = try Self.read(text, against: record)
        #expect(Self.said(reading) == [])
        #expect(
            reading.findings.map(\.message) == [
                "“quorum” of [cpc] was “5” when the sheet was written, and is “7” now. Write a new "
                    + "sheet, and say there which of the two it is to be."
            ]
        )
    }

    // MARK: Near misses

    @Test(arguments: [
        (
            "core: yes", "coree: no", "unknown-label",
            "“coree” is not said of a seat. Did you mean “core”?"
        ),
        (
            "core: yes", "core: perhaps", "neither-yes-nor-no",
            "“perhaps” is neither yes nor no. Write one of the two."
        ),
        (
            "for: Moor Health Board", "for: Moor Helth Bord", "unknown-name",
            "There is no body “Moor Helth Bord” on 2026-10-31. Did you mean “Moor Health Board”?"
        ),
        (
            "[nurse] Lead Nurse", "[nurze] Lead Nurse", "unknown-part",
            "There is no seat [nurze]. Did you mean [nurse]? To add one, write [new nurze]."
        ),
        (
            "ended: 31 March 2029", "ended: 31 March", "no-day",
            "“31 March” is no day. Write one such as 31 March 2027."
        ),
        (
            "quorum: 5", "quorum: five", "no-number",
            "“five” is no number of members. Write one such as 5, or none."
        ),
        (
            "life: short-life from 1 April 2026 to 31 December 2026", "life: brief", "no-life",
            "“brief” does not say how long the group lasts. Write standing, or short-life from 1 April "
                + "2026 to 31 March 2027."
        ),
        (
            "SEATS", "SEATZ", "unknown-heading",
            "“SEATZ” is no heading of this sheet. Did you mean “SEATS”? 21 lines below it were left "
                + "alone."
        ),
        (
            "votes: no", "I think this is right", "not-understood",
            "This line was not understood and changes nothing. Begin it with an identifier in brackets, "
                + "or with one of: on, for, core, votes, also called, substitute, term, ended."
        ),
        (
            "term: from 1 April 2026; held by p-17; inducted 9 April 2026",
            "term: from 1 April 2026; held by Ann Other", "refused",
            "The seat “nurse” cannot be held by “Ann Other”: that is no role of the committee, and a "
                + "person is named by the identifier that your own system has, without spaces. Never "
                + "record a person's name here."
        ),
        (
            "[plan-2026] Moor Plan", "[plan-2026] Moor Plans", "not-said-here",
            "The title of the plan [plan-2026] is not changed here; it comes with the plan."
        ),
    ])
    func aNearMissIsAFinding(
        _ line: String,
        _ changed: String,
        _ kind: String,
        _ message: String
    ) throws {
        let record = Self.full()
        let text = Self.sheet(of: record)
        #expect(text.contains("\n\(line)\n"))
        let reading = try Self.read(
            text.replacing("\n\(line)\n", with: "\n\(changed)\n"),
            against: record
        )
        #expect(Self.said(reading) == [])
        let number = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
            $0 == line
        }
        #expect(reading.findings.first?.line == number.map { $0 + 1 })
        #expect(reading.findings.first?.kind == kind)
        #expect(reading.findings.first?.message == message)
    }

    @Test func withoutItsEndTheLastLineIsHeld() throws {
        let record = Self.full()
        let text = Self.sheet(of: record).replacing(
            "overseen by: Quality Group",
            with: "overseen by: N"
        )
        .replacing("[END]", with: "")
        let reading = try Self.read(text, against: record)
        #expect(Self.said(reading) == [])
        #expect(reading.findings.map(\.kind) == ["end-lost"])
    }

    @Test func anythingElseIsNoSheet() {
        let record = Self.full()
        let error = #expect(throws: SheetError.self) {
            try Self.read("Dear all,\nnothing new here.\n", against: record)
        }
        #expect(
            error?.message
                == "sheet.txt is no sheet of a committee's structure: it has neither the line “COMMITTEE "
                + "STRUCTURE” nor a heading such as “SEATS”. Write a sheet, and send that one back."
        )
    }

    @Test func withoutItsReferenceItIsComparedWithTheRecordAsItIs() throws {
        let record = Self.full()
        let text = Self.sheet(of: record).replacing("(ref \(record.drafts.count))", with: "")
            .replacing("quorum: 5", with: "quorum: 6")
        let reading = try Self.read(text, against: record)
        #expect(Self.said(reading) == ["body/cpc body.quorum-set"])
        #expect(reading.findings.map(\.kind) == ["no-reference"])
    }

    // MARK: Other words

    @Test func otherWordsForALabelAreRead() throws {
        let record = Self.full()
        let text = Self.sheet(of: record)
            .replacing("\nunder: Quality Group", with: "\nparent: Moor Committee")
            .replacing("\nfor: ", with: "\nagency: ").replacing("\npurpose: ", with: "\nremit: ")
        let reading = try Self.read(text, against: record)
        #expect(Self.doubts(reading) == [])
        #expect(Self.said(reading) == ["group/neglect group.reports-to-set"])
    }

    @Test(arguments: [
        ("purp: To see", "“purp” is not said of a group. Did you mean “purpose”?"),
        ("parnt: cpc", "“parnt” is not said of a group. Did you mean “under”?"),
        (
            "purpose To see",
            "This line begins with “purpose” and has no colon behind it, so it changes nothing. Write "
                + "“purpose:”."
        ),
    ])
    func aLabelThatIsNotWholeIsTold(_ line: String, _ message: String) throws {
        let record = Self.full()
        let text = Self.sheet(of: record)
            .replacing("\n[qa] Quality Group\n", with: "\n[qa] Quality Group\n\(line)\n")
        let reading = try Self.read(text, against: record)
        #expect(reading.findings.map(\.message) == [message])
        #expect(Self.said(reading) == [])
    }

    @Test func aLineOfCommentSaysNothing() throws {
        let record = Self.full()
        let text = Self.sheet(of: record)
            .replacing(
                "\n[qa] Quality Group\n",
                with: "\n# [new x] Y\n[qa] Quality Group\n# life: none\n"
            )
        let reading = try Self.read(text, against: record)
        #expect(Self.doubts(reading) == [])
        #expect(Self.said(reading) == [])
        #expect(text.contains("#   [new transitions] Transitions Group\n"))
    }

    @Test func withoutAProfileTheSheetHasTheNameOfTheCommittee() {
        let record = StructureRecord(withProfile: false)
        #expect(
            Self.sheet(of: record).hasPrefix(
                "COMMITTEE STRUCTURE: Moor, at 31 October 2026 (ref 0)\n"
            )
        )
    }

    @Test func anotherNameOfTheSameIsNoChange() throws {
        var record = Self.full()
        let text = Self.sheet(of: record).replacing(
            "owned by: Moor Committee",
            with: "owned by: CPC"
        )
        record.say(
            .plan("plan-2026"),
            .planBodiesSet(PlanBodies(planID: "plan-2026", ownerID: "cpc", coordinatorID: "nurse"))
        )
        let reading = try Self.read(
            text.replacing("overseen by: Quality Group\n", with: ""),
            against: record
        )
        #expect(Self.doubts(reading) == [])
        #expect(Self.said(reading) == [])
    }
}
