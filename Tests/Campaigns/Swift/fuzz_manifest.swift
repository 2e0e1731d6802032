// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// libFuzzer on the manifest of a plugin: whatever the bytes, it is read or refused with its place.

import CommitteeKit
import CommitteeScripting

/// Reads some bytes as a manifest.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzManifest(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    do throws(JSONError) {
        let limits = ScriptLimits()
        let manifest = try PluginManifest(bytes, folder: "demo", limits: limits)
        precondition(manifest.id == "demo", "a manifest of another plugin was read")
        precondition(manifest.limits == manifest.limits.lowered(to: limits), "limits were raised")
    } catch {
        precondition(!error.message.isEmpty && error.line > 0, "a refusal without its place")
    }
    return 0
}
