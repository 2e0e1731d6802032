// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Numbers by which a person may be known: of persons and cases, addresses, dates of birth, ages.

extension ScreenedLine {
    static let numberWords: Set<String> = [
        "case", "client", "chi", "nhs", "swis", "mosaic", "carefirst", "scra", "crime", "incident",
        "ivpd",
        "patient", "pupil", "scn", "referral", "reporter", "number", "no", "ref", "id",
    ]

    /// Whether the line may hold the number of a person or of a case.
    ///
    /// - Parameter forms: Forms of numbers that the council added.
    /// - Returns: Whether it may.
    func holdsNumber(like forms: [[UInt8]]) -> Bool {
        forms.contains(where: holds(form:)) || isHealthNumber || isInsuranceNumber || isCaseNumber
    }

    /// Ten figures, whole or in groups: a health number of Scotland (CHI) or of England (NHS).
    private var isHealthNumber: Bool {
        groups.contains { group in
            let digits = group.reduce(0) { $0 + tokens[$1].count }
            return digits == 10
                && [[10], [6, 4], [3, 3, 4], [2, 2, 2, 4]].contains(group.map { tokens[$0].count })
        }
    }

    /// Two letters, six figures, one letter.
    private var isInsuranceNumber: Bool {
        groups.contains { group in
            guard let first = group.first, let last = group.last,
                group.reduce(0, { $0 + tokens[$1].count }) == 6
            else { return false }
            let isClose = ["", " "].contains(tokens[first].gap)
            let next = last + 1 < tokens.count ? tokens[last + 1] : nil
            return isClose && word(first - 1).utf8.count == 2 && capital(first - 1) != nil
                && next.map { $0.count == 1 && $0.isCapital && ["", " "].contains($0.gap) } ?? false
        }
    }

    /// A long number, one with letters before it, or one that is called a number.
    private var isCaseNumber: Bool {
        tokens.indices.contains { place in
            let token = tokens[place]
            guard token.isNumber, !token.isAllowed, !isMoney(place), !isDatePart(place) else {
                return false
            }
            if token.count >= 6 { return true }
            let isYear = token.count == 4 && ["19", "20"].contains(String(token.word.prefix(2)))
            if token.count >= 4, !isYear, place > 0, token.gap.isEmpty,
                !tokens[place - 1].isNumber, tokens[place - 1].count <= 4
            {
                return true
            }
            guard token.count >= 3, !isYear else { return false }
            var before = place - 1
            // A letter or two may stand between the word and its figures: case CP/123.
            if word(before).utf8.count <= 3, !Self.numberWords.contains(word(before)),
                before >= 0, !tokens[before].isNumber
            {
                before -= 1
            }
            return Self.numberWords.contains(word(before))
                && tokens[place].gap.utf8.count <= 4
        }
    }

    private func isMoney(_ place: Int) -> Bool {
        tokens[place].gap.contains { "£$€%".contains($0) }
    }

    private func isDatePart(_ place: Int) -> Bool {
        dateParts.contains(place)
    }

    /// Whether figures and letters stand in a form of the council, such as `LO-99999`.
    private func holds(form: [UInt8]) -> Bool {
        var shape: [UInt8] = []
        for token in tokens where !token.isAllowed {
            shape += Array(token.gap.utf8)
            shape += Array(token.word.uppercased().utf8)
        }
        guard form.count <= shape.count else { return false }
        for start in 0...(shape.count - form.count) {
            let end = start + form.count
            let isAlone =
                (start == 0 || !ASCII.isAlphanumeric(shape[start - 1]))
                && (end == shape.count || !ASCII.isAlphanumeric(shape[end]))
            guard isAlone else { continue }
            let fits = zip(shape[start..<end], form).allSatisfy { byte, wanted in
                switch wanted {
                case 0x39: ASCII.isDigit(byte)
                case 0x41: ASCII.isLetter(byte)
                default: byte == wanted
                }
            }
            if fits { return true }
        }
        return false
    }

    /// Whether the line holds an e-mail address, a telephone number or a full postcode.
    var holdsContact: Bool {
        let isMail = tokens.indices.dropFirst().contains { tokens[$0].gap == "@" }
        return isMail || isTelephone || isPostcode
    }

    private var isTelephone: Bool {
        groups.contains { group in
            guard let first = group.first else { return false }
            let digits = group.reduce(0) { $0 + tokens[$1].count }
            let isInternational = tokens[first].gap.hasSuffix("+") && digits >= 9
            return isInternational
                || (tokens[first].word.hasPrefix("0") && (10...11).contains(digits))
        }
    }

    /// A letter or two, a figure or two, perhaps a letter; a blank; a figure and two letters.
    private var isPostcode: Bool {
        tokens.indices.contains { place in
            guard tokens[place].isNumber, !tokens[place].isAllowed, tokens[place].count == 1,
                place + 1 < tokens.count, place >= 2,
                tokens[place + 1].gap.isEmpty, tokens[place + 1].count == 2,
                ["", " ", "\u{A0}"].contains(tokens[place].gap)
            else { return false }
            var before = place - 1
            if !tokens[before].isNumber, tokens[before].count == 1, tokens[before].gap.isEmpty {
                before -= 1
            }
            guard before >= 1, tokens[before].isNumber, tokens[before].count <= 2,
                tokens[before].gap.isEmpty
            else { return false }
            return !tokens[before - 1].isNumber && tokens[before - 1].count <= 2
        }
    }

    static let ageWords: Set<String> = [
        "aged", "age", "old", "olds", "yo", "yr", "yrs", "yrold", "yro", "y",
    ]

    private static let ageUnits: Set<String> = [
        "year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days", "y", "mth",
        "mths",
    ]

    private static let numerals: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    ]

    /// Whether the line gives the age of one child, or an age together with a place.
    var givesAge: Bool {
        tokens.indices.contains { place in
            guard !tokens[place].isAllowed else { return false }
            switch word(place) {
            case "old", "o": return Self.ageUnits.contains(word(place - 1)) && isAge(place - 2)
            case "yo", "yrold", "yro": return isAge(place - 1)
            case "yrs", "yr": return isAge(place - 1) && tokens[place].gap.isEmpty
            case "olds":
                guard Self.ageUnits.contains(word(place - 1)), isAge(place - 2) else {
                    return false
                }
                return isAge(place - 3) && tokens[place - 2].followsBlank || namesPlace
            case "aged", "age":
                guard isAge(place + 1),
                    !["over", "under", "and", "to", "or"].contains(word(place + 2))
                else { return false }
                let isMany = Self.manyWords.contains(word(place - 1))
                return !isMany || namesPlace
            default: return false
            }
        }
    }

    private static let manyWords: Set<String> = [
        "children", "people", "those", "pupils", "babies", "infants", "persons", "boys", "girls",
        "everyone",
        "of", "the", "school", "retirement", "legal", "any",
    ]

    private func isAge(_ place: Int) -> Bool {
        guard tokens.indices.contains(place) else { return false }
        let token = tokens[place]
        if token.isNumber { return token.count <= 2 }
        return Self.numerals.contains(token.word)
    }
}
