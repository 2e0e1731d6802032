// swift-tools-version: 6.3
// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// The long trial of reminders: `make trial`.
let package = Package(
    name: "reminder-trials",
    dependencies: [.package(name: "committee-kit", path: "../..", traits: [])],
    targets: [
        .executableTarget(
            name: "ReminderTrials",
            dependencies: [
                .product(name: "CommitteeKit", package: "committee-kit"),
                .product(name: "CommitteeTestKit", package: "committee-kit"),
            ]
        )
    ]
)
