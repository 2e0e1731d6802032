// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import CommitteeKit
import Testing

private func read(_ text: String) throws -> JSONValue {
    try JSONReader.read(Array(text.utf8), source: "x.json").value
}

@Suite struct JSONReaderTests {
    static let readings: [(String, JSONValue)] = [
        ("null", JSONValue.null), (" true ", true), ("false", false), ("0", 0), ("-0", 0),
        ("-12", -12), ("9223372036854775807", .integer(.max)),
        ("-9223372036854775808", .integer(.min)), ("1.5", 1.5), ("1e2", .number(100)),
        ("-2.5E-3", -0.0025), ("100000000000000000000", .number(1e20)), ("\"\"", ""),
        (#""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\u0000""#, "a\"\\/\u{8}\u{C}\n\r\té😀\0"),
        ("[]", []), ("[1, [2], {}]", [1, [2], [:]]), (#"{"a":{"b":[null]}}"#, ["a": ["b": [nil]]]),
        ("\u{FEFF}{}", [:]), ("\"\u{2028}é😀\"", "\u{2028}é😀"),
    ]

    @Test(arguments: readings)
    func readsWhatJSONSays(_ text: String, _ value: JSONValue) throws {
        #expect(try read(text) == value)
    }

    static let mistakes: [(String, String)] = [
        (
            "",
            "1:1: Expected a value (a text in double quotes, a number, true, false, null, [ or {),"
                + " found the end of the text."
        ),
        (
            "{\n  a: 1}", "2:3: Expected a name in double quotes, found “a”."
        ),
        (
            "{\"a\": 1,\n \"a\": 2}",
            "2:2: The name “a” is already on line 1 of this object. Keep one of the two."
        ),
        (
            "[1, 2,]", "1:6: Found a comma after the last element. Remove the comma."
        ),
        ("{\"a\":1,}", "1:7: Found a comma after the last element. Remove the comma."),
        ("[1 // one\n]", "1:4: JSON has no comments. Remove the comment."),
        ("# x\n1", "1:1: JSON has no comments. Remove the comment."),
        ("# x\n  { }", "1:1: JSON has no comments. Remove the comment."),
        (
            "\n# Plan\n\n1. Meet\n",
            "2:1: This looks like a Markdown document, not JSON. Name a JSON file, which begins with "
                + "“{” or “[”."
        ),
        (
            "| No | Action |",
            "1:1: This looks like a Markdown document, not JSON. Name a JSON file, which begins with "
                + "“{” or “[”."
        ),
        (
            "<!DOCTYPE html>",
            "1:1: This looks like a web page or XML, not JSON. Name a JSON file, which begins with "
                + "“{” or “[”."
        ),
        (
            "%PDF-1.7",
            "1:1: This is a PDF, not JSON. Name a JSON file, which begins with “{” or “[”."
        ),
        (
            "PK\u{3}\u{4} word/document.xml",
            "1:1: This is a Word document, not JSON. Name a JSON file, which begins with “{” or “[”."
        ),
        (
            "[NaN]",
            "1:2: Expected a value (a text in double quotes, a number, true, false, null, [ or {),"
                + " found “NaN”."
        ),
        (
            "'a'",
            "1:1: Expected a value (a text in double quotes, a number, true, false, null, [ or {),"
                + " found “'”."
        ),
        (
            "trues",
            "1:1: Expected a value (a text in double quotes, a number, true, false, null, [ or {),"
                + " found “trues”."
        ),
        ("[1 2]", "1:4: Expected “,” or “]”, found “2”."),
        ("[1", "1:3: Expected “,” or “]”, found the end of the text."),
        ("{\"a\" 1}", "1:6: Expected “:” after the name, found “1”."),
        ("{} x", "1:4: Found “x” after the end of the value. Remove it."),
        ("007", "1:1: A number does not start with a zero. Remove the zero."),
        ("-x", "1:2: Expected a digit after “-”, found “x”."),
        ("1.", "1:3: Expected a digit after the point, found the end of the text."),
        ("1e", "1:3: Expected a digit in the exponent, found the end of the text."),
        (
            "1e999",
            "1:1: The number is too great to be kept. Write it as a text in quotes."
        ),
        (
            "9223372036854775808",
            "1:1: The whole number is too great to be kept exactly. Write it as a text in quotes."
        ),
        (
            "\"é😀\\q\"",
            "1:4: JSON has no such escape. Known: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000."
        ),
        ("\"\\u12", "1:2: Four hexadecimal digits follow \\u, as in \\u00e9."),
        (
            #""\ud83d""#,
            #"1:2: Half a surrogate pair stands alone. Write both halves, as in \ud83d\ude00, or"#
                + " the character itself."
        ),
        (
            #""\udc00\ud83d""#,
            #"1:2: Half a surrogate pair stands alone. Write both halves, as in \ud83d\ude00, or"#
                + " the character itself."
        ),
        (
            "\"a\nb\"",
            "1:3: A text ends on the line it starts on. Close the quotes, or write \\n for a new"
                + " line."
        ),
        (
            "\"\u{1}\"",
            "1:2: A control character (byte 1) stands in a text. Write it as an escape such as \\t"
                + " or \\u0000."
        ),
        ("\r\n\r[\"a", "3:4: The text is not closed. Add a double quote where it ends."),
    ]

    @Test(arguments: mistakes)
    func namesTheMistakeAndItsPlace(_ text: String, _ message: String) throws {
        let error = try #require(throws: JSONError.self) { try read(text) }
        #expect(error.description == "x.json:" + message)
    }

    @Test func textInUTF16IsNamed() throws {
        let error = try #require(throws: JSONError.self) {
            try JSONReader.read([0xFF, 0xFE, 0x7B, 0x00], source: "x.json")
        }
        #expect(error.description == "x.json:1:1: This is in UTF-16. Save the file as UTF-8.")
    }

    @Test(arguments: [
        ([0x22, 0x80, 0x22] as [UInt8], "1:2", 0x80), ([0x22, 0xC0, 0xAF, 0x22], "1:2", 0xC0),
        ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2", 0xED),
        ([0x5B, 0x0A, 0x22, 0xE2, 0x82], "2:2", 0xE2),
        ([0x22, 0xC3, 0xA9, 0xF5, 0x22], "1:3", 0xF5),
    ])
    func bytesThatAreNotUTF8AreRefused(_ bytes: [UInt8], _ place: String, _ bad: Int) throws {
        let error = try #require(throws: JSONError.self) {
            try JSONReader.read(bytes, source: "x.json")
        }
        #expect(error.code == .encoding)
        #expect(
            error.description == "x.json:\(place): Byte \(bad) is not UTF-8 at this place. Save the"
                + " file as UTF-8."
        )
    }

    @Test func depthIsLimited() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try read(nested(128))
        let error = try #require(throws: JSONError.self) { try read(nested(129)) }
        #expect(error.code == .limit)
        #expect(
            error.description == "x.json:1:129: Lists and objects stand more than 128 deep. Make"
                + " the data flatter."
        )
        #expect(throws: JSONError.self) { try read(String(repeating: "[", count: 1_000_000)) }
    }

    @Test func everyValueKnowsItsPlace() throws {
        let node = try JSONReader.read(
            Array("{\n  \"é\": [true,\n    \"x\"]\n}".utf8),
            source: "x.json"
        )
        guard case .object(let members) = node.content, let member = members.first,
            case .array(let elements) = member.node.content
        else {
            Issue.record("not an object with a list")
            return
        }
        #expect([node.line, node.column] == [1, 1])
        #expect([member.line, member.column] == [2, 3])
        #expect([member.node.line, member.node.column] == [2, 8])
        #expect([elements[1].line, elements[1].column] == [3, 5])
    }

    @Test(arguments: 0..<20)
    func noBytesCrashTheReader(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let alphabet =
            Array(#"{}[]",:\u0d8e+-.truefalsn/ "#.utf8) + [0x0A, 0x0D, 0, 0xC3, 0xA9, 0xF0]
        for _ in 0..<200 {
            let count = Int.random(in: 0...30, using: &generator)
            let bytes = (0..<count).compactMap { _ in alphabet.randomElement(using: &generator) }
            guard let node = try? JSONReader.read(bytes, source: "x") else { continue }
            let canonical = node.value.canonicalBytes
            let again = try JSONReader.read(canonical, source: "x")
            #expect(again.value == node.value.canonicalForm)
        }
    }
}
