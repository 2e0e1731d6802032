// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Period {
    /// The length of time in words that fit after “every”, such as `8 weeks` or `quarter`.
    package var afterEvery: String {
        count == 1 ? String(description.drop { $0 != " " }.dropFirst()) : description
    }
}
