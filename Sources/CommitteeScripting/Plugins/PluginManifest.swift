// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// What a plugin says of itself in `plugin.json`, read without running anything.
///
/// ```json
/// { "id": "northshire", "version": "1.0.0", "api": 1, "title": "Northshire", "audience": "public" }
/// ```
public struct PluginManifest: Hashable, Sendable {
    /// The plugin's identifier, equal to its folder's name.
    public var id: String
    /// The plugin's version, such as `1.0.0`.
    public var version: String
    /// The major version of the Lua API that it needs.
    public var api: Int
    /// What people call the plugin.
    public var title: String
    /// The narrowest edition that the plugin may read.
    public var audience: Audience
    /// What it may do beyond what every plugin may.
    public var permissions: [PluginPermission]
    /// The settings that it offers.
    public var settings: [PluginSetting]
    /// The limits that it sets itself, none above the host's.
    public var limits: ScriptLimits
    /// The plugins that come before it.
    public var after: [String]

    /// The major version of the Lua API that this library has.
    public static let apiVersion = 1

    /// Reads a manifest.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of `plugin.json`.
    ///   - folder: The name of the plugin's folder.
    ///   - limits: The host's limits.
    /// - Throws: `JSONError` with file and line when it is not a manifest.
    public init(
        _ bytes: [UInt8],
        folder: String,
        limits: ScriptLimits
    ) throws(JSONError) {
        let read = Self.reading(bytes, folder: folder, limits: limits)
        if let error = read.errors.first { throw error }
        self = read.manifest ?? PluginManifest(empty: folder, limits: limits)
    }

    /// Reads a manifest and gathers everything that is wrong with it.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of `plugin.json`.
    ///   - folder: The name of the plugin's folder.
    ///   - limits: The host's limits.
    /// - Returns: The manifest, nil when anything is wrong with it; and what is wrong, in order.
    static func reading(
        _ bytes: [UInt8],
        folder: String,
        limits: ScriptLimits
    ) -> (manifest: PluginManifest?, errors: [JSONError]) {
        do throws(JSONError) {
            var reader = try ManifestReader(bytes, folder: folder)
            let manifest = reader.read(PluginManifest(empty: folder, limits: limits))
            return (reader.errors.isEmpty ? manifest : nil, reader.errors)
        } catch {
            return (nil, [error])
        }
    }

    private init(empty id: String, limits: ScriptLimits) {
        self.id = id
        version = ""
        api = Self.apiVersion
        title = ""
        audience = .public
        permissions = []
        settings = []
        self.limits = limits
        after = []
    }

    /// The names that a manifest may have.
    static let names = [
        "id", "version", "api", "title", "audience", "permissions", "settings", "limits", "after",
    ]

    static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
        return name.utf8.allSatisfy { byte in
            byte == 95 || (48...57).contains(byte) || (65...90).contains(byte)
                || (97...122).contains(byte)
        }
    }

    /// Tells whether a folder's name can be a plugin's identifier.
    ///
    /// - Parameter name: The name.
    /// - Returns: Whether it has only small letters, digits and hyphens, 1 to 50 of them.
    public static func isIdentifier(_ name: String) -> Bool {
        (1...50).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                $0 == 45 || (48...57).contains($0) || (97...122).contains($0)
            }
    }
}

/// Takes a manifest apart, value by value, and goes on after a mistake.
private struct ManifestReader {
    let folder: String
    private let fields: JSONFields
    private(set) var errors: [JSONError] = []

    init(_ bytes: [UInt8], folder: String) throws(JSONError) {
        self.folder = folder
        let source = "\(folder)/plugin.json"
        var node = try JSONReader.read(bytes, source: source)
        var unknown: [JSONError] = []
        if case .object(let members) = node.content {
            for member in members where !PluginManifest.names.contains(member.key) {
                let alone = JSONNode(.object([member]), line: node.line, column: node.column)
                do throws(JSONError) {
                    _ = try JSONFields(alone, in: source, known: PluginManifest.names)
                } catch {
                    unknown.append(error)
                }
            }
            node = JSONNode(
                .object(members.filter { PluginManifest.names.contains($0.key) }),
                line: node.line,
                column: node.column
            )
        }
        fields = try JSONFields(node, in: source, known: PluginManifest.names)
        errors = unknown
    }

