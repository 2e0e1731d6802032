// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A line of a text that may tell who a child or a family is, so that it is held until somebody accepts it.
///
/// It never says the words of the line: a message about it may be shown, logged or sent.
///
/// ```swift
/// do {
///     try await committee.record(.progress(words, on: .action("4.1", of: "plan-2026")), by: "lead-officer")
/// } catch let error as LibraryError where error.code == .held {
///     for line in error.held { print(line.sentence) }
/// }
/// ```
public struct HeldText: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// What about a line is doubtful.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// It may name a person.
        case name
        /// It may hold a date of birth.
        case birthDate = "birth-date"
        /// It may hold the number of a person or of a case.
        case number
        /// It holds an address of an e-mail, a telephone number or a full postcode.
        case contact
        /// It speaks of one child or one family.
        case child
        /// It gives the age of one child, or an age with a place.
        case age
        /// It holds words that the committee listed.
        case listed

        /// What it says of the line, after “line 2 of “text””.
        var words: String {
            switch self {
            case .name: "may name a person"
            case .birthDate: "may hold a date of birth"
            case .number: "may hold the number of a person or a case"
            case .contact: "holds an e-mail address, a telephone number or a postcode"
            case .child: "speaks of one child or family"
            case .age: "gives an age by which a child may be known"
            case .listed: "holds words that the committee listed"
            }
        }
    }

    /// The name of the text, such as `reason`.
    public let text: String
    /// The line, counted from 1.
    public let line: Int
    /// What is doubtful about it.
    public let rule: Rule
    /// Which of the entries of one call holds the text, counted from 1; nil where there is one.
    public internal(set) var entry: Int?
    /// The words of the line, to know it again; never shown.
    let words: String

    init(text: String, line: Int, rule: Rule, words: String) {
        self.text = text
        self.line = line
        self.rule = rule
        self.words = words
    }

    /// How a person names the line when they accept it: `reason:2`, or `3/reason:2` for the third of several
    /// entries.
    public var reference: String {
        let place = "\(text):\(line)"
        return entry.map { "\($0)/\(place)" } ?? place
    }

    /// What is doubtful, in words that do not quote the line.
    public var sentence: String {
        let place = entry.map { "\($0), " } ?? ""
        return (place.isEmpty ? "" : "Entry \(place)") + "line \(line) of “\(text)” \(rule.words)"
    }

    /// What is doubtful, without the words of the line.
    public var description: String { sentence }

    /// Nothing but what is doubtful: the words of the line are in no dump.
    public var customMirror: Mirror { Mirror(self, children: ["sentence": sentence]) }
}
