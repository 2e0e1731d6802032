// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The text without white space at either end.
    @inlinable
    package var trimmingSpace: String {
        String(self).trimmed
    }
}

extension String {
    /// The text without white space at either end.
    @usableFromInline var trimmed: String {
        // Nearly all text begins and ends with something that is seen.
        if let first = utf8.first, let last = utf8.last, ASCII.isSeen(first),
            ASCII.isSeen(last)
        {
            return self
        }
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
