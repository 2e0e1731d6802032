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
        _ declarations: [ScriptDeclaration]
    ) {
        for layout in declared.layouts {
            let place = declarations.first { declaration in
                declaration.kind == "layout" && declaration.name == LuaPlugins.name(of: layout.id)
            }
            for words in sameFields(layout.columns, "columns") + deadTemplates(of: layout)
                + unknownLists(of: layout)
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
            let text = template.filled { gap in
                let name = gap.split(separator: ".").last.map(String.init) ?? gap
                return sample[name] ?? sample[""] ?? "Review the pathway"
            }
            return template.match(text, whole: true) != nil
        }
    }

    // MARK: Schemes

    /// Tells of colours that no page shows, and of schemes that no layout names.
    mutating func checkSchemes(
        of declared: PluginDeclarations,
        _ declarations: [ScriptDeclaration]
    ) {
        let named = Set(declared.layouts.compactMap(\.scheme))
        for scheme in declared.schemes {
            let name = LuaPlugins.name(of: scheme.id)
            let place = declarations.first { $0.kind == "status_scheme" && $0.name == name }
            for (position, key) in scheme.keys.enumerated()
            where !key.colour.isEmpty && StatusColour(name: key.colour) == nil {
                add(
                    place?.file ?? "main.lua",
                    place?.line,
                    "[\(position + 1)].colour: “\(key.colour)” is not a colour that is known here, so "
                        + "the status is printed without one. "
                        + ClosestName.suggestion(
                            for: key.colour,
                            in: StatusColour.allCases.map(\.rawValue)
                        ),
                    .warning
                )
            }
            guard !declared.layouts.isEmpty, !named.contains(scheme.id) else { continue }
            add(
                place?.file ?? "main.lua",
                place?.line,
                "no layout of the plugin names this scheme. Write scheme = \"\(name)\" in the layout, or "
                    + "take the scheme out.",
                .warning
            )
        }
    }
}
#endif
