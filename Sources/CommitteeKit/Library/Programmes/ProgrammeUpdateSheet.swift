// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An update of a programme as a sheet that people fill in, area by area: plain text that survives e-mail, or a
/// table.
///
/// ```swift
/// let sheet = try ProgrammeUpdateSheet(of: edition, plan: "improvement-2026", after: 0)
/// let reading = try ProgrammeUpdateSheet.read(returned, source: "update.txt", against: edition) { _ in nil }
/// ```
///
/// It is written of an edition for the committee: an area of which the committee may not know is not on it.
public struct ProgrammeUpdateSheet: Hashable, Sendable {
    /// The sheet as plain text.
    public let text: String
    /// The sheet as comma-separated values, with the same labels.
    public let csv: String
    /// The number of the update.
    public let number: Int

    /// The words with which the sheet begins.
    public static let title = "PROGRAMME UPDATE"
    static let end = "[END]"
    static let introduction = "Introduction"
    static let says = "Says"
    static let columns = ["Ref", "Area", "Led by", "Last said", "Says"]

    /// Writes a sheet, filled in as the update is so far.
    ///
    /// - Parameters:
    ///   - edition: The record, cut for the committee itself.
    ///   - plan: The plan of the programme.
    ///   - wanted: The number of the update; the next one when nil.
    ///   - entries: How many entries about the update the record has, by ``entries(about:in:for:)``: a sheet that comes
    ///     back is compared with the update as it was then.
    /// - Throws: ``LibraryError`` when there is no such programme, or the update was issued.
    public init(
        of edition: Edition,
        plan: String,
        number wanted: Int? = nil,
        after entries: Int
    ) throws(LibraryError) {
        let state = edition.programmeState
        guard let programme = state.programme(plan) else {
            throw LibraryError(
                .notFound,
                "There is no programme “\(plan)” for the committee. "
                    + (state.programmes.isEmpty
                        ? "Begin one on a plan, with committee programme begin."
                        : ClosestName.suggestion(for: plan, in: state.programmes.map(\.id)))
            )
        }
        let issued = state.issuedUpdates(of: programme)
        let number = wanted ?? Self.nextNumber(of: programme, in: state)
        if let done = issued.first(where: { $0.number == number }), let day = done.issuing?.on {
            throw LibraryError(
                .refused,
                "Update \(number) was issued on \(day.inWords), so nothing more is written in it. Write number "
                    + "\((issued.last?.number ?? number) + 1)."
            )
        }
        self.number = number
        let update = state.updates.first { $0.plan == plan && $0.number == number }
        let last = issued.last { $0.number < number }
        let due = state.nextUpdate(of: programme).flatMap { $0.number == number ? $0.due : nil }
        let reference = "\(plan)/\(number)/\(entries)"
        var lines = [
            "\(Self.title) \(number): \(SheetText.line(programme.name))"
                + (due.map { ", due by \($0.inWords)" } ?? "") + "   ref \(reference)",
            "Write below “\(Self.says)” what is new in each area since the last update, or “Nothing new”. An area that "
                + "is left empty stays as it is. These words are published. Never name or describe a child, a family "
                + "or a case.",
            "", "\(Self.introduction): \(SheetText.line(update?.introduction.singleLine ?? ""))",
        ]
        var rows = [Self.columns]
        rows.append([
            reference, "[\(Self.introduction)]", "", "",
            SheetText.line(update?.introduction.singleLine ?? ""),
        ])
        for area in edition.areas(of: programme) {
            let led = area.leads.joined(separator: ", ")
            let before = last?.words(of: area.item.id).map { SheetText.line($0.shown.singleLine) }
            let now =
                update?.words(of: area.item.id).map { SheetText.line($0.shown.singleLine) } ?? ""
            lines += [
                "",
                "[\(area.key)] \(SheetText.line(area.item.text.singleLine))"
                    + (led.isEmpty ? "" : " (\(SheetText.line(led)))"),
            ]
            if let before, let day = last?.issuing?.on {
                lines.append("Last said on \(day.inWords): “\(before)”")
            }
            lines.append("\(Self.says):\(now.isEmpty ? "" : " \(now)")")
            rows.append([reference, "[\(area.key)]", SheetText.line(led), before ?? "", now])
        }
        text = (lines + ["", Self.end]).joined(separator: "\n") + "\n"
        csv =
            "\u{FEFF}"
            + rows.map { $0.map(ReturnSheet.csvCell).joined(separator: ",") }
            .joined(separator: "\r\n") + "\r\n"
    }

    /// Returns the number of the update that is to be written: the draft that there is, else the next one.
    ///
    /// - Parameters:
    ///   - programme: The programme.
    ///   - state: The programmes.
    /// - Returns: The number.
    public static func nextNumber(of programme: Programme, in state: ProgrammesState) -> Int {
        let last = state.issuedUpdates(of: programme).last?.number ?? 0
        let draft = state.updates.first {
            $0.plan == programme.id && $0.issuing == nil && $0.number > last
        }
        return draft?.number ?? last + 1
    }

    /// Returns the entries about an update that a sheet for the committee shows: those about areas of which the
    /// committee may not know do not count.
    ///
    /// - Parameters:
    ///   - update: The update.
    ///   - entries: The entries of the journal.
    ///   - edition: The record, cut for the committee itself.
    /// - Returns: The entries, in sequence.
    public static func entries(
        about update: SubjectReference,
        in entries: [Entry],
        for edition: Edition
    ) -> [Entry] {
        let plan = String(update.id.prefix { $0 != "#" })
        let shown = Set(edition.plans.first { $0.id == plan }?.items.map(\.id) ?? [])
        return entries.filter { entry in
            guard entry.subject == update else { return false }
            return entry.payload["area"]?.text.map(shown.contains) ?? true
        }
    }
}
