// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A request for a report: which one, of which edition, and about what.
///
/// ```swift
/// var request = ReportRequest("standard/changes-since", of: edition, about: .plan("plan-2026"))
/// request.since = earlier
/// let report = try await library.report(request)
/// ```
///
/// A report is about one matter, whichever room it belongs to. Without one it takes the usual: a
/// layout takes the last plan that is in this layout, or else the plan in force, and a report on
/// risks takes the only register.
public struct ReportRequest: Sendable {
    /// The layout's or the report's identifier, `plugin/name`.
    public var report: String
    /// The edition that the report reads.
    public var edition: Edition
    /// What the report is about; the usual matter when nil.
    public var matter: SubjectReference?
    /// What else the report reads, at most one subject of a kind: a risk register along with a plan,
    /// for a report that compares the two.
    public var also: [SubjectReference]
    /// An earlier edition, for reports on what has changed.
    public var since: Edition?
    /// The day that the report takes for today; the library's when nil.
    public var today: CivilDate?
    /// Finds the workflow of a register, for the report on that; nil where it is not there.
    package var riskWorkflow: (@Sendable (RiskRegister) -> (any RiskWorkflow)?)?

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - report: The layout's or the report's identifier, `plugin/name`.
    ///   - edition: The edition that the report reads.
    ///   - matter: What the report is about; the usual matter when nil.
    ///   - also: What else the report reads, at most one subject of a kind.
    ///   - since: An earlier edition, for reports on what has changed.
    ///   - today: The day that the report takes for today; the library's when nil.
    public init(
        _ report: String,
        of edition: Edition,
        about matter: SubjectReference? = nil,
        also: [SubjectReference] = [],
        since: Edition? = nil,
        today: CivilDate? = nil
    ) {
        self.report = report
        self.edition = edition
        self.matter = matter
        self.also = also
        self.since = since
        self.today = today
    }

    /// The matter and what else the report reads.
    public var subjects: [SubjectReference] { (matter.map { [$0] } ?? []) + also }

    /// Makes the request about some subjects, without those that the report cannot be about.
    ///
    /// It is for commands whose reader may name a plan, a register and a risk, whichever report it
    /// is.
    ///
    /// - Parameters:
    ///   - subjects: The subjects that the reader named; the first that fits is the matter.
    ///   - contributions: What the plugins contribute.
    package mutating func narrow(
        to subjects: [SubjectReference],
        in contributions: Contributions
    ) {
        let kinds = contributions.subjects(of: report)
        let fitting = subjects.filter { kinds.contains($0.kind) }
        matter = fitting.first
        also = Array(fitting.dropFirst())
    }

    /// Refuses subjects that the report cannot be about.
    func check(in contributions: Contributions) throws(LibraryError) {
        let kinds = contributions.subjects(of: report)
        var seen: [SubjectReference] = []
        for subject in subjects {
            if !kinds.contains(subject.kind) {
                let expected = kinds.map { "one \($0.words)" }.joined(separator: " or ")
                throw LibraryError(
                    .refused,
                    kinds.isEmpty
                        ? "“\(report)” is about the whole record, but was asked about the "
                            + "\(subject.kind.words) “\(subject.id)”. Leave it out."
                        : "“\(report)” is about \(expected), but was asked about the "
                            + "\(subject.kind.words) “\(subject.id)”. Ask about \(expected), or leave "
                            + "the subject out."
                )
            }
            if let other = seen.first(where: { $0.kind == subject.kind }) {
                throw LibraryError(
                    .refused,
                    "“\(report)” is about one \(subject.kind.words), but was asked about “\(other.id)” "
                        + "and “\(subject.id)”. Ask for one report about each."
                )
            }
            seen.append(subject)
        }
    }
}

extension [SubjectReference] {
    /// Returns the identifier of the first subject of a kind.
    ///
    /// - Parameter kind: The kind.
    /// - Returns: The identifier, or nil when there is none of the kind.
    package func id(of kind: SubjectKind) -> String? { first { $0.kind == kind }?.id }
}

extension SubjectKind {
    /// The kind in words, such as “risk register”.
    fileprivate var words: String {
        rawValue.split(separator: "-").joined(separator: " ")
    }
}

extension Contributions {
    /// Returns the kinds of subject that a report or a layout can be about.
    ///
    /// - Parameter id: The identifier, `plugin/name`.
    /// - Returns: The kinds; none for a report about the whole record, or one that does not exist.
    public func subjects(of id: String) -> [SubjectKind] {
        if let report = reports.first(where: { $0.id == id }) { return report.subjects }
        if isAboutRisks(id) { return ["risk-register"] }
        return layouts.contains { $0.id == id } ? ["plan"] : []
    }
}
