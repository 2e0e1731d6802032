// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// What one plugin contributes, read from what its `main.lua` declared.
struct PluginDeclarations: Sendable {
    /// The names of the declaration functions.
    static let kinds = [
        "layout", "report", "status_scheme", "reminder", "timescale_words", "risk_scale",
        "risk_workflow", "risk_escalation", "learning_review_pack",
        "quality_framework",
    ]

    let plugin: String
    private let data: [ScriptFile]
    var layouts: [Layout] = []
    var registerLayouts: [RegisterLayout] = []
    var schemes: [StatusScheme] = []
    var reports: [DeclaredReport] = []
    var rules: [ReminderRule] = []
    var vocabulary: TimescaleVocabulary?
    var scales: [DeclaredRiskScale] = []
    var packs: [LearningReviewGuidance] = []
    var frameworks: [QualityFramework] = []
    var workflows: [DeclaredRiskWorkflow] = []
    var escalations: [DeclaredEscalation] = []
    /// The lines at which the functions of layouts are defined, by layout and path.
    var functionLines: [String: [String: Int]] = [:]
    /// The lines at which the functions of reminder rules are defined.
    var ruleLines: [String: Int] = [:]
    /// Each contribution as its kind and name.
    var names: [String] = []
    /// What is wrong with any of them.
    var errors: [JSONError] = []

    /// Reads what a plugin declared, and goes on after a mistake to find all of them.
    ///
    /// The data are the files of the plugin that a declaration may name.
    init(plugin: String, _ declarations: [ScriptDeclaration], data: [ScriptFile]) {
        self.plugin = plugin
        self.data = data
        var lines: [String: (kind: String, line: Int)] = [:]
        for declaration in declarations {
            let isShown = declaration.kind == "layout" || declaration.kind == "report"
            do throws(JSONError) {
                if isShown, let first = lines[declaration.name], first.kind != declaration.kind {
                    throw error(
                        "the \(declaration.kind) “\(declaration.name)” has the name of the "
                            + "\(first.kind) at line \(first.line). Name one of them otherwise.",
                        declaration
                    )
                }
                if isShown { lines[declaration.name] = (declaration.kind, declaration.line) }
                try add(declaration)
                names.append("\(declaration.kind) \(declaration.name)")
            } catch {
                var seen = Set(error.all)
                errors += error.all
                errors += furtherErrors(declaration, after: error).filter {
                    seen.insert($0).inserted
                }
            }
        }
    }

    /// The most mistakes of one declaration that are looked for one after the other.
    private static let mostMistakes = 20
    /// The most elements of a list that are tried one by one.
    private static let mostElements = 60

    /// Reads a declaration again and again, without what was wrong, to find what else is.
    private func furtherErrors(
        _ declaration: ScriptDeclaration,
        after first: JSONError
    ) -> [JSONError] {
        var found = errorsOfSteps(declaration, besides: first)
        var declaration = declaration
        var last = first
        var takenOut: Set<String> = []
        while found.count < Self.mostMistakes, let map = declaration.value.map,
            let name = Self.member(at: last, among: map.entries.map(\.name))
        {
            found += errorsOfParts(name, in: declaration, map, besides: last)
            var rest = map.entries.filter { $0.name != name }.map { ($0.name, $0.value) }
            let kept = readable(map[name]?.items ?? [], as: name, in: declaration, map)
            if !kept.isEmpty { rest.append((name, .list(kept))) }
            takenOut.formUnion(Self.names(in: map[name]).subtracting(Self.names(in: .list(kept))))
            declaration.value = .map(ScriptMap(items: map.items, rest))
            var probe = self
            do throws(JSONError) {
                try probe.add(declaration)
                return found
            } catch {
                // What an error says of the whole may come of what was taken out.
                guard error != last, Self.member(at: error, among: rest.map(\.0)) != nil else {
                    return found
                }
                // One mistake is told once: what it took out is not missed elsewhere.
                found += error.all.filter { error in
                    !takenOut.contains { error.message.contains("“\($0)”") }
                }
                last = error
            }
        }
        return found
    }

