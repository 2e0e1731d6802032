// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The style of a page: calm, large, and legible on paper.
enum HTMLStyle {
    /// Writes the style sheet, the status colours included, for pages as the document wants them on paper.
    static func write(to output: inout OutputBuffer, for document: Document) {
        output.append(sheet)
        for colour in StatusColour.allCases {
            output.append(".tag-")
            output.append(words: colour.rawValue)
            output.append(" { background: ")
            output.append(words: colour.background.hexadecimal)
            output.append("; color: ")
            output.append(words: colour.foreground.hexadecimal)
            output.append("; }\n")
        }
        output.append("@page { size: ")
        output.append(document.page.size == .a3 ? "A3 " : "A4 ")
        output.append(document.orientation == .landscape ? "landscape" : "portrait")
        output.append("; margin: 15mm; }\n")
        output.append(printSheet)
    }

    private static let sheet: StaticString = """
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: #ffffff; color: #0b0c0c; line-height: 1.5;
          font-family: "Helvetica Neue", Arial, "Liberation Sans", sans-serif; font-size: 1.1875rem;
          overflow-wrap: break-word; }
        .page-header, main, .page-footer { max-width: 75rem; margin: 0 auto; padding: 0 1rem; }
        .page-header { border-bottom: 0.25rem solid #144e8c; padding-top: 0.75rem; }
        .page-header p { margin: 0 0 0.75rem; font-weight: 700; }
        .page-footer { border-top: 1px solid #6f777b; margin-top: 3rem; padding-bottom: 2rem;
          font-size: 1rem; }
        main { padding-top: 1.5rem; }
        main:focus { outline: none; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 2.5rem 0 1rem; }
        h1 { font-size: 2.25rem; margin-top: 1rem; }
        h2 { font-size: 1.75rem; }
        h3 { font-size: 1.375rem; }
        h4, h5, h6 { font-size: 1.1875rem; }
        p, ul, ol, dl, figure { margin: 0 0 1.25rem; max-width: 44rem; }
        figure { max-width: none; }
        ul, ol { padding-left: 1.5rem; }
        li { margin-bottom: 0.3rem; }
        a { color: #0f4c91; text-underline-offset: 0.15em; }
        a:hover { text-decoration-thickness: 0.2rem; }
        a:focus, .scroll:focus { outline: 0.25rem solid #ffdd00; background: #fff9d6;
          box-shadow: 0 0 0 0.4rem #0b0c0c; color: #0b0c0c; }
        .scroll:focus { background: #ffffff; }
        .skip-link { position: absolute; left: -100rem; padding: 0.75rem 1rem; }
        .skip-link:focus { position: static; display: block; }
        .scroll { overflow-x: auto; margin-bottom: 2rem; }
        table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; font-size: 1.0625rem; }
        .scroll table { min-width: 50rem; margin-bottom: 0; }
        .scroll table.many { min-width: 70rem; }
        caption { text-align: left; font-weight: 700; font-size: 1.1875rem; padding-bottom: 0.5rem; }
        th, td { text-align: left; vertical-align: top; padding: 0.6rem 1rem 0.6rem 0;
          border-bottom: 1px solid #b1b4b6; }
        thead th, thead td { border-bottom: 2px solid #0b0c0c; vertical-align: bottom; }
        tr.section th { background: #eef1f4; padding-left: 0.6rem; border-bottom-color: #6f777b; }
        tr.level-2 th { padding-left: 1.2rem; }
        td p:last-child, td ul:last-child, td ol:last-child, dd p:last-child, dd ul:last-child
          { margin-bottom: 0; }
        .center { text-align: center; }
        .end { text-align: right; font-variant-numeric: tabular-nums; }
        caption, figcaption { max-width: 44rem; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        figcaption { font-weight: 700; margin-bottom: 0.5rem; }
        .summary { max-width: none; border-top: 1px solid #b1b4b6; }
        .summary div { border-bottom: 1px solid #b1b4b6; padding: 0.6rem 0; }
        .summary dt { font-weight: 700; }
        .summary dd { margin: 0; }
        @media (max-width: 30rem) {
          th, td { overflow-wrap: anywhere; hyphens: auto; padding-right: 0.6rem; }
          .scroll th, .scroll td { overflow-wrap: break-word; hyphens: manual; }
        }
        @media (min-width: 40rem) {
          .summary > div { display: grid; grid-template-columns: 18rem 1fr; gap: 1.5rem; }
        }
        .tag { display: inline-block; padding: 0.1rem 0.5rem; border: 2px solid #0b0c0c;
          font-size: 1rem; line-height: 1.4; }
        .tag-none { background: #ffffff; color: #0b0c0c; }
        .counts { list-style: none; padding: 0; margin-top: 0.75rem; }
        svg { display: block; width: 100%; height: auto; fill: #0b0c0c; font-size: 16px;
          font-family: inherit; }
        .timeline svg, .heat-map svg { min-width: 50rem; }
        .notice { border: 0.25rem solid #144e8c; padding: 1rem; margin: 0 0 1.5rem; }
        .notice p:last-child { margin-bottom: 0; }
        .notice-warning { border-color: #b11d1d; }
        .notice-draft, .notice-watermark { border-color: #0b0c0c; border-style: dashed; }
        .notice .notice-kind { font-weight: 700; margin-bottom: 0.25rem; }
        .watermark { display: none; }
        .complementary { border-left: 0.25rem solid #b1b4b6; padding-left: 1rem; }
        .notes { border-top: 1px solid #b1b4b6; padding-top: 1rem; font-size: 1rem; }
        .note { display: flex; gap: 0.75rem; margin-bottom: 0.5rem; }
        .note-label { font-weight: 700; }

        """

    private static let printSheet: StaticString = """
        @media print {
          body { font-size: 11pt; }
          .skip-link { display: none; }
          .page-header, main, .page-footer { max-width: none; padding: 0; }
          .scroll { overflow: visible; }
          .scroll table, .scroll table.many, .timeline svg,
          .heat-map svg { min-width: 0; }
          table { font-size: 9pt; }
          thead { display: table-header-group; }
          tr, .notice, .summary div, figure.status-bar, figure.sparkline { break-inside: avoid; }
          h1, h2, h3, h4, h5, h6, caption, tr.section { break-after: avoid; }
          tbody tr:first-child { break-before: avoid; }
          .page-break { break-after: page; }
          .tag, svg, tr.section th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          .watermark { display: block; position: fixed; top: 40%; left: 0; width: 100%;
            text-align: center; font-size: 40pt; opacity: 0.15; transform: rotate(-30deg); }
        }

        """
}
