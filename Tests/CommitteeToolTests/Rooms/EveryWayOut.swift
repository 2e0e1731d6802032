// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeOffice
import CommitteeScripting
import CommitteeTestKit
import Foundation

/// Everything that the library writes of a record for one audience.
struct EveryWayOut {
    /// One output, and how it was asked for.
    struct Output: Sendable {
        var way: String
        var text: String
        /// What is said when somebody asks in the same way for what nobody ever recorded.
        var ofStranger: String?
    }

    private let library: CommitteeLibrary
    private let committee: Committee
    private let audience: Audience
    private let edition: Edition
    private let earlier: [(String, Edition)]
    private(set) var outputs: [Output] = []

    /// Writes everything.
    static func outputs(
        of matters: HiddenMatters,
        for audience: Audience,
        plugins: any ScriptEngine
    ) async throws -> [Output] {
        var ways = try await EveryWayOut(matters, audience, plugins)
        try await ways.writeReports()
        try await ways.writePlans()
        try await ways.writeChanges()
        try await ways.writeReminders()
        ways.writeRisks()
        ways.writeStructure()
        ways.writeMeetings()
        ways.writeOutgoing()
        ways.writeDocuments()
        ways.writeLearningReviews()
        ways.writeFigures()
        ways.writeQuality()
        ways.writeVoices()
        ways.writeProgrammes()
        try await ways.writeAnswers(to: matters.asked.map(\.matter))
        return ways.outputs
    }

    /// Who is who, whom leads mean, and what is in hand.
    private mutating func writeStructure() {
        for report in StructureReport.all { add(report.id, report.document(of: edition)) }
        add("structure", .object(edition.structureJSON()))
        add("leads", edition.untiedLeads().map { "\($0)" }.joined(separator: "\n"))
        let work = WorkInHand(of: edition, within: 104)
        add("today", work.document(of: edition.name))
        add("today", .object(work.json))
    }

    private init(
        _ matters: HiddenMatters,
        _ audience: Audience,
        _ plugins: any ScriptEngine
    ) async throws {
        let store = InMemoryJournal(context: .testing())
        library = CommitteeLibrary(
            store: store,
            plugins: plugins,
            today: { HiddenMatters.today }
        )
        try await store.createCommittee(HiddenMatters.committee, name: HiddenMatters.name)
        try await store.append(
            matters.drafts,
            to: HiddenMatters.committee,
            expecting: nil,
            idempotencyKey: nil
        )
        committee = try await library.committee(HiddenMatters.committee)
        self.audience = audience
        edition = try await committee.edition(audience: audience)
        earlier = [
            ("later", try await committee.edition(asOf: HiddenMatters.since, audience: audience)),
            (
                "all",
                try await committee.edition(asOf: HiddenMatters.start - 30, audience: audience)
            ),
        ]
    }

    private mutating func add(_ way: String, _ text: String) {
        outputs.append(Output(way: "\(way), \(audience.rawValue)", text: text))
    }

    private mutating func add(_ way: String, _ value: JSONValue) { add(way, value.indentedText) }

    private mutating func add(_ way: String, _ document: Document) {
        for form in DocumentFormat.allCases {
            var bytes: [UInt8] = []
            document.render(form, into: &bytes)
            add("\(way) as \(form.rawValue)", String(decoding: bytes, as: UTF8.self))
        }
        add(
            "\(way) as markup for PDF",
            String(decoding: document.render(with: TypstRenderer()), as: UTF8.self)
        )
        for form in OfficeText.Form.allCases {
            do {
                add("\(way) as \(form)", try OfficeText.of(document, as: form))
            } catch {
                add("\(way) as \(form)", "\(error)")
            }
        }
    }

