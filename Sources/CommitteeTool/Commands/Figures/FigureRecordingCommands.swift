// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// The fields of an indicator, as options.
struct IndicatorFieldOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What it counts, and what it leaves out.", valueName: "words"))
    var definition: String?

    @Option(
        help: ArgumentHelp("What it counts, in few words such as children.", valueName: "words")
    )
    var unit: String?

    @Option(help: ArgumentHelp("Where its values come from.", valueName: "words"))
    var source: String?

    @Option(help: ArgumentHelp("The data set in which it is returned.", valueName: "data set"))
    var dataSet: String?

    @Option(help: ArgumentHelp("The role, group or body that answers for it.", valueName: "party"))
    var owner: String?

    @Option(
        help: ArgumentHelp(
            "For which periods a value is expected: \(FigurePeriod.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "period"
        ),
        transform: periodKindArgument
    )
    var every: FigurePeriod.Kind?

    @Option(
        help: ArgumentHelp(
            "After how many days from the end of a period its value is due.",
            valueName: "days"
        )
    )
    var dueDays: Int?

    @Option(
        help: ArgumentHelp(
            "An area or agency for which it is counted apart; repeat it.",
            valueName: "area"
        )
    )
    var area: [String] = []

    @Flag(
        inversion: .prefixedNo,
        help: "Whether its areas add up to the value for all of them."
    )
    var areasAddUp: Bool?

    @Flag(inversion: .prefixedNo, help: "Whether months add up to quarters and years.")
    var addsUpOverTime: Bool?

    @Option(
        help: ArgumentHelp(
            "An indicator that is one of its parts; repeat it.",
            valueName: "indicator"
        )
    )
    var sumOf: [String] = []

    @Option(help: ArgumentHelp("The indicator of which it is a part.", valueName: "indicator"))
    var outOf: String?

    @Option(
        help: ArgumentHelp(
            "In what number a share is counted; 100 for a percentage.",
            valueName: "number"
        )
    )
    var rate: Int?

    @Option(help: ArgumentHelp("How many digits a share has after the point.", valueName: "number"))
    var decimals: Int?

    @Option(
        help: ArgumentHelp("What it is to reach.", valueName: "number"),
        transform: figureArgument
    )
    var target: FigureNumber?

    @Option(
        help: ArgumentHelp("How far from the target is still near it.", valueName: "number"),
        transform: figureArgument
    )
    var variance: FigureNumber?

    @Option(
        help: ArgumentHelp(
            "In which direction it is to go: higher or lower.",
            valueName: "direction"
        ),
        transform: directionArgument
    )
    var better: Indicator.Direction?

    @Option(
        help: ArgumentHelp(
            "The widest audience that may know of it: public, partners, committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience?

    @Option(
        help: ArgumentHelp(
            "The widest audience that reads its counts as they are; wider ones read what was published.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var countsFor: Audience?

    /// Puts what was given into an indicator.
    func set(on indicator: inout Indicator) {
        if let definition { indicator.definition = Prose(markup: definition) }
        if let unit { indicator.unit = unit }
        if let source { indicator.source = source }
        if let dataSet { indicator.dataSet = dataSet }
        if let owner { indicator.owner = owner }
        if let every { indicator.every = every }
        if let dueDays { indicator.dueDays = dueDays }
        if !area.isEmpty { indicator.areas = area }
        if let areasAddUp { indicator.areasAddUp = areasAddUp }
        if let addsUpOverTime { indicator.addsUpOverTime = addsUpOverTime }
        if !sumOf.isEmpty { indicator.sumOf = sumOf }
        if let outOf { indicator.outOf = outOf }
        if let rate { indicator.rate = rate }
        if let decimals { indicator.decimals = decimals }
        if let target { indicator.target = target }
        if let variance { indicator.variance = variance }
        if let better { indicator.better = better }
        if let audience { indicator.audience = audience }
        if let countsFor { indicator.countsFor = countsFor }
    }

    /// Whether anything was given.
    var isGiven: Bool {
        var indicator = Indicator(id: "any")
        set(on: &indicator)
        return indicator != Indicator(id: "any") || audience != nil || countsFor != nil
            || areasAddUp != nil || addsUpOverTime != nil
    }
}

/// Turns an argument into the name of a period.
func periodKindArgument(_ text: String) throws -> FigurePeriod.Kind {
    let key = text.replacing("-", with: " ").lowercased()
    if let kind = FigurePeriod.Kind(rawValue: key) { return kind }
    throw ValidationError(
        "“\(text)” is no period. Choose one of "
            + FigurePeriod.Kind.allCases.map(\.rawValue).joined(separator: ", ") + "."
    )
}

/// Turns an argument into a number.
func figureArgument(_ text: String) throws -> FigureNumber {
    if let number = FigureNumber(text) { return number }
    throw ValidationError("“\(text)” is no number, expected one such as 92.5.")
}

/// Turns an argument into a count.
func countArgument(_ text: String) throws -> Int {
    if let number = FigureNumber(text), number.thousandths % 1000 == 0, number.thousandths >= 0 {
        return number.thousandths / 1000
    }
    throw ValidationError("“\(text)” is no count, expected a whole number such as 2,530.")
}

/// Turns an argument into a direction.
func directionArgument(_ text: String) throws -> Indicator.Direction {
    if let direction = Indicator.Direction(rawValue: text) { return direction }
    throw ValidationError("“\(text)” is no direction. Choose higher or lower.")
}

/// `committee dataset add`.
struct IndicatorAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an indicator."
    )

    @Argument(help: "Its short name, by which texts cite it, such as registrations.")
    var id: String

    @Argument(help: "What it is called.")
    var title: String

    @OptionGroup var fields: IndicatorFieldOptions
    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        var indicator = Indicator(id: id)
        indicator.title = title
        fields.set(on: &indicator)
        let added = try await recording.open().addIndicator(
            indicator,
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(
            "Added “\(added.name)”. It is for the audience “\(added.audience.rawValue)”; its counts are "
                + "shown as they are to “\(added.countsFor.rawValue)”.",
            added.json
        )
    }
}

/// `committee dataset change`.
struct IndicatorChangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change what is said of an indicator."
    )

    @Argument(help: "The indicator, by its short name.")
    var id: String

    @Option(help: ArgumentHelp("What it is called.", valueName: "words"))
    var title: String?

    @Option(
        help: ArgumentHelp("The last day for which values are expected.", valueName: "date"),
        transform: dateArgument
    )
    var ends: CivilDate?

    @OptionGroup var fields: IndicatorFieldOptions
    @OptionGroup var recording: MeetingRecordingOptions

    func validate() throws {
        guard title != nil || ends != nil || fields.isGiven else {
            throw ValidationError("Nothing is to change. Give an option such as --target.")
        }
    }

    func run() async throws {
        let changed = try await recording.open().changeIndicator(
            id,
            effective: recording.on,
            by: try recording.author()
        ) { indicator in
            if let title { indicator.title = title }
            if let ends { indicator.ends = ends }
            fields.set(on: &indicator)
        }
        try recording.say("Changed what is said of “\(changed.name)”.", changed.json)
    }
}

