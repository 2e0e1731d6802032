// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Who a line may speak of: names, and words for one child or family.

extension ScreenedLine {
    /// Whether the line may name a person.
    ///
    /// - Parameter names: Names that are always held.
    /// - Returns: Whether it may.
    func namesSomebody(_ names: Set<String>) -> Bool {
        tokens.indices.contains { place in
            let token = tokens[place]
            guard !token.isNumber, !token.isAllowed else { return false }
            return isForename(token, at: place, names) || isAmbiguousName(token, at: place)
                || isAddressed(token, at: place)
        }
    }

    private func isForename(_ token: Token, at place: Int, _ names: Set<String>) -> Bool {
        guard names.contains(token.word) else { return false }
        guard token.isCapital else {
            return token.count > 4 && !TextScreen.namesThatAreWords.contains(token.word)
        }
        let isSaint = ["st", "saint"].contains(word(place - 1))
        return !isSaint && !isOfAPlace(after: place)
    }

    /// Whether a word that is also a name has another name beside it, such as Grace Wilson.
    private func isAmbiguousName(_ token: Token, at place: Int) -> Bool {
        guard token.isCapital else { return false }
        if TextScreen.ambiguousForenames.contains(token.word) {
            guard let next = capital(place + 1), tokens[place + 1].followsBlank else {
                return false
            }
            let isName = TextScreen.surnames.contains(next) || (next.count == 1 && next != "i")
            return isName && !isOfAPlace(after: place + 1)
        }
        guard TextScreen.surnames.contains(token.word), let before = capital(place - 1) else {
            return false
        }
        let isNear = [" ", ". ", "\u{A0}", "-"].contains(token.gap)
        return isNear && !TextScreen.wordsBeforePlaces.contains(before) && !isOfAPlace(after: place)
    }

    /// Whether a form of address stands before a capital word, such as Mrs Brown.
    private func isAddressed(_ token: Token, at place: Int) -> Bool {
        TextScreen.honorifics.contains(token.word) && capital(place + 1) != nil
            && (token.isCapital || token.count > 2)
            && [" ", ". ", ".", "\u{A0}"].contains(tokens[place + 1].gap)
    }

    /// Whether the word after a name makes a place or a body of it: Murray Royal Hospital, James Street.
    private func isOfAPlace(after place: Int) -> Bool {
        guard let next = capital(place + 1) else { return false }
        return TextScreen.wordsOfPlaces.contains(next)
    }

    /// Words for one person of a family.
    static let relatives: Set<String> = [
        "mother", "father", "mum", "dad", "mummy", "daddy", "brother", "sister", "sibling",
        "siblings",
        "grandmother", "grandfather", "gran", "granny", "grandad", "aunt", "uncle", "stepfather",
        "stepmother", "stepdad", "stepmum", "foster", "son", "daughter", "twin", "twins", "cousin",
        "nephew",
        "niece", "half",
    ]

    private static let children: Set<String> = [
        "child", "boy", "girl", "baby", "infant", "toddler", "teenager", "newborn", "unborn",
        "youth",
        "pupil", "youngster", "kid",
    ]

    static let personWords: Set<String> = relatives.union(children).union([
        "family", "person", "woman", "man", "mother's",
    ])

    /// Whether the line speaks of one child or family.
    var speaksOfOneChild: Bool {
        tokens.indices.contains { place in
            guard !tokens[place].isAllowed else { return false }
            let (word, before) = (self.word(place), self.word(place - 1))
            let isOne = ["the", "this", "that", "our", "said"].contains(before)
            if Self.children.contains(word) || (word == "family" && isOne) {
                guard
                    isOne || (before == "young" && ["the", "this"].contains(self.word(place - 2)))
                else { return false }
                return !isGeneral(after: place)
            }
            if ["person", "woman", "man"].contains(word), before == "young" {
                let isThis = ["the", "this", "that", "our"].contains(self.word(place - 2))
                return isThis && !isGeneral(after: place)
            }
            guard Self.relatives.contains(word) else { return false }
            return ["his", "her"].contains(before) || (isOne && !isGeneral(after: place))
        }
    }

    /// Whether what follows makes a general matter of it: the child protection register, the child's plan.
    private func isGeneral(after place: Int) -> Bool {
        let next = word(place + 1) == "s" ? word(place + 2) : word(place + 1)
        return TextScreen.generalMatters.contains(next)
    }
}
