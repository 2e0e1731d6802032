// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of programmes: how plans of areas are carried, told of in numbered updates, and reported.
public struct ProgrammesRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "programmes" }

    /// Programmes, milestones, trials, updates and recommendations.
    public var subjects: [SubjectKind] {
        [
            Programme.subjectKind, ProgrammeMilestone.subjectKind, ProgrammeTrial.subjectKind,
            ProgrammeUpdate.subjectKind, ProgrammeRecommendation.subjectKind,
        ]
    }

    /// What can be recorded in the room.
    public var kinds: [DeclaredKind] {
        Programme.table.kinds + ProgrammeMilestone.table.kinds + ProgrammeTrial.table.kinds
            + ProgrammeUpdate.table.kinds + ProgrammeRecommendation.table.kinds
    }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> ProgrammesFold { ProgrammesFold() }

    /// How a person writes what is said in the room.
    public var requests: [RequestTarget] {
        [
            Self.target("programme", "a programme", Programme.self),
            Self.target("programmeMilestone", "a milestone", ProgrammeMilestone.self),
            Self.target("programmeTrial", "a trial", ProgrammeTrial.self),
            Self.target("programmeUpdate", "an update of a programme", ProgrammeUpdate.self),
            Self.target(
                "programmeRecommendation",
                "a recommendation",
                ProgrammeRecommendation.self
            ),
        ]
    }

    private static func target<Subject: ProgrammeSubject>(
        _ name: String,
        _ noun: String,
        _ type: Subject.Type
    ) -> RequestTarget {
        RequestTarget(name, noun: noun, members: Subject.table.requestNames) {
            (fields, reading) throws(JSONError) in
            RequestedSubject(
                .programme(Subject.self, try fields.required(name, as: .name)),
                try Subject.table.requested(fields, &reading)
            )
        }
    }
}

/// The programmes, while the entries of a journal are being folded.
public struct ProgrammesFold: RoomFold {
    /// The subjects of one kind, in the order in which they were added.
    private struct Shelf<Subject: ProgrammeSubject> {
        var subjects: [String: Subject] = [:]
        var order: [String] = []

        init(_ list: [Subject] = []) {
            for subject in list { put(subject) }
        }

        mutating func put(_ subject: Subject) {
            if subjects.updateValue(subject, forKey: subject.id) == nil { order.append(subject.id) }
        }

        var list: [Subject] { order.compactMap { subjects[$0] } }
    }

    private var programmes = Shelf<Programme>()
    private var milestones = Shelf<ProgrammeMilestone>()
    private var trials = Shelf<ProgrammeTrial>()
    private var updates = Shelf<ProgrammeUpdate>()
    private var recommendations = Shelf<ProgrammeRecommendation>()

    init() {}

    /// Begins where a state stands, to try what could be recorded next.
    init(_ state: ProgrammesState) {
        programmes = Shelf(state.programmes)
        milestones = Shelf(state.milestones)
        trials = Shelf(state.trials)
        updates = Shelf(state.updates)
        recommendations = Shelf(state.recommendations)
    }

