// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The parts of which the identifier of a reminder is made.
///
/// The same rule, subject, due date and step give the same text for ever, and two reminders that
/// differ in one of them have different texts.
///
/// ```swift
/// let identity = ReminderIdentity("standard/chase-lead:plan-2026#2.1:2027-01-31:before-30-days")
/// identity?.due      // 2027-01-31
/// identity?.subject  // action/plan-2026#2.1
/// ```
public struct ReminderIdentity: Hashable, Sendable, CustomStringConvertible {
    /// The identifier of the rule, `plugin/name`.
    public var rule: String
    /// What the reminder is about.
    public var subject: SubjectReference
    /// The day on which it is due.
    public var due: CivilDate
    /// The step of the rule, such as `before-30-days` or `overdue-2`.
    public var step: String
    /// The entry of the journal that called for the reminder again, if one did.
    public var again: Int?

    /// Creates an identity.
    ///
    /// - Parameters:
    ///   - rule: The identifier of the rule.
    ///   - subject: What the reminder is about.
    ///   - due: The day on which it is due.
    ///   - step: The step of the rule, without a colon or a full stop.
    ///   - again: The entry that called for the reminder again.
    public init(
        rule: String,
        subject: SubjectReference,
        due: CivilDate,
        step: String,
        again: Int? = nil
    ) {
        self.rule = rule
        self.subject = subject
        self.due = due
        self.step = step
        self.again = again
    }

    /// Reads an identifier, or returns nil when the text is none.
    ///
    /// - Parameter text: The identifier of a reminder.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 4, let due = CivilDate(iso: String(parts[parts.count - 2])),
            !parts[0].isEmpty, let subject = Self.subject(parts[1..<(parts.count - 2)])
        else { return nil }
        rule = Self.unescaped(parts[0])
        self.subject = subject
        self.due = due
        let last = parts[parts.count - 1].split(separator: ".", maxSplits: 1)
        guard let step = last.first else { return nil }
        self.step = String(step)
        if last.count > 1 {
            guard last[1].hasPrefix("again-"), let entry = Int(last[1].dropFirst(6)) else {
                return nil
            }
            again = entry
        }
        guard description == text else { return nil }
    }

    /// The identifier as text.
    public var description: String {
        let again = again.map { ".again-\($0)" } ?? ""
        return "\(Self.escaped(rule)):\(Self.words(of: subject)):\(due):\(step)\(again)"
    }

    /// The subject as a part of an identifier.
    ///
    /// A plan and an action are written without their kind, as nearly all reminders are about
    /// them. Where that could be read in two ways, and for anything else, the kind stands before
    /// a slash.
    static func words(of subject: SubjectReference) -> String {
        let id = subject.id
        switch subject.kind {
        case "plan" where !id.contains("/") && !id.contains("#"): return id
        case "action":
            guard let mark = id.firstIndex(of: "#"), !id[..<mark].contains("/") else { break }
            return id
        default: break
        }
        return "\(subject.kind)/\(id)"
    }

    private static func subject(_ parts: ArraySlice<Substring>) -> SubjectReference? {
        let words = parts.joined(separator: ":")
        let mark = words.firstIndex(of: "#")
        guard let slash = words.firstIndex(of: "/"), slash < mark ?? words.endIndex else {
            return SubjectReference(kind: mark == nil ? "plan" : "action", id: words)
        }
        let kind = SubjectKind(String(words[..<slash]))
        return SubjectReference(kind: kind, id: String(words[words.index(after: slash)...]))
    }

    /// The rule without colons, which end it in an identifier.
    private static func escaped(_ rule: String) -> String {
        guard rule.utf8.contains(where: { $0 == ASCII.colon || $0 == UInt8(ascii: "%") }) else {
            return rule
        }
        return String(
            rule.flatMap { character -> [Character] in
                switch character {
                case "%": ["%", "2", "5"]
                case ":": ["%", "3", "A"]
                default: [character]
                }
            }
        )
    }

    private static func unescaped(_ rule: Substring) -> String {
        guard rule.contains("%") else { return String(rule) }
        var plain = ""
        var rest = rule
        while let mark = rest.firstIndex(of: "%") {
            plain += rest[..<mark]
            let code = rest[mark...].prefix(3)
            plain += code == "%3A" ? ":" : "%"
            rest = rest[mark...].dropFirst(3)
        }
        return plain + rest
    }
}

/// What a reminder is about with the day on which it is due: what acts speak of.
struct ReminderOccasion: Hashable {
    var subject: SubjectReference
    var due: CivilDate
}
