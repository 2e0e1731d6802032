// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of quality assurance: what is looked at, what was found, and what came of it.
public struct QualityRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "quality" }

    /// Audits, dip samples and their periods, returns, reports of others, findings, courses, frameworks,
    /// self-evaluations and national issues.
    public var subjects: [SubjectKind] {
        [
            Audit.subjectKind, DipSample.subjectKind, "dip-sample-period", OneOffReturn.subjectKind,
            OutsideReport.subjectKind, QualityFinding.subjectKind, TrainingCourse.subjectKind,
            "quality-framework", SelfEvaluation.subjectKind, NationalIssue.subjectKind,
        ]
    }

    /// What can be recorded in the room.
    public var kinds: [DeclaredKind] {
        Audit.table.kinds + DipSample.table.kinds + OneOffReturn.table.kinds
            + OutsideReport.table.kinds + QualityFinding.table.kinds + TrainingCourse.table.kinds
            + QualityState.table.kinds + SelfEvaluation.table.kinds + NationalIssue.table.kinds
    }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> QualityFold { QualityFold() }

    /// How a person writes what is said in the room.
    public var requests: [RequestTarget] {
        [
            Self.target("audit", "an audit", Audit.self),
            Self.target("dipSample", "a dip sample", DipSample.self),
            Self.target("oneOffReturn", "a one-off return", OneOffReturn.self),
            Self.target("outsideReport", "a report of others", OutsideReport.self),
            Self.target("qualityFinding", "a finding", QualityFinding.self),
            Self.target("course", "a course", TrainingCourse.self),
            RequestTarget(
                "qualityFramework",
                noun: "a framework of quality indicators",
                members: QualityState.table.requestNames
            ) { (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .qualityFramework(try fields.required("qualityFramework", as: .name)),
                    try QualityState.table.requested(fields, &reading)
                )
            }, Self.target("selfEvaluation", "a self-evaluation", SelfEvaluation.self),
            Self.target("nationalIssue", "a national issue", NationalIssue.self),
        ]
    }

    private static func target<Subject: QualitySubject>(
        _ name: String,
        _ noun: String,
        _ type: Subject.Type
    ) -> RequestTarget {
        RequestTarget(name, noun: noun, members: Subject.table.requestNames) {
            (fields, reading) throws(JSONError) in
            RequestedSubject(
                .quality(Subject.self, try fields.required(name, as: .name)),
                try Subject.table.requested(fields, &reading)
            )
        }
    }
}

/// The quality assurance, while the entries of a journal are being folded.
public struct QualityFold: RoomFold {
    /// The subjects of one kind, in the order in which they were added.
    private struct Shelf<Subject: QualitySubject> {
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

    private var audits = Shelf<Audit>()
    private var dipSamples = Shelf<DipSample>()
    private var returns = Shelf<OneOffReturn>()
    private var outsideReports = Shelf<OutsideReport>()
    private var findings = Shelf<QualityFinding>()
    private var courses = Shelf<TrainingCourse>()
    private var selfEvaluations = Shelf<SelfEvaluation>()
    private var issues = Shelf<NationalIssue>()
    private var whole = QualityState()
    /// What each identifier names, so that a finding names where it comes from without doubt.
    private var names: [String: String] = [:]

    init() {}

    /// Begins where a state stands, to try what could be recorded next.
    init(_ state: QualityState) {
        audits = Shelf(state.audits)
        dipSamples = Shelf(state.dipSamples)
        returns = Shelf(state.returns)
        outsideReports = Shelf(state.outsideReports)
        findings = Shelf(state.findings)
        courses = Shelf(state.courses)
        selfEvaluations = Shelf(state.selfEvaluations)
        issues = Shelf(state.issues)
        whole.frameworks = state.frameworks
        for (id, _) in state.sourceAudiences { names[id] = state.sourceName(id) }
    }

