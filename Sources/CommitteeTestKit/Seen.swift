// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit
import Synchronization

/// An observer that keeps what it hears, for tests.
///
/// ```swift
/// let seen = Seen()
/// let store = try SQLiteJournal(path: path, observer: seen.observer)
/// // …
/// #expect(seen.events.map(\.name) == [])
/// ```
public final class Seen: Sendable {
    private let heard = Mutex<(events: [HostObserver.Event], measures: [HostObserver.Measure])>(
        ([], [])
    )

    /// Creates an observer that has heard nothing.
    public init() {}

    /// What happened so far.
    public var events: [HostObserver.Event] { heard.withLock { $0.events } }

    /// What was measured so far.
    public var measures: [HostObserver.Measure] { heard.withLock { $0.measures } }

    /// The observer, to be handed to a store or to plugins.
    public var observer: HostObserver {
        HostObserver(
            log: { event in self.heard.withLock { $0.events.append(event) } },
            measure: { measure in self.heard.withLock { $0.measures.append(measure) } }
        )
    }
}
