// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension SubjectReference {
    /// Names something that the room of quality assurance keeps.
    ///
    /// - Parameters:
    ///   - subject: The type of it, such as `Audit.self`.
    ///   - id: Its identifier.
    /// - Returns: The reference.
    public static func quality<Subject: QualitySubject>(
        _ subject: Subject.Type,
        _ id: String
    ) -> SubjectReference { SubjectReference(kind: Subject.subjectKind, id: id) }
}