    /// Takes in what is said; other rooms are asked whether there is what it names.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        if let refusal = Self.links(of: fact).lazy.compactMap({ Self.refusal(of: $0, door) }).first
        {
            return refusal
        }
        return tried(fact, step)
    }

    /// Takes in what is said, when other rooms are not asked.
    mutating func tried(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        switch step.subject.kind {
        case Audit.subjectKind:
            return refusal(ofAudit: fact, step) ?? take(fact, step, \.audits)
        case DipSample.subjectKind:
            return refusal(ofSample: fact, step) ?? take(fact, step, \.dipSamples)
        case OneOffReturn.subjectKind: return take(fact, step, \.returns)
        case OutsideReport.subjectKind: return take(fact, step, \.outsideReports)
        case TrainingCourse.subjectKind: return take(fact, step, \.courses)
        case SelfEvaluation.subjectKind: return judge(fact, step)
        case NationalIssue.subjectKind: return take(fact, step, \.issues)
        case QualityFinding.subjectKind: return find(fact, step)
        case "quality-framework":
            if let framework = fact.value(as: QualityFramework.self),
                step.subject != .qualityFramework(framework.id)
            {
                return
                    "The entry is about “\(step.subject.id)”, and the framework is “\(framework.id)”. Name the "
                    + "framework."
            }
            return QualityState.table.apply(fact, to: &whole, step)
        default:
            return
                "“\(step.subject)” is nothing of quality assurance. Name an audit, a dip sample, a return, a report, a "
                + "finding, a course, a self-evaluation or a national issue."
        }
    }

    // MARK: One subject

    private mutating func take<Subject: QualitySubject>(
        _ fact: Change.Fact,
        _ step: FoldStep,
        _ path: WritableKeyPath<QualityFold, Shelf<Subject>>,
        beginning change: (inout Subject) -> Void = { _ in }
    ) -> String? {
        let id = step.subject.id
        let known = self[keyPath: path].subjects[id]
        if known == nil {
            if let refusal = refusal(
                ofNew: Subject.self,
                id,
                fact,
                step,
                among: self[keyPath: path].order
            ) {
                return refusal
            }
        }
        var subject = known ?? Subject(id: id)
        if known == nil { change(&subject) }
        if let refusal = Subject.table.apply(fact, to: &subject, step) { return refusal }
        guard subject.hasBegun else {
            return "The \(Subject.noun) “\(id)” would have no \(Subject.firstName). Give it one."
        }
        self[keyPath: path].put(subject)
        if Subject.subjectKind != QualityFinding.subjectKind {
            names[id] = subject.inSentence.lowercasedFirst
        }
        return nil
    }

    private func refusal<Subject: QualitySubject>(
        ofNew type: Subject.Type,
        _ id: String,
        _ fact: Change.Fact,
        _ step: FoldStep,
        among known: [String]
    ) -> String? {
        guard fact.kind == Subject.firstKind else {
            return "There is no \(Subject.noun) “\(id)” on \(step.effective). "
                + (known.isEmpty
                    ? "Add it first, with its \(Subject.firstName)."
                    : ClosestName.suggestion(for: id, in: known))
        }
        if Subject.subjectKind == QualityFinding.subjectKind { return nil }
        guard Self.isIdentifier(id) else {
            return
                "“\(id)” cannot name \(Subject.nounWithArticle). Use letters, digits and hyphens only, such as "
                + "neglect-2026."
        }
        guard let other = names[id] else { return nil }
        return "“\(id)” names \(other) already. Choose another identifier."
    }

