// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Makes the sheets of a progress update, one for each lead who is asked.
    ///
    /// Each is cut at the lead's audience: groups and roles of the committee read what is for the committee,
    /// everybody else what is for partners.
    ///
    /// - Parameters:
    ///   - date: The date of the round's report; the newest open round when nil.
    ///   - day: The day; the host's today when nil.
    ///   - sendTo: To whom the sheets are sent back.
    /// - Returns: The sheets, in the order of the plan.
    /// - Throws: ``LibraryError`` when there is no such round; ``JournalError`` when the store cannot be
    ///   read.
    public func returnSheets(
        _ date: CivilDate? = nil,
        on day: CivilDate? = nil,
        sendTo: String = ""
    ) async throws -> [ReturnSheet] {
        let day = day ?? library.today()
        let (round, record) = try await round(date, on: day)
        func edition(_ audience: Audience) -> Edition {
            Edition(of: record, committee: id.rawValue, name: name, asOf: day, audience: audience)
        }
        let (inner, outer) = (edition(.committee), edition(.partners))
        let plan = try self.plan(round.plan, in: record, on: day)
        let profile = record[CommitteeState.self].reading
        return round.asked.filter { !$0.items.isEmpty }.map { lead in
            let isOurs = lead.group != nil || profile?.hasRole(called: lead.name) == true
            return ReturnSheet(
                for: lead,
                in: round,
                edition: isOurs ? inner : outer,
                scheme: library.plugins.contributions.scheme(plan.scheme),
                sendTo: sendTo
            )
        }
    }

    /// Receives a sheet that a lead sent back: records what is sure, and gives back what is doubtful.
    ///
    /// Every answer that is received passes here. Receiving the same sheet again records nothing. What is
    /// doubtful is not recorded; ``ReturnReading/heldSheet(of:)`` is to be kept outside the journal until it
    /// is edited and received again, or accepted.
    ///
    /// ```swift
    /// let received = try await committee.receive(bytes, name: "mail.txt", by: "coordinator")
    /// print(received.recorded, received.reading.held.map(\.finding.message))
    /// ```
    ///
    /// - Parameters:
    ///   - bytes: The sheet: plain text or comma-separated values, in UTF-8.
    ///   - source: The name of the file, for messages.
    ///   - date: The date of the round's report; that of the sheet's ref, or the newest open round, when nil.
    ///   - isAccepting: Whether what is doubtful and can be accepted is recorded as it was read.
    ///   - screen: What looks for more that does not belong into a record, besides the library's own screen.
    ///   - effective: The day on which it came; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: What was read and recorded.
    /// - Throws: ``SourceError`` when it is no text; ``LibraryError`` when the round refuses it;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func receive(
        _ bytes: [UInt8],
        name source: String,
        for date: CivilDate? = nil,
        isAccepting: Bool = false,
        screen: ReturnReader.Screen? = nil,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> ReceivedReturn {
        let day = effective ?? library.today()
        let at = date ?? ReturnReader.date(in: bytes)
        func receive(in record: Record) throws -> ReceivedReturn {
            let round = try Self.round(at, in: record)
            let plan = try self.plan(round.plan, in: record, on: day)
            let roles = record[CommitteeState.self].reading?.roles ?? []
            let reader = ReturnReader(
                round,
                plan: plan,
                scheme: library.plugins.contributions.scheme(plan.scheme),
                timescales: library.timescales(of: plan),
                roles: roles.map(\.title),
                isAccepting: isAccepting,
                screen: lineScreen(on: round.date, besides: screen)
            )
            let reading = try reader.read(bytes, name: source)
            if isAccepting { try Self.checkNewest(reading, in: round) }
            return ReceivedReturn(reading, in: round)
        }
        try Self.checkSize(of: bytes, named: source)
        let entries = try await entries()
        let record = await Record.foldingInTurns(entries, in: library.rooms, asOf: day)
        var received = try receive(in: record)
        guard received.change != nil else { return received }
        let (_, receipt) = try await recordInRound(on: day, by: by) { record in
            received = try receive(in: record)
            guard let change = received.change else {
                throw LibraryError(
                    .conflict,
                    "Somebody else received this sheet at the same time. Receive it again to see "
                        + "what was recorded."
                )
            }
            return [change]
        }
        received.sequence = receipt.firstSequence
        return received
    }

    /// Reads the sheet on which is written what the committee agreed, and records it.
    ///
    /// Reading the same sheet again records nothing. What is doubtful is told and not recorded.
    ///
    /// - Parameters:
    ///   - bytes: The sheet.
    ///   - source: The name of the file, for messages.
    ///   - date: The date of the round's report; the newest open round when nil.
    ///   - meeting: The meeting, such as `cpc/2023-12-05#5`; empty when nobody says.
    ///   - effective: The day on which it was agreed; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: What was read, with the entry in which it was recorded; nil when nothing was.
    /// - Throws: ``SourceError`` when it is no text; ``LibraryError`` when the round refuses it;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func agree(
        _ bytes: [UInt8],
        name source: String,
        for date: CivilDate? = nil,
        at meeting: String = "",
        effective: CivilDate? = nil,
        by: String
    ) async throws -> (reading: AgreeReader.Reading, sequence: Int?) {
        let day = effective ?? library.today()
        func read(in record: Record) throws -> (UpdateRound, AgreeReader.Reading) {
            let round = try Self.round(date, in: record)
            let plan = try self.plan(round.plan, in: record, on: day)
            let reader = AgreeReader(
                round,
                plan: plan,
                scheme: library.plugins.contributions.scheme(plan.scheme),
                timescales: library.timescales(of: plan),
                screen: lineScreen(on: round.date, besides: nil)
            )
            return (round, try reader.read(bytes, name: source))
        }
        try Self.checkSize(of: bytes, named: source)
        let entries = try await entries()
        let record = await Record.foldingInTurns(entries, in: library.rooms, asOf: day)
        var (_, reading) = try read(in: record)
        guard !reading.agreed.isEmpty else { return (reading, nil) }
        let (_, receipt) = try await recordInRound(on: day, by: by) { record in
            let (round, now) = try read(in: record)
            reading = now
            try MeetingFinder(record, today: day).checkDecider(meeting)
            let agreement = RoundAgreement(meeting: meeting, answers: now.agreed)
            return [Change(.round(round.date), .roundAgreed(agreement))]
        }
        return (reading, receipt.firstSequence)
    }
}

