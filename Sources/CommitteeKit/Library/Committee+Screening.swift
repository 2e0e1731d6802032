// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Returns the committee as somebody uses it who has read held lines and says that they may be recorded.
    ///
    /// ```swift
    /// try await committee.accepting(error.held).record(request, by: "lead-officer")
    /// ```
    ///
    /// - Parameter lines: The lines, as ``LibraryError/held`` has them. A line with other words is held all
    ///   the same.
    /// - Returns: The committee.
    public func accepting(_ lines: [HeldText]) -> Committee {
        var committee = self
        committee.acceptance.lines.formUnion(lines)
        return committee
    }

    /// Returns the committee as somebody uses it who accepts held lines by how a message names them.
    ///
    /// - Parameter references: What ``HeldText/reference`` says of the lines, such as `reason:2`. They stand for
    ///   the lines at those places, whatever their words, so give them only with the texts that were read.
    /// - Returns: The committee.
    public func accepting(references: [String]) -> Committee {
        var committee = self
        committee.acceptance.references.formUnion(references)
        return committee
    }

    /// The committee for texts that were looked at before, or that a document published.
    var withoutScreening: Committee {
        var committee = self
        committee.acceptance.isOfEverything = true
        return committee
    }

    /// Returns the lines of entries that would be held.
    ///
    /// - Parameter drafts: The entries.
    /// - Returns: The lines that nobody has accepted, in the order of the entries; none for most entries.
    /// - Complexity: O(*n*) in the length of the texts.
    public func heldLines(of drafts: [EntryDraft]) -> [HeldText] {
        guard !acceptance.isOfEverything, library.screen.isOn else { return [] }
        var found: [HeldText] = []
        for (place, draft) in drafts.enumerated() {
            var lines = draft.held(by: library.screen)
            for line in lines.indices where drafts.count > 1 { lines[line].entry = place + 1 }
            found += lines.filter { !acceptance.accepts($0) }
        }
        return found
    }

    /// Throws when the words about entries are held whose own texts are those of a document: who records them, and
    /// why where somebody says so.
    func screenAuthors(of drafts: [EntryDraft], withReasons: Bool) throws(LibraryError) {
        var alone: [EntryDraft] = []
        for draft in drafts {
            let reason = withReasons ? draft.reason : nil
            guard !alone.contains(where: { $0.by == draft.by && $0.reason == reason }) else {
                continue
            }
            alone.append(
                EntryDraft(
                    subject: .committee,
                    kind: draft.kind,
                    payload: [:],
                    effective: draft.effective,
                    by: draft.by,
                    reason: reason
                )
            )
        }
        try screen(alone)
    }

    /// Throws when a text of entries is held.
    func screen(_ drafts: [EntryDraft]) throws(LibraryError) {
        let held = heldLines(of: drafts)
        if !held.isEmpty { throw LibraryError(held: held) }
    }
}

/// The lines that somebody accepted for recording.
struct TextAcceptance: Sendable {
    static let none = TextAcceptance()

    var lines: Set<HeldText> = []
    var references: Set<String> = []
    var isOfEverything = false

    func accepts(_ line: HeldText) -> Bool {
        guard !lines.contains(line), !references.contains(line.reference) else { return true }
        var alone = line
        alone.entry = nil
        return lines.contains(alone)
    }
}

extension EntryDraft {
    /// The lines of its texts that a screen holds, those of its payload among them.
    func held(by screen: TextScreen) -> [HeldText] {
        var held = payload.held(by: screen, named: "", on: effective)
        for text in allTexts { held += screen.held(in: text.text, named: text.name, on: effective) }
        for (name, words) in [("by", by), ("identifier", subject.id)] where words.mayBeAName {
            held += screen.held(
                in: String(words.map { "-_.".contains($0) ? " " : $0 }),
                named: name,
                on: effective
            )
        }
        return held
    }
}

extension JSONValue {
    /// The lines that a screen holds of the texts in a value; a single word is an identifier.
    fileprivate func held(by screen: TextScreen, named name: String, on day: CivilDate)
        -> [HeldText]
    {
        switch self {
        case .string(let text):
            return text.utf8.contains(where: { $0 == 0x20 || $0 == 0x0A })
                ? screen.held(in: text, named: name, on: day) : []
        case .array(let elements):
            return elements.flatMap { $0.held(by: screen, named: name, on: day) }
        case .object(let members):
            return members.flatMap { $0.value.held(by: screen, named: $0.key, on: day) }
        default: return []
        }
    }
}

extension String {
    /// Whether an identifier may be somebody's name: it has several words, each with a capital.
    fileprivate var mayBeAName: Bool {
        let words = split { "-_. ".contains($0) }
        return words.count > 1 && words.allSatisfy { $0.first?.isUppercase ?? false }
    }
}

extension LibraryError {
    /// The lines that are held, when that is why nothing was recorded; otherwise none.
    public var held: [HeldText] { (cause as? HeldTexts)?.lines ?? [] }

    init(held lines: [HeldText]) {
        let shown = lines.prefix(Self.mostShown).map(\.sentence).joined(separator: "; ")
        let more = lines.count > Self.mostShown ? "; and \(lines.count - Self.mostShown) more" : ""
        let references = Set(lines.map(\.reference)).sorted().prefix(Self.mostShown)
        self.init(
            .held,
            "Nothing was recorded, because it may tell who a child or a family is: \(shown)\(more). Write it "
                + "without that, or accept what is harmless: \(references.joined(separator: ", ")).",
            cause: HeldTexts(lines: lines)
        )
    }

    private static let mostShown = 8
}

/// Lines that are held, as the cause of an error.
///
/// Whoever prints it sees no word of them.
private struct HeldTexts: Error, CustomStringConvertible {
    var lines: [HeldText]

    var description: String { lines.map(\.sentence).joined(separator: "; ") }
}
