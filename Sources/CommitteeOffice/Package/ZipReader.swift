// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CLibzip
import Glibc

/// The sizes beyond which a file of an office program is refused instead of read.
///
/// The defaults are far above what committees write. They keep a hostile file from using up memory.
public struct OfficeLimits: Hashable, Sendable {
    /// The most bytes of the file.
    public var bytes: Int
    /// The most parts that are packed in it.
    public var parts: Int
    /// The most bytes of one part when it is unpacked.
    public var bytesPerPart: Int
    /// How many times as large as its packed bytes a part may become.
    public var ratio: Int
    /// How deep elements may stand within each other.
    public var depth: Int
    /// The most elements of one part.
    public var elements: Int

    /// Creates limits; every one that is left out has its default.
    ///
    /// - Parameters:
    ///   - bytes: The most bytes of the file: 64 MB.
    ///   - parts: The most parts: 4,096.
    ///   - bytesPerPart: The most bytes of one part: 64 MB.
    ///   - ratio: How many times as large as its packed bytes a part may become: 400.
    ///   - depth: How deep elements may stand within each other: 200.
    ///   - elements: The most elements of one part: two million.
    public init(
        bytes: Int = 64 << 20,
        parts: Int = 4_096,
        bytesPerPart: Int = 64 << 20,
        ratio: Int = 400,
        depth: Int = 200,
        elements: Int = 2_000_000
    ) {
        self.bytes = bytes
        self.parts = parts
        self.bytesPerPart = bytesPerPart
        self.ratio = ratio
        self.depth = depth
        self.elements = elements
    }
}

/// The parts that are packed in a file, read one by one within limits.
struct ZipReader: ~Copyable {
    let limits: OfficeLimits
    /// The names of the parts, in the order of the file.
    let names: [String]
    private let archive: OpaquePointer
    private let indexes: [String: zip_uint64_t]
    /// The archive reads from here, so it lives as long.
    private let memory: UnsafeMutableRawPointer

    /// Opens a file.
    ///
    /// - Throws: ``OfficeError`` when the bytes are no packed file, or beyond the limits.
    init(_ bytes: [UInt8], limits: OfficeLimits) throws(OfficeError) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw Self.oldFile(bytes)
        }
        guard bytes.starts(with: [0x50, 0x4B]) else {
            throw OfficeError(
                .notPackage,
                "The file is no Word document (.docx) and no Excel workbook (.xlsx). Open it in the "
                    + "program that made it and save it as one of these."
            )
        }
        guard bytes.count <= limits.bytes else {
            throw OfficeError(
                .tooLarge,
                "The file has \(bytes.count) bytes; at most \(limits.bytes) can be read. Take "
                    + "pictures out of it, or split it."
            )
        }
        guard let memory = malloc(bytes.count) else { throw Self.damaged("it cannot be held") }
        bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { memcpy(memory, start, bytes.count) }
        }
        guard let source = zip_source_buffer_create(memory, zip_uint64_t(bytes.count), 0, nil)
        else {
            free(memory)
            throw Self.damaged("it cannot be held")
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            free(memory)
            throw Self.damaged("the list of its parts cannot be read")
        }
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= limits.parts else {
            zip_discard(archive)
            free(memory)
            throw OfficeError(
                .tooLarge,
                "The file has \(count) parts; at most \(limits.parts) can be read. It was not made "
                    + "by Word or Excel; save it anew with one of them."
            )
        }
        var names: [String] = []
        var indexes: [String: zip_uint64_t] = [:]
        for index in 0..<zip_uint64_t(max(count, 0)) {
            guard let text = zip_get_name(archive, index, 0) else { continue }
            let name = String(cString: text)
            names.append(name)
            // Of two parts of one name the first counts, as in Word.
            if indexes[Self.key(name)] == nil { indexes[Self.key(name)] = index }
        }
        self.limits = limits
        self.names = names
        self.archive = archive
        self.indexes = indexes
        self.memory = memory
    }

    deinit {
        zip_discard(archive)
        free(memory)
    }

    /// Names of parts are compared without regard to case (ISO/IEC 29500-2, 6.2.2.3).
    private static func key(_ name: String) -> String {
        (name.hasPrefix("/") ? String(name.dropFirst()) : name).lowercased()
    }

    /// Whether there is a part of a name.
    func has(_ name: String) -> Bool { indexes[Self.key(name)] != nil }

    /// Unpacks a part; nil when there is none of the name.
    ///
    /// - Throws: ``OfficeError`` when the part is broken, locked or beyond the limits.
    func part(_ name: String) throws(OfficeError) -> [UInt8]? {
        guard let index = indexes[Self.key(name)] else { return nil }
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0 else {
            throw Self.damaged("its part “\(name)” cannot be read")
        }
        if status.encryption_method != 0 { throw Self.locked }
        let packed = Int(clamping: status.comp_size)
        // Small parts pack well beyond any ratio.
        let limit = min(limits.bytesPerPart, max(packed, 256).multiplied(by: limits.ratio))
        guard Int(clamping: status.size) <= limit else { throw tooLarge(name, limit) }
        guard let file = zip_fopen_index(archive, index, 0) else {
            throw Self.damaged("its part “\(name)” cannot be unpacked")
        }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        // The size that the list of parts states may be a lie, so what comes is counted.
        while true {
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
                filled = max(Int(zip_fread(file, buffer.baseAddress, 1 << 16)), 0)
            }
            if piece.isEmpty { break }
            bytes += piece
            guard bytes.count <= limit else { throw tooLarge(name, limit) }
        }
        guard bytes.count == Int(clamping: status.size),
            zip_error_code_zip(zip_file_get_error(file)) == 0
        else { throw Self.damaged("its part “\(name)” is cut short or changed") }
        return bytes
    }

    private func tooLarge(_ name: String, _ limit: Int) -> OfficeError {
        OfficeError(
            .tooLarge,
            "The part “\(name)” of the file unpacks to more than \(limit) bytes, the most that is "
                + "read of it. It was not made by Word or Excel; save it anew with one of them."
        )
    }

    private static func damaged(_ why: String) -> OfficeError {
        OfficeError(
            .damaged,
            "The file is damaged: \(why). Open it in Word or Excel, save it under another name, and "
                + "use that file."
        )
    }

    static var locked: OfficeError {
        OfficeError(
            .locked,
            "The file is protected by a password, so nothing in it can be read. Open it, take the "
                + "password off (File, Info, Protect), and save it."
        )
    }

    /// What stands in a compound file: a locked document, or one of the kind before 2007.
    private static func oldFile(_ bytes: [UInt8]) -> OfficeError {
        // Names stand there in UTF-16.
        let name: [UInt8] = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), 0] }
        var rest = bytes[...]
        while let place = rest.firstIndex(of: name[0]) {
            rest = rest[place...]
            if rest.starts(with: name) { return locked }
            rest = rest.dropFirst()
        }
        return OfficeError(
            .notPackage,
            "The file is of the kind that Word and Excel wrote before 2007. Open it and save it as "
                + ".docx or .xlsx."
        )
    }
}

extension Int {
    /// The product, or the greatest number when it is too large.
    fileprivate func multiplied(by factor: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}
#endif
