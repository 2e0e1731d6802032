// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Member {
    /// Everything that can be said of a seat.
    public static let table = SubjectTable<Member>([
        Seats.sitsOn.declaration, Seats.role.declaration, Seats.alsoCalled.declaration,
        Seats.agency.declaration, Seats.core.declaration, Seats.votes.declaration,
        Seats.substitutes.declaration, Seats.ended.declaration, Seats.term.declaration,
    ])

    /// The kinds of entry about a seat.
    public enum Seats {
        /// The body or the group on which it is.
        public static let sitsOn = Field<Member, String?>(
            "seat.body-set",
            "sits_on",
            "The body or the group on which the seat is; the committee itself when nobody said.",
            .name,
            at: { $0[$1].bodyID.isEmpty ? nil : $0[$1].bodyID },
            set: { $0.bodyID = $1 ?? "" }
        ).told("seat") { "\($0) is now on “\($1 ?? "the committee")”." }

        /// The name of the role that has it.
        public static let role = Field<Member, String?>(
            "seat.role-set",
            "role",
            "The name of the role that has the seat, never a person's.",
            .name,
            at: { $0[$1].title },
            set: { $0.title = $1 }
        )

        /// Other names of the role.
        public static let alsoCalled = Field<Member, [String]>(
            "seat.role-aliases-set",
            "role_aliases",
            "Other names by which documents mean the role of the seat.",
            .names,
            at: { $0[$1].titleAliases },
            set: { $0.titleAliases = $1 }
        ).told("seat") {
            "\($0) is also known as: \($1.isEmpty ? "nothing else" : $1.joined(separator: ", "))."
        }

        /// The agency for which the role sits.
        public static let agency = Field<Member, String?>(
            "seat.agency-set",
            "agency",
            "The agency for which the role sits.",
            .name,
            at: { $0[$1].agencyID },
            set: { $0.agencyID = $1 }
        ).told("seat") { seat, agency in
            agency.map { "\(seat) is now for “\($0)”." } ?? "\(seat) is for no agency any more."
        }

        /// Whether the body counts on it at each meeting.
        public static let core = Field<Member, Bool>(
            "seat.core-set",
            "core",
            "Whether it is a core seat, which the body expects at each meeting.",
            .truth(unlessSaid: false),
            at: { $0[$1].isCore },
            set: { $0.isCore = $1 }
        ).told("seat") { "\($0) is \($1 ? "now" : "no longer") a core seat." }

        /// Whether it votes.
        public static let votes = Field<Member, Bool>(
            "seat.votes-set",
            "votes",
            "Whether the seat votes.",
            .truth(unlessSaid: true),
            at: { $0[$1].isVoting },
            set: { $0.isVoting = $1 }
        ).told("seat") { $1 ? "\($0) votes now." : "\($0) no longer votes." }

        /// Who may come instead.
        public static let substitutes = Field<Member, [String]>(
            "seat.substitutes-set",
            "substitutes",
            "The roles that may come instead, first the usual one.",
            .names,
            at: { $0[$1].substitutes },
            set: { $0.substitutes = $1 }
        ).told("seat") {
            $1.isEmpty
                ? "\($0) has no substitute any more."
                : "The substitutes of \($0.lowercasedFirst) are now: \($1.joined(separator: ", "))."
        }

        /// The last day on which there is such a seat.
        public static let ended = Field<Member, CivilDate?>(
            "seat.ended-set",
            "ended",
            "The last day on which there is such a seat.",
            .date,
            at: { $0[$1].ended },
            set: { $0.ended = $1 }
        ).told("seat") { seat, day in
            day.map { "\(seat) ends on \($0.formatted("d MMMM yyyy"))." } ?? "\(seat) goes on."
        }

        /// Who holds the seat, from when until when.
        public static let term: Event<Member, Term> = Event(
            "seat.term-set",
            "A term of office: from when until when the seat is held, by whom, and the induction.",
            part: { $0["from"]?.text },
            by: .node("term", { .object(Term.shape.write($0)) }) { (node) throws(JSONError) in
                try Term.shape.type.read(node, JSONPlace(source: "term"))
            }
        ) { seat, term, _ in
            guard let first = term.span.from else {
                return "The term of office has no first day. Give the day under “from”."
            }
            let other = seat.terms.first {
                $0.span.from != first && $0.span.overlaps(term.span)
            }
            if let other {
                return
                    "The seat “\(seat.id)” is held \(other.span.inWords), so another term cannot "
                    + "be \(term.span.inWords). End the earlier term before the later one begins."
            }
            if let day = term.inducted, let until = term.span.until, day > until {
                return "The induction on \(day) is after the term, which ends on \(until). Correct "
                    + "one of the two days."
            }
            seat.take(term)
            return nil
        }.carried { ways in
            ways.request = .by([
                RequestForm("term", schema: Term.schema) { (fields, _) throws(JSONError) in
                    let term = try fields.required("term", as: Term.shape.type)
                    return [RequestedFact(Seats.term.fact(term))]
                }
            ])
            ways.json = .by([
                JSONMember("terms") { seats, place in
                    .array(seats[place].terms.map { .object(Term.shape.write($0)) })
                }
            ])
            ways.columns = .by(Term.columns)
            ways.sentence = .by(
                Sentence { earlier, later, seat in
                    later.terms.filter { !earlier.terms.contains($0) }.map { term in
                        let before = earlier.terms.first { $0.span.from == term.span.from }
                        return ChangeInWords("seat", term.sentence(of: seat, since: before))
                    }
                }
            )
        }
    }
}

