// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit
import Synchronization

extension Digest {
    /// A digest for tests: quick, without a C library, and worthless against anybody who cheats.
    ///
    /// It is the 64-bit hash of Fowler, Noll and Vo (FNV-1a) from four starting points.
    public static let testing = Digest(name: "testing-fnv") { bytes in
        (UInt64(0)..<4).flatMap { round in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (round &* 0x9E37_79B9_7F4A_7C15)
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
        }
    }
}

extension JournalContext {
    /// Returns a context that gives the same times and bytes in every run.
    ///
    /// - Parameters:
    ///   - seed: What the bytes are made from.
    ///   - start: The first moment; each question makes it one second later.
    ///   - digest: The digest.
    /// - Returns: The context.
    public static func testing(
        seed: UInt64 = 1,
        startingAt start: RecordedInstant = RecordedInstant(milliseconds: 1_700_000_000_000),
        digest: Digest = .testing
    ) -> JournalContext {
        let clock = ManualClock(startingAt: start, step: 1000)
        let bytes = RepeatableBytes(seed: seed)
        return JournalContext(
            now: { clock.now() },
            randomBytes: { bytes.next($0) },
            digest: digest
        )
    }
}

/// A clock for tests that only moves when it is told to, or by a step at each question.
public final class ManualClock: Sendable {
    private let time: Mutex<Int64>
    private let step: Int64

    /// Creates a clock.
    ///
    /// - Parameters:
    ///   - start: The first moment that it tells.
    ///   - step: By how many milliseconds each question moves it on.
    public init(startingAt start: RecordedInstant, step: Int64 = 0) {
        time = Mutex(start.milliseconds)
        self.step = step
    }

    /// Returns the moment, and moves the clock on by its step.
    public func now() -> RecordedInstant {
        time.withLock { time in
            defer { time += step }
            return RecordedInstant(milliseconds: time)
        }
    }

    /// Sets the clock, forwards or back.
    public func set(to moment: RecordedInstant) {
        time.withLock { $0 = moment.milliseconds }
    }
}

/// Bytes for tests that look random and are the same in every run (SplitMix64).
public final class RepeatableBytes: Sendable {
    private let state: Mutex<UInt64>

    /// Creates a source of bytes from a seed.
    public init(seed: UInt64) { state = Mutex(seed) }

    /// Returns the next bytes.
    public func next(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<max(0, count)).map { _ in
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
            }
        }
    }
}
