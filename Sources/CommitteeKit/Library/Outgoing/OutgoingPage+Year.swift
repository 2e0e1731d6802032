// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The year in the record, as the skeleton of a report on standards and quality.

extension OutgoingPage {
    /// A part of the annual report: what the record says, from which entries, and what people are to write.
    struct YearPart {
        let title: String
        /// What the record says.
        var blocks: [Document.Block] = []
        /// The entries from which it is, as people write them.
        var sources: [String] = []
        /// What somebody is to write here.
        var toWrite: String?

        /// The part as it stands in the report; nothing when there is nothing of it.
        var all: [Document.Block] {
            guard !blocks.isEmpty || toWrite != nil else { return [] }
            var all: [Document.Block] = [.heading(2, title)]
            if let toWrite { all.append(.notice(.information, "To be written: \(toWrite)")) }
            all += blocks
            if !sources.isEmpty {
                all.append(.paragraph("From: \(sources.joined(separator: ", "))."))
            }
            return all
        }
    }

    /// The days of which the annual report speaks: after the earlier edition, else twelve months.
    var year: ClosedRange<CivilDate> {
        let first =
            request.since.map { $0.asOf + 1 }
            ?? edition.asOf.adding(years: -1) + 1
        return min(first, edition.asOf)...edition.asOf
    }

    /// A bound in words, such as `by 31 July 2027`.
    static func words(_ day: DateBound) -> String {
        day.isExact ? "on \(day.date.inWords)" : "by \(day.date.inWords)"
    }

    private static func times(_ count: Int) -> String {
        switch count {
        case 1: "once"
        case 2: "twice"
        default: "\(count) times"
        }
    }

    private func isOfTheYear(_ day: CivilDate?) -> Bool { day.map(year.contains) ?? false }

    func annualReport() throws(LibraryError) -> Document {
        let plan = try plan()
        let body = try body() ?? committee
        let held = edition.calledMeetings.filter {
            $0.body == body && !$0.isCancelled && isOfTheYear($0.day)
        }
        let name = body.isEmpty ? committeeName : self.name(of: body)
        let title =
            "Annual report of \(name), \(year.lowerBound.inWords) to \(year.upperBound.inWords)"
        let parts = [
            YearPart(
                title: "Foreword",
                toWrite: "what the chair says of the year, and who agreed this report."
            ), meetings(held), attendance(held), groupsOfTheYear, strengths, improvements,
            voicesOfTheYear, auditsOfTheYear, figuresOfTheYear, trainingOfTheYear,
            documentsOfTheYear, risks,
            comingYear(plan),
        ]
        return MeetingReport.document(
            title,
            edition,
            opening(held, plan) + parts.flatMap(\.all) + appendix(plan)
        )
    }

    /// The year in a few figures.
    private func opening(_ held: [Meeting], _ plan: Plan?) -> [Document.Block] {
        var facts: [(String, Prose)] = [
            ("Meetings held", Prose("\(held.count(where: \.isFull))"))
        ]
        if let plan {
            let figures = PlanFigures(of: plan, on: edition.asOf)
            facts += [
                (
                    "Actions completed",
                    Prose("\(figures.completed.count) of \(figures.total.count)")
                ), ("Actions late", Prose("\(figures.late.count)")),
            ]
        }
        if !edition.qualityFindings.isEmpty {
            let open = edition.qualityFindings.count { $0.standing == .open }
            facts.append(
                ("Findings not answered", Prose("\(open) of \(edition.qualityFindings.count)"))
            )
        }
        if riskLine != nil {
            let figures = riskFigures
            facts.append(("Risks above appetite", Prose("\(figures.above) of \(figures.open)")))
        }
        return [.summary(facts)]
    }

    // MARK: What the committee did

    private func meetings(_ held: [Meeting]) -> YearPart {
        var part = YearPart(title: "What the committee did")
        guard !held.isEmpty else {
            part.blocks = [.paragraph("No meeting of these months is recorded.")]
            return part
        }
        let development = held.filter(\.isDevelopmentDay)
        let full = held.filter { !$0.isDevelopmentDay }
        let inquorate = full.count { $0.isQuorate == false }
        var words = full.isEmpty ? "It held no meeting" : "It met \(Self.times(full.count))"
        if inquorate > 0 { words += ", \(Self.times(inquorate)) without a quorum" }
        if !development.isEmpty {
            let days = development.map(\.day.inWords).joined(separator: ", ")
            words +=
                "; \(development.count == 1 ? "a development day" : "development days") on \(days)"
        }
        part.blocks.append(.paragraph("\(words)."))
        let minuted = full.flatMap { meeting in
            (meeting.minute?.decisions ?? []).map {
                Prose("\(meeting.reference)#\($0.code): \($0.text.singleLine)")
            }
        }
        let between = edition.committeeDecisions.filter {
            $0.body == held[0].body && isOfTheYear($0.decidedOn)
        }.map { Prose("\($0.reference), between meetings: \($0.text.singleLine)") }
        if !(minuted + between).isEmpty {
            part.blocks += [.paragraph("It decided:"), .bullets(minuted + between)]
        }
        part.sources = held.map(\.reference)
        return part
    }

