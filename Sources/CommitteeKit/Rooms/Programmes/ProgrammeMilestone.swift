// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A milestone of a programme: what is to be reached by a day or a month, and what became of it.
public struct ProgrammeMilestone: ProgrammeSubject {
    /// The identifier, such as `improvement-2026#toolkit`.
    public let id: String
    /// What is to be reached; nil before anybody said.
    public var title: String?
    /// The area to which it belongs.
    public var area: String?
    /// The widest audience that may know of it, within that of its programme.
    public var audience: Audience = .public
    /// The days by which it was to be reached, the one that counts last.
    public var planned: [MilestonePlan] = []
    /// It was reached.
    public var reaching: ProgrammeStep?
    /// It was not reached in time.
    public var missing: ProgrammeStep?
    /// It was given up.
    public var dropping: ProgrammeStep?

    /// Creates a milestone of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `programme-milestone`.
    public static let subjectKind: SubjectKind = "programme-milestone"
    /// `milestone`.
    public static let noun = "milestone"
    /// The title comes first.
    public static var firstKinds: Set<EntryKind> { [Entries.title.declared.kind] }

    /// Whether it has a title.
    public var hasBegun: Bool { title != nil }
    /// Nobody.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [] }

    /// Returns all of them.
    public static func all(in state: ProgrammesState) -> [Self] { state.milestones }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }
    /// What people call it at the beginning of a sentence.
    public var inSentence: String { "Milestone “\(name)”" }

    /// The day or the month that counts; nil when none is set.
    public var due: MilestoneDay? { planned.last?.due }

    /// How a milestone stands.
    @nonexhaustive
    public enum Stage: String, Hashable, Sendable, CaseIterable {
        /// It is still to be reached.
        case open
        /// It was reached.
        case met
        /// It was not reached in time, and no other day is set.
        case missed
        /// It was given up.
        case dropped
    }

    /// How it stands.
    public var stage: Stage {
        if dropping != nil { return .dropped }
        if reaching != nil { return .met }
        return missing == nil ? .open : .missed
    }

    /// Returns how it stands on a day, in words such as `Moved to January 2017`.
    ///
    /// - Parameter day: The day.
    /// - Returns: The words.
    public func standing(on day: CivilDate) -> String {
        switch stage {
        case .dropped: return "Dropped"
        case .met:
            guard let due, let met = reaching?.on, met > due.last else { return "Met" }
            return "Met late"
        case .missed: return "Missed"
        case .open:
            guard let due else { return "No day set" }
            if due.last < day { return "Overdue" }
            return planned.count > 1 ? "Moved to \(due.words)" : "To come"
        }
    }

    /// Leaves out meetings of which a reader may not know.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        reaching?.leaveOut(hides)
        missing?.leaveOut(hides)
        dropping?.leaveOut(hides)
    }

    /// Leaves out remarks, meetings and why it was moved.
    public mutating func leaveOutWhatTheCommitteeKeeps() {
        for place in planned.indices { planned[place].why = Prose() }
        reaching = reaching?.forOutsiders
        missing = missing?.forOutsiders
        dropping = dropping?.forOutsiders
    }

    /// Changes the remarks.
    public mutating func changeTexts(_ change: (inout Prose) -> Void) {
        for place in planned.indices { change(&planned[place].why) }
        func put(_ path: WritableKeyPath<Self, ProgrammeStep?>) {
            guard var step = self[keyPath: path] else { return }
            change(&step.note)
            self[keyPath: path] = step
        }
        put(\.reaching)
        put(\.missing)
        put(\.dropping)
    }
}

/// The day or the month by which a milestone is to be reached; a second one moves it.
public struct MilestonePlan: ProgrammeEvent {
    /// The day or the month.
    public var due: MilestoneDay
    /// Why it was moved.
    public var why: Prose
    /// The day on which that was said; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a plan.
    ///
    /// - Parameters:
    ///   - due: The day or the month.
    ///   - why: Why it was moved.
    public init(_ due: MilestoneDay, why: Prose = Prose()) {
        self.due = due
        self.why = why
    }

    static let shape = Shape(
        MilestonePlan(MilestoneDay(.earliest)),
        [.required("due", \.due, .milestoneDay), .prose("why", \.why)]
    )
    static let texts = ["why"]
}

extension ProgrammeMilestone {
    /// What can be said of a milestone.
    public enum Entries {}

    /// Everything that can be said of a milestone.
    public static let table = SubjectTable<ProgrammeMilestone>([
        Entries.title.declaration, Entries.area.declaration, Entries.audience.declaration,
        Entries.planned.declaration, Entries.met.declaration, Entries.missed.declaration,
        Entries.dropped.declaration,
    ])

