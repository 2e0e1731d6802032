// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// What every journal store must do, as claims that can be checked one by one.
///
/// It needs no testing framework: a claim that does not hold throws a ``ContractViolation``.
///
/// ```swift
/// let contract = JournalStoreContract { context in InMemoryJournal(context: context) }
///
/// @Test(arguments: JournalStoreContract.Claim.all)
/// func keepsTheContract(_ claim: JournalStoreContract.Claim) async throws {
///     try await contract.check(claim)
/// }
/// ```
public struct JournalStoreContract: Sendable {
    /// Makes a store without committees; it is called anew for every claim.
    public typealias Factory = @Sendable (JournalContext) async throws -> any JournalStore

    /// One thing that every store must do.
    public struct Claim: Sendable, CustomStringConvertible {
        /// The claim, in words.
        public let name: String
        let check: @Sendable (ContractCheck) async throws -> Void

        init(_ name: String, _ check: @escaping @Sendable (ContractCheck) async throws -> Void) {
            self.name = name
            self.check = check
        }

        /// The claim, in words.
        public var description: String { name }
    }

    private let makeStore: Factory

    /// Creates a contract for the stores that a closure makes.
    ///
    /// - Parameter makeStore: Makes a store without committees.
    public init(_ makeStore: @escaping Factory) { self.makeStore = makeStore }

    /// Checks one claim on a new store.
    ///
    /// - Parameter claim: The claim, from ``Claim/all``.
    /// - Throws: ``ContractViolation`` when it does not hold, or what making the store throws.
    public func check(_ claim: Claim) async throws {
        let clock = ManualClock(
            startingAt: RecordedInstant(milliseconds: 1_700_000_000_000),
            step: 1000
        )
        let bytes = RepeatableBytes(seed: 1)
        let context = JournalContext(
            now: { clock.now() },
            randomBytes: { bytes.next($0) },
            digest: .testing
        )
        let check = ContractCheck(
            claim: claim.name,
            store: try await makeStore(context),
            clock: clock,
            digest: context.digest
        )
        do {
            try await claim.check(check)
        } catch let error as JournalError {
            throw ContractViolation(
                claim: claim.name,
                message: "unexpected error \(error.code): \(error.message)",
                location: error.location
            )
        }
    }

    /// Checks every claim, each on a new store.
    ///
    /// - Throws: ``ContractViolation`` for the first claim that does not hold.
    public func run() async throws {
        for claim in Claim.all { try await check(claim) }
    }
}

/// The store under a claim, and ways to say what must hold.
struct ContractCheck: Sendable {
    let claim: String
    let store: any JournalStore
    let clock: ManualClock
    let digest: Digest

    /// The committee that most claims use.
    let committee: CommitteeID = "north-cpc"

    func expect(
        _ holds: Bool,
        _ message: @autoclosure () -> String,
        file: StaticString = #fileID,
        line: UInt = #line
    ) throws {
        guard !holds else { return }
        throw ContractViolation(claim: claim, message: message(), location: "\(file):\(line)")
    }

    func expectEqual<Value: Equatable>(
        _ found: Value,
        _ expected: Value,
        _ what: String,
        file: StaticString = #fileID,
        line: UInt = #line
    ) throws {
        try expect(
            found == expected,
            "\(what): expected \(expected), found \(found).",
            file: file,
            line: line
        )
    }

    /// Expects an error with a code, and returns it.
    @discardableResult
    func expectError(
        _ code: JournalError.Code,
        file: StaticString = #fileID,
        line: UInt = #line,
        from body: () async throws -> Void
    ) async throws -> JournalError {
        let expected: String
        do {
            try await body()
            expected = "expected the error \(code), but nothing was thrown."
        } catch let error as JournalError {
            if error.code == code { return error }
            expected = "expected the error \(code), found \(error.code): \(error.message)"
        }
        throw ContractViolation(claim: claim, message: expected, location: "\(file):\(line)")
    }

    func start() async throws {
        try await store.createCommittee(committee, name: "North Child Protection Committee")
    }

    func draft(_ id: String = "1", status: String = "G", note: String? = nil) -> EntryDraft {
        var payload: JSONObject = ["status": .string(status)]
        if note != nil { payload["note"] = ErasableText.reference(to: "note") }
        return EntryDraft(
            subject: SubjectReference(kind: "action", id: id),
            kind: "action.progress-reported",
            payload: .object(payload),
            texts: note.map { [ErasableText("note", $0)] } ?? [],
            effective: CivilDate(2023, 10, 31),
            by: "coordinator"
        )
    }
}
