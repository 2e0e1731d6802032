// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a body may do: its purpose, its tasks and how far its decisions reach.
public struct Remit: Hashable, Sendable {
    /// Why the body exists, in words.
    public var purpose: String
    /// The tasks that it has been given, each in words.
    public var tasks: [String]
    /// The matters on which the body itself decides; on all others it recommends.
    public var decides: [String]
    /// When the remit was agreed.
    public var agreed: CivilDate?
    /// The body that agreed it, by its identifier.
    public var agreedByBodyID: String?

    /// Creates a remit.
    ///
    /// - Parameters:
    ///   - purpose: Why the body exists, in words.
    ///   - tasks: The tasks that it has been given.
    ///   - decides: The matters on which the body itself decides.
    ///   - agreed: When the remit was agreed.
    ///   - agreedByBodyID: The body that agreed it.
    public init(
        purpose: String,
        tasks: [String] = [],
        decides: [String] = [],
        agreed: CivilDate? = nil,
        agreedByBodyID: String? = nil
    ) {
        self.purpose = purpose
        self.tasks = tasks
        self.decides = decides
        self.agreed = agreed
        self.agreedByBodyID = agreedByBodyID
    }
}
