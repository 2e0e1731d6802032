// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// What a host has approved: for each plugin the hash of every file, what it may do, and who said so.
///
/// It is kept as JSON beside the folder of plugins: `plugins.lock` beside `plugins`. Loading the folder
/// honours it. A host that wants something else of drafts says so:
///
/// ```swift
/// let folder = PluginFolder("plugins")
/// if let lock = try folder.lock() {
///     options.approval = PluginApproval(lock: lock, digest: .sha256, drafts: .refused)
/// }
/// ```
public struct PluginLock: Hashable, Sendable {
    /// The name and version of the format.
    public static let format = "plugins-lock/1"

    /// A plugin as it was approved.
    public struct Entry: Hashable, Sendable {
        /// The plugin's version.
        public var version: String
        /// The narrowest edition that it may read.
        public var audience: Audience
        /// What it may do beyond what every plugin may.
        public var permissions: [PluginPermission]
        /// Who approved it.
        public var by: String
        /// When it was approved.
        public var on: CivilDate
        /// The hash of each file, in hexadecimal digits, by its name.
        public var files: [String: String]
    }

    /// The name of the digest that made the hashes.
    public var digestName: String
    /// The plugins, by identifier.
    public var plugins: [String: Entry]

    /// Creates a lock that approves nothing yet.
    ///
    /// - Parameter digest: The digest that makes the hashes.
    public init(digest: Digest) {
        digestName = digest.name
        plugins = [:]
    }

    /// Reads a lock.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of the file.
    ///   - source: The name of the file, for errors.
    /// - Throws: `JSONError` with the line when it is not a lock.
    public init(reading bytes: [UInt8], source: String) throws(JSONError) {
        let fields = try JSONFields(
            try JSONReader.read(bytes, source: source),
            in: source,
            known: ["format", "digest", "plugins"]
        )
        _ = try fields.required("format", as: .one(of: [Self.format]))
        digestName = try fields.required("digest", as: .text)
        let entries = try fields.required("plugins", as: .map(of: .entry))
        plugins = Dictionary(
            entries.map { ($0.key, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The lock as JSON, in an order that does not change.
    public var json: JSONValue {
        let entries = plugins.sorted { $0.key < $1.key }.map { id, entry in
            (id, Self.json(of: entry))
        }
        return [
            "format": .string(Self.format), "digest": .string(digestName),
            "plugins": .object(JSONObject(entries)),
        ]
    }

    private static func json(of entry: Entry) -> JSONValue {
        let files = entry.files.sorted { $0.key < $1.key }
        return [
            "version": .string(entry.version), "audience": .string(entry.audience.rawValue),
            "permissions": .array(entry.permissions.map { .string($0.rawValue) }),
            "by": .string(entry.by), "on": .string(entry.on.description),
            "files": .object(JSONObject(files.map { ($0.key, JSONValue.string($0.value)) })),
        ]
    }
}

extension JSONFieldType where Value == PluginLock.Entry {
    fileprivate static var entry: Self {
        let known = ["version", "audience", "permissions", "by", "on", "files"]
        return .object(known: known) { (fields) throws(JSONError) in
            let audiences = Audience.allCases.map(\.rawValue)
            let permissions = PluginPermission.allCases.map(\.rawValue)
            let audience = try fields.required("audience", as: .one(of: audiences))
            let given = try fields.required("permissions", as: .list(of: .one(of: permissions)))
            let files = try fields.required("files", as: .map(of: .text))
            return PluginLock.Entry(
                version: try fields.required("version", as: .text),
                audience: Audience(rawValue: audience) ?? .public,
                permissions: given.compactMap { PluginPermission(rawValue: $0) },
                by: try fields.required("by", as: .text),
                on: try fields.required("on", as: .date),
                files: Dictionary(
                    files.map { ($0.key, $0.value) },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        }
    }
}
#endif
