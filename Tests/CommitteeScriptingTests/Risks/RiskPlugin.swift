// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit

/// Plugins about risks for tests, and a committee that uses them.
enum RiskPlugin {
    /// A folder with a plugin called `demo`, which may read everything unless told otherwise.
    static func folder(
        _ main: String,
        manifest more: String = "",
        audience: String = "restricted",
        files: [String: String] = [:]
    ) -> PluginFolder {
        let manifest = """
            { "id": "demo", "version": "1.0.0", "api": 1, "title": "A plugin",
              "audience": "\(audience)"\(more.isEmpty ? "" : ",\n  " + more) }
            """
        var all = ["plugins/demo/plugin.json": manifest, "plugins/demo/main.lua": main]
        for (name, text) in files { all["plugins/demo/\(name)"] = text }
        return PluginFolder("plugins", files: MemoryFiles(files: all))
    }

    static func load(
        _ main: String,
        manifest more: String = "",
        audience: String = "restricted",
        files: [String: String] = [:]
    ) async throws -> LuaPlugins {
        try await LuaPlugins.load(
            folder(main, manifest: more, audience: audience, files: files)
        )
    }

    static func problems(
        _ main: String,
        files: [String: String] = [:]
    ) async throws -> [String] {
        try await load(main, files: files).contributions.plugins.flatMap(\.problems)
    }

    /// A workflow whose only guard watches `review`, with this body.
    static func guarding(_ body: String) -> String {
        """
        risk_workflow "ours" {
          guards = {
            { "careful", on = { "review" }, check = function(request, risk, ctx)
              \(body)
            end },
          },
        }
        """
    }

    /// A committee with two registers, one above the other, and a risk that is approved in `main`.
    static func committee(
        _ plugins: any ScriptEngine,
        visibility: Audience = .restricted
    ) async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let library = CommitteeLibrary(
            store: store,
            plugins: plugins,
            today: { CivilDate(2026, 10, 31) }
        )
        let committee = try await library.committee("c")
        // What stood in the register before the plugin came.
        let before = CommitteeLibrary(store: store, today: library.today)
        let scale = try RiskScale(
            id: "three",
            version: 1,
            likelihoods: .numbered(["Low", "Medium", "High"]),
            impacts: .numbered(["Low", "Medium", "High"]),
            scoring: .product,
            bands: [
                RiskScale.Band(id: "mild", label: "Mild", from: 1, through: 5, colour: .green),
                RiskScale.Band(id: "bad", label: "Bad", from: 6, through: 9, colour: .red),
            ]
        )
        let wording = RiskFact.Wording(
            title: "Late visits",
            cause: "Posts are vacant",
            event: "Visits are late",
            effect: "Children wait"
        )
        var upper = RiskRegister(id: "upper", name: "Partnership", scales: [scale])
        upper.approvers = ["chair"]
        var main = RiskRegister(id: "main", name: "Main", parentID: "upper", scales: [scale])
        main.appetite = .band("mild")
        let changes = [
            Change(.register("upper"), .registerSet(upper.json)),
            Change(.register("main"), .registerSet(main.json)),
            Change(
                .risk("R1"),
                .risk(
                    .proposed(
                        RiskFact.Proposal(
                            register: "main",
                            wording: wording,
                            ownerRoleID: "nurse",
                            visibility: visibility
                        )
                    )
                )
            ),
            Change(.risk("R1"), .risk(.approved(by: "committee"))),
            Change(
                .risk("R1"),
                .risk(
                    .assessed(
                        .current,
                        .assessed(
                            RiskAssessment.Levels(
                                scale: scale.reference,
                                likelihood: "3",
                                impact: "2"
                            )
                        )
                    )
                )
            ),
        ]
        try await before.committee("c").append(
            changes.map { $0.draft(effective: CivilDate(2026, 9, 30), by: "officer") }
        )
        return committee
    }

    static let review = RiskRequest("R1", .reviewed(outcome: "Seen", next: nil), by: "officer")

    /// Why a request is refused; nil when it is recorded.
    static func refusal(
        of request: RiskRequest = review,
        in committee: Committee,
        workflow: (any RiskWorkflow)? = nil
    ) async throws -> String? {
        let before = try await committee.entries().count
        do {
            try await committee.perform(request, workflow: workflow)
        } catch let error as LibraryError {
            // All or nothing: a refusal leaves the journal as it was.
            guard try await committee.entries().count == before else { return "recorded in part" }
            return error.message
        }
        return nil
    }
}
#endif
