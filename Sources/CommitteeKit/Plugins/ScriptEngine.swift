// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Runs what plugins contribute as code, and says what they contribute as data.
///
/// The core knows nothing of the language in which plugins are written. `CommitteeScripting` has an
/// engine for Lua; a host without plugins uses ``NoPlugins``. An engine is asynchronous: a run takes
/// place on a thread of its own, and no call blocks Swift's threads.
public protocol ScriptEngine: Sendable {
    /// Everything that the plugins contribute as data, and what is wrong with any of them.
    var contributions: Contributions { get }

    /// Runs a report that a plugin wrote in code.
    ///
    /// The library asks only about subjects of the kinds in the report's summary.
    ///
    /// - Parameter request: Which report, of which editions, and about what.
    /// - Returns: The report.
    /// - Throws: An error that names plugin, file and line.
    func report(_ request: ReportRequest) async throws -> Report

    /// Writes what a layout's functions say of a plan.
    ///
    /// - Parameters:
    ///   - layout: The layout's identifier.
    ///   - plan: The plan's identifier in the edition.
    ///   - edition: The edition.
    /// - Returns: The text of the cells and headings.
    /// - Throws: An error that names plugin, file and line.
    func computedCells(
        of layout: String,
        plan: String,
        in edition: Edition
    ) async throws -> LayoutCells

    /// Asks a function of a layout to read cells or lines of a document.
    ///
    /// A function that fails fails for that cell alone. Left out, none can be read.
    ///
    /// - Parameters:
    ///   - questions: The cells or lines.
    ///   - function: The pair of functions.
    ///   - layout: The layout's identifier.
    /// - Returns: An answer to each question, in their order.
    /// - Throws: ``LibraryError`` when there is no such layout.
    func readCells(
        _ questions: [LayoutQuestion],
        with function: LayoutFunction,
        of layout: String
    ) async throws -> [LayoutAnswer]

    /// Asks a function of a layout to write items as their document prints them.
    ///
    /// A function that fails fails for that item alone. Left out, none can be written.
    ///
    /// - Parameters:
    ///   - items: The items' identifiers.
    ///   - function: The pair of functions.
    ///   - layout: The layout's identifier.
    ///   - plan: The plan's identifier in the edition.
    ///   - edition: The edition.
    /// - Returns: An answer for each item, in their order.
    /// - Throws: ``LibraryError`` when there is no such layout, or an error when the edition is too
    ///   large for a plugin.
    func writtenCells(
        of items: [String],
        with function: LayoutFunction,
        of layout: String,
        plan: String,
        in edition: Edition
    ) async throws -> [LayoutAnswer]

