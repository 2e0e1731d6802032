// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A column of a table of subjects, as scripts and other readers of tables see it.
///
/// A value is read from the subject where it stands in its list, since a copy of a subject costs more
/// than all that is read of it.
public struct Column<Subject: Sendable>: Sendable {
    /// Reads a value of the subject at a place of a list.
    public typealias Reader<Value> = @Sendable ([Subject], Int) -> Value

    /// What the column holds.
    @nonexhaustive
    public enum Values: Sendable {
        /// Texts.
        case text(Reader<String>)
        /// Texts, some of which are absent.
        case optionalText(Reader<String?>)
        /// Whole numbers.
        case integer(Reader<Int>)
        /// Whole numbers, some of which are absent.
        case optionalInteger(Reader<Int?>)
        /// Truth values.
        case bool(Reader<Bool>)
        /// Days.
        case date(Reader<CivilDate>)
        /// Days, some of which are absent.
        case optionalDate(Reader<CivilDate?>)
        /// Lists of texts.
        case texts(Reader<[String]>)
        /// Texts by name.
        case textsByName(Reader<[String: String]>)
    }

    /// The column's name, in small letters with `_` between words.
    public let name: String
    /// What it holds, in one sentence.
    public let summary: String
    /// How its values are read.
    public let values: Values

    /// Creates a column.
    ///
    /// - Parameters:
    ///   - name: Its name, in small letters with `_` between words.
    ///   - summary: What it holds, in one sentence.
    ///   - values: How its values are read.
    public init(_ name: String, _ summary: String, _ values: Values) {
        self.name = name
        self.summary = summary
        self.values = values
    }
}
