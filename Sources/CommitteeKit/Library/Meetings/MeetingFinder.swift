// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Finds the meetings, the bodies and the seats that people mean, in a record or an edition.
public struct MeetingFinder: Sendable {
    private let rooms: RoomStates
    private let today: CivilDate

    /// Creates a finder in a record.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - today: The day from which `next` and `last` are seen.
    public init(_ record: Record, today: CivilDate) {
        rooms = record.rooms
        self.today = today
    }

    /// Creates a finder in an edition, which sees what its audience may read.
    ///
    /// - Parameter edition: The edition; its date is the day from which `next` and `last` are seen.
    public init(_ edition: Edition) {
        rooms = edition.rooms
        today = edition.asOf
    }

    private var profile: CommitteeProfile? { rooms[CommitteeState.self].reading }
    private var calledMeetings: [Meeting] { rooms[MeetingsState.self].calledMeetings }
    /// Every meeting that was called, and every decision between meetings.
    var allMeetings: [Meeting] { calledMeetings }
    var decisions: [CommitteeDecision] { rooms[MeetingsState.self].decisions }
    private var series: [MeetingSeries] { rooms[MeetingsState.self].meetings }

    // MARK: Meetings

    /// Finds a meeting that was called.
    ///
    /// `next` is the first that is not over, today's included; `last` the last that has begun, today's
    /// included. Both are of the committee itself, unless a body stands before them: `cog/next`. A day is
    /// that for which the meeting was planned, or that to which it was moved.
    ///
    /// - Parameter name: The meeting, such as `cpc/2023-12-05`, `next` or `cog/last`.
    /// - Returns: The meeting.
    /// - Throws: ``LibraryError`` with what to do when there is none.
    public func meeting(_ name: String) throws(LibraryError) -> Meeting {
        let ends = name.split(separator: "/", omittingEmptySubsequences: false)
        guard let word = ends.last, !word.isEmpty, ends.count <= 2 else { throw unreadable(name) }
        let body = ends.count == 2 ? try self.body(String(ends[0])) : ownBody
        let held = calledMeetings.filter { $0.body == body && $0.isFull }
        if held.isEmpty, body.isEmpty, word == "next" || word == "last" {
            throw LibraryError(
                .notFound,
                "The record does not say yet what the committee is called, and it has no meetings. Say who is who "
                    + "with committee structure, then call one: committee meeting call."
            )
        }
        switch word {
        case "next":
            if let meeting = held.first(where: { $0.day >= today }) { return meeting }
            throw LibraryError(
                .notFound,
                "No meeting of \(bodyName(body)) is called for \(today) or later. Call it: committee "
                    + "meeting call."
            )
        case "last":
            if let meeting = held.last(where: { $0.day <= today }) { return meeting }
            throw LibraryError(
                .notFound,
                "No meeting of \(bodyName(body)) was held by \(today). Name its day, such as "
                    + "\(body)/2023-12-05."
            )
        default: break
        }
        guard let day = CivilDate(iso: String(word)) else { throw unreadable(name) }
        let all = calledMeetings.filter { $0.body == body }
        if let meeting = all.first(where: { $0.planned == day })
            ?? held.first(where: { $0.day == day })
        {
            return meeting
        }
        let known = all.map(\.reference)
        throw LibraryError(
            .notFound,
            "The meeting \(body)/\(day) was not called. "
                + (known.isEmpty
                    ? "Call it first: committee meeting call."
                    : ClosestName.suggestion(for: "\(body)/\(day)", in: known))
        )
    }

    private func unreadable(_ name: String) -> LibraryError {
        LibraryError(
            .refused,
            "“\(name)” names no meeting. Write a body and a day, such as cpc/2023-12-05, or next, or last."
        )
    }

    /// The body whose meetings `next` and `last` mean: the committee itself, or the only one that meets.
    private var ownBody: String {
        let bodies = Set(calledMeetings.map(\.body))
        if let own = profile?.body.id, bodies.contains(own) || bodies.count != 1 { return own }
        return bodies.count == 1 ? bodies.first ?? "" : profile?.body.id ?? series.first?.body ?? ""
    }

