// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// What a committee's record makes of documents that are imported one after the other.
enum ShapeRecord {
    /// The plan after the last document, and the entries and findings that it gave.
    struct Result {
        var plan: Plan
        /// Each entry as its kind and the item or plan, less the note of the import itself.
        var entries: [String]
        var findings: [Finding]
    }

    static func importing(
        _ texts: [String],
        by layout: Layout,
        as format: SourceFormat = .markdown
    ) async throws -> Result {
        let fixture = try await LibraryFixture(today: CivilDate(2030, 1, 1), layout: layout)
        var last: PlanImport?
        for (place, text) in texts.enumerated() {
            last = try await fixture.importing(text, digest: "\(place)", as: format)
        }
        let plan = try #require(try await fixture.plan(asOf: CivilDate(2030, 1, 1)))
        let entries = (last?.drafts ?? []).map { draft in
            let name = draft.subject.planItem?.item ?? draft.subject.id
            return "\(draft.kind) \(name)"
        }
        return Result(
            plan: plan,
            entries: entries.filter { !$0.hasPrefix("document.imported") },
            findings: last?.findings ?? []
        )
    }
}