    /// The names of the elements of a list, such as those of states and steps.
    private static func names(in list: ScriptValue?) -> Set<String> {
        Set((list?.items ?? []).compactMap { $0.items?.first?.string })
    }

    /// What else is wrong in the parts of a table with names, such as `headings`, each tried by itself.
    private func errorsOfParts(
        _ name: String,
        in declaration: ScriptDeclaration,
        _ map: ScriptMap,
        besides first: JSONError
    ) -> [JSONError] {
        guard case .map(let parts)? = map[name], parts.items.isEmpty, parts.entries.count > 1 else {
            return []
        }
        let others = map.entries.filter { $0.name != name }.map { ($0.name, $0.value) }
        return parts.entries.prefix(Self.mostElements).flatMap { part -> [JSONError] in
            let alone = ScriptValue.map(ScriptMap([(part.name, part.value)]))
            let value = ScriptMap(items: map.items, others + [(name, alone)])
            return errors(declaration, of: .map(value)).filter { error in
                // What is missing may be what was taken out.
                let isTakenOut = parts.entries.contains { other in
                    other.name != part.name && error.message.contains("“\(other.name)”")
                        && error.message.contains("is missing")
                }
                return error != first && error.message.hasPrefix("\(name)") && !isTakenOut
            }
        }
    }

    /// What else is wrong in the steps of a declaration, which have no names, each tried by itself.
    private func errorsOfSteps(
        _ declaration: ScriptDeclaration,
        besides first: JSONError
    ) -> [JSONError] {
        guard let map = declaration.value.map, map.items.count > 1,
            first.message.first.map({ $0 == "[" || $0.isNumber }) ?? false
        else { return [] }
        let entries = map.entries.map { ($0.name, $0.value) }
        return map.items.prefix(Self.mostElements).enumerated().flatMap { place, item in
            let found = errors(declaration, of: .map(ScriptMap(items: [item], entries)))
            return found.compactMap { error -> JSONError? in
                var error = error
                // Alone, each is the first.
                for (mark, end) in [("1", "."), ("1", ":"), ("[1", "]")]
                where error.message.hasPrefix(mark + end) {
                    let start = mark.dropLast() + "\(place + 1)"
                    error = JSONError(
                        .content,
                        start + String(error.message.dropFirst(mark.count)),
                        source: error.source,
                        line: error.line,
                        column: error.column
                    )
                    return error == first ? nil : error
                }
                return nil
            }
        }
    }

    /// What is wrong with a declaration when it has another value.
    private func errors(_ declaration: ScriptDeclaration, of value: ScriptValue) -> [JSONError] {
        var tried = declaration
        tried.value = value
        var probe = self
        do throws(JSONError) {
            try probe.add(tried)
            return []
        } catch {
            return error.all
        }
    }

    /// The elements of a list in which nothing is wrong, if they are fewer than all.
    private func readable(
        _ elements: [ScriptValue],
        as name: String,
        in declaration: ScriptDeclaration,
        _ map: ScriptMap
    ) -> [ScriptValue] {
        let others = map.entries.filter { $0.name != name }.map { ($0.name, $0.value) }
        let kept = elements.prefix(Self.mostElements).filter { element in
            var tried = declaration
            tried.value = .map(ScriptMap(items: map.items, others + [(name, .list([element]))]))
            var probe = self
            do throws(JSONError) {
                try probe.add(tried)
                return true
            } catch {
                return Self.member(at: error, among: [name]) == nil
            }
        }
        return kept.count < elements.count ? kept : []
    }

    /// The member of a declaration of which an error speaks.
    private static func member(at error: JSONError, among names: [String]) -> String? {
        let message = Substring(error.message)
        let named = names.first { name in
            message.hasPrefix(name)
                && [".", "[", ":"].contains(message.dropFirst(name.count).prefix(1))
        }
        return named
            ?? names.first { message.hasPrefix("“\($0)” is not a name that is known here") }
    }

