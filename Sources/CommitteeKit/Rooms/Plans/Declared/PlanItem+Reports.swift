// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What is reported of an item, and how its work ends: events.

extension PlanItem.Entries {
    /// A status was reported.
    public static let status = Event<PlanItem, StatusReport>(
        "action.status-reported",
        "The status as printed, and the key that it is of.",
        by: Codec(
            members: {
                JSONObject(compact: [
                    "printed": .string($0.printed), "scheme": .string(optional: $0.scheme),
                ])
            }
        ) { (payload) throws(PayloadError) in
            StatusReport(
                printed: try payload.text("printed"),
                scheme: try payload.optionalText("scheme")
            )
        }
    ) { item, report, step in
        item.status =
            report.printed.isEmpty
            ? nil
            : ReportedStatus(printed: report.printed, scheme: report.scheme, asAt: step.effective)
        return nil
    }.carried { ways in
        ways.request = .by([
            RequestForm("status", companions: ["scheme"]) { (fields, _) throws(JSONError) in
                let scheme = try fields.optional("scheme", as: .name)
                return [
                    RequestedFact(
                        .statusReported(
                            printed: try fields.required("status", as: .text).trimmingSpace,
                            scheme: scheme
                        ),
                        leavesOpen: scheme == nil ? ["scheme"] : []
                    )
                ]
            }
        ])
        ways.cell = .not(because: "layouts show it in a way of their own, as `status`")
        ways.columns = .by([
            Column(
                "status",
                "The status last reported, as printed.",
                .optionalText { $0[$1].status?.printed }
            ),
            Column(
                "status_as_at",
                "The date of which the status speaks.",
                .optionalDate { $0[$1].status?.asAt }
            ),
        ])
        ways.json = .by([
            JSONMember("status") { .string(optional: $0[$1].status?.printed) },
            JSONMember("statusScheme") { .string(optional: $0[$1].status?.scheme) },
            JSONMember("statusAsAt") { .date($0[$1].status?.asAt) },
        ])
        ways.comparison = .not(because: "a later document reports it anew, of its own date")
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard later.status?.printed != earlier.status?.printed else { return [] }
                let sentence =
                    switch (earlier.status?.printed, later.status?.printed) {
                    case (let was?, let now?): "\(name) moved from \(was) to \(now)."
                    case (nil, let now?): "\(name) has its first status: \(now)."
                    case (let was, nil): "\(name) has no status any more; it was \(was ?? "")."
                    }
                return [ChangeInWords("status", sentence)]
            }
        )
        ways.example = .by(
            ExampleForm(["status"]) { (fields, item, example) throws(JSONError) in
                guard let printed = try fields.optional("status", as: .text) else { return }
                item.status = ReportedStatus(
                    printed: printed,
                    scheme: example.scheme,
                    asAt: example.asOf
                )
            }
        )
    }

    /// Progress was reported.
    public static let progress = Event<PlanItem, ProgressReport>(
        "action.progress-reported",
        "What was reported, of which date, and who may read it.",
        by: Codec(
            write: { report in
                Recorded(
                    JSONObject(compact: [
                        "text": ErasableText.reference(to: "progress"),
                        "asAt": .date(report.asAt), "audience": .string(report.audience.rawValue),
                    ]),
                    texts: [ErasableText("progress", report.text.markup)]
                )
            },
            read: { (payload) throws(PayloadError) in
                let audience = try payload.optionalText("audience")
                return ProgressReport(
                    text: try payload.prose("text"),
                    asAt: try payload.optionalDate("asAt"),
                    // An audience that this version does not know is never widened.
                    audience: audience.map { Audience(rawValue: $0) ?? .restricted } ?? .public
                )
            }
        )
    ) { item, report, step in
        item.progress.append(
            ProgressEntry(
                text: report.text,
                asAt: report.asAt ?? step.effective,
                by: step.by,
                audience: report.audience
            )
        )
        return nil
    }.carried { ways in
        ways.request = .by([
            RequestForm("progress", companions: ["asAt"]) { (fields, _) throws(JSONError) in
                [try ProgressReport.requested(fields)]
            }
        ])
        ways.cell = .not(because: "layouts show it in a way of their own, as `progress`")
        ways.columns = .by([
            Column(
                "latest_progress",
                "The newest report, as plain text; empty when none.",
                .text { $0[$1].latestProgress.plainText }
            ),
            Column(
                "latest_progress_markup",
                "The same, as markup.",
                .text { $0[$1].latestProgress.markup }
            ),
        ])
        ways.json = .by([
            JSONMember("progress") { .array($0[$1].progress.map(PlanJSON.progressJSON)) },
            JSONMember("latestProgress") { .string($0[$1].latestProgress.plainText) },
        ])
        ways.comparison = .not(because: "a later document reports it anew, of its own date")
        ways.sentence = .by(
            Sentence { earlier, later, name in
                let known = Set(earlier.progress)
                return later.progress.filter { !known.contains($0) }.map { report in
                    ChangeInWords(
                        "progress",
                        "\(name), at \(report.asAt.formatted("d MMMM yyyy")): "
                            + report.text.singleLine
                    )
                }
            }
        )
        ways.example = .by(
            ExampleForm(["progress"]) { (fields, item, example) throws(JSONError) in
                for text in try fields.optional("progress", as: .proseOrProses) ?? [] {
                    item.progress.append(
                        ProgressEntry(text: text, asAt: example.asOf, by: "example")
                    )
                }
            }
        )
    }

    /// The work was reported as going on.
    public static let goesOn = Event<PlanItem, Nothing>(
        "action.goes-on",
        "The work goes on.",
        by: .nothing
    ) { item, _, step in
        guard !item.isCompleted else {
            return
                "Action “\(item.id)” is completed, so it cannot go on on \(step.effective). Record "
                + "that it was reopened."
        }
        item.completion = .ongoing
        return nil
    }.carried { ways in
        ways.request = .by([.happened("ongoing") { .goesOn }])
        ways.saidByCompletion()
    }

    /// The work was taken up again.
    public static let reopened = Event<PlanItem, Nothing>(
        "action.reopened",
        "The work was taken up again, after it was completed or had left the plan.",
        by: .nothing
    ) { item, _, _ in
        item.completion = .ongoing
        item.exit = nil
        return nil
    }.carried { ways in
        ways.request = .by([.happened("reopened") { .reopened }])
        ways.saidByCompletion()
    }

    /// The work was completed, or known to be by the entry's date.
    public static let completed = Event<PlanItem, Nothing>(
        "action.completed",
        "The work was completed, on a day or by a day.",
        by: .nothing
    ) { item, _, step in
        if let exit = item.exit {
            return "Action “\(item.id)” left the plan on \(exit.on) (\(exit.kind)), so it cannot "
                + "be completed on \(step.effective). Reopen it first."
        }
        if !item.isCompleted {
            item.completion = .completed(step.isBound ? .by(step.effective) : .on(step.effective))
        }
        return nil
    }.carried { ways in
        ways.request = .by([
            RequestForm("completed") { (fields, _) throws(JSONError) in
                guard !fields.has("completedBy") else {
                    throw fields.error(
                        "“completed” and “completedBy” exclude each other. Keep “completed” when "
                            + "the day is known, and “completedBy” when only a later day is.",
                        at: "completedBy"
                    )
                }
                let day = try fields.required("completed", as: .completion)
                return [RequestedFact(.completed, on: day)]
            },
            RequestForm("completedBy") { (fields, _) throws(JSONError) in
                let day = try fields.required("completedBy", as: .date)
                return [RequestedFact(.completed, on: .by(day))]
            },
        ])
        ways.cell = .not(because: "a layout's words of completion stand in the progress or status")
        ways.columns = .by(PlanItem.completionColumns)
        ways.json = .by(PlanItem.completionMembers)
        ways.comparison = .not(because: "a later document says only that it is known by then")
        ways.sentence = .by(
            Sentence { earlier, later, name in
                if later.isCompleted, !earlier.isCompleted,
                    case .completed(let bound) = later.completion
                {
                    let day = bound.date.formatted("d MMMM yyyy")
                    return [
                        ChangeInWords(
                            "completed",
                            "\(name) was completed \(bound.isExact ? "on" : "by") \(day)."
                        )
                    ]
                }
                guard earlier.isCompleted, !later.isCompleted else { return [] }
                return [ChangeInWords("reopened", "\(name) was taken up again.")]
            }
        )
        ways.example = .by(
            ExampleForm(["completed"]) { (fields, item, example) throws(JSONError) in
                let type = JSONFieldType<CivilDate>.dayOrTruth(example.asOf)
                guard let day = try fields.optional("completed", as: type) else { return }
                item.completion = day <= example.asOf ? .completed(.on(day)) : .ongoing
            }
        )
    }

    /// The item left the plan.
    public static let left = Event<PlanItem, Departure>(
        "action.left",
        "How the item left the plan without being completed, and where it went.",
        by: Codec(
            members: {
                JSONObject(compact: [
                    "kind": .string($0.kind), "to": .string(optional: $0.destination),
                ])
            }
        ) { (payload) throws(PayloadError) in
            Departure(
                kind: try payload.text("kind"),
                destination: try payload.optionalText("to")
            )
        }
    ) { item, departure, step in
        guard PlanExit.kinds.contains(departure.kind) else {
            return "“\(departure.kind)” is not a way to leave a plan. "
                + ClosestName.suggestion(for: departure.kind, in: PlanExit.kinds)
        }
        item.exit = PlanExit(
            kind: departure.kind,
            destination: departure.destination,
            on: step.effective,
            reason: step.reason
        )
        return nil
    }.carried { ways in
        ways.request = .by([
            RequestForm("left") { (fields, _) throws(JSONError) in
                let left = try fields.required("left", as: .fields(known: ["kind", "to"]))
                return [
                    RequestedFact(
                        .left(
                            kind: try left.required("kind", as: .one(of: PlanExit.kinds)),
                            destination: try left.optional("to", as: .name)
                        )
                    )
                ]
            }
        ])
        ways.cell = .not(because: "a layout's words for exits stand in the column of statuses")
        ways.columns = .not(because: "scripts read it as a record of its own, `exit`")
        ways.json = .by([JSONMember("exit") { $0[$1].exit.map(PlanJSON.exitJSON) ?? .null }])
        ways.comparison = .not(because: "it is an event of the later document's own date")
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard let exit = later.exit, earlier.exit == nil else { return [] }
                let to = exit.destination.map { " to \($0)" } ?? ""
                return [ChangeInWords("left", "\(name) left the plan (\(exit.kind)\(to)).")]
            }
        )
        ways.example = .by(
            ExampleForm(["withdrawn"]) { (fields, item, example) throws(JSONError) in
                guard let day = try fields.optional("withdrawn", as: .date), day <= example.asOf
                else { return }
                item.exit = PlanExit(kind: "withdrawn", on: day)
            }
        )
    }
}

