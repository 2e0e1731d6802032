// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The register of documents as a sheet that people fill in: plain text that survives e-mail, or a table.
///
/// ```swift
/// let sheet = DocumentSheet(of: edition, after: 12)
/// let reading = try DocumentSheet.read(returned, source: "sheet.txt", against: edition) { _ in nil }
/// ```
///
/// It has the fields of each document and its last edition. What happens to a document, such as a review, is
/// recorded by itself. Documents that were withdrawn are not on it.
public struct DocumentSheet: Hashable, Sendable {
    /// The sheet as plain text.
    public let text: String
    /// The sheet as comma-separated values, with the same labels.
    public let csv: String

    /// The word with which the sheet begins.
    public static let title = "DOCUMENTS"
    static let end = "[END]"
    /// The headings of the columns before the labels, in the table.
    static let openingColumns = ["Ref", "Document"]
    /// What a person writes to take a value out.
    static let nothing = "-"

    /// Writes a sheet, filled in as the record is.
    ///
    /// - Parameters:
    ///   - edition: The record, cut for the committee itself.
    ///   - number: How many entries about documents the record has: a sheet that comes back is compared
    ///     with the record as it was then.
    public init(of edition: Edition, after number: Int) {
        let documents = edition.documents.filter { $0.withdrawal == nil }
        let name = edition.committeeProfile?.name ?? edition.name
        var lines = [
            "\(Self.title) \(SheetText.line(name)), \(edition.asOf.inWords)   ref \(number)",
            "Correct what is wrong, and fill in what is missing. An empty line changes nothing; a hyphen "
                + "takes out what stands there. For a new document, write its short name in square "
                + "brackets, its title behind them, and the labels below. Never name or describe a "
                + "child, a family or a case.",
        ]
        for document in documents {
            lines += ["", "[\(document.id)] \(SheetText.line(document.title ?? ""))"]
            lines += DocumentLabel.all.dropFirst().map { label in
                let words = label.words(document)
                return words.isEmpty ? "\(label.printed):" : "\(label.printed): \(words)"
            }
        }
        text = (lines + ["", Self.end]).joined(separator: "\n") + "\n"
        let rows =
            [Self.openingColumns + DocumentLabel.all.map(\.printed)]
            + documents.map { document in
                ["\(number)", "[\(document.id)]"]
                    + DocumentLabel.all.map { $0.words(document) }
            }
        csv =
            "\u{FEFF}"
            + rows.map { $0.map(ReturnSheet.csvCell).joined(separator: ",") }
            .joined(separator: "\r\n") + "\r\n"
    }
}

/// A label of a sheet of documents, and how what stands behind it is written and read.
struct DocumentLabel: Sendable {
    /// The label as the sheet prints it.
    let printed: String
    /// Makes the words behind the label.
    let words: @Sendable (CommitteeDocument) -> String
    /// Takes the words into a document; gives back whether they could be read.
    let read: @Sendable (inout CommitteeDocument, String) -> Bool

    /// What the label is compared by.
    var key: String { printed.comparisonKey }

    /// What the words can be, in an example.
    let example: String

    /// The labels, first the title: the fields as the table declares them, then the last edition.
    static let all: [DocumentLabel] = fields + edition

    /// The labels of the fields, as the table declares them.
    private static let fields: [DocumentLabel] = CommitteeDocument.table.cells.map { name, form in
        DocumentLabel(
            printed: name.inWords.sentence,
            words: { SheetText.line(form.write([$0], 0).singleLine) },
            read: { document, words in
                form.read(&document, words == DocumentSheet.nothing ? Prose() : Prose(words))
            },
            example: examples[name.description] ?? "a few words"
        )
    }

    private static let examples = [
        "audience": "public, partners, committee or restricted",
        "review_date": "a day such as 31 October 2026",
        "review_months": "a whole number such as 24",
    ]

    private static let edition: [DocumentLabel] = [
        DocumentLabel(
            printed: "Edition",
            words: { $0.currentEdition.map { SheetText.line($0.label) } ?? "" },
            read: { document, words in
                guard words != DocumentSheet.nothing else { return false }
                if document.currentEdition?.label != words {
                    document.editions.append(DocumentEdition(words))
                }
                return true
            },
            example: "a label such as 2"
        ),
        day("Edition dated", \.dated), day("Decided on", \.decidedOn),
        DocumentLabel(
            printed: "Decided by",
            words: { $0.currentEdition?.decidedBy ?? "" },
            read: { document, words in
                document.changeEdition {
                    $0.decidedBy = words == DocumentSheet.nothing ? nil : words
                }
            },
            example: "the name of a body"
        ),
        DocumentLabel(
            printed: "Pages",
            words: { $0.currentEdition?.pages.map(String.init) ?? "" },
            read: { document, words in
                if words == DocumentSheet.nothing {
                    return document.changeEdition { $0.pages = nil }
                }
                guard let pages = Int(words) else { return false }
                return document.changeEdition { $0.pages = pages }
            },
            example: "a whole number such as 24"
        ),
    ]

    private static func day(
        _ printed: String,
        _ path: any WritableKeyPath<DocumentEdition, CivilDate?> & Sendable
    ) -> DocumentLabel {
        let form = FieldForm<CivilDate?>.date
        return DocumentLabel(
            printed: printed,
            words: { $0.currentEdition?[keyPath: path]?.inWords ?? "" },
            read: { document, words in
                let day = form.reading(words == DocumentSheet.nothing ? Prose() : Prose(words))
                guard let day else { return false }
                return document.changeEdition { $0[keyPath: path] = day }
            },
            example: "a day such as 31 October 2026"
        )
    }

    /// The label that words are, without regard to case.
    static func named(_ words: String) -> DocumentLabel? {
        let key = words.comparisonKey
        return all.first { $0.key == key }
    }
}

extension CommitteeDocument {
    /// Changes the last edition; false when there is none.
    fileprivate mutating func changeEdition(_ change: (inout DocumentEdition) -> Void) -> Bool {
        guard !editions.isEmpty else { return false }
        change(&editions[editions.count - 1])
        return true
    }
}
