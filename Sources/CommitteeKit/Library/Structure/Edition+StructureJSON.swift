// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Edition {
    /// Returns who is who as JSON: the profile as it is on the day, whose the plans are, and what does not
    /// fit together.
    ///
    /// Who holds a role or a seat is there for the committee alone.
    ///
    /// - Parameter glossary: More names of leads, such as those that a layout declares.
    /// - Returns: The members.
    /// - Complexity: O(*n*) in the size of the structure and of the plans.
    public func structureJSON(glossary: LeadGlossary? = nil) -> JSONObject {
        var profile = committeeProfile
        if audience < .committee {
            for role in profile?.roles.indices ?? 0..<0 { profile?.roles[role].holderID = nil }
        }
        return [
            "asOf": .date(asOf), "audience": .string(audience.rawValue),
            "structure": profile?.json ?? .null,
            "plans": .array(planBodies.map { .object(PlanBodies.shape.write($0)) }),
            "findings": audience < .committee
                ? [] : .array(structureFindings(glossary: glossary).map(JSONValue.string)),
        ]
    }
}
