// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// Which sheet of which meeting is written, read or shown.
struct MeetingSheetOptions: ParsableArguments {
    @Argument(help: "The meeting, such as cpc/2023-12-05, next or last.")
    var meeting: String

    @Argument(help: "A sheet to read; - for the standard input.")
    var file: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write the sheet to this file, - for the standard output; with --as the document.",
            valueName: "file"
        )
    )
    var output: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Write the document in place of the sheet: \(OutputForm.namesInWords).",
            valueName: "form"
        ),
        transform: formArgument
    )
    var form: OutputForm?

    @Option(
        help: ArgumentHelp(
            "For whom the document is: public, partners, committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience?

    @Option(
        help: ArgumentHelp(
            "A doubt that is settled: the line is recorded as it was read; repeat it.",
            valueName: "sheet:line"
        )
    )
    var accept: [String] = []

    @OptionGroup var recording: MeetingRecordingOptions

    func validate() throws {
        guard file == nil || (output == nil && form == nil && audience == nil) else {
            throw ValidationError(
                "A sheet is read or written. Leave out the file, or -o, --as and --audience."
            )
        }
        guard audience == nil || output == nil || form != nil else {
            throw ValidationError(
                "A sheet is for the committee. Leave out --audience, or ask for a document with --as."
            )
        }
    }

    func run(_ sheet: MeetingSheet) async throws {
        if let file { return try await read(sheet, file) }
        let opened = try await recording.at.open()
        guard output == nil || form != nil else { return try await write(sheet, opened) }
        let day = recording.on ?? opened.library.today()
        let record = try await opened.committee.meeting(meeting, on: day)
        let edition = try await opened.committee.edition(
            asOf: day,
            audience: audience ?? .committee
        )
        if recording.at.output.json {
            return try Output.write(MeetingWords.json(try edition.meeting(record.meeting)))
        }
        let document = try MeetingReport.document(sheet, of: record.meeting, in: edition)
        guard let output else {
            guard let form else { return try Output.write(document) }
            try form.checkStandardOutput()
            return try Output.write(try form.bytes(of: document))
        }
        let file = try WrittenFile(
            try (form ?? .plainText).bytes(of: document),
            for: output,
            readBy: edition.audience
        )
        try file.keep()
        Output.progress("Wrote \(output), \(file.count) bytes.")
    }

    private func write(_ sheet: MeetingSheet, _ opened: OpenCommittee) async throws {
        let text = try await opened.committee.text(of: sheet, for: meeting, on: recording.on)
        guard let output, output != "-" else { return try Output.write(text) }
        try SheetOnDisk.check(output, beginning: sheet.keyword, against: text)
        let file = try WrittenFile(Array(text.utf8), for: output, readBy: .committee)
        try file.keep()
        Output.progress("Wrote \(output), \(file.count) bytes.")
    }

    private func read(_ sheet: MeetingSheet, _ path: String) async throws {
        let input = try InputFile(path, "sheet")
        guard let text = String(validating: input.bytes, as: UTF8.self) else {
            throw Complaint(
                input.bytes.starts(with: Array("PK".utf8))
                    ? "\(input.name) is a Word or Excel file, and this sheet is read as text. Save it from there as "
                        + "plain text, UTF-8."
                    : "\(input.name) is not UTF-8. Save it as UTF-8."
            )
        }
        let outcome = try await recording.open().receive(
            sheet,
            text,
            for: meeting,
            accepting: accept,
            effective: recording.on,
            by: try recording.author()
        )
        let written = sheet.text(text, after: outcome)
        if written != text, path != "-" {
            let file = try WrittenFile(Array(written.utf8), for: path, readBy: .committee)
            try file.keep()
        }
        try say(outcome, sheet, input.name, gaveCodes: path != "-")
        guard outcome.doubts.isEmpty else { throw ExitCode(1) }
    }

    private func say(
        _ outcome: MeetingSheetOutcome,
        _ sheet: MeetingSheet,
        _ name: String,
        gaveCodes: Bool
    ) throws {
        if recording.at.output.json {
            return try Output.write([
                "meeting": .string(outcome.meeting.reference), "sheet": .string(sheet.rawValue),
                "recorded": .bool(outcome.isRecorded),
                "doubts": .array(
                    outcome.doubts.map { doubt in
                        var members = MeetingWords.json(doubt.finding).members ?? JSONObject()
                        members["accept"] =
                            doubt.isAcceptable ? .string(doubt.reference) : .null
                        return .object(members)
                    }
                ),
                "notes": .array(outcome.notes.map { MeetingWords.json($0) }),
                "outside": .array(outcome.outside.map { MeetingWords.json($0) }),
                "codes": .array(
                    outcome.codes.sorted { $0.key < $1.key }.map {
                        ["line": .integer($0.key), "code": .string($0.value)]
                    }
                ),
            ])
        }
        var lines: [String] = []
        for doubt in outcome.doubts {
            let accept = doubt.isAcceptable ? " (--accept \(doubt.reference))" : ""
            lines.append(MeetingWords.line(doubt.finding) + accept)
        }
        lines += outcome.notes.map { MeetingWords.line($0) }
        if !outcome.outside.isEmpty {
            let count = PlanWords.count(outcome.outside.count, "line", "lines")
            lines.append("Outside the sheet, and not kept: \(count).")
            lines += outcome.outside.map { "  line \($0.line)  \($0.message)" }
        }
        let title = outcome.meeting.title.lowercased(first: true)
        if !outcome.doubts.isEmpty {
            let count = PlanWords.count(outcome.doubts.count, "doubt", "doubts")
            lines.append("Nothing was recorded of \(name): \(count) to settle.")
        } else if outcome.isRecorded {
            lines.append("Recorded the \(sheet.rawValue) of \(title).")
            if !outcome.codes.isEmpty {
                let codes = outcome.codes.sorted { $0.key < $1.key }.map(\.value)
                    .joined(separator: ", ")
                lines.append(
                    gaveCodes
                        ? "Wrote the codes into \(name): \(codes)." : "The codes are \(codes)."
                )
            }
        } else {
            lines.append("Nothing was recorded: the sheet says what is recorded already.")
        }
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }
}

extension String {
    fileprivate func lowercased(first: Bool) -> String {
        first ? prefix(1).lowercased() + dropFirst() : self
    }
}

/// `committee meeting agenda`.
struct MeetingAgendaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda",
        abstract: "Write, read or show the agenda of a meeting.",
        discussion: """
            A line of the sheet is an item: its number, its title, and in brackets what the meeting is to do \
            with it, how long it may take, who brings it, and when its paper is to be there. Private items are \
            numbered P1 and on, each with its reason.

              committee meeting agenda next -o agenda.txt
              committee meeting agenda next agenda.txt
              committee meeting agenda next --as html --audience public -o agenda.html
            """
    )

    @OptionGroup var sheet: MeetingSheetOptions

    func run() async throws { try await sheet.run(.agenda) }
}

