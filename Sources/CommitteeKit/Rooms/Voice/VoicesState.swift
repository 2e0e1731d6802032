// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What people told a committee, on a date, with the committee's themes and time limits.
public struct VoicesState: RoomState {
    /// The feedback, in the order in which it was recorded.
    public var voices: [Voice] = []
    /// The committee's list of themes.
    public var themes: [VoiceTheme] = []
    /// Within how many days feedback is to be answered; nil when the committee set no limit.
    public var answerDays: Int?
    /// Within how many days of an answer those who were heard are to be told; nil when there is no limit.
    public var tellDays: Int?
    /// The smallest count of people that is shown beyond the committee; 5 when nobody said.
    public var smallestCount: Int?

    /// Creates the state of a committee that heard nobody.
    public init() {}

    var limits: VoiceLimits {
        VoiceLimits(answerDays: answerDays, tellDays: tellDays, smallestCount: smallestCount)
    }

    /// What a theme is called; its key when the list has no such theme.
    ///
    /// - Parameter key: The key.
    /// - Returns: The words.
    public func words(ofTheme key: String) -> String {
        themes.first { $0.key == key }?.words ?? key
    }

    /// Leaves out what an audience may not know.
    ///
    /// Nothing is counted: that somebody spoke can be a secret itself. Readers beyond the committee get, of what
    /// remains, only the lines that were agreed for them, numbered anew so that no gap tells of others.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        guard audience < .restricted else { return }
        voices.removeAll { $0.audience > audience }
        let hides = { (subject: SubjectReference) in !door.may(audience, knowOf: subject) }
        for place in voices.indices {
            voices[place].leaveOut(for: audience, hides)
            if audience < .committee { voices[place].leaveOutWhatIsNotAgreed(for: audience) }
            if let leaveOutReferences = door.referenceCut(for: audience) {
                voices[place].changeTexts(leaveOutReferences)
            }
        }
        guard audience < .committee else { return }
        let used = Set(voices.flatMap(\.themes))
        themes.removeAll { !used.contains($0.key) }
        (answerDays, tellDays) = (nil, nil)
    }

    /// Returns the card of feedback, or of the list of themes.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        if subject == .voiceRegister {
            return SubjectCard(subject, name: "the themes of feedback", audience: .committee)
        }
        guard subject.kind == "voice" else { return nil }
        return voices.first { $0.id == subject.id }.map {
            SubjectCard(
                subject,
                name: $0.inSentence.lowercasedFirst,
                audience: $0.audience,
                due: $0.answerDue
            )
        }
    }

    /// Says in words what has changed.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        let old = Dictionary(earlier.voices.map { ($0.id, $0) }) { first, _ in first }
        // Readers beyond the committee are told of the themes with the feedback that speaks of them.
        let own =
            editions.later.audience < .committee
            ? [] : Self.table.sentences(from: earlier, to: self, of: "The register of feedback")
        return own.map { EditionChange(.voiceRegister, kind: $0.kind, sentence: $0.sentence) }
            + voices.flatMap { voice in
                Voice.table.sentences(
                    from: old[voice.id] ?? Voice(id: voice.id),
                    to: voice,
                    of: voice.inSentence
                ).map { EditionChange(voice.reference, kind: $0.kind, sentence: $0.sentence) }
            }
    }

    /// Returns the feedback, the themes and the limits; nothing of a committee that has none.
    public func exported(on day: CivilDate) -> JSONObject {
        var members: JSONObject = [:]
        if !voices.isEmpty { members["voices"] = .array(voices.map(\.json)) }
        if !themes.isEmpty {
            members["voiceThemes"] = .array(
                themes.map { .object(VoiceTheme.shape.write($0)) }
            )
        }
        let row = [self]
        let rules = Self.table.jsonMembers.map { ($0.name, $0.value(row, 0)) }.filter {
            !$0.1.isNull
        }
        if !rules.isEmpty { members["voiceRules"] = .object(JSONObject(rules)) }
        return members
    }

    /// The answers that are due, and the tellings.
    public func deadlines(through day: CivilDate) -> [RoomDeadline] {
        voices.flatMap { voice -> [RoomDeadline] in
            func deadline(_ kind: String, _ name: String, _ due: CivilDate?) -> RoomDeadline? {
                guard let due, due <= day else { return nil }
                return RoomDeadline(
                    voice.reference,
                    kind: kind,
                    name: "\(name) \(voice.inSentence.lowercasedFirst)",
                    due: due,
                    leads: voice.lead.map { [$0] } ?? []
                )
            }
            return [
                deadline("voice-answer", "the answer to", voice.answerDue),
                deadline("voice-telling", "telling people what came of", voice.tellingDue),
            ].compactMap(\.self)
        }
    }
}

