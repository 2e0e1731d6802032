// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The examples that ship with the package, and the published documents beside it.
enum ExampleFiles {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let documents = root.deletingLastPathComponent()
        .appending(path: "shared/seeds")

    /// The bytes of an example, such as `perth-and-kinross/committee.json`.
    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "Examples").appending(path: path)))
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// The texts of every published document; empty where they are not beside the package.
    static func publishedTexts() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: documents.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(".txt") }.compactMap { name in
            (try? Data(contentsOf: documents.appending(path: name)))
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
