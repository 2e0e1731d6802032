// swift-tools-version: 6.3
// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let package = Package(
    name: "reminder-mailer",
    dependencies: [
        .package(name: "committee-kit", path: "../..", traits: ["Scripting", "SQLite"])
    ],
    targets: [
        .executableTarget(
            name: "ReminderMailer",
            dependencies: [
                .product(name: "CommitteeKit", package: "committee-kit"),
                .product(name: "CommitteeScripting", package: "committee-kit"),
                .product(name: "CommitteeStorage", package: "committee-kit"),
            ]
        )
    ]
)
