// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// A message as RFC 5322 and MIME have it: plain text, and the same as HTML.
struct MailMessage {
    /// A name and an address.
    struct Mailbox {
        var name: String
        var address: String
    }

    var from: Mailbox
    var to: Mailbox
    var subject: String
    /// When it is sent, in seconds since the first moment of 1970 in UTC.
    var seconds: Int
    /// What tells it from other messages: the same for a message that is tried again.
    var key: String
    var text: String
    var html: String

    /// The message in ASCII, its lines ended by CR LF.
    var bytes: [UInt8] {
        let boundary = "=_\(Self.fingerprint(key + text))"
        let domain = from.address.split(separator: "@").last.map(String.init) ?? "localhost"
        var message = MailText.address("From", from.name, from.address)
        message += MailText.address("To", to.name, to.address)
        message += MailText.header("Subject", subject)
        message += MailText.header("Date", Self.date(seconds))
        message += MailText.header("Message-ID", "<\(Self.fingerprint(key))@\(domain)>")
        // Nobody's holiday answer is wanted (RFC 3834).
        message += MailText.header("Auto-Submitted", "auto-generated")
        message += MailText.header("MIME-Version", "1.0")
        message += "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"\r\n\r\n"
        for (type, content) in [("text/plain", text), ("text/html", html)] {
            message += "--\(boundary)\r\n"
            message += MailText.header("Content-Type", "\(type); charset=utf-8")
            message += MailText.header("Content-Transfer-Encoding", "quoted-printable")
            message += "\r\n\(MailText.quotedPrintable(content))\r\n"
        }
        return Array((message + "--\(boundary)--\r\n").utf8)
    }

    /// An instant as `Sat, 31 Oct 2026 09:00:00 +0000`.
    static func date(_ seconds: Int) -> String {
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - days * 86_400
        let time = [rest / 3600, rest / 60 % 60, rest % 60].map { ($0 < 10 ? "0" : "") + "\($0)" }
        let day = CivilDate(dayNumber: days).formatted("EEE, d MMM yyyy")
        return "\(day) \(time.joined(separator: ":")) +0000"
    }

    /// 64 bits that tell texts apart (FNV-1a), as hexadecimal digits.
    static func fingerprint(_ text: String) -> String {
        let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return String(hash, radix: 16)
    }
}

extension MailMessage {
    /// Makes the message of a letter.
    ///
    /// - Parameters:
    ///   - letter: What one lead is reminded of.
    ///   - from: Who writes.
    ///   - address: Where the lead reads.
    ///   - seconds: When it is sent.
    init(_ letter: ReminderDigest.Letter, from: Mailbox, to address: String, at seconds: Int) {
        var document = letter.document
        // With its reference, `committee remind done` records what the lead answers.
        for reminder in letter.reminders {
            document.blocks.append(.paragraph("Reference: \(reminder.id)"))
        }
        self.init(
            from: from,
            to: Mailbox(name: letter.lead ?? "", address: address),
            subject: "\(letter.committee): \(letter.summary)",
            seconds: seconds,
            key: letter.reminders.map(\.id).joined(separator: "\n"),
            text: String(decoding: document.render(.plainText), as: UTF8.self),
            html: String(decoding: document.render(.html), as: UTF8.self)
        )
    }
}
