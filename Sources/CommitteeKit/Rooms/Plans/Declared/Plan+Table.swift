// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Plan {
    /// The fields and events of a plan as a whole.
    public enum Entries {}

    /// Everything that can be said of a plan as a whole.
    public static let table = SubjectTable<Plan>([
        Entries.drafted.declaration,
        Entries.texts.declaration,
        Entries.keyWording.declaration,
        Entries.footnotes.declaration,
        Entries.statedFacts.declaration,
        Entries.alignments.declaration,
        Entries.checkStated.declaration,
        Entries.approvalChain.declaration,
        Entries.submitted.declaration,
        Entries.approved.declaration,
        Entries.published.declaration,
        Entries.predecessors.declaration,
    ])
}

extension Plan.Entries {
    /// The plan was drafted, or its outline drawn anew.
    static let drafted = Event<Plan, PlanOutline>(
        "plan.drafted",
        "The plan's title, period, levels, layout, status key and counting rules.",
        by: .object(
            "the outline of a plan",
            needs: ["title"],
            { $0.json },
            { PlanOutline(json: $0) }
        )
    ) { plan, outline, _ in
        plan.title = outline.title
        plan.period = outline.period
        plan.levels = outline.levels
        plan.layout = outline.layout
        plan.scheme = outline.scheme
        plan.counting = outline.counting
        plan.inherits = outline.inherits
        return nil
    }.carried { $0.ofDocument(json: []) }

    /// The text around the tables.
    static let texts = Field<Plan, [PlanText]>(
        "plan.texts-set",
        "texts",
        "The text around its tables; the names of those who signed can be erased.",
        empty: [],
        by: Codec(
            write: { PlanText.recorded($0) },
            read: { (payload) throws(PayloadError) in
                try payload.objects("texts", PlanText.init(json:))
            }
        ),
        at: { $0[$1].texts },
        set: { $0.texts = $1 }
    ).carried { ways in
        ways.ofDocument(json: [JSONMember("texts") { .array($0[$1].texts.map(\.json)) }])
    }

    /// The wording of the status key.
    static let keyWording = list(
        "plan.key-wording-set",
        "key_wording",
        "What the plan prints beside each letter of its status key.",
        member: "key",
        \.json,
        KeyWording.init(json:),
        at: { $0[$1].keyWording },
        set: { $0.keyWording = $1 }
    )

    /// The footnotes.
    static let footnotes = list(
        "plan.footnotes-set",
        "footnotes",
        "Its footnotes.",
        member: "footnotes",
        \.json,
        PlanFootnote.init(json:),
        at: { $0[$1].footnotes },
        set: { $0.footnotes = $1 }
    )

    /// The single facts that the document states.
    static let statedFacts = list(
        "plan.stated-facts-set",
        "stated_facts",
        "Single facts that the document states in words of its own.",
        member: "facts",
        \.json,
        StatedFact.init(json:),
        at: { $0[$1].statedFacts },
        set: { $0.statedFacts = $1 }
    )

    /// The other plans that it supports.
    static let alignments = list(
        "plan.alignments-set",
        "alignments",
        "The other plans that it supports.",
        member: "plans",
        \.json,
        PlanAlignment.init(json:),
        at: { $0[$1].alignments },
        set: { $0.alignments = $1 }
    )

    /// The bodies that must approve it, in their order.
    static let approvalChain = Field<Plan, [String]>(
        "plan.approval-chain-set",
        "approval_chain",
        "The bodies that must approve it, in their order.",
        .names,
        member: "bodies",
        at: { $0[$1].approvalChain },
        set: { $0.approvalChain = $1 }
    ).carried { ways in
        ways.ofDocument(
            json: [
                JSONMember("approvalChain") { plans, place in
                    let chain = plans[place].approvalChain
                    return chain.isEmpty ? .null : .array(chain.map(JSONValue.string))
                }
            ]
        )
    }

