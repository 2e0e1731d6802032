// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import Glibc

/// The day it is where the tool runs.
enum Today {
    /// The variable of the environment that sets another today.
    static let variable = "COMMITTEE_TODAY"

    /// Returns today: the local civil date, unless the environment says otherwise.
    static func date() throws -> CivilDate {
        if let given = Environment.value(of: variable) {
            guard let date = CivilDate(iso: given) else {
                throw Complaint(
                    "\(variable) is “\(given)”, which is not a date. Write it as YYYY-MM-DD, such "
                        + "as 2026-10-31, or unset it.",
                    isUsage: true
                )
            }
            return date
        }
        var now = time(nil)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil,
            let date = CivilDate(
                year: Int(parts.tm_year) + 1900,
                month: Int(parts.tm_mon) + 1,
                day: Int(parts.tm_mday)
            )
        else {
            throw Complaint(
                "The clock of this machine has no readable date. Set it, or set \(variable)."
            )
        }
        return date
    }

    /// Returns the last moment of a day, in the time zone of this machine.
    static func end(of day: CivilDate) throws -> RecordedInstant {
        let next = day + 1
        var parts = tm()
        parts.tm_year = Int32(next.year - 1900)
        parts.tm_mon = Int32(next.month - 1)
        parts.tm_mday = Int32(next.day)
        parts.tm_isdst = -1
        let start = mktime(&parts)
        guard start != -1 else {
            throw Complaint(
                "\(day) is not a day that this machine's calendar knows.",
                isUsage: true
            )
        }
        return RecordedInstant(milliseconds: Int64(start) * 1000 - 1)
    }
}

/// The variables that the tool was started with.
enum Environment {
    /// Returns the value of a variable, or nil when it is not set or empty.
    static func value(of name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }
}

/// Reads a date that was given as an argument.
///
/// - Parameter text: The argument.
/// - Returns: The date.
/// - Throws: `ValidationError`, which says how a date is written.
func dateArgument(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(iso: text) else {
        throw ValidationError(
            missingDay(text) ?? "A date is written YYYY-MM-DD, such as 2026-10-31."
        )
    }
    return date
}

/// Says that a date which is written as one does not exist, such as 30 February; nil for other texts.
private func missingDay(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
        text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }),
        let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    guard let first = CivilDate(year: year, month: month, day: 1) else {
        return (1...12).contains(month)
            ? nil : "\(text) does not exist: a month is a number from 01 to 12."
    }
    guard
        let last = (28...31).reversed().first(where: {
            CivilDate(year: year, month: month, day: $0) != nil
        }), day == 0 || day > last
    else { return nil }
    return "\(text) does not exist: \(first.formatted("MMMM yyyy")) has \(last) days."
}

/// Reads a period that somebody wrote as an argument, from the first day to the last.
func periodArgument(_ text: String) throws -> CivilSpan {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = CivilDate(iso: String(ends[0])),
        let until = CivilDate(iso: String(ends[1])), let span = CivilSpan(from: from, until: until)
    else {
        throw ValidationError(
            "A period is written FIRST-DAY/LAST-DAY, such as 2024-04-01/2027-03-31."
        )
    }
    return span
}
#endif
