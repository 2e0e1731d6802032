// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension CommitteeLibrary {
    /// Returns the reminders due on a day, by every rule of every plugin that speaks of a plan.
    ///
    /// - Parameters:
    ///   - edition: The committee's record, as it was true on the day.
    ///   - day: The day; the host's today when nil.
    ///   - calendar: The calendar that says which days are working days; that of the record, else
    ///     Scotland's, when nil.
    ///   - matters: What else is due, of which the record does not know.
    /// - Returns: The reminders, and the rules that could not be asked.
    public func reminders(
        for edition: Edition,
        on day: CivilDate? = nil,
        calendar: WorkingCalendar? = nil,
        matters: [ReminderMatter] = []
    ) async -> ReminderRound {
        let day = day ?? today()
        let contributions = plugins.contributions
        let asked = await askingPlugins(edition, day, matters)
        var schedule = reminderSchedule(for: edition, calendar: calendar)
        var outlook = schedule.outlook(for: edition, on: day, scope: asked.scope)
        let drafts = contributions.rules.filter { contributions.draft(of: $0.id) != nil }
        for rule in drafts {
            schedule.rules = [rule]
            let found = schedule.outlook(
                for: readable(edition, by: rule),
                on: day,
                scope: asked.scope
            )
            outlook.reminders += found.reminders.map(\.markedAsDraft)
            outlook.held += found.held
        }
        if !drafts.isEmpty { outlook.reminders.sort { ($0.due, $0.id) < ($1.due, $1.id) } }
        return ReminderRound(
            reminders: outlook.reminders.toldOnce(),
            held: outlook.held,
            failures: asked.failures
        )
    }

    /// The edition that a rule may read: one that is not approved reads no more than the public.
    fileprivate func readable(_ edition: Edition, by rule: ReminderRule) -> Edition {
        guard let draft = plugins.contributions.draft(of: rule.id) else { return edition }
        var cut = edition.cut(for: draft.audience)
        // What people did silences the rule; the rule itself does not read it.
        cut.reminderActs = edition.reminderActs
        return cut
    }

    /// Returns the approved rules of every plugin, with the working days of a committee.
    ///
    /// - Parameters:
    ///   - edition: The committee's record.
    ///   - calendar: The calendar that says which days are working days; that of the record, else
    ///     Scotland's, when nil.
    /// - Returns: The schedule.
    public func reminderSchedule(
        for edition: Edition,
        calendar: WorkingCalendar? = nil
    ) -> ReminderSchedule {
        let contributions = plugins.contributions
        return ReminderSchedule(
            rules: contributions.rules.filter { contributions.draft(of: $0.id) == nil },
            calendar: calendar ?? edition.workingCalendar ?? .scotland
        )
    }

    /// Explains a reminder: which rule, which plugin, which dates, which acts.
    ///
    /// - Parameters:
    ///   - id: The identifier of the reminder, which need not be in force.
    ///   - edition: The committee's record, as it was true on the day.
    ///   - day: The day; the host's today when nil.
    ///   - matters: What else is due, of which the record does not know.
    /// - Returns: The explanation.
    /// - Throws: ``LibraryError`` when the text is no identifier, or names a rule that no plugin
    ///   declares.
    public func explanation(
        ofReminder id: String,
        for edition: Edition,
        on day: CivilDate? = nil,
        matters: [ReminderMatter] = []
    ) async throws(LibraryError) -> ReminderExplanation {
        guard let identity = ReminderIdentity(id) else {
            throw LibraryError(
                .notFound,
                "“\(id)” is not the identifier of a reminder. It is written rule:subject:date:step, "
                    + "such as standard/chase-lead:plan-2026#2.1:2027-01-31:before-1-week."
            )
        }
        let day = day ?? today()
        let scope = await askingPlugins(edition, day, matters, only: identity.rule).scope
        let contributions = plugins.contributions
        var schedule = reminderSchedule(for: edition)
        schedule.rules = contributions.rules.filter { $0.id == identity.rule }
        if let rule = schedule.rules.first {
            let edition = readable(edition, by: rule)
            if let why = schedule.explanation(of: identity, for: edition, on: day, scope: scope) {
                return why
            }
        }
        throw contributions.missing(
            "reminder rule",
            identity.rule,
            among: contributions.rules.map(\.id)
        )
    }

    /// Asks the functions of computed rules; each that fails leaves the others running.
    private func askingPlugins(
        _ edition: Edition,
        _ day: CivilDate,
        _ matters: [ReminderMatter],
        only id: String? = nil
    ) async -> (scope: ReminderScope, failures: [ReminderRound.Failure]) {
        let contributions = plugins.contributions
        var scope = ReminderScope(matters: matters, contributions: contributions)
        var failures: [ReminderRound.Failure] = []
        for rule in contributions.rules where rule.isComputed && id ?? rule.id == rule.id {
            do {
                scope.computed[rule.id] = try await computed(rule, edition, day, matters)
            } catch {
                failures.append(ReminderRound.Failure(rule: rule.id, error: error))
            }
        }
        return (scope, failures)
    }

    /// Asks the function of one rule, about things outside the plans when it looks at those.
    private func computed(
        _ rule: ReminderRule,
        _ edition: Edition,
        _ day: CivilDate,
        _ matters: [ReminderMatter]
    ) async throws -> [ComputedReminder] {
        guard !rule.each.isOfPlans else {
            return try await plugins.computedReminders(of: rule.id, in: edition, on: day)
        }
        let edition = readable(edition, by: rule)
        guard plugins.contributions.applies(rule, to: edition) else { return [] }
        let calendar = edition.workingCalendar ?? .scotland
        let window = ReminderWindow(rule, on: day, calendar)
        let all = ReminderIndex(askedOnce: edition)
            .matters(for: rule, on: day, within: window, calendar, adding: matters)
            .filter { rule.speaks(of: $0, on: day) }
        return try await plugins.computedReminders(
            of: rule.id,
            about: all,
            in: edition,
            on: day
        )
    }
}

