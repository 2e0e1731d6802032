// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension EditionChange {
    /// Creates a change of a risk register or of a risk in it.
    ///
    /// - Parameters:
    ///   - register: The register's identifier.
    ///   - risk: The risk's identifier.
    ///   - kind: What sort of change it is.
    ///   - sentence: The change in words.
    public init(register: String, risk: String?, kind: String, sentence: String) {
        self.init(
            risk.map { .risk($0) } ?? .register(register),
            within: risk == nil ? nil : .register(register),
            kind: kind,
            sentence: sentence
        )
    }

    /// The risk register's identifier, or nil when the change is about something else.
    public var register: String? {
        let register = within ?? subject
        return register.kind == "risk-register" ? register.id : nil
    }

    /// The risk's identifier, or nil when the change is about no risk.
    public var risk: String? { subject.kind == "risk" ? subject.id : nil }

    /// Compares the risks of two editions: what happened to each, and what came about by itself.
    ///
    /// - Parameters:
    ///   - earlier: The earlier edition, cut for the same audience.
    ///   - later: The later edition.
    /// - Returns: The changes, by the later edition's registers and their risks.
    /// - Complexity: O(*n*) in the number of risks and the length of their histories.
    public static func risks(
        between earlier: Edition,
        and later: Edition
    ) -> [EditionChange] {
        later[RisksState.self].changes(
            since: earlier[RisksState.self],
            in: EditionPair(earlier, later)
        )
    }
}

/// What changed in the risks between two dates, in words.
struct RiskChanges {
    private typealias Place = (risk: Risk, register: RiskRegister)

    private let earlier: RisksState
    private let later: RisksState
    private let editions: EditionPair
    private let before: [String: Place]

    init(from earlier: RisksState, to later: RisksState, in editions: EditionPair) {
        self.earlier = earlier
        self.later = later
        self.editions = editions
        before = Self.places(in: earlier)
    }

    private static func places(in edition: RisksState) -> [String: Place] {
        var places: [String: Place] = [:]
        for register in edition.riskRegisters {
            for risk in register.risks { places[risk.id] = (risk, register) }
        }
        return places
    }

    func all() -> [EditionChange] {
        var changes: [EditionChange] = []
        var seen: Set<String> = []
        for register in later.riskRegisters {
            changes += self.changes(of: register)
            for risk in register.risks {
                seen.insert(risk.id)
                changes += self.changes(of: risk, in: register)
            }
        }
        // Whoever may not see everything is not told which risk they may not see any more.
        guard editions.later.audience == .restricted else { return changes }
        for register in earlier.riskRegisters {
            for risk in register.risks where !seen.contains(risk.id) {
                changes.append(
                    EditionChange(
                        register: register.id,
                        risk: risk.id,
                        kind: "risk-gone",
                        sentence: "Risk \(risk.id) (\(risk.name)) was taken out."
                    )
                )
            }
        }
        return changes
    }

    private func changes(of register: RiskRegister) -> [EditionChange] {
        guard let old = earlier.riskRegisters.first(where: { $0.id == register.id }) else {
            let count = register.openRisks.count
            return [
                EditionChange(
                    register: register.id,
                    risk: nil,
                    kind: "register-added",
                    sentence: "The risk register “\(register.name)” is new, with \(count) "
                        + "\(count == 1 ? "risk" : "risks")."
                )
            ]
        }
        let name = "The risk register “\(register.name)”"
        return RiskRegister.table.sentences(from: old, to: register, of: name).map {
            EditionChange(register: register.id, risk: nil, kind: $0.kind, sentence: $0.sentence)
        }
    }

