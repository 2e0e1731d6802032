// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What happens to feedback, each event declared once.

extension Voice.Entries {
    /// How many were asked, and how many answered.
    static let counted = Voice.event(
        "counted",
        "How many were asked, and how many answered.",
        of: VoiceCounts.self,
        columns: [
            Column(
                "asked",
                "How many were asked, if it is known.",
                .optionalInteger { $0[$1].counts?.asked }
            ),
            Column(
                "answered",
                "How many answered, if it is known.",
                .optionalInteger { $0[$1].counts?.answered }
            ),
        ],
        member: JSONMember("counted") { $0[$1].counts?.json ?? .null },
        say: { earlier, later, name in
            guard let counts = later.counts, counts != earlier.counts else { return [] }
            return ["Of \(name.lowercasedFirst) it is counted: \(counts.words)."]
        }
    ) { voice, counts, _ in
        if let number = [counts.asked, counts.answered].compactMap(\.self).first(where: { $0 < 0 })
        {
            return "\(number) people cannot have been heard. Give a number from 0."
        }
        if let asked = counts.asked, counts.answered > asked {
            return
                "Feedback “\(voice.id)” would have \(counts.answered) answers of \(asked) who were asked. Correct one "
                + "of the numbers."
        }
        voice.counts = counts
        return nil
    }

    /// Somebody's own words.
    static let quoted = Voice.event(
        "quoted",
        "What somebody said in their own words, and with whom they agreed to share it.",
        of: VoiceQuotation.self,
        part: { $0["number"]?.wholeNumber.map(String.init) },
        member: JSONMember("quotations") { voices, place in
            .list(
                voices[place].quotations.map { quotation in
                    guard let day = quotation.withdrawnOn else { return quotation.json }
                    return ["number": .integer(quotation.number), "withdrawn": .date(day)]
                }
            )
        },
        say: { earlier, later, name in
            later.new(\.quotations, since: earlier) { $0.number = 0 }.map {
                $0.withdrawnOn == nil
                    ? "Own words were recorded for \(name.lowercasedFirst): “\($0.words.singleLine)”"
                    : "Consent to share own words of \(name.lowercasedFirst) was taken back."
            }
        }
    ) { voice, quotation, _ in
        if let refusal = voice.refusal(ofNumber: quotation.number, "quotation") { return refusal }
        if quotation.words.isEmpty { return "The quotation has no words. Give them." }
        if quotation.consent.isEmpty {
            return
                "Nothing says how those who spoke agreed to share their own words. Say how, such as “On the form”; "
                + "without consent, own words are not recorded."
        }
        if quotation.consentFor > .committee {
            return
                "Own words that may not be shared with the committee are not recorded. Put what was said into "
                + "the summary, in other words."
        }
        let place = voice.quotations.firstIndex { $0.number == quotation.number }
        if let place, voice.quotations[place].withdrawnOn != nil {
            return
                "Consent for quotation \(quotation.number) was taken back. Record other words under another number."
        }
        voice.put(quotation, in: \.quotations, at: place)
        return nil
    }

    /// Consent was taken back.
    static let consentWithdrawn = Voice.event(
        "consent_withdrawn",
        "Somebody took back their consent to share their own words.",
        of: VoiceConsentWithdrawal.self,
        part: { $0["number"]?.wholeNumber.map(String.init) },
        say: { _, _, _ in [] }
    ) { voice, withdrawal, step in
        guard voice.takeOut(withdrawal.number, on: step.effective) else {
            return "Feedback “\(voice.id)” has no quotation \(withdrawal.number) that is shared. "
                + voice.known(
                    voice.quotations.filter { $0.withdrawnOn == nil }.map(\.number),
                    "quotations"
                )
        }
        return nil
    }

    /// It was reported to a meeting.
    static let reported = Voice.event(
        "reported",
        "The feedback was reported to a meeting.",
        of: VoiceReporting.self,
        member: JSONMember("reported") { .list($0[$1].reports.map(\.json)) },
        say: { earlier, later, name in
            later.new(\.reports, since: earlier).map {
                "\(name) was reported\($0.meeting.map { " to \($0)" } ?? "")"
                    + "\($0.on.map { " on \($0.inWords)" } ?? "")."
            }
        }
    ) { voice, report, _ in
        guard !voice.reports.contains(report) else {
            return
                "That feedback “\(voice.id)” was reported is recorded already. Nothing needs to change."
        }
        voice.reports.append(report)
        return nil
    }

