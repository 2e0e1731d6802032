// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The doors to what can be recorded of a plan and of its items.

extension Change.Fact {
    // A plan.

    /// The plan was drafted.
    public static func planDrafted(_ outline: PlanOutline) -> Self {
        Plan.Entries.drafted.fact(outline)
    }
    /// The text around the tables was set.
    public static func textsSet(_ texts: [PlanText]) -> Self { Plan.Entries.texts.fact(texts) }
    /// The wording of the status key was set.
    public static func keyWordingSet(_ key: [KeyWording]) -> Self {
        Plan.Entries.keyWording.fact(key)
    }
    /// The footnotes were set.
    public static func footnotesSet(_ notes: [PlanFootnote]) -> Self {
        Plan.Entries.footnotes.fact(notes)
    }
    /// The single facts that the document states were set.
    public static func statedFactsSet(_ facts: [StatedFact]) -> Self {
        Plan.Entries.statedFacts.fact(facts)
    }
    /// The plans that this one supports were set.
    public static func alignmentsSet(_ plans: [PlanAlignment]) -> Self {
        Plan.Entries.alignments.fact(plans)
    }
    /// The document states a progress check.
    public static func checkStated(_ check: ProgressCheck) -> Self {
        Plan.Entries.checkStated.fact(check)
    }
    /// The bodies that must approve the plan were named, in their order.
    public static func approvalChainSet(_ bodies: [String]) -> Self {
        Plan.Entries.approvalChain.fact(bodies)
    }
    /// The plan was put before a body.
    public static func submitted(to body: String) -> Self { Plan.Entries.submitted.fact(body) }
    /// A body approved the plan.
    public static func approved(by body: String) -> Self { Plan.Entries.approved.fact(body) }
    /// The plan was published.
    public static func published(_ publication: Publication) -> Self {
        Plan.Entries.published.fact(publication)
    }
    /// The plans that this one succeeds were named.
    public static func predecessorsNamed(_ plans: [String]) -> Self {
        Plan.Entries.predecessors.fact(plans)
    }

    // An item of a plan.

    /// The item was added, in a place of the plan.
    public static func added(_ outline: ItemOutline) -> Self {
        PlanItem.Entries.added.fact(outline)
    }
    /// What the item says was set.
    public static func textSet(_ text: Prose) -> Self { PlanItem.Entries.text.fact(text) }
    /// The paragraph below the item's heading was set.
    public static func statementSet(_ text: Prose) -> Self {
        PlanItem.Entries.statement.fact(text)
    }
    /// The remarks about the item were set.
    public static func notesSet(_ notes: [Prose]) -> Self { PlanItem.Entries.notes.fact(notes) }
    /// Who leads was set.
    public static func leadsSet(_ leads: Leads) -> Self { PlanItem.Entries.leads.fact(leads) }
    /// The timescale was set.
    public static func timescaleSet(_ timescale: Timescale) -> Self {
        PlanItem.Entries.timescale.fact(timescale)
    }
    /// A status was reported.
    public static func statusReported(printed: String, scheme: String?) -> Self {
        PlanItem.Entries.status.fact(StatusReport(printed: printed, scheme: scheme))
    }
    /// Progress was reported, of the date given or else of the change's own date.
    public static func progressReported(
        _ text: Prose,
        asAt: CivilDate?,
        audience: Audience
    ) -> Self {
        PlanItem.Entries.progress.fact(ProgressReport(text: text, asAt: asAt, audience: audience))
    }
    /// The evidence was set.
    public static func evidenceSet(_ text: Prose) -> Self { PlanItem.Entries.evidence.fact(text) }
    /// The expected impact was set.
    public static func expectedImpactSet(_ text: Prose) -> Self {
        PlanItem.Entries.expectedImpact.fact(text)
    }
    /// A column of the committee's own was set.
    public static func localSet(name: String, _ text: Prose) -> Self {
        PlanItem.Entries.local.fact(LocalText(name: name, text: text))
    }
    /// The work was reported as going on.
    public static var goesOn: Self { PlanItem.Entries.goesOn.fact }
    /// The work was completed, or known to be by the change's date.
    public static var completed: Self { PlanItem.Entries.completed.fact }
    /// The work was taken up again.
    public static var reopened: Self { PlanItem.Entries.reopened.fact }
    /// The item left the plan.
    public static func left(kind: String, destination: String?) -> Self {
        PlanItem.Entries.left.fact(Departure(kind: kind, destination: destination))
    }
    /// Who of several leads returns the update was said, and which of those named do not lead.
    public static func leadRolesSet(returner: String?, keyPeople: [String]) -> Self {
        PlanItem.Entries.leadRoles.fact(LeadRoles(returner: returner, keyPeople: keyPeople))
    }
    /// The items of earlier plans that became this one were named.
    public static func itemPredecessorsNamed(_ items: [String]) -> Self {
        PlanItem.Entries.predecessors.fact(items)
    }
    /// The widest audience that may read the item was set.
    public static func audienceSet(_ audience: Audience) -> Self {
        PlanItem.Entries.audience.fact(audience)
    }
}
