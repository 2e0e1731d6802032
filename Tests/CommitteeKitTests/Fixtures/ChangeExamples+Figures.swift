// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a file of changes may say of figures.
extension ChangeExamples {
    static let figures: [String] = [
        #"""
        {"indicator": "registrations", "title": "Children on the register", "definition": "All children.",
          "unit": "children", "source": "Register", "dataSet": "registrations", "owner": "Chair",
          "every": "register year", "dueDays": 60, "ends": "2030-07-31", "areas": ["North", "South"],
          "areasAddUp": false, "addsUpOverTime": false, "sumOf": ["a1"], "outOf": "children", "rate": 1000,
          "decimals": 1, "target": "92.5", "variance": 2, "better": "lower", "audience": "public",
          "countsFor": "partners"}
        """#,
        #"""
        {"indicator": "referrals", "values": [
          {"period": "2026-10", "count": 12, "outOf": 40, "note": "Late"},
          {"period": "2026-10", "area": "North", "count": 7}]}
        """#,
        #"""
        {"indicator": "referrals", "question": {"period": "2026-10", "area": "North", "text": "Why so few?",
          "by": "Chair"}}
        """#,
        #"{"indicator": "referrals", "answer": {"question": 1, "text": "A return is late.", "by": "Police"}}"#,
        #"{"figureRules": {"smallestShown": 10, "showsZero": false, "possibleUpTo": 12}}"#,
    ]
}
