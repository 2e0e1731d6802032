// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// A plugin reads what people said.
@Suite struct VoiceScriptTests {
    private static let main = """
        report "voices" { media_type = "text/plain", run = function(edition, out)
          for _, voice in ipairs(edition.voices) do
            out:write(voice.id .. ": " .. voice.summary .. " " .. table.concat(voice.heard, "+") .. ", " .. voice.method
              .. ", " .. voice.answered .. "/" .. voice.asked .. ", " .. voice.stage .. "\\n")
          end
          for _, one in ipairs(edition.voice_quotations) do
            out:write(one.voice .. " " .. one.number .. " " .. one.words .. " " .. one.consent_for .. "\\n")
          end
          for _, one in ipairs(edition.voice_answers) do
            out:write(one.outcome .. ": " .. one.words .. " " .. one.action .. "\\n")
          end
          for _, one in ipairs(edition.voice_tellings) do out:write(one.how .. "\\n") end
          for _, one in ipairs(edition.voice_reports) do out:write(one.meeting .. "\\n") end
          out:write(#edition.voice_themes .. " themes\\n")
        end }
        """

    @Test func aReportReadsEveryTable() async throws {
        var edition = Northshire.edition(asOf: CivilDate(2026, 10, 31))
        var voice = Voice(id: "survey")
        voice.title = "Survey"
        voice.heard = [.children, .staff]
        voice.method = .survey
        voice.summary = "Nobody knows whom to ask."
        voice.counts = VoiceCounts(28, of: 40)
        voice.quotations = [
            VoiceQuotation("Ask us.", sharedWith: .public, consent: "Form", number: 1)
        ]
        voice.reports = [VoiceReporting(at: "cpc/2026-06-09")]
        voice.answers = [VoiceAnswer("A poster.", .underWay, action: "plan#1.1", number: 1)]
        voice.tellings = [VoiceTelling("By letter", number: 1)]
        edition.voices = [voice]
        let plugins = try await LuaPlugins.load(MemoryFiles.demo(Self.main))
        let own = try await plugins.report(ReportRequest("demo/voices", of: edition)).ownFormat
        #expect(
            String(decoding: own?.bytes ?? [], as: UTF8.self) == """
                survey: Nobody knows whom to ask. children+staff, survey, 28/40, answered
                survey 1 Ask us. public
                under-way: A poster. plan#1.1
                By letter
                cpc/2026-06-09
                0 themes

                """
        )
    }
}
#endif
