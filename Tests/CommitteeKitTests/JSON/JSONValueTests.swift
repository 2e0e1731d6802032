// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import CommitteeKit
import Testing

@Suite struct JSONValueTests {
    @Test func theOrderOfMembersDoesNotCount() {
        let first: JSONValue = ["a": 1, "b": [2, ["c": 3, "d": 4]]]
        let second: JSONValue = ["b": [2, ["d": 4, "c": 3]], "a": 1]
        #expect(first == second)
        #expect(first.hashValue == second.hashValue)
        #expect(first.canonicalBytes == second.canonicalBytes)
        #expect(first != ["a": 1])
        #expect(JSONValue.integer(1) != .number(1))
    }

    @Test func anObjectKeepsItsOrderAndEachNameOnce() {
        var object: JSONObject = ["b": 1, "a": 2, "b": 3]
        #expect(object.keys == ["b", "a"])
        #expect(object["b"] == 3)
        object["b"] = nil
        object["c"] = 4
        #expect(object.keys == ["a", "c"])
        #expect(object["nothing"] == nil)
    }

    @Test(arguments: 0...40)
    func aLongObjectAnswersLikeADictionary(_ count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        var object = JSONObject()
        var model: [String: JSONValue] = [:]
        for step in 0..<(count * 3) {
            let key = String(Int.random(in: 0...count, using: &generator))
            let value: JSONValue? = step.isMultiple(of: 4) ? nil : .integer(step)
            object[key] = value
            model[key] = value
            #expect(object.count == model.count)
        }
        for number in 0...count { #expect(object[String(number)] == model[String(number)]) }
    }

    @Test func partsAreReachedByNameAndPosition() {
        let value: JSONValue = ["list": [1, "two", 2.5, true, nil], "n": 1]
        #expect(value["list"]?[1]?.text == "two")
        #expect(value["list"]?[9] == nil)
        #expect(value["list"]?[-1] == nil)
        #expect(value["list"]?[2]?.quantity == 2.5)
        #expect(value["n"]?.quantity == 1)
        #expect(value["list"]?[3]?.truth == true)
        #expect(value["list"]?[4]?.isNull == true)
        #expect(value["n"]?["x"] == nil)
    }

    // Doubles and their texts from the tables of RFC 8785, appendix B.
    @Test(
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"), (0x8000_0000_0000_0001, "-5e-324"),
            (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
            (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
            (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"),
            (0x444B_1AE4_D6E2_EF50, "1e+21"), (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"),
            (0x3EB0_C6F7_A0B5_ED8D, "0.000001"), (0x41B3_DE43_5555_5553, "333333333.3333332"),
            (0x3FF0_0000_0000_0000, "1"), (0xBFD5_5555_5555_5555, "-0.3333333333333333"),
            (0x7FF0_0000_0000_0000, "null"), (0x7FF8_0000_0000_0000, "null"),
        ] as [(UInt64, String)]
    )
    func numbersAreWrittenInOneWay(_ bits: UInt64, _ text: String) {
        #expect(JSONValue.number(Double(bitPattern: bits)).canonicalText == text)
    }

    @Test(arguments: 0..<20)
    func numbersSurviveTheirCanonicalBytes(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<200 {
            let number = Double(bitPattern: generator.next())
            guard number.isFinite else { continue }
            let value = JSONValue.number(number)
            let read = try JSONReader.read(value.canonicalBytes, source: "x").value
            #expect(read.quantity == number)
            #expect(read == value.canonicalForm)
        }
    }

    @Test func theIndentedTextKeepsTheOrder() throws {
        let value: JSONValue = ["b": [1, ["x": nil]], "a": [], "o": [:], "t": "\n"]
        let text = """
            {
              "b": [
                1,
                {
                  "x": null
                }
              ],
              "a": [],
              "o": {},
              "t": "\\n"
            }

            """
        #expect(value.indentedText == text)
        #expect(try JSONReader.read(Array(text.utf8), source: "x").value == value)
    }

    @Test func namesAreSortedByTheirUTF16Units() {
        let value: JSONValue = [
            "\u{20AC}": "Euro", "\r": "Return", "\u{FB33}": "Dalet", "1": "One",
            "\u{1F600}": "Smiley", "\u{80}": "Control", "\u{F6}": "Umlaut",
        ]
        #expect(
            value.canonicalText == "{\"\\r\":\"Return\",\"1\":\"One\",\"\u{80}\":\"Control\","
                + "\"ö\":\"Umlaut\",\"€\":\"Euro\",\"😀\":\"Smiley\",\"\u{FB33}\":\"Dalet\"}"
        )
    }

    @Test func textsHaveTheShortestEscapes() {
        let value: JSONValue = "\u{0}\u{8}\t\n\u{C}\r\u{1F}\"\\/é\u{7F}😀"
        #expect(
            value.canonicalText == #""\u0000\b\t\n\f\r\u001f\"\\/é"# + "\u{7F}😀\""
        )
    }

    @Test(
        arguments: [
            ("tiemscale", "timescale"), ("Status", "status"), ("statsu", "status"),
            ("leed", "lead"),
            ("colour", nil), ("", nil), ("x", nil), (String(repeating: "x", count: 5000), nil),
        ] as [(String, String?)]
    )
    func theClosestNameIsFound(_ written: String, _ meant: String?) {
        let known = ["status", "timescale", "lead", "a"]
        #expect(ClosestName.closest(to: written, in: known) == meant)
    }

    @Test func aSuggestionEndsAMessage() {
        #expect(ClosestName.suggestion(for: "leed", in: ["lead"]) == "Did you mean “lead”?")
        #expect(ClosestName.suggestion(for: "q", in: ["lead", "due"]) == "Known: lead, due.")
        #expect(ClosestName.suggestion(for: "q", in: []) == "None is known here.")
    }
}
