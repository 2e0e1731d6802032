// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// How a host treats plugins that nobody has approved, or that have changed since.
public struct PluginApproval: Sendable {
    /// What becomes of a draft.
    public enum Drafts: Hashable, Sendable {
        /// It runs, its output says that it is a draft, and it reads no narrower edition than this.
        case reading(Audience)
        /// It is listed with that problem and contributes nothing.
        case refused
    }

    /// What has been approved.
    public var lock: PluginLock
    /// The digest of which the lock's hashes are.
    public var digest: Digest
    /// What becomes of a draft.
    public var drafts: Drafts

    /// Creates a rule.
    ///
    /// - Parameters:
    ///   - lock: What has been approved.
    ///   - digest: The digest of which the lock's hashes are.
    ///   - drafts: What becomes of a draft; it may read the public edition unless you say otherwise.
    public init(lock: PluginLock, digest: Digest, drafts: Drafts = .reading(.public)) {
        self.lock = lock
        self.digest = digest
        self.drafts = drafts
    }

    /// The standing of a plugin as it is now.
    func standing(of source: PluginSource) -> PluginStanding {
        let differences = lock.differences(from: source, digest: digest)
        if differences.isEmpty, let entry = lock.plugins[source.id] {
            return .approved(by: entry.by, on: entry.on)
        }
        var reason = PluginLock.notApproved
        if lock.plugins[source.id] != nil {
            let more = differences.count > 3 ? " and more" : ""
            reason = "it has changed since it was approved ("
            reason += differences.prefix(3).joined(separator: ", ") + more + ")"
        }
        if case .reading(let audience) = drafts {
            return .draft(reason: reason, audience: audience)
        }
        return .draft(reason: reason, audience: .public)
    }
}

extension PluginLock {
    static let notApproved = "nobody has approved it"

    /// Says how a plugin differs from what was approved, a part of a sentence each.
    func differences(from source: PluginSource, digest: Digest) -> [String] {
        guard let entry = plugins[source.id] else { return [Self.notApproved] }
        guard digest.name == digestName else {
            return ["the lock holds \(digestName) hashes, and the host makes \(digest.name)"]
        }
        var differences = source.manifest.map { entry.differences(from: $0) } ?? []
        let now = source.hashes(digest)
        for (name, hash) in now.sorted(by: { $0.key < $1.key }) where entry.files[name] != hash {
            differences.append("\(name) is \(entry.files[name] == nil ? "new" : "changed")")
        }
        for name in entry.files.keys.sorted() where now[name] == nil {
            differences.append("\(name) is gone")
        }
        return differences
    }
}

extension PluginLock.Entry {
    /// Says how a manifest asks for something else than was approved.
    fileprivate func differences(from manifest: PluginManifest) -> [String] {
        var differences: [String] = []
        if manifest.audience != audience {
            differences.append(
                "it asks for the audience “\(manifest.audience.rawValue)” instead of "
                    + "“\(audience.rawValue)”"
            )
        }
        for permission in manifest.permissions where !permissions.contains(permission) {
            differences.append("it asks for “\(permission.rawValue)”")
        }
        for permission in permissions where !manifest.permissions.contains(permission) {
            differences.append("it no longer asks for “\(permission.rawValue)”")
        }
        return differences
    }
}

extension PluginSource {
    /// The hash of each file in hexadecimal digits, by its name.
    func hashes(_ digest: Digest) -> [String: String] {
        Dictionary(
            hashedFiles.map { ($0.name, Hexadecimal.text(digest($0.bytes))) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
#endif
