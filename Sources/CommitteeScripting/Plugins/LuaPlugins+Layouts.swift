// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

extension LuaPlugins {
    /// Writes what a layout's functions say of a plan: computed columns, and columns and headings that
    /// functions write.
    ///
    /// - Parameters:
    ///   - layout: The layout's identifier.
    ///   - plan: The plan's identifier in the edition.
    ///   - edition: The edition.
    /// - Returns: The text of the cells and headings.
    /// - Throws: `LibraryError` when there is no such layout; ``ScriptFailure`` when its code
    ///   fails; ``ScriptEditionError`` when the edition is too large for a plugin.
    public func computedCells(
        of layout: String,
        plan: String,
        in edition: Edition
    ) async throws -> LayoutCells {
        let asked = try LayoutCall(layout, in: self)
        let functions = asked.layout.functions
        let computed = asked.layout.columns.indices.filter { asked.layout.columns[$0].isComputed }
        guard !computed.isEmpty || !functions.isEmpty else { return LayoutCells() }
        let session = try session(for: edition, about: plan, of: asked.plugin)
        let places =
            computed.map { (path: LayoutCall.path(computed: $0), level: nil as Int?) }
            + functions.map { (asked.path($0, "write"), asked.layout.level(of: $0)) }
        let items = places.map { session.editions[0].handles(of: plan, at: $0.level) }
        let calls = zip(places, items).map { place, items in
            asked.call(place.path, each: items.map { .handle($0.handle) })
        }
        let results = try await run(asked.plugin, calls, session).results
        var cells = LayoutCells()
        for index in places.indices where results.indices.contains(index) {
            var texts: [String: String] = [:]
            for (item, value) in zip(items[index], results[index].items ?? []) {
                guard let text = value.cellText else {
                    throw failure(
                        asked.plugin,
                        calls[index],
                        line: asked.lines[places[index].path],
                        "the function returned \(value.kindInWords) for \(item.id); return a "
                            + "text, a number, a date or nil"
                    )
                }
                texts[item.id] = text
            }
            if index < computed.count {
                cells.columns[computed[index]] = texts
                continue
            }
            switch functions[index - computed.count] {
            case .column(let column): cells.columns[column] = texts
            case .heading(let level): cells.headings[level] = texts
            }
        }
        return cells
    }

    /// Asks a layout's function to read cells or lines; one that fails fails for that cell alone.
    ///
    /// - Parameters:
    ///   - questions: The cells or lines.
    ///   - function: The pair of functions.
    ///   - layout: The layout's identifier.
    /// - Returns: An answer to each question, in their order.
    /// - Throws: `LibraryError` when there is no such layout.
    public func readCells(
        _ questions: [LayoutQuestion],
        with function: LayoutFunction,
        of layout: String
    ) async throws -> [LayoutAnswer] {
        let asked = try LayoutCall(layout, in: self)
        let nothing = Edition(
            of: Record(),
            committee: "",
            name: "",
            asOf: .earliest,
            audience: .public
        )
        let session = try session(for: nothing, about: nil, of: asked.plugin)
        let items = questions.map { question in
            let row = question.row.sorted { $0.key < $1.key }
                .map { ($0.key, ScriptValue.string($0.value.withoutNUL)) }
            return ScriptValue.list([
                .string(question.words.withoutNUL), .map(ScriptMap(row)),
            ])
        }
        return await answers(asked, asked.path(function, "read"), items, session)
    }

    /// Asks a layout's function to write items; one that fails fails for that item alone.
    ///
    /// - Parameters:
    ///   - items: The items' identifiers.
    ///   - function: The pair of functions.
    ///   - layout: The layout's identifier.
    ///   - plan: The plan's identifier in the edition.
    ///   - edition: The edition.
    /// - Returns: An answer for each item, in their order.
    /// - Throws: `LibraryError` when there is no such layout; ``ScriptEditionError`` when the edition
    ///   is too large for a plugin.
    public func writtenCells(
        of items: [String],
        with function: LayoutFunction,
        of layout: String,
        plan: String,
        in edition: Edition
    ) async throws -> [LayoutAnswer] {
        let asked = try LayoutCall(layout, in: self)
        let session = try session(for: edition, about: plan, of: asked.plugin)
        let level = asked.layout.level(of: function)
        let known = Dictionary(
            session.editions[0].handles(of: plan, at: level).map { ($0.id, $0.handle) },
            uniquingKeysWith: { first, _ in first }
        )
        let found = items.map { known[$0] }
        let handles = found.compactMap { $0.map(ScriptValue.handle) }
        var said = await answers(asked, asked.path(function, "write"), handles, session)
            .makeIterator()
        return found.map { $0 == nil ? .failed("there is no such item") : said.next() ?? .nothing }
    }

    // MARK: One by one

