// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something that a body is there to do, as a guidance of its time says it.
///
/// Guidance changes, and local sets differ, so functions are data of each committee.
public struct Function: Hashable, Sendable, Identifiable {
    /// The stable identifier of the function within a committee's record.
    public var id: String
    /// The short name, such as "Strategic planning and connections".
    public var title: String
    /// What it means, in words.
    public var words: String
    /// The guidance or local decision that gives the function.
    public var source: Citation?

    /// Creates a function.
    ///
    /// - Parameters:
    ///   - id: The stable identifier.
    ///   - title: The short name.
    ///   - words: What it means, in words.
    ///   - source: The guidance or local decision that gives it.
    public init(id: String, title: String, words: String = "", source: Citation? = nil) {
        self.id = id
        self.title = title
        self.words = words
        self.source = source
    }
}

/// A document that is referred to, with its edition.
public struct Citation: Hashable, Sendable, CustomStringConvertible {
    /// The title of the document.
    public var title: String
    /// The edition, such as a year.
    public var edition: String

    /// Creates a citation.
    ///
    /// - Parameters:
    ///   - title: The title of the document.
    ///   - edition: The edition, such as a year; empty when there is only one.
    public init(title: String, edition: String = "") {
        self.title = title
        self.edition = edition
    }

    /// The title with the edition in brackets.
    public var description: String { edition.isEmpty ? title : "\(title) (\(edition))" }
}
