// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The fields of feedback: the last value of each counts.

extension Voice {
    /// What can be said of feedback.
    public enum Entries {}

    /// Everything that can be said of feedback.
    public static let table = SubjectTable<Voice>([
        Entries.title.declaration, Entries.heard.declaration, Entries.method.declaration,
        Entries.source.declaration, Entries.heardFrom.declaration, Entries.heardUntil.declaration,
        Entries.themes.declaration, Entries.summary.declaration, Entries.lead.declaration,
        Entries.answerBy.declaration, Entries.indicators.declaration,
        Entries.dataSets.declaration, Entries.document.declaration, Entries.audience.declaration,
        Entries.counted.declaration, Entries.quoted.declaration,
        Entries.consentWithdrawn.declaration, Entries.reported.declaration,
        Entries.answered.declaration, Entries.told.declaration, Entries.agreed.declaration,
        Entries.closed.declaration,
    ])

    /// The kind of entry that says something of feedback.
    static func kind(_ name: String) -> EntryKind {
        EntryKind("voice.\(String(name.map { $0 == "_" ? "-" : $0 }))")
    }

    fileprivate static func field<Value: Hashable & Sendable>(
        _ name: String,
        _ summary: String,
        _ form: FieldForm<Value>,
        _ path: any WritableKeyPath<Voice, Value> & Sendable
    ) -> Field<Voice, Value> {
        Field(
            kind("\(name)_set"),
            name,
            summary,
            form,
            at: { $0[$1][keyPath: path] },
            set: { $0[keyPath: path] = $1 }
        )
    }
}

extension Voice.Entries {
    /// What it is called; the first entry about feedback.
    public static let title = Voice.field(
        "title",
        "What the feedback is called; the first entry about it.",
        .name,
        \.title
    ).carried { ways in
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.title != later.title else { return [] }
                guard let before = earlier.title else {
                    return [ChangeInWords("voice", "\(name) is new.")]
                }
                return [ChangeInWords("title", "\(name) was called “\(before)” before.")]
            }
        )
    }
    /// Who was heard.
    public static let heard = Voice.field(
        "heard",
        "Who was heard: children, young-people, parents-and-carers, families, staff or public.",
        .words(),
        \.heard
    )
    /// How they were heard.
    public static let method = Voice.field(
        "method",
        "How they were heard, such as questionnaire, survey, interview or group.",
        .word(unlessSaid: .other),
        \.method
    )
    /// Who brought it.
    public static let source = Voice.field(
        "source",
        "The service, group or body that brought the feedback.",
        .name,
        \.source
    )
    /// The first day of the time.
    public static let heardFrom = Voice.field(
        "heard_from",
        "The first day of the time in which they were heard.",
        .date,
        \.heardFrom
    )
    /// The last day of the time.
    public static let heardUntil = Voice.field(
        "heard_until",
        "The last day of the time in which they were heard.",
        .date,
        \.heardUntil
    )
    /// Of what they spoke.
    public static let themes = Voice.field(
        "themes",
        "The themes of which they spoke, by the keys of the committee's list.",
        .names,
        \.themes
    )
    /// What they said, in sum.
    public static let summary: Field<Voice, Prose> = {
        let kind = Voice.kind("summary_set")
        let codec = Codec.erasable(
            Shape(Prose(), [.required("value", \Prose.self, .prose)]),
            [PayloadTexts(["value"])]
        )
        let plain = Voice.field("summary", "What they said, in sum.", .prose, \.summary)
        var text = Field<Voice, Prose>(
            kind,
            "summary",
            "What they said, in sum, without a word by which anybody is known.",
            empty: Prose(),
            samples: plain.samples,
            by: codec,
            at: { $0[$1].summary },
            set: { $0.summary = $1 }
        )
        let comparison = text.ways.comparison
        text.ways = plain.ways
        text.ways.comparison = comparison
        text.ways.request = .by([
            RequestForm("summary", comesWithAddition: true, schema: ["type": "string"]) {
                (fields, _) throws(JSONError) in
                let value = try fields.required("summary", as: .prose)
                return [RequestedFact(Change.Fact(kind, value, by: codec))]
            }
        ])
        return text
    }()
    /// Who answers for an answer.
    public static let lead = Voice.field(
        "lead",
        "The role, group or body that answers for an answer.",
        .name,
        \.lead
    )
    /// The day that was set for the answer.
    public static let answerBy = Voice.field(
        "answer_date",
        "The day that was set for the answer, in place of the committee's time limit.",
        .date,
        \.answerBy
    )
    /// The indicators that hold the results.
    public static let indicators = Voice.field(
        "indicators",
        "The indicators of the committee's figures that hold the results.",
        .names,
        \.indicators
    )
    /// The data sets that hold the results.
    public static let dataSets = Voice.field(
        "data_sets",
        "The data sets that hold the results.",
        .names,
        \.dataSets
    )
    /// The document that holds the report.
    public static let document = Voice.field(
        "document",
        "The document that holds the report, by its identifier in the register of documents.",
        .name,
        \.document
    )
    /// The widest audience that may know of it.
    public static let audience = Voice.field(
        "audience",
        "The widest audience that may know of the feedback; restricted when nobody said.",
        .audience,
        \.audience
    )
}
