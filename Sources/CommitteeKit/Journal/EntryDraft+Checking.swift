// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What every store asks of a draft before it records anything.
extension EntryDraft {
    /// The greatest depth of a payload.
    public static let greatestPayloadDepth = 100

    /// The greatest number of bytes of the texts of a payload, and of one erasable text, in UTF-8.
    public static let greatestByteCount = 32 << 20

    /// Throws when a store must not record this draft.
    ///
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/refused``, saying which rule
    ///   is broken. The message names the kind and the rule, never the payload's data.
    /// - Complexity: O(*n*) in the size of the draft.
    public func check() throws(JournalError) {
        try Self.check(name: subject.kind.rawValue, "The subject's kind")
        try Self.check(name: subject.id, "The subject's id")
        try Self.check(name: kind.rawValue, "The kind")
        try Self.check(name: by, "The author (`by`)")
        guard version >= 1 else {
            throw refused("has version \(version). Versions are counted from 1.")
        }
        guard !payload.isDeeper(than: Self.greatestPayloadDepth) else {
            throw refused("has a payload more than \(Self.greatestPayloadDepth) deep. Flatten it.")
        }
        guard payload.byteCount <= Self.greatestByteCount else {
            throw refused(
                "has a payload of more than \(Self.greatestByteCount >> 20) MB. Record less at once."
            )
        }
        guard case .object = payload else {
            throw refused("has \(payload.kindInWords) for a payload. A payload is an object.")
        }
        guard payload.isFinite else {
            throw refused(
                "has an infinite number, or NaN, in its payload. JSON has no such number."
            )
        }
        guard kind != .textErased else {
            throw refused("cannot be appended. Erase the text with `erase`, which records it.")
        }
        try checkTexts()
        if kind == .externalIDSet || kind == .externalIDRemoved {
            guard let reference = ExternalReference(payload: payload) else {
                throw refused(
                    "needs the members `source` and `id`, each a text that is not empty."
                )
            }
            try Self.check(name: reference.source, "The source of an external id")
            try Self.check(name: reference.id, "An external id")
        }
    }

    private func checkTexts() throws(JournalError) {
        var names: Set<String> = []
        for text in allTexts {
            try Self.check(name: text.name, "The name of an erasable text")
            guard text.text.utf8.count <= Self.greatestByteCount else {
                throw refused(
                    "has an erasable text “\(text.name)” of more than \(Self.greatestByteCount >> 20) MB."
                        + " Shorten it."
                )
            }
            guard names.insert(text.name).inserted else {
                throw refused(
                    text.name == ErasableText.reasonName
                        ? "has two reasons. Give it as `reason` or as a text, not as both."
                        : "names two erasable texts “\(text.name)”. Give each its own name."
                )
            }
        }
        var problem: String?
        payload.eachTextReference(path: "") { path, name in
            guard let name else {
                problem = problem ?? "has a “$text” at \(path) that is not just the name of a text."
                return
            }
            guard !names.contains(name) else { return }
            problem =
                problem
                ?? "refers to the erasable text “\(name)” but has none of that name. Add it."
        }
        if let problem { throw refused(problem) }
    }

    /// Throws when a name is empty, too long, or holds characters that cannot be seen: two names that look alike
    /// would be two matters.
    static func check(name: String, _ what: String) throws(JournalError) {
        guard !name.isEmpty else {
            throw JournalError(.refused, "\(what) is empty. Give it a name.")
        }
        guard name.utf8.count <= 400 else {
            throw JournalError(
                .refused,
                "\(what) is \(name.utf8.count) bytes long. Use at most 400."
            )
        }
        let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        guard isPlain else {
            throw JournalError(.refused, "\(what) holds a control character. Remove it.")
        }
        guard let hidden = name.unicodeScalars.first(where: \.isUnseen) else {
            guard name.first == " " || name.last == " " else { return }
            throw JournalError(
                .refused,
                "\(what) “\(name)” begins or ends with a blank, which nobody sees. Remove it."
            )
        }
        throw JournalError(
            .refused,
            "\(what) holds the character U+\(hidden.code), which nobody sees or which looks like another. Remove "
                + "it."
        )
    }

    private func refused(_ rule: String) -> JournalError {
        JournalError(.refused, "An entry of the kind “\(kind)” \(rule)")
    }
}

extension Unicode.Scalar {
    /// Whether it is a mark of direction, of width nought or a blank other than the usual one.
    fileprivate var isUnseen: Bool {
        switch properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator: true
        case .spaceSeparator: value != 0x20
        default: false
        }
    }

    /// Its number as Unicode writes it.
    fileprivate var code: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension JSONValue {
    /// Whether every number in the value is finite.
    fileprivate var isFinite: Bool {
        switch self {
        case .number(let number): number.isFinite
        case .array(let elements): elements.allSatisfy(\.isFinite)
        case .object(let members): members.allSatisfy { $0.value.isFinite }
        default: true
        }
    }

    /// About how many bytes the value takes as JSON, without escapes.
    fileprivate var byteCount: Int {
        switch self {
        case .string(let text): text.utf8.count + 2
        case .array(let elements): elements.reduce(2) { $0 + $1.byteCount + 1 }
        case .object(let members):
            members.reduce(2) { $0 + $1.key.utf8.count + $1.value.byteCount + 4 }
        default: 8
        }
    }

    /// The name that this value refers to, when it is a reference to an erasable text.
    var textReference: String? {
        guard case .object(let members) = self, members.count == 1 else { return nil }
        return members[ErasableText.referenceKey]?.text
    }

    /// Calls a closure for every reference to an erasable text, with `nil` for a malformed one.
    func eachTextReference(path: String, _ visit: (String, String?) -> Void) {
        switch self {
        case .array(let elements):
            for (position, element) in elements.enumerated() {
                element.eachTextReference(path: "\(path)[\(position)]", visit)
            }
        case .object(let members):
            if members[ErasableText.referenceKey] != nil {
                visit(path.isEmpty ? "the top" : path, textReference)
                return
            }
            for member in members {
                let inner = path.isEmpty ? member.key : "\(path).\(member.key)"
                member.value.eachTextReference(path: inner, visit)
            }
        default: return
        }
    }
}
