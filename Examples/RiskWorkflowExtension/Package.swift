// swift-tools-version: 6.3
// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let package = Package(
    name: "risk-workflow-extension",
    products: [
        .library(name: "RiskWorkflowExtension", targets: ["RiskWorkflowExtension"])
    ],
    dependencies: [
        .package(name: "committee-kit", path: "../..", traits: [])
    ],
    targets: [
        .target(
            name: "RiskWorkflowExtension",
            dependencies: [.product(name: "CommitteeKit", package: "committee-kit")]
        ),
        .testTarget(
            name: "RiskWorkflowExtensionTests",
            dependencies: [
                "RiskWorkflowExtension",
                .product(name: "CommitteeKit", package: "committee-kit"),
                .product(name: "CommitteeTestKit", package: "committee-kit"),
            ]
        ),
    ]
)
