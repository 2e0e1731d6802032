// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What is said of bodies, groups, seats and plans.
extension StructureReader {
    mutating func takeName(of part: Said, in section: StructureSection) {
        guard let name = part.first(.name) else {
            // A new part needs a name of its own only where it is known by one.
            return
        }
        guard !name.words.isEmpty || section == .plans else {
            return note(
                name.line,
                "no-name",
                "[\(part.id)] needs a name. Write it after the brackets."
            )
        }
        switch section {
        case .bodies: add(.body(part.id), Body.Entries.name.fact(name.words), at: name.line)
        case .groups:
            add(.group(part.id), WorkingGroup.Entries.name.fact(name.words), at: name.line)
        case .seats: add(.seat(part.id), Member.Seats.role.fact(name.words), at: name.line)
        case .plans:
            note(
                name.line,
                "not-said-here",
                "The title of the plan [\(part.id)] is not changed here; it comes with the plan."
            )
        case .functions, .lines: break
        }
    }

    mutating func takeBody(_ part: Said) {
        let body = SubjectReference.body(part.id)
        for (aspect, values) in part.values {
            switch aspect {
            case .shortName:
                add(body, Body.Entries.abbreviation.fact(values.optional), at: values.line)
            case .kind: add(body, Body.Entries.kind.fact(values.optional), at: values.line)
            case .alsoCalled: add(body, Body.Entries.aliases.fact(values.list), at: values.line)
            case .quorum:
                let number = Int(values.words)
                guard number.map({ $0 > 0 }) ?? values.words.isEmpty else {
                    note(
                        values.line,
                        "no-number",
                        "“\(values.words)” is no number of members. Write one such as 5, or none."
                    )
                    continue
                }
                add(body, Body.Entries.quorum.fact(number), at: values.line)
            default: continue
            }
        }
    }

    mutating func takeGroup(_ part: Said) {
        let subject = SubjectReference.group(part.id)
        typealias Entries = WorkingGroup.Entries
        for (aspect, values) in part.values {
            switch aspect {
            case .shortName:
                add(subject, Entries.abbreviation.fact(values.optional), at: values.line)
            case .alsoCalled: add(subject, Entries.aliases.fact(values.list), at: values.line)
            case .life:
                guard let life = SheetWords.lifetime(values.words) else {
                    note(
                        values.line,
                        "no-life",
                        "“\(values.words)” does not say how long the group lasts. Write standing, or "
                            + "short-life from 1 April 2026 to 31 March 2027."
                    )
                    continue
                }
                add(subject, Entries.life.fact(life), at: values.line)
            case .under:
                guard let id = reference(values[0], { $0.place(called:on:) }) else { continue }
                add(subject, Entries.reportsTo.fact(id.value), at: values.line)
            case .ledBy:
                guard let id = reference(values[0], { $0.role(called:on:) }) else { continue }
                add(subject, Entries.lead.fact(id.value), at: values.line)
            default: continue
            }
        }
        takeRemit(part, subject)
    }

    private mutating func takeRemit(_ part: Said, _ subject: SubjectReference) {
        let parts: Set<SheetAspect> = [.purpose, .task, .decides, .agreed, .agreedBy]
        let said = part.values.filter { parts.contains($0.aspect) }
        guard let first = said.first else { return }
        var remit = now.profile.group(id: part.id)?.remit ?? Remit(purpose: "")
        for (aspect, values) in said {
            switch aspect {
            case .purpose: remit.purpose = values.words
            case .task: remit.tasks = values.list
            case .decides: remit.decides = values.list
            case .agreed:
                guard let day = date(values[0]) else { continue }
                remit.agreed = day.value
            default:
                guard let id = reference(values[0], { $0.place(called:on:) }) else { continue }
                remit.agreedByBodyID = id.value
            }
        }
        let isNothing = remit == Remit(purpose: "")
        add(
            subject,
            WorkingGroup.Entries.remit.fact(isNothing ? nil : remit),
            at: first.values.line
        )
    }

