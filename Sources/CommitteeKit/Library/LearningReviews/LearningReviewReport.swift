// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The report on Learning Reviews for the committee and the chief officers: a document made of an edition.
///
/// ```swift
/// let page = LearningReviewReport.standing.document(of: edition).render(.html)
/// ```
///
/// It shows what the audience of the edition may know: of a restricted edition everything, of any other the
/// reviews that were opened to the committee. A page without reviews is the same whether there are hidden
/// ones or none.
public struct LearningReviewReport: Sendable, Identifiable {
    /// The identifier of the report, such as `learning-reviews`.
    public let id: String
    /// What the report shows, in a sentence.
    public let summary: String
    private let make: @Sendable (Edition) -> Document

    /// Where each review stands, its next step and by when, and what was decided.
    public static let standing = LearningReviewReport(
        "learning-reviews",
        "Learning Reviews: where each stands, the next step and by when, and what was decided."
    ) { edition in LearningReviewPage(edition).standing }

    /// All reports on Learning Reviews.
    public static let all: [LearningReviewReport] = [standing]

    private init(
        _ id: String,
        _ summary: String,
        _ make: @escaping @Sendable (Edition) -> Document
    ) {
        self.id = id
        self.summary = summary
        self.make = make
    }

    /// Makes the report.
    ///
    /// - Parameter edition: The edition of which it speaks.
    /// - Returns: The document.
    /// - Complexity: O(*n*) in the number of reviews.
    public func document(of edition: Edition) -> Document { make(edition) }

    /// Makes a page about one review.
    ///
    /// - Parameters:
    ///   - review: The review.
    ///   - edition: The edition that holds it.
    /// - Returns: The page.
    public static func card(of review: LearningReview, in edition: Edition) -> Document {
        LearningReviewPage(edition).card(of: review)
    }

    /// Makes a page of a pack: its criteria, reasons, rules and time limits with their sources.
    ///
    /// - Parameter adoption: The pack, with limits of the committee's own.
    /// - Returns: The page.
    public static func guidance(_ adoption: LearningReviewAdoption) -> Document {
        let title = "\(adoption.guidance.title), version \(adoption.guidance.version)"
        return Document(
            title: title,
            blocks: [.heading(1, title)] + LearningReviewPage.guidance(adoption, level: 2)
        )
    }
}

/// What the report on Learning Reviews is made of.
private struct LearningReviewPage {
    let edition: Edition
    let state: LearningReviewsState

    init(_ edition: Edition) {
        self.edition = edition
        state = edition[LearningReviewsState.self]
    }

    private var day: CivilDate { edition.asOf }
    private var name: String { edition.committeeProfile?.name ?? edition.name }
    private var open: [LearningReview] { state.reviews.filter(\.isOpen) }

    // MARK: The report

    var standing: Document {
        let heading = "Learning Reviews: \(name)"
        var blocks: [Document.Block] = [
            .heading(1, heading), .paragraph("As at \(day.inWords)."),
        ]
        if state.reviews.isEmpty {
            blocks.append(
                .paragraph("There is nothing about Learning Reviews for readers of this page.")
            )
        } else {
            blocks += [
                .notice(.information, "For those whom the committee names. Do not pass it on.")
            ]
            blocks += summary + overdue + table + decisions + learning
        }
        if edition.audience == .restricted {
            blocks += findings
            if let adoption = state.guidanceInForce {
                blocks += [
                    .heading(2, "Guidance in force"),
                    .paragraph(
                        "\(adoption.guidance.title), version \(adoption.guidance.version)"
                            + "\(adoption.on.map { ", since \($0.inWords)" } ?? "")."
                    ),
                ]
                blocks += Self.guidance(adoption, level: 3)
            }
        }
        return Document(title: heading, blocks: blocks)
    }

    private var summary: [Document.Block] {
        let taken = state.reviews.flatMap { state.taken(of: $0) }
        let late = open.flatMap { state.due(of: $0, asOf: day) }.count { $0.day < day }
        return [
            .summary([
                ("Open", Prose("\(open.count)")),
                ("Paused for other proceedings", Prose("\(open.count { $0.pause != nil })")),
                ("Closed", Prose("\(state.reviews.count - open.count)")),
                ("Steps overdue", Prose("\(late)")),
                (
                    "Steps taken in time",
                    Prose("\(taken.count { $0.on <= $0.due }) of \(taken.count)")
                ),
            ])
        ]
    }

    private var overdue: [Document.Block] {
        let late = open.flatMap { review in
            state.due(of: review, asOf: day).filter { $0.day < day }.map { (review, $0) }
        }
        guard !late.isEmpty else { return [] }
        return [
            .heading(2, "Overdue"),
            .bullets(
                late.map { review, due in
                    let days = day - due.day
                    return Prose(
                        "\(review.id): \(due.step.noun) was due by \(due.day.inWords), overdue by \(days) "
                            + "\(days == 1 ? "day" : "days")\(who(due.leads))"
                    )
                }
            ),
        ]
    }

