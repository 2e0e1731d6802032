// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension FigureRegister {
    /// What came of asking whether figures may be published.
    enum PublishingVerdict {
        /// They may, so.
        case safe(FigurePublication)
        /// They may not; each line says why, for the committee.
        case refused([String])
    }

    /// Returns what would be published for an audience: every newest value that it has not got yet.
    ///
    /// - Parameters:
    ///   - audience: The audience.
    ///   - ids: The indicators; all of which the audience may know when nil.
    /// - Returns: The figures, with all their numbers and nothing hidden.
    func unpublished(for audience: Audience, of ids: [String]? = nil) -> [PublishedFigure] {
        var last: [String: [FigurePlace: PublishedFigure]] = [:]
        for publication in publications where publication.audience <= audience {
            for figure in publication.figures {
                last[figure.indicator, default: [:]][figure.place] = figure.bare
            }
        }
        return indicators.flatMap { indicator -> [PublishedFigure] in
            guard indicator.audience <= audience, indicator.countsFor > audience,
                ids?.contains(indicator.id) ?? true
            else { return [] }
            return indicator.current.compactMap { value in
                let figure = PublishedFigure(
                    indicator.id,
                    value.place,
                    count: value.count,
                    outOf: value.outOf
                )
                return last[indicator.id]?[value.place] == figure ? nil : figure
            }
        }
    }

    /// Hides what must be hidden of figures that are to be published, or says why they cannot be.
    ///
    /// Readers are taken in turn, from those who have the most counts as they are: what must be hidden from them
    /// stays hidden from the others.
    ///
    /// - Parameters:
    ///   - figures: The figures, with all their numbers.
    ///   - audience: The audience for which they are.
    /// - Returns: The publication, or why there is none.
    func publishing(_ figures: [PublishedFigure], for audience: Audience) -> PublishingVerdict {
        if !figures.isEmpty, let sum = undeclaredSum(for: audience) { return .refused([sum]) }
        let limits = Set(indicators.map(\.countsFor)).filter { $0 > audience }
        // The narrowest circle that does not read the counts of some indicator as they are.
        let readers = limits.compactMap { limit in Audience.allCases.last { $0 < limit } }
            .sorted(by: >)
        var mustHide: Set<String> = []
        var result: FigurePublication?
        for reader in readers.isEmpty ? [audience] : readers {
            do throws(SuppressionError) {
                var pool = try FigurePool(self, mustHide: mustHide) {
                    $0.countsFor <= reader && $0.audience <= reader
                }
                try pool.propose(figures)
                switch pool.together.suppressed(by: rules) {
                case .refused(let refusals):
                    return .refused(
                        refusals.map { refusal in
                            "\(pool.labels[refusal.name] ?? refusal.name) is small and could be worked "
                                + "out or nearly so, even with everything hidden that can be. Leave an "
                                + "indicator out, or put small areas together."
                        }
                    )
                case .safe(let tables):
                    mustHide.formUnion(tables.hidden.keys)
                    result = publication(figures, audience, pool, tables)
                }
            } catch {
                return .refused([error.message])
            }
        }
        return .safe(result ?? FigurePublication(for: audience, by: rules, []))
    }

    private func publication(
        _ figures: [PublishedFigure],
        _ audience: Audience,
        _ pool: FigurePool,
        _ tables: SafeTables
    ) -> FigurePublication {
        func judged(_ figure: PublishedFigure) -> PublishedFigure {
            var figure = figure
            let names = pool.names(figure)
            var reasons: [String] = []
            func judge(_ part: PublishedFigure.Part, _ name: String) {
                guard tables[name] == nil else { return }
                figure.hides.append(part)
                reasons.append(Self.reason(tables.hidden[name], pool))
            }
            judge(.count, names.count)
            if let name = names.outOf { judge(.outOf, name) }
            figure.why = reasons.joined(separator: " ")
            return figure
        }
        var published = figures.map(judged)
        // What an earlier publication hid and this one gives away is shown from now on.
        let released = Set(tables.released)
        var seen = Set(published.map(\.bare))
        for earlier in publications.flatMap(\.figures) where !earlier.hides.isEmpty {
            let names = pool.names(earlier)
            guard released.contains(names.count) || names.outOf.map(released.contains) ?? false,
                indicators.contains(where: { $0.id == earlier.indicator && $0.audience <= audience }
                ),
                seen.insert(earlier.bare).inserted
            else { continue }
            published.append(judged(earlier.bare))
        }
        return FigurePublication(for: audience, by: rules, published)
    }

    private static func reason(_ reason: HiddenReason?, _ pool: FigurePool) -> String {
        switch reason {
        case .protects(let name)?: "It would give away “\(pool.labels[name] ?? name)”."
        case let reason?: reason.description
        case nil: "It is not printed."
        }
    }
}

extension PublishedFigure {
    /// The figure with its numbers alone, whatever was hidden of it.
    var bare: PublishedFigure {
        var figure = self
        (figure.hides, figure.why) = ([], "")
        return figure
    }
}
