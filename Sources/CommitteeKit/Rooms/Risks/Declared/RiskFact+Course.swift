// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What happens to a risk in its course: events.

extension RiskFact.Entries {
    static let proposed = RiskEntry<RiskFact.Proposal>(
        .propose,
        "risk.proposed",
        "A risk was proposed for a register.",
        Shape(
            .init(register: "", wording: .init(cause: "", event: "", effect: "")),
            [.required("register", \.register, .name)]
                + RiskFact.Wording.members.map { $0.within(\RiskFact.Proposal.wording) }
                + [
                    .words("category", \.category), .optional("owner", \.ownerRoleID, .name),
                    .optional("manager", \.managerRoleID, .name),
                    .given("visibility", \.visibility, .word),
                ]
        ),
        sample: .init(
            register: "middle",
            wording: .init(
                title: "A title",
                cause: "A cause",
                event: "An event",
                effect: "An effect"
            )
        ),
        carried: { $0.leave(because: "it is the risk itself, with which every layer begins") }
    ) { place, said, _ in
        if let refusal = RiskPlace.refusal(ofCategory: said.category, in: place.register) {
            return refusal
        }
        place.risk.wording = said.wording
        place.risk.category = said.category
        place.risk.ownerRoleID = said.ownerRoleID
        place.risk.managerRoleID = said.managerRoleID
        place.risk.visibility = said.visibility
        return nil
    }

    static let approved = RiskEntry<String>(
        .approve,
        "risk.approved",
        "A body or role approved the risk.",
        Shape("", [.required("by", \.self, .name)]),
        sample: "committee",
        words: { said, place in "approved by \(place.role(said))" },
        carried: { $0.leaveToState() }
    )

    static let assessed = RiskEntry<RiskFact.Judgement>(
        .assess,
        "risk.assessed",
        "One of the risk's scores was assessed, or withdrawn.",
        RiskFact.Judgement.shape,
        sample: .init(
            score: .current,
            assessment: .assessed(.init(scale: .unpinned, likelihood: "2", impact: "3"))
        ),
        words: { said, place in
            let none = place.register.currentScale?.words.notAssessed ?? "Not assessed"
            let text = place.register.scored(said.assessment)?.tag.text ?? none
            return "assessed as \(text) (\(place.register.name(of: said.score).lowercased()))"
        },
        carried: { ways in
            ways.columns = .not(because: "scripts read scores as records of their own")
            ways.json = .by([
                .given("inherent", \.risk.inherent, .riskAssessment, unless: .notAssessed),
                .given("current", \.risk.current, .riskAssessment, unless: .notAssessed),
                .given("target", \.risk.target, .riskAssessment, unless: .notAssessed),
            ])
            ways.example = .by(
                ExampleForm(RiskScoreKind.allCases.map(\.rawValue)) {
                    (fields, place, example) throws(JSONError) in
                    for kind in RiskScoreKind.allCases {
                        let said = try place.register.example(kind.rawValue, fields, example.asOf)
                        place.risk.setAssessment(kind, said)
                    }
                }
            )
        }
    ) { place, said, step in
        guard var levels = said.assessment.levels else {
            place.risk.setAssessment(said.score, .notAssessed)
            return nil
        }
        if let refusal = place.refusal(of: levels) { return refusal }
        levels.date = levels.date ?? step.effective
        place.risk.setAssessment(said.score, .assessed(levels))
        return nil
    }

    static let controlSet = RiskEntry<Risk.Control>(
        .control,
        "risk.control-set",
        "A control was added, or set anew.",
        participle: "given a control",
        Risk.Control.shape,
        sample: Risk.Control(id: "C1", words: "A check", kind: .detective),
        words: { said, _ in "given control \(said.id)".followed(by: said.words) },
        carried: { ways in
            ways.columns = .not(because: "scripts read controls as records of their own")
            ways.json = .by([.list("controls", \.risk.controls, Risk.Control.shape.form)])
            ways.example = .by(
                ExampleForm(["controls"]) { (fields, place, _) throws(JSONError) in
                    let all = try fields.optional("controls", as: .list(of: .text)) ?? []
                    place.risk.controls = all.enumerated().map { number, words in
                        Risk.Control(id: "C\(number + 1)", words: words, kind: .preventive)
                    }
                }
            )
        }
    ) { place, control, _ in
        if control.id.isEmpty {
            return "A control of the risk “\(place.risk.id)” has no identifier. Give it one, such "
                + "as C1."
        }
        guard let index = place.risk.controls.firstIndex(where: { $0.id == control.id }) else {
            place.risk.controls.append(control)
            return nil
        }
        let before = place.risk.controls[index]
        place.risk.controls[index] = control
        // What was seen stays seen, however the control is described or judged anew.
        if control.evidenceSeen == nil {
            place.risk.controls[index].evidenceSeen = before.evidenceSeen
            place.risk.controls[index].evidence = before.evidence
        }
        return nil
    }

