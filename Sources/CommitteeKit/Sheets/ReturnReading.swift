// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What came of reading a sheet that a lead sent back.
///
/// Every word of it is counted once: as an answer, as held, as the sheet's own, or as standing outside the
/// answers. What is held is doubtful; it is shown with its line and recorded only when somebody accepts or
/// edits it.
public struct ReturnReading: Hashable, Sendable {
    /// The date of the report of which the sheet speaks, when it says so.
    public var date: CivilDate?
    /// The short name of the lead, when the sheet says it or its items tell.
    public var lead: String?
    /// The number of the return for which the sheet was made, when it says so.
    public var version: Int?
    /// How many returns of the lead there were when the text was held; nil for a sheet that was not.
    var heldAfter: Int?
    /// The answers in which nothing is doubtful.
    public var answers: [ReturnedAnswer]
    /// The role that answered, when it is one that the committee or its plan knows.
    public var answeredBy: String
    /// The day of the meeting at which a group agreed it, in words.
    public var groupMeeting: String
    /// What is doubtful, in the order of the sheet.
    public var held: [Held]
    /// What was found and needs no decision, such as a lead that was told by the numbers.
    public var notes: [Finding]
    /// The lines with words outside the answers, which are shown and never stored.
    public var outside: [Line]
    /// How many words there are, and what they are.
    public var account: Account

    /// A line of the sheet.
    public struct Line: Hashable, Sendable {
        /// Its number, counted from 1.
        public var number: Int
        /// Its words.
        public var text: String
    }

    /// Words of an answer that are not recorded until somebody decides.
    public struct Held: Hashable, Sendable {
        /// The number of the item as it stands in the sheet; empty where it is not known.
        public var number: String
        /// Why it is held, with its line.
        public var finding: Finding
        /// Whether it can be recorded as it was read, when somebody accepts it.
        public var isAcceptable: Bool
        /// The lines, without what e-mail did to them.
        public var lines: [Line]
    }

    /// How many words a sheet has, and what they are.
    public struct Account: Hashable, Sendable {
        /// The words that are recorded.
        public var answers = 0
        /// The words that are held.
        public var held = 0
        /// The words of the sheet itself.
        public var sheet = 0
        /// The words outside the answers.
        public var outside = 0

        /// All words of the sheet.
        public var total: Int { answers + held + sheet + outside }
    }

    init() {
        answers = []
        answeredBy = ""
        groupMeeting = ""
        held = []
        notes = []
        outside = []
        account = Account()
    }

    /// The name by which what is held is accepted: that of the sheet.
    public var reference: String {
        [date?.description ?? "unknown", lead ?? "unknown"].joined(separator: "/")
    }

    /// What is held, as a sheet that can be edited and received again.
    ///
    /// - Parameter round: The round to which it belongs.
    /// - Returns: The text; nil when nothing is held.
    public func heldSheet(of round: UpdateRound) -> String? {
        guard !held.isEmpty else { return nil }
        let sheet = lead ?? "unknown"
        var lines = [
            "PROGRESS UPDATE at \(round.date.formatted("d MMMM yyyy"))      ref "
                + "\(round.date)/\(sheet)/1",
            "Held back: nothing below is recorded yet. Correct it and receive this file, or accept it.",
            "Held back after: \(lead.flatMap { round.lead($0) }.map { round.returns(of: $0).count } ?? 0)",
        ]
        var shown: Set<Line> = []
        for part in held {
            lines.append("")
            lines.append("HELD \(part.finding.placeInWords): \(part.finding.message)")
            // Labels and numbers have no line of their own, and stand above every part.
            let fresh = part.lines.filter { $0.number == 0 || shown.insert($0).inserted }
            lines += fresh.map(\.text)
        }
        lines.append("[END]")
        return lines.joined(separator: "\n") + "\n"
    }
}
