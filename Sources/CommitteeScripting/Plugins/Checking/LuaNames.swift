// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// What names one Lua file uses: the modules that it requires, the settings that it reads, and the
/// globals that nothing declares.
///
/// It looks at words, not at meanings: a name that is declared anywhere in the file counts as known
/// everywhere in it. So what it finds wrong is wrong, and it does not find everything.
struct LuaNames {
    /// A name with the line on which it stands.
    struct Use: Hashable {
        var name: String
        var line: Int
    }

    /// A comparison of a field with a text or a number that stands beside it.
    struct Comparison: Hashable {
        enum Literal: Hashable {
            case text(String)
            case number(String)
        }

        var field: String
        var literal: Literal
        var line: Int
    }

    private let tokens: [LuaToken]
    /// The comparisons by == and ~= of fields with a text or a number.
    private(set) var comparisons: [Comparison] = []
    /// The names of fields that the file gives a value itself.
    private(set) var assigned: Set<String> = []
    /// The modules that are required by a text.
    private(set) var modules: [Use] = []
    /// Whether a module is required by something that is not a plain text.
    private(set) var requiresByValue = false
    /// The settings that are read by their names.
    private(set) var settings: [Use] = []
    /// The fields of `local_fields` that are read by their names, in code or in the words of a declaration.
    private(set) var localFields: [Use] = []
    /// The columns of the committee's own that a layout names, as `local.name`.
    private(set) var localNames: [Use] = []
    /// Whether the settings are handed on as a whole.
    private(set) var passesSettings = false
    /// Every name that is declared in the file.
    private(set) var declared: Set<String> = ["self", "_ENV"]
    /// Every name that is read as a variable, in order.
    private(set) var variables: [Use] = []

    /// The names that the sandbox offers, without the declarations.
    static let globals = [
        "_G", "_VERSION", "assert", "coroutine", "error", "getmetatable", "ipairs", "math", "next",
        "pairs", "pcall", "print", "rawequal", "rawget", "rawlen", "rawset", "require", "select",
        "setmetatable", "string", "table", "tonumber", "tostring", "type", "utf8", "xpcall",
    ]

    private static let keywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if",
        "in", "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]

    init(_ file: ScriptFile) {
        tokens = LuaTokens.read(file.bytes)
        readDeclared()
        readUses()
    }

    private func token(_ index: Int) -> LuaToken? {
        tokens.indices.contains(index) ? tokens[index] : nil
    }

    private func isName(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .name else { return false }
        return !Self.keywords.contains(token.text)
    }

    // MARK: Declarations

    private mutating func readDeclared() {
        for index in tokens.indices where tokens[index].kind == .name {
            switch tokens[index].text {
            case "local" where token(index + 1)?.isName("function") == true:
                declare(index + 2)
            case "local", "for": declareList(from: index + 1)
            case "function": declareParameters(from: index + 1)
            default: break
            }
        }
    }

    private mutating func declare(_ index: Int) {
        if isName(index) { declared.insert(tokens[index].text) }
    }

    /// Names with commas between them, each perhaps with an attribute such as `<const>`.
    private mutating func declareList(from start: Int) {
        var index = start
        while isName(index) {
            declare(index)
            index += token(index + 1)?.isMark("<") == true ? 4 : 1
            guard token(index)?.isMark(",") == true else { return }
            index += 1
        }
    }

    private mutating func declareParameters(from start: Int) {
        var index = start
        while let token = token(index), !token.isMark("("), index < start + 12 { index += 1 }
        declareList(from: index + 1)
    }

    // MARK: Uses

