// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The quality assurance of a committee on a date: audits, dip samples, returns, reports of others, findings,
/// training, self-evaluation and the horizon list.
public struct QualityState: RoomState {
    /// The audits, in the order in which they were proposed.
    public var audits: [Audit] = []
    /// The dip samples, in the order in which they were added.
    public var dipSamples: [DipSample] = []
    /// The one-off returns, in the order in which they were added.
    public var returns: [OneOffReturn] = []
    /// The reports of others, in the order in which they were added.
    public var outsideReports: [OutsideReport] = []
    /// The findings, in the order in which they were recorded.
    public var findings: [QualityFinding] = []
    /// The courses, in the order in which they were added.
    public var courses: [TrainingCourse] = []
    /// The frameworks that the committee adopted, in the order of their adoption.
    public var frameworks: [QualityFramework] = []
    /// The self-evaluations, in the order in which they were added.
    public var selfEvaluations: [SelfEvaluation] = []
    /// The national issues, in the order in which they were added.
    public var issues: [NationalIssue] = []

    /// Creates the state of a committee without quality assurance.
    public init() {}

    /// Everything that can be said of the room as a whole.
    public static let table = SubjectTable<QualityState>([QualityFramework.adopted.declaration])

    /// Returns the framework that a self-evaluation goes by.
    ///
    /// - Parameter evaluation: The self-evaluation.
    /// - Returns: The framework in its version; nil when the reader may not know of it.
    public func framework(of evaluation: SelfEvaluation) -> QualityFramework? {
        frameworks.last { $0.pin == evaluation.framework }
    }

