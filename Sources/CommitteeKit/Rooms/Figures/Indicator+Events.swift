// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What happens to an indicator, each event declared once.

/// Values of an indicator that became known together.
public struct FigureValues: Hashable, Sendable {
    /// The values.
    public var values: [FigureValue]

    /// Creates a list of values.
    ///
    /// - Parameter values: The values.
    public init(_ values: [FigureValue]) { self.values = values }
}

extension Indicator.Entries {
    /// Values became known, new ones or other ones than before.
    static let valuesSet = Event<Indicator, FigureValues>(
        "indicator.values-set",
        "Values of the indicator became known; an earlier value of the same period and area stays beside it.",
        by: .erasable(FigureValues.shape, [PayloadTexts(["note"], in: "values")])
    ) { indicator, said, step in
        guard !said.values.isEmpty else {
            return "No value of the indicator “\(indicator.id)” is given. Give one at least."
        }
        for value in said.values {
            if let refusal = indicator.refusal(of: value, on: step.effective) { return refusal }
        }
        for value in said.values {
            // A value that is said again became known when it was said first.
            let last = indicator.values.last { $0.place == value.place }
            if let last, last.count == value.count, last.outOf == value.outOf,
                last.note == value.note
            {
                continue
            }
            var value = value
            value.on = step.effective
            indicator.values.append(value)
        }
        return nil
    }.carried { ways in
        ways.sayWhatIndicatorsLeaveOut()
        ways.request = .by([
            RequestForm("values") { (fields, _) throws(JSONError) in
                let values = try fields.required("values", as: .list(of: FigureValue.shape.type))
                return [RequestedFact(.figuresSet(values))]
            }
        ])
        ways.json = .by([
            JSONMember("values") { indicators, place in
                .array(indicators[place].values.map { .object(FigureValue.exported.write($0)) })
            }
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                let known = Set(earlier.values)
                return later.values.enumerated().filter { !known.contains($1) }.map {
                    place,
                    value in
                    let before = later.values[..<place].last { $0.place == value.place }
                    let now = "is \(later.words(value))"
                    let change = before.map { ", \(later.words($0)) before" } ?? ""
                    return ChangeInWords(
                        before == nil ? "value" : "revised",
                        "\(name) \(now) for \(value.place)\(change)."
                    )
                }
            }
        )
    }

    /// Somebody asked about it.
    static let questionAsked = Event<Indicator, FigureQuestion>(
        "indicator.question-asked",
        "A question about the indicator and a period; it is numbered.",
        by: .erasable(FigureQuestion.shape, [PayloadTexts(["text"])])
    ) { indicator, question, step in
        if let refusal = indicator.refusal(ofArea: question.area) { return refusal }
        guard !question.text.isEmpty else {
            return "The question about the indicator “\(indicator.id)” has no words. Write it."
        }
        var question = question
        question.number = indicator.questions.count + 1
        question.on = step.effective
        indicator.questions.append(question)
        return nil
    }.carried { ways in
        ways.sayWhatIndicatorsLeaveOut()
        ways.request = .by([
            RequestForm("question") { (fields, _) throws(JSONError) in
                [
                    RequestedFact(
                        .figureQuestionAsked(
                            try fields.required("question", as: FigureQuestion.shape.type)
                        )
                    )
                ]
            }
        ])
        ways.json = .by([
            JSONMember("questions") { indicators, place in
                let questions = indicators[place].questions
                return questions.isEmpty ? .null : .array(questions.map(\.json))
            }
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.questions.dropFirst(earlier.questions.count).map { question in
                    ChangeInWords(
                        "question",
                        "Question \(question.number) about \(name.lowercasedFirst) and "
                            + "\(FigurePlace(question.period, question.area)): "
                            + question.text.singleLine
                    )
                }
            }
        )
    }

    /// A question was answered.
    static let questionAnswered = Event<Indicator, FigureAnswer>(
        "indicator.question-answered",
        "The answer to a question about the indicator; a later one takes the place of an earlier one.",
        part: { $0["question"]?.wholeNumber.map(String.init) },
        by: .erasable(FigureAnswer.shape, [PayloadTexts(["text"])])
    ) { indicator, answer, step in
        guard let place = indicator.questions.firstIndex(where: { $0.number == answer.question })
        else {
            let count = indicator.questions.count
            return "The indicator “\(indicator.id)” has no question \(answer.question). "
                + (count == 0
                    ? "Nobody asked anything." : "Its questions are numbered 1 to \(count).")
        }
        guard !answer.text.isEmpty else {
            return
                "The answer to question \(answer.question) about “\(indicator.id)” is empty. Give its words."
        }
        var answer = answer
        answer.on = step.effective
        indicator.questions[place].answer = answer
        return nil
    }.carried { ways in
        ways.sayWhatIndicatorsLeaveOut()
        ways.request = .by([
            RequestForm("answer") { (fields, _) throws(JSONError) in
                [
                    RequestedFact(
                        .figureQuestionAnswered(
                            try fields.required("answer", as: FigureAnswer.shape.type)
                        )
                    )
                ]
            }
        ])
        ways.json = .not(because: "an answer stands with its question")
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.questions.filter { question in
                    question.answer != nil
                        && earlier.questions.first { $0.number == question.number }?.answer
                            != question.answer
                }.map { question in
                    ChangeInWords(
                        "answer",
                        "Question \(question.number) about \(name.lowercasedFirst) was answered: "
                            + (question.answer?.text.singleLine ?? "")
                    )
                }
            }
        )
    }
}

