// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension WorkflowAdmission {
    /// Returns why entries of a day cannot be recorded beneath what was recorded of later days.
    ///
    /// Each event of the risk since that day is asked about again as the record reads with the entries. What the
    /// workflow would refuse now and did not before, or would take to another state, stands in the way.
    ///
    /// - Parameters:
    ///   - drafts: The entries.
    ///   - risk: The risk's identifier.
    ///   - workflow: The workflow of its register.
    /// - Returns: The refusal; nil when what came after still holds.
    /// - Throws: ``LibraryError`` when the workflow cannot be asked.
    /// - Complexity: O(*e* × *n*) in the numbers of the risk's events since that day and of all entries.
    func laterRefusal(
        of drafts: [EntryDraft],
        about risk: String,
        _ workflow: any RiskWorkflow
    ) async throws(LibraryError) -> RiskRefusal? {
        guard let day = drafts.map(\.effective).min() else { return nil }
        let own = joined.filter { entry in
            entry.subject == .risk(risk) && entry.effective > day
                && !entry.kind.changesAnEntry && !entry.kind.isRecordedByWorkflows
        }
        guard !own.isEmpty else { return nil }
        var added: [Entry] = []
        for draft in drafts {
            let sequence = (joined.last?.sequence ?? 0) &+ added.count &+ 1
            added.append(Entry(provisional: draft, sequence: sequence))
        }
        let corrections = Corrections(joined)
        let steps = own.compactMap { entry in
            corrections.step(for: entry).map { (entry: entry, step: $0) }
        }.sorted { ($0.step.effective, $0.entry.sequence) < ($1.step.effective, $1.entry.sequence) }
        for (entry, step) in steps where step.effective > day {
            // What was so before the event, whenever it was recorded.
            let history = joined.filter { other in
                other.kind.changesAnEntry || other.sequence < entry.sequence
                    || other.effective < step.effective
            }
            let before = try await outcome(of: step, in: history, workflow)
            let now = try await outcome(of: step, in: history + added, workflow)
            guard let now, now != before else { continue }
            if case .refused = now, case .refused = before { continue }
            let place =
                "It is said of \(day.formatted("d MMMM yyyy")), and entry \(entry.sequence) (\(entry.kind)) of "
                + "\(step.effective.formatted("d MMMM yyyy")) came after it"
            switch now {
            case .refused(let refusal):
                return RiskRefusal(
                    refusal.guardName,
                    "\(place), which would be refused then: \(refusal.reason) \(Self.advice)"
                )
            case .leads(_, let words):
                let leads =
                    words.isEmpty ? "would leave the risk in its state" : "would lead to “\(words)”"
                return RiskRefusal("branches", "\(place), which \(leads) then. \(Self.advice)")
            }
        }
        return nil
    }

    /// What a register follows that is asked now about an entry of a day.
    enum Following {
        /// What it followed on the day, or follows now where it followed nothing then.
        case same(RiskRegister)
        /// Something else since; the register as it is now, and why the entry is refused.
        case other(RiskRegister, RiskRefusal)
    }

    /// Returns the register as an entry of a day finds it: what is recorded now obeys what is followed now.
    ///
    /// - Parameters:
    ///   - register: The register as it was on the day.
    ///   - day: The day.
    /// - Returns: The register with the workflow that decides, and why the entry is refused where that is another one.
    /// - Complexity: O(*n*) in the number of entries.
    func following(_ register: RiskRegister, on day: CivilDate) -> Following {
        let now = max(day, committee.library.today())
        let isLater = joined.contains { entry in
            entry.subject == .register(register.id) && entry.effective > day
                && entry.effective <= now && !entry.kind.changesAnEntry
        }
        guard isLater || register.workflow == nil,
            let latest = edition(of: joined, on: now).register(register.id),
            let followed = latest.workflow, followed != register.workflow
        else { return .same(register) }
        var register = register
        let before = register.workflow
        (register.workflow, register.workflowSays) = (latest.workflow, latest.workflowSays)
        guard let before else { return .same(register) }
        return .other(
            register,
            RiskRefusal(
                "workflows",
                "It is said of \(day.formatted("d MMMM yyyy")), when the register “\(register.id)” followed the workflow "
                    + "“\(before)”. It follows “\(followed)” now, and what is recorded now obeys that. Give a day since "
                    + "then."
            )
        )
    }

    /// Why an assessment by another scale than the register's is refused: its rise or fall could not be told.
    ///
    /// - Parameters:
    ///   - fact: What is recorded.
    ///   - register: The register of the risk.
    /// - Returns: The refusal; nil when it is by the register's scale, or is no assessment.
    static func scaleRefusal(of fact: RiskFact?, in register: RiskRegister?) -> RiskRefusal? {
        guard let register, let used = register.currentScale?.reference,
            let levels = fact?.value(as: RiskFact.Judgement.self)?.assessment.levels,
            !levels.scale.isUnpinned, levels.scale != used
        else { return nil }
        return RiskRefusal(
            "scales",
            "It is assessed by scale \(levels.scale), and the register “\(register.id)” scores by scale \(used). Assess "
                + "it by that one, or migrate the register first."
        )
    }

    private static let advice =
        "Take back what came after first, the last before the others, or record it of a later day."
}
