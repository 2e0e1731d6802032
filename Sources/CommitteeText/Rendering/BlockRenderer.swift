// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A renderer that writes a document block by block, with an empty line between two blocks.
package protocol BlockRenderer: DocumentRenderer {
    /// Writes one block.
    func write(
        _ block: Document.Block,
        into output: inout OutputBuffer,
        sink: inout some ByteSink
    )

    /// Writes a fact about the document itself, which stands after its blocks.
    func write(_ property: Document.Property, into output: inout OutputBuffer)
}

extension BlockRenderer {
    /// Writes a document: its title unless it begins with one, its blocks, then its properties.
    func renderBlocks(of document: Document, into sink: inout some ByteSink) {
        var output = OutputBuffer()
        var blocks = document.blocks[...]
        if !document.beginsWithTitle { blocks = [.heading(1, document.title)] + blocks }
        write(blocks, into: &output, sink: &sink)
        if !document.properties.isEmpty {
            output.lineFeed()
            for property in document.properties { write(property, into: &output) }
        }
        output.flush(into: &sink)
    }

    /// Writes blocks in order.
    package func write(
        _ blocks: ArraySlice<Document.Block>,
        into output: inout OutputBuffer,
        sink: inout some ByteSink
    ) {
        var isFirst = true
        for block in blocks {
            if !isFirst { output.lineFeed() }
            isFirst = false
            write(block, into: &output, sink: &sink)
            output.drain(into: &sink)
        }
    }
}
