// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Foundation
import Testing

@Suite("Documents are rendered")
struct RendererGoldenTests {
    @Test(
        "The example is the same in every format, byte for byte",
        arguments: DocumentFormat.allCases
    )
    func golden(format: DocumentFormat) {
        let golden = GoldenFile("document.\(format.rawValue)", besides: #filePath, in: "../Goldens")
        let difference = golden.difference(from: ExampleDocument.document.render(format))
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test("A narrow terminal gets lists in place of wide tables")
    func narrowText() {
        let golden = GoldenFile("document-narrow.txt", besides: #filePath, in: "../Goldens")
        let bytes = ExampleDocument.document.render(with: PlainTextRenderer(width: 40))
        let difference = golden.difference(from: bytes)
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test("No line of text is wider than was asked for", arguments: [20, 33, 40, 60, 80, 100, 132])
    func textWidth(width: Int) {
        let bytes = ExampleDocument.document.render(with: PlainTextRenderer(width: width))
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            #expect(line.unicodeScalars.count <= width, "\(line)")
        }
    }

    @Test("Bytes leave in pieces and come to the same", arguments: DocumentFormat.allCases)
    func streaming(format: DocumentFormat) {
        struct PieceSink: ByteSink {
            var bytes: [UInt8] = []
            var pieces = 0
            mutating func write(_ piece: some Sequence<UInt8>) {
                bytes.append(contentsOf: piece)
                pieces += 1
            }
        }
        var document = ExampleDocument.document
        document.blocks = [
            .table(
                Document.Table(
                    caption: "Long",
                    columns: ["A", "B"],
                    rows: (0..<5_000).map { .cells([.integer($0), "text of some length"]) }
                )
            )
        ]
        var sink = PieceSink()
        document.render(format, into: &sink)
        #expect(sink.bytes == document.render(format))
        #expect(sink.pieces > 1)
    }

    @Test(
        "The HTML is balanced, has unique ids and loads nothing",
        .enabled(if: OutsideReader.areRequired || OutsideReader.isAvailable("python3"))
    )
    func htmlIsBalanced() throws {
        // Needs a Python on the path: its html.parser is the outside reader.
        let findings = try PythonReader.findings(in: ExampleDocument.document.render(.html))
        #expect(findings == "")
    }

    @Test(
        "Every format says letter, colour and word of a status",
        arguments: [DocumentFormat.markdown, .html, .plainText, .csv]
    )
    func statusInFull(format: DocumentFormat) {
        let text = String(decoding: ExampleDocument.document.render(format), as: UTF8.self)
        #expect(text.contains("G Green – On target") || format == .plainText)
        #expect(text.contains("Green"))
    }

    @Test("A document without a heading of its own gets its title as one")
    func titleAsHeading() {
        let document = Document(title: "Plan", blocks: [.paragraph("Text")])
        #expect(String(decoding: document.render(.markdown), as: UTF8.self) == "# Plan\n\nText\n")
        #expect(String(decoding: document.render(.html), as: UTF8.self).contains("<h1>Plan</h1>"))
        #expect(
            String(decoding: document.render(.plainText), as: UTF8.self) == "Plan\n====\n\nText\n"
        )
    }

    @Test("An empty document is rendered", arguments: DocumentFormat.allCases)
    func emptyDocument(format: DocumentFormat) {
        let blocks: [Document.Block] = [
            .table(Document.Table(caption: "", columns: [], rows: [])),
            .legend(Document.Legend(title: "", entries: [])), .prose(Prose()),
            .statusBar(Document.StatusBar(title: "", segments: [])),
            .timeline(Document.Timeline(title: "", rows: [])), .footnotes([]), .paragraph([]),
            .list(ordered: true, items: []), .summaryList(Document.SummaryList([])),
            .section(Document.Section(label: "", blocks: [])),
        ]
        _ = Document(title: "", blocks: []).render(format)
        _ = Document(title: "", blocks: blocks).render(format)
    }
}

@Suite("Markdown is read by pandoc")
struct PandocTests {
    @Test(
        "Every table arrives as a table and no words as markup",
        // Needs pandoc on the path: it is the outside reader.
        .enabled(if: OutsideReader.areRequired || OutsideReader.isAvailable("pandoc"))
    )
    func tables() throws {
        let json = try OutsideReader.run(
            ["pandoc", "-f", "gfm", "-t", "json"],
            ExampleDocument.document.render(.markdown)
        )
        #expect(json.components(separatedBy: "\"t\":\"Table\"").count - 1 == 3)
        var raw: Set<String> = []
        collectRaw(try JSONSerialization.jsonObject(with: Data(json.utf8)), into: &raw)
        let allowed: Set<String> = [
            "<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<sup>", "</sup>", "<br>", "<b>",
            "</b>",
        ]
        #expect(raw.isSubset(of: allowed))
    }

    private func collectRaw(_ value: Any, into raw: inout Set<String>) {
        if let list = value as? [Any] {
            for element in list { collectRaw(element, into: &raw) }
        } else if let object = value as? [String: Any] {
            if let kind = object["t"] as? String, kind.hasPrefix("Raw"),
                let content = object["c"] as? [Any], let text = content.last as? String
            {
                raw.insert(text)
            }
            for element in object.values { collectRaw(element, into: &raw) }
        }
    }
}

/// Reads HTML with Python's html.parser.
enum PythonReader {
    static func findings(in html: [UInt8]) throws -> String {
        let script = """
            import sys
            from html.parser import HTMLParser
            void = {'meta', 'br', 'col', 'rect', 'path'}
            class Reader(HTMLParser):
                stack, ids, found, refs = [], [], [], []
                def handle_starttag(self, tag, attrs):
                    for name, value in attrs:
                        if name == 'id': self.ids.append(value)
                        if name.startswith('on') or name in ('src', 'srcset'): self.found.append(name)
                        if name == 'href' and value.startswith('#'): self.refs.append(value[1:])
                        if name == 'aria-labelledby': self.refs.extend(value.split())
                    if tag in ('script', 'link', 'img', 'iframe', 'object'): self.found.append(tag)
                    if tag not in void: self.stack.append(tag)
                def handle_startendtag(self, tag, attrs): pass
                def handle_endtag(self, tag):
                    if not self.stack or self.stack.pop() != tag: self.found.append('unbalanced ' + tag)
            reader = Reader(convert_charrefs=True)
            reader.feed(sys.stdin.buffer.read().decode('utf-8'))
            reader.close()
            found = reader.found + reader.stack
            found += ['twice ' + i for i in set(reader.ids) if reader.ids.count(i) > 1]
            found += ['nowhere ' + r for r in reader.refs if r not in reader.ids]
            print(' '.join(found), end='')
            """
        return try OutsideReader.run(["python3", "-c", script], html)
    }
}

/// Runs programs that read what was rendered.
enum OutsideReader {
    /// Whether a reader that is missing is a failure, as in `make test`, and not a reason to skip.
    static let areRequired =
        ProcessInfo.processInfo.environment["COMMITTEE_READERS"] == "required"

    static func isAvailable(_ program: String) -> Bool {
        (try? run([program, "--version"], [])) != nil
    }

    static func run(_ arguments: [String], _ input: [UInt8]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let standardInput = Pipe()
        let standardOutput = Pipe()
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = FileHandle.nullDevice
        try process.run()
        if !input.isEmpty {
            try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
        }
        try standardInput.fileHandleForWriting.close()
        let data = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return String(decoding: data, as: UTF8.self)
    }
}
