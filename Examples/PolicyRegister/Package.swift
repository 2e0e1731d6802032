// swift-tools-version: 6.3
// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let package = Package(
    name: "policy-register",
    products: [
        .library(name: "PolicyRegister", targets: ["PolicyRegister"])
    ],
    dependencies: [
        .package(name: "committee-kit", path: "../..", traits: ["Scripting"])
    ],
    targets: [
        .target(
            name: "PolicyRegister",
            dependencies: [.product(name: "CommitteeKit", package: "committee-kit")]
        ),
        .testTarget(
            name: "PolicyRegisterTests",
            dependencies: [
                "PolicyRegister",
                .product(name: "CommitteeKit", package: "committee-kit"),
                .product(name: "CommitteeScripting", package: "committee-kit"),
                .product(name: "CommitteeTestKit", package: "committee-kit"),
            ]
        ),
    ]
)
