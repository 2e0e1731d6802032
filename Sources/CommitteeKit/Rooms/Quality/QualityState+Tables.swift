// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Quality assurance as scripts read it: `edition.audits` and the tables beside it.

extension QualityState {
    /// The tables of audits, dip samples, returns, reports of others, findings, courses, self-evaluations and
    /// national issues, and of what happened to them.
    public var tables: [RoomTable] {
        [
            Self.table("audits", "audit", "An audit, from the proposal to its end.", audits),
            Self.table(
                "dip_samples",
                "dip_sample",
                "A dip sample: so many records are looked at in each period.",
                dipSamples
            ),
            Self.parts(
                "dip_sample_occurrences",
                "dip_sample_occurrence",
                "Records that were looked at for a dip sample.",
                dipSamples,
                \.held,
                [
                    Column("count", "How many were looked at.", .integer { $0[$1].part.count }),
                    Column(
                        "no_more",
                        "Whether there were no more to look at.",
                        .bool { $0[$1].part.noMore }
                    ),
                    Column("note", "What was learned.", .text { $0[$1].part.note.plainText }),
                ]
            ),
            Self.table(
                "one_off_returns",
                "one_off_return",
                "A return that is made once.",
                returns
            ),
            Self.table(
                "outside_reports",
                "outside_report",
                "A report of an inspection, or of another area's review.",
                outsideReports
            ),
            Self.table(
                "quality_findings",
                "quality_finding",
                "What an audit, an inspection or the like found.",
                findings
            ),
            Self.parts(
                "finding_answers",
                "finding_answer",
                "What answers a finding.",
                findings,
                \.answers,
                [
                    Column(
                        "action",
                        "The action, such as plan-2023#1.10; none when no action is needed.",
                        .optionalText { $0[$1].part.action }
                    ),
                    Column(
                        "reason",
                        "Why no action is needed, or a remark.",
                        .text { $0[$1].part.reason.plainText }
                    ),
                    Column(
                        "meeting",
                        "The meeting that agreed the answer.",
                        .optionalText { $0[$1].part.meeting }
                    ),
                ]
            ),
            Self.parts(
                "finding_evidence",
                "finding_evidence_item",
                "Evidence of what was done about a finding.",
                findings,
                \.evidence,
                [
                    Column("words", "What it is.", .text { $0[$1].part.words.plainText }),
                    Column(
                        "document",
                        "The document that shows it.",
                        .optionalText { $0[$1].part.document }
                    ),
                    Column("pages", "The pages.", .optionalText { $0[$1].part.pages }),
                ]
            ),
            Self.table("courses", "course", "A course of training.", courses),
            Self.parts(
                "course_days",
                "course_day",
                "A day on which a course is given.",
                courses,
                \.days,
                [
                    Column("day", "The day.", .date { $0[$1].part.day }),
                    Column("places", "How many places.", .optionalInteger { $0[$1].part.places }),
                    Column("place", "Where it is given.", .text { $0[$1].part.place }),
                ]
            ),
            Self.parts(
                "course_attendance",
                "course_attendance_row",
                "How many of an agency came to a day of a course.",
                courses,
                \.attendance,
                [
                    Column("day", "The day of the course.", .date { $0[$1].part.day }),
                    Column("agency", "The agency.", .text { $0[$1].part.agency }),
                    Column("booked", "How many had booked.", .integer { $0[$1].part.booked }),
                    Column("attended", "How many came.", .integer { $0[$1].part.attended }),
                    Column("missed", "How many did not come.", .integer { $0[$1].part.missed }),
                ]
            ),
            Self.parts(
                "course_evaluations",
                "course_evaluation",
                "What those who came to a course said of it.",
                courses,
                \.evaluations,
                [
                    Column(
                        "asked",
                        "When they were asked: at-once or later.",
                        .text { $0[$1].part.asked.rawValue }
                    ),
                    Column("helped", "How many it helped.", .integer { $0[$1].part.helped }),
                    Column("answers", "How many answered.", .integer { $0[$1].part.answers }),
                    Column(
                        "out_of",
                        "How many were asked.",
                        .optionalInteger { $0[$1].part.outOf }
                    ),
                    Column("note", "What they said, in sum.", .text { $0[$1].part.note.plainText }),
                ]
            ),
            Self.table(
                "self_evaluations",
                "self_evaluation",
                "A self-evaluation by a framework of quality indicators.",
                selfEvaluations
            ),
            judgementTable,
            Self.table(
                "national_issues",
                "national_issue",
                "An issue that comes up nationally.",
                issues
            ),
        ]
    }

    /// The judgements with the words of the framework.
    private var judgementTable: RoomTable {
        let rows = selfEvaluations.flatMap { evaluation -> [JudgementRow] in
            let framework = framework(of: evaluation)
            return evaluation.judgements.map { judged in
                JudgementRow(
                    of: evaluation.id,
                    judged,
                    words: framework?.indicator(judged.indicator)?.words,
                    levelWords: framework?.level(judged.level)?.words
                )
            }
        }
        return RoomTable(
            "indicator_judgements",
            of: "indicator_judgement",
            "The level that a self-evaluation chose for an indicator.",
            rows,
            JudgementRow.columns
        )
    }

    private static func table<Subject: QualitySubject>(
        _ name: String,
        _ type: String,
        _ summary: String,
        _ subjects: [Subject]
    ) -> RoomTable {
        let id = Column<Subject>("id", "The identifier.", .text { $0[$1].id })
        return RoomTable(name, of: type, summary, subjects, [id] + Subject.table.columns)
    }

    private static func parts<Subject: QualitySubject, Part: QualityEvent>(
        _ name: String,
        _ type: String,
        _ summary: String,
        _ subjects: [Subject],
        _ path: KeyPath<Subject, [Part]>,
        _ columns: [Column<QualityRow<Part>>]
    ) -> RoomTable {
        let rows = subjects.flatMap { subject in
            subject[keyPath: path].map { QualityRow(of: subject.id, part: $0) }
        }
        let first: [Column<QualityRow<Part>>] = [
            Column("of", "The identifier of that to which it belongs.", .text { $0[$1].of }),
            Column("on", "The day on which it happened.", .optionalDate { $0[$1].part.on }),
        ]
        return RoomTable(name, of: type, summary, rows, first + columns)
    }
}

/// Something that happened, as scripts read it.
struct QualityRow<Part: QualityEvent>: Sendable {
    var of: String
    var part: Part
}

/// A judgement with the words of the framework, as scripts read it.
struct JudgementRow: Sendable {
    var of: String
    var judged: IndicatorJudgement
    var words: String?
    var levelWords: String?

    init(of id: String, _ judged: IndicatorJudgement, words: String?, levelWords: String?) {
        of = id
        self.judged = judged
        self.words = words
        self.levelWords = levelWords
    }

    static var columns: [Column<JudgementRow>] {
        [
            Column("of", "The identifier of the self-evaluation.", .text { $0[$1].of }),
            Column("on", "The day of the judgement.", .optionalDate { $0[$1].judged.on }),
            Column("indicator", "The key of the indicator.", .text { $0[$1].judged.indicator }),
            Column("words", "The words of the indicator.", .optionalText { $0[$1].words }),
            Column("level", "The key of the level.", .text { $0[$1].judged.level }),
            Column("level_words", "The words of the level.", .optionalText { $0[$1].levelWords }),
            Column("why", "Why it was chosen.", .text { $0[$1].judged.why.plainText }),
        ]
    }
}
