// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The programmes of a committee on a date, with their milestones, trials, updates and recommendations.
public struct ProgrammesState: RoomState {
    /// The programmes, in the order in which they were begun.
    public var programmes: [Programme] = []
    /// The milestones, in the order in which they were added.
    public var milestones: [ProgrammeMilestone] = []
    /// The trials, in the order in which they were added.
    public var trials: [ProgrammeTrial] = []
    /// The updates, by plan and number.
    public var updates: [ProgrammeUpdate] = []
    /// The recommendations, in the order in which they were drafted.
    public var recommendations: [ProgrammeRecommendation] = []

    /// Creates the state of a committee without programmes.
    public init() {}

    /// Leaves out what an audience may not know and, for whoever is not of the committee, what the committee keeps.
    ///
    /// A programme is for nobody who may not know of its plan; what belongs to an area, for nobody who may not know of
    /// that area.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        guard audience < .restricted else { return }
        let hides = { (subject: SubjectReference) in !door.may(audience, knowOf: subject) }
        let all = programmes.count
        programmes.removeAll { $0.audience > audience || hides(.plan($0.id)) }
        omissions.note(all - programmes.count, "programmes", one: Programme.noun)
        let shown = Set(programmes.map(\.id))
        func cut<Subject: ProgrammeSubject>(_ list: inout [Subject], _ many: String) {
            // Nothing is counted inside what is left out.
            list.removeAll { !shown.contains($0.plan) || ($0.areaReference.map(hides) ?? false) }
            let all = list.count
            list.removeAll { $0.audience > audience }
            omissions.note(all - list.count, many, one: Subject.noun)
            for place in list.indices {
                list[place].leaveOut(hides)
                if audience < .committee { list[place].leaveOutWhatTheCommitteeKeeps() }
            }
        }
        cut(&programmes, "programmes")
        cut(&milestones, "milestones")
        cut(&trials, "trials")
        cut(&updates, "draft updates")
        cut(&recommendations, "recommendations")
        if let leaveOutReferences = door.referenceCut(for: audience) {
            changeTexts(leaveOutReferences)
        }
    }

    /// Changes every text that people typed.
    mutating func changeTexts(_ change: (inout Prose) -> Void) {
        func all<Subject: ProgrammeSubject>(_ list: inout [Subject]) {
            for place in list.indices { list[place].changeTexts(change) }
        }
        all(&programmes)
        all(&milestones)
        all(&trials)
        all(&updates)
        all(&recommendations)
    }

    /// Returns the card of a subject of the room.
    ///
    /// The room cannot tell another one who may know of a plan or of an area, so nobody beyond the committee is
    /// told of a programme, and of what belongs to an area only those who may know everything.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        func card<Subject: ProgrammeSubject>(_ list: [Subject]) -> SubjectCard? {
            list.first { $0.id == subject.id }.map { one in
                let programme = programmes.first { $0.id == one.plan }?.audience ?? .restricted
                return SubjectCard(
                    subject,
                    name: one.inSentence.lowercasedFirst,
                    audience: one.area == nil
                        ? max(one.audience, programme, .committee) : .restricted
                )
            }
        }
        switch subject.kind {
        case Programme.subjectKind: return card(programmes)
        case ProgrammeMilestone.subjectKind: return card(milestones)
        case ProgrammeTrial.subjectKind: return card(trials)
        case ProgrammeUpdate.subjectKind: return card(updates)
        case ProgrammeRecommendation.subjectKind: return card(recommendations)
        default: return nil
        }
    }

    /// Says in words what has changed, subject by subject.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        func told<Subject: ProgrammeSubject>(_ now: [Subject], _ before: [Subject])
            -> [EditionChange]
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
        return told(programmes, earlier.programmes) + told(milestones, earlier.milestones)
            + told(trials, earlier.trials) + told(updates, earlier.updates)
            + told(recommendations, earlier.recommendations)
    }

    /// Returns everything that the room keeps; nothing of a committee that keeps nothing here.
    public func exported(on day: CivilDate) -> JSONObject {
        var members: JSONObject = [:]
        func add<Subject: ProgrammeSubject>(_ name: String, _ list: [Subject]) {
            if !list.isEmpty { members[name] = .array(list.map(\.json)) }
        }
        add("programmes", programmes)
        add("programmeMilestones", milestones)
        add("programmeTrials", trials)
        add("programmeUpdates", updates)
        add("programmeRecommendations", recommendations)
        return members
    }
}