/// `committee meeting attendance`.
struct MeetingAttendanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance",
        abstract: "Write, read or show who was at a meeting, seat by seat.",
        discussion: """
            Each line of the sheet is a letter and a seat: P in person, O online, A apologies, N no word, ? \
            not known yet, C by correspondence only. Behind the seat may stand “from 14:30”, “until 15:30”, \
            “in part”, and “by” with the role that came instead.

              committee meeting attendance last -o attendance.txt
              committee meeting attendance last attendance.txt
            """
    )

    @OptionGroup var sheet: MeetingSheetOptions

    func run() async throws { try await sheet.run(.attendance) }
}

/// `committee meeting minute`.
struct MeetingMinuteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minute",
        abstract: "Write, read or show the minute of a meeting.",
        discussion: """
            Below each heading of the agenda stands what was said. A decision begins with DECISION, an action \
            with ACTION, each with a colon; brackets before the colon hold what else there is to say.

              DECISION (plan 2.3; review by June 2024): Amber.
              ACTION (Lead Nurse; by 30 January 2024): Send the guide out.

            The codes by which they are cited are written back into the file.

              committee meeting minute last -o minute.txt
              committee meeting minute last minute.txt
              committee meeting minute last --as html --audience public -o minute.html
            """
    )

    @OptionGroup var sheet: MeetingSheetOptions

    func run() async throws { try await sheet.run(.minute) }
}
#endif
