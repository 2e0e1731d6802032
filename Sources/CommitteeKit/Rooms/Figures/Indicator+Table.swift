// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The fields of an indicator: the last value of each counts.

extension Indicator {
    /// What can be said of an indicator.
    public enum Entries {}

    /// Everything that can be said of an indicator.
    public static let table = SubjectTable<Indicator>([
        Entries.title.declaration, Entries.definition.declaration, Entries.unit.declaration,
        Entries.source.declaration, Entries.dataSet.declaration, Entries.owner.declaration,
        Entries.every.declaration, Entries.dueDays.declaration, Entries.ends.declaration,
        Entries.areas.declaration, Entries.areasAddUp.declaration,
        Entries.addsUpOverTime.declaration, Entries.sumOf.declaration,
        Entries.outOf.declaration, Entries.rate.declaration, Entries.decimals.declaration,
        Entries.target.declaration, Entries.variance.declaration, Entries.better.declaration,
        Entries.audience.declaration, Entries.countsFor.declaration,
        Entries.valuesSet.declaration, Entries.questionAsked.declaration,
        Entries.questionAnswered.declaration,
    ])
}

extension Indicator.Entries {
    /// What it is called; the first entry about an indicator.
    public static let title = Field<Indicator, String?>(
        "indicator.title-set",
        "title",
        "What the indicator is called.",
        .name,
        at: { $0[$1].title },
        set: { $0.title = $1 }
    ).carried { ways in
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.title != later.title else { return [] }
                guard let before = earlier.title else {
                    return [ChangeInWords("indicator", "\(name) is new.")]
                }
                return [ChangeInWords("title", "\(name) was called “\(before)” before.")]
            }
        )
    }

    /// What is counted, and what is not.
    public static let definition = Field<Indicator, Prose>(
        "indicator.definition-set",
        "definition",
        "What the indicator counts, and what it leaves out.",
        .prose,
        at: { $0[$1].definition },
        set: { $0.definition = $1 }
    )

    /// What is counted, in few words.
    public static let unit = Field<Indicator, String?>(
        "indicator.unit-set",
        "unit",
        "What the indicator counts, in few words such as children.",
        .name,
        at: { $0[$1].unit },
        set: { $0.unit = $1 }
    )

    /// Where the values come from.
    public static let source = Field<Indicator, String?>(
        "indicator.source-set",
        "source",
        "Where the values of the indicator come from.",
        .name,
        at: { $0[$1].source },
        set: { $0.source = $1 }
    )

    /// The data set in which it is returned.
    public static let dataSet = Field<Indicator, String?>(
        "indicator.data-set-set",
        "data_set",
        "The data set in which the indicator is returned, by its identifier.",
        .name,
        at: { $0[$1].dataSet },
        set: { $0.dataSet = $1 }
    )

    /// Who answers for it.
    public static let owner = Field<Indicator, String?>(
        "indicator.owner-set",
        "owner",
        "The role, group or body that answers for the indicator.",
        .name,
        at: { $0[$1].owner },
        set: { $0.owner = $1 }
    )

    /// The periods for which a value is expected.
    public static let every = Field<Indicator, FigurePeriod.Kind?>(
        "indicator.every-set",
        "every",
        "The periods for which a value is expected, such as month or register year.",
        .word("the name of a period"),
        at: { $0[$1].every },
        set: { $0.every = $1 }
    )

    /// After how many days from the end of a period its value is due.
    public static let dueDays = Field<Indicator, Int?>(
        "indicator.due-days-set",
        "due_days",
        "After how many days from the end of a period its value is due.",
        .wholeNumber,
        at: { $0[$1].dueDays },
        set: { $0.dueDays = $1 }
    )

    /// The last day for which values are expected.
    public static let ends = Field<Indicator, CivilDate?>(
        "indicator.ends-set",
        "ends",
        "The last day for which values of the indicator are expected.",
        .date,
        at: { $0[$1].ends },
        set: { $0.ends = $1 }
    )

    /// The areas or agencies for which it is counted apart.
    public static let areas = Field<Indicator, [String]>(
        "indicator.areas-set",
        "areas",
        "The areas or agencies for which the indicator is counted apart.",
        .names,
        at: { $0[$1].areas },
        set: { $0.areas = $1 }
    )

    /// Whether the areas add up to the value for all of them.
    public static let areasAddUp = Field<Indicator, Bool>(
        "indicator.areas-add-up-set",
        "areas_add_up",
        "Whether the areas add up to the value for all of them; they do unless somebody says no.",
        .truth(unlessSaid: true),
        at: { $0[$1].areasAddUp },
        set: { $0.areasAddUp = $1 }
    )

    /// Whether months add up to quarters and years.
    public static let addsUpOverTime = Field<Indicator, Bool>(
        "indicator.adds-up-over-time-set",
        "adds_up_over_time",
        "Whether months add up to quarters and years; they do unless somebody says no.",
        .truth(unlessSaid: true),
        at: { $0[$1].addsUpOverTime },
        set: { $0.addsUpOverTime = $1 }
    )

    /// The indicators that add up to this one.
    public static let sumOf = Field<Indicator, [String]>(
        "indicator.sum-of-set",
        "sum_of",
        "The indicators that add up to this one, by their identifiers.",
        .names,
        at: { $0[$1].sumOf },
        set: { $0.sumOf = $1 }
    )

    /// The indicator of which it is a part.
    public static let outOf = Field<Indicator, String?>(
        "indicator.out-of-set",
        "out_of",
        "The indicator of which this one is a part, by its identifier: values are shares of it.",
        .name,
        at: { $0[$1].outOf },
        set: { $0.outOf = $1 }
    )

    /// In what number a share is counted.
    public static let rate = Field<Indicator, Int?>(
        "indicator.rate-set",
        "rate",
        "In what number a share is counted: 100 for a percentage, 1000 for a rate per thousand.",
        .wholeNumber,
        at: { $0[$1].rate },
        set: { $0.rate = $1 }
    )

    /// How many digits a share has after the point.
    public static let decimals = Field<Indicator, Int?>(
        "indicator.decimals-set",
        "decimals",
        "How many digits a share has after the point, from 0 to 3.",
        .wholeNumber,
        at: { $0[$1].decimals },
        set: { $0.decimals = $1 }
    )

    /// What it is to reach.
    public static let target = Field<Indicator, FigureNumber?>(
        "indicator.target-set",
        "target",
        "What the indicator is to reach.",
        .figureNumber,
        at: { $0[$1].target },
        set: { $0.target = $1 }
    )

    /// How far from the target is still near it.
    public static let variance = Field<Indicator, FigureNumber?>(
        "indicator.variance-set",
        "variance",
        "How far from the target is still near it.",
        .figureNumber,
        at: { $0[$1].variance },
        set: { $0.variance = $1 }
    )

    /// In which direction it is to go.
    public static let better = Field<Indicator, Indicator.Direction?>(
        "indicator.better-set",
        "better",
        "In which direction the indicator is to go: higher or lower.",
        .word("higher or lower"),
        at: { $0[$1].better },
        set: { $0.better = $1 }
    )

    /// The widest audience that may know of it.
    public static let audience = Field<Indicator, Audience>(
        "indicator.audience-set",
        "audience",
        "The widest audience that may know of the indicator; the committee when nobody said.",
        .audience,
        at: { $0[$1].audience },
        set: { $0.audience = $1 }
    )

    /// The widest audience that reads its counts as they are.
    public static let countsFor = Field<Indicator, Audience>(
        "indicator.counts-for-set",
        "counts_for",
        "The widest audience that reads the counts as they are; wider ones read what was published.",
        .audience,
        at: { $0[$1].countsFor },
        set: { $0.countsFor = $1 }
    )
}
