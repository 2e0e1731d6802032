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
        throw ValidationError("A date is written YYYY-MM-DD, such as 2026-10-31.")
    }
    return date
}
#endif
