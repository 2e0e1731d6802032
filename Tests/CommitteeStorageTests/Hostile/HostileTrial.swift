// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A run of hostile inputs against one reader: none may end the program, nor keep it busy for long.
///
/// What gets an answer that no input got before is kept in the pool, from which later inputs are made, and
/// written to the folder of what was found; `Tests/Campaigns/Corpus` has what was worth keeping of it. The
/// input that is being tried stands in a file of its own, so that one that ends the program is there afterwards.
struct HostileTrial {
    /// The name of the target, and of its folder in the corpus.
    let name: String
    private(set) var tried = 0
    private(set) var accepted = 0
    private var answers: Set<String> = []
    private(set) var pool: [[UInt8]]
    private let kept: [[UInt8]]
    private let end: ContinuousClock.Instant
    private let least: Int
    private let found: URL
    private(set) var slowest = Duration.zero

    /// How long an input may keep a reader busy: five seconds, and longer beside all the other tests.
    private let patience: Duration

    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Creates a trial.
    ///
    /// - Parameters:
    ///   - name: The name of the target.
    ///   - seeds: Inputs from which others are made.
    ///   - least: How many inputs are tried at least; `HOSTILE_SECONDS` tries more.
    /// - Throws: What Foundation throws when a file cannot be read or a folder not made.
    init(_ name: String, seeds: [[UInt8]], least: Int) throws {
        self.name = name
        self.least = least
        let corpus = Self.root.appending(path: "Tests/Campaigns/Corpus/\(name)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
        kept = try names.sorted().map { Array(try Data(contentsOf: corpus.appending(path: $0))) }
        pool = seeds + kept
        let seconds = ProcessInfo.processInfo.environment["HOSTILE_SECONDS"].flatMap(Double.init)
        patience = .seconds(seconds == nil ? 60 : 5)
        end = ContinuousClock().now + .seconds(seconds ?? 0)
        found = Self.root.appending(path: ".build/hostile/\(name)")
        try FileManager.default.createDirectory(at: found, withIntermediateDirectories: true)
    }

    /// Tries the kept inputs, and then others for as long as it is to take.
    ///
    /// - Parameters:
    ///   - change: Makes an input from one of the pool.
    ///   - answer: Gives an input to the reader and returns what it said, and whether it took the input.
    /// - Throws: What the reader throws beside its refusals, and what Foundation throws.
    mutating func run(
        change: ([UInt8]) -> [UInt8],
        answer: ([UInt8]) async throws -> (words: String, isTaken: Bool)
    ) async throws {
        for input in kept { try await attempt(input, isNew: false, answer) }
        var turn = 0
        while tried < least || ContinuousClock().now < end {
            // The seeds, and what gave a new answer lately, are taken most often.
            let place =
                turn % 3 == 0
                ? pool.count - 1 - turn / 3 % min(pool.count, 20) : turn / 3 % pool.count
            turn += 1
            try await attempt(change(pool[place]), isNew: true, answer)
        }
        let said = answers.sorted().joined(separator: "\n")
        let place = found.deletingLastPathComponent().appending(path: "\(name)-answers")
        try Data(said.utf8).write(to: place)
        print(
            "\(name): \(tried) tried, \(accepted) taken, \(answers.count) answers, slowest \(slowest)"
        )
    }

    private mutating func attempt(
        _ input: [UInt8],
        isNew: Bool,
        _ answer: ([UInt8]) async throws -> (words: String, isTaken: Bool)
    ) async throws {
        let trying = found.deletingLastPathComponent().appending(path: "\(name)-trying")
        try Data(input).write(to: trying)
        tried += 1
        let start = ContinuousClock().now
        let (words, isTaken) = try await answer(input)
        let time = ContinuousClock().now - start
        slowest = max(slowest, time)
        if isTaken { accepted += 1 }
        let shape = words.replacing(/“[^”]*”|[0-9]+/, with: "…")
        #expect(!shape.isEmpty, "an answer without words")
        if time > patience {
            let file = found.appending(path: "slow-\(tried)")
            try Data(input).write(to: file)
            Issue.record("\(time) for the input in \(file.path)")
        }
        guard answers.insert(shape).inserted, isNew, input.count < 300_000 else { return }
        pool.append(input)
        try Data(input).write(to: found.appending(path: "\(answers.count)"))
    }
}
