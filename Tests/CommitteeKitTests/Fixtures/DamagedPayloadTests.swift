// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

// This fixture pins what becomes of a payload that is not as this version writes it: what is read
// all the same, what reads as something else, and what is not read. It says how things are, not how
// they should be. Record it anew (RECORD_GOLDENS=1) only after a decision that a payload is read
// otherwise.

@Suite("Payloads that are not as they are written")
struct DamagedPayloadTests {
    /// What a payload reads as, in few words.
    private func outcome(_ payload: JSONValue, of item: GeneratedDrafts.Item) -> String {
        let draft = item.draft
        guard let read = Change(subject: draft.subject, kind: draft.kind, payload: payload) else {
            return "not read"
        }
        if read == item.change { return "as before" }
        let again = GeneratedDrafts.resolved(FactGenerator.draft(of: read, variation: 1))
        if again.canonicalForm == payload.canonicalForm { return "as given" }
        let before = GeneratedDrafts.resolved(draft)
        var different = JSONObject()
        for key in Set((again.members ?? [:]).map(\.key) + (before.members ?? [:]).map(\.key)) {
            let found = again[key]?.canonicalForm
            guard found != before[key]?.canonicalForm else { continue }
            different[key] = found ?? "(left out)"
        }
        return JSONValue.object(different).canonicalText
    }

    @Test("Each reads as it did, or is not read as it was not")
    func outcomes() throws {
        var lines: [String] = []
        for kind in GeneratedDrafts.kinds {
            let isOpen = ["committee.profile-set", "risk-register.set"].contains(kind.rawValue)
            var seen: Set<String> = []
            for variation in kind == "action.timescale-set" ? Array(0..<17) : [1, 2] {
                let item = try GeneratedDrafts.items(kind)[variation]
                let payload = GeneratedDrafts.resolved(item.draft)
                let whole = ["": outcome([:], of: item), "[]": outcome([], of: item)]
                if variation < 2 {
                    lines.append("\(kind): empty=\(whole[""] ?? "") list=\(whole["[]"] ?? "")")
                }
                for path in payload.paths(isOpen ? 1 : 4) {
                    let name = path.map(\.description).joined()
                    guard seen.insert(name).inserted else { continue }
                    let results = Damage.allCases.map { damage in
                        let spoilt = payload.putting(damage.value, at: path[...])
                        return "\(damage.rawValue)=\(outcome(spoilt, of: item))"
                    }
                    lines.append(
                        "\(kind) \(variation) \(name): \(results.joined(separator: " | "))"
                    )
                }
                let more = payload.putting(nil, at: []).adding("unknown", 1)
                lines.append("\(kind) \(variation) one member more: \(outcome(more, of: item))")
            }
        }
        let golden = GoldenFile("damaged-payloads.txt", besides: #filePath, in: "Goldens")
        let text = lines.joined(separator: "\n") + "\n"
        let difference = golden.difference(from: Array(text.utf8))
        #expect(difference == nil, "\(difference ?? "")")
    }
}