/// `committee dataset value`.
struct FigureValueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "value",
        abstract: "Record a value of an indicator; an earlier one stays in the record.",
        discussion: """
            The period is a day, a month, a quarter or a year: 2018-07-31, 2018-07, 2018-Q3, 2018, 2018/19, \
            2018/19-school or 2018/19-register. --on is the day on which the value became known.

              committee dataset value registrations 2018-07-31 2668 --on 2018-11-30
              committee dataset value registrations 2018-07-31 2530 --on 2019-02-28
            """
    )

    @Argument(help: "The indicator, by its short name.")
    var id: String

    @Argument(help: "The period.", transform: periodArgument)
    var period: FigurePeriod

    @Argument(help: "The count.", transform: countArgument)
    var count: Int

    @Option(
        help: ArgumentHelp("The number of which it is a part.", valueName: "number"),
        transform: countArgument
    )
    var outOf: Int?

    @Option(help: ArgumentHelp("The area or agency; all of them when left out.", valueName: "area"))
    var area: String?

    @Option(help: ArgumentHelp("A remark; never about a child.", valueName: "words"))
    var note: String = ""

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let value = FigureValue(
            count,
            outOf: outOf,
            in: period,
            area: area,
            note: Prose(markup: note)
        )
        let indicator = try await recording.open().recordFigures(
            [value],
            of: id,
            effective: recording.on,
            by: try recording.author()
        )
        let editions = indicator.editions(of: value.place)
        let before = editions.dropLast().last.map { ", \(indicator.words($0)) before" } ?? ""
        let now = editions.last.map(indicator.words) ?? ""
        try recording.say(
            "“\(indicator.name)” is \(now) for \(value.place)\(before).",
            indicator.json
        )
    }
}

