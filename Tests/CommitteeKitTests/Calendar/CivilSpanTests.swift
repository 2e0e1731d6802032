// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Civil span and date bound")
struct CivilSpanTests {
    private let plan = CivilSpan(CivilDate(2023, 4, 1)...CivilDate(2026, 7, 31))

    @Test func containsBothItsEnds() {
        #expect(plan.contains(CivilDate(2023, 4, 1)))
        #expect(plan.contains(CivilDate(2026, 7, 31)))
        #expect(!plan.contains(CivilDate(2023, 3, 31)))
        #expect(!plan.contains(CivilDate(2026, 8, 1)))
        #expect(CivilSpan.always.contains(.earliest))
        #expect(CivilSpan(CivilDate(2023, 4, 1)...).contains(.latest))
        #expect(!CivilSpan(...CivilDate(2023, 4, 1)).contains(.latest))
    }

    @Test func overlapsWhatSharesADay() {
        #expect(plan.overlaps(CivilSpan(CivilDate(2026, 7, 31)...)))
        #expect(!plan.overlaps(CivilSpan(CivilDate(2026, 8, 1)...)))
        #expect(plan.overlaps(CivilSpan(...CivilDate(2023, 4, 1))))
        #expect(!plan.overlaps(CivilSpan(...CivilDate(2023, 3, 31))))
        #expect(plan.overlaps(.always))
    }

    @Test func refusesAnEndBeforeItsBeginning() {
        #expect(CivilSpan(from: CivilDate(2024, 1, 2), until: CivilDate(2024, 1, 1)) == nil)
        #expect(CivilSpan(from: CivilDate(2024, 1, 1), until: CivilDate(2024, 1, 1)) != nil)
        #expect(CivilSpan(from: nil, until: nil) == .always)
    }

    @Test func isWrittenAsISODates() {
        #expect(plan.description == "2023-04-01/2026-07-31")
        #expect(CivilSpan.always.description == "../..")
    }

    @Test func isNotKnownBeforeItsBound() {
        let completed = DateBound.by(CivilDate(2023, 10, 31))
        #expect(!completed.isKnown(on: CivilDate(2023, 10, 15)))
        #expect(completed.isKnown(on: CivilDate(2023, 10, 31)))
        #expect(!completed.isExact)
        #expect(completed.description == "by 2023-10-31")
        #expect(DateBound.on(CivilDate(2023, 10, 31)).isExact)
    }
}
