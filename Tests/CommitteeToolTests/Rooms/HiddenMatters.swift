// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation

/// The record of an invented committee that has something to hide from every audience.
///
/// Every text and every identifier of what is hidden is a canary: a word that stands nowhere else and
/// begins with ``mark(of:)`` of the widest audience that may read it. What is hidden can be made
/// ``copies`` times and with other canaries, so that two records differ in nothing else.
struct HiddenMatters: Sendable {
    static let committee: CommitteeID = "glenmore-ppc"
    static let name = "Glenmore Public Protection Committee"
    static let plan = "glenmore-2026-2029"
    static let register = "main"
    static let start = CivilDate(2026, 4, 1)
    /// A day on which everything hidden is recorded, and before what happens later.
    static let since = CivilDate(2026, 6, 30)
    static let today = CivilDate(2026, 10, 31)
    /// The audiences for which something can be hidden from a wider one.
    static let levels: [Audience] = [.partners, .committee, .restricted]

    /// How many of each hidden matter there are, by the widest audience that may know of them.
    var copies: [Audience: Int] = [:]
    /// What is added to every canary of an audience.
    var salt: [Audience: String] = [:]
    /// The entries, in order.
    private(set) var drafts: [EntryDraft] = []
    /// Identifiers of hidden matters that somebody may ask for, with the audience that may.
    private(set) var asked: [(matter: SubjectReference, audience: Audience)] = []
    private var counts: [Audience: Int] = [:]
    var day = HiddenMatters.start

    /// What every canary begins with that is for an audience and for no wider one.
    static func mark(of audience: Audience) -> String {
        switch audience {
        case .public: "sparrow"
        case .partners: "puffinq"
        case .committee: "cormorq"
        case .restricted: "redstaq"
        }
    }

    /// What a text says, with other names in place of canaries of which somebody may not know.
    static func asStranger(_ text: String, to audience: Audience) -> String {
        forbidden(to: audience).reduce(text) {
            $0.replacingOccurrences(of: $1, with: "whimbrz")
        }
    }

    /// The beginnings of the canaries that an audience may not read.
    static func forbidden(to audience: Audience) -> [String] {
        levels.filter { $0 > audience }.map(mark)
            + (audience < .committee ? [reviewMark] : audience < .restricted ? ["LR-7"] : [])
    }

    /// A canary.
    mutating func word(_ audience: Audience) -> String {
        counts[audience, default: 0] += 1
        return "\(Self.mark(of: audience))\(salt[audience] ?? "")x\(counts[audience] ?? 0)"
    }

    /// The canaries in what is recorded by entries of some kinds, each with the widest audience that may read
    /// it.
    ///
    /// The reasons of entries are left out: no export has them.
    func canaries(of kinds: Set<EntryKind>) -> [String: Audience] {
        var found: [String: Audience] = [:]
        for draft in drafts where kinds.contains(draft.kind) {
            for (canary, audience) in Self.canaries(in: draft) { found[canary] = audience }
        }
        return found
    }

    /// The canaries in one entry, without its reason.
    static func canaries(in draft: EntryDraft) -> [String: Audience] {
        let text = ([draft.payload.indentedText, draft.subject.id] + draft.texts.map(\.text))
            .joined(separator: "\n")
        var found: [String: Audience] = [:]
        for audience in levels {
            let mark = mark(of: audience)
            for match in text.matches(of: /[a-z]+q[a-z0-9]*x[0-9]+/)
            where match.output.hasPrefix(mark) {
                found[String(match.output)] = audience
            }
        }
        for match in text.matches(of: /LR-(3|7)[A-Z]+/) {
            found[String(match.output.0)] = match.output.1 == "3" ? .committee : .restricted
        }
        return found
    }

    mutating func prose(_ audience: Audience) -> Prose { Prose(word(audience)) }

    mutating func note(_ matter: SubjectReference, for audience: Audience) {
        asked.append((matter, audience))
    }

