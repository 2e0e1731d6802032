// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit
internal import Synchronization

/// The editions that were flattened last, shared by the runs of one engine.
///
/// An edition is known by its whole value and by the audience for which it is cut, never by a name
/// or a date: a changed record is another value, and a wider audience another entry. Comparing a
/// value with itself costs next to nothing, since both share their storage.
final class EditionCache: Sendable {
    /// All that decides what Lua sees.
    struct Key: Equatable, Sendable {
        var edition: Edition
        var audience: Audience
        var subjects: [SubjectReference] = []
        var today: CivilDate
    }

    private struct Entry {
        var key: Key
        var flat: FlatEdition
        // Columns are made as scripts read them, so this grows.
        var byteCount: Int { flat.script.byteCount }
    }

    /// The most bytes of columns that are kept.
    let byteLimit: Int
    /// The most editions that are kept; each also holds its record's values.
    let countLimit = 8

    // The one used last stands last.
    private let entries = Mutex<[Entry]>([])

    init(byteLimit: Int) {
        self.byteLimit = byteLimit
    }

    /// The bytes of columns that are kept now.
    var byteCount: Int { entries.withLock { $0.reduce(0) { $0 + $1.byteCount } } }

    /// How many editions are kept now.
    var count: Int { entries.withLock(\.count) }

    /// Returns the flattened edition, cut for the key's audience.
    ///
    /// Flattening happens outside the lock, so that runs on other editions do not wait for it. Two
    /// runs that need the same edition at the same moment may both flatten it; the
    /// one used least goes first when there is no room for both.
    ///
    /// - Throws: ``ScriptEditionError`` when the edition does not fit into columns.
    func flattened(
        _ key: Key,
        schemes: [StatusScheme]
    ) throws(ScriptEditionError) -> FlatEdition {
        if let known = known(key) { return known }
        let flat = try FlatEdition(
            key.edition.cut(for: key.audience).withFiguresInTexts(),
            subjects: key.subjects,
            today: key.today,
            schemes: schemes
        )
        keep(Entry(key: key, flat: flat))
        return flat
    }

    /// Lets go of everything that is kept; runs keep what they use.
    func removeAll() {
        entries.withLock { $0.removeAll() }
    }

    private func known(_ key: Key) -> FlatEdition? {
        // Values that do not share their storage take time to compare, so not under the lock.
        let kept = entries.withLock { $0 }
        guard let found = kept.last(where: { $0.key == key }) else { return nil }
        entries.withLock { entries in
            guard let place = entries.lastIndex(where: { $0.flat.script === found.flat.script })
            else { return }
            entries.append(entries.remove(at: place))
            Self.letGo(of: &entries, beyond: byteLimit, or: countLimit)
        }
        return found.flat
    }

    private func keep(_ entry: Entry) {
        entries.withLock { entries in
            entries.append(entry)
            Self.letGo(of: &entries, beyond: byteLimit, or: countLimit)
        }
    }

    /// Lets go of what was used least, until the rest fits.
    private static func letGo(of entries: inout [Entry], beyond bytes: Int, or count: Int) {
        var total = entries.reduce(0) { $0 + $1.byteCount }
        while total > bytes || entries.count > count, !entries.isEmpty {
            total -= entries.removeFirst().byteCount
        }
    }
}
#endif