    /// A comparison that begins or ends at a field, as in `item.number == 1`.
    private mutating func readComparison(_ index: Int) {
        let isField =
            token(index - 1)?.isMark(".") == true && isName(index - 2)
            && tokens[index - 2].text != "settings"
        guard isField, token(index + 1)?.isMark(".") != true else { return }
        var place = index + 1
        var other = index + 2
        if !isEquality(place) {
            // The literal first: back over the names before the field.
            var start = index
            while token(start - 1)?.isMark(".") == true, isName(start - 2) { start -= 2 }
            place = start - 1
            other = start - 2
            guard !["(", "[", ":"].contains(where: { token(index + 1)?.isMark($0) == true }) else {
                return
            }
        }
        guard isEquality(place), let literal = token(other) else { return }
        let beyond = token(other < index ? other - 1 : other + 1)
        guard !["..", "+", "-", "*", "/", "."].contains(where: { beyond?.isMark($0) == true })
        else {
            return
        }
        let found: Comparison.Literal
        switch literal.kind {
        case .text: found = .text(literal.text)
        case .number: found = .number(literal.text)
        default: return
        }
        comparisons.append(
            Comparison(field: tokens[index].text, literal: found, line: tokens[index].line)
        )
    }

    private func isEquality(_ index: Int) -> Bool {
        token(index)?.isMark("==") == true || token(index)?.isMark("~=") == true
    }

    private mutating func readUses() {
        var brackets: [String] = []
        for (index, token) in tokens.enumerated() {
            if token.kind == .mark {
                if ["{", "(", "["].contains(token.text) { brackets.append(token.text) }
                if ["}", ")", "]"].contains(token.text) { _ = brackets.popLast() }
            }
            if token.kind == .text {
                localFields += Self.uses(after: "local_fields.", in: token)
                localNames += Self.uses(after: "local.", in: token)
            }
            guard isName(index) else { continue }
            if self.token(index + 1)?.isMark("=") == true,
                brackets.last == "{" || self.token(index - 1)?.isMark(".") == true
            {
                assigned.insert(token.text)
            }
            readComparison(index)
            if token.text == "local_fields", self.token(index + 1)?.isMark(".") == true,
                isName(index + 2)
            {
                localFields.append(Use(name: tokens[index + 2].text, line: token.line))
            }
            if token.text == "settings", self.token(index - 1)?.isMark(".") == true {
                readSetting(index)
            }
            guard isVariable(index, inTable: brackets.last == "{") else { continue }
            variables.append(Use(name: token.text, line: token.line))
            if token.text == "require" { readModule(index) }
        }
    }

    private func isVariable(_ index: Int, inTable: Bool) -> Bool {
        if let before = token(index - 1) {
            if [".", ":", "::"].contains(where: before.isMark) || before.isName("goto") {
                return false
            }
            let isAttribute = before.isMark("<") && token(index + 1)?.isMark(">") == true
            if isAttribute, ["const", "close"].contains(tokens[index].text) { return false }
            let isKey = ["{", ",", ";"].contains(where: before.isMark)
            if inTable, isKey, token(index + 1)?.isMark("=") == true { return false }
        }
        return true
    }

    private mutating func readSetting(_ index: Int) {
        guard token(index + 1)?.isMark(".") == true, isName(index + 2) else {
            passesSettings = true
            return
        }
        settings.append(Use(name: tokens[index + 2].text, line: tokens[index + 2].line))
    }

    /// The names that follow a mark in a text.
    private static func uses(after mark: String, in token: LuaToken) -> [Use] {
        token.text.split(separator: mark, omittingEmptySubsequences: false).dropFirst()
            .map { part in String(part.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
            .filter { !$0.isEmpty }.map { Use(name: $0, line: token.line) }
    }

    private mutating func readModule(_ index: Int) {
        var next = index + 1
        if token(next)?.isMark("(") == true { next += 1 }
        guard let name = token(next), name.kind == .text else {
            requiresByValue = true
            return
        }
        modules.append(Use(name: name.text, line: name.line))
    }

    /// The variables that nothing declares and the sandbox does not offer, each at its first use.
    func unknown(offering offered: [String]) -> [(use: Use, message: String)] {
        var seen: Set<String> = []
        let known = declared.union(Self.globals).union(offered).union(["load"])
        return variables.filter { !known.contains($0.name) && seen.insert($0.name).inserted }.map {
            if let remedy = LuaHints.remedy(global: $0.name) {
                return ($0, "unknown global '\($0.name)'\(remedy)")
            }
            let closest = ClosestName.closest(to: $0.name, in: known.sorted())
            let hint = closest.map { "; did you mean '\($0)'?" } ?? ""
            return ($0, "unknown global '\($0.name)'\(hint)")
        }
    }
}
#endif