    /// Records a fact, with a canary of an audience as its reason.
    mutating func record(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        why audience: Audience? = nil
    ) {
        let reason = audience.map { word($0) }
        drafts.append(
            Change(subject, fact).draft(effective: day, by: "lead-officer", reason: reason)
        )
    }

    mutating func record(_ risk: String, _ facts: [RiskFact], why audience: Audience? = nil) {
        for fact in facts { record(.risk(risk), .risk(fact), why: audience) }
    }

    /// Records everything.
    init(copies: [Audience: Int] = [:], salt: [Audience: String] = [:]) throws {
        self.copies = copies
        self.salt = salt
        try recordCommittee()
        recordPlan()
        for audience in Self.levels {
            for _ in 0..<(copies[audience] ?? 1) { recordHiddenActions(for: audience) }
        }
        recordDraft()
        recordSeat()
        try recordRegisters()
        for audience in Self.levels {
            for _ in 0..<(copies[audience] ?? 1) { try recordHiddenRisks(for: audience) }
        }
        recordMentions()
        recordRounds()
        recordMeetings()
        recordDocuments()
        recordLearningReviews()
        recordFigures()
        recordQuality()
        recordVoices()
        recordProgrammes()
        recordLater()
    }

    // MARK: The committee

    private mutating func recordCommittee() throws {
        let profile = """
            {
              "body": { "id": "committee", "name": "Glenmore Public Protection Committee",
                "kind": "committee", "councils": ["glenmore"] },
              "roles": [
                { "id": "chair", "title": "Independent Chair", "body": "committee" },
                { "id": "lead-officer", "title": "Lead Officer", "body": "committee" }
              ],
              "members": [
                { "body": "committee", "role": "chair", "from": "2024-04-01",
                  "until": "2027-03-31" }
              ]
            }
            """
        record(
            .committee,
            .profileSet(try JSONReader.read(Array(profile.utf8), source: "profile").value)
        )
        for _ in 0..<(copies[.committee] ?? 1) {
            let id = word(.committee)
            let data = DataSet(
                id: id,
                title: word(.committee),
                lead: word(.committee),
                every: Period(1, .quarters),
                from: CivilDate(2026, 6, 30),
                within: .workingDays(20)
            )
            record(.dataSet(id), .dataSetSet(data), why: .committee)
            day = CivilDate(2026, 7, 21)
            record(.dataSet(id), .dataReceived(period: CivilDate(2026, 6, 30)), why: .committee)
            day = Self.start
            note(.dataSet(id), for: .committee)
        }
    }

    // MARK: Plans

    static let levelNames = [LevelName("priority", plural: "priorities"), LevelName("action")]

    private static func read(_ words: String) -> Timescale { TimescaleReader().read(words) }

    private mutating func recordPlan() {
        let plan = SubjectReference.plan(Self.plan)
        let outline = PlanOutline(
            title: "Glenmore plan 2026 to 2029",
            period: CivilSpan(Self.start...CivilDate(2029, 3, 31)),
            levels: Self.levelNames,
            layout: "glenmore/plan",
            scheme: "glenmore/key"
        )
        record(plan, .planDrafted(outline), why: .partners)
        record(
            plan,
            .checkStated(
                ProgressCheck(
                    date: CivilDate(2026, 6, 1),
                    words: "1 June 2026",
                    name: "First check",
                    total: 3,
                    completed: 1,
                    added: nil,
                    ongoing: 2,
                    isStated: true
                )
            )
        )
        add("1", "People are heard", level: 0)
        for (id, text) in [
            ("1.1", "Write a card"), ("1.2", "Ask on the form"), ("1.3", "Ring back"),
        ] {
            add(id, Prose(text), level: 1, parent: "1")
            item(id, .leadsSet(Leads(words: "Lead Officer")))
            item(id, .timescaleSet(Self.read("By 31 July 2026")), why: .partners)
        }
        item("1.1", .timescaleSet(Self.read("By 31 August 2026")), why: .partners)
        item("1.1", .statusReported(printed: "R", scheme: "glenmore/key"), why: .partners)
        for audience in Self.levels {
            for _ in 0..<(copies[audience] ?? 1) {
                item(
                    "1.1",
                    .progressReported(prose(audience), asAt: day, audience: audience),
                    why: audience
                )
            }
        }
        item("1.2", .completed, why: .partners)
        item("1.2", .reopened, why: .partners)
        item("1.2", .goesOn, why: .partners)
        item("1.2", .completed, why: .partners)
        item("1.3", .left(kind: "transferred", destination: "phone-plan"), why: .partners)
        record(plan, .approved(by: "committee"), why: .partners)
    }

