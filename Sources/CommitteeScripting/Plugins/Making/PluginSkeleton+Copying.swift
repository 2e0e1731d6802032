// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension PluginSkeleton {
    /// Makes a plugin that begins as a copy of what another one contributes.
    ///
    /// The copy has the declaration, the declarations that it names, what stands around them in
    /// `main.lua`, and the modules that it needs.
    ///
    /// - Parameters:
    ///   - id: The new plugin's identifier.
    ///   - contribution: What is copied, `plugin/name`.
    ///   - folder: The folder of the plugin that has it.
    ///   - title: What people call the new plugin; made of the identifier when nil.
    /// - Throws: ``PluginError`` when the identifier is none, or there is no such contribution.
    public init(
        _ id: String,
        from contribution: String,
        in folder: PluginFolder,
        title: String? = nil
    ) throws(PluginError) {
        // The name is looked at first, as for any new plugin.
        _ = try PluginSkeleton(id, kind: .report)
        let parts = contribution.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw PluginError(
                .notFound,
                "“\(contribution)” names no contribution. Write plugin/name, such as "
                    + "standard/action-list."
            )
        }
        let found = try folder.read([parts[0]], limits: ScriptLimits(), follows: false)
        guard let source = found.first, let manifest = source.manifest, source.problems.isEmpty,
            let main = source.files.first(where: { $0.name == "main.lua" })
        else {
            let problem = found.first?.problems.first?.description ?? "It has no main.lua."
            throw PluginError(
                .unreadable,
                "The plugin “\(parts[0])” has a mistake and cannot be copied from. \(problem)"
            )
        }
        let declarations = LuaDeclarations(main.bytes)
        guard let place = declarations.place(of: parts[1]) else {
            let known = declarations.parts.filter { !$0.name.isEmpty }
                .map { "\(parts[0])/\($0.name)" }
            throw PluginError(
                .notFound,
                "There is nothing “\(contribution)” in main.lua of “\(parts[0])”. "
                    + ClosestName.suggestion(for: contribution, in: known)
            )
        }
        let kind = declarations.parts[place].kind
        let text = declarations.text(keeping: declarations.needed(by: place))
        let copied = Self.modules(of: text, in: source.files)
        // A file of data may be named whole, or by its name in a loop.
        let folder = [
            "risk_scale": "scales/", "learning_review_pack": "packs/",
            "quality_framework": "packs/",
        ][kind]
        let scales = source.data.filter { file in
            let name = file.name.drop { $0 != "/" }.dropFirst().dropLast(".json".count)
            return text.contains("\"\(file.name)\"")
                || folder.map(file.name.hasPrefix) == true && text.contains("\"\(name)\"")
        }
        var files = [
            File(
                name: "plugin.json",
                text: Self.manifest(id, like: manifest, title: title, settings: text)
            ),
            File(name: "main.lua", text: text),
        ]
        files += (copied + scales).map { file in
            File(name: file.name, text: String(decoding: file.bytes, as: UTF8.self))
        }
        let isShown = kind == "report" || kind == "layout"
        let isTried = isShown || kind == "reminder"
        let trial =
            isTried
            ? "committee plugin run \(id)/\(parts[1]) --example northshire"
            : "committee plugin check \(id)"
        let what = Self.words(for: kind)
        if isShown, !text.contains("built_in"), !text.contains("about ") {
            files.append(File(name: "tests/\(parts[1]).lua", text: Self.test(parts[1])))
        }
        let name = title ?? Self.title(of: id)
        files.append(
            File(
                name: "README.md",
                text:
                    "# \(name)\n\nThis plugin has \(what), “\(parts[1])”, which began as a copy of "
                    + "\(contribution) \(manifest.version). Say here whose it is and what it is for.\n\n"
                    + "```sh\ncommittee plugin test \(id)\n\(trial)\n```\n"
            )
        )
        self.init(id, what, named: parts[1], trial: trial, files: files)
    }

    private static func title(of id: String) -> String {
        let words = id.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func words(for kind: String) -> String {
        switch kind {
        case "report": "a report"
        case "layout": "a layout"
        case "reminder": "a reminder rule"
        case "status_scheme": "a status key"
        case "timescale_words": "words for times"
        case "risk_scale": "a scale for risks"
        case "learning_review_pack": "a pack for Learning Reviews"
        case "quality_framework": "a framework of quality indicators"
        case "risk_workflow": "a risk workflow"
        default: "a rule for escalating risks"
        }
    }

    /// The modules that a file needs, and those that they need.
    private static func modules(of text: String, in files: [ScriptFile]) -> [ScriptFile] {
        var found: [ScriptFile] = []
        var queue = [Array(text.utf8)]
        while let bytes = queue.popLast() {
            let tokens = LuaTokens.read(bytes)
            for (place, token) in tokens.enumerated() where token.isName("require") {
                let named = tokens[place...].dropFirst().prefix(2).first { $0.kind == .text }
                guard let named, !found.contains(where: { $0.name == "lib/\(named.text).lua" }),
                    let file = files.first(where: { $0.name == "lib/\(named.text).lua" })
                else { continue }
                found.append(file)
                queue.append(file.bytes)
            }
        }
        return found.sorted { $0.name < $1.name }
    }

    private static func manifest(
        _ id: String,
        like other: PluginManifest,
        title: String?,
        settings text: String
    ) -> String {
        var members: [(String, JSONValue)] = [
            ("id", .string(id)), ("version", "0.1.0"), ("api", .integer(PluginManifest.apiVersion)),
            ("title", .string(title ?? Self.title(of: id))),
            ("audience", .string(other.audience.rawValue)),
        ]
        let settings = other.settings.filter { text.contains("settings.\($0.name)") }
        if !settings.isEmpty {
            members.append(
                ("settings", .object(JSONObject(settings.map { ($0.name, Self.declared($0)) })))
            )
        }
        if !other.permissions.isEmpty {
            members.append(
                ("permissions", .array(other.permissions.map { .string($0.rawValue) }))
            )
        }
        return JSONValue.object(JSONObject(members)).indentedText
    }

    private static func declared(_ setting: PluginSetting) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("type", .string(setting.kind.rawValue)), ("default", setting.defaultValue),
        ]
        for (name, bound) in [("min", setting.minimum), ("max", setting.maximum)] {
            guard let bound else { continue }
            let whole = setting.kind == .integer ? Int(exactly: bound) : nil
            members.append((name, whole.map(JSONValue.integer) ?? .number(bound)))
        }
        members.append(("doc", .string(setting.summary)))
        return .object(JSONObject(members))
    }

    private static func test(_ name: String) -> String {
        """
        test "it can be written for the example committee" (function(t)
          t.equal(t.problem("\(name)", t.edition "northshire"), nil)
        end)

        """
    }
}
#endif
