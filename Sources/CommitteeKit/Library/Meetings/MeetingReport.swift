// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The documents that meetings send out: agenda, minute, attendance, action log.
///
/// Each is made of an edition, so that it shows what its audience may read. What a reader with half a
/// minute needs stands first.
///
/// ```swift
/// let minute = try MeetingReport.document(.minute, of: meeting, in: edition)
/// minute.render(.html)
/// ```
public enum MeetingReport {
    /// The one sentence by which those who may not know more learn that something was private.
    public static let privateSentence =
        "Some business was taken in private and is left out here."

    /// Makes the document of a meeting.
    ///
    /// - Parameters:
    ///   - sheet: Which document: its agenda, its minute, or the attendance of its body over the twelve
    ///     months to it.
    ///   - meeting: The meeting, of any edition or record.
    ///   - edition: The edition.
    /// - Returns: The document.
    /// - Throws: ``LibraryError`` when the edition does not have what is asked for.
    /// - Complexity: O(*n*) in the size of the meeting, or of those of twelve months.
    public static func document(
        _ sheet: MeetingSheet,
        of meeting: Meeting,
        in edition: Edition
    ) throws(LibraryError) -> Document {
        let meeting = try edition.meeting(meeting)
        switch sheet {
        case .agenda: return try agenda(of: meeting, in: edition)
        case .minute: return try minute(of: meeting, in: edition)
        case .attendance: return attendance(of: meeting, in: edition)
        }
    }

    static func document(
        _ title: String,
        _ edition: Edition,
        _ blocks: [Document.Block]
    ) -> Document {
        Document(
            title: title,
            properties: [
                .init("Committee", edition.name), .init("As at", edition.asOf.inWords),
                .init("Audience", edition.audience.rawValue),
            ],
            blocks: [.heading(1, title)] + blocks
        )
    }

    /// When, where and how a meeting is held.
    private static func facts(of meeting: Meeting) -> Document.Block {
        var facts: [(String, Prose)] = [("When", Prose(meeting.when))]
        if !meeting.place.isEmpty { facts.append(("Where", Prose(meeting.place))) }
        facts.append(("How", Prose(meeting.mode.words)))
        if !meeting.chair.isEmpty { facts.append(("Chair", Prose(meeting.chair))) }
        if let quorum = meeting.quorum {
            facts.append(("Quorum", Prose(quorum == 1 ? "1 seat" : "\(quorum) seats")))
        }
        return .summary(facts)
    }

    /// What is said of the meeting at the top, before anything else.
    private static func notices(of meeting: Meeting) -> [Document.Block] {
        var notices: [Document.Block] = []
        if let day = meeting.cancelledOn {
            notices.append(.notice(.warning, "This meeting was cancelled on \(day.inWords)."))
        } else if meeting.day != meeting.planned {
            notices.append(
                .notice(.information, "It was planned for \(meeting.planned.inWords) and moved.")
            )
        }
        if meeting.isExtraordinary {
            notices.append(.notice(.information, "This meeting is extraordinary."))
        }
        if meeting.isDevelopmentDay {
            notices.append(.notice(.information, "This is a development day."))
        }
        return notices
    }

    // MARK: Agenda

    private static func agenda(
        of meeting: Meeting,
        in edition: Edition
    ) throws(LibraryError) -> Document {
        guard !meeting.agenda.isEmpty || meeting.leavesOutPrivateItems else {
            throw LibraryError(
                .notFound,
                edition.audience < .committee
                    ? "The agenda of \(meeting.reference) has not gone out yet. Circulate it first."
                    : "\(meeting.reference) has no agenda yet. Set it first."
            )
        }
        let open = meeting.agenda.filter { !$0.isPrivate }
        let hidden = meeting.agenda.filter(\.isPrivate)
        var blocks = notices(of: meeting) + [facts(of: meeting)]
        if !open.isEmpty { blocks.append(.table(table(of: open, "Agenda"))) }
        if !hidden.isEmpty {
            blocks += [
                .heading(2, "In private"),
                .table(
                    Document.Table(
                        caption: "In private",
                        columns: [.init("No", isRowHeader: true), "Item", "Brought by", "Reason"],
                        rows: hidden.map { item in
                            .cells([
                                .text(item.number), .text(item.title), .text(item.owner),
                                .text(
                                    item.privateReason.isEmpty ? "not given" : item.privateReason
                                ),
                            ])
                        },
                        hidesCaption: true
                    )
                ),
            ]
        }
        if meeting.leavesOutPrivateItems { blocks.append(.paragraph(privateSentence)) }
        return document("Agenda: \(meeting.bodyName), \(meeting.day.inWords)", edition, blocks)
    }