    /// The plans that it succeeds.
    static let predecessors = Field<Plan, [String]>(
        "plan.predecessors-named",
        "predecessors",
        "The identifiers of the plans that it succeeds.",
        .names,
        member: "predecessors",
        at: { $0[$1].predecessors },
        set: { $0.predecessors = $1 }
    ).carried { ways in
        ways.ofDocument(
            json: [
                JSONMember("predecessors") { .array($0[$1].predecessors.map(JSONValue.string)) }
            ]
        )
        ways.comparison = .not(because: "a new plan is linked to the one before by other means")
    }

    /// The document states a progress check.
    static let checkStated = Event<Plan, ProgressCheck>(
        "plan.check-stated",
        "A line of figures that the plan's own document states.",
        part: { $0["words"]?.text },
        by: .object("a progress check", needs: ["words"], { $0.json }, { ProgressCheck(json: $0) })
    ) { plan, check, _ in
        plan.statedChecks.removeAll { $0.words == check.words && $0.name == check.name }
        plan.statedChecks.append(check)
        return nil
    }.carried { $0.ofDocument(json: []) }

    /// The plan was put before a body.
    static let submitted = Event<Plan, String>(
        "plan.submitted",
        "The plan was put before a body.",
        by: .body("to")
    ) { plan, body, step in
        plan.milestones.append(DocumentMilestone(kind: .submitted(to: body), on: step.effective))
        return nil
    }.carried { ways in
        ways.ofDocument(json: [JSONMember("milestones") { $0[$1].milestonesJSON }])
        ways.request = .by([
            RequestForm("submitted") { (fields, _) throws(JSONError) in
                let inner = try fields.required("submitted", as: .fields(known: ["to"]))
                return [RequestedFact(.submitted(to: try inner.required("to", as: .name)))]
            }
        ])
        ways.sentence = .by(
            Sentence { earlier, later, _ in
                later.milestones.filter { !earlier.milestones.contains($0) }.map(\.inWords)
            }
        )
    }

    /// A body approved the plan.
    static let approved = Event<Plan, String>(
        "plan.approved",
        "A body approved the plan.",
        by: .body("by")
    ) { plan, body, step in
        if let refusal = plan.refusal(ofApprovalBy: body, on: step.effective) { return refusal }
        plan.milestones.append(DocumentMilestone(kind: .approved(by: body), on: step.effective))
        return nil
    }.carried { ways in
        ways.ofDocument(json: [])
        ways.json = .not(because: "the member “milestones” has it")
        ways.sentence = .not(because: "the sentences of “plan.submitted” tell every milestone")
        ways.request = .by([
            RequestForm("approved") { (fields, _) throws(JSONError) in
                let inner = try fields.required("approved", as: .fields(known: ["by"]))
                return [RequestedFact(.approved(by: try inner.required("by", as: .name)))]
            }
        ])
    }

    /// The plan was published.
    static let published = Event<Plan, Publication>(
        "plan.published",
        "An issue of the plan was published: its number, and the hash of its frozen bytes.",
        by: .object("a publication", needs: ["issue"], { $0.json }, { Publication(json: $0) })
    ) { plan, publication, step in
        let next = plan.publications.count + 1
        guard publication.issue == next else {
            return "The next issue of the plan “\(plan.id)” is number \(next), not "
                + "\(publication.issue)."
        }
        plan.milestones.append(
            DocumentMilestone(kind: .published(publication), on: step.effective)
        )
        return nil
    }.carried { ways in
        ways.ofDocument(json: [])
        ways.json = .not(because: "the member “milestones” has it")
        ways.sentence = .not(because: "the sentences of “plan.submitted” tell every milestone")
    }

    /// A field that is a list of the parts of a document.
    private static func list<Part: Hashable & Sendable>(
        _ kind: EntryKind,
        _ name: String,
        _ summary: String,
        member: String,
        _ write: @escaping @Sendable (Part) -> JSONValue,
        _ read: @escaping @Sendable (JSONObject) -> Part?,
        at: @escaping Column<Plan>.Reader<[Part]>,
        set: @escaping @Sendable (inout Plan, [Part]) -> Void
    ) -> Field<Plan, [Part]> {
        Field<Plan, [Part]>(
            kind,
            name,
            summary,
            empty: [],
            by: Codec(members: { [member: .array($0.map(write))] }) {
                (payload) throws(PayloadError) in
                try payload.objects(member, read)
            },
            at: at,
            set: set
        ).carried { ways in
            ways.ofDocument(
                json: [JSONMember(FieldName(name).inJSON) { .array(at($0, $1).map(write)) }]
            )
        }
    }
}

