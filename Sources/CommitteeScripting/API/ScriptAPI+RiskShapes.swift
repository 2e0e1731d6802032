// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

private typealias Key = ScriptAPIField

extension ScriptAPI {
    /// What `risk_scale` takes.
    static let riskScaleShapes: [ScriptAPIType] = [
        ScriptAPIType(
            "risk_scale.declaration",
            "A scale for risks.",
            fields: [
                Key("file", "string?", "A file of the folder scales that holds all of it."),
                Key("id", "string?", "The identifier; its name when left out."),
                Key("version", "integer?", "Counted from 1."),
                Key("title", "string?", "What it is called."),
                Key("likelihood_name", "string?", "What likelihood is called."),
                Key("impact_name", "string?", "What impact is called."),
                Key("not_assessed", "string?", "What a risk is called that nobody has assessed."),
                Key("likelihoods", "(string|risk_scale.level)[]?", "The levels of likelihood."),
                Key(
                    "likelihood_order",
                    "\"least-first\"|\"worst-first\"?",
                    "Which level is first."
                ),
                Key("impacts", "(string|risk_scale.level)[]?", "The levels of impact."),
                Key("impact_order", "\"least-first\"|\"worst-first\"?", "Which level is first."),
                Key(
                    "scoring",
                    "\"product\"|\"sum\"|\"weighted\"|\"grid\"|(fun(likelihood: risk_level, impact: risk_level): integer)?",
                    "How two levels make a score."
                ),
                Key(
                    "factors",
                    "{ likelihood: integer, impact: integer }?",
                    "The factors of a weighted score."
                ),
                Key("grid", "risk_scale.cell[]?", "The cells of a grid."),
                Key("worst_score", "\"highest\"|\"lowest\"?", "Which score is worst."),
                Key("bands", "risk_scale.band[]?", "The bands, the mildest first."),
                Key("zones", "risk_scale.zone[]?", "The zones."),
            ]
        ),
        ScriptAPIType(
            "risk_scale.level",
            "A level of likelihood or impact.",
            fields: [
                Key("[1]", "string?", "Its identifier."),
                Key("[2]", "string?", "Its label."),
                Key("id", "string?", "Its identifier, by name."),
                Key("label", "string?", "Its label, by name."),
                Key("weight", "integer?", "Its weight."),
                Key("wording", "string?", "What it means."),
            ]
        ),
        ScriptAPIType(
            "risk_scale.band",
            "A band of scores.",
            fields: [
                Key("[1]", "string?", "Its identifier."),
                Key("[2]", "string?", "Its label."),
                Key("id", "string?", "Its identifier, by name."),
                Key("label", "string?", "Its label, by name."),
                Key("from", "integer?", "The first score."),
                Key("through", "integer?", "The last score."),
                Key("letter", "string?", "Its letter."),
                Key("colour", "string?", "Its colour."),
                Key("zone", "string?", "Its zone."),
                Key("wording", "string?", "What it means."),
            ]
        ),
        ScriptAPIType(
            "risk_scale.zone",
            "A zone of scores.",
            fields: [
                Key("[1]", "string?", "Its identifier."),
                Key("[2]", "string?", "Its label."),
                Key("id", "string?", "Its identifier, by name."),
                Key("label", "string?", "Its label, by name."),
                Key("wording", "string?", "What it means."),
            ]
        ),
        ScriptAPIType(
            "risk_scale.cell",
            "A cell of a grid.",
            fields: [
                Key("likelihood", "string", "The level of likelihood."),
                Key("impact", "string", "The level of impact."),
                Key("band", "string?", "The band."),
                Key("score", "integer?", "The score."),
            ]
        ),
    ]

    /// What `learning_review_pack` takes.
    static let learningReviewPackShapes: [ScriptAPIType] = [
        ScriptAPIType(
            "learning_review_pack.declaration",
            "A pack for Learning Reviews.",
            fields: [Key("file", "string", "A file of the folder packs that holds all of it.")]
        )
    ]

    /// What `quality_framework` takes.
    static let qualityFrameworkShapes: [ScriptAPIType] = [
        ScriptAPIType(
            "quality_framework.declaration",
            "A framework of quality indicators.",
            fields: [Key("file", "string", "A file of the folder packs that holds all of it.")]
        )
    ]

