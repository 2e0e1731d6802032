// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The figures as scripts read them: `edition.indicators`, their values and the questions about them.

extension FigureRegister {
    /// The tables of indicators, values and questions.
    public var tables: [RoomTable] {
        let id = Column<Indicator>(
            "id",
            "The identifier by which texts cite it.",
            .text { $0[$1].id }
        )
        return [
            RoomTable(
                "indicators",
                of: "indicator",
                "Something that the committee counts again and again.",
                indicators,
                [id] + Indicator.table.columns
            ),
            RoomTable(
                "figures",
                of: "figure",
                "The newest value of an indicator for a period and an area, as the reader may have it.",
                indicators.flatMap(FigureRow.rows),
                FigureRow.columns
            ),
            RoomTable(
                "figure_questions",
                of: "figure_question",
                "A question about an indicator, and its answer.",
                indicators.flatMap { indicator in
                    indicator.questions.map { (indicator.id, $0) }
                }.map(FigureQuestionRow.init),
                FigureQuestionRow.columns
            ),
        ]
    }
}

/// A value of an indicator, as scripts read it.
struct FigureRow: Sendable {
    var indicator: String
    var value: FigureValue
    var words: String
    var before: FigureValue?
    var change: FigureChange

    /// The newest values of an indicator, by period.
    static func rows(of indicator: Indicator) -> [FigureRow] {
        var before: [FigurePlace: FigureValue] = [:]
        var last: [FigurePlace: FigureValue] = [:]
        for value in indicator.values {
            before[value.place] = last[value.place]
            last[value.place] = value
        }
        return last.values.sorted { $0.place < $1.place }.map { value in
            FigureRow(
                indicator: indicator.id,
                value: value,
                words: indicator.words(value),
                before: before[value.place],
                change: FigureChange(of: value, in: indicator, among: last)
            )
        }
    }

    static let columns: [Column<FigureRow>] = [
        Column("indicator", "The identifier of the indicator.", .text { $0[$1].indicator }),
        Column(
            "period",
            "The period, as citations write it, such as 2018-07 or 2018/19.",
            .text { $0[$1].value.period.description }
        ),
        Column("period_words", "The period in words.", .text { $0[$1].value.period.inWords }),
        Column(
            "period_ends",
            "The last day of the period.",
            .date { $0[$1].value.period.last }
        ),
        Column(
            "area",
            "The area or agency; none for all of them.",
            .optionalText { $0[$1].value.area }
        ),
        Column(
            "count",
            "The count; none where it is hidden to protect small numbers.",
            .optionalInteger { $0[$1].value.count }
        ),
        Column(
            "out_of",
            "The number of which the count is a part, if there is one.",
            .optionalInteger { $0[$1].value.outOf }
        ),
        Column("words", "The value as people read it.", .text { $0[$1].words }),
        Column(
            "hidden",
            "Whether something of it is hidden to protect small numbers.",
            .bool { $0[$1].value.isHidden }
        ),
        Column(
            "known_on",
            "The day on which it became known.",
            .optionalDate { $0[$1].value.on }
        ),
        Column(
            "earlier_count",
            "The count before it was revised, if it was.",
            .optionalInteger { $0[$1].before?.count }
        ),
        Column(
            "since_last",
            "The change on the period before, in words, if both are known.",
            .optionalText { $0[$1].change.sinceLast }
        ),
        Column(
            "since_year",
            "The change on the year before, in words, if both are known.",
            .optionalText { $0[$1].change.sinceYear }
        ),
        Column(
            "standing",
            "How it stands against the target: met, near or missed; none without a target.",
            .optionalText { $0[$1].change.standing?.rawValue }
        ),
        Column("note", "A remark.", .text { $0[$1].value.note.plainText }),
    ]
}

/// A question, as scripts read it.
struct FigureQuestionRow: Sendable {
    var indicator: String
    var question: FigureQuestion

    init(_ indicator: String, _ question: FigureQuestion) {
        self.indicator = indicator
        self.question = question
    }

    static let columns: [Column<FigureQuestionRow>] = [
        Column("indicator", "The identifier of the indicator.", .text { $0[$1].indicator }),
        Column(
            "number",
            "The number of the question within the indicator.",
            .integer { $0[$1].question.number }
        ),
        Column(
            "period",
            "The period, as citations write it.",
            .text { $0[$1].question.period.description }
        ),
        Column(
            "area",
            "The area or agency; none for all of them.",
            .optionalText { $0[$1].question.area }
        ),
        Column("text", "The question.", .text { $0[$1].question.text.plainText }),
        Column("asked_by", "Who asked it.", .optionalText { $0[$1].question.askedBy }),
        Column("asked_on", "The day on which it was asked.", .optionalDate { $0[$1].question.on }),
        Column(
            "answer",
            "The answer, if there is one.",
            .optionalText { $0[$1].question.answer?.text.plainText }
        ),
        Column(
            "answered_by",
            "Who answered.",
            .optionalText { $0[$1].question.answer?.by }
        ),
        Column(
            "answered_on",
            "The day of the answer.",
            .optionalDate { $0[$1].question.answer?.on }
        ),
    ]
}
