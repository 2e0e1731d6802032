// swift-tools-version: 6.3
// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// Hands swift-log and swift-metrics to a store. CommitteeKit itself depends on neither.
let package = Package(
    name: "telemetry",
    dependencies: [
        .package(name: "committee-kit", path: "../..", traits: ["SQLite"]),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
    ],
    targets: [
        .target(
            name: "TelemetryBridge",
            dependencies: [
                .product(name: "CommitteeKit", package: "committee-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ]
        ),
        .executableTarget(
            name: "Telemetry",
            dependencies: [
                "TelemetryBridge",
                .product(name: "CommitteeStorage", package: "committee-kit"),
            ]
        ),
    ]
)
