// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// What every room must do, ours and a host's.
///
/// - Every kind of entry is declared once, in a sentence, and reads back what it writes.
/// - A payload that cannot be read says why.
/// - The same entries give the same state; an entry that is refused leaves no trace.
/// - An export shows every entry; a sentence tells of every change, or the room says why none does.
/// - A cut shows a wider circle no text that a narrower one does not see, and counts only what it leaves
///   out, at several places of the history. On the last day it shows no secret of the samples to anybody for
///   whom it is not, nor does a sentence of changes tell one.
///
/// It needs no testing framework. The samples are a history of the committee in which every kind of
/// the room occurs, each saying something new:
///
/// ```swift
/// @Test func keepsTheContract() throws {
///     let contract = RoomContract(
///         PoliciesRoom(), in: .standard.adding(PoliciesRoom()), samples: drafts)
///     #expect(contract.violations() == [])
/// }
/// ```
public struct RoomContract: Sendable {
    private let room: any Room
    private let rooms: Rooms
    private let samples: [EntryDraft]
    private let silent: [EntryKind: String]
    private let secrets: [String: Audience]

    /// Creates a contract.
    ///
    /// - Parameters:
    ///   - room: The room.
    ///   - rooms: The rooms of the library, this one among them.
    ///   - samples: The history of a committee, in order; entries of other rooms may stand in it.
    ///   - silent: The kinds of which no sentence tells and no export shows more, each with the reason.
    ///   - secrets: Texts that stand in the samples, each with the widest audience that may read it. An
    ///     export shows each of them at some place of the history, to whoever may read it.
    public init(
        _ room: some Room,
        in rooms: Rooms,
        samples: [EntryDraft],
        silent: [EntryKind: String] = [:],
        secrets: [String: Audience] = [:]
    ) {
        self.room = room
        self.rooms = rooms
        self.samples = samples
        self.silent = silent
        self.secrets = secrets
    }

    /// Returns every claim that the room does not keep, empty when it keeps them all.
    ///
    /// - Complexity: O(*n*²) in the number of samples.
    public func violations() -> [ContractViolation] {
        declarations() + codecs() + folding() + refusals() + tellings() + cuts()
    }

    /// Checks every claim.
    ///
    /// - Throws: ``ContractViolation`` for the first claim that does not hold.
    public func check() throws {
        if let violation = violations().first { throw violation }
    }

    private func violation(_ claim: String, _ message: String) -> ContractViolation {
        ContractViolation(claim: claim, message: message, location: "room “\(room.name)”")
    }

    // MARK: Kinds and codecs

    private func declarations() -> [ContractViolation] {
        var found: [ContractViolation] = []
        var seen: Set<EntryKind> = []
        for kind in room.kinds {
            if !seen.insert(kind.kind).inserted {
                found.append(violation("Every kind is declared once", "“\(kind.kind)” is twice."))
            }
            if !kind.summary.hasSuffix(".") {
                found.append(
                    violation("Every kind has a sentence", "“\(kind.kind)”: “\(kind.summary)”")
                )
            }
            if !samples.contains(where: { $0.kind == kind.kind }) {
                found.append(
                    violation("Every kind occurs in the samples", "“\(kind.kind)” does not.")
                )
            }
        }
        return found
    }

    private func codecs() -> [ContractViolation] {
        var found: [ContractViolation] = []
        for kind in room.kinds {
            for sample in samples where sample.kind == kind.kind {
                if let message = roundTrip(sample, kind) {
                    found.append(violation("A codec reads what it writes", message))
                }
            }
            do throws(PayloadError) {
                _ = try kind.read(Payload(["no member of ours": 1]))
            } catch  where error.message.isEmpty {
                found.append(
                    violation("A payload that cannot be read says why", "“\(kind.kind)” does not.")
                )
            } catch {}
        }
        return found
    }

    private func roundTrip(_ sample: EntryDraft, _ kind: DeclaredKind) -> String? {
        do throws(PayloadError) {
            let resolved = sample.provisional(1).resolvedPayload.value
            let fact = try kind.read(Payload(resolved.members ?? JSONObject()))
            let again = Change(sample.subject, fact).draft(
                effective: sample.effective,
                by: sample.by
            )
            guard again.payload == sample.payload, again.allTexts == sample.plainTexts else {
                return "“\(kind.kind)” writes \(again.payload.canonicalText) for "
                    + sample.payload.canonicalText
            }
            return nil
        } catch {
            return "“\(kind.kind)” does not read its own payload: \(error.message)"
        }
    }

    // MARK: Folding