    /// The actions that are not done, of all meetings, each with its code.
    var openActions: [(meeting: Meeting, code: String)] {
        calledMeetings.flatMap { meeting in
            (meeting.minute?.actions ?? []).filter { $0.doneOn == nil }.map { (meeting, $0.code) }
        }
    }

    // MARK: Bodies and seats

    private static func once(_ names: [String]) -> [String] {
        names.reduce(into: []) { all, name in
            if !all.contains(name) { all.append(name) }
        }
    }

    /// Finds a body by its identifier or one of its names.
    ///
    /// - Parameter name: The identifier, the name or the abbreviation, whatever its case.
    /// - Returns: The identifier.
    /// - Throws: ``LibraryError`` with the closest name when nothing is called so, or several are.
    public func body(_ name: String) throws(LibraryError) -> String {
        var known: [(id: String, names: [String])] = series.map { ($0.body, [$0.name]) }
        for body in profile.map({ [$0.body] + $0.bodies }) ?? [] {
            let names = [body.name] + body.aliases + (body.abbreviation.map { [$0] } ?? [])
            known.append((body.id, names))
        }
        for group in profile?.workingGroups ?? [] {
            let names = [group.name] + group.aliases + (group.abbreviation.map { [$0] } ?? [])
            known.append((group.id, names))
        }
        known += calledMeetings.map { ($0.body, [$0.bodyName]) }
        if known.contains(where: { $0.id == name }) { return name }
        let key = name.comparisonKey
        let found = Set(
            known.filter { body in
                body.id.comparisonKey == key || body.names.contains { $0.comparisonKey == key }
            }.map(\.id)
        )
        if let only = found.first, found.count == 1 { return only }
        guard found.isEmpty else {
            throw LibraryError(
                .refused,
                "“\(name)” may mean \(found.sorted().joined(separator: " or ")). Write its identifier."
            )
        }
        throw LibraryError(
            .notFound,
            "No body is called “\(name)”. "
                + (known.isEmpty
                    ? "Record the committee's profile first."
                    : ClosestName.suggestion(
                        for: name,
                        in: Self.once(known.flatMap { [$0.id] + $0.names })
                    ))
        )
    }

    /// Returns what a body is called in sheets: its abbreviation, else its name.
    ///
    /// - Parameter id: The body's identifier.
    /// - Returns: The words; the identifier of a body of which nobody has said anything.
    public func bodyName(_ id: String) -> String {
        if let body = profile?.body(id: id) { return body.abbreviation ?? body.name }
        if let group = profile?.workingGroups.first(where: { $0.id == id }) {
            return group.abbreviation ?? group.name
        }
        return series.first { $0.body == id }?.name
            ?? calledMeetings.last { $0.body == id }?.bodyName ?? id
    }

    /// Returns how many seats make a body quorate, when the committee said so.
    ///
    /// - Parameter body: The body, by its identifier.
    /// - Returns: The number; nil when nobody said one.
    public func quorum(of body: String) -> Int? { profile?.body(id: body)?.quorum }

    /// Returns the seats of a body on a day.
    ///
    /// A seat that is recorded by itself keeps its own identifier and its own name; a seat that a profile
    /// names by its role has the role's. A seat that is vacant on the day is not called.
    ///
    /// - Parameters:
    ///   - body: The body, by its identifier.
    ///   - day: The day.
    /// - Returns: The seats, in the order of the profile.
    public func seats(of body: String, on day: CivilDate) -> [MeetingSeat] {
        guard let profile else { return [] }
        let members = profile.seats.filter { $0.bodyID == body && $0.isInOffice(on: day) }
        var seats: [MeetingSeat] = []
        for member in members {
            let role = profile.roles.first { $0.id == member.roleID }
            let title = role?.title ?? member.title ?? member.roleID
            let isTaken = seats.contains { $0.id == member.roleID || $0.isCalled(title) }
            let byRole =
                isTaken ? "\(member.roleID)/\(member.agencyID ?? member.bodyID)" : member.roleID
            let id = member.givenID ?? byRole
            guard !seats.contains(where: { $0.id == id }) else { continue }
            let agency = member.agencyID.map { bodyName($0) }
            seats.append(
                MeetingSeat(
                    id,
                    name: isTaken ? "\(title), \(agency ?? member.bodyID)" : title,
                    aliases: (role?.aliases ?? []) + member.titleAliases,
                    agency: member.agencyID
                )
            )
        }
        return seats
    }

