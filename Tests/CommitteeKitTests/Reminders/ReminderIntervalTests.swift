// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite struct ReminderIntervalTests {
    @Test(arguments: [
        ("30 days", "30 days"), ("1 week", "1 week"), ("1 weeks", "1 week"),
        ("2 Months", "2 months"),
        ("10 working days", "10 working days"), ("1  working  day", "1 working day"),
        ("3 quarters", "3 quarters"), ("1 year", "1 year"), ("0 days", "0 days"),
        ("10000 days", "10000 days"),
    ])
    func lengthsAreReadFromWords(words: String, meaning: String) {
        #expect(ReminderInterval(words: words)?.description == meaning)
    }

    @Test(arguments: [
        "", " ", "days", "7", "-7 days", "+7 days", "1.5 weeks", "10001 days", "a week",
        "99999999999999999999 days", "7 fortnights", "7 working weeks", "٧ days", "7 days ago",
    ])
    func otherWordsAreNoLength(words: String) {
        #expect(ReminderInterval(words: words) == nil)
    }
}
