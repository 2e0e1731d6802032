// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeText

extension ReturnSheet {
    /// The sheet as a web page that works without a network: its lead fills it in, and it saves or copies the
    /// answers as the text that ``text`` would be.
    ///
    /// The page asks nothing of any server and keeps nothing. Without a program for its buttons it says
    /// where to write instead.
    public var page: String {
        var fields: [String] = []
        var parts: [JSONValue] = []
        var page = ""
        func add(field label: String, head: String, written: [String], rows: Int) {
            let id = "f\(fields.count)"
            fields.append(id)
            parts.append(["field": .string(id), "head": .string(head)])
            page += "<p><label for=\"\(id)\">\(Self.markup(label))</label>\n"
            page += "<textarea id=\"\(id)\" rows=\"\(rows)\">\n"
            page += Self.markup(written.joined(separator: "\n")) + "</textarea></p>\n"
        }
        for part in sheetParts {
            switch part {
            case .line(let line): parts.append(.string(line))
            case .item(let number, let printed):
                if !fields.isEmpty { page += "</fieldset>\n" }
                page +=
                    "<fieldset><legend>[\(Self.markup(number))] \(Self.markup(printed.first ?? ""))</legend>\n"
                for line in printed.dropFirst() { page += "<p>\(Self.markup(line))</p>\n" }
                for (place, line) in printed.enumerated() {
                    parts.append(.string(place == 0 ? "[\(number)] \(line)" : line))
                }
            case .answer(let number, let label, let written):
                let head = "[\(number)] \(label.printed):"
                add(
                    field: label.printed,
                    head: head,
                    written: written,
                    rows: label == .done ? 4 : 2
                )
            case .footer(let label):
                if label == .answeredBy, !entries.isEmpty { page += "</fieldset>\n" }
                add(field: label.printed, head: "\(label.printed):", written: [], rows: 1)
            }
        }
        let title = "Progress update at \(date.formatted("d MMMM yyyy")): \(name)"
        let name = "\(date)-\(lead).txt"
        // What could end the script or begin a comment in it is written as a number.
        let data = JSONValue.object(["file": .string(name), "parts": .array(parts)]).canonicalText
            .replacing("<", with: "\\u003c")
        return """
            <!DOCTYPE html>
            <html lang="en-GB"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            script-src 'unsafe-inline'">
            <title>\(Self.markup(title))</title>
            <style>\(Self.style)</style></head>
            <body><main id="\(Self.pageMark)">
            <h1>\(Self.markup(title))</h1>
            <p>\(Self.markup(plan)). Please return by \(due.formatted("d MMMM yyyy"))\
            \(sendTo.isEmpty ? "" : " to \(Self.markup(sendTo))").</p>
            <p>\(Self.pageRules)</p>
            <noscript><p>This page needs scripts for its buttons. Write in the text sheet instead.</p></noscript>
            <form>
            \(page)</form>
            <p><button type="button" id="save">Save the answers as text</button>
            <button type="button" id="copy">Copy the answers</button></p>
            <p role="status" id="said"></p>
            <p><label for="whole">The answers as they are sent</label>
            <textarea id="whole" rows="6" readonly></textarea></p>
            </main>
            <script type="application/json" id="sheet">\(data)</script>
            <script>\(Self.script)</script>
            </body></html>

            """
    }

    /// The identifier by which the page is known when somebody sends back the page instead of the text.
    package static let pageMark = "committee-return"

    private static func markup(_ words: String) -> String {
        words.reduce(into: "") { markup, character in
            switch character {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&quot;"
            default: markup.append(character)
            }
        }
    }

    private static let style = """
        body { font: 1.0625rem/1.5 system-ui, sans-serif; color: #111; background: #fff; margin: 0; }
        main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
        fieldset { border: 2px solid #555; margin: 1.5rem 0; padding: 1rem; min-width: 0; }
        legend { font-weight: bold; padding: 0 0.4rem; }
        label { display: block; font-weight: bold; }
        textarea { box-sizing: border-box; width: 100%; font: inherit; color: inherit; background: inherit; \
        border: 2px solid #555; }
        button { font: inherit; padding: 0.5rem 1rem; margin: 0 0.5rem 0.5rem 0; }
        :focus-visible { outline: 3px solid #0b5cad; outline-offset: 2px; }
        @media (prefers-color-scheme: dark) { body { color: #eee; background: #111; } \
        fieldset, textarea { border-color: #aaa; } :focus-visible { outline-color: #8cc4ff; } }
        """

    /// Puts the answers behind their labels as the text sheet has them.
    private static let script = """
        const sheet = JSON.parse(document.getElementById("sheet").textContent);
        const whole = document.getElementById("whole");
        const said = document.getElementById("said");
        function text() {
          return sheet.parts.map(part => {
            if (typeof part === "string") return part;
            const lines = document.getElementById(part.field).value.split(/\\r?\\n/).map(l => l.trimEnd());
            while (lines.length && !lines[0]) lines.shift();
            while (lines.length && !lines[lines.length - 1]) lines.pop();
            if (!lines.length) return part.head;
            if (lines.length === 1 && !lines[0].startsWith("- ")) return part.head + " " + lines[0];
            return part.head + "\\n" + lines.join("\\n");
          }).join("\\n") + "\\n";
        }
        function show() { whole.value = text(); }
        document.querySelector("form").addEventListener("input", show);
        document.getElementById("save").addEventListener("click", () => {
          show();
          const link = document.createElement("a");
          link.href = URL.createObjectURL(new Blob([whole.value], { type: "text/plain" }));
          link.download = sheet.file;
          link.click();
          said.textContent = "Saved as " + sheet.file + ". Send that file back.";
        });
        document.getElementById("copy").addEventListener("click", () => {
          show();
          whole.select();
          const done = () => { said.textContent = "Copied. Paste it into an e-mail."; };
          const ask = () => { said.textContent = "Copy the text below, and paste it into an e-mail."; };
          if (navigator.clipboard) navigator.clipboard.writeText(whole.value).then(done, ask);
          else if (document.execCommand("copy")) done(); else ask();
        });
        show();
        """
}