extension Ways where Subject == Plan {
    /// Says what holds for the parts of a plan's document: they come with the document.
    fileprivate mutating func ofDocument(json members: [JSONMember<Plan>]) {
        let document = "it comes with the plan's document"
        request = .not(because: document)
        cell = .not(because: "it stands around the plan's tables, not in their cells")
        columns = .not(because: "scripts read it as a part of the plan")
        json = members.isEmpty ? .not(because: "the plan's own members say it") : .by(members)
        sentence = .not(because: "what is new in a document's own parts is read in the document")
        example = .not(because: "an example is a table")
        comparison = .not(because: "an import compares each part of a document in words of its own")
    }
}

extension Codec where Value == String {
    /// The name of a body, under one member.
    fileprivate static func body(_ member: String) -> Codec {
        Codec(members: { [member: .string($0)] }) { (payload) throws(PayloadError) in
            try payload.text(member)
        }
    }
}

extension PlanText {
    /// The texts as an entry keeps them: who signed is kept where it can be erased.
    fileprivate static func recorded(_ pieces: [PlanText]) -> Recorded {
        var texts: [ErasableText] = []
        let list = pieces.enumerated().map { index, piece -> JSONValue in
            guard piece.place == .signatory else { return piece.json }
            let name = "signatory-\(index)"
            texts.append(ErasableText(name, piece.text.markup))
            var members = piece.json.members ?? JSONObject()
            members["text"] = ErasableText.reference(to: name)
            return .object(members)
        }
        return Recorded(["texts": .array(list)], texts: texts)
    }
}

extension Plan {
    /// The issues of the plan, oldest first.
    ///
    /// - Complexity: O(*m*) in the number of milestones.
    public var publications: [Publication] {
        milestones.compactMap { milestone in
            if case .published(let publication) = milestone.kind { return publication }
            return nil
        }
    }

    fileprivate var milestonesJSON: JSONValue {
        .array(
            milestones.map { milestone in
                switch milestone.kind {
                case .submitted(let body):
                    ["submittedTo": .string(body), "on": .date(milestone.on)]
                case .approved(let body):
                    ["approvedBy": .string(body), "on": .date(milestone.on)]
                case .published(let issue):
                    ["published": .object(issue.json), "on": .date(milestone.on)]
                }
            }
        )
    }

    /// Returns why a body cannot approve the plan yet, when it cannot.
    fileprivate func refusal(ofApprovalBy body: String, on day: CivilDate) -> String? {
        guard let place = approvalChain.firstIndex(of: body) else {
            guard !approvalChain.isEmpty else { return nil }
            return "“\(body)” does not stand in the chain of approval of the plan “\(id)”. "
                + ClosestName.suggestion(for: body, in: approvalChain)
        }
        let missing = approvalChain[..<place].first { earlier in
            !milestones.contains { $0.kind == .approved(by: earlier) }
        }
        return missing.map {
            "“\(body)” cannot approve the plan “\(id)” on \(day) before “\($0)” has. Record that "
                + "approval first."
        }
    }
}

extension DocumentMilestone {
    /// What happened, in a sentence.
    fileprivate var inWords: ChangeInWords {
        let day = on.formatted("d MMMM yyyy")
        switch kind {
        case .submitted(let body):
            return ChangeInWords("submitted", "The plan was put before \(body) on \(day).")
        case .approved(let body):
            return ChangeInWords("approved", "The plan was approved by \(body) on \(day).")
        case .published(let publication):
            let issue = publication.issue > 1 ? " (issue \(publication.issue))" : ""
            return ChangeInWords("published", "The plan was published\(issue) on \(day).")
        }
    }
}