extension Ways where Subject == PlanItem {
    /// Leaves every layer but the file of changes to the event of completion.
    fileprivate mutating func saidByCompletion() {
        let why = "it is part of whether the work is finished, which “completed” carries"
        cell = .not(because: why)
        columns = .not(because: why)
        json = .not(because: why)
        comparison = .not(because: why)
        sentence = .not(because: why)
        example = .not(because: why)
    }
}

extension PlanItem {
    fileprivate static let completionColumns: [Column<PlanItem>] = [
        Column(
            "is_completed",
            "Whether it is known to be completed.",
            .bool { $0[$1].isCompleted }
        ),
        Column(
            "completed_on",
            "The day of completion, when the day is known.",
            .optionalDate { items, place in
                if case .completed(.on(let day)) = items[place].completion { day } else { nil }
            }
        ),
        Column(
            "completed_by",
            "The day by which it is known to be completed.",
            .optionalDate { items, place in
                if case .completed(let bound) = items[place].completion { bound.date } else { nil }
            }
        ),
        Column(
            "is_completion_known",
            "False when a later report says that it was completed by some day after this date.",
            .bool { items, place in
                if case .notKnown = items[place].completion { false } else { true }
            }
        ),
    ]

    fileprivate static let completionMembers: [JSONMember<PlanItem>] = [
        JSONMember("completed") { .bool($0[$1].isCompleted) },
        JSONMember("completion") { items, place in
            switch items[place].completion {
            case .notStated: "not-stated"
            case .ongoing: "ongoing"
            case .completed: "completed"
            case .notKnown: "not-known"
            }
        },
        JSONMember("completedOn") { items, place in
            if case .completed(.on(let day)) = items[place].completion { .date(day) } else { .null }
        },
        JSONMember("completedBy") { items, place in
            switch items[place].completion {
            case .completed(.by(let day)), .notKnown(completedBy: let day): .date(day)
            case .completed, .notStated, .ongoing: .null
            }
        },
    ]
}

