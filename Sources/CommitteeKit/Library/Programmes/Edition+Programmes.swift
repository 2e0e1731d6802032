// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An area of a programme, as the plan and the programme have it together.
public struct ProgrammeAreaStanding: Hashable, Sendable {
    /// The area, as the plan has it.
    public var item: PlanItem
    /// Who leads it: what the programme says, else what the plan says.
    public var leads: [String]
    /// Whether another body leads it, outside the committee's own.
    public var isLedElsewhere: Bool
    /// The document that guides it there, by its short name.
    public var document: String?

    /// The area as its heading has it, such as `5. Neglect`.
    public var title: String {
        guard let number = item.number, !number.isEmpty else { return item.text.singleLine }
        return "\(number)\(number.last == "." ? "" : ".") \(item.text.singleLine)"
    }
}

extension ProgrammeAreaStanding {
    /// What names the area for people: its number as the plan prints it, else its identifier.
    public var key: String {
        let number = (item.number ?? "").filter { $0 != " " }.trimmingStops
        return number.isEmpty ? item.id : number
    }
}

extension Plan {
    /// The identifier of the item that words name: its own, or the number of one at the outermost level.
    func areaID(_ words: String) -> String? {
        if item(words) != nil { return words }
        let key = words.trimmingStops
        let found = items.filter { $0.level == 0 && ($0.number ?? "").trimmingStops == key }
        return found.count == 1 ? found.first?.id : nil
    }
}

extension String {
    /// The text without full stops at its end.
    fileprivate var trimmingStops: String {
        var rest = self[...]
        while rest.last == "." { rest = rest.dropLast() }
        return String(rest)
    }
}

extension Edition {
    /// Returns the areas of a programme: what stands at the outermost level of its plan.
    ///
    /// - Parameter programme: The programme.
    /// - Returns: The areas that have not left the plan, in printed order.
    /// - Complexity: O(*n*) in the size of the plan.
    public func areas(of programme: Programme) -> [ProgrammeAreaStanding] {
        guard let plan = plans.first(where: { $0.id == programme.id }) else { return [] }
        return plan.items.filter { $0.level == 0 && $0.exit == nil }.map { item in
            let said = programme.areas.first { $0.area == item.id }
            return ProgrammeAreaStanding(
                item: item,
                leads: said?.lead.map { [$0] } ?? item.leads.names,
                isLedElsewhere: said?.isLedElsewhere ?? false,
                document: said?.document
            )
        }
    }

    /// Returns the areas of which an update says nothing, of those that the plan had when it was issued.
    ///
    /// - Parameter update: The update.
    /// - Returns: The areas, in printed order.
    public func areasLeftOut(by update: ProgrammeUpdate) -> [ProgrammeAreaStanding] {
        guard let programme = programmeState.programme(update.plan) else { return [] }
        let day = update.issuing?.on ?? asOf
        return areas(of: programme).filter { area in
            update.words(of: area.item.id) == nil && area.item.added.map { $0 <= day } ?? true
        }
    }
}

/// Something in the committee's programmes that does not fit together, or that it should know.
public struct ProgrammeFinding: Hashable, Sendable {
    /// What sort of thing it is, such as `update-leaves-area-out`.
    public var kind: String
    /// Of what it speaks.
    public var subject: SubjectReference
    /// What was found, and what to do.
    public var message: String

    init(_ kind: String, _ subject: SubjectReference, _ message: String) {
        self.kind = kind
        self.subject = subject
        self.message = message
    }

    /// The finding for programs.
    public var json: JSONValue {
        [
            "kind": .string(kind), "subject": .string(subject.description),
            "message": .string(message),
        ]
    }
}

extension Edition {
    /// Looks through the committee's programmes.
    ///
    /// - Parameter programme: Only this one; all of them when nil.
    /// - Returns: What is overdue, left out, skipped, without a day or without a name, programme by programme.
    /// - Complexity: O(*n*) in the size of the programmes and of their plans.
    public func programmeFindings(of programme: Programme? = nil) -> [ProgrammeFinding] {
        let overdue = programmeState.deadlines(through: asOf - 1)
        let parties = Parties(of: self)
        var found: [ProgrammeFinding] = []
        for one in programmes where programme == nil || one.id == programme?.id {
            for due in overdue where due.subject.id.prefix(while: { $0 != "#" }) == one.id {
                found.append(overdueFinding(due))
            }
            found += updateFindings(one)
            found += milestoneFindings(one)
            found += trialFindings(one)
            found += recommendationFindings(one)
            found += nameFindings(one, parties)
        }
        return found
    }

    private func overdueFinding(_ due: RoomDeadline) -> ProgrammeFinding {
        let days = asOf - due.due
        let leads = due.leads.isEmpty ? "" : " (\(due.leads.joined(separator: ", ")))"
        let what: String
        switch due.kind {
        case "programme-update": what = "Write and issue it, or set another interval."
        case "programme-milestone": what = "Record that it was met or missed, or move it."
        case "programme-trial": what = "Record what came out, or set another day."
        case "programme-recommendation": what = "Record the answer, or that none came."
        default: what = "Record the end of the programme, or set another day."
        }
        return ProgrammeFinding(
            "\(due.kind)-overdue",
            due.subject,
            "\(due.name.sentence) was due by \(due.due.inWords), \(days == 1 ? "1 day" : "\(days) days") "
                + "ago\(leads). \(what)"
        )
    }

