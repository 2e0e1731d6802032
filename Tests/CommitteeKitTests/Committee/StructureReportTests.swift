// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Reports on who is who")
struct StructureReportTests {
    private static func record() -> StructureRecord {
        var record = StructureRecord()
        let term = Member.Term(
            from: CivilDate(2026, 4, 1),
            holderID: "p-17",
            inducted: CivilDate(2026, 4, 9)
        )
        record.say(
            "nurse",
            Member.Seats.role.fact("Lead Nurse"),
            Member.Seats.agency.fact("health"),
            Member.Seats.core.fact(true),
            Member.Seats.term.fact(term)
        )
        let past = Member.Term(from: CivilDate(2023, 4, 1), until: CivilDate(2026, 3, 31))
        record.say("doctor", Member.Seats.role.fact("Lead Doctor"), Member.Seats.term.fact(past))
        record.say(.group("neglect"), WorkingGroup.Entries.name.fact("Neglect <Group>"))
        record.say(.group("neglect"), WorkingGroup.Entries.reportsTo.fact("qa"))
        return record
    }

    private func text(_ report: StructureReport, for audience: Audience, _ form: DocumentFormat)
        -> String
    {
        let document = report.document(of: Self.record().edition(for: audience))
        return String(decoding: document.render(form), as: UTF8.self)
    }

    @Test func theTreeIsDrawnWithAListThatSaysTheSame() {
        let page = text(.structure, for: .committee, .html)
        #expect(page.contains("<svg role=\"img\""))
        #expect(page.contains("<title id=\"ck-title-1\">Bodies and groups</title>"))
        #expect(page.contains("Neglect &lt;Group&gt;"))
        let list = text(.structure, for: .committee, .markdown)
        #expect(
            list.contains(
                """
                **Bodies and groups**

                - Moor Committee
                  - Quality Group: standing group
                    - Neglect \\<Group>: standing group
                """
            ),
            "\(list)"
        )
    }

    @Test func aVacantSeatIsToBeLookedAt() {
        let page = text(.structure, for: .committee, .plainText)
        #expect(
            page.contains(
                "The seat “Lead Doctor” on “Moor Committee” is vacant. Record a term of office, or end"
            )
        )
        #expect(page.contains("3, of which 1 core and 3 voting; 1 vacant"))
    }

    @Test func whoHoldsASeatIsLeftOutForThePublic() {
        #expect(text(.structure, for: .committee, .plainText).contains("p-17"))
        let page = text(.structure, for: .public, .plainText)
        #expect(!page.contains("p-17"))
        #expect(page.contains("Who holds a seat is left out for this audience."))
    }

    @Test(arguments: Audience.allCases)
    func theMembershipPageNamesRolesAndAgenciesAlone(_ audience: Audience) {
        let page = text(.membership, for: audience, .markdown)
        #expect(page.contains("| Lead Nurse | Moor Health Board | Member |"))
        #expect(!page.contains("p-17"))
        #expect(!page.contains("9 April"))
    }

    @Test func withoutAnythingThePageSaysSo() {
        let edition = StructureRecord(withProfile: false).edition()
        for report in StructureReport.all {
            let text = String(
                decoding: report.document(of: edition).render(.plainText),
                as: UTF8.self
            )
            #expect(text.contains("Nobody has recorded who is on the committee."))
        }
    }

    // MARK: The drawing

    @Test func aTreeSaysTheSameInEveryForm() {
        let leaf = Document.Tree.Node("Leaf", detail: "small")
        let tree = Document.Tree(
            title: "Wood",
            roots: [Document.Tree.Node("Stem", children: [leaf]), Document.Tree.Node("Stone")]
        )
        let document = Document(title: "T", blocks: [.tree(tree)])
        for form in DocumentFormat.allCases {
            let text = String(decoding: document.render(form), as: UTF8.self)
            for word in ["Wood", "Stem", "Leaf", "small", "Stone"] {
                #expect(text.contains(word), "\(form) \(word)")
            }
        }
    }

    @Test func aDeepTreeLosesNothing() {
        var node = Document.Tree.Node("Level 40")
        for level in (0..<40).reversed() {
            node = Document.Tree.Node("Level \(level)", children: [node])
        }
        let document = Document(
            title: "T",
            blocks: [.tree(Document.Tree(title: "Deep", roots: [node]))]
        )
        let text = String(decoding: document.render(.markdown), as: UTF8.self)
        for level in 0...40 { #expect(text.contains("- Level \(level)\n"), "\(level)") }
    }

    @Test func aPluginMayDrawATree() throws {
        let data: JSONValue = [
            "kind": "tree", "title": "Wood",
            "roots": [["label": "Stem", "children": [["label": "Leaf", "detail": "small"]]]],
        ]
        #expect(
            try Document.Block(data: data)
                == .tree(
                    Document.Tree(
                        title: "Wood",
                        roots: [
                            Document.Tree.Node(
                                "Stem",
                                children: [Document.Tree.Node("Leaf", detail: "small")]
                            )
                        ]
                    )
                )
        )
    }
}
