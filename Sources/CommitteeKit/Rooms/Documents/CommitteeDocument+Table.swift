// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The fields of a document: the last value of each counts.

extension CommitteeDocument {
    /// What can be said of a document.
    public enum Entries {}

    /// Everything that can be said of a document.
    public static let table = SubjectTable<CommitteeDocument>([
        Entries.title.declaration, Entries.kind.declaration, Entries.owner.declaration,
        Entries.readers.declaration, Entries.publishedAt.declaration,
        Entries.audience.declaration, Entries.reviewDate.declaration,
        Entries.reviewMonths.declaration, Entries.editionSet.declaration,
        Entries.distributed.declaration, Entries.confirmed.declaration,
        Entries.reviewed.declaration, Entries.withdrawn.declaration,
    ])
}

extension CommitteeDocument.Entries {
    /// What it is called; the first entry about a document.
    public static let title = Field<CommitteeDocument, String?>(
        "document.title-set",
        "title",
        "What the document is called.",
        .name,
        at: { $0[$1].title },
        set: { $0.title = $1 }
    ).carried { ways in
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.title != later.title else { return [] }
                guard let before = earlier.title else {
                    return [ChangeInWords("document", "\(name) is new in the register.")]
                }
                return [ChangeInWords("title", "\(name) was called “\(before)” before.")]
            }
        )
    }

    /// What sort of document it is.
    public static let kind = Field<CommitteeDocument, String?>(
        "document.kind-set",
        "kind",
        "What sort of document it is, in the committee's own words, such as Policy or Leaflet.",
        .name,
        at: { $0[$1].kind },
        set: { $0.kind = $1 }
    )

    /// Who answers for it.
    public static let owner = Field<CommitteeDocument, String?>(
        "document.owner-set",
        "owner",
        "The role, group or body that answers for the document.",
        .name,
        at: { $0[$1].owner },
        set: { $0.owner = $1 }
    )

    /// For whom it is written.
    public static let readers = Field<CommitteeDocument, String?>(
        "document.readers-set",
        "readers",
        "For whom the document is written.",
        .name,
        at: { $0[$1].readers },
        set: { $0.readers = $1 }
    )

    /// Where it is published.
    public static let publishedAt = Field<CommitteeDocument, [String]>(
        "document.published-at-set",
        "published_at",
        "Where the document is published: addresses of pages, or places.",
        .names,
        at: { $0[$1].publishedAt },
        set: { $0.publishedAt = $1 }
    ).carried { ways in
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.publishedAt != later.publishedAt else { return [] }
                let places = later.publishedAt.joined(separator: ", ")
                return [
                    ChangeInWords(
                        "publishedAt",
                        places.isEmpty
                            ? "\(name) is no longer published anywhere."
                            : "\(name) is published at \(places)"
                    )
                ]
            }
        )
    }

    /// The widest audience that may know of it.
    public static let audience = Field<CommitteeDocument, Audience>(
        "document.audience-set",
        "audience",
        "The widest audience that may know of the document; the committee when nobody said.",
        .audience,
        at: { $0[$1].audience },
        set: { $0.audience = $1 }
    )

    /// The day by which it is to be reviewed.
    public static let reviewDate = Field<CommitteeDocument, CivilDate?>(
        "document.review-date-set",
        "review_date",
        "The day by which the document is to be reviewed.",
        .date,
        at: { $0[$1].reviewDate },
        set: { $0.reviewDate = $1 }
    )

    /// After how many months it is reviewed each time.
    public static let reviewMonths = Field<CommitteeDocument, Int?>(
        "document.review-months-set",
        "review_months",
        "After how many months the document is reviewed each time.",
        .wholeNumber,
        at: { $0[$1].reviewMonths },
        set: { $0.reviewMonths = $1 }
    ).carried { ways in
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.reviewMonths != later.reviewMonths else { return [] }
                let words = later.reviewMonths.map {
                    "\(name) is now reviewed every \($0 == 1 ? "month" : "\($0) months")."
                }
                return [
                    ChangeInWords(
                        "reviewMonths",
                        words ?? "\(name) is no longer reviewed at an interval."
                    )
                ]
            }
        )
    }
}
