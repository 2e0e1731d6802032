// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What is said of a risk: fields.

extension RiskFact {
    /// Every kind of entry of a risk, as it is declared.
    enum Entries {}
}

extension RiskFact.Entries {
    static let worded = RiskEntry<RiskFact.Wording>(
        .reword,
        "risk.wording-set",
        "The risk's title, cause, event and effect.",
        participle: "worded anew",
        RiskFact.Wording.shape,
        at: \.wording,
        sample: .init(title: "A title", cause: "A cause", event: "An event", effect: "An effect"),
        words: { said, _ in "worded anew".followed(by: said.event) },
        carried: { ways in
            ways.columns = .by([
                Column("title", "Its title; empty when it has none.", .text { $0[$1].risk.title }),
                Column("cause", "What may cause it.", .text { $0[$1].risk.cause }),
                Column("event", "What may happen.", .text { $0[$1].risk.event }),
                Column("effect", "What it would lead to.", .text { $0[$1].risk.effect }),
            ])
            ways.json = .by(RiskFact.Wording.members.map { $0.within(\RiskPlace.risk.wording) })
            ways.example = .by(
                ExampleForm([
                    .words("title", \.risk.title), .words("cause", \.risk.cause),
                    .words("event", \.risk.event), .words("effect", \.risk.effect),
                ])
            )
        }
    )

