// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What went to whom, which edition, and when: reports, agendas, minutes, plans and papers of progress
/// updates.
///
/// ```swift
/// for line in CirculationList(of: edition).lines { print(line.on, line.what, line.to) }
/// ```
public struct CirculationList: Hashable, Sendable {
    /// One thing that went out.
    public struct Line: Hashable, Sendable {
        /// The day on which it went out.
        public var on: CivilDate
        /// What it is.
        public var what: String
        /// To whom it went.
        public var to: String
        /// The day of the edition that went out.
        public var asOf: CivilDate
        /// For whom it was cut; nil where that is plain from whom it went to.
        public var audience: Audience?
        /// The digest of its bytes; empty when nobody gave one.
        public var digest: String
    }

    /// What went out, the newest first.
    public let lines: [Line]

    /// Gathers what went out.
    ///
    /// - Parameters:
    ///   - edition: The edition.
    ///   - body: Only what went to this body, by its identifier; all of it when nil.
    /// - Complexity: O(*n* log *n*) in the number of papers.
    public init(of edition: Edition, to body: String? = nil) {
        let finder = MeetingFinder(edition)
        var found: [Line] = []
        for sent in edition.circulations where body == nil || sent.to.contains(body ?? "") {
            found.append(
                Line(
                    on: sent.on ?? sent.asOf,
                    what: sent.report + (sent.about.map { ", \(Self.words(of: $0))" } ?? ""),
                    to: sent.to.map(finder.bodyName).joined(separator: ", "),
                    asOf: sent.asOf,
                    audience: sent.audience,
                    digest: sent.digest
                )
            )
        }
        for meeting in edition.calledMeetings where body == nil || meeting.body == body {
            let members = "members of \(meeting.bodyName)"
            found += meeting.agendaCirculations.map { day in
                Line(
                    on: day,
                    what: "Agenda of \(meeting.reference)",
                    to: members,
                    asOf: day,
                    digest: ""
                )
            }
            if let day = meeting.minute?.circulatedOn {
                found.append(
                    Line(
                        on: day,
                        what: "Draft minute of \(meeting.reference)",
                        to: members,
                        asOf: day,
                        digest: ""
                    )
                )
            }
        }
        if body == nil {
            for plan in edition.plans {
                for milestone in plan.milestones {
                    guard case .published(let publication) = milestone.kind,
                        publication.audience.map({ $0 <= edition.audience }) ?? true
                    else { continue }
                    found.append(Self.line(publication, of: plan, on: milestone.on))
                }
            }
            for update in edition.programmeState.updates {
                let name = edition.programmeState.programme(update.plan)?.name ?? update.plan
                found += update.sent.map { sent in
                    Line(
                        on: sent.on ?? edition.asOf,
                        what: "Update \(update.number) of \(name)",
                        to: sent.to + (sent.count.map { " (\($0))" } ?? ""),
                        asOf: update.issuing?.on ?? sent.on ?? edition.asOf,
                        digest: ""
                    )
                }
            }
            for round in edition.updateRounds {
                guard let day = round.frozenOn else { continue }
                found.append(
                    Line(
                        on: day,
                        what: "Paper of the progress update at \(round.date.inWords)",
                        to: round.meeting ?? "the committee",
                        asOf: day,
                        digest: round.paperDigest ?? ""
                    )
                )
            }
        }
        lines = found.enumerated().sorted { one, other in
            one.element.on == other.element.on
                ? one.offset < other.offset : one.element.on > other.element.on
        }.map(\.element)
    }

    private static func line(_ issue: Publication, of plan: Plan, on day: CivilDate) -> Line {
        Line(
            on: day,
            what: "Issue \(issue.issue) of \(plan.title)"
                + (issue.report.map { " (\($0))" } ?? ""),
            to: "published",
            asOf: issue.asOf ?? day,
            audience: issue.audience,
            digest: issue.hash ?? ""
        )
    }

    private static func words(of subject: SubjectReference) -> String {
        switch subject.kind {
        case "meeting": "meeting \(subject.id.map { $0 == "#" ? "/" : String($0) }.joined())"
        case "plan", "body", "group": "\(subject.kind.rawValue) \(subject.id)"
        default: subject.inWords
        }
    }

    /// The list as a document.
    ///
    /// - Parameter edition: The edition of which it is.
    /// - Returns: The document.
    public func document(of edition: Edition) -> Document {
        guard let last = lines.first else {
            return MeetingReport.document(
                "Circulation",
                edition,
                [.paragraph("Nothing went out by \(edition.asOf.inWords).")]
            )
        }
        let papers = lines.count == 1 ? "One paper" : "\(lines.count) papers"
        return MeetingReport.document(
            "Circulation",
            edition,
            [
                .paragraph(
                    "\(papers) went out by \(edition.asOf.inWords), the last on \(last.on.inWords)."
                ),
                .table(
                    Document.Table(
                        caption: "What went to whom",
                        columns: [
                            .init("On", isRowHeader: true), "What", "To", "As at", "Audience",
                        ],
                        rows: lines.map { line in
                            .cells([
                                .init([.date(line.on)]), .text(line.what), .text(line.to),
                                .init([.date(line.asOf)]), .text(line.audience?.rawValue ?? ""),
                            ])
                        },
                        hidesCaption: true
                    )
                ),
            ]
        )
    }

    /// The list for programs.
    public var json: JSONValue {
        [
            "circulation": .array(
                lines.map { line in
                    .object(
                        JSONObject(compact: [
                            "on": .date(line.on), "what": .string(line.what),
                            "to": .string(line.to), "asOf": .date(line.asOf),
                            "audience": line.audience.map { .string($0.rawValue) } ?? .null,
                            "digest": line.digest.isEmpty ? .null : .string(line.digest),
                        ])
                    )
                }
            )
        ]
    }
}

extension Committee {
    /// Records that a report or a paper went out.
    ///
    /// ```swift
    /// try await committee.circulate(
    ///     Circulation("standard/chief-officers", to: ["cog"], asOf: edition.asOf, audience: .committee),
    ///     by: "coordinator")
    /// ```
    ///
    /// - Parameters:
    ///   - circulation: What went out, and to whom; a body may be written by any of its names.
    ///   - effective: The day on which it went out; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The circulation as it is recorded.
    /// - Throws: ``LibraryError`` when it cannot be; ``JournalError`` when the store cannot take it.
    @discardableResult
    public func circulate(
        _ circulation: Circulation,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> Circulation {
        var sent = circulation
        _ = try await recordInMeetings(effective, by: by) { _, finder in
            sent.to = circulation.to.map { name in (try? finder.body(name)) ?? name }
            if let about = sent.about, about.kind == "meeting" {
                sent.about = try finder.meeting(
                    String(about.id.map { $0 == "#" ? "/" : $0 })
                ).subject
            }
            return [Change(.committee, .reportCirculated(sent))]
        }
        sent.on = effective ?? library.today()
        return sent
    }
}
