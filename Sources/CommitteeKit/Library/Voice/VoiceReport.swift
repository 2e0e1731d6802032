// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A report on what people told the committee: a document made of an edition.
///
/// ```swift
/// let page = VoiceReport.voice.document(of: edition).render(.html)
/// ```
public struct VoiceReport: Sendable, Identifiable {
    /// The identifier of the report, such as `voice`.
    public let id: String
    /// What the report shows, in a sentence.
    public let summary: String
    private let make: @Sendable (Edition) -> Document

    /// What people said and what was done, the themes, and what waits for an answer.
    public static let voice = VoiceReport(
        "voice",
        "What people told the committee: “You said, we did”, themes with counts, and what waits for an answer."
    ) { VoicePage($0).voice }

    /// What everybody may read of it, whoever asks.
    public static let youSaidWeDid = VoiceReport(
        "you-said-we-did",
        "The public page “You said, we did”: only lines that were agreed for the public."
    ) { VoicePage($0.cut(for: .public)).publicPage }

    /// The reports on what people told the committee.
    public static let all: [VoiceReport] = [voice, youSaidWeDid]

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
    /// - Complexity: O(*n*) in the size of the room and of the figures that it names.
    public func document(of edition: Edition) -> Document { make(edition) }

    /// Makes a page of everything that is known about one piece of feedback.
    ///
    /// - Parameters:
    ///   - voice: The feedback, as the edition has it.
    ///   - edition: The edition.
    /// - Returns: The page.
    public static func card(of voice: Voice, in edition: Edition) -> Document {
        VoicePage(edition).card(voice)
    }
}

/// What the reports on what people told the committee are made of.
struct VoicePage {
    let edition: Edition
    let state: VoicesState

    init(_ edition: Edition) {
        self.edition = edition
        state = edition[VoicesState.self]
    }

    /// How many values of an indicator are shown beside the feedback that names it.
    static let valuesShown = 4

    private var voices: [Voice] { state.voices }
    private var isForCommittee: Bool { edition.audience >= .committee }

    private func page(_ title: String, _ blocks: [Document.Block]) -> Document {
        let heading = "\(title): \(edition.committeeProfile?.name ?? edition.name)"
        return Document(
            title: heading,
            blocks: [.heading(1, heading), .paragraph("As at \(edition.asOf.inWords).")] + blocks
        )
    }

    private func section(_ heading: String, _ lines: [Prose]) -> [Document.Block] {
        lines.isEmpty ? [] : [.heading(2, heading), .bullets(lines)]
    }

    // MARK: Pages

    var voice: Document {
        let title = "What people told us"
        guard !voices.isEmpty else {
            return page(
                title,
                [
                    .notice(
                        .information,
                        isForCommittee
                            ? "No feedback is recorded for readers of this page. Record some with committee voice record, "
                                + "or fill in a sheet."
                            : "Nothing is published for readers of this page."
                    )
                ]
            )
        }
        return page(
            title,
            summary + youSaid + ownWords + themes + heard + results + waiting + findings
        )
    }

    var publicPage: Document {
        let title = "You said, we did"
        guard voices.contains(where: { !$0.summary.isEmpty || !$0.answers.isEmpty }) else {
            return page(title, [.paragraph("Nothing is published yet.")])
        }
        return page(title, youSaid + ownWords + themes + heard + results)
    }

    // MARK: Sections

    private var summary: [Document.Block] {
        guard isForCommittee else { return [] }
        func count(_ stage: Voice.Stage) -> Prose {
            Prose("\(voices.filter { $0.stage == stage }.count)")
        }
        return [
            .summary([
                ("Pieces of feedback", Prose("\(voices.count)")),
                ("Waiting for an answer", count(.waiting)),
                ("Answered, not told back yet", count(.answered)), ("Told back", count(.told)),
                ("Closed", count(.closed)),
            ])
        ]
    }

    private var youSaid: [Document.Block] {
        let table = youSaid(voices)
        return table.isEmpty ? [] : [.heading(2, "You said, we did")] + table
    }

    /// What people said and what was done about it, where there is something of either.
    func youSaid(_ voices: [Voice]) -> [Document.Block] {
        let shown = voices.filter { !$0.summary.isEmpty || !$0.answers.isEmpty }
        guard !shown.isEmpty else { return [] }
        let rows = shown.map { voice in
            Document.Table.Row.cells([
                .text(voice.name), .text(voice.heardInWords), .prose(voice.summary),
                .text(voice.answers.map(answer).joined(separator: " ")),
                .text(voice.tellings.map(telling).joined(separator: "; ")),
            ])
        }
        return [
            .table(
                Document.Table(
                    caption: "What people said, and what was done about it",
                    columns: [
                        .init("Feedback", isRowHeader: true), "Who was heard", "You said",
                        "We did", "Told back",
                    ],
                    rows: rows
                )
            )
        ]
    }

