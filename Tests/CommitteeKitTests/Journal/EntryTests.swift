// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

extension EntryDraft {
    static let example = EntryDraft(
        subject: SubjectReference(kind: "action", id: "4.1"),
        kind: "action.progress-reported",
        payload: ["status": "G", "text": ErasableText.reference(to: "progress")],
        texts: [ErasableText("progress", "Piloted in two schools.")],
        effective: CivilDate(2026, 10, 31),
        by: "coordinator",
        reason: "Autumn round"
    )
}

private func sealed(_ drafts: [EntryDraft]) -> [Entry] {
    var sealer = EntrySealer(committee: "north", after: nil, context: .testing())
    return drafts.map { sealer.seal($0, idempotencyKey: nil) }
}

@Suite struct EntryTests {
    @Test func theFormatOfAnEntryIsFixed() throws {
        var sealer = EntrySealer(committee: "north", after: nil, context: .testing())
        let entry = sealer.seal(.example, idempotencyKey: "key")
        let digests = entry.texts.map { Hexadecimal.text($0.digest) }
        #expect(entry.texts.map(\.name) == ["progress", "reason"])
        let expected =
            #"{"by":"coordinator","committee":"north","digest":"testing-fnv","#
            + #""effective":"2026-10-31","effectiveIsBound":false,"format":1,"#
            + #""id":"\#(entry.id)","idempotencyKey":"key","kind":"action.progress-reported","#
            + #""payload":{"status":"G","text":{"$text":"progress"}},"previous":"","#
            + #""recorded":1700000000000,"sequence":1,"subject":{"id":"4.1","kind":"action"},"#
            + #""texts":{"progress":"\#(digests[0])","reason":"\#(digests[1])"},"version":1}"#
        #expect(
            String(decoding: entry.canonicalBytes(digestName: "testing-fnv"), as: UTF8.self)
                == expected
        )
        #expect(entry.hash == Digest.testing(Array(expected.utf8)))
    }

    @Test func theHashedBytesHoldNoErasableText() {
        let bytes = sealed([.example])[0].canonicalBytes(digestName: "testing-fnv")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("Piloted"))
        #expect(!text.contains("Autumn"))
    }

    @Test func equalTextsAreSealedDifferently() {
        let entries = sealed([.example, .example])
        #expect(entries[0].texts[0].digest != entries[1].texts[0].digest)
    }

    @Test func textsStandInTheirPlacesWhenThePayloadIsResolved() {
        var draft = EntryDraft.example
        draft.payload = ["parts": [["$text": "progress"], "plain"], "status": "G"]
        let resolved = sealed([draft])[0].resolvedPayload
        #expect(resolved.gaps == [])
        #expect(resolved.value == ["parts": ["Piloted in two schools.", "plain"], "status": "G"])
    }

    @Test func aTextThatIsMissingAltogetherIsAGapWithoutAnErasure() throws {
        let entry = sealed([.example])[0]
        let bare = entry.replacing(texts: [])
        #expect(
            bare.resolvedPayload.gaps == [PayloadGap(path: "text", name: "progress", erasure: nil)]
        )
        #expect(bare.resolvedPayload.value == ["status": "G", "text": nil])
    }

    @Test func aWholeChainHasNoProblems() {
        let entries = sealed(Array(repeating: .example, count: 5))
        #expect(EntryChain.verify(entries, digest: .testing) == [])
        #expect(EntryChain.verify([], digest: .testing) == [])
    }

    @Test func anEntryThatIsTakenOutShows() {
        var entries = sealed(Array(repeating: .example, count: 4))
        entries.remove(at: 1)
        #expect(
            EntryChain.verify(entries, digest: .testing).map(\.description) == [
                "Entry 3: does not continue from the entry before it.",
                "Entry 3: expected entry 2 here; one is missing or misplaced.",
            ]
        )
    }

    @Test func everyPartOfAnEntryIsCoveredByItsHash() {
        let entry = sealed([.example])[0]
        let gone = Erasure(by: "x", reason: "y", at: entry.recordedAt, sequence: 9)
        let forgeries: [Entry] = [
            entry.replacing(by: "other"), entry.replacing(payload: ["status": "R"]),
            entry.replacing(kind: "other.kind"), entry.replacing(effective: CivilDate(2026, 1, 1)),
            entry.replacing(effectiveIsBound: true), entry.replacing(version: 2),
            entry.replacing(texts: []), entry.replacing(key: "key"),
            entry.replacing(
                texts: entry.texts.map {
                    EntryText(name: $0.name, digest: $0.digest, content: .erased(gone))
                }
            ),
        ]
        for forgery in forgeries {
            #expect(!EntryChain.verify([forgery], digest: .testing).isEmpty)
        }
    }

    @Test func anErasingThatNoEntryRecordsShows() {
        let entry = sealed([.example])[0]
        let gone = Erasure(by: "x", reason: "y", at: entry.recordedAt, sequence: 9)
        let text = EntryText(
            name: "progress",
            digest: entry.texts[0].digest,
            content: .erased(gone)
        )
        let forged = entry.replacing(texts: [text, entry.texts[1]])
        #expect(
            EntryChain.verify([forged], digest: .testing).map(\.description) == [
                "Entry 1: its text “progress” is gone, and no entry records that it was erased."
            ]
        )
    }

    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (1_700_000_000_123, "2023-11-14T22:13:20.123Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (-86_400_000, "1969-12-31T00:00:00.000Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (Int64.min, "-292275055-05-16T16:47:04.192Z"), (Int64.max, "292278994-08-17T07:12:55.807Z"),
    ])
    func momentsAreWrittenInUTC(_ milliseconds: Int64, _ text: String) {
        #expect(RecordedInstant(milliseconds: milliseconds).description == text)
    }
}