    private func changes(of risk: Risk, in register: RiskRegister) -> [EditionChange] {
        var found: [EditionChange] = []
        let called = "Risk \(risk.id) (\(risk.name))"
        func tell(_ change: ChangeInWords) {
            found.append(
                EditionChange(
                    register: register.id,
                    risk: risk.id,
                    kind: change.kind,
                    sentence: change.sentence
                )
            )
        }
        func say(_ kind: String, _ words: String) {
            tell(ChangeInWords(kind, "\(called) \(words)"))
        }
        let old = before[risk.id]
        let wasKnown = risk.history.first.map { $0.on <= editions.earlier.asOf } ?? false
        if old == nil, wasKnown { say("risk-shown", "was not shown to this audience before.") }
        var known = old?.risk.history ?? []
        let role = editions.later.titleOfRole
        var (untold, told) = (
            RiskPlace(risk, in: register, role: role), RiskPlace(risk, in: register, role: role)
        )
        untold.risk.history = []
        for event in risk.history where old != nil || event.on > editions.earlier.asOf {
            if let place = known.firstIndex(of: event) {
                known.remove(at: place)
            } else {
                told.risk.history = [event]
                let way = Risk.table[event.kind]?.ways.sentence.way ?? .history(of: event.kind)
                way.say(untold, told, called).forEach(tell)
            }
        }
        sayWhatCameByItself(risk, old?.risk, register, say)
        return found
    }

    /// What nobody recorded: an acceptance that ended, a review that became overdue.
    private func sayWhatCameByItself(
        _ risk: Risk,
        _ old: Risk?,
        _ register: RiskRegister,
        _ say: (String, String) -> Void
    ) {
        guard risk.state == .active else { return }
        if let acceptance = risk.acceptance, let reason = acceptance.lapse(on: editions.later.asOf)
        {
            let held = old?.acceptance.map { $0.lapse(on: editions.earlier.asOf) == nil } ?? true
            if held {
                say(
                    "acceptance-lapsed",
                    "is no longer accepted by \(editions.later.titleOfRole(acceptance.by)): "
                        + "\(reason)."
                )
            }
        }
        if let day = register.nextReview(of: risk), day < editions.later.asOf,
            day >= editions.earlier.asOf
        {
            say("review-overdue", "is overdue for review, which was due on \(Self.day(day)).")
        }
    }

    private static func day(_ date: CivilDate) -> String { date.formatted("d MMMM yyyy") }
}

extension RiskHistoryEvent {
    /// What happened, in a sentence.
    ///
    /// - Parameters:
    ///   - name: What the risk is called at the beginning of a sentence.
    ///   - place: The risk in the register whose scales and names of scores are meant.
    /// - Returns: The sentence.
    func sentence(of name: String, in place: RiskPlace) -> String {
        let words = self.words(in: place)
        let day = on.formatted("d MMMM yyyy")
        // Words that end in brackets take the day in, so that two pairs never follow each other.
        return words.hasSuffix(")")
            ? "\(name) was \(words.dropLast()), \(day))." : "\(name) was \(words) (\(day))."
    }

    /// What happened in words that fit after “it was”, such as `escalated to partnership`.
    ///
    /// - Parameter place: The risk in the register whose scales and names of scores are meant.
    /// - Returns: The words.
    func words(in place: RiskPlace) -> String {
        let reason = reason.map { " (\($0))" } ?? ""
        guard let entry = Risk.entries[kind] else {
            switch kind.rawValue {
            case "risk-register.set": return "entered with its register"
            case "risk-register.scale-migrated": return "taken over to another scale"
            default: return ownWords + reason
            }
        }
        // Of what was cut for the public it is known that it happened, not what was said.
        guard !by.isEmpty || payload != [:], let fact else { return entry.participle + reason }
        return entry.words(fact.fact, place) + reason
    }

    /// What an entry of a workflow's own kind says of itself, or what it holds.
    private var ownWords: String {
        if let sentence = payload["sentence"]?.text {
            let words = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
            return "taken through “\(verb)”: \(words)"
        }
        let members = (payload.members ?? [:]).compactMap { member -> String? in
            let value = member.value.text ?? member.value.wholeNumber.map(String.init)
            return value.map { "\(member.key) \($0)" }
        }
        return "taken through “\(verb)”"
            + (members.isEmpty ? "" : ": \(members.joined(separator: ", "))")
    }

    /// The kind without the name of whoever has it.
    private var verb: String {
        let name = kind.rawValue.drop { $0 != "." }.dropFirst()
        return String(name.hasPrefix("risk-") ? name.dropFirst("risk-".count) : name)
    }
}