    /// Takes in what is said; other rooms are asked whether there is what it names.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        let links = Self.links(of: fact, about: step.subject)
        if let missing = links.first(where: { door.card(of: $0) == nil }) {
            return Self.missing(missing)
        }
        return tried(fact, step)
    }

    /// Takes in what is said, when other rooms are not asked.
    mutating func tried(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        switch step.subject.kind {
        case Programme.subjectKind: return take(fact, step, \.programmes)
        case ProgrammeMilestone.subjectKind: return take(fact, step, \.milestones)
        case ProgrammeTrial.subjectKind: return trial(fact, step)
        case ProgrammeUpdate.subjectKind: return update(fact, step)
        case ProgrammeRecommendation.subjectKind: return take(fact, step, \.recommendations)
        default:
            return
                "“\(step.subject)” is nothing of a programme. Name a programme, a milestone, a trial, an update or a "
                + "recommendation."
        }
    }

    // MARK: One subject

    private mutating func take<Subject: ProgrammeSubject>(
        _ fact: Change.Fact,
        _ step: FoldStep,
        _ path: WritableKeyPath<ProgrammesFold, Shelf<Subject>>
    ) -> String? {
        let id = step.subject.id
        let known = self[keyPath: path].subjects[id]
        if let refusal = refusalAfterEnd(fact, step) { return refusal }
        if known == nil,
            let refusal = refusal(ofNew: Subject.self, id, fact, step, self[keyPath: path].order)
        {
            return refusal
        }
        var subject = known ?? Subject(id: id)
        if let refusal = Subject.table.apply(fact, to: &subject, step) { return refusal }
        guard subject.hasBegun else {
            return
                "The \(Subject.noun) “\(id)” would have no words by which it is known. Write them."
        }
        self[keyPath: path].put(subject)
        return nil
    }

    private func refusal<Subject: ProgrammeSubject>(
        ofNew type: Subject.Type,
        _ id: String,
        _ fact: Change.Fact,
        _ step: FoldStep,
        _ known: [String]
    ) -> String? {
        guard Subject.firstKinds.contains(fact.kind) else {
            return "There is no \(Subject.noun) “\(id)” on \(step.effective). "
                + (known.isEmpty ? "Add it first." : ClosestName.suggestion(for: id, in: known))
        }
        if Subject.subjectKind == Programme.subjectKind { return nil }
        let parts = id.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let isUpdate = Subject.subjectKind == ProgrammeUpdate.subjectKind
        let isNamed =
            parts.count == 2
            && (isUpdate
                ? Int(parts[1]).map { $0 > 0 && String($0) == parts[1] } ?? false
                : Self.isMark(parts[1]))
        guard isNamed else {
            return
                "“\(id)” cannot name \(isUpdate ? "an" : "a") \(Subject.noun). Write the plan of the programme and "
                + (isUpdate
                    ? "the number, such as improvement-2026#2."
                    : "a short name, such as improvement-2026#toolkit.")
        }
        if let other = noun(of: id) {
            return "“\(id)” names a \(other) already. Choose another short name."
        }
        guard programmes.subjects[parts[0]] == nil else { return nil }
        return "The plan “\(parts[0])” carries no programme on \(step.effective). "
            + (programmes.order.isEmpty
                ? "Begin one first, with committee programme begin."
                : ClosestName.suggestion(for: parts[0], in: programmes.order))
    }

    /// What an identifier names, so that one name means one thing; nil when it is free.
    private func noun(of id: String) -> String? {
        if milestones.subjects[id] != nil { return ProgrammeMilestone.noun }
        if trials.subjects[id] != nil { return ProgrammeTrial.noun }
        return recommendations.subjects[id] == nil ? nil : ProgrammeRecommendation.noun
    }

    /// Whether something in a programme can be named so: letters, digits and, between them, hyphens, with one letter
    /// at least; a number alone names an update.
    static func isMark(_ text: String) -> Bool {
        guard (1...40).contains(text.utf8.count), text.utf8.first != 0x2D, text.utf8.last != 0x2D,
            text.contains(where: \.isLetter)
        else { return false }
        return text.utf8.allSatisfy { byte in
            byte == 0x2D || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
    }

    /// Once a programme ended, only who may know of it, what became of recommendations, and replies are recorded.
    private func refusalAfterEnd(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        let plan = String(step.subject.id.prefix { $0 != "#" })
        guard let day = programmes.subjects[plan]?.ending?.on,
            !Self.afterEnd.contains(fact.kind)
        else { return nil }
        return
            "The programme “\(plan)” ended on \(day). Nothing but its audience, replies, and what becomes of its "
            + "recommendations can be recorded."
    }

    private static let afterEnd: Set<EntryKind> = [
        Programme.Entries.audience.declared.kind, ProgrammeMilestone.Entries.audience.declared.kind,
        ProgrammeTrial.Entries.audience.declared.kind,
        ProgrammeRecommendation.Entries.audience.declared.kind,
        ProgrammeRecommendation.Entries.answered.declared.kind,
        ProgrammeRecommendation.Entries.followed.declared.kind,
        ProgrammeUpdate.Entries.sent.declared.kind, ProgrammeUpdate.Entries.replied.declared.kind,
    ]

    // MARK: What one thing asks of another

    private mutating func trial(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        let known = trials.subjects[step.subject.id]
        if let day = fact.value(as: CivilDate?.self) ?? nil, let known {
            let starts =
                fact.kind == ProgrammeTrial.Entries.starts.declared.kind ? day : known.starts
            let ends = fact.kind == ProgrammeTrial.Entries.ends.declared.kind ? day : known.ends
            if let starts, let ends, ends < starts {
                return
                    "The trial “\(known.id)” would run from \(starts) to \(ends), which lies before. Correct one of the days."
            }
        }
        return take(fact, step, \.trials)
    }

    private mutating func update(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        let known = updates.subjects[step.subject.id]
        if fact.kind == ProgrammeUpdate.Entries.introduction.declared.kind,
            let day = known?.issuing?.on
        {
            return
                "The update “\(step.subject.id)” was issued on \(day), so its words stay as they are. Say it in the next one."
        }
        if fact.kind == ProgrammeUpdate.Entries.issued.declared.kind, let known {
            let later = updates.list.filter {
                $0.plan == known.plan && $0.number > known.number && $0.issuing != nil
            }
            if let next = later.first {
                return
                    "The update “\(known.id)” cannot be issued: number \(next.number) was issued on "
                    + "\(next.issuing?.on?.description ?? "") already. Give this one a later number."
            }
        }
        return take(fact, step, \.updates)
    }

    // MARK: What other rooms keep

    /// The subjects of other rooms that a fact names.
    static func links(of fact: Change.Fact, about subject: SubjectReference) -> [SubjectReference] {
        let plan = String(subject.id.prefix { $0 != "#" })
        switch fact.kind {
        case Programme.Entries.title.declared.kind: return [.plan(plan)]
        case Programme.Entries.indicators.declared.kind:
            return (fact.value(as: [String].self) ?? []).map(SubjectLink.indicator)
        case ProgrammeMilestone.Entries.area.declared.kind,
            ProgrammeTrial.Entries.area.declared.kind,
            ProgrammeRecommendation.Entries.area.declared.kind:
            return (fact.value(as: String?.self) ?? nil).map { [.action($0, of: plan)] } ?? []
        default: break
        }
        return references(fact, plan, ProgrammeStep.self, ProgrammeArea.self, ProgrammeMeeting.self)
            + references(fact, plan, AreaUpdate.self, UpdateSending.self)
            + references(
                fact,
                plan,
                RecommendationMaking.self,
                RecommendationAnswer.self,
                RecommendationOutcome.self
            )
    }

    private static func references<each Value: ProgrammeEvent>(
        _ fact: Change.Fact,
        _ plan: String,
        _ type: repeat (each Value).Type
    ) -> [SubjectReference] {
        var found: [SubjectReference] = []
        for type in repeat each type {
            if let value = fact.value(as: type) { found += value.references(in: plan) }
        }
        return found
    }

    /// What is said of a subject that no room has.
    static func missing(_ subject: SubjectReference) -> String {
        switch subject.kind {
        case "plan":
            return
                "The record has no plan “\(subject.id)” for a programme to carry. Import or draft the plan of its areas first, "
                + "or correct the name."
        case "meeting":
            let words = subject.id.map { $0 == "#" ? "/" : String($0) }.joined()
            return
                "The record has no meeting “\(words)”. Call it first, or correct the name, such as cpc/2023-12-05."
        case "document":
            return
                "The register has no document “\(subject.id)”. Add it first, or correct the name."
        case "indicator":
            return
                "The figures have no indicator “\(subject.id)”. Add it first, or correct the name."
        default:
            guard let item = subject.planItem else {
                return
                    "The record has no action “\(subject.id)”. Write the plan and the action, such as plan-2023#1.10."
            }
            return
                "The plan “\(item.plan)” has no area or action “\(item.item)”. Write it as the plan numbers it."
        }
    }

    // MARK: What came of it

    /// Returns the card of a subject of the room.
    public func card(of subject: SubjectReference) -> SubjectCard? { finished().card(of: subject) }

    /// Returns everything that the room keeps, in the order in which it was added.
    public func finished() -> ProgrammesState {
        var state = ProgrammesState()
        state.programmes = programmes.list
        state.milestones = milestones.list
        state.trials = trials.list
        state.updates = updates.list.enumerated().sorted {
            ($0.element.plan, $0.element.number, $0.offset)
                < ($1.element.plan, $1.element.number, $1.offset)
        }.map(\.element)
        state.recommendations = recommendations.list
        return state
    }
}