    /// What `risk_workflow` takes.
    static let riskWorkflowShapes: [ScriptAPIType] = [
        ScriptAPIType(
            "risk_workflow.declaration",
            "What comes on top of the standard workflow.",
            fields: [
                Key("title", "string?", "What it is called."),
                Key("states", "risk_workflow.state[]?", "States of its own."),
                Key("steps", "risk_workflow.step[]?", "Further steps."),
                Key(
                    "without",
                    "risk_workflow.step[]?",
                    "Steps of the standard workflow that are taken away."
                ),
                Key("guards", "risk_workflow.guard[]?", "Who is stopped, and why."),
                Key(
                    "allow",
                    "risk_workflow.allow[]?",
                    "Which roles alone may ask for which events."
                ),
                Key(
                    "approvals",
                    "risk_workflow.approvals[]?",
                    "The agreement of several roles for which an event waits."
                ),
                Key("delegation", "string?", "The event by which such a role hands its part on."),
                Key("version", "integer?", "The version, from 1."),
                Key(
                    "becomes",
                    "table<string, string>?",
                    "What each state of an earlier version becomes in this one."
                ),
                Key(
                    "trial",
                    "risk_workflow.trial?",
                    "What the conformance kit tries it with."
                ),
            ]
        ),
        ScriptAPIType(
            "risk_workflow.state",
            "A state of a workflow.",
            fields: [
                Key("[1]", "string", "Its name."),
                Key("[2]", "string", "Words that fit after “the risk is”."),
                Key("like", "string", "The state of the record for which it stands."),
                Key("without", "string[]?", "Events that do not lead out of it."),
                Key("final", "boolean?", "Whether a risk may stay there."),
                Key("limit", "string?", "How long it may stay at the most, such as \"30 days\"."),
            ]
        ),
        ScriptAPIType(
            "risk_workflow.step",
            "A step of a workflow.",
            fields: [
                Key("[1]", "string", "The event."),
                Key("from", "string?", "The state before."),
                Key("to", "string?", "The state after."),
                Key(
                    "effects",
                    "(fun(request: request, risk: risk?, ctx: ctx): table[])?",
                    "What else is recorded."
                ),
                Key(
                    "fields",
                    "risk_workflow.field[]?",
                    "What an event of your own must be given, such as { \"pounds\", \"number\" }."
                ),
                Key("says", "string?", "Its sentence, with the fields in braces."),
                Key("branches", "risk_workflow.branch[]?", "Where else it leads, and when."),
            ]
        ),
        ScriptAPIType(
            "risk_workflow.branch",
            "Another state to which a step leads when a condition holds.",
            fields: [
                Key("[1]", "string", "The name of the condition."),
                Key("to", "string", "The state after."),
                Key("because", "string", "The condition in words."),
                Key(
                    "when",
                    "fun(request: request, risk: risk?, ctx: ctx): boolean",
                    "Whether it holds."
                ),
            ]
        ),
        ScriptAPIType(
            "risk_workflow.field",
            "What an event of your own must be given.",
            fields: [
                Key("[1]", "string", "Its name."),
                Key("[2]", "\"text\"|\"number\"|\"date\"|nil", "What it is."),
                Key("optional", "boolean?", "Whether it may be left out."),
            ]
        ),
        ScriptAPIType(
            "risk_workflow.allow",
            "Which roles alone may ask for which events.",
            fields: [
                Key("[1]", "string[]", "The roles."),
                Key("to", "string[]", "The events."),
            ]
        ),
        ScriptAPIType(
            "risk_workflow.approvals",
            "The agreement of several roles, in any order, for which an event waits.",
            fields: [
                Key("[1]", "string", "The event by which one of them agrees."),
                Key("before", "string", "The event that waits."),
                Key("from", "string", "The state in which the risk waits."),
                Key("by", "string[]", "The roles."),
                Key("at_least", "integer?", "How many must agree; all of them when left out."),
                Key("says", "string?", "The sentence of an agreement."),
                Key("fields", "risk_workflow.field[]?", "What an agreement must be given."),
            ]
        ),
        ScriptAPIType(
            "risk_workflow.trial",
            "What the conformance kit tries a workflow with.",
            fields: [
                Key("people", "string[]?", "Who asks, beside the roles that the workflow names."),
                Key("details", "table<string, table>?", "What events of your own say."),
                Key("worlds", "risk_workflow.world[]?", "Registers and plans of your own."),
            ]
        ),
        ScriptAPIType(
            "risk_workflow.world",
            "What there is before a workflow is tried, beside the registers of the kit.",
            fields: [
                Key("[1]", "string", "Its name."),
                Key(
                    "changes",
                    "table[]?",
                    "What is changed before, as in a file of changes; the other risk there is \"R0\"."
                ),
                Key("levels", "string[]?", "The likelihood and the impact at first, from 1 to 5."),
            ]
        ),
        ScriptAPIType(
            "risk_workflow.guard",
            "A guard of a workflow.",
            fields: [
                Key("[1]", "string", "Its name."),
                Key("on", "string[]", "The events that it looks at."),
                Key(
                    "check",
                    "fun(request: request, risk: risk?, ctx: ctx): true|{ refuse: string }",
                    "Lets a request pass, or says why not."
                ),
            ]
        ),
    ]

    /// What `risk_escalation` takes.
    static let riskEscalationShapes: [ScriptAPIType] = [
        ScriptAPIType(
            "risk_escalation.declaration",
            "Which risks should be escalated.",
            fields: [
                Key("title", "string?", "What it is called."),
                Key(
                    "rule",
                    "fun(risk: risk, ctx: ctx): { register?: string, body?: string, why: string }|nil",
                    "Says where a risk should go, and why; nil for one that stays."
                ),
            ]
        )
    ]
}
#endif
