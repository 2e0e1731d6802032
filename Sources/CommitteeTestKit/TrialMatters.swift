// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// What a trial invents beside its plan: risks, terms of office, data sets and meetings.
///
/// It keeps its own plain account of when each is due, and makes the record of which the library
/// finds that out.
struct TrialMatters {
    /// Something that is due, and the last day on which it is worth a word.
    struct Occasion: Hashable {
        var subject: SubjectReference
        var due: CivilDate
        var last: CivilDate?
    }

    private struct InventedRisk {
        var id: String
        var register: Int
        var isOpen = true
        var reviewDate: CivilDate?
        var lastReviewed: CivilDate
        var months: Int
        var acceptedUntil: CivilDate?
        var lapsedOn: CivilDate?
    }

    private struct Seat {
        var role: String
        var ends: [CivilDate]
        var subject: SubjectReference { SubjectReference(kind: "member", id: "cpc#\(role)") }
    }

    private struct Return {
        var id: String
        var months: Int
        var from: CivilDate
        var within: ReminderInterval
        var received: Set<CivilDate> = []
    }

    /// The kinds of thing at which rules look.
    static let kinds: [ReminderSubject] = [.risk, .acceptance, .member, .dataSet, .meeting]

    private let start: CivilDate
    private let calendar: TrialCalendar
    private let body: String
    private let weeks: Int
    private let anchor: CivilDate
    private var risks: [InventedRisk] = []
    private var seats: [Seat] = []
    private var returns: [Return] = []
    private var cancelled: Set<CivilDate> = []
    private var moved: [CivilDate: CivilDate] = [:]

    init(from start: CivilDate, _ calendar: TrialCalendar, _ random: inout SeededGenerator) {
        self.start = start
        self.calendar = calendar
        body = ["cog", "c:og", "c/o#g"][Int.random(in: 0..<3, using: &random)]
        weeks = Int.random(in: 4...13, using: &random)
        anchor = start - Int.random(in: 0...100, using: &random)
        for place in 0..<Int.random(in: 1...3, using: &random) {
            risks.append(
                InventedRisk(
                    id: ["R\(place)", "R/\(place)", "R#\(place)", "R:\(place)"][
                        Int.random(in: 0..<4, using: &random)
                    ],
                    register: place % 2,
                    reviewDate: Bool.random(using: &random)
                        ? start + Int.random(in: -30...300, using: &random) : nil,
                    lastReviewed: start - Int.random(in: 0...120, using: &random),
                    months: Int.random(in: 1...6, using: &random),
                    acceptedUntil: Bool.random(using: &random)
                        ? start + Int.random(in: -60...380, using: &random) : nil
                )
            )
        }
        for role in ["chair", "vice-chair"] {
            let end = start + Int.random(in: -60...400, using: &random)
            seats.append(Seat(role: role, ends: [end]))
        }
        let intervals = ["20 working days", "1 month", "3 weeks"]
        for place in 0..<Int.random(in: 1...2, using: &random) {
            let words = intervals[Int.random(in: 0..<intervals.count, using: &random)]
            returns.append(
                Return(
                    id: "returns-\(place)",
                    months: Int.random(in: 1...4, using: &random),
                    from: start - Int.random(in: 0...200, using: &random),
                    within: ReminderInterval(words: words) ?? .workingDays(20)
                )
            )
        }
    }

    // MARK: The plain account

    /// What is due, by a rule of which the oracle knows how far ahead it looks.
    func occasions(for oracle: ReminderOracle, on day: CivilDate, days: Int) -> [Occasion] {
        switch oracle.rule.each {
        case .risk: reviews
        case .acceptance: acceptances
        case .member: terms
        case .dataSet: data(days)
        case .meeting: meetings(days, oracle).filter { $0.last.map { day <= $0 } ?? true }
        default: []
        }
    }

    private var reviews: [Occasion] {
        risks.filter(\.isOpen).map { risk in
            let after = Self.months(risk.months, after: risk.lastReviewed, calendar)
            return Occasion(subject: .risk(risk.id), due: risk.reviewDate ?? after)
        }
    }

    private var acceptances: [Occasion] {
        risks.filter(\.isOpen).compactMap { risk in
            guard let until = risk.acceptedUntil else { return nil }
            return Occasion(subject: Self.acceptance(of: risk.id), due: risk.lapsedOn ?? until)
        }
    }

    private var terms: [Occasion] {
        seats.compactMap { seat in
            seat.ends.max().map { Occasion(subject: seat.subject, due: $0) }
        }
    }

    private func data(_ days: Int) -> [Occasion] {
        returns.flatMap { item in
            periods(of: item, days).filter { !item.received.contains($0) }.map { end in
                Occasion(
                    subject: SubjectReference(kind: "data-set", id: "\(item.id)#\(end)"),
                    due: ReminderOracle.moved(end, by: item.within, times: 1, calendar)
                )
            }
        }
    }

    private func periods(of item: Return, _ days: Int) -> [CivilDate] {
        var ends: [CivilDate] = []
        let isLastOfMonth = (item.from + 1).parts.day == 1
        var number = 0
        while true {
            var end = Self.months(item.months * number, after: item.from, calendar)
            while isLastOfMonth, (end + 1).parts.day != 1 { end = end + 1 }
            guard end <= start + days + 200 else { return ends }
            ends.append(end)
            number += 1
        }
    }

