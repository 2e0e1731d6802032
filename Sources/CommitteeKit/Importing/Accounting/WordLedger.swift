// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A place of a document: a piece, and the cell in it.
struct WordPlace: Hashable {
    var piece: Int
    /// The cell, counted from 0; below 0 for the colour of a cell, which is none of its words.
    var cell: Int

    /// The cell as people count it.
    var shownCell: Int { cell < 0 ? -cell : cell + 1 }
}

/// What words became.
enum WordFate: Hashable {
    /// A field of an item that is still being read: its list, its place there, and the field.
    case item(PlanList, Int, String)
    /// Something else of the plan, by its name.
    case plan(String)
    /// A progress check, by its place.
    case check(Int)
    /// A wording of the key, by its place.
    case key(Int)
    case footnote
    case layout(String)
    case furniture
    /// Exactly what stands in a field already.
    case repetition(PlanList, Int, String)
    /// What stands elsewhere in the plan already, or is repeated as a whole.
    case repeated(String)
    case text

    var share: ImportAccount.Share {
        switch self {
        case .item, .plan, .check, .key, .footnote: .field
        case .layout: .layout
        case .furniture: .furniture
        case .repetition, .repeated: .repetition
        case .text: .text
        }
    }
}

/// The words of a document that are still to be taken, and those that were.
///
/// Whoever takes words says so here. What nobody has taken when the piece is done is kept as text, so
/// nothing can be lost by a rule that looks the other way.
struct WordLedger {
    struct Posting {
        var place: WordPlace
        var words: String
        var fate: WordFate
    }

    private(set) var postings: [Posting] = []

    /// Says that words became something.
    ///
    /// - Returns: The number of the posting, so that it can be changed later.
    @discardableResult
    mutating func post(_ words: String, at place: WordPlace, to fate: WordFate) -> Int {
        postings.append(Posting(place: place, words: words, fate: fate))
        return postings.count - 1
    }

    /// Says that words became something else than was said before.
    mutating func change(_ posting: Int, to fate: WordFate) {
        postings[posting].fate = fate
    }

    /// Says that only a part of some words became what was said, and the rest something else.
    mutating func split(_ posting: Int, keeping kept: String, rest: String, to fate: WordFate) {
        postings[posting].words = kept
        postings.append(Posting(place: postings[posting].place, words: rest, fate: fate))
    }
}
