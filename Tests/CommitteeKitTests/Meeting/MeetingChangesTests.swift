// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("What has changed in the meetings and in the working days, in words")
struct MeetingChangesTests {
    private static let june = CivilDate(2026, 6, 1)

    private static func series(_ change: (inout Cadence) -> Void = { _ in }) throws -> MeetingSeries
    {
        var cadence = try Cadence(every: Period(1, .quarters), from: CivilDate(2026, 3, 1))
        change(&cadence)
        return MeetingSeries(body: "cog", name: "Chief officers", cadence: cadence)
    }

    private func sentences(from old: MeetingSeries?, to new: MeetingSeries) -> [String] {
        var (earlier, later) = (MeetingsState(), MeetingsState())
        earlier.meetings = old.map { [$0] } ?? []
        later.meetings = [new]
        return MeetingsState.table.sentences(from: earlier, to: later, of: "The committee")
            .map(\.sentence)
    }

    @Test func plannedMeetingsAreTold() throws {
        let said = try sentences(from: nil, to: Self.series { $0.cancelled = [Self.june] })
        #expect(
            said == [
                "“Chief officers” meets every quarter from 1 March 2026.",
                "The meeting of “Chief officers” on 1 June 2026 is cancelled.",
            ]
        )
        #expect(try sentences(from: Self.series(), to: Self.series()) == [])
    }

    @Test func eachExceptionIsTold() throws {
        let changed = try Self.series {
            $0.until = CivilDate(2028, 3, 31)
            $0.moved = [Self.june: Self.june + 2]
            $0.added = [CivilDate(2026, 7, 1)]
        }
        #expect(
            try sentences(from: Self.series(), to: changed) == [
                "“Chief officers” meets every quarter from 1 March 2026 until 31 March 2028; before "
                    + "every quarter from 1 March 2026.",
                "The meeting of “Chief officers” on 1 June 2026 is moved to 3 June 2026.",
                "“Chief officers” also meets on 1 July 2026.",
            ]
        )
        #expect(
            try sentences(from: changed, to: Self.series { $0.until = CivilDate(2028, 3, 31) }) == [
                "The meeting of “Chief officers” on 1 June 2026 is no longer moved.",
                "“Chief officers” does not meet on 1 July 2026, which had been added.",
            ]
        )
        #expect(
            try sentences(from: Self.series { $0.cancelled = [Self.june] }, to: Self.series())
                == ["The meeting of “Chief officers” on 1 June 2026 is no longer cancelled."]
        )
    }

    @Test func workingDaysAreTold() {
        var (earlier, later) = (MeetingsState(), MeetingsState())
        later.workingCalendar = .scotland
        let table = MeetingsState.table
        #expect(
            table.sentences(from: earlier, to: later, of: "The committee").map(\.sentence) == [
                "The committee works on every Monday, Tuesday, Wednesday, Thursday, Friday that is no "
                    + "bank holiday."
            ]
        )
        earlier.workingCalendar = .scotland
        later.workingCalendar = WorkingCalendar(
            rules: HolidayRule.scotland,
            added: [Self.june],
            removed: [CivilDate(2026, 11, 30)]
        )
        #expect(
            table.sentences(from: earlier, to: later, of: "The committee").map(\.sentence) == [
                "The committee does not work on 1 June 2026.",
                "The committee works on 30 November 2026, though it is a bank holiday.",
            ]
        )
    }
}
