// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee programme list`, which is what “committee programme” does.
struct ProgrammeListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract:
            "List the programmes and what stands in them; this is what “committee programme” does."
    )

    @OptionGroup var reading: QualityReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        let state = edition.programmeState
        let findings = edition.audience >= .committee ? edition.programmeFindings() : []
        if reading.at.output.json {
            var members = state.exported(on: edition.asOf)
            members["asOf"] = .string(edition.asOf.description)
            members["nextUpdates"] = .array(
                state.programmes.compactMap { programme in
                    state.nextUpdate(of: programme).map { next in
                        [
                            "programme": .string(programme.id), "number": .integer(next.number),
                            "due": .date(next.due),
                        ]
                    }
                }
            )
            members["toBeLookedAt"] = .array(findings.map(\.json))
            return try Output.write(.object(members))
        }
        var rows: [[String]] = []
        func add(_ id: String, _ kind: String, _ name: String, _ due: String?, _ standing: String) {
            rows.append([id, kind, name, due ?? "–", standing])
        }
        for programme in state.programmes {
            let next = state.nextUpdate(of: programme)
            add(
                programme.id,
                "programme",
                programme.name,
                programme.reporting.map(PlanWords.date),
                programme.ending == nil
                    ? next.map { "Update \($0.number) by \(PlanWords.date($0.due))" }
                        ?? "No update is due"
                    : "Ended"
            )
            for one in state.milestones where one.plan == programme.id {
                add(one.id, "milestone", one.name, one.due?.words, one.standing(on: edition.asOf))
            }
            for one in state.trials where one.plan == programme.id {
                add(one.id, "trial", one.name, one.ends.map(PlanWords.date), one.stage.words)
            }
            for one in state.updates where one.plan == programme.id {
                let areas = PlanWords.count(one.said.count, "area", "areas")
                let standing = one.issuing?.on.map { "Issued on \(PlanWords.date($0))" } ?? "Draft"
                add(one.id, "update", "Update \(one.number), \(areas)", nil, standing)
            }
            for one in state.recommendations where one.plan == programme.id {
                add(
                    one.id,
                    "recommendation",
                    one.words.singleLine,
                    one.making?.due.map(PlanWords.date),
                    one.standing
                )
            }
        }
        guard !rows.isEmpty else {
            return try Output.write(
                "No programme is recorded. Begin one on a plan with “committee programme begin”.\n"
            )
        }
        var lines = QualityWords.aligned([["Named", "Kind", "Title", "Due", "Standing"]] + rows)
        if !findings.isEmpty {
            lines += ["", "To be looked at:"] + findings.map { "  \($0.kind)  \($0.message)" }
        }
        try QualityWords.write(lines)
    }
}

/// `committee programme show`.
struct ProgrammeShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show a programme with its last update, an update by its number, or what else stands in it."
    )

    @Argument(
        help: "The plan of the programme; or what stands in it, such as improvement-2026#toolkit."
    )
    var id: String

    @OptionGroup var reading: QualityReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        let state = edition.programmeState
        func json<Subject: ProgrammeSubject>(_ list: [Subject]) -> JSONValue? {
            list.first { $0.id == id }.map {
                var members = $0.json.members ?? JSONObject()
                members["kind"] = .string(Subject.subjectKind.rawValue)
                return .object(members)
            }
        }
        let found =
            json(state.programmes) ?? json(state.milestones) ?? json(state.trials)
            ?? json(state.updates) ?? json(state.recommendations)
        guard let found else {
            throw Complaint(
                "No programme has anything named “\(id)” for this reader. List what there is with committee programme."
            )
        }
        if reading.at.output.json { return try Output.write(found) }
        let parts = id.split(separator: "#").map(String.init)
        if parts.count == 1 || Int(parts[1]) != nil {
            let page = try ProgrammeReport.update.document(
                of: edition.withFiguresInTexts(),
                plan: parts[0],
                number: parts.count == 1 ? nil : Int(parts[1])
            )
            return try Output.write(page)
        }
        if let card = ProgrammeReport.card(of: id, in: edition) { try Output.write(card) }
    }
}
#endif