    private mutating func add(
        _ id: String,
        _ text: Prose,
        level: Int,
        parent: String? = nil,
        list: PlanList = .table
    ) {
        let outline = ItemOutline(list: list, level: level, parent: parent, number: id, text: text)
        item(id, .added(outline))
    }

    private mutating func item(_ id: String, _ fact: Change.Fact, why audience: Audience? = nil) {
        record(.action(id, of: Self.plan), fact, why: audience)
    }

    /// Actions that are hidden themselves, and one that is under a hidden one.
    private mutating func recordHiddenActions(for audience: Audience) {
        let (late, done, gone, above, below) = (
            word(audience), word(audience), word(audience), word(audience), word(audience)
        )
        for id in [late, done, gone] {
            add(id, prose(audience), level: 1, parent: "1")
            item(id, .audienceSet(audience), why: audience)
            fill(id, audience)
        }
        add(above, prose(audience), level: 0)
        item(above, .statementSet(prose(audience)), why: audience)
        item(above, .audienceSet(audience), why: audience)
        add(below, prose(audience), level: 1, parent: above)
        fill(below, audience)
        for list in [PlanList.maintenance, .backlog] {
            let id = word(audience)
            add(id, prose(audience), level: 0, list: list)
            item(id, .audienceSet(audience), why: audience)
            item(id, .leadsSet(Leads(words: prose(audience))), why: audience)
            note(.action(id, of: Self.plan), for: audience)
        }
        item(done, .completed, why: audience)
        item(done, .reopened, why: audience)
        item(done, .completed, why: audience)
        item(gone, .left(kind: "transferred", destination: word(audience)), why: audience)
        for id in [late, done, gone, above, below] {
            note(.action(id, of: Self.plan), for: audience)
        }
        act(.action(late, of: Self.plan), audience)
    }

    /// Everything that can be said of an action.
    private mutating func fill(_ id: String, _ audience: Audience) {
        let key = word(audience)
        let facts: [Change.Fact] = [
            .textSet(prose(audience)), .notesSet([prose(audience), prose(audience)]),
            .leadsSet(Leads(words: Prose(key), names: [key])),
            .leadRolesSet(returner: key, keyPeople: []),
            .timescaleSet(Self.read("By 31 July 2026")),
            .timescaleSet(Self.read("By 30 September 2026")),
            .statusReported(printed: word(audience), scheme: nil),
            .progressReported(prose(audience), asAt: day, audience: .public),
            .progressReported(prose(audience), asAt: day, audience: audience),
            .evidenceSet(prose(audience)), .expectedImpactSet(prose(audience)),
            .localSet(name: "budget", prose(audience)),
            .localSet(name: word(audience), prose(audience)),
            .itemPredecessorsNamed([word(audience)]), .goesOn, .renumbered(word(audience)),
        ]
        for fact in facts { item(id, fact, why: audience) }
    }

