// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RecordExport {
    /// Reads an export.
    ///
    /// Entries come back as they were written, in full. Whether their hashes are right is for
    /// ``EntryChain`` to say, with the digest that ``digestName`` names.
    ///
    /// - Parameters:
    ///   - bytes: The export, in UTF-8.
    ///   - source: The name of the file, for messages.
    /// - Throws: `JSONError` with the line of the first mistake, or when the format is another.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(reading bytes: [UInt8], source: String) throws(JSONError) {
        let node = try JSONReader.read(bytes, source: source)
        try Self.checkFormat(node, source)
        let fields = try JSONFields(
            node,
            in: source,
            known: ["$schema", "format", "committee", "digest", "entries", "head", "state"]
        )
        let committee = try fields.required("committee", as: .fields(known: ["id", "name"]))
        let id = CommitteeID(try committee.required("id", as: .text))
        let entries = try fields.required(
            "entries",
            as: .list(
                of: .object(known: Self.entryNames) { (fields) throws(JSONError) in
                    try Self.entry(fields, of: id)
                }
            )
        )
        for (index, entry) in entries.enumerated() where entry.sequence != index + 1 {
            throw fields.error(
                "entries[\(index)] has the sequence \(entry.sequence), expected \(index + 1). An "
                    + "export has every entry from the first on, in order.",
                at: "entries"
            )
        }
        try Self.checkHead(of: entries, fields)
        self.init(
            committee: id,
            name: try committee.required("name", as: .text),
            digestName: try fields.required("digest", as: .text),
            entries: entries
        )
    }

    /// Throws when the entries are not all that the export says it has.
    private static func checkHead(
        of entries: [Entry],
        _ fields: JSONFields
    ) throws(JSONError) {
        let known = JSONFieldType<JSONFields>.fields(known: ["entries", "hash"])
        guard let head = try fields.optional("head", as: known) else { return }
        let count = try head.required("entries", as: .integer)
        guard count == entries.count else {
            throw fields.error(
                "the export says that it has \(count) entries, and \(entries.count) are here. It was cut short "
                    + "or put together: export the record again.",
                at: "head"
            )
        }
        guard try head.required("hash", as: bytes) == entries.last?.hash ?? [] else {
            throw fields.error(
                "the last entry has not the hash that the export says it has. It was changed since: export the "
                    + "record again.",
                at: "head"
            )
        }
    }

    /// Returns whether a text looks like an export, whatever its version.
    ///
    /// - Parameter node: What was read.
    /// - Returns: Whether it is an object whose format is a version of `committee-record`.
    public static func isExport(_ node: JSONNode) -> Bool {
        guard case .object(let members) = node.content else { return false }
        let format = members.first { $0.key == "format" }?.node.value.text
        return format?.hasPrefix("committee-record/") ?? false
    }

    /// Says that a format is another before complaining of names that it may have.
    private static func checkFormat(_ node: JSONNode, _ source: String) throws(JSONError) {
        guard case .object(let members) = node.content else { return }
        guard let member = members.first(where: { $0.key == "format" }) else {
            throw JSONPlace(source: source).error(
                "“format” is missing. An export of a record says “\(format)”.",
                at: node
            )
        }
        guard let found = member.node.value.text, found != format else {
            guard member.node.value.text == nil else { return }
            throw JSONPlace(source: source, path: "format").expected("a text", found: member.node)
        }
        let place = JSONPlace(source: source, path: "format")
        guard found.hasPrefix("committee-record/") else {
            throw place.error(
                "“\(JSONReader.shown(found))” is not an export of a record; expected “\(format)”.",
                at: member.node
            )
        }
        throw place.error(
            "“\(JSONReader.shown(found))” cannot be read; this version reads “\(format)”. Use a "
                + "version of the library that reads it.",
            at: member.node
        )
    }

    private static let entryNames = [
        "sequence", "id", "subject", "kind", "version", "payload", "texts", "effective",
        "effectiveIsBound", "by", "recordedAt", "idempotencyKey", "previousHash", "hash",
    ]

    private static func entry(
        _ fields: JSONFields,
        of committee: CommitteeID
    ) throws(JSONError) -> Entry {
        let subject = try fields.required("subject", as: .fields(known: ["kind", "id"]))
        let texts = try fields.required("texts", as: .map(of: text))
        return Entry(
            committee: committee,
            sequence: try fields.required("sequence", as: .integer),
            id: EntryID(rawValue: try fields.required("id", as: .text)),
            subject: SubjectReference(
                kind: SubjectKind(try subject.required("kind", as: .text)),
                id: try subject.required("id", as: .text)
            ),
            kind: EntryKind(try fields.required("kind", as: .text)),
            version: try fields.required("version", as: .integer),
            payload: try fields.required("payload", as: .value),
            texts: texts.map {
                EntryText(name: $0.key, digest: $0.value.digest, content: $0.value.content)
            }.sorted { $0.name < $1.name },
            effective: try fields.required("effective", as: .date),
            effectiveIsBound: try fields.required("effectiveIsBound", as: .bool),
            by: try fields.required("by", as: .text),
            recordedAt: try fields.required("recordedAt", as: moment),
            idempotencyKey: try fields.optional("idempotencyKey", as: .text),
            previousHash: try fields.required("previousHash", as: bytes),
            hash: try fields.required("hash", as: bytes)
        )
    }

    private static var text: JSONFieldType<EntryText> {
        .object(known: ["text", "salt", "digest", "erased"]) { (fields) throws(JSONError) in
            let digest = try fields.required("digest", as: bytes)
            guard !fields.has("erased") else {
                let erased = try fields.required(
                    "erased",
                    as: .fields(known: ["by", "reason", "at", "sequence"])
                )
                guard !fields.has("text"), !fields.has("salt") else {
                    throw fields.error("a text that was erased has no text and no salt.")
                }
                let erasure = Erasure(
                    by: try erased.required("by", as: .text),
                    reason: try erased.required("reason", as: .text),
                    at: try erased.required("at", as: moment),
                    sequence: try erased.required("sequence", as: .integer)
                )
                return EntryText(name: "", digest: digest, content: .erased(erasure))
            }
            let kept = EntryText.Content.kept(
                text: try fields.required("text", as: .text),
                salt: try fields.required("salt", as: bytes)
            )
            return EntryText(name: "", digest: digest, content: kept)
        }
    }

    private static var bytes: JSONFieldType<[UInt8]> {
        JSONFieldType<String>.text.checked("bytes as hexadecimal digits") { Hexadecimal.bytes($0) }
    }

    private static var moment: JSONFieldType<RecordedInstant> {
        let expected = "a moment such as 2026-10-31T09:30:00.000Z"
        return JSONFieldType<JSONValue>.value.checked(expected) { value in
            if let milliseconds = value.wholeNumber {
                return RecordedInstant(milliseconds: Int64(milliseconds))
            }
            return value.text.flatMap { RecordedInstant(iso: $0) }
        }
    }
}
