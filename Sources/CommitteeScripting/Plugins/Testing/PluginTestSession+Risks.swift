// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension PluginTestSession {
    /// Answers `t.score("three", "2", "3")` with what the levels make by a scale.
    func score(_ arguments: ScriptArguments) throws(ScriptRefusal) -> ScriptValue {
        try arguments.check(3...4)
        let name = try arguments.text(0)
        let id = name.contains("/") ? name : "\(known.plugin.id)/\(name)"
        let version = arguments[3] == .null ? nil : try arguments.integer(3, 1...1_000_000)
        let likelihood = try arguments.text(1)
        let impact = try arguments.text(2)
        let scale: RiskScale
        do throws(LibraryError) {
            scale = try known.contributions.riskScale(id, version: version)
        } catch {
            throw ScriptRefusal("t.score: \(error.message)")
        }
        let levels = RiskAssessment.Levels(
            scale: scale.reference,
            likelihood: likelihood,
            impact: impact
        )
        let score: RiskScale.Score
        do throws(RiskError) {
            score = try scale.score(of: levels)
        } catch {
            throw ScriptRefusal("t.score: \(error.message)")
        }
        var fields: [(String, ScriptValue)] = [
            ("text", .string(scale.text(of: levels, score: score).withoutNUL)),
            ("version", .integer(Int64(scale.version))),
        ]
        if let value = score.value { fields.append(("value", .integer(Int64(value)))) }
        if let band = score.bandID { fields.append(("band", .string(band.withoutNUL))) }
        return .map(ScriptMap(fields))
    }
}
#endif