    private func updateFindings(_ programme: Programme) -> [ProgrammeFinding] {
        var found: [ProgrammeFinding] = []
        let issued = programmeState.issuedUpdates(of: programme)
        var expected = 1
        for update in issued {
            if update.number > expected {
                let missing = (expected..<update.number).prefix(6).map { "\($0)" }
                found.append(
                    ProgrammeFinding(
                        "update-number-skipped",
                        update.reference,
                        "\(update.inSentence) was issued, and number \(missing.joined(separator: ", ")) was not. Issue "
                            + "it, or tell the readers that there is none."
                    )
                )
            }
            expected = update.number + 1
            let left = areasLeftOut(by: update)
            guard !left.isEmpty else { continue }
            found.append(
                ProgrammeFinding(
                    "update-leaves-area-out",
                    update.reference,
                    "\(update.inSentence) says nothing of \(left.map(\.title).joined(separator: "; ")). Say in the next "
                        + "one what is new there, or that nothing is."
                )
            )
        }
        if programme.ending == nil, programme.audience == .public,
            let plan = plans.first(where: { $0.id == programme.id }), plan.state < .approved
        {
            found.append(
                ProgrammeFinding(
                    "plan-not-approved",
                    programme.reference,
                    "\(programme.inSentence) is for everybody, and its plan is a draft: the public knows of neither. "
                        + "Record that the plan is approved."
                )
            )
        }
        if programme.ending == nil, programmeState.nextUpdate(of: programme) == nil {
            found.append(
                ProgrammeFinding(
                    "update-without-day",
                    programme.reference,
                    "\(programme.inSentence) says not when its next update is due. Set the day of the first one, and "
                        + "how many weeks lie between two."
                )
            )
        }
        return found
    }

    private func milestoneFindings(_ programme: Programme) -> [ProgrammeFinding] {
        programmeState.milestones.filter {
            $0.plan == programme.id && $0.stage == .open && $0.due == nil
        }.map { milestone in
            ProgrammeFinding(
                "milestone-without-day",
                milestone.reference,
                "\(milestone.inSentence) has no day. Say by which day or month it is to be reached."
            )
        }
    }

    private func trialFindings(_ programme: Programme) -> [ProgrammeFinding] {
        programmeState.trials.filter {
            $0.plan == programme.id && $0.ending == nil && $0.dropping == nil
        }.flatMap { trial -> [ProgrammeFinding] in
            var found: [ProgrammeFinding] = []
            if trial.ends == nil {
                found.append(
                    ProgrammeFinding(
                        "trial-without-end",
                        trial.reference,
                        "\(trial.inSentence) has no day to which it runs. Set one, such as the end of the financial "
                            + "year."
                    )
                )
            }
            if trial.partners.isEmpty {
                found.append(
                    ProgrammeFinding(
                        "trial-without-partner",
                        trial.reference,
                        "\(trial.inSentence) names nobody who delivers it. Name the partners."
                    )
                )
            }
            return found
        }
    }

    private func recommendationFindings(_ programme: Programme) -> [ProgrammeFinding] {
        programmeState.recommendations.filter { $0.plan == programme.id && $0.outcomes.isEmpty }
            .compactMap { one in
                guard let answer = one.answer?.answer, answer == .accepted || answer == .partly
                else {
                    return nil
                }
                return ProgrammeFinding(
                    "recommendation-without-outcome",
                    one.reference,
                    "\(one.inSentence) was \(answer.words.lowercasedFirst), and nothing says what came of it. Name the "
                        + "action that carries it out."
                )
            }
    }

    /// Areas that nobody leads, and names that mean nobody.
    private func nameFindings(_ programme: Programme, _ parties: Parties) -> [ProgrammeFinding] {
        var found = areas(of: programme).filter(\.leads.isEmpty).map { area in
            ProgrammeFinding(
                "area-without-lead",
                programme.reference,
                "Area \(area.title) of \(programme.inSentence.lowercasedFirst) has no lead. Name one in the plan, or the "
                    + "body that leads it."
            )
        }
        guard committeeProfile != nil else { return found }
        func check(_ name: String?, _ subject: SubjectReference, _ words: String) {
            guard let name else { return }
            let message: String
            switch parties.party(named: name) {
            case .found(let party) where party.isPresent: return
            case .found: message = "is no longer there. Name another."
            case .several(let several):
                message =
                    "may be one of several: \(several.map(\.name).joined(separator: ", ")). Say which."
            case .unknown(let closest):
                message =
                    "is no seat, group or body of the committee."
                    + (closest.map { " Did you mean “\($0)”?" }
                        ?? " Record it with committee structure, or correct it.")
            }
            found.append(
                ProgrammeFinding(
                    "name-unknown",
                    subject,
                    "“\(name)”, named by \(words), \(message)"
                )
            )
        }
        check(programme.lead, programme.reference, programme.inSentence.lowercasedFirst)
        for area in programme.areas where !area.isLedElsewhere {
            check(
                area.lead,
                programme.reference,
                "area \(area.area) of \(programme.inSentence.lowercasedFirst)"
            )
        }
        for trial in programmeState.trials where trial.plan == programme.id {
            check(trial.lead, trial.reference, trial.inSentence.lowercasedFirst)
        }
        return found
    }
}
