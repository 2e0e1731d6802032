// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// What is said of risks and of their registers.
extension FactGenerator {
    mutating func aboutRisk(_ name: RiskFact.Name) -> RiskFact {
        switch name {
        case .propose: .proposed(proposal())
        case .reword: .worded(wording())
        case .categorise: .categorised(words { $0.name() })
        case .assign: .assigned(owner: maybe { $0.name() }, manager: maybe { $0.name() })
        case .show: .visibilitySet(turn(Audience.allCases))
        case .approve: .approved(by: self.name())
        case .assess: .assessed(turn(RiskScoreKind.allCases), assessment())
        case .control: .controlSet(control())
        case .uncontrol: .controlRemoved(self.name())
        case .evidence:
            .evidenceSeen(
                control: self.name(),
                words: words { $0.sentence() },
                next: maybe { $0.day() }
            )
        case .treat:
            .treated(
                isGiven() ? turn(Risk.Treatment.allCases) : nil,
                actions: list { $0.reference() }
            )
        case .aim: .targetDateSet(turn([nil, .accept, .by(day()), .by(day())]))
        case .appetite:
            .appetiteSet(turn([nil, .band(self.name()), .score(below(26)), .score(-1)]))
        case .timing:
            .timed(proximity: words { $0.sentence() }, velocity: words { $0.sentence() })
        case .link:
            .linked(list { Risk.Link($0.pick(Risk.Link.Kind.allCases), $0.reference()) })
        case .interval: .reviewIntervalSet(maybe { $0.period() })
        case .reviewBy: .reviewDateSet(maybe { $0.day() })
        case .renumber: .renumbered(maybe { $0.riskID() })
        case .column: .columnSet(name: self.name(), words { $0.sentence() })
        case .review: .reviewed(outcome: words { $0.sentence() }, next: maybe { $0.day() })
        case .escalate: .escalated(to: self.name())
        case .deescalate: .deescalated(to: self.name())
        case .accept:
            .accepted(
                by: self.name(),
                until: maybe { $0.day() },
                conditions: words { $0.sentence() }
            )
        case .deactivate: .deactivated
        case .replace: .replaced(by: list { $0.riskID() })
        case .close: .closed(outcome: words { $0.sentence() })
        case .reopen: .reopened
        case .enter:
            .stateEntered(
                Risk.WorkflowState(
                    RiskState(self.name()),
                    sentence(),
                    workflow: workflowReference(),
                    why: words { $0.sentence() },
                    until: maybe { $0.day() }
                )
            )
        case .override:
            .overridden(
                Risk.Override(
                    self.name(),
                    workflow: workflowReference(),
                    refusal: words { $0.sentence() },
                    reason: sentence()
                )
            )
        }
    }

    mutating func riskID() -> String { pick(["R1", "R 12", "2026/3", "R-ä"]) }

    private mutating func wording() -> RiskFact.Wording {
        RiskFact.Wording(
            title: words { $0.sentence() },
            cause: words { $0.sentence() },
            event: words { $0.sentence() },
            effect: words { $0.sentence() }
        )
    }

    private mutating func proposal() -> RiskFact.Proposal {
        RiskFact.Proposal(
            register: name(),
            wording: wording(),
            category: words { $0.name() },
            ownerRoleID: maybe { $0.name() },
            managerRoleID: maybe { $0.name() },
            visibility: turn(Audience.allCases)
        )
    }

    /// An assessment: none, or with a scale or without, and with an override or without.
    private mutating func assessment() -> RiskAssessment {
        guard variation % 5 != 4 else { return .notAssessed }
        var levels = RiskAssessment.Levels(
            scale: isGiven() ? scaleReference() : .unpinned,
            likelihood: pick(["1", "5", "Likely"]),
            impact: pick(["A", "3", "Severe"]),
            date: maybe { $0.day() }
        )
        switch variation % 4 {
        case 1: levels.override = .init(value: below(26), bandID: "red", reason: sentence())
        case 2: levels.override = .init(bandID: name(), reason: sentence())
        case 3: levels.override = .init(value: below(26), reason: sentence())
        default: levels.override = nil
        }
        return .assessed(levels)
    }

    private mutating func scaleReference() -> RiskScale.Reference {
        RiskScale.Reference(scaleID: name(), version: 1 + below(4))
    }

    private mutating func control() -> Risk.Control {
        var control = Risk.Control(
            id: words { $0.name() },
            words: sentence(),
            kind: turn(Risk.Control.Kind.allCases),
            effectiveness: words { $0.pick(["good", "partial", "poor"]) },
            weight: maybe { $0.below(10) - 2 },
            ownerRoleID: maybe { $0.name() },
            evidenceDue: maybe { $0.day() }
        )
        control.evidenceSeen = maybe { $0.day() }
        control.evidence = words { $0.sentence() }
        return control
    }

    mutating func workflowReference() -> RiskWorkflowReference {
        RiskWorkflowReference(name(), version: 1 + below(4))
    }

    mutating func migration() -> RiskScaleMigration {
        func map(_ pairs: [(String, String)]) -> [String: String] {
            Dictionary(pairs) { first, _ in first }
        }
        return RiskScaleMigration(
            from: scaleReference(),
            to: scaleReference(),
            likelihoods: map(list { ($0.pick(["1", "2", "Likely"]), $0.pick(["A", "B"])) }),
            impacts: map(list { ($0.pick(["1", "2", "Severe"]), $0.pick(["A", "B"])) })
        )
    }

    /// A register as the library writes one, or an object of any shape.
    mutating func register() throws -> JSONValue {
        guard variation % 2 == 1 else { return object() }
        let scale = try RiskScale(
            id: "five-by-five",
            version: 1 + below(3),
            likelihoods: .numbered(["Rare", "Likely"]),
            impacts: .numbered(["Minor", "Severe"]),
            scoring: .product,
            bands: [
                RiskScale.Band(id: "low", label: "Low", from: 1, through: 2, colour: .green),
                RiskScale.Band(id: "high", label: "High", from: 3, through: 4, colour: .red),
            ]
        )
        var register = RiskRegister(
            id: "main",
            name: sentence(),
            parentID: maybe { $0.name() },
            scales: [scale]
        )
        register.appetite = isGiven() ? .band("low") : nil
        register.reviewEvery = maybe { $0.period() }
        return register.json
    }

    /// A page that says something of everything.
    static var page: RegisterPage {
        var page = RegisterPage(
            layout: "glen/register",
            title: "Risks",
            date: CivilDate(2026, 4, 1)
        )
        page.facts = [.init(name: "approved", words: "14 April 2026")]
        page.texts = [.init(place: .opening, headingLevel: 2, text: Prose("What we do"))]
        return page
    }

    mutating func registerPage() -> RegisterPage {
        var page = RegisterPage(
            layout: name(),
            title: words { $0.sentence() },
            date: day(),
            visibility: turn(Audience.allCases)
        )
        page.since = maybe { $0.day() }
        page.facts = list { RegisterPage.Fact(name: $0.name(), words: $0.words { $0.sentence() }) }
        page.texts = list {
            RegisterPage.Text(
                place: $0.pick([.opening, .closing]),
                headingLevel: $0.maybe { 1 + $0.below(6) },
                // As a document is read: without a space at the end.
                text: Prose(markup: Prose($0.sentence()).markup)
            )
        }
        return page
    }
}