    /// Whether something of quality assurance can be named so: letters, digits and, between them, hyphens and
    /// underscores, with one letter at least.
    static func isIdentifier(_ text: String) -> Bool {
        guard text.utf8.count <= 80, text.contains(where: \.isLetter) else { return false }
        let isMark = { (byte: UInt8) in byte == 0x2D || byte == 0x5F }
        guard let first = text.utf8.first, let last = text.utf8.last, !isMark(first), !isMark(last)
        else { return false }
        return text.utf8.allSatisfy { byte in
            isMark(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
    }

    // MARK: What one subject asks of another

    private func refusal(ofAudit fact: Change.Fact, _ step: FoldStep) -> String? {
        let id = step.subject.id
        guard let audit = audits.subjects[id] else { return nil }
        if audit.stage.isEnd, fact.kind != Audit.Entries.audience.declared.kind,
            Audit.table[fact.kind]?.name != nil
        {
            return
                "The audit “\(id)” is “\(audit.stage.words.lowercasedFirst)”. Nothing but its audience can be "
                + "changed; propose another one."
        }
        if fact.kind == Audit.Entries.follows.declared.kind,
            let other = fact.value(as: String?.self) ?? nil
        {
            if other == id { return "The audit “\(id)” cannot follow up itself. Name another one." }
            if audits.subjects[other] == nil {
                return "There is no audit “\(other)” for “\(id)” to follow up. "
                    + ClosestName.suggestion(for: other, in: audits.order.filter { $0 != id })
            }
        }
        guard fact.kind == Audit.Entries.closed.declared.kind, audit.stage == .reported else {
            return nil
        }
        let open = findings.list.filter { $0.source == id && $0.standing == .open }
        guard !open.isEmpty else { return nil }
        return
            "The audit “\(id)” cannot be closed: nobody has answered \(open.count == 1 ? "finding" : "findings") "
            + "\(open.map(\.id).joined(separator: ", ")). Answer "
            + "\(open.count == 1 ? "it" : "them") with an action, or say why none is needed."
    }

    private func refusal(ofSample fact: Change.Fact, _ step: FoldStep) -> String? {
        let id = step.subject.id
        if let audience = fact.value(as: Audience.self), audience < .committee {
            return
                "A dip sample is never for “\(audience.rawValue)”: its counts are of few children. Use committee or "
                + "restricted, and publish figures in which small numbers are hidden."
        }
        guard let ended = dipSamples.subjects[id]?.ending?.on,
            fact.kind != DipSample.Entries.audience.declared.kind
        else { return nil }
        return
            "The dip sample “\(id)” ended on \(ended). Nothing but its audience can be changed; add another "
            + "one."
    }

    private mutating func judge(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        let id = step.subject.id
        if selfEvaluations.subjects[id] == nil, fact.kind == SelfEvaluation.firstKind,
            whole.frameworks.isEmpty
        {
            return
                "The committee had adopted no framework of quality indicators on \(step.effective). Adopt one first, "
                + "with committee audit self-evaluation adopt."
        }
        let pin = whole.frameworks.last?.pin ?? ""
        if let judged = fact.value(as: IndicatorJudgement.self),
            let evaluation = selfEvaluations.subjects[id],
            let framework = whole.framework(of: evaluation)
        {
            if framework.indicator(judged.indicator) == nil {
                return "“\(framework.title)” has no indicator “\(judged.indicator)”. "
                    + ClosestName.suggestion(
                        for: judged.indicator,
                        in: framework.indicators.map(\.key)
                    )
            }
            if framework.level(judged.level) == nil {
                let levels = framework.scale.map { "\($0.key) (\($0.words))" }
                return "“\(framework.title)” has no level “\(judged.level)”. Known: "
                    + "\(levels.joined(separator: ", "))."
            }
        }
        return take(fact, step, \.selfEvaluations) { $0.framework = pin }
    }

    private mutating func find(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        let id = step.subject.id
        if findings.subjects[id] == nil, fact.kind == QualityFinding.firstKind {
            let parts = id.split(separator: "#", omittingEmptySubsequences: false)
            guard parts.count == 2, let number = Int(parts[1]), number > 0,
                String(number) == parts[1]
            else {
                return
                    "“\(id)” cannot name a finding. Write where it comes from and its number, such as "
                    + "neglect-2026#3."
            }
            let source = String(parts[0])
            guard names[source] != nil else {
                return
                    "There is nothing named “\(source)” on \(step.effective) from which a finding could come. "
                    + ClosestName.suggestion(for: source, in: names.keys.sorted())
            }
            if let audit = audits.subjects[source], audit.stage != .underWay,
                audit.stage != .reported
            {
                return
                    "The audit “\(source)” is “\(audit.stage.words.lowercasedFirst)”, so nothing is found by it. "
                    + "Findings are recorded while it is under way, or when it is reported."
            }
        }
        return take(fact, step, \.findings)
    }

    // MARK: What other rooms keep

    /// The subjects of other rooms that a fact names.
    static func links(of fact: Change.Fact) -> [SubjectReference] {
        if let document = fact.value(as: String?.self) ?? nil,
            fact.kind == OutsideReport.Entries.document.declared.kind
        {
            return [SubjectLink.document(document)]
        }
        if let actions = fact.value(as: [String].self),
            fact.kind == Audit.Entries.supports.declared.kind
                || fact.kind == TrainingCourse.Entries.supports.declared.kind
        {
            return actions.map(SubjectLink.action)
        }
        return references(fact, QualityStep.self, AuditOutcome.self, ReturnSending.self)
            + references(fact, FindingAnswer.self, FindingEvidence.self, FindingImpact.self)
            + references(fact, IndicatorJudgement.self, IssueProposal.self)
    }

    private static func references<each Value: DeclaredQualityEvent>(
        _ fact: Change.Fact,
        _ type: repeat (each Value).Type
    ) -> [SubjectReference] {
        var found: [SubjectReference] = []
        for type in repeat each type {
            if let value = fact.value(as: type) { found += value.references }
        }
        return found
    }

    /// Why something cannot be named, since no room has it.
    private static func refusal(of subject: SubjectReference, _ door: FoldDoor) -> String? {
        door.card(of: subject) == nil ? missing(subject) : nil
    }

    /// What is said of a subject that no room has.
    static func missing(_ subject: SubjectReference) -> String {
        switch subject.kind {
        case "meeting":
            "The record has no meeting “\(subject.id.replacingFirst("#", with: "/"))”. Call it first, or "
                + "correct the name, such as cpc/2023-12-05."
        case "document":
            "The register has no document “\(subject.id)”. Add it first, or correct the name."
        case "indicator":
            "The figures have no indicator “\(subject.id)”. Add it first, or correct the name."
        default:
            "The record has no action “\(subject.id)”. Write the plan and the action, such as plan-2023#1.10."
        }
    }

    // MARK: What came of it

    /// Returns the card of a subject of the room.
    public func card(of subject: SubjectReference) -> SubjectCard? { finished().card(of: subject) }

    /// Returns everything that the room keeps, in the order in which it was added.
    public func finished() -> QualityState {
        var state = whole
        state.audits = audits.list
        state.dipSamples = dipSamples.list
        state.returns = returns.list
        state.outsideReports = outsideReports.list
        state.findings = findings.list
        state.courses = courses.list
        state.selfEvaluations = selfEvaluations.list
        state.issues = issues.list
        return state
    }
}

extension QualitySubject {
    /// What such a subject begins with.
    fileprivate static var firstName: String {
        subjectKind == QualityFinding.subjectKind ? "words" : "title"
    }

    /// What such a subject is called within a sentence, such as `an audit`.
    fileprivate static var nounWithArticle: String {
        noun.first == "a" ? "an \(noun)" : "a \(noun)"
    }
}

extension String {
    /// The text with another in the place of the first occurrence of a character.
    fileprivate func replacingFirst(_ character: Character, with other: String) -> String {
        guard let place = firstIndex(of: character) else { return self }
        return self[..<place] + other + self[index(after: place)...]
    }
}
