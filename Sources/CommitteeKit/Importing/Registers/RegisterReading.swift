// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads a published risk register with a layout.
///
/// The reader walks through the document as ``PlanReader`` does, with the same rules for titles, facts,
/// headers, rows that go on, text around the table and the account of words.
public struct RegisterReader: Sendable {
    /// The layout.
    public let layout: RegisterLayout
    /// The scale by which the register scores.
    public let scale: RiskScale
    /// The reader of days.
    public let timescales: TimescaleReader

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - layout: The layout.
    ///   - scale: The scale that the layout names.
    ///   - timescales: The reader of days.
    public init(layout: RegisterLayout, scale: RiskScale, timescales: TimescaleReader) {
        self.layout = layout
        self.scale = scale
        self.timescales = timescales
    }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - source: The document.
    ///   - date: The day of which it speaks; what it says itself when nil.
    /// - Returns: The risks, what was doubtful, and where each word went.
    /// - Throws: ``ImportError`` when the document has no table of this layout, when nothing says of
    ///   which day it speaks, or when words could not be accounted for.
    /// - Complexity: O(*n*) in the size of the document, times the number of columns.
    public func read(
        _ source: SourceDocument,
        asOf date: CivilDate? = nil
    ) throws(ImportError) -> RegisterReading {
        // A register runs for no period, so nothing asks for one.
        var walk = PlanWalk(
            reader: PlanReader(layout: layout.rows, scheme: nil, timescales: timescales),
            source: source,
            period: CivilSpan(from: .earliest, until: .latest)
        )
        walk.risks = RiskRows(layout: layout, scale: scale)
        guard !walk.pieces.isEmpty else {
            throw ImportError(
                source: source.name,
                message: "The document is empty. Choose the file that holds the register."
            )
        }
        try walk.readFacts()
        for index in walk.pieces.indices { walk.takeWhole(index) }
        return try walk.finishedRegister(asOf: date, in: layout)
    }
}

/// A risk register as one document gives it, with what was doubtful.
public struct RegisterReading: Sendable {
    /// What stands around the table, and of which day it speaks.
    public var page: RegisterPage
    /// The risks, in printed order.
    public var rows: [RiskRow]
    /// Where each word of the document went.
    public var account: ImportAccount
    /// The day on which a body approved the register, when the document states it.
    public var approvedOn: CivilDate?
    /// What was doubtful, in the order of the lines.
    public var findings: [Finding]
    /// What each line became.
    public var traces: [LineTrace]
    /// Whether the document is a table and can say nothing around it.
    var isTableAlone = false
}

/// A risk as one document gives it.
public struct RiskRow: Hashable, Sendable {
    /// The risk: its state is `closed` where the document says so, else `proposed`.
    public var risk: Risk
    /// The line on which it begins.
    public var line: Int
    /// How the document says that it moved: `up`, `same`, `down` or `new`.
    public var movement: String?
    /// The words of each cell that say a value and are not kept as they stand.
    var said: [String: String] = [:]

    init(risk: Risk, line: Int) {
        self.risk = risk
        self.line = line
    }
}

/// What importing a register would record, before anything is recorded.
public struct RegisterImport: Sendable {
    /// The register as the document gives it.
    public var reading: RegisterReading
    /// The layout that read it.
    public var layout: RegisterLayout
    /// The entries to append, in order; empty when the document says nothing new.
    public var drafts: [EntryDraft]
    /// What was doubtful in the document and in comparing it with the record, by line.
    public var findings: [Finding]
    /// Whether the same bytes were imported with the same layout before.
    public var isRepeat: Bool
    /// The digest of the document's bytes, in hexadecimal digits.
    public var digest = ""
    /// The number of the last entry with which the document was compared.
    public var comparedWith = 0
}

/// The rows of a register while they are read as risks.
struct RiskRows {
    let layout: RegisterLayout
    let scores: RegisterScores
    var read: [Int: RiskRow] = [:]

    init(layout: RegisterLayout, scale: RiskScale) {
        self.layout = layout
        scores = RegisterScores(scale: scale)
    }

    /// The words that a risk has of what stood in its cells.
    func words(of field: String, at place: Int, number: String?) -> WordBag? {
        guard field != RegisterField.number else { return WordBag(number ?? "") }
        guard let row = read[place] else { return nil }
        let name = RegisterField.column(RegisterField.column(field))
        if let words = row.risk.columns[name] { return WordBag(words) }
        if let said = row.said[name] { return WordBag(said) }
        let risk = row.risk
        switch name {
        case "title": return WordBag(risk.title)
        case "cause": return WordBag(risk.cause)
        case "event": return WordBag(risk.event)
        case "effect": return WordBag(risk.effect)
        case "category": return WordBag(risk.category)
        case "owner": return WordBag(risk.ownerRoleID ?? "")
        case "manager": return WordBag(risk.managerRoleID ?? "")
        case "controls", "control":
            return risk.controls.reduce(into: WordBag()) { $0.add(WordBag($1.words)) }
        default:
            guard let (kind, part) = RegisterField.score(name), part == .override else {
                return WordBag()
            }
            return WordBag(risk.assessment(kind).levels?.override?.reason ?? "")
        }
    }
}

extension Risk {
    static var blank: Risk { Risk(id: "", cause: "", event: "", effect: "") }
}