    /// Leaves out what an audience may not know and, for whoever is not of the committee, what the committee keeps.
    ///
    /// A finding is for nobody who may not know where it comes from.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        guard audience < .restricted else { return }
        let sources = Dictionary(
            sourceAudiences.map { ($0.id, $0.audience) },
            uniquingKeysWith: max
        )
        // Nothing is counted inside what is left out.
        findings.removeAll { (sources[$0.source] ?? .restricted) > audience }
        let hides = { (subject: SubjectReference) in !door.may(audience, knowOf: subject) }
        func cut<Subject: QualitySubject>(_ list: inout [Subject], _ many: String) {
            let all = list.count
            list.removeAll { $0.audience > audience }
            omissions.note(all - list.count, many, one: Subject.noun)
            for place in list.indices {
                list[place].leaveOut(hides)
                if audience < .committee { list[place].leaveOutWhatTheCommitteeKeeps() }
            }
        }
        cut(&audits, "audits")
        cut(&dipSamples, "dip samples")
        cut(&returns, "returns")
        cut(&outsideReports, "reports")
        cut(&findings, "findings")
        cut(&courses, "courses")
        cut(&selfEvaluations, "self-evaluations")
        cut(&issues, "national issues")
        if let leaveOutReferences = door.referenceCut(for: audience) {
            changeTexts(leaveOutReferences)
        }
        if audience < .committee {
            let pins = Set(selfEvaluations.map(\.framework))
            frameworks.removeAll { !pins.contains($0.pin) }
        }
    }

    /// Changes every text in which a document or a figure may be cited.
    private mutating func changeTexts(_ change: (inout Prose) -> Void) {
        for place in audits.indices {
            change(&audits[place].scope)
            if audits[place].outcome != nil, var words = audits[place].outcome?.words {
                change(&words)
                audits[place].outcome?.words = words
            }
        }
        for place in dipSamples.indices { change(&dipSamples[place].scope) }
        for place in returns.indices { change(&returns[place].asked) }
        for place in findings.indices {
            change(&findings[place].words)
            for one in findings[place].answers.indices {
                change(&findings[place].answers[one].reason)
            }
            for one in findings[place].evidence.indices {
                change(&findings[place].evidence[one].words)
            }
            for one in findings[place].impact.indices { change(&findings[place].impact[one].words) }
        }
        for place in courses.indices { change(&courses[place].content) }
        for place in selfEvaluations.indices {
            for one in selfEvaluations[place].judgements.indices {
                change(&selfEvaluations[place].judgements[one].why)
            }
        }
        for place in issues.indices {
            change(&issues[place].meaning)
            for one in issues[place].proposals.indices {
                change(&issues[place].proposals[one].words)
            }
        }
    }

    /// Where findings can come from, with who may know of it.
    var sourceAudiences: [(id: String, audience: Audience)] {
        audits.map { ($0.id, $0.audience) } + dipSamples.map { ($0.id, $0.audience) }
            + returns.map { ($0.id, $0.audience) } + outsideReports.map { ($0.id, $0.audience) }
            + courses.map { ($0.id, $0.audience) } + selfEvaluations.map { ($0.id, $0.audience) }
            + issues.map { ($0.id, $0.audience) }
    }

    /// Returns what that of an identifier is called, within a sentence; nil when there is none.
    ///
    /// - Parameter id: The identifier of an audit, a dip sample, a return, a report, a course, a
    ///   self-evaluation or a national issue.
    /// - Returns: What it is called, such as `audit “Neglect”`.
    public func sourceName(_ id: String) -> String? {
        func name<Subject: QualitySubject>(_ list: [Subject]) -> String? {
            list.first { $0.id == id }.map(\.inSentence.lowercasedFirst)
        }
        return name(audits) ?? name(dipSamples) ?? name(returns) ?? name(outsideReports)
            ?? name(courses) ?? name(selfEvaluations) ?? name(issues)
    }

    /// Returns the card of a subject of the room.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        func card<Subject: QualitySubject>(_ list: [Subject]) -> SubjectCard? {
            list.first { $0.id == subject.id }.map {
                SubjectCard(subject, name: $0.inSentence.lowercasedFirst, audience: $0.audience)
            }
        }
        switch subject.kind {
        case Audit.subjectKind: return card(audits)
        case DipSample.subjectKind: return card(dipSamples)
        case OneOffReturn.subjectKind: return card(returns)
        case OutsideReport.subjectKind: return card(outsideReports)
        case TrainingCourse.subjectKind: return card(courses)
        case SelfEvaluation.subjectKind: return card(selfEvaluations)
        case NationalIssue.subjectKind: return card(issues)
        case QualityFinding.subjectKind:
            guard let finding = findings.first(where: { $0.id == subject.id }) else { return nil }
            let source = sourceAudiences.first { $0.id == finding.source }?.audience
            return SubjectCard(
                subject,
                name: finding.inSentence.lowercasedFirst,
                audience: max(finding.audience, source ?? .restricted)
            )
        case "dip-sample-period":
            let id = subject.id.prefix { $0 != "#" }
            return dipSamples.first { $0.id == id }.map {
                SubjectCard(
                    subject,
                    name: "the quota of \($0.inSentence.lowercasedFirst)",
                    audience: max($0.audience, .committee)
                )
            }
        case "quality-framework":
            return frameworks.last { $0.id == subject.id }.map {
                SubjectCard(subject, name: "“\($0.title)”", audience: .committee)
            }
        default: return nil
        }
    }

    /// Says in words what has changed, subject by subject.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        func told<Subject: QualitySubject>(_ now: [Subject], _ before: [Subject]) -> [EditionChange]
        {
            let old = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
            return now.flatMap { subject in
                Subject.table.sentences(
                    from: old[subject.id] ?? Subject(id: subject.id),
                    to: subject,
                    of: subject.inSentence
                ).map {
                    EditionChange(subject.reference, kind: $0.kind, sentence: $0.sentence)
                }
            }
        }
        return Self.table.sentences(from: earlier, to: self, of: "Quality assurance").map {
            EditionChange(.committee, kind: $0.kind, sentence: $0.sentence)
        } + told(audits, earlier.audits) + told(dipSamples, earlier.dipSamples)
            + told(returns, earlier.returns) + told(outsideReports, earlier.outsideReports)
            + told(findings, earlier.findings) + told(courses, earlier.courses)
            + told(selfEvaluations, earlier.selfEvaluations) + told(issues, earlier.issues)
    }

    /// Returns everything that the room keeps; nothing of a committee that keeps nothing here.
    public func exported(on day: CivilDate) -> JSONObject {
        var members: JSONObject = [:]
        func add<Subject: QualitySubject>(_ name: String, _ list: [Subject]) {
            if !list.isEmpty { members[name] = .array(list.map(\.json)) }
        }
        add("audits", audits)
        add("dipSamples", dipSamples)
        add("oneOffReturns", returns)
        add("outsideReports", outsideReports)
        add("qualityFindings", findings)
        add("courses", courses)
        if !frameworks.isEmpty { members["qualityFrameworks"] = .array(frameworks.map(\.json)) }
        if !selfEvaluations.isEmpty {
            members["selfEvaluations"] = .array(
                selfEvaluations.map { evaluation in
                    var json = evaluation.json.members ?? JSONObject()
                    json["framework"] = .string(evaluation.framework)
                    return .object(json)
                }
            )
        }
        add("nationalIssues", issues)
        return members
    }
}

extension Record {
    /// The committee's quality assurance.
    public var quality: QualityState {
        get { self[QualityState.self] }
        set { self[QualityState.self] = newValue }
    }
}

extension Edition {
    /// The committee's quality assurance, as far as the audience may know of it.
    public var quality: QualityState {
        get { self[QualityState.self] }
        set { self[QualityState.self] = newValue }
    }

    /// The audits of which the audience may know, in the order in which they were proposed.
    public var audits: [Audit] { quality.audits }

    /// The findings of audits, inspections and the like, of which the audience may know.
    public var qualityFindings: [QualityFinding] { quality.findings }
}
