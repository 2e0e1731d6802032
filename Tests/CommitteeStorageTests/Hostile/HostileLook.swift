// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// Everything that is asked of a record, so that what was recorded by hostile hands is met by every part.
enum HostileLook {
    /// Writes what there is to write of a record; nothing of it may end the program.
    ///
    /// - Returns: How many bytes there were.
    static func bytes(of record: Record, since before: Record?, on day: CivilDate) -> Int {
        var count = 0
        for audience in [Audience.public, .restricted] {
            let edition = edition(record, day, audience)
            for state in edition.rooms.all {
                count += JSONValue.object(state.exported(on: day)).indentedText.utf8.count
            }
            if let before {
                let changes = edition.changes(since: self.edition(before, day, audience))
                count += changes.reduce(0) { $0 + $1.sentence.utf8.count }
            }
            for document in documents(of: edition) {
                count += document.render(.json).count + document.render(.html).count
            }
            for plan in edition.plans {
                let figures = PlanFigures(of: plan, on: day)
                for name in figures.names { count += figures.actions(of: name)?.count ?? 0 }
            }
            let work = WorkInHand(of: edition, within: 104)
            count += JSONValue.object(work.json).indentedText.utf8.count
            count += MeetingCalendar(of: edition).bytes.count
        }
        return count
    }

    private static func edition(_ record: Record, _ day: CivilDate, _ audience: Audience) -> Edition
    {
        Edition(of: record, committee: "c", name: "C", asOf: day, audience: audience)
    }

    private static func documents(of edition: Edition) -> [Document] {
        var documents =
            StructureReport.all.map { $0.document(of: edition) }
            + DocumentReport.all.map { $0.document(of: edition) }
            + LearningReviewReport.all.map { $0.document(of: edition) }
            + FigureReport.all.map { $0.document(of: edition) }
        documents.append(MeetingReport.list(edition.meetingDays(), of: edition))
        documents.append(
            MeetingReport.actionLog(ActionLog(of: edition, withDone: true), of: edition)
        )
        for register in edition.riskRegisters {
            for report in RiskReport.all {
                let request = RiskReport.Request(edition, register: register.id)
                if let document = try? report.document(request) { documents.append(document) }
            }
        }
        for report in OutgoingReport.all {
            if let document = try? report.document(OutgoingReport.Request(edition)) {
                documents.append(document)
            }
        }
        return documents
    }
}
