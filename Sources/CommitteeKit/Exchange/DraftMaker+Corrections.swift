// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension DraftMaker {
    /// The entry of a sequence; throws when the journal has none.
    func entry(_ sequence: Int, _ change: RequestedChange) throws(JSONError) -> Entry {
        if let entry = entries.first(where: { $0.sequence == sequence }) { return entry }
        throw change.error(
            JournalRules.noSuchEntry(sequence, last: entries.last?.sequence ?? 0).message
        )
    }

    /// Makes the correction of an entry.
    mutating func correct(
        _ entry: Entry,
        _ change: RequestedChange
    ) throws(JSONError) {
        if let about = change.about, about != entry.subject {
            throw change.error(
                "entry \(entry.sequence) is about \(entry.subject), not about \(about). Name what it is about."
            )
        }
        guard change.aspects.count == 1, let named = change.aspects.first else {
            throw change.error(
                "entry \(entry.sequence) says one thing (\(entry.kind)), so its correction must say "
                    + "one thing too. Make a change for each of the others."
            )
        }
        let standing = standing(entry)
        var payload: JSONValue
        var texts: [ErasableText] = []
        switch named.aspect {
        case .payload(_, _, let value): payload = value
        case .externalID, .asked:
            throw change.error(
                "“\(named.name)” cannot correct an entry. Void the entry, and record what is right "
                    + "in a change of its own."
            )
        case .fact(let asked):
            let draft = try typed(asked.fact, entry, named, change)
            payload = draft.payload
            texts = draft.texts
            for name in asked.leavesOpen { payload.keep(name, of: standing.payload) }
        }
        var date = change.effective ?? standing.effective
        if case .fact(let asked) = named.aspect, let own = asked.on { date = own.date }
        drafts.append(
            .correcting(
                entry,
                payload: payload,
                texts: texts,
                effective: date,
                by: change.by ?? file.by,
                reason: change.reason ?? file.reason ?? ""
            )
        )
    }

    /// What an entry says now, after the last correction of it that was not voided.
    private func standing(_ entry: Entry) -> (payload: JSONValue, effective: CivilDate) {
        func isAbout(_ sequence: Int, _ other: Entry) -> Bool {
            other.payload["entry"]?.wholeNumber == sequence
        }
        let last = entries.last { $0.kind == .corrected && isAbout(entry.sequence, $0) }
        guard let last, let payload = last.payload["payload"],
            !entries.contains(where: { $0.kind == .voided && isAbout(last.sequence, $0) })
        else { return (entry.payload, entry.effective) }
        return (payload, last.effective)
    }

    /// The draft of a fact that stands in for what an entry said.
    private mutating func typed(
        _ fact: Change.Fact,
        _ entry: Entry,
        _ named: NamedAspect,
        _ change: RequestedChange
    ) throws(JSONError) -> EntryDraft {
        var right = try checked(fact, named, entry.subject, change)
        if change.about != nil { right = completed(right, entry.subject) }
        let typed = Change(entry.subject, right)
        guard typed.kind == entry.kind else {
            throw change.error(
                "entry \(entry.sequence) is of the kind “\(entry.kind)”, but “\(named.name)” says "
                    + "“\(typed.kind)”. Correct it with what it said, or void it."
            )
        }
        return typed.draft(effective: entry.effective, by: file.by)
    }
}

extension JSONValue {
    /// Takes over a member of another object.
    fileprivate mutating func keep(_ name: String, of other: JSONValue) {
        guard case .object(var members) = self, let value = other[name] else { return }
        members[name] = value
        self = .object(members)
    }
}
