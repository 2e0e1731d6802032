// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Where the free texts of a payload stand: the members of the payload itself, or of the objects of one
/// of its lists.
struct PayloadTexts: Sendable {
    /// The list; nil for the payload itself.
    var list: String?
    /// The members that are free text.
    var members: [String]

    init(_ members: [String], in list: String? = nil) {
        self.list = list
        self.members = members
    }
}

extension Codec {
    /// A codec of a shape whose free texts are kept erasable beside the entry.
    ///
    /// - Parameters:
    ///   - shape: The shape.
    ///   - texts: Where its free texts stand.
    /// - Returns: The codec.
    static func erasable(_ shape: Shape<Value>, _ texts: [PayloadTexts] = []) -> Codec {
        Codec(
            write: { value in
                var members = shape.write(value)
                var kept: [ErasableText] = []
                for place in texts {
                    members.change(place) { part, ending in
                        for name in place.members {
                            guard let text = part[name]?.text else { continue }
                            kept.append(ErasableText(name + ending, text))
                            part[name] = ErasableText.reference(to: name + ending)
                        }
                    }
                }
                return Recorded(members, texts: kept)
            },
            read: { (payload) throws(PayloadError) in
                var members = payload.members
                for place in texts {
                    members.change(place) { part, _ in
                        for name in place.members where part[name]?.isNull == true {
                            part[name] = .string(Prose.erased.markup)
                        }
                    }
                }
                // A member that a later version adds is left alone.
                let known = JSONObject(
                    members.filter { shape.names.contains($0.key) }.map { ($0.key, $0.value) }
                )
                do throws(JSONError) {
                    let fields = try JSONFields(
                        JSONNode(.object(known), line: 1),
                        in: "payload",
                        known: shape.names
                    )
                    return try shape.read(fields)
                } catch {
                    throw PayloadError(error.message)
                }
            }
        )
    }
}

extension JSONObject {
    /// Changes each object in which texts stand; the endings tell them apart.
    fileprivate mutating func change(
        _ place: PayloadTexts,
        _ body: (inout JSONObject, String) -> Void
    ) {
        guard let list = place.list else { return body(&self, "") }
        guard let elements = self[list]?.elements, !elements.isEmpty else { return }
        let mark = list.prefix(1)
        self[list] = .array(
            elements.enumerated().map { number, element in
                guard var part = element.members else { return element }
                body(&part, "-\(mark)\(number + 1)")
                return .object(part)
            }
        )
    }
}
