// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit

// What is said of the parts of a committee: its bodies, groups and seats, and whose a plan is.
extension FactGenerator {
    mutating func aboutStructure(_ kind: EntryKind) -> Change? {
        switch kind.rawValue {
        case "committee.functions-set":
            return Change(.committee, .functionsSet(list { $0.function() }))
        case "committee.reporting-lines-set":
            return Change(.committee, .reportingLinesSet(list { $0.reportingLine() }))
        case "committee.plan-bodies-set":
            let bodies = PlanBodies(
                planID: planID(),
                ownerID: maybe { $0.name() },
                coordinatorID: maybe { $0.name() },
                overseerID: maybe { $0.name() }
            )
            return Change(.plan(bodies.planID), .planBodiesSet(bodies))
        case "seat.term-set":
            let first = day()
            let term = Member.Term(
                from: first,
                until: maybe { first + $0.below(1500) },
                holderID: maybe { $0.pick(["p-17", "depute", "00A3"]) },
                inducted: maybe { first + $0.below(60) }
            )
            return Change(.seat(name()), Member.Seats.term.fact(term))
        case "group.life-set":
            let life = GroupLifetime(span(), isShort: below(2) == 0)
            return Change(.group(name()), WorkingGroup.Entries.life.fact(life))
        case "group.remit-set":
            let remit = maybe { generator in
                Remit(
                    purpose: generator.sentence(),
                    tasks: generator.list { $0.sentence() },
                    decides: generator.list { $0.sentence() },
                    agreed: generator.maybe { $0.day() },
                    agreedByBodyID: generator.maybe { $0.name() }
                )
            }
            return Change(.group(name()), WorkingGroup.Entries.remit.fact(remit))
        default: return declared(kind)
        }
    }

    /// What a field of a part brings itself.
    private mutating func declared(_ kind: EntryKind) -> Change? {
        let found: [(subject: (String) -> SubjectReference, samples: [Change.Fact])] = [
            ({ .body($0) }, Body.table[kind]?.samples ?? []),
            ({ .group($0) }, WorkingGroup.table[kind]?.samples ?? []),
            ({ .seat($0) }, Member.table[kind]?.samples ?? []),
        ]
        guard let part = found.first(where: { !$0.samples.isEmpty }) else { return nil }
        return Change(part.subject(name()), turn(part.samples))
    }

    private mutating func function() -> Function {
        Function(
            id: name(),
            title: sentence(),
            words: words { $0.sentence() },
            source: maybe { Citation(title: $0.sentence(), edition: $0.words { $0.name() }) }
        )
    }

    private mutating func reportingLine() -> ReportingLine {
        ReportingLine(
            fromBodyID: name(),
            toBodyID: name(),
            what: sentence(),
            timescale: words { $0.sentence() },
            cadence: words { $0.sentence() },
            source: maybe { Citation(title: $0.sentence(), edition: $0.words { $0.name() }) }
        )
    }
}
