// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

extension ScriptAPI {
    /// Returns the stubs by which the Lua language server completes and checks a plugin.
    ///
    /// - Returns: A file of Lua that is never run, which ends with a line feed.
    /// - Complexity: O(*n*) in the number of fields and functions.
    public func stubs() -> String {
        var lines = [
            "---@meta", "",
            "-- CommitteeKit \(version). Made from the declaration of the API; do "
                + "not change it by hand.", "",
        ]
        for type in types {
            lines += ["---\(type.summary)", "---@class \(type.name)"]
            lines += type.fields.map { field in
                "---@field \(field.name)\(field.isOptional ? "?" : "") \(field.type) "
                    + field.summary
            }
            if type.name == "date" {
                lines += [
                    "---@operator add(integer): date", "---@operator sub(integer): date",
                    "---@operator sub(date): integer",
                ]
            }
            lines += ["local \(type.name) = {}", ""]
            for function in type.functions {
                lines += stub(for: function)
                let names = function.parameters.map(\.name).joined(separator: ", ")
                let mark = type.hasMethods ? ":" : "."
                lines += ["function \(type.name)\(mark)\(function.name)(\(names)) end", ""]
            }
        }
        for shape in shapes {
            lines += ["---\(shape.summary)", "---@class \(shape.name)"]
            lines += shape.fields.map { field in
                // A key without a name stands in brackets, where no question mark follows it.
                let isOpen = field.isOptional && !field.name.hasPrefix("[")
                let type = field.isOptional && !isOpen ? "\(field.type)|nil" : field.type
                return "---@field \(field.name)\(isOpen ? "?" : "") \(type) \(field.summary)"
            }
            lines.append("")
        }
        for function in declarations {
            lines += ["---\(function.summary)", "---@param name string"]
            lines += [
                "---@return fun(body: \(function.body ?? "table|function"))",
                "function \(function.name)(name) end", "",
            ]
        }
        lines.removeLast()
        return lines.joined(separator: "\n") + "\n"
    }

    private func stub(for function: ScriptAPIFunction) -> [String] {
        var lines = ["---\(function.summary)"]
        lines += function.parameters.map { parameter in
            "---@param \(parameter.name)\(parameter.isOptional ? "?" : "") \(parameter.type) "
                + parameter.summary
        }
        if let returns = function.returns { lines.append("---@return \(returns)") }
        return lines
    }
}
#endif