    /// Asks a reminder rule's function what is due.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - edition: The edition.
    ///   - day: The day for which reminders are asked.
    /// - Returns: What the function says of each subject for which it says anything.
    /// - Throws: An error that names plugin, file and line.
    func computedReminders(
        of rule: String,
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [ComputedReminder]

    /// Asks a reminder rule's function what is due of things outside the plans.
    ///
    /// Left out, nothing is.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - matters: The things, such as the reviews of risks.
    ///   - edition: The edition.
    ///   - day: The day for which reminders are asked.
    /// - Returns: What the function says of each thing for which it says anything.
    /// - Throws: An error that names plugin, file and line.
    func computedReminders(
        of rule: String,
        about matters: [ReminderMatter],
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [ComputedReminder]

    /// Asks a rule's function which risks should be escalated.
    ///
    /// Left out, none should.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - edition: The edition.
    ///   - day: The day on which one asks.
    /// - Returns: The risks that should, with where to and why.
    /// - Throws: An error that names plugin, file and line.
    func riskEscalations(
        of rule: String,
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [RiskEscalation]

    /// Returns a workflow that a plugin contributes.
    ///
    /// - Parameters:
    ///   - id: The workflow's identifier, `plugin/name`.
    ///   - base: The workflow that it builds on.
    /// - Returns: The workflow.
    /// - Throws: ``LibraryError`` when there is no such workflow.
    func riskWorkflow(
        _ id: String,
        over base: any RiskWorkflow
    ) throws(LibraryError) -> any RiskWorkflow
}

/// Everything that plugins contribute as data.
public struct Contributions: Sendable {
    /// The layouts about plans.
    public var layouts: [Layout]
    /// The layouts about risks.
    public var registerLayouts: [RegisterLayout]
    /// The status schemes.
    public var schemes: [StatusScheme]
    /// The reports in code.
    public var reports: [ReportSummary]
    /// The words for timescales, by plugin.
    public var vocabularies: [String: TimescaleVocabulary]
    /// The reminder rules.
    public var rules: [ReminderRule]
    /// The scales for risks, in every version that a plugin has.
    public var riskScales: [ContributedRiskScale]
    /// The packs for Learning Reviews.
    public var learningReviewPacks: [ContributedLearningReviewPack]
    /// The frameworks of quality indicators.
    public var qualityFrameworks: [ContributedQualityFramework]
    /// The risk workflows.
    public var riskWorkflows: [ContributionSummary]
    /// The rules that say which risks should be escalated.
    public var riskEscalations: [ContributionSummary]
    /// The plugins, in order.
    public var plugins: [PluginSummary]

    /// Creates contributions of nothing.
    public init() {
        layouts = []
        registerLayouts = []
        schemes = []
        reports = []
        vocabularies = [:]
        rules = []
        riskScales = []
        learningReviewPacks = []
        qualityFrameworks = []
        riskWorkflows = []
        riskEscalations = []
        plugins = []
    }

    /// Returns a layout.
    ///
    /// - Parameter id: The layout's identifier, `plugin/name`.
    /// - Returns: The layout.
    /// - Throws: ``LibraryError`` that names the closest layout when there is none.
    public func layout(_ id: String) throws(LibraryError) -> Layout {
        if let layout = layouts.first(where: { $0.id == id }) { return layout }
        guard !registerLayouts.contains(where: { $0.id == id }) else {
            throw LibraryError(
                .refused,
                "The layout “\(id)” is about risks, so it reads and writes no plan. Name a layout about a "
                    + "plan."
            )
        }
        throw missing("layout", id, among: layouts.map(\.id) + registerLayouts.map(\.id))
    }

    /// Returns a status scheme, if there is one.
    ///
    /// - Parameter id: The scheme's identifier, `plugin/name`.
    /// - Returns: The scheme, or nil.
    public func scheme(_ id: String?) -> StatusScheme? { schemes.first { $0.id == id } }

    /// Throws when a layout names a status scheme that no plugin declares: without it nothing would be
    /// completed, and actions late that are not.
    func checkScheme(of layout: Layout) throws(LibraryError) {
        guard let id = layout.scheme, scheme(id) == nil else { return }
        let error = missing("status scheme", id, among: schemes.map(\.id))
        throw LibraryError(
            error.code,
            "The layout “\(layout.id)” names the status scheme “\(id)”. \(error.message) Without it nothing "
                + "would be completed, so nothing was read. Correct the name in the layout."
        )
    }

    /// Returns the reader of timescales with the words of one plugin.
    ///
    /// - Parameter plugin: The plugin's identifier; nil for English words alone.
    /// - Returns: The reader.
    public func timescaleReader(for plugin: String?) -> TimescaleReader {
        var vocabulary = TimescaleVocabulary.standard
        if let standard = vocabularies["standard"] { vocabulary = vocabulary.merging(standard) }
        if let plugin, plugin != "standard", let local = vocabularies[plugin] {
            vocabulary = vocabulary.merging(local)
        }
        return TimescaleReader(vocabulary: vocabulary)
    }

    func missing(_ what: String, _ id: String, among known: [String]) -> LibraryError {
        let plugin = id.split(separator: "/").first.map(String.init) ?? id
        if let broken = plugins.first(where: { $0.id == plugin && !$0.problems.isEmpty }) {
            return LibraryError(
                .notFound,
                "There is no \(what) “\(id)”: the plugin “\(plugin)” has a mistake. "
                    + (broken.problems.first ?? "")
            )
        }
        return LibraryError(
            .notFound,
            "There is no \(what) “\(id)”. \(ClosestName.suggestion(for: id, in: known))"
        )
    }
}

/// A report in code, as a plugin declares it.
public struct ReportSummary: Hashable, Sendable {
    /// The report's identifier, `plugin/name`.
    public var id: String
    /// What people call the report.
    public var title: String
    /// The media type of a report that writes bytes of its own; nil for one that makes a document.
    public var mediaType: String?
    /// The ending of a file with those bytes, without the point, such as `csv`.
    public var fileExtension: String?
    /// The kinds of subject that the report can be about; none for one about the whole record.
    public var subjects: [SubjectKind]
    /// Whether the report compares two days, so that nothing can be said without the earlier one.
    public var comparesDays = false
    /// Whether it is the library's own and reads what its reader may know, whatever the plugin that names it
    /// may read: no line of the plugin runs.
    public var isForItsReader = false

    /// Creates a summary.
    ///
    /// - Parameters:
    ///   - id: The report's identifier.
    ///   - title: What people call it.
    ///   - subjects: The kinds of subject that it can be about.
    ///   - mediaType: The media type of its bytes, when it writes bytes.
    ///   - fileExtension: The ending of a file with those bytes.
    public init(
        id: String,
        title: String,
        subjects: [SubjectKind] = [],
        mediaType: String? = nil,
        fileExtension: String? = nil
    ) {
        self.id = id
        self.title = title
        self.subjects = subjects
        self.mediaType = mediaType
        self.fileExtension = fileExtension
    }
}

/// A plugin as it was found.
public struct PluginSummary: Hashable, Sendable {
    /// The plugin's identifier, equal to its folder's name.
    public var id: String
    /// The plugin's version.
    public var version: String
    /// What people call the plugin.
    public var title: String
    /// The narrowest edition that the plugin may read.
    public var audience: Audience
    /// What it contributes, each as its kind and name.
    public var contributions: [String]
    /// What is wrong with it, each with file and line; such a plugin contributes nothing.
    public var problems: [String]
    /// Whether it may speak for its host.
    public var standing: PluginStanding

    /// Creates a summary.
    ///
    /// - Parameters:
    ///   - id: The plugin's identifier.
    ///   - version: Its version.
    ///   - title: What people call it.
    ///   - audience: The narrowest edition that it may read.
    ///   - contributions: What it contributes.
    ///   - problems: What is wrong with it.
    ///   - standing: Whether it may speak for its host.
    public init(
        id: String,
        version: String,
        title: String,
        audience: Audience,
        contributions: [String],
        problems: [String],
        standing: PluginStanding = .notLocked
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.audience = audience
        self.contributions = contributions
        self.problems = problems
        self.standing = standing
    }
}

/// An engine for hosts that use no plugins.
public struct NoPlugins: ScriptEngine {
    /// What the host contributes as data of its own.
    public let contributions: Contributions

    /// Creates an engine without plugins.
    ///
    /// - Parameter contributions: Layouts, schemes and words that the host builds in code.
    public init(contributions: Contributions = Contributions()) {
        self.contributions = contributions
    }

    /// Refuses: there are no reports in code.
    public func report(_ request: ReportRequest) async throws -> Report {
        throw contributions.missing("report", request.report, among: [])
    }

    /// Returns nothing: there are no computed columns.
    public func computedCells(
        of layout: String,
        plan: String,
        in edition: Edition
    ) async throws -> LayoutCells { LayoutCells() }

    /// Returns nothing: there are no rules in code.
    public func computedReminders(
        of rule: String,
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [ComputedReminder] { [] }
}

extension ScriptEngine {
    /// Answers that there is no such function.
    public func readCells(
        _ questions: [LayoutQuestion],
        with function: LayoutFunction,
        of layout: String
    ) async throws -> [LayoutAnswer] {
        questions.map { _ in .failed("no plugin has the function") }
    }

    /// Answers that there is no such function.
    public func writtenCells(
        of items: [String],
        with function: LayoutFunction,
        of layout: String,
        plan: String,
        in edition: Edition
    ) async throws -> [LayoutAnswer] {
        items.map { _ in .failed("no plugin has the function") }
    }
}
