// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension JSONObject {
    package func prose(_ key: String) -> Prose { Prose(markup: text(key) ?? "") }

    /// The prose under a name; nil when none was given, and a mark where it was erased.
    func givenProse(_ key: String) -> Prose? {
        guard let value = self[key] else { return nil }
        return value.isNull ? .erased : value.text.map { Prose(markup: $0) }
    }
}

extension Prose {
    /// What stands where a text was erased.
    package static var erased: Prose { Prose("[erased]") }
}
