// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit

/// What came of attacks on the outputs of committees that publish figures, edition by edition.
///
/// A reader of the partner agencies keeps every export and report of five years, and puts them side by side.
public struct EditionTrial: Sendable {
    /// How many publications came out.
    public private(set) var published = 0
    /// How many were refused.
    public private(set) var refused = 0
    /// How many numbers are hidden in all that came out.
    public private(set) var hidden = 0
    /// The hidden numbers that the attack found, and outputs that say what others hide, with the seed.
    public private(set) var finds: [String] = []
    /// Why publications were refused, with the seed.
    public private(set) var refusals: [String] = []

    /// Begins with nothing.
    public init() {}

    /// Lets committees go by, one after the other.
    ///
    /// - Parameters:
    ///   - seeds: The seeds of the committees.
    ///   - years: How many years go by in each.
    /// - Returns: What came of it.
    /// - Throws: An error when a committee cannot record what it counted.
    public static func running(_ seeds: Range<Int>, years: Int) async throws -> EditionTrial {
        var trial = EditionTrial()
        for seed in seeds { try await trial.run(seed, years: years, isSmall: false) }
        return trial
    }

    /// Lets a committee record and publish for some years and attacks what its editions wrote.
    ///
    /// - Parameters:
    ///   - seed: Gives the same committee each time.
    ///   - years: How many years go by.
    ///   - isSmall: Whether it has two areas and two indicators only.
    /// - Throws: An error when the committee cannot record what it counted.
    public mutating func run(_ seed: Int, years: Int = 2, isSmall: Bool = true) async throws {
        var committee = try await CountingCommittee(seed: seed, isSmall: isSmall)
        var reader = EditionReader()
        // What each audience has, shown or hidden: the counts at its last publication.
        var listed: [Audience: [String: [FigurePlace: CountingCommittee.Counted]]] = [:]
        for year in 0..<years {
            try await committee.count(year)
            let audience: Audience = committee.turn(3) == 0 ? .partners : .public
            do {
                let publication = try await committee.publish(year, for: audience)
                if !publication.figures.isEmpty { published += 1 }
                for reader in [Audience.public, .partners] where reader >= audience {
                    listed[reader] = committee.now
                }
            } catch let error as LibraryError where error.code == .refused {
                refused += 1
                refusals.append("committee \(seed): \(error.message)")
            }
            for audience in [Audience.public, .partners] {
                let edition = try await committee.edition(year, for: audience)
                let contradictions = reader.read(edition, listed[audience] ?? [:], committee)
                finds += contradictions.map { "committee \(seed): \($0)" }
            }
        }
        let attack = Attack(said: reader.said, truth: reader.truth, seen: reader.seen, shares: [])
        hidden += attack.hidden
        for find in attack.finds(against: .underFive) {
            finds.append(
                "committee \(seed): \(find.name) is \(find.value), and between \(find.least) and "
                    + "\(find.most)"
            )
        }
    }
}

/// A committee with made-up counts, which are recorded and published through the library.
struct CountingCommittee {
    /// A value as it is now.
    struct Counted: Hashable {
        var count: Int
        var outOf: Int?
    }

    let areas: [String]
    let indicators: [String]
    private(set) var now: [String: [FigurePlace: Counted]] = [:]
    private var detail: [String: Int] = [:]
    private var random: AttackRandom
    private let committee: Committee
    private let means: [Int]

    init(seed: Int, isSmall: Bool) async throws {
        var random = AttackRandom(seed: seed)
        areas = (1...(isSmall ? 2 : 2 + random.below(3))).map { "Area \($0)" }
        means = [1, 2, 4, 8, 20, 60]
        indicators =
            isSmall || random.below(2) == 0
            ? ["referrals", "met"] : ["referrals", "met", "other", "all-kinds"]
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("cpc", name: "CPC")
        let library = CommitteeLibrary(store: store, today: { CivilDate(2026, 1, 1) })
        committee = try await library.committee("cpc")
        self.random = random
        for id in indicators {
            var indicator = Indicator(id: id)
            indicator.title = "Count of \(id)"
            indicator.areas = areas
            indicator.audience = .public
            indicator.every = .quarter
            if id == "met" { indicator.outOf = "referrals" }
            if id == "all-kinds" { indicator.sumOf = ["referrals", "other"] }
            try await committee.addIndicator(indicator, effective: Self.day(0), by: "clerk")
        }
    }

    mutating func turn(_ count: Int) -> Int { random.below(count) }

    static func day(_ year: Int) -> CivilDate { CivilDate(2021 + year, 2, 1) }

    static func quarters(_ year: Int) -> [FigurePeriod] {
        FigurePeriod(.year, of: CivilDate(2020 + year, 1, 1)).quarters
    }

