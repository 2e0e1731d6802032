// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a file of changes may say of quality assurance.
extension ChangeExamples {
    static let quality: [String] = [
        #"""
        {"audit": "files-2027", "title": "Files", "scope": "Fifty files.", "lead": "Chair",
          "group": "Practice Group", "startDate": "2027-02-01", "dueDate": "2027-06-30", "earlierAudit": "neglect-2026",
          "supportedActions": ["glenmore-2026-2029#1.2"], "audience": "public"}
        """#,
        #"{"audit": "files-2027", "groupAgreed": {"meeting": "committee/2026-12-10#1", "note": "At once"}}"#,
        #"{"audit": "neglect-2026", "agreed": {"by": "Chair"}}"#,
        #"{"audit": "neglect-2026", "declined": {"by": "Practice Group", "note": "No time"}}"#,
        #"{"audit": "neglect-2026", "begun": {}}"#,
        #"""
        {"audit": "neglect-2026", "reported": {"words": "Good.", "document": "practice-guide",
          "meeting": "committee/2026-12-10#1", "next": "2028-01-31"}}
        """#,
        #"{"audit": "neglect-2026", "closed": {}}"#,
        #"{"audit": "neglect-2026", "withdrawn": {"note": "No need"}}"#,
        #"{"dipSample": "eird", "title": "Discussions", "scope": "Records", "lead": "Chair", "audience": "restricted"}"#,
        #"{"dipSample": "eird", "quotaSet": {"count": 5, "every": "quarter"}}"#,
        #"{"dipSample": "eird", "held": {"count": 3, "noMore": true, "note": "Clear"}}"#,
        #"{"dipSample": "eird", "ended": {}}"#,
        #"""
        {"oneOffReturn": "toolkit", "title": "Toolkit", "request": "A form", "recipient": "Inspectorate", "lead": "Chair",
          "dueDate": "2027-01-20", "audience": "public"}
        """#,
        #"{"oneOffReturn": "toolkit", "sent": {"document": "practice-guide", "note": "By post"}}"#,
        #"{"oneOffReturn": "toolkit", "withdrawn": {"note": "Not asked for"}}"#,
        #"""
        {"outsideReport": "inspection", "title": "Inspection", "sort": "area-review", "publisher": "North",
          "publicationDate": "2026-12-01", "document": "practice-guide", "lead": "Chair", "dueDate": "2027-02-01",
          "audience": "public"}
        """#,
        #"{"outsideReport": "inspection", "considered": {"meeting": "committee/2026-12-10#1"}}"#,
        #"""
        {"qualityFinding": "inspection#2", "words": "Files are late.", "sort": "recommendation",
          "indicator": "1.1", "lead": "Chair", "dueDate": "2027-02-01", "audience": "public"}
        """#,
        #"""
        {"qualityFinding": "inspection#1", "answered": {"action": "glenmore-2026-2029#1.2", "because": "Agreed",
          "meeting": "committee/2026-12-10#1"}}
        """#,
        #"{"qualityFinding": "inspection#1", "evidenced": {"words": "A form", "document": "practice-guide", "pages": "3"}}"#,
        #"{"qualityFinding": "inspection#1", "impactSeen": {"result": "changed", "words": "All", "indicator": "referrals"}}"#,
        #"""
        {"course": "neglect-2", "title": "Neglect", "content": "Signs", "means": "Webinar", "readers": "All staff",
          "lead": "Chair", "supportedActions": ["glenmore-2026-2029#1.2"], "audience": "public"}
        """#,
        #"{"course": "neglect-2", "daySet": {"day": "2027-01-12", "places": 20, "place": "Hall"}}"#,
        #"""
        {"course": "neglect-2", "attendanceSet": {"day": "2026-12-15", "agency": "Police", "booked": 8,
          "attended": 6}}
        """#,
        #"{"course": "neglect-2", "evaluated": {"asked": "later", "helped": 4, "answers": 5, "outOf": 9, "note": "Well"}}"#,
        #"""
        {"qualityFramework": "ours", "framework": {"id": "ours", "version": 3, "title": "Ours",
          "sources": [{"id": "s", "title": "Paper", "publisher": "Us", "year": 2025}],
          "scale": [{"key": "2", "words": "Good", "source": "s"}, {"key": "1", "words": "Weak"}],
          "indicators": [{"key": "1.1", "words": "Files", "area": "1"}]}}
        """#,
        #"{"selfEvaluation": "self-2026", "title": "2026", "lead": "Chair", "startDate": "2026-10-01", "dueDate": "2027-03-31", "audience": "public"}"#,
        #"""
        {"selfEvaluation": "self-2026", "judged": {"indicator": "1.1", "level": "low", "why": "Late",
          "document": "practice-guide"}}
        """#,
        #"{"selfEvaluation": "self-2026", "agreed": {"meeting": "committee/2026-12-10#1"}}"#,
        #"""
        {"nationalIssue": "referral", "title": "Age of referral", "meaning": "More work", "source": "Act",
          "lead": "Chair", "dueDate": "2027-02-01", "audience": "public"}
        """#,
        #"{"nationalIssue": "referral", "proposed": {"words": "A protocol", "action": "glenmore-2026-2029#1.2"}}"#,
        #"{"nationalIssue": "referral", "considered": {}}"#,
        #"{"nationalIssue": "referral", "closed": {"note": "Done"}}"#,
    ]
}
