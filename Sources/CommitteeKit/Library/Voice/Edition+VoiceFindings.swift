// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something in the committee's feedback that does not fit together, or that it should know.
public struct VoiceFinding: Hashable, Sendable {
    /// What sort of thing it is, such as `voice-answer-overdue`.
    public var kind: String
    /// Of what it speaks.
    public var subject: SubjectReference
    /// What was found, and what to do.
    public var message: String

    init(_ kind: String, _ subject: SubjectReference, _ message: String) {
        self.kind = kind
        self.subject = subject
        self.message = message
    }

    /// The finding for programs.
    public var json: JSONValue {
        [
            "kind": .string(kind), "subject": .string(subject.description),
            "message": .string(message),
        ]
    }
}

extension Edition {
    /// Looks through what people told the committee.
    ///
    /// - Returns: What is overdue, without a limit or a lead, promised without an action, or named wrongly; nothing
    ///   for readers beyond the committee.
    /// - Complexity: O(*n*) in the size of the room.
    public func voiceFindings() -> [VoiceFinding] {
        guard audience >= .committee else { return [] }
        let parties = Parties(of: self)
        let themes = Set(voiceThemes.map(\.key))
        return voices.flatMap { voice in
            overdue(voice) + waiting(voice) + promised(voice) + named(voice, themes, parties)
        }
    }

    private func overdue(_ voice: Voice) -> [VoiceFinding] {
        func days(_ due: CivilDate) -> String { asOf - due == 1 ? "1 day" : "\(asOf - due) days" }
        let lead = voice.lead.map { " (\($0))" } ?? ""
        if let due = voice.answerDue, due < asOf {
            return [
                VoiceFinding(
                    "voice-answer-overdue",
                    voice.reference,
                    "\(voice.inSentence) was to be answered by \(due.inWords), \(days(due)) ago\(lead). Record "
                        + "what was done, or why nothing can be."
                )
            ]
        }
        if let due = voice.tellingDue, due < asOf {
            return [
                VoiceFinding(
                    "voice-telling-overdue",
                    voice.reference,
                    "Those heard in \(voice.inSentence.lowercasedFirst) were to be told what came of it by "
                        + "\(due.inWords), \(days(due)) ago\(lead). Tell them, and record how."
                )
            ]
        }
        return []
    }

    private func waiting(_ voice: Voice) -> [VoiceFinding] {
        guard voice.stage == .waiting else { return [] }
        var found: [VoiceFinding] = []
        if voice.answerDue == nil {
            found.append(
                VoiceFinding(
                    "voice-without-limit",
                    voice.reference,
                    "Nothing says by when \(voice.inSentence.lowercasedFirst) is to be answered. Set a day for it, or "
                        + "the committee's time limit."
                )
            )
        }
        if voice.lead == nil {
            found.append(
                VoiceFinding(
                    "voice-without-lead",
                    voice.reference,
                    "Nobody is named who answers \(voice.inSentence.lowercasedFirst). Name a role, a group or a body."
                )
            )
        }
        return found
    }

    private func promised(_ voice: Voice) -> [VoiceFinding] {
        guard voice.closing == nil else { return [] }
        return voice.answers.compactMap { answer in
            let place = "answer \(answer.number) to \(voice.inSentence.lowercasedFirst)"
            if let action = answer.action, let item = actionItem(action), let exit = item.exit,
                successors(of: action).isEmpty
            {
                return VoiceFinding(
                    "voice-action-left",
                    voice.reference,
                    "Action \(action), which \(place) names, left the plan (\(exit.kind)). Name the action that does "
                        + "it now, or say why nothing can be done."
                )
            }
            guard answer.outcome == .underWay else { return nil }
            if let action = answer.action {
                guard let item = actionItem(action), item.isCompleted else { return nil }
                return VoiceFinding(
                    "voice-answer-done",
                    voice.reference,
                    "Action \(action), which \(place) names, is completed. Say what was done, and tell people."
                )
            }
            guard answer.finding == nil, answer.decision == nil else { return nil }
            return VoiceFinding(
                "voice-promise-without-action",
                voice.reference,
                "\(place.sentence) says that something is under way, and names no action, finding or decision. Name "
                    + "one."
            )
        }
    }

    private func named(
        _ voice: Voice,
        _ themes: Set<String>,
        _ parties: Parties
    ) -> [VoiceFinding] {
        var found = voice.themes.filter { !themes.contains($0) }.map { theme in
            VoiceFinding(
                "voice-theme-unknown",
                voice.reference,
                "\(voice.inSentence) has the theme “\(theme)”, which the committee's list no longer has. "
                    + ClosestName.suggestion(for: theme, in: themes.sorted())
            )
        }
        guard committeeProfile != nil, let lead = voice.lead, voice.stage != .closed else {
            return found
        }
        let message: String
        switch parties.party(named: lead) {
        case .found(let party) where party.isPresent: return found
        case .found: message = "is no longer there. Name another."
        case .several(let several):
            message =
                "may be one of several: \(several.map(\.name).joined(separator: ", ")). Say which."
        case .unknown(let closest):
            message =
                "is no seat, group or body of the committee."
                + (closest.map { " Did you mean “\($0)”?" }
                    ?? " Record it with committee structure, or correct it.")
        }
        found.append(
            VoiceFinding(
                "name-unknown",
                voice.reference,
                "“\(lead)”, who answers \(voice.inSentence.lowercasedFirst), \(message)"
            )
        )
        return found
    }
}
