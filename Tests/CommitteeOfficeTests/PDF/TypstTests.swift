// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

@Suite struct TypstTests {
    private func markup(_ blocks: [Document.Block], title: String = "T") -> String {
        let document = Document(title: title, blocks: [.heading(1, title)] + blocks)
        return String(decoding: document.render(with: TypstRenderer()), as: UTF8.self)
    }

    @Test(arguments: [
        ("#read(\"/etc/passwd\")", "par({\"#read(\\\"/etc/passwd\\\")\"; })"),
        ("a ] b } c", "par({\"a ] b } c\"; })"), ("\\u{41} \\", "par({\"\\\\u{41} \\\\\"; })"),
        ("$ x $ `y` <z>", "par({\"$ x $ `y` <z>\"; })"),
    ])
    func wordsAreStringsAndNeverMarkup(words: String, written: String) {
        #expect(markup([.paragraph(words)]).hasSuffix("#\(written)\n"))
    }

    @Test func theTitleIsAStringToo() {
        let text = markup([], title: "\")\n#read(\"x\")")
        #expect(text.contains("#set document(title: \"\\\")\\n#read(\\\"x\\\")\", date: none)"))
    }

    @Test func tablesHaveHeadingsAndMergedCells() {
        let text = markup([.table(SampleDocument.actions)])
        #expect(text.contains("table.header("))
        #expect(text.contains("table.cell(rowspan: 2, {\n{{\"Education\"; }}\n}"))
        #expect(text.contains("fill: rgb(\"#00623b\"), text(fill: rgb(\"#ffffff\"), {"))
    }

    @Test func theLanguageIsSaid() {
        #expect(markup([]).contains("#set text(lang: \"en\", region: \"gb\""))
    }

    @Test func aLinkToNothingIsWords() {
        let text = markup([.paragraph([.link(text: [.text("x")], destination: "#nowhere")])])
        #expect(!text.contains("link("))
    }

    // MARK: The program

    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: ".build/readers").path

    private static let script = """
        import sys
        sys.path.insert(0, sys.argv[3])
        import typst
        typst.compile(sys.argv[1], output=sys.argv[2], root=sys.argv[4], pdf_standards=['ua-1'], timestamp=0)
        """
    private static let check = """
        import sys, pikepdf
        pdf = pikepdf.open(sys.argv[1])
        kinds = {}
        scopes = set()
        def walk(node):
            if isinstance(node, pikepdf.Array):
                for n in node: walk(n)
                return
            if not isinstance(node, pikepdf.Dictionary): return
            if '/S' in node:
                kind = str(node.S)
                kinds[kind] = kinds.get(kind, 0) + 1
                a = node.get('/A')
                for one in (a if isinstance(a, pikepdf.Array) else [a]):
                    if isinstance(one, pikepdf.Dictionary) and '/Scope' in one: scopes.add(str(one.Scope))
                if kind == '/Figure' and '/Alt' in node: kinds['alt'] = kinds.get('alt', 0) + 1
            if '/K' in node: walk(node.K)
        walk(pdf.Root.StructTreeRoot.K)
        print(pdf.Root.Lang, pdf.Root.MarkInfo.Marked, pdf.open_metadata()['dc:title'], sorted(scopes))
        print(*(f'{k}={kinds.get(k, 0)}' for k in ['/Table', '/TH', '/H1', '/H2', '/Figure', 'alt']))
        """

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: package + "/typst")
                && OutsideReader.has(python: "pikepdf"),
            "Run Documentation/scripts/set-up.sh --tests to make PDFs with Typst and read them"
        )
    )
    func theCompilerMakesATaggedPDF() throws {
        let bytes = SampleDocument.whole.render(with: TypstRenderer())
        let found = try OutsideReader.withFile(bytes, ending: "typ") { file in
            let pdf = file.deletingPathExtension().appendingPathExtension("pdf").path
            let root = file.deletingLastPathComponent().path
            _ = try OutsideReader.run(
                ["/usr/bin/python3", "-c", Self.script, file.path, pdf, Self.package, root]
            )
            return try OutsideReader.run(["/usr/bin/python3", "-c", Self.check, pdf])
        }
        #expect(
            found == """
                en-GB True Progress report ['/Column']
                /Table=2 /TH=12 /H1=1 /H2=1 /Figure=1 alt=1

                """
        )
    }
}
