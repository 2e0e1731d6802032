// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a file of changes may say of what people told the committee.
extension ChangeExamples {
    static let voices: [String] = [
        #"""
        {"voiceRegister": "voices", "themes": [{"key": "being-heard", "words": "Being heard"}],
          "answerDays": 56, "tellDays": 28, "smallestCount": 10}
        """#,
        #"""
        {"voice": "parents-2027", "title": "Parents", "heard": ["parents-and-carers", "families"],
          "method": "interview", "source": "Education", "heardFrom": "2026-11-01", "heardUntil": "2026-11-30",
          "themes": ["being-heard"], "summary": "Letters are *hard* to read.", "lead": "Chair",
          "answerDate": "2027-02-01", "indicators": ["referrals"], "dataSets": ["survey"],
          "document": "practice-guide", "audience": "committee"}
        """#,
        #"{"voice": "school-survey-2026", "counted": {"asked": 60, "answered": 41}}"#,
        #"""
        {"voice": "school-survey-2026", "quoted": {"number": 3, "words": "Ask us.", "speaker": "children",
          "consentFor": "public", "consent": "On the form"}}
        """#,
        #"{"voice": "school-survey-2026", "consentWithdrawn": {"number": 1}}"#,
        #"{"voice": "school-survey-2026", "reported": {"meeting": "committee/2026-12-10#1", "note": "Well heard"}}"#,
        #"""
        {"voice": "school-survey-2026", "answered": {"number": 3, "words": "A poster.", "outcome": "under-way",
          "action": "glenmore-2026-2029#1.2", "finding": "neglect-2026#1", "meeting": "committee/2026-12-10#1"}}
        """#,
        #"{"voice": "school-survey-2026", "told": {"number": 3, "how": "By letter", "to": ["children"]}}"#,
        #"""
        {"voice": "school-survey-2026", "agreed": {"line": "summary", "audience": "public",
          "meeting": "committee/2026-12-10#1", "by": "Chair"}}
        """#,
        #"{"voice": "school-survey-2026", "closed": {"why": "All is done", "meeting": "committee/2026-12-10#1"}}"#,
    ]
}
