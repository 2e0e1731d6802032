// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How much was left out of an edition for its audience.
///
/// The count is for a host's own eyes. What is written for the audience says that something is left
/// out, never how much: a reader could otherwise subtract it from a figure.
public struct Omission: Hashable, Sendable {
    /// What was left out, in the plural, such as `draft plans`.
    public var what: String
    /// How many there are.
    public var count: Int
    /// What one of them is called, such as `draft plan`.
    public var one: String
    /// The plan or the register that it was left out of; nil for a whole plan or register, and for
    /// what belongs to neither.
    public var of: SubjectReference?

    /// The count in words, such as `1 report of progress`.
    public var words: String { "\(count) \(count == 1 ? one : what)" }

    /// Creates a count.
    ///
    /// - Parameters:
    ///   - what: What was left out, in the plural.
    ///   - one: What one of them is called.
    ///   - count: How many there are.
    ///   - of: The plan or the register that it was left out of.
    public init(what: String, one: String, count: Int, of: SubjectReference? = nil) {
        self.what = what
        self.one = one
        self.count = count
        self.of = of
    }
}

/// What is counted as it is left out for an audience.
public struct Omissions: Hashable, Sendable {
    /// The counts, in the order in which something was first left out.
    public private(set) var all: [Omission]

    /// Creates counts.
    ///
    /// - Parameter all: What was counted before.
    public init(_ all: [Omission] = []) { self.all = all }

    /// Counts what is left out; nothing is noted of nothing.
    ///
    /// - Parameters:
    ///   - count: How many are left out.
    ///   - what: What they are, in the plural.
    ///   - one: What one of them is called.
    ///   - subject: The plan or the register that they are left out of.
    public mutating func note(
        _ count: Int,
        _ what: String,
        one: String,
        of subject: SubjectReference? = nil
    ) {
        guard count > 0 else { return }
        if let index = all.firstIndex(where: { $0.what == what && $0.of == subject }) {
            all[index].count += count
        } else {
            all.append(Omission(what: what, one: one, count: count, of: subject))
        }
    }
}
