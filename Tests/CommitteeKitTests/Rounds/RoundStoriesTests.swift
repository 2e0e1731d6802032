// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

/// What happens in progress updates, as stories.
@Suite struct RoundStoriesTests {
    private static let asked = [
        "Warden: Asked, without 1.1 1.2", "Ranger: Asked, without 2.1",
        "Path Group: Asked, without 2.2",
    ]
    private static let late = [
        "Warden: Late, without 1.1 1.2", "Ranger: Late, without 2.1",
        "Path Group: Late, without 2.2",
    ]
    private static let noRound =
        "No progress update was opened yet. Open one first."
    private static let allClosed =
        "Every progress update is closed. Name the date of one, or open the next."

    static let stories: [RoundStory] = [
        RoundStory(description: "opened, nothing came yet", steps: [.open], leads: asked),
        RoundStory(
            description: "nothing came, the day is past",
            steps: [.open, .wait(20)],
            leads: late
        ),
        RoundStory(
            description: "nobody may answer before it is opened",
            steps: [.nothing("Warden"), .open],
            refused: [noRound],
            leads: asked
        ),
        RoundStory(
            description: "opened twice",
            steps: [.open, .open],
            refused: [
                "The progress update at 30 June 2031 was opened on 2031-06-01 already. Name another "
                    + "date."
            ],
            leads: asked
        ),
        RoundStory(
            description: "a lead answers for one item alone",
            steps: [.open, .receive("Warden", ["1.2": "Done since: Stile."])],
            leads: [
                "Warden: Returned in part, without 1.1", "Ranger: Asked, without 2.1",
                "Path Group: Asked, without 2.2",
            ]
        ),
        RoundStory(
            description: "the rest comes later",
            steps: [
                .open, .receive("Warden", ["1.2": "Done since: Stile."]),
                .receive("Warden", ["1.1": "Done since: Wall."]),
            ],
            leads: [
                "Warden: Returned", "Ranger: Asked, without 2.1", "Path Group: Asked, without 2.2",
            ]
        ),
        RoundStory(
            description: "a lead has more time, and the others do not",
            steps: [.open, .extend("Ranger", CivilDate(2031, 6, 25)), .wait(20)],
            leads: [
                "Warden: Late, without 1.1 1.2", "Ranger: Asked, without 2.1",
                "Path Group: Late, without 2.2",
            ]
        ),
        RoundStory(
            description: "more time for somebody who has answered",
            steps: [
                .open, .receive("Ranger", ["2.1": "Done since: Gate."]),
                .extend("Ranger", CivilDate(2031, 6, 25)),
            ],
            refused: [
                "Ranger has answered for everything. There is nothing to give more time for."
            ],
            leads: [
                "Warden: Asked, without 1.1 1.2", "Ranger: Returned",
                "Path Group: Asked, without 2.2",
            ]
        ),
        RoundStory(
            description: "nothing to report, and then something after all",
            steps: [
                .open, .nothing("Ranger"), .withdraw("Ranger"),
                .receive("Ranger", ["2.1": "Done since: Gate."]),
            ],
            leads: [
                "Warden: Asked, without 1.1 1.2", "Ranger: Returned",
                "Path Group: Asked, without 2.2",
            ]
        ),
        RoundStory(
            description: "a return is taken back and the lead is waited for",
            steps: [
                .open, .receive("Ranger", ["2.1": "Done since: Gate."]), .withdraw("Ranger"),
                .wait(20),
            ],
            leads: [
                "Warden: Late, without 1.1 1.2", "Ranger: Withdrawn, without 2.1",
                "Path Group: Late, without 2.2",
            ]
        ),
        RoundStory(
            description: "the lead of an item changes in mid-round",
            steps: [.open, .assign("1.2", "Shepherd")],
            leads: [
                "Warden: Asked, without 1.1", "Ranger: Asked, without 2.1",
                "Path Group: Asked, without 2.2", "Shepherd: Asked, without 1.2",
            ]
        ),
        RoundStory(
            description: "the plan's lead changes, and the round asks whom it asked",
            steps: [.open, .plan("2.1", .leadsSet(Leads(words: "Shepherd")))],
            leads: asked
        ),
        RoundStory(
            description: "a group is dissolved, and another lead answers for it",
            steps: [
                .open, .assign("2.2", "Ranger"), .receive("Ranger", ["2.2": "Done since: Path."]),
            ],
            leads: ["Warden: Asked, without 1.1 1.2", "Ranger: Returned in part, without 2.1"]
        ),
        RoundStory(
            description: "somebody answers for the item of another lead",
            steps: [.open, .receive("Ranger", ["1.1": "Done since: Wall."])],
            refused: [
                "[1.1] is asked of Warden, not of Ranger. Correct the number, or assign the item first."
            ],
            leads: asked
        ),
        RoundStory(
            description: "late after the paper: it is tabled and agreed all the same",
            steps: [
                .open, .wait(20), .paper,
                .receive(
                    "Ranger",
                    ["2.1": "Done since: Gate.|Colour and why: Amber, wood is dear"]
                ),
                .agree([:], others: true), .wait(7), .close,
            ],
            leads: [
                "Warden: Late, without 1.1 1.2", "Ranger: Tabled", "Path Group: Late, without 2.2",
            ],
            items: ["2.1: A, open, By 31 July 2031, Gate."]
        ),
        RoundStory(
            description: "the committee agrees another colour than was proposed",
            steps: [
                .open, .receive("Ranger", ["2.1": "Done since: Gate.|Colour and why: Green"]),
                .paper,
                .agree(["2.1": "Amber, the wood has not come"], others: false), .wait(30), .close,
            ],
            leads: [
                "Warden: Late, without 1.1 1.2", "Ranger: Returned",
                "Path Group: Late, without 2.2",
            ],
            items: ["2.1: A, open, By 31 July 2031, Gate."]
        ),
        RoundStory(
            description: "the coordinator's wording is what the report says",
            steps: [
                .open, .receive("Ranger", ["2.1": "Done since: we done the gate"]),
                .word("2.1", "The gate is mended."), .paper, .agree([:], others: true), .wait(30),
                .close,
            ],
            leads: [
                "Warden: Late, without 1.1 1.2", "Ranger: Returned",
                "Path Group: Late, without 2.2",
            ],
            items: ["2.1: G, open, By 31 July 2031, The gate is mended."]
        ),
        RoundStory(
            description: "finished and a new date, both as proposed",
            steps: [
                .open,
                .receive(
                    "Warden",
                    [
                        "1.1": "Done since: Wall.|Finished: 3 June 2031",
                        "1.2": "Done since: Stile.|New date wanted: 1 October 2031, wood is dear",
                    ]
                ), .paper, .agree([:], others: true), .wait(30), .close,
            ],
            leads: [
                "Warden: Returned", "Ranger: Late, without 2.1", "Path Group: Late, without 2.2",
            ],
            items: [
                "1.1: G, done, By 31 July 2031, Wall.", "1.2: G, open, By 1 October 2031, Stile.",
            ]
        ),
        RoundStory(
            description:
                "completed and reopened before the round closes: the round says nothing of it",
            steps: [
                .open, .plan("2.1", .completed), .plan("2.1", .reopened),
                .receive("Ranger", ["2.1": "Done since: Gate."]), .paper, .agree([:], others: true),
                .wait(30), .close,
            ],
            leads: [
                "Warden: Late, without 1.1 1.2", "Ranger: Returned",
                "Path Group: Late, without 2.2",
            ],
            items: ["2.1: G, open, By 31 July 2031, Gate."]
        ),
        RoundStory(
            description: "closed before everything is agreed",
            steps: [
                .open, .receive("Ranger", ["2.1": "Done since: Gate."]), .paper, .wait(30), .close,
            ],
            refused: ["The committee has not agreed 2.1. Record what it agrees first."],
            leads: [
                "Warden: Late, without 1.1 1.2", "Ranger: Returned",
                "Path Group: Late, without 2.2",
            ],
            items: ["2.1: G, open, By 31 July 2031, "]
        ),
        RoundStory(
            description: "no change is agreed and leaves the words that stand",
            steps: [
                .open, .receive("Ranger", ["2.1": "Done since: No change"]), .paper,
                .agree([:], others: true), .wait(30), .close,
            ],
            leads: [
                "Warden: Late, without 1.1 1.2", "Ranger: Returned",
                "Path Group: Late, without 2.2",
            ],
            items: ["2.1: G, open, By 31 July 2031, "]
        ),
        RoundStory(
            description: "what comes after the closing is for the next one",
            steps: [
                .open, .paper, .wait(30), .close, .nothing("Ranger"),
            ],
            refused: [allClosed],
            leads: late
        ),
    ]

    @Test(arguments: stories)
    func aStoryEndsAsItShould(_ story: RoundStory) async throws {
        let (refused, leads, items) = try await story.play()
        #expect(refused == story.refused)
        #expect(leads == story.leads)
        #expect(items == story.items)
    }
}
