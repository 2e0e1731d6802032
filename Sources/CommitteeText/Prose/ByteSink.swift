// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A place that rendered bytes are written to.
///
/// An array of bytes is one, so a document can be rendered into memory. A host that writes to a
/// file or a socket conforms a type of its own, and no page is ever held whole:
///
/// ```swift
/// struct CountingSink: ByteSink {
///     var count = 0
///     mutating func write(_ bytes: some Sequence<UInt8>) {
///         for _ in bytes { count += 1 }
///     }
/// }
/// ```
///
/// Renderers hand over pieces of some tens of kilobytes. A sink that fails keeps its failure and
/// ignores what follows; the host looks when rendering is done.
public protocol ByteSink {
    /// Takes the next bytes.
    ///
    /// - Parameter bytes: The bytes that follow those written before.
    mutating func write(_ bytes: some Sequence<UInt8>)
}

extension [UInt8]: ByteSink {
    /// Appends the bytes to the array.
    ///
    /// - Parameter bytes: The bytes to append.
    public mutating func write(_ bytes: some Sequence<UInt8>) {
        append(contentsOf: bytes)
    }
}
