// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What is said of functions and reporting lines, which are recorded as whole lists.
extension StructureReader {
    mutating func takeFunctions(_ parts: [Said]) {
        var functions = now.profile.functions
        var line: Int?
        for part in parts where !part.values.isEmpty {
            line = line ?? part.values.first?.values.line
            if isTakenOut(part) {
                functions.removeAll { $0.id == part.id }
                continue
            }
            var function =
                functions.first { $0.id == part.id } ?? Function(id: part.id, title: part.id)
            for (aspect, values) in part.values {
                switch aspect {
                case .name where !values.words.isEmpty: function.title = values.words
                case .words: function.words = values.words
                case .source, .edition: Self.take(aspect, values.words, into: &function.source)
                default: continue
                }
            }
            if let place = functions.firstIndex(where: { $0.id == part.id }) {
                functions[place] = function
            } else {
                functions.append(function)
            }
        }
        guard let line, functions != now.profile.functions else { return }
        add(.committee, .functionsSet(functions), at: line)
    }

    mutating func takeLines(_ parts: [Said]) {
        let old = now.profile.reportingLines
        var kept: [ReportingLine?] = old
        var added: [ReportingLine] = []
        var first: Int?
        for part in parts where !part.values.isEmpty {
            let place = Int(part.id).map { $0 - 1 }.flatMap { old.indices.contains($0) ? $0 : nil }
            let isKnown = part.now != nil
            if isTakenOut(part) {
                if isKnown, let place { kept[place] = nil }
                first = first ?? part.line
                continue
            }
            var line =
                (isKnown ? place.flatMap { kept[$0] } : nil)
                ?? ReportingLine(fromBodyID: "", toBodyID: "", what: "")
            guard take(part, into: &line) else { continue }
            guard !line.fromBodyID.isEmpty, !line.toBodyID.isEmpty, !line.what.isEmpty else {
                note(
                    part.line,
                    "incomplete",
                    "The reporting line [\(part.id)] needs a “from:”, a “to:” and, after the brackets, "
                        + "what is reported."
                )
                continue
            }
            first = first ?? part.line
            if isKnown, let place {
                kept[place] = line
            } else if !old.contains(line) {
                added.append(line)
            }
        }
        let lines = kept.compactMap(\.self) + added
        guard let first, lines != old else { return }
        add(.committee, .reportingLinesSet(lines), at: first)
    }

    private mutating func take(_ part: Said, into line: inout ReportingLine) -> Bool {
        for (aspect, values) in part.values {
            switch aspect {
            case .name where !values.words.isEmpty: line.what = values.words
            case .from, .to:
                guard let id = resolved(values[0], { $0.place(called:on:) }) else { return false }
                if aspect == .from { line.fromBodyID = id } else { line.toBodyID = id }
            case .when: line.timescale = values.words
            case .trigger: line.cadence = values.words
            case .source, .edition: Self.take(aspect, values.words, into: &line.source)
            default: continue
            }
        }
        return true
    }

    private mutating func isTakenOut(_ part: Said) -> Bool {
        guard let value = part.first(.takenOut) else { return false }
        if SheetText.plain(value.words).lowercased() == "yes" { return true }
        note(
            value.line,
            "neither-yes-nor-no",
            "To take [\(part.id)] out, write “taken out: yes”; else leave the line out."
        )
        return false
    }

    private static func take(_ aspect: SheetAspect, _ words: String, into source: inout Citation?) {
        var citation = source ?? Citation(title: "")
        if aspect == .source { citation.title = words } else { citation.edition = words }
        source = citation.title.isEmpty ? nil : citation
    }
}

/// Reads days, spans, terms and lives as a sheet writes them.
enum SheetWords {
    /// Why words are no term of office.
    struct Mistake: Error {
        var message: String
    }

    /// A day such as `31 March 2027` or `2027-03-31`; nothing that leaves a part of it open.
    static func day(_ words: String) -> CivilDate? {
        let plain = SheetText.plain(words).lowercased()
        if let day = CivilDate(iso: plain) { return day }
        let parts = plain.split(separator: " ").map(String.init)
        guard parts.count == 3, let year = Int(parts[2]), parts[2].count == 4,
            let month = months.firstIndex(where: { $0 == parts[1] || $0.prefix(3) == parts[1] })
        else { return nil }
        var number = parts[0]
        for ending in ["st", "nd", "rd", "th"] where number.hasSuffix(ending) {
            number.removeLast(2)
        }
        return Int(number).flatMap { CivilDate(year: year, month: month + 1, day: $0) }
    }

    private static let months: [String] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// A span such as `from 1 April 2026 to 31 March 2027`.
    static func span(_ words: String) -> CivilSpan? {
        let plain = SheetText.plain(words)
        let lower = plain.lowercased()
        if lower == "all the time" { return .always }
        if lower.hasPrefix("until ") {
            return day(String(plain.dropFirst(6))).map { CivilSpan(...$0) }
        }
        let rest = lower.hasPrefix("from ") ? String(lower.dropFirst(5)) : lower
        for joint in [" to ", " until ", " - "] {
            guard let place = range(of: joint, in: rest) else { continue }
            guard let from = day(String(rest[..<place.lowerBound])),
                let until = day(String(rest[place.upperBound...]))
            else { return nil }
            return CivilSpan(from: from, until: until)
        }
        guard lower.hasPrefix("from ") else { return nil }
        return day(rest).map { CivilSpan($0...) }
    }

    private static func range(of joint: String, in words: String) -> Range<String.Index>? {
        var start = words.startIndex
        while start < words.endIndex {
            if words[start...].hasPrefix(joint) {
                return start..<words.index(start, offsetBy: joint.count)
            }
            start = words.index(after: start)
        }
        return nil
    }

    /// A life such as `standing`, or `short-life from 1 April 2026 to 31 March 2027`.
    static func lifetime(_ words: String) -> GroupLifetime? {
        let plain = SheetText.plain(words).lowercased()
        for (kind, isShort) in [("standing", false), ("short-life", true), ("short life", true)]
        where plain.hasPrefix(kind) {
            let rest = String(plain.dropFirst(kind.count)).trimmingSpace
            if rest.isEmpty { return GroupLifetime(.always, isShort: isShort) }
            return span(rest).map { GroupLifetime($0, isShort: isShort) }
        }
        return nil
    }

    /// A term such as `from 1 April 2026 to 31 March 2029; held by p-17; inducted 3 May 2026`.
    static func term(_ words: String) -> Result<Member.Term, Mistake> {
        let parts = words.split(separator: ";").map { String($0).trimmingSpace }
        guard let first = parts.first, let span = span(first), span.from != nil else {
            return .failure(
                Mistake(
                    message:
                        "“\(parts.first ?? words)” does not say from when until when the seat is "
                        + "held. Write from 1 April 2026 to 31 March 2029, or from 1 April 2026."
                )
            )
        }
        var term = Member.Term(span)
        for part in parts.dropFirst() {
            let lower = part.lowercased()
            if lower.hasPrefix("held by ") {
                term.holderID = String(part.dropFirst(8)).trimmingSpace
            } else if lower.hasPrefix("inducted "), let day = day(String(part.dropFirst(9))) {
                term.inducted = day
            } else {
                return .failure(
                    Mistake(
                        message:
                            "“\(part)” is not said of a term. Write held by and the identifier that "
                            + "your own system has, or inducted and the day."
                    )
                )
            }
        }
        return .success(term)
    }
}
