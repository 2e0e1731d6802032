// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How far a plan has come as a document.
public enum DocumentState: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Being written; not shown to the public.
    case draft
    /// Put before a body for approval.
    case submitted
    /// Approved by at least one body of the chain.
    case approved
    /// Published, with its bytes frozen.
    case published
    /// Replaced by the next plan.
    case succeeded

    /// Orders states from draft to succeeded.
    ///
    /// - Parameters:
    ///   - first: A state.
    ///   - second: Another state.
    /// - Returns: Whether the first comes before the second.
    public static func < (first: DocumentState, second: DocumentState) -> Bool {
        let order = Self.allCases
        return (order.firstIndex(of: first) ?? 0) < (order.firstIndex(of: second) ?? 0)
    }
}

/// Something that happened to a plan as a document.
public struct DocumentMilestone: Hashable, Sendable {
    /// What happened.
    public enum Kind: Hashable, Sendable {
        /// The plan was put before a body.
        case submitted(to: String)
        /// A body approved the plan.
        case approved(by: String)
        /// The plan was published; a reissue has a number above 1.
        case published(Publication)
    }

    /// What happened.
    public var kind: Kind
    /// The day on which it happened.
    public var on: CivilDate

    /// Creates a milestone.
    ///
    /// - Parameters:
    ///   - kind: What happened.
    ///   - on: The day on which it happened.
    public init(kind: Kind, on: CivilDate) {
        self.kind = kind
        self.on = on
    }
}

/// One issue of a published plan.
public struct Publication: Hashable, Sendable {
    /// Where the journal ended when something was published of it.
    public struct Head: Hashable, Sendable {
        /// The number of the last entry.
        public var entries: Int
        /// The hash of the last entry, in lower-case hexadecimal digits.
        public var lastHash: String

        /// Creates a head.
        ///
        /// - Parameters:
        ///   - entries: The number of the last entry.
        ///   - lastHash: The hash of the last entry, in lower-case hexadecimal digits.
        public init(entries: Int, lastHash: String) {
            self.entries = entries
            self.lastHash = lastHash
        }
    }

    /// The number of the issue: 1 for the first, 2 for the first reissue.
    public var issue: Int
    /// The media type of the frozen bytes, when they were frozen.
    public var mediaType: String?
    /// The hash of the frozen bytes, in lower-case hexadecimal digits.
    public var hash: String?
    /// The number of frozen bytes.
    public var byteCount: Int?
    /// The date of the edition that was rendered.
    public var asOf: CivilDate?
    /// The audience for which it was cut.
    public var audience: Audience?
    /// The report or layout that rendered it, `plugin/name`.
    public var report: String?
    /// Where the journal ended when it was rendered.
    ///
    /// ``EntryChain`` holds the chain against it. Only editions that show everything have it, since it counts
    /// all entries.
    public var head: Head?

    /// Creates an issue.
    ///
    /// - Parameters:
    ///   - issue: Its number.
    ///   - mediaType: The media type of its bytes.
    ///   - hash: The hash of its bytes.
    ///   - byteCount: The number of its bytes.
    ///   - asOf: The date of the edition that was rendered.
    ///   - audience: The audience for which it was cut.
    ///   - report: The report or layout that rendered it.
    ///   - head: Where the journal ended when it was rendered.
    public init(
        issue: Int,
        mediaType: String? = nil,
        hash: String? = nil,
        byteCount: Int? = nil,
        asOf: CivilDate? = nil,
        audience: Audience? = nil,
        report: String? = nil,
        head: Head? = nil
    ) {
        self.issue = issue
        self.mediaType = mediaType
        self.hash = hash
        self.byteCount = byteCount
        self.asOf = asOf
        self.audience = audience
        self.report = report
        self.head = head
    }
}

extension Plan {
    /// How far the plan has come as a document.
    ///
    /// A plan with a chain of approval is approved when every body of the chain has approved it.
    ///
    /// - Complexity: O(*m*) in the number of milestones.
    public var state: DocumentState {
        var approvals: Set<String> = []
        var state = DocumentState.draft
        for milestone in milestones {
            switch milestone.kind {
            case .submitted: state = max(state, .submitted)
            case .published: state = .published
            case .approved(let body):
                approvals.insert(body)
                let isWhole = approvalChain.allSatisfy(approvals.contains)
                state = max(state, isWhole ? .approved : .submitted)
            }
        }
        return state
    }
}
