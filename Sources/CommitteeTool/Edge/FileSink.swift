// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import Glibc

/// An open file as a place for rendered bytes, which are written as they come.
///
/// After a failure nothing more is written; whoever made the sink looks for the failure at the end.
struct FileSink: ByteSink {
    /// The number of the file.
    let file: Int32
    /// How many bytes have been written.
    private(set) var count = 0
    /// Why the file could not be written.
    private(set) var failure: Output.SystemError?

    init(_ file: Int32) { self.file = file }

    mutating func write(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { write($0) }
        if done == nil { Array(bytes).withUnsafeBufferPointer { write($0) } }
    }

    private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        var rest = UnsafeRawBufferPointer(bytes)[...]
        while failure == nil, !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            let written = Glibc.write(file, piece.baseAddress, piece.count)
            guard written >= 0 else {
                let reason = errno
                if reason != EINTR { failure = Output.SystemError(code: reason) }
                continue
            }
            count += written
            rest = rest.dropFirst(written)
        }
    }
}
#endif
