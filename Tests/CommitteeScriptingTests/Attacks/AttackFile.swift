// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Foundation
import Testing

/// A Lua file of the corpus, with what its header says of it.
///
/// - `-- expect: fuel|time`: any of these reasons.
/// - `-- expect: ok [1,2]`: this value, as JSON; plain `ok` allows any.
/// - `-- expect: lua "part"`: this reason, and a message that holds these words.
/// - `-- limits: ms=300 fuel=100000 memory=8 output=1`: milliseconds, units, and megabytes.
/// - `-- args: report` and `-- allow: load`: what the script is given.
struct AttackFile: Sendable, CustomTestStringConvertible {
    /// The theme and the name, such as `loops/while`.
    let name: String
    let script: LuaScript
    /// What follows `-- expect:`; nil when the file does not say.
    private(set) var expectation: String?
    private(set) var limits = ScriptLimits(
        fuel: 500_000,
        memoryBytes: 16 << 20,
        milliseconds: 5_000,
        outputBytes: 4 << 20
    )

    var testDescription: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Corpus")

    /// Every file of the corpus, by name.
    static let all: [AttackFile] = {
        let manager = FileManager.default
        let paths = manager.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".lua") }.sorted().map(AttackFile.init)
    }()

    init(_ path: String) {
        name = String(path.dropLast(4))
        let bytes = (try? Data(contentsOf: Self.folder.appending(path: path))).map(Array.init)
        let source = bytes ?? []
        var script = LuaScript(name: path, source: source)
        for line in source.split(separator: UInt8(ascii: "\n")) where line.starts(with: "--".utf8) {
            let text = String(decoding: line, as: UTF8.self)
            if text == "-- args: report" { script.reportDay = CivilDate(2026, 10, 31) }
            if text == "-- allow: load" { script.mayLoad = true }
            if let words = text.after("-- expect: ") { expectation = words }
            if let words = text.after("-- limits: ") { limits.read(words) }
        }
        self.script = script
    }

    /// What is wrong with an outcome; nil when it is one that the file allows.
    func objection(to outcome: Result<LuaScript.Outcome, ScriptFailure>) throws -> String? {
        let expectation = try #require(expectation, "\(name) says no expectation")
        switch outcome {
        case .success(let outcome):
            if expectation.split(separator: "|").contains("ok") { return nil }
            if let json = expectation.after("ok ") {
                let value = try JSONReader.read(Array(json.utf8), source: name).value
                if value == outcome.value { return nil }
            }
            let found = String(decoding: outcome.value.canonicalBytes, as: UTF8.self)
            return "expected \(expectation), came ok \(found)"
        case .failure(let failure):
            let reason = failure.reason.description
            if expectation.split(separator: "|").contains(Substring(reason)) { return nil }
            if let quoted = expectation.after(reason + " "), quoted.count > 2,
                failure.message.contains(quoted.dropFirst().dropLast())
            {
                return nil
            }
            return "expected \(expectation), came \(failure.detailedDescription)"
        }
    }
}

extension ScriptLimits {
    fileprivate mutating func read(_ words: String) {
        for word in words.split(separator: " ") {
            let parts = word.split(separator: "=")
            guard parts.count == 2, let number = UInt64(parts[1]) else { continue }
            switch parts[0] {
            case "ms": milliseconds = number
            case "fuel": fuel = number
            case "memory": memoryBytes = number << 20
            case "output": outputBytes = number << 20
            default: break
            }
        }
    }
}

extension String {
    /// What follows a beginning; nil when the text does not begin so.
    fileprivate func after(_ beginning: String) -> String? {
        hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
    }
}
#endif
