// swift-tools-version: 6.3
// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let package = Package(
    name: "committee-kit",
    products: [
        .library(name: "CommitteeKit", targets: ["CommitteeKit"]),
        .library(name: "CommitteeText", targets: ["CommitteeText"]),
        .library(name: "CommitteeScripting", targets: ["CommitteeScripting"]),
        .library(name: "CommitteeStorage", targets: ["CommitteeStorage"]),
        .library(name: "CommitteeOffice", targets: ["CommitteeOffice"]),
        .library(name: "CommitteeTestKit", targets: ["CommitteeTestKit"]),
        .executable(name: "committee", targets: ["CommitteeTool"]),
    ],
    traits: [
        .trait(name: "Scripting", description: "Runs Lua plugins. Needs liblua5.4-dev."),
        .trait(
            name: "SQLite",
            description: "Keeps journals in SQLite. Needs libsqlite3-dev and libsodium-dev."
        ),
        .trait(
            name: "Office",
            description: "Writes and reads Word and Excel. Needs libzip-dev, libexpat1-dev and "
                + "libxlsxwriter-dev."
        ),
        .trait(
            name: "Tool",
            description: "Builds the command line tool.",
            enabledTraits: ["Scripting", "SQLite", "Office"]
        ),
        .default(enabledTraits: ["Scripting", "SQLite", "Office", "Tool"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // The text floor: JSON, days, prose, documents and their renderers; it knows of no committee.
        .target(name: "CommitteeText"),

        // The domain. Imports nothing but the text floor and the standard library.
        .target(name: "CommitteeKit", dependencies: ["CommitteeText"]),
        .target(name: "CommitteeTestKit", dependencies: ["CommitteeKit"]),

        // The Lua host.
        .systemLibrary(
            name: "CLua",
            pkgConfig: "lua5.4",
            providers: [.apt(["liblua5.4-dev"])]
        ),
        .target(
            name: "CLuaHost",
            dependencies: [.target(name: "CLua", condition: .when(traits: ["Scripting"]))],
            cSettings: [.define("COMMITTEE_SCRIPTING", .when(traits: ["Scripting"]))]
        ),
        .target(
            name: "CommitteeScripting",
            dependencies: [
                "CommitteeKit",
                .target(name: "CLuaHost", condition: .when(traits: ["Scripting"])),
            ]
        ),

        // The journal on SQLite.
        .systemLibrary(
            name: "CLibsodium",
            pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]
        ),
        .target(
            name: "CommitteeStorage",
            dependencies: [
                "CommitteeKit",
                .target(name: "CLibsodium", condition: .when(traits: ["SQLite"])),
                .product(
                    name: "GRDB",
                    package: "GRDB.swift",
                    condition: .when(traits: ["SQLite"])
                ),
                // SQLite itself, as GRDB has it: the limits of a connection.
                .product(
                    name: "GRDBSQLite",
                    package: "GRDB.swift",
                    condition: .when(traits: ["SQLite"])
                ),
            ]
        ),

        // Word and Excel.
        .systemLibrary(name: "CLibzip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(
            name: "CXlsxwriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]
        ),
        .target(
            name: "CommitteeOffice",
            dependencies: [
                "CommitteeKit",
                .target(name: "CLibzip", condition: .when(traits: ["Office"])),
                .target(name: "CExpat", condition: .when(traits: ["Office"])),
                .target(name: "CXlsxwriter", condition: .when(traits: ["Office"])),
            ]
        ),

        // The command line.
        .executableTarget(
            name: "CommitteeTool",
            dependencies: [
                "CommitteeKit", "CommitteeOffice", "CommitteeScripting", "CommitteeStorage",
                .product(
                    name: "ArgumentParser",
                    package: "swift-argument-parser",
                    condition: .when(traits: ["Tool"])
                ),
            ]
        ),

        // Works out hidden numbers from all that was published. Tests only.
        .target(
            name: "SuppressionAttack",
            dependencies: ["CommitteeKit", "CommitteeTestKit"],
            path: "Tests/SuppressionAttack"
        ),
        .executableTarget(
            name: "SuppressionTrials",
            dependencies: ["CommitteeKit", "SuppressionAttack"],
            path: "Tests/SuppressionTrials"
        ),
        // Takes risks through workflows by chance. Tests only.
        .target(
            name: "WorkflowSequences",
            dependencies: ["CommitteeKit", "CommitteeTestKit"],
            path: "Tests/WorkflowSequences"
        ),
        .executableTarget(
            name: "WorkflowTrials",
            dependencies: ["CommitteeKit", "CommitteeScripting", "WorkflowSequences"],
            path: "Tests/WorkflowTrials"
        ),
        .testTarget(
            name: "CommitteeKitTests",
            dependencies: [
                "CommitteeKit", "CommitteeTestKit", "SuppressionAttack", "WorkflowSequences",
            ],
            exclude: [
                "Goldens", "Documents/Goldens", "Figures/Goldens", "Fixtures/Goldens",
                "LearningReviews/Goldens", "Quality/Goldens", "Voice/Goldens",
                "Programmes/Goldens",
                "Meeting/Goldens",
                "Outgoing/Goldens", "Risk/Goldens", "Rounds/Goldens",
            ]
        ),
        // Lua as it comes, to compare the host's libraries with. Tests only.
        .target(
            name: "StockLua",
            dependencies: [.target(name: "CLua", condition: .when(traits: ["Scripting"]))],
            path: "Tests/StockLua",
            cSettings: [.define("COMMITTEE_SCRIPTING", .when(traits: ["Scripting"]))]
        ),
        .testTarget(
            name: "CommitteeScriptingTests",
            dependencies: [
                "CommitteeKit", "CommitteeScripting", "CommitteeTestKit", "StockLua",
                .target(name: "CLuaHost", condition: .when(traits: ["Scripting"])),
            ],
            exclude: [
                "Attacks/Corpus", "Libraries/random-calls.lua", "Reports/Goldens", "Rounds/Goldens",
            ]
        ),
        // Records until its power is cut. Tests only.
        .executableTarget(
            name: "JournalWriter",
            dependencies: ["CommitteeKit", "CommitteeStorage"],
            path: "Tests/PowerCut/Writer"
        ),
        .testTarget(
            name: "CommitteeStorageTests",
            dependencies: [
                "CommitteeKit", "CommitteeStorage", "CommitteeTestKit", "JournalWriter",
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "CommitteeOfficeTests",
            dependencies: ["CommitteeKit", "CommitteeOffice", "CommitteeTestKit"]
        ),
        .testTarget(
            name: "CommitteeToolTests",
            dependencies: [
                "CommitteeKit", "CommitteeOffice", "CommitteeScripting", "CommitteeStorage",
                "CommitteeTestKit", "CommitteeTool",
            ],
            exclude: ["Outputs/Goldens", "Outputs/plugins"]
        ),
    ]
)

// The same rules for every target.
for target in package.targets where [.regular, .test, .executable].contains(target.type) {
    guard !["CLuaHost", "StockLua"].contains(target.name) else { continue }
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),  // SE-0335
            .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
            .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
            .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
            .enableUpcomingFeature("ImmutableWeakCaptures"),  // SE-0481
            .treatAllWarnings(as: .error),  // SE-0480
        ]
}
