// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

extension SourceDocument {
    /// The row that begins on a line.
    func row(_ line: Int) -> SourceRow? {
        tables.flatMap(\.rows).first { $0.line == line }
    }

    /// The texts of every table's cells.
    var grid: [[[String]]] {
        tables.map { $0.rows.map { $0.cells.map(\.text) } }
    }
}
