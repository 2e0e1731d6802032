// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A report, ready to be written in any format.
///
/// ```swift
/// let report = try await library.report("northshire/plan", of: edition)
/// try report.render(.html, into: &page)
/// ```
///
/// Everything that can fail in a plugin has happened before. A layout is written while its plan is
/// read, so that no page is held whole; ``document`` gives the tree of blocks instead. A plugin may
/// write bytes of a format of its own, which are in ``ownFormat`` and no other format can be made of.
public struct Report: Sendable {
    /// The layout's or the report's identifier, `plugin/name`.
    public let id: String
    private let content: Content

    private enum Content {
        case document(Document)
        /// A register in a layout, which can be read again.
        case register(Document)
        case page(PlanPage)
        case own(OwnFormat)
    }

    /// The bytes of a format that only the plugin knows.
    public struct OwnFormat: Hashable, Sendable {
        /// The media type, such as `text/csv`.
        public var mediaType: String
        /// The bytes.
        public var bytes: [UInt8]

        /// Creates the bytes of a format.
        ///
        /// - Parameters:
        ///   - mediaType: The media type.
        ///   - bytes: The bytes.
        public init(mediaType: String, bytes: [UInt8]) {
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// Creates a report of a document.
    ///
    /// - Parameters:
    ///   - id: The report's identifier, `plugin/name`.
    ///   - document: The document.
    public init(_ id: String, _ document: Document) {
        self.id = id
        content = .document(document)
    }

    /// Creates a report of bytes of a format of its own.
    ///
    /// - Parameters:
    ///   - id: The report's identifier, `plugin/name`.
    ///   - own: The bytes, with their media type.
    public init(_ id: String, _ own: OwnFormat) {
        self.id = id
        content = .own(own)
    }

    /// Creates a report of a register in a layout.
    init(_ id: String, register: Document) {
        self.id = id
        content = .register(register)
    }

    /// Creates a report of a plan in a layout.
    init(_ id: String, _ page: PlanPage) {
        self.id = id
        content = .page(page)
    }

    /// The bytes of a format of the plugin's own; nil for a report that can be written in any format.
    public var ownFormat: OwnFormat? {
        guard case .own(let own) = content else { return nil }
        return own
    }

    /// The report as a tree of blocks.
    ///
    /// - Throws: ``LibraryError`` when the report has bytes of a format of its own.
    /// - Complexity: O(*n*) in the size of a plan in a layout, each time that it is asked for.
    public var document: Document {
        get throws(LibraryError) {
            switch content {
            case .document(let document), .register(let document): return document
            case .page(let page): return page.document
            case .own(let own):
                throw LibraryError(
                    .refused,
                    "The report “\(id)” writes \(own.mediaType) of its own and makes no document. Use "
                        + "its own format."
                )
            }
        }
    }

    /// Returns whether the report can be written in a format.
    ///
    /// - Parameter format: The format.
    /// - Returns: True, unless the report has bytes of a format of its own that is another one.
    public func canRender(_ format: DocumentFormat) -> Bool {
        guard case .own(let own) = content else { return true }
        return Self.essence(own.mediaType) == Self.essence(format.renderer.mediaType)
    }

    /// Writes the report in a format, piece by piece.
    ///
    /// - Parameters:
    ///   - format: The format.
    ///   - sink: Where the bytes go. Nothing is written when the report has no such format.
    /// - Throws: ``LibraryError`` when the report has bytes of a format of its own that is another one.
    public func render(
        _ format: DocumentFormat,
        into sink: inout some ByteSink
    ) throws(LibraryError) {
        switch content {
        case .document(let document): document.render(format, into: &sink)
        case .register(let document): document.render(format, into: &sink)
        case .page(let page): page.write(in: format, into: &sink)
        case .own(let own):
            guard canRender(format) else {
                throw LibraryError(
                    .refused,
                    "The report “\(id)” writes \(own.mediaType) of its own, and cannot be written as "
                        + "\(format.renderer.mediaType). Use its own format."
                )
            }
            sink.write(own.bytes)
        }
    }

    /// Returns the report as bytes of a format.
    ///
    /// - Parameter format: The format.
    /// - Returns: The bytes.
    /// - Throws: ``LibraryError`` when the report has bytes of a format of its own that is another one.
    public func render(_ format: DocumentFormat) throws(LibraryError) -> [UInt8] {
        var bytes: [UInt8] = []
        try render(format, into: &bytes)
        return bytes
    }

    /// The media type without its parameters.
    private static func essence(_ mediaType: String) -> String {
        String(mediaType.lowercased().prefix { $0 != ";" && $0 != " " })
    }
}

/// A plan and all that it takes to write it in a layout.
struct PlanPage: Sendable {
    var writer: LayoutWriter
    var plan: Plan
    var edition: Edition
    var computed = LayoutCells()
    /// Why the page is only a draft.
    var notice: String?

    var document: Document {
        writer.document(plan, of: edition, computed: computed).marked(asDraft: notice)
    }

    func write(in format: DocumentFormat, into sink: inout some ByteSink) {
        writer.write(
            plan,
            of: edition,
            computed: computed,
            markedAsDraft: notice,
            in: format,
            into: &sink
        )
    }
}
