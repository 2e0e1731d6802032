// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A typed view of an entry: one thing that happened, about one subject.
///
/// A change is what a program records; the journal keeps it as an entry of an open kind. Each change
/// sets a whole aspect, so that a later one of the same kind replaces it from its own date on.
///
/// ```swift
/// let change = Change(
///     .action("2.1", of: "plan-2023-2026"),
///     .progressReported(Prose("Module piloted in two schools."), asAt: nil, audience: .public))
/// ```
public struct Change: Hashable, Sendable {
    /// What the change is about.
    public var subject: SubjectReference
    /// What happened.
    public var fact: Fact

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - subject: What the change is about.
    ///   - fact: What happened.
    public init(_ subject: SubjectReference, _ fact: Fact) {
        self.subject = subject
        self.fact = fact
    }

    /// One thing that can happen.
    public enum Fact: Hashable, Sendable {
        // A plan.
        /// The plan was drafted.
        case planDrafted(PlanOutline)
        /// The text around the tables was set.
        case textsSet([PlanText])
        /// The wording of the status key was set.
        case keyWordingSet([KeyWording])
        /// The footnotes were set.
        case footnotesSet([PlanFootnote])
        /// The single facts that the document states were set.
        case statedFactsSet([StatedFact])
        /// The plans that this one supports were set.
        case alignmentsSet([PlanAlignment])
        /// The document states a progress check.
        case checkStated(ProgressCheck)
        /// The bodies that must approve the plan were named, in their order.
        case approvalChainSet([String])
        /// The plan was put before a body.
        case submitted(to: String)
        /// A body approved the plan.
        case approved(by: String)
        /// The plan was published.
        case published(Publication)
        /// The plans that this one succeeds were named.
        case predecessorsNamed([String])

        // An item of a plan.
        /// The item was added, in a place of the plan.
        case added(ItemOutline)
        /// What the item says was set.
        case textSet(Prose)
        /// The paragraph below the item's heading was set.
        case statementSet(Prose)
        /// The remarks about the item were set.
        case notesSet([Prose])
        /// Who leads was set.
        case leadsSet(Leads)
        /// The timescale was set.
        case timescaleSet(Timescale)
        /// A status was reported.
        case statusReported(printed: String, scheme: String?)
        /// Progress was reported, of the date given or else of the change's own date.
        case progressReported(Prose, asAt: CivilDate?, audience: Audience)
        /// The evidence was set.
        case evidenceSet(Prose)
        /// The expected impact was set.
        case expectedImpactSet(Prose)
        /// A column of the committee's own was set.
        case localSet(name: String, Prose)
        /// The work was reported as going on.
        case goesOn
        /// The work was completed, or known to be by the change's date.
        case completed
        /// The work was taken up again.
        case reopened
        /// The item left the plan.
        case left(kind: String, destination: String?)
        /// Who of several leads returns the update was said, and which of those named do not lead.
        case leadRolesSet(returner: String?, keyPeople: [String])
        /// The items of earlier plans that became this one were named.
        case itemPredecessorsNamed([String])
        /// The narrowest audience that may read the item was set.
        case audienceSet(Audience)

        // The committee.
        /// The committee's profile was set: bodies, roles, groups, functions, reporting lines.
        case profileSet(JSONValue)
        /// A risk register or one of its risks was set.
        case registerSet(JSONValue)
        /// A risk register went to another version of its scale.
        case scaleMigrated(RiskScaleMigration)
        /// Something happened to a risk.
        case risk(RiskFact)
        /// The meetings of a body were planned.
        case meetingsSet(MeetingSeries)
        /// The days on which the committee works were set.
        case workingDaysSet(WorkingCalendar)
        /// A data set was set: who returns it, after which periods.
        case dataSetSet(DataSet)
        /// A data set came in for the period that ends on a day.
        case dataReceived(period: CivilDate)
        /// Somebody did something about a reminder.
        case reminder(ReminderIdentity, ReminderAct.Deed, note: Prose)
        /// A document was imported.
        case imported(ImportRecord)
    }
}