    private func attendance(_ held: [Meeting]) -> YearPart {
        let counted = held.filter { $0.attendance != nil && !$0.isDevelopmentDay }
        guard !counted.isEmpty else { return YearPart(title: "Attendance") }
        return YearPart(
            title: "Attendance",
            blocks: MeetingReport.attendance(of: counted, in: edition),
            sources: counted.map(\.reference)
        )
    }

    private var groupsOfTheYear: YearPart {
        var part = YearPart(title: "Working groups")
        var lines: [Prose] = []
        for group in profile?.workingGroups ?? [] {
            let held = edition.calledMeetings.filter {
                $0.body == group.id && !$0.isCancelled && isOfTheYear($0.day)
            }
            guard group.isActive(on: edition.asOf) || !held.isEmpty else { continue }
            let times =
                held.isEmpty
                ? "no meeting is recorded"
                : "met \(Self.times(held.count))"
            let decided = held.reduce(0) { $0 + ($1.minute?.decisions.count ?? 0) }
            let words =
                decided == 0 ? "" : " and took \(Self.count(decided, "decision", "decisions"))"
            part.sources += held.map(\.reference)
            lines.append(Prose("\(group.name): \(times)\(words)."))
        }
        if !lines.isEmpty { part.blocks = [.bullets(lines)] }
        return part
    }

    // MARK: Standards and quality

    private var strengths: YearPart {
        let found = edition.qualityFindings.filter { $0.sort == .strength }
        let judged = edition.quality.selfEvaluations.filter {
            isOfTheYear($0.agreement?.on)
        }
        var part = YearPart(title: "Strengths")
        part.toWrite = "what the committee does well, and how it knows."
        if !found.isEmpty {
            part.blocks.append(
                .bullets(found.map { Prose("\($0.words.singleLine) (\($0.id))") })
            )
        }
        for one in judged {
            let framework = edition.quality.framework(of: one)
            let levels = one.judgements.map { judgement in
                let indicator = framework?.indicator(judgement.indicator)?.words
                let level = framework?.level(judgement.level)?.words
                return "“\(indicator ?? judgement.indicator)” as \(level ?? judgement.level)"
            }
            part.blocks.append(
                .paragraph("\(one.inSentence) judged \(levels.joined(separator: ", ")).")
            )
        }
        part.sources = sources(of: found) + judged.map(\.id)
        return part
    }

    private var improvements: YearPart {
        let found = edition.qualityFindings.filter { $0.sort != .strength }
        var part = YearPart(title: "Areas for improvement")
        part.toWrite = "what is to become better, and by when."
        if !found.isEmpty {
            part.blocks.append(
                .table(
                    Document.Table(
                        caption: "Findings and what came of them",
                        columns: [
                            .init("Finding", isRowHeader: true), "What was found", "How it stands",
                            "Actions", "The difference",
                        ],
                        rows: found.map { finding in
                            .cells([
                                .text(finding.id), .init([.prose(finding.words)]),
                                .text(finding.standing.words),
                                .text(Self.orNone(finding.actions.joined(separator: ", "))),
                                .text(
                                    finding.impact.last?.words.singleLine ?? "Nobody has looked yet"
                                ),
                            ])
                        }
                    )
                )
            )
        }
        part.sources = sources(of: found)
        return part
    }

    private static func orNone(_ words: String) -> String { words.isEmpty ? "None" : words }

    /// Where findings come from, each once.
    private func sources(of findings: [QualityFinding]) -> [String] {
        findings.reduce(into: [String]()) { all, finding in
            if !all.contains(finding.source) { all.append(finding.source) }
        }
    }

    private var voicesOfTheYear: YearPart {
        let voices = edition.voices.filter { voice in
            isOfTheYear(voice.heardUntil ?? voice.heardFrom ?? voice.received)
                || voice.answers.contains { isOfTheYear($0.on) }
        }
        return YearPart(
            title: "What people told us",
            blocks: VoicePage(edition).youSaid(voices),
            sources: voices.map(\.id)
        )
    }

    private var auditsOfTheYear: YearPart {
        let audits = edition.audits.filter {
            isOfTheYear($0.outcome?.on) || isOfTheYear($0.beginning?.on)
        }
        let reports = edition.quality.outsideReports.filter { report in
            isOfTheYear(report.published) || report.considered.contains { isOfTheYear($0.on) }
        }
        var lines = audits.map { audit -> Prose in
            let outcome = audit.outcome?.words.singleLine ?? ""
            return Prose(
                "\(audit.inSentence): \(audit.stage.words.lowercasedFirst)"
                    + (outcome.isEmpty ? "." : ". \(outcome)")
            )
        }
        lines += reports.map { report in
            let by = report.publisher.map { " by \($0)" } ?? ""
            let days = report.considered.compactMap(\.on).map(\.inWords)
            return Prose(
                "\(report.inSentence)\(by): "
                    + (days.isEmpty
                        ? "not considered yet."
                        : "considered on \(days.joined(separator: ", ")).")
            )
        }
        return YearPart(
            title: "Audits, inspections and reviews",
            blocks: lines.isEmpty ? [] : [.bullets(lines)],
            sources: audits.map(\.id) + reports.map(\.id)
        )
    }

