// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Works out what becomes of the risks of a register when it goes to another workflow, or another version
    /// of its own; records nothing.
    ///
    /// - Parameters:
    ///   - register: The register's identifier.
    ///   - workflow: The workflow that it is to follow.
    ///   - states: The new state for an old one, where that is another or cannot be told.
    ///   - date: The day from which it holds; the host's today when nil.
    /// - Returns: What becomes of each risk.
    /// - Throws: ``RiskError`` when there is no such register, ``JournalError`` when the store cannot be
    ///   read.
    public func workflowMigration(
        of register: String,
        to workflow: any RiskWorkflow,
        states: [RiskState: RiskState] = [:],
        on date: CivilDate? = nil
    ) async throws -> RiskWorkflowMigration {
        let date = date ?? library.today()
        return try migration(of: register, to: workflow, states, on: date, in: try await entries())
    }

    /// Takes a register to another workflow, or another version of its own.
    ///
    /// - Parameters:
    ///   - register: The register's identifier.
    ///   - workflow: The workflow that it is to follow.
    ///   - states: The new state for an old one, where that is another or cannot be told.
    ///   - date: The day from which it holds; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: What became of each risk.
    /// - Throws: ``RiskError`` when there is no such register, ``LibraryError`` when the state of a risk cannot be
    ///   told: nothing is recorded then. ``JournalError`` when the store cannot take it.
    @discardableResult
    public func migrateWorkflow(
        of register: String,
        to workflow: any RiskWorkflow,
        states: [RiskState: RiskState] = [:],
        on date: CivilDate? = nil,
        by: String,
        reason: String
    ) async throws -> RiskWorkflowMigration {
        let date = date ?? library.today()
        let history = try await entries()
        let migration = try migration(of: register, to: workflow, states, on: date, in: history)
        if let problem = migration.rows.first(where: { $0.problem != nil }) {
            throw LibraryError(
                .refused,
                "The risk “\(problem.risk)” is \(problem.beforeWords). \(problem.problem ?? "")"
            )
        }
        guard migration.from != migration.to else { return migration }
        try checkMigration(of: register, by: by, on: date, in: history)
        let drafts = migration.changes.map { $0.draft(effective: date, by: by, reason: reason) }
        try screen(drafts)
        _ = try await append(
            drafts,
            admittedTo: history,
            expecting: .last(history.last?.sequence ?? 0),
            idempotencyKey: nil
        )
        return migration
    }

    /// Throws when the workflow that the register follows lets others alone take it to another one.
    private func checkMigration(
        of register: String,
        by person: String,
        on date: CivilDate,
        in history: [Entry]
    ) throws {
        let edition = Edition(
            of: Record.folding(history, in: library.rooms, asOf: date),
            committee: id.rawValue,
            name: name,
            asOf: date,
            audience: .restricted
        )
        let found = try edition.riskRegister(register)
        guard found.workflow != nil, let old = try? library.riskWorkflow(found.workflow?.name),
            let refusal = old.permissions.refusal(
                of: .migrate,
                by: person,
                vacancies: edition.vacantOffices
            )
        else { return }
        throw LibraryError(
            .refused,
            "“\(person)” may not take the register “\(register)” to another workflow than “\(old.name)”: "
                + refusal
        )
    }

    /// Throws when something happened to risks of the register after the day of a migration: the workflow that it followed
    /// decided on that, and the states would not follow from one another.
    private func checkNothingCameAfter(
        _ date: CivilDate,
        in register: RiskRegister,
        _ history: [Entry]
    ) throws {
        let risks = Set(register.risks.map(\.id))
        let corrections = Corrections(history)
        let last = history.filter { entry in
            entry.subject.kind == "risk" && risks.contains(entry.subject.id)
                && !entry.kind.changesAnEntry
        }.compactMap { corrections.step(for: $0) }.max { $0.effective < $1.effective }
        guard register.workflow != nil, let last, last.effective > date else { return }
        throw LibraryError(
            .refused,
            "The register “\(register.id)” is to go to another workflow on \(date.inWords), and something happened to its "
                + "risk “\(last.subject.id)” on \(last.effective.inWords), by the workflow that it followed. Migrate it "
                + "on that day or later."
        )
    }

    private func migration(
        of register: String,
        to workflow: any RiskWorkflow,
        _ states: [RiskState: RiskState],
        on date: CivilDate,
        in history: [Entry]
    ) throws -> RiskWorkflowMigration {
        let edition = Edition(
            of: Record.folding(history, in: library.rooms, asOf: date),
            committee: id.rawValue,
            name: name,
            asOf: date,
            audience: .restricted
        )
        let found = try edition.riskRegister(register)
        try checkNothingCameAfter(date, in: found, history)
        return RiskWorkflowMigration(
            of: found,
            from: found.workflow == nil ? nil : try? library.riskWorkflow(of: found),
            to: workflow,
            states: states,
            on: date
        )
    }

    /// Returns every event of its register's workflow for a risk: whether somebody may ask for it, or why not.
    ///
    /// ```swift
    /// for option in try await committee.riskOptions(for: "R1", by: "chair") {
    ///     print(option.event, option.refusal?.reason ?? "can be")
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - risk: The risk's identifier.
    ///   - person: Who asks: a role.
    ///   - workflow: A workflow to ask instead of the register's own, to try it.
    ///   - date: The day on which one asks; the host's today when nil.
    /// - Returns: The events: first those that may lead out of the risk's state.
    /// - Throws: ``RiskError`` when there is no such risk, ``LibraryError`` when its workflow is not there,
    ///   ``JournalError`` when the store cannot be read.
    public func riskOptions(
        for risk: String,
        by person: String,
        trying workflow: (any RiskWorkflow)? = nil,
        on date: CivilDate? = nil
    ) async throws -> [RiskOption] {
        let edition = try await edition(asOf: date, audience: .restricted)
        let found = try edition.risk(risk)
        let asked = try workflow ?? library.riskWorkflow(of: found.register)
        let riskCase = asked.riskCase(risk, in: edition, vacancies: edition.vacantOffices)
        return asked.options(for: riskCase, by: person)
    }
}
