// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A kind of entry that a workflow has of its own: what it holds, and how it is said.
///
/// ```swift
/// RiskOwnKind("northshire.cost-estimated", fields: [.required("pounds", .wholeNumber), .words("basis")]) {
///     details in "The cost was estimated at £\(details["pounds"]?.wholeNumber ?? 0)."
/// }
/// ```
public struct RiskOwnKind: Sendable {
    /// A member of what the entry holds.
    public struct Field: Hashable, Sendable {
        /// What a member is.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// Words.
            case text
            /// A whole number.
            case wholeNumber = "a whole number"
            /// A day, as 2026-12-31.
            case date = "a day, such as 2026-12-31"
        }

        /// The name of the member.
        public var name: String
        /// What it is.
        public var kind: Kind
        /// Whether it must be there.
        public var isRequired: Bool
        /// Whether its words may have to be erased, as what people report may.
        public var isErasable: Bool

        /// Creates a field.
        ///
        /// - Parameters:
        ///   - name: The name of the member.
        ///   - kind: What it is.
        ///   - isRequired: Whether it must be there.
        ///   - isErasable: Whether its words may have to be erased.
        public init(_ name: String, _ kind: Kind, isRequired: Bool, isErasable: Bool) {
            self.name = name
            self.kind = kind
            self.isRequired = isRequired
            self.isErasable = isErasable
        }

        /// Creates a field that must be there.
        ///
        /// - Parameters:
        ///   - name: The name of the member.
        ///   - kind: What it is.
        /// - Returns: The field.
        public static func required(_ name: String, _ kind: Kind) -> Field {
            Field(name, kind, isRequired: true, isErasable: false)
        }

        /// Creates a field that may be left out.
        ///
        /// - Parameters:
        ///   - name: The name of the member.
        ///   - kind: What it is.
        /// - Returns: The field.
        public static func optional(_ name: String, _ kind: Kind) -> Field {
            Field(name, kind, isRequired: false, isErasable: false)
        }

        /// Creates a field of words that people report, which can be erased.
        ///
        /// - Parameter name: The name of the member.
        /// - Returns: The field.
        public static func words(_ name: String) -> Field {
            Field(name, .text, isRequired: false, isErasable: true)
        }
    }

    /// The kind of entry.
    public let kind: EntryKind
    /// What it holds; nothing is checked when nil.
    public let fields: [Field]?
    private let sentence: @Sendable (JSONObject) -> String

    /// What it holds, in a line.
    package var declared: String {
        guard let fields else { return "\(kind) holds what is asked" }
        let words = fields.map { field in
            "\(field.name) (\(field.kind.rawValue)\(field.isRequired ? ", needed" : ""))"
        }
        return "\(kind) holds \(words.isEmpty ? "nothing" : words.joined(separator: ", "))"
    }

    /// Creates a kind.
    ///
    /// - Parameters:
    ///   - kind: The kind of entry, such as `northshire.risk-notified`.
    ///   - fields: What it holds; with nil it holds what the request says, whatever that is.
    ///   - sentence: What it says, as a sentence for the risk's history, of the fields that are not erasable.
    ///     It is recorded with the entry, so that it is read wherever the workflow is not.
    public init(
        _ kind: EntryKind,
        fields: [Field]? = nil,
        _ sentence: @escaping @Sendable (JSONObject) -> String
    ) {
        self.kind = kind
        self.fields = fields
        self.sentence = sentence
    }

    /// The member of an entry that says it in a sentence.
    static let sentenceMember = "sentence"

    /// What an entry says as a sentence; nil when it says nothing.
    package func sentence(of details: JSONObject) -> String? {
        let words = sentence(details).trimmingSpace
        return words.isEmpty ? nil : words
    }

    /// What is wrong with what somebody says, if anything.
    package func problem(in details: JSONObject) -> String? {
        guard let fields else { return nil }
        for member in details where !fields.contains(where: { $0.name == member.key }) {
            return "“\(kind)” has nothing called “\(member.key)”. "
                + ClosestName.suggestion(for: member.key, in: fields.map(\.name))
        }
        for field in fields {
            guard let value = details[field.name], value != .null else {
                guard field.isRequired else { continue }
                return "“\(kind)” needs “\(field.name)”: \(field.kind.rawValue). Give it."
            }
            guard field.value(value) == nil else { continue }
            let found = value.text.map { "“\($0)”" } ?? value.kindInWords
            return "“\(field.name)” is \(found), expected \(field.kind.rawValue)."
        }
        return nil
    }

    /// The entry of an event.
    package func effect(_ request: RiskRequest) -> RiskEffect {
        var payload: JSONObject = [:]
        var texts: [ErasableText] = []
        var said: JSONObject = [:]
        for member in request.details {
            let field = fields?.first { $0.name == member.key }
            payload[member.key] = field.flatMap { $0.value(member.value) } ?? member.value
            // A sentence has no words that may have to be erased.
            if field?.isErasable != true { said[member.key] = payload[member.key] }
        }
        for field in fields ?? [] where field.isErasable {
            payload.keepErasable(field.name, as: field.name, among: &texts)
        }
        let words = sentence(said).trimmingSpace
        if !words.isEmpty { payload[Self.sentenceMember] = .string(words) }
        return .entry(kind, payload, texts: texts)
    }
}

extension RiskOwnKind.Field {
    /// A value as the field has it; nil when it is none.
    ///
    /// A command line gives numbers as words.
    fileprivate func value(_ given: JSONValue) -> JSONValue? {
        switch kind {
        case .text: return given.text.map { .string($0) }
        case .wholeNumber:
            if let number = given.wholeNumber { return .integer(number) }
            return given.text.flatMap { Int($0) }.map { .integer($0) }
        case .date: return given.text.flatMap { CivilDate(iso: $0) }.map { .date($0) }
        }
    }
}
