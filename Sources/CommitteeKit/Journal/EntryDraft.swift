// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An entry before it is recorded: what happened, as a host or an importer tells it.
///
/// The store adds the sequence number, the time of recording and the hashes.
///
/// ```swift
/// let draft = EntryDraft(
///     subject: SubjectReference(kind: "action", id: "4.1"),
///     kind: "action.progress-reported",
///     payload: ["status": "G", "text": ErasableText.reference(to: "progress")],
///     texts: [ErasableText("progress", "Module piloted in two schools.")],
///     effective: CivilDate(2026, 10, 31),
///     by: "cpc-coordinator")
/// ```
public struct EntryDraft: Hashable, Sendable {
    /// What the entry is about.
    public var subject: SubjectReference
    /// The kind of what happened.
    public var kind: EntryKind
    /// The version of the payload's shape, counted from 1 for each kind.
    public var version: Int
    /// An object that sets a whole aspect of the subject.
    public var payload: JSONValue
    /// The texts that may have to be erased, to which the payload refers by name.
    public var texts: [ErasableText]
    /// The day on which it takes effect.
    public var effective: CivilDate
    /// Whether ``effective`` is only the latest day it can have been: “by 31 October”.
    public var effectiveIsBound: Bool
    /// The identifier of who says so: a role, a system or an account, never a person's name.
    public var by: String
    /// Why; kept as an erasable text named ``ErasableText/reasonName``.
    public var reason: String?

    /// Creates a draft.
    ///
    /// - Parameters:
    ///   - subject: What the entry is about.
    ///   - kind: The kind of what happened.
    ///   - version: The version of the payload's shape.
    ///   - payload: An object that sets a whole aspect of the subject.
    ///   - texts: The texts that may have to be erased.
    ///   - effective: The day on which it takes effect.
    ///   - effectiveIsBound: Whether that day is only the latest it can have been.
    ///   - by: The identifier of who says so, never a person's name.
    ///   - reason: Why.
    public init(
        subject: SubjectReference,
        kind: EntryKind,
        version: Int = 1,
        payload: JSONValue,
        texts: [ErasableText] = [],
        effective: CivilDate,
        effectiveIsBound: Bool = false,
        by: String,
        reason: String? = nil
    ) {
        self.subject = subject
        self.kind = kind
        self.version = version
        self.payload = payload
        self.texts = texts
        self.effective = effective
        self.effectiveIsBound = effectiveIsBound
        self.by = by
        self.reason = reason
    }

    /// All texts that may have to be erased, the reason among them, sorted by name.
    public var allTexts: [ErasableText] {
        let reasons = reason.map { [ErasableText(ErasableText.reasonName, $0)] } ?? []
        return (texts + reasons).sorted { $0.name < $1.name }
    }
}

extension EntryDraft {
    /// Returns a draft that says how an earlier entry should have read.
    ///
    /// The earlier entry stays; a record puts the new payload in its place.
    ///
    /// - Parameters:
    ///   - entry: The entry that was wrong.
    ///   - payload: The whole payload as it should have been.
    ///   - texts: The texts to which the new payload refers.
    ///   - effective: The day on which the corrected fact takes effect.
    ///   - by: The identifier of who corrects it.
    ///   - reason: Why it was wrong.
    /// - Returns: The draft, about the same subject.
    public static func correcting(
        _ entry: Entry,
        payload: JSONValue,
        texts: [ErasableText] = [],
        effective: CivilDate,
        by: String,
        reason: String
    ) -> EntryDraft {
        EntryDraft(
            subject: entry.subject,
            kind: .corrected,
            payload: ["entry": .integer(entry.sequence), "payload": payload],
            texts: texts,
            effective: effective,
            by: by,
            reason: reason
        )
    }

    /// Returns a draft that says that an earlier entry should never have been made.
    ///
    /// - Parameters:
    ///   - entry: The entry that should not count.
    ///   - effective: The day that the voided entry took effect.
    ///   - by: The identifier of who voids it.
    ///   - reason: Why it should not count.
    /// - Returns: The draft, about the same subject.
    public static func voiding(
        _ entry: Entry,
        effective: CivilDate,
        by: String,
        reason: String
    ) -> EntryDraft {
        EntryDraft(
            subject: entry.subject,
            kind: .voided,
            payload: ["entry": .integer(entry.sequence)],
            effective: effective,
            by: by,
            reason: reason
        )
    }

    /// Returns a draft that records another system's name for a subject.
    ///
    /// - Parameters:
    ///   - reference: The other system and its name for the subject.
    ///   - subject: The subject.
    ///   - effective: The day from which it holds.
    ///   - by: The identifier of who says so.
    /// - Returns: The draft; appending it fails when the name stands for another subject.
    public static func settingExternalID(
        _ reference: ExternalReference,
        of subject: SubjectReference,
        effective: CivilDate,
        by: String
    ) -> EntryDraft {
        EntryDraft(
            subject: subject,
            kind: .externalIDSet,
            payload: reference.payload,
            effective: effective,
            by: by
        )
    }

    /// Returns a draft that records that another system's name no longer stands for a subject.
    ///
    /// - Parameters:
    ///   - reference: The other system and its name for the subject.
    ///   - subject: The subject for which it stood.
    ///   - effective: The day from which it no longer holds.
    ///   - by: The identifier of who says so.
    ///   - reason: Why.
    /// - Returns: The draft; appending it fails when the name does not stand for the subject.
    public static func removingExternalID(
        _ reference: ExternalReference,
        of subject: SubjectReference,
        effective: CivilDate,
        by: String,
        reason: String
    ) -> EntryDraft {
        EntryDraft(
            subject: subject,
            kind: .externalIDRemoved,
            payload: reference.payload,
            effective: effective,
            by: by,
            reason: reason
        )
    }
}

extension ExternalReference {
    var payload: JSONValue { ["source": .string(source), "id": .string(id)] }

    /// Creates the reference that the payload of an external-id entry holds, if it holds one.
    public init?(payload: JSONValue) {
        guard let members = payload.members, members.count == 2,
            let source = members["source"]?.text, let id = members["id"]?.text,
            !source.isEmpty, !id.isEmpty
        else { return nil }
        self.init(source: source, id: id)
    }
}
