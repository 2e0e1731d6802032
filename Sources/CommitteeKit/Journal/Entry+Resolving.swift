// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A place in a payload whose text was erased.
public struct PayloadGap: Hashable, Sendable {
    /// The path to the place, such as `progress[2].text`; elements are counted from zero.
    public let path: String
    /// The name of the text that stood there.
    public let name: String
    /// Who erased it, when and why; `nil` when the entry has no text of that name at all.
    public let erasure: Erasure?

    /// Creates a gap.
    public init(path: String, name: String, erasure: Erasure?) {
        self.path = path
        self.name = name
        self.erasure = erasure
    }
}

/// A payload with its erasable texts put in their places.
public struct ResolvedPayload: Hashable, Sendable {
    /// The payload; `null` stands where a text was erased.
    public let value: JSONValue
    /// The places at which a text was erased, in the order of the payload.
    public let gaps: [PayloadGap]

    /// Creates a resolved payload.
    public init(value: JSONValue, gaps: [PayloadGap]) {
        self.value = value
        self.gaps = gaps
    }
}

extension Entry {
    /// The payload with its erasable texts in their places, and the gaps where they were erased.
    ///
    /// - Complexity: O(*n*) in the size of the payload.
    public var resolvedPayload: ResolvedPayload {
        var gaps: [PayloadGap] = []
        let value = resolve(payload, path: "", gaps: &gaps)
        return ResolvedPayload(value: value, gaps: gaps)
    }

    private func resolve(_ value: JSONValue, path: String, gaps: inout [PayloadGap]) -> JSONValue {
        if let name = value.textReference {
            let text = text(named: name)
            if let kept = text?.text { return .string(kept) }
            gaps.append(PayloadGap(path: path, name: name, erasure: text?.erasure))
            return .null
        }
        switch value {
        case .array(let elements):
            var resolved: [JSONValue] = []
            for (position, element) in elements.enumerated() {
                resolved.append(resolve(element, path: "\(path)[\(position)]", gaps: &gaps))
            }
            return .array(resolved)
        case .object(let members):
            var resolved: [(String, JSONValue)] = []
            for member in members {
                let inner = path.isEmpty ? member.key : "\(path).\(member.key)"
                resolved.append((member.key, resolve(member.value, path: inner, gaps: &gaps)))
            }
            return .object(JSONObject(resolved))
        default: return value
        }
    }
}
