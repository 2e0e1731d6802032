// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Risk {
    /// A state of a committee's own workflow in which a risk stands.
    ///
    /// It is recorded with its words, so that a register says it wherever it is read, whether the workflow is
    /// there or not. For everything that the record itself counts, the risk stands in its ``state``.
    public struct WorkflowState: Hashable, Sendable {
        /// The state.
        public var state: RiskState
        /// What it is called, in words that fit after “the risk is”.
        public var label: String
        /// The workflow by which the risk came to it.
        public var workflow: RiskWorkflowReference
        /// Why it came to it, where the workflow says so; may be empty.
        public var why: String
        /// The last day on which it may stand in it, where the workflow sets a limit.
        public var until: CivilDate?
        /// The day on which it came to it.
        public var since: CivilDate?

        /// Creates a state.
        ///
        /// - Parameters:
        ///   - state: The state.
        ///   - label: What it is called, in words that fit after “the risk is”.
        ///   - workflow: The workflow by which the risk came to it.
        ///   - why: Why it came to it; may be empty.
        ///   - until: The last day on which it may stand in it.
        public init(
            _ state: RiskState,
            _ label: String,
            workflow: RiskWorkflowReference,
            why: String = "",
            until: CivilDate? = nil
        ) {
            self.state = state
            self.label = label
            self.workflow = workflow
            self.why = why
            self.until = until
        }
    }

    /// That something was recorded of a risk which its register's workflow refuses.
    public struct Override: Hashable, Sendable {
        /// The event that was refused.
        public var event: String
        /// The workflow that refused it.
        public var workflow: RiskWorkflowReference
        /// Why the workflow refused it.
        public var refusal: String
        /// Why it was recorded all the same.
        public var reason: String
        /// Who recorded it all the same.
        public var by: String
        /// The day on which it took effect.
        public var on: CivilDate?

        /// Creates an override.
        ///
        /// - Parameters:
        ///   - event: The event that was refused.
        ///   - workflow: The workflow that refused it.
        ///   - refusal: Why the workflow refused it.
        ///   - reason: Why it was recorded all the same.
        public init(
            _ event: String,
            workflow: RiskWorkflowReference,
            refusal: String,
            reason: String
        ) {
            self.event = event
            self.workflow = workflow
            self.refusal = refusal
            self.reason = reason
            by = ""
        }
    }

    /// The state in which the risk stands: that of its register's workflow where it has one of its own, else
    /// the record's.
    public var standing: RiskState { workflowState?.state ?? state }

    /// What that state is called, in words that fit after “the risk is”.
    public var standingWords: String { workflowState?.label ?? state.rawValue }

    /// The state in words, with why the risk came to it and until when it may stand in it.
    var standingText: String {
        var text = standingWords
        if let why = workflowState?.why, !why.isEmpty { text += " (\(why))" }
        if let until = workflowState?.until {
            text += ", until \(until.formatted("d MMMM yyyy")) at the latest"
        }
        return text
    }
}

extension Risk.WorkflowState {
    private static let members: [JSONMember<Self>] = [
        .required("state", \.state, .open), .required("label", \.label, .text),
        .required("workflow", \.workflow, RiskWorkflowReference.shape.form),
        .words("why", \.why), .optional("until", \.until, .date),
    ]

    /// What an entry says.
    static let said = Shape(Self("", "", workflow: RiskWorkflowReference("")), members)

    /// What a risk has.
    static let shape = Shape(
        Self("", "", workflow: RiskWorkflowReference("")),
        members + [.optional("since", \.since, .date)]
    )
}

extension Risk.Override {
    /// That something was recorded so and when, without who and why.
    var withoutWords: Self {
        var override = Self(event, workflow: workflow, refusal: "", reason: "")
        override.on = on
        return override
    }

    /// The override in a sentence that begins with the event.
    var sentence: String {
        let day = on.map { " on \($0.formatted("d MMMM yyyy"))" } ?? ""
        let who = by.isEmpty ? "" : " by \(by)"
        let words = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
        let why = words.isEmpty ? "" : ": \(words)"
        return "“\(event)” was recorded\(day)\(who) against the workflow “\(workflow.name)”\(why)"
    }

    private static let empty = Self(
        "",
        workflow: RiskWorkflowReference(""),
        refusal: "",
        reason: ""
    )

    private static let members: [JSONMember<Self>] = [
        .required("event", \.event, .text),
        .required("workflow", \.workflow, RiskWorkflowReference.shape.form),
        .words("refusal", \.refusal), .words("because", \.reason),
    ]

    /// What an entry says.
    static let said = Shape(empty, members)

    /// What a risk has.
    static let shape = Shape(
        empty,
        members + [.words("by", \.by), .optional("on", \.on, .date)]
    )
}
