// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A file that holds what a report is expected to be, byte for byte.
///
/// When the environment has `RECORD_GOLDENS=1`, the file is written anew, and that is a difference
/// too: a run that records can never be taken for one that passes.
///
/// ```swift
/// let golden = GoldenFile("report.html", besides: #filePath, in: "../Goldens")
/// let difference = golden.difference(from: document.render(.html))
/// #expect(difference == nil, "\(difference ?? "")")
/// ```
public struct GoldenFile: Sendable {
    /// Where the file is.
    public let path: String
    private let isRecording: Bool

    /// Creates a golden file.
    ///
    /// - Parameters:
    ///   - name: The name of the file.
    ///   - source: The path of the test's source file, `#filePath`.
    ///   - folder: The folder of the file, seen from that of the source file.
    ///   - isRecording: Whether the file is written anew; nil asks the environment.
    public init(
        _ name: String,
        besides source: String,
        in folder: String = "Goldens",
        isRecording: Bool? = nil
    ) {
        path =
            URL(fileURLWithPath: source).deletingLastPathComponent()
            .appendingPathComponent(folder).appendingPathComponent(name).standardized.path
        self.isRecording =
            isRecording ?? (ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1")
    }

    /// Compares bytes with the file, or writes them to it when recording.
    ///
    /// - Parameter bytes: What was made.
    /// - Returns: Nil when the file has the same bytes; otherwise what differs and what to do, with
    ///   the number of the first line that is not the same.
    public func difference(from bytes: [UInt8]) -> String? {
        if isRecording { return record(bytes) }
        guard let data = FileManager.default.contents(atPath: path) else {
            return "There is no golden file \(path). Record it with RECORD_GOLDENS=1."
        }
        let expected = [UInt8](data)
        guard expected != bytes else { return nil }
        let found = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let wanted = expected.split(separator: 0x0A, omittingEmptySubsequences: false)
        let index = zip(found, wanted).prefix { $0 == $1 }.count
        func text(_ lines: [ArraySlice<UInt8>]) -> String {
            index < lines.count ? String(decoding: lines[index], as: UTF8.self) : "(no such line)"
        }
        return """
            Line \(index + 1) differs from \(path).
            expected: \(text(wanted))
            found:    \(text(found))
            Read the change; if it is right, record it with RECORD_GOLDENS=1.
            """
    }

    private func record(_ bytes: [UInt8]) -> String {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            return "Recorded \(path). Read it, then run again without RECORD_GOLDENS."
        } catch {
            return "The golden file \(path) cannot be written: \(error)"
        }
    }
}