extension Reminder {
    /// The reminder with words before its message by which nobody takes it for a settled rule's.
    fileprivate var markedAsDraft: Reminder {
        var reminder = self
        reminder.message = "Draft, by a rule that is not approved: " + message
        return reminder
    }
}

extension ReminderCalendar.Task {
    /// The task with a name and a summary by which nobody takes it for a settled rule's.
    fileprivate var markedAsDraft: ReminderCalendar.Task {
        var task = self
        task.uid = "draft:" + uid
        task.summary = "Draft, by a rule that is not approved: " + summary
        return task
    }
}

extension Committee {
    /// Returns the reminders due on a day, by every rule of every plugin.
    ///
    /// ```swift
    /// for reminder in try await committee.reminders(audience: .committee).reminders {
    ///     send(reminder)    // once for each `reminder.id`
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - day: The day; the host's today when nil.
    ///   - audience: The audience that may read them.
    ///   - matters: What else is due, of which the record does not know.
    /// - Returns: The reminders, and the rules that could not be asked.
    /// - Throws: ``JournalError`` when the store cannot be read.
    public func reminders(
        on day: CivilDate? = nil,
        audience: Audience,
        matters: [ReminderMatter] = []
    ) async throws -> ReminderRound {
        let day = day ?? library.today()
        let edition = try await edition(asOf: day, audience: audience)
        return await library.reminders(for: edition, on: day, matters: matters)
    }

    /// Returns what is due as the tasks of a calendar.
    ///
    /// The tasks of rules that are not approved stand apart and say so. What a function computes for
    /// a day is not foreseen, so it is not here.
    ///
    /// - Parameters:
    ///   - day: The day; the host's today when nil.
    ///   - audience: The audience that may read it.
    ///   - matters: What else is due, of which the record does not know.
    /// - Returns: The calendar, for an ``ICalendarRenderer``.
    /// - Throws: ``JournalError`` when the store cannot be read.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public func reminderCalendar(
        on day: CivilDate? = nil,
        audience: Audience,
        matters: [ReminderMatter] = []
    ) async throws -> ReminderCalendar {
        let day = day ?? library.today()
        let entries = try await entries()
        let edition = Edition(
            of: await Record.foldingInTurns(entries, in: library.rooms, asOf: day),
            committee: id.rawValue,
            name: name,
            asOf: day,
            audience: audience
        )
        let contributions = library.plugins.contributions
        let revisions = ReminderCalendar.revisions(
            of: entries,
            asOf: day,
            for: audience
        )
        func calendar(_ edition: Edition, _ schedule: ReminderSchedule) -> ReminderCalendar {
            ReminderCalendar(
                of: edition,
                schedule: schedule,
                on: day,
                scope: ReminderScope(matters: matters, contributions: contributions),
                revisions: revisions
            )
        }
        var schedule = library.reminderSchedule(for: edition)
        var whole = calendar(edition, schedule)
        for rule in contributions.rules where contributions.draft(of: rule.id) != nil {
            schedule.rules = [rule]
            let draft = calendar(library.readable(edition, by: rule), schedule)
            whole.add(draft.tasks.map(\.markedAsDraft))
        }
        return whole
    }
}
