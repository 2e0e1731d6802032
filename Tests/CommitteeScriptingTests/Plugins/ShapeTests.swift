// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import Foundation
import Testing

@testable import CommitteeScripting

/// The stubs and the pages know every key that a declaration takes.
///
/// No language server is at hand where the tests run; so each table is asked for its names with one that it
/// cannot know, and each of the names in the answer must be in the declaration of the API.
@Suite struct ShapeTests {
    private static let columns = "columns = { { 'A', 'text' } }"
    private static func layout(_ more: String) -> String {
        "layout 'x' { title = 'T {period}', levels = { 'o', 'a' }, \(columns), \(more) }"
    }
    private static func register(_ more: String) -> String {
        "layout 'x' { about = 'risks', title = 'T {date}', register = 'r', scale = 's', "
            + "columns = { { 'A', 'title' } }, \(more) }"
    }
    private static func scale(_ more: String) -> String {
        "risk_scale 'x' { version = 1, likelihoods = { 'a' }, impacts = { 'a' }, scoring = 'product', \(more) }"
    }

    static let probes: [(shape: String, main: String)] = [
        ("layout.declaration", "layout 'x' { zzzzzzzz = 1 }"),
        ("layout.declaration", "layout 'x' { about = 'risks', zzzzzzzz = 1 }"),
        (
            "layout.column",
            "layout 'x' { title = 'T {period}', levels = { 'o', 'a' }, columns = { { 'A', 'text', zzzzzzzz = 1 } } }"
        ),
        ("layout.heading", layout("headings = { o = { 'x {number}', zzzzzzzz = 1 } }")),
        (
            "layout.block",
            "layout 'x' { title = 'T {period}', levels = { 'o' }, blocks = { o = { as = 'heading', zzzzzzzz = 1 } } }"
        ),
        ("layout.list", layout("lists = { { zzzzzzzz = 1 } }")),
        ("layout.fact", layout("facts = { { 'x', 'y {date}', zzzzzzzz = 1 } }")),
        ("layout.counting", layout("counting = { zzzzzzzz = 1 }")),
        ("layout.reading", layout("reading = { zzzzzzzz = 1 }")),
        ("layout.reading", register("reading = { zzzzzzzz = 1 }")),
        ("report.declaration", "report 'x' { zzzzzzzz = 1 }"),
        ("report.part", "report 'x' { parts = { { zzzzzzzz = 1 } } }"),
        (
            "report.order",
            "report 'x' { list = 'plan.late', say = 'x', order = { { 'due', zzzzzzzz = 1 } } }"
        ),
        (
            "report.condition",
            "report 'x' { list = 'plan.late', say = 'x', where = { due = { zzzzzzzz = 1 } } }"
        ),
        ("status_scheme.declaration", "status_scheme 'x' { zzzzzzzz = 1 }"),
        ("status_scheme.key", "status_scheme 'x' { { 'G', 'Go', zzzzzzzz = 1 } }"),
        ("reminder.declaration", "reminder 'x' { zzzzzzzz = 1 }"),
        ("reminder.step", "reminder 'x' { { before_due = '1 week', zzzzzzzz = 1 } }"),
        ("timescale_words.declaration", "timescale_words 'x' { zzzzzzzz = 1 }"),
        ("timescale_words.phrase", "timescale_words 'x' { phrases = { { 'x', zzzzzzzz = 1 } } }"),
        ("risk_scale.declaration", "risk_scale 'x' { zzzzzzzz = 1 }"),
        (
            "risk_scale.level",
            "risk_scale 'x' { version = 1, likelihoods = { { 'a', 'b', zzzzzzzz = 1 } }, impacts = { 'a' }, scoring = 'product' }"
        ),
        ("risk_scale.band", scale("bands = { { 'a', 'b', zzzzzzzz = 1 } }")),
        ("risk_scale.zone", scale("zones = { { 'a', 'b', zzzzzzzz = 1 } }")),
        (
            "risk_scale.cell",
            "risk_scale 'x' { version = 1, likelihoods = { 'a' }, impacts = { 'a' }, scoring = 'grid', grid = { { zzzzzzzz = 1 } } }"
        ),
        ("risk_workflow.declaration", "risk_workflow 'x' { zzzzzzzz = 1 }"),
        ("risk_workflow.state", "risk_workflow 'x' { states = { { 'a', 'b', zzzzzzzz = 1 } } }"),
        (
            "risk_workflow.branch",
            "risk_workflow 'x' { steps = { { 'a', from = 'active', branches = { { 'b', zzzzzzzz = 1 } } } } }"
        ),
        (
            "risk_workflow.field",
            "risk_workflow 'x' { steps = { { 'a', from = 'active', fields = { { 'b', zzzzzzzz = 1 } } } } }"
        ),
        ("risk_workflow.allow", "risk_workflow 'x' { allow = { { { 'a' }, zzzzzzzz = 1 } } }"),
        ("risk_workflow.approvals", "risk_workflow 'x' { approvals = { { 'a', zzzzzzzz = 1 } } }"),
        ("risk_workflow.trial", "risk_workflow 'x' { without = {}, trial = { zzzzzzzz = 1 } }"),
        (
            "risk_workflow.world",
            "risk_workflow 'x' { trial = { worlds = { { 'a', zzzzzzzz = 1 } } } }"
        ),
        ("risk_workflow.step", "risk_workflow 'x' { steps = { { 'a', zzzzzzzz = 1 } } }"),
        ("risk_workflow.guard", "risk_workflow 'x' { guards = { { 'a', zzzzzzzz = 1 } } }"),
        ("risk_escalation.declaration", "risk_escalation 'x' { zzzzzzzz = 1 }"),
        ("learning_review_pack.declaration", "learning_review_pack 'x' { zzzzzzzz = 1 }"),
        ("quality_framework.declaration", "quality_framework 'x' { zzzzzzzz = 1 }"),
    ]

