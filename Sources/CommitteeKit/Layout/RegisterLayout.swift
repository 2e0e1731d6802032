// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A committee's risk register as a table, declared once as data.
///
/// The same layout writes the register and reads the published one. It is a ``Layout`` that is about
/// risks: its columns hold fields of a risk, which ``RegisterField`` lists.
public struct RegisterLayout: Hashable, Sendable {
    /// The layout's identifier, `plugin/name`.
    public var id: String
    /// The template of the title line, which may have the gap `date`.
    public var title: Template
    /// The identifier of the register.
    public var register: String
    /// What the register is called.
    public var name: String
    /// The scale by which the register scores, `plugin/name`.
    public var scale: String
    /// The template of a risk's identifier, with the gap `number`.
    public var riskID: Template
    /// Who may see the risks, and the text around them.
    public var visibility: Audience
    /// The columns of the table.
    public var columns: [LayoutColumn]
    /// The lines that state single facts, by name, such as `date` and `approved`.
    public var facts: [LayoutFact]
    /// The register's own words for what a cell may say.
    public var words: RegisterWords
    /// How a published document is read.
    public var reading: ReadingRules

    /// Creates a layout without facts.
    ///
    /// - Parameters:
    ///   - id: The layout's identifier, `plugin/name`.
    ///   - title: The template of the title line.
    ///   - register: The identifier of the register.
    ///   - name: What the register is called.
    ///   - scale: The scale by which it scores, `plugin/name`.
    ///   - columns: The columns of the table.
    public init(
        id: String,
        title: Template,
        register: String,
        name: String,
        scale: String,
        columns: [LayoutColumn]
    ) {
        self.id = id
        self.title = title
        self.register = register
        self.name = name
        self.scale = scale
        self.columns = columns
        riskID = Template(parts: [.gap("number")])
        visibility = .restricted
        facts = []
        words = RegisterWords()
        reading = ReadingRules()
    }

    /// The layout as the walk through a document asks for it: rows of one level, whose fields are columns
    /// that the committee keeps for itself.
    var rows: Layout {
        var rows = Layout(
            id: id,
            planID: Template(parts: [.words(register)]),
            title: title,
            levels: [LevelName("risk")],
            columns: columns.map { column in
                var column = column
                column.cell = Template(
                    parts: column.cell.parts.map { part in
                        guard case .gap(let name) = part, name != RegisterField.number else {
                            return part
                        }
                        return .gap("local.\(name)")
                    }
                )
                return column
            }
        )
        rows.facts = facts
        rows.reading = reading
        return rows
    }

    /// Whether a column holds a field.
    func holds(_ field: String) -> Bool { columns.contains { $0.cell.gaps.contains(field) } }

    /// The facts that have a line of their own.
    var factLines: [LayoutFact] { facts.filter { !$0.isWithin } }
}

/// The words by which a register says what is done, how a risk stands and how it moved.
public struct RegisterWords: Hashable, Sendable {
    /// The words by what they mean, such as `closed`; the first is written.
    var own: [String: [String]] = [:]

    /// Creates the plain words.
    public init() {}

    /// What words can mean, in the order in which they are looked at.
    static let meanings =
        ["tolerate", "treat", "transfer", "terminate"] + states + movements
        + [accept]
    static let states = ["open", "closed"]
    static let movements = ["up", "same", "down", "new"]
    static let accept = "accept"

    /// The plain words for each meaning; the first is written.
    private static let plain: [String: [String]] = [
        "tolerate": ["Tolerate", "Accept", "Accepted"],
        "treat": ["Treat", "Reduce", "Mitigate"], "transfer": ["Transfer", "Share"],
        "terminate": ["Terminate", "Avoid", "Stop"], "open": ["Open", "Live", "Active"],
        "closed": ["Closed"], accept: ["Accept", "Accepted"],
        "up": ["↑", "Up", "Worse", "Increased", "▲", "⬆", "↗"],
        "same": ["→", "Same", "No change", "Unchanged", "Stable", "↔", "►", "▶", "➡", "="],
        "down": ["↓", "Down", "Better", "Decreased", "Reduced", "▼", "⬇", "↘"],
        "new": ["New", "New risk"],
    ]

    /// All words for a meaning, the register's own first.
    func words(for meaning: String) -> [String] {
        (own[meaning] ?? []) + (Self.plain[meaning] ?? [])
    }

    /// The word that is written for a meaning.
    func word(for meaning: String) -> String { words(for: meaning).first ?? meaning }

    /// What words mean, of some meanings; nil when they are no words of any.
    ///
    /// The register's own words count before the plain ones.
    func meaning(of printed: String, among meanings: [String]) -> String? {
        let key = Self.key(printed)
        guard !key.isEmpty else { return nil }
        return meanings.first { own[$0]?.contains { Self.key($0) == key } ?? false }
            ?? meanings.first { words(for: $0).contains { Self.key($0) == key } }
    }

    /// Words folded for comparing; signs such as arrows stay as they are.
    private static func key(_ words: String) -> String {
        let key = words.comparisonKey
        return key.isEmpty
            ? String(words.filter { !$0.isWhitespace }.unicodeScalars.filter { $0 != "\u{FE0F}" })
            : key
    }
}
