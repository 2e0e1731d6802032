// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// What the numbers of fields come to, in a declared report.
struct ListSums {
    private let fields: [ListField]

    init(_ fields: [ListField]) { self.fields = fields }

    /// Returns a cell with the sum of each field.
    ///
    /// - Parameter texts: Returns what a field holds in each record, in words.
    /// - Returns: The cells, in the order of the fields.
    func cells(_ texts: (ListField) -> [[String]]) -> [ScriptValue] {
        fields.map { field in
            let numbers = texts(field).joined().compactMap(Self.number)
            let (sum, overflows) = numbers.reduce((0, false)) { total, number in
                let (next, isTooMuch) = total.0.addingReportingOverflow(number.thousandths)
                return (next, total.1 || isTooMuch)
            }
            guard !overflows else { return .string("Too large") }
            let total = FigureNumber(thousandths: sum)
            return sum % 1000 == 0
                ? .integer(Int64(sum / 1000)) : .string(total.description)
        }
    }

    /// Returns which words are no number, so that they are in no sum; nil when there are none.
    func leftOut(of texts: [[String]], _ name: String) -> String? {
        let words = texts.joined().filter { Self.number($0) == nil }
        let isEmpty = texts.count { $0.isEmpty }
        var parts: [String] = []
        if !words.isEmpty {
            let shown = words.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
            let more = words.count > 3 ? " and \(words.count - 3) more" : ""
            parts.append("\(shown)\(more), which is no number")
        }
        if isEmpty > 0 { parts.append("what is not set (\(isEmpty) of \(texts.count))") }
        guard !parts.isEmpty else { return nil }
        return "\(name): the sum leaves out \(parts.joined(separator: ", and "))."
    }

    /// A number as people write it, perhaps with the sign of a currency.
    private static func number(_ text: String) -> FigureNumber? {
        var words = Substring(text)
        while let first = words.first, "£€$ ".contains(first) { words.removeFirst() }
        return FigureNumber(String(words))
    }
}
#endif
