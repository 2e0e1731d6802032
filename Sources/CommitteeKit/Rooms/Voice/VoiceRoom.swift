// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of voices: what children, families, staff and the public said, and what was done about it.
public struct VoiceRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "voice" }

    /// Feedback, and the committee's themes and time limits.
    public var subjects: [SubjectKind] { ["voice", "voice-register"] }

    /// What can be recorded in the room.
    public var kinds: [DeclaredKind] { Voice.table.kinds + VoicesState.table.kinds }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> VoicesFold { VoicesFold() }

    /// How a person writes what is said in the room.
    public var requests: [RequestTarget] {
        [
            RequestTarget(
                "voice",
                noun: "feedback",
                members: Voice.table.requestNames
            ) { (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .voice(try fields.required("voice", as: .name)),
                    try Voice.table.requested(fields, &reading)
                )
            },
            RequestTarget(
                "voiceRegister",
                noun: "the register of feedback",
                members: VoicesState.table.requestNames
            ) { (fields, reading) throws(JSONError) in
                let name = JSONFieldType<String>.one(of: [SubjectReference.voiceRegister.id])
                _ = try fields.required("voiceRegister", as: name)
                return RequestedSubject(
                    .voiceRegister,
                    try VoicesState.table.requested(fields, &reading)
                )
            },
        ]
    }
}

/// What people told the committee, while the entries of a journal are being folded.
public struct VoicesFold: RoomFold {
    private var voices: [String: Voice] = [:]
    private var order: [String] = []
    private var whole = VoicesState()

    init() {}

    /// Begins where a state stands, to try what could be recorded next.
    init(_ state: VoicesState) {
        for voice in state.voices {
            voices[voice.id] = voice
            order.append(voice.id)
        }
        whole = state
        whole.voices = []
    }

