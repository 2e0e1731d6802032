// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension CivilDate {
    /// The day in words, such as `31 October 2026`.
    var inWords: String { formatted("d MMMM yyyy") }
}

extension CivilSpan {
    /// The span in words that fit after “it is held”.
    var inWords: String {
        switch (from, until) {
        case (let from?, let until?): "from \(from.inWords) to \(until.inWords)"
        case (let from?, nil): "from \(from.inWords)"
        case (nil, let until?): "until \(until.inWords)"
        case (nil, nil): "all the time"
        }
    }
}
