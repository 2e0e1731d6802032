// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Makes the tasks of a calendar, rule by rule; rules that remind of one thing share its task.
struct ReminderTaskMaker {
    private typealias Task = ReminderCalendar.Task

    private let index: ReminderIndex
    private let schedule: ReminderSchedule
    private let day: CivilDate
    private let revisions: [SubjectReference: Int]
    private var found: [String: ReminderCalendar.Task] = [:]

    init(
        _ edition: Edition,
        _ schedule: ReminderSchedule,
        _ day: CivilDate,
        _ revisions: [SubjectReference: Int]
    ) {
        index = ReminderIndex(of: edition, for: [])
        self.schedule = schedule
        self.day = day
        self.revisions = revisions
    }

    /// The tasks, by their due dates.
    var tasks: [ReminderCalendar.Task] {
        found.values.sorted { ($0.due, $0.uid) < ($1.due, $1.uid) }
    }

    mutating func take(_ rule: ReminderRule, _ scope: ReminderScope) {
        var window = ReminderWindow(rule, on: day, schedule.calendar)
        window.last = max(window.last, day + ReminderCalendar.horizon)
        var run = ReminderRun(index, on: day, schedule.calendar)
        run.rule = rule
        guard rule.each.isOfPlans else {
            guard scope.reach?.speaksOfCommittee(rule, index.edition) ?? true else { return }
            // A term of office that was renewed stays the task that it was, however late it ends.
            if rule.each == .member { window.last = .latest }
            let matters = index.matters(
                for: rule,
                on: day,
                within: window,
                schedule.calendar,
                adding: scope.matters
            )
            for matter in matters { take(matter, rule, &run) }
            let settled = index.settled(
                for: rule,
                from: day - ReminderCalendar.horizon,
                through: window.last,
                schedule.calendar
            )
            for ended in settled { take(ended.matter, rule, &run, ended.status) }
            return
        }
        for part in index.plans where scope.reach?.speaksOfPlan(rule, part.plan) ?? true {
            take(part.plan, rule, window, &run)
        }
    }

    private mutating func take(
        _ matter: ReminderMatter,
        _ rule: ReminderRule,
        _ run: inout ReminderRun,
        _ status: ReminderCalendar.Task.Status? = nil
    ) {
        guard rule.of.isEmpty || NameKey.matchesAny(rule.of, matter.groups) else { return }
        let count = recordedSubjects(of: matter).reduce(0) { $0 + (revisions[$1] ?? 0) }
        let due = run.due(of: matter.due)
        add(
            rule,
            matter.subject,
            due,
            count,
            .matter(matter, order: 0),
            matter.groups.last ?? "",
            status: status
        )
    }

    /// The subjects of the entries by which a matter may change: a number that only rises counts
    /// all of them.
    private func recordedSubjects(of matter: ReminderMatter) -> Set<SubjectReference> {
        let id = matter.subject.id
        let base = String(id.prefix { $0 != "#" })
        switch matter.subject.kind {
        case "meeting": return [matter.subject, .meetings(of: base), .committee]
        case "data-set": return [matter.subject, .dataSet(base), .committee]
        case "risk", "acceptance", "risk-state":
            // A risk goes from register to register, so the entries of all of them are counted.
            let registers = index.edition.riskRegisters.map { SubjectReference.register($0.id) }
            return Set([matter.subject, .risk(id), .committee] + registers)
        default: return [matter.subject, .committee]
        }
    }

    private mutating func take(
        _ plan: Plan,
        _ rule: ReminderRule,
        _ window: ReminderWindow,
        _ run: inout ReminderRun
    ) {
        guard rule.each.shape == .items else {
            guard let due = run.checkDue(plan) else { return }
            let count = revisions[.plan(plan.id)] ?? 0
            return add(rule, .plan(plan.id), due, count, .plan, plan.title, plan)
        }
        let items =
            rule.each == .maintenance
            ? plan.maintenance : plan.items.filter { $0.level == plan.actionLevel }
        for item in items where rule.covers(item.timescale) {
            let subject = SubjectReference.action(item.id, of: plan.id)
            let count = revisions[subject] ?? 0
            for due in dues(of: item, plan, rule, window, &run) {
                add(rule, subject, due, count, .item(item, order: 0), plan.title, plan)
            }
        }
    }

    private func dues(
        of item: PlanItem,
        _ plan: Plan,
        _ rule: ReminderRule,
        _ window: ReminderWindow,
        _ run: inout ReminderRun
    ) -> [CivilDate] {
        switch rule.basis {
        case .timescale: return item.timescale.due.map { [$0] } ?? []
        case .withoutProgress(let interval):
            guard let last = item.lastReport ?? item.added ?? plan.period.from else { return [] }
            return [interval.adding(times: 1, to: last, schedule.calendar)]
        case .meetings:
            guard case .relativeToMeeting(let reference) = item.timescale.reading else {
                return []
            }
            return reference.bodies.flatMap { name in
                index.meetings(called: name, before: window, rule.ahead, schedule.calendar, day)
            }.map { run.due(of: $0.date) }
        case .withoutCheck: return []
        }
    }

    // MARK: One task

