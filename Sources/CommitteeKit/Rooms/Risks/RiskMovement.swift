// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What became of each risk of a register between two dates, and whether that adds up.
///
/// Up is worse. A risk counts while it is active in the register, so one that was escalated is
/// removed here and new there. Where a change cannot be told, because a scale changed or a risk was not
/// assessed, the risk is neither up nor down nor the same, and the movement says why.
///
/// ```swift
/// let movement = try RiskMovement(from: earlier, to: later, register: "main")
/// movement.totals.up      // 2
/// movement.shortfall      // [] when up, same, down and new are the whole register
/// ```
public struct RiskMovement: Hashable, Sendable {
    /// A way in which a risk can move.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// Its score became more severe.
        case up
        /// Its score is as severe as before.
        case same
        /// Its score became less severe.
        case down
        /// It was not in the register before.
        case new
        /// It is not in the register any more.
        case removed
        /// It is in the register on both dates, but its scores cannot be compared.
        case notComparable = "not-comparable"
    }

    /// One risk and how it moved.
    public struct Row: Hashable, Sendable {
        /// The risk as it is now, or as it was when it was removed.
        public var risk: Risk
        /// How it moved.
        public var direction: Direction
        /// The score before; nil when there was none.
        public var before: ScoredRisk?
        /// The score now; nil when there is none.
        public var after: ScoredRisk?
        /// Why it is new, removed or not comparable, in words; empty otherwise.
        public var reason: String
    }

    /// How many risks moved in which way.
    public struct Totals: Hashable, Sendable {
        /// How many risks the register had before.
        public var before = 0
        /// How many it has now.
        public var after = 0
        /// How many became worse.
        public var up = 0
        /// How many are as they were.
        public var same = 0
        /// How many became better.
        public var down = 0
        /// How many are new.
        public var new = 0
        /// How many left.
        public var removed = 0
        /// How many cannot be compared.
        public var notComparable = 0

        /// Creates figures that are all zero.
        public init() {}

        /// Whether the register before, with what is new and without what was removed, is the
        /// register now.
        public var addsUp: Bool { before + new - removed == after }
    }

    /// The register's identifier.
    public var registerID: String
    /// Which score is compared.
    public var kind: RiskScoreKind
    /// The earlier date.
    public var from: CivilDate
    /// The later date.
    public var to: CivilDate
    /// The risks: those of the register now in its order, then those that were removed.
    public var rows: [Row]
    /// The figures.
    public var totals: Totals

    /// Compares a register on two dates.
    ///
    /// - Parameters:
    ///   - earlier: The earlier edition, cut for the same audience.
    ///   - later: The later edition.
    ///   - register: The register's identifier; the only one when nil.
    ///   - kind: Which score is compared.
    /// - Throws: ``RiskError`` when the later edition has no such register.
    /// - Complexity: O(*n*) in the number of risks and the length of their histories.
    public init(
        from earlier: Edition,
        to later: Edition,
        register: String? = nil,
        kind: RiskScoreKind = .current
    ) throws(RiskError) {
        let now = try later.riskRegister(register)
        let before = earlier.riskRegisters.first { $0.id == now.id }
        self.init(from: before, on: earlier.asOf, to: now, on: later.asOf, in: later, kind: kind)
    }

    private init(
        from before: RiskRegister?,
        on from: CivilDate,
        to now: RiskRegister,
        on to: CivilDate,
        in later: Edition,
        kind: RiskScoreKind
    ) {
        registerID = now.id
        self.kind = kind
        self.from = from
        self.to = to
        rows = []
        totals = Totals()
        let places = Self.places(in: later)
        // Whoever may not see everything is not told which risk they may not see any more.
        let open = (before?.openRisks ?? []).filter {
            later.audience == .restricted || places[$0.id] != nil
        }
        let old = Dictionary(open.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        for risk in now.openRisks {
            seen.insert(risk.id)
            rows.append(Self.row(risk, before: old[risk.id], before, now, kind, since: from))
        }
        let gone = open.filter { !seen.contains($0.id) }
        if !gone.isEmpty {
            for risk in gone {
                let place = places[risk.id]
                rows.append(
                    Row(
                        risk: place?.risk ?? risk,
                        direction: .removed,
                        before: before?.scored(kind, of: risk),
                        after: nil,
                        reason: Self.reason(ofRemoving: place, from: now.id, since: from)
                    )
                )
            }
        }
        totals.before = open.count
        totals.after = seen.count
        for row in rows { totals.count(row.direction) }
    }

    private typealias Place = (risk: Risk, register: RiskRegister)

    private static func places(in edition: Edition) -> [String: Place] {
        var places: [String: Place] = [:]
        for register in edition.riskRegisters {
            for risk in register.risks { places[risk.id] = (risk, register) }
        }
        return places
    }

    private static func row(
        _ risk: Risk,
        before old: Risk?,
        _ earlier: RiskRegister?,
        _ later: RiskRegister,
        _ kind: RiskScoreKind,
        since: CivilDate
    ) -> Row {
        let after = later.scored(kind, of: risk)
        guard let old, let earlier else {
            return Row(
                risk: risk,
                direction: .new,
                before: nil,
                after: after,
                reason: reason(ofAppearing: risk, in: later.id, since: since)
            )
        }
        let before = earlier.scored(kind, of: old)
        var row = Row(risk: risk, direction: .same, before: before, after: after, reason: "")
        switch (before, after) {
        case (nil, nil): row.reason = "assessed on neither date"
        case (nil, .some): row.reason = "not assessed on \(since.formatted("d MMMM yyyy"))"
        case (.some, nil): row.reason = "no longer assessed"
        case (let before?, let after?):
            guard before.levels.scale == after.levels.scale else {
                row.reason =
                    "assessed by scale \(before.levels.scale) before and by "
                    + "\(after.levels.scale) now"
                break
            }
            guard (before.score.value == nil) == (after.score.value == nil) else {
                row.reason = "a score was overridden without a number"
                break
            }
            if after.severity > before.severity { row.direction = .up }
            if after.severity < before.severity { row.direction = .down }
        }
        if !row.reason.isEmpty { row.direction = .notComparable }
        return row
    }

    /// Why a risk is in the register that was not there before.
    private static func reason(
        ofAppearing risk: Risk,
        in register: String,
        since: CivilDate
    ) -> String {
        for event in risk.history.reversed() where event.on > since {
            let day = event.on.formatted("d MMMM yyyy")
            // A register of which the audience may not know has no name here.
            let from = event.register.isEmpty ? "" : " from “\(event.register)”"
            switch RiskFact.Name(kind: event.kind) {
            case .approve: return "approved on \(day)"
            case .reopen: return "reopened on \(day)"
            case .escalate where event.register != register:
                return "escalated\(from) on \(day)"
            case .deescalate where event.register != register:
                return "de-escalated\(from) on \(day)"
            default: continue
            }
        }
        let wasKnown = risk.history.first.map { $0.on <= since } ?? false
        return wasKnown ? "not shown to this audience before" : "entered in the register"
    }

    /// Why a risk is no longer in the register.
    private static func reason(
        ofRemoving place: Place?,
        from register: String,
        since: CivilDate
    ) -> String {
        guard let place else { return "taken out" }
        let risk = place.risk
        for event in risk.history.reversed() where event.on > since {
            let day = event.on.formatted("d MMMM yyyy")
            switch RiskFact.Name(kind: event.kind) {
            case .close: return "closed on \(day)"
            case .deactivate: return "deactivated on \(day)"
            case .replace:
                let by = risk.replacedBy.joined(separator: ", ")
                return by.isEmpty ? "replaced on \(day)" : "replaced by \(by) on \(day)"
            case .escalate where place.register.id != register:
                return "escalated to “\(place.register.id)” on \(day)"
            case .deescalate where place.register.id != register:
                return "de-escalated to “\(place.register.id)” on \(day)"
            default: continue
            }
        }
        return "no longer active"
    }

    /// Why up, same, down and new are not the whole register; empty when they are.
    public var shortfall: [String] {
        var reasons: [String] = []
        if !totals.addsUp {
            reasons.append(
                "\(totals.before) before, \(totals.new) new and \(totals.removed) removed do not make "
                    + "\(totals.after)."
            )
        }
        for row in rows where row.direction == .notComparable {
            reasons.append("\(row.risk.id) cannot be compared: \(row.reason).")
        }
        return reasons
    }
}

extension RiskMovement.Totals {
    mutating func count(_ direction: RiskMovement.Direction) {
        switch direction {
        case .up: up += 1
        case .same: same += 1
        case .down: down += 1
        case .new: new += 1
        case .removed: removed += 1
        case .notComparable: notComparable += 1
        }
    }
}
