// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit
public import Logging
import Metrics

extension HostObserver {
    /// Returns an observer that writes to a logger of swift-log and to the metrics of swift-metrics.
    ///
    /// - Parameter logger: The logger.
    /// - Returns: The observer, to be handed to a store or to plugins.
    public static func reporting(to logger: Logger) -> HostObserver {
        HostObserver(
            log: { event in
                logger.log(
                    level: Logger.Level(event.level),
                    "\(event.message)",
                    metadata: event.details.mapValues { "\($0)" }.merging(["event": "\(event.name)"]
                    ) {
                        first,
                        _ in first
                    }
                )
            },
            measure: { measure in
                let dimensions = measure.labels.sorted { $0.key < $1.key }.map {
                    ($0.key, $0.value)
                }
                switch measure.unit {
                case .seconds:
                    Metrics.Timer(label: measure.name, dimensions: dimensions)
                        .recordSeconds(measure.value)
                case .count:
                    Counter(label: measure.name, dimensions: dimensions)
                        .increment(by: Int64(measure.value))
                }
            }
        )
    }
}

extension Logger.Level {
    fileprivate init(_ level: HostObserver.Level) {
        switch level {
        case .debug: self = .debug
        case .info: self = .info
        case .warning: self = .warning
        case .error: self = .error
        }
    }
}
