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
        for register in earlier.riskRegisters {
            for risk in register.risks where !seen.contains(risk.id) {
                changes.append(
                    EditionChange(
                        register: register.id,
                        risk: risk.id,
                        kind: "risk-gone",
                        sentence: "Risk \(risk.id) (\(risk.name)) is no longer shown to this "
                            + "audience, or was taken out."
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
        guard let was = old.currentScale?.reference, let now = register.currentScale?.reference,
            was != now
        else { return [] }
        return [
            EditionChange(
                register: register.id,
                risk: nil,
                kind: "scale",
                sentence: "The risk register “\(register.name)” now scores by scale \(now); before "
                    + "by \(was)."
            )
        ]
    }

    private func changes(of risk: Risk, in register: RiskRegister) -> [EditionChange] {
        var found: [EditionChange] = []
        func say(_ kind: String, _ words: String) {
            found.append(
                EditionChange(
                    register: register.id,
                    risk: risk.id,
                    kind: kind,
                    sentence: "Risk \(risk.id) (\(risk.name)) \(words)"
                )
            )
        }
        let old = before[risk.id]
        let wasKnown = risk.history.first.map { $0.on <= editions.earlier.asOf } ?? false
        if old == nil, wasKnown { say("risk-shown", "was not shown to this audience before.") }
        var known = old?.risk.history ?? []
        for event in risk.history where old != nil || event.on > editions.earlier.asOf {
            if let place = known.firstIndex(of: event) {
                known.remove(at: place)
            } else {
                let words = event.words(in: register, role: name)
                say(event.kind.rawValue, "was \(words), on \(Self.day(event.on)).")
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
                    "is no longer accepted by \(name(acceptance.by)): \(reason)."
                )
            }
        }
        if let day = register.nextReview(of: risk), day < editions.later.asOf,
            day >= editions.earlier.asOf
        {
            say("review-overdue", "is overdue for review, which was due on \(Self.day(day)).")
        }
    }

    private func name(_ role: String) -> String {
        editions.later.card(of: .role(role))?.name ?? role
    }

    private static func day(_ date: CivilDate) -> String { date.formatted("d MMMM yyyy") }
}

extension RiskHistoryEvent {
    /// What happened in words that fit after “it was”, such as `escalated to partnership`.
    ///
    /// - Parameters:
    ///   - register: The register whose scales and names of scores are meant.
    ///   - role: Makes the title of a role of its identifier.
    /// - Returns: The words.
    func words(in register: RiskRegister, role: (String) -> String) -> String {
        let reason = reason.map { " (\($0))" } ?? ""
        guard let name = RiskFact.Name(kind: kind) else {
            switch kind.rawValue {
            case "risk-register.set": return "entered with its register"
            case "risk-register.scale-migrated": return "taken over to another scale"
            default: return "recorded as “\(kind)”\(reason)"
            }
        }
        return words(of: name, register, role) + reason
    }

    private func words(
        of name: RiskFact.Name,
        _ register: RiskRegister,
        _ role: (String) -> String
    ) -> String {
        func outcome(_ words: String) -> String {
            name.participle + (words.isEmpty ? "" : ": \(words)")
        }
        // Of what was cut for the public it is known that it happened, not what was said.
        guard !by.isEmpty || payload != [:] else { return name.participle }
        switch fact {
        case .assessed(let kind, let assessment):
            let none = register.currentScale?.words.notAssessed ?? "Not assessed"
            let text = register.scored(assessment)?.tag.text ?? none
            return "assessed as \(text) (\(register.name(of: kind).lowercased()))"
        case .approved(let body): return "approved by \(role(body))"
        case .escalated(let target): return "escalated to \(target)"
        case .deescalated(let target): return "de-escalated to \(target)"
        case .accepted(let by, let until, _):
            let end = until.map { " until \($0.formatted("d MMMM yyyy"))" } ?? ""
            return "accepted by \(role(by))\(end)"
        case .closed(let words): return outcome(words)
        case .reviewed(let words, _): return outcome(words)
        case .controlSet(let control): return "given the control \(control.id)"
        case .controlRemoved(let id): return "relieved of the control \(id)"
        case .evidenceSeen(let id, _, _): return "shown to have its control \(id) at work"
        case .replaced(let ids): return "replaced by \(ids.joined(separator: ", "))"
        case .worded(let wording): return outcome(wording.event)
        case .treated(let treatment, _): return treatment?.decision ?? "left without a treatment"
        case .visibilitySet(let visibility): return "made visible to \(visibility.reader)"
        case .categorised(let category): return outcome(category)
        case .assigned(let owner, let manager):
            let names = [owner, manager].compactMap { $0.map(role) }
            return "assigned to \(names.isEmpty ? "nobody" : names.joined(separator: " and "))"
        case .targetDateSet(let date): return outcome(date?.text ?? "none")
        default: return name.participle
        }
    }
}

extension Risk.Treatment {
    /// What was decided, in words that fit after “it was”.
    fileprivate var decision: String {
        switch self {
        case .tolerate: "set to be tolerated"
        case .treat: "set to be treated"
        case .transfer: "set to be transferred"
        case .terminate: "set to be terminated"
        }
    }
}

extension Audience {
    /// Who may read it, in words that fit after “visible to”.
    fileprivate var reader: String {
        switch self {
        case .public: "the public"
        case .partners: "partners"
        case .committee: "the committee"
        case .restricted: "those named only"
        }
    }
}
