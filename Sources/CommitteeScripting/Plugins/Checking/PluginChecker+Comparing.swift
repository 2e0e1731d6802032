// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension PluginChecker {
    /// Tells of comparisons of a field with what it can never be, such as a list with a text: Lua says that the
    /// two are not equal, and nothing else.
    ///
    /// A field is known by its name. One that the file gives a value itself is the file's own.
    mutating func checkComparisons() {
        let types = Self.typesOfFields
        for (file, names) in names.sorted(by: { $0.key < $1.key }) {
            for use in names.comparisons where !names.assigned.contains(use.field) {
                guard let kinds = types[use.field],
                    let words = Self.neverEqual(use, kinds)
                else { continue }
                add(file, use.line, words, .warning)
            }
        }
    }

    /// The types that each name of a field has in the records of the API.
    private static let typesOfFields: [String: Set<String>] = {
        var types: [String: Set<String>] = [:]
        for type in ScriptAPI.current.types {
            for field in type.fields { types[field.name, default: []].insert(field.type) }
        }
        return types
    }()

    private static func neverEqual(_ use: LuaNames.Comparison, _ types: Set<String>) -> String? {
        let kinds = Set(types.map { $0.hasSuffix("?") ? String($0.dropLast()) : $0 })
        let found = "“\(use.field)”"
        switch use.literal {
        case .text(let text) where kinds.isSubset(of: ["integer", "number"]):
            let advice = FigureNumber(text) == nil ? "" : " Write \(text) without quotation marks."
            return "\(found) is a number, so it is never equal to the text \"\(text)\".\(advice)"
        case .text(let text) where kinds == ["boolean"]:
            return
                "\(found) is true or false, so it is never equal to the text \"\(text)\". Write it alone, as in "
                + "if x.\(use.field) then, or with not before it."
        case .text(let text) where !kinds.isEmpty && kinds.allSatisfy({ $0.hasSuffix("[]") }):
            return
                "\(found) is a list, so it is never equal to the text \"\(text)\". Look at each: "
                + "for _, one in ipairs(x.\(use.field)) do … end."
        case .number(let number) where kinds == ["string"]:
            return
                "\(found) is a text, so it is never equal to the number \(number). Write \"\(number)\"."
        case .text(let text) where kinds == ["string"]:
            guard let known = knownWords[use.field], !known.contains(text) else { return nil }
            return
                "\"\(text)\" is nothing that \(found) holds. \(ClosestName.suggestion(for: text, in: known))"
        default: return nil
        }
    }

    /// The fields that hold one of a closed set of words.
    private static let knownWords = [
        "status_means": StatusMeaning.names,
        "status_colour": StatusColour.allCases.map(\.rawValue) + [""],
        "audience": Audience.allCases.map(\.rawValue),
    ]
}
#endif