    /// How many items may fail before no more are asked.
    private static let mostFailures = 8

    /// Calls a function for each item; a call that fails is told apart from the others.
    private func answers(
        _ asked: LayoutCall,
        _ path: String,
        _ items: [ScriptValue],
        _ session: ReportSession
    ) async -> [LayoutAnswer] {
        var answers: [LayoutAnswer] = []
        var failures = 0
        while answers.count < items.count {
            let rest = Array(items[answers.count...])
            guard failures < Self.mostFailures else {
                let words = "it was not asked, after \(failures) that failed"
                return answers + rest.map { _ in .failed(words) }
            }
            do throws(ScriptFailure) {
                answers += try await said(asked, path, rest, session)
            } catch {
                failures += 1
                guard let place = error.item, rest.indices.contains(place) else {
                    return answers + rest.map { _ in .failed(Self.words(for: error)) }
                }
                // What was said before the failure is lost with its run, so those are asked again.
                let before = Array(rest[..<place])
                do throws(ScriptFailure) {
                    if !before.isEmpty { answers += try await said(asked, path, before, session) }
                    answers += try await said(asked, path, [rest[place]], session)
                } catch {
                    let missing = before.count + 1 - (answers.count - (items.count - rest.count))
                    answers += Array(
                        repeating: .failed(Self.words(for: error)),
                        count: max(1, missing)
                    )
                }
            }
        }
        return answers
    }

    private func said(
        _ asked: LayoutCall,
        _ path: String,
        _ items: [ScriptValue],
        _ session: ReportSession
    ) async throws(ScriptFailure) -> [LayoutAnswer] {
        let outcome = try await run(asked.plugin, [asked.call(path, each: items)], session)
        let values = outcome.results.first?.items ?? []
        return items.indices.map { place in
            guard values.indices.contains(place) else { return .nothing }
            if values[place] == .null { return .nothing }
            guard let text = values[place].cellText else {
                return .failed(
                    "it returned \(values[place].kindInWords); return a text, a number, a date or nil"
                )
            }
            return .words(text)
        }
    }

    /// Why a function failed, with its file and line.
    private static func words(for failure: ScriptFailure) -> String {
        var message = failure.message
        if let end = message.firstIndex(of: "\n") { message = String(message[..<end]) }
        guard let file = failure.file, let line = failure.line else { return message }
        let place = "\(file):\(line)"
        return message.contains(place) ? message : "\(message) (\(place))"
    }

    private func session(
        for edition: Edition,
        about plan: String?,
        of plugin: LoadedPlugin
    ) throws(ScriptEditionError) -> ReportSession {
        try ReportSession(
            ReportSession.Reading(edition, about: plan.map { [.plan($0)] } ?? []),
            of: plugin,
            mediaType: nil,
            schemes: contributions.schemes,
            cache: editions,
            options: options
        )
    }
}

/// A layout of a plugin, and how its functions are called.
struct LayoutCall {
    let plugin: LoadedPlugin
    let layout: Layout
    /// The lines of the layout's functions, by the path to each.
    let lines: [String: Int]
    private let name: String

    init(_ id: String, in plugins: LuaPlugins) throws(LibraryError) {
        let contributions = plugins.contributions
        plugin = try plugins.plugin(of: id, "layout", among: contributions.layouts.map(\.id))
        layout = try contributions.layout(id)
        name = LuaPlugins.name(of: id)
        lines = plugin.functionLines[id] ?? [:]
    }

    /// A call of a function for each item; `read` takes a cell and its row, what writes takes an item.
    func call(_ path: String, each items: [ScriptValue]) -> ScriptCall {
        var call = ScriptCall(
            kind: "layout",
            name: name,
            path: path,
            each: items,
            arguments: [ReportSession.context]
        )
        call.isOfPairs = path.hasSuffix(".read")
        return call
    }

    static func path(computed column: Int) -> String { "columns[\(column + 1)].value" }

    /// The path of a function of a pair.
    func path(_ function: LayoutFunction, _ name: String) -> String {
        switch function {
        case .column(let column): "columns[\(column + 1)].\(name)"
        case .heading(let level):
            // The name of the level as it was written, with its capitals.
            lines.keys.first {
                $0.lowercased() == "headings[\"\(layout.levels[level].singular)\"].\(name)"
            } ?? ""
        }
    }
}

extension ScriptValue {
    /// The value as the text of a cell; nil when it is not one thing to print.
    var cellText: String? {
        switch self {
        case .null: ""
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number):
            String(decoding: JSONValue.number(number).canonicalBytes, as: UTF8.self)
        case .date(let day): CivilDate(dayNumber: Int(day)).formatted("d MMMM yyyy")
        case .bool, .list, .map, .function, .handle: nil
        }
    }
}
#endif