    private mutating func writeReports() async throws {
        let contributions = library.plugins.contributions
        let subjects: [SubjectReference] = [
            .plan(HiddenMatters.plan), .register(HiddenMatters.register), .risk("R1"),
        ]
        let ids = contributions.layouts.map(\.id) + contributions.reports.map(\.id)
        for id in ids where !id.hasPrefix("dump/") || id.hasSuffix("edition") {
            for (name, since) in earlier {
                var request = ReportRequest(id, of: edition, since: since)
                request.narrow(to: subjects, in: contributions)
                let way = "report \(id) since \(name)"
                do {
                    let report = try await library.report(request)
                    if let own = report.ownFormat {
                        add(way, String(decoding: own.bytes, as: UTF8.self))
                    } else {
                        add(way, try report.document)
                    }
                } catch {
                    add(way, "\(error)")
                }
            }
        }
    }

    private mutating func writePlans() async throws {
        for state in edition.rooms.all {
            add("state \(type(of: state))", .object(state.exported(on: edition.asOf)))
        }
        for plan in edition.plans {
            let checks = try await committee.computedChecks(of: plan, in: edition)
            add("plan", PlanJSON(of: plan, in: edition, computed: checks).value)
            let figures = PlanFigures(of: plan, on: edition.asOf)
            for name in figures.names {
                add("figure", "\(name): \(figures.actions(of: name) ?? [])")
            }
        }
        add(
            "omissions",
            "\(edition.omissions.map { "\($0.what) of \(String(describing: $0.of))" })"
        )
    }

    private mutating func writeChanges() async throws {
        for since in [HiddenMatters.since, HiddenMatters.start - 30] {
            let changes = try await committee.changes(since: since, audience: audience)
            add("changes since \(since)", changes.map { "\($0)" }.joined(separator: "\n"))
        }
    }

    private mutating func writeReminders() async throws {
        for day in [HiddenMatters.today, HiddenMatters.today + 45] {
            let edition = try await committee.edition(asOf: day, audience: audience)
            let round = await library.reminders(for: edition, on: day)
            add("reminders", round.json(committee: edition.committee, on: day, rules: []))
            add("failures", "\(round.failures)")
            let digest = ReminderDigest(of: round.outlook(on: day), committee: edition.name)
            add("digest", digest.json)
            add("digest", digest.document)
            for letter in digest.letters { add("letter", letter.document) }
            let calendar = try await committee.reminderCalendar(on: day, audience: audience)
            add(
                "calendar",
                String(decoding: ICalendarRenderer().bytes(of: calendar), as: UTF8.self)
            )
            for reminder in round.reminders {
                let why = try await library.explanation(
                    ofReminder: reminder.id,
                    for: edition,
                    on: day
                )
                add("why", why.json)
                add("why", why.sentences.joined(separator: "\n"))
            }
        }
    }

    /// The register of documents, a card of each, and the sheet.
    private mutating func writeDocuments() {
        for report in DocumentReport.all { add(report.id, report.document(of: edition)) }
        let citations = edition.documentCitations()
        for document in edition.documents {
            let cited = citations.filter { $0.reference.document == document.id }
            add("document", DocumentReport.card(of: document, cited: cited, in: edition))
            add("document as JSON", document.json)
        }
        add("citations", .array(citations.map(\.json)))
        add("findings on documents", .array(edition.documentFindings().map(\.json)))
        let sheet = DocumentSheet(of: edition, after: 0)
        add("sheet of documents", sheet.text)
        add("table of documents", sheet.csv)
    }

    /// The report on Learning Reviews, a card of each, and what is found.
    private mutating func writeLearningReviews() {
        for report in LearningReviewReport.all { add(report.id, report.document(of: edition)) }
        for review in edition.learningReviews {
            add("review", LearningReviewReport.card(of: review, in: edition))
            add("review as JSON", review.json)
        }
        if let adoption = edition.learningReviewGuidance {
            add("pack", LearningReviewReport.guidance(adoption))
            add("pack as JSON", adoption.json)
        }
        add("findings on reviews", .array(edition.learningReviewFindings().map(\.json)))
    }

