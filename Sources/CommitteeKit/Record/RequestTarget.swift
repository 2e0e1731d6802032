// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something of which a change in a file of changes can speak, and how it is written.
///
/// ```swift
/// RequestTarget("policy", noun: "a policy", members: Policy.table.requestNames) {
///     (fields, reading) throws(JSONError) in
///     RequestedSubject(
///         SubjectReference(kind: "policy", id: try fields.required("policy", as: .name)),
///         try Policy.table.requested(fields, &reading))
/// }
/// ```
public struct RequestTarget: Sendable {
    /// Reads a change that names the target.
    public typealias Read =
        @Sendable (JSONFields, inout RequestReading) throws(JSONError) -> RequestedSubject

    /// The member of a change that names the target, such as `risk`.
    public let name: String
    /// What the target is, in words that fit after “said of”, such as `a risk`.
    public let noun: String
    /// The members that say something of it; empty when its own member says everything.
    public let members: [String]
    /// The members that go with one of ``members`` and say nothing alone, each with that one.
    public let companions: [String: String]
    /// What to do about a member that does not go with the target, as a sentence after the fact; the
    /// closest of its own members when nil.
    public let advice: String?
    /// Reads a change that names the target.
    public let read: Read

    /// Creates a target.
    ///
    /// - Parameters:
    ///   - name: The member of a change that names the target.
    ///   - noun: What the target is, in words that fit after “said of”.
    ///   - members: The members that say something of it; none when its own member says everything.
    ///   - companions: The members that go with one of them and say nothing alone.
    ///   - advice: What to do about a member that does not go with the target.
    ///   - read: Reads a change that names the target.
    public init(
        _ name: String,
        noun: String,
        members: [String] = [],
        companions: [String: String] = [:],
        advice: String? = nil,
        read: @escaping Read
    ) {
        self.name = name
        self.noun = noun
        self.members = members
        self.companions = companions
        self.advice = advice
        self.read = read
    }
}

/// The subject of a change, and what is asked for.
public struct RequestedSubject: Sendable {
    /// The subject.
    public var subject: SubjectReference
    /// What is asked for, in the order in which it is recorded.
    public var aspects: [NamedAspect]

    /// Creates what is asked for.
    ///
    /// - Parameters:
    ///   - subject: The subject.
    ///   - aspects: What is asked for, in the order in which it is recorded.
    public init(_ subject: SubjectReference, _ aspects: [NamedAspect]) {
        self.subject = subject
        self.aspects = aspects
    }
}

/// One thing that a change says, with the name under which it stands in the file.
public struct NamedAspect: Hashable, Sendable {
    /// The name in the file.
    public let name: String
    /// What is said.
    public let aspect: RequestedAspect

    /// Creates an aspect.
    ///
    /// - Parameters:
    ///   - name: The name in the file.
    ///   - aspect: What is said.
    public init(_ name: String, _ aspect: RequestedAspect) {
        self.name = name
        self.aspect = aspect
    }
}

/// One thing that a change says.
@nonexhaustive
public enum RequestedAspect: Hashable, Sendable {
    /// A fact.
    case fact(RequestedFact)
    /// Something that its room makes a fact of, by what the record and the file say already.
    case asked(OpenValue)
    /// Another system's name for the subject.
    case externalID(ExternalReference)
    /// A payload of an open kind; of the kind of the entry that it corrects, when that is nil.
    case payload(EntryKind?, version: Int, JSONValue)
}

/// What completes the facts of one file of changes, from what stands in the record and in the file.
public protocol RequestCompletion {
    /// Checks that a change can speak of its subject.
    ///
    /// - Parameters:
    ///   - subject: The subject.
    ///   - aspects: What the change says of it.
    /// - Throws: ``RequestRefusal`` when the subject is not there.
    mutating func begin(
        _ subject: SubjectReference,
        _ aspects: [NamedAspect]
    ) throws(RequestRefusal)

    /// Returns the fact that an aspect stands for, when it can be said of the subject.
    ///
    /// - Parameters:
    ///   - fact: The fact as it was read.
    ///   - name: The name of the aspect in the file.
    ///   - subject: The subject.
    /// - Returns: The fact.
    /// - Throws: ``RequestRefusal`` when it is not said of such a subject.
    func checked(
        _ fact: Change.Fact,
        named name: String,
        of subject: SubjectReference
    ) throws(RequestRefusal) -> Change.Fact

    /// Returns the fact with what it leaves to the record, and remembers it for those that follow.
    ///
    /// - Parameters:
    ///   - fact: The fact.
    ///   - subject: The subject.
    /// - Returns: The fact, to be recorded.
    mutating func completed(_ fact: Change.Fact, of subject: SubjectReference) -> Change.Fact

    /// Makes the fact of what was asked for.
    ///
    /// - Parameters:
    ///   - value: What was asked for.
    ///   - name: The name of the aspect in the file.
    ///   - subject: The subject.
    /// - Returns: The fact, or nil when the room knows no such thing.
    /// - Throws: ``RequestRefusal`` when it cannot be.
    mutating func fact(
        asked value: OpenValue,
        named name: String,
        of subject: SubjectReference
    ) throws(RequestRefusal) -> Change.Fact?
}

extension RequestCompletion {
    /// Every subject will do.
    public mutating func begin(
        _ subject: SubjectReference,
        _ aspects: [NamedAspect]
    ) throws(RequestRefusal) {}

    /// The fact as it is.
    public func checked(
        _ fact: Change.Fact,
        named name: String,
        of subject: SubjectReference
    ) throws(RequestRefusal) -> Change.Fact { fact }

    /// The fact as it is.
    public mutating func completed(
        _ fact: Change.Fact,
        of subject: SubjectReference
    ) -> Change.Fact { fact }

    /// Nothing.
    public mutating func fact(
        asked value: OpenValue,
        named name: String,
        of subject: SubjectReference
    ) throws(RequestRefusal) -> Change.Fact? { nil }
}

/// Why something in a file of changes cannot be recorded.
public struct RequestRefusal: ExplainedError, Hashable, Sendable {
    /// The kind of failure; there is one.
    public var code: ErrorCode { ErrorCode("change.refused") }
    /// What was found, what was expected and what to do.
    public let message: String

    /// Creates a refusal.
    ///
    /// - Parameter message: What was found, what was expected and what to do.
    public init(_ message: String) { self.message = message }
}

extension SubjectTable {
    /// How a person writes what the table declares, in the order of the declarations.
    public var requestForms: [RequestForm] {
        declarations.compactMap(\.ways.request.way).flatMap { $0 }
    }

    /// The members by which a person writes what the table declares.
    public var requestNames: [String] { requestForms.map(\.name) }

    /// Reads what a change says of a subject of the table, in the order of the declarations.
    ///
    /// - Parameters:
    ///   - fields: The members of the change.
    ///   - reading: What reading goes by.
    /// - Returns: What is asked for.
    /// - Throws: `JSONError` with the line of the first mistake.
    public func requested(
        _ fields: JSONFields,
        _ reading: inout RequestReading
    ) throws(JSONError) -> [NamedAspect] {
        var aspects: [NamedAspect] = []
        for form in requestForms where fields.has(form.name) {
            for fact in try form.read(fields, &reading) {
                aspects.append(NamedAspect(form.name, .fact(fact)))
            }
        }
        return aspects
    }
}
