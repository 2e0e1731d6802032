// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Where the reader is: a piece of the document, and the cell of it when that is known.
struct FoundPlace {
    var piece: Int
    var cell: Int?
}

extension PlanWalk {
    /// Notes something doubtful, with the place where the reader is.
    mutating func find(_ line: Int, _ kind: String, _ message: String) {
        findings.append(
            Finding(line: line, kind: kind, message: message, place: place(of: line))
        )
    }

    /// Notes something doubtful about a cell that was read before.
    mutating func find(at cell: CellText?, _ line: Int, _ kind: String, _ message: String) {
        if let cell, cell.posting >= 0 {
            let place = ledger.postings[cell.posting].place
            here = FoundPlace(piece: place.piece, cell: place.shownCell - 1)
        }
        find(line, kind, message)
        here = nil
    }

    /// Says in which cell the reader is.
    mutating func stand(in cell: Int?) { here?.cell = cell }

    /// The cell or paragraph of a line: where the reader is, if that is on the line, else the first.
    mutating func place(of line: Int) -> FindingPlace? {
        guard line > 0 else { return nil }
        if let here, pieces[here.piece].line == line {
            return place(of: pieces[here.piece], cell: here.cell)
        }
        if piecesByLine.isEmpty {
            for (index, piece) in pieces.enumerated() where piecesByLine[piece.line] == nil {
                piecesByLine[piece.line] = index
            }
        }
        return piecesByLine[line].map { place(of: pieces[$0], cell: nil) }
    }

    private func place(of piece: SourcePiece, cell: Int?) -> FindingPlace {
        guard piece.isRow else { return .paragraph(piece.ordinal) }
        return .row(table: piece.table, row: piece.ordinal, cell: cell.map { $0 + 1 })
    }
}
