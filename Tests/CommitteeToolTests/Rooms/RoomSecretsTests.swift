// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeTestKit
import Testing

/// The cut of each room of the library, by the contract that a host's rooms keep too, with canaries in each field of
/// what is hidden.
@Suite struct RoomSecretsTests {
    /// The kinds of which no export shows what is hidden, to anybody, with the reason.
    private static let shownToNobody: [EntryKind: String] = [:]

    @Test("The cuts of a room show no canary", arguments: Rooms.standard.all.map(\.name))
    func noCutShowsWhatIsHidden(_ name: String) throws {
        let matters = try HiddenMatters()
        let room = try #require(Rooms.standard.all.first { $0.name == name })
        let secrets = matters.canaries(of: Set(room.kinds.map(\.kind)))
        func leaks(_ room: some Room) -> [ContractViolation] {
            RoomContract(room, in: .standard, samples: matters.drafts, secrets: secrets).leaks()
        }
        #expect(leaks(room).map(\.description) == [])
    }

    @Test func whoeverMayReadAFieldDoes() throws {
        let matters = try HiddenMatters()
        let count = matters.drafts.count
        var shown: Set<String> = []
        for place in stride(from: count / 12, through: count, by: max(1, count / 12)) {
            let drafts = matters.drafts[..<place]
            let day = drafts.map(\.effective).max() ?? HiddenMatters.start
            let edition = Edition(
                of: Record.folding(
                    drafts.enumerated().map { Entry(provisional: $1, sequence: $0 + 1) }
                ),
                committee: HiddenMatters.committee.rawValue,
                name: HiddenMatters.name,
                asOf: day,
                audience: .restricted
            )
            for state in edition.rooms.all {
                let text = JSONValue.object(state.exported(on: day)).indentedText
                for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }
                ) {
                    shown.insert(String(word))
                }
            }
        }
        var kinds: [EntryKind: Bool] = [:]
        for draft in matters.drafts {
            let canaries = HiddenMatters.canaries(in: draft).keys
            guard !canaries.isEmpty else { continue }
            let isShown = canaries.contains { shown.contains($0) }
            kinds[draft.kind] = isShown || kinds[draft.kind] == true
        }
        let unshown = kinds.filter { !$0.value && Self.shownToNobody[$0.key] == nil }
        #expect(unshown.keys.map(\.rawValue).sorted() == [])
        #expect(kinds.count > 60)
    }
}
#endif