    private static func table(of items: [AgendaItem], _ caption: String) -> Document.Table {
        Document.Table(
            caption: caption,
            columns: [
                .init("No", isRowHeader: true), "Item", "For", .init("Minutes", alignment: .end),
                "Brought by", "Paper by",
            ],
            rows: items.map { item in
                let origin = item.carriedFrom.map { " (carried forward from \($0))" } ?? ""
                return .cells([
                    .text(item.number), .text(item.title + origin),
                    .text(item.purpose?.rawValue ?? ""),
                    item.minutes.map { .init([.integer($0)]) } ?? .empty, .text(item.owner),
                    item.paperDue.map { .init([.date($0)]) } ?? .text(item.hasPaper ? "yes" : ""),
                ])
            }
        )
    }

    // MARK: Minute

    private static func minute(
        of meeting: Meeting,
        in edition: Edition
    ) throws(LibraryError) -> Document {
        guard let minute = meeting.minute else {
            throw LibraryError(
                .notFound,
                edition.audience < .committee
                    ? "The minute of \(meeting.reference) is not approved yet, and drafts are for the "
                        + "committee."
                    : "\(meeting.reference) has no minute yet. Draft it first."
            )
        }
        var blocks = notices(of: meeting) + [state(of: minute), facts(of: meeting)]
        if let attendance = meeting.attendance {
            let quorate = meeting.isQuorate.map {
                $0 ? " There was a quorum." : " There was no quorum."
            }
            blocks.append(.paragraph("\(attendance.inWords.capitalisedFirst).\(quorate ?? "")"))
        }
        if !minute.decisions.isEmpty { blocks.append(.table(decisions(minute))) }
        if !minute.actions.isEmpty { blocks.append(.table(actions(minute, on: edition.asOf))) }
        if minute.decisions.isEmpty, minute.actions.isEmpty {
            blocks.append(.paragraph("Nothing was decided, and nobody was asked to do anything."))
        }
        blocks += discussion(of: meeting, minute)
        if meeting.leavesOutPrivateItems { blocks.append(.paragraph(privateSentence)) }
        blocks += corrections(of: meeting)
        blocks += correctedHere(meeting, in: edition)
        if let attendance = meeting.attendance { blocks += seats(attendance, in: edition) }
        if !meeting.interests.isEmpty {
            blocks.append(.heading(2, "Declarations of interest"))
            blocks.append(.bullets(meeting.interests.map { Prose("\($0.inWords).") }))
        }
        return document("Minute: \(meeting.bodyName), \(meeting.day.inWords)", edition, blocks)
    }

    private static func state(of minute: Minute) -> Document.Block {
        switch minute.state {
        case .draft: .notice(.draft, "This is a draft. It is for the committee.")
        case .circulated:
            .notice(
                .draft,
                "This draft was circulated on \(minute.circulatedOn?.inWords ?? "a day before"). It is "
                    + "not approved."
            )
        case .approved:
            .notice(
                .information,
                "Approved on \(minute.approvedOn?.inWords ?? "a day before")"
                    + (minute.approvedAt.map { " at \($0)" } ?? "") + "."
            )
        }
    }

    private static func decisions(_ minute: Minute) -> Document.Table {
        Document.Table(
            caption: "Decisions",
            columns: [.init("Code", isRowHeader: true), "Decision", "About", "Review by"],
            rows: minute.decisions.map { decision in
                .cells([
                    .text(decision.code), .init([.prose(decision.text)]),
                    .text(decision.links.map(\.inWords).joined(separator: ", ")),
                    decision.reviewBy.map { .init([.date($0)]) } ?? .empty,
                ])
            }
        )
    }

