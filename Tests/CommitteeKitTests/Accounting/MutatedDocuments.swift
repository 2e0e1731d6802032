// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit

/// A document of lines and cells whose every word is another, so that a lost one is seen.
struct MutableDocument {
    /// A line: one cell is a line of text, several are a row.
    var lines: [[String]]

    var text: String { lines.map { $0.joined(separator: "\t") }.joined(separator: "\n") }

    /// The lines that are rows with words.
    private var rows: [Int] { lines.indices.filter { lines[$0].count > 1 } }

    /// Changes something, as careless hands and bad extractions do.
    ///
    /// - Returns: What was changed, in a word.
    mutating func mutate(_ random: inout SeededGenerator, fresh: String) -> String {
        guard let row = rows.randomElement(using: &random) else { return "nothing" }
        let cell = Int.random(in: 0..<lines[row].count, using: &random)
        switch Int.random(in: 0..<11, using: &random) {
        case 0:
            lines[row].insert(fresh, at: Int.random(in: 0...lines[row].count, using: &random))
            return "a cell added"
        case 1:
            let other = Int.random(in: 0..<lines[row].count, using: &random)
            lines[row].swapAt(cell, other)
            return "two cells of a row swapped"
        case 2:
            guard let other = rows.randomElement(using: &random), cell < lines[other].count else {
                return "nothing"
            }
            let moved = lines[row][cell]
            lines[row][cell] = lines[other][cell]
            lines[other][cell] = moved
            return "cells of two rows swapped"
        case 3:
            let words = lines[row][cell].split(separator: " ").map(String.init)
            guard words.count > 1 else { return "nothing" }
            var rest = lines[row].map { _ in "" }
            rest[cell] = words.dropFirst().joined(separator: " ")
            lines[row][cell] = words[0]
            lines.insert(rest, at: row + 1)
            return "a row split"
        case 4:
            lines[row][cell] = misspelt(lines[row][cell], &random)
            return "a cell misspelt"
        case 5:
            let texts = lines.indices.filter { lines[$0].count == 1 && !lines[$0][0].isEmpty }
            guard let line = texts.randomElement(using: &random) else { return "nothing" }
            lines[line][0] = misspelt(lines[line][0], &random)
            return "a heading misspelt"
        case 6:
            lines[row][cell] = number(in: lines[row][cell], &random)
            return "a number changed"
        case 7:
            lines[row][cell] += " \(fresh)"
            return "words added to a cell"
        case 8:
            lines.insert([fresh], at: row)
            return "a line added"
        case 9:
            lines[row].append("")
            lines[row].append(fresh)
            return "a cell added at the end"
        default:
            let width = lines[row].count
            var added = Array(repeating: "", count: width)
            added[cell] = fresh
            lines.insert(added, at: row + 1)
            return "a row added"
        }
    }

    private func misspelt(_ text: String, _ random: inout SeededGenerator) -> String {
        var letters = Array(text)
        guard letters.count > 1 else { return text }
        let place = Int.random(in: 0..<(letters.count - 1), using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: letters.swapAt(place, place + 1)
        case 1: letters.remove(at: place)
        default: letters[place] = "q"
        }
        return String(letters)
    }

    private func number(in text: String, _ random: inout SeededGenerator) -> String {
        let put = ["SR\(Int.random(in: 1...99, using: &random))", "7", "12-01", "", "3b", "iv."]
        let new = put.randomElement(using: &random) ?? ""
        guard let colon = text.firstIndex(of: ":") else { return new }
        return new + String(text[colon...])
    }
}

/// Makes documents of a layout's shape, with words that are made up and never the same.
struct DocumentMaker {
    var random: SeededGenerator
    private var count = 0

    private static let syllables = [
        "ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu",
    ]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func words(_ least: Int = 1, _ most: Int = 4) -> String {
        (0..<Int.random(in: least...most, using: &random)).map { _ in word() }
            .joined(separator: " ")
    }

    mutating func word() -> String {
        count += 1
        var number = count
        var letters = ""
        repeat {
            letters += Self.syllables[number % 15]
            number /= 15
        } while number > 0
        return letters + "w"
    }

    mutating func date() -> String {
        "By \(Int.random(in: 1...28, using: &random)) March \(2025 + count % 3)"
    }