    /// It was answered.
    static let answered = Voice.event(
        "answered",
        "What was done about the feedback, or why nothing can be.",
        of: VoiceAnswer.self,
        part: { $0["number"]?.wholeNumber.map(String.init) },
        columns: [
            Column(
                "stage",
                "How far it has come: waiting, answered, told or closed; none beyond the committee.",
                .optionalText { $0[$1].stage?.rawValue }
            ),
            Column(
                "answered_on",
                "The day of the last answer.",
                .optionalDate { $0[$1].answers.compactMap(\.on).max() }
            ),
        ],
        member: JSONMember("answers") { .list($0[$1].answers.map(\.json)) },
        say: { earlier, later, name in
            later.new(\.answers, since: earlier) { $0.number = 0 }.map {
                "\(name) was answered: \($0.outcome.words.lowercasedFirst). \($0.words.singleLine)"
            }
        }
    ) { voice, answer, _ in
        if let refusal = voice.refusal(ofNumber: answer.number, "answer") { return refusal }
        if answer.words.isEmpty {
            return "The answer has no words. Say what was done, or why nothing can be."
        }
        let place = voice.answers.firstIndex { $0.number == answer.number }
        let before = place.map { voice.answers[$0] }
        if before == answer {
            return
                "Answer \(answer.number) to feedback “\(voice.id)” says that already. Nothing needs to change."
        }
        voice.put(answer, in: \.answers, at: place)
        // What people were told before is not what the answer says now.
        if let before, before.words != answer.words || before.outcome != answer.outcome {
            for telling in voice.tellings.indices {
                voice.tellings[telling].answers.removeAll { $0 == answer.number }
            }
        }
        return nil
    }

    /// Those who were heard were told.
    static let told = Voice.event(
        "told",
        "Those who were heard were told what came of it, and how.",
        of: VoiceTelling.self,
        part: { $0["number"]?.wholeNumber.map(String.init) },
        columns: [
            Column(
                "told_on",
                "The day on which people were last told.",
                .optionalDate { $0[$1].tellings.compactMap(\.on).max() }
            )
        ],
        member: JSONMember("told") { voices, place in
            .list(
                voices[place].tellings.map { telling in
                    var members = telling.json.members ?? JSONObject()
                    if !telling.answers.isEmpty {
                        members["answers"] = .array(telling.answers.map { .integer($0) })
                    }
                    return .object(members)
                }
            )
        },
        say: { earlier, later, name in
            later.new(\.tellingsAlone, since: earlier) { $0.number = 0 }.map {
                "Those heard in \(name.lowercasedFirst) were told what came of it"
                    + "\($0.on.map { " on \($0.inWords)" } ?? ""): \($0.how.singleLine)"
            }
        }
    ) { voice, telling, step in
        if let refusal = voice.refusal(ofNumber: telling.number, "telling") { return refusal }
        if telling.how.isEmpty {
            return "Nothing says how people were told. Say how, such as “By letter”."
        }
        guard !voice.answers.isEmpty else {
            return
                "Feedback “\(voice.id)” has no answer that people could be told. Record the answer first."
        }
        if let stranger = telling.to.first(where: {
            !voice.heard.isEmpty && !voice.heard.contains($0)
        }) {
            return
                "\(stranger.words) were not heard in feedback “\(voice.id)”. Name some of those who were: "
                + "\(voice.heard.map(\.rawValue).joined(separator: ", "))."
        }
        var telling = telling
        let place = voice.tellings.firstIndex { $0.number == telling.number }
        // An answer that was put into the record afterwards, for an earlier day, was not told then.
        let known = voice.answers.map(\.number).filter { number in
            voice.readsSince["answer-\(number)"] ?? 0 <= step.sequence
        }
        telling.answers = place.map { voice.tellings[$0].answers } ?? known
        voice.put(telling, in: \.tellings, at: place)
        return nil
    }

