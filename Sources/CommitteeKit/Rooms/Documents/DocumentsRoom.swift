// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of the committee's documents: what there is, in which edition, and when it is reviewed.
public struct DocumentsRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "documents" }

    /// Documents, the copies of an edition that went out, and the register as a whole.
    public var subjects: [SubjectKind] { ["document", "document-copies", "document-register"] }

    /// What can be recorded of a document.
    public var kinds: [DeclaredKind] { CommitteeDocument.table.kinds }

    /// Each entry changes its own document; a withdrawal may name another one.
    public func reach(of kind: EntryKind) -> EntryReach { .subject }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> DocumentsFold { DocumentsFold() }

    /// How a person writes what is said of a document.
    public var requests: [RequestTarget] {
        [
            RequestTarget(
                "document",
                noun: "a document",
                members: CommitteeDocument.table.requestNames
            ) { (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .document(try fields.required("document", as: .name)),
                    try CommitteeDocument.table.requested(fields, &reading)
                )
            }
        ]
    }
}

/// The documents, while the entries of a journal are being folded.
public struct DocumentsFold: RoomFold {
    private var documents: [String: CommitteeDocument] = [:]
    private var order: [String] = []

    init() {}

    /// Begins where a state stands, to try what could be recorded next.
    init(_ state: DocumentRegister) {
        for document in state.documents {
            documents[document.id] = document
            order.append(document.id)
        }
    }

    /// Takes in what is said of a document; its title makes it.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        if let withdrawal = fact.value(as: DocumentWithdrawal.self) {
            if let other = withdrawal.replacedBy { door.look(at: .document(other)) }
        }
        return tried(fact, step)
    }

    /// Takes in what is said of a document, when nobody needs to know at what the fold looked.
    mutating func tried(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        let id = step.subject.id
        guard step.subject.kind == "document" else {
            return "“\(step.subject)” is not a document. Name a document."
        }
        guard CommitteeDocument.isIdentifier(id) else {
            return
                "“\(id)” cannot name a document, because texts could not cite it. Use letters, digits "
                + "and hyphens only, such as joint-protocol."
        }
        let isTitle = fact.kind == CommitteeDocument.Entries.title.declared.kind
        guard documents[id] != nil || isTitle else {
            return "There is no document “\(id)” on \(step.effective). "
                + (order.isEmpty
                    ? "Add it first, with its title."
                    : ClosestName.suggestion(for: id, in: order))
        }
        var document = documents[id] ?? CommitteeDocument(id: id)
        if let day = document.withdrawal?.on {
            return
                "The document “\(id)” was withdrawn on \(day). Nothing more can be said of it; add a "
                + "document with another identifier."
        }
        if let withdrawal = fact.value(as: DocumentWithdrawal.self),
            let refusal = refusal(of: withdrawal, of: id)
        {
            return refusal
        }
        if let refusal = CommitteeDocument.table.apply(fact, to: &document, step) { return refusal }
        guard document.title != nil else {
            return "The document “\(id)” would have no title. Give it one."
        }
        if let months = document.reviewMonths, !(1...240).contains(months) {
            return
                "The document “\(id)” would be reviewed every \(months) months. Give a number from 1 "
                + "to 240."
        }
        if documents[id] == nil { order.append(id) }
        documents[id] = document
        return nil
    }

    private func refusal(of withdrawal: DocumentWithdrawal, of id: String) -> String? {
        guard let other = withdrawal.replacedBy else { return nil }
        guard other != id else {
            return
                "The document “\(id)” cannot be replaced by itself. Name the document that takes its "
                + "place, or leave that out."
        }
        guard let replacement = documents[other] else {
            return "There is no document “\(other)” to replace “\(id)”. "
                + ClosestName.suggestion(for: other, in: order.filter { $0 != id })
        }
        guard replacement.withdrawal == nil else {
            return
                "The document “\(other)” was withdrawn itself, so it cannot replace “\(id)”. Name "
                + "one that is in force."
        }
        return nil
    }

    /// Returns the card of a document, or of the copies of an edition.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        let id = subject.id.prefix { $0 != "#" }
        return documents[String(id)]?.card(of: subject)
    }

    /// Returns the documents, in the order in which they were added.
    public func finished() -> DocumentRegister {
        var state = DocumentRegister()
        state.documents = order.compactMap { documents[$0] }
        return state
    }
}

extension CommitteeDocument {
    /// Whether a text can cite a document of this name: letters, digits and, between them, hyphens and
    /// underscores, with one letter at least.
    static func isIdentifier(_ text: String) -> Bool {
        guard text.utf8.count <= 80, text.contains(where: \.isLetter) else { return false }
        let isMark = { (byte: UInt8) in byte == 0x2D || byte == 0x5F }
        guard let first = text.utf8.first, let last = text.utf8.last, !isMark(first), !isMark(last)
        else { return false }
        return text.utf8.allSatisfy { byte in
            isMark(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
    }

    /// The card of the document, or of the copies of one of its editions.
    func card(of subject: SubjectReference) -> SubjectCard? {
        if subject.kind == "document" {
            return subject.id == id
                ? SubjectCard(
                    subject,
                    name: inSentence.lowercasedFirst,
                    audience: audience,
                    due: nextReview
                ) : nil
        }
        guard subject.kind == "document-copies" else { return nil }
        return receipts.first { subject == .documentCopies(ofEdition: $0.number, of: id) }.map {
            SubjectCard(
                subject,
                name: "the confirmation of edition \($0.edition) of \(inSentence.lowercasedFirst)",
                audience: max(audience, .committee),
                due: $0.confirmBy
            )
        }
    }
}
