// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension TimescaleCell {
    private typealias Result = TimescaleReader.Result

    private struct Mention {
        var name: String
        var tokens: Range<Int>
    }

    /// How far before a body the word is looked for that says before, at or after.
    private static var reach: Int { 6 }

    /// The reading of a cell that tells the time by a body's meetings, or nil.
    var meetingReading: TimescaleReader.Result? {
        let mentions = mentions
        guard !mentions.isEmpty else { return genericMeeting }
        for (index, mention) in mentions.enumerated() {
            guard let moment = moment(before: mention.tokens.lowerBound) else { continue }
            return reading(of: Array(mentions[index...]), moment)
        }
        let isAboutMeetings = words.contains { Self.meetingWords.contains($0) }
        let isAlone = mentions.count == 1 && mentions[0].tokens.count == leftoverWords.count
        guard isAboutMeetings || isAlone || recurrence(in: Array(words.indices)) != nil else {
            return nil
        }
        return reading(of: mentions, nil)
    }

    private func reading(
        of mentions: [Mention],
        _ moment: (moment: MeetingReference.Moment, tokens: Range<Int>)?
    ) -> TimescaleReader.Result {
        var bodies: [String] = []
        for mention in mentions where !bodies.contains(mention.name) { bodies.append(mention.name) }
        var used = Set(mentions.flatMap(\.tokens))
        if let moment { used.formUnion(moment.tokens) }
        // Small words between the moment and the bodies add nothing; before it they may.
        let lead = moment?.tokens.lowerBound ?? max(0, mentions[0].tokens.lowerBound - 2)
        let rest = words.indices.filter { index in
            !used.contains(index) && (index < lead || !Self.fillers.contains(words[index]))
        }
        let found = recurrence(in: Array(words.indices))
        var recurrence = found?.recurrence
        recurrence?.what = self.recurrence(in: rest)?.recurrence.what
        let reference = MeetingReference(
            bodies: bodies,
            moment: moment?.moment ?? .at,
            recurrence: recurrence
        )
        let left = rest.filter { words[$0].first?.isLetter ?? false }
        let isWhole = recurrence == nil ? left.isEmpty : recurrence?.what == nil
        guard !isWhole || moment == nil || found?.confidence == .unsure else {
            return Result(.relativeToMeeting(reference))
        }
        guard moment != nil else {
            let isClear = left.isEmpty && words.contains { Self.meetingWords.contains($0) }
            return Result(
                .relativeToMeeting(reference),
                isClear ? .inferred : .unsure,
                "The words do not say whether before, at or after the meeting; at it is taken."
            )
        }
        return Result(
            .relativeToMeeting(reference),
            .inferred,
            "The words beside the meeting are taken to say what is done."
        )
    }

    /// Reads "prior to each meeting", where no body of the vocabulary is named.
    private var genericMeeting: TimescaleReader.Result? {
        let names: Set<String> = ["meeting", "meetings", "committee", "board"]
        for index in words.indices where names.contains(words[index]) && index > 0 {
            guard ["each", "every", "next", "the", "committee"].contains(words[index - 1]),
                let moment = moment(before: index)
            else { continue }
            let reference = MeetingReference(
                bodies: [text.source(of: index..<(index + 1)) ?? words[index]],
                moment: moment.moment
            )
            return Result(
                .relativeToMeeting(reference),
                .inferred,
                "No body of the vocabulary is named; the committee's own meetings may be meant."
            )
        }
        return nil
    }

    private var mentions: [Mention] {
        var found: [Mention] = []
        var index = 0
        while index < words.count {
            guard let (name, length) = vocabulary.body(in: words, at: index) else {
                index += 1
                continue
            }
            found.append(Mention(name: name, tokens: index..<(index + length)))
            index += max(1, length)
        }
        return found
    }

    /// Returns what the nearest word before a place says: before, at, after or planning.
    private func moment(
        before end: Int
    ) -> (moment: MeetingReference.Moment, tokens: Range<Int>)? {
        for index in stride(from: end - 1, through: max(0, end - Self.reach), by: -1) {
            let next = index + 1 < words.count ? words[index + 1] : ""
            switch (words[index], next) {
            case ("prior", "to"), ("ahead", "of"): return (.before, index..<(index + 2))
            case ("advance", "of"): return (.before, max(0, index - 1)..<(index + 2))
            case ("before", _), ("by", _): return (.before, index..<(index + 1))
            case ("after", _), ("following", _): return (.after, index..<(index + 1))
            case ("planning", _):
                let hasWhen = index > 0 && words[index - 1] == "when"
                return (.planning, (hasWhen ? index - 1 : index)..<(index + 1))
            case ("at", _): return (.at, index..<(index + 1))
            default: continue
            }
        }
        return nil
    }

    private static let meetingWords: Set<String> = ["meeting", "meetings", "each", "every", "next"]
    private static let fillers: Set<String> = [
        "each", "every", "the", "next", "meeting", "meetings", "/", "&", ",", ".", "and", "of",
    ]
}