extension Committee {
    /// The most bytes that a sheet may have.
    public static let mostBytesOfSheet = 250_000

    /// Refuses a file that is too large to be a sheet.
    static func checkSize(of bytes: [UInt8], named name: String) throws(LibraryError) {
        guard bytes.count > mostBytesOfSheet else { return }
        throw LibraryError(
            .refused,
            "\(name) has \(bytes.count) bytes, and a sheet has at most \(mostBytesOfSheet). Name the file "
                + "of the sheet, without what is attached to it."
        )
    }

    /// Refuses to accept what was held when the same items were answered again since.
    private static func checkNewest(
        _ reading: ReturnReading,
        in round: UpdateRound
    ) throws(LibraryError) {
        guard let count = reading.heldAfter, let lead = reading.lead.flatMap({ round.lead($0) })
        else { return }
        for later in round.returns(of: lead).dropFirst(count) where later.withdrawnOn == nil {
            let again = reading.answers.map(\.item).filter { item in
                later.answers.contains { $0.item == item }
            }
            guard !again.isEmpty else { continue }
            throw LibraryError(
                .refused,
                "\(again.map { "[\($0)]" }.joined(separator: ", ")) came again on "
                    + "\(later.on.formatted("d MMMM yyyy")), after this was held, so accepting it would put older "
                    + "words in the place of newer ones. If they are to stand, edit the held file and receive it; else delete it."
            )
        }
    }

    /// Looks through one line of a sheet as the library's screen does; its findings never quote the line.
    private func lineScreen(
        on day: CivilDate,
        besides other: ReturnReader.Screen?
    ) -> ReturnReader.Screen {
        let screen = library.screen
        return { words in
            let held = screen.held(in: words, named: "answer", on: day).map { line in
                Finding(line: 0, kind: line.rule.rawValue, message: "The line \(line.rule.words).")
            }
            return held + (other?(words) ?? [])
        }
    }
}

/// What was received of a lead.
public struct ReceivedReturn: Sendable {
    /// What was read, with what is held.
    public var reading: ReturnReading
    /// The lead whose sheet it is; nil when nobody knows.
    public var lead: AskedLead?
    /// The identifiers of the items that are recorded by it.
    public var recorded: [String]
    /// The identifiers of the items that were recorded before, with the same words.
    public var repeated: [String]
    /// Whether it came after the paper was frozen.
    public var isTabled: Bool
    /// What was held, as a sheet that can be edited and received again; nil when nothing is.
    public var heldSheet: String?
    /// The entry of the journal; nil when nothing was recorded.
    public var sequence: Int?
    /// What is to be recorded.
    let change: Change?

    init(_ reading: ReturnReading, in round: UpdateRound) {
        self.reading = reading
        heldSheet = reading.heldSheet(of: round)
        lead = reading.lead.flatMap { round.lead($0) }
        isTabled = round.frozenOn != nil
        recorded = []
        repeated = []
        guard let lead, !reading.answers.isEmpty else {
            change = nil
            return
        }
        let before = round.returns(of: lead)
        var fresh: [ReturnedAnswer] = []
        for answer in reading.answers {
            let current = round.answer(about: answer.item)
            // What a lead leaves empty stays as it was answered before.
            let (whole, kept) = current.map { answer.completed(by: $0) } ?? (answer, [])
            if whole == current {
                repeated.append(answer.item)
                continue
            }
            // A sheet that comes again says what it said, also when a later one said something else.
            if let first = before.first(where: { $0.answers.contains(answer) }) {
                repeated.append(answer.item)
                self.reading.notes.append(
                    Finding(
                        line: 0,
                        kind: "older",
                        message: "[\(answer.item)] came with these words on "
                            + "\(first.on.formatted("d MMMM yyyy")), and with other words since. The newer "
                            + "ones stay. To go back, withdraw the return and receive this text again."
                    )
                )
                continue
            }
            if !kept.isEmpty {
                self.reading.notes.append(
                    Finding(
                        line: 0,
                        kind: "kept",
                        message:
                            "[\(answer.item)] leaves some labels empty. Kept from the answer before: "
                            + "\(kept.joined(separator: ", "))."
                    )
                )
            }
            fresh.append(whole)
            recorded.append(answer.item)
        }
        guard !fresh.isEmpty else {
            change = nil
            return
        }
        var returned = UpdateReturn(
            lead: lead.key,
            version: round.nextVersion(of: lead),
            answers: fresh,
            answeredBy: reading.answeredBy,
            groupMeeting: reading.groupMeeting
        )
        returned.sheet = reading.version ?? 0
        change = Change(
            .round(round.date),
            isTabled ? .roundTabled(returned) : .roundReturned(returned)
        )
    }
}

extension CommitteeProfile {
    /// Whether a role of the committee itself has a name.
    fileprivate func hasRole(called name: String) -> Bool {
        roles(called: name).contains { $0.bodyID == body.id }
    }
}
