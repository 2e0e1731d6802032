// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Change {
    /// The open kind under which the change is kept.
    public var kind: EntryKind { EntryKind(kindName) }

    private var kindName: String {
        switch fact {
        case .planDrafted: "plan.drafted"
        case .textsSet: "plan.texts-set"
        case .keyWordingSet: "plan.key-wording-set"
        case .footnotesSet: "plan.footnotes-set"
        case .statedFactsSet: "plan.stated-facts-set"
        case .alignmentsSet: "plan.alignments-set"
        case .checkStated: "plan.check-stated"
        case .approvalChainSet: "plan.approval-chain-set"
        case .submitted: "plan.submitted"
        case .approved: "plan.approved"
        case .published: "plan.published"
        case .predecessorsNamed: "plan.predecessors-named"
        case .added: "action.added"
        case .textSet: "action.text-set"
        case .statementSet: "action.statement-set"
        case .notesSet: "action.notes-set"
        case .leadsSet: "action.leads-set"
        case .timescaleSet: "action.timescale-set"
        case .statusReported: "action.status-reported"
        case .progressReported: "action.progress-reported"
        case .evidenceSet: "action.evidence-set"
        case .expectedImpactSet: "action.expected-impact-set"
        case .localSet: "action.local-set"
        case .goesOn: "action.goes-on"
        case .completed: "action.completed"
        case .reopened: "action.reopened"
        case .left: "action.left"
        case .leadRolesSet: "action.lead-roles-set"
        case .itemPredecessorsNamed: "action.predecessors-named"
        case .audienceSet: "action.audience-set"
        case .profileSet: "committee.profile-set"
        case .registerSet: "risk-register.set"
        case .scaleMigrated: "risk-register.scale-migrated"
        case .risk(let fact): fact.name.kind.rawValue
        case .meetingsSet: "meetings.set"
        case .workingDaysSet: "committee.working-days-set"
        case .dataSetSet: "data-set.set"
        case .dataReceived: "data-set.received"
        case .reminder(_, let deed, _): "reminder.\(deed.name)"
        case .imported: "document.imported"
        }
    }

    /// Makes the entry that records the change.
    ///
    /// Free text that people report is kept as an erasable text beside the entry.
    ///
    /// - Parameters:
    ///   - effective: The date on which the change takes effect.
    ///   - isBound: Whether it is only known to have happened by that date.
    ///   - by: Who records it.
    ///   - reason: Why, when somebody says so.
    /// - Returns: The entry, ready to append.
    public func draft(
        effective: CivilDate,
        isBound: Bool = false,
        by: String,
        reason: String? = nil
    ) -> EntryDraft {
        var payload = self.payload
        var texts: [ErasableText] = []
        if case .progressReported(let text, _, _) = fact {
            texts = [ErasableText("progress", text.markup)]
            payload["text"] = ErasableText.reference(to: "progress")
        }
        if case .risk(let fact) = fact { (payload, texts) = fact.recorded }
        if case .reminder(_, _, let note) = fact, !note.isEmpty {
            texts = [ErasableText("note", note.markup)]
        }
        if case .textsSet(let pieces) = fact {
            payload["texts"] = .array(
                pieces.enumerated().map { index, piece in
                    guard piece.place == .signatory else { return piece.json }
                    let name = "signatory-\(index)"
                    texts.append(ErasableText(name, piece.text.markup))
                    var members = piece.json.members ?? JSONObject()
                    members["text"] = ErasableText.reference(to: name)
                    return .object(members)
                }
            )
        }
        return EntryDraft(
            subject: subject,
            kind: kind,
            payload: .object(payload),
            texts: texts,
            effective: effective,
            effectiveIsBound: isBound,
            by: by,
            reason: reason
        )
    }

    private var payload: JSONObject {
        switch fact {
        case .planDrafted(let outline): outline.json
        case .textsSet(let texts): ["texts": .array(texts.map(\.json))]
        case .keyWordingSet(let key): ["key": .array(key.map(\.json))]
        case .footnotesSet(let notes): ["footnotes": .array(notes.map(\.json))]
        case .statedFactsSet(let facts): ["facts": .array(facts.map(\.json))]
        case .alignmentsSet(let plans): ["plans": .array(plans.map(\.json))]
        case .checkStated(let check): check.json
        case .approvalChainSet(let bodies): ["bodies": .array(bodies.map(JSONValue.string))]
        case .submitted(let body): ["to": .string(body)]
        case .approved(let body): ["by": .string(body)]
        case .published(let publication): publication.json
        case .predecessorsNamed(let ids), .itemPredecessorsNamed(let ids):
            ["predecessors": .array(ids.map(JSONValue.string))]
        case .added(let outline): outline.json
        case .textSet(let text), .statementSet(let text), .evidenceSet(let text),
            .expectedImpactSet(let text):
            ["text": .string(text.markup)]
        case .notesSet(let notes): ["notes": .array(notes.map { .string($0.markup) })]
        case .leadsSet(let leads): leads.json
        case .timescaleSet(let timescale): timescale.json
        case .statusReported(let printed, let scheme):
            JSONObject(compact: ["printed": .string(printed), "scheme": .string(optional: scheme)])
        case .progressReported(let text, let asAt, let audience):
            JSONObject(
                compact: [
                    "text": .string(text.markup), "asAt": .date(asAt),
                    "audience": .string(audience.rawValue),
                ])
        case .localSet(let name, let text):
            ["name": .string(name), "text": .string(text.markup)]
        case .goesOn, .completed, .reopened: [:]
        case .left(let kind, let destination):
            JSONObject(compact: ["kind": .string(kind), "to": .string(optional: destination)])
        case .audienceSet(let audience): ["audience": .string(audience.rawValue)]
        case .leadRolesSet(let returner, let keyPeople):
            JSONObject(
                compact: [
                    "returner": .string(optional: returner),
                    "keyPeople": .array(keyPeople.map(JSONValue.string)),
                ])
        case .meetingsSet(let series): ["series": series.json]
        case .workingDaysSet(let calendar): ["calendar": calendar.json]
        case .dataSetSet(let dataSet): ["dataSet": dataSet.json]
        case .dataReceived(let period): ["period": .date(period)]
        case .reminder(let reminder, let deed, let note):
            Self.payload(of: deed, on: reminder, note: note)
        case .profileSet(let value): ["profile": value]
        case .registerSet(let value): ["register": value]
        case .scaleMigrated(let migration): migration.json
        case .risk(let fact): fact.json
        case .imported(let record): record.json
        }
    }
}

