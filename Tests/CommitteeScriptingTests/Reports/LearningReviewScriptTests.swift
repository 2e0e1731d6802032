// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// A plugin brings packs, and reads Learning Reviews if it may.
@Suite struct LearningReviewScriptTests {
    private static let main = """
        report "reviews" { media_type = "text/plain", run = function(edition, out)
          for _, review in ipairs(edition.learning_reviews) do
            out:write(review.id .. ": " .. review.stage .. ", " .. review.outstanding .. " of "
              .. review.asked .. "\\n")
          end
          for _, one in ipairs(edition.learning_review_steps) do
            out:write(one.review .. " " .. one.step .. "\\n")
          end
          for _, one in ipairs(edition.learning_review_questions) do
            out:write(one.party .. " " .. tostring(one.answered_on) .. "\\n")
          end
        end }
        """

    private static func edition(_ audience: Audience) -> Edition {
        var edition = Northshire.edition(asOf: CivilDate(2026, 10, 31))
        edition.audience = audience
        var review = LearningReview(id: "LR-7KQ2XMD")
        review.notification = LearningReviewNotification(by: "police", criterion: "harmed")
        edition.learningReviews = [review]
        return edition
    }

    @Test func aReportReadsEveryTable() async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.folder(
                ["demo": Self.main],
                manifests: [
                    "demo": MemoryFiles.manifest("demo").replacing("committee", with: "restricted")
                ]
            )
        )
        let edition = Self.edition(.restricted)
        let own = try await plugins.report(ReportRequest("demo/reviews", of: edition)).ownFormat
        #expect(
            String(decoding: own?.bytes ?? [], as: UTF8.self) == """
                LR-7KQ2XMD: notified, 0 of 0
                LR-7KQ2XMD recommended

                """
        )
    }

    @Test func aPluginForTheCommitteeReadsNone() async throws {
        let plugins = try await LuaPlugins.load(MemoryFiles.demo(Self.main))
        let edition = Self.edition(.restricted)
        let own = try await plugins.report(ReportRequest("demo/reviews", of: edition)).ownFormat
        #expect(own?.bytes.isEmpty == true)
    }

    private static let pack = """
        { "id": "ours", "title": "Ours", "criteria": [{ "key": "learning", "words": "We can learn." }] }
        """

    private static func folder(_ main: String, _ pack: String = Self.pack) -> PluginFolder {
        PluginFolder(
            "plugins",
            files: MemoryFiles(files: [
                "plugins/demo/plugin.json": MemoryFiles.manifest("demo"),
                "plugins/demo/main.lua": main, "plugins/demo/packs/ours.json": pack,
            ])
        )
    }

    private static func problems(_ main: String, _ pack: String = Self.pack) async throws
        -> [String]
    {
        try await LuaPlugins.problems(folder(main, pack))
    }

    @Test func aPackIsAFileOfTheFolderPacks() async throws {
        let plugins = try await LuaPlugins.load(
            Self.folder(#"learning_review_pack "ours" { file = "packs/ours.json" }"#)
        )
        let pack = try plugins.contributions.learningReviewPack("demo/ours")
        #expect(pack.criteria.map(\.key) == ["learning"])
        #expect(throws: LibraryError.self) {
            try plugins.contributions.learningReviewPack("demo/our")
        }
    }

    @Test func aFileThatIsNotThereIsNamed() async throws {
        #expect(
            try await Self.problems(#"learning_review_pack "ours" { file = "packs/our.json" }"#)
                == [
                    "demo/main.lua:1: file: the plugin has no file “packs/our.json”. Did you mean "
                        + "“packs/ours.json”?"
                ]
        )
    }

    @Test func aMistakeInThePackHasItsLine() async throws {
        let text = "{ \"id\": \"ours\",\n  \"title\": \"Ours\",\n  \"criteria\": [] }"
        let found = try await Self.problems(
            #"learning_review_pack "ours" { file = "packs/ours.json" }"#,
            text
        )
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("demo/packs/ours.json:3: ") == true, "\(found)")
    }

    @Test func bothNamesAreTheSame() async throws {
        #expect(
            try await Self.problems(#"learning_review_pack "theirs" { file = "packs/ours.json" }"#)
                == [
                    "demo/main.lua:1: the pack in packs/ours.json calls itself “ours”, and is declared as "
                        + "“theirs”. Give both the same name."
                ]
        )
    }
}
#endif
