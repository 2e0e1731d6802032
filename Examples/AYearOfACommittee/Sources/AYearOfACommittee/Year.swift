// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Foundation

/// The year of the committee: its store, the day that it is, and what the coordinator does.
final class Year: @unchecked Sendable {
    /// What went wrong, in words.
    struct Problem: Error, CustomStringConvertible {
        var description: String
    }

    private let folder: String
    private(set) var day = CivilDate(2027, 1, 4)
    private var library: CommitteeLibrary?
    private let by = "coordinator"

    init(in folder: String) { self.folder = folder }

    /// Opens the store, reads the plan in its layout, and records who is on the committee.
    func begin(plugins: String) async throws {
        let library = CommitteeLibrary(
            store: InMemoryJournal(context: .testing()),
            plugins: try await LuaPlugins.load(PluginFolder(plugins)),
            today: { self.day }
        )
        self.library = library
        try await library.store.createCommittee("northshire", name: "Northshire CPC")
        let committee = try await committee()
        try await committee.record(
            try await committee.prepareImport(
                try bytes("plan.md"),
                named: "plan.md",
                layout: "northshire/plan",
                by: by
            )
        )
        let file = try await committee.changes(
            in: try bytes("committee.json"),
            named: "committee.json"
        )
        try await committee.record(file)
    }

    private func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
    }

    func committee() async throws -> Committee {
        guard let library else { throw Problem(description: "The year has not begun.") }
        return try await library.committee("northshire")
    }

    func edition(for audience: Audience, on day: CivilDate? = nil) async throws -> Edition {
        try await committee().edition(asOf: day ?? self.day, audience: audience)
    }

    /// Goes on to a day.
    func wait(until day: CivilDate) { self.day = day }

    // MARK: Meetings

    /// Calls a meeting of a body.
    func call(_ body: String, _ day: CivilDate, extraordinary: Bool = false) async throws {
        var call = MeetingCall(bodyName: "", start: ClockTime("14:00"), end: ClockTime("16:00"))
        (call.place, call.isExtraordinary) = ("Town House", extraordinary)
        if body == "cpc" { call.chair = "Independent Chair" }
        try await committee().callMeeting(of: body, on: day, call, by: by)
    }

    /// Sends the agenda of a meeting out, with the lines that were typed.
    func agenda(_ meeting: String, _ typed: TypedSheets) async throws {
        try await receive(.agenda, meeting) { typed.agenda(in: $0) }
        try await circulate(meeting, .agendaCirculated)
    }

    /// Holds a meeting: who was there, and what was said.
    func hold(_ meeting: String, _ typed: TypedSheets) async throws {
        try await receive(.attendance, meeting) { typed.attendance(in: $0) }
        try await receive(.minute, meeting) { typed.minute(in: $0) }
    }

    /// Sends the draft minute of a meeting out.
    func circulateMinute(_ meeting: String) async throws {
        try await circulate(meeting, .minuteCirculated)
    }

    /// Records what is said of a meeting and needs no sheet.
    func circulate(_ meeting: String, _ fact: Change.Fact) async throws {
        try await committee().recordInMeeting(meeting, by: by) { meeting, _, _ in
            [Change(meeting.subject, fact)]
        }
    }

    private func receive(
        _ sheet: MeetingSheet,
        _ meeting: String,
        _ typed: (String) -> String
    ) async throws {
        let committee = try await committee()
        let text = typed(try await committee.text(of: sheet, for: meeting))
        let outcome = try await committee.receive(sheet, text, for: meeting, by: by)
        if let doubt = outcome.doubts.first {
            throw Problem(
                description: "\(meeting), \(sheet.rawValue), line \(doubt.finding.line): "
                    + doubt.finding.message
            )
        }
    }

    // MARK: Progress updates

    /// Receives what a lead sent back, as words behind the labels of the sheet.
    func receive(from lead: String, _ answers: [String: [String]]) async throws {
        let committee = try await committee()
        let (round, _) = try await committee.round()
        let key = try round.existingLead(lead).key
        var lines = ["PROGRESS UPDATE ref \(round.date)/\(key)/1"]
        for (item, words) in answers.sorted(by: { $0.key < $1.key }) {
            lines += ["[\(item)]"] + words.map { "[\(item)] \($0)" }
        }
        let sheet = (lines + ["[END]"]).joined(separator: "\n")
        let received = try await committee.receive(Array(sheet.utf8), name: lead, by: by)
        if let held = received.reading.held.first {
            throw Problem(description: "\(lead): \(held.finding.message)")
        }
    }

    /// Freezes the paper, and records that everything is agreed as it was proposed.
    func agree(at meeting: String) async throws {
        let committee = try await committee()
        let sheet = "Others as proposed: yes\n[END]\n"
        let (reading, _) = try await committee.agree(
            Array(sheet.utf8),
            name: "agree.txt",
            at: meeting,
            by: by
        )
        if let doubt = reading.doubts.first { throw Problem(description: doubt.message) }
        try await committee.closeRound(by: by)
    }

    func freeze() async throws {
        try await committee().recordInRound(nil, by: by) { _ in .roundFrozen(digest: nil) }
    }
}
