// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Edition {
    /// The roles of the committee's seats that nobody holds on the day of the edition, each with why.
    ///
    /// A role counts by its identifier, its title and its other names. One that has several seats is vacant when
    /// none of them is held; one that has no seat is not among them, nor is one of which no term is known.
    ///
    /// - Complexity: O(*n*) in the number of seats.
    public var vacantOffices: [String: String] {
        guard let profile = committeeProfile else { return [:] }
        let seats = Dictionary(grouping: profile.seats, by: \.roleID)
        var vacant: [String: String] = [:]
        for role in profile.roles {
            guard let own = seats[role.id], !own.contains(where: { $0.isInOffice(on: asOf) }) else {
                continue
            }
            let why = Self.vacancy(of: own, on: asOf)
            for name in [role.id, role.title] + role.aliases { vacant[name] = why }
            for seat in own { vacant[seat.id] = why }
        }
        return vacant
    }

    private static func vacancy(of seats: [Member], on day: CivilDate) -> String {
        if seats.allSatisfy({ !$0.hasSeat(on: day) }), let last = seats.compactMap(\.ended).max() {
            return "the seat ended on \(last.formatted("d MMMM yyyy"))"
        }
        let terms = seats.flatMap(\.terms)
        if let last = terms.compactMap(\.span.until).filter({ $0 < day }).max() {
            return "the last term ended on \(last.formatted("d MMMM yyyy"))"
        }
        if let next = terms.compactMap(\.span.from).filter({ $0 > day }).min() {
            return "the next term begins on \(next.formatted("d MMMM yyyy"))"
        }
        return "no term covers the day"
    }
}
