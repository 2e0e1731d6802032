// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeOffice

/// The program that makes pictures of drawings: `rsvg-convert`.
enum PictureProgram {
    /// Makes pictures with the program; where it is missing, a word in the document says so.
    static func found() -> WordRenderer.Picturing {
        guard let program = OutsideProgram("rsvg-convert") else {
            return { _ in nil }
        }
        return { drawing in
            let outcome = try? program.run(
                on: ("drawing.svg", drawing.svg),
                writing: "drawing.png",
                ["--format", "png", "--zoom", "2", "--output", "@/drawing.png", "@/drawing.svg"]
            )
            return outcome?.bytes
        }
    }
}

/// The programs that make a PDF: `typst`, else LibreOffice.
enum PDFProgram {
    /// Returns a document as a PDF with tags, for which PDF/UA-1 (ISO 14289-1) is asked.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - template: The committee's own Word document; with one, LibreOffice makes the pages.
    /// - Returns: The bytes of the PDF.
    /// - Throws: ``Complaint`` when no program is there, or it fails.
    static func bytes(of document: Document, template: WordTemplate?) throws -> [UInt8] {
        if template == nil, let program = OutsideProgram("typst") {
            return try bytes(of: document, by: program)
        }
        if let program = OutsideProgram("soffice") ?? OutsideProgram("libreoffice") {
            return try bytes(of: document, template, by: program)
        }
        throw Complaint(
            "A PDF is made by another program, and none is here. Install typst (typst.app) or "
                + "LibreOffice, or write a Word document with the ending .docx."
        )
    }

    private static func bytes(of document: Document, by typst: OutsideProgram) throws -> [UInt8] {
        let markup = document.render(with: TypstRenderer())
        let outcome = try typst.run(
            on: ("document.typ", markup),
            writing: "document.pdf",
            [
                "compile", "--root", "@", "--pdf-standard", "ua-1", "--creation-timestamp", "0",
                "@/document.typ", "@/document.pdf",
            ]
        )
        return try pdf(outcome, of: "typst")
    }

    private static func bytes(
        of document: Document,
        _ template: WordTemplate?,
        by office: OutsideProgram
    ) throws -> [UInt8] {
        let word = try WordRenderer(template: template, picturing: PictureProgram.found())
            .bytes(of: document)
        let settings = """
            pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},\
            "UseTaggedPDF":{"type":"boolean","value":"true"},\
            "ExportBookmarks":{"type":"boolean","value":"true"}}
            """
        let outcome = try office.run(
            on: ("document.docx", word),
            writing: "document.pdf",
            [
                "--headless", "--norestore", "-env:UserInstallation=file://@/.profile",
                "--convert-to", settings, "--outdir", "@", "@/document.docx",
            ]
        )
        return try pdf(outcome, of: "LibreOffice")
    }

    private static func pdf(_ outcome: OutsideProgram.Outcome, of program: String) throws -> [UInt8]
    {
        if let bytes = outcome.bytes, bytes.starts(with: "%PDF-".utf8) { return bytes }
        throw Complaint(
            "The program \(program) made no PDF. What it said stands below; until it works, write a "
                + "Word document with the ending .docx.",
            details: outcome.words.split(separator: "\n").prefix(8).map { "  \($0)" }
        )
    }
}
#endif
