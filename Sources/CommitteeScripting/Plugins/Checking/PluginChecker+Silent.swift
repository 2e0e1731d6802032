// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// What a declaration says and nothing would ever tell of: it is read, and does nothing or the wrong
/// thing.
extension PluginChecker {
    /// Tells of columns that hold one field, of templates that match nothing, and of lists that are
    /// not there.
    mutating func checkLayouts(
        of declared: PluginDeclarations,
        _ declarations: [ScriptDeclaration],
        _ schemes: [StatusScheme]
    ) {
        for layout in declared.layouts {
            let place = declarations.first { declaration in
                declaration.kind == "layout" && declaration.name == LuaPlugins.name(of: layout.id)
            }
            for words in sameFields(layout.columns, "columns") + deadTemplates(of: layout)
                + unknownLists(of: layout) + unknownCompletion(of: layout, schemes)
                + misspeltFacts(of: layout) + misspeltGaps(of: layout)
            {
                add(place?.file ?? "main.lua", place?.line, words, .warning)
            }
        }
    }

    private func sameFields(_ columns: [LayoutColumn], _ name: String) -> [String] {
        var seen: [String: LayoutColumn] = [:]
        var found: [String] = []
        for column in columns
        where !column.isComputed && column.tick == nil && !column.isEach && column.due == nil {
            for gap in column.cell.gaps {
                guard let first = seen[gap] else {
                    seen[gap] = column
                    continue
                }
                guard first.header != column.header || first.cell != column.cell else { continue }
                found.append(
                    "\(name): “\(first.header)” and “\(column.header)” both hold “\(gap)”, so what is "
                        + "read from one takes the place of the other. Give one of them a field of its "
                        + "own, such as local.name."
                )
            }
        }
        return found
    }

    private func unknownLists(of layout: Layout) -> [String] {
        let known = layout.lists.map { "list.\($0.name)" }
        return (layout.checks?.columns ?? []).flatMap { column in
            column.cell.gaps.filter { $0.hasPrefix("list.") && !known.contains($0) }.map { gap in
                "checks: the column “\(column.header)” holds “\(gap)”, and the layout has no such list. "
                    + ClosestName.suggestion(for: gap, in: known)
            }
        }
    }

    /// Words for completion that are no status of the key, or one of which the key says something else.
    private func unknownCompletion(of layout: Layout, _ schemes: [StatusScheme]) -> [String] {
        guard let words = layout.completion, words.field == "status",
            let scheme = schemes.first(where: { $0.id == layout.scheme })
        else { return [] }
        let known = scheme.keys.flatMap { [$0.letter, $0.word] }
        var found: [String] = []
        for (name, list) in [("completed", words.completed), ("ongoing", words.ongoing)] {
            for said in list {
                guard let key = scheme.key(reading: said) else {
                    found.append(
                        "completion.\(name): “\(said)” is no status of “\(scheme.id)”, so no cell with a "
                            + "status of the key says it. \(ClosestName.suggestion(for: said, in: known))"
                    )
                    continue
                }
                guard (key.meaning == .completed) != (name == "completed") else { continue }
                found.append(
                    "completion.\(name): “\(said)” is “\(key.word)” in “\(scheme.id)”, which means "
                        + "\(key.meaning). Correct the word, or “means” in the key."
                )
            }
        }
        return found
    }

    /// Facts that nearly have one of the names by which the program knows what they say.
    private func misspeltFacts(of layout: Layout) -> [String] {
        let known = ["published", "approved", "progress", "draft"]
        return layout.facts.compactMap { fact in
            guard !known.contains(fact.name),
                let closest = ClosestName.closest(to: fact.name, in: known)
            else { return nil }
            return
                "facts: “\(fact.name)” is a fact of your own, which dates nothing. Did you mean “\(closest)”?"
        }
    }

    /// Gaps of the title, and of facts, that nearly have a name by which a gap takes only what looks like one.
    private func misspeltGaps(of layout: Layout) -> [String] {
        let known = ["period", "date", "number"]
        return ([("title", layout.title)] + layout.facts.map { ("facts", $0.template) }).flatMap {
            (name, template) in
            template.gaps.compactMap { gap in
                guard !known.contains(gap), let closest = ClosestName.closest(to: gap, in: known)
                else { return nil }
                return
                    "\(name): “{\(gap)}” takes any words, and is no \(closest). Did you mean “{\(closest)}”?"
            }
        }
    }

    /// Tells of columns of the committee's own that are read by a name that no layout of the plugin gives.
    ///
    /// A plugin without layouts reads what those of others keep, so nothing can be said of it.
    mutating func checkLocalFields(of declared: PluginDeclarations, _ names: [String: LuaNames]) {
        guard !declared.layouts.isEmpty || !declared.registerLayouts.isEmpty else { return }
        let known = Set(names.values.flatMap(\.localNames).map(\.name)).sorted()
        func isKnown(_ name: String) -> Bool {
            // A cell with several activities, and a year, give a column of the layout an ending.
            known.contains { name == $0 || name.hasPrefix("\($0)_") }
        }
        for (file, names) in names.sorted(by: { $0.key < $1.key }) {
            var seen: Set<String> = []
            for use in names.localFields
            where !isKnown(use.name) && seen.insert(use.name).inserted {
                add(
                    file,
                    use.line,
                    "local_fields.\(use.name): no layout of the plugin reads “local.\(use.name)”, so it is never "
                        + "set. \(ClosestName.suggestion(for: use.name, in: known))",
                    .warning
                )
            }
        }
    }