/// `committee dataset ask`.
struct FigureAskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Record a question about an indicator and a period."
    )

    @Argument(help: "The indicator, by its short name.")
    var id: String

    @Argument(help: "The period.", transform: periodArgument)
    var period: FigurePeriod

    @Argument(help: "The question; never about a child.")
    var question: String

    @Option(help: ArgumentHelp("The area or agency; all of them when left out.", valueName: "area"))
    var area: String?

    @Option(help: ArgumentHelp("The seat, group or body that asks.", valueName: "party"))
    var from: String?

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let indicator = try await recording.open().askAboutFigures(
            FigureQuestion(Prose(markup: question), about: period, area: area, by: from),
            of: id,
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(
            "Recorded question \(indicator.questions.count) about “\(indicator.name)”.",
            indicator.json
        )
    }
}

/// `committee dataset answer`.
struct FigureAnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Record the answer to a question about an indicator."
    )

    @Argument(help: "The indicator, by its short name.")
    var id: String

    @Argument(help: "The number of the question.")
    var number: Int

    @Argument(help: "The answer; never about a child.")
    var answer: String

    @Option(help: ArgumentHelp("The role, group or body that answers.", valueName: "party"))
    var from: String?

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let indicator = try await recording.open().answerAboutFigures(
            FigureAnswer(Prose(markup: answer), to: number, by: from),
            of: id,
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(
            "Recorded the answer to question \(number) about “\(indicator.name)”.",
            indicator.json
        )
    }
}

/// `committee dataset rules`.
struct FigureRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Say which counts are too small to be published.",
        discussion: """
            No threshold is published for these committees, so it is the committee's own. Until it decides, counts \
            from 1 to 4 are hidden and zero is shown.
            """
    )

    @Option(help: ArgumentHelp("The smallest count above zero that is shown.", valueName: "count"))
    var smallest = 5

    @Flag(help: "Hide counts of zero too.")
    var hideZero = false

    @Option(
        help: ArgumentHelp(
            "Up to which number each hidden count must seem possible; the smallest that is shown when left out.",
            valueName: "count"
        )
    )
    var possibleUpTo: Int?

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let rules = try SuppressionRules(
            smallestShown: smallest,
            showsZero: !hideZero,
            possibleUpTo: possibleUpTo
        )
        try await recording.open().setFigureRules(
            rules,
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(rules.inWords, ["rules": .string(rules.inWords)])
    }
}

/// `committee dataset publish`.
struct FigurePublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish figures with small numbers hidden, or say why that is not safe.",
        discussion: """
            Readers of an audience for which counts are not meant see what was published for them and nothing \
            else, in every report and file. Months, quarters and years, areas, indicators that are parts of \
            others, shares and everything that was published before are taken together. What is hidden stays \
            hidden in later publications. If a small number could be worked out whatever else is hidden, nothing \
            is published.

              committee dataset publish --dry-run
              committee dataset publish --by coordinator

            The reasons are for the committee; do not publish them.
            """
    )

    @Option(
        help: ArgumentHelp("For whom: public, partners or committee.", valueName: "audience"),
        transform: audienceArgument
    )
    var audience: Audience = .public

    @Option(help: ArgumentHelp("Only this indicator; repeat it.", valueName: "indicator"))
    var indicator: [String] = []

    @Flag(help: "Say what would be published and hidden, and publish nothing.")
    var dryRun = false

    @OptionGroup var recording: MeetingRecordingOptions

    func run() async throws {
        let ids = indicator.isEmpty ? nil : indicator
        let committee = try await recording.open()
        let published =
            dryRun
            ? try await committee.figuresToPublish(for: audience, of: ids, asOf: recording.on)
            : try await committee.publishFigures(
                for: audience,
                of: ids,
                effective: recording.on,
                by: try recording.author()
            )
        let count = published.figures.count
        let hidden = published.figures.filter { !$0.hides.isEmpty }
        if recording.at.output.json {
            return try Output.write([
                "published": .integer(dryRun ? 0 : count), "dryRun": .bool(dryRun),
                "audience": .string(audience.rawValue), "figures": .integer(count),
                "hidden": .array(
                    hidden.map {
                        [
                            "indicator": .string($0.indicator),
                            "period": .string($0.place.period.description),
                            "area": $0.place.area.map(JSONValue.string) ?? .null,
                            "why": .string($0.why),
                        ]
                    }
                ),
            ])
        }
        let figures = PlanWords.count(count, "figure", "figures")
        var lines = [
            count == 0
                ? "Nothing is new for the audience “\(audience.rawValue)”."
                : dryRun
                    ? "\(figures) would be published for “\(audience.rawValue)”, \(hidden.count) with a hidden "
                        + "number (dry run)."
                    : "Published \(figures) for “\(audience.rawValue)”, \(hidden.count) with a hidden number."
        ]
        lines += hidden.map { "  \($0.indicator), \($0.place): \($0.why)" }
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }
}
#endif
