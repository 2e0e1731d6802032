// swift-tools-version: 6.3
// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// The measurements of `make bench`. Nothing of the product depends on this package.
let package = Package(
    name: "committee-bench",
    dependencies: [
        .package(name: "committee-kit", path: "../..", traits: ["Scripting", "SQLite"])
    ],
    targets: [
        // The plan that everybody is given, made from a seed; knows nothing of CommitteeKit.
        .target(name: "BenchPlan"),
        .executableTarget(name: "bench-data", dependencies: ["BenchPlan"]),
        // Ours, through the public API alone.
        .executableTarget(
            name: "bench-ours",
            dependencies: [
                "BenchPlan", "CBenchMemory",
                .product(name: "CommitteeKit", package: "committee-kit"),
                .product(name: "CommitteeScripting", package: "committee-kit"),
            ]
        ),
        // Reminders and risks, which nobody else makes: only our own figures.
        .executableTarget(
            name: "bench-rooms",
            dependencies: [
                .product(name: "CommitteeKit", package: "committee-kit"),
                .product(name: "CommitteeScripting", package: "committee-kit"),
                .product(name: "CommitteeTestKit", package: "committee-kit"),
            ]
        ),
        // The store, beside the same work in C.
        .executableTarget(
            name: "bench-store",
            dependencies: [
                .product(name: "CommitteeKit", package: "committee-kit"),
                .product(name: "CommitteeStorage", package: "committee-kit"),
            ]
        ),
        .executableTarget(
            name: "bench-store-c",
            linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("sodium")]
        ),
        .target(name: "CBenchMemory"),
        // The floor: the same Lua work in a plain C host.
        .systemLibrary(
            name: "CBenchLua",
            pkgConfig: "lua5.4",
            providers: [.apt(["liblua5.4-dev"])]
        ),
        .executableTarget(name: "bench-floor", dependencies: ["CBenchLua"]),
    ]
)

// A peer: what many Swift programs would use for a report instead. Set BENCH_WITHOUT_MUSTACHE where it
// cannot be fetched; `run.sh` does so by itself.
if Context.environment["BENCH_WITHOUT_MUSTACHE"] == nil {
    package.dependencies.append(
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1")
    )
    package.targets.append(
        .executableTarget(
            name: "bench-mustache",
            dependencies: ["BenchPlan", .product(name: "Mustache", package: "swift-mustache")]
        )
    )
}
