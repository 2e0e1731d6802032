// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// That a line of feedback may be shown beyond the committee, to whom, and who agreed it.
///
/// It holds for the words as they stood when it was recorded. When they change, they are to be agreed anew.
public struct VoiceAgreement: VoiceEvent {
    /// The line.
    public var line: VoiceLine
    /// The widest audience that may read it; the committee or fewer takes the agreement back.
    public var audience: Audience
    /// The meeting that agreed it.
    public var meeting: String?
    /// The role, group or body that agreed it.
    public var by: String?
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates an agreement.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - audience: The widest audience that may read it.
    ///   - meeting: The meeting that agreed it.
    ///   - by: The role, group or body that agreed it.
    public init(
        _ line: VoiceLine,
        for audience: Audience,
        at meeting: String? = nil,
        by: String? = nil
    ) {
        self.line = line
        self.audience = audience
        self.meeting = meeting
        self.by = by
    }

    static let shape = Shape(
        VoiceAgreement(.summary, for: .committee),
        [
            .required("line", \.line, VoiceLine.form),
            .required("audience", \.audience, JSONForm(.audience) { .string($0.rawValue) }),
            .optional("meeting", \.meeting, .name), .optional("by", \.by, .name),
        ]
    )
    static let texts: [String] = []
}

/// A line of feedback that is agreed by itself before anybody beyond the committee reads it.
@nonexhaustive
public enum VoiceLine: Hashable, Sendable, CustomStringConvertible {
    /// Who brought it.
    case source
    /// How many were asked, and how many answered.
    case counts
    /// What was said, in sum.
    case summary
    /// A quotation, by its number.
    case quotation(Int)
    /// An answer, by its number.
    case answer(Int)
    /// That people were told back, by the number of the telling.
    case telling(Int)

    /// Reads a line, such as `summary` or `quotation-2`.
    ///
    /// - Parameter text: The words.
    public init?(_ text: String) {
        switch text {
        case "source": self = .source
        case "counts": self = .counts
        case "summary": self = .summary
        default:
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let number = Int(parts[1]), number > 0,
                String(number) == parts[1]
            else { return nil }
            switch parts[0] {
            case "quotation": self = .quotation(number)
            case "answer": self = .answer(number)
            case "telling": self = .telling(number)
            default: return nil
            }
        }
    }

    /// The line as people and entries write it, such as `quotation-2`.
    public var description: String {
        switch self {
        case .source: "source"
        case .counts: "counts"
        case .summary: "summary"
        case .quotation(let number): "quotation-\(number)"
        case .answer(let number): "answer-\(number)"
        case .telling(let number): "telling-\(number)"
        }
    }

    /// What a line can be, for messages.
    public static let expected = "source, counts, summary, quotation-1, answer-1 or telling-1"

    static let form = JSONForm<VoiceLine>(
        JSONFieldType<String>.text.checked("a line: \(expected)") { VoiceLine($0) }
    ) { .string($0.description) }
}

extension Voice {
    /// The lines that it has, in the order in which people read them.
    public var lines: [VoiceLine] {
        var found: [VoiceLine] = []
        if source != nil { found.append(.source) }
        if counts != nil { found.append(.counts) }
        if !summary.isEmpty { found.append(.summary) }
        found += quotations.filter { $0.withdrawnOn == nil }.map { .quotation($0.number) }
        found += answers.map { .answer($0.number) }
        return found + tellings.map { .telling($0.number) }
    }

    /// What a line says; nil when there is no such line.
    func content(of line: VoiceLine) -> String? {
        switch line {
        case .source: return source
        case .counts: return counts.map { "\($0.asked.map(String.init) ?? "") \($0.answered)" }
        case .summary: return summary.isEmpty ? nil : summary.markup
        case .quotation(let number):
            return quotations.first { $0.number == number && $0.withdrawnOn == nil }.map {
                "\($0.speaker?.rawValue ?? "")\n\($0.words.markup)"
            }
        case .answer(let number):
            return answers.first { $0.number == number }.map {
                "\($0.outcome.rawValue)\n\($0.words.markup)"
            }
        case .telling(let number):
            return tellings.first { $0.number == number }.map {
                "\($0.to.map(\.rawValue))\n\($0.how.markup)"
            }
        }
    }

    /// Whether a line may be read by an audience beyond the committee.
    ///
    /// A text that was erased is not shown, and neither are small counts, nor own words whose consent does
    /// not reach so far.
    func isAgreed(_ line: VoiceLine, for audience: Audience) -> Bool {
        guard agreements.contains(where: { $0.line == line && $0.audience <= audience }) else {
            return false
        }
        switch line {
        case .source: return true
        case .counts: return counts.map { !$0.isSmall(under: limits.smallest) } ?? false
        case .summary: return summary != .erased
        case .quotation(let number):
            return quotations.contains {
                $0.number == number && $0.withdrawnOn == nil && $0.consentFor <= audience
                    && $0.words != .erased
            }
        case .answer(let number):
            return answers.contains { $0.number == number && $0.words != .erased }
        case .telling(let number):
            return tellings.contains { $0.number == number && $0.how != .erased }
        }
    }

    /// Takes out agreements about words that have changed, and those that go beyond the consent to share.
    mutating func dropAgreements(madeOf before: Voice) {
        let now = self
        agreements.removeAll { agreement in
            let line = agreement.line
            if case .quotation(let number) = line,
                now.quotations.contains(where: {
                    $0.number == number && $0.consentFor > agreement.audience
                })
            {
                return true
            }
            return before.agreements.contains(agreement)
                && now.content(of: line) != before.content(of: line)
        }
    }
}
