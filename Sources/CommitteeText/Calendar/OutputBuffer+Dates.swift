// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension OutputBuffer {
    /// Appends a day as "31 October 2026".
    mutating func append(_ date: CivilDate) {
        let (year, month, day) = date.parts
        append(day)
        append(Self.monthNames[month - 1])
        append(year)
    }

    private static let monthNames: [StaticString] = [
        " January ", " February ", " March ", " April ", " May ", " June ", " July ", " August ",
        " September ", " October ", " November ", " December ",
    ]
}
