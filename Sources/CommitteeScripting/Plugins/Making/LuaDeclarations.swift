// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

/// The declarations of a `main.lua` as they stand in its text, for taking one out.
struct LuaDeclarations {
    /// One declaration, with the remark right above it.
    struct Part {
        var kind: String
        var name: String
        /// The texts in it, by which it may name other declarations.
        var texts: Set<String>
        var bytes: Range<Int>
    }

    private let bytes: [UInt8]
    private(set) var parts: [Part] = []

    /// Finds the declarations of a file that compiles.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let tokens = LuaTokens.read(bytes)
        var depth = 0
        var place = 0
        while place < tokens.count {
            let token = tokens[place]
            if depth == 0, token.kind == .name, PluginDeclarations.kinds.contains(token.text),
                place + 1 < tokens.count,
                tokens[place + 1].kind == .text || tokens[place + 1].isMark("("),
                place == 0 || !["function", "local", ".", ":"].contains(tokens[place - 1].text)
            {
                let end = Self.end(of: place, in: tokens)
                let own = tokens[place..<end]
                let texts = own.filter { $0.kind == .text }.map(\.text)
                parts.append(
                    Part(
                        kind: token.text,
                        name: texts.first ?? "",
                        texts: Set(texts.dropFirst()),
                        bytes: withRemark(token.bytes.lowerBound)..<tokens[end - 1].bytes.upperBound
                    )
                )
                place = end
                continue
            }
            if depth == 0, token.kind == .name,
                ["for", "while", "do", "if", "repeat"].contains(token.text)
            {
                let end = Self.endOfBlock(from: place, in: tokens)
                let own = tokens[place..<end]
                if own.contains(where: {
                    $0.kind == .name && PluginDeclarations.kinds.contains($0.text)
                }) {
                    parts.append(
                        Part(
                            kind: own.first { PluginDeclarations.kinds.contains($0.text) }?.text
                                ?? "",
                            name: "",
                            texts: Set(own.filter { $0.kind == .text }.map(\.text)),
                            bytes: withRemark(
                                token.bytes.lowerBound
                            )..<tokens[end - 1].bytes.upperBound
                        )
                    )
                    place = end
                    continue
                }
            }
            depth += Self.step(token)
            place += 1
        }
    }

    /// How much deeper what follows a token stands.
    private static func step(_ token: LuaToken) -> Int {
        switch (token.kind, token.text) {
        case (.mark, "("), (.mark, "{"), (.mark, "["): 1
        case (.mark, ")"), (.mark, "}"), (.mark, "]"): -1
        case (.name, "function"), (.name, "if"), (.name, "do"), (.name, "repeat"): 1
        case (.name, "end"), (.name, "until"): -1
        default: 0
        }
    }

    /// The place behind a block such as `for … do … end`.
    private static func endOfBlock(from start: Int, in tokens: [LuaToken]) -> Int {
        var place = start
        var depth = 0
        var hasBegun = false
        while place < tokens.count, !hasBegun || depth > 0 {
            let step = step(tokens[place])
            depth += step
            if step > 0, tokens[place].kind == .name { hasBegun = true }
            place += 1
        }
        return place
    }

    /// Finds the declaration of a name, or the block that declares it with others.
    func place(of name: String) -> Int? {
        parts.firstIndex { $0.name == name }
            ?? parts.firstIndex { $0.name.isEmpty && $0.texts.contains(name) }
    }

    /// The place behind a call such as `report "late" { … }`.
    private static func end(of start: Int, in tokens: [LuaToken]) -> Int {
        var place = start + 1
        while place < tokens.count {
            if tokens[place].kind == .text {
                place += 1
                continue
            }
            guard tokens[place].isMark("{") || tokens[place].isMark("(") else { break }
            var depth = 0
            repeat {
                depth += step(tokens[place])
                place += 1
            } while depth > 0 && place < tokens.count
        }
        return place
    }

    /// The first byte of the lines of remarks that stand right above a place, or of its line.
    private func withRemark(_ start: Int) -> Int {
        var first = lineStart(start)
        while first > 0 {
            let above = lineStart(first - 1)
            guard bytes[above..<first].starts(with: [0x2D, 0x2D]) else { break }
            first = above
        }
        return first
    }

    private func lineStart(_ place: Int) -> Int {
        bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    }

    /// Returns the text without all declarations but some.
    ///
    /// - Parameter kept: The places of the declarations that stay.
    /// - Returns: The text, without the lines that part a long file into chapters.
    func text(keeping kept: Set<Int>) -> String {
        var left: [UInt8] = []
        var place = 0
        for (index, part) in parts.enumerated() where !kept.contains(index) {
            guard part.bytes.lowerBound >= place else { continue }
            left += bytes[place..<part.bytes.lowerBound]
            place = part.bytes.upperBound
        }
        left += bytes[place...]
        var lines: [Substring] = []
        for line in String(decoding: left, as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ) {
            if line.hasPrefix("-- "), line.hasSuffix("----------") { continue }
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The declarations that one names by their names, itself among them.
    func needed(by place: Int) -> Set<Int> {
        var needed: Set<Int> = [place]
        var queue = [place]
        while let next = queue.popLast() {
            for (index, part) in parts.enumerated()
            where !needed.contains(index) && !part.name.isEmpty
                && parts[next].texts.contains(part.name)
            {
                needed.insert(index)
                queue.append(index)
            }
        }
        return needed
    }
}
#endif