    /// Counts a year, puts some counts of the year before right, and records all that is new.
    mutating func count(_ year: Int) async throws {
        for id in indicators.prefix(3) where id != "all-kinds" {
            for area in areas {
                let mean = max(1, means[random.below(means.count)])
                for quarter in Self.quarters(year) { draw(id, area, quarter, mean) }
                guard year > 0 else { continue }
                for quarter in Self.quarters(year - 1) where random.below(12) == 0 {
                    draw(id, area, quarter, mean)
                }
            }
        }
        for covered in max(0, year - 1)...year { sum(covered) }
        for id in indicators {
            let values = (now[id] ?? [:]).sorted { $0.key < $1.key }.map { place, counted in
                FigureValue(
                    counted.count,
                    outOf: counted.outOf,
                    in: place.period,
                    area: place.area
                )
            }
            try await committee.recordFigures(
                values,
                of: id,
                effective: Self.day(year),
                by: "clerk"
            )
        }
    }

    private mutating func draw(_ id: String, _ area: String, _ quarter: FigurePeriod, _ mean: Int) {
        let key = "\(area)|\(quarter)"
        let whole = detail["referrals|\(key)"] ?? 0
        detail["\(id)|\(key)"] = id == "met" ? random.below(whole + 1) : random.below(2 * mean + 1)
        // Whoever was met in time was referred.
        if id == "referrals", let met = detail["met|\(key)"] {
            detail["met|\(key)"] = min(met, detail["referrals|\(key)"] ?? 0)
        }
    }

    private mutating func sum(_ year: Int) {
        let whole = FigurePeriod(.year, of: CivilDate(2020 + year, 1, 1))
        var sums: [String: [FigurePlace: Int]] = [:]
        for quarter in Self.quarters(year) {
            for area in areas {
                for id in ["referrals", "met", "other"] where indicators.contains(id) {
                    let count = detail["\(id)|\(area)|\(quarter)"] ?? 0
                    for place in [
                        FigurePlace(quarter, area), FigurePlace(quarter), FigurePlace(whole, area),
                        FigurePlace(whole),
                    ] {
                        sums[id, default: [:]][place, default: 0] += count
                        if id != "met", indicators.contains("all-kinds") {
                            sums["all-kinds", default: [:]][place, default: 0] += count
                        }
                    }
                }
            }
        }
        for (id, counts) in sums {
            for (place, count) in counts {
                let outOf = id == "met" ? sums["referrals"]?[place] : nil
                now[id, default: [:]][place] = Counted(count: count, outOf: outOf)
            }
        }
    }

    func publish(_ year: Int, for audience: Audience) async throws -> FigurePublication {
        try await committee.publishFigures(for: audience, effective: Self.day(year), by: "clerk")
    }

    func edition(_ year: Int, for audience: Audience) async throws -> Edition {
        try await committee.edition(asOf: Self.day(year), audience: audience)
    }
}

extension FigurePeriod {
    /// The quarters of a year.
    fileprivate var quarters: [FigurePeriod] {
        var quarter = FigurePeriod(.quarter, of: first)
        return (0..<4).map { _ in
            defer { quarter = quarter.next }
            return quarter
        }
    }
}

/// A reader who keeps what editions wrote.
struct EditionReader {
    private(set) var said: [Said] = []
    private(set) var truth: [String: Int] = [:]
    private(set) var seen: [String: Int] = [:]
    private var sums: Set<[String]> = []

    /// Reads everything that an edition writes about its figures.
    ///
    /// - Parameters:
    ///   - edition: The edition.
    ///   - listed: The counts at the last publication for its audience.
    ///   - committee: The committee.
    /// - Returns: What one output says and another hides, or what is not true.
    mutating func read(
        _ edition: Edition,
        _ listed: [String: [FigurePlace: CountingCommittee.Counted]],
        _ committee: CountingCommittee
    ) -> [String] {
        let exported = Self.numbers(of: edition[FigureRegister.self].exported(on: edition.asOf))
        let document = FigureReport.figures.document(of: edition)
        let printed = Self.numbers(of: document, in: edition)
        var contradictions: [String] = []
        var names: [String: [FigurePlace: (count: String, outOf: String?)]] = [:]
        for (id, values) in exported {
            for (place, shown) in values {
                guard let counted = listed[id]?[place] else {
                    contradictions.append("\(id), \(place) was never published")
                    continue
                }
                if let count = shown.count, count != counted.count {
                    contradictions.append("\(id), \(place) is not what was published")
                }
                let name = "\(id)|\(place.period)|\(place.area ?? "all")|\(counted.count)"
                let whole = counted.outOf.map {
                    "\(id)|\(place.period)|\(place.area ?? "all")|of|\($0)"
                }
                names[id, default: [:]][place] = (name, whole)
                say(name, counted.count, shown.count)
                if let whole, let number = counted.outOf { say(whole, number, shown.outOf) }
            }
        }
        for (id, values) in printed {
            for (place, count) in values {
                guard exported[id]?[place]?.count != count else { continue }
                contradictions.append("the report prints \(count) for \(id), \(place)")
            }
        }
        add(names, committee)
        return contradictions
    }

