// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What looks through the texts that people type, before they are recorded, for words that may tell who a
/// child or a family is.
///
/// It knows common names, forms of address, dates of birth, numbers of persons and of cases, addresses,
/// words for one child or family, and ages. It reads words, not meaning: it misses names that it does not
/// know, and it holds lines that are harmless. A council adds its own names, words and numbers, and what
/// it never means.
///
/// ```swift
/// var screen = TextScreen.standard
/// screen.add(names: ["Ailbeart"], numbers: ["LO-99999"], allowed: ["Martha Trust"])
/// let library = CommitteeLibrary(store: store, screen: screen, today: { clock.today })
/// ```
public struct TextScreen: Sendable {
    /// The screen that a library has unless a host gives it another: common names of Scotland, no words of
    /// a council.
    public static let standard = TextScreen(forenames: Self.forenames)

    /// A screen that holds nothing, for texts that were looked at elsewhere.
    public static let none = TextScreen(forenames: nil)

    /// Whether it looks for anything.
    let isOn: Bool
    /// Names that are always held, in small letters.
    private(set) var names: Set<String>
    /// Phrases of the council, each as its words in small letters.
    private(set) var phrases: [[String]] = []
    /// Forms of numbers, in which `9` stands for a figure and `A` for a letter.
    private(set) var numberForms: [[UInt8]] = []
    /// Phrases that mean nobody, each as its words in small letters.
    private(set) var allowed: [[String]] = []
    /// Which hashes of words are worth a closer look.
    private var filter: WordFilter

    private init(forenames: Set<String>?) {
        isOn = forenames != nil
        names = forenames ?? []
        filter = WordFilter()
        guard isOn else { return }
        for word in names { filter.insert(word) }
        for word in Self.ambiguousForenames { filter.insert(word) }
        for word in Self.surnames { filter.insert(word) }
        for word in ScreenedLine.telltales { filter.insert(word) }
    }

    /// Adds what a council looks for and what it never means.
    ///
    /// - Parameters:
    ///   - names: Names of persons, each of one word or several.
    ///   - words: Words or phrases that are held wherever they stand.
    ///   - numbers: Forms of numbers, in which `9` stands for a figure and `A` for a letter: `LO-99999`.
    ///   - allowed: Phrases that name nobody, such as the name of a trust.
    public mutating func add(
        names: [String] = [],
        words: [String] = [],
        numbers: [String] = [],
        allowed: [String] = []
    ) {
        for name in names {
            let parts = ScreenedLine.words(of: name)
            if parts.count == 1 { self.names.insert(parts[0]) } else { phrases.append(parts) }
            if let first = parts.first { filter.insert(first) }
        }
        for word in words {
            let parts = ScreenedLine.words(of: word)
            guard let first = parts.first else { continue }
            phrases.append(parts)
            filter.insert(first)
        }
        numberForms += numbers.map { Array($0.utf8) }.filter { !$0.isEmpty }
        self.allowed += allowed.map(ScreenedLine.words(of:)).filter { !$0.isEmpty }
    }

    /// Returns the lines of a text that are held, each rule at most once a line.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - name: The name of the text, which the findings repeat.
    ///   - day: The day of which it speaks: a full date a year or more before it may be a date of birth.
    /// - Returns: The lines, in the order of the text; none for most texts.
    /// - Complexity: O(*n*) in the length of the text.
    public func held(in text: String, named name: String, on day: CivilDate) -> [HeldText] {
        guard isOn, mayHold(text) else { return [] }
        var found: [HeldText] = []
        var number = 0
        // Prose keeps a line break as “<br>”.
        let lines = text.replacing("<br>", with: "\n")
        for words in lines.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            let line = ScreenedLine(words, allowed: allowed)
            guard !line.tokens.isEmpty else { continue }
            for rule in HeldText.Rule.allCases where holds(line, rule, on: day) {
                found.append(HeldText(text: name, line: number, rule: rule, words: String(words)))
            }
        }
        return found
    }

    private func holds(_ line: ScreenedLine, _ rule: HeldText.Rule, on day: CivilDate) -> Bool {
        switch rule {
        case .name: line.namesSomebody(names)
        case .birthDate: line.holdsBirthDate(on: day)
        case .number: line.holdsNumber(like: numberForms)
        case .contact: line.holdsContact
        case .child: line.speaksOfOneChild
        case .age: line.givesAge
        case .listed: phrases.contains { line.holds($0) }
        }
    }

    /// Whether a text holds anything worth a closer look: most hold no such word, figure or sign.
    private func mayHold(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var hash = WordFilter.start
            var isInWord = false
            var figures = 0
            var isAfterFigure = false
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                place += 1
                if ASCII.isLetter(byte) {
                    if isAfterFigure { return true }
                    hash = WordFilter.mixed(hash, byte)
                    isInWord = true
                    continue
                }
                let isAfterWord = isInWord
                if isInWord {
                    if filter.mayHold(hash) { return true }
                    hash = WordFilter.start
                    isInWord = false
                }
                if ASCII.isDigit(byte) {
                    figures += 1
                    if figures > 4 || isAfterWord { return true }
                    isAfterFigure = true
                    continue
                }
                if isAfterFigure, byte == 0x2F || byte == 0x2D || byte == 0x2E { return true }
                isAfterFigure = false
                if byte == 0x40 { return true }
                guard byte >= 0x80 else { continue }
                guard let length = WordFilter.length(ofMarkAt: place - 1, in: bytes) else {
                    return true
                }
                place += length - 1
            }
            return isInWord && filter.mayHold(hash)
        }
    }
}

/// A set of words that may say yes too often and never no too often, asked while bytes go by.
struct WordFilter: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1024)

    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte | 0x20)) &* 0x0000_0100_0000_01B3
    }

    mutating func insert(_ word: String) {
        var hash = Self.start
        for byte in word.utf8 { hash = Self.mixed(hash, byte) }
        bits[Int(hash >> 6 & 1023)] |= 1 << (hash & 63)
    }

    func mayHold(_ hash: UInt64) -> Bool {
        bits[Int(hash >> 6 & 1023)] & (1 << (hash & 63)) != 0
    }

    /// The bytes of a mark beyond ASCII that parts words, such as a curly quote or a dash; nil for a letter
    /// or a mark that may stand inside a word.
    static func length(ofMarkAt place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        func byte(_ offset: Int) -> UInt8 {
            place + offset < bytes.count ? bytes[place + offset] : 0
        }
        switch bytes[place] {
        case 0xC2: return byte(1) == 0xAD ? nil : 2
        case 0xE2: return byte(1) == 0x80 && (0x8B...0x8D).contains(byte(2)) ? nil : 3
        default: return nil
        }
    }
}