    static let categorised = RiskEntry<String>(
        .categorise,
        "risk.category-set",
        "The risk's category, by the register's own word.",
        participle: "put into a category",
        Shape("", [.required("category", \.self, .text)]),
        at: \.category,
        sample: "Delivery",
        words: { said, _ in "put into a category".followed(by: said) },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "category",
                    "The category; empty when none.",
                    .text { $0[$1].risk.category }
                )
            ])
            ways.json = .by([.words("category", \.risk.category)])
            ways.example = .by(ExampleForm([.words("category", \.risk.category)]))
        }
    ) { category, place, _ in RiskPlace.refusal(ofCategory: category, in: place.register) }

    static let assigned = RiskEntry<RiskFact.Assignment>(
        .assign,
        "risk.owners-set",
        "Who answers for the risk, and who manages it.",
        participle: "assigned",
        Shape(
            .init(),
            [
                .optional("owner", \.ownerRoleID, .name),
                .optional("manager", \.managerRoleID, .name),
            ]
        ),
        at: \.assignment,
        sample: .init(ownerRoleID: "chair"),
        words: { said, place in
            let names = [said.ownerRoleID, said.managerRoleID].compactMap { $0.map(place.role) }
            return "assigned to \(names.isEmpty ? "nobody" : names.joined(separator: " and "))"
        },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "owner",
                    "Who answers for it.",
                    .optionalText { $0[$1].risk.ownerRoleID.map($0[$1].role) }
                ),
                Column(
                    "manager",
                    "Who manages it, where that is somebody else.",
                    .optionalText { $0[$1].risk.managerRoleID.map($0[$1].role) }
                ),
            ])
            let members: [JSONMember<RiskPlace>] = [
                .optional("owner", \.risk.ownerRoleID, .text),
                .optional("manager", \.risk.managerRoleID, .text),
            ]
            ways.json = .by(members)
            ways.example = .by(ExampleForm(members))
        }
    )

    static let treated = RiskEntry<RiskFact.Treatment>(
        .treat,
        "risk.treatment-set",
        "What is done about the risk, and by which actions.",
        participle: "treated",
        Shape(
            .init(actions: []),
            [.optional("treatment", \.treatment, .word), .list("actions", \.actions, .name)]
        ),
        at: \.treatmentWithActions,
        sample: .init(treatment: .treat, actions: ["plan#1"]),
        mentions: { $0.actions.map { SubjectReference(kind: "action", id: $0) } },
        words: { said, _ in said.treatment?.decision ?? "left without a treatment" },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "treatment",
                    "`tolerate`, `treat`, `transfer` or `terminate`.",
                    .optionalText { $0[$1].risk.treatment?.rawValue }
                ),
                Column(
                    "actions",
                    "The actions that treat it, as `plan#action`.",
                    .texts { $0[$1].risk.actions }
                ),
            ])
            let members: [JSONMember<RiskPlace>] = [
                .optional("treatment", \.risk.treatment, .word),
                .list("actions", \.risk.actions, .text),
            ]
            ways.json = .by(members)
            ways.example = .by(ExampleForm(members))
        }
    ) { _, place, step in place.refusalOfMissingAction(step) }

    static let visibilitySet = RiskEntry<Audience>(
        .show,
        "risk.visibility-set",
        "Who may see the risk.",
        participle: "shown to others",
        Shape(.restricted, [.required("visibility", \.self, .word)]),
        at: \.visibility,
        sample: .committee,
        words: { said, _ in "made visible to \(said.reader)" },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "visibility",
                    "`public`, `partners`, `committee` or `restricted`.",
                    .text { $0[$1].risk.visibility.rawValue }
                )
            ])
            let members: [JSONMember<RiskPlace>] = [.given("visibility", \.risk.visibility, .word)]
            ways.json = .by(members)
            ways.example = .by(ExampleForm(members))
        }
    )

    static let reviewIntervalSet = RiskEntry<Period?>(
        .interval,
        "risk.review-interval-set",
        "How often the risk is reviewed.",
        participle: "given a review interval",
        Shape(nil, [.optional("every", \.self, .riskPeriod)]),
        at: \.reviewInterval,
        sample: Period(3, .months),
        words: { said, _ in
            "given a review interval".followed(by: said?.description ?? "that of its register")
        },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "review_interval",
                    "How often it is reviewed, such as `3 months`.",
                    .optionalText {
                        $0[$1].register.reviewInterval(for: $0[$1].risk)?.description
                    }
                )
            ])
            ways.json = .by([.optional("reviewInterval", \.risk.reviewInterval, .riskPeriod)])
            ways.example = .not(because: "an example says the day of the next review itself")
        }
    )

    static let targetDateSet = RiskEntry<Risk.TargetDate?>(
        .aim,
        "risk.target-date-set",
        "By when the target is to be reached.",
        participle: "given a target date",
        Shape(nil, [.optional("date", \.self, .riskTargetDate)]),
        at: \.targetDate,
        sample: .accept,
        words: { said, _ in "given a target date".followed(by: said?.text ?? "none") },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "target_date",
                    "The day by which the target is to be reached.",
                    .optionalDate { $0[$1].risk.targetDate?.day }
                ),
                Column(
                    "is_target_accept",
                    "Whether its target date says `accept`.",
                    .bool { $0[$1].risk.targetDate == .accept }
                ),
            ])
            ways.json = .by([.optional("targetDate", \.risk.targetDate, .riskTargetDate)])
            ways.example = .by(
                ExampleForm(["target_date"]) { (fields, place, _) throws(JSONError) in
                    place.risk.targetDate =
                        try fields.optional("target_date", as: .date).map { .by($0) }
                }
            )
        }
    )

    static let appetiteSet = RiskEntry<RiskAppetite?>(
        .appetite,
        "risk.appetite-set",
        "The most that the risk may be.",
        participle: "given an appetite",
        Shape(nil, [.optional("most", \.self, .riskAppetite)]),
        at: \.appetite,
        sample: .score(4),
        words: { said, place in
            let most =
                switch said {
                case nil: "that of its category or register"
                case .score(let most): String(most)
                case .band(let id): place.register.currentScale?.band(id)?.label ?? id
                }
            return "given an appetite".followed(by: most)
        },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "appetite",
                    "The most that it may be, in words; empty when none is set.",
                    .text { $0[$1].register.appetiteText(for: $0[$1].risk) }
                )
            ])
            ways.json = .by([.optional("appetite", \.risk.appetite, .riskAppetite)])
            ways.example = .not(because: "an example gives its register an appetite")
        }
    ) { said, place, _ in
        guard case .band(let id)? = said, let scale = place.register.currentScale,
            scale.band(id) == nil
        else { return nil }
        return "Scale \(scale.reference) has no band “\(id)”. "
            + ClosestName.suggestion(for: id, in: scale.bands.map(\.id))
    }

    static let timed = RiskEntry<RiskFact.Timing>(
        .timing,
        "risk.timing-set",
        "How soon and how quickly the risk may come.",
        participle: "given a proximity",
        Shape(.init(proximity: "", velocity: ""), timing),
        at: \.timing,
        sample: .init(proximity: "soon", velocity: "slow"),
        words: { said, _ in
            "given a proximity".followed(
                by: [said.proximity, said.velocity].filter { !$0.isEmpty }.joined(separator: ", ")
            )
        },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "proximity",
                    "How soon it may come; empty when nothing is said.",
                    .text { $0[$1].risk.proximity }
                ),
                Column(
                    "velocity",
                    "How quickly it would have its effect; empty when nothing is said.",
                    .text { $0[$1].risk.velocity }
                ),
            ])
            ways.json = .by(timing.map { $0.within(\RiskPlace.risk.timing) })
            ways.example = .not(because: "nothing that the library works out goes by it")
        }
    )

    private static var timing: [JSONMember<RiskFact.Timing>] {
        [.words("proximity", \.proximity), .words("velocity", \.velocity)]
    }

    static let linked = RiskEntry<[Risk.Link]>(
        .link,
        "risk.links-set",
        "What the risk has to do with elsewhere.",
        participle: "linked",
        Shape([], [.required("links", \.self, .list(of: Risk.Link.shape.form))]),
        at: \.links,
        sample: [Risk.Link(.action, "plan#1")],
        mentions: { links in
            links.filter { $0.kind == .action }.map { SubjectReference(kind: "action", id: $0.id) }
        },
        words: { links, _ in
            let named = links.map { "\($0.kind.rawValue) \($0.id)" }
            return "linked to \(named.isEmpty ? "nothing" : named.joined(separator: ", "))"
        },
        carried: { ways in
            ways.columns = .not(because: "scripts read links as records of their own, `links`")
            ways.json = .by([.list("links", \.risk.links, Risk.Link.shape.form)])
            ways.example = .not(because: "an example has nothing with which a risk could be linked")
        }
    ) { _, place, step in place.refusalOfMissingAction(step) }
}