extension Voice {
    /// The feedback as exports and programs have it, without what is not known.
    public var json: JSONValue {
        let row = [self]
        return .object(
            JSONObject(
                [("id", JSONValue.string(id))]
                    + Self.table.jsonMembers.map { ($0.name, $0.value(row, 0)) }
                    .filter { !$0.1.isNull }
            )
        )
    }

    /// Leaves out subjects of which a reader may not know, and an answer's words with what it names.
    fileprivate mutating func leaveOut(
        for audience: Audience,
        _ hides: (SubjectReference) -> Bool
    ) {
        func cut(_ name: inout String?, _ make: (String) -> SubjectReference) -> Bool {
            guard let subject = name.map(make), hides(subject) else { return false }
            name = nil
            return true
        }
        indicators.removeAll { hides(VoiceLink.indicator($0)) }
        dataSets.removeAll { hides(VoiceLink.dataSet($0)) }
        _ = cut(&document, VoiceLink.document)
        for place in reports.indices { _ = cut(&reports[place].meeting, VoiceLink.meeting) }
        for place in agreements.indices { _ = cut(&agreements[place].meeting, VoiceLink.meeting) }
        if var closing {
            _ = cut(&closing.meeting, VoiceLink.meeting)
            self.closing = closing
        }
        for place in answers.indices {
            _ = cut(&answers[place].meeting, VoiceLink.meeting)
            let isCut = [
                cut(&answers[place].action, VoiceLink.action),
                cut(&answers[place].finding, VoiceLink.finding),
                cut(&answers[place].decision, VoiceLink.decision),
            ].contains(true)
            let isAgreed = agreements.contains {
                $0.line == .answer(answers[place].number) && $0.audience <= audience
            }
            // Words about what a reader may not know of go with it, unless they were agreed for that reader.
            if isCut, !isAgreed { answers[place].words = Prose() }
        }
    }

    /// Leaves out every line that was not agreed, and what the committee keeps for itself.
    fileprivate mutating func leaveOutWhatIsNotAgreed(for audience: Audience) {
        let shown = Set(lines.filter { isAgreed($0, for: audience) })
        if !shown.contains(.source) { source = nil }
        if !shown.contains(.counts) { counts = nil }
        if !shown.contains(.summary) { summary = Prose() }
        quotations.removeAll { !shown.contains(.quotation($0.number)) }
        answers.removeAll { !shown.contains(.answer($0.number)) }
        tellings.removeAll { !shown.contains(.telling($0.number)) }
        (lead, answerBy, dataSets, reports, closing) = (nil, nil, [], [], nil)
        (received, readsSince, isForOutsiders) = (nil, [:], true)
        (limits.answerDays, limits.tellDays) = (nil, nil)
        agreements = agreements.filter { shown.contains($0.line) }.map {
            VoiceAgreement($0.line, for: $0.audience)
        }
        var anew: [VoiceLine: VoiceLine] = [:]
        for place in quotations.indices {
            anew[.quotation(quotations[place].number)] = .quotation(place + 1)
            quotations[place].number = place + 1
            (quotations[place].consent, quotations[place].on) = (Prose(), nil)
        }
        for place in answers.indices {
            anew[.answer(answers[place].number)] = .answer(place + 1)
            answers[place].number = place + 1
            answers[place].meeting = nil
        }
        for place in tellings.indices {
            anew[.telling(tellings[place].number)] = .telling(place + 1)
            tellings[place].number = place + 1
            tellings[place].answers = []
        }
        for place in agreements.indices {
            agreements[place].line = anew[agreements[place].line] ?? agreements[place].line
        }
    }

