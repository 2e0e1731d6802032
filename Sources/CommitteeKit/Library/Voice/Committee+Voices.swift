// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Records feedback, with everything that its fields say.
    ///
    /// ```swift
    /// var voice = Voice(id: "school-survey-2026")
    /// voice.title = "School survey 2026"
    /// voice.heard = [.children]
    /// voice.method = .survey
    /// try await committee.recordVoice(voice, with: [.voiceCounted(VoiceCounts(28, of: 40))], by: "coordinator")
    /// ```
    ///
    /// What happens to it is recorded with ``recordVoice(_:_:effective:by:reason:)``.
    ///
    /// - Parameters:
    ///   - voice: The feedback: its identifier, title and other fields.
    ///   - facts: What happens to it at once, such as its counts.
    ///   - effective: The day on which it came; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: The feedback as it stands then.
    /// - Throws: ``LibraryError`` when there is one of that identifier already, or something of it cannot be;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func recordVoice(
        _ voice: Voice,
        with facts: [Change.Fact] = [],
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> Voice {
        let record = try await recordInVoices(effective: effective, by: by, reason: reason) {
            record,
            parties in
            guard !record.voices.contains(where: { $0.id == voice.id }) else {
                throw LibraryError(
                    .refused,
                    "There is feedback “\(voice.id)” already. Change that, or choose another identifier."
                )
            }
            return voice.settled(by: parties).facts(since: Voice(id: voice.id))
                + facts.map { Change(voice.reference, $0) }
        }
        return try record.voice(voice.id)
    }

    /// Changes fields of feedback; what the closure leaves alone stays.
    ///
    /// - Parameters:
    ///   - id: The identifier of the feedback.
    ///   - effective: The day from which it holds; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    ///   - change: Sets fields. Events are recorded one by one.
    /// - Returns: The feedback as it stands then.
    /// - Throws: ``LibraryError`` when there is none, or it cannot be so; ``JournalError`` when the store cannot
    ///   take it.
    @discardableResult
    public func changeVoice(
        _ id: String,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil,
        _ change: (inout Voice) -> Void
    ) async throws -> Voice {
        let record = try await recordInVoices(effective: effective, by: by, reason: reason) {
            record,
            parties in
            let before = try record.voice(id)
            var voice = before
            change(&voice)
            return voice.settled(by: parties).facts(since: before)
        }
        return try record.voice(id)
    }

    /// Records that something happened to feedback.
    ///
    /// A quotation, an answer or a telling without a number gets the next one.
    ///
    /// ```swift
    /// try await committee.recordVoice(
    ///     "school-survey-2026", .voiceAnswered(VoiceAnswer("Lockers were moved.", action: "plan-2026#2.3")),
    ///     by: "coordinator")
    /// ```
    ///
    /// - Parameters:
    ///   - id: The identifier of the feedback.
    ///   - fact: What happened, such as ``Change/Fact/voiceAnswered(_:)``.
    ///   - effective: The day on which it happened; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: The feedback as it stands then.
    /// - Throws: ``LibraryError`` when there is none, or it cannot happen now; ``JournalError`` when the store
    ///   cannot take it.
    @discardableResult
    public func recordVoice(
        _ id: String,
        _ fact: Change.Fact,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> Voice {
        // Whatever day it is recorded for, a number that a later entry has is taken.
        let all = await Record.foldingInTurns(try await entries(), in: library.rooms, asOf: nil)
        let known = all.voices.first { $0.id == id }
        let record = try await recordInVoices(effective: effective, by: by, reason: reason) {
            record,
            _ in
            _ = try record.voice(id)
            return [Change(.voice(id), fact.numbered(after: known))]
        }
        return try record.voice(id)
    }

    /// Sets the committee's themes of feedback, its time limits, or the smallest count that it shows.
    ///
    /// ```swift
    /// try await committee.setVoiceRules(themes: [VoiceTheme("being-heard", "Being heard")], answerDays: 56, by: "chair")
    /// ```
    ///
    /// - Parameters:
    ///   - themes: The list of themes; nil leaves it as it is.
    ///   - answerDays: Within how many days feedback is to be answered; nil leaves that as it is.
    ///   - tellDays: Within how many days of an answer people are to be told; nil leaves that as it is.
    ///   - smallestCount: The smallest count that is shown beyond the committee; nil leaves that as it is.
    ///   - effective: The day from which it holds; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The committee's feedback with its rules.
    /// - Throws: ``LibraryError`` when a key or a number cannot be; ``JournalError`` when the store cannot take it.
    @discardableResult
    public func setVoiceRules(
        themes: [VoiceTheme]? = nil,
        answerDays: Int? = nil,
        tellDays: Int? = nil,
        smallestCount: Int? = nil,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> VoicesState {
        let record = try await recordInVoices(effective: effective, by: by, reason: nil) {
            record,
            _ in
            let before = record[VoicesState.self]
            var facts: [Change.Fact] = []
            if let themes, themes != before.themes {
                facts.append(.voiceThemesSet(VoiceThemes(themes)))
            }
            if let answerDays, answerDays != before.answerDays {
                facts.append(VoicesState.Entries.answerDays.fact(answerDays))
            }
            if let tellDays, tellDays != before.tellDays {
                facts.append(VoicesState.Entries.tellDays.fact(tellDays))
            }
            if let smallestCount, smallestCount != before.smallestCount {
                facts.append(VoicesState.Entries.smallestCount.fact(smallestCount))
            }
            return facts.map { Change(.voiceRegister, $0) }
        }
        return record[VoicesState.self]
    }

    /// Records changes that are worked out of the record, anew when somebody recorded in between.
    private func recordInVoices(
        effective: CivilDate?,
        by: String,
        reason: String?,
        _ changes: (Record, Parties) throws -> [Change]
    ) async throws -> Record {
        let day = effective ?? library.today()
        guard day <= library.today() else {
            throw LibraryError(
                .refused,
                "\(day.inWords) is still to come, and what is recorded of feedback has happened. Give the day on "
                    + "which it did; an answer that is due has a day of its own."
            )
        }
        func wanted(_ record: Record) throws -> [Change] {
            let edition = Edition(
                of: record,
                committee: id.rawValue,
                name: name,
                asOf: day,
                audience: .restricted
            )
            return try changes(record, Parties(of: edition))
        }
        var entries = try await entries()
        let before = await Record.foldingInTurns(entries, in: library.rooms, asOf: day)
        guard try !wanted(before).isEmpty else { return before }
        let receipt = try await appendDecided(expecting: .untouched, idempotencyKey: nil) { seen in
            entries = seen
            let record = await Record.foldingInTurns(seen, in: library.rooms, asOf: day)
            let drafts = try wanted(record).map {
                $0.draft(effective: day, by: by, reason: reason)
            }
            try screen(drafts)
            return Decision(drafts: drafts, looksAtEverything: false)
        }
        return await Record.foldingInTurns(
            entries + receipt.entries,
            in: library.rooms,
            asOf: day
        )
    }
}

extension Voice {
    /// The changes that make this feedback of an earlier state of it, field by field.
    func facts(since before: Voice) -> [Change] {
        Self.table.declarations.compactMap { declaration in
            guard let comparison = declaration.ways.comparison.way,
                case .changed(let fact) = comparison.compare(self, before, before)
            else { return nil }
            return Change(reference, fact)
        }
    }

    /// The feedback with the names of roles, groups and bodies as the record has them.
    func settled(by parties: Parties) -> Voice {
        var voice = self
        voice.lead = lead.map(parties.named)
        voice.source = source.map(parties.named)
        return voice
    }
}

extension Change.Fact {
    /// The fact with the next number where it has none.
    func numbered(after voice: Voice?) -> Change.Fact {
        func next(_ numbers: [Int]?) -> Int { (numbers?.max() ?? 0) + 1 }
        if var quotation = value(as: VoiceQuotation.self), quotation.number == 0 {
            quotation.number = next(voice?.quotations.map(\.number))
            return .voiceQuoted(quotation)
        }
        if var answer = value(as: VoiceAnswer.self), answer.number == 0 {
            answer.number = next(voice?.answers.map(\.number))
            return .voiceAnswered(answer)
        }
        if var telling = value(as: VoiceTelling.self), telling.number == 0 {
            telling.number = next(voice?.tellings.map(\.number))
            return .voiceTold(telling)
        }
        return self
    }
}

extension Record {
    /// The feedback of an identifier.
    fileprivate func voice(_ id: String) throws(LibraryError) -> Voice {
        if let found = voices.first(where: { $0.id == id }) { return found }
        throw LibraryError(
            .notFound,
            "There is no feedback “\(id)”. "
                + (voices.isEmpty
                    ? "Record it first; what was recorded for a later day is not there yet."
                    : ClosestName.suggestion(for: id, in: voices.map(\.id)))
        )
    }
}
