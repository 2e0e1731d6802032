// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What goes out before a meeting: its notice and its pack.

extension OutgoingPage {
    // MARK: The notice

    func notice() throws(LibraryError) -> Document {
        let meeting = try meeting(.next)
        var words = "\(meeting.bodyName) meets on \(meeting.when)"
        if !meeting.place.isEmpty { words += " at \(meeting.place)" }
        words += ", \(meeting.mode.words)."
        if let day = meeting.cancelledOn {
            words =
                "The meeting of \(meeting.bodyName) on \(meeting.day.inWords) is cancelled; that was "
                + "said on \(day.inWords)."
        }
        var blocks: [Document.Block] = [.paragraph(words)]
        if meeting.isExtraordinary {
            blocks.append(.notice(.information, "This meeting is extraordinary."))
        }
        if meeting.isDevelopmentDay {
            blocks.append(.notice(.information, "This is a development day."))
        }
        if meeting.day != meeting.planned, !meeting.isCancelled {
            blocks.append(
                .notice(
                    .information,
                    "It was planned for \(meeting.planned.inWords) and moved."
                )
            )
        }
        if let quorum = meeting.quorum {
            let seats = Self.count(quorum, "seat", "seats")
            blocks.append(.paragraph("It can decide when \(seats) or more are filled."))
        }
        let seats = finder.seats(of: meeting.body, on: meeting.day)
        if !seats.isEmpty, !meeting.isCancelled {
            blocks += [
                .heading(2, "Who is called"),
                .bullets(
                    seats.map { seat in
                        let agency = seat.agency.map { ", \(finder.bodyName($0))" } ?? ""
                        let post = seat.isByCorrespondence ? " (by correspondence only)" : ""
                        return Prose(seat.name + agency + post)
                    }
                ),
            ]
        }
        blocks += papers(of: meeting)
        return MeetingReport.document(
            "Notice of meeting: \(meeting.bodyName), \(meeting.day.inWords)",
            edition,
            blocks
        )
    }

    /// The papers that are to come, each with its day.
    private func papers(of meeting: Meeting) -> [Document.Block] {
        let items = meeting.agenda.filter(\.hasPaper)
        guard !items.isEmpty, !meeting.isCancelled else { return [] }
        return [
            .heading(2, "Papers"),
            .table(
                Document.Table(
                    caption: "Papers",
                    columns: [.init("No", isRowHeader: true), "Item", "From", "By"],
                    rows: items.map { item in
                        .cells([
                            .text(item.number), .text(item.title), .text(item.owner),
                            item.paperDue.map { .init([.date($0)]) } ?? .text("no day set"),
                        ])
                    },
                    hidesCaption: true
                )
            ),
        ]
    }

    // MARK: The pack

    /// The agenda, and behind it what the record has for its standing items.
    func pack() throws(LibraryError) -> Document {
        let meeting = try meeting(.next)
        let agenda = try MeetingReport.document(.agenda, of: meeting, in: edition)
        var parts: [(title: String, blocks: [Document.Block])] = [
            ("Agenda", Self.inner(agenda))
        ]
        if let minute = lastMinute(before: meeting) { parts.append(("Minute to approve", minute)) }
        let log = ActionLog(of: edition, body: meeting.body)
        if !log.lines.isEmpty || !log.latePlanItems.isEmpty {
            parts.append(("Action log", Self.inner(MeetingReport.actionLog(log, of: edition))))
        }
        if let plan = try plan() { parts.append(("Improvement plan", planPaper(plan))) }
        if let line = riskLine {
            parts.append(("Risks", [.paragraph("\(line).")] + aboveAppetite()))
        }
        for group in groups(below: meeting.body) {
            parts.append(("Report of \(group.name)", try groupBlocks(group)))
        }
        let decisions = meeting.agenda.filter { $0.purpose == .decision }.count
        let opening =
            "\(meeting.bodyName) meets on \(meeting.when). "
            + "\(Self.count(meeting.agenda.count, "item", "items")), \(decisions) for decision. "
            + "In this pack: " + parts.map(\.title).joined(separator: "; ") + "."
        let waiting = meeting.agenda.filter(\.hasPaper).map { "\($0.number) \($0.title)" }
        let apart: [Document.Block] =
            waiting.isEmpty
            ? []
            : [
                .paragraph(
                    "Sent apart from this pack: papers for \(waiting.joined(separator: "; "))."
                )
            ]
        return MeetingReport.document(
            "Pack: \(meeting.bodyName), \(meeting.day.inWords)",
            edition,
            [.paragraph(opening)] + apart
                + parts.flatMap { part in
                    [.heading(2, part.title)] + part.blocks
                }
        )
    }

    /// The blocks of a document below its title, as a part of another one.
    private static func inner(_ document: Document) -> [Document.Block] {
        document.blocks.dropFirst().map { block in
            guard case .heading(var heading) = block else { return block }
            heading = Document.Heading(
                level: heading.level + 1,
                text: heading.text,
                anchor: heading.anchor
            )
            return .heading(heading)
        }
    }

    /// The minute that the meeting is to approve: that of the last meeting of the body before it.
    private func lastMinute(before meeting: Meeting) -> [Document.Block]? {
        let earlier = edition.calledMeetings.last {
            $0.body == meeting.body && $0.day < meeting.day && $0.isFull
        }
        guard let earlier, earlier.minute != nil,
            let minute = try? MeetingReport.document(.minute, of: earlier, in: edition)
        else { return nil }
        return [.paragraph("\(earlier.title.sentence).")] + Self.inner(minute)
    }

    /// How the plan stands, with what is late.
    func planPaper(_ plan: Plan) -> [Document.Block] {
        let figures = PlanFigures(of: plan, on: edition.asOf)
        let late = plan.actions.filter { figures.late.contains($0.id) }
        return [.paragraph("\(plan.title): \(planLine(figures)).")]
            + (late.isEmpty ? [] : [table(of: late, "Late actions of the plan")])
    }

    /// The figures of a plan in one line, such as “3 of 19 actions are completed, 2 are late”.
    func planLine(_ figures: PlanFigures) -> String {
        let all = Self.count(figures.total.count, "action is", "actions are")
        var words = "\(figures.completed.count) of \(all) completed"
        words += ", \(figures.late.count) \(figures.late.count == 1 ? "is" : "are") late"
        if !figures.notKnown.isEmpty {
            words += ", and of \(figures.notKnown.count) it is not known"
        }
        return words
    }

    /// The groups that report to a body on the day, in the order of the profile.
    func groups(below body: String) -> [WorkingGroup] {
        (profile?.workingGroups ?? []).filter {
            $0.isActive(on: edition.asOf) && ($0.reportsToBodyID ?? committee) == body
        }
    }
}
