// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Answers what a report asks of `out` that is not plain: the host writes plain texts and rows
/// itself.
struct RawWriter {
    let values: ReportValues
    let mediaType: String

    /// Whether `out:row` writes CSV.
    static func writesRows(_ mediaType: String) -> Bool { mediaType.hasPrefix("text/csv") }

    /// Answers a call such as `out:row { … }` with the text to write.
    func answer(
        _ function: String,
        _ arguments: [ScriptValue]
    ) throws(ScriptRefusal) -> String {
        let call = ScriptArguments("out:\(function)", arguments)
        switch function {
        case "write":
            try call.check(1...1)
            return try call.text(0)
        case "row": return try row(call, arguments)
        case "json":
            try call.check(1...1)
            return try json(call[0], path: "").indentedText
        default: throw ScriptRefusal("out:\(function) is not answered in this run")
        }
    }

    // MARK: Rows

    /// A row of CSV: the cells one by one, or one list of them.
    private func row(
        _ call: ScriptArguments,
        _ arguments: [ScriptValue]
    ) throws(ScriptRefusal) -> String {
        guard Self.writesRows(mediaType) else {
            throw ScriptRefusal(
                "out:row writes text/csv, and this report declares \(mediaType); use out:write"
            )
        }
        var cells = arguments
        if arguments.count < 2 {
            if call[0] == .null { throw call.expected("a list of cells", 0) }
            cells = values.list(call[0]) ?? arguments
        }
        guard cells.count <= 1_000 else {
            throw ScriptRefusal("out:row: a row has at most 1000 cells, found \(cells.count)")
        }
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += "," }
            line += Self.quoted(try text(cell, index + 1))
        }
        return line + "\r\n"
    }

    /// The text of a cell; words that a spreadsheet would take for a formula begin with a quote.
    private func text(_ cell: ScriptValue, _ place: Int) throws(ScriptRefusal) -> String {
        switch cell {
        case .null: return ""
        case .bool(let truth): return truth ? "true" : "false"
        case .integer(let number): return String(number)
        case .number(let number): return JSONValue.number(number).numberText
        case .date(let day): return CivilDate(dayNumber: Int(day)).description
        case .string(let text): return Self.harmless(text)
        case .handle, .list:
            guard let parts = values.list(cell) else { break }
            var texts: [String] = []
            for part in parts {
                guard case .string(let text) = part else {
                    throw ScriptRefusal(
                        "out:row: cell \(place) holds a list of other things than texts"
                    )
                }
                texts.append(text)
            }
            return Self.harmless(texts.joined(separator: "; "))
        default: break
        }
        throw ScriptRefusal(
            "out:row: cell \(place) is \(cell.kindInWords); give a text, a number or a date"
        )
    }

    private static func harmless(_ text: String) -> String {
        CSVRenderer.isFormula(text) ? "'" + text : text
    }

    /// A cell, in quotes where its characters need them.
    private static func quoted(_ cell: String) -> String {
        let needsQuotes = cell.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes else { return cell }
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: JSON

    private func json(_ value: ScriptValue, path: String) throws(ScriptRefusal) -> JSONValue {
        switch value {
        case .map(let map):
            guard map.items.isEmpty else {
                throw ScriptRefusal(
                    "out:json: \(path.isEmpty ? "the value" : path) has both names and positions; "
                        + "JSON has objects and lists apart"
                )
            }
            var members: [(String, JSONValue)] = []
            for entry in map.entries {
                let step = path.isEmpty ? entry.name : "\(path).\(entry.name)"
                members.append((entry.name, try json(entry.value, path: step)))
            }
            return .object(JSONObject(members))
        case .handle, .list:
            guard let items = values.list(value) else {
                throw ScriptRefusal(
                    "out:json: \(path.isEmpty ? "the value" : path) is a record; name its fields"
                )
            }
            var elements: [JSONValue] = []
            for (index, item) in items.enumerated() {
                elements.append(try json(item, path: "\(path)[\(index + 1)]"))
            }
            return .array(elements)
        default: return value.json()
        }
    }
}

extension JSONValue {
    fileprivate var numberText: String { String(decoding: canonicalBytes, as: UTF8.self) }
}
#endif
