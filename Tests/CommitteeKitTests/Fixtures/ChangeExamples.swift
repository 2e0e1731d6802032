// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A change of each sort that a file of changes may hold, about the committee of `EveryKindJournal`.
enum ChangeExamples {
    /// The changes, each as the JSON of one element of `changes`.
    static let all: [String] =
        [
            #"{"action": "1.2", "progress": "Both *forms* ask.", "asAt": "2026-10-10", "status": "G"}"#,
            #"{"action": "1.2", "progress": {"text": "Asked", "asAt": "2026-10-10", "audience": "partners"}}"#,
            #"{"action": "1.2", "status": "R", "scheme": "glenmore/key"}"#,
            #"{"action": "1.2", "completed": true}"#,
            #"{"action": "1.2", "completed": "2026-10-01"}"#,
            #"{"action": "1.2", "completedBy": "2026-10-01", "by": "chair", "effective": "2026-10-02"}"#,
            #"{"action": "1.2", "ongoing": true}"#, #"{"action": "1.1", "reopened": true}"#,
            #"{"action": "1.2", "timescale": "By 31 March 2027", "reason": "More time"}"#,
            #"{"action": "1.2", "leads": ["Chair", "Lead Officer"]}"#,
            #"{"action": "1.2", "leads": "Chair & Lead Officer"}"#,
            #"{"action": "1.2", "text": "A", "statement": "B", "evidence": "C", "expectedImpact": "D"}"#,
            #"{"action": "1.2", "note": "A remark", "local": {"budget": "None"}}"#,
            #"{"action": "1.2", "left": {"kind": "withdrawn", "to": "elsewhere"}}"#,
            #"""
            {"action": "1.3", "add": {"text": "New", "level": "action", "under": "1", "after": "1.2",
              "number": "1.3", "list": "table", "leads": "Chair", "timescale": "Ongoing"}}
            """#,
            #"{"action": "1.2", "audience": "committee"}"#,
            #"{"action": "1.2", "predecessors": ["glenmore-2023-2026/1.1"]}"#,
            #"{"action": "1.2", "externalID": {"source": "mosaic", "id": "A-40"}}"#,
            #"{"action": "2.2", "answers": {"returner": "Chair", "keyPeople": ["Police"]}}"#,
            #"{"plan": "glenmore-2026-2029", "submitted": {"to": "committee"}}"#,
            #"{"plan": "glenmore-2026-2029", "approved": {"by": "chiefs"}, "effective": "2026-10-30"}"#,
            #"{"plan": "glenmore-2026-2029", "predecessors": ["glenmore-2023-2026"]}"#,
            #"{"external": {"source": "mosaic", "id": "A-32"}, "status": "G"}"#,
            #"{"correct": 58, "status": "G", "reason": "It was wrong"}"#,
            #"{"void": 58, "reason": "It was wrong"}"#,
            #"{"correct": 122, "payload": {"seats": 4}, "reason": "It was wrong"}"#,
            #"{"entry": {"kind": "training.held", "version": 2, "subject": {"kind": "course", "id": "c1"}, "payload": {"seats": 3}}}"#,
        ] + committee + risks + structure + rounds + meetings + documents + learningReviews
        + quality + voices + programmes
        + figures

    private static let meetings: [String] = [
        #"""
        {"meeting": "committee/2027-02-11", "called": {"name": "Full committee", "start": "14:00",
          "end": "16:00", "place": "Town Hall", "mode": "both", "chair": "Chair",
          "extraordinary": true, "quorum": 3}}
        """#,
        #"""
        {"meeting": "committee/2026-12-10", "moved": {"to": "2026-12-12", "start": "10:00",
          "end": "11:00", "place": "School"}}
        """#,
        #"{"meeting": "committee/2026-12-10", "cancelled": true, "reason": "Snow"}"#,
        #"""
        {"meeting": "committee/2026-12-10", "agenda": {"items": [{"number": "1", "title": "Plan",
          "for": "decision", "minutes": 20, "owner": "Chair", "paper": true,
          "paperDue": "2026-12-03", "carriedFrom": "committee/2026-10-15#2"},
          {"number": "P1", "title": "Review", "why": "It goes on"}]}}
        """#,
        #"{"meeting": "committee/2026-10-15", "agendaCirculated": true}"#,
        #"""
        {"meeting": "committee/2026-12-10", "attendance": {"seats": [{"seat": "chair",
          "name": "Chair", "agency": "council", "mark": "O", "from": "14:30", "until": "15:00",
          "part": true, "substitute": "Depute"}], "inAttendance": ["Minute taker"]}}
        """#,
        #"""
        {"meeting": "committee/2026-10-15", "interest": {"seat": "chair", "name": "Chair",
          "item": "2", "withdrew": true}}
        """#,
        #"""
        {"meeting": "committee/2026-10-15", "minute": {"items": [{"number": "2",
          "title": "Improvement plan", "text": "Said"}], "decisions": [{"code": "2a", "item": "2",
          "text": "Amber", "reviewBy": "2027-06-30", "links": ["risk/R1"]}], "actions": [{
          "code": "2b", "item": "2", "text": "Send", "owner": "Chair", "due": "2027-01-30"}]}}
        """#,
        #"{"meeting": "committee/2026-10-15", "minuteCirculated": true}"#,
        #"""
        {"meeting": "committee/2026-10-15", "correction": {"item": "2", "text": "Ten",
          "at": "committee/2026-12-10"}}
        """#,
        #"{"meeting": "committee/2026-10-15", "minuteApproved": {"at": "committee/2026-12-10"}}"#,
        #"{"meeting": "committee/2026-10-15", "actionDone": {"code": "2b"}}"#,
        #"""
        {"meeting": "committee/2026-10-15", "actionExtended": {"code": "2b", "until": "2027-03-31"}}
        """#,
        #"""
        {"decision": "committee/C2", "decided": {"text": "Yes", "how": "by e-mail",
          "reviewBy": "2027-06-30", "links": ["risk/R1"]}}
        """#,
        #"{"decision": "committee/C1", "ratified": {"at": "committee/2026-12-10#1"}}"#,
    ]

    private static let committee: [String] = [
        #"""
        {"committee": {"body": {"id": "b", "name": "Board", "kind": "committee"},
          "roles": [{"id": "chair", "title": "Chair", "body": "b"}],
          "members": [{"body": "b", "role": "chair", "until": "2027-03-31", "votes": false}],
          "remit": {"purpose": "P", "tasks": ["T"], "decides": ["D"]},
          "workingGroups": [{"id": "g", "name": "G", "reportsTo": "b"}],
          "reportingLines": [{"from": "g", "to": "b", "what": "News", "timescale": "Yearly"}],
          "functions": [{"id": "f", "title": "F", "words": "W"}],
          "meetingRule": {"words": "Quarterly", "fewestInTwelveMonths": 4, "publishesMinutes": true}}}
        """#,
        #"""
        {"meetings": {"body": "chiefs", "name": "Chiefs", "every": "1 quarter", "from": "2026-05-29",
          "until": "2029-05-29", "cancelled": ["2026-08-29"],
          "moved": [{"from": "2026-11-29", "to": "2026-11-30"}], "added": ["2026-12-04"]}}
        """#,
        #"""
        {"workingDays": {"holidays": "none", "weekend": ["sunday"], "added": ["2026-11-30"],
          "removed": ["2026-12-01"]}}
        """#,
        #"""
        {"circulated": {"report": "standard/chief-officers", "about": "plan/p", "to": ["cog"],
          "asOf": "2026-11-30", "audience": "committee", "digest": "00ff"}}
        """#,
        #"{"circulated": {"report": "standard/agenda", "to": ["cog"], "asOf": "2026-11-30", "audience": "public"}}"#,
        #"""
        {"dataSet": {"id": "return", "title": "Return", "lead": "Data Officer",
          "every": "1 quarter", "from": "2026-06-30", "until": "2029-03-31",
          "within": "20 working days"}}
        """#,
        #"{"dataReceived": {"id": "return", "period": "2026-09-30"}}"#,
        #"""
        {"reminder": "glenmore/returns:data-set/return#2026-09-30:2026-10-29:overdue-1",
          "deed": "done", "note": "N"}
        """#,
        #"""
        {"reminder": "glenmore/chase:glenmore-2026-2029#1.2:2026-12-01:1", "deed": "snoozed",
          "until": "2026-12-20", "note": "Later"}
        """#,
        #"""
        {"reminder": "glenmore/chase:glenmore-2026-2029#1.2:2026-12-01:1", "deed": "delegated",
          "to": "Chair"}
        """#,
        #"""
        {"register": {"id": "third", "name": "Third", "tier": "committee", "parent": "partnership",
          "categories": [{"name": "Staffing", "appetite": {"band": "low"}}],
          "appetite": {"score": 4}, "approvers": ["chair"], "reviewEvery": "3 months",
          "reviewIntervals": [{"band": "high", "every": "1 month"}],
          "scoreNames": {"inherent": "Before"},
          "scales": [{"id": "two", "version": 1,
            "likelihoods": [{"id": "1", "label": "Low", "weight": 1}, {"id": "2", "label": "High", "weight": 2}],
            "impacts": [{"id": "1", "label": "Low", "weight": 1}, {"id": "2", "label": "High", "weight": 2}],
            "scoring": "product",
            "bands": [{"id": "low", "label": "Low", "from": 1, "through": 2, "colour": "green"},
              {"id": "high", "label": "High", "from": 3, "through": 4, "colour": "red"}]}]}}
        """#,
        #"""
        {"workflow": {"register": "main", "name": "northshire/reviews", "version": 2}}
        """#,
        #"""
        {"migrate": {"register": "main", "from": {"id": "four", "version": 1},
          "to": {"id": "four", "version": 2}, "likelihoods": {"3": "4"}, "impacts": {"1": "2"}}}
        """#,
    ]

    private static let risks: [String] = [
        #"""
        {"risk": "R9", "propose": {"register": "main", "title": "T", "cause": "C", "event": "E",
          "effect": "F", "category": "Staffing", "owner": "chair", "manager": "lead-officer",
          "visibility": "public"}, "approve": {"by": "committee"}}
        """#,
        #"""
        {"risk": "R1", "assess": {"score": "current", "likelihood": "2", "impact": "2",
          "scale": "four", "version": 1, "date": "2026-10-01",
          "override": {"score": 9, "band": "high", "reason": "Judged"}}}
        """#,
        #"{"risk": "R1", "assess": {"score": "target", "notAssessed": true}}"#,
        #"""
        {"risk": "R1", "control": {"id": "C3", "words": "W", "kind": "preventive",
          "effectiveness": "good", "weight": 1, "owner": "chair", "evidenceDue": "2026-12-01"}}
        """#,
        #"{"risk": "R1", "uncontrol": {"id": "C1"}}"#,
        #"{"risk": "R1", "evidence-seen": {"control": "C1", "words": "W", "next": "2026-12-01"}}"#,
        #"{"risk": "R1", "treat": {"treatment": "treat", "actions": ["glenmore-2026-2029#2.1"]}}"#,
        #"{"risk": "R1", "aim": {"date": "accept"}}"#,
        #"{"risk": "R1", "accept": {"by": "chair", "until": "2027-01-01", "conditions": "None"}}"#,
        #"{"risk": "R1", "review": {"outcome": "As before", "next": "2027-01-01"}}"#,
        #"{"risk": "R1", "escalate": {"to": "partnership"}}"#,
        #"{"risk": "R1", "de-escalate": {"to": "main"}}"#, #"{"risk": "R1", "deactivate": {}}"#,
        #"{"risk": "R5", "reopen": {}}"#, #"{"risk": "R1", "close": {"outcome": "Gone"}}"#,
        #"{"risk": "R1", "replace": {"by": ["R2"]}}"#,
        #"{"risk": "R1", "reword": {"title": "T", "cause": "C", "event": "E", "effect": "F"}}"#,
        #"{"risk": "R1", "categorise": {"category": "Systems"}}"#,
        #"{"risk": "R1", "assign": {"owner": "chair", "manager": "lead-officer"}}"#,
        #"{"risk": "R1", "show": {"visibility": "partners"}}"#,
        #"{"risk": "R1", "appetite": {"most": {"band": "low"}}}"#,
        #"{"risk": "R1", "appetite": {"most": {"score": 4}}}"#,
        #"{"risk": "R1", "timing": {"proximity": "soon", "velocity": "quick"}}"#,
        #"{"risk": "R1", "link": {"links": [{"kind": "decision", "id": "2026/5"}]}}"#,
        #"{"risk": "R1", "interval": {"every": "2 months"}}"#,
        #"{"risk": "R1", "review-by": {"date": "2026-12-01"}}"#,
        #"{"risk": "R1", "renumber": {"number": "CP-4"}}"#,
        #"{"risk": "R1", "column": {"name": "notes", "words": "Looked at"}}"#,
        #"""
        {"risk": "R1", "assess": {"score": "target", "levelsUnknown": true, "stated": {"score": 4}}}
        """#,
    ]

    private static let structure: [String] = [
        #"{"body": "fire", "name": "Fire", "abbreviation": "F", "kind": "agency", "aliases": ["FS"]}"#,
        #"{"body": "committee", "quorum": 3}"#,
        #"""
        {"group": "neglect", "name": "Neglect Group", "abbreviation": "NG", "aliases": ["Neglect"],
          "life": {"shortLife": true, "from": "2026-04-01", "until": "2026-12-31"},
          "remit": {"purpose": "P", "tasks": ["T"], "decides": ["D"]}, "lead": "Lead Officer",
          "reportsTo": "PPC"}
        """#,
        #"""
        {"seat": "fire-officer", "role": "Fire Officer", "roleAliases": ["FO"], "sitsOn": "PPC",
          "agency": "Police in Glenmore", "core": true, "votes": false,
          "substitutes": ["Depute Fire Officer"], "ended": "2029-03-31",
          "term": {"from": "2026-04-01", "until": "2029-03-31", "holder": "p-17",
            "inducted": "2026-04-09"}}
        """#,
        #"""
        {"planBodies": {"plan": "glenmore-2026-2029", "owner": "PPC", "coordinator": "Lead Officer",
          "overseer": "Practice Group"}}
        """#,
        #"""
        {"functions": [{"id": "f", "title": "F", "words": "W",
          "source": {"title": "S", "edition": "2019"}}]}
        """#,
        #"""
        {"reportingLines": [{"from": "Practice Group", "to": "PPC", "what": "News",
          "timescale": "Yearly", "cadence": "before each meeting"}]}
        """#,
    ]

    private static let rounds: [String] = [
        #"""
        {"round": "2027-03-01", "effective": "2026-12-10", "opened": {"plan": "glenmore-2026-2029",
          "name": "Spring Report", "due": "2027-02-15", "evidence": "beneath",
          "asked": [{"lead": "chair", "name": "Chair", "items": ["1.2"]},
            {"lead": "practice", "name": "Practice Group", "group": "practice", "items": ["2.1"]}]},
          "assigned": {"item": "2.2", "lead": "driver", "name": "Driver", "group": "practice"},
          "extended": {"lead": "driver", "until": "2027-02-20"},
          "returned": {"lead": "chair", "version": 1, "answeredBy": "Chair",
            "groupMeeting": "3 February 2027",
            "answers": [{"item": "1.2", "noChange": false, "done": "D", "evidence": "E",
              "difference": "F", "colour": "G", "colourReason": "C", "finished": "2026-12-01",
              "newDate": "By 1 May 2027", "newDateReason": "N", "help": "H"}]},
          "nil": {"lead": "driver"}, "worded": {"item": "1.2", "text": "W"}}
        """#,
        #"""
        {"round": "2027-03-01", "effective": "2026-12-11", "withdrawn": {"lead": "driver"}}
        """#,
        #"{"round": "2027-03-01", "effective": "2026-12-12", "frozen": true}"#,
        #"""
        {"round": "2027-03-01", "effective": "2026-12-13",
          "tabled": {"lead": "driver", "version": 2,
            "answers": [{"item": "2.2", "noChange": true, "finished": false}]},
          "agreed": {"meeting": "committee/2027-03-01#2",
            "answers": [{"item": "1.2", "asProposed": false, "colour": "R",
              "finished": "2026-12-01", "timescale": "By 1 June 2027", "words": "A", "evidence": "B",
              "reason": "C"}]}}
        """#,
    ]
}
