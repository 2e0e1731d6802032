// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// The documents of the year, as the public and as the committee read them.
struct Documents {
    private let year: Year

    init(of year: Year) { self.year = year }

    /// Every document by the name of its file.
    func all() async throws -> [(name: String, bytes: [UInt8])] {
        var files: [(String, [UInt8])] = []
        let open = try await year.edition(for: .public)
        let own = try await year.edition(for: .committee)
        let start = try await year.edition(for: .committee, on: CivilDate(2027, 1, 31))
        for meeting in own.calledMeetings where meeting.body == "cpc" {
            for (edition, ending) in [(own, "committee"), (open, "public")] {
                guard try edition.meeting(meeting).minute != nil else { continue }
                let minute = try MeetingReport.document(.minute, of: meeting, in: edition)
                files.append(("minute-\(meeting.planned)-\(ending).md", minute.render(.markdown)))
            }
        }
        for report in OutgoingReport.all where report.id != "minute" {
            var request = OutgoingReport.Request(own, since: start)
            request.meeting = report.subjects.contains("meeting") ? "cpc/2027-12-14" : nil
            files.append(("\(report.id).md", try report.document(request).render(.markdown)))
        }
        files.append(
            ("circulation.md", CirculationList(of: own).document(of: own).render(.markdown))
        )
        let annual = try OutgoingReport.annualReport.document(
            OutgoingReport.Request(open, since: start)
        )
        files.append(("annual-report-public.md", annual.render(.markdown)))
        let assurance = QualityReport.assurance.document(of: own)
        files.append(("quality-assurance.md", assurance.render(.markdown)))
        files.append(("voice.md", VoiceReport.voice.document(of: own).render(.markdown)))
        files.append(("documents.md", DocumentReport.register.document(of: own).render(.markdown)))
        files.append(("figures.md", FigureReport.figures.document(of: own).render(.markdown)))
        let found = own.meetingFindings().map { "\($0.subject)  \($0.kind)  \($0.message)\n" }
        files.append(("findings.txt", Array(found.joined().utf8)))
        files.append(("meetings.ics", MeetingCalendar(of: open).bytes))
        return files
    }
}