    private func answer(_ answer: VoiceAnswer) -> String {
        let words = answer.words.isEmpty ? "" : ": \(answer.words.singleLine)"
        let links = [
            answer.action.map { "action \($0)" }, answer.finding.map { "finding \($0)" },
            answer.decision.map { "decision \($0)" }, answer.meeting,
        ].compactMap(\.self)
        let named = links.isEmpty || !isForCommittee ? "" : " (\(links.joined(separator: ", ")))"
        return "\(answer.outcome.words)\(words)\(named)"
    }

    private func telling(_ telling: VoiceTelling) -> String {
        let to = telling.to.isEmpty ? "" : " (\(telling.to.map(\.words).joined(separator: ", ")))"
        return "\(telling.on?.inWords ?? "")\(to): \(telling.how.singleLine)"
    }

    private var ownWords: [Document.Block] {
        let lines = voices.flatMap { voice in
            voice.sharedQuotations.map { quotation in
                let speaker = quotation.speaker.map { "\($0.words), " } ?? ""
                return Prose("“\(quotation.words.singleLine)” (\(speaker)\(voice.name))")
            }
        }
        return section("In their own words", lines)
    }

    private var themes: [Document.Block] {
        let listed = state.themes.map(\.key)
        let others = voices.flatMap(\.themes).filter { !listed.contains($0) }
        var keys = listed
        for key in others where !keys.contains(key) { keys.append(key) }
        guard !keys.isEmpty else { return [] }
        let rows = keys.map { key in
            let about = voices.filter { $0.themes.contains(key) }
            let open = about.filter { $0.stage == .waiting }.count
            let cells: [Document.Table.Cell] = [
                .text(state.words(ofTheme: key)), .text("\(about.count)"),
            ]
            return Document.Table.Row.cells(isForCommittee ? cells + [.text("\(open)")] : cells)
        }
        let columns: [Document.Table.Column] = [
            .init("Theme", isRowHeader: true), "Pieces of feedback",
        ]
        return [
            .heading(2, "Themes"),
            .table(
                Document.Table(
                    caption: "Themes, and how many pieces of feedback speak of each",
                    columns: isForCommittee ? columns + ["Waiting for an answer"] : columns,
                    rows: rows
                )
            ),
        ]
    }

    private var heard: [Document.Block] {
        let rows = voices.map { voice in
            var cells: [Document.Table.Cell] = [
                .text(voice.name), .text(voice.heardInWords), .text(voice.method.words),
                .text(voice.source ?? ""), .text(voice.periodInWords ?? ""),
                .text(voice.counts?.words ?? ""),
            ]
            if isForCommittee {
                let meetings = voice.reports.map { report in
                    report.meeting ?? report.on?.inWords ?? ""
                }
                cells += [
                    .text(meetings.joined(separator: ", ")), .text(voice.stage?.words ?? ""),
                ]
            }
            return Document.Table.Row.cells(cells)
        }
        let columns: [Document.Table.Column] = [
            .init("Feedback", isRowHeader: true), "Who was heard", "How", "Brought by", "When",
            "Answers",
        ]
        return [
            .heading(2, "Who was heard, and how"),
            .table(
                Document.Table(
                    caption: "Feedback",
                    columns: isForCommittee ? columns + ["Reported to", "Standing"] : columns,
                    rows: rows
                )
            ),
        ]
    }

