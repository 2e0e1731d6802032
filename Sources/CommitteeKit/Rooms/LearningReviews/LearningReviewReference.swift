// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The reference of a Learning Review, which tells neither when it was notified nor how many there are.
///
/// It is drawn from randomness that the host hands in: a digit, and six letters and digits without vowels, so
/// that it is no word, nobody's name and no postcode.
///
/// ```swift
/// let reference = LearningReviewReference.drawn(from: context.randomBytes)   // such as LR-7KQ2XMD
/// ```
public enum LearningReviewReference {
    /// The letters and digits of a reference: none that is taken for another, and no vowel.
    private static let alphabet = Array("23456789BCDFGHJKMNPQRSTVWXZ".utf8)
    /// How many of them are digits, which stand first.
    private static let digits = 8
    private static let length = 7
    private static let prefix = "LR-"

    /// Draws a reference.
    ///
    /// - Parameter randomBytes: Returns as many random bytes as asked for.
    /// - Returns: The reference. Each is as likely as every other.
    public static func drawn(from randomBytes: (Int) -> [UInt8]) -> String {
        var drawn: [UInt8] = []
        for _ in 0..<1000 where drawn.count < length {
            for byte in randomBytes(length - drawn.count) {
                let count = drawn.isEmpty ? digits : alphabet.count
                // A byte that would make some letters likelier is left out.
                guard Int(byte) < 256 - 256 % count else { continue }
                drawn.append(alphabet[Int(byte) % count])
            }
        }
        while drawn.count < length { drawn.append(alphabet[0]) }
        return prefix + String(decoding: drawn.prefix(length), as: UTF8.self)
    }

    /// Whether a text is such a reference.
    ///
    /// - Parameter text: The text.
    /// - Returns: Whether it can name a Learning Review.
    public static func isValid(_ text: String) -> Bool {
        guard text.hasPrefix(prefix) else { return false }
        let rest = text.utf8.dropFirst(prefix.utf8.count)
        guard let first = rest.first, alphabet.prefix(digits).contains(first) else { return false }
        return rest.count == length && rest.allSatisfy(alphabet.contains)
    }
}

extension SubjectReference {
    /// Names a Learning Review.
    ///
    /// - Parameter reference: The review's reference.
    /// - Returns: The reference.
    public static func learningReview(_ reference: String) -> SubjectReference {
        SubjectReference(kind: "learning-review", id: reference)
    }

    /// Names a step of a Learning Review that is to be taken.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - reference: The review's reference.
    /// - Returns: The reference.
    public static func learningReviewStep(
        _ step: LearningReviewStep,
        of reference: String
    ) -> SubjectReference {
        SubjectReference(kind: "learning-review-step", id: "\(reference)#\(step.rawValue)")
    }

    /// Names a pack by which a committee goes in its Learning Reviews.
    ///
    /// - Parameter id: The pack's identifier.
    /// - Returns: The reference.
    public static func learningReviewGuidance(_ id: String) -> SubjectReference {
        SubjectReference(kind: "learning-review-guidance", id: id)
    }
}
