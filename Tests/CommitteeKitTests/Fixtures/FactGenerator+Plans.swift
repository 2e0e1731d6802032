// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// What is said of plans and of their items.
extension FactGenerator {
    mutating func aboutPlan(_ kind: EntryKind) -> Change.Fact? {
        switch kind.rawValue {
        case "plan.drafted": .planDrafted(outline())
        case "plan.texts-set": .textsSet(list { $0.planText() })
        case "plan.key-wording-set":
            .keyWordingSet(
                list { KeyWording(letter: $0.pick(["G", "", "1/2"]), wording: $0.prose()) }
            )
        case "plan.footnotes-set":
            .footnotesSet(list { PlanFootnote(mark: $0.pick(["1", "*", ""]), text: $0.prose()) })
        case "plan.stated-facts-set":
            .statedFactsSet(
                list { StatedFact(name: $0.name(), words: $0.words { $0.sentence() }) }
            )
        case "plan.alignments-set":
            .alignmentsSet(
                list { generator in
                    let link = generator.maybe { "https://example.org/\($0.below(99))" }
                    return PlanAlignment(title: generator.sentence(), link: link)
                }
            )
        case "plan.check-stated": .checkStated(check())
        case "plan.approval-chain-set": .approvalChainSet(list { $0.name() })
        case "plan.submitted": .submitted(to: words { $0.name() })
        case "plan.approved": .approved(by: words { $0.name() })
        case "plan.published": .published(publication())
        case "plan.predecessors-named": .predecessorsNamed(list { $0.planID() })
        default: nil
        }
    }

    mutating func aboutItem(_ kind: EntryKind) -> Change.Fact? {
        switch kind.rawValue {
        case "action.added": .added(itemOutline())
        case "action.text-set": .textSet(prose())
        case "action.statement-set": .statementSet(prose())
        case "action.notes-set": .notesSet(list { $0.prose() })
        case "action.leads-set": .leadsSet(leads())
        case "action.timescale-set": .timescaleSet(timescale(depth: 0))
        case "action.status-reported":
            .statusReported(
                printed: words { $0.pick(["G", "On track", "Green – but “late”"]) },
                scheme: maybe { $0.name() }
            )
        case "action.progress-reported":
            .progressReported(prose(), asAt: maybe { $0.day() }, audience: turn(Audience.allCases))
        case "action.evidence-set": .evidenceSet(prose())
        case "action.expected-impact-set": .expectedImpactSet(prose())
        case "action.local-set": .localSet(name: name(), prose())
        case "action.goes-on": .goesOn
        case "action.completed": .completed
        case "action.renumbered": .renumbered(maybe { $0.pick(["1.2", "SR2", "12-01"]) })
        case "action.placed":
            .placed(
                ItemPlace(
                    list: turn(PlanList.standard),
                    parent: maybe { $0.itemID() },
                    after: maybe { $0.itemID() }
                )
            )
        case "action.reopened": .reopened
        case "action.left":
            .left(
                kind: turn(PlanExit.kinds + ["some other way"]),
                destination: maybe { $0.planID() }
            )
        case "action.predecessors-named": .itemPredecessorsNamed(list { $0.reference() })
        case "action.audience-set": .audienceSet(turn(Audience.allCases))
        case "action.lead-roles-set":
            .leadRolesSet(returner: maybe { $0.name() }, keyPeople: list { $0.name() })
        default: nil
        }
    }

    private mutating func outline() -> PlanOutline {
        PlanOutline(
            title: words { $0.sentence() },
            period: span(),
            levels: list { generator in
                let plural = generator.maybe { $0.pick(["oxen", "priorities", "people"]) }
                return LevelName(
                    generator.pick(["Priority", "ox", "key question"]),
                    plural: plural
                )
            },
            layout: maybe { $0.name() },
            scheme: maybe { $0.name() },
            counting: CountingRules(
                atPublication: turn(CountingRules.AtPublication.allCases),
                countedExits: list { $0.pick(["withdrawn", "transferred", "merged"]) }
            )
        )
    }

    private mutating func planText() -> PlanText {
        PlanText(
            place: pick(PlanText.Place.allCases),
            headingLevel: maybe { 1 + $0.below(4) },
            text: prose()
        )
    }

    private mutating func check() -> ProgressCheck {
        ProgressCheck(
            date: maybe { $0.day() },
            words: words { $0.sentence() },
            name: words { $0.name() },
            total: maybe { $0.below(60) },
            completed: maybe { $0.below(60) },
            added: maybe { $0.below(9) },
            ongoing: maybe { $0.below(60) },
            isStated: variation % 4 != 3
        )
    }

    private mutating func publication() -> Publication {
        Publication(
            issue: below(5),
            mediaType: maybe { $0.pick(["text/html", "text/markdown; charset=utf-8"]) },
            hash: maybe { Hexadecimal.text([UInt8($0.below(256)), 0, 255]) },
            byteCount: maybe { $0.below(100_000) },
            asOf: maybe { $0.day() },
            audience: isGiven() ? turn(Audience.allCases) : nil,
            report: maybe { $0.name() }
        )
    }

    private mutating func itemOutline() -> ItemOutline {
        ItemOutline(
            list: turn(PlanList.standard),
            level: below(5),
            parent: maybe { $0.itemID() },
            after: maybe { $0.itemID() },
            number: maybe { $0.itemID() },
            text: prose()
        )
    }

    /// Leads; whether who returns the update survives is for the fixtures to say.
    private mutating func leads() -> Leads {
        var leads = Leads(words: prose(), names: maybe { $0.list { $0.name() } })
        if variation % 8 == 7 {
            leads.returner = leads.names.first
            leads.keyPeople = Array(leads.names.dropFirst())
        }
        return leads
    }

    private mutating func timescale(depth: Int) -> Timescale {
        Timescale(
            words: words { $0.sentence() },
            reading: reading(depth == 0 ? variation % 17 : below(17), depth: depth),
            confidence: pick(Timescale.Confidence.allCases),
            doubt: maybe { $0.sentence() }
        )
    }

    private mutating func reading(_ number: Int, depth: Int) -> Timescale.Reading {
        switch number {
        case 0: .none
        case 1: .by(day(), qualifier: maybe { $0.sentence() })
        case 2: .on(day())
        case 3: .span(span(), isOngoing: below(2) == 0)
        case 4: .ongoing
        case 5: .onDemand
        case 6: .recurring(recurrence())
        case 7:
            .relativeToMeeting(
                MeetingReference(
                    bodies: list { $0.name() },
                    moment: pick(MeetingReference.Moment.allCases),
                    recurrence: maybe { $0.recurrence() }
                )
            )
        case 8: .document(sentence())
        case 9: .asAbove
        case 10: .stateWord(sentence())
        case 11: .milestones(depth > 1 ? [] : list { $0.timescale(depth: depth + 1) })
        case 12: .within(period())
        case 13: .condition(sentence())
        case 14: .accept
        case 15: .dayWithoutYear(month: 1 + below(12), day: 1 + below(31))
        default: .unread
        }
    }

    private mutating func recurrence() -> Recurrence {
        Recurrence(
            every: period(),
            count: below(6),
            what: maybe { $0.sentence() },
            orAsRequired: below(2) == 0,
            during: maybe { $0.span() }
        )
    }
}
