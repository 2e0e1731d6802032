// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What was due outside the plans and is done, or is not to be done any more: reminders fall silent
// about it, calendars keep it as such.
extension ReminderIndex {
    /// Something that was due, and how it ended.
    struct Settled {
        var matter: ReminderMatter
        var status: ReminderCalendar.Task.Status
    }

    /// Returns what a rule would have reminded of, had it not been done or called off.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - first: The first due date to look at.
    ///   - last: The last one.
    ///   - calendar: The working days.
    /// - Returns: What ended, and how.
    func settled(
        for rule: ReminderRule,
        from first: CivilDate,
        through last: CivilDate,
        _ calendar: WorkingCalendar
    ) -> [Settled] {
        let found: [Settled] =
            switch rule.each {
            case .meeting: calledOffMeetings(rule)
            case .risk: settledReviews
            case .acceptance: settledAcceptances
            case .dataSet: receivedData(through: last, calendar)
            default: []
            }
        return found.filter { $0.matter.due >= first && $0.matter.due <= last }
    }

    private func calledOffMeetings(_ rule: ReminderRule) -> [Settled] {
        edition.meetings.flatMap { series in
            series.cadence.cancelled.sorted().map { day in
                Settled(
                    matter: matter(of: Meeting(series: series, date: day), planned: day, rule),
                    status: .cancelled
                )
            }
        }
    }

    /// Reviews that are done and after which none is planned, and those of risks that are over.
    private var settledReviews: [Settled] {
        risks { risk, register in
            let next = register.nextReview(of: risk)
            guard risk.state == .active else {
                return (next ?? risk.lastReviewed).map {
                    Settled(matter: review(of: risk, in: register, due: $0), status: .cancelled)
                }
            }
            guard next == nil, let done = risk.lastReviewed else { return nil }
            return Settled(
                matter: review(of: risk, in: register, due: done),
                status: .completed(done)
            )
        }
    }

    private var settledAcceptances: [Settled] {
        risks { risk, register in
            guard risk.state != .active, let acceptance = risk.acceptance,
                let end = acceptance.lapsedOn ?? acceptance.until
            else { return nil }
            return Settled(
                matter: self.acceptance(acceptance, of: risk, in: register, ends: end),
                status: .cancelled
            )
        }
    }

    private func risks(_ settled: (Risk, RiskRegister) -> Settled?) -> [Settled] {
        edition.riskRegisters.flatMap { register in
            register.risks.compactMap { $0.state == .proposed ? nil : settled($0, register) }
        }
    }

    private func receivedData(
        through last: CivilDate,
        _ calendar: WorkingCalendar
    ) -> [Settled] {
        edition.dataSets.flatMap { data in
            data.receivedOn.sorted { $0.key < $1.key }.map { period, day in
                Settled(
                    matter: matter(of: data, period: period, calendar),
                    status: .completed(day)
                )
            }
        }
    }
}
