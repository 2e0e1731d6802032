// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Gathers the bytes that a report writes through `out`.
struct RawWriter {
    let values: ReportValues
    let mediaType: String
    private(set) var bytes: [UInt8] = []

    init(values: ReportValues, mediaType: String) {
        self.values = values
        self.mediaType = mediaType
    }

    /// Answers a call such as `out:row { … }`.
    mutating func answer(_ function: String, _ arguments: [ScriptValue]) throws(ScriptRefusal) {
        let call = ScriptArguments("out:\(function)", arguments)
        try call.check(1...1)
        switch function {
        case "write": bytes += try call.text(0).utf8
        case "row": try row(call)
        case "json": bytes += try json(call[0], path: "").indentedText.utf8
        default: throw ScriptRefusal("out:\(function) is not answered in this run")
        }
    }

    // MARK: Rows

    private mutating func row(_ call: ScriptArguments) throws(ScriptRefusal) {
        guard mediaType.hasPrefix("text/csv") else {
            throw ScriptRefusal(
                "out:row writes text/csv, and this report declares \(mediaType); use out:write"
            )
        }
        guard let cells = values.list(call[0]) else { throw call.expected("a list of cells", 0) }
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(try text(cell, index + 1))
        }
        bytes += "\r\n".utf8
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

    private mutating func append(_ cell: String) {
        let needsQuotes = cell.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes else { return bytes += cell.utf8 }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
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
