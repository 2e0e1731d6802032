// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import BenchPlan
import CBenchMemory
import Foundation

/// Ours, as a process that waits for the runner: `bench-ours PLUGINS ACTIONS`.
///
/// A line on stdin is the name of a measurement, and perhaps a file for what it makes; or `give-back`,
/// after which memory counts from what is really held. The answer is one line: nanoseconds of the processor, nanoseconds on the clock, the bytes or things made, and
/// the most memory held meanwhile beyond what was held before, in bytes.
@main
enum BenchOurs {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let count = Int(arguments[2]) else {
            FileHandle.standardError.write(Data("usage: bench-ours PLUGINS ACTIONS\n".utf8))
            exit(2)
        }
        let contestant = try await Contestant(plugins: arguments[1], actions: count)
        answer("ready")
        var round = 0
        while let line = readLine() {
            let words = line.split(separator: " ").map(String.init)
            guard let name = words.first else { continue }
            if name == "give-back" {
                bench_give_back()
                answer("0 0 0 0")
                continue
            }
            round += 1
            let before = ProcessMemory.forgetPeak()
            let start = Moment.now
            let made: Made
            do {
                made = try await contestant.run(name, round: round)
            } catch {
                let words = String(describing: error).split(separator: "\n")
                answer("error \(words.joined(separator: " "))")
                continue
            }
            let taken = Moment.now.words(since: start, parts: Contestant.parts(of: name))
            let peak = max(0, ProcessMemory.peak() - before)
            if words.count > 1 {
                try Data(made.bytes).write(to: URL(fileURLWithPath: words[1]))
            }
            answer("\(taken) \(max(made.bytes.count, made.count)) \(peak)")
        }
    }

    private static func answer(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}

/// The memory of this process, as Linux tells it.
enum ProcessMemory {
    /// Forgets the peak so far.
    ///
    /// - Returns: The bytes that are held now.
    static func forgetPeak() -> Int {
        if let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") {
            file.write(Data("5".utf8))
            try? file.close()
        }
        return bytes("VmRSS:")
    }

    /// The most bytes that were held since the peak was forgotten.
    static func peak() -> Int { bytes("VmHWM:") }

    private static func bytes(_ field: String) -> Int {
        guard let file = FileHandle(forReadingAtPath: "/proc/self/status"),
            let data = try? file.readToEnd()
        else { return 0 }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        let line = lines.first { $0.hasPrefix(field) }
        let words = line?.split { $0 == " " || $0 == "\t" } ?? []
        return words.count > 1 ? (Int(words[1]) ?? 0) * 1_024 : 0
    }
}