extension Change {
    /// The kinds of entry that this version reads.
    static let kinds = ownKinds.union(remindingKinds)
        .union(RiskFact.Name.allCases.map(\.kind))

    private static let ownKinds: Set<EntryKind> = [
        "plan.drafted", "plan.texts-set", "plan.key-wording-set", "plan.footnotes-set",
        "plan.stated-facts-set", "plan.alignments-set", "plan.check-stated",
        "plan.approval-chain-set", "plan.submitted",
        "plan.approved", "plan.published", "plan.predecessors-named", "action.added",
        "action.text-set", "action.statement-set", "action.notes-set", "action.leads-set",
        "action.timescale-set", "action.status-reported", "action.progress-reported",
        "action.evidence-set", "action.expected-impact-set", "action.local-set", "action.goes-on",
        "action.completed", "action.reopened", "action.left", "action.predecessors-named",
        "action.audience-set", "action.lead-roles-set", "committee.profile-set",
        "risk-register.set", "risk-register.scale-migrated", "document.imported",
    ]

    /// Reads the typed view of an entry.
    ///
    /// It is nil when this version does not know the kind or cannot read the payload; such an entry
    /// is kept and counted.
    ///
    /// - Parameters:
    ///   - subject: The entry's subject.
    ///   - kind: The entry's kind.
    ///   - payload: The entry's payload, with its erasable texts put back.
    public init?(subject: SubjectReference, kind: EntryKind, payload: JSONValue) {
        guard let members = payload.members, let fact = Self.fact(kind.rawValue, members)
        else { return nil }
        self.init(subject, fact)
    }

