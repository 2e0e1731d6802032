// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A text of the record that cites a document by page.
public struct DocumentCitation: Hashable, Sendable {
    /// The document and the pages.
    public var reference: PageReference
    /// The action or the meeting in which the text stands.
    public var subject: SubjectReference
    /// Where the text stands, in words such as `the evidence of action 1.2 of the plan “North plan”`.
    public var place: String

    /// The citation for programs.
    public var json: JSONValue {
        [
            "document": .string(reference.document),
            "pages": .string(reference.pagesInWords),
            "subject": .string(subject.description), "place": .string(place),
        ]
    }
}

extension Edition {
    /// Looks for every place in which plans and minutes cite a document by page.
    ///
    /// A citation is the identifier of a document before its pages, such as `joint-protocol pp. 17-19`. Words
    /// with a hyphen before pages are a citation too, of a document that may not be there.
    ///
    /// - Returns: The citations, plan by plan and meeting by meeting.
    /// - Complexity: O(*n*) in the length of the texts.
    public func documentCitations() -> [DocumentCitation] {
        let known = Set(documents.map(\.id))
        var found: [DocumentCitation] = []
        func look(_ text: Prose, _ subject: SubjectReference, _ place: @autoclosure () -> String) {
            for one in PageReference.found(in: text.plainText) {
                let reference = one.reference
                guard known.contains(reference.document) || reference.isUnmistakable else {
                    continue
                }
                found.append(
                    DocumentCitation(reference: reference, subject: subject, place: place())
                )
            }
        }
        for plan in plans {
            let items = plan.items + plan.maintenance + plan.backlog + plan.lists.flatMap(\.items)
            for item in items {
                let subject = SubjectReference.action(item.id, of: plan.id)
                let name = "\(item.number ?? item.id) of the plan “\(plan.title)”"
                look(item.evidence, subject, "the evidence of \(name)")
                for report in item.progress {
                    look(report.text, subject, "the progress of \(name)")
                }
            }
        }
        for meeting in calledMeetings {
            guard let minute = meeting.minute else { continue }
            let name = meeting.title.lowercasedFirst
            for item in minute.items {
                look(item.text, meeting.subject, "item \(item.number) of the minute of \(name)")
            }
            for decision in minute.decisions {
                look(decision.text, meeting.subject, "decision \(decision.code) of \(name)")
            }
            for action in minute.actions {
                look(action.text, meeting.subject, "action \(action.code) of \(name)")
            }
        }
        for decision in committeeDecisions {
            look(
                decision.text,
                .decision(decision.number, of: decision.body),
                decision.title.lowercasedFirst
            )
        }
        return found
    }
}
