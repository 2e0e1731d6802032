// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

/// What the tests of one plugin gave.
public struct PluginTestReport: Hashable, Sendable {
    /// One test, or a file of tests that could not be run.
    public struct Result: Hashable, Sendable {
        /// The file, such as `tests/late.lua`.
        public var file: String
        /// The line on which the test is declared; nil for a file that could not be run.
        public var line: Int?
        /// The name of the test; empty for a file that could not be run.
        public var name: String
        /// What went wrong first, with file and line; nil for a test that passed.
        public var failure: String?
        /// The units of work that the test used, with all the reports that it asked for.
        public var fuel: UInt64
        /// How many things the test compared.
        public var comparisons: Int
        /// What the test and what it asked for logged.
        public var log: String

        /// Whether the test passed.
        public var hasPassed: Bool { failure == nil }
    }

    /// The plugin's identifier.
    public var plugin: String
    /// The tests, in the order of their files and lines.
    public var results: [Result]
    /// The golden files that were recorded, by their names in the plugin's folder.
    ///
    /// It is empty unless recording was asked for; whoever asked writes them.
    public var recorded: [String: [UInt8]]

    /// The tests that failed.
    public var failures: [Result] { results.filter { !$0.hasPassed } }
    /// Whether no test failed.
    public var hasPassed: Bool { failures.isEmpty }
}
#endif