    /// A line may be shown.
    static let agreed = Voice.event(
        "agreed",
        "A line of the feedback may be shown beyond the committee, or no longer.",
        of: VoiceAgreement.self,
        part: { $0["line"]?.text },
        // Whoever reads a line needs no list of what was agreed, and its numbers are the committee's.
        member: JSONMember("agreed") { voices, place in
            voices[place].isForOutsiders
                ? .null : .list(voices[place].agreements.map(\.json))
        },
        say: { earlier, later, name in
            guard !later.isForOutsiders else { return [] }
            return later.new(\.agreements, since: earlier).map {
                "The line “\($0.line)” of \(name.lowercasedFirst) may be shown to: \($0.audience.rawValue)."
            }
        }
    ) { voice, agreement, step in
        let line = agreement.line
        guard voice.lines.contains(line) else {
            return "Feedback “\(voice.id)” has no line “\(line)”. "
                + (voice.lines.isEmpty
                    ? "It has none that could be agreed."
                    : "It has \(voice.lines.map(\.description).joined(separator: ", ")).")
        }
        if agreement.audience < .committee {
            if let refusal = voice.refusal(ofShowing: line, to: agreement.audience) {
                return refusal
            }
        }
        // What was agreed holds for the words as they stood when it was recorded.
        if let since = voice.readsSince[line.description], since > step.sequence { return nil }
        voice.agreements.removeAll { $0.line == line }
        if agreement.audience < .committee { voice.agreements.append(agreement) }
        return nil
    }

    /// It needs no more.
    static let closed = Voice.event(
        "closed",
        "The feedback needs no more, and why.",
        of: VoiceClosing.self,
        columns: [
            Column("closed_on", "The day of its end.", .optionalDate { $0[$1].closing?.on })
        ],
        member: JSONMember("closed") { $0[$1].closing?.json ?? .null },
        say: { earlier, later, name in
            guard let closing = later.closing, closing != earlier.closing else { return [] }
            return ["\(name) is closed: \(closing.why.singleLine)"]
        }
    ) { voice, closing, _ in
        if closing.why.isEmpty {
            return
                "Nothing says why feedback “\(voice.id)” needs no more. Say why; those who spoke may ask."
        }
        voice.closing = closing
        return nil
    }
}

extension Voice {
    /// Declares an event, which sets its day and hands the value to a closure.
    fileprivate static func event<Value: VoiceEvent>(
        _ name: String,
        _ summary: String,
        of type: Value.Type,
        part: (@Sendable (Payload) -> String?)? = nil,
        columns: [Column<Voice>] = [],
        member: JSONMember<Voice>? = nil,
        say: @escaping @Sendable (Voice, Voice, String) -> [String],
        take: @escaping @Sendable (inout Voice, Value, FoldStep) -> String?
    ) -> Event<Voice, Value> {
        let json = FieldName(name).inJSON
        return Event<Voice, Value>(
            kind(name),
            summary,
            part: part,
            by: .erasable(Value.shape, [PayloadTexts(Value.texts)])
        ) { voice, value, step in
            var value = value
            value.on = step.effective
            return take(&voice, value, step)
        }.carried { ways in
            ways.cell = .not(because: "a sheet of feedback has lines of its own for the counts")
            ways.columns =
                columns.isEmpty
                ? .not(because: "scripts read what happened as tables") : .by(columns)
            ways.comparison = .not(because: "what happened is recorded and never compared")
            ways.example = .not(because: "an example of a plugin has the fields")
            ways.request = .by([
                RequestForm(json) { (fields, _) throws(JSONError) in
                    [RequestedFact(fact(name, try fields.required(json, as: Value.shape.type)))]
                }
            ])
            if let member {
                ways.json = .by([member])
            } else {
                ways.json = .not(because: "it stands in the quotation of which it speaks")
            }
            ways.sentence = .by(
                Sentence { earlier, later, name in
                    say(earlier, later, name).map { ChangeInWords(json, $0) }
                }
            )
        }
    }

    /// The fact that something happened.
    static func fact<Value: VoiceEvent>(_ name: String, _ value: Value) -> Change.Fact {
        Change.Fact(kind(name), value, by: .erasable(Value.shape, [PayloadTexts(Value.texts)]))
    }

    /// Puts a part in the place of an earlier one, or behind the others.
    fileprivate mutating func put<Part>(
        _ part: Part,
        in path: WritableKeyPath<Voice, [Part]>,
        at place: Int?
    ) {
        if let place {
            self[keyPath: path][place] = part
        } else {
            self[keyPath: path].append(part)
        }
    }