    mutating func takeSeat(_ part: Said) {
        let seat = SubjectReference.seat(part.id)
        for (aspect, values) in part.values {
            switch aspect {
            case .on:
                guard let id = reference(values[0], { $0.place(called:on:) }) else { continue }
                add(seat, Member.Seats.sitsOn.fact(id.value), at: values.line)
            case .agency:
                guard let id = reference(values[0], { $0.bodyID(called:on:) }) else { continue }
                add(seat, Member.Seats.agency.fact(id.value), at: values.line)
            case .core, .votes:
                guard let answer = truth(values[0]) else { continue }
                let field = aspect == .core ? Member.Seats.core : Member.Seats.votes
                add(seat, field.fact(answer), at: values.line)
            case .alsoCalled: add(seat, Member.Seats.alsoCalled.fact(values.list), at: values.line)
            case .substitute:
                add(seat, Member.Seats.substitutes.fact(substitutes(values.list)), at: values.line)
            case .ended:
                guard let day = date(values[0]) else { continue }
                add(seat, Member.Seats.ended.fact(day.value), at: values.line)
            case .term: for value in values { takeTerm(value, of: part, seat) }
            default: continue
            }
        }
    }

    private func substitutes(_ names: [String]) -> [String] {
        names.map { name in
            now.profile.roles.first { $0.isCalled(name) }?.id ?? name
        }
    }

    private mutating func takeTerm(_ value: SheetValue, of part: Said, _ seat: SubjectReference) {
        guard !value.words.isEmpty else {
            return note(
                value.line,
                "not-taken-out",
                "A term of office is not taken out here. Void the entry that recorded it."
            )
        }
        let plain = SheetText.plain(value.words)
        let old = written.parts(of: .seats).first { $0.id == part.id }
        let known = (part.now?.lines(of: .term) ?? []) + (old?.lines(of: .term) ?? [])
        guard !known.contains(where: { SheetText.plain($0) == plain }) else { return }
        switch SheetWords.term(value.words) {
        case .failure(let mistake): note(value.line, "no-term", mistake.message)
        case .success(let term):
            let before = (part.now?.lines(of: .term) ?? []).first {
                (try? SheetWords.term($0).get())?.span.from == term.span.from
            }
            let wasWritten = (old?.lines(of: .term) ?? []).map(SheetText.plain)
            if let before, old != nil, !wasWritten.contains(SheetText.plain(before)) {
                return note(
                    value.line,
                    "changed-meanwhile",
                    "The term of [\(part.id)] that begins on the same day is “\(before)” now, and was "
                        + "another when the sheet was written. Write a new sheet, and say there which "
                        + "of the two it is to be."
                )
            }
            add(seat, Member.Seats.term.fact(term), at: value.line)
        }
    }

    mutating func takePlan(_ part: Said) {
        let said = part.values.filter { $0.aspect != .name }
        guard let first = said.first else { return }
        var bodies =
            now.state.planBodies.first { $0.planID == part.id } ?? PlanBodies(planID: part.id)
        for (aspect, values) in said {
            guard let id = reference(values[0], { $0.party(called:on:) }) else { continue }
            switch aspect {
            case .owner: bodies.ownerID = id.value
            case .coordinator: bodies.coordinatorID = id.value
            default: bodies.overseerID = id.value
            }
        }
        guard bodies != now.state.planBodies.first(where: { $0.planID == part.id }) else { return }
        guard bodies != PlanBodies(planID: part.id) || !now.state.planBodies.isEmpty else { return }
        add(.plan(part.id), .planBodiesSet(bodies), at: first.values.line)
    }

    // MARK: Values

    /// A value that may be none, once it was understood.
    struct Understood<Value> {
        var value: Value?
    }

    mutating func reference(
        _ value: SheetValue,
        _ find: (StructureNames) -> (String, CivilDate) -> Result<String, StructureNames.Unknown>
    ) -> Understood<String>? {
        guard !value.words.isEmpty else { return Understood(value: nil) }
        return resolved(value, find).map { Understood(value: $0) }
    }

    mutating func date(_ value: SheetValue) -> Understood<CivilDate>? {
        guard !value.words.isEmpty else { return Understood(value: nil) }
        guard let day = SheetWords.day(value.words) else {
            note(
                value.line,
                "no-day",
                "“\(value.words)” is no day. Write one such as 31 March 2027."
            )
            return nil
        }
        return Understood(value: day)
    }

    private mutating func truth(_ value: SheetValue) -> Bool? {
        switch SheetText.plain(value.words).lowercased() {
        case "yes": return true
        case "no": return false
        default:
            note(
                value.line,
                "neither-yes-nor-no",
                "“\(value.words)” is neither yes nor no. Write one of the two."
            )
            return nil
        }
    }
}

extension [SheetValue] {
    var words: String { first?.words ?? "" }
    var line: Int { first?.line ?? 0 }
    /// The one value; nil where there is to be none.
    var optional: String? { words.isEmpty ? nil : words }
    /// The values, without those that are none.
    var list: [String] { map(\.words).filter { !$0.isEmpty } }
}
