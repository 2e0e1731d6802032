// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a file of changes may say of a document.
extension ChangeExamples {
    static let documents: [String] = [
        #"""
        {"document": "joint-protocol", "title": "Joint protocol", "kind": "Protocol",
          "owner": "Chair", "readers": "All staff", "publishedAt": ["https://example.org"],
          "audience": "public", "reviewDate": "2028-03-31", "reviewMonths": 24}
        """#,
        #"""
        {"document": "practice-guide", "edition": {"label": "2", "dated": "2026-12-01", "pages": 44,
          "decidedBy": "Committee", "decidedOn": "2026-12-10", "note": "A new chapter"}}
        """#,
        #"{"document": "practice-guide", "edition": {"label": "2"}}"#,
        #"""
        {"document": "practice-guide", "distributed": {"to": ["Chair", "Police"], "edition": "1",
          "means": "e-mail", "confirmBy": "2027-01-31", "note": "By hand"}}
        """#,
        #"""
        {"document": "practice-guide", "confirmed": {"party": "Police", "edition": "1",
          "count": 140, "outOf": 206, "note": "By a form"}}
        """#,
        #"""
        {"document": "practice-guide", "reviewed": {"outcome": "No change",
          "meeting": "committee/2026-12-10#1", "next": "2028-12-20", "note": "All is well"}}
        """#,
        #"""
        {"document": "practice-guide", "withdrawn": {"why": "It is old"}}
        """#,
    ]
}
