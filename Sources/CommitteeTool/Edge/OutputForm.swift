// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeOffice
import Glibc

/// A form in which the tool writes documents, by the name that people type.
enum OutputForm: Hashable {
    /// A form of text, which the library writes.
    case text(DocumentFormat)
    /// A Word document.
    case word
    /// The tables as an Excel workbook.
    case excel
    /// A PDF, of which another program makes the pages.
    case pdf

    static let plainText = Self.text(.plainText)
    static let json = Self.text(.json)

    /// Every form, in the order of the help.
    static let all: [Self] = DocumentFormat.allCases.map(Self.text) + [.word, .excel, .pdf]

    /// The names of all forms, for the help.
    static let namesInWords: String = {
        let names = all.map(\.name)
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }()

    /// Finds a form by its name.
    init?(name: String) {
        guard let form = Self.all.first(where: { $0.name == name }) else { return nil }
        self = form
    }

    /// The name that people type, which is also the ending of the file.
    var name: String {
        switch self {
        case .text(let format): format.rawValue
        case .word: "docx"
        case .excel: "xlsx"
        case .pdf: "pdf"
        }
    }

    /// Whether the library writes it as text.
    var isText: Bool { if case .text = self { true } else { false } }

    /// The media type.
    var mediaType: String {
        switch self {
        case .text(let format): format.renderer.mediaType
        case .word: WordRenderer.mediaType
        case .excel: ExcelRenderer.mediaType
        case .pdf: "application/pdf"
        }
    }

    /// Writes a document in the form.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - template: The committee's own Word document, of which the looks are taken.
    ///   - keys: The keys of statuses, from which people choose in a workbook.
    ///   - sink: Where the bytes go.
    /// - Throws: ``Complaint`` when a program is missing or fails.
    func write(
        _ document: Document,
        template: WordTemplate? = nil,
        keys: [Document.Legend] = [],
        into sink: inout some ByteSink
    ) throws {
        switch self {
        case .text(let format): document.render(format, into: &sink)
        case .word:
            sink.write(
                try WordRenderer(template: template, picturing: PictureProgram.found())
                    .bytes(of: document)
            )
        case .excel:
            let bytes = try OutsideProgram.withFolder { folder in
                try ExcelRenderer(keys: keys).bytes(
                    of: document,
                    scratch: "\(folder)/workbook.xlsx"
                )
            }
            sink.write(bytes)
        case .pdf: sink.write(try PDFProgram.bytes(of: document, template: template))
        }
    }

    /// Returns a document as bytes of the form.
    func bytes(of document: Document) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try write(document, into: &bytes)
        return bytes
    }

    /// What a file of the form is called.
    private var what: String {
        switch self {
        case .text: "text"
        case .word: "Word document"
        case .excel: "workbook"
        case .pdf: "PDF"
        }
    }

    /// Refuses to show the bytes of an office document on a terminal.
    func checkStandardOutput() throws(Complaint) {
        if case .text = self { return }
        guard isatty(STDOUT_FILENO) == 1 else { return }
        throw Complaint(
            "A \(what) is nothing for a terminal. Name the file to "
                + "write with -o FILE.\(name).",
            isUsage: true
        )
    }
}

extension Report {
    /// Writes the report in a form.
    func write(
        _ form: OutputForm,
        page: Document.Page? = nil,
        template: WordTemplate? = nil,
        keys: [Document.Legend] = [],
        into sink: inout some ByteSink
    ) throws {
        if case .text(let format) = form { return try render(format, into: &sink) }
        var document = try document
        if let page, document.page == Document.Page() { document.page = page }
        try form.write(document, template: template, keys: keys, into: &sink)
    }
}
#endif
