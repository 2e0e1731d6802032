// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder of messages, with a list of the reminders that were sent.
struct Outbox {
    private let folder: URL
    private let command: [String]
    private(set) var sent: Set<String>

    private var list: URL { folder.appending(path: "sent.txt") }

    /// Opens a folder, or makes it.
    ///
    /// - Parameters:
    ///   - path: The path of the folder.
    ///   - command: What sends a message, which it gets on its standard input; none leaves the
    ///     messages in the folder.
    /// - Throws: The system's error when the folder cannot be made.
    init(path: String, command: [String]) throws {
        folder = URL(filePath: path)
        self.command = command
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let list = folder.appending(path: "sent.txt")
        let text = (try? String(contentsOf: list, encoding: .utf8)) ?? ""
        sent = Set(text.split(separator: "\n").map(String.init))
    }

    /// Writes a message, hands it to the command, and only then keeps what it reminded of.
    ///
    /// - Returns: Whether it was sent; one that was not is tried again the next time.
    mutating func send(_ message: MailMessage, of reminders: [String]) throws -> Bool {
        let file = folder.appending(path: "\(MailMessage.fingerprint(message.key)).eml")
        try Data(message.bytes).write(to: file, options: .atomic)
        if let program = command.first {
            let process = Process()
            process.executableURL = URL(filePath: program)
            process.arguments = Array(command.dropFirst())
            process.standardInput = try FileHandle(forReadingFrom: file)
            try process.run()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { return false }
        }
        sent.formUnion(reminders)
        try Data(sent.sorted().map { $0 + "\n" }.joined().utf8).write(to: list, options: .atomic)
        return true
    }
}
