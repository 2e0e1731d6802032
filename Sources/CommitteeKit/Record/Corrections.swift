// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The corrections and voidings among some entries.
struct Corrections {
    private var voided: Set<Int> = []
    /// The corrections of each entry, oldest first; a correction of a correction is among them.
    private var corrected: [Int: [Entry]] = [:]
    private(set) var problems: [RecordProblem] = []

    init(_ entries: [Entry]) {
        let subjects = Dictionary(
            entries.map { ($0.sequence, $0.subject) },
            uniquingKeysWith: { first, _ in first }
        )
        var roots: [Int: Int] = [:]
        var voidings: [(by: Int, target: Int)] = []
        for entry in entries where entry.kind == .corrected || entry.kind == .voided {
            let verb = entry.kind == .voided ? "voids" : "corrects"
            guard let target = entry.payload.members?.number("entry"),
                let subject = subjects[target],
                target < entry.sequence
            else {
                problems.append(
                    RecordProblem(
                        sequence: entry.sequence,
                        message: "It \(verb) an entry that does not stand before it. Name the "
                            + "sequence of the entry that is wrong."
                    )
                )
                continue
            }
            if entry.subject != subject {
                problems.append(
                    RecordProblem(
                        sequence: entry.sequence,
                        message:
                            "It \(verb) entry \(target), which is about \(subject), but says that it "
                            + "is about \(entry.subject). Name the subject of the entry that is wrong."
                    )
                )
            }
            if entry.hasNoReason {
                problems.append(
                    RecordProblem(
                        sequence: entry.sequence,
                        message: "It \(verb) entry \(target) without a reason. Say why."
                    )
                )
            }
            if entry.kind == .voided {
                voidings.append((entry.sequence, target))
                continue
            }
            guard entry.payload.members?["payload"]?.members != nil else {
                problems.append(
                    RecordProblem(
                        sequence: entry.sequence,
                        message: "It corrects entry \(target) but does not say how that should "
                            + "have read. Give the whole payload as “payload”."
                    )
                )
                continue
            }
            let root = roots[target] ?? target
            roots[entry.sequence] = root
            corrected[root, default: []].append(entry)
        }
        // A voiding that was voided itself does not count; it can only be voided by a later one.
        for voiding in voidings.reversed() where !voided.contains(voiding.by) {
            voided.insert(voiding.target)
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
            version: entry.version,
            payload: entry.resolvedPayload.value,
            effective: entry.effective,
            isBound: entry.effectiveIsBound,
            by: entry.by,
            reason: entry.reason,
            recordedAt: entry.recordedAt
        )
        let corrections = corrected[entry.sequence] ?? []
        if let correction = corrections.last(where: { !voided.contains($0.sequence) }),
            let payload = correction.resolvedPayload.value.members?["payload"]
        {
            step.payload = payload
            step.effective = correction.effective
            step.isBound = correction.effectiveIsBound
            step.by = correction.by
            step.reason = correction.reason
            step.recordedAt = correction.recordedAt
            step.readsSince = correction.sequence
        }
        return step
    }
}

extension Entry {
    /// Whether no reason was given; one that was erased since was given.
    fileprivate var hasNoReason: Bool {
        guard let text = text(named: ErasableText.reasonName) else { return true }
        return text.text?.trimmingSpace.isEmpty ?? false
    }
}
