// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What happens to a Learning Review once it is under way, each event declared once.

extension LearningReview.Entries {
    /// It waits for proceedings elsewhere.
    static let paused = Event<LearningReview, LearningReviewPause>(
        "learning-review.paused",
        "The review waits for proceedings elsewhere, of a kind of the list.",
        by: .erasable(LearningReviewPause.shape)
    ) { review, pause, step in
        var pause = pause
        pause.from = step.effective
        review.pauses.append(pause)
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .reviewing("paused", LearningReviewPause.shape) { .learningReviewPaused($0) }
        ways.json = .by([
            JSONMember("pauses") { reviews, place in
                .sparse(
                    reviews[place].pauses.map { pause in
                        var members = LearningReviewPause.shape.write(pause)
                        members["from"] = .date(pause.from)
                        members["until"] = pause.until.map { .date($0) }
                        return .object(members)
                    }
                )
            }
        ])
        ways.columns = .by([
            Column(
                "is_paused",
                "Whether it waits for proceedings elsewhere.",
                .bool { $0[$1].pause != nil }
            ),
            Column(
                "proceedings",
                "The proceedings for which it waits, by their key.",
                .optionalText { $0[$1].pause?.proceedings }
            ),
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.pauses.dropFirst(earlier.pauses.count).map { pause in
                    ChangeInWords("paused", "\(name) waits for “\(pause.proceedings)”.")
                }
            }
        )
    }

    /// It goes on.
    static let resumed = Event<LearningReview, Nothing>(
        "learning-review.resumed",
        "The review goes on.",
        by: .nothing
    ) { review, _, step in
        guard let last = review.pauses.indices.last else { return nil }
        review.pauses[last].until = step.effective
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .happened("resumed", .learningReviewResumed)
        ways.sentence = .by(
            Sentence { earlier, later, name in
                let before = earlier.pauses.count { $0.until != nil }
                let now = later.pauses.count { $0.until != nil }
                return now > before ? [ChangeInWords("resumed", "\(name) goes on.")] : []
            }
        )
    }

    /// Its report came in.
    static let reported = Event<LearningReview, Nothing>(
        "learning-review.reported",
        "The report of the review came in. What it says is kept elsewhere.",
        by: .nothing
    ) { review, _, step in
        review.reportedOn = step.effective
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .happened("reported", .learningReviewReported)
        ways.json = .by([JSONMember("reported") { .date($0[$1].reportedOn) }])
        ways.columns = .by([
            Column(
                "reported_on",
                "The day on which its report came in.",
                .optionalDate { $0[$1].reportedOn }
            )
        ])
        ways.sentence = .became(\.reportedOn, "reported") { "The report of \($0) came in." }
    }

    /// The chief officers considered the action plan.
    static let actionPlanConsidered = Event<LearningReview, LearningReviewActionPlan>(
        "learning-review.action-plan-considered",
        "The chief officers considered the action plan, and agreed its resources or did not.",
        by: .erasable(LearningReviewActionPlan.shape)
    ) { review, actionPlan, step in
        var actionPlan = actionPlan
        actionPlan.on = step.effective
        review.actionPlan = actionPlan
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .reviewing("actionPlanConsidered", LearningReviewActionPlan.shape) {
            .learningReviewActionPlanConsidered($0)
        }
        ways.json = .by([
            JSONMember("actionPlan") { reviews, place in
                reviews[place].actionPlan.map {
                    LearningReviewActionPlan.shape.dated($0, on: $0.on)
                }
                    ?? .null
            }
        ])
        ways.columns = .by([
            Column(
                "action_plan_on",
                "The day on which the chief officers last considered the action plan.",
                .optionalDate { $0[$1].actionPlan?.on }
            ),
            Column(
                "is_resourced",
                "Whether they agreed the resources that it needs.",
                .bool { $0[$1].actionPlan?.resourced ?? false }
            ),
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.actionPlan != later.actionPlan, let plan = later.actionPlan else {
                    return []
                }
                let words = plan.resourced ? "agreed" : "did not agree"
                return [
                    ChangeInWords(
                        "actionPlan",
                        "The chief officers considered the action plan of \(name), and \(words) its "
                            + "resources."
                    )
                ]
            }
        )
    }

    /// Its learning was shared.
    static let shared = Event<LearningReview, LearningReviewSharing>(
        "learning-review.shared",
        "The learning was shared, in a way of the list, and with whom.",
        by: .erasable(LearningReviewSharing.shape)
    ) { review, sharing, step in
        var sharing = sharing
        sharing.on = step.effective
        guard !review.sharing.contains(sharing) else {
            return "That the learning of \(review.inSentence) was shared by “\(sharing.means)” on "
                + "\(step.effective) is recorded already. Nothing needs to change."
        }
        review.sharing.append(sharing)
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .reviewing("shared", LearningReviewSharing.shape) {
            .learningReviewShared($0)
        }
        ways.json = .by([
            JSONMember("shared") { reviews, place in
                .sparse(
                    reviews[place].sharing.map { LearningReviewSharing.shape.dated($0, on: $0.on) }
                )
            }
        ])
        ways.columns = .by([
            Column(
                "shared_on",
                "The day on which its learning was first shared.",
                .optionalDate { $0[$1].sharing.first?.on }
            ),
            Column(
                "shared_by",
                "The ways in which its learning was shared, by their keys.",
                .texts { $0[$1].sharing.map(\.means) }
            ),
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.sharing.filter { !earlier.sharing.contains($0) }.map { sharing in
                    let whom =
                        sharing.to.isEmpty
                        ? "" : " with \(sharing.to.map(later.name).joined(separator: ", "))"
                    return ChangeInWords(
                        "shared",
                        "The learning of \(name) was shared\(whom): \(sharing.means)."
                    )
                }
            }
        )
    }

