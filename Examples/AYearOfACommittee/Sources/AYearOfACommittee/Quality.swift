// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// What the committee does in the year about its standards: documents, an audit, training, figures, a gap analysis and a
/// development day.
struct Quality {
    private let year: Year
    private let by = "coordinator"

    init(of year: Year) { self.year = year }

    private func committee() async throws -> Committee { try await year.committee() }

    /// The committee's own documents, the audit of the year, its course and its indicators.
    func begin() async throws {
        let committee = try await committee()
        let papers = [
            ("how-we-work", "How the committee works", "Constitution"),
            ("workforce-strategy", "Learning and development of the workforce", "Strategy"),
            ("communication-plan", "Communication plan", "Plan"),
        ]
        for (id, title, kind) in papers {
            var document = CommitteeDocument(id: id)
            (document.title, document.kind, document.owner) = (title, kind, "coordinator")
            (document.reviewMonths, document.audience) = (12, .public)
            try await committee.addDocument(document, by: by)
        }
        var audit = Audit(id: "handover-2027")
        audit.title = "What is handed over at eighteen"
        audit.scope = "Forty files, read by two services together"
        (audit.lead, audit.group) = ("Quality Group", "Quality Group")
        audit.due = CivilDate(2027, 10, 26)
        audit.supports = ["plan-2026-2029#2.2"]
        try await committee.addQuality(audit, by: by)
        var course = TrainingCourse(id: "neglect-level-2")
        (course.title, course.lead, course.audience) = (
            "Neglect, level 2", "Training Group", .public
        )
        course.supports = ["plan-2026-2029#2.1"]
        try await committee.addQuality(course, by: by)
        for indicator in Self.indicators { try await committee.addIndicator(indicator, by: by) }
    }

    private static var indicators: [Indicator] {
        var filled = Indicator(id: "questionnaires")
        (filled.title, filled.unit) = ("Questionnaires filled in", "questionnaires")
        (filled.source, filled.every, filled.better) = ("Youth workers' tally", .quarter, .higher)
        var reports = Indicator(id: "conference-reports")
        (reports.title, reports.unit) = ("Reports that came to case conferences in time", "reports")
        (reports.source, reports.every, reports.better) = ("Conference office", .quarter, .higher)
        reports.areas = ["Health", "Education", "Police"]
        return [filled, reports]
    }

    /// The documents are agreed, and the audit is.
    func agree(at meeting: String) async throws {
        let committee = try await committee()
        for id in ["how-we-work", "workforce-strategy", "communication-plan"] {
            let edition = DocumentEdition("2027", decidedBy: "cpc", decidedOn: year.day)
            try await committee.recordEdition(edition, of: id, by: by)
        }
        let step = QualityStep(at: meeting)
        for fact in [Change.Fact.auditGroupAgreed(QualityStep()), .auditAgreed(step)] {
            try await committee.recordQuality(Audit.self, "handover-2027", fact, by: by)
        }
    }

    /// A quarter's figures, and a day of the course.
    func quarter(_ period: String, filled: Int, reports: [Int], came: Int) async throws {
        let committee = try await committee()
        guard let period = FigurePeriod(period) else { return }
        try await committee.recordFigures(
            [FigureValue(filled, in: period)],
            of: "questionnaires",
            by: by
        )
        let areas = ["Health", "Education", "Police"]
        var values = zip(areas, reports).map { FigureValue($1, in: period, area: $0) }
        values.append(FigureValue(reports.reduce(0, +), in: period))
        try await committee.recordFigures(values, of: "conference-reports", by: by)
        let course = (TrainingCourse.self, "neglect-level-2")
        let day = CourseDay(year.day, places: 20, at: "Town House")
        try await committee.recordQuality(course.0, course.1, .courseDaySet(day), by: by)
        let attendance = CourseAttendance(
            of: "council",
            on: year.day,
            booked: 18,
            attended: came
        )
        try await committee.recordQuality(
            course.0,
            course.1,
            .courseAttendanceSet(attendance),
            by: by
        )
    }