    private mutating func add(_ declaration: ScriptDeclaration) throws(JSONError) {
        let id = "\(plugin)/\(declaration.name)"
        let source = "\(plugin)/\(declaration.file)"
        guard PluginManifest.isIdentifier(declaration.name) else {
            throw error(
                "“\(declaration.name)” is no name for a \(declaration.kind). Use small letters, "
                    + "digits and hyphens, such as \"action-list\".",
                declaration
            )
        }
        switch declaration.kind {
        case "report":
            return reports.append(try DeclaredReport(declaration, id: id, source: source))
        case "risk_scale": return try add(scale: declaration)
        case "learning_review_pack":
            return packs.append(
                try LearningReviewGuidance(declaration, plugin: plugin, data: data)
            )
        case "quality_framework":
            return frameworks.append(
                try QualityFramework(declaration, plugin: plugin, data: data)
            )
        case "risk_workflow":
            return workflows.append(try DeclaredRiskWorkflow(declaration, plugin: plugin))
        case "risk_escalation":
            return escalations.append(try DeclaredEscalation(declaration, id: id, source: source))
        default: break
        }
        let node = JSONNode(declaration.value.json(), line: declaration.line)
        switch declaration.kind {
        case "layout" where try RegisterLayout.isDeclared(by: node, source: source):
            registerLayouts.append(try RegisterLayout(declaration: node, id: id, source: source))
        case "layout":
            let layout = try Layout(declaration: node, id: id, source: source)
            functionLines[id] = try lines(ofFunctionsOf: layout, declaration)
            layouts.append(layout)
        case "status_scheme":
            schemes.append(try StatusScheme(declaration: node, id: id, source: source))
        case "timescale_words":
            let words = try TimescaleVocabulary(declaration: node, source: source)
            vocabulary = vocabulary.map { $0.merging(words) } ?? words
        case "reminder":
            rules.append(try ReminderRule(declaration: node, id: id, source: source))
            if case .function(let line)? = declaration.value["compute"] { ruleLines[id] = line }
        default: break
        }
    }

    private mutating func add(scale declaration: ScriptDeclaration) throws(JSONError) {
        let own = try DeclaredRiskScale(declaration, plugin: plugin, data: data)
        guard PluginManifest.isIdentifier(own.scale.id) else {
            throw error(
                "“\(own.scale.id)” is no name for a risk_scale. Use small letters, digits and hyphens, "
                    + "such as \"five-by-five\".",
                declaration
            )
        }
        guard !scales.contains(where: { $0.scale.reference == own.scale.reference }) else {
            throw error(
                "the scale \(own.scale.reference) is declared twice. Give one of them another version.",
                declaration
            )
        }
        scales.append(own)
    }

    private func error(_ message: String, _ declaration: ScriptDeclaration) -> JSONError {
        JSONError(
            .content,
            message,
            source: "\(plugin)/\(declaration.file)",
            line: declaration.line,
            column: 1
        )
    }

    /// The lines of a layout's functions, by the path to each.
    private func lines(
        ofFunctionsOf layout: Layout,
        _ declaration: ScriptDeclaration
    ) throws(JSONError) -> [String: Int] {
        var lines: [String: Int] = [:]
        func find(_ path: String, _ value: ScriptValue?, _ form: String) throws(JSONError) {
            guard case .function(let line)? = value else {
                throw error("\(path): expected \(form) … end.", declaration)
            }
            lines[path] = line
        }
        for (index, column) in layout.columns.enumerated() {
            let value = declaration.value["columns"]?.items?[index]
            let path = "columns[\(index + 1)]"
            if column.isComputed {
                try find("\(path).value", value?["value"], "function(action, ctx)")
            }
            if column.hasFunctions {
                try find("\(path).read", value?["read"], "function(cell, row)")
                try find("\(path).write", value?["write"], "function(item)")
            }
        }
        for entry in declaration.value["headings"]?.map?.entries ?? [] {
            let (name, value) = (entry.name, entry.value)
            let level = layout.levels.firstIndex { $0.singular == name.lowercased() }
            guard let level, layout.headings[level]?.hasFunctions ?? false else { continue }
            try find("headings[\"\(name)\"].read", value["read"], "function(line)")
            try find("headings[\"\(name)\"].write", value["write"], "function(item)")
        }
        return lines
    }
}

