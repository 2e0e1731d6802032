// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension WorkflowAdmission {
    /// Takes an entry that corrects or takes back another one about a risk, where the risk's workflow would have
    /// let everything pass as it reads then.
    ///
    /// The event itself is asked about again as it reads now, and so is each that came after it. What the
    /// workflow refused before refuses nothing anew: it was recorded by overriding.
    ///
    /// - Complexity: O(*e* × *n*) in the numbers of the risk's events since and of all entries.
    mutating func admitCorrection(_ draft: EntryDraft) async throws(LibraryError) {
        // What an event takes back with it need not be named beside it.
        let isTakenBack = drafts.contains {
            $0.kind == .voided && draft.kind == .voided && $0.subject == draft.subject
                && $0.payload["entry"] == draft.payload["entry"]
        }
        guard !isTakenBack else { return }
        let risk = draft.subject.id
        let now = edition(of: joined, on: draft.effective)
        guard let home = now.riskRegisters.first(where: { $0.risk(risk) != nil }) else {
            return take(draft)
        }
        let workflow = try committee.library.riskWorkflow(of: home)
        guard workflow.reference != .standard, home.workflow == workflow.reference else {
            return take(draft)
        }
        let before = joined
        let all = [draft] + (try await takenBackWith(draft, workflow))
        let last = joined.last?.sequence ?? 0
        let after =
            joined + all.enumerated().map { Entry(provisional: $1, sequence: last &+ 1 &+ $0) }
        let own = before.filter { $0.subject == draft.subject && !$0.kind.changesAnEntry }
        let course = Course(risk, of: own, before, after)
        try course.checkWhatTheWorkflowRecorded()
        defer { all.dropFirst().forEach { take($0) } }
        looksAtEverything = true
        for entry in course.changedAndLater {
            guard let step = course.after.step(for: entry) else { continue }
            let now = try await outcome(of: step, in: course.before(entry, of: after), workflow)
            guard now != nil, now != course.recorded(after: entry) else { continue }
            if let old = course.before.step(for: entry) {
                // What was so before, by overriding or before there was the workflow, is not made worse.
                let was = try await outcome(of: old, in: course.before(entry, of: before), workflow)
                if case .refused = now, case .refused = was { continue }
                if was == now { continue }
            }
            switch now {
            case .refused(let refusal):
                try overrideOrThrow(course.words(refusal, of: entry), draft, workflow)
                return
            case .leads(let state, let words):
                let reason =
                    state == nil
                    ? "it would leave the risk in its state, and a state of the workflow was recorded with it."
                    : "it would bring the risk to “\(words)”, which was not recorded with it."
                let advice =
                    entry == course.changedAndLater.first
                    ? " Take it back, and record it anew as it should read." : ""
                let refusal = RiskRefusal("branches", reason + advice)
                try overrideOrThrow(course.words(refusal, of: entry), draft, workflow)
                return
            case nil: continue
            }
        }
        take(draft)
    }

    /// The entries that take back what the workflow recorded beside an event that is taken back: the state that it led
    /// to, and what else it made of it, such as the completion of an action.
    private func takenBackWith(
        _ draft: EntryDraft,
        _ workflow: any RiskWorkflow
    ) async throws(LibraryError) -> [EntryDraft] {
        guard draft.kind == .voided, let sequence = draft.payload["entry"]?.wholeNumber,
            let entry = joined.first(where: { $0.sequence == sequence }),
            let step = Corrections(joined).step(for: entry)
        else { return [] }
        let history = joined.filter { $0.kind.changesAnEntry || $0.sequence < sequence }
        guard let decided = try await decided(step, in: history, workflow) else { return [] }
        let beside = decided.filter { $0.kind != entry.kind || $0.subject != entry.subject }
        // They stand right behind the event, in the order in which the workflow made them.
        let near = joined.filter {
            $0.sequence > sequence && $0.sequence <= sequence + decided.count
                && $0.effective == entry.effective && $0.by == entry.by
        }
        return near.filter { candidate in
            beside.contains { $0.kind == candidate.kind && $0.subject == candidate.subject }
        }.map {
            .voiding($0, effective: draft.effective, by: draft.by, reason: draft.reason ?? "")
        }
    }

    /// Takes an entry all the same where somebody overrides the workflow.
    private mutating func overrideOrThrow(
        _ refusal: RiskRefusal,
        _ draft: EntryDraft,
        _ workflow: any RiskWorkflow
    ) throws(LibraryError) {
        guard let overriding else { throw LibraryError(.refused, refusal.reason) }
        take(draft)
        take(
            workflow.override(
                refusal,
                of: draft.kind == .voided ? "void" : "correct",
                of: draft.subject.id,
                because: overriding,
                on: draft.effective,
                by: draft.by,
                said: draft.reason
            )
        )
    }

    /// What the workflow makes of an event as it reads; nil when it has nothing to say of it.
    func outcome(
        of step: FoldStep,
        in history: [Entry],
        _ workflow: any RiskWorkflow
    ) async throws(LibraryError) -> CourseOutcome? {
        do throws(RiskRefusal) {
            guard let drafts = try await decide(step, in: history, workflow) else { return nil }
            let entered = drafts.last { $0.kind == RiskFact.Name.enter.kind }?.payload
            return .leads(entered?["state"]?.text, entered?["label"]?.text ?? "")
        } catch {
            return .refused(error)
        }
    }

    /// What a workflow records of an event as it reads; nil when it refuses it, or has nothing to say of it.
    private func decided(
        _ step: FoldStep,
        in history: [Entry],
        _ workflow: any RiskWorkflow
    ) async throws(LibraryError) -> [EntryDraft]? {
        do throws(RiskRefusal) { return try await decide(step, in: history, workflow) } catch {
            return nil
        }
    }

    private func decide(
        _ step: FoldStep,
        in history: [Entry],
        _ workflow: any RiskWorkflow
    ) async throws(RiskRefusal) -> [EntryDraft]? {
        let edition = edition(of: history, on: step.effective)
        let fact = fact(step.subject, step.kind, step.payload).flatMap(RiskFact.init)
        let proposal = fact?.value(as: RiskFact.Proposal.self)
        let home = edition.riskRegisters.first { register in
            register.id == proposal?.register || register.risk(step.subject.id) != nil
        }
        guard home?.workflow == workflow.reference else { return nil }
        let asked = RiskRequest(
            step.subject.id,
            step.kind,
            fact,
            step.payload,
            by: step.by,
            reason: step.reason,
            in: workflow
        )
        guard let request = asked else { return nil }
        return try await workflow.decide(
            request,
            for: workflow.riskCase(
                step.subject.id,
                in: edition,
                vacancies: edition.vacantOffices
            )
        )
    }
}

