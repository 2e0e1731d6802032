// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CExpat

/// An element of XML with what stands in it.
struct XMLElement: Sendable {
    /// A part of an element's content.
    enum Node: Sendable {
        /// An element.
        case element(XMLElement)
        /// Words between elements.
        case text(String)
    }

    /// The name with the usual prefix of its namespace, such as `w:p`, whatever the file calls it.
    var name: String
    /// The attributes by their names with the usual prefixes.
    var attributes: [String: String] = [:]
    /// What stands in it, in order.
    var nodes: [Node] = []

    /// The elements that stand in it, in order.
    var elements: [XMLElement] {
        nodes.compactMap { node in
            if case .element(let element) = node { element } else { nil }
        }
    }

    /// The first element of a name that stands in it.
    func first(_ name: String) -> XMLElement? {
        for case .element(let element) in nodes where element.name == name { return element }
        return nil
    }

    /// All words in it and below, in order.
    var text: String {
        var result = ""
        for node in nodes {
            switch node {
            case .text(let words): result += words
            case .element(let element): result += element.text
            }
        }
        return result
    }
}

/// Reads XML as office programs write it; a document type, which they never write, is refused.
struct XMLReader {
    /// Reads a part of a file into a tree.
    ///
    /// - Parameters:
    ///   - bytes: The part.
    ///   - name: The name of the part, for messages.
    ///   - limits: How deep and large it may be.
    /// - Returns: The outermost element.
    /// - Throws: ``OfficeError`` when it is no well-formed XML, or beyond the limits.
    static func read(_ bytes: [UInt8], name: String, limits: OfficeLimits) throws(OfficeError)
        -> XMLElement
    {
        guard let parser = XML_ParserCreateNS(nil, 0x20) else {
            throw OfficeError(.damaged, "The file cannot be read: there is no memory left.")
        }
        defer { XML_ParserFree(parser) }
        let builder = XMLTreeBuilder(parser, limits: limits)
        let context = Unmanaged.passUnretained(builder).toOpaque()
        XML_SetUserData(parser, context)
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            XMLTreeBuilder.of(context)?.stop(.documentType)
        }
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let name else { return }
                XMLTreeBuilder.of(context)?.open(name, attributes)
            },
            { context, _ in XMLTreeBuilder.of(context)?.close() }
        )
        XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let text else { return }
            XMLTreeBuilder.of(context)?.add(text, count: Int(count))
        }
        let status = withExtendedLifetime(builder) {
            bytes.withUnsafeBytes { bytes in
                XML_Parse(
                    parser,
                    bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(clamping: bytes.count),
                    1
                )
            }
        }
        if let stop = builder.reason { throw stop.error(name, limits) }
        guard status == XML_STATUS_OK, let root = builder.root else {
            let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
            throw OfficeError(
                .damaged,
                "The file is damaged: its part “\(name)” is broken at line "
                    + "\(XML_GetCurrentLineNumber(parser)) (\(words ?? "unknown")). Open it in Word or "
                    + "Excel, save it under another name, and use that file."
            )
        }
        return root
    }
}

/// Why reading was stopped.
private enum XMLStop {
    case documentType
    case depth
    case elements

    func error(_ name: String, _ limits: OfficeLimits) -> OfficeError {
        switch self {
        case .documentType:
            OfficeError(
                .refusedMarkup,
                "The part “\(name)” of the file declares a document type, which neither Word nor Excel "
                    + "writes and which can be used to attack a reader. Save the file anew with one of "
                    + "them."
            )
        case .depth:
            OfficeError(
                .tooLarge,
                "In the part “\(name)” of the file, elements stand more than \(limits.depth) deep "
                    + "within each other. Save the file anew with Word or Excel."
            )
        case .elements:
            OfficeError(
                .tooLarge,
                "The part “\(name)” of the file has more than \(limits.elements) elements. Split the "
                    + "document."
            )
        }
    }
}

/// Builds the tree while the parser calls.
private final class XMLTreeBuilder {
    private let parser: XML_Parser
    private let limits: OfficeLimits
    private var open: [XMLElement] = []
    private var count = 0
    /// The words since the last tag, which come in many pieces.
    private var words: [UInt8] = []
    private(set) var root: XMLElement?
    private(set) var reason: XMLStop?

    init(_ parser: XML_Parser, limits: OfficeLimits) {
        self.parser = parser
        self.limits = limits
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
        context.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    func stop(_ reason: XMLStop) {
        if self.reason == nil { self.reason = reason }
        XML_StopParser(parser, 0)
    }

    func open(
        _ name: UnsafePointer<CChar>,
        _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard reason == nil else { return }
        count += 1
        guard count <= limits.elements else { return stop(.elements) }
        guard open.count < limits.depth else { return stop(.depth) }
        endText()
        var element = XMLElement(name: XMLNamespaces.short(String(cString: name)))
        if var next = attributes {
            while let key = next.pointee, let value = next.successor().pointee {
                element.attributes[XMLNamespaces.short(String(cString: key))] =
                    String(cString: value)
                next = next.advanced(by: 2)
            }
        }
        open.append(element)
    }

    func close() {
        endText()
        guard reason == nil, let element = open.popLast() else { return }
        guard let last = open.indices.last else {
            root = element
            return
        }
        open[last].nodes.append(.element(element))
    }

    func add(_ text: UnsafePointer<CChar>, count: Int) {
        guard reason == nil, !open.isEmpty else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: count) {
            words.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
        }
    }

    private func endText() {
        guard !words.isEmpty, let last = open.indices.last else { return }
        open[last].nodes.append(.text(String(decoding: words, as: UTF8.self)))
        words.removeAll(keepingCapacity: true)
    }
}

/// The namespaces of office documents (ISO/IEC 29500) by their usual prefixes.
enum XMLNamespaces {
    private static let transitional = "http://schemas.openxmlformats.org/"
    private static let strict = "http://purl.oclc.org/ooxml/"

    /// The name with its usual prefix, of a name as the parser gives it: namespace, space, name.
    static func short(_ name: String) -> String {
        guard let space = name.utf8.lastIndex(of: 0x20) else { return name }
        let namespace = name[..<space]
        let local = name[name.index(after: space)...]
        return prefix(of: namespace).map { "\($0):\(local)" } ?? String(local)
    }

    private static func prefix(of namespace: Substring) -> String? {
        if namespace == "http://www.w3.org/XML/1998/namespace" { return "xml" }
        if namespace == "http://schemas.openxmlformats.org/markup-compatibility/2006" {
            return "mc"
        }
        var rest = namespace
        if rest.hasPrefix(transitional) {
            rest = rest.dropFirst(transitional.count)
        } else if rest.hasPrefix(strict) {
            rest = rest.dropFirst(strict.count)
        } else {
            return "other"
        }
        if rest.hasPrefix("wordprocessingml") { return "w" }
        if rest.hasPrefix("spreadsheetml") { return "x" }
        if rest.hasPrefix("officeDocument") && rest.hasSuffix("elationships") { return "r" }
        if rest.hasPrefix("package") && rest.hasSuffix("elationships") { return "rel" }
        if rest.hasPrefix("package") && rest.hasSuffix("content-types") { return "ct" }
        if rest.hasPrefix("drawingml") { return rest.contains("wordprocessing") ? "wp" : "a" }
        return "other"
    }
}
#endif