    private func record(_ drafts: [EntryDraft], asOf day: CivilDate? = nil) -> Record {
        let entries = drafts.enumerated().map { $0.element.provisional($0.offset + 1) }
        return Record.folding(entries, in: rooms, asOf: day)
    }

    private func folding() -> [ContractViolation] {
        let first = record(samples)
        var found = first.problems.map {
            violation("Every sample can be taken in", $0.description)
        }
        if first != record(samples) {
            found.append(violation("The same entries give the same state", "They do not."))
        }
        return found
    }

    private func refusals() -> [ContractViolation] {
        let before = record(samples)
        return samples.filter { sample in room.kinds.contains { $0.kind == sample.kind } }
            .compactMap { sample in
                var other = sample
                other.subject = SubjectReference(kind: sample.subject.kind, id: "nobody#knows-it")
                let after = record(samples + [other])
                guard after.problems.count > before.problems.count, after.rooms != before.rooms
                else { return nil }
                return violation(
                    "An entry that is refused leaves no trace",
                    "“\(sample.kind)” about an unknown subject does."
                )
            }
    }

    // MARK: Telling

    private func tellings() -> [ContractViolation] {
        var found: [ContractViolation] = []
        for (place, sample) in samples.enumerated()
        where room.kinds.contains(where: { $0.kind == sample.kind }) {
            let day = sample.effective
            let before = record(Array(samples[..<place]))
            let after = record(Array(samples[...place]))
            guard silent[sample.kind] == nil else { continue }
            if before.exported(on: day) == after.exported(on: day) {
                found.append(
                    violation("An export shows every entry", "It does not show “\(sample.kind)”.")
                )
            }
            let changes = edition(after, day).changes(since: edition(before, day))
            if changes.isEmpty {
                found.append(
                    violation("A sentence tells of every change", "None tells “\(sample.kind)”.")
                )
            }
        }
        return found
    }

    private func edition(
        _ record: Record,
        _ day: CivilDate,
        for audience: Audience = .restricted
    ) -> Edition {
        Edition(of: record, committee: "c", name: "C", asOf: day, audience: audience)
    }

    // MARK: Cutting

    /// Returns what the cuts show to somebody for whom it is not, empty when they show nothing of it.
    ///
    /// These are the claims on cuts of ``violations()`` alone, for a long history with many secrets. A secret
    /// that is kept from somebody who might read it is no violation here.
    ///
    /// - Complexity: O(*n*) in the number of samples, and in what the exports of them hold.
    public func leaks() -> [ContractViolation] { cuts(mayHideMore: true) }

    /// What an audience sees at one place of the history.
    private struct View {
        var edition: Edition
        /// What an export shows.
        var texts: Set<String>
        /// The secrets in it.
        var shown: Set<String>
        /// The secrets in the sentences of changes, and in what is said to be left out.
        var told: Set<String>
    }

    /// The most places of a history at which cuts are looked at.
    private static let mostPlaces = 12

    /// What each audience sees, place by place.
    private func views() -> [[Audience: View]] {
        let finder = SecretFinder(Array(secrets.keys))
        // Who may read something is often said after it, on the same day.
        let ends = samples.indices.map { $0 + 1 }.filter {
            $0 == samples.count || samples[$0].effective != samples[$0 - 1].effective
        }
        let count = min(ends.count, Self.mostPlaces)
        let places = (0..<count).map { ends[(ends.count * ($0 + 1)) / count - 1] }
        var before: Record?
        return places.map { place in
            let record = record(Array(samples[..<place]))
            let day = samples[..<place].map(\.effective).max() ?? CivilDate(2026, 1, 1)
            defer { before = record }
            return Dictionary(
                uniqueKeysWithValues: Audience.allCases.map { audience -> (Audience, View) in
                    let edition = edition(record, day, for: audience)
                    let texts = texts(of: edition, day)
                    let changes =
                        before.map { edition.changes(since: self.edition($0, day, for: audience)) }
                        ?? []
                    let told = changes.map(\.sentence) + edition.omissions.map(\.words)
                    return (
                        audience,
                        View(
                            edition: edition,
                            texts: texts,
                            shown: finder.found(in: texts),
                            told: finder.found(in: told)
                        )
                    )
                }
            )
        }
    }

    private func cuts(mayHideMore: Bool = false) -> [ContractViolation] {
        let views = views()
        return views.flatMap(cuts(at:))
            + secrets.keys.sorted().flatMap { leaks(of: $0, in: views, mayHideMore: mayHideMore) }
    }

