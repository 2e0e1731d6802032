// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A row of a Markdown pipe table.
enum PipeRow {
    /// Whether a trimmed line divides a heading row from the body, such as `| --- | :-: |`.
    static func isAlignmentRow(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.contains(SourceByte.pipe) else { return false }
        var dashes = 0
        for byte in line {
            switch byte {
            case SourceByte.dash: dashes += 1
            case SourceByte.pipe, SourceByte.colon: break
            default: if !SourceByte.isSpace(byte) { return false }
            }
        }
        guard dashes > 0 else { return false }
        return cells(of: line).allSatisfy { cell in
            var inner = SourceByte.trimmed(Array(cell.utf8)[...])
            if inner.first == SourceByte.colon { inner = inner.dropFirst() }
            if inner.last == SourceByte.colon { inner = inner.dropLast() }
            return !inner.isEmpty && inner.allSatisfy { $0 == SourceByte.dash }
        }
    }

    /// Whether a trimmed line begins with a pipe and has another that is not escaped.
    static func isFramed(_ line: ArraySlice<UInt8>) -> Bool {
        line.first == SourceByte.pipe && hasPipe(line.dropFirst())
    }

    /// Whether a line has a pipe that is not escaped.
    static func hasPipe(_ line: ArraySlice<UInt8>) -> Bool {
        var isEscaped = false
        for byte in line {
            if isEscaped {
                isEscaped = false
            } else if byte == SourceByte.backslash {
                isEscaped = true
            } else if byte == SourceByte.pipe {
                return true
            }
        }
        return false
    }

    /// The raw cells of a trimmed line, the outer pipes left off.
    static func cells(of line: ArraySlice<UInt8>) -> [String] {
        var cells: [String] = []
        var start = line.startIndex
        if line.first == SourceByte.pipe { start += 1 }
        var index = start
        while index < line.endIndex {
            if line[index] == SourceByte.backslash {
                index += 2
                continue
            }
            if line[index] == SourceByte.pipe {
                cells.append(SourceByte.text(line[start..<index]))
                start = index + 1
            }
            index += 1
        }
        if start < line.endIndex { cells.append(SourceByte.text(line[start...])) }
        return cells
    }

    /// The markup of a raw cell: `\|` is a pipe, and everything else stays as it is.
    static func markup(of raw: String) -> String {
        guard raw.utf8.contains(SourceByte.pipe) else { return raw }
        var output: [UInt8] = []
        var bytes = raw.utf8.makeIterator()
        while let byte = bytes.next() {
            guard byte == SourceByte.backslash, let escaped = bytes.next() else {
                output.append(byte)
                continue
            }
            if escaped != SourceByte.pipe { output.append(byte) }
            output.append(escaped)
        }
        return SourceByte.text(output)
    }
}
