// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Timescale vocabulary")
struct TimescaleVocabularyTests {
    @Test("knows the names that a plugin writes", arguments: TimescaleVocabulary.Meaning.names)
    func knowsItsNames(_ name: String) throws {
        let meaning = try #require(TimescaleVocabulary.Meaning(name: name))
        let reader = TimescaleReader(
            vocabulary: TimescaleVocabulary(phrases: [.init(words: "Local words", means: meaning)])
        )
        let timescale = reader.read("local WORDS.")
        #expect(timescale.confidence == .exact)
        if case .recurring(let recurrence) = timescale.reading {
            #expect(recurrence.frequency == name)
        } else {
            #expect(timescale.kind == name)
        }
    }

    @Test func refusesOtherNames() {
        #expect(TimescaleVocabulary.Meaning(name: "sometimes") == nil)
    }

    @Test func letsTheMergedWordsCount() {
        let merged = TimescaleVocabulary.standard.merging(
            TimescaleVocabulary(
                phrases: [.init(words: "Rolling", means: .document)],
                bodies: ["CPC", "CPC"]
            )
        )
        #expect(TimescaleReader(vocabulary: merged).read("rolling").kind == "document")
        #expect(TimescaleReader().read("rolling").kind == "ongoing")
    }

    @Test func findsTheLongestNameOfABody() {
        let reader = TimescaleReader(
            vocabulary: TimescaleVocabulary(phrases: [], bodies: ["Board", "Board of Chairs"])
        )
        #expect(
            reader.read("before the Board of Chairs").reading
                == .relativeToMeeting(
                    MeetingReference(bodies: ["Board of Chairs"], moment: .before)
                )
        )
    }

    @Test("does not mind names without letters", arguments: ["", "-", ".", " "])
    func acceptsEmptyNames(_ name: String) {
        let reader = TimescaleReader(
            vocabulary: TimescaleVocabulary(
                phrases: [.init(words: name, means: .accept)],
                bodies: [name]
            )
        )
        #expect(reader.read("Monthly").kind == "recurring")
    }
}
