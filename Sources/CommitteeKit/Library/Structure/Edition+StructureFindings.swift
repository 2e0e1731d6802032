// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Edition {
    /// Returns what does not fit together in who is who: seats that are vacant, names of nothing, and leads
    /// that are tied to nothing.
    ///
    /// - Parameter glossary: More names of leads, such as those that a layout declares.
    /// - Returns: A sentence or two for each, saying what to do.
    /// - Complexity: O(*n*) in the size of the structure and of the plans.
    public func structureFindings(glossary: LeadGlossary? = nil) -> [String] {
        guard let profile = committeeProfile else { return [] }
        let page = StructurePage(self)
        let bodies = [profile.body.id] + profile.bodies.map(\.id) + profile.workingGroups.map(\.id)
        var found: [String] = []
        for body in bodies {
            for seat in page.seats(of: body) where !seat.isInOffice(on: asOf) {
                found.append(
                    "The \(seat.isCore ? "core " : "")seat “\(page.name(seat.roleID))” on "
                        + "“\(page.name(body))” is vacant. Record a term of office, or end the seat."
                )
            }
        }
        for id in profile.danglingIDs() {
            found.append(
                "“\(id)” is named and nothing has that identifier. Record it, or correct it."
            )
        }
        return found + untiedLeads(glossary: glossary).map(\.message)
    }
}
