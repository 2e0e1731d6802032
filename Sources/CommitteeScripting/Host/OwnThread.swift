// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CLuaHost

/// Work on a thread of its own, for what must wait and may not hold up Swift's threads.
enum OwnThread {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Does some work on a new thread, and waits for it without blocking the caller's.
    ///
    /// - Parameter body: The work.
    /// - Returns: What it gave; nil when no thread could be started.
    static func run<Result: Sendable>(
        _ body: @escaping @Sendable () -> Result
    ) async -> Result? {
        await withCheckedContinuation { (waiter: CheckedContinuation<Result?, Never>) in
            let work = Unmanaged.passRetained(Work { waiter.resume(returning: body()) })
            let problem = clh_thread_start(
                { context in
                    guard let context else { return }
                    Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                },
                work.toOpaque()
            )
            guard problem != 0 else { return }
            work.release()
            waiter.resume(returning: nil)
        }
    }
}
#endif