    /// What people do about the reminders of a matter.
    private mutating func act(
        _ subject: SubjectReference,
        _ audience: Audience,
        isHidden: Bool = true
    ) {
        let deeds: [ReminderAct.Deed] = [
            .acknowledged, .snoozed(until: CivilDate(2026, 12, 24)),
            .delegated(to: word(max(audience, .committee))), .done, .stopped,
        ]
        for (place, deed) in deeds.enumerated() where isHidden || place < 2 {
            let reminder = ReminderIdentity(
                rule: "glenmore/chase",
                subject: subject,
                due: CivilDate(2026, 9, 30),
                step: "overdue-\(place + 1)"
            )
            // Only the committee reads what was done about a reminder.
            let reader = max(audience, .committee)
            record(subject, .reminder(reminder, deed, note: prose(reader)), why: reader)
        }
    }

    /// A plan that is a draft, of which the public does not know.
    private mutating func recordDraft() {
        for _ in 0..<(copies[.partners] ?? 1) {
            let id = word(.partners)
            let outline = PlanOutline(
                title: word(.partners),
                period: CivilSpan(CivilDate(2026, 9, 1)...CivilDate(2029, 8, 31)),
                levels: Self.levelNames
            )
            record(.plan(id), .planDrafted(outline), why: .partners)
            for fact in [
                Change.Fact.textsSet([PlanText(place: .introduction, text: prose(.partners))]),
                .footnotesSet([PlanFootnote(mark: "1", text: prose(.partners))]),
                .statedFactsSet([StatedFact(name: "approved", words: word(.partners))]),
                .alignmentsSet([PlanAlignment(title: word(.partners))]),
                .submitted(to: word(.partners)),
            ] { record(.plan(id), fact, why: .partners) }
            let action = SubjectReference.action(word(.partners), of: id)
            record(action, .added(ItemOutline(level: 0, text: prose(.partners))))
            record(action, .timescaleSet(Self.read("By 30 September 2026")), why: .partners)
            record(
                .plan(id),
                .planBodiesSet(PlanBodies(planID: id, ownerID: "committee")),
                why: .partners
            )
            note(.plan(id), for: .partners)
            note(action, for: .partners)
        }
    }

    /// Who holds a seat is for the committee; that there is one, and from when, is for everybody.
    private mutating func recordSeat() {
        let seat = SubjectReference.seat("paramedic")
        record(seat, Member.Seats.role.fact("Lead Paramedic"))
        let term = Member.Term(
            from: CivilDate(2026, 5, 1),
            holderID: word(.committee),
            inducted: CivilDate(2026, 5, 4)
        )
        record(seat, Member.Seats.term.fact(term), why: .committee)
    }

    /// What may be seen speaks of what may not, and the committee acts on reminders of it.
    private mutating func recordMentions() {
        let actions = asked.filter { $0.matter.kind == "action" }.map(\.matter.id)
        let slashed = actions.map { $0.split(separator: "#").joined(separator: "/") }
        item("1.1", .itemPredecessorsNamed(["older/1"] + actions + slashed))
        act(.action("1.1", of: Self.plan), .committee, isHidden: false)
        let risks = asked.filter { $0.matter.kind == "risk" }.map(\.matter.id)
        record(
            "R1",
            [
                .treated(.treat, actions: actions + ["\(Self.plan)#1.1"]),
                .linked(
                    actions.map { Risk.Link(.action, $0) } + risks.map { Risk.Link(.risk, $0) }
                ),
            ],
            why: .partners
        )
        record("R2", [.replaced(by: risks)], why: .partners)
    }

    /// What happens after the day with which editions are compared.
    private mutating func recordLater() {
        day = CivilDate(2026, 8, 1)
        item("1.1", .statusReported(printed: "G", scheme: "glenmore/key"), why: .partners)
        for (matter, audience) in asked {
            if matter.kind == "risk" {
                record(matter.id, [.reviewed(outcome: word(audience), next: nil)], why: audience)
            } else if let id = matter.planItem, id.plan == Self.plan {
                item(
                    id.item,
                    .progressReported(prose(audience), asAt: nil, audience: .public),
                    why: audience
                )
                item(id.item, .timescaleSet(Self.read("By 31 January 2027")), why: audience)
            }
        }
    }
}
