// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A copy of the example on which the pages show their commands, beside the built tool.
struct FirstPluginFolder {
    static let example = "Examples/first-plugin"
    static let main = "plugins/northshire/main.lua"

    let tool: BuiltTool

    /// Copies the example.
    ///
    /// - Parameter recipes: Whether the plugin of the cookbook stands beside the guide's.
    /// - Throws: An error of the file system.
    init(recipes: Bool = false) throws {
        tool = try BuiltTool()
        try tool.makeFolder("Examples")
        let files = FileManager.default
        try files.copyItem(
            at: DocumentationPage.package.appending(path: Self.example),
            to: tool.folder.appending(path: Self.example)
        )
        try files.copyItem(
            at: DocumentationPage.package.appending(path: "Examples/registers"),
            to: tool.folder.appending(path: "Examples/registers")
        )
        if recipes {
            try files.copyItem(
                at: DocumentationPage.package.appending(path: "Examples/cookbook/plugins/cookbook"),
                to: tool.folder.appending(path: "\(Self.example)/plugins/cookbook")
            )
        }
        try files.createSymbolicLink(
            at: tool.folder.appending(path: "plugins"),
            withDestinationURL: DocumentationPage.package.appending(path: "plugins")
        )
    }

    /// Runs a line as a reader would type it in the example's folder; line ends are those of a page.
    func print(_ line: String) throws -> String {
        let begin = "cd \(Self.example); exec 2>&1; committee() { \"$TOOL\" \"$@\"; }; "
        return try tool.shell(begin + line).output.replacing("\r\n", with: "\n")
    }

    /// Makes a store with the example's plan.
    func importPlan() throws {
        _ = try print("committee init s.sqlite --id northshire-cpc --name Northshire")
        _ = try print("committee import s.sqlite plan.md --layout northshire/plan")
    }

    /// Writes the example's plugin with one mistake.
    func spoil(replacing right: String, with wrong: String) throws -> Bool {
        let text = try DocumentationPage.text(of: "\(Self.example)/\(Self.main)")
        guard let range = text.firstRange(of: right) else { return false }
        try tool.write(
            text.replacingCharacters(in: range, with: wrong),
            to: "\(Self.example)/\(Self.main)"
        )
        return true
    }
}