    private func meetings(_ days: Int, _ oracle: ReminderOracle) -> [Occasion] {
        planned(days).filter { !cancelled.contains($0) }.map { date in
            let held = moved[date] ?? date
            return Occasion(
                subject: .meeting(of: body, on: date),
                due: oracle.due(held),
                last: held
            )
        }
    }

    private func planned(_ days: Int) -> [CivilDate] {
        (0..<200).map { anchor + $0 * weeks * 7 }.filter { $0 <= start + days + 200 }
    }

    private static func months(
        _ count: Int,
        after date: CivilDate,
        _ calendar: TrialCalendar
    ) -> CivilDate {
        ReminderOracle.moved(date, by: .period(Period(count, .months)), times: 1, calendar)
    }

    private static func acceptance(of risk: String) -> SubjectReference {
        SubjectReference(kind: "acceptance", id: risk)
    }

    // MARK: Changes

    /// Changes something; returns the subjects that stand otherwise from then on.
    mutating func change(
        on day: CivilDate,
        days: Int,
        _ random: inout SeededGenerator
    ) -> [SubjectReference] {
        let place = Int.random(in: 0..<risks.count, using: &random)
        let id = risks[place].id
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1:
            risks[place].lastReviewed = day
            risks[place].reviewDate =
                Bool.random(using: &random) ? day + Int.random(in: 20...150, using: &random) : nil
            return [.risk(id)]
        case 2:
            risks[place].isOpen.toggle()
            return [.risk(id), Self.acceptance(of: id)]
        case 3:
            risks[place].acceptedUntil = day + Int.random(in: 10...200, using: &random)
            risks[place].lapsedOn = nil
            return [Self.acceptance(of: id)]
        case 4:
            guard risks[place].acceptedUntil != nil else { return [] }
            risks[place].lapsedOn = day
            return [Self.acceptance(of: id)]
        case 5:
            // A risk that goes to another register is reminded of as before.
            risks[place].register = 1 - risks[place].register
            return []
        case 6:
            let seat = Int.random(in: 0..<seats.count, using: &random)
            let end = (seats[seat].ends.max() ?? day) + Int.random(in: 1...200, using: &random)
            seats[seat].ends.append(end)
            return [seats[seat].subject]
        case 7:
            let item = Int.random(in: 0..<returns.count, using: &random)
            let open = periods(of: returns[item], days).filter {
                $0 <= day && !returns[item].received.contains($0)
            }
            returns[item].received.formUnion(open.suffix(1))
            return []
        default: return moveOrCancelMeeting(after: day, days, &random)
        }
    }

    private mutating func moveOrCancelMeeting(
        after day: CivilDate,
        _ days: Int,
        _ random: inout SeededGenerator
    ) -> [SubjectReference] {
        let coming = planned(days).filter {
            $0 > day + 6 && !cancelled.contains($0) && moved[$0] == nil
        }
        guard let date = coming.prefix(4).randomElement(using: &random) else { return [] }
        if Bool.random(using: &random) {
            cancelled.insert(date)
        } else {
            moved[date] = date + (Bool.random(using: &random) ? 3 : -4)
        }
        return [.meeting(of: body, on: date)]
    }

    // MARK: The record

    /// Puts everything into a record.
    func put(into record: inout Record) {
        record.riskRegisters = (0...1).map { place in
            RiskRegister(
                id: "register-\(place)",
                name: "Register \(place)",
                risks: risks.filter { $0.register == place }.map(Self.risk)
            )
        }
        if let cadence = try? Cadence(
            every: Period(weeks, .weeks),
            from: anchor,
            cancelled: cancelled,
            moved: moved
        ) {
            record.meetings = [MeetingSeries(body: body, name: "COG", cadence: cadence)]
        }
        record.dataSets = returns.map { item in
            var data = DataSet(
                id: item.id,
                title: "Returns",
                lead: "Officer",
                every: Period(item.months, .months),
                from: item.from,
                within: item.within
            )
            for period in item.received { data.receivedOn[period] = period }
            return data
        }
        let members = seats.flatMap { seat in
            seat.ends.map { end in
                Member(bodyID: "cpc", roleID: seat.role, term: CivilSpan(...end))
            }
        }
        record.profile =
            CommitteeProfile(
                body: Body(id: "cpc", name: "CPC", kind: .committee),
                roles: seats.map { Role(id: $0.role, title: $0.role) },
                members: members
            ).json
    }

    private static func risk(_ invented: InventedRisk) -> Risk {
        var risk = Risk(id: invented.id, cause: "a", event: "b", effect: "c")
        risk.state = invented.isOpen ? .active : .closed
        risk.reviewDate = invented.reviewDate
        risk.lastReviewed = invented.lastReviewed
        risk.reviewInterval = Period(invented.months, .months)
        if let until = invented.acceptedUntil {
            risk.acceptance = Risk.Acceptance(
                by: "chair",
                on: .earliest,
                until: until,
                score: .notAssessed
            )
            risk.acceptance?.lapsedOn = invented.lapsedOn
        }
        return risk
    }
}