    private mutating func say(_ name: String, _ value: Int, _ shown: Int?) {
        if truth[name] == nil {
            truth[name] = value
            said.append(.number(name, value, isTotal: false))
        }
        if let shown { seen[name] = shown }
    }

    /// Every sum that the reader knows to hold.
    private mutating func add(
        _ names: [String: [FigurePlace: (count: String, outOf: String?)]],
        _ committee: CountingCommittee
    ) {
        for (id, places) in names {
            for (place, name) in places {
                func parts(_ others: [FigurePlace]) {
                    let found = others.compactMap { places[$0] }
                    guard found.count == others.count, !found.isEmpty else { return }
                    know(name.count, found.map(\.count))
                    let wholes = found.compactMap(\.outOf)
                    if let whole = name.outOf, wholes.count == found.count { know(whole, wholes) }
                }
                if place.area == nil {
                    parts(committee.areas.map { FigurePlace(place.period, $0) })
                }
                if place.period.kind == .year {
                    parts(place.period.quarters.map { FigurePlace($0, place.area) })
                }
                if let whole = name.outOf, let other = names["referrals"]?[place] {
                    know(whole, [other.count])
                    let rest = "rest of \(name.count) in \(whole)"
                    let value = (truth[whole] ?? 0) - (truth[name.count] ?? 0)
                    if truth[rest] == nil {
                        truth[rest] = value
                        said.append(.unprinted(rest, value))
                    }
                    know(whole, [name.count, rest])
                }
                if id == "all-kinds", let one = names["referrals"]?[place],
                    let other = names["other"]?[place]
                {
                    know(name.count, [one.count, other.count])
                }
            }
        }
    }

    private mutating func know(_ total: String, _ parts: [String]) {
        // A sum that is not true of these numbers is one of other editions.
        guard truth[total] == parts.reduce(0, { $0 + (truth[$1] ?? 0) }),
            sums.insert([total] + parts.sorted()).inserted
        else { return }
        said.append(.total(total, of: parts))
    }

    // MARK: Outputs

    /// The newest numbers of an export, by indicator and place.
    private static func numbers(
        of exported: JSONObject
    ) -> [String: [FigurePlace: (count: Int?, outOf: Int?)]] {
        var found: [String: [FigurePlace: (count: Int?, outOf: Int?)]] = [:]
        for indicator in exported["indicators"]?.elements ?? [] {
            guard let id = indicator.members?["id"]?.text else { continue }
            for value in indicator.members?["values"]?.elements ?? [] {
                guard let members = value.members,
                    let period = members["period"]?.text.flatMap({ FigurePeriod($0) })
                else { continue }
                let place = FigurePlace(period, members["area"]?.text)
                found[id, default: [:]][place] = (
                    members["count"]?.wholeNumber, members["outOf"]?.wholeNumber
                )
            }
        }
        return found
    }

    /// The counts that a report prints in its tables, by indicator and place.
    private static func numbers(of document: Document, in edition: Edition)
        -> [String: [FigurePlace: Int]]
    {
        var found: [String: [FigurePlace: Int]] = [:]
        for case .table(let table) in document.blocks {
            guard
                let indicator = edition.indicators.first(where: {
                    table.caption.hasPrefix("\($0.name) by")
                })
            else { continue }
            for case .cells(let cells) in table.rows {
                guard let period = FigurePeriod(Self.words(cells[0])) else { continue }
                for (number, cell) in cells.enumerated().dropFirst() {
                    let heading = table.columns[number].heading
                    let isAll = ["All", "Value"].contains(heading)
                    guard isAll || indicator.areas.contains(heading) else { continue }
                    guard let count = Self.count(Self.words(cell)) else { continue }
                    found[indicator.id, default: [:]][FigurePlace(period, isAll ? nil : heading)] =
                        count
                }
            }
        }
        return found
    }

    private static func words(_ cell: Document.Table.Cell) -> String {
        cell.contents.map { content in
            switch content {
            case .text(let text): text
            case .integer(let number): "\(number)"
            default: ""
            }
        }.joined()
    }

    /// The count in `1,204`, `48% (12 of 25)` or `12 of hidden`.
    private static func count(_ words: String) -> Int? {
        let inner = words.split(separator: "(").last.map(String.init) ?? words
        let digits = inner.prefix { $0.isNumber || $0 == "," }.filter { $0 != "," }
        return Int(digits)
    }
}
