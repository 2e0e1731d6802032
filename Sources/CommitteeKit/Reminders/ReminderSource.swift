// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Says where the due date of a reminder comes from: the dates of which it was counted.
struct ReminderSource {
    private let identity: ReminderIdentity
    private let edition: Edition

    init(_ identity: ReminderIdentity, _ edition: Edition) {
        self.identity = identity
        self.edition = edition
    }

    /// The due date and where it comes from, in a sentence.
    var sentence: String {
        (["It is due on \(day(identity.due))"] + dates).joined(separator: "; ") + "."
    }

    private var dates: [String] {
        let id = identity.subject.id
        switch identity.subject.kind {
        case "action": return item
        case "risk": return risk(id).map { review(of: $0.risk, in: $0.register) } ?? []
        case "acceptance": return risk(id)?.risk.acceptance.map(acceptance) ?? []
        case "risk-state": return risk(id).map { state(of: $0.risk) } ?? []
        case "meeting": return meeting
        case "data-set": return dataSet
        case "member": return term
        default: return []
        }
    }

    private func day(_ date: CivilDate) -> String { date.formatted("d MMMM yyyy") }

    // MARK: Items of plans

    private var item: [String] {
        guard let place = identity.subject.planItem,
            let item = edition.plans.first(where: { $0.id == place.plan })?.item(place.item)
        else { return [] }
        var dates: [String] = []
        if !item.timescale.words.isEmpty {
            dates.append("its timescale reads “\(item.timescale.words)”")
        }
        if let last = item.lastReport { dates.append("progress was last reported on \(day(last))") }
        let revisions = item.timescaleHistory.count - 1
        if revisions > 0 {
            dates.append(
                "the timescale was revised \(revisions == 1 ? "once" : "\(revisions) times")"
            )
        }
        return dates
    }

    // MARK: Risks

    private func risk(_ id: String) -> (risk: Risk, register: RiskRegister)? {
        try? edition.risk(id)
    }

    private func review(of risk: Risk, in register: RiskRegister) -> [String] {
        var dates: [String] = []
        if let set = risk.reviewDate { dates.append("the review was set for \(day(set))") }
        if let last = risk.lastReviewed { dates.append("the last review was on \(day(last))") }
        if risk.reviewDate == nil, let interval = register.reviewInterval(for: risk) {
            dates.append("it is reviewed every \(interval)")
        }
        return dates
    }

    private func state(of risk: Risk) -> [String] {
        guard let state = risk.workflowState else { return ["the risk has left the state"] }
        let why = state.why.isEmpty ? "" : ", because \(state.why)"
        return ["the risk is \(state.label)\(why)"]
    }

    private func acceptance(_ acceptance: Risk.Acceptance) -> [String] {
        var dates = ["it was accepted by \(acceptance.by) on \(day(acceptance.on))"]
        if let until = acceptance.until {
            dates.append("the acceptance was given until \(day(until))")
        }
        if let ended = acceptance.lapsedOn {
            dates.append("it ended on \(day(ended)), since \(acceptance.lapseReason)")
        }
        return dates
    }

    // MARK: Terms of office, meetings and data sets

    private var term: [String] {
        guard let profile = edition.committeeProfile else { return [] }
        let members = profile.members + profile.workingGroups.flatMap(\.members)
        let ends = members.filter { $0.seat == identity.subject.id }.compactMap(\.term.until)
        return ends.max().map { ["the term of office ends on \(day($0))"] } ?? []
    }

    /// What stands before and after the last mark of the subject's identifier.
    private var parts: (name: String, date: CivilDate)? {
        let id = identity.subject.id
        guard let mark = id.lastIndex(of: "#"),
            let date = CivilDate(iso: String(id[id.index(after: mark)...]))
        else { return nil }
        return (String(id[..<mark]), date)
    }

    private var meeting: [String] {
        guard let parts, let series = edition.meetings.first(where: { $0.body == parts.name })
        else { return [] }
        if series.cadence.cancelled.contains(parts.date) {
            return ["the meeting of \(series.name) on \(day(parts.date)) is called off"]
        }
        let held = series.cadence.moved[parts.date] ?? parts.date
        var dates = ["the meeting of \(series.name) is on \(day(held))"]
        if held != parts.date { dates.append("it was planned for \(day(parts.date))") }
        return dates
    }

    private var dataSet: [String] {
        guard let parts, let data = edition.dataSets.first(where: { $0.id == parts.name })
        else { return [] }
        var dates = [
            "its period ended on \(day(parts.date)), and it is due within \(data.within)"
        ]
        if let received = data.receivedOn[parts.date] {
            dates.append("it came in on \(day(received))")
        }
        return dates
    }
}
