// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A decision that a body took between its meetings, by correspondence.
///
/// It is known by its body and its number, written `cpc/C1`.
public struct CommitteeDecision: Hashable, Sendable, Identifiable {
    /// The body that decided, by its identifier.
    public let body: String
    /// The number among the body's decisions between meetings, from 1.
    public let number: Int
    /// What was decided.
    public var text: Prose
    /// How it was decided, such as `by e-mail`; empty when nobody said.
    public var how: String
    /// The day by which it is to be looked at again.
    public var reviewBy: CivilDate?
    /// What it is about: an action of a plan, a risk, a progress update.
    public var links: [SubjectReference]
    /// The day on which it was decided; nil before.
    public var decidedOn: CivilDate?
    /// The day on which a meeting ratified it.
    public var ratifiedOn: CivilDate?
    /// The meeting that ratified it, such as `cpc/2024-02-06`, perhaps with an item behind `#`.
    public var ratifiedAt: String?

    /// Creates a decision that nobody has taken yet.
    ///
    /// - Parameters:
    ///   - body: The body, by its identifier.
    ///   - number: The number among the body's decisions between meetings.
    public init(body: String, number: Int) {
        self.body = body
        self.number = number
        text = Prose()
        how = ""
        links = []
    }

    /// The identifier of the decision's subject, such as `cpc#C1`.
    public var id: String { "\(body)#C\(number)" }

    /// The decision as people write it, such as `cpc/C1`.
    public var reference: String { "\(body)/C\(number)" }

    /// What people call it at the beginning of a sentence.
    public var title: String { "Decision \(reference)" }

    /// Splits what stands between a body and the number of its decision.
    ///
    /// - Parameters:
    ///   - text: The identifier or what people write.
    ///   - mark: What stands between the two: `#` in identifiers, `/` in what people write.
    /// - Returns: The body and the number, or nil when it is written otherwise.
    static func parts(of text: String, mark: Character) -> (body: String, number: Int)? {
        guard let place = text.lastIndex(of: mark), place > text.startIndex else { return nil }
        let rest = text[text.index(after: place)...]
        guard rest.first == "C", rest.count <= 7, let number = Int(rest.dropFirst()), number > 0,
            "C\(number)" == rest
        else { return nil }
        return (String(text[..<place]), number)
    }
}

extension SubjectReference {
    /// Names a decision that a body took between its meetings.
    ///
    /// - Parameters:
    ///   - number: The number among the body's decisions between meetings.
    ///   - body: The body, by its identifier.
    /// - Returns: The reference.
    public static func decision(_ number: Int, of body: String) -> SubjectReference {
        SubjectReference(kind: "decision", id: "\(body)#C\(number)")
    }

    /// Names an action of a meeting.
    ///
    /// - Parameters:
    ///   - code: The code, such as `5b`.
    ///   - body: The body that met, by its identifier.
    ///   - day: The day for which the meeting was planned.
    /// - Returns: The reference.
    public static func minutedAction(
        _ code: String,
        of body: String,
        on day: CivilDate
    ) -> SubjectReference {
        SubjectReference(kind: "minute-action", id: "\(body)#\(day)#\(code)")
    }

    /// Names the paper of an item of a meeting's agenda.
    ///
    /// - Parameters:
    ///   - number: The number of the item.
    ///   - body: The body that meets, by its identifier.
    ///   - day: The day for which the meeting was planned.
    /// - Returns: The reference.
    public static func paper(
        _ number: String,
        of body: String,
        on day: CivilDate
    ) -> SubjectReference {
        SubjectReference(kind: "meeting-paper", id: "\(body)#\(day)#\(number)")
    }
}