extension Indicator {
    /// Why a value cannot be; nil when it can.
    fileprivate func refusal(of value: FigureValue, on day: CivilDate) -> String? {
        let name = "The value of “\(id)” for \(value.place)"
        guard let count = value.count else { return "\(name) has no count. Give one." }
        for number in [count, value.outOf].compactMap(\.self)
        where !(0...PublishedTogether.largest).contains(number) {
            return "\(name) is \(number). Give a count from 0 to \(PublishedTogether.largest)."
        }
        if let whole = value.outOf, count > whole, (rate ?? 100) == 100 {
            return
                "\(name) is \(count) of \(whole), more than the whole. Correct one of the numbers."
        }
        if value.period.last > day {
            return
                "\(name) is said on \(day), before the period ends on \(value.period.last). Record it "
                + "when the period is over."
        }
        return refusal(ofArea: value.area)
    }

    /// Why an area cannot be; nil when it can.
    fileprivate func refusal(ofArea area: String?) -> String? {
        guard let area, !areas.contains(area) else { return nil }
        return "The indicator “\(id)” has no area “\(area)”. "
            + (areas.isEmpty
                ? "Name its areas first." : ClosestName.suggestion(for: area, in: areas))
    }
}

extension FigureValues {
    static let shape = Shape(FigureValues([]), [.list("values", \.values, FigureValue.shape.form)])
}

extension FigureValue {
    private static let blank = FigureValue(0, in: FigurePeriod(.day, of: .earliest))

    static let shape = Shape(
        blank,
        [
            .required("period", \.period, .period), .optional("area", \.area, .name),
            .required("count", \.count, .some(.integer)), .optional("outOf", \.outOf, .integer),
            .prose("note", \.note),
        ]
    )

    /// How exports have it: with the day on which it became known, and the mark of what is hidden.
    static let exported = Shape(
        blank,
        [
            .required("period", \.period, .period), .optional("area", \.area, .name),
            .optional("count", \.count, .integer), .optional("outOf", \.outOf, .integer),
            .prose("note", \.note), .optional("on", \.on, .date),
            .given("hidden", \.isHidden, .bool, unless: false),
        ]
    )
}

extension FigureQuestion {
    static let shape = Shape(
        FigureQuestion(Prose(), about: FigurePeriod(.day, of: .earliest)),
        [
            .required("period", \.period, .period), .optional("area", \.area, .name),
            .prose("text", \.text), .optional("by", \.askedBy, .name),
        ]
    )

    /// The question and its answer as exports have them.
    var json: JSONValue {
        var members: JSONObject = ["number": .integer(number)]
        for member in Self.shape.write(self) { members[member.key] = member.value }
        if let on { members["on"] = .date(on) }
        if let answer { members["answer"] = FigureAnswer.shape.dated(answer, on: answer.on) }
        return .object(members)
    }
}

extension FigureAnswer {
    static let shape = Shape(
        FigureAnswer(Prose(), to: 0),
        [
            .required("question", \.question, .integer), .prose("text", \.text),
            .optional("by", \.by, .name),
        ]
    )
}

extension JSONForm {
    /// A form whose value is there, of something that may be absent.
    static func some<Wrapped>(_ form: JSONForm<Wrapped>) -> Self where Value == Wrapped? {
        Self(
            JSONFieldType(form.type.expected) { (node, place) throws(JSONError) in
                try form.type.read(node, place)
            }
        ) { $0.map(form.write) ?? .null }
    }
}

extension Ways {
    /// Says why no layout and no example writes what happens to indicators.
    fileprivate mutating func sayWhatIndicatorsLeaveOut() {
        cell = .not(because: "a sheet of figures has lines of its own for values")
        columns = .not(because: "scripts read values and questions as tables")
        comparison = .not(because: "what became known is recorded and never compared")
        example = .not(because: "an example writes the values of an indicator by itself")
    }
}

extension Change.Fact {
    /// Values of an indicator became known.
    public static func figuresSet(_ values: [FigureValue]) -> Self {
        Indicator.Entries.valuesSet.fact(FigureValues(values))
    }
    /// Somebody asked about an indicator.
    public static func figureQuestionAsked(_ question: FigureQuestion) -> Self {
        Indicator.Entries.questionAsked.fact(question)
    }
    /// A question about an indicator was answered.
    public static func figureQuestionAnswered(_ answer: FigureAnswer) -> Self {
        Indicator.Entries.questionAnswered.fact(answer)
    }
}
