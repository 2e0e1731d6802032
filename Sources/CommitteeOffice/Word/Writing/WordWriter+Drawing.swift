// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CommitteeKit

extension WordWriter {
    /// Draws a block, where pictures can be made of drawings.
    mutating func draw(_ block: Document.Block) {
        guard let drawing = block.drawing else { return }
        guard let picturing else { return }
        let size = fitted(drawing)
        // What would be too small to be read is left to the words.
        guard size.scale > 4_000, let png = picturing(drawing) else {
            return write(
                [.emphasis([.text("A picture of “\(drawing.title)” is left out here.")])],
                as: .body
            )
        }
        pictures.append((png, drawing.svg))
        let number = pictures.count
        let id = relate(WordRelation(kind: "image", target: "media/committee\(number).png"))
        let svg = relate(WordRelation(kind: "image", target: "media/committee\(number).svg"))
        let words = "\(drawing.title). \(drawing.description)"
        body.raw("<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/><w:keepNext/></w:pPr><w:r><w:drawing>")
        body.raw("<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"")
        body.number(size.width)
        body.raw("\" cy=\"")
        body.number(size.height)
        body.raw("\"/><wp:docPr id=\"")
        let picture = nextDrawing()
        body.number(picture)
        body.raw("\" name=\"Picture ")
        body.number(picture)
        body.raw("\" descr=\"")
        body.words(words)
        body.raw(
            "\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
        )
        body.raw("<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">")
        body.raw("<pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">")
        body.raw("<pic:nvPicPr><pic:cNvPr id=\"")
        body.number(picture)
        body.raw("\" name=\"Picture ")
        body.number(picture)
        body.raw("\" descr=\"")
        body.words(words)
        body.raw("\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"")
        body.raw(id)
        body.raw(
            "\"><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
        )
        body.raw(
            "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\""
        )
        body.raw(svg)
        body.raw(
            "\"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        )
        body.raw("<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"")
        body.number(size.width)
        body.raw("\" cy=\"")
        body.number(size.height)
        body.raw(
            "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
        )
        body.raw("</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>\n")
    }

    /// The size of a drawing on the page, in English Metric Units (635 to a twentieth of a point), and
    /// how many of these a unit of the drawing has.
    private func fitted(_ drawing: Document.Drawing) -> (width: Int, height: Int, scale: Int) {
        let (width, height) = (room.text * 635, (room.height - 2 * room.margin) * 635 * 3 / 4)
        let scale = min(width / drawing.width, height / drawing.height)
        return (drawing.width * scale, drawing.height * scale, scale)
    }
}
#endif
