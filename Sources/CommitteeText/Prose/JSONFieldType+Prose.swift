// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What people write in files, beyond the values of JSON itself.

extension JSONFieldType where Value == String {
    /// A text that is not blank.
    public static var name: Self {
        JSONFieldType<String>.text.checked("a text that is not empty") {
            $0.trimmingSpace.isEmpty ? nil : $0
        }
    }
}

extension JSONFieldType where Value == Prose {
    /// Text with light markup.
    public static var prose: Self {
        JSONFieldType<String>.text.checked("a text") { Prose(markup: $0) }
    }
}

extension JSONFieldType where Value == Bool {
    /// The truth value `true` alone.
    public static var yes: Self {
        JSONFieldType<Bool>.bool.checked("true (leave it out otherwise)") { $0 ? true : nil }
    }
}

extension JSONFieldType {
    /// A value of another kind, or null for none.
    ///
    /// - Parameter wrapped: The kind.
    /// - Returns: The kind of values that may be null.
    public static func orNull<Wrapped>(_ wrapped: JSONFieldType<Wrapped>) -> Self
    where Value == Wrapped? {
        Self("\(wrapped.expected), or null for none") { (node, place) throws(JSONError) in
            if case .null = node.content { return nil }
            return try wrapped.read(node, place)
        }
    }
}
