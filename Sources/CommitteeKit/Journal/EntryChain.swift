// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Checks that a journal is as it was recorded.
///
/// Each entry's hash covers the hash of the one before, so that a changed, removed or inserted
/// entry shows, and every one after it stays as it was. What a chain cannot show is that its *last*
/// entries were cut off: keep the last hash somewhere else to know that.
public enum EntryChain {
    /// Something in a chain that is not as it was recorded.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        /// The number of the entry concerned.
        public let sequence: Int
        /// What is wrong, without any of the entry's data.
        public let message: String

        /// Creates a problem.
        public init(sequence: Int, message: String) {
            self.sequence = sequence
            self.message = message
        }

        /// The number and the message, in one line.
        public var description: String { "Entry \(sequence): \(message)" }
    }

    /// Returns what is wrong with a journal; nothing when it is whole.
    ///
    /// Erased texts are no problem: the sealed hash that the chain covers is still there, and the
    /// erasing must have an entry of its own.
    ///
    /// - Parameters:
    ///   - entries: All entries of one committee from the first on, in order.
    ///   - digest: The digest that the journal was recorded with.
    /// - Returns: The problems, in the order of the entries.
    /// - Complexity: O(*n*) in the size of the entries.
    public static func verify(_ entries: some Sequence<Entry>, digest: Digest) -> [Problem] {
        var checker = Checker(digest: digest)
        for entry in entries { checker.take(entry) }
        return checker.finished()
    }

    /// Checks entries one after another, for journals too long to hold at once.
    public struct Checker: Sendable {
        private let digest: Digest
        private var problems: [Problem] = []
        private var last: (sequence: Int, hash: [UInt8], recordedAt: RecordedInstant)?
        private var committee: CommitteeID?
        /// The erasings that texts claim to have had, by the entry that should record them.
        private var claimed: [Int: [(sequence: Int, name: String)]] = [:]
        private var recorded: [Int: (sequence: Int, name: String)] = [:]
        /// The hashes of the entries so far, against which a publication's is held.
        private var hashes: [Int: [UInt8]] = [:]

        /// Creates a checker that has seen nothing yet.
        public init(digest: Digest) { self.digest = digest }

        /// Checks the next entry.
        public mutating func take(_ entry: Entry) {
            let number = entry.sequence
            func note(_ message: String) {
                problems.append(Problem(sequence: number, message: message))
            }
            if number != (last?.sequence ?? 0) &+ 1 {
                note(
                    "expected entry \((last?.sequence ?? 0) &+ 1) here; one is missing or misplaced."
                )
            }
            if entry.committee != committee ?? entry.committee {
                note("belongs to another committee than the entries before it.")
            }
            if entry.previousHash != last?.hash ?? [] {
                note("does not continue from the entry before it.")
            }
            if digest(entry.canonicalBytes(digestName: digest.name)) != entry.hash {
                note("was changed after it was recorded: its hash does not match its content.")
            }
            if let last, entry.recordedAt < last.recordedAt {
                note("was recorded before the entry that precedes it.")
            }
            for text in entry.texts {
                switch text.content {
                case .kept(let kept, let salt):
                    if EntryText.seal(kept, salt: salt, digest: digest) != text.digest {
                        note("its text “\(text.name)” was changed after it was recorded.")
                    }
                case .erased(let erasure):
                    claimed[erasure.sequence, default: []].append((number, text.name))
                }
            }
            if entry.kind == .textErased, let target = entry.payload["entry"]?.wholeNumber,
                let name = entry.payload["text"]?.text
            {
                recorded[number] = (target, name)
            }
            if let head = entry.pinnedHead {
                let found = hashes[head.entries].map { Hexadecimal.text($0) }
                if found != head.lastHash {
                    note(
                        "publishes what was recorded up to entry \(head.entries), which now has another"
                            + " hash than it had then."
                    )
                }
            }
            hashes[number] = entry.hash
            committee = committee ?? entry.committee
            last = (number, entry.hash, entry.recordedAt)
        }

        /// Returns what was found wrong, in the order of the entries.
        public func finished() -> [Problem] {
            var all = problems
            for (number, texts) in claimed {
                for text in texts {
                    let record = recorded[number]
                    guard record?.sequence != text.sequence || record?.name != text.name else {
                        continue
                    }
                    all.append(
                        Problem(
                            sequence: text.sequence,
                            message: "its text “\(text.name)” is gone, and no entry records that"
                                + " it was erased."
                        )
                    )
                }
            }
            return all.sorted { ($0.sequence, $0.message) < ($1.sequence, $1.message) }
        }
    }
}

/// Where a journal ended when something was published of it: a publication holds that, and the chain is held
/// against it.
extension Entry {
    private static let publishing: EntryKind = "plan.published"
    private static let headMember = "head"

    /// Where the journal ended, when the entry holds that.
    fileprivate var pinnedHead: (entries: Int, lastHash: String)? {
        guard kind == Self.publishing, let head = payload[Self.headMember],
            let entries = head["entries"]?.wholeNumber, let hash = head["lastHash"]?.text
        else { return nil }
        return (entries, hash)
    }

    /// The payload without what holds for this journal alone: recorded again elsewhere, entries have other hashes.
    var payloadForElsewhere: JSONValue {
        guard kind == Self.publishing, var members = payload.members else { return payload }
        members[Self.headMember] = nil
        return .object(members)
    }
}
