// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What may not be said of figures once some were published: it would give a hidden number away.

extension FigureRegister {
    /// Says of an indicator whose counts readers put together as something else than the record knows.
    ///
    /// - Parameter audience: The audience for which figures are to be published.
    /// - Returns: What is everywhere a sum of others and nobody said so, and what to do; nil when there is none.
    /// - Complexity: O(*k*² × *n*) for *k* indicators and *n* values of each.
    func undeclaredSum(for audience: Audience) -> String? {
        let known = indicators.filter { $0.audience <= audience }
        let told = Set(
            known.filter { !$0.sumOf.isEmpty || $0.outOf != nil }.flatMap {
                [$0.id] + $0.sumOf + [$0.outOf].compactMap(\.self)
            }
        )
        let rows = known.flatMap { indicator in
            indicator.current.compactMap { value in
                value.count.map { (indicator.id, "\(value.place.period)\n\(value.area ?? "")", $0) }
            }
        }
        if let found = SumFinder(rows).sum(apart: told) {
            let parts = found.parts.map { "--sum-of \($0)" }.joined(separator: " ")
            return
                "“\(found.whole)” is everywhere the sum of \(found.parts.joined(separator: ", ")), so what is "
                + "hidden of one could be worked out from the others. Say so: committee dataset change "
                + "\(found.whole) \(parts)."
        }
        if let copy = copiedCounts(among: known) { return copy }
        for indicator in known where indicator.areas.count > 2 {
            let rows = indicator.current.compactMap { value in
                value.area.flatMap { area in value.count.map { (area, "\(value.place.period)", $0) }
                }
            }
            guard let found = SumFinder(rows).sum(apart: [], allAlone: true) else { continue }
            return
                "The area “\(found.whole)” of “\(indicator.id)” is everywhere the sum of the others, so what is hidden "
                + "of one could be worked out from them. Record its counts without an area: they stand for all areas."
        }
        return nil
    }

    /// Says which indicator has everywhere the counts of another one, of some of its areas, or of the rest of them.
    ///
    /// - Complexity: O(*k*² × 2^*a* × *n*) for *k* indicators, *a* areas of one and *n* periods; most are told apart by the
    ///   first period. Indicators with more than ten areas are looked at area by area.
    private func copiedCounts(among known: [Indicator]) -> String? {
        for indicator in known {
            for (area, own) in indicator.series where own.count > 2 && Set(own.values).count > 1 {
                let name = area.isEmpty ? "“\(indicator.id)”" : "“\(indicator.id)”, \(area),"
                for other in known where other.id != indicator.id {
                    guard let areas = other.areas(addingUpTo: own) else { continue }
                    let what = areas == [""] ? "" : ", \(areas.joined(separator: " and ")),"
                    return
                        "\(name) has everywhere the counts of “\(other.id)”\(what) so what is hidden of one would be "
                        + "shown by the other. Publish one of them."
                }
            }
        }
        return nil
    }

    /// Which hidden numbers readers of an audience can work out by now, in words; none when they are safe.
    func givenAway(to audience: Audience) -> [String] {
        if case .refused(let reasons) = publishing([], for: audience) { reasons } else { [] }
    }