    /// The figures, a card of each indicator, and the sheet.
    private mutating func writeFigures() {
        for report in FigureReport.all { add(report.id, report.document(of: edition)) }
        for indicator in edition.indicators {
            add("indicator", FigureReport.card(of: indicator, in: edition))
            add("indicator as JSON", indicator.json)
        }
        add("citations of figures", .array(edition.figureCitations().map(\.json)))
        add("findings on figures", .array(edition.figureFindings().map(\.json)))
        let sheet = FigureSheet(of: edition, after: 0)
        add("sheet of figures", sheet.text)
        add("table of figures", sheet.csv)
    }

    /// Quality assurance: its reports, the threads, a card of each, and the sheet.
    private mutating func writeQuality() {
        for report in QualityReport.all { add(report.id, report.document(of: edition)) }
        let quality = edition.quality
        let ids =
            quality.audits.map(\.id) + quality.dipSamples.map(\.id) + quality.returns.map(\.id)
            + quality.outsideReports.map(\.id) + quality.findings.map(\.id)
            + quality.courses.map(\.id) + quality.issues.map(\.id)
        for id in ids {
            if let card = QualityReport.card(of: id, in: edition) { add("quality card", card) }
        }
        add("threads", .array(edition.qualityThreads().map(\.json)))
        add("quality", .object(quality.exported(on: edition.asOf)))
        add("checks on quality", .array(edition.qualityChecks().map(\.json)))
        let sheet = QualitySheet(of: edition, after: 0)
        add("sheet of quality", sheet.text)
        add("table of quality", sheet.csv)
    }

    /// What people said: its reports, a card of each, the findings, and the sheet.
    private mutating func writeVoices() {
        for report in VoiceReport.all { add(report.id, report.document(of: edition)) }
        for voice in edition.voices {
            add("voice", VoiceReport.card(of: voice, in: edition))
            add("voice as JSON", voice.json)
        }
        add("voices", .object(edition[VoicesState.self].exported(on: edition.asOf)))
        add("findings on voices", .array(edition.voiceFindings().map(\.json)))
        let sheet = VoiceSheet(of: edition, after: 0)
        add("sheet of voices", sheet.text)
        add("table of voices", sheet.csv)
    }

    /// Programmes: the report, a page of each thing, the findings, and the sheet of the next update.
    private mutating func writeProgrammes() {
        let state = edition.programmeState
        add("programmes", .object(state.exported(on: edition.asOf)))
        add("findings on programmes", .array(edition.programmeFindings().map(\.json)))
        let plans: [String?] = [nil] + state.programmes.map(\.id)
        for plan in plans {
            do {
                add(
                    "programme update",
                    try ProgrammeReport.update.document(of: edition, plan: plan)
                )
            } catch {
                add("programme update", "\(error)")
            }
            guard let plan else { continue }
            do {
                let sheet = try ProgrammeUpdateSheet(of: edition, plan: plan, after: 0)
                add("sheet of an update", sheet.text)
                add("table of an update", sheet.csv)
            } catch {
                add("sheet of an update", "\(error)")
            }
        }
        let ids =
            state.milestones.map(\.id) + state.trials.map(\.id) + state.recommendations.map(\.id)
        for id in ids {
            if let card = ProgrammeReport.card(of: id, in: edition) { add("programme card", card) }
        }
        for line in CirculationList(of: edition).lines { add("circulation", "\(line)") }
    }

    private mutating func writeMeetings() {
        for day in edition.meetingDays() {
            add("meeting day", day.json)
            guard let meeting = day.meeting else { continue }
            for sheet in MeetingSheet.allCases {
                let way = "\(sheet.rawValue) of \(meeting.reference)"
                do {
                    add(way, try MeetingReport.document(sheet, of: meeting, in: edition))
                } catch {
                    add(way, "\(error)")
                }
            }
        }
        for decision in edition.committeeDecisions { add("decision", decision.json) }
        add("list of meetings", MeetingReport.list(edition.meetingDays(), of: edition))
        let log = ActionLog(of: edition, withDone: true)
        add("action log", MeetingReport.actionLog(log, of: edition))
        add("action log as JSON", log.json)
        add("findings on meetings", .array(edition.meetingFindings().map(\.json)))
        add(
            "calendar of meetings",
            String(decoding: MeetingCalendar(of: edition).bytes, as: UTF8.self)
        )
    }

