// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CLuaHost
internal import CommitteeKit

/// What Lua takes without a word, and a person who knows spreadsheets did not mean.
///
/// It looks at words, as ``LuaNames`` does. What may be meant after all is a warning.
struct LuaHints {
    /// Something found, with the line on which it stands.
    struct Finding: Hashable {
        var line: Int
        var message: String
        var severity: PluginProblem.Severity
    }

    private let tokens: [LuaToken]
    private(set) var findings: [Finding] = []

    /// The functions of the libraries, by library.
    static let libraries: [String: Set<String>] = [
        "string": [
            "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack",
            "packsize", "rep", "reverse", "sub", "unpack", "upper",
        ],
        "table": ["concat", "insert", "move", "pack", "remove", "sort", "unpack"],
        "math": [
            "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge",
            "log", "max", "maxinteger", "min", "mininteger", "modf", "pi", "rad", "random",
            "randomseed", "sin", "sqrt", "tan", "tointeger", "type", "ult",
            // Of earlier versions; the system's Lua still has them.
            "atan2", "cosh", "frexp", "ldexp", "log10", "pow", "sinh", "tanh",
        ],
        "utf8": ["char", "charpattern", "codepoint", "codes", "len", "offset"],
    ]

    /// The fields that hold a day wherever they occur.
    private static let days = fields { $0 == "date" || $0 == "date?" }
    /// The fields that hold a list wherever they occur.
    private static let lists = fields { $0.hasSuffix("[]") }

    private static func fields(_ fits: (String) -> Bool) -> Set<String> {
        var fitting: Set<String> = []
        var others: Set<String> = []
        for field in EditionSchema.types.flatMap(\.fields) {
            if fits(field.type) { fitting.insert(field.name) } else { others.insert(field.name) }
        }
        return fitting.subtracting(others)
    }

    init(_ file: ScriptFile, declared: Set<String>) {
        tokens = LuaTokens.read(file.bytes)
        for index in tokens.indices {
            switch tokens[index].text {
            case "==", "~=": checkComparison(index)
            case "&": checkJoining(index)
            case "[": checkPlace(index)
            case "in": checkLoop(index)
            case ".": checkLibrary(index, declared)
            default: break
            }
        }
    }

    private func token(_ index: Int) -> LuaToken? {
        tokens.indices.contains(index) ? tokens[index] : nil
    }

    private mutating func add(_ index: Int, _ message: String, _ severity: PluginProblem.Severity) {
        findings.append(Finding(line: tokens[index].line, message: message, severity: severity))
    }

    /// The last name of a path such as `action.due` that ends at a place; nil when none does.
    private func field(endingAt index: Int) -> String? {
        guard let name = token(index), name.kind == .name, token(index - 1)?.isMark(".") == true
        else {
            return nil
        }
        return name.text
    }

    /// The last name of a path that begins at a place, and the place behind it.
    private func path(from start: Int) -> (field: String, end: Int)? {
        guard token(start)?.kind == .name else { return nil }
        var index = start
        while true {
            if token(index + 1)?.isMark(".") == true, token(index + 2)?.kind == .name {
                index += 2
            } else if token(index + 1)?.isMark("[") == true, token(index + 3)?.isMark("]") == true {
                index += 3
            } else {
                break
            }
        }
        guard index > start, tokens[index].kind == .name else { return nil }
        return (tokens[index].text, index + 1)
    }

    // MARK: What is looked at

    /// A day that is compared with a text.
    private mutating func checkComparison(_ index: Int) {
        guard tokens[index].kind == .mark else { return }
        let left = token(index - 1)
        let right = token(index + 1)
        var compared: (field: String, text: String)?
        if let right, right.kind == .text, let name = field(endingAt: index - 1),
            token(index + 2)?.isMark("..") != true
        {
            compared = (name, right.text)
        } else if let left, left.kind == .text, let (name, _) = path(from: index + 1) {
            compared = (name, left.text)
        }
        guard let compared, Self.days.contains(compared.field) else { return }
        let isDay =
            compared.text.utf8.count == 10 && compared.text.utf8.first.map(Self.isDigit) == true
        let remedy =
            compared.text.isEmpty
            ? "write \(compared.field) == nil for a date that is not there"
            : "compare it with ctx.date(\"\(isDay ? compared.text : "2026-10-31")\")"
        add(
            index,
            "“\(compared.field)” is a date, and a date is never equal to a text; \(remedy).",
            .warning
        )
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// Texts that `&` should join.
    private mutating func checkJoining(_ index: Int) {
        guard tokens[index].kind == .mark,
            token(index - 1)?.kind == .text || token(index + 1)?.kind == .text
        else { return }
        add(index, "texts are joined with .., not with &.", .error)
    }

    /// The item 0 of a list.
    private mutating func checkPlace(_ index: Int) {
        guard tokens[index].kind == .mark, let number = token(index + 1), number.kind == .number,
            number.text == "0", token(index + 2)?.isMark("]") == true,
            let list = field(endingAt: index - 1), Self.lists.contains(list)
        else { return }
        add(index, "a list begins with 1: write \(list)[1] for the first item.", .warning)
    }

    /// A list after `in` as it is.
    private mutating func checkLoop(_ index: Int) {
        guard tokens[index].kind == .name, let (list, end) = path(from: index + 1),
            Self.lists.contains(list), token(end)?.isName("do") == true
        else { return }
        add(
            index,
            "after “in” comes ipairs(…): write for _, item in ipairs(….\(list)) do.",
            .warning
        )
    }

    /// A function that a library does not have.
    private mutating func checkLibrary(_ index: Int, _ declared: Set<String>) {
        guard tokens[index].kind == .mark, let library = token(index - 1), library.kind == .name,
            let known = Self.libraries[library.text], !declared.contains(library.text),
            token(index - 2)?.isMark(".") != true, token(index - 2)?.isMark(":") != true,
            let function = token(index + 1), function.kind == .name,
            !known.contains(function.text)
        else { return }
        let remedy = Self.remedy(function: function.text) ?? ""
        let closest = ClosestName.closest(to: function.text, in: known.sorted())
        let hint = closest.map { "; did you mean \(library.text).\($0)?" } ?? "."
        add(
            index + 1,
            "there is no function “\(library.text).\(function.text)”"
                + (remedy.isEmpty ? hint : remedy + "."),
            .error
        )
    }

    // MARK: The host's words

    /// What to write instead of a function that there is not, as the host says it: “; write …”.
    static func remedy(function: String) -> String? {
        hint { clh_explain_function(function, $0, $1) }
    }

    /// What to write instead of a global that there is not, as the host says it.
    static func remedy(global: String) -> String? {
        hint { clh_explain_global(global, $0, $1) }
    }

    private static func hint(
        _ write: (UnsafeMutablePointer<CChar>?, Int) -> Int32
    ) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 200) { buffer in
            write(buffer.baseAddress, buffer.count) == 0
                ? nil : buffer.baseAddress.map { String(cString: $0) }
        }
    }
}
#endif
