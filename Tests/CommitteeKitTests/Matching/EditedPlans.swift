// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit

/// An item of a plan that is edited, which knows what it is whatever its words and numbers become.
struct EditedItem {
    /// What it is; never printed.
    var identity: Int
    var words: String
    var number: Int
    var children: [EditedItem] = []
}

/// An edition of a plan, of sections with actions, as a committee edits it.
struct EditedPlan {
    var sections: [EditedItem]
    /// Whether numbers begin anew in each section; else they run on.
    var restarts: Bool
    private var nextIdentity: Int

    private static let verbs = [
        "Review", "Agree", "Publish", "Train", "Audit", "Write", "Test", "Check", "Share", "Map",
        "Brief", "Refresh", "Evaluate", "Gather", "Launch", "Embed",
    ]
    private static let things = [
        "neglect toolkit", "referral pathway", "school guide", "fathers guide", "audit cycle",
        "learning review", "data set", "chronology format", "kinship leaflet", "housing protocol",
        "night shift rota", "online module", "interpreter list", "joint interview plan",
        "transition checklist", "escalation route", "unborn baby protocol", "dental record form",
    ]
    private static let ends = [
        "with every health visitor", "for new foster carers", "across the northern schools",
        "by a yearly survey of staff", "with young people in care", "in plain English",
        "before the winter term", "using real case notes", "with the police and the fire service",
        "at each practice forum", "for the island communities", "and report what changes",
    ]

    init(restarts: Bool, random: inout SeededGenerator) {
        self.restarts = restarts
        nextIdentity = 0
        sections = []
        var used: Set<String> = []
        for _ in 0..<Int.random(in: 2...5, using: &random) {
            var section = fresh(&random, &used)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                section.children.append(fresh(&random, &used))
            }
            sections.append(section)
        }
        number()
    }

    private var used: Set<String> {
        Set(sections.map(\.words) + sections.flatMap { $0.children.map(\.words) })
    }

    private mutating func fresh(
        _ random: inout SeededGenerator,
        _ used: inout Set<String>
    ) -> EditedItem {
        nextIdentity += 1
        var words = ""
        repeat {
            words = [Self.verbs, Self.things, Self.ends]
                .map { $0[Int.random(in: 0..<$0.count, using: &random)] }.joined(separator: " ")
        } while !used.insert(words).inserted
        return EditedItem(identity: nextIdentity, words: words, number: 0)
    }

    private mutating func number() {
        var running = 0
        for section in sections.indices {
            sections[section].number = section + 1
            if restarts { running = 0 }
            for child in sections[section].children.indices {
                running += 1
                sections[section].children[child].number = running
            }
        }
    }

    /// Edits the plan once.
    ///
    /// - Returns: What was done, in a word.
    mutating func edit(_ random: inout SeededGenerator) -> String {
        defer { number() }
        var used = used
        let section = Int.random(in: 0..<sections.count, using: &random)
        let count = sections[section].children.count
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            var added = fresh(&random, &used)
            added.children = [fresh(&random, &used)]
            sections.insert(added, at: Int.random(in: 0...sections.count, using: &random))
            return "a section added"
        case 1 where sections.count > 1:
            sections.remove(at: section)
            return "a section gone"
        case 2 where sections.count > 1:
            let moved = sections.remove(at: section)
            sections.insert(moved, at: Int.random(in: 0...sections.count, using: &random))
            return "a section moved"
        case 3:
            let place = Int.random(in: 0...count, using: &random)
            sections[section].children.insert(fresh(&random, &used), at: place)
            return "an action added"
        case 4 where count > 1:
            sections[section].children.remove(at: Int.random(in: 0..<count, using: &random))
            return "an action gone"
        case 5 where count > 1:
            let moved = sections[section].children.remove(
                at: Int.random(in: 0..<count, using: &random)
            )
            let other = Int.random(in: 0..<sections.count, using: &random)
            let place = Int.random(in: 0...sections[other].children.count, using: &random)
            sections[other].children.insert(moved, at: place)
            return "an action moved"
        case 6 where count > 0:
            let child = Int.random(in: 0..<count, using: &random)
            sections[section].children[child].words = reworded(
                sections[section].children[child].words,
                &random
            )
            return "an action reworded"
        default:
            sections[section].words = reworded(sections[section].words, &random)
            return "a section reworded"
        }
    }

    /// The words with another end, or some more of them.
    private func reworded(_ words: String, _ random: inout SeededGenerator) -> String {
        Bool.random(using: &random)
            ? words + ", and again in spring"
            : words.replacing(" ", with: " the ", maxReplacements: 1)
    }

    /// The plan as a document prints it.
    var text: String {
        var lines = ["Improvement Plan 2024 – 2026", ""]
        for section in sections {
            lines += ["Theme \(section.number): \(section.words)", "", "No\tAction", ""]
            lines.removeLast()
            for child in section.children { lines.append("\(child.number)\t\(child.words)") }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    static func layout() throws -> Layout {
        let declaration: JSONValue = [
            "title": "Improvement Plan {period}", "levels": ["theme", "action"],
            "headings": ["theme": ["1": "Theme {number}: {text}"]],
            "columns": [["No", "number"], ["Action", "text"]],
        ]
        return try Layout(
            declaration: JSONNode(declaration, line: 1),
            id: "small/edited",
            source: "main.lua"
        )
    }

    /// The items in printed order.
    var all: [EditedItem] { sections.flatMap { [$0] + $0.children } }
}