    /// Returns what a sheet of a meeting may speak of.
    ///
    /// - Parameter meeting: The meeting.
    /// - Returns: The actions of the plan in force, the risks, the working days and the seats.
    public func context(for meeting: Meeting) -> MeetingSheetContext {
        let plans = rooms[PlansState.self].plans
        let plan = plans.last { $0.state >= .approved } ?? plans.last
        var items: [String: SubjectReference] = [:]
        for item in plan.map({ $0.items + $0.listedItems }) ?? [] {
            let reference = SubjectReference.action(item.id, of: plan?.id ?? "")
            items[item.id] = reference
            if let number = item.number, items[number] == nil { items[number] = reference }
        }
        return MeetingSheetContext(
            planItems: items,
            risks: Set(rooms[RisksState.self].riskRegisters.flatMap(\.risks).map(\.id)),
            calendar: rooms[MeetingsState.self].workingCalendar ?? .scotland,
            seats: seats(of: meeting.body, on: meeting.day)
        )
    }

    // MARK: What a next agenda begins with

    /// Returns the agenda with which a meeting may begin: the standing items, and what the last meeting of
    /// the body did not come to.
    ///
    /// - Parameter meeting: The meeting.
    /// - Returns: The items.
    public func standingAgenda(for meeting: Meeting) -> [AgendaItem] {
        let earlier = calledMeetings.last {
            $0.body == meeting.body && $0.day < meeting.day && $0.isFull
        }
        var items: [AgendaItem] = [
            AgendaItem("", "Welcome and apologies", purpose: .noting),
            AgendaItem("", "Declarations of interest", purpose: .noting),
        ]
        if let earlier {
            items.append(
                AgendaItem("", "Minute of \(earlier.day.inWords)", purpose: .decision)
            )
            items.append(AgendaItem("", "Matters arising", purpose: .discussion))
        }
        items.append(AgendaItem("", "Action log", purpose: .discussion))
        let minuted = Set(earlier?.minute?.items.map(\.number) ?? [])
        let open = earlier?.minute == nil ? [] : earlier?.agenda ?? []
        for item in open
        where !minuted.contains(item.number) && !Self.isStanding(item) {
            var carried = item
            (carried.paperDue, carried.hasPaper) = (nil, false)
            carried.carriedFrom = earlier.map { "\($0.reference)#\(item.number)" }
            items.append(carried)
        }
        items += [
            AgendaItem("", "Improvement plan", purpose: .decision),
            AgendaItem("", "Risk register", purpose: .discussion),
            AgendaItem("", "Reports of groups", purpose: .discussion),
            AgendaItem("", "Any other business"),
        ]
        // What is taken in private stands apart, with numbers of its own.
        var (shown, closed) = (items.filter { !$0.isPrivate }, items.filter(\.isPrivate))
        for place in shown.indices { shown[place].number = String(place + 1) }
        for place in closed.indices { closed[place].number = "P\(place + 1)" }
        return shown + closed
    }

    /// Whether an item stands on every agenda, so that it is not carried forward.
    private static func isStanding(_ item: AgendaItem) -> Bool {
        let title = item.title.comparisonKey
        return [
            "welcome", "apologies", "declarations of interest", "minute of", "minutes of",
            "matters arising", "action log", "improvement plan", "risk register",
            "reports of groups", "any other business", "date of next meeting",
        ].contains { title.hasPrefix($0) }
    }
}
