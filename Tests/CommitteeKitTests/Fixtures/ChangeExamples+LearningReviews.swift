// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a file of changes may say of a Learning Review.
extension ChangeExamples {
    static let learningReviews: [String] = [
        #"""
        {"learningReviewGuidance": "ours", "guidance": {"group": "practice", "coordinator": "lead-officer",
          "guidance": {"id": "ours", "version": 1, "title": "Ours", "from": "2026-01-01",
            "sources": [{"id": "s", "title": "Protocol", "publisher": "Us", "year": 2025}],
            "criteria": [{"key": "harmed", "words": "Harmed.", "source": "s"}],
            "reasons": [{"key": "not-met", "words": "Not met."}],
            "limits": [{"step": "decided", "after": "notified", "within": "8 weeks", "criteria": ["harmed"],
              "outcome": "not-proceed", "source": "s"}]},
          "ownLimits": [{"step": "reported", "after": "commissioned", "within": "20 working days"}]}}
        """#,
        #"""
        {"learningReview": "LR-9XWV876", "notified": {"by": "police", "criterion": "harmed",
          "received": "2026-12-18", "groupMeets": "2027-01-12", "committeeDecides": "2027-02-11"}}
        """#,
        #"{"learningReview": "LR-2BCDFGH", "audience": "committee"}"#,
        #"""
        {"learningReview": "LR-2BCDFGH", "informationAsked": {"to": ["chair", "police"],
          "by": "2027-01-08"}}
        """#,
        #"""
        {"learningReview": "LR-2BCDFGH", "informationAnswered": {"party": "chair",
          "answer": "nothing-held"}}
        """#,
        #"""
        {"learningReview": "LR-2BCDFGH", "recommended": {"outcome": "not-proceed",
          "reasons": ["not-met"], "meeting": "committee/2026-12-10"}}
        """#,
        #"""
        {"learningReview": "LR-2BCDFGH", "decided": {"outcome": "alternative", "alternative": "audit"}}
        """#,
        #"{"learningReview": "LR-2BCDFGH", "inspectorateTold": {"reasons": ["not-met"]}}"#,
        #"{"learningReview": "LR-2BCDFGH", "commissioned": {"reportBy": "2027-06-30"}}"#,
        #"{"learningReview": "LR-2BCDFGH", "paused": {"proceedings": "trial"}}"#,
        #"{"learningReview": "LR-2BCDFGH", "resumed": true}"#,
        #"{"learningReview": "LR-2BCDFGH", "reported": true}"#,
        #"""
        {"learningReview": "LR-2BCDFGH", "actionPlanConsidered": {"resourced": true,
          "meeting": "committee/2026-12-10"}}
        """#,
        #"{"learningReview": "LR-2BCDFGH", "shared": {"means": "briefing", "to": ["police"]}}"#,
        #"""
        {"learningReview": "LR-2BCDFGH", "changeChecked": {"result": "changed-in-part",
          "dataSet": "return", "document": "practice-guide"}}
        """#,
        #"{"learningReview": "LR-2BCDFGH", "closed": true}"#,
    ]
}
