// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit

@testable import CommitteeKit

/// A story of a progress update: what people do, a step a day, and what is true in the end.
struct RoundStory: Sendable, CustomStringConvertible {
    /// What somebody does.
    enum Step: Sendable {
        case open
        case assign(String, String)
        case extend(String, CivilDate)
        /// A lead returns words on items.
        case receive(String, [String: String])
        case nothing(String)
        case withdraw(String)
        case word(String, String)
        case paper
        /// What stands behind AGREED of items, and whether the others are as proposed.
        case agree([String: String], others: Bool)
        case close
        /// Something that happens to an item of the plan meanwhile.
        case plan(String, Change.Fact)
        /// Days go by.
        case wait(Int)
    }

    var description: String
    var steps: [Step]
    /// What is refused on the way, in order, in words.
    var refused: [String] = []
    /// The leads and their states in the end.
    var leads: [String]
    /// What the plan says of items in the end.
    var items: [String] = []

    static let date = CivilDate(2031, 6, 30)
    static let due = CivilDate(2031, 6, 14)
    static let first = CivilDate(2031, 6, 1)

    /// Plays the story.
    func play() async throws -> (refused: [String], leads: [String], items: [String]) {
        let stage = try await RoundStage()
        var refused: [String] = []
        for step in steps {
            do {
                try await stage.perform(step)
            } catch let error as LibraryError {
                refused.append(error.message)
            }
            if case .wait(let days) = step {
                stage.day.value = stage.day.value + days
            } else {
                stage.day.value = stage.day.value + 1
            }
        }
        return (refused, try await stage.leads(), try await stage.items(items))
    }
}

/// The committee on which stories are played.
struct RoundStage {
    /// The day that it is.
    final class Day: @unchecked Sendable {
        var value = RoundStory.first
    }

    let day = Day()
    let committee: Committee
    private let plan = "moor"

    init() async throws {
        let day = day
        var contributions = Contributions()
        contributions.schemes = [SheetSample.scheme]
        let library = CommitteeLibrary(
            store: InMemoryJournal(context: .testing(seed: 9)),
            plugins: NoPlugins(contributions: contributions),
            today: { day.value }
        )
        try await library.store.createCommittee("moor", name: "Moor Committee")
        committee = try await library.committee("moor")
        let start = CivilDate(2031, 4, 1)
        let outline = PlanOutline(
            title: "Moor Plan",
            period: CivilSpan(start...),
            levels: [LevelName("action")],
            scheme: "moor/rag"
        )
        var changes = [Change(.plan(plan), .planDrafted(outline))]
        for (id, lead) in [
            ("1.1", "Warden"), ("1.2", "Warden"), ("2.1", "Ranger"), ("2.2", "Path Group"),
        ] {
            let item = SubjectReference.action(id, of: plan)
            changes += [
                Change(item, .added(ItemOutline(level: 0, number: id, text: Prose("Do \(id)")))),
                Change(item, .leadsSet(Leads(words: Prose(lead)))),
                Change(item, .timescaleSet(TimescaleReader().read("By 31 July 2031"))),
                Change(item, .statusReported(printed: "G", scheme: "moor/rag")),
            ]
        }
        changes.append(Change(.plan(plan), .approved(by: "Board")))
        try await committee.append(changes.map { $0.draft(effective: start, by: "clerk") })
    }

    func perform(_ step: RoundStory.Step) async throws {
        let by = "clerk"
        switch step {
        case .open:
            try await committee.openRound(at: RoundStory.date, due: RoundStory.due, by: by)
        case .assign(let item, let lead): try await committee.assign(item, to: lead, by: by)
        case .extend(let lead, let until):
            try await committee.recordInRound(nil, by: by) { round in
                .roundExtended(RoundExtension(lead: try round.existingLead(lead).key, until: until))
            }
        case .receive(let lead, let answers): try await receive(lead, answers)
        case .nothing(let lead):
            try await committee.recordInRound(nil, by: by) { round in
                .roundNilReturned(by: try round.existingLead(lead).key)
            }
        case .withdraw(let lead):
            try await committee.recordInRound(nil, by: by) { round in
                .roundWithdrawn(by: try round.existingLead(lead).key)
            }
        case .word(let item, let words):
            try await committee.recordInRound(nil, by: by) { _ in
                .roundWorded(RoundWording(item: item, text: Prose(words)))
            }
        case .paper:
            try await committee.recordInRound(nil, by: by) { _ in .roundFrozen(digest: nil) }
        case .agree(let agreed, let others):
            let lines = agreed.sorted { $0.key < $1.key }.map { "[\($0.key)] AGREED: \($0.value)" }
            let sheet = (lines + ["Others as proposed: \(others ? "yes" : "no")", "[END]"])
                .joined(separator: "\n")
            try await committee.agree(Array(sheet.utf8), name: "agree.txt", by: by)
        case .close: try await committee.closeRound(RoundStory.date, by: by)
        case .plan(let item, let fact):
            try await committee.append([
                Change(.action(item, of: plan), fact).draft(effective: day.value, by: by)
            ])
        case .wait: break
        }
    }

    private func receive(_ lead: String, _ answers: [String: String]) async throws {
        let (round, _) = try await committee.round()
        let key = try round.existingLead(lead).key
        var lines = ["PROGRESS UPDATE ref \(round.date)/\(key)/1"]
        for (item, words) in answers.sorted(by: { $0.key < $1.key }) {
            lines += ["[\(item)]"] + words.split(separator: "|").map { "[\(item)] \($0)" }
        }
        let sheet = (lines + ["[END]"]).joined(separator: "\n")
        let received = try await committee.receive(Array(sheet.utf8), name: "mail.txt", by: "clerk")
        if let held = received.reading.held.first {
            throw LibraryError(.refused, held.finding.message)
        }
    }

    /// The leads and their states.
    func leads() async throws -> [String] {
        let (round, _) = try await committee.round(RoundStory.date)
        return RoundStatus(of: round, on: day.value).lines.map { line in
            let missing =
                line.missing.isEmpty ? "" : ", without \(line.missing.joined(separator: " "))"
            return "\(line.lead.name): \(line.stateInWords)\(missing)"
        }
    }

    /// What the plan says of those items that are asked about, each by the number before the colon.
    func items(_ wanted: [String]) async throws -> [String] {
        let edition = try await committee.edition(audience: .committee)
        guard let plan = edition.plans.first else { return [] }
        return wanted.map { line in
            let id = String(line.prefix { $0 != ":" })
            guard let item = plan.item(id) else { return "\(id): none" }
            let done = item.isCompleted ? "done" : "open"
            return "\(id): \(item.status?.printed ?? "-"), \(done), \(item.timescale.words), "
                + "\(item.latestProgress.singleLine)"
        }
    }
}