    static let controlRemoved = RiskEntry<String>(
        .uncontrol,
        "risk.control-removed",
        "A control was taken away.",
        participle: "changed: a control was removed",
        Shape("", [.required("id", \.self, .name)]),
        sample: "C1",
        words: { said, _ in "changed: control \(said) was removed" },
        carried: { $0.leaveToControls() }
    ) { place, id, _ in
        if let refusal = place.refusal(ofControl: id) { return refusal }
        place.risk.controls.removeAll { $0.id == id }
        return nil
    }

    static let evidenceSeen = RiskEntry<RiskFact.Evidence>(
        .evidence,
        "risk.evidence-seen",
        "Evidence that a control works was seen.",
        participle: "checked for evidence of a control",
        Shape(
            .init(control: "", words: ""),
            [
                .required("control", \.control, .name), .words("words", \.words),
                .optional("next", \.next, .date),
            ]
        ),
        sample: .init(control: "C1", words: "Minutes"),
        words: { said, _ in
            "checked: control \(said.control) works".followed(by: said.words)
        },
        carried: { $0.leaveToControls() }
    ) { place, said, step in
        if let refusal = place.refusal(ofControl: said.control) { return refusal }
        for index in place.risk.controls.indices
        where place.risk.controls[index].id == said.control {
            place.risk.controls[index].evidenceSeen = step.effective
            place.risk.controls[index].evidence = said.words
            place.risk.controls[index].evidenceDue = said.next
            break
        }
        return nil
    }

    static let reviewed = RiskEntry<RiskFact.Review>(
        .review,
        "risk.reviewed",
        "The risk was reviewed.",
        Shape(
            .init(outcome: ""),
            [.words("outcome", \.outcome), .optional("next", \.next, .date)]
        ),
        sample: .init(outcome: "Looked at"),
        words: { said, _ in "reviewed".followed(by: said.outcome) },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "next_review",
                    "The day by which it is to be reviewed.",
                    .optionalDate { $0[$1].register.nextReview(of: $0[$1].risk) }
                ),
                Column(
                    "last_reviewed",
                    "The day of the last review.",
                    .optionalDate { $0[$1].risk.lastReviewed }
                ),
            ])
            ways.json = .by([
                .optional("reviewDate", \.risk.reviewDate, .date),
                .optional("lastReviewed", \.risk.lastReviewed, .date),
            ])
            ways.example = .by(
                ExampleForm([
                    .optional("review_date", \.risk.reviewDate, .date),
                    .optional("last_reviewed", \.risk.lastReviewed, .date),
                ])
            )
        }
    ) { place, said, step in
        place.risk.lastReviewed = step.effective
        place.risk.reviewDate = said.next
        return nil
    }

    static let escalated = moved(
        .escalate,
        "risk.escalated",
        "The risk went to a register above.",
        to: "upper",
        isUp: true
    )

    static let deescalated = moved(
        .deescalate,
        "risk.de-escalated",
        "The risk went to a register below.",
        to: "lower",
        isUp: false
    )

    private static func moved(
        _ name: RiskFact.Name,
        _ kind: EntryKind,
        _ summary: String,
        to sample: String,
        isUp: Bool
    ) -> RiskEntry<String> {
        RiskEntry(
            name,
            kind,
            summary,
            Shape("", [.required("to", \.self, .name)]),
            sample: sample,
            words: { said, _ in "\(isUp ? "escalated" : "de-escalated") to \(said)" },
            carried: {
                $0.leave(because: "it is the register of the risk, with which every layer begins")
            }
        ) { place, target, _ in place.refusal(ofMoveTo: target, up: isUp) }
    }

    static let accepted = RiskEntry<RiskFact.Acceptance>(
        .accept,
        "risk.accepted",
        "The risk was accepted as it is scored.",
        Shape(
            .init(by: "", conditions: ""),
            [
                .required("by", \.by, .name), .optional("until", \.until, .date),
                .words("conditions", \.conditions),
            ]
        ),
        sample: .init(by: "chair", conditions: ""),
        words: { said, place in
            let end = said.until.map { " until \($0.formatted("d MMMM yyyy"))" } ?? ""
            return "accepted by \(place.role(said.by))\(end)"
        },
        carried: { ways in
            ways.columns = .not(because: "scripts read acceptances as records of their own")
            ways.json = .by([.optional("acceptance", \.risk.acceptance, Risk.Acceptance.shape.form)]
            )
            ways.example = .by(
                ExampleForm(["accepted"]) { (fields, place, example) throws(JSONError) in
                    guard let by = try fields.optional("accepted", as: .text) else { return }
                    place.risk.acceptance = Risk.Acceptance(
                        by: by,
                        on: example.asOf,
                        until: nil,
                        score: place.risk.current
                    )
                }
            )
        }
    ) { place, said, step in
        if let refusal = place.refusal(of: said, step.effective) { return refusal }
        place.risk.acceptance = Risk.Acceptance(
            by: said.by,
            on: step.effective,
            until: said.until,
            conditions: said.conditions,
            score: place.risk.current
        )
        return nil
    }

    static let deactivated = RiskEntry<Nothing>(
        .deactivate,
        "risk.deactivated",
        "The risk rests.",
        Shape(Nothing(), []),
        sample: Nothing(),
        carried: { $0.leaveToState() }
    )

    static let replaced = RiskEntry<[String]>(
        .replace,
        "risk.replaced",
        "Other risks took the place of this one.",
        Shape([], [.required("by", \.self, .list(of: .name))]),
        sample: ["R0"],
        mentions: { $0.map { .risk($0) } },
        words: { said, _ in "replaced by \(said.joined(separator: ", "))" },
        carried: { ways in
            ways.columns = .by([
                Column(
                    "replaced_by",
                    "The risks that took its place.",
                    .texts { $0[$1].risk.replacedBy }
                )
            ])
            ways.json = .by([.list("replacedBy", \.risk.replacedBy, .text)])
            ways.example = .not(because: "an example says with “state” that a risk was replaced")
        }
    ) { place, ids, _ in
        if let refusal = place.refusal(ofReplacing: ids) { return refusal }
        place.risk.replacedBy = ids
        return nil
    }

    static let closed = RiskEntry<String>(
        .close,
        "risk.closed",
        "The risk was closed.",
        Shape("", [.words("outcome", \.self)]),
        sample: "It has passed",
        words: { said, _ in "closed".followed(by: said) },
        carried: { $0.leaveToState() }
    )

    static let reopened = RiskEntry<Nothing>(
        .reopen,
        "risk.reopened",
        "The risk was taken up again.",
        Shape(Nothing(), []),
        sample: Nothing(),
        carried: { $0.leaveToState() }
    ) { place, _, _ in
        place.risk.replacedBy = []
        return nil
    }
}

