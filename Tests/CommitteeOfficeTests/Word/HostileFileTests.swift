// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Foundation
import Testing

@testable import CommitteeOffice

/// Files that somebody made to break a reader.
@Suite struct HostileFileTests {
    private func message(_ bytes: [UInt8], _ limits: OfficeLimits = OfficeLimits()) -> String? {
        #expect(throws: OfficeError.self) { try WordReader.read(bytes, limits: limits) }?.message
    }

    @Test func aDocumentTypeIsRefused() throws {
        var zip = ZipWriter()
        zip.add("_rels/.rels", Array(WordFile.rootRelations.utf8))
        let flood = """
            <!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <w:document \(WordFile.names)><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>
            """
        zip.add("word/document.xml", Array(flood.utf8))
        #expect(
            message(try zip.bytes())
                == "The part “word/document.xml” of the file declares a document type, which neither "
                + "Word nor Excel writes and which can be used to attack a reader. Save the file anew "
                + "with one of them."
        )
    }

    @Test func aPartThatUnpacksWithoutEndIsRefused() throws {
        var zip = ZipWriter()
        zip.add("_rels/.rels", Array(WordFile.rootRelations.utf8))
        zip.add("word/document.xml", Array(repeating: 0x20, count: 8 << 20))
        let text = try #require(message(try zip.bytes()))
        #expect(text.hasPrefix("The part “word/document.xml” of the file unpacks to more than "))
    }

    @Test func elementsWithinElementsAreRefused() throws {
        let open = String(repeating: "<w:p>", count: 5_000)
        let close = String(repeating: "</w:p>", count: 5_000)
        #expect(
            message(try WordFile.bytes(body: open + close))
                == "In the part “word/document.xml” of the file, elements stand more than 200 deep within "
                + "each other. Save the file anew with Word or Excel."
        )
    }

    @Test func manyElementsAreRefused() throws {
        let body = String(repeating: "<w:p/>", count: 2_000)
        #expect(
            message(try WordFile.bytes(body: body), OfficeLimits(elements: 1_000))
                == "The part “word/document.xml” of the file has more than 1000 elements. Split the "
                + "document."
        )
    }

    @Test func whatIsNoPackedFileIsRefused() {
        #expect(
            message(Array("Hello".utf8))
                == "The file is no Word document (.docx) and no Excel workbook (.xlsx). Open it in the "
                + "program that made it and save it as one of these."
        )
    }

    @Test func cutFilesAreRefused() throws {
        let whole = try WordFile.bytes(body: WordFile.paragraph("Words"))
        for count in stride(from: 2, to: whole.count - 1, by: 37) {
            #expect(throws: OfficeError.self) { try WordReader.read(Array(whole[..<count])) }
        }
    }

    /// Bytes of whole files and of their parts are changed, and the reader must answer in good time.
    @Test func changedBytesNeverStopTheReader() throws {
        let variables = ProcessInfo.processInfo.environment
        let count = variables["OFFICE_FUZZ"].flatMap { Int($0) } ?? 300
        var random = SeededGenerator(seed: variables["SEED"].flatMap { UInt64($0) } ?? 1)
        let whole = try WordRenderer().bytes(of: SampleDocument.whole)
        let zip = try ZipReader(whole, limits: OfficeLimits())
        var parts: [(String, [UInt8])] = []
        for name in zip.names { parts.append((name, try #require(try zip.part(name)))) }
        let limits = OfficeLimits(bytesPerPart: 4 << 20)
        var read = 0
        for round in 0..<count {
            var bytes = whole
            if round % 2 == 0 {
                Self.change(&bytes, by: &random)
            } else {
                var changed = ZipWriter()
                let chosen = Int.random(in: 0..<parts.count, using: &random)
                for (place, part) in parts.enumerated() {
                    var content = part.1
                    if place == chosen { Self.change(&content, by: &random) }
                    changed.add(part.0, content)
                }
                bytes = try changed.bytes()
            }
            guard let converted = try? WordReader.read(bytes, limits: limits) else { continue }
            #expect(converted.lines.count == converted.places.count)
            _ = try? SourceDocument(converted, name: "a.docx")
            read += 1
        }
        #expect(read > 0)
    }

    @Test func changedWorkbooksNeverStopTheReader() throws {
        let variables = ProcessInfo.processInfo.environment
        let count = (variables["OFFICE_FUZZ"].flatMap { Int($0) } ?? 300) / 2
        var random = SeededGenerator(seed: variables["SEED"].flatMap { UInt64($0) } ?? 2)
        let path = FileManager.default.temporaryDirectory
            .appending(path: "committee-office-\(UUID().uuidString).xlsx").path
        let whole = try ExcelRenderer().bytes(of: SampleDocument.whole, scratch: path)
        let zip = try ZipReader(whole, limits: OfficeLimits())
        var parts: [(String, [UInt8])] = []
        for name in zip.names { parts.append((name, try #require(try zip.part(name)))) }
        var read = 0
        for _ in 0..<count {
            var changed = ZipWriter()
            let chosen = Int.random(in: 0..<parts.count, using: &random)
            for (place, part) in parts.enumerated() {
                var content = part.1
                if place == chosen { Self.change(&content, by: &random) }
                changed.add(part.0, content)
            }
            let limits = OfficeLimits(bytesPerPart: 4 << 20)
            guard let converted = try? ExcelReader.read(changed.bytes(), limits: limits) else {
                continue
            }
            #expect(converted.lines.count == converted.places.count)
            _ = try? SourceDocument(converted, name: "a.xlsx")
            read += 1
        }
        #expect(read > 0)
    }

    private static func change(_ bytes: inout [UInt8], by random: inout SeededGenerator) {
        for _ in 0...Int.random(in: 0..<4, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: bytes[place..<min(place + 40, bytes.count)], at: place)
            default:
                let end = min(place + Int.random(in: 1..<60, using: &random), bytes.count)
                bytes.removeSubrange(place..<end)
            }
            if bytes.isEmpty { bytes = [0] }
        }
    }
}