    /// Why a step cannot be at the stage that the milestone has reached; nil when it can.
    fileprivate func needs(_ stages: [Stage], _ words: String) -> String? {
        guard !stages.contains(stage) else { return nil }
        return cannot(
            "\(words): it is “\(stage.rawValue)”. Correct the entry that says so, or add another milestone"
        )
    }
}

extension ProgrammeMilestone.Entries {
    /// What is to be reached.
    public static let title = ProgrammeMilestone.titleField(
        "What is to be reached; the first entry adds the milestone.",
        \.title
    )
    /// The area to which it belongs.
    public static let area = ProgrammeMilestone.field(
        "area",
        "The area of the programme to which the milestone belongs.",
        .name,
        \.area
    )
    /// The widest audience that may know of it.
    public static let audience = ProgrammeMilestone.field(
        "audience",
        "The widest audience that may know of the milestone, within that of its programme.",
        .audience,
        \.audience
    )

    /// The day or the month by which it is to be reached.
    static let planned = ProgrammeMilestone.event(
        "planned",
        "The day or the month by which the milestone is to be reached; a later entry moves it.",
        in: \.planned,
        as: "planned",
        columns: [
            Column(
                "due",
                "The day or the month that counts.",
                .optionalText { $0[$1].due?.description }
            ),
            Column(
                "due_date",
                "The last day on which it is on time.",
                .optionalDate { $0[$1].due?.last }
            ),
            Column(
                "moved",
                "How often it was moved.",
                .integer { max($0[$1].planned.count - 1, 0) }
            ),
            Column(
                "stage",
                "How it stands: open, met, missed or dropped.",
                .text { $0[$1].stage.rawValue }
            ),
        ],
        say: { plan, name in
            "\(name) is to be reached by \(plan.due.words)."
                + (plan.why.isEmpty ? "" : " \(plan.why.singleLine)")
        },
        refuse: { milestone, plan, _ in
            if milestone.due == plan.due, milestone.stage == .open {
                return milestone.cannot(
                    "be moved: it is to be reached by \(plan.due.words) already. Name another day"
                )
            }
            return milestone.needs([.open, .missed], "be moved")
        }
    ).reopening

    /// It was reached.
    static let met = ProgrammeMilestone.event(
        "met",
        "The milestone was reached.",
        at: \.reaching,
        columns: [
            Column(
                "met_on",
                "The day on which it was reached.",
                .optionalDate { $0[$1].reaching?.on }
            )
        ],
        say: { step, name in "\(name) was reached.\(step.said)" },
        refuse: { milestone, _, _ in milestone.needs([.open, .missed], "be reached") }
    )

    /// It was not reached in time.
    static let missed = ProgrammeMilestone.event(
        "missed",
        "The milestone was not reached in time, and why.",
        at: \.missing,
        say: { step, name in "\(name) was missed.\(step.said)" },
        refuse: { milestone, _, step in
            if let refusal = milestone.needs([.open], "be missed") { return refusal }
            guard let due = milestone.due else {
                return milestone.cannot("be missed: no day is set. Set one first")
            }
            return step.effective > due.last
                ? nil
                : milestone.cannot(
                    "be missed on \(step.effective): it is on time until \(due.last). Move it, or record it later"
                )
        }
    )

    /// It was given up.
    static let dropped = ProgrammeMilestone.event(
        "dropped",
        "The milestone was given up, and why.",
        at: \.dropping,
        say: { step, name in "\(name) was dropped.\(step.said)" },
        refuse: { milestone, _, _ in milestone.needs([.open, .missed], "be dropped") }
    )
}

extension Event where Subject == ProgrammeMilestone, Value == MilestonePlan {
    /// The event, after which a milestone that was missed is open again.
    fileprivate var reopening: Self {
        let inner = apply
        var event = Self(declared.kind, declared.summary, by: codec) { milestone, plan, step in
            if let refusal = inner(&milestone, plan, step) { return refusal }
            milestone.missing = nil
            return nil
        }
        event.ways = ways
        return event
    }
}

extension Change.Fact {
    /// The day or the month by which a milestone is to be reached.
    public static func milestonePlanned(_ plan: MilestonePlan) -> Self {
        ProgrammeMilestone.fact("planned", plan)
    }
    /// A milestone was reached.
    public static func milestoneMet(_ step: ProgrammeStep) -> Self {
        ProgrammeMilestone.fact("met", step)
    }
    /// A milestone was not reached in time.
    public static func milestoneMissed(_ step: ProgrammeStep) -> Self {
        ProgrammeMilestone.fact("missed", step)
    }
    /// A milestone was given up.
    public static func milestoneDropped(_ step: ProgrammeStep) -> Self {
        ProgrammeMilestone.fact("dropped", step)
    }
}