    private static func actions(_ minute: Minute, on day: CivilDate) -> Document.Table {
        Document.Table(
            caption: "Actions",
            columns: [.init("Code", isRowHeader: true), "Action", "Who", "By", "State"],
            rows: minute.actions.map { action in
                .cells([
                    .text(action.code), .init([.prose(action.text)]), .text(action.owner),
                    action.due.map { .init([.date($0)]) } ?? .empty, .text(action.state(on: day)),
                ])
            }
        )
    }

    private static func discussion(of meeting: Meeting, _ minute: Minute) -> [Document.Block] {
        minute.items.flatMap { item -> [Document.Block] in
            var blocks: [Document.Block] = [.heading(2, "\(item.number). \(item.title)")]
            if let planned = meeting.item(item.number), planned.isPrivate {
                let reason =
                    planned.privateReason.isEmpty ? "no reason given" : planned.privateReason
                blocks.append(.paragraph("Taken in private: \(reason)."))
            }
            if !item.text.isEmpty { blocks.append(.prose(item.text)) }
            let codes =
                minute.decisions.filter { $0.item == item.number }.map { "Decision \($0.code)" }
                + minute.actions.filter { $0.item == item.number }.map { "Action \($0.code)" }
            if !codes.isEmpty { blocks.append(.paragraph(codes.joined(separator: "; ") + ".")) }
            return blocks
        }
    }

    private static func corrections(of meeting: Meeting) -> [Document.Block] {
        guard !meeting.corrections.isEmpty else { return [] }
        return [
            .heading(2, "Corrections of this minute"),
            .table(
                Document.Table(
                    caption: "Corrections of this minute",
                    columns: [.init("At", isRowHeader: true), "Should read", "Corrected at"],
                    rows: meeting.corrections.map { correction in
                        .cells([
                            .text(correction.item), .init([.prose(correction.text)]),
                            .text(correction.at),
                        ])
                    },
                    hidesCaption: true
                )
            ),
        ]
    }

    /// The corrections that this meeting made in the minutes of others.
    private static func correctedHere(_ meeting: Meeting, in edition: Edition) -> [Document.Block] {
        let others = edition.calledMeetings.flatMap { other in
            other.corrections.filter {
                $0.at == meeting.reference || $0.at.hasPrefix("\(meeting.reference)#")
            }.map { (other, $0) }
        }
        guard !others.isEmpty else { return [] }
        return [
            .heading(2, "Corrections made at this meeting"),
            .bullets(
                others.map { other, correction in
                    Prose(
                        "Minute of \(other.day.inWords), \(correction.item): \(correction.text.singleLine)"
                    )
                }
            ),
        ]
    }

    private static func seats(
        _ attendance: MeetingAttendance,
        in edition: Edition
    ) -> [Document.Block] {
        let finder = MeetingFinder(edition)
        var blocks: [Document.Block] = [
            .heading(2, "Attendance"),
            .table(
                Document.Table(
                    caption: "Attendance",
                    columns: [.init("Seat", isRowHeader: true), "Agency", "Attendance"],
                    rows: attendance.seats.map { seat in
                        .cells([
                            .text(seat.name), .text(seat.agency.map(finder.bodyName) ?? ""),
                            .text(seat.inWords),
                        ])
                    },
                    hidesCaption: true
                )
            ),
        ]
        if !attendance.inAttendance.isEmpty {
            let names = attendance.inAttendance.joined(separator: "; ")
            blocks.append(.paragraph("Also there: \(names)."))
        }
        return blocks
    }
}

extension SubjectReference {
    /// The subject in words, such as `plan 2.3` or `risk R4`.
    var inWords: String {
        switch kind {
        case "action": "plan \(planItem?.item ?? id)"
        case "risk": "risk \(id)"
        case "round": "progress update \(id)"
        default: description
        }
    }
}

extension String {
    /// The text with its first letter in upper case.
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