    /// The parts that an earlier state has not, as far as they say something else.
    fileprivate func new<Part: Hashable>(
        _ path: KeyPath<Voice, [Part]>,
        since earlier: Voice,
        alike: (inout Part) -> Void = { _ in }
    ) -> [Part] {
        func plain(_ part: Part) -> Part {
            var part = part
            if isForOutsiders || earlier.isForOutsiders { alike(&part) }
            return part
        }
        let known = Set(earlier[keyPath: path].map(plain))
        return self[keyPath: path].filter { !known.contains(plain($0)) }
    }

    /// The tellings without what they told, which an answer with other words changes afterwards.
    fileprivate var tellingsAlone: [VoiceTelling] {
        tellings.map { telling in
            var telling = telling
            telling.answers = []
            return telling
        }
    }

    fileprivate func refusal(ofNumber number: Int, _ noun: String) -> String? {
        (1...9999).contains(number)
            ? nil
            : "\(noun == "answer" ? "An" : "A") \(noun) cannot have the number \(number). Give one from 1 to 9999."
    }

    fileprivate func known(_ numbers: [Int], _ nouns: String) -> String {
        numbers.isEmpty
            ? "It has none."
            : "Its \(nouns): \(numbers.map(String.init).joined(separator: ", "))."
    }

    /// Why a line cannot be shown to an audience beyond the committee; nil when it can.
    fileprivate func refusal(ofShowing line: VoiceLine, to audience: Audience) -> String? {
        switch line {
        case .counts:
            guard let counts, counts.isSmall(under: limits.smallest) else { return nil }
            return
                "The counts of feedback “\(id)” are not shown beyond the committee: a number under "
                + "\(limits.smallest) could be seen in them or worked out. Leave them out, or publish them as a figure "
                + "in which small numbers are hidden."
        case .quotation(let number):
            guard let words = quotations.first(where: { $0.number == number }),
                words.consentFor > audience
            else { return nil }
            return
                "Quotation \(number) may be shared with \(words.consentFor.rawValue) and no wider: that is what "
                + "those who spoke agreed. Ask them first, and record the quotation with their new consent."
        default: return nil
        }
    }
}

extension JSONValue {
    /// A list, or nothing when it is empty: what was left out for an audience shows no trace.
    fileprivate static func list(_ elements: [JSONValue]) -> JSONValue {
        elements.isEmpty ? .null : .array(elements)
    }
}

extension Voice {
    /// Takes out a quotation with its consent and what was agreed about it; false when none of the number is shared.
    @discardableResult
    mutating func takeOut(_ number: Int, on day: CivilDate) -> Bool {
        let shared = quotations.firstIndex { $0.number == number && $0.withdrawnOn == nil }
        guard let place = shared else { return false }
        quotations[place].withdrawnOn = day
        (quotations[place].words, quotations[place].consent) = (Prose(), Prose())
        agreements.removeAll { $0.line == .quotation(number) }
        return true
    }
}

extension Change.Fact {
    /// It was counted how many were asked, and how many answered.
    public static func voiceCounted(_ counts: VoiceCounts) -> Self { Voice.fact("counted", counts) }
    /// Somebody's own words were recorded, with their consent.
    public static func voiceQuoted(_ quotation: VoiceQuotation) -> Self {
        Voice.fact("quoted", quotation)
    }
    /// Somebody took back their consent to share their own words.
    public static func voiceConsentWithdrawn(_ withdrawal: VoiceConsentWithdrawal) -> Self {
        Voice.fact("consent_withdrawn", withdrawal)
    }
    /// Feedback was reported to a meeting.
    public static func voiceReported(_ report: VoiceReporting) -> Self {
        Voice.fact("reported", report)
    }
    /// Feedback was answered.
    public static func voiceAnswered(_ answer: VoiceAnswer) -> Self {
        Voice.fact("answered", answer)
    }
    /// Those who were heard were told what came of it.
    public static func voiceTold(_ telling: VoiceTelling) -> Self { Voice.fact("told", telling) }
    /// A line of feedback may be shown beyond the committee, or no longer.
    public static func voiceAgreed(_ agreement: VoiceAgreement) -> Self {
        Voice.fact("agreed", agreement)
    }
    /// Feedback needs no more.
    public static func voiceClosed(_ closing: VoiceClosing) -> Self {
        Voice.fact("closed", closing)
    }
}
