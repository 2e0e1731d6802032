// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// What a register says of all its risks: appetite, categories, reviews, and names of scores.
struct RiskRegisterRules: ParsableArguments {
    @Option(
        help: ArgumentHelp("The worst band or score that a risk may have.", valueName: "band")
    )
    var appetite: String?

    @Option(
        help: ArgumentHelp(
            "A category, perhaps with an appetite of its own; repeat it.",
            valueName: "name[=band]"
        )
    )
    var category: [String] = []

    @Option(
        help: ArgumentHelp(
            "How often risks of a band, of a zone or “not-assessed” are reviewed; repeat it.",
            valueName: "band=time"
        )
    )
    var review: [String] = []

    @Option(
        help: ArgumentHelp("How often all other risks are reviewed.", valueName: "time"),
        transform: periodArgument
    )
    var reviewEvery: Period?

    @Option(
        help: ArgumentHelp(
            "The register's own name for a score, such as inherent=Initial; repeat it.",
            valueName: "score=name"
        )
    )
    var scoreName: [String] = []

    /// Sets in a register what was given; the rest stays.
    func set(_ register: inout RiskRegister) throws {
        let scale = register.scales.last
        if let appetite { register.appetite = try Self.appetite(appetite, scale) }
        if !category.isEmpty {
            register.categories = try category.map { words in
                guard let (name, band) = Self.pair(words) else {
                    return RiskRegister.Category(words)
                }
                return RiskRegister.Category(name, appetite: try Self.appetite(band, scale))
            }
        }
        if !review.isEmpty {
            register.reviewIntervals = try review.map { words in
                guard let (name, time) = Self.pair(words) else {
                    throw Complaint(
                        "“\(words)” does not say how often. Write BAND=TIME, such as high=\"1 month\".",
                        isUsage: true
                    )
                }
                return .init(try Self.basis(name, scale), every: try periodArgument(time))
            }
        }
        if let reviewEvery { register.reviewEvery = reviewEvery }
        for words in scoreName {
            guard let (score, name) = Self.pair(words) else {
                throw Complaint(
                    "“\(words)” names no score. Write SCORE=NAME, such as inherent=Initial.",
                    isUsage: true
                )
            }
            register.scoreNames[try scoreArgument(score)] = name
        }
    }

    private static func pair(_ words: String) -> (String, String)? {
        let parts = words.split(separator: "=", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    private static func appetite(_ words: String, _ scale: RiskScale?) throws -> RiskAppetite {
        if let band = scale?.band(words) { return .band(band.id) }
        if let score = Int(words) { return .score(score) }
        throw noSuch("band", words, scale?.bands.map(\.id) ?? [])
    }

    private static func basis(
        _ name: String,
        _ scale: RiskScale?
    ) throws -> RiskRegister.ReviewInterval.Basis {
        if name == "not-assessed" { return .notAssessed }
        if let band = scale?.band(name) { return .band(band.id) }
        if scale?.zones.contains(where: { $0.id == name }) ?? false { return .zone(name) }
        let known = (scale?.bands.map(\.id) ?? []) + (scale?.zones.map(\.id) ?? [])
        throw noSuch("band or zone", name, known + ["not-assessed"])
    }

    private static func noSuch(_ what: String, _ name: String, _ known: [String]) -> Complaint {
        Complaint(
            "The register's scale has no \(what) “\(name)”. "
                + ClosestName.suggestion(for: name, in: known)
        )
    }
}
#endif
