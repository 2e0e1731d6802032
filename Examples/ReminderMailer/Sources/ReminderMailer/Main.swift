// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeScripting
import CommitteeStorage
import Foundation

/// Sends the reminders of the day: see README.md for what it is told.
@main
struct Main {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 4 else {
            print("usage: ReminderMailer STORE PLUGINS ADDRESSES OUTBOX [COMMAND …]")
            exit(64)
        }
        let book = try AddressBook(
            reading: Array(try Data(contentsOf: URL(filePath: arguments[2]))),
            source: arguments[2]
        )
        var outbox = try Outbox(path: arguments[3], command: Array(arguments.dropFirst(4)))
        let now = Int(Date().timeIntervalSince1970)
        let today = try day(at: now)
        // Where a lock stands beside the folder, a plugin that is not approved as it is now is a draft:
        // it reads the public edition, and its reminders say what they are.
        let plugins = try await LuaPlugins.load(PluginFolder(arguments[1]))
        for notice in plugins.contributions.plugins.compactMap(\.draftNotice) { print(notice) }
        let library = CommitteeLibrary(
            store: try SQLiteJournal(path: arguments[0]),
            plugins: plugins,
            today: { today }
        )
        let committee = try await library.onlyCommittee()
        let edition = try await committee.edition(audience: .restricted)
        let round = await library.reminders(for: edition)
        for failure in round.failures { print("not asked: \(failure.rule): \(failure.error)") }

        var failed = false
        let digest = ReminderDigest(of: round.outlook(on: today), committee: edition.name)
        for var letter in digest.letters {
            letter.reminders.removeAll { outbox.sent.contains($0.id) }
            guard !letter.reminders.isEmpty else { continue }
            let address = book.address(of: letter.lead)
            let message = MailMessage(letter, from: book.from, to: address, at: now)
            let isSent = try outbox.send(message, of: letter.reminders.map(\.id))
            print("\(isSent ? "sent" : "NOT SENT") to \(address): \(letter.summary)")
            failed = failed || !isSent
        }
        if failed || !round.failures.isEmpty { exit(1) }
    }

    /// The day: that of the environment, for rehearsals, else that of the clock.
    private static func day(at seconds: Int) throws -> CivilDate {
        if let given = ProcessInfo.processInfo.environment["COMMITTEE_TODAY"],
            let date = CivilDate(iso: given)
        {
            return date
        }
        var time = time_t(seconds)
        var parts = tm()
        localtime_r(&time, &parts)
        return CivilDate(
            year: Int(parts.tm_year) + 1900,
            month: Int(parts.tm_mon) + 1,
            day: Int(parts.tm_mday)
        ) ?? CivilDate(dayNumber: seconds / 86_400)
    }
}
