// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// Invented committees whose editions come with the library, for trying a plugin and for its tests.
public struct ExampleEdition: Hashable, Sendable {
    /// The name, such as `strathmarr`.
    public var name: String
    /// What it is, in a sentence.
    public var summary: String
    let declaration: String

    /// The examples.
    public static let all = [northshire, strathmarr]

    /// Finds an example.
    ///
    /// - Parameter name: The name.
    /// - Returns: The example.
    /// - Throws: ``PluginError`` that names the closest one when there is none of that name.
    public static func named(_ name: String) throws(PluginError) -> ExampleEdition {
        if let found = all.first(where: { $0.name == name }) { return found }
        throw PluginError(
            .notFound,
            "There is no example “\(name)”. "
                + ClosestName.suggestion(for: name, in: all.map(\.name))
        )
    }

    /// Makes the edition.
    ///
    /// - Parameters:
    ///   - day: The day on which it is true; the example's own when nil.
    ///   - audience: The audience for which it is cut; the committee when nil.
    ///   - plugins: The engine whose words for times are used.
    /// - Returns: The edition.
    /// - Throws: `JSONError` when a day is out of reach of the example.
    public func edition(
        asOf day: CivilDate? = nil,
        audience: Audience? = nil,
        plugins: LuaPlugins
    ) throws(JSONError) -> Edition {
        let node = try JSONReader.read(Array(declaration.utf8), source: "example \(name)")
        var maker = try EditionMaker(
            node,
            source: "example \(name)",
            reader: plugins.contributions.timescaleReader(for: nil)
        )
        if let day { maker.asOf = day }
        if let audience { maker.audience = audience }
        return try maker.edition()
    }

    /// The status keys of the examples, for engines whose plugins do not declare them.
    static let schemes = [
        StatusScheme(
            id: "example/rag",
            title: "Red, amber, green",
            keys: [
                StatusKey(letter: "R", word: "Off track", meaning: .offTrack, colour: "red"),
                StatusKey(letter: "A", word: "At risk", meaning: .atRisk, colour: "amber"),
                StatusKey(letter: "G", word: "On track", meaning: .onTrack, colour: "green"),
            ]
        ),
        StatusScheme(
            id: "example/zones",
            title: "Zones",
            keys: [
                StatusKey(
                    letter: "W",
                    word: "Within tolerance",
                    meaning: .onTrack,
                    colour: "green"
                ),
                StatusKey(
                    letter: "O",
                    word: "Outside tolerance",
                    meaning: .delayed,
                    colour: "red"
                ),
            ]
        ),
    ]
}

extension ExampleEdition {
    /// The committee of the first guide: four actions below two outcomes.
    static let northshire = ExampleEdition(
        name: "northshire",
        summary: "Two outcomes, four actions, two of them late on 31 October 2026.",
        declaration: """
            { "as_of": "2026-10-31", "committee": "northshire-cpc", "name": "Northshire CPC",
              "title": "Northshire Improvement Plan", "from": "2026-04-01", "until": "2027-03-31",
              "levels": ["outcome", "action"], "scheme": "example/rag",
              "items": [
                { "level": "outcome", "number": "1", "text": "Children are heard" },
                { "number": "1.1", "text": "Write a guide with young people",
                  "lead": "Lead Nurse", "timescale": "By 30 June 2026",
                  "progress": "Guide in print.", "status": "G" },
                { "number": "1.2", "text": "Ask every family after a meeting",
                  "lead": "Reviewing Team", "timescale": "By 30 September 2026",
                  "progress": "Two of five teams ask.", "status": "A" },
                { "level": "outcome", "number": "2", "text": "Staff are sure of themselves" },
                { "number": "2.1", "text": "Train forty staff", "lead": "Lead Nurse",
                  "timescale": "Ongoing 2026 – 2027", "progress": "Twelve trained.",
                  "status": "G" },
                { "number": "2.2", "text": "Agree a training calendar",
                  "lead": "Training Group", "timescale": "By Christmas", "status": "R" }
              ] }
            """
    )

