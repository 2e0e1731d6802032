// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The sentences that a layout adds of itself, which reading must know again and leave out.
enum LayoutWords {
    static func draft(on day: CivilDate, state: DocumentState) -> String {
        "This plan was a draft on \(day.formatted("d MMMM yyyy"))"
            + (state == .submitted ? ", submitted for approval." : ", not yet approved.")
    }

    static func proposed(_ count: Int, on day: CivilDate) -> String {
        "\(count) \(count == 1 ? "risk" : "risks") of this register had been proposed and not yet "
            + "approved on \(day.formatted("d MMMM yyyy"))."
    }

    static func leftOut(_ what: [String], audience: Audience) -> String {
        "Left out of this edition for the audience “\(audience.rawValue)”: "
            + what.map { "some \($0)" }.joined(separator: ", ") + "."
    }

    static func isOwn(_ line: String) -> Bool {
        guard line.hasSuffix("."), line.utf8.count <= 300 else { return false }
        let key = line.comparisonKey
        return key.contains("this plan was a draft on ")
            || key.contains(" of this register had been proposed and not yet approved on ")
            || key.contains("left out of this edition for the audience ")
    }

    /// The heading above text that would otherwise seem to stand below the last item of a plan.
    static let rest = "Also in this document"

    /// The headings of the key when it is written as a table.
    static let keyColumns = ["Key", "Meaning"]
}
