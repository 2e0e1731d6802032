// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// How many actions have which status, drawn as one bar.
    public struct StatusBar: Hashable, Sendable {
        /// A status and how many have it.
        public struct Segment: Hashable, Sendable {
            /// The status.
            public var status: StatusTag
            /// How many have it, zero or more.
            public let count: Int

            /// Creates a segment.
            ///
            /// - Parameters:
            ///   - status: The status.
            ///   - count: How many have it; a negative number is taken for zero.
            public init(_ status: StatusTag, count: Int) {
                self.status = status
                self.count = max(count, 0)
            }
        }

        /// What is counted, such as "Actions by status".
        public var title: String
        /// The statuses, in the committee's order.
        public var segments: [Segment]

        /// Creates a bar.
        ///
        /// - Parameters:
        ///   - title: What is counted.
        ///   - segments: The statuses, in the committee's order.
        public init(title: String, segments: [Segment]) {
            self.title = title
            self.segments = segments
        }

        /// The number of all that are counted; the greatest number there is when it is too large.
        public var total: Int {
            segments.reduce(0) { sum, segment in
                let (result, overflow) = sum.addingReportingOverflow(segment.count)
                return overflow ? Int.max : result
            }
        }
    }

    /// When things begin, end and are due, drawn against a calendar.
    public struct Timeline: Hashable, Sendable {
        /// One thing and its days.
        public struct Row: Hashable, Sendable {
            /// What the thing is, in few words.
            public var label: String
            /// The first day, where it is known.
            public var from: CivilDate?
            /// The last day, where it is known.
            public var until: CivilDate?
            /// The day on which it is due, where it has one.
            public var due: CivilDate?
            /// The status, where it has one.
            public var status: StatusTag?
            /// The timescale in its own words.
            public var words: String

            /// Creates a row.
            ///
            /// - Parameters:
            ///   - label: What the thing is, in few words.
            ///   - from: The first day.
            ///   - until: The last day.
            ///   - due: The day on which it is due.
            ///   - status: The status.
            ///   - words: The timescale in its own words.
            public init(
                _ label: String,
                from: CivilDate? = nil,
                until: CivilDate? = nil,
                due: CivilDate? = nil,
                status: StatusTag? = nil,
                words: String = ""
            ) {
                self.label = label
                self.from = from
                self.until = until
                self.due = due
                self.status = status
                self.words = words
            }
        }

        /// What the timeline shows.
        public var title: String
        /// The things, in order.
        public var rows: [Row]
        /// The day that is marked: that of which the rows are told.
        public var today: CivilDate?

        /// Creates a timeline.
        ///
        /// - Parameters:
        ///   - title: What the timeline shows.
        ///   - rows: The things, in order.
        ///   - today: The day that is marked: that of which the rows are told.
        public init(title: String, rows: [Row], today: CivilDate? = nil) {
            self.title = title
            self.rows = rows
            self.today = today
        }
    }
}

extension Document.StatusBar {
    /// The figures in words, such as "16 of 19: G Green – On target".
    package var lines: [String] {
        segments.map { "\($0.count) of \(total): \($0.status.text)" }
    }
}

extension Document.Timeline {
    static let datePattern = "d MMMM yyyy"

    /// The cells of the table that says the same as the drawing.
    package func table() -> Document.Table {
        let hasStatus = rows.contains { $0.status != nil }
        let hasWords = rows.contains { !$0.words.isEmpty }
        var columns: [Document.Table.Column] = [.init("Item", isRowHeader: true)]
        if hasWords { columns.append("Timescale") }
        columns += ["From", "Until", "Due"]
        if hasStatus { columns.append("Status") }
        let cells = rows.map { row in
            var cells: [Document.Table.Cell] = [.text(row.label)]
            if hasWords { cells.append(.text(row.words)) }
            for date in [row.from, row.until, row.due] {
                cells.append(date.map(Document.Table.Cell.date) ?? .empty)
            }
            if hasStatus { cells.append(row.status.map(Document.Table.Cell.status) ?? .empty) }
            return Document.Table.Row.cells(cells)
        }
        let marker = today.map { ", as at \($0.formatted(Self.datePattern))" } ?? ""
        return Document.Table(caption: title + marker, columns: columns, rows: cells)
    }
}

extension Document.Legend {
    /// The key as a table.
    package func table() -> Document.Table {
        Document.Table(
            caption: title,
            columns: [.init("Status", isRowHeader: true), "Meaning"],
            rows: entries.map { .cells([.status($0.status), .prose($0.wording)]) }
        )
    }
}
