// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// A setting that a plugin offers to its host, as its manifest declares it.
public struct PluginSetting: Hashable, Sendable {
    /// What a setting holds.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A text.
        case text
        /// A whole number.
        case integer
        /// A number, whole or not.
        case number
        /// True or false.
        case boolean
        /// A day, written as `2026-10-31`.
        case date

        /// What a value of this kind is called in messages.
        var words: String {
            switch self {
            case .text: "a text"
            case .integer: "a whole number"
            case .number: "a number"
            case .boolean: "true or false"
            case .date: "a day such as 2026-10-31"
            }
        }
    }

    /// The name by which Lua reads it: `ctx.settings.NAME`.
    public var name: String
    /// What it holds.
    public var kind: Kind
    /// The value when the host gives none.
    public var defaultValue: JSONValue
    /// The smallest number that it may be.
    public var minimum: Double?
    /// The greatest number that it may be.
    public var maximum: Double?
    /// What it is for.
    public var summary: String

    /// Says what is wrong with a value for this setting.
    ///
    /// - Parameter value: The value.
    /// - Returns: What is wrong, or nil when the value will do.
    public func problem(with value: JSONValue) -> String? {
        let fits =
            switch kind {
            case .text: value.text != nil
            case .integer: value.wholeNumber != nil
            case .number: value.quantity != nil
            case .boolean: value.truth != nil
            case .date: value.text.flatMap { CivilDate(iso: $0) } != nil
            }
        guard fits else { return "expected \(kind.words), found \(value.kindInWords)." }
        guard kind == .integer || kind == .number, let quantity = value.quantity else { return nil }
        if let minimum, quantity < minimum {
            return "\(Self.shown(quantity)) is less than \(Self.shown(minimum)), the least that it "
                + "may be."
        }
        if let maximum, quantity > maximum {
            return "\(Self.shown(quantity)) is more than \(Self.shown(maximum)), the most that it "
                + "may be."
        }
        return nil
    }

    private static func shown(_ number: Double) -> String {
        Int(exactly: number).map { String($0) } ?? String(number)
    }
}

extension JSONFieldType where Value == (String) -> PluginSetting {
    /// A setting that waits for its name.
    static var setting: Self {
        Self("an object") { (node, place) throws(JSONError) in
            let fields = try JSONFields(
                node,
                at: place,
                known: ["type", "default", "min", "max", "doc"]
            )
            let names = PluginSetting.Kind.allCases.map(\.rawValue)
            let type = try fields.required("type", as: .one(of: names))
            let kind = PluginSetting.Kind(rawValue: type) ?? .text
            let isNumber = kind == .integer || kind == .number
            for bound in ["min", "max"] where fields.has(bound) && !isNumber {
                throw fields.error("only a number has a “\(bound)”. Take it out.", at: bound)
            }
            let setting = PluginSetting(
                name: "",
                kind: kind,
                defaultValue: try fields.required("default", as: .value),
                minimum: try fields.optional("min", as: .number),
                maximum: try fields.optional("max", as: .number),
                summary: try fields.required("doc", as: .text)
            )
            if let minimum = setting.minimum, let maximum = setting.maximum, minimum > maximum {
                throw fields.error("“min” is greater than “max”. Swap them.", at: "min")
            }
            if let problem = setting.problem(with: setting.defaultValue) {
                throw fields.error(problem, at: "default")
            }
            return { name in
                var setting = setting
                setting.name = name
                return setting
            }
        }
    }
}
#endif