    private func who(_ leads: [String]) -> String {
        leads.isEmpty ? "" : " (\(leads.joined(separator: ", ")))"
    }

    private var table: [Document.Block] {
        guard !open.isEmpty else { return [] }
        let rows = open.map { review in
            let dues = state.due(of: review, asOf: day)
            let steps = review.nextSteps
            return Document.Table.Row.cells([
                .text(review.id), .text(review.standing), .text(review.criterionWords),
                .text(steps.map(\.noun.sentence).joined(separator: "; ")),
                .text(
                    steps.map { step in
                        dues.first { $0.step == step }?.day.inWords ?? "No day set"
                    }.joined(separator: "; ")
                ),
                .text(
                    steps.first.map { state.leads($0, of: review).joined(separator: ", ") } ?? ""
                ),
            ])
        }
        return [
            .heading(2, "Where each stands"),
            .table(
                Document.Table(
                    caption: "Open Learning Reviews, in the order of their references",
                    columns: [
                        .init("Reference", isRowHeader: true), "Stands at", "Criterion",
                        "Next step", "By", "Answers for it",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    private var decisions: [Document.Block] {
        let judged = state.reviews.filter { $0.recommendation != nil || $0.decision != nil }
        guard !judged.isEmpty else { return [] }
        let rows = judged.map { review in
            Document.Table.Row.cells([
                .text(review.id), .text(words(review.recommendation, of: review)),
                .text(words(review.decision, of: review)),
                .text(review.notice?.on?.inWords ?? (review.decision == nil ? "" : "Not told")),
            ])
        }
        return [
            .heading(2, "What was decided"),
            .table(
                Document.Table(
                    caption: "Recommendations of the group, and decisions for the chief officers",
                    columns: [
                        .init("Reference", isRowHeader: true), "Recommended", "Decided",
                        "Inspectorate told",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    private func words(
        _ judgement: LearningReviewJudgement?,
        of review: LearningReview,
        withDay: Bool = true
    ) -> String {
        guard let judgement else { return "" }
        let guidance = state.adoption(of: review)?.guidance
        let reasons = judgement.reasons.map { guidance?.words($0, in: \.reasons) ?? $0 }
        let other = judgement.alternative.map { guidance?.words($0, in: \.alternatives) ?? $0 }
        let more = reasons + [other].compactMap(\.self)
        return judgement.outcome.words
            + (withDay ? judgement.on.map { ", \($0.inWords)" } ?? "" : "")
            + (more.isEmpty ? "" : ". \(more.joined(separator: " "))")
    }

    private var learning: [Document.Block] {
        let reported = state.reviews.filter { $0.reportedOn != nil }
        guard !reported.isEmpty else { return [] }
        let rows = reported.map { review in
            let guidance = state.adoption(of: review)?.guidance
            return Document.Table.Row.cells([
                .text(review.id), .text(review.reportedOn?.inWords ?? ""),
                .text(plan(review.actionPlan)),
                .text(
                    review.sharing.map { guidance?.words($0.means, in: \.sharing) ?? $0.means }
                        .joined(separator: "; ")
                ),
                .text(
                    review.checks.last.map {
                        "\($0.result.words)\($0.on.map { ", \($0.inWords)" } ?? "")"
                    } ?? ""
                ),
                .text(review.closedOn?.inWords ?? "Open"),
            ])
        }
        return [
            .heading(2, "What came of the reports"),
            .table(
                Document.Table(
                    caption: "Reports, action plans, learning and change",
                    columns: [
                        .init("Reference", isRowHeader: true), "Report", "Action plan", "Shared",
                        "Change", "Closed",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    private func plan(_ plan: LearningReviewActionPlan?) -> String {
        guard let plan else { return "Not considered" }
        return "\(plan.resourced ? "Resources agreed" : "Resources not agreed")"
            + (plan.on.map { ", \($0.inWords)" } ?? "")
    }

    private var findings: [Document.Block] {
        let all = edition.learningReviewFindings()
        guard !all.isEmpty else { return [] }
        return [.heading(2, "To be looked at"), .bullets(all.map { Prose($0.message) })]
    }

    // MARK: The pack

    static func guidance(_ adoption: LearningReviewAdoption, level: Int) -> [Document.Block] {
        let pack = adoption.guidance
        var blocks: [Document.Block] = []
        for (list, title) in [
            (\LearningReviewGuidance.criteria, "Criteria"),
            (\.reasons, "Reasons for not proceeding"), (\.alternatives, "Alternative reviews"),
            (\.proceedings, "Proceedings for which a review waits"),
            (\.sharing, "Ways of sharing"), (\.rules, "Rules"),
        ] {
            let terms = pack[keyPath: list]
            guard !terms.isEmpty else { continue }
            blocks += [
                .heading(level, title),
                .table(
                    Document.Table(
                        caption: title,
                        columns: [.init("Key", isRowHeader: true), "Words", "Source"],
                        rows: terms.map { term in
                            .cells([
                                .text(term.key), .text(term.words),
                                .text(pack.citation(term.source)),
                            ])
                        }
                    )
                ),
            ]
        }
        guard !adoption.limits.isEmpty else { return blocks }
        return blocks + [
            .heading(level, "Time limits"),
            .bullets(
                adoption.limits.map { limit in
                    let only =
                        limit.criteria.isEmpty
                        ? "" : ", of \(limit.criteria.joined(separator: ", "))"
                    let when = limit.outcome.map { ", when it is to “\($0.rawValue)”" } ?? ""
                    return Prose(
                        "\(limit.words.sentence)\(only)\(when): \(pack.citation(limit.source))"
                    )
                }
            ),
        ]
    }

    // MARK: One review

    func card(of review: LearningReview) -> Document {
        let guidance = state.adoption(of: review)?.guidance
        var facts: [(String, Prose)] = [
            ("Stands at", Prose(review.standing)),
            ("For", Prose(review.audience.rawValue)),
        ]
        if let said = review.notification {
            facts += [
                ("Notified", Prose(said.received?.inWords ?? "")),
                ("By", Prose(review.name(of: said.by))),
                ("Criterion", Prose(review.criterionWords)),
            ]
        }
        facts.append(("Guidance", Prose(guidance?.title ?? review.guidance)))
        let dues = state.due(of: review, asOf: day)
        let next = review.nextSteps.map { step -> Prose in
            let due = dues.first { $0.step == step }
            let late = due.map { $0.day < day ? ", overdue" : "" } ?? ""
            let by = due.map { " by \($0.day.inWords)\(late)" } ?? ", no day set"
            return Prose("\(step.noun.sentence)\(by)\(who(state.leads(step, of: review)))")
        }
        var blocks: [Document.Block] = [.heading(1, review.inSentence), .summary(facts)]
        if !next.isEmpty { blocks += [.heading(2, "Next"), .bullets(next)] }
        if !review.questions.isEmpty {
            blocks += [
                .heading(2, "Who was asked"), .bullets(review.questions.map { asked($0, review) }),
            ]
        }
        let course = course(of: review)
        if !course.isEmpty { blocks += [.heading(2, "What happened"), .bullets(course)] }
        return Document(title: review.inSentence, blocks: blocks)
    }

    private func asked(_ question: LearningReviewQuestion, _ review: LearningReview) -> Prose {
        let answer =
            question.answered.map {
                "\(question.answer?.words.lowercasedFirst ?? "answered") on \($0.inWords)"
            } ?? "not answered"
        let by = question.by.map { ", to answer by \($0.inWords)" } ?? ""
        return Prose(
            "\(review.name(of: question.party)), asked on \(question.asked.inWords)\(by): \(answer)"
        )
    }

    private func course(of review: LearningReview) -> [Prose] {
        let guidance = state.adoption(of: review)?.guidance
        var lines: [(CivilDate, String)] = []
        func add(_ day: CivilDate?, _ words: String) {
            if let day { lines.append((day, words)) }
        }
        add(
            review.recommendation?.on,
            "Recommended: \(words(review.recommendation, of: review, withDay: false))"
        )
        add(review.decision?.on, "Decided: \(words(review.decision, of: review, withDay: false))")
        add(review.notice?.on, "Inspectorate told")
        add(review.commission?.on, "Commissioned")
        for pause in review.pauses {
            let what = guidance?.words(pause.proceedings, in: \.proceedings) ?? pause.proceedings
            add(pause.from, "Paused: \(what)")
            add(pause.until, "Resumed")
        }
        add(review.reportedOn, "Report received")
        add(
            review.actionPlan?.on,
            "Action plan: resources \(review.actionPlan?.resourced == true ? "agreed" : "not agreed")"
        )
        for sharing in review.sharing {
            let what = guidance?.words(sharing.means, in: \.sharing) ?? sharing.means
            let whom = sharing.to.map(review.name).joined(separator: ", ")
            add(sharing.on, "Shared: \(what)\(whom.isEmpty ? "" : " (\(whom))")")
        }
        for check in review.checks {
            let data = [check.dataSet, check.document].compactMap(\.self).joined(separator: ", ")
            add(
                check.on,
                "Change checked: \(check.result.words)\(data.isEmpty ? "" : " (\(data))")"
            )
        }
        add(review.closedOn, "Closed")
        let order = lines.enumerated().sorted { one, other in
            one.element.0 == other.element.0
                ? one.offset < other.offset : one.element.0 < other.element.0
        }
        return order.map { Prose("\($0.element.0.inWords): \($0.element.1)") }
    }
}
