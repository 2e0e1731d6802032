// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A pack for Learning Reviews, as a plugin contributes it.
public struct ContributedLearningReviewPack: Hashable, Sendable {
    /// The identifier, `plugin/name`.
    public var id: String
    /// The pack.
    public var guidance: LearningReviewGuidance

    /// Creates a contribution.
    ///
    /// - Parameters:
    ///   - id: The identifier, `plugin/name`.
    ///   - guidance: The pack.
    public init(id: String, guidance: LearningReviewGuidance) {
        self.id = id
        self.guidance = guidance
    }
}

extension Contributions {
    /// Returns a pack for Learning Reviews.
    ///
    /// - Parameter id: The pack's identifier, `plugin/name`.
    /// - Returns: The pack.
    /// - Throws: ``LibraryError`` that names the closest pack when there is none.
    public func learningReviewPack(_ id: String) throws(LibraryError) -> LearningReviewGuidance {
        if let found = learningReviewPacks.first(where: { $0.id == id }) { return found.guidance }
        throw missing("pack for Learning Reviews", id, among: learningReviewPacks.map(\.id))
    }
}