    /// A document of the layout of ``SmallPlan``.
    mutating func small() -> MutableDocument {
        var lines: [[String]] = [
            ["Improvement Plan 2024 – 2026"], [""], ["Approved: 5 March 2024"], [""],
            ["Progress report at 30 June 2024"], [""], [words(3, 6)], [""],
            ["Progress checks"], [""],
            ["Date", "Report", "Total", "Completed", "Added", "Ongoing"],
            ["5 March 2024", words(1, 2), "3", "-", "-", "3"],
            ["30 June 2024", words(1, 2), "3", "1", "0", "2"], [""],
        ]
        for priority in 1...3 {
            lines += [["Priority \(priority): \(words())"], [""]]
            lines.append(SmallPlan.header.split(separator: "\t").map(String.init))
            for outcome in 1...2 {
                for action in 1...Int.random(in: 1...3, using: &random) {
                    let isFirst = action == 1
                    let number = priority * 2 + outcome - 2
                    lines.append([
                        isFirst ? "\(number)" : "", isFirst ? words() : "",
                        "\(number).\(action): \(words(2, 5))", words(1, 2), date(), words(2, 5),
                        ["G", "A", ""].randomElement(using: &random) ?? "",
                    ])
                }
            }
            lines.append([""])
        }
        lines += [["Maintenance"], [""], ["No", "Task", "Timescale"]]
        for item in 1...3 { lines.append(["\(item)", words(2, 5), "Ongoing"]) }
        lines += [[""], [words(2, 4)]]
        return MutableDocument(lines: lines)
    }

    /// A document without numbers, whose sections are rows.
    mutating func sections() -> MutableDocument {
        var lines: [[String]] = [["Improvement Plan 2024 – 2026"], [""]]
        for _ in 1...4 { lines += [[words(2, 6)], [""]] }
        lines.append(["What", "Who and when", "How it stands", "State"])
        for _ in 1...6 {
            lines.append([words(2, 3), "", "", ""])
            for _ in 1...5 {
                lines.append([words(2, 5), "\(words(1, 2)) by 3 March 2025", words(2, 4), "G"])
            }
        }
        return MutableDocument(lines: lines)
    }

    /// A document whose status is a mark in one of three columns, with a first and a revised date.
    mutating func ticks() -> MutableDocument {
        let header = ["Ref", "Task", "Due", "Revised", "On track", "At risk", "Done"]
        var lines: [[String]] = [["Improvement Plan 2024 – 2026"], [""], [words(2, 6)], [""]]
        for goal in 1...3 {
            lines += [["Goal \(goal): \(words())"], [""], header]
            for action in 1...4 {
                var marks = ["", "", ""]
                marks[Int.random(in: 0..<3, using: &random)] = "✓"
                let revised = Bool.random(using: &random) ? date() : ""
                lines.append(["\(goal).\(action)", words(2, 5), date(), revised] + marks)
            }
            lines.append([""])
        }
        return MutableDocument(lines: lines)
    }

    static func ticksLayout() throws -> Layout {
        let declaration: JSONValue = [
            "title": "Improvement Plan {period}", "levels": ["goal", "action"], "scheme": "rag",
            "headings": ["goal": ["1": "Goal {number}: {text}"]],
            "columns": [
                ["1": "Ref", "2": "number"], ["1": "Task", "2": "text"],
                ["1": "Due", "2": "timescale.words"], ["1": "Revised", "2": "timescale.revised"],
                ["1": "On track", "2": "status", "tick": "G"],
                ["1": "At risk", "2": "status", "tick": "A"],
                ["1": "Done", "2": "status", "tick": "Done"],
            ],
        ]
        return try Layout(
            declaration: JSONNode(declaration, line: 1),
            id: "small/ticks",
            source: "main.lua"
        )
    }

    static func sectionsLayout() throws -> Layout {
        let declaration: JSONValue = [
            "title": "Improvement Plan {period}", "levels": ["theme", "action"], "scheme": "rag",
            "headings": ["theme": ["row": "{text}"]],
            "columns": [
                ["What", "text"], ["Who and when", "{leads} by {timescale.words}"],
                ["How it stands", "progress"], ["State", "status"],
            ],
        ]
        return try Layout(
            declaration: JSONNode(declaration, line: 1),
            id: "small/sections",
            source: "main.lua"
        )
    }
}
