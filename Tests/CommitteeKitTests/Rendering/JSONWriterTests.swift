// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

@Suite("JSON is written")
struct JSONWriterTests {
    private func example(_ style: JSONWriter.Style) -> String {
        var json = JSONWriter(style: style)
        json.beginObject()
        json.member("b", "x")
        json.member("a", 1)
        json.member("none", nil as String?)
        json.member("list", [1, 2]) { $0.integer($1) }
        json.key("empty")
        json.beginArray()
        json.endArray()
        json.member("yes", true)
        json.key("n")
        json.number(.infinity)
        json.endObject()
        #expect(json.isComplete)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test("Compact JSON is one line")
    func compact() {
        #expect(
            example(.compact)
                == #"{"b":"x","a":1,"none":null,"list":[1,2],"empty":[],"yes":true,"n":null}"#
        )
    }

    @Test("Pretty JSON is indented by two spaces and ends with a line feed")
    func pretty() {
        #expect(
            example(.pretty) == """
                {
                  "b": "x",
                  "a": 1,
                  "none": null,
                  "list": [
                    1,
                    2
                  ],
                  "empty": [],
                  "yes": true,
                  "n": null
                }

                """
        )
    }

    @Test(
        "Every string is read back by another reader",
        arguments: ["", "\"\\/", "\u{0}\u{1F}\n\t\r\u{7F}", "é🙂\u{2028}", "</script>"]
    )
    func strings(text: String) throws {
        var json = JSONWriter(style: .compact)
        json.beginArray()
        json.string(text)
        json.endArray()
        #expect(try JSONDecoder().decode([String].self, from: Data(json.bytes)) == [text])
    }

    @Test("An end without a beginning writes nothing")
    func strayEnds() {
        var json = JSONWriter(style: .compact)
        json.endObject()
        json.beginArray()
        json.endObject()
        json.endArray()
        json.endArray()
        #expect(json.bytes == Array("[]".utf8))
    }

    @Test("The document's JSON is read by another reader")
    func documentJSON() throws {
        let value = try JSONSerialization.jsonObject(
            with: Data(ExampleDocument.document.render(.json))
        )
        let object = try #require(value as? [String: Any])
        #expect(object["format"] as? String == "committee-document/1")
        let blocks = try #require(object["blocks"] as? [[String: Any]])
        let kinds = Set(blocks.compactMap { $0["kind"] as? String })
        #expect(kinds.isSubset(of: Set(Document.Block.kinds)))
        #expect(kinds.count == 11)
    }
}
