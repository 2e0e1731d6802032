// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeScripting
import CommitteeTestKit
import Testing

/// The reference page and the stubs are made from the one declaration of the API.
@Suite struct ScriptAPITests {
    @Test func theReferencePageIsThatOfTheDeclaration() {
        let golden = GoldenFile("lua-api.md", besides: #filePath, in: "../../../Documentation")
        let difference = golden.difference(from: Array(ScriptAPI.current.referencePage().utf8))
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test func theStubsAreThoseOfTheDeclaration() {
        let golden = GoldenFile(
            "committee.lua",
            besides: #filePath,
            in: "../../../Documentation/stubs"
        )
        let difference = golden.difference(from: Array(ScriptAPI.current.stubs().utf8))
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test(arguments: [
        ("item", true), ("item.evidence", true), ("doc.table", true), ("report", true),
        ("item.nothing", false), ("nothing", false), ("", false), (".", false),
    ])
    func aNameIsThereOrNot(name: String, isThere: Bool) {
        #expect(ScriptAPI.current.has(name) == isThere)
    }

    @Test func everyNameIsSaidOnce() {
        for type in ScriptAPI.current.types {
            let names = type.fields.map(\.name) + type.functions.map(\.name)
            #expect(Set(names).count == names.count, "\(type.name)")
            #expect(type.fields.allSatisfy { $0.summary.hasSuffix(".") }, "\(type.name)")
        }
    }
}
#endif
