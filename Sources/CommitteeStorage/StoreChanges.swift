// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import GRDB
import Synchronization

/// One change of a store that waits to be made.
final class StoreChange: Sendable {
    private let isCancelled = Atomic(false)
    private let work: @Sendable (Database) throws -> Void
    private let end: @Sendable ((any Error)?) -> Void

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - work: Makes the change within a transaction; it may be called again when the transaction was
    ///     undone because of somebody else's change.
    ///   - end: Is called once: with nil when the change is on the disk, else with what went wrong.
    init(
        _ work: @escaping @Sendable (Database) throws -> Void,
        end: @escaping @Sendable ((any Error)?) -> Void
    ) {
        self.work = work
        self.end = end
    }

    func cancel() { isCancelled.store(true, ordering: .relaxed) }

    func make(in database: Database) throws {
        guard !isCancelled.load(ordering: .relaxed) else { throw CancellationError() }
        try work(database)
    }

    func finish(_ error: (any Error)? = nil) { end(error) }
}

/// The changes of a store that wait to be made, several of them in one transaction.
///
/// While one transaction is flushed to the disk, the changes that come meanwhile gather; the next
/// transaction makes them together and is flushed once. Each change is whole or not there at all: one that
/// fails is undone alone.
final class StoreChanges: Sendable {
    private struct State {
        var waiting: [StoreChange] = []
        var isAtWork = false
    }

    /// The greatest number of changes in one transaction.
    private static let mostTogether = 64

    private let state = Mutex(State())

    /// Adds a change, and sets to work unless somebody is at it.
    func add(_ change: StoreChange, to queue: DatabaseQueue) {
        let isFirst = state.withLock { state in
            state.waiting.append(change)
            defer { state.isAtWork = true }
            return !state.isAtWork
        }
        if isFirst { goOn(queue) }
    }

    private func goOn(_ queue: DatabaseQueue) {
        queue.asyncWriteWithoutTransaction { database in
            Self.make(self.take(), in: database)
            // Readers who wait come before the next transaction.
            let isDone = self.state.withLock { state in
                if state.waiting.isEmpty { state.isAtWork = false }
                return state.waiting.isEmpty
            }
            if !isDone { self.goOn(queue) }
        }
    }

    private func take() -> [StoreChange] {
        state.withLock { state in
            let taken = state.waiting.prefix(Self.mostTogether)
            state.waiting.removeFirst(taken.count)
            return Array(taken)
        }
    }

    /// Makes changes in one transaction.
    private static func make(_ changes: [StoreChange], in database: Database) {
        guard changes.count > 1 else {
            if let change = changes.first { make(alone: change, in: database) }
            return
        }
        do {
            try database.run(.begin)
        } catch {
            return changes.forEach { $0.finish(error) }
        }
        var made: [StoreChange] = []
        for (place, change) in changes.enumerated() {
            do {
                try database.run(.beginChange)
                try change.make(in: database)
                try database.run(.keepChange)
                made.append(change)
            } catch {
                try? database.run(.undoChange)
                try? database.run(.keepChange)
                change.finish(error)
                guard database.isInsideTransaction else {
                    // What was made before is undone with it.
                    for other in made + changes[(place + 1)...] { make(alone: other, in: database) }
                    return
                }
            }
        }
        do {
            try database.run(.commit)
            made.forEach { $0.finish() }
        } catch {
            try? database.rollback()
            let error = StoreCommitError.explaining(error)
            if error is StoreCommitError { return made.forEach { $0.finish(error) } }
            for change in made { make(alone: change, in: database) }
        }
    }

    private static func make(alone change: StoreChange, in database: Database) {
        do {
            try database.run(.begin)
            do {
                try change.make(in: database)
            } catch {
                try? database.rollback()
                throw error
            }
            do {
                try database.run(.commit)
            } catch {
                try? database.rollback()
                throw StoreCommitError.explaining(error)
            }
            change.finish()
        } catch {
            change.finish(error)
        }
    }
}

/// The disk failed while a transaction was being kept: it may be there after a restart, or not.
struct StoreCommitError: Error {
    let cause: DatabaseError

    /// Returns this error where the outcome is not known, else the error itself.
    static func explaining(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError, error.resultCode == .SQLITE_IOERR else {
            return error
        }
        return StoreCommitError(cause: error)
    }
}

extension SQLiteJournal {
    /// Does something in one transaction: all of it is kept, or none.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(JournalError) -> Result {
        try checkOpen()
        let start = observer.start()
        let waiting = Mutex<StoreChange?>(nil)
        let outcome: Swift.Result<Result, any Error> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let made = Made<Result>()
                let change = StoreChange { database in
                    made.result.withLock { $0 = nil }
                    let result = try body(database)
                    made.result.withLock { $0 = result }
                } end: { error in
                    if let result = made.result.withLock({ $0 }), error == nil {
                        continuation.resume(returning: .success(result))
                    } else {
                        continuation.resume(returning: .failure(error ?? CancellationError()))
                    }
                }
                waiting.withLock { $0 = change }
                if Task.isCancelled { change.cancel() }
                changes.add(change, to: queue)
            }
        } onCancel: {
            waiting.withLock { $0 }?.cancel()
        }
        do {
            let result = try outcome.get()
            observer.finish("store.write", since: start)
            return result
        } catch {
            throw noted(StoreFile.error(for: error, path: path))
        }
    }
}

/// Where the result of a change is kept until it is on the disk.
private final class Made<Result: Sendable>: Sendable {
    let result = Mutex<Result?>(nil)
}
#endif
