// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// A committee with made-up numbers that publishes for five years.
///
/// It prints tables by area and period with sums, some also by group, revises earlier values, prints
/// percentages and writes sentences.
public struct GeneratedCommittee {
    private var random: AttackRandom
    private let areas: [String]
    private let parts: Int
    private let sequence: [String]
    /// The counts by indicator, area and detailed period.
    private var counts: [String: Int] = [:]
    /// Since which edition each number is as it is.
    private var since: [String: Int] = [:]
    private var last: [String: Int] = [:]
    private let indicators: [(name: String, mean: Int, groups: [String])]
    private let writesProse: Bool
    private let hasTown: Bool
    private var town: [String: Int] = [:]

    /// Makes a committee.
    ///
    /// - Parameter seed: Gives the same committee each time.
    public init(seed: Int) {
        var random = AttackRandom(seed: seed)
        areas = (1...(2 + random.below(4))).map { "area \($0)" }
        parts = [2, 4, 4, 12][random.below(4)]
        sequence = (1...5).map { "\(2020 + $0)" }
        let means = [1, 2, 4, 8, 20, 60]
        indicators = (1...(1 + random.below(3))).map { number in
            let groups = random.below(4) == 0 ? ["under 5", "5 to 11", "12 and over"] : []
            return ("indicator \(number)", means[random.below(means.count)], groups)
        }
        writesProse = random.below(2) == 0
        hasTown = random.below(3) == 0
        self.random = random
    }

    /// Lets the five years go by.
    ///
    /// - Parameter rules: Which counts are small.
    /// - Returns: All that was published.
    /// - Throws: `SuppressionError` when an edition contradicts itself.
    public mutating func history(by rules: SuppressionRules) throws(SuppressionError)
        -> PublishedHistory
    {
        var history = PublishedHistory()
        for year in sequence.indices {
            for indicator in indicators { happen(indicator, year) }
            try history.publish(edition(year), by: rules)
        }
        return history
    }

    private func periods(_ year: Int) -> [String] { (1...parts).map { "\(sequence[year])-\($0)" } }

    private func rows(_ indicator: (name: String, mean: Int, groups: [String])) -> [String] {
        guard !indicator.groups.isEmpty else { return areas }
        return areas.flatMap { area in indicator.groups.map { "\(area), \($0)" } }
    }

    private mutating func happen(
        _ indicator: (name: String, mean: Int, groups: [String]),
        _ year: Int
    ) {
        for row in rows(indicator) {
            let mean = max(1, indicator.mean * (1 + random.below(4)) / 2)
            for period in periods(year) {
                counts["\(indicator.name)|\(row)|\(period)"] = random.below(2 * mean + 1)
            }
            // Values of the year before are put right.
            guard year > 0 else { continue }
            for period in periods(year - 1) where random.below(40) == 0 {
                counts["\(indicator.name)|\(row)|\(period)"] = random.below(2 * mean + 1)
            }
        }
    }

    private mutating func edition(_ year: Int) -> PublishedEdition {
        var edition = PublishedEdition()
        for indicator in indicators {
            for printed in max(0, year - 1)...year { print(indicator, printed, year, &edition) }
        }
        return edition
    }

    /// A town within an area: the rest of the area is not printed, and is a count of people too.
    private mutating func town(of area: String, _ value: Int, _ edition: inout PublishedEdition) {
        guard hasTown, value > 0 else { return }
        let town = town[area] ?? random.below(value + 1)
        self.town[area] = town
        edition.said.append(.number("town in \(area)", town, isTotal: false))
        edition.said.append(.unprinted("rest of \(area)", value - town))
        edition.said.append(.total(area, of: ["town in \(area)", "rest of \(area)"]))
    }

    /// The name of a number: a revised one is another number.
    private mutating func name(_ key: String, _ value: Int, _ year: Int) -> String {
        if last[key] != value { (last[key], since[key]) = (value, year) }
        return "\(key)@\(since[key] ?? year)"
    }

    private mutating func print(
        _ indicator: (name: String, mean: Int, groups: [String]),
        _ printed: Int,
        _ year: Int,
        _ edition: inout PublishedEdition
    ) {
        let times = periods(printed) + [sequence[printed]]
        var values: [String: Int] = [:]
        for period in periods(printed) {
            for area in areas {
                for row in indicator.groups.isEmpty ? [""] : indicator.groups {
                    let full = row.isEmpty ? area : "\(area), \(row)"
                    let count = counts["\(indicator.name)|\(full)|\(period)"] ?? 0
                    for place in [area, "all"] {
                        for group in row.isEmpty ? ["every"] : [row, "every"] {
                            for time in [period, sequence[printed]] {
                                values["\(place)|\(group)|\(time)", default: 0] += count
                            }
                        }
                    }
                }
            }
        }
        let groups = indicator.groups + ["every"]
        var names: [String: String] = [:]
        for place in areas + ["all"] {
            for group in groups {
                for time in times {
                    let key = "\(place)|\(group)|\(time)"
                    let value = values[key] ?? 0
                    let full = name("\(indicator.name)|\(key)", value, year)
                    names[key] = full
                    let isTotal =
                        place == "all" || time == sequence[printed]
                        || group == "every" && groups.count > 1
                    edition.said.append(.number(full, value, isTotal: isTotal))
                }
            }
        }
        func at(_ place: String, _ group: String, _ time: String) -> String {
            names["\(place)|\(group)|\(time)"] ?? ""
        }
        let whole = sequence[printed]
        for place in areas + ["all"] {
            for group in groups {
                let months = periods(printed).map { at(place, group, $0) }
                edition.said.append(.total(at(place, group, whole), of: months))
            }
        }
        for time in times {
            for group in groups {
                let parts = areas.map { at($0, group, time) }
                edition.said.append(.total(at("all", group, time), of: parts))
            }
            guard groups.count > 1 else { continue }
            for place in areas + ["all"] {
                let parts = indicator.groups.map { at(place, $0, time) }
                edition.said.append(.total(at(place, "every", time), of: parts))
            }
        }
        town(of: at(areas[0], "every", whole), values["\(areas[0])|every|\(whole)"] ?? 0, &edition)
        guard printed == year else { return }
        let all = values["all|every|\(whole)"] ?? 0
        guard all > 0 else { return }
        for area in areas {
            let (part, sum) = (at(area, "every", whole), at("all", "every", whole))
            edition.said.append(.share("share of \(part)", of: part, in: sum))
        }
        guard writesProse, let area = areas.first, areas.count > 2 else { return }
        // What a careful officer writes: nothing about a number that is small itself.
        let first = values["\(area)|every|\(whole)"] ?? 0
        let two = first + (values["\(areas[1])|every|\(whole)"] ?? 0)
        let pair = [at(area, "every", whole), at(areas[1], "every", whole)]
        switch random.below(4) {
        case 0 where two >= 12: edition.said.append(.sentence(pair, two...two))
        case 1 where two >= 12:
            edition.said.append(.sentence(pair, (two / 10 * 10)...(two / 10 * 10 + 9)))
        case 2 where first >= 10:
            edition.said.append(
                .percent(Said.percent(first, all), of: pair[0], in: at("all", "every", whole))
            )
        default: break
        }
    }
}

/// Numbers that are the same in every run.
struct AttackRandom {
    private var state: UInt64

    init(seed: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 ^ 0xD1B5_4A32_D192_ED03
        for _ in 0..<4 { _ = below(2) }
    }

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int((state >> 11) % UInt64(bound))
    }
}