    /// What goes out, of every meeting and body, and what went to whom.
    private mutating func writeOutgoing() {
        let meetings = edition.calledMeetings.map(\.reference)
        for report in OutgoingReport.all {
            for meeting in report.subjects.contains("meeting") ? meetings : [""] {
                var request = OutgoingReport.Request(edition, since: earlier.first?.1)
                if !meeting.isEmpty { request.meeting = meeting }
                let way = "\(report.id) of \(meeting)"
                do { add(way, try report.document(request)) } catch { add(way, "\(error)") }
            }
        }
        let sent = CirculationList(of: edition)
        add("circulation", sent.document(of: edition))
        add("circulation", sent.json)
        add(
            "reports due",
            edition.reportsDue(through: edition.asOf + 400).map { "\($0)" }
                .joined(separator: "\n")
        )
    }

    private mutating func writeRisks() {
        for register in edition.riskRegisters {
            add("register", register.json)
            for kind in RiskScoreKind.allCases {
                for (name, since) in earlier {
                    let request = RiskReport.Request(
                        edition,
                        since: since,
                        register: register.id,
                        kind: kind
                    )
                    for report in RiskReport.all {
                        let way = "risk report \(report.id) \(kind.rawValue) since \(name)"
                        guard kind == .current || report.id == "risk-heat-map" else { continue }
                        do { add(way, try report.document(request)) } catch { add(way, "\(error)") }
                    }
                    do {
                        let movement = try RiskMovement(
                            from: since,
                            to: edition,
                            register: register.id,
                            kind: kind
                        )
                        add("movement", "\(movement.totals) \(movement.shortfall)")
                        for row in movement.rows {
                            add("movement, \(row.direction) \(row.reason)", row.risk.json)
                        }
                    } catch {
                        add("movement", "\(error)")
                    }
                }
            }
        }
    }

    // MARK: What is asked about by its name

    /// Asks for what is hidden, and for what nobody ever recorded.
    private mutating func writeAnswers(to matters: [SubjectReference]) async throws {
        for matter in matters where edition.card(of: matter) == nil {
            let stranger = SubjectReference(
                kind: matter.kind,
                id: HiddenMatters.asStranger(matter.id, to: audience)
            )
            let answers = try await answers(about: matter)
            let others = try await self.answers(about: stranger)
            for (answer, other) in zip(answers, others) {
                outputs.append(
                    Output(
                        way: "\(answer.way) about a hidden \(matter.kind.rawValue), "
                            + audience.rawValue,
                        text: answer.text,
                        ofStranger: other.text
                    )
                )
            }
        }
    }

    private func answers(
        about matter: SubjectReference
    ) async throws -> [(way: String, text: String)] {
        var found: [(way: String, text: String)] = []
        func tell(_ way: String, _ body: () async throws -> String) async {
            do { found.append((way, try await body())) } catch { found.append((way, "\(error)")) }
        }
        let identity = ReminderIdentity(
            rule: matter.kind == "risk" ? "glenmore/review" : "glenmore/chase",
            subject: matter,
            due: CivilDate(2027, 1, 31),
            step: "before-30-days"
        )
        await tell("why") {
            try await library.explanation(ofReminder: "\(identity)", for: edition).sentences
                .joined(separator: "\n")
        }
        switch matter.kind {
        case "risk":
            await tell("risk") { "\(try edition.risk(matter.id))" }
            await tell("card") {
                let request = RiskReport.Request(
                    edition,
                    register: HiddenMatters.register,
                    risk: matter.id
                )
                return "\(try RiskReport.named("risk-cards").document(request))"
            }
        case "risk-register":
            await tell("register") { "\(try edition.riskRegister(matter.id))" }
        default: break
        }
        for report in ["standard/plan", "standard/risk-cards"] {
            await tell(report) {
                var request = ReportRequest(report, of: edition)
                request.narrow(to: [matter], in: library.plugins.contributions)
                return String(
                    decoding: try await library.report(request).render(.json),
                    as: UTF8.self
                )
            }
        }
        return found
    }
}
#endif