    // MARK: Reminders

    /// Tells of reminders to names that nearly are, or are taken for, the word for the leads.
    mutating func checkAddressees(_ declarations: [ScriptDeclaration]) {
        for rule in declarations where rule.kind == "reminder" {
            guard let to = rule.value["to"] else { continue }
            for name in to.items?.compactMap(\.string) ?? [to.string].compactMap(\.self) {
                let word = name.lowercased()
                guard word != ReminderRule.lead, word != ReminderRule.returner,
                    ["owner", "owners", "risk owner"].contains(word)
                        || ClosestName.closest(
                            to: word,
                            in: [ReminderRule.lead, ReminderRule.returner]
                        ) != nil
                else { continue }
                add(
                    rule.file,
                    rule.line,
                    "to: “\(name)” is taken for the name of a role. Write \"lead\" for whoever answers for the "
                        + "matter, of an action or of a risk.",
                    .warning
                )
            }
        }
    }

    // MARK: Templates

    private func deadTemplates(of layout: Layout) -> [String] {
        var templates: [(String, Template)] = [("title", layout.title)]
        for (level, heading) in layout.headings.sorted(by: { $0.key < $1.key })
        where !heading.hasFunctions {
            let name = layout.levels.indices.contains(level) ? layout.levels[level].singular : ""
            templates.append(("headings.\(name)", heading.template))
            templates += heading.lines.map { ("headings.\(name)", $0) }
        }
        for column in layout.columns where !column.isComputed && !column.hasFunctions {
            templates.append(("columns", column.cell))
        }
        templates += layout.facts.map { ("facts", $0.template) }
        return templates.compactMap { name, template in
            guard !Self.matchesItself(template) else { return nil }
            return
                "\(name): “\(template)” can never be read: a gap takes all that stands before the next "
                + "words, and nothing is left for the gap behind it. Put words or a mark between the "
                + "two, as in {number}: {text}."
        }
    }

    /// What gaps are filled with to see whether a template reads what it writes.
    private static let samples: [[String: String]] = [
        ["number": "1.2", "date": "1 March 2026", "period": "1 March 2026 – 31 May 2026"],
        ["number": "3", "date": "March 2026", "period": "2026–2027", "": "Review"],
    ]

    /// Whether a template reads anything of what it writes.
    static func matchesItself(_ template: Template) -> Bool {
        samples.contains { sample in
            let text = template.filled { filling($0, sample) }
            // A document may have a space where the template has none.
            let spaced = template.parts.map { part in
                switch part {
                case .words(let words): words
                case .gap(let gap): filling(gap, sample) + " "
                }
            }
            return template.match(text, whole: true) != nil
                || template.match(spaced.joined(), whole: true) != nil
        }
    }

    private static func filling(_ gap: String, _ sample: [String: String]) -> String {
        let name = gap.split(separator: ".").last.map(String.init) ?? gap
        return sample[name] ?? sample[""] ?? "Review the pathway"
    }

    // MARK: Schemes

    /// Tells of colours that no page shows, of schemes that no layout names, and of those that a layout
    /// names and that there are not, whether the declarations can be read or not.
    mutating func checkSchemes(_ schemes: [StatusScheme], _ declarations: [ScriptDeclaration]) {
        let layouts = declarations.filter { $0.kind == "layout" && $0.value["about"] == nil }
        let own = declarations.filter { $0.kind == "status_scheme" }
        let others = schemes.map(\.id).filter { !$0.hasPrefix("\(id)/") }
        let known = others + own.map { "\(id)/\($0.name)" }
        var named: Set<String> = []
        for layout in layouts {
            guard let name = layout.value["scheme"]?.string else { continue }
            let scheme = name.contains("/") ? name : "\(id)/\(name)"
            named.insert(scheme)
            guard !known.contains(scheme) else { continue }
            add(
                layout.file,
                layout.line,
                "scheme: there is no status scheme “\(scheme)”. "
                    + ClosestName.suggestion(for: scheme, in: known)
            )
        }
        for scheme in own {
            checkColours(of: scheme)
            guard !layouts.isEmpty, !named.contains("\(id)/\(scheme.name)") else { continue }
            add(
                scheme.file,
                scheme.line,
                "no layout of the plugin names this scheme. Write scheme = \"\(scheme.name)\" in the "
                    + "layout, or take the scheme out.",
                .warning
            )
        }
    }

    private mutating func checkColours(of scheme: ScriptDeclaration) {
        let keys = scheme.value["keys"]?.items ?? scheme.value.items ?? []
        for (position, key) in keys.enumerated() {
            guard let colour = key["colour"]?.string, !colour.isEmpty,
                StatusColour(name: colour) == nil
            else { continue }
            add(
                scheme.file,
                scheme.line,
                "[\(position + 1)].colour: “\(colour)” is not a colour that is known here, so the status "
                    + "is printed without one. "
                    + ClosestName.suggestion(for: colour, in: StatusColour.allCases.map(\.rawValue)),
                .warning
            )
        }
    }
}
#endif
