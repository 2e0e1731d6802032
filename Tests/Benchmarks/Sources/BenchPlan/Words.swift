// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The words that generated plans are made of; none of them is markup or a formula.
enum Words {
    static let leads = [
        "Head of Children’s Services", "Chief Social Work Officer", "Police Scotland",
        "Lead Officer for Adult Support and Protection", "NHS Lead Nurse", "Education Manager",
        "Learning and Development Group", "Quality Assurance Group", "Housing Options Manager",
        "Third Sector Interface", "Health Visiting Team Leader", "Scottish Children’s Reporter",
        "Independent Chair", "Alcohol and Drug Partnership", "Communications Officer",
        "Data and Intelligence Analyst", "Criminal Justice Service Manager", "Legal Services",
        "Violence Against Women Partnership", "Early Years Coordinator", "Youth Work Team",
        "Scottish Fire and Rescue Service", "Maternity Services Manager", "Committee Coordinator",
    ]
    static let verbs = [
        "Review", "Develop", "Put in place", "Agree", "Publish", "Pilot", "Evaluate", "Strengthen",
        "Audit", "Refresh", "Roll out", "Monitor", "Commission", "Test", "Share", "Revise",
    ]
    static let things = [
        "the multi-agency referral pathway", "guidance on professional curiosity",
        "a learning programme on neglect", "the self-evaluation calendar",
        "arrangements for learning reviews", "the young people’s feedback framework",
        "the minimum dataset and its indicators", "a shared chronology standard",
        "the protocol for large-scale investigations", "trauma-informed training",
        "a communication strategy for the public", "the transitions protocol",
        "supervision standards", "the escalation process", "advocacy provision",
        "the “Getting it right” practice briefings", "information sharing agreements",
    ]
    static let groups = [
        "for children and young people", "for adults at risk of harm",
        "across all partner agencies",
        "with families and carers", "in schools and early years settings",
        "for care-experienced people",
        "in every locality", "with the third sector", "for staff in universal services",
        "for people affected by domestic abuse", "in out-of-hours services",
        "with housing providers",
    ]
    static let purposes = [
        "so that risk is recognised and shared at the earliest point",
        "drawing on the findings of the joint inspection",
        "and report the findings to the committee every quarter",
        "including the voice of those who use the service",
        "in line with the national guidance",
        "with clear measures of what difference it makes",
        "and confirm that it is used in daily practice",
    ]
    static let aims = [
        "Leadership, governance and accountability", "Early help and prevention",
        "Quality of practice", "Voice and participation", "Workforce and learning",
        "Risk assessment and planning", "Performance and improvement",
    ]
    static let outcomes = [
        "Harm is noticed early and acted on", "Staff are confident and well supported",
        "Plans are clear, shared and followed", "People are heard and their views shape services",
        "Learning leads to change", "Data tells us what is getting better",
    ]
    static let remarks = [
        "The chair will seek assurance from each agency.",
        "A short-life working group has been asked to take it forward.",
        "Links with the “Promise” plan are to be made explicit.",
        "Costs, if any, are met within existing budgets.",
        "An Easy Read version, and one in Gàidhlig, will follow.",
    ]
    static let reports = [
        "Draft circulated for comment and views gathered",
        "First cohort trained, feedback positive",
        "Audit of twelve files completed, results shared", "Delayed by vacancies, new date agreed",
        "Two sessions held and well attended", "Paper went to the committee and was approved",
        "Pilot under way and early findings encouraging", "Dataset agreed and collection begun",
    ]
    static let undated = [
        "Ongoing", "As required", "Annually", "When the national guidance is published",
    ]
}
