// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Plan {
    /// Returns the day on which the next edition of the plan's document is due.
    ///
    /// The document says how often it comes out, in a fact of the layout that is called `updates`, such
    /// as `every 6 weeks`; its own day is that of the fact `progress`, or else of its publication.
    ///
    /// ```swift
    /// // “October 12, 2016”, and “every 6 weeks”
    /// plan.nextUpdate()  // 2016-11-23
    /// ```
    ///
    /// - Parameter timescales: The reader of the words.
    /// - Returns: The day, or nil when the document does not say how often it comes out, or when it did.
    public func nextUpdate(reading timescales: TimescaleReader = TimescaleReader()) -> CivilDate? {
        guard let words = statedFact("updates"),
            case .recurring(let recurrence) = timescales.read(words).reading,
            let date = statedFact("progress") ?? statedFact("published") ?? statedFact("approved")
        else { return nil }
        let reading = timescales.read(date)
        guard let last = reading.due ?? reading.until else { return nil }
        return try? Cadence(every: recurrence.every, from: last).next(after: last)
    }
}