/// A status as somebody reports it.
public struct StatusReport: Hashable, Sendable {
    /// The status as printed; empty takes it back.
    public var printed: String
    /// The key that it is of, `plugin/name`; the plan's own when nil.
    public var scheme: String?

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - printed: The status as printed.
    ///   - scheme: The key that it is of.
    public init(printed: String, scheme: String? = nil) {
        self.printed = printed
        self.scheme = scheme
    }
}

/// Progress as somebody reports it.
public struct ProgressReport: Hashable, Sendable {
    /// What is reported.
    public var text: Prose
    /// The date of which it speaks; that of the entry when nil.
    public var asAt: CivilDate?
    /// The widest audience that may read it.
    public var audience: Audience

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - text: What is reported.
    ///   - asAt: The date of which it speaks.
    ///   - audience: The widest audience that may read it.
    public init(text: Prose, asAt: CivilDate? = nil, audience: Audience = .public) {
        self.text = text
        self.asAt = asAt
        self.audience = audience
    }

    /// Reads what a change says; what it leaves open, a correction keeps.
    fileprivate static func requested(_ fields: JSONFields) throws(JSONError) -> RequestedFact {
        let node = try fields.required("progress", as: .node)
        var stated = fields
        var text = "progress"
        if case .object = node.content {
            for name in ["asAt", "audience"] where fields.has(name) {
                throw fields.error(
                    "write “\(name)” inside “progress”, where its text is.",
                    at: name
                )
            }
            stated = try fields.required(
                "progress",
                as: .fields(known: ["text", "asAt", "audience"])
            )
            text = "text"
        }
        let words = try stated.required(text, as: .prose)
        let asAt = try stated.optional("asAt", as: .date)
        // Null is not an audience: whoever wrote it meant to narrow the circle.
        let audience =
            stated.has("audience") ? try stated.required("audience", as: .audience) : nil
        return RequestedFact(
            .progressReported(words, asAt: asAt, audience: audience ?? .public),
            leavesOpen: (asAt == nil ? ["asAt"] : []) + (audience == nil ? ["audience"] : [])
        )
    }
}

