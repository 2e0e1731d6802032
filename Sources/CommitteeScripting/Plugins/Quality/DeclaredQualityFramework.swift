// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension QualityFramework {
    /// Reads a framework that stands as a file of data in a plugin's folder.
    init(
        _ declaration: ScriptDeclaration,
        plugin: String,
        data: [ScriptFile]
    ) throws(JSONError) {
        let source = "\(plugin)/\(declaration.file)"
        let fields = try JSONFields(
            JSONNode(declaration.value.json(), line: declaration.line),
            in: source,
            known: ["file"]
        )
        let name = try fields.required("file", as: .text)
        let known = data.map(\.name).filter { $0.hasPrefix("packs/") }
        guard let file = data.first(where: { $0.name == name }) else {
            throw fields.error(
                "the plugin has no file “\(name)”. "
                    + (known.isEmpty
                        ? "Frameworks stand in its folder packs, as packs/NAME.json."
                        : ClosestName.suggestion(for: name, in: known)),
                at: "file"
            )
        }
        try self.init(reading: file.bytes, source: "\(plugin)/\(name)")
        guard id == declaration.name else {
            throw fields.error(
                "the framework in \(name) calls itself “\(id)”, and is declared as “\(declaration.name)”. "
                    + "Give both the same name."
            )
        }
    }
}
#endif
