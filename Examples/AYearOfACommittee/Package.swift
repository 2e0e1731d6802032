// swift-tools-version: 6.3
// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let package = Package(
    name: "a-year-of-a-committee",
    dependencies: [
        .package(name: "committee-kit", path: "../..", traits: ["Scripting"])
    ],
    targets: [
        .executableTarget(
            name: "AYearOfACommittee",
            dependencies: [
                .product(name: "CommitteeKit", package: "committee-kit"),
                .product(name: "CommitteeScripting", package: "committee-kit"),
                .product(name: "CommitteeTestKit", package: "committee-kit"),
            ]
        )
    ]
)
