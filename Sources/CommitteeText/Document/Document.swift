// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a report says, as a tree of blocks, before it has any one format.
///
/// Layouts and plugins make documents; renderers turn them into bytes.
///
/// ```swift
/// let actions = Document.Table(
///     caption: "Actions", columns: ["No", "Action"],
///     rows: [.cells(["1.1", "Pilot the module"])])
/// var document = Document(title: "Progress report")
/// document.blocks = [
///     .heading(1, "Progress report"),
///     .paragraph("Nineteen actions are counted."),
///     .table(actions),
/// ]
/// let page = document.render(.html)
/// ```
public struct Document: Hashable, Sendable {
    /// The title, for the window and for lists of documents.
    public var title: String
    /// The language of the words, as a BCP 47 tag.
    public var language: String
    /// Facts about the document, such as who published it and as of which day, in order.
    public var properties: [Property]
    /// The blocks, in reading order.
    public var blocks: [Block]
    /// How the document stands on pages, for formats that have pages.
    public var page: Page

    /// Creates a document.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - language: The language of the words, as a BCP 47 tag.
    ///   - properties: Facts about the document, in order.
    ///   - blocks: The blocks, in reading order.
    ///   - page: How the document stands on pages, for formats that have pages.
    public init(
        title: String,
        language: String = "en-GB",
        properties: [Property] = [],
        blocks: [Block] = [],
        page: Page = Page()
    ) {
        self.title = title
        self.language = language
        self.properties = properties
        self.blocks = blocks
        self.page = page
    }
}

extension Document {
    /// A fact about a document.
    public struct Property: Hashable, Sendable {
        /// What the fact is, such as "Publisher".
        public var name: String
        /// The fact.
        public var value: String

        /// Creates a property.
        ///
        /// - Parameters:
        ///   - name: What the fact is.
        ///   - value: The fact.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }
}