    private mutating func add(
        _ rule: ReminderRule,
        _ subject: SubjectReference,
        _ due: CivilDate,
        _ count: Int,
        _ about: ReminderRun.About,
        _ category: String,
        _ plan: Plan? = nil,
        status settled: ReminderCalendar.Task.Status? = nil
    ) {
        let key = key(rule, subject, due)
        let effect = index.acts.effect(on: ReminderOccasion(subject: subject, due: due), day)
        let status = settled ?? status(about, effect)
        let isOpen = status == .open && isOpen(about)
        let alarms = isOpen ? alarms(rule, due, effect) : []
        let words = ReminderWords(rule: rule, plan: plan, about: about, day: day, due: due)
        if let known = found[key]?.alarms {
            found[key]?.alarms = known + alarms.filter { !known.contains($0) }
            return
        }
        found[key] = Task(
            uid: uid(key),
            revision: max(count - 1, 0),
            summary: words.task,
            leads: words.recipients(insteadOfLeads: effect.delegate),
            category: category,
            due: due,
            status: status,
            alarms: alarms
        )
    }

    /// Whether an item is not known to be done; nothing else is ever in doubt.
    private func isOpen(_ about: ReminderRun.About) -> Bool {
        if case .item(let item, _) = about { item.isOpen } else { true }
    }

    /// What stays the same of a task when its due date is revised.
    private func key(_ rule: ReminderRule, _ subject: SubjectReference, _ due: CivilDate) -> String
    {
        let words = ReminderIdentity.words(of: subject)
        let ahead = rule.ahead.map { ":\($0.slug)-ahead" } ?? ""
        return switch rule.basis {
        case .timescale: "due:\(words)\(ahead)"
        case .withoutProgress: "progress:\(words)"
        case .withoutCheck: "check:\(words)"
        // Each meeting has a task of its own.
        case .meetings: "meeting:\(words):\(due)\(ahead)"
        }
    }

    /// The identifier in the letters of ASCII, at most 240 of them.
    private func uid(_ key: String) -> String {
        let plain = "\(key)@\(index.edition.committee).committee".utf8.map { byte -> String in
            let isPlain =
                (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "%")
                && byte != ASCII.comma && byte != ASCII.semicolon && byte != UInt8(ascii: "\\")
            return isPlain ? String(UnicodeScalar(byte)) : "%" + Self.hexadecimal(UInt64(byte), 2)
        }.joined()
        guard plain.utf8.count > 240 else { return plain }
        return String(plain.prefix(200)) + "." + Self.fingerprint(plain)
    }

    private static func hexadecimal(_ number: UInt64, _ digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(digits - text.count, 0)) + text
    }

    /// 128 bits that tell long texts apart: FNV-1a twice, the second time with the length first.
    private static func fingerprint(_ text: String) -> String {
        func hash(_ bytes: some Sequence<UInt8>, from start: UInt64) -> UInt64 {
            bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
        let first = hash(text.utf8, from: 0xCBF2_9CE4_8422_2325)
        let second = hash(text.utf8.reversed(), from: first ^ UInt64(text.utf8.count))
        return hexadecimal(first, 16) + hexadecimal(second, 16)
    }

    private func status(
        _ about: ReminderRun.About,
        _ effect: ReminderActLookup.Effect
    ) -> ReminderCalendar.Task.Status {
        if case .item(let item, _) = about {
            if item.exit != nil { return .cancelled }
            switch item.completion {
            case .completed(let bound): return .completed(bound.date)
            case .notKnown, .notStated, .ongoing: break
            }
        }
        switch effect.silencing?.deed {
        case .done: return .awaitingSignOff
        case .stopped: return .completed(effect.silencing?.on ?? day)
        default: return .open
        }
    }

    private func alarms(
        _ rule: ReminderRule,
        _ due: CivilDate,
        _ effect: ReminderActLookup.Effect
    ) -> [ReminderCalendar.Task.Alarm] {
        var resting: CivilDate?
        if case .snoozed(let until)? = effect.silencing?.deed { resting = until }
        if case .snoozed(let until)? = effect.renewal?.act.deed { resting = until }
        var alarms: [ReminderCalendar.Task.Alarm] = []
        for tier in rule.tiers {
            let first = tier.firstRaised(due: due, schedule.calendar)
            guard first >= resting ?? .earliest else { continue }
            var alarm = ReminderCalendar.Task.Alarm(days: first - due)
            if case .overdue(.period(let period)?) = tier.moment {
                alarm.repeating = repetition(period, tier.times)
            }
            alarms.append(alarm)
        }
        if let resting { alarms.append(.init(days: resting - due)) }
        return alarms
    }

    /// How an alarm comes again; calendars know no months or working days between alarms.
    private func repetition(_ period: Period, _ times: Int?) -> ReminderCalendar.Task.Repetition? {
        let count = min((times ?? .max) - 1, ReminderCalendar.mostRepetitions)
        guard count > 0 else { return nil }
        switch period.unit {
        case .days: return .init(count: count, days: period.count)
        case .weeks: return .init(count: count, days: period.count * 7)
        case .months, .quarters, .years: return nil
        }
    }
}

extension ReminderWords {
    /// What is to be done, as the title of a task.
    var task: String {
        switch about {
        case .plan: return "Progress check of the plan “\(plan?.title ?? "")”"
        case .matter(let matter, _):
            return rule.what.map { "\($0.sentence) for \(matter.name)" } ?? matter.name.sentence
        case .item(let item, _):
            let text = item.text.singleLine
            let head = "\(kind(of: item)) \(item.number ?? "")".trimmingSpace.sentence
            let name = head + (text.isEmpty ? "" : ": \(text)")
            if case .withoutProgress = rule.basis {
                return "Report progress on \(name.lowercasedFirst)"
            }
            return rule.what.map { "\($0.sentence) for \(name.lowercasedFirst)" } ?? name
        }
    }
}