/// What a workflow makes of an event as it reads.
enum CourseOutcome: Equatable {
    /// It refuses it.
    case refused(RiskRefusal)
    /// It lets it pass, and records a state beside it or none.
    case leads(String?, String)

    static func == (first: Self, second: Self) -> Bool {
        switch (first, second) {
        case (.refused(let one), .refused(let other)): one.reason == other.reason
        case (.leads(let one, _), .leads(let other, _)): one == other
        default: false
        }
    }
}

/// What happened to a risk as it read before a correction, and as it reads with it.
private struct Course {
    let risk: String
    let own: [Entry]
    let before: Corrections
    let after: Corrections

    init(_ risk: String, of own: [Entry], _ before: [Entry], _ after: [Entry]) {
        self.risk = risk
        self.own = own
        self.before = Corrections(before)
        self.after = Corrections(after)
    }

    /// The entries about the risk from the first that reads otherwise.
    var changedAndLater: ArraySlice<Entry> {
        own[(own.firstIndex(where: isChanged) ?? own.endIndex)...]
    }

    private func isChanged(_ entry: Entry) -> Bool {
        let (old, new) = (before.step(for: entry), after.step(for: entry))
        return old?.payload != new?.payload || old?.effective != new?.effective
            || old?.by != new?.by
    }

    /// The state that the workflow recorded beside an event, as it reads with the correction.
    func recorded(after entry: Entry) -> CourseOutcome {
        let later = own.drop { $0.sequence <= entry.sequence }
        let beside = later.prefix { $0.kind.isRecordedByWorkflows }
        let entered = beside.last { $0.kind == RiskFact.Name.enter.kind }
        let payload = entered.flatMap { after.step(for: $0) }?.payload
        return .leads(payload?["state"]?.text, payload?["label"]?.text ?? "")
    }

    /// The entries that stood when an entry was made, with every correction of them since.
    func before(_ entry: Entry, of entries: [Entry]) -> [Entry] {
        entries.filter { other in
            guard other.kind.changesAnEntry else { return other.sequence < entry.sequence }
            let target = other.payload["entry"]?.wholeNumber ?? 0
            return target < entry.sequence || other.sequence < entry.sequence
        }
    }

    /// Throws when an entry that the workflow made beside an event would be changed while the event stands.
    func checkWhatTheWorkflowRecorded() throws(LibraryError) {
        for (place, entry) in own.enumerated()
        where entry.kind.isRecordedByWorkflows && isChanged(entry) {
            let event = own[..<place].last { !$0.kind.isRecordedByWorkflows }
            if after.step(for: entry) == nil, event.map({ after.step(for: $0) == nil }) ?? true {
                continue
            }
            let advice =
                event.map { "Take back entry \($0.sequence) (\($0.kind)), which led to it, first." }
                ?? "Record what is right as an event of its own."
            throw LibraryError(
                .refused,
                "Entry \(entry.sequence) (\(entry.kind)) was recorded by the workflow of the risk “\(risk)”, "
                    + "so it stands as long as what it belongs to. \(advice)"
            )
        }
    }

    /// A refusal with the entry of which it speaks.
    func words(_ refusal: RiskRefusal, of entry: Entry) -> RiskRefusal {
        let isItself = entry == changedAndLater.first
        var refusal = refusal
        refusal.reason =
            isItself
            ? "Entry \(entry.sequence) (\(entry.kind)) cannot read so: \(refusal.reason)"
            : "Entry \(entry.sequence) (\(entry.kind)) came after it, and would be refused then: "
                + "\(refusal.reason) Take back what came after first, the last before the others."
        return refusal
    }
}

extension EntryKind {
    /// Whether an entry of the kind says how another one should have read, or that it does not count.
    var changesAnEntry: Bool { self == .corrected || self == .voided }

    /// Whether entries of the kind are made by a workflow beside an event.
    var isRecordedByWorkflows: Bool {
        self == RiskFact.Name.enter.kind || self == RiskFact.Name.override.kind
    }
}