extension Entry {
    fileprivate func replacing(
        by: String? = nil,
        payload: JSONValue? = nil,
        kind: EntryKind? = nil,
        effective: CivilDate? = nil,
        effectiveIsBound: Bool? = nil,
        version: Int? = nil,
        texts: [EntryText]? = nil,
        key: String? = nil
    ) -> Entry {
        Entry(
            committee: committee,
            sequence: sequence,
            id: id,
            subject: subject,
            kind: kind ?? self.kind,
            version: version ?? self.version,
            payload: payload ?? self.payload,
            texts: texts ?? self.texts,
            effective: effective ?? self.effective,
            effectiveIsBound: effectiveIsBound ?? self.effectiveIsBound,
            by: by ?? self.by,
            recordedAt: recordedAt,
            idempotencyKey: key ?? idempotencyKey,
            previousHash: previousHash,
            hash: hash
        )
    }
}

@Suite struct EntryDraftTests {
    static let rules: [(@Sendable (inout EntryDraft) -> Void, String)] = [
        ({ $0.by = "" }, "The author (`by`) is empty. Give it a name."),
        ({ $0.by = "a\nb" }, "The author (`by`) holds a control character. Remove it."),
        (
            { $0.by = "officer " },
            "The author (`by`) “officer ” begins or ends with a blank, which nobody sees. Remove it."
        ),
        (
            { $0.subject = SubjectReference(kind: "a", id: "R1\u{A0}") },
            "The subject's id holds the character U+00A0, which nobody sees or which looks like another. Remove it."
        ),
        (
            { $0.subject = SubjectReference(kind: "a", id: "a\u{200B}b") },
            "The subject's id holds the character U+200B, which nobody sees or which looks like another. Remove it."
        ),
        (
            { $0.subject = SubjectReference(kind: "a", id: "\u{202E}abc") },
            "The subject's id holds the character U+202E, which nobody sees or which looks like another. Remove it."
        ),
        (
            { $0.subject = SubjectReference(kind: "", id: "1") },
            "The subject's kind is empty. Give it a name."
        ),
        (
            { $0.subject = SubjectReference(kind: "a", id: String(repeating: "x", count: 401)) },
            "The subject's id is 401 bytes long. Use at most 400."
        ),
        ({ $0.kind = "" }, "The kind is empty. Give it a name."),
        (
            { $0.version = 0 },
            "An entry of the kind “k” has version 0. Versions are counted from 1."
        ),
        (
            { $0.payload = [1, 2] },
            "An entry of the kind “k” has a list for a payload. A payload is an object."
        ),
        (
            { $0.payload = ["x": .number(.nan)] },
            "An entry of the kind “k” has an infinite number, or NaN, in its payload. JSON has no"
                + " such number."
        ),
        (
            { $0.payload = ["a": ["$text": "missing"]] },
            "An entry of the kind “k” refers to the erasable text “missing” but has none of that"
                + " name. Add it."
        ),
        (
            { $0.payload = ["a": [["$text": 1]]] },
            "An entry of the kind “k” has a “$text” at a[0] that is not just the name of a text."
        ),
        (
            { $0.texts = [ErasableText("a", "1"), ErasableText("a", "2")] },
            "An entry of the kind “k” names two erasable texts “a”. Give each its own name."
        ),
        (
            {
                $0.texts = [ErasableText("reason", "1")]
                $0.reason = "2"
            },
            "An entry of the kind “k” has two reasons. Give it as `reason` or as a text, not as"
                + " both."
        ),
        (
            { $0.kind = .externalIDSet },
            "An entry of the kind “subject.external-id-set” needs the members `source` and `id`,"
                + " each a text that is not empty."
        ),
        (
            { $0.kind = .textErased },
            "An entry of the kind “entry.text-erased” cannot be appended. Erase the text with"
                + " `erase`, which records it."
        ),
        (
            { $0.payload = nested(101) },
            "An entry of the kind “k” has a payload more than 100 deep. Flatten it."
        ),
    ]

