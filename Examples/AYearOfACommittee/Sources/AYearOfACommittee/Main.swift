// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation

/// Plays a year of an invented committee, and writes its documents into a folder.
///
/// `swift run AYearOfACommittee EXAMPLE PLUGINS FOLDER`, where EXAMPLE is the folder of this example.
@main
struct Main {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else {
            print("Give the folder of the example, that of the plugins, and one for the documents.")
            exit(64)
        }
        let (example, plugins, folder) = (arguments[1], arguments[2], arguments[3])
        let year = Year(in: example)
        try await year.begin(plugins: plugins)
        try await play(year, typed: { try TypedSheets("\(example)/year/\($0).txt") })
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        for (name, bytes) in try await Documents(of: year).all() {
            try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
        }
    }

    /// What happens in the year, day by day.
    private static func play(
        _ year: Year,
        typed: @Sendable (String) throws -> TypedSheets
    ) async throws {
        let committee = try await year.committee()
        let quality = Quality(of: year)
        func days(_ month: Int, _ day: Int) { year.wait(until: CivilDate(2027, month, day)) }

        // The first meeting, and the first progress update, for the second.
        days(1, 12)
        try await quality.begin()
        try await year.call("cpc", CivilDate(2027, 2, 2))
        try await year.agenda("cpc/2027-02-02", try typed("2027-02-02"))
        days(2, 2)
        try await year.hold("cpc/2027-02-02", try typed("2027-02-02"))
        days(2, 9)
        try await quality.agree(at: "cpc/2027-02-02#8")
        try await year.circulateMinute("cpc/2027-02-02")
        try await year.call("practice", CivilDate(2027, 3, 16))
        try await committee.openRound(
            at: CivilDate(2027, 3, 30),
            due: CivilDate(2027, 3, 16),
            by: "coordinator"
        )
        days(3, 9)
        try await year.call("cpc", CivilDate(2027, 3, 30))
        try await year.agenda("cpc/2027-03-30", try typed("2027-03-30"))
        days(3, 12)
        try await year.receive(
            from: "Lead Nurse",
            ["1.1": ["Done since: The draft was read by two schools.", "Colour and why: Green"]]
        )
        try await year.receive(
            from: "Training Group",
            [
                "2.1": [
                    "Done since: Eight more were trained.", "Colour and why: Green",
                    "Help or decision wanted: Money for a second trainer",
                ]
            ]
        )
        days(3, 15)
        try await committee.recordInRound(nil, by: "coordinator") { round in
            .roundNilReturned(by: try round.existingLead("Head of Education").key)
        }
        days(3, 18)
        try await year.freeze()
        days(3, 30)
        try await year.hold("cpc/2027-03-30", try typed("2027-03-30"))
        try await year.agree(at: "cpc/2027-03-30#6")
        try await correctAndApprove(
            year,
            "cpc/2027-02-02",
            at: "cpc/2027-03-30",
            ("8", "The toolkit is used in five of nine areas.")
        )
        days(4, 6)
        try await quality.hear(at: "cpc/2027-03-30#9")
        try await quality.quarter("2027-Q1", filled: 34, reports: [41, 38, 29], came: 15)
        try await year.circulateMinute("cpc/2027-03-30")
        try await year.call("transitions", CivilDate(2027, 4, 27))
        try await year.call("quality", CivilDate(2027, 5, 11))

        // Too few come to the third, and an extraordinary one follows.
        days(5, 4)
        try await year.call("cpc", CivilDate(2027, 5, 25))
        try await year.agenda("cpc/2027-05-25", try typed("2027-05-25"))
        days(5, 25)
        try await year.hold("cpc/2027-05-25", try typed("2027-05-25"))
        days(6, 1)
        try await year.circulateMinute("cpc/2027-05-25")
        try await year.call("cpc", CivilDate(2027, 6, 22), extraordinary: true)
        try await year.agenda("cpc/2027-06-22", try typed("2027-06-22"))
        days(6, 22)
        try await year.hold("cpc/2027-06-22", try typed("2027-06-22"))
        for earlier in ["cpc/2027-03-30", "cpc/2027-05-25"] {
            try await correctAndApprove(year, earlier, at: "cpc/2027-06-22")
        }
        days(6, 29)
        try await quality.beginAudit()
        try await year.circulateMinute("cpc/2027-06-22")

        // The meeting of August moves by a week; the second progress update.
        days(7, 6)
        try await quality.quarter("2027-Q2", filled: 51, reports: [44, 40, 35], came: 17)
        try await year.call("cpc", CivilDate(2027, 8, 24))
        try await year.call("training", CivilDate(2027, 8, 17))
        days(7, 13)
        try await committee.moveMeeting(
            "cpc/2027-08-24",
            MeetingMove(to: CivilDate(2027, 8, 31)),
            by: "coordinator",
            reason: "The room is taken."
        )
        try await committee.openRound(
            at: CivilDate(2027, 8, 31),
            due: CivilDate(2027, 8, 17),
            by: "coordinator"
        )
        days(8, 10)
        try await year.agenda("cpc/2027-08-24", try typed("2027-08-31"))
        days(8, 16)
        try await year.receive(
            from: "Quality Group",
            [
                "1.2": [
                    "Done since: All five teams ask.", "Colour and why: Green",
                    "Finished (no, or the date): 30 June 2027",
                ]
            ]
        )
        try await year.receive(
            from: "Training Group",
            ["2.1": ["Done since: Thirty are trained.", "Colour and why: Green"]]
        )
        try await year.freeze()
        days(8, 31)
        try await year.hold("cpc/2027-08-24", try typed("2027-08-31"))
        try await year.agree(at: "cpc/2027-08-24#6")
        try await correctAndApprove(year, "cpc/2027-06-22", at: "cpc/2027-08-24")
        days(9, 7)
        try await year.circulateMinute("cpc/2027-08-24")

        // A decision between meetings, ratified at the next.
        days(9, 14)
        try await quality.developmentDay(CivilDate(2027, 9, 14))
        days(9, 20)
        try await committee.decide(
            "cpc",
            DecisionTaking("Four hundred more guides are printed.", how: "by e-mail"),
            by: "coordinator"
        )
        days(10, 5)
        try await quality.quarter("2027-Q3", filled: 48, reports: [43, 45, 39], came: 12)
        try await year.call("cpc", CivilDate(2027, 10, 26))
        try await year.call("practice", CivilDate(2027, 10, 12))
        try await year.agenda("cpc/2027-10-26", try typed("2027-10-26"))
        days(10, 26)
        try await year.hold("cpc/2027-10-26", try typed("2027-10-26"))
        try await committee.ratify("cpc/C1", at: "cpc/2027-10-26#3", by: "coordinator")
        try await correctAndApprove(year, "cpc/2027-08-24", at: "cpc/2027-10-26")
        days(11, 2)
        try await quality.report(at: "cpc/2027-10-26#7")
        try await quality.answer()
        try await year.circulateMinute("cpc/2027-10-26")
        try await committee.openRound(
            at: CivilDate(2027, 12, 14),
            due: CivilDate(2027, 11, 30),
            by: "coordinator"
        )
        try await year.call("transitions", CivilDate(2027, 11, 23))

        // The last one, with the third progress update.
        days(11, 16)
        try await year.call("cpc", CivilDate(2027, 12, 14))
        try await year.agenda("cpc/2027-12-14", try typed("2027-12-14"))
        days(11, 29)
        try await year.receive(
            from: "Lead Nurse",
            [
                "1.1": [
                    "Done since: The guide is in every school.", "Colour and why: Green",
                    "Finished (no, or the date): 1 November 2027",
                ]
            ]
        )
        try await year.receive(
            from: "Head of Education",
            [
                "2.2": [
                    "Done since: Two of three services have signed.", "Colour and why: Amber",
                    "New date wanted, and why: By 31 March 2028, one board meets in February",
                ]
            ]
        )
        days(12, 2)
        try await year.freeze()
        days(12, 14)
        try await year.hold("cpc/2027-12-14", try typed("2027-12-14"))
        try await year.agree(at: "cpc/2027-12-14#6")
        try await correctAndApprove(
            year,
            "cpc/2027-10-26",
            at: "cpc/2027-12-14",
            ("8", "The Transitions Group ends on 30 November.")
        )
        days(12, 16)
        let edition = try await year.edition(for: .committee)
        try await committee.circulate(
            Circulation(
                "standard/chief-officers",
                to: ["COG"],
                asOf: edition.asOf,
                audience: .committee
            ),
            by: "coordinator"
        )
        days(12, 31)
    }

    private static func correctAndApprove(
        _ year: Year,
        _ meeting: String,
        at later: String,
        _ correction: (item: String, text: String)? = nil
    ) async throws {
        if let (item, text) = correction {
            try await year.circulate(
                meeting,
                .minuteCorrected(MinuteCorrection(item: item, text: Prose(text), at: later))
            )
        }
        try await year.circulate(meeting, .minuteApproved(at: later))
    }
}
