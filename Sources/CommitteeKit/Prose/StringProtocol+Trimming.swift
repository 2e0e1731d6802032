// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The text without white space at either end.
    package var trimmingSpace: String {
        let text = String(self)
        // Nearly all text begins and ends with something that is seen.
        if let first = text.utf8.first, let last = text.utf8.last, ASCII.isSeen(first),
            ASCII.isSeen(last)
        {
            return text
        }
        guard let start = text.firstIndex(where: { !$0.isWhitespace }),
            let end = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[start...end])
    }
}
