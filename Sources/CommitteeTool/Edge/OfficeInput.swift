// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeOffice

extension SourceDocument {
    /// Reads a document of any form that is read: Word, Excel, or text.
    ///
    /// What a file is, its first bytes and its name say.
    ///
    /// - Parameter file: The file.
    /// - Throws: The library's errors when it is nothing that can be read.
    init(opening file: InputFile) throws {
        let name = file.name.lowercased()
        let isOffice = [".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".doc", ".xls"].contains {
            name.hasSuffix($0)
        }
        let isPacked = file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
        let isCompound = file.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        guard isOffice && (isPacked || isCompound) else {
            self = try SourceDocument(reading: file.bytes, name: file.name)
            return
        }
        let isBook = name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm") || name.hasSuffix(".xls")
        let converted = try isBook ? ExcelReader.read(file.bytes) : WordReader.read(file.bytes)
        self = try SourceDocument(converted, name: file.name)
    }
}
#endif
