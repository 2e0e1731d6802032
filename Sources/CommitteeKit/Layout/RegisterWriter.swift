// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes a risk register in its committee's own layout.
///
/// The document that it writes can be read again with the same layout, and says nothing new then.
public struct RegisterWriter: Sendable {
    /// The layout.
    public let layout: RegisterLayout
    /// The scale by which the layout scores.
    public let scale: RiskScale

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - layout: The layout.
    ///   - scale: The scale by which the layout scores.
    public init(layout: RegisterLayout, scale: RiskScale) {
        self.layout = layout
        self.scale = scale
    }

    /// Writes a register.
    ///
    /// Risks that are proposed, active or inactive have rows; so have closed ones where a column says
    /// how a risk stands.
    ///
    /// - Parameters:
    ///   - register: The register as the edition has it.
    ///   - edition: The edition.
    /// - Returns: The document.
    /// - Complexity: O(*n*) in the number of risks and the length of their histories, times the number
    ///   of columns.
    public func document(_ register: RiskRegister, of edition: Edition) -> Document {
        let risks = register.risks.filter(isWritten)
        let page = register.page
        let isAsPrinted = page.map { Self.isUnchanged(register, since: $0.date) } ?? false
        let day = isAsPrinted ? page?.date ?? edition.asOf : edition.asOf
        let title =
            isAsPrinted
            ? page?.title ?? "" : layout.title.filled { _ in day.formatted("d MMMM yyyy") }
        let cells = RegisterCells(
            layout: layout,
            register: register,
            scale: scale,
            role: edition.titleOfRole
        )
        let table = Document.Table(
            caption: Self.caption,
            columns: layout.columns.map { column in
                Document.Table.Column(column.header.filled { _ in day.formatted("d MMMM yyyy") })
            },
            rows: risks.flatMap(cells.rows),
            hidesCaption: true
        )
        var blocks = opening(of: register, risks, isAsPrinted: isAsPrinted, on: day, edition.asOf)
        blocks.append(.table(table))
        blocks += texts(.closing, of: page)
        let leftOut = edition.leftOut(of: .register(register.id))
        if !leftOut.isEmpty {
            let words = LayoutWords.leftOut(leftOut, audience: edition.audience)
            blocks.append(.notice(.information, words))
        }
        var document = Document(title: title, blocks: blocks)
        document.page = Document.Page(of: edition, title: title.isEmpty ? register.name : title)
        return document
    }

    /// The caption of the table.
    static let caption = "Risks"

    private func isWritten(_ risk: Risk) -> Bool {
        switch risk.state {
        case .proposed, .active, .inactive: true
        case .closed: layout.holds("status")
        default: false
        }
    }

    /// Whether nothing happened to a register since the day of its document.
    private static func isUnchanged(_ register: RiskRegister, since day: CivilDate) -> Bool {
        register.risks.allSatisfy { risk in
            risk.history.allSatisfy {
                $0.on <= day || $0.kind == RiskFact.Name.approve.kind
                    || $0.kind == RiskFact.Name.close.kind
            }
        }
    }

    private func opening(
        of register: RiskRegister,
        _ risks: [Risk],
        isAsPrinted: Bool,
        on day: CivilDate,
        _ today: CivilDate
    ) -> [Document.Block] {
        var blocks: [Document.Block] = []
        let waiting = risks.count { $0.state == .proposed }
        if waiting > 0 { blocks.append(.paragraph(LayoutWords.proposed(waiting, on: today))) }
        for fact in layout.factLines {
            var words = register.page?.fact(fact.name)
            // What the document says of its day and its approval is not true of what came later.
            if !isAsPrinted, fact.name == "approved" { words = nil }
            if !isAsPrinted, fact.name == "date" { words = day.formatted("d MMMM yyyy") }
            guard let words else { continue }
            blocks.append(.paragraph(fact.template.filled { _ in words }))
        }
        return blocks + texts(.opening, of: register.page)
    }

    private func texts(_ place: RegisterPage.Text.Place, of page: RegisterPage?) -> [Document.Block]
    {
        (page?.texts ?? []).filter { $0.place == place }.map { text in
            guard let level = text.headingLevel else { return .prose(text.text) }
            return .heading(max(2, min(level, 6)), text.text.singleLine)
        }
    }
}
