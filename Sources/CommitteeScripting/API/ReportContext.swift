// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Answers the functions of `ctx`.
struct ReportContext {
    let values: ReportValues
    let calendar: WorkingCalendar
    /// How risks moved, when there is an earlier edition to compare with.
    let movements: RiskMovements?
    private var random: UInt64

    init(
        values: ReportValues,
        calendar: WorkingCalendar,
        seed: UInt64,
        movements: RiskMovements? = nil
    ) {
        self.values = values
        self.calendar = calendar
        self.movements = movements
        random = seed
    }

    mutating func answer(
        _ function: String,
        _ arguments: [ScriptValue]
    ) throws(ScriptRefusal) -> ScriptValue {
        let call = ScriptArguments("ctx.\(function)", arguments)
        switch function {
        case "working_days":
            try call.check(2...2)
            return .integer(
                Int64(calendar.workingDays(from: try call.date(0), to: try call.date(1)))
            )
        case "add_working_days":
            try call.check(2...2)
            let days = try call.integer(1, -100_000...100_000)
            let date = calendar.adding(workingDays: days, to: try call.date(0))
            return .date(Int32(clamping: date.dayNumber))
        case "random":
            try call.check(1...1)
            return .integer(Int64(1 + next() % UInt64(try call.integer(0, 1...1_000_000_000))))
        case "status":
            try call.check(1...1)
            return try status(call)
        case "group":
            try call.check(2...2)
            return try group(call)
        case "count":
            try call.check(2...2)
            return try count(call)
        case "movement":
            try call.check(0...2)
            guard let movements else {
                throw ScriptRefusal(
                    "ctx.movement compares two editions, and there is no earlier one. Ask ctx.since "
                        + "first."
                )
            }
            return try movements.answer(call, risks: values.editions.map(\.risks))
        default: throw ScriptRefusal("ctx.\(function) is not answered in this run")
        }
    }

    /// The next number of SplitMix64 (Steele, Lea and Flood, 2014).
    private mutating func next() -> UInt64 {
        random &+= 0x9E37_79B9_7F4A_7C15
        var number = random
        number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
        number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
        return number ^ (number >> 31)
    }

    private func status(_ call: ScriptArguments) throws(ScriptRefusal) -> ScriptValue {
        guard let item = values.item(call[0]) else { throw call.expected("an item", 0) }
        guard let status = item.status else { return .string("") }
        return .map(
            ScriptMap([
                (
                    "status",
                    .map(
                        ScriptMap([
                            ("letter", .string(status.letter)), ("word", .string(status.word)),
                            ("colour", .string(status.colour?.rawValue ?? "")),
                        ])
                    )
                )
            ])
        )
    }

    // MARK: Groups

    private func group(_ call: ScriptArguments) throws(ScriptRefusal) -> ScriptValue {
        let (order, members) = try grouped(call)
        return .list(
            order.map { key in
                let items = members[key] ?? []
                return .map(
                    ScriptMap([
                        ("key", key), ("items", .list(items)),
                        ("count", .integer(Int64(items.count))),
                    ])
                )
            }
        )
    }

    /// How many records have each value, by the value's words.
    private func count(_ call: ScriptArguments) throws(ScriptRefusal) -> ScriptValue {
        let (order, members) = try grouped(call)
        return .map(
            ScriptMap(
                order.map { key in
                    (words(key), ScriptValue.integer(Int64(members[key]?.count ?? 0)))
                }
            )
        )
    }

    private func words(_ key: ScriptValue) -> String {
        switch key {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .bool(let truth): truth ? "true" : "false"
        case .date(let day): CivilDate(dayNumber: Int(day)).description
        default: ""
        }
    }

    /// Groups by a field, or by what a function gave for each record.
    private func grouped(
        _ call: ScriptArguments
    ) throws(ScriptRefusal) -> (order: [ScriptValue], members: [ScriptValue: [ScriptValue]]) {
        guard let list = values.list(call[0]) else { throw call.expected("a list", 0) }
        var found: [ScriptValue] = []
        if let given = values.list(call[1]) {
            guard given.count == list.count else {
                throw call.expected("a field or a function", 1)
            }
            found = given
        } else {
            let path = try call.text(1).split(separator: ".").map(String.init)
            for value in list { found.append(try field(path[...], of: value, call)) }
        }
        var order: [ScriptValue] = []
        var members: [ScriptValue: [ScriptValue]] = [:]
        for (value, found) in zip(list, found) {
            for key in keys(found) {
                if members[key] == nil { order.append(key) }
                members[key, default: []].append(value)
            }
        }
        return (order, members)
    }

    /// A field with several texts puts its item into several groups; one with none into "".
    private func keys(_ value: ScriptValue) -> [ScriptValue] {
        if value == .null { return [.string("")] }
        guard let list = values.list(value) else { return [value] }
        if list.isEmpty { return [.string("")] }
        var keys: [ScriptValue] = []
        for key in list where !keys.contains(key) { keys.append(key) }
        return keys
    }

    private func field(
        _ path: ArraySlice<String>,
        of value: ScriptValue,
        _ call: ScriptArguments
    ) throws(ScriptRefusal) -> ScriptValue {
        guard let name = path.first else { return value }
        if value == .null { return .null }
        guard case .handle(let handle) = value, let edition = values.edition(handle) else {
            guard let map = value.map else { throw call.expected("a list of records", 0) }
            return try field(path.dropFirst(), of: map[name] ?? .null, call)
        }
        guard let found = edition.field(name, of: handle) else {
            let known = edition.fieldNames(of: handle)
            let closest = ClosestName.closest(to: name, in: known).map { "; did you mean '\($0)'?" }
            let all = "; there are \(known.sorted().joined(separator: ", "))"
            throw ScriptRefusal("\(call.name): '\(name)' is not a field\(closest ?? all)")
        }
        return try field(path.dropFirst(), of: found, call)
    }
}
#endif
