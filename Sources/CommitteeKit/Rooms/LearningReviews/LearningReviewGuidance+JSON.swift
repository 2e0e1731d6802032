// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension LearningReviewGuidance {
    /// Reads a pack from a file of JSON.
    ///
    /// ```json
    /// { "id": "ours", "version": 1, "title": "How we review",
    ///   "sources": [{ "id": "protocol", "title": "Our protocol", "year": 2025 }],
    ///   "criteria": [{ "key": "registered", "words": "…", "source": "protocol" }],
    ///   "limits": [{ "step": "decided", "after": "notified", "within": "8 weeks" }] }
    /// ```
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8.
    ///   - source: The name of the file, for messages.
    /// - Throws: `JSONError` with the line of the first mistake: a key that stands twice, a fact whose source
    ///   the pack does not list, a limit of a step that does not exist.
    public init(reading bytes: [UInt8], source: String) throws(JSONError) {
        let node = try JSONReader.read(bytes, source: source)
        self = try Self.shape.type.read(node, JSONPlace(source: source))
    }

    static let shape = Shape(
        LearningReviewGuidance(id: "", title: ""),
        [
            .required("id", \.id, .key), .given("version", \.version, .integer),
            .required("title", \.title, .name), .optional("from", \.from, .date),
            .list("sources", \.sources, Source.shape.form),
        ] + lists.map { .list($0.name, $0.path, Term.shape.form) }
            + [.list("limits", \.limits, TimeLimit.shape.form)],
        check: { (fields, pack) throws(JSONError) in
            if let mistake = pack.mistake {
                throw fields.error(mistake.message, at: mistake.member)
            }
        }
    )

    /// What is wrong with the pack as a whole.
    private var mistake: (member: String, message: String)? {
        guard version >= 1 else {
            return ("version", "The version is \(version). Count versions from 1.")
        }
        let known = Set(sources.map(\.id))
        if let twice = sources.map(\.id).firstRepeated {
            return ("sources", "The source “\(twice)” stands twice. Leave one of them out.")
        }
        for list in Self.lists {
            let terms = self[keyPath: list.path]
            if let twice = terms.map(\.key).firstRepeated {
                return (list.name, "The \(list.noun) “\(twice)” stands twice. Leave one out.")
            }
            if let other = terms.compactMap(\.source).first(where: { !known.contains($0) }) {
                return (list.name, Self.unknownSource(other, known))
            }
        }
        guard !criteria.isEmpty else {
            return (
                "criteria", "The pack has no criterion, so nothing could be notified. List one."
            )
        }
        for limit in limits {
            if limit.step == limit.after {
                return ("limits", "A limit counts from “\(limit.after.rawValue)” to itself.")
            }
            if let other = limit.source, !known.contains(other) {
                return ("limits", Self.unknownSource(other, known))
            }
            if let key = limit.criteria.first(where: { criterion($0) == nil }) {
                let keys = criteria.map(\.key)
                return (
                    "limits",
                    "The pack has no criterion “\(key)”. \(ClosestName.suggestion(for: key, in: keys))"
                )
            }
        }
        return nil
    }

    private static func unknownSource(_ id: String, _ known: Set<String>) -> String {
        "The pack lists no source “\(id)”. " + ClosestName.suggestion(for: id, in: known.sorted())
    }

    /// The pack as files and entries have it.
    public var json: JSONValue { .object(Self.shape.write(self)) }
}

extension LearningReviewGuidance.Source {
    static let shape = Shape(
        Self(id: "", title: "", year: 0),
        [
            .required("id", \.id, .key), .required("title", \.title, .name),
            .words("publisher", \.publisher), .required("year", \.year, .integer),
        ]
    )
}

extension LearningReviewGuidance.Term {
    static let shape = Shape(
        Self("", ""),
        [
            .required("key", \.key, .key), .required("words", \.words, .name),
            .optional("source", \.source, .key),
        ]
    )
}

extension LearningReviewGuidance.TimeLimit {
    static let shape = Shape(
        Self(.decided, after: .notified, within: .workingDays(0)),
        [
            .required("step", \.step, .word), .required("after", \.after, .word),
            .required("within", \.within, .interval), .list("criteria", \.criteria, .key),
            .optional("outcome", \.outcome, .word), .optional("source", \.source, .key),
        ]
    )
}

extension LearningReviewAdoption {
    static let shape = Shape(
        LearningReviewAdoption(LearningReviewGuidance(id: "", title: "")),
        [
            .required("guidance", \.guidance, LearningReviewGuidance.shape.form),
            .optional("group", \.group, .name), .optional("coordinator", \.coordinator, .name),
            .list("ownLimits", \.ownLimits, LearningReviewGuidance.TimeLimit.shape.form),
        ]
    )
}

extension JSONForm where Value == String {
    /// A key of a list: small letters, digits and hyphens.
    static var key: Self {
        Self(
            JSONFieldType("a key of small letters, digits and hyphens") {
                (node, place) throws(JSONError) in
                let text = try JSONFieldType<String>.name.read(node, place)
                guard LearningReviewGuidance.isKey(text) else {
                    throw place.expected(
                        "a key of small letters, digits and hyphens, such as not-proceed",
                        found: node
                    )
                }
                return text
            }
        ) { .string($0) }
    }
}

extension JSONForm where Value == ReminderInterval {
    /// A length of time, such as `28 days` or `10 working days`.
    static var interval: Self { Self(.reminderInterval) { .string($0.description) } }
}

extension LearningReviewGuidance {
    /// Whether a text is a key.
    static func isKey(_ text: String) -> Bool {
        (1...60).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
            }
    }
}

extension [String] {
    /// The first that stands there again.
    fileprivate var firstRepeated: String? {
        var seen: Set<String> = []
        return first { !seen.insert($0).inserted }
    }
}
