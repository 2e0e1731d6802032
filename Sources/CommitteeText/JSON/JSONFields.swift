// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The members of an object that a person wrote, taken out one by one and checked on the way.
///
/// A name that is not known is an error with its line and the closest known name; so is a name
/// that is missing and a value of the wrong kind. Messages carry the path to the value, as in
/// `plan.actions[3].due`, where elements are counted from zero.
///
/// ```swift
/// let fields = try JSONFields(node, in: "plugin.json", known: ["id", "title", "tags"])
/// let id = try fields.required("id", as: .text)
/// let tags = try fields.optional("tags", as: .list(of: .text)) ?? []
/// ```
public struct JSONFields: Sendable {
    /// Where the object stands.
    public let place: JSONPlace
    /// The node of the object itself.
    public let node: JSONNode
    private let members: [String: JSONNode]

    /// Creates the fields of the outermost object of a text.
    ///
    /// - Parameters:
    ///   - node: What was read.
    ///   - source: The name to use in errors, such as a file name.
    ///   - known: Every name that may occur.
    /// - Throws: ``JSONError`` when the node is not an object or has a name that is not known.
    public init(_ node: JSONNode, in source: String, known: [String]) throws(JSONError) {
        try self.init(node, at: JSONPlace(source: source), known: known)
    }

    /// Creates the fields of an object at a place.
    ///
    /// - Parameters:
    ///   - node: The object.
    ///   - place: Where it stands.
    ///   - known: Every name that may occur.
    /// - Throws: ``JSONError`` when the node is not an object or has a name that is not known.
    public init(_ node: JSONNode, at place: JSONPlace, known: [String]) throws(JSONError) {
        guard case .object(let list) = node.content else {
            throw place.isInLua
                ? place.expected(Self.tableInLua(known), found: node)
                : place.expected("an object", found: node)
        }
        for member in list where !known.contains(member.key) {
            if place.isInLua, let number = Int(member.key) {
                // A Lua table with names that also has elements: these have numbers for names.
                let names = known.filter { Int($0) == nil }
                let places = known.count - names.count
                throw JSONError(
                    .content,
                    "\(place.inWords)\(Self.shown(member.node)) stands without a name in place \(number), "
                        + (places == 0
                            ? "where everything has a name."
                            : "but only the first \(places == 1 ? "has" : "\(places) have") none.")
                        + " Give it its name, as in \(names.first ?? "name") = …. "
                        + "Known: \(names.joined(separator: ", ")).",
                    source: place.source,
                    line: member.line,
                    column: member.column
                )
            }
            throw JSONError(
                .content,
                "\(place.inWords)“\(JSONReader.shown(member.key))” is not a name that is known"
                    + " here. \(ClosestName.suggestion(for: member.key, in: known))",
                source: place.source,
                line: member.line,
                column: member.column
            )
        }
        self.place = place
        self.node = node
        self.members = Dictionary(
            list.map { ($0.key, $0.node) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// A table of Lua in words, with its first names.
    private static func tableInLua(_ known: [String]) -> String {
        let names = known.filter { Int($0) == nil }.prefix(2).map { "\($0) = …" }
        let places = known.prefix { Int($0) != nil }.map { _ in "\"…\"" }
        return "a table such as { \((places + names).joined(separator: ", ")) }"
    }

    private static func shown(_ node: JSONNode) -> String {
        if case .string(let text) = node.content { return "“\(JSONReader.shown(text))”" }
        return node.kindInWords
    }

    /// Returns the value under a name that must be there.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - type: What the value must be.
    /// - Returns: The value.
    /// - Throws: ``JSONError`` when the name is missing or its value is something else.
    public func required<Value>(
        _ name: String,
        as type: JSONFieldType<Value>
    ) throws(JSONError) -> Value {
        guard let node = members[name] else {
            throw error("“\(name)” (\(type.expected)) is missing. Add it.")
        }
        return try type.read(node, place.member(name))
    }

    /// Returns the value under a name, or `nil` when the name is missing or its value is `null`.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - type: What the value must be.
    /// - Returns: The value, if there is one.
    /// - Throws: ``JSONError`` when the value is something else.
    public func optional<Value>(
        _ name: String,
        as type: JSONFieldType<Value>
    ) throws(JSONError) -> Value? {
        guard let node = members[name], node.content != .null else { return nil }
        return try type.read(node, place.member(name))
    }

    /// Returns whether a name is there, even if its value is `null`.
    public func has(_ name: String) -> Bool { members[name] != nil }

    /// Returns an error about the object, or about the value under a name, with its line.
    ///
    /// - Parameters:
    ///   - message: What is wrong and what to do.
    ///   - name: The name whose value is wrong, or `nil` for the object as a whole.
    /// - Returns: The error, to be thrown.
    public func error(_ message: String, at name: String? = nil) -> JSONError {
        let stands = name.map { place.member($0) } ?? place
        return stands.error(message, at: name.flatMap { members[$0] } ?? node)
    }
}

/// Where a value stands in what was read: the source's name and the path of names to the value.
public struct JSONPlace: Hashable, Sendable {
    /// The name of what was read, such as a file name.
    public let source: String
    /// The names that lead to the value, such as `plan.actions[3].due`; empty at the top.
    public let path: String

    /// Creates a place.
    public init(source: String, path: String = "") {
        self.source = source
        self.path = path
    }

    /// Returns the place of a member of the object at this place.
    public func member(_ name: String) -> JSONPlace {
        JSONPlace(source: source, path: path.isEmpty ? name : "\(path).\(name)")
    }

    /// Returns the place of an element of the list at this place.
    ///
    /// The position is counted from 0; its number in the words counts from 1 in a Lua file.
    public func element(_ position: Int) -> JSONPlace {
        // Whoever wrote Lua counts from 1.
        let number = isInLua ? position + 1 : position
        return JSONPlace(source: source, path: "\(path)[\(number)]")
    }

    /// Returns an error about the value at this place.
    ///
    /// - Parameters:
    ///   - message: What is wrong and what to do.
    ///   - node: The value, which gives the line.
    /// - Returns: The error, to be thrown.
    public func error(_ message: String, at node: JSONNode) -> JSONError {
        JSONError(
            .content,
            inWords + message,
            source: source,
            line: node.line,
            column: node.column
        )
    }

    /// Returns an error that says what was expected and what was found.
    ///
    /// - Parameters:
    ///   - expected: What was expected, such as “a text”.
    ///   - node: What was found.
    /// - Returns: The error, to be thrown.
    public func expected(_ expected: String, found node: JSONNode) -> JSONError {
        guard isInLua else {
            return error("expected \(expected), found \(node.kindInWords).", at: node)
        }
        // Lua has tables alone: a list is one without names.
        let wanted = expected == "a list" ? "a list in braces, such as { \"…\", \"…\" }" : expected
        var found = node.kindInWords
        if case .object = node.content { found = "a table with names" }
        return error("expected \(wanted), found \(found).", at: node)
    }

    /// Whether the value was written in Lua.
    var isInLua: Bool { source.hasSuffix(".lua") }

    var inWords: String { path.isEmpty ? "" : "\(path): " }
}
