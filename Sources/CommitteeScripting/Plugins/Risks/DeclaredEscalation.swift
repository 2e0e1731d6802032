// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A rule that says which risks should be escalated, as a plugin declared it.
struct DeclaredEscalation: Sendable {
    var summary: ContributionSummary
    /// The path to the function: empty when the body is the function.
    var path: String
    /// The line at which the function is defined.
    var line: Int

    init(_ declaration: ScriptDeclaration, id: String, source: String) throws(JSONError) {
        let words = declaration.name.split(separator: "-").joined(separator: " ")
        let title = words.prefix(1).uppercased() + words.dropFirst()
        if case .function(let line) = declaration.value {
            self.line = line
            path = ""
            summary = ContributionSummary(id: id, title: title)
            return
        }
        let fields = try JSONFields(
            JSONNode(declaration.value.json(), line: declaration.line),
            in: source,
            known: ["title", "rule"]
        )
        guard case .function(let line)? = declaration.value["rule"] else {
            throw fields.error(
                "the risk_escalation “\(declaration.name)” has no rule = function(risk, ctx) … end."
            )
        }
        self.line = line
        path = "rule"
        summary = ContributionSummary(
            id: id,
            title: try fields.optional("title", as: .text) ?? title
        )
    }
}
#endif