    /// Changes every text in which a document or a figure may be cited.
    fileprivate mutating func changeTexts(_ change: (inout Prose) -> Void) {
        change(&summary)
        for place in quotations.indices { change(&quotations[place].words) }
        for place in reports.indices { change(&reports[place].note) }
        for place in answers.indices { change(&answers[place].words) }
        for place in tellings.indices { change(&tellings[place].how) }
        if var closing {
            change(&closing.why)
            self.closing = closing
        }
    }
}

/// How the room names what other rooms keep.
enum VoiceLink {
    /// The meeting that words such as `cpc/2023-12-05#4` name; one that no room has, when they name none.
    static func meeting(_ words: String) -> SubjectReference {
        let parts = words.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CivilDate(iso: String(parts[1].prefix { $0 != "#" }))
        else { return SubjectReference(kind: "meeting", id: words) }
        return SubjectReference(kind: "meeting", id: "\(parts[0])#\(day)")
    }

    static func document(_ id: String) -> SubjectReference {
        SubjectReference(kind: "document", id: id)
    }

    static func indicator(_ id: String) -> SubjectReference {
        SubjectReference(kind: "indicator", id: id)
    }

    static func dataSet(_ id: String) -> SubjectReference {
        SubjectReference(kind: "data-set", id: id)
    }

    static func action(_ words: String) -> SubjectReference {
        SubjectReference(kind: "action", id: words)
    }

    static func finding(_ id: String) -> SubjectReference {
        SubjectReference(kind: "quality-finding", id: id)
    }

    /// The decision that words such as `cpc/C4` name.
    static func decision(_ words: String) -> SubjectReference {
        let parts = words.split(separator: "/", omittingEmptySubsequences: false)
        return SubjectReference(
            kind: "decision",
            id: parts.count == 2 ? "\(parts[0])#\(parts[1])" : words
        )
    }

    /// What is said of a subject that no room has.
    static func missing(_ subject: SubjectReference) -> String {
        let id = subject.id
        switch subject.kind {
        case "meeting":
            let words = id.split(separator: "#", maxSplits: 1).joined(separator: "/")
            return
                "The record has no meeting “\(words)”. Call it first, or correct the name, such as cpc/2023-12-05."
        case "document":
            return "The register has no document “\(id)”. Add it first, or correct the name."
        case "indicator":
            return "The figures have no indicator “\(id)”. Add it first, or correct the name."
        case "data-set":
            return "The record has no data set “\(id)”. Add it first, or correct the name."
        case "quality-finding":
            return
                "There is no finding “\(id)”. Write where it comes from and its number, such as neglect-2026#3."
        case "decision":
            let written = String(id.map { $0 == "#" ? "/" : $0 })
            return
                "The record has no decision “\(written)” between meetings. Correct its number, or name the meeting at "
                + "which it was taken."
        default:
            return
                "The record has no action “\(id)”. Write the plan and the action, such as plan-2023#1.10."
        }
    }
}

extension Record {
    /// What people told the committee.
    public var voices: [Voice] {
        get { self[VoicesState.self].voices }
        set { self[VoicesState.self].voices = newValue }
    }
}

extension Edition {
    /// What people told the committee, as far as the audience may know of it.
    public var voices: [Voice] {
        get { self[VoicesState.self].voices }
        set { self[VoicesState.self].voices = newValue }
    }

    /// The committee's themes of feedback; beyond the committee, those of which the reader knows feedback.
    public var voiceThemes: [VoiceTheme] { self[VoicesState.self].themes }
}