extension ProgrammesState {
    /// Returns a programme.
    ///
    /// - Parameter plan: The plan that it carries.
    /// - Returns: The programme; nil when the plan carries none.
    public func programme(_ plan: String) -> Programme? { programmes.first { $0.id == plan } }

    /// Returns the updates of a programme that were issued, by number.
    ///
    /// - Parameter programme: The programme.
    /// - Returns: The updates.
    public func issuedUpdates(of programme: Programme) -> [ProgrammeUpdate] {
        updates.filter { $0.plan == programme.id && $0.issuing != nil }
    }

    /// Returns the number of the next update of a programme and the day on which it is due.
    ///
    /// The first is due on the day that was set, each further one so many weeks after the one before was issued: an
    /// update of 12 October 2016 that comes every six weeks is followed by one on 23 November 2016.
    ///
    /// - Parameter programme: The programme.
    /// - Returns: The number and the day; nil when the programme ended, or nothing says when.
    public func nextUpdate(of programme: Programme) -> (number: Int, due: CivilDate)? {
        guard programme.ending == nil else { return nil }
        guard let last = issuedUpdates(of: programme).last, let day = last.issuing?.on else {
            return programme.firstUpdate.map { (1, $0) }
        }
        return programme.weeks.flatMap { $0 > 0 ? (last.number + 1, day + 7 * $0) : nil }
    }

    /// What is due: updates, reports of programmes, milestones, ends of trials, and answers to recommendations.
    public func deadlines(through day: CivilDate) -> [RoomDeadline] {
        var found: [RoomDeadline] = []
        func add<Subject: ProgrammeSubject>(
            _ subject: Subject,
            _ kind: String,
            _ name: String,
            _ due: CivilDate?,
            _ lead: String?
        ) {
            guard let due, due <= day else { return }
            found.append(
                RoomDeadline(
                    subject.reference,
                    kind: kind,
                    name: name,
                    due: due,
                    leads: lead.map { [$0] } ?? []
                )
            )
        }
        for programme in programmes where programme.ending == nil {
            let name = programme.inSentence.lowercasedFirst
            if let next = nextUpdate(of: programme) {
                add(
                    programme,
                    "programme-update",
                    "update \(next.number) of \(name)",
                    next.due,
                    programme.lead
                )
            }
            add(
                programme,
                "programme-report",
                "the report of \(name)",
                programme.reporting,
                programme.lead
            )
        }
        let running = Set(programmes.filter { $0.ending == nil }.map(\.id))
        let leads = Dictionary(programmes.map { ($0.id, $0.lead) }) { first, _ in first }
        for one in milestones where one.stage == .open && running.contains(one.plan) {
            add(
                one,
                "programme-milestone",
                one.inSentence.lowercasedFirst,
                one.due?.last,
                leads[one.plan] ?? nil
            )
        }
        for trial in trials
        where trial.ending == nil && trial.dropping == nil && running.contains(trial.plan) {
            add(
                trial,
                "programme-trial",
                "the end of \(trial.inSentence.lowercasedFirst)",
                trial.ends,
                trial.lead ?? leads[trial.plan] ?? nil
            )
        }
        for one in recommendations where one.answer == nil {
            add(
                one,
                "programme-recommendation",
                "the answer to \(one.inSentence.lowercasedFirst)",
                one.making?.due,
                leads[one.plan] ?? nil
            )
        }
        return found
    }
}

extension Record {
    /// The committee's programmes.
    public var programmeState: ProgrammesState {
        get { self[ProgrammesState.self] }
        set { self[ProgrammesState.self] = newValue }
    }
}

extension Edition {
    /// The committee's programmes with all that stands in them, as far as the audience may know of it.
    public var programmeState: ProgrammesState {
        get { self[ProgrammesState.self] }
        set { self[ProgrammesState.self] = newValue }
    }

    /// The programmes of which the audience may know, in the order in which they were begun.
    public var programmes: [Programme] { programmeState.programmes }
}
