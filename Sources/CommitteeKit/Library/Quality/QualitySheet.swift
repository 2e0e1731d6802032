// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Quality assurance as a sheet that people fill in: plain text that survives e-mail, or a table.
///
/// ```swift
/// let sheet = QualitySheet(of: edition, after: 12)
/// let reading = try QualitySheet.read(returned, source: "sheet.txt", against: edition) { _ in nil }
/// ```
///
/// It has the fields of audits, dip samples, returns, reports of others, findings, courses, self-evaluations and
/// national issues. What happens to them, such as an outcome, is recorded by itself. What has come to its end is
/// not on it.
public struct QualitySheet: Hashable, Sendable {
    /// The sheet as plain text.
    public let text: String
    /// The sheet as comma-separated values, with the same labels.
    public let csv: String

    /// The words with which the sheet begins.
    public static let title = "QUALITY ASSURANCE"
    static let end = "[END]"
    /// The headings of the columns before the labels, in the table.
    static let openingColumns = ["Ref", "Named"]
    /// What a person writes to take a value out.
    static let nothing = "-"

    /// Writes a sheet, filled in as the record is.
    ///
    /// - Parameters:
    ///   - edition: The record, cut for the committee itself.
    ///   - number: How many entries about quality assurance the record has: a sheet that comes back is compared
    ///     with the record as it was then.
    public init(of edition: Edition, after number: Int) {
        let name = edition.committeeProfile?.name ?? edition.name
        var lines = [
            "\(Self.title) \(SheetText.line(name)), \(edition.asOf.inWords)   ref \(number)",
            "Correct what is wrong, and fill in what is missing. An empty line changes nothing; a hyphen "
                + "takes out what stands there. For something new, write its kind and short name in square brackets, "
                + "such as [audit neglect-2026] or [finding neglect-2026#1], its title behind them, and the labels "
                + "below. Never name or describe a child, a family or a case.",
        ]
        let columns = QualitySheetKind.columns
        var rows = [Self.openingColumns + columns]
        for kind in QualitySheetKind.all {
            for filled in kind.write(edition.quality) {
                let words = Array(zip(kind.labels, filled.words))
                lines += ["", "[\(kind.word) \(filled.id)] \(words.first?.1 ?? "")"]
                lines += words.dropFirst().map { label, words in
                    words.isEmpty ? "\(label.printed):" : "\(label.printed): \(words)"
                }
                rows.append(
                    ["\(number)", "[\(kind.word) \(filled.id)]"]
                        + columns.enumerated().map { place, column in
                            if place == 0 { return words.first?.1 ?? "" }
                            return words.dropFirst().first { $0.0.printed == column }?.1 ?? ""
                        }
                )
            }
        }
        text = (lines + ["", Self.end]).joined(separator: "\n") + "\n"
        csv =
            "\u{FEFF}"
            + rows.map { $0.map(ReturnSheet.csvCell).joined(separator: ",") }
            .joined(separator: "\r\n") + "\r\n"
    }
}

/// A label of a sheet of quality assurance.
struct QualityLabel: Hashable, Sendable {
    /// The label as the sheet prints it.
    let printed: String
    /// What the words can be, in an example.
    let example: String

    /// What the label is compared by.
    var key: String { printed.comparisonKey }
}

/// A kind of subject on a sheet of quality assurance, and how its fields are written and read.
struct QualitySheetKind: Sendable {
    /// The subject of one block, with the words of each label.
    struct Filled: Sendable {
        var id: String
        var words: [String]
    }

    /// The word in brackets before the identifier.
    let word: String
    /// The labels, as the table declares the fields; the first stands in the heading.
    let labels: [QualityLabel]
    /// Writes the subjects that are on a sheet.
    let write: @Sendable (QualityState) -> [Filled]
    /// Takes a block of a sheet that came back.
    let take: @Sendable (QualityBlock, inout QualitySheetReader) -> Void

    /// All kinds, in the order of the sheet.
    static let all: [QualitySheetKind] = [
        kind("audit", Audit.self) { !$0.stage.isEnd },
        kind("dip-sample", DipSample.self) { $0.ending == nil },
        kind("return", OneOffReturn.self) { $0.sending == nil && $0.withdrawal == nil },
        kind("report", OutsideReport.self), kind("finding", QualityFinding.self),
        kind("course", TrainingCourse.self),
        kind("self-evaluation", SelfEvaluation.self) { $0.agreement == nil },
        kind("issue", NationalIssue.self) { $0.closing == nil },
    ]

    /// The columns of the table: the title, and then each label once.
    static let columns: [String] = {
        var found = ["Title"]
        for label in all.flatMap({ $0.labels.dropFirst() }) where !found.contains(label.printed) {
            found.append(label.printed)
        }
        return found
    }()

    /// The label that words are, without regard to case.
    func label(_ words: String) -> QualityLabel? {
        let key = words.comparisonKey
        return labels.dropFirst().first { $0.key == key }
    }

    private static let examples = [
        "audience": "public, partners, committee or restricted",
        "start_date": "a day such as 31 October 2026",
        "due_date": "a day such as 31 October 2026",
        "publication_date": "a day such as 31 October 2026",
    ]

    private static func kind<Subject: QualitySubject>(
        _ word: String,
        _ type: Subject.Type,
        isShown: @escaping @Sendable (Subject) -> Bool = { _ in true }
    ) -> QualitySheetKind {
        let cells = Subject.table.cells
        let labels = cells.map { name, _ in
            QualityLabel(
                printed: name.inWords.sentence,
                example: name.description == "sort"
                    ? Subject.subjectKind == QualityFinding.subjectKind
                        ? "improvement, recommendation or strength"
                        : "inspection, area-review, national-review or other"
                    : examples[name.description] ?? "a few words"
            )
        }
        return QualitySheetKind(
            word: word,
            labels: labels,
            write: { state in
                Subject.all(in: state).filter(isShown).map { subject in
                    Filled(
                        id: subject.id,
                        words: cells.map { SheetText.line($0.form.write([subject], 0).singleLine) }
                    )
                }
            },
            take: { block, reader in reader.take(block, as: Subject.self, labels, isShown) }
        )
    }
}
