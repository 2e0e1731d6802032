// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// A programme in which everything happens that can.
extension EveryKindJournal {
    mutating func recordProgrammes() async throws {
        day = CivilDate(2026, 12, 29)
        by = "lead-officer"
        let programme = SubjectReference.programme(Programme.self, Self.plan)
        typealias Entries = Programme.Entries
        try await append([
            draft(programme, Entries.title.fact("Glenmore programme")),
            draft(programme, Entries.lead.fact("Lead Officer")),
            draft(programme, Entries.weeks.fact(6)),
            draft(programme, Entries.firstUpdate.fact(CivilDate(2026, 12, 30))),
            draft(programme, Entries.reporting.fact(CivilDate(2027, 12, 31))),
            draft(programme, Entries.indicators.fact(["referrals"])),
            draft(programme, Entries.audience.fact(.public)),
            draft(
                programme,
                .programmeAreaSet(
                    ProgrammeArea(
                        "1",
                        ledBy: "Hearings Body",
                        elsewhere: true,
                        document: "practice-guide"
                    )
                )
            ),
            draft(
                programme,
                .programmeMeetingSet(
                    ProgrammeMeeting(
                        "committee/2026-12-10",
                        summary: "Slides were *shown*.",
                        documents: ["practice-guide"]
                    )
                )
            ),
        ])
        try await recordMilestonesAndTrials()
        try await recordUpdates()
        try await recordRecommendations()
        day = CivilDate(2027, 12, 30)
        try await append([draft(programme, .programmeEnded(ProgrammeStep(note: "It is done.")))])
    }

    private var meeting: String { "committee/2026-12-10#1" }

    private mutating func recordMilestonesAndTrials() async throws {
        func milestone(_ mark: String) -> SubjectReference {
            .programme(ProgrammeMilestone.self, "\(Self.plan)#\(mark)")
        }
        func trial(_ mark: String) -> SubjectReference {
            .programme(ProgrammeTrial.self, "\(Self.plan)#\(mark)")
        }
        let later = CivilDate(2027, 2, 1)
        let (toolkit, leaflet) = (milestone("toolkit"), milestone("leaflet"))
        let (test, other) = (trial("test"), trial("other-test"))
        typealias Trials = ProgrammeTrial.Entries
        try await append([
            draft(toolkit, ProgrammeMilestone.Entries.title.fact("A toolkit is chosen")),
            draft(toolkit, ProgrammeMilestone.Entries.area.fact("1")),
            draft(toolkit, ProgrammeMilestone.Entries.audience.fact(.partners)),
            draft(toolkit, ProgrammeMilestone.Entries.audience.fact(.public)),
            draft(toolkit, .milestonePlanned(MilestonePlan(MilestoneDay(CivilDate(2026, 12, 31))))),
            draft(leaflet, ProgrammeMilestone.Entries.title.fact("A leaflet is printed")),
            draft(leaflet, .milestoneDropped(ProgrammeStep(note: "Nobody reads them."))),
            draft(test, Trials.title.fact("Test of the toolkit")),
            draft(test, Trials.area.fact("1")),
            draft(test, Trials.sites.fact(["North", "West", "Isles"])),
            draft(test, Trials.partners.fact(["Town College"])),
            draft(test, Trials.lead.fact("Lead Officer")),
            draft(test, Trials.starts.fact(CivilDate(2027, 1, 4))),
            draft(test, Trials.ends.fact(CivilDate(2027, 3, 31))),
            draft(test, Trials.audience.fact(.partners)),
            draft(test, .trialBegun(ProgrammeStep(at: meeting, note: "In all three."))),
            draft(other, Trials.title.fact("Another test")),
            draft(other, .trialDropped(ProgrammeStep(note: "One is enough."))),
        ])
        try await append([
            draft(
                toolkit,
                .milestoneMissed(ProgrammeStep(note: "Two sites asked for time.")),
                on: later
            ),
            draft(
                toolkit,
                .milestonePlanned(
                    MilestonePlan(
                        MilestoneDay(monthOf: CivilDate(2027, 2, 1)),
                        why: "Two sites *asked*."
                    )
                ),
                on: later
            ),
            draft(toolkit, .milestoneMet(ProgrammeStep(at: meeting)), on: CivilDate(2027, 2, 20)),
            draft(
                test,
                .trialEnded(ProgrammeStep(note: "It works in two.")),
                on: CivilDate(2027, 3, 31)
            ),
        ])
    }

    private mutating func recordUpdates() async throws {
        let update = SubjectReference.programme(ProgrammeUpdate.self, "\(Self.plan)#1")
        try await append([
            draft(update, ProgrammeUpdate.Entries.introduction.fact("Hello, and *welcome*.")),
            draft(update, .updateSaid(AreaUpdate("1", "Two toolkits are compared."))),
            draft(update, .updateSaid(AreaUpdate("1", nil)), on: CivilDate(2026, 12, 30)),
            draft(
                update,
                .updateIssued(ProgrammeStep(note: "By e-mail.")),
                on: CivilDate(2026, 12, 30)
            ),
            draft(
                update,
                .updateSent(
                    UpdateSending(to: "Subscribers", count: 240, document: "practice-guide")
                ),
                on: CivilDate(2026, 12, 30)
            ),
            draft(
                update,
                .updateReplied(UpdateReplies(12, suggestions: 3)),
                on: CivilDate(2027, 1, 10)
            ),
        ])
    }

    private mutating func recordRecommendations() async throws {
        let one = SubjectReference.programme(ProgrammeRecommendation.self, "\(Self.plan)#r1")
        typealias Entries = ProgrammeRecommendation.Entries
        try await append([
            draft(one, Entries.words.fact("One toolkit for *all* areas.")),
            draft(one, Entries.area.fact("1")),
            draft(one, Entries.audience.fact(.partners)),
            draft(
                one,
                .recommendationMade(
                    RecommendationMaking(
                        to: "Ministers",
                        from: "Practice Group",
                        at: meeting,
                        document: "practice-guide",
                        answerBy: CivilDate(2027, 3, 1)
                    )
                )
            ),
            draft(
                one,
                .recommendationAnswered(
                    RecommendationAnswer(.partly, "From 2028 on.", at: meeting)
                ),
                on: CivilDate(2027, 3, 1)
            ),
            draft(
                one,
                .recommendationFollowed(
                    RecommendationOutcome("Two areas begin.", action: "\(Self.plan)#1.2")
                ),
                on: CivilDate(2027, 3, 2)
            ),
        ])
    }
}
