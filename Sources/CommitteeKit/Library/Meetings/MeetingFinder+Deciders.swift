// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Whether the meeting, the item or the decision is there that is said to have settled something.

extension MeetingFinder {
    /// Checks that a meeting, an item of its agenda or a decision in its minute exists.
    ///
    /// A committee that keeps none of the body's meetings here may name any.
    ///
    /// - Parameter reference: What is said to have settled something, such as `cpc/2023-12-05#5b` or
    ///   `cpc/C1`; empty when nobody says.
    /// - Throws: ``LibraryError`` with the closest one when it does not exist.
    public func checkDecider(_ reference: String) throws(LibraryError) {
        guard !reference.isEmpty else { return }
        if let known = decisions.first(where: { $0.reference == reference }) {
            guard known.decidedOn == nil else { return }
        }
        guard let parts = Meeting.parts(of: reference) else {
            let between = decisions.map(\.reference)
            throw LibraryError(
                .refused,
                "“\(reference)” names no decision. Write a meeting with an item or a code, such as "
                    + "cpc/2023-12-05#5b. "
                    + (between.isEmpty
                        ? "" : ClosestName.suggestion(for: reference, in: between))
            )
        }
        let held = allMeetings.filter { $0.body == parts.body }
        guard !held.isEmpty else { return }
        guard let meeting = held.first(where: { $0.planned == parts.planned }) else {
            throw LibraryError(
                .notFound,
                "The meeting \(parts.body)/\(parts.planned) was not called. "
                    + ClosestName.suggestion(
                        for: "\(parts.body)/\(parts.planned)",
                        in: held.map(\.reference)
                    )
            )
        }
        guard let code = parts.code else { return }
        let known =
            meeting.agenda.map(\.number) + (meeting.minute?.items.map(\.number) ?? [])
            + (meeting.minute?.codes.map(\.code) ?? [])
        // Before its agenda is set nobody knows which items a meeting has.
        guard !known.isEmpty, !known.contains(code) else { return }
        let codes = known.reduce(into: [String]()) { all, code in
            if !all.contains(code) { all.append(code) }
        }
        throw LibraryError(
            .notFound,
            "\(meeting.title) has no item and no decision “\(code)”. "
                + ClosestName.suggestion(for: code, in: codes)
        )
    }
}