/// A report in code, as a plugin declared it.
struct DeclaredReport: Sendable {
    var summary: ReportSummary
    /// The path to the function: empty when the body is the function.
    var path: String
    /// The line at which the function is defined, or the report named.
    var line: Int
    /// The report of the library for which the name stands, when it has no function.
    var builtIn: BuiltInReport?
    /// What is made of which list, when the report is declared and has no function.
    var list: ListReport?

    /// What Lua is told of: `edition.plan` and `edition.register`.
    private static let subjects: [SubjectKind] = ["plan", "risk-register"]

    init(_ declaration: ScriptDeclaration, id: String, source: String) throws(JSONError) {
        let words = declaration.name.split(separator: "-").joined(separator: " ")
        let title = words.prefix(1).uppercased() + words.dropFirst()
        if case .function(let line) = declaration.value {
            self.line = line
            path = ""
            summary = ReportSummary(id: id, title: title, subjects: Self.subjects)
            return
        }
        let fields = try JSONFields(
            JSONNode(declaration.value.json(), line: declaration.line),
            in: source,
            known: ["title", "media_type", "extension", "compares", "run", "built_in", "parts"]
                + ListReport.names
        )
        if !fields.has("run"), !fields.has("built_in"),
            ListReport.names.contains(where: fields.has) || fields.has("parts")
        {
            if let other = ["media_type", "extension", "compares"].first(where: fields.has) {
                throw fields.error(
                    "a report that is declared is a document, so it has no “\(other)”. Take it out.",
                    at: other
                )
            }
            let list = try ListReport(fields, title: title)
            self.list = list
            line = declaration.line
            path = ""
            summary = ReportSummary(
                id: id,
                title: try fields.optional("title", as: .text) ?? title,
                subjects: Self.subjects
            )
            return
        }
        if let other = (["parts"] + ListReport.names).first(where: fields.has) {
            throw fields.error(
                "“\(other)” belongs to a report that is declared, which has neither run nor built_in. "
                    + "Keep one of the two.",
                at: other
            )
        }
        if fields.has("built_in") {
            let name = try fields.required(
                "built_in",
                as: .one(of: BuiltInReport.all.map(\.id))
            )
            if let other = ["run", "media_type", "extension", "compares"].first(where: fields.has) {
                throw fields.error(
                    "a report that is built in has no “\(other)”. Keep one of the two.",
                    at: other
                )
            }
            let found = BuiltInReport.all.first { $0.id == name }
            builtIn = found
            line = declaration.line
            path = ""
            summary = ReportSummary(
                id: id,
                title: try fields.optional("title", as: .text) ?? title,
                subjects: found?.subjects ?? []
            )
            summary.isForItsReader = found?.isForItsReader ?? false
            return
        }
        guard case .function(let line)? = declaration.value["run"] else {
            throw fields.error(
                "the report “\(declaration.name)” has no run = function(edition, doc, ctx) … end, "
                    + "and no list = \"plan.actions\" of which it is made."
            )
        }
        self.line = line
        path = "run"
        summary = ReportSummary(
            id: id,
            title: try fields.optional("title", as: .text) ?? title,
            subjects: Self.subjects,
            mediaType: try fields.optional("media_type", as: .text),
            fileExtension: try fields.optional("extension", as: .text)
        )
        summary.comparesDays = try fields.optional("compares", as: .bool) ?? false
        guard summary.mediaType != nil || summary.fileExtension == nil else {
            throw fields.error(
                "only a report with a media_type has an extension of its own.",
                at: "extension"
            )
        }
        let parts = summary.mediaType?.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.map({ $0.count == 2 && $0.allSatisfy { !$0.isEmpty } }) ?? true else {
            throw fields.error("write a media type such as \"text/csv\".", at: "media_type")
        }
        if let ending = summary.fileExtension {
            let isPlain = ending.utf8.allSatisfy {
                (48...57).contains($0) || (97...122).contains($0)
            }
            guard isPlain, (1...12).contains(ending.utf8.count) else {
                throw fields.error(
                    "write an extension of small letters and digits, such as \"csv\".",
                    at: "extension"
                )
            }
        }
    }
}
#endif