    /// What two schools said of the draft guide, and what was done about it.
    func hear(at meeting: String) async throws {
        let committee = try await committee()
        var voice = Voice(id: "guide-2027")
        (voice.title, voice.heard) = ("Two schools read the guide", [.youngPeople])
        (voice.method, voice.source) = (.group, "Youth workers")
        (voice.heardFrom, voice.heardUntil) = (CivilDate(2027, 3, 2), CivilDate(2027, 3, 5))
        voice.summary = "It is too long, and says too little about what happens after a meeting."
        (voice.lead, voice.audience) = ("Lead Nurse", .committee)
        try await committee.recordVoice(
            voice,
            with: [.voiceCounted(VoiceCounts(26, of: 31))],
            by: by
        )
        try await committee.recordVoice(
            "guide-2027",
            .voiceReported(VoiceReporting(at: meeting)),
            by: by
        )
    }

    /// What the committee did about it, and that the schools were told.
    func answer() async throws {
        let answer = VoiceAnswer(
            "The guide has four pages now, and one is about what happens next.",
            action: "plan-2026-2029#1.1"
        )
        let committee = try await committee()
        try await committee.recordVoice("guide-2027", .voiceAnswered(answer), by: by)
        let telling = VoiceTelling("A lesson in each school", to: [.youngPeople])
        try await committee.recordVoice("guide-2027", .voiceTold(telling), by: by)
    }

    /// A development day, at which the committee judges itself by colours.
    func developmentDay(_ day: CivilDate) async throws {
        let committee = try await committee()
        var call = MeetingCall(bodyName: "", start: ClockTime("09:30"), end: ClockTime("15:30"))
        (call.place, call.isDevelopmentDay) = ("Town House", true)
        try await committee.callMeeting(of: "cpc", on: day, call, by: by)
        var framework = QualityFramework(id: "gaps", title: "Gap analysis")
        framework.scale = [
            .init("green", "In place"), .init("amber", "In part"), .init("red", "A gap"),
        ]
        framework.indicators = [
            .init("1", "Children are asked"), .init("2", "Services hand over at eighteen"),
        ]
        try await committee.adoptQualityFramework(framework, by: by)
        var judged = SelfEvaluation(id: "gaps-2027")
        (judged.title, judged.framework) = ("Gap analysis", "gaps")
        try await committee.addQuality(judged, by: by)
        for (indicator, level) in [("1", "green"), ("2", "amber")] {
            try await committee.recordQuality(
                SelfEvaluation.self,
                "gaps-2027",
                .selfEvaluationJudged(IndicatorJudgement(of: indicator, level)),
                by: by
            )
        }
    }

    /// The audit begins.
    func beginAudit() async throws {
        try await committee().recordQuality(
            Audit.self,
            "handover-2027",
            .auditBegun(QualityStep()),
            by: by
        )
    }

    /// The audit is reported, the gap analysis agreed, and what was found is answered by the plan.
    func report(at meeting: String) async throws {
        let committee = try await committee()
        let outcome = AuditOutcome(
            "In most files the next service is named; in few is it told what to do.",
            at: meeting,
            next: CivilDate(2028, 10, 24)
        )
        try await committee.recordQuality(
            Audit.self,
            "handover-2027",
            .auditReported(outcome),
            by: by
        )
        try await committee.recordFinding(
            "The next service is named early.",
            of: "handover-2027",
            by: by
        ) { $0.sort = .strength }
        let finding = try await committee.recordFinding(
            "What the next service is to do is seldom written down.",
            of: "handover-2027",
            by: by
        )
        try await committee.recordQuality(
            QualityFinding.self,
            finding.id,
            .findingAnswered(FindingAnswer(action: "plan-2026-2029#2.2", at: meeting)),
            by: by
        )
        try await committee.recordQuality(
            SelfEvaluation.self,
            "gaps-2027",
            .selfEvaluationAgreed(QualityStep(at: meeting)),
            by: by
        )
    }
}