    private static func fact(_ kind: String, _ members: JSONObject) -> Fact? {
        switch kind.split(separator: ".").first {
        case "plan": planFact(kind, members)
        case "action": itemFact(kind, members)
        case "risk":
            RiskFact.Name(kind: EntryKind(kind)).flatMap { name in
                RiskFact(recorded: name, .object(members)).map(Fact.risk)
            }
        default: otherFact(kind, members)
        }
    }

    private static func planFact(_ kind: String, _ members: JSONObject) -> Fact? {
        switch kind {
        case "plan.drafted": PlanOutline(json: members).map(Fact.planDrafted)
        case "plan.texts-set": .textsSet(members.list("texts", PlanText.init(json:)))
        case "plan.key-wording-set": .keyWordingSet(members.list("key", KeyWording.init(json:)))
        case "plan.footnotes-set":
            .footnotesSet(members.list("footnotes", PlanFootnote.init(json:)))
        case "plan.stated-facts-set": .statedFactsSet(members.list("facts", StatedFact.init(json:)))
        case "plan.alignments-set": .alignmentsSet(members.list("plans", PlanAlignment.init(json:)))
        case "plan.check-stated": ProgressCheck(json: members).map(Fact.checkStated)
        case "plan.approval-chain-set": .approvalChainSet(members.texts("bodies"))
        case "plan.submitted": members.text("to").map { .submitted(to: $0) }
        case "plan.approved": members.text("by").map { .approved(by: $0) }
        case "plan.published": Publication(json: members).map(Fact.published)
        case "plan.predecessors-named": .predecessorsNamed(members.texts("predecessors"))
        default: nil
        }
    }

    private static func itemFact(_ kind: String, _ members: JSONObject) -> Fact? {
        switch kind {
        case "action.added": ItemOutline(json: members).map(Fact.added)
        case "action.text-set": members.givenProse("text").map(Fact.textSet)
        case "action.statement-set": members.givenProse("text").map(Fact.statementSet)
        case "action.notes-set": .notesSet(members.texts("notes").map { Prose(markup: $0) })
        case "action.leads-set": .leadsSet(Leads(json: members))
        case "action.timescale-set": Timescale(json: members).map(Fact.timescaleSet)
        case "action.status-reported":
            members.text("printed").map {
                .statusReported(printed: $0, scheme: members.text("scheme"))
            }
        case "action.progress-reported":
            progress(members)
        case "action.evidence-set": members.givenProse("text").map(Fact.evidenceSet)
        case "action.expected-impact-set": members.givenProse("text").map(Fact.expectedImpactSet)
        case "action.local-set":
            members.text("name").flatMap { name in
                members.givenProse("text").map { .localSet(name: name, $0) }
            }
        case "action.goes-on": .goesOn
        case "action.completed": .completed
        case "action.reopened": .reopened
        case "action.left":
            members.text("kind").map { .left(kind: $0, destination: members.text("to")) }
        case "action.predecessors-named": .itemPredecessorsNamed(members.texts("predecessors"))
        case "action.lead-roles-set":
            .leadRolesSet(returner: members.text("returner"), keyPeople: members.texts("keyPeople"))
        case "action.audience-set":
            members.text("audience").flatMap(Audience.init).map(Fact.audienceSet)
        default: nil
        }
    }

    /// A report of progress; an audience that this version does not know is never widened.
    private static func progress(_ members: JSONObject) -> Fact? {
        guard let text = members.givenProse("text") else { return nil }
        let audience = members.text("audience").map { Audience(rawValue: $0) ?? .restricted }
        return .progressReported(text, asAt: members.date("asAt"), audience: audience ?? .public)
    }

    private static func otherFact(_ kind: String, _ members: JSONObject) -> Fact? {
        switch kind {
        case "committee.profile-set": members["profile"].map(Fact.profileSet)
        case "risk-register.set": members["register"].map(Fact.registerSet)
        case "risk-register.scale-migrated":
            (try? RiskScaleMigration(json: JSONNode(.object(members), line: 1), source: kind))
                .map(Fact.scaleMigrated)
        case "document.imported": ImportRecord(json: members).map(Fact.imported)
        default: remindingFact(kind, members)
        }
    }
}

extension Prose {
    /// What stands where a text was erased.
    static var erased: Prose { Prose("[erased]") }
}