    /// A committee of five levels, at its second report.
    static let strathmarr = ExampleEdition(
        name: "strathmarr",
        summary: "Five levels, eleven actions: two completed, one withdrawn, two late on 31 March "
            + "2026.",
        declaration: """
            { "as_of": "2026-03-31", "committee": "strathmarr",
              "name": "Strathmarr Public Protection Committee",
              "title": "Strathmarr Public Protection Plan", "from": "2024-04-01",
              "until": "2027-03-31", "scheme": "example/zones", "approved": "2024-03-14",
              "levels": ["theme", "long-term outcome", "intermediate outcome", "objective",
                         "action"],
              "items": [
                { "level": "theme", "number": "1", "text": "People are heard", "lead": "CSWO" },
                { "level": "long-term outcome", "number": "1",
                  "text": "Nobody is protected without being asked" },
                { "level": "intermediate outcome", "number": "1.1",
                  "text": "Views are gathered before meetings" },
                { "level": "objective", "number": "1", "text": "Make asking part of the routine",
                  "timescale": "2024/25" },
                { "number": "1a", "text": "Write a one-page prompt for anyone who calls a meeting",
                  "lead": "PPLO", "timescale": "By 31 July 2024", "completed": "2024-09-30",
                  "evidence": "Prompt in use in every team", "status": "Within tolerance",
                  "progress": "Prompt printed and on each duty desk.",
                  "local": { "budget": "£500" } },
                { "number": "1b", "text": "Add the question to the electronic referral form",
                  "leads": ["HOM", "L&D"], "timescale": "By 31 August 2024",
                  "completed": "2025-01-31", "status": "Within tolerance",
                  "progress": "The new form went live in January 2025.",
                  "local": { "budget": "£4,000" } },
                { "level": "objective", "number": "2", "text": "Pay people for their advice",
                  "timescale": "31 December 2025" },
                { "number": "2 (i)", "text": "Draw up a scheme of fees for the panel",
                  "leads": ["LEP", "CSWO"],
                  "timescale": "Draft by 30 September 2025; final by 31 March 2026",
                  "progress": "Rates of four neighbours compared.",
                  "status": "Outside tolerance", "local": { "budget": "£12,000" } },
                { "number": "2 (ii)", "lead": "PPLO", "timescale": "Annually",
                  "text": "Publish what the panel advised and what was done about it",
                  "status": "Within tolerance" },
                { "level": "intermediate outcome", "number": "1.2",
                  "text": "Wishes are followed up" },
                { "level": "objective", "number": "3", "text": "Close the loop",
                  "timescale": "2026/27" },
                { "number": "3a", "text": "Ring people six weeks after a meeting",
                  "lead": "ASP Manager", "timescale": "Ongoing", "progress": "Sixty calls made.",
                  "status": "Within tolerance" },
                { "number": "3b", "text": "Send a short letter to those who cannot be rung",
                  "leads": ["ASP Manager", "L&D"], "timescale": "By 30 November 2025",
                  "progress": "Wording agreed with the panel.", "status": "Within tolerance",
                  "local": { "budget": "£250" } },
                { "level": "theme", "number": "2", "text": "Harm is noticed early",
                  "lead": "DCI PPU" },
                { "level": "long-term outcome", "number": "2",
                  "text": "Workers outside care know the signs" },
                { "level": "intermediate outcome", "number": "2.1",
                  "text": "Landlords and drivers report" },
                { "level": "objective", "number": "4", "text": "Reach people where they work",
                  "timescale": "March 2026" },
                { "number": "4a", "text": "Run a breakfast session for letting agents",
                  "leads": ["HOM", "DCI PPU"], "timescale": "2025/26",
                  "progress": "Room booked.", "status": "Within tolerance",
                  "local": { "budget": "£1,800" } },
                { "number": "4b", "text": "Put a short film on buses", "lead": "PPLO",
                  "timescale": "By 28 February 2026", "progress": "Script with the firm.",
                  "status": "Within tolerance", "local": { "budget": "£9,000" } },
                { "number": "4c", "text": "Give every taxi a printed card", "lead": "DCI PPU",
                  "timescale": "By 31 May 2024", "withdrawn": "2025-03-31",
                  "progress": "The film on buses does this better.",
                  "local": { "budget": "£2,200" } },
                { "level": "long-term outcome", "number": "3",
                  "text": "Small worries are put together" },
                { "level": "intermediate outcome", "number": "3.1",
                  "text": "Agencies compare what they hold" },
                { "level": "objective", "number": "5", "text": "Meet about patterns",
                  "timescale": "As required" },
                { "number": "5a", "text": "Hold a meeting on patterns prior to each PPC",
                  "lead": "QAG", "timescale": "As required", "progress": "Two meetings held.",
                  "status": "Within tolerance" },
                { "number": "5b (i)", "text": "Agree which figures may be shared safely",
                  "leads": ["LN", "QAG"], "timescale": "By 31 March 2026",
                  "status": "Within tolerance" },
                { "list": "backlog", "number": "1", "lead": "LEP", "timescale": "2025/26",
                  "text": "A telephone line staffed by people who have been through it" },
                { "list": "backlog", "number": "2", "lead": "L&D",
                  "text": "Translating the prompt into Polish and Arabic" }
              ] }
            """
    )
}
#endif
