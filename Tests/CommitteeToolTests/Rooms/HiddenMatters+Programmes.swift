// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Programmes, areas and what stands in them of which an audience may not know, and what the committee keeps of the rest
// for itself.
extension HiddenMatters {
    mutating func recordProgrammes() {
        let programme = SubjectReference.programme(Programme.self, Self.plan)
        record(programme, Programme.Entries.title.fact("Open programme"))
        record(programme, Programme.Entries.audience.fact(.public))
        record(programme, Programme.Entries.weeks.fact(6))
        record(programme, Programme.Entries.firstUpdate.fact(Self.start))
        record(programme, .programmeAreaSet(ProgrammeArea("1", ledBy: "Lead Officer")))
        recordOpenUpdate()
        for audience in Self.levels {
            for _ in 0..<(copies[audience] ?? 1) {
                recordHidden(for: audience, area: nil)
                for area in hiddenAreas(for: audience) {
                    record(
                        programme,
                        .programmeAreaSet(ProgrammeArea(area, ledBy: word(audience))),
                        why: audience
                    )
                    recordHidden(for: audience, area: area)
                }
            }
        }
        let update = SubjectReference.programme(ProgrammeUpdate.self, "\(Self.plan)#1")
        record(update, .updateIssued(ProgrammeStep(note: prose(.committee))), why: .committee)
        record(update, .updateSent(UpdateSending(to: word(.committee), count: 7)), why: .committee)
        record(update, .updateReplied(UpdateReplies(5, suggestions: 2)), why: .committee)
        recordDraftOfAnUpdate()
        for plan in draftPlans { recordProgramme(on: plan) }
    }

    /// An outermost item of the plan that is hidden, and an item below it.
    private func hiddenAreas(for audience: Audience) -> [String] {
        let hidden = Set(
            asked.filter { $0.audience == audience }.compactMap { $0.matter.planItem?.item }
        )
        let areas = drafts.filter { $0.kind == "action.added" }.compactMap { draft in
            draft.subject.planItem.flatMap { $0.plan == Self.plan ? $0.item : nil }
        }
        return Array(areas.filter(hidden.contains).prefix(5))
    }

    private var draftPlans: [String] {
        asked.filter { $0.matter.kind == "plan" }.map(\.matter.id)
    }

    /// An update that everybody may read, of which a part is about what is hidden.
    private mutating func recordOpenUpdate() {
        let update = SubjectReference.programme(ProgrammeUpdate.self, "\(Self.plan)#1")
        record(update, ProgrammeUpdate.Entries.introduction.fact("An open update."))
        record(update, .updateSaid(AreaUpdate("1", "An open sentence.")))
        for audience in Self.levels {
            for area in hiddenAreas(for: audience) {
                record(update, .updateSaid(AreaUpdate(area, prose(audience))), why: audience)
            }
        }
    }

    private mutating func recordDraftOfAnUpdate() {
        let draft = SubjectReference.programme(ProgrammeUpdate.self, "\(Self.plan)#2")
        record(draft, ProgrammeUpdate.Entries.introduction.fact(prose(.committee)), why: .committee)
        record(draft, .updateSaid(AreaUpdate("1", prose(.committee))), why: .committee)
    }

    /// A milestone, a trial and a recommendation that are hidden themselves, or by their area.
    private mutating func recordHidden(for audience: Audience, area: String?) {
        let inner = max(audience, .committee)
        let due = CivilDate(2026, 7, 1)
        let own: Audience = area == nil ? audience : .public
        let milestone = SubjectReference.programme(
            ProgrammeMilestone.self,
            "\(Self.plan)#\(word(audience))"
        )
        typealias Milestones = ProgrammeMilestone.Entries
        var facts: [Change.Fact] = [
            Milestones.title.fact(word(audience)), Milestones.audience.fact(own),
        ]
        if let area { facts.append(Milestones.area.fact(area)) }
        facts += [
            .milestonePlanned(MilestonePlan(MilestoneDay(due), why: prose(inner))),
            .milestonePlanned(MilestonePlan(MilestoneDay(monthOf: due), why: prose(inner))),
            area == nil
                ? .milestoneMet(ProgrammeStep(note: prose(inner)))
                : .milestoneDropped(ProgrammeStep(note: prose(inner))),
        ]
        for fact in facts { record(milestone, fact, why: audience) }
        note(milestone, for: audience)
        recordHiddenTrial(for: audience, area: area, own)
        let one = SubjectReference.programme(
            ProgrammeRecommendation.self,
            "\(Self.plan)#\(word(audience))"
        )
        typealias Entries = ProgrammeRecommendation.Entries
        var said: [Change.Fact] = [
            Entries.words.fact(prose(audience)), Entries.audience.fact(own),
        ]
        if let area { said.append(Entries.area.fact(area)) }
        said += [
            .recommendationMade(
                RecommendationMaking(to: word(audience), from: word(audience), answerBy: due)
            ),
            .recommendationAnswered(RecommendationAnswer(.accepted, prose(audience))),
            .recommendationFollowed(RecommendationOutcome(prose(audience))),
        ]
        for fact in said { record(one, fact, why: audience) }
        note(one, for: audience)
    }

    private mutating func recordHiddenTrial(
        for audience: Audience,
        area: String?,
        _ own: Audience
    ) {
        let inner = max(audience, .committee)
        let trial = SubjectReference.programme(
            ProgrammeTrial.self,
            "\(Self.plan)#\(word(audience))"
        )
        typealias Entries = ProgrammeTrial.Entries
        var facts: [Change.Fact] = [
            Entries.title.fact(word(audience)), Entries.audience.fact(own),
            Entries.sites.fact([word(audience)]), Entries.partners.fact([word(audience)]),
            Entries.lead.fact(word(audience)), Entries.starts.fact(Self.start),
            Entries.ends.fact(CivilDate(2026, 9, 30)),
        ]
        if let area { facts.append(Entries.area.fact(area)) }
        facts.append(.trialBegun(ProgrammeStep(note: prose(inner))))
        facts.append(
            area == nil
                ? .trialEnded(ProgrammeStep(note: prose(audience)))
                : .trialDropped(ProgrammeStep(note: prose(inner)))
        )
        for fact in facts { record(trial, fact, why: audience) }
        note(trial, for: audience)
    }

    /// A programme for everybody on a plan that is a draft, so that the public knows of neither.
    private mutating func recordProgramme(on plan: String) {
        let programme = SubjectReference.programme(Programme.self, plan)
        let area = drafts.last { draft in
            draft.kind == "action.added" && draft.subject.planItem?.plan == plan
        }?.subject.planItem?.item
        for fact in [
            Programme.Entries.title.fact(word(.partners)),
            Programme.Entries.lead.fact(word(.partners)),
            Programme.Entries.audience.fact(.public),
            Programme.Entries.firstUpdate.fact(Self.start),
        ] { record(programme, fact, why: .partners) }
        guard let area else { return }
        let update = SubjectReference.programme(ProgrammeUpdate.self, "\(plan)#1")
        record(update, .updateSaid(AreaUpdate(area, prose(.partners))), why: .partners)
        record(update, .updateIssued(ProgrammeStep()), why: .partners)
        record(
            programme,
            .programmeEnded(ProgrammeStep(note: prose(.committee))),
            why: .committee
        )
        note(programme, for: .partners)
        note(update, for: .partners)
    }
}
