// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeScripting
import Glibc

/// A failure as the tool tells it: what is wrong and what to do, then details.
struct Complaint: Error {
    /// What is wrong and what to do about it, in one line.
    var message: String
    /// What more there is to say, a line each.
    var details: [String] = []
    /// Whether the command was called wrongly, rather than failed.
    var isUsage = false
    /// Whether the output could not be written, whatever was done before.
    var isOutput = false

    init(_ message: String, details: [String] = [], isUsage: Bool = false) {
        self.message = message
        self.details = details
        self.isUsage = isUsage
    }

    /// Makes a complaint of an output that could not be written.
    init(unwritten message: String) {
        self.init(message)
        isOutput = true
    }

    /// Says an error on the error output and returns the exit code that it stands for.
    static func end(with error: any Error) -> Int32 {
        if error is Output.ReaderGone { return ExitCode.success.rawValue }
        if let code = error as? ExitCode { return code.rawValue }
        if error is CleanExit || isRequest(error) {
            // Help and the version were asked for: they are the output.
            return (try? Output.write(RootCommand.fullMessage(for: error) + "\n")) == nil ? 1 : 0
        }
        var complaint = Complaint(error)
        if let words = RecordNote.words(afterOutput: complaint.isOutput) {
            complaint.details.append(words)
        }
        say(complaint)
        return complaint.isUsage ? ExitCode.validationFailure.rawValue : ExitCode.failure.rawValue
    }

    /// Says a complaint on the error output.
    static func say(_ complaint: Complaint) {
        var lines = TerminalLine.visible(complaint.message).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let first = lines.isEmpty ? "" : lines.removeFirst()
        var text = "committee: \(first)\n"
        for line in lines { text += line + "\n" }
        for detail in complaint.details { text += TerminalLine.visible(detail) + "\n" }
        Output.complain(text)
    }

    private static func isRequest(_ error: any Error) -> Bool {
        RootCommand.exitCode(for: error) == .success
    }
}

extension Complaint {
    /// Puts any error into the words of the tool.
    init(_ error: any Error) {
        switch error {
        case let error as Complaint: self = error
        case let error as JournalError:
            self.init(
                error.message,
                details: error.entriesBetween.map {
                    "  entry \($0.sequence), \($0.kind), by \($0.by)"
                }
            )
        case let error as ScriptFailure: self.init(error)
        case let error as LibraryError:
            // What is held is said in the message, and its words nowhere.
            let cause = error.held.isEmpty ? error.cause : nil
            self.init(error.message, details: cause.map { ["  " + "\($0)"] } ?? [])
        case let error as any Error & CustomStringConvertible where !Self.isParsing(error):
            self.init(error.description)
        case let error as any ExplainedError: self.init(error.message)
        default: self.init(parsing: error)
        }
    }

    /// Whether the argument parser made the error, which then knows its own words best.
    private static func isParsing(_ error: any Error) -> Bool {
        RootCommand.exitCode(for: error) == .validationFailure
    }

    private init(parsing error: any Error) {
        let message = RootCommand.message(for: error)
        // The full message repeats the first line as “Error: …”; what follows is the usage.
        let whole = RootCommand.fullMessage(for: error)
        let usage = whole.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { !$0.hasPrefix("Usage:") }.map(String.init)
        self.init(message, details: usage, isUsage: Self.isParsing(error))
    }
}

/// Text that is safe to show on a terminal.
enum TerminalLine {
    /// Returns text in which characters that steer a terminal are replaced by U+FFFD.
    ///
    /// Those are control characters except the line feed and the tab, marks of direction, line and
    /// paragraph separators, and tags.
    static func visible(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x09: result.append(scalar)
            case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E,
                0x2066...0x2069, 0xE0000...0xE007F:
                result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
#endif