extension RiskFact.Wording {
    static let members: [JSONMember<Self>] = [
        .words("title", \.title), .required("cause", \.cause, .text),
        .required("event", \.event, .text), .required("effect", \.effect, .text),
    ]

    static let shape = Shape(Self(cause: "", event: "", effect: ""), members)
}

extension Risk {
    var wording: RiskFact.Wording {
        get { RiskFact.Wording(title: title, cause: cause, event: event, effect: effect) }
        set {
            (title, cause) = (newValue.title, newValue.cause)
            (event, effect) = (newValue.event, newValue.effect)
        }
    }

    fileprivate var assignment: RiskFact.Assignment {
        get { RiskFact.Assignment(ownerRoleID: ownerRoleID, managerRoleID: managerRoleID) }
        set { (ownerRoleID, managerRoleID) = (newValue.ownerRoleID, newValue.managerRoleID) }
    }

    fileprivate var treatmentWithActions: RiskFact.Treatment {
        get { RiskFact.Treatment(treatment: treatment, actions: actions) }
        set { (treatment, actions) = (newValue.treatment, newValue.actions) }
    }

    fileprivate var timing: RiskFact.Timing {
        get { RiskFact.Timing(proximity: proximity, velocity: velocity) }
        set { (proximity, velocity) = (newValue.proximity, newValue.velocity) }
    }
}

extension Risk.TargetDate {
    /// The day, when there is one.
    fileprivate var day: CivilDate? {
        if case .by(let day) = self { day } else { nil }
    }
}

extension Risk.Treatment {
    /// What was decided, in words that fit after “it was”.
    fileprivate var decision: String {
        switch self {
        case .tolerate: "given the treatment “tolerate”"
        case .treat: "given the treatment “treat”"
        case .transfer: "given the treatment “transfer”"
        case .terminate: "given the treatment “terminate”"
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

extension String {
    /// The text with words after a colon, if there are any.
    func followed(by words: String) -> String { words.isEmpty ? self : "\(self): \(words)" }
}
