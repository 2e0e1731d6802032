// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The plan as the files that peers read.
extension GeneratedPlan {
    /// The plan as JSON: `title`, `as_of`, `items` in printed order and the status `key`.
    public var json: String {
        var text = "{\"title\": \(Self.quoted(title)), \"as_of\": \"\(asOf.iso)\",\n\"key\": ["
        text += Self.key.map { "[\"\($0.letter)\", \"\($0.word)\"]" }.joined(separator: ", ")
        text += "],\n\"items\": [\n"
        var isFirst = true
        for item in items {
            if !isFirst { text += ",\n" }
            isFirst = false
            text +=
                "{" + fields(of: item).map { "\"\($0.0)\": \($0.1.json)" }.joined(separator: ", ")
            text += "}"
        }
        return text + "\n]}\n"
    }

    /// The plan as a Lua chunk that returns the same.
    public var lua: String {
        var text = "return { title = \(Self.quoted(title)), as_of = \"\(asOf.iso)\",\nkey = { "
        text += Self.key.map { "{ \"\($0.letter)\", \"\($0.word)\" }" }.joined(separator: ", ")
        text += " },\nitems = {\n"
        for item in items {
            text += "{ " + fields(of: item).map { "\($0.0) = \($0.1.lua)" }.joined(separator: ", ")
            text += " },\n"
        }
        return text + "} }\n"
    }

    /// A value in a peer's file.
    enum Value {
        case text(String), integer(Int), bool(Bool), texts([String]), words(String), none

        var json: String {
            switch self {
            case .text(let text): GeneratedPlan.quoted(text)
            case .integer(let number): "\(number)"
            case .bool(let truth): "\(truth)"
            case .texts(let texts):
                "[" + texts.map(GeneratedPlan.quoted).joined(separator: ", ") + "]"
            case .words(let words): "{\"words\": \(GeneratedPlan.quoted(words))}"
            case .none: "null"
            }
        }

        var lua: String {
            switch self {
            case .texts(let texts):
                "{ " + texts.map(GeneratedPlan.quoted).joined(separator: ", ") + " }"
            case .words(let words): "{ words = \(GeneratedPlan.quoted(words)) }"
            case .none: "nil"
            default: json
            }
        }
    }

    private func fields(of item: Item) -> [(String, Value)] {
        switch item {
        case .heading(let level, let number, let text):
            return [
                ("level", .integer(level + 1)), ("number", .text(number)), ("text", .text(text)),
            ]
        case .action(let place):
            let action = actions[place]
            return [
                ("level", .integer(4)), ("number", .text(action.number)),
                ("text", .text(action.text)), ("leads", .texts(action.leads)),
                ("leads_words", .text(action.leadsWords)),
                ("timescale", .words(action.timescale)),
                ("due", action.due.map { .text($0.iso) } ?? .none),
                ("days_to_due", action.due.map { .integer($0 - asOf) } ?? .none),
                ("is_completed", .bool(action.isCompleted)),
                ("status", action.status.map { .text($0) } ?? .none),
                ("status_word", .text(Self.word(of: action.status))),
                ("latest_progress", .text(action.progress)),
            ]
        }
    }

    /// A text in double quotes, as both JSON and Lua read it.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return quoted + "\""
    }
}