    @Test(arguments: probes)
    func everyKeyIsInTheStubs(shape: String, main: String) async throws {
        let problems = try await LuaPlugins.problems(MemoryFiles.demo(main))
        let answer = try #require(problems.first { $0.contains("“zzzzzzzz” is not a name") })
        let list = try #require(answer.components(separatedBy: "Known: ").last)
        let names = list.dropLast().replacing(/\ and \d+ more/, with: "")
            .components(separatedBy: ", ")
            .filter { Int($0) == nil && $0 != "$schema" }
        let declared = try #require(ScriptAPI.current.shapes.first { $0.name == shape })
        let known = Set(declared.fields.map(\.name))
        #expect(!names.isEmpty)
        #expect(names.filter { !known.contains($0) } == [])
    }

    @Test func everyShapeIsTried() {
        let tried = Set(Self.probes.map(\.shape))
        #expect(ScriptAPI.current.shapes.map(\.name).filter { !tried.contains($0) } == [])
    }

    /// What an editor completes inside a function depends on the types of its arguments.
    @Test(arguments: [
        ("report", "fun(edition: edition, doc: doc, ctx: ctx)"),
        ("risk_escalation", "fun(risk: risk, ctx: ctx)"), ("test", "fun(t: t, ctx: ctx)"),
    ])
    func theArgumentsOfTheFunctionOfADeclarationAreTyped(name: String, type: String) {
        let declared = ScriptAPI.current.declarations.first { $0.name == name }
        #expect(declared?.body?.contains(type) == true)
    }

    @Test func everyFunctionAmongTheKeysHasTypedArguments() {
        let known = Set(ScriptAPI.current.types.map(\.name))
            .union(["string", "integer", "table<string, string>"])
        for shape in ScriptAPI.current.shapes {
            for field in shape.fields where field.type.contains("fun(") {
                let inside = field.type.components(separatedBy: "fun(")[1].components(
                    separatedBy: ")"
                )[0]
                let arguments = inside.replacing("table<string, string>", with: "string")
                    .components(separatedBy: ", ")
                for argument in arguments {
                    let types = argument.components(separatedBy: ": ").last ?? ""
                    for type in types.split(separator: "|") {
                        let name = type.hasSuffix("?") ? String(type.dropLast()) : String(type)
                        #expect(known.contains(name), "\(shape.name).\(field.name): \(argument)")
                    }
                }
            }
        }
    }

    @Test(arguments: [
        ("csv", "out:row"), ("sort", "report.declaration.order"), ("agency", "item.leads"),
        ("pivot", "report.declaration.count"), ("deadline", "item.due"),
    ])
    func aPageIsFoundByAWord(word: String, name: String) throws {
        let page = try ScriptAPI.current.page(for: word)
        let text = String(decoding: page.render(.markdown), as: UTF8.self)
            .replacing("\\_", with: "_")
        #expect(text.contains("What speaks of “\(word)”"))
        #expect(text.contains("| \(name) |"), "\(text)")
    }

    @Test func thePageOfADeclarationShowsItsKeys() throws {
        let page = try ScriptAPI.current.page(for: "reminder")
        let text = String(decoding: page.render(.markdown), as: UTF8.self)
            .replacing("\\_", with: "_")
        #expect(text.contains("| before_meetings | boolean or nil |"))
        #expect(text.contains("| before_due | string or nil |"))
    }
}
#endif
