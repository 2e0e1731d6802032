// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension SourceDocument {
    /// Returns the document with what its extraction broke put right.
    ///
    /// Lines are those of the document as it was read, whatever earlier repairs did. ``lines`` stays
    /// as it was read. Text that a repair puts in is taken as it is written there.
    ///
    /// ```swift
    /// let repairs = try RepairsFile(reading: bytes, source: "plan.repairs.json")
    /// let repaired = try document.repaired(by: repairs)
    /// for note in repaired.notes { print(note) }
    /// ```
    ///
    /// - Parameter file: The repairs.
    /// - Returns: The repaired document and what was repaired.
    /// - Throws: ``RepairError`` when a repair does not fit; nothing is repaired then.
    /// - Complexity: O(*n* + *m* log *n*) for *n* lines and *m* repairs, each of which takes the length of its line.
    public func repaired(by file: RepairsFile) throws(RepairError) -> RepairedDocument {
        if let expected = file.document, Self.fileName(expected) != Self.fileName(name) {
            throw RepairError(
                .otherDocument,
                "The repairs are for “\(expected)”, but the document is “\(name)”. Use the repairs "
                    + "of this document, or correct “document”.",
                source: file.source,
                line: 1,
                documentLine: nil
            )
        }
        var bench = RepairBench(self, source: file.source)
        var notes: [RepairNote] = []
        for repair in file.repairs {
            let what = try bench.make(repair)
            notes.append(RepairNote(line: repair.line, because: repair.because, what: what))
        }
        var document = self
        document.blocks = bench.blocks
        return RepairedDocument(document: document, notes: notes)
    }

    private static func fileName(_ path: String) -> Substring {
        path.split(separator: "/").last ?? path[...]
    }
}
