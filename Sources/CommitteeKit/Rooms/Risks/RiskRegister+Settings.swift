// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskRegister {
    /// What a register sets for all of its risks, and by which a workflow's guards may decide.
    enum Setting: String, CaseIterable {
        case parent = "the register above"
        case scales
        case scaleInUse = "the scale in use"
        case categories
        case appetite
        case approvers
        case reviewIntervals = "the intervals of reviews"

        /// The words that fit into a list.
        var words: String { rawValue.hasPrefix("the ") ? rawValue : "the \(rawValue)" }

        fileprivate var verb: String {
            switch self {
            case .parent, .scaleInUse, .appetite: "is"
            case .scales, .categories, .approvers, .reviewIntervals: "are"
            }
        }
    }

    /// Returns the settings in which another version of the register differs.
    ///
    /// - Parameter other: The other version.
    /// - Returns: The settings, in their order.
    func settings(changedIn other: RiskRegister) -> [Setting] {
        Setting.allCases.filter { setting in
            switch setting {
            case .parent: parentID != other.parentID
            case .scales: scales != other.scales
            case .scaleInUse: currentScale?.reference != other.currentScale?.reference
            case .categories: categories != other.categories
            case .appetite: appetite != other.appetite
            case .approvers: approvers != other.approvers
            case .reviewIntervals:
                reviewIntervals != other.reviewIntervals || reviewEvery != other.reviewEvery
            }
        }
    }

    /// Says how the settings of a register changed, but for the scale in use, which has its own sentence.
    static let settingsSentence = Sentence<RiskRegister> { earlier, later, name in
        earlier.settings(changedIn: later).filter { $0 != .scaleInUse }.map { setting in
            let (was, now) = (earlier.words(of: setting), later.words(of: setting))
            return ChangeInWords(
                "\(setting)",
                was == now
                    ? "\(name): \(setting.words) changed."
                    : "\(name): \(setting.words) \(setting.verb) now \(now); before \(was)."
            )
        }
    }

    /// What a setting is, in words; of a long one how many there are.
    private func words(of setting: Setting) -> String {
        switch setting {
        case .parent: return parentID ?? "none"
        case .scales: return scales.isEmpty ? "none" : scales.map { "\($0.reference)" }.spoken
        case .scaleInUse: return currentScale.map { "\($0.reference)" } ?? "none"
        case .categories: return categories.isEmpty ? "any" : categories.map(\.name).spoken
        case .appetite:
            switch appetite {
            case nil: return "not set"
            case .score(let most): return "at most \(most)"
            case .band(let id): return "at most \(currentScale?.band(id)?.label ?? id)"
            }
        case .approvers: return approvers.isEmpty ? "anybody" : approvers.spoken
        case .reviewIntervals:
            let all = reviewEvery.map { "every \($0)" } ?? "as somebody says"
            return reviewIntervals.isEmpty ? all : "\(reviewIntervals.count) by score, else \(all)"
        }
    }
}

extension [String] {
    /// The words as one reads them out.
    fileprivate var spoken: String { joined(separator: ", ") }
}