    // MARK: Figures, training, documents, risks

    private var figuresOfTheYear: YearPart {
        let series = edition.indicators.map { FigureSeries($0) }
        return YearPart(
            title: "Figures",
            blocks: series.isEmpty ? [] : [.bullets(series.map { Prose($0.point) })],
            sources: edition.indicators.map(\.id)
        )
    }

    private var trainingOfTheYear: YearPart {
        let rows = edition.quality.courses.compactMap { course -> Document.Table.Row? in
            let days = course.days.filter { isOfTheYear($0.day) }
            guard !days.isEmpty else { return nil }
            let came = course.attendance.filter { isOfTheYear($0.day) }
            let attended = came.reduce(0) { $0 + $1.attended }
            let booked = came.reduce(0) { $0 + $1.booked }
            return .cells([
                .text(course.name), .init([.integer(days.count)]),
                .text(came.isEmpty ? "Not told here" : "\(attended) of \(booked)"),
                .text(Self.orNone(course.supports.joined(separator: ", "))), .text(course.id),
            ])
        }
        guard !rows.isEmpty else { return YearPart(title: "Training") }
        return YearPart(
            title: "Training",
            blocks: [
                .table(
                    Document.Table(
                        caption: "Courses given",
                        columns: [
                            .init("Course", isRowHeader: true), .init("Days", alignment: .end),
                            "Came, of those who had booked", "Supports", "Named",
                        ],
                        rows: rows
                    )
                )
            ]
        )
    }

    private var documentsOfTheYear: YearPart {
        var lines: [Prose] = []
        var sources: [String] = []
        for document in edition.documents {
            var words: [String] = []
            for one in document.editions where isOfTheYear(one.decidedOn ?? one.dated) {
                let by = one.decidedBy.map { " agreed by \(name(of: $0))" } ?? ""
                words.append("edition \(one.label)\(by)")
            }
            for review in document.reviews where isOfTheYear(review.on) {
                words.append(
                    review.outcome.isEmpty
                        ? "reviewed" : "reviewed, \(review.outcome.lowercasedFirst)"
                )
            }
            if isOfTheYear(document.withdrawal?.on) { words.append("withdrawn") }
            guard !words.isEmpty else { continue }
            lines.append(Prose("\(document.name): \(words.joined(separator: "; "))."))
            sources.append(document.id)
        }
        return YearPart(
            title: "Policies and other documents",
            blocks: lines.isEmpty ? [] : [.bullets(lines)],
            sources: sources
        )
    }

    private var risks: YearPart {
        guard let line = riskLine else { return YearPart(title: "Risks") }
        return YearPart(
            title: "Risks",
            blocks: [.paragraph("\(line).")] + aboveAppetite(),
            sources: edition.riskRegisters.map(\.id)
        )
    }

    // MARK: The year to come, and the plan

    private func comingYear(_ plan: Plan?) -> YearPart {
        var part = YearPart(title: "The year to come")
        part.toWrite = "what the committee means to do next."
        let end = edition.asOf.adding(years: 1)
        let due = (plan?.actions ?? []).filter { item in
            item.isOpen && (item.timescale.due.map { $0 >= edition.asOf && $0 <= end } ?? false)
        }
        if !due.isEmpty {
            part.blocks.append(table(of: due, "Actions due in the year to come"))
        }
        let audits = edition.audits.filter { !$0.stage.isEnd && $0.stage < .reported }
        if !audits.isEmpty {
            part.blocks += [
                .paragraph("Audits planned or under way:"),
                .bullets(
                    audits.map { audit in
                        let day = audit.due.map { ", to be reported by \($0.inWords)" } ?? ""
                        return Prose("\(audit.name): \(audit.stage.words.lowercasedFirst)\(day)")
                    }
                ),
            ]
        }
        part.sources = (plan.map { [$0.id] } ?? []) + audits.map(\.id)
        return part
    }

    private func appendix(_ plan: Plan?) -> [Document.Block] {
        guard let plan, !plan.actions.isEmpty else { return [] }
        let figures = PlanFigures(of: plan, on: edition.asOf)
        return [
            .heading(2, "Appendix: progress of the plan"),
            .paragraph("\(plan.title): \(planLine(figures))."),
            table(of: plan.actions, "Actions of the plan"), .paragraph("From: \(plan.id)."),
        ]
    }
}
