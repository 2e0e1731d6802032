// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Training, the horizon, and the threads of findings in the reports on quality assurance.

extension QualityPage {
    /// The courses with their days, and who came by agency.
    var training: [Document.Block] {
        guard !quality.courses.isEmpty else { return [] }
        let rows = quality.courses.map { course in
            Document.Table.Row.cells([
                .text(course.name), .text(course.means ?? ""), .text(course.readers ?? ""),
                .text(course.days.map(\.day).sorted().map(\.inWords).joined(separator: "; ")),
                .text(course.places.map { "\($0)" } ?? ""),
                .text(course.supports.joined(separator: ", ")),
            ])
        }
        var blocks: [Document.Block] = [
            .heading(2, "Training"),
            .table(
                Document.Table(
                    caption: "Courses",
                    columns: [
                        .init("Course", isRowHeader: true), "How", "For whom", "Days", "Places",
                        "Supports",
                    ],
                    rows: rows
                )
            ),
        ]
        let uptake = quality.courses.flatMap { course in
            course.uptake.map { one in
                Document.Table.Row.cells([
                    .text(course.name), .text(one.agency), .text("\(one.booked)"),
                    .text("\(one.attended)"), .text("\(one.missed)"),
                ])
            }
        }
        if !uptake.isEmpty {
            blocks.append(
                .table(
                    Document.Table(
                        caption: "Uptake and non-attendance by agency",
                        columns: [
                            .init("Course", isRowHeader: true), "Agency", "Booked", "Came",
                            "Did not come",
                        ],
                        rows: uptake
                    )
                )
            )
        }
        let said = quality.courses.flatMap { course in
            course.evaluations.map { one in
                let asked = one.outOf.map { ", of \($0) who were asked" } ?? ""
                let note = one.note.isEmpty ? "" : " \(one.note.singleLine)"
                return Prose(
                    "\(course.name), \(one.asked.words.lowercasedFirst): it helped \(one.helped) of \(one.answers) "
                        + "who answered\(asked).\(note)"
                )
            }
        }
        if !said.isEmpty { blocks += [.heading(3, "Evaluation"), .bullets(said)] }
        return blocks
    }

    /// The national issues, those that need something first.
    var horizon: [Document.Block] {
        guard !quality.issues.isEmpty else { return [] }
        let ordered =
            quality.issues.filter { $0.closing == nil }
            + quality.issues.filter { $0.closing != nil }
        let rows = ordered.map { issue in
            let proposal = issue.proposals.last.map { proposal in
                proposal.words.singleLine + (proposal.action.map { " (action \($0))" } ?? "")
            }
            return Document.Table.Row.cells([
                .text(issue.name), .text(issue.source ?? ""), .text(issue.meaning.singleLine),
                .text(issue.standing), .text(proposal ?? ""), .text(Self.day(issue.due)),
            ])
        }
        return [
            .heading(2, "Horizon: national issues"),
            .table(
                Document.Table(
                    caption: "National issues",
                    columns: [
                        .init("Issue", isRowHeader: true), "From", "What it means here",
                        "Standing", "Last proposal", "Proposal due",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    // MARK: Threads

    /// The thread of each finding.
    var threads: Document {
        page("Findings and what came of them", Self.blocks(of: edition.qualityThreads()))
    }

    static func blocks(of threads: [QualityThread]) -> [Document.Block] {
        guard !threads.isEmpty else {
            return [.paragraph("There is no finding for readers of this page.")]
        }
        return threads.flatMap { thread -> [Document.Block] in
            [
                .heading(2, "\(thread.finding.id): \(thread.finding.standing.words)"),
                .numbered(
                    thread.steps.map { step in
                        Prose("\(step.on.map { "\($0.inWords): " } ?? "")\(step.words)")
                    }
                ),
            ]
        }
    }
}
