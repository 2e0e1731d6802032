// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// How a number went from one period to the next, drawn as a small line.
    ///
    /// The numbers themselves stand in a table beside it.
    public struct Sparkline: Hashable, Sendable {
        /// A number and the period of which it tells.
        public struct Point: Hashable, Sendable {
            /// The period, in few words.
            public var label: String
            /// The number as people read it, such as `2,530`, or why there is none.
            public var words: String
            /// The number in thousandths; nil where there is none, which leaves a gap.
            public var thousandths: Int?

            /// Creates a point.
            ///
            /// - Parameters:
            ///   - label: The period, in few words.
            ///   - words: The number as people read it, or why there is none.
            ///   - thousandths: The number in thousandths; nil where there is none.
            public init(_ label: String, _ words: String, thousandths: Int?) {
                self.label = label
                self.words = words
                self.thousandths = thousandths
            }
        }

        /// What the line shows.
        public var title: String
        /// The numbers, in order.
        public var points: [Point]

        /// Creates a line.
        ///
        /// - Parameters:
        ///   - title: What the line shows.
        ///   - points: The numbers, in order.
        public init(title: String, points: [Point]) {
            self.title = title
            self.points = points
        }
    }
}

extension Document.Sparkline {
    /// The line in words: where it begins and where it ends, the least and the most.
    package var summary: String {
        let known = points.filter { $0.thousandths != nil }
        let gaps = points.count - known.count
        let without = gaps == 0 ? "" : " \(gaps) without a number."
        guard let first = known.first, let last = known.last,
            let least = known.min(by: { ($0.thousandths ?? 0) < ($1.thousandths ?? 0) }),
            let most = known.max(by: { ($0.thousandths ?? 0) < ($1.thousandths ?? 0) })
        else { return "No number to draw." }
        func say(_ point: Point) -> String { "\(point.words) (\(point.label))" }
        guard known.count > 1 else { return "\(say(first)).\(without)" }
        return
            "From \(say(first)) to \(say(last)); least \(say(least)), most \(say(most)).\(without)"
    }

    /// Where the points stand in a drawing of a size, in whole units; nil for a gap.
    func places(width: Int, height: Int, margin: Int) -> [(x: Int, y: Int)?] {
        let numbers = points.compactMap(\.thousandths)
        guard let least = numbers.min(), let most = numbers.max() else { return [] }
        let span = Double(max(most - least, 1))
        let room = Double(height - 2 * margin)
        return points.enumerated().map { place, point in
            guard let number = point.thousandths else { return nil }
            let step = points.count < 2 ? 0 : (width - 2 * margin) * place / (points.count - 1)
            let up = most == least ? room / 2 : Double(number - least) / span * room
            return (margin + step, height - margin - Int(up + 0.5))
        }
    }
}
