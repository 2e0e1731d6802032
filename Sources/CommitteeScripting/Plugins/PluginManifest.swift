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
        let source = "\(folder)/plugin.json"
        let fields = try JSONFields(
            try JSONReader.read(bytes, source: source),
            in: source,
            known: [
                "id", "version", "api", "title", "audience", "settings", "limits", "after",
            ]
        )
        id = try fields.required("id", as: .text)
        guard id == folder else {
            throw fields.error(
                "the plugin calls itself “\(id)” and stands in the folder “\(folder)”. Give both "
                    + "the same name.",
                at: "id"
            )
        }
        api = try fields.required("api", as: .integer)
        guard api == Self.apiVersion else {
            throw fields.error(
                "the plugin needs version \(api) of the Lua API, and this library has version "
                    + "\(Self.apiVersion).",
                at: "api"
            )
        }
        version = try fields.required("version", as: .text)
        title = try fields.required("title", as: .text)
        let audiences = Audience.allCases.map(\.rawValue)
        let name = try fields.required("audience", as: .one(of: audiences))
        audience = Audience(rawValue: name) ?? .public
        after = try fields.optional("after", as: .list(of: .text)) ?? []
        settings =
            try fields.optional("settings", as: .map(of: .setting))?
            .map { $0.value($0.key) } ?? []
        for setting in settings where !Self.isName(setting.name) {
            throw fields.error(
                "“\(setting.name)” cannot be written in Lua as ctx.settings.name. Use letters, "
                    + "digits and underscores.",
                at: "settings"
            )
        }
        self.limits = limits
        if let own = try fields.optional("limits", as: .limits(below: limits)) { self.limits = own }
    }

    private static func isName(_ name: String) -> Bool {
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
