// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit

extension Entry {
    /// An entry of a journal that nobody keeps.
    static func sample(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        sequence: Int
    ) -> Entry {
        Entry(
            provisional: Change(subject, fact).draft(effective: CivilDate(2020, 1, 1), by: "clerk"),
            sequence: sequence
        )
    }
}