extension Member.Term {
    fileprivate static let schema: JSONValue = [
        "type": "object", "required": ["from"],
        "properties": [
            "from": ["type": "string", "format": "date"],
            "until": ["type": "string", "format": "date"], "holder": ["type": "string"],
            "inducted": ["type": "string", "format": "date"],
        ],
    ]

    fileprivate static let columns: [Column<Member>] = [
        Column(
            "term_from",
            "When the last term began, if known.",
            .optionalDate {
                $0[$1].term.from
            }
        ),
        Column(
            "term_until",
            "When the last term ends, if known.",
            .optionalDate {
                $0[$1].term.until
            }
        ),
        Column(
            "holder",
            "Who holds it in the last term: a role, or the host's identifier of a person.",
            .optionalText { $0[$1].terms.last?.holderID }
        ),
        Column(
            "inducted",
            "When the holder of the last term was introduced to the work.",
            .optionalDate { $0[$1].terms.last?.inducted }
        ),
    ]

    fileprivate func sentence(of seat: String, since before: Member.Term?) -> String {
        guard let before else {
            return "\(seat) is held \(span.inWords)\(holderID.map { " by \($0)" } ?? "")."
        }
        if before.span != span { return "\(seat) is now held \(span.inWords)." }
        if before.holderID != holderID { return "\(seat) is now held by \(holderID ?? "nobody")." }
        return inducted.map {
            "The holder of \(seat.lowercasedFirst) was inducted on \($0.inWords)."
        }
            ?? "The induction of the holder of \(seat.lowercasedFirst) was taken back."
    }
}

extension Field where Value: Hashable {
    /// Returns the field with a sentence of its own for what is new.
    ///
    /// - Parameters:
    ///   - kind: What sort of change it is.
    ///   - sentence: Says it, by what the subject is called at the beginning of a sentence.
    /// - Returns: The field.
    func told(_ kind: String, _ sentence: @escaping @Sendable (String, Value) -> String) -> Self {
        let at = at
        return carried { ways in
            ways.sentence = .by(
                Sentence { earlier, later, name in
                    let value = at([later], 0)
                    guard value != at([earlier], 0) else { return [] }
                    return [ChangeInWords(kind, sentence(name, value))]
                }
            )
        }
    }
}
