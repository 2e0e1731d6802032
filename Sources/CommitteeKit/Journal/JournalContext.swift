// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A way to make a fixed-size fingerprint of bytes, handed in by the host.
///
/// `CommitteeStorage` has `Digest.sha256`; the core itself knows no hash function.
public struct Digest: Sendable {
    /// The name under which the digest is known, such as `sha-256`.
    ///
    /// It goes into every entry's hash, so a journal is checked with the digest it was made with.
    public let name: String
    private let compute: @Sendable ([UInt8]) -> [UInt8]

    /// Creates a digest.
    ///
    /// - Parameters:
    ///   - name: The name under which it is known.
    ///   - compute: Makes the fingerprint; the same bytes always give the same one.
    public init(name: String, compute: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        self.name = name
        self.compute = compute
    }

    /// Returns the fingerprint of some bytes.
    public func callAsFunction(_ bytes: [UInt8]) -> [UInt8] { compute(bytes) }
}

/// What a journal needs from the world: the time, randomness and a digest.
///
/// A library reads no clock and throws no dice of its own; a test passes values that repeat.
public struct JournalContext: Sendable {
    /// Returns the present moment.
    public let now: @Sendable () -> RecordedInstant
    /// Returns as many random bytes as asked for; they must not be guessable.
    public let randomBytes: @Sendable (Int) -> [UInt8]
    /// The digest that chains the entries and seals erasable texts.
    public let digest: Digest

    /// Creates a context.
    ///
    /// - Parameters:
    ///   - now: Returns the present moment.
    ///   - randomBytes: Returns random bytes that nobody can guess.
    ///   - digest: The digest that chains the entries.
    public init(
        now: @escaping @Sendable () -> RecordedInstant,
        randomBytes: @escaping @Sendable (Int) -> [UInt8],
        digest: Digest
    ) {
        self.now = now
        self.randomBytes = randomBytes
        self.digest = digest
    }
}
