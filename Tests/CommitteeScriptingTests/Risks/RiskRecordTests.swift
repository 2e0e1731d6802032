// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

@Suite("Risks as Lua reads them")
struct RiskRecordTests {
    /// What an expression of Lua gives for an edition.
    private func value(
        of expression: String,
        audience: String = "restricted",
        in edition: Edition,
        since: Edition? = nil
    ) async throws -> String {
        let plugins = try await RiskPlugin.load(
            """
            report "ask" {
              media_type = "text/plain",
              run = function(edition, out, ctx)
                local risk = edition.risks[1]
                local value = \(expression)
                out:write(tostring(value))
              end,
            }
            """,
            audience: audience
        )
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        let request = ReportRequest("demo/ask", of: edition, since: since)
        let own = try #require(try await plugins.report(request).ownFormat)
        return String(decoding: own.bytes, as: UTF8.self)
    }

    private func edition(
        _ visibility: Audience = .committee,
        audience: Audience = .restricted,
        asOf date: CivilDate? = nil
    ) async throws -> Edition {
        try await RiskPlugin.committee(NoPlugins(), visibility: visibility)
            .edition(asOf: date, audience: audience)
    }

    @Test(arguments: [
        ("#edition.risks", "1"), ("#edition.registers", "2"), ("edition.register", "nil"),
        ("edition.registers[1].parent.id", "upper"), ("edition.registers[2].below[1].id", "main"),
        ("edition.registers[1].scale.bands[2].label", "Bad"),
        ("edition.registers[1].scale.likelihoods[3].text", "3 High"),
        ("#edition.registers[1].open_risks", "1"), ("risk.id", "R1"), ("risk.state", "active"),
        ("risk.is_open", "true"), ("risk.name", "Late visits"), ("risk.register.name", "Main"),
        ("risk.owner", "nurse"), ("risk.manager", "nil"), ("risk.inherent", "nil"),
        ("risk.current.value", "6"), ("risk.current.band", "bad"), ("risk.current.text", "6 Bad"),
        ("risk.current.likelihood_word", "High"), ("risk.current.scale.version", "1"),
        ("risk.appetite", "Mild"), ("risk.is_above_appetite", "true"), ("risk.treatment", "nil"),
        ("#risk.history", "3"), ("risk.history[3].event", "assess"),
        ("risk.history[3].details.likelihood", "3"), ("risk.history[2].by", "officer"),
        ("risk.acceptance", "nil"), ("risk.is_accepted", "false"),
        ("risk.findings[1].kind", "above-appetite"), ("ctx.kind(risk)", "risk"),
        ("ctx.kind(risk.current)", "risk_score"),
        ("risk.current.date:format('d MMMM yyyy')", "30 September 2026"),
        ("ctx.api.has('risk.current')", "true"),
    ])
    func aFieldSaysWhatTheSwiftValueSays(expression: String, expected: String) async throws {
        #expect(try await value(of: expression, in: edition()) == expected)
    }

    @Test(arguments: [
        (Audience.restricted, "restricted", "1"), (.committee, "restricted", "0"),
        (.restricted, "committee", "0"), (.public, "restricted", "0"),
    ])
    func aRestrictedRiskIsReadByThoseWhoMay(
        audience: Audience,
        plugin: String,
        count: String
    ) async throws {
        let edition = try await edition(.restricted, audience: audience)
        #expect(try await value(of: "#edition.risks", audience: plugin, in: edition) == count)
        // Of a register in which it may see nothing, a plugin does not know.
        let known = try await value(
            of: "edition.registers[1] and edition.registers[1].id or 'none'",
            audience: plugin,
            in: edition
        )
        #expect((known == "main") == (count == "1"))
    }

    @Test func thePublicReadsNotWhoSaidWhat() async throws {
        let edition = try await edition(.public, audience: .public)
        let asked = "risk.history[3].by .. '|' .. tostring(risk.history[3].reason)"
        #expect(try await value(of: asked, in: edition) == "|nil")
    }

    @Test func movementIsThatOfTheSwiftValue() async throws {
        let since = try await edition(asOf: CivilDate(2026, 9, 1))
        let now = try await edition()
        let totals = try await value(
            of: "ctx.movement('main').totals.new .. ' ' .. ctx.movement('main').rows[1].risk.id",
            in: now,
            since: since
        )
        #expect(totals == "1 R1")
    }

    @Test func changesSpeakOfRisks() async throws {
        let since = try await edition(asOf: CivilDate(2026, 9, 1))
        let now = try await edition()
        let changes =
            EditionChange.between(since, and: now)
            + EditionChange.risks(between: since, and: now)
        let last = try #require(changes.last)
        let asked =
            "#ctx.changes .. '|' .. ctx.changes[#ctx.changes].register .. '|' .. "
            + "tostring(ctx.changes[#ctx.changes].risk) .. '|' .. "
            + "ctx.changes[#ctx.changes].sentence"
        let register = try #require(last.register)
        let read = try await value(of: asked, in: now, since: since)
        #expect(read == "\(changes.count)|\(register)|\(last.risk ?? "nil")|\(last.sentence)")
    }

    @Test func movementNeedsAnEarlierEdition() async throws {
        let error = await #expect(throws: ScriptFailure.self) {
            try await value(of: "ctx.movement('main')", in: edition())
        }
        #expect(
            error?.message
                == "ctx.movement compares two editions, and there is no earlier one. Ask ctx.since first."
        )
    }
}
#endif