    mutating func read(_ empty: PluginManifest) -> PluginManifest {
        var manifest = empty
        let folder = folder
        Self.attempt(fields, &errors) { (fields) throws(JSONError) in
            manifest.id = try fields.required("id", as: .text)
            guard manifest.id == folder else {
                throw fields.error(
                    "the plugin calls itself “\(manifest.id)” and stands in the folder "
                        + "“\(folder)”. Give both the same name.",
                    at: "id"
                )
            }
        }
        Self.attempt(fields, &errors) { (fields) throws(JSONError) in
            manifest.api = try fields.required("api", as: .integer)
            guard manifest.api == PluginManifest.apiVersion else {
                throw fields.error(
                    "the plugin needs version \(manifest.api) of the Lua API, and this library "
                        + "has version \(PluginManifest.apiVersion).",
                    at: "api"
                )
            }
        }
        Self.attempt(fields, &errors) { (fields) throws(JSONError) in
            manifest.version = try fields.required("version", as: .text)
        }
        Self.attempt(fields, &errors) { (fields) throws(JSONError) in
            manifest.title = try fields.required("title", as: .text)
        }
        Self.attempt(fields, &errors) { (fields) throws(JSONError) in
            let names = Audience.allCases.map(\.rawValue)
            let name = try fields.required("audience", as: .one(of: names))
            manifest.audience = Audience(rawValue: name) ?? .public
        }
        Self.attempt(fields, &errors) { (fields) throws(JSONError) in
            let names = PluginPermission.allCases.map(\.rawValue)
            let given = try fields.optional("permissions", as: .list(of: .one(of: names))) ?? []
            manifest.permissions = given.compactMap { PluginPermission(rawValue: $0) }
        }
        Self.attempt(fields, &errors) { (fields) throws(JSONError) in
            manifest.after = try fields.optional("after", as: .list(of: .text)) ?? []
        }
        Self.attempt(fields, &errors) { (fields) throws(JSONError) in
            manifest.settings = try Self.settings(fields)
        }
        Self.attempt(fields, &errors) { (fields) throws(JSONError) in
            let own = try fields.optional("limits", as: .limits(below: empty.limits))
            manifest.limits = own ?? empty.limits
        }
        return manifest
    }

    private static func attempt(
        _ fields: JSONFields,
        _ errors: inout [JSONError],
        _ step: (JSONFields) throws(JSONError) -> Void
    ) {
        do throws(JSONError) {
            try step(fields)
        } catch {
            errors.append(error)
        }
    }

    private static func settings(_ fields: JSONFields) throws(JSONError) -> [PluginSetting] {
        let settings =
            try fields.optional("settings", as: .map(of: .setting))?
            .map { $0.value($0.key) } ?? []
        for setting in settings where !PluginManifest.isName(setting.name) {
            throw fields.error(
                "“\(setting.name)” cannot be written in Lua as ctx.settings.name. Use letters, "
                    + "digits and underscores.",
                at: "settings"
            )
        }
        return settings
    }
}

extension JSONFieldType where Value == ScriptLimits {
    fileprivate static func limits(below host: ScriptLimits) -> Self {
        .object(known: ["fuel", "memory_bytes", "milliseconds", "output_bytes"]) {
            (fields) throws(JSONError) in
            func limit(_ name: String, _ most: UInt64) throws(JSONError) -> UInt64 {
                guard let number = try fields.optional(name, as: .integer) else { return most }
                guard number > 0, let own = UInt64(exactly: number), own <= most else {
                    throw fields.error(
                        "a plugin may only lower its limits. The host allows \(most), so write a "
                            + "whole number from 1 to \(most), found \(number).",
                        at: name
                    )
                }
                return own
            }
            return ScriptLimits(
                fuel: try limit("fuel", host.fuel),
                memoryBytes: try limit("memory_bytes", host.memoryBytes),
                milliseconds: try limit("milliseconds", host.milliseconds),
                outputBytes: try limit("output_bytes", host.outputBytes)
            )
        }
    }
}
#endif