/// How an item leaves its plan, as somebody records it.
public struct Departure: Hashable, Sendable {
    /// What becomes of it, one of ``PlanExit/kinds``.
    public var kind: String
    /// Where it goes.
    public var destination: String?

    /// Creates a departure.
    ///
    /// - Parameters:
    ///   - kind: What becomes of it.
    ///   - destination: Where it goes.
    public init(kind: String, destination: String? = nil) {
        self.kind = kind
        self.destination = destination
    }
}

extension RequestForm {
    /// A member that says no more than that something happened.
    ///
    /// The fact is made when it is asked for: the event that makes it is just being declared.
    fileprivate static func happened(
        _ name: String,
        _ fact: @escaping @Sendable () -> Change.Fact
    ) -> RequestForm {
        RequestForm(name) { (fields, _) throws(JSONError) in
            _ = try fields.required(name, as: .yes)
            return [RequestedFact(fact())]
        }
    }
}

extension JSONFieldType where Value == DateBound? {
    fileprivate static var completion: Self {
        Self("true or a day") { (node, place) throws(JSONError) in
            if node.value.truth == true { return nil }
            guard let date = node.value.text.flatMap({ CivilDate(iso: $0) }) else {
                throw place.error(
                    "expected true, or the day on which it was completed, such as 2026-10-31. To "
                        + "take a completion back, use “reopened”.",
                    at: node
                )
            }
            return .on(date)
        }
    }
}

extension JSONFieldType where Value == CivilDate {
    /// A day; or true, which stands for a given day.
    fileprivate static func dayOrTruth(_ day: CivilDate) -> Self {
        Self("a day such as 2026-10-31, or true") { (node, place) throws(JSONError) in
            if case .bool(true) = node.content { return day }
            return try JSONFieldType<CivilDate>.date.read(node, place)
        }
    }
}