    /// Data were used to check the change.
    static let changeChecked = Event<LearningReview, LearningReviewCheck>(
        "learning-review.change-checked",
        "Data were used to check whether practice changed: what they say, and which data.",
        by: .erasable(LearningReviewCheck.shape)
    ) { review, check, step in
        var check = check
        check.on = step.effective
        guard !review.checks.contains(check) else {
            return
                "That check of \(review.inSentence) on \(step.effective) is recorded already. Nothing "
                + "needs to change."
        }
        review.checks.append(check)
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .reviewing("changeChecked", LearningReviewCheck.shape) {
            .learningReviewChangeChecked($0)
        }
        ways.json = .by([
            JSONMember("checks") { reviews, place in
                .sparse(
                    reviews[place].checks.map { LearningReviewCheck.shape.dated($0, on: $0.on) }
                )
            }
        ])
        ways.columns = .by([
            Column(
                "checked_on",
                "The day of the last check of the change.",
                .optionalDate { $0[$1].checks.last?.on }
            ),
            Column(
                "change",
                "What the last check says: changed, changed-in-part or not-yet.",
                .optionalText { $0[$1].checks.last?.result.rawValue }
            ),
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.checks.dropFirst(earlier.checks.count).map { check in
                    ChangeInWords(
                        "checked",
                        "Data were checked for the change after \(name): "
                            + "\(check.result.words.lowercasedFirst)."
                    )
                }
            }
        )
    }

    /// It came to its end.
    static let closed = Event<LearningReview, Nothing>(
        "learning-review.closed",
        "The Learning Review came to its end.",
        by: .nothing
    ) { review, _, step in
        review.closedOn = step.effective
        return nil
    }.carried { ways in
        ways.sayWhatReviewsLeaveOut()
        ways.request = .happened("closed", .learningReviewClosed)
        ways.json = .by([JSONMember("closed") { .date($0[$1].closedOn) }])
        ways.columns = .by([
            Column("closed_on", "The day of its end.", .optionalDate { $0[$1].closedOn })
        ])
        ways.sentence = .became(\.closedOn, "closed") { "\($0) is closed." }
    }
}

// MARK: Ways

extension Ways {
    /// Says why no layout and no example writes what happens to Learning Reviews.
    mutating func sayWhatReviewsLeaveOut() {
        cell = .not(because: "no sheet holds Learning Reviews: they are kept apart")
        columns = .not(because: "the columns of the other entries have it")
        json = .not(because: "the members of the other entries have it")
        comparison = .not(because: "what happened is recorded and never compared")
        example = .not(because: "an example of a plugin is a plan")
    }
}

extension Ways where Subject == LearningReview {
    /// The ways of a recommendation or a decision.
    mutating func judge(
        _ name: String,
        _ words: String,
        _ path: any KeyPath<LearningReview, LearningReviewJudgement?> & Sendable,
        _ fact: @escaping @Sendable (LearningReviewJudgement) -> Change.Fact
    ) {
        sayWhatReviewsLeaveOut()
        request = .reviewing(name, LearningReviewJudgement.shape, fact)
        json = .by([
            JSONMember(name) { reviews, place in
                reviews[place][keyPath: path].map {
                    LearningReviewJudgement.shape.dated($0, on: $0.on)
                }
                    ?? .null
            }
        ])
        sentence = .by(
            Sentence { earlier, later, review in
                guard earlier[keyPath: path] != later[keyPath: path],
                    let said = later[keyPath: path]
                else { return [] }
                let reasons =
                    said.reasons.isEmpty ? "" : " (\(said.reasons.joined(separator: ", ")))"
                let other = said.alternative.map { " (\($0))" } ?? ""
                return [
                    ChangeInWords(
                        name,
                        "\(words) \(review): \(said.outcome.words.lowercasedFirst)\(reasons)\(other)."
                    )
                ]
            }
        )
    }
}

extension Carried where Way == Sentence<LearningReview> {
    /// The sentence of what was not there before.
    static func became<Value: Equatable & Sendable>(
        _ path: any KeyPath<LearningReview, Value?> & Sendable,
        _ kind: String,
        _ say: @escaping @Sendable (String) -> String
    ) -> Carried {
        .by(
            Sentence { earlier, later, name in
                guard earlier[keyPath: path] != later[keyPath: path], later[keyPath: path] != nil
                else { return [] }
                return [ChangeInWords(kind, say(name))]
            }
        )
    }
}

extension Carried where Way == [RequestForm] {
    /// A member of a file of changes that has a shape.
    static func reviewing<Value: Sendable>(
        _ name: String,
        _ shape: Shape<Value>,
        _ fact: @escaping @Sendable (Value) -> Change.Fact
    ) -> Carried {
        .by([
            RequestForm(name) { (fields, _) throws(JSONError) in
                [RequestedFact(fact(try fields.required(name, as: shape.type)))]
            }
        ])
    }

    /// A member of a file of changes that is true, or is not there.
    static func happened(_ name: String, _ fact: @autoclosure @escaping @Sendable () -> Change.Fact)
        -> Carried
    {
        .by([
            RequestForm(name) { (fields, _) throws(JSONError) in
                guard try fields.required(name, as: .bool) else {
                    throw fields.error("“\(name)” is true, or is left out.", at: name)
                }
                return [RequestedFact(fact())]
            }
        ])
    }
}

extension JSONValue {
    /// A list, or nothing when it is empty.
    static func sparse(_ elements: [JSONValue]) -> JSONValue {
        elements.isEmpty ? .null : .array(elements)
    }
}