extension Ways where Subject == RiskPlace {
    /// Leaves them to the entry of controls.
    fileprivate mutating func leaveToControls() {
        leave(because: "it is part of the controls, which “control” carries")
    }
}

extension RiskFact.Judgement {
    /// A score and its levels; or that it is not assessed.
    fileprivate static let shape = Shape<Self>(
        names: ["score"] + RiskAssessment.Levels.shape.names + ["notAssessed"],
        write: { said in
            JSONObject([("score", .string(said.score.rawValue))])
                .joined(said.assessment.levels?.json ?? ["notAssessed": true])
        },
        read: { (fields) throws(JSONError) in
            let score = try fields.required("score", as: JSONFieldType<RiskScoreKind>.word())
            guard !fields.has("notAssessed") else {
                _ = try fields.required("notAssessed", as: .yes)
                let others = ["likelihood", "impact", "override", "stated"]
                for name in others + [RiskAssessment.Levels.unknown] where fields.has(name) {
                    throw fields.error(
                        "“\(name)” does not go with “notAssessed”. Keep one.",
                        at: name
                    )
                }
                return Self(score: score, assessment: .notAssessed)
            }
            let scale = try fields.optional("scale", as: .name)
            let version = try fields.optional("version", as: .integer)
            guard (scale == nil) == (version == nil) else {
                throw fields.error("“scale” and “version” go together. Give both, or neither.")
            }
            var levels = RiskAssessment.Levels(
                scale: scale.flatMap { name in
                    version.map { RiskScale.Reference(scaleID: name, version: $0) }
                } ?? .unpinned,
                likelihood: try RiskAssessment.Levels.level("likelihood", fields),
                impact: try RiskAssessment.Levels.level("impact", fields),
                date: try fields.optional("date", as: .date),
                override: try fields.optional("override", as: RiskAssessment.Override.shape.type)
            )
            levels.stated = try fields.optional(
                "stated",
                as: RiskAssessment.Stated.shape.type
            )
            if fields.has(RiskAssessment.Levels.unknown) {
                _ = try fields.required(RiskAssessment.Levels.unknown, as: .yes)
            }
            return Self(score: score, assessment: .assessed(levels))
        }
    )
}

extension JSONObject {
    /// Returns the object with the members of another one after its own.
    fileprivate func joined(_ other: JSONObject) -> JSONObject {
        var all = self
        for member in other { all[member.key] = member.value }
        return all
    }
}

extension RiskRegister {
    /// `{ "3", "4" }`: the levels of likelihood and impact, by the scale in use.
    fileprivate func example(
        _ name: String,
        _ fields: JSONFields,
        _ day: CivilDate
    ) throws(JSONError) -> RiskAssessment {
        guard let levels = try fields.optional(name, as: .list(of: .text)), let currentScale
        else { return .notAssessed }
        guard levels.count == 2 else {
            throw fields.error(
                "a score is a level of likelihood and one of impact, such as { \"3\", \"4\" }.",
                at: name
            )
        }
        do throws(RiskError) {
            _ = try currentScale.score(likelihood: levels[0], impact: levels[1])
        } catch {
            throw fields.error(error.message, at: name)
        }
        return .assessed(
            RiskAssessment.Levels(
                scale: currentScale.reference,
                likelihood: levels[0],
                impact: levels[1],
                date: day
            )
        )
    }
}
