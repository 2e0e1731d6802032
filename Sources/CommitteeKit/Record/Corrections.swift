// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One entry as it counts in a fold, after corrections.
struct FoldStep {
    var sequence: Int
    var subject: SubjectReference
    var kind: EntryKind
    var payload: JSONValue
    var effective: CivilDate
    var isBound: Bool
    var by: String
    var reason: String?
}

/// The corrections and voidings among some entries.
struct Corrections {
    private var voided: Set<Int> = []
    private var corrected: [Int: Entry] = [:]
    private(set) var problems: [RecordProblem] = []

    init(_ entries: [Entry]) {
        let sequences = Set(entries.map(\.sequence))
        for entry in entries where entry.kind == .corrected || entry.kind == .voided {
            guard let target = entry.payload.members?.number("entry"), sequences.contains(target),
                target < entry.sequence
            else {
                problems.append(
                    RecordProblem(
                        sequence: entry.sequence,
                        message: "It corrects an entry that does not stand before it. Name the "
                            + "sequence of the entry that is wrong."
                    )
                )
                continue
            }
            if entry.reason?.trimmingSpace.isEmpty ?? true, entry.text(named: "reason") == nil {
                problems.append(
                    RecordProblem(
                        sequence: entry.sequence,
                        message: "It corrects entry \(target) without a reason. Say why."
                    )
                )
            }
            if entry.kind == .voided {
                voided.insert(target)
            } else {
                corrected[target] = entry
            }
        }
    }

    /// What an entry counts for, or nil when it does not count by itself.
    func step(for entry: Entry) -> FoldStep? {
        guard entry.kind != .corrected, entry.kind != .voided, entry.kind != .textErased,
            entry.kind != .externalIDSet, entry.kind != .externalIDRemoved,
            !voided.contains(entry.sequence)
        else { return nil }
        var step = FoldStep(
            sequence: entry.sequence,
            subject: entry.subject,
            kind: entry.kind,
            payload: entry.resolvedPayload.value,
            effective: entry.effective,
            isBound: entry.effectiveIsBound,
            by: entry.by,
            reason: entry.reason
        )
        if let correction = corrected[entry.sequence], !voided.contains(correction.sequence),
            let payload = correction.resolvedPayload.value.members?["payload"]
        {
            step.payload = payload
            step.effective = correction.effective
            step.by = correction.by
            step.reason = correction.reason
        }
        return step
    }
}
