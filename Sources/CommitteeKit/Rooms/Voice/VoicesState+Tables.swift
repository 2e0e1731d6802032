// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What people told the committee as scripts read it: `edition.voices` and the tables beside it.

extension VoicesState {
    /// The tables of feedback, themes, quotations, reports, answers and tellings.
    public var tables: [RoomTable] {
        let id = Column<Voice>("id", "The identifier.", .text { $0[$1].id })
        let more: [Column<Voice>] = [
            Column(
                "received_on",
                "The day from which it is in the record; none beyond the committee.",
                .optionalDate { $0[$1].received }
            ),
            Column(
                "answer_due",
                "The day by which it is to be answered, when it waits for that.",
                .optionalDate { $0[$1].answerDue }
            ),
            Column(
                "telling_due",
                "The day by which people are to be told, when they wait for that.",
                .optionalDate { $0[$1].tellingDue }
            ),
        ]
        return [
            RoomTable(
                "voices",
                of: "voice",
                "What people told the committee.",
                voices,
                [id] + Voice.table.columns + more
            ),
            RoomTable(
                "voice_themes",
                of: "voice_theme",
                "A theme of the committee's list, with how often people spoke of it.",
                themes.map { theme in
                    (theme: theme, count: voices.filter { $0.themes.contains(theme.key) }.count)
                },
                [
                    Column("key", "The key.", .text { $0[$1].theme.key }),
                    Column("words", "What it is called.", .text { $0[$1].theme.words }),
                    Column(
                        "count",
                        "How many pieces of feedback speak of it.",
                        .integer { $0[$1].count }
                    ),
                ]
            ),
            Self.parts(
                "voice_quotations",
                "voice_quotation",
                "What somebody said in their own words.",
                voices,
                \.sharedQuotations,
                [
                    Column("number", "Its number.", .integer { $0[$1].part.number }),
                    Column("words", "The words.", .text { $0[$1].part.words.plainText }),
                    Column(
                        "speaker",
                        "Who said it, such as children.",
                        .optionalText { $0[$1].part.speaker?.rawValue }
                    ),
                    Column(
                        "consent_for",
                        "The widest audience with which they agreed to share it.",
                        .text { $0[$1].part.consentFor.rawValue }
                    ),
                ]
            ),
            Self.parts(
                "voice_reports",
                "voice_report",
                "That feedback was reported to a meeting.",
                voices,
                \.reports,
                [
                    Column(
                        "meeting",
                        "The meeting, such as cpc/2026-03-03.",
                        .optionalText { $0[$1].part.meeting }
                    ),
                    Column("note", "What it made of it.", .text { $0[$1].part.note.plainText }),
                ]
            ),
            Self.parts(
                "voice_answers",
                "voice_answer",
                "What was done about feedback, or why nothing can be.",
                voices,
                \.answers,
                [
                    Column("number", "Its number.", .integer { $0[$1].part.number }),
                    Column("words", "The answer.", .text { $0[$1].part.words.plainText }),
                    Column(
                        "outcome",
                        "What it is: done, under-way or not-possible.",
                        .text { $0[$1].part.outcome.rawValue }
                    ),
                    Column(
                        "action",
                        "The action that does it, such as plan-2026#1.10.",
                        .optionalText { $0[$1].part.action }
                    ),
                    Column(
                        "finding",
                        "The finding that says the same, such as neglect-2026#3.",
                        .optionalText { $0[$1].part.finding }
                    ),
                    Column(
                        "decision",
                        "The decision between meetings, such as cpc/C4.",
                        .optionalText { $0[$1].part.decision }
                    ),
                    Column(
                        "meeting",
                        "The meeting that agreed it.",
                        .optionalText { $0[$1].part.meeting }
                    ),
                ]
            ),
            Self.parts(
                "voice_tellings",
                "voice_telling",
                "That those who were heard were told what came of it.",
                voices,
                \.tellings,
                [
                    Column("number", "Its number.", .integer { $0[$1].part.number }),
                    Column("how", "How they were told.", .text { $0[$1].part.how.plainText }),
                    Column(
                        "to",
                        "Who was told; everybody who was heard when empty.",
                        .texts { $0[$1].part.to.map(\.rawValue) }
                    ),
                ]
            ),
        ]
    }

    private static func parts<Part: VoiceEvent>(
        _ name: String,
        _ type: String,
        _ summary: String,
        _ voices: [Voice],
        _ path: KeyPath<Voice, [Part]>,
        _ columns: [Column<VoiceRow<Part>>]
    ) -> RoomTable {
        let rows = voices.flatMap { voice in
            voice[keyPath: path].map { VoiceRow(voice: voice.id, part: $0) }
        }
        let first: [Column<VoiceRow<Part>>] = [
            Column("voice", "The identifier of the feedback.", .text { $0[$1].voice }),
            Column(
                "on",
                "The day, where the reader may know it.",
                .optionalDate { $0[$1].part.on }
            ),
        ]
        return RoomTable(name, of: type, summary, rows, first + columns)
    }
}

/// Something that happened to feedback, as scripts read it.
struct VoiceRow<Part: VoiceEvent>: Sendable {
    var voice: String
    var part: Part
}

extension Voice {
    /// The quotations for which consent holds.
    public var sharedQuotations: [VoiceQuotation] { quotations.filter { $0.withdrawnOn == nil } }
}
