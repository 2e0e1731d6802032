// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a file of changes may say of programmes.
extension ChangeExamples {
    static let programmes: [String] = [
        #"""
        {"programme": "glenmore-2026-2029", "title": "Programme", "lead": "Chair", "updateWeeks": 6,
          "firstUpdateDate": "2026-12-30", "reportingDate": "2027-12-31", "citedIndicators": ["referrals"],
          "audience": "public"}
        """#,
        #"""
        {"programme": "glenmore-2026-2029", "areaSet": {"area": "1", "lead": "Hearings Body", "elsewhere": true,
          "document": "practice-guide"}}
        """#,
        #"""
        {"programme": "glenmore-2026-2029", "meetingSet": {"meeting": "committee/2026-12-10", "summary": "Slides",
          "documents": ["practice-guide"]}}
        """#,
        #"{"programme": "glenmore-2026-2029", "ended": {"note": "Done"}}"#,
        #"{"programmeMilestone": "glenmore-2026-2029#card", "title": "A card", "area": "1", "audience": "partners"}"#,
        #"{"programmeMilestone": "glenmore-2026-2029#toolkit", "planned": {"due": "2027-02", "why": "Time"}}"#,
        #"{"programmeMilestone": "glenmore-2026-2029#toolkit", "met": {"meeting": "committee/2026-12-10#1"}}"#,
        #"{"programmeMilestone": "glenmore-2026-2029#toolkit", "missed": {"note": "Late"}}"#,
        #"{"programmeMilestone": "glenmore-2026-2029#toolkit", "dropped": {}}"#,
        #"""
        {"programmeTrial": "glenmore-2026-2029#pilot", "title": "A pilot", "area": "1", "testSites": ["North", "West"],
          "deliveryPartners": ["Town College"], "lead": "Chair", "startDate": "2027-01-04", "endDate": "2027-03-31",
          "audience": "partners"}
        """#,
        #"{"programmeTrial": "glenmore-2026-2029#test", "begun": {}}"#,
        #"{"programmeTrial": "glenmore-2026-2029#test", "ended": {"note": "It works"}}"#,
        #"{"programmeTrial": "glenmore-2026-2029#test", "dropped": {"note": "No money"}}"#,
        #"{"programmeUpdate": "glenmore-2026-2029#2", "introduction": "Hello"}"#,
        #"{"programmeUpdate": "glenmore-2026-2029#2", "said": {"area": "1", "words": "A toolkit is chosen"}}"#,
        #"{"programmeUpdate": "glenmore-2026-2029#2", "said": {"area": "1", "nothingNew": true}}"#,
        #"{"programmeUpdate": "glenmore-2026-2029#2", "issued": {"note": "Late"}}"#,
        #"""
        {"programmeUpdate": "glenmore-2026-2029#2", "sent": {"to": "Subscribers", "count": 240,
          "document": "practice-guide"}}
        """#,
        #"{"programmeUpdate": "glenmore-2026-2029#2", "replied": {"count": 12, "suggestions": 3}}"#,
        #"{"programmeRecommendation": "glenmore-2026-2029#r2", "words": "A card", "area": "1", "audience": "partners"}"#,
        #"""
        {"programmeRecommendation": "glenmore-2026-2029#r1", "made": {"to": "Ministers", "from": "Chair",
          "meeting": "committee/2026-12-10#1", "document": "practice-guide", "due": "2027-03-01"}}
        """#,
        #"""
        {"programmeRecommendation": "glenmore-2026-2029#r1", "answered": {"answer": "partly", "words": "Later",
          "meeting": "committee/2026-12-10#1"}}
        """#,
        #"""
        {"programmeRecommendation": "glenmore-2026-2029#r1", "followed": {"words": "Two begin",
          "action": "glenmore-2026-2029#1.2"}}
        """#,
    ]
}
