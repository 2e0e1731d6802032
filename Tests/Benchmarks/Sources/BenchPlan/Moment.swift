// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A moment as the bench counts it: time of the processor in all threads, and time on the clock.
public struct Moment: Sendable {
    /// Nanoseconds that the processor has worked for this process.
    public var processor: UInt64
    /// Nanoseconds on a clock that never goes back.
    public var clock: UInt64

    /// This moment.
    public static var now: Moment {
        Moment(
            processor: read(CLOCK_PROCESS_CPUTIME_ID),
            clock: read(CLOCK_MONOTONIC)
        )
    }

    /// The time since another moment, as the runner reads it: processor, clock.
    ///
    /// - Parameters:
    ///   - start: The other moment.
    ///   - parts: How many equal pieces of work were done; the words are about one of them.
    /// - Returns: Two numbers of nanoseconds with a space between.
    public func words(since start: Moment, parts: UInt64 = 1) -> String {
        "\((processor - start.processor) / parts) \((clock - start.clock) / parts)"
    }

    private static func read(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
