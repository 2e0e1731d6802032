// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What people told the committee as a sheet that people fill in: plain text that survives e-mail, or a table.
///
/// ```swift
/// let sheet = VoiceSheet(of: edition, after: 12)
/// let reading = try VoiceSheet.read(returned, source: "sheet.txt", against: edition) { _ in nil }
/// ```
///
/// It has the fields of feedback and its counts. Answers, own words and what may be shown are recorded by
/// themselves. Feedback that is closed is not on it.
public struct VoiceSheet: Hashable, Sendable {
    /// The sheet as plain text.
    public let text: String
    /// The sheet as comma-separated values, with the same labels.
    public let csv: String

    /// The word with which the sheet begins.
    public static let title = "FEEDBACK"
    static let end = "[END]"
    /// The headings of the columns before the labels, in the table.
    static let openingColumns = ["Ref", "Named"]
    /// What a person writes to take a value out.
    static let nothing = "-"

    /// Writes a sheet, filled in as the record is.
    ///
    /// - Parameters:
    ///   - edition: The record, cut for those who are to fill it in: the committee, or fewer.
    ///   - number: How many entries about feedback those people may know of: a sheet that comes back is compared
    ///     with the record as it was then.
    public init(of edition: Edition, after number: Int) {
        let voices = edition.voices.filter { $0.closing == nil }
        let name = edition.committeeProfile?.name ?? edition.name
        let reference = edition.audience > .committee ? "\(number) restricted" : "\(number)"
        var lines = [
            "\(Self.title) \(SheetText.line(name)), \(edition.asOf.inWords)   ref \(reference)",
            "Correct what is wrong, and fill in what is missing. An empty line changes nothing; a hyphen "
                + "takes out what stands there. For new feedback, write a short name in square brackets, such as "
                + "[school-survey-2026], its title behind it, and the labels below. Never name or describe a child, a "
                + "family or a case, and write nobody's own words here: they need consent.",
        ]
        for voice in voices {
            lines += ["", "[\(voice.id)] \(SheetText.line(voice.title ?? ""))"]
            lines += VoiceLabel.all.dropFirst().map { label in
                let words = label.words(voice)
                return words.isEmpty ? "\(label.printed):" : "\(label.printed): \(words)"
            }
        }
        if voices.isEmpty {
            lines += [
                "", "Labels: \(VoiceLabel.all.dropFirst().map(\.printed).joined(separator: ", "))",
            ]
        }
        text = (lines + ["", Self.end]).joined(separator: "\n") + "\n"
        let rows =
            [Self.openingColumns + VoiceLabel.all.map(\.printed)]
            + voices.map { voice in
                [reference, "[\(voice.id)]"] + VoiceLabel.all.map { $0.words(voice) }
            }
        csv =
            "\u{FEFF}"
            + rows.map { $0.map(ReturnSheet.csvCell).joined(separator: ",") }
            .joined(separator: "\r\n") + "\r\n"
    }
}

/// A label of a sheet of feedback, and how what stands behind it is written and read.
struct VoiceLabel: Sendable {
    /// The label as the sheet prints it.
    let printed: String
    /// Makes the words behind the label.
    let words: @Sendable (Voice) -> String
    /// Takes the words into feedback; gives back whether they could be read.
    let read: @Sendable (inout Voice, String) -> Bool
    /// What the words can be, in an example.
    let example: String

    /// What the label is compared by.
    var key: String { printed.comparisonKey }

    /// The labels, first the title: the fields as the table declares them, then the counts.
    static let all: [VoiceLabel] =
        Voice.table.cells.map { name, form in
            VoiceLabel(
                printed: name.inWords.sentence,
                words: { SheetText.line(form.write([$0], 0).singleLine) },
                read: { voice, words in
                    form.read(&voice, words == VoiceSheet.nothing ? Prose() : Prose(words))
                },
                example: examples[name.description] ?? "a few words"
            )
        } + [
            number("Asked", { $0?.asked }) { counts, number in counts.asked = number },
            number("Answered", { $0?.answered }) { counts, number in
                counts.answered = number ?? 0
            },
        ]

    private static let examples = [
        "audience": "public, partners, committee or restricted",
        "heard": Voice.Heard.allCases.map(\.rawValue).joined(separator: ", "),
        "method": "one of \(Voice.Method.allCases.map(\.rawValue).joined(separator: ", "))",
        "heard_from": "a day such as 31 October 2026",
        "heard_until": "a day such as 31 October 2026",
        "answer_date": "a day such as 31 October 2026",
    ]

    private static func number(
        _ printed: String,
        _ get: @escaping @Sendable (VoiceCounts?) -> Int?,
        _ set: @escaping @Sendable (inout VoiceCounts, Int?) -> Void
    ) -> VoiceLabel {
        VoiceLabel(
            printed: printed,
            words: { get($0.counts).map(String.init) ?? "" },
            read: { voice, words in
                let digits = words.filter { $0 != "," && $0 != " " }
                guard words == VoiceSheet.nothing || Int(digits) != nil else { return false }
                var counts = voice.counts ?? VoiceCounts(0)
                set(&counts, Int(digits))
                voice.counts = counts
                return true
            },
            example: "a whole number such as 24"
        )
    }

    /// The label that words are, without regard to case.
    static func named(_ words: String) -> VoiceLabel? {
        let key = words.comparisonKey
        return all.first { $0.key == key }
    }
}
