// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension EditionSchema {
    /// The types that speak of risks, in the order of the reference.
    static let riskTypes: [ScriptAPIType] = [
        register.api, risk.api, score.api, control.api, acceptance.api, riskEvent.api,
        riskLink.api, riskFinding.api, scale.api, riskLevel.api, riskBand.api, matter.api,
    ]

    static let register = RecordSchema<RegisterRow>(
        "register",
        "A risk register, with the risks that the edition's audience may see.",
        ([
            .optionalRecord("parent", of: "register", "The register above it.") { $0.parent },
            .records("below", of: "register", "The registers right below it.") { $0.below },
            .optionalRecord("scale", of: "risk_scale", "The scale of new assessments.") {
                $0.scale
            },
            .records("scales", of: "risk_scale", "Every scale that an assessment may pin.") {
                $0.scales
            },
            .records("risks", of: "risk", "All its risks, in its own order.") { $0.risks },
            .records("open_risks", of: "risk", "Those that are active and so count.") { $0.open },
            .records("findings", of: "risk_finding", "What does not fit together.") {
                $0.findings
            },
            .table(
                "score_names",
                "{ inherent: string, current: string, target: string }",
                "What it calls the three scores."
            ) { row in
                .map(
                    ScriptMap(
                        RiskScoreKind.allCases.map {
                            ($0.rawValue, .string(row.register.name(of: $0).withoutNUL))
                        }
                    )
                )
            },
        ] + RiskRegister.table.columns.map { column in .init(column) { ([$0.register], 0) } })
        .inOrder(of: [
            "id", "name", "tier", "parent", "below", "scale", "scales", "risks", "open_risks",
            "findings", "withheld_count", "categories", "approvers", "review_timescale",
            "score_names",
        ])
    )

    static let score = RecordSchema<ScoreRow>(
        "risk_score",
        "A score of a risk, with the levels that were judged and the scale that made it.",
        [
            .text("kind", "`inherent`, `current` or `target`.") { $0.kind.rawValue },
            .text("name", "What the register calls it, such as `Initial`.") { $0.name },
            .text("text", "The score in words, such as `12 High`.") { $0.scored.text },
            .optionalInteger("value", "The number, where the scale gives one.") {
                $0.scored.score.value
            },
            .integer("severity", "How severe it is by its scale alone: more is worse.") {
                $0.scored.severity
            },
            .optionalText("band", "The band, by its identifier; nil in a gap.") {
                $0.scored.band?.id
            },
            .text("word", "What the band is called; empty in a gap.") {
                $0.scored.band?.label ?? ""
            },
            .text("letter", "The score and the letter of the band, for a status.") {
                $0.scored.tag.letter
            },
            .text("colour", "The colour of the band; empty when none.") {
                $0.scored.band?.colour?.rawValue ?? ""
            },
            .optionalText("zone", "The zone, by its identifier.") { $0.scored.zone?.id },
            .text("zone_word", "What the zone is called; empty when none.") {
                $0.scored.zone?.label ?? ""
            },
            .text(
                "likelihood",
                "The level of likelihood, by its identifier; empty when it is unknown."
            ) {
                $0.scored.levels.likelihood
            },
            .text("likelihood_word", "What that level is called.") { $0.likelihood?.label ?? "" },
            .text("impact", "The level of impact, by its identifier; empty when it is unknown.") {
                $0.scored.levels.impact
            },
            .text("impact_word", "What that level is called.") { $0.impact?.label ?? "" },
            .optionalDate("date", "The day of the assessment.") { $0.scored.levels.date },
            .bool("is_override", "Whether somebody gave the score by judgement.") {
                $0.scored.levels.override != nil
            },
            .text("override_reason", "Why; empty when the levels make the score.") {
                $0.scored.levels.override?.reason ?? ""
            },
            .optionalRecord("scale", of: "risk_scale", "The scale, in its version.") { $0.scale },
            .bool(
                "are_levels_known",
                "Whether likelihood and impact are known; else only the score is."
            ) {
                $0.scored.levels.areKnown
            },
            .text(
                "caveat",
                "What is to be said beside it, such as `levels unknown`; empty when nothing is."
            ) { $0.scored.caveat },
        ]
    )

    static let control = RecordSchema<ControlRow>(
        "risk_control",
        "Something that keeps a risk down.",
        [
            .text("id", "The identifier within its risk.") { $0.control.id },
            .text("words", "What it is.") { $0.control.words },
            .text(
                "kind",
                "`preventive`, `corrective`, `directive`, `detective`; empty when nobody has said."
            ) {
                $0.control.kind?.rawValue ?? ""
            },
            .text("effectiveness", "How well it works; empty when nobody has judged it.") {
                $0.control.effectiveness
            },
            .optionalInteger("weight", "How much it counts, where that is weighed.") {
                $0.control.weight
            },
            .optionalText("owner", "Who answers for it.") { $0.owner },
            .optionalDate("evidence_due", "The day by which evidence is owed.") {
                $0.control.evidenceDue
            },
            .optionalDate("evidence_seen", "The day on which evidence was last seen.") {
                $0.control.evidenceSeen
            },
            .text("evidence", "What was seen; empty when nothing.") { $0.control.evidence },
            .bool("is_owed_evidence", "Whether evidence was due by the edition's date.") {
                $0.control.isOwedEvidence(on: $0.asOf)
            },
        ]
    )

    static let acceptance = RecordSchema<AcceptanceRow>(
        "risk_acceptance",
        "That a named approver accepted a risk as it was scored.",
        [
            .text("by", "The role that accepted it.") { $0.acceptance.by },
            .date("on", "The day on which it did.") { $0.acceptance.on },
            .optionalDate("expires", "The last day on which it holds; nil for no end.") {
                $0.acceptance.until
            },
            .text("conditions", "What it depends on; empty when nothing.") {
                $0.acceptance.conditions
            },
            .bool("is_in_force", "Whether it holds on the edition's date.") {
                $0.acceptance.isInForce(on: $0.asOf)
            },
            .optionalText("lapse", "Why it no longer holds, such as a score that changed.") {
                $0.acceptance.lapse(on: $0.asOf)
            },
        ]
    )

    static let riskEvent = RecordSchema<RiskHistoryEvent>(
        "risk_event",
        "One thing that happened to a risk. The public sees what and when, not who and why.",
        [
            .text("kind", "The kind of entry, such as `risk.assessed` or a workflow's own.") {
                $0.kind.rawValue
            },
            .text("event", "The event, such as `assess`; the kind when it is none of the record.") {
                RiskFact.Name(kind: $0.kind)?.rawValue ?? $0.kind.rawValue
            },
            .date("on", "The day on which it took effect.") { $0.on },
            .text("by", "Who recorded it; empty for the public.") { $0.by },
            .text("register", "The register in which the risk stood then.") { $0.register },
            .optionalText("reason", "Why, when somebody said so.") { $0.reason },
            .table("details", "table", "What the entry holds; days are texts.") {
                ScriptValue(json: $0.payload)
            },
        ]
    )

    static let riskLink = RecordSchema<Risk.Link>(
        "risk_link",
        "Something elsewhere that a risk has to do with.",
        [
            .text("kind", "`action`, `decision`, `review` or `risk`.") { $0.kind.rawValue },
            .text("id", "Its identifier; an action's is written `plan#action`.") { $0.id },
        ]
    )

    static let riskFinding = RecordSchema<FindingRow>(
        "risk_finding",
        "Something about a risk that does not fit together.",
        [
            .text("kind", "What kind of finding it is, such as `review-overdue`.") {
                $0.finding.kind.rawValue
            },
            .text("sentence", "The finding in words.") { $0.finding.sentence },
            .optionalRecord("risk", of: "risk", "The risk.") { $0.risk },
        ]
    )

    static let scale = RecordSchema<ScaleRow>(
        "risk_scale",
        "A scale for risks, in one version.",
        [
            .text("id", "The name of the scale, the same in every version.") { $0.scale.id },
            .integer("version", "The version.") { $0.scale.version },
            .text("title", "What it is called; empty when nothing else.") { $0.scale.title },
            .records("likelihoods", of: "risk_level", "Its levels of likelihood.") {
                $0.likelihoods
            },
            .records("impacts", of: "risk_level", "Its levels of impact.") { $0.impacts },
            .records("bands", of: "risk_band", "What scores are called, the mildest first.") {
                $0.bands
            },
            .text("likelihood_name", "What it calls likelihood.") { $0.scale.words.likelihood },
            .text("impact_name", "What it calls impact.") { $0.scale.words.impact },
            .text("not_assessed", "What is shown where nobody has assessed a risk.") {
                $0.scale.words.notAssessed
            },
        ]
    )

    static let riskLevel = RecordSchema<RiskScale.Level>(
        "risk_level",
        "A level of likelihood or impact.",
        [
            .text("id", "The identifier within its axis.") { $0.id },
            .text("label", "What it is called.") { $0.label },
            .integer("weight", "What it counts for.") { $0.weight },
            .text("wording", "What it means; empty when nothing is said.") { $0.wording },
            .text("text", "The identifier and the label.") { $0.text },
        ]
    )

    static let riskBand = RecordSchema<BandRow>(
        "risk_band",
        "A range of scores, or a grade, with its name.",
        [
            .text("id", "The identifier.") { $0.band.id },
            .text("label", "What it is called.") { $0.band.label },
            .optionalInteger("from", "The lowest score; nil for a grade.") {
                $0.band.scores?.lowerBound
            },
            .optionalInteger("through", "The highest score; nil for a grade.") {
                $0.band.scores?.upperBound
            },
            .text("letter", "The letter; empty when none.") { $0.band.letter },
            .text("colour", "The colour; empty when none.") { $0.band.colour?.rawValue ?? "" },
            .optionalText("zone", "The zone, by its identifier.") { $0.zone?.id },
            .text("wording", "What it asks for; empty when nothing is said.") {
                $0.band.wording
            },
        ]
    )

    static let matter = RecordSchema<MatterRow>(
        "matter",
        "Something outside the plans that is due on a day, for the function of a reminder rule.",
        [
            .text("kind", "`meeting`, `risk`, `acceptance`, `member`, `data_set` or `deadline`.") {
                $0.matter.each.description
            },
            .text("id", "Its identifier among those of its kind.") { $0.matter.subject.id },
            .text("name", "What it is called within a sentence.") { $0.matter.name },
            .date("due", "The day.") { $0.matter.due },
            .text("verb", "What happens then: `due`, `ends` or `lapses`.") {
                $0.matter.verb.rawValue
            },
            .texts("leads", "Who answers for it.") { $0.matter.leads },
            .texts("groups", "The names of its body, register or data set.") {
                $0.matter.groups
            },
            .optionalRecord("risk", of: "risk", "The risk, when it is about one.") { $0.risk },
        ]
    )
}

extension RecordSchema.Field {
    static func optionalBool(
        _ name: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> Bool?
    ) -> Self {
        Self(api: ScriptAPIField(name, "boolean?", summary)) { .bool($0.map { read($0) }) }
    }
}
#endif
