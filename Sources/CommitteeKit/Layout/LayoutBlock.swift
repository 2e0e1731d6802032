// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How the items of one level stand in a document that has headings and paragraphs in place of a table.
///
/// ```lua
/// blocks = {
///   theme = { "Theme {number}: {text}", as = "heading" },
///   area  = { as = "numbered", below = "statement", lines = { "Lead: {leads}" } },
/// }
/// ```
public struct LayoutBlock: Hashable, Sendable {
    /// What an item begins with.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// A heading.
        case heading
        /// A line that begins with a number, whether as a list, a paragraph or a heading.
        case numbered
        /// An item of a list with bullets.
        case bulleted
        /// A paragraph that is known by its words.
        case paragraph
    }

    /// What an item begins with.
    public var form: Form
    /// What that line says, such as `{number} {text}`.
    public var template: Template
    /// The field of what stands below it: `statement`, `text`, or nil for nothing.
    public var below: String?
    /// Lines below it that give single fields, such as `Lead: {leads}`.
    public var lines: [Template]
    /// The line below which the items begin; nil when they may begin anywhere.
    public var after: String?
    /// The line above which they end; nil when they go on to the end of the document.
    public var before: String?

    /// Creates a block.
    ///
    /// - Parameters:
    ///   - form: What an item begins with.
    ///   - template: What that line says; nil for what is usual for the form.
    ///   - below: The field of what stands below it.
    ///   - lines: Lines below it that give single fields.
    ///   - after: The line below which the items begin.
    ///   - before: The line above which they end.
    public init(
        as form: Form,
        template: Template? = nil,
        below: String? = nil,
        lines: [Template] = [],
        after: String? = nil,
        before: String? = nil
    ) {
        self.form = form
        self.template = template ?? form.usualTemplate
        self.below = below
        self.lines = lines
        self.after = after
        self.before = before
    }

    /// Whether the line gives a number.
    var hasNumber: Bool { template.gaps.contains("number") }

    /// Whether the template has words by which the line is known.
    var hasWords: Bool { !template.isOnlyGaps }
}

extension LayoutBlock.Form {
    /// What a line of the form says where the layout does not.
    var usualTemplate: Template {
        switch self {
        case .numbered: Template(parts: [.gap("number"), .words(" "), .gap("text")])
        case .heading, .bulleted, .paragraph: Template(parts: [.gap("text")])
        }
    }
}