    /// Why entries may not be recorded after what was published; nil when they may.
    ///
    /// - Parameter later: The figures with the entries.
    /// - Returns: The reason, and what to do.
    func refusal(of later: FigureRegister) -> String? {
        guard Array(later.publications.prefix(publications.count)) == publications else {
            return
                "What was published is with its readers, so a publication is neither taken back nor corrected. Correct "
                + "the values, and publish what is right now."
        }
        let published = Set(publications.flatMap(\.figures).map(\.indicator))
        for before in indicators where published.contains(before.id) {
            guard let after = later.indicators.first(where: { $0.id == before.id }),
                let what = before.loosened(in: after)
            else { continue }
            return
                "Figures of “\(before.id)” were published \(what), and readers go on putting them together so. Leave "
                + "that as it is, or add another indicator for what is counted otherwise."
        }
        for after in later.indicators {
            guard let before = indicators.first(where: { $0.id == after.id }) else { continue }
            let reader = publications.filter { $0.audience < before.countsFor }.last {
                publication in
                after.countsFor <= publication.audience
                    && publication.figures.contains {
                        $0.indicator == after.id && !$0.hides.isEmpty
                    }
            }
            guard let reader else { continue }
            return
                "Numbers of “\(after.id)” were hidden from “\(reader.audience.rawValue)”, and its counts as they are "
                + "would show them. Leave its counts for “\(before.countsFor.rawValue)”, and publish what may be shown."
        }
        for audience in [Audience.public, .partners] {
            guard let first = later.givenAway(to: audience).first, givenAway(to: audience).isEmpty
            else {
                continue
            }
            return
                "With this, readers for “\(audience.rawValue)” could work out what was hidden from them. \(first)"
        }
        return nil
    }
}

extension Indicator {
    /// Its newest counts by area, the whole under no name, and by period.
    fileprivate var series: [(area: String, counts: [FigurePeriod: Int])] {
        Dictionary(grouping: current) { $0.area ?? "" }.mapValues { values in
            Dictionary(values.compactMap { value in value.count.map { (value.place.period, $0) } })
            {
                $1
            }
        }.sorted { $0.key < $1.key }.map { (area: $0.key, counts: $0.value) }
    }

    /// The areas whose counts add up to some counts in each of their periods; the whole is `""`.
    fileprivate func areas(addingUpTo counts: [FigurePeriod: Int]) -> [String]? {
        let all = series
        if all.contains(where: { $0.area.isEmpty && $0.counts == counts }), outOf == nil {
            return [""]
        }
        let parts = all.filter { part in
            !part.area.isEmpty && counts.keys.allSatisfy { part.counts[$0] != nil }
        }
        let choices = parts.count <= 10 ? (1 << parts.count) - 1 : 0
        for choice in stride(from: 1, to: choices, by: 1) {
            let chosen = parts.indices.filter { choice >> $0 & 1 == 1 }
            let isSum = counts.allSatisfy { period, count in
                chosen.reduce(0) { $0 + (parts[$1].counts[period] ?? 0) } == count
            }
            if isSum { return chosen.map { parts[$0].area } }
        }
        guard choices == 0 else { return nil }
        return parts.first { part in counts.allSatisfy { part.counts[$0] == $1 } }.map { [$0.area] }
    }

    /// How readers put its figures together before that they would not be known to do now, in words.
    fileprivate func loosened(in after: Indicator) -> String? {
        if addsUpOverTime, !after.addsUpOverTime { return "as adding up over time" }
        if areasAddUp, !areas.isEmpty, !after.areasAddUp { return "with areas that add up" }
        if !Set(areas).isSubset(of: after.areas) { return "for \(areas.joined(separator: ", "))" }
        if !Set(sumOf).isSubset(of: after.sumOf) {
            return "as the sum of \(sumOf.joined(separator: ", "))"
        }
        if let outOf, after.outOf != outOf { return "as a part of “\(outOf)”" }
        return nil
    }
}

extension Indicator {
    /// Whether entries of a kind say a value, a question or an answer, and nothing of how counts belong together.
    static func isSaidOfValues(_ kind: EntryKind) -> Bool {
        [
            Entries.valuesSet.declared.kind, Entries.questionAsked.declared.kind,
            Entries.questionAnswered.declared.kind,
        ].contains(kind)
    }
}

extension FigureRegister {
    /// The kind of entry by which figures are published.
    static var publishedKind: EntryKind { published.declared.kind }
}

extension EntryDraft {
    /// Whether it says something of figures that may change what readers can work out.
    var concernsPublishedFigures: Bool {
        (subject.kind == "indicator" || subject.kind == "figures")
            && kind != FigureRegister.publishedKind
    }
}
