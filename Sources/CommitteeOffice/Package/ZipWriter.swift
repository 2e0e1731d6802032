// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CLibzip
import Glibc

/// Packs the parts of a document into one file.
///
/// The same parts give the same bytes: no clock is read, and the order is that in which they come.
struct ZipWriter {
    private var parts: [(name: String, bytes: [UInt8])] = []

    /// The first day that a packed file can carry: 1 January 1980 (APPNOTE.TXT 4.4.6).
    private static let firstDay: UInt16 = 1 << 5 | 1

    /// The names of the parts, in order.
    var names: [String] { parts.map(\.name) }

    /// Adds a part.
    mutating func add(_ name: String, _ bytes: [UInt8]) { parts.append((name, bytes)) }

    /// Packs the parts.
    ///
    /// - Returns: The file.
    /// - Throws: ``OfficeError`` when there is no memory left.
    func bytes() throws(OfficeError) -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw Self.failure }
        // The archive takes one hold of the source with it, this is the other.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
            zip_source_free(target)
            throw Self.failure
        }
        for part in parts where !Self.add(part, to: archive) {
            zip_discard(archive)
            throw Self.failure
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw Self.failure
        }
        return try Self.content(of: target)
    }

    private static func add(_ part: (name: String, bytes: [UInt8]), to archive: OpaquePointer)
        -> Bool
    {
        // The archive frees the copy when it is closed.
        guard let copy = malloc(max(part.bytes.count, 1)) else { return false }
        part.bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
        }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(part.bytes.count), 1)
        else {
            free(copy)
            return false
        }
        let place = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard place >= 0 else {
            zip_source_free(source)
            return false
        }
        let index = zip_uint64_t(place)
        return zip_file_set_dostime(archive, index, 0, firstDay, 0) == 0
            && zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 6) == 0
    }

    private static func content(of source: OpaquePointer) throws(OfficeError) -> [UInt8] {
        guard zip_source_open(source) == 0 else { throw failure }
        defer { zip_source_close(source) }
        guard zip_source_seek(source, 0, SEEK_END) == 0 else { throw failure }
        let count = Int(zip_source_tell(source))
        guard count > 0, zip_source_seek(source, 0, SEEK_SET) == 0 else { throw failure }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(Int(zip_source_read(source, buffer.baseAddress, zip_uint64_t(count))), 0)
        }
        guard bytes.count == count else { throw failure }
        return bytes
    }

    private static var failure: OfficeError {
        OfficeError(
            .unwritten,
            "The file could not be put together; there may be no memory left. Close other programs "
                + "and try again."
        )
    }
}
#endif
