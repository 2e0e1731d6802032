// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CLibsodium
public import CommitteeKit
import Glibc

extension Digest {
    /// The SHA-256 digest (FIPS 180-4), by libsodium.
    public static let sha256 = Digest(name: "sha-256") { bytes in
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        _ = crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
        return hash
    }
}

extension JournalContext {
    /// The clock of the machine, random bytes from libsodium, and SHA-256.
    public static let system = JournalContext(
        now: { systemTime() },
        randomBytes: { secureRandomBytes($0) },
        digest: .sha256
    )

    /// Returns random bytes that nobody can guess, by libsodium.
    ///
    /// - Parameter count: How many; a negative number counts as none.
    /// - Returns: The bytes.
    public static func secureRandomBytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, count))
        _ = isSodiumReady
        randombytes_buf(&bytes, bytes.count)
        return bytes
    }

    /// libsodium asks to be set up once before its random bytes are used by several threads.
    private static let isSodiumReady = sodium_init() >= 0

    private static func systemTime() -> RecordedInstant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return RecordedInstant(
            milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
        )
    }
}
#endif
