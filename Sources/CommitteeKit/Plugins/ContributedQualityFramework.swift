// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A framework of quality indicators, as a plugin contributes it.
public struct ContributedQualityFramework: Hashable, Sendable {
    /// The identifier, `plugin/name`.
    public var id: String
    /// The framework.
    public var framework: QualityFramework

    /// Creates a contribution.
    ///
    /// - Parameters:
    ///   - id: The identifier, `plugin/name`.
    ///   - framework: The framework.
    public init(id: String, framework: QualityFramework) {
        self.id = id
        self.framework = framework
    }
}

extension Contributions {
    /// Returns a framework of quality indicators.
    ///
    /// - Parameter id: The framework's identifier, `plugin/name`.
    /// - Returns: The framework.
    /// - Throws: ``LibraryError`` that names the closest framework when there is none.
    public func qualityFramework(_ id: String) throws(LibraryError) -> QualityFramework {
        if let found = qualityFrameworks.first(where: { $0.id == id }) { return found.framework }
        throw missing("framework of quality indicators", id, among: qualityFrameworks.map(\.id))
    }
}