    static func nested(_ depth: Int) -> JSONValue {
        (1..<depth).reduce(JSONValue.object([:])) { inner, _ in ["a": inner] }
    }

    @Test(arguments: rules.indices)
    func aDraftThatBreaksARuleIsRefused(_ index: Int) throws {
        let (breakRule, message) = Self.rules[index]
        var draft = EntryDraft(
            subject: SubjectReference(kind: "action", id: "1"),
            kind: "k",
            payload: [:],
            effective: CivilDate(2023, 1, 1),
            by: "x"
        )
        try draft.check()
        breakRule(&draft)
        let error = try #require(throws: JournalError.self) { try draft.check() }
        #expect(error.code == .refused)
        #expect(error.message == message)
    }

    @Test func aPayloadOfTheGreatestDepthIsTaken() throws {
        var draft = EntryDraft.example
        draft.payload = Self.nested(EntryDraft.greatestPayloadDepth)
        try draft.check()
    }

    @Test func aPayloadOfAbsurdDepthIsRefusedWithoutACrash() throws {
        var draft = EntryDraft.example
        draft.payload = Self.nested(5000)
        #expect(throws: JournalError.self) { try draft.check() }
    }

    @Test func correctingAndVoidingNameTheEntry() throws {
        let entry = sealed([.example])[0]
        let correction = EntryDraft.correcting(
            entry,
            payload: ["status": "A"],
            effective: CivilDate(2026, 10, 31),
            by: "x",
            reason: "Misread"
        )
        #expect(correction.subject == entry.subject)
        #expect(correction.payload == ["entry": 1, "payload": ["status": "A"]])
        let voiding = EntryDraft.voiding(
            entry,
            effective: entry.effective,
            by: "x",
            reason: "Wrong action"
        )
        #expect(voiding.kind == .voided)
        #expect(voiding.payload == ["entry": 1])
        try correction.check()
        try voiding.check()
    }
}
