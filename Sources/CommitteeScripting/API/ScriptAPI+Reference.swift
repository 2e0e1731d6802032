// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

extension ScriptAPI {
    /// Returns the reference page of the API, as Markdown.
    ///
    /// - Returns: The page, which ends with a line feed.
    /// - Complexity: O(*n*) in the number of fields and functions.
    public func referencePage() -> String {
        var lines = [
            "# The Lua API", "",
            "Version \(version). This page is made from the declaration of the API; a test keeps it "
                + "equal. Minor versions only add.", "",
            "A field that may be nil is marked so; any other is always there. An unknown name is an "
                + "error that names the closest one. Records and lists are read-only.", "",
            "## Declarations", "", "`main.lua` calls these to say what the plugin contributes.", "",
        ]
        for function in declarations {
            lines += ["### \(function.name)", "", "\(function.summary)", ""]
            lines += ["```lua", function.example, "```", ""]
            for shape in shapes(of: function.name) {
                lines += ["**`\(shape.name)`**: \(shape.summary)", ""]
                lines += ["| key | type | says |", "| --- | --- | --- |"]
                lines += shape.fields.map { field in
                    "| `\(field.name)` | \(Self.shown(field)) | \(field.summary) |"
                }
                lines.append("")
            }
        }
        for type in types {
            lines += ["## \(type.name)", "", type.summary, ""]
            if !type.fields.isEmpty {
                lines += ["| field | type | says | since |", "| --- | --- | --- | --- |"]
                lines += type.fields.map { field in
                    "| `\(field.name)` | \(Self.shown(field)) | \(field.summary) | \(field.since) |"
                }
                lines.append("")
            }
            if !type.functions.isEmpty {
                lines += ["| function | does | since |", "| --- | --- | --- |"]
                lines += type.functions.map { row(for: $0, of: type) }
                lines.append("")
            }
        }
        lines.removeLast()
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(for function: ScriptAPIFunction, of type: ScriptAPIType) -> String {
        let names = function.parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
        var text = "| `\(type.name)\(type.hasMethods ? ":" : ".")\(function.name)"
        text += "(\(names.joined(separator: ", ")))` | \(function.summary)"
        for parameter in function.parameters {
            text += " `\(parameter.name)` (\(Self.shown(parameter))): \(parameter.summary)"
        }
        if let returns = function.returns { text += " Returns `\(Self.escaped(returns))`." }
        if !function.example.isEmpty { text += " Example: `\(Self.escaped(function.example))`" }
        return text + " | \(function.since) |"
    }

    private static func shown(_ field: ScriptAPIField) -> String {
        "`\(escaped(field.type))`\(field.isOptional ? " or nil" : "")"
    }

    private static func escaped(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
#endif
