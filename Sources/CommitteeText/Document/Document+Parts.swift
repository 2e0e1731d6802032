// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// A heading.
    public struct Heading: Hashable, Sendable {
        /// The level, 1 to 6.
        public let level: Int
        /// The words.
        public var text: String
        /// A name that links can point to.
        public var anchor: String?

        /// Creates a heading.
        ///
        /// - Parameters:
        ///   - level: The level, 1 to 6; others are brought into that range.
        ///   - text: The words.
        ///   - anchor: A name that links can point to.
        public init(level: Int, text: String, anchor: String? = nil) {
            self.level = min(max(level, 1), 6)
            self.text = text
            self.anchor = anchor
        }
    }

    /// The key to the statuses that a document shows, with the wording of each.
    public struct Legend: Hashable, Sendable {
        /// A status and what the committee means by it.
        public struct Entry: Hashable, Sendable {
            /// The status.
            public var status: StatusTag
            /// What the status means, in the committee's words.
            public var wording: Prose

            /// Creates an entry.
            ///
            /// - Parameters:
            ///   - status: The status.
            ///   - wording: What the status means.
            public init(_ status: StatusTag, _ wording: Prose) {
                self.status = status
                self.wording = wording
            }
        }

        /// The title, such as "Status key".
        public var title: String
        /// The statuses, in the committee's order.
        public var entries: [Entry]

        /// Creates a key.
        ///
        /// - Parameters:
        ///   - title: The title.
        ///   - entries: The statuses, in the committee's order.
        public init(title: String, entries: [Entry]) {
            self.title = title
            self.entries = entries
        }
    }

    /// Facts, each with its name.
    public struct SummaryList: Hashable, Sendable {
        /// A fact and its name.
        public struct Row: Hashable, Sendable {
            /// The name of the fact.
            public var name: String
            /// The fact.
            public var value: Prose

            /// Creates a row.
            ///
            /// - Parameters:
            ///   - name: The name of the fact.
            ///   - value: The fact.
            public init(_ name: String, _ value: Prose) {
                self.name = name
                self.value = value
            }
        }

        /// The facts, in order.
        public var rows: [Row]

        /// Creates a list of facts.
        ///
        /// - Parameter rows: The facts, in order.
        public init(_ rows: [Row]) {
            self.rows = rows
        }
    }

    /// Blocks that belong together under a caption.
    public struct Figure: Hashable, Sendable {
        /// What the figure shows.
        public var caption: String
        /// The blocks.
        public var blocks: [Block]

        /// Creates a figure.
        ///
        /// - Parameters:
        ///   - caption: What the figure shows.
        ///   - blocks: The blocks.
        public init(caption: String, blocks: [Block]) {
            self.caption = caption
            self.blocks = blocks
        }
    }

    /// A note that footnote marks point to.
    public struct Footnote: Hashable, Sendable {
        /// The label by which marks point here: letters, digits, hyphens and underscores.
        public var label: String
        /// The note.
        public var content: Prose

        /// Creates a footnote.
        ///
        /// - Parameters:
        ///   - label: The label by which marks point here.
        ///   - content: The note.
        public init(_ label: String, _ content: Prose) {
            self.label = label
            self.content = content
        }
    }

    /// A notice that must not be overlooked.
    public struct Notice: Hashable, Sendable {
        /// How strong a notice is.
        public enum Kind: String, CaseIterable, Hashable, Sendable {
            /// Something worth knowing.
            case information
            /// Something with consequences.
            case warning
            /// The document is not approved yet.
            case draft
            /// The document must not be taken for the real one; printed across the page.
            case watermark

            /// The word that stands before the notice, so that its kind never depends on looks.
            public var word: String {
                switch self {
                case .information: "Information"
                case .warning: "Warning"
                case .draft: "Draft"
                case .watermark: "Not approved"
                }
            }
        }

        /// How strong the notice is.
        public var kind: Kind
        /// The words.
        public var content: Prose

        /// Creates a notice.
        ///
        /// - Parameters:
        ///   - kind: How strong the notice is.
        ///   - content: The words.
        public init(_ kind: Kind, _ content: Prose) {
            self.kind = kind
            self.content = content
        }
    }

    /// Blocks that form a part of the document of their own.
    public struct Section: Hashable, Sendable {
        /// The place of a part among the others.
        public enum Landmark: String, CaseIterable, Hashable, Sendable {
            /// A part of the main text.
            case region
            /// Something beside the main text.
            case complementary
        }

        /// What the part is called, for people who move from part to part.
        public var label: String
        /// The place of the part among the others.
        public var landmark: Landmark
        /// The blocks of the part.
        public var blocks: [Block]

        /// Creates a part.
        ///
        /// - Parameters:
        ///   - label: What the part is called.
        ///   - landmark: The place of the part among the others.
        ///   - blocks: The blocks of the part.
        public init(label: String, landmark: Landmark = .region, blocks: [Block]) {
            self.label = label
            self.landmark = landmark
            self.blocks = blocks
        }
    }
}
