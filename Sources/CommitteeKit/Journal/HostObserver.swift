// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a host wants to hear of its stores and of its plugins' runs: messages for its log, and measurements.
///
/// The library writes no log of its own and depends on no logging package; a host hands in closures. They are
/// called on the thread that did the work, so they are quick and may be called at once by several.
///
/// ```swift
/// let observer = HostObserver(
///     log: { event in logger.info("\(event.message)") },
///     measure: { measure in Recorder(label: measure.name).record(measure.value) })
/// let store = try SQLiteJournal(path: "council.sqlite", observer: observer)
/// ```
///
/// `Examples/Telemetry` hands in swift-log and swift-metrics. No event and no measurement holds a text, a payload
/// or an identifier of what a committee recorded.
public struct HostObserver: Sendable {
    /// How much an event matters.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        /// For whoever looks for a fault.
        case debug
        /// Something that a host does not do every day.
        case info
        /// Something that could not be done now.
        case warning
        /// Something that somebody must see to.
        case error
    }

    /// Something that happened.
    public struct Event: Hashable, Sendable {
        /// How much it matters.
        public var level: Level
        /// What it is, the same for ever, such as `store.failed`.
        public var name: String
        /// What it is, in a sentence.
        public var message: String
        /// More about it, such as the code of an error.
        public var details: [String: String]

        /// Creates an event.
        ///
        /// - Parameters:
        ///   - level: How much it matters.
        ///   - name: What it is, the same for ever.
        ///   - message: What it is, in a sentence.
        ///   - details: More about it.
        public init(
            _ level: Level,
            _ name: String,
            _ message: String,
            details: [String: String] = [:]
        ) {
            self.level = level
            self.name = name
            self.message = message
            self.details = details
        }
    }

    /// Something that was measured or counted.
    public struct Measure: Hashable, Sendable {
        /// What a value is.
        public enum Unit: String, Hashable, Sendable, CaseIterable {
            /// Seconds by a clock that only goes forward.
            case seconds
            /// How many more there are.
            case count
        }

        /// What was measured, the same for ever, such as `store.write`.
        public var name: String
        /// The value.
        public var value: Double
        /// What the value is.
        public var unit: Unit
        /// Of what it was measured, such as the plugin.
        public var labels: [String: String]

        /// Creates a measurement.
        ///
        /// - Parameters:
        ///   - name: What was measured.
        ///   - value: The value.
        ///   - unit: What the value is.
        ///   - labels: Of what it was measured.
        public init(
            _ name: String,
            _ value: Double,
            _ unit: Unit,
            labels: [String: String] = [:]
        ) {
            self.name = name
            self.value = value
            self.unit = unit
            self.labels = labels
        }
    }

    /// Takes what happened.
    public let log: @Sendable (Event) -> Void
    /// Takes what was measured; nil when nobody wants to know, and then nothing is measured.
    public let measure: (@Sendable (Measure) -> Void)?

    /// Creates an observer.
    ///
    /// - Parameters:
    ///   - log: Takes what happened.
    ///   - measure: Takes what was measured; nil when nobody wants to know.
    public init(
        log: @escaping @Sendable (Event) -> Void = { _ in },
        measure: (@Sendable (Measure) -> Void)? = nil
    ) {
        self.log = log
        self.measure = measure
    }

    /// An observer that hears of nothing.
    public static let none = HostObserver()

    /// Returns when something begins, when it is measured.
    package func start() -> ContinuousClock.Instant? { measure == nil ? nil : .now }

    /// Measures how long something took that began at an instant.
    package func finish(
        _ name: String,
        since start: ContinuousClock.Instant?,
        labels: [String: String] = [:]
    ) {
        guard let measure, let start else { return }
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        measure(
            Measure(name, Double(seconds) + Double(attoseconds) / 1e18, .seconds, labels: labels)
        )
    }

    /// Counts something.
    package func count(_ name: String, _ value: Int, labels: [String: String] = [:]) {
        measure?(Measure(name, Double(value), .count, labels: labels))
    }
}