    /// Whether whoever may read a secret does, and nobody else.
    private func leaks(
        of secret: String,
        in views: [[Audience: View]],
        mayHideMore: Bool
    ) -> [ContractViolation] {
        guard let reader = secrets[secret] else { return [] }
        return Audience.allCases.compactMap { audience in
            let mayRead = audience >= reader
            // Before the last day, what is hidden then may have been for everybody.
            let reads =
                mayRead
                ? views.contains { $0[audience]?.shown.contains(secret) == true }
                : views.suffix(1).contains { view in
                    view[audience]?.shown.contains(secret) == true
                        || view[audience]?.told.contains(secret) == true
                }
            guard reads != mayRead, reads || !mayHideMore else { return nil }
            return violation(
                "Whoever may read a secret does, and nobody else",
                "“\(secret)” is \(reads ? "shown to" : "kept from") \(audience.rawValue)."
            )
        }
    }

    private func cuts(at views: [Audience: View]) -> [ContractViolation] {
        var found: [ContractViolation] = []
        for (place, narrow) in Audience.allCases.enumerated() {
            guard let inner = views[narrow], let all = views[.restricted] else { continue }
            for wide in Audience.allCases[..<place] {
                guard let outer = views[wide] else { continue }
                if inner.edition.cut(for: wide).rooms != outer.edition.rooms {
                    found.append(
                        violation(
                            "A cut of a cut is the cut",
                            "\(wide.rawValue) of \(narrow.rawValue) differs."
                        )
                    )
                }
                // A text from which a reference to something hidden was taken out is said to be another.
                let others = outer.texts.subtracting(inner.texts).filter {
                    !$0.contains(" left out)")
                }
                if let text = others.min() {
                    found.append(
                        violation(
                            "A wider circle sees nothing that a narrower one does not",
                            "\(wide.rawValue) sees “\(text)”."
                        )
                    )
                }
            }
            if narrow < .restricted, inner.edition.rooms == all.edition.rooms,
                !inner.edition.omissions.isEmpty
            {
                found.append(
                    violation("Only what is left out is counted", "\(narrow.rawValue) counts more.")
                )
            }
        }
        return found
    }

    private func texts(of edition: Edition, _ day: CivilDate) -> Set<String> {
        var texts: Set<String> = []
        for state in edition.rooms.all {
            JSONValue.object(state.exported(on: day)).collectTexts(into: &texts)
        }
        return texts
    }
}

extension JSONValue {
    fileprivate func collectTexts(into texts: inout Set<String>) {
        switch self {
        case .string(let text): if !text.isEmpty { texts.insert(text) }
        case .array(let elements): for element in elements { element.collectTexts(into: &texts) }
        case .object(let members):
            for member in members { member.value.collectTexts(into: &texts) }
        default: break
        }
    }

    fileprivate var canonicalText: String { canonicalForm.indentedText }
}

/// Finds many secrets in texts at once, by the bytes with which each begins.
private struct SecretFinder {
    private let length: Int
    private var secrets: [UInt64: [(bytes: [UInt8], secret: String)]] = [:]

    init(_ secrets: [String]) {
        let known = secrets.filter { !$0.isEmpty }
        length = min(8, known.map(\.utf8.count).min() ?? 8)
        for secret in known {
            let bytes = Array(secret.utf8)
            self.secrets[Self.beginning(of: bytes.prefix(length)), default: []].append(
                (bytes, secret)
            )
        }
    }

    private static func beginning(of bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Returns the secrets that stand in some of the texts.
    func found(in texts: some Sequence<String>) -> Set<String> {
        var found: Set<String> = []
        guard !secrets.isEmpty else { return found }
        let mask = length == 8 ? UInt64.max : 1 << UInt64(8 * length) - 1
        for text in texts {
            let bytes = Array(text.utf8)
            var beginning: UInt64 = 0
            for (place, byte) in bytes.enumerated() {
                beginning = (beginning << 8 | UInt64(byte)) & mask
                guard place + 1 >= length, let candidates = secrets[beginning] else { continue }
                for candidate in candidates
                where bytes[(place + 1 - length)...].starts(with: candidate.bytes) {
                    found.insert(candidate.secret)
                }
            }
        }
        return found
    }
}

extension EntryDraft {
    /// The texts without the reason, sorted by name.
    fileprivate var plainTexts: [ErasableText] { texts.sorted { $0.name < $1.name } }

    /// The draft as an entry of a journal that has no hashes.
    fileprivate func provisional(_ sequence: Int) -> Entry {
        Entry(provisional: self, sequence: sequence)
    }
}