    /// The values of the figures that hold results, as the reader may read them.
    private var results: [Document.Block] {
        let rows = voices.flatMap { voice in results(of: voice) }
        guard !rows.isEmpty else { return [] }
        return [
            .heading(2, "Results as figures"),
            .table(
                Document.Table(
                    caption: "Figures that hold results of feedback",
                    columns: [
                        .init("Feedback", isRowHeader: true), "Indicator", "Period", "Value",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    private func results(of voice: Voice) -> [Document.Table.Row] {
        let found = edition.indicators.filter { indicator in
            voice.indicators.contains(indicator.id)
                || indicator.dataSet.map { voice.dataSets.contains($0) } ?? false
        }
        return found.flatMap { indicator -> [Document.Table.Row] in
            let values = indicator.current.suffix(Self.valuesShown)
            guard !values.isEmpty else {
                return [
                    .cells([
                        .text(voice.name), .text(indicator.name), .text(""),
                        .text(isForCommittee ? "No value is known" : "No value is published"),
                    ])
                ]
            }
            return values.map { value in
                .cells([
                    .text(voice.name), .text(indicator.name),
                    .text(value.place.description), .text(indicator.words(value)),
                ])
            }
        }
    }

    private var waiting: [Document.Block] {
        guard isForCommittee else { return [] }
        func lead(_ voice: Voice) -> String { voice.lead.map { " (\($0))" } ?? "" }
        func late(_ due: CivilDate?) -> String {
            guard let due else { return "no time limit" }
            let days = edition.asOf - due
            let by = "by \(due.inWords)"
            return days > 0 ? "\(by), overdue by \(days == 1 ? "1 day" : "\(days) days")" : by
        }
        let answers = voices.filter { $0.stage == .waiting }.map {
            Prose("\($0.name): \(late($0.answerDue))\(lead($0))")
        }
        let tellings = voices.filter { $0.stage == .answered }.map {
            Prose("\($0.name): \(late($0.tellingDue))\(lead($0))")
        }
        return section("Waiting for an answer", answers)
            + section("Answered, and people are still to be told", tellings)
    }

    private var findings: [Document.Block] {
        section("To be looked at", edition.voiceFindings().map { Prose($0.message) })
    }

    // MARK: One piece of feedback

    func card(_ voice: Voice) -> Document {
        var facts: [(String, Prose)] = [("Named", Prose(voice.id))]
        for (name, form) in Voice.table.cells.dropFirst() {
            let cell = form.write([voice], 0)
            if !cell.isEmpty { facts.append((name.inWords.sentence, cell)) }
        }
        if let counts = voice.counts { facts.append(("Answers", Prose(counts.words))) }
        if let stage = voice.stage { facts.append(("Standing", Prose(stage.words))) }
        if let due = voice.answerDue { facts.append(("To be answered by", Prose(due.inWords))) }
        if let due = voice.tellingDue { facts.append(("To be told by", Prose(due.inWords))) }
        var blocks: [Document.Block] = [
            .heading(1, voice.name), .paragraph("As at \(edition.asOf.inWords)."),
            .summary(facts),
        ]
        var events = voice.reports.map { report in
            (
                report.on,
                "Reported\(report.meeting.map { " to \($0)" } ?? "")\(noted(report.note))"
            )
        }
        events += voice.answers.map { ($0.on, "Answer \($0.number): \(answer($0))") }
        events += voice.tellings.map { one in
            let to = one.to.isEmpty ? "" : " (\(one.to.map(\.words).joined(separator: ", ")))"
            return (one.on, "Telling \(one.number): \(one.how.singleLine)\(to)")
        }
        if let closing = voice.closing {
            let at = closing.meeting.map { " at \($0)" } ?? ""
            events.append((closing.on, "Closed\(at): \(closing.why.singleLine)"))
        }
        let told = events.enumerated().sorted { one, other in
            let (first, second) = (one.element.0 ?? .latest, other.element.0 ?? .latest)
            return first == second ? one.offset < other.offset : first < second
        }.map { Prose("\($0.element.0.map { "\($0.inWords): " } ?? "")\($0.element.1)") }
        blocks += section("What happened", told)
        blocks += section(
            "In their own words",
            voice.quotations.map { quotation in
                if let day = quotation.withdrawnOn {
                    return Prose(
                        "Quotation \(quotation.number): consent was taken back on \(day.inWords)"
                    )
                }
                let speaker = quotation.speaker.map { ", \($0.words.lowercasedFirst)" } ?? ""
                let consent =
                    quotation.consent.isEmpty ? "" : ", \(quotation.consent.singleLine)"
                return Prose(
                    "Quotation \(quotation.number)\(speaker): “\(quotation.words.singleLine)” (may be shared with "
                        + "\(quotation.consentFor.rawValue)\(consent))"
                )
            }
        )
        let rows = results(of: voice)
        if !rows.isEmpty {
            blocks += [
                .heading(2, "Results as figures"),
                .table(
                    Document.Table(
                        caption: "Figures that hold the results",
                        columns: [
                            .init("Feedback", isRowHeader: true), "Indicator", "Period", "Value",
                        ],
                        rows: rows
                    )
                ),
            ]
        }
        if isForCommittee {
            blocks += section(
                "What may be shown beyond the committee",
                voice.lines.map { line in
                    let agreed = voice.agreements.first { $0.line == line }
                    let by = [agreed?.by, agreed?.meeting].compactMap(\.self)
                    let words = by.isEmpty ? "" : " (\(by.joined(separator: ", ")))"
                    return Prose(
                        "\(line): \(agreed.map { $0.audience.rawValue } ?? "not agreed")\(words)"
                    )
                }
            )
        }
        return Document(title: voice.name, blocks: blocks)
    }

    private func noted(_ note: Prose) -> String {
        note.isEmpty ? "" : " (\(note.singleLine))"
    }
}
