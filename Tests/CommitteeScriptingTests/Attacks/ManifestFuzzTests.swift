// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Foundation
import Testing

/// Mutations of a manifest never do more than throw an error with its place.
///
/// The seed is fixed, so a failure can be repeated; `FUZZ_SECONDS` runs it for longer.
@Suite("Fuzzing the manifest") struct ManifestFuzzTests {
    static let manifests = [
        MemoryFiles.manifest("demo"),
        MemoryFiles.manifest(
            "demo",
            """
            "settings": { "days": { "type": "integer", "title": "Days", "default": 30,
              "minimum": 1, "maximum": 365 } },
            "limits": { "fuel": 1000, "memory": 8, "milliseconds": 100 }, "after": ["standard"]
            """
        ),
    ]

    /// What libFuzzer found worth keeping; `Tests/Campaigns` says how.
    @Test("The kept inputs are refused with their place, or read")
    func keptInputsAreRefused() throws {
        let folder = ShippedPlugins.root.appending(path: "Tests/Campaigns/Corpus/manifest")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count > 100)
        for name in names {
            let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
            do throws(JSONError) {
                let manifest = try PluginManifest(bytes, folder: "demo", limits: ScriptLimits())
                #expect(manifest.id == "demo", "\(name)")
            } catch {
                #expect(!error.message.isEmpty && error.line > 0, "\(name): \(error)")
            }
        }
    }

    @Test("A damaged manifest is refused with its place, or read")
    func aDamagedManifestIsRefused() throws {
        let seconds = ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap(Double.init) ?? 0
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var random = SeededGenerator(seed: 20_261_101)
        var tried = 0, read = 0
        while tried < 20_000 || clock.now < end {
            var bytes = Array(
                Self.manifests[Int.random(in: 0..<Self.manifests.count, using: &random)].utf8
            )
            for _ in 0...Int.random(in: 0...3, using: &random) {
                Self.damage(&bytes, using: &random)
            }
            tried += 1
            do throws(JSONError) {
                let manifest = try PluginManifest(bytes, folder: "demo", limits: ScriptLimits())
                #expect(manifest.id == "demo")
                #expect(manifest.limits == manifest.limits.lowered(to: ScriptLimits()))
                read += 1
            } catch {
                #expect(!error.message.isEmpty && error.line > 0, "\(error)")
            }
        }
        print("manifests: \(tried) tried, \(read) read, seed 20261101")
        #expect(read > 0 && read < tried)
    }

    private static let words = [
        "{", "}", "[", "]", "\"", ",", ":", "null", "true", "-", "1e999", "99999999999999999999",
        "\\ud800", "\\u0000", "\u{FEFF}", "\"id\":", "\"limits\":", "\u{0}", "// x\n",
    ]

    private static func damage(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
        let place = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0 where !bytes.isEmpty: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1 where !bytes.isEmpty: bytes.remove(at: place)
        case 2:
            bytes.insert(
                contentsOf: Self.words.randomElement(using: &random)?.utf8 ?? "".utf8,
                at: place
            )
        case 3: bytes.removeLast(bytes.count - place)
        case 4: bytes += bytes[place...]
        default: bytes.insert(UInt8.random(in: 32...126, using: &random), at: place)
        }
    }
}
#endif