    /// Takes in what is said; other rooms are asked whether there is what it names.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        if let missing = Self.links(of: fact).first(where: { door.card(of: $0) == nil }) {
            return VoiceLink.missing(missing)
        }
        return tried(fact, step)
    }

    /// Takes in what is said, when other rooms are not asked.
    mutating func tried(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        switch step.subject.kind {
        case "voice-register": return settle(fact, step)
        case "voice": return take(fact, step)
        default:
            return "“\(step.subject)” is no feedback. Name feedback, or the register of feedback."
        }
    }

    /// Consent that is taken back holds for editions of earlier days too.
    public func looksAhead(for kind: EntryKind) -> Bool {
        kind == Voice.Entries.consentWithdrawn.declared.kind
    }

    /// Takes out own words whose consent was taken back after the date of the record.
    public mutating func lookAhead(_ fact: Change.Fact, _ step: FoldStep) {
        guard let withdrawal = fact.value(as: VoiceConsentWithdrawal.self) else { return }
        voices[step.subject.id]?.takeOut(withdrawal.number, on: step.effective)
    }

    private mutating func settle(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        guard step.subject == .voiceRegister else {
            return "The register of feedback is “voices”, not “\(step.subject.id)”. Name that."
        }
        var next = whole
        if let refusal = VoicesState.table.apply(fact, to: &next, step) { return refusal }
        for (name, days) in [("answer feedback", next.answerDays), ("tell people", next.tellDays)] {
            if let days, !(1...1000).contains(days) {
                return "There would be \(days) days to \(name). Give a number from 1 to 1000."
            }
        }
        if let count = next.smallestCount, !(1...1000).contains(count) {
            return
                "The smallest count that is shown would be \(count). Give a number from 1 to 1000."
        }
        whole = next
        return nil
    }

    private mutating func take(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        let id = step.subject.id
        let isTitle = fact.kind == Voice.Entries.title.declared.kind
        if voices[id] == nil {
            guard isTitle else {
                return "There is no feedback “\(id)” on \(step.effective). "
                    + (order.isEmpty
                        ? "Record it first, with its title."
                        : ClosestName.suggestion(for: id, in: order))
            }
            guard Self.isIdentifier(id) else {
                return
                    "“\(id)” cannot name feedback. Use letters, digits and hyphens only, such as "
                    + "school-survey-2026."
            }
        }
        var voice = voices[id] ?? Voice(id: id)
        if voices[id] == nil { voice.received = step.effective }
        voice.limits = whole.limits
        if let refusal = refusal(of: fact, about: voice, step) { return refusal }
        let before = voice
        if let refusal = Voice.table.apply(fact, to: &voice, step) { return refusal }
        guard voice.title != nil else {
            return "Feedback “\(id)” would have no title. Give it one."
        }
        if let from = voice.heardFrom, let until = voice.heardUntil, until < from {
            return
                "In feedback “\(id)” people would be heard until \(until), before \(from), when it began. "
                + "Correct one of the days."
        }
        if let line = Self.line(of: fact) {
            voice.readsSince[line.description] = max(
                voice.readsSince[line.description] ?? 0,
                step.readsSince
            )
        }
        voice.dropAgreements(madeOf: before)
        voice.limits = VoiceLimits()
        if voices[id] == nil { order.append(id) }
        voices[id] = voice
        return nil
    }

    private func refusal(of fact: Change.Fact, about voice: Voice, _ step: FoldStep) -> String? {
        if let closed = voice.closing?.on, !Self.isAllowedAtTheEnd(fact.kind) {
            return
                "Feedback “\(voice.id)” was closed on \(closed). Only its audience, what is agreed to be shown and "
                + "consent can change; record other feedback, or void the entry that closed it."
        }
        guard fact.kind == Voice.Entries.themes.declared.kind,
            let themes = fact.value(as: [String].self)
        else { return nil }
        let known = whole.themes.map(\.key)
        guard
            let stranger = themes.first(where: { !known.contains($0) && !voice.themes.contains($0) }
            )
        else { return nil }
        return "The committee's list has no theme “\(stranger)”. "
            + (known.isEmpty
                ? "Set the list first, with committee voice themes."
                : ClosestName.suggestion(for: stranger, in: known))
    }

    /// Whether an entry of a kind is taken when feedback is closed.
    private static func isAllowedAtTheEnd(_ kind: EntryKind) -> Bool {
        kind == Voice.Entries.audience.declared.kind || kind == Voice.Entries.agreed.declared.kind
            || kind == Voice.Entries.consentWithdrawn.declared.kind
    }

    /// The line that an entry says anew.
    private static func line(of fact: Change.Fact) -> VoiceLine? {
        switch fact.kind {
        case Voice.Entries.source.declared.kind: .source
        case Voice.Entries.summary.declared.kind: .summary
        case Voice.Entries.counted.declared.kind: .counts
        case Voice.Entries.quoted.declared.kind:
            fact.value(as: VoiceQuotation.self).map { .quotation($0.number) }
        case Voice.Entries.answered.declared.kind:
            fact.value(as: VoiceAnswer.self).map { .answer($0.number) }
        case Voice.Entries.told.declared.kind:
            fact.value(as: VoiceTelling.self).map { .telling($0.number) }
        default: nil
        }
    }

    /// The subjects of other rooms that a fact names.
    static func links(of fact: Change.Fact) -> [SubjectReference] {
        if let names = fact.value(as: [String].self) {
            switch fact.kind {
            case Voice.Entries.indicators.declared.kind: return names.map(VoiceLink.indicator)
            case Voice.Entries.dataSets.declared.kind: return names.map(VoiceLink.dataSet)
            default: return []
            }
        }
        if fact.kind == Voice.Entries.document.declared.kind,
            let document = fact.value(as: String?.self) ?? nil
        {
            return [VoiceLink.document(document)]
        }
        if let answer = fact.value(as: VoiceAnswer.self) {
            return [
                answer.action.map(VoiceLink.action), answer.finding.map(VoiceLink.finding),
                answer.decision.map(VoiceLink.decision), answer.meeting.map(VoiceLink.meeting),
            ].compactMap(\.self)
        }
        let meeting =
            fact.value(as: VoiceReporting.self)?.meeting
            ?? fact.value(as: VoiceAgreement.self)?.meeting
            ?? fact.value(as: VoiceClosing.self)?.meeting
        return meeting.map { [VoiceLink.meeting($0)] } ?? []
    }

    /// Whether feedback or a theme can be named so: letters, digits and, between them, hyphens and
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

    /// Returns the card of a subject of the room.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        var state = whole
        if subject.kind == "voice", var voice = voices[subject.id] {
            voice.limits = whole.limits
            state.voices = [voice]
        }
        return state.card(of: subject)
    }

    /// Returns what people told the committee, in the order in which it was recorded.
    public func finished() -> VoicesState {
        var state = whole
        state.voices = order.compactMap { voices[$0] }.map { voice in
            var voice = voice
            voice.limits = whole.limits
            return voice
        }
        return state
    }
}
