// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Foundation
import Testing

@Suite("Golden files tell what differs")
struct GoldenFileTests {
    private func temporarySource() -> String {
        FileManager.default.temporaryDirectory
            .appendingPathComponent("golden-\(UUID().uuidString)/Test.swift").path
    }

    @Test("A missing file says how to record it")
    func missing() {
        let golden = GoldenFile("a.txt", besides: temporarySource(), isRecording: false)
        #expect(
            golden.difference(from: [])
                == "There is no golden file \(golden.path). Record it with RECORD_GOLDENS=1."
        )
    }

    @Test("Recording writes the file and still counts as a difference")
    func recording() {
        let source = temporarySource()
        let recorder = GoldenFile("a.txt", besides: source, isRecording: true)
        #expect(
            recorder.difference(from: Array("one\ntwo".utf8))
                == "Recorded \(recorder.path). Read it, then run again without RECORD_GOLDENS."
        )
        let golden = GoldenFile("a.txt", besides: source, isRecording: false)
        #expect(golden.difference(from: Array("one\ntwo".utf8)) == nil)
        #expect(
            golden.difference(from: Array("one\n2".utf8)) == """
                Line 2 differs from \(golden.path).
                expected: two
                found:    2
                Read the change; if it is right, record it with RECORD_GOLDENS=1.
                """
        )
        #expect(golden.difference(from: Array("one".utf8))?.contains("(no such line)") == true)
    }
}
