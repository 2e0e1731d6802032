// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// The messages of `Examples/ReminderMailer`, whose sources are compiled here too.
@Suite struct MailMessageTests {
    private static let long = String(repeating: "a long subject of words ", count: 9)

    @Test(arguments: [
        ("Plain", "Subject: Plain\r\n"),
        ("Hello\r\nBcc: x@example.org", "Subject: Hello  Bcc: x@example.org\r\n"),
        ("Café", "Subject: =?UTF-8?Q?Caf=C3=A9?=\r\n"),
        ("=?UTF-8?Q?x?=", "Subject: =?UTF-8?Q?=3D=3FUTF=2D8=3FQ=3Fx=3F=3D?=\r\n"),
    ])
    func aHeaderIsWritten(text: String, header: String) {
        #expect(MailText.header("Subject", text) == header)
    }

    @Test(arguments: [
        "", long, String(repeating: "é𝄞 ", count: 60), String(repeating: "x", count: 200),
    ])
    func noHeaderLineIsTooLong(text: String) {
        let lines = MailText.header("Subject", text).split(
            separator: "\r\n",
            omittingEmptySubsequences: true
        )
        for line in lines where !line.contains(String(repeating: "x", count: 200)) {
            #expect(line.count <= 76)
        }
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") && $0.count > 1 })
    }

    @Test(arguments: [
        ("a=b", "a=3Db"), ("a \nb\t", "a=20\r\nb=09"), ("é", "=C3=A9"), ("", ""),
        (String(repeating: "x", count: 80), String(repeating: "x", count: 75) + "=\r\nxxxxx"),
    ])
    func textIsQuoted(text: String, quoted: String) {
        #expect(MailText.quotedPrintable(text) == quoted)
    }

    @Test(arguments: [
        (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (1_793_432_465, "Sat, 31 Oct 2026 07:41:05 +0000"),
        (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
    ])
    func datesAreWritten(seconds: Int, text: String) {
        #expect(MailMessage.date(seconds) == text)
    }

    private static let script = """
        import sys, email, email.policy
        message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        faults = [str(fault) for part in message.walk() for fault in part.defects]
        faults += [str(fault) for value in message.values() for fault in value.defects]
        text = message.get_body(('plain',)).get_content()
        html = message.get_body(('html',)).get_content()
        print(faults, message['subject'], message['to'], message['from'], message['date'], \
        len(text.splitlines()), '<html' in html, text.splitlines()[0], sep='|', end='')
        """

    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["COMMITTEE_READERS"] == "required"
                || FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"),
            "Install Python to read messages with it: apt-get install python3"
        )
    )
    func anOutsideReaderReadsTheMessage() throws {
        let message = MailMessage(
            from: .init(name: "Northshire “CPC”", address: "cpc@northshire.example"),
            to: .init(name: "Nurse, \"Lead\"", address: "nurse@northshire.example"),
            subject: "Café: 2 overdue, " + Self.long.trimmingCharacters(in: .whitespaces),
            seconds: 1_793_432_465,
            key: "a",
            text: "Première ligne = 1\n.\nFrom here \n" + String(repeating: "é", count: 90) + "\n",
            html: "<html><p>é</p></html>"
        )
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(message.bytes).write(to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", Self.script]
        process.standardInput = try FileHandle(forReadingFrom: folder)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(
            String(decoding: data, as: UTF8.self)
                == "[]|\(message.subject)|\"Nurse, \\\"Lead\\\"\" <nurse@northshire.example>|"
                + "Northshire “CPC” <cpc@northshire.example>|Sat, 31 Oct 2026 07:41:05 +0000|"
                + "4|True|Première ligne = 1"
        )
        #expect(message.bytes.allSatisfy { $0 < 127 })
        #expect(
            message.bytes.split(separator: 10).allSatisfy { $0.last == 13 && $0.count <= 79 }
        )
    }
}
