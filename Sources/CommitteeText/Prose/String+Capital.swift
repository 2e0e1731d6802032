// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The text with a capital at its beginning.
    package var sentence: String { prefix(1).uppercased() + dropFirst() }
}
