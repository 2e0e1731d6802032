// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import Glibc

/// Where the tool writes: the standard output, the error output, and files.
enum Output {
    /// The reader of a pipe went away: there is nobody left to tell.
    struct ReaderGone: Error {}

    /// Writes to the standard output what something renders, as it comes.
    ///
    /// - Parameter body: Renders into the standard output.
    /// - Throws: What the body throws; ``ReaderGone`` or ``Complaint`` when the output cannot be
    ///   written.
    static func write(_ body: (inout FileSink) throws -> Void) throws {
        var sink = FileSink(STDOUT_FILENO)
        try body(&sink)
        guard let failure = sink.failure else { return }
        guard failure.code != EPIPE else { throw ReaderGone() }
        throw Complaint(unwritten: "The output cannot be written: \(failure.words).")
    }

    /// Writes bytes to the standard output.
    static func write(_ bytes: [UInt8]) throws { try write { $0.write(bytes) } }

    /// Writes text to the standard output.
    static func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Writes a JSON value to the standard output, for people and programs.
    static func write(_ value: JSONValue) throws { try write(value.indentedText) }

    /// Writes a document to the standard output as text for people.
    static func write(_ document: Document) throws { try write { show(document, in: &$0) } }

    /// Writes a document as text for people.
    static func show(_ document: Document, in sink: inout FileSink) {
        guard TerminalPage.hasColour || isatty(STDOUT_FILENO) == 1 else {
            return PlainTextRenderer(width: width).render(document, into: &sink)
        }
        var bytes: [UInt8] = []
        PlainTextRenderer(width: width).render(document, into: &bytes)
        var text = String(decoding: bytes, as: UTF8.self)
        if TerminalPage.hasColour { text = TerminalPage.painted(text, of: document) }
        if !TerminalPage.show(text) { sink.write(text.utf8) }
    }

    /// Writes text to the error output; a failure there has nowhere to go.
    static func complain(_ text: String) {
        var sink = FileSink(STDERR_FILENO)
        sink.write(text.utf8)
    }

    /// Says something that is no failure, on the error output.
    static func note(_ text: String) {
        complain("committee: \(TerminalLine.visible(text))\n")
    }

    /// Says that a long step begins, when a person watches.
    static func progress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        complain("\(TerminalLine.visible(text))\n")
    }

    /// The number of characters in a line: the terminal's, or 100.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
            size.ws_col > 0
        else { return 100 }
        return min(Int(size.ws_col), 160)
    }

    /// Keeps the numbers of the standard files taken.
    ///
    /// When one of them is closed, the next file that is opened, such as a store, would get its
    /// number and be written to as if it were the output. What stands there instead fails when it is
    /// used, as a closed file does.
    static func holdStandardFiles() {
        for file in STDIN_FILENO...STDERR_FILENO where fcntl(file, F_GETFD) < 0 {
            _ = open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// Complains when one of the two outputs would go into a store, or into a file that SQLite keeps beside one.
    ///
    /// Nothing was written before. What would be said into a store is said on the other output.
    ///
    /// - Throws: ``Complaint`` when one does.
    static func checkStandardOutputs() throws {
        if let place = DatabaseFile.place(ofOpen: STDERR_FILENO) {
            // From here on nothing more goes there.
            let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
            if nowhere >= 0 {
                dup2(nowhere, STDERR_FILENO)
                close(nowhere)
            }
            let complaint = complaint(of: "error output", place)
            if DatabaseFile.place(ofOpen: STDOUT_FILENO) == nil {
                try write("committee: \(complaint.message)\n")
            }
            throw complaint
        }
        if let place = DatabaseFile.place(ofOpen: STDOUT_FILENO) {
            throw complaint(of: "standard output", place)
        }
    }

    private static func complaint(of output: String, _ place: DatabaseFile.Place) -> Complaint {
        let what =
            switch place {
            case .store: "is a SQLite database, as every store is, and the output would damage it."
            case .beside:
                "is a file that SQLite keeps beside a store, and the output would damage the store."
            }
        return Complaint("The \(output) \(what) Nothing was written; name another file.")
    }

    /// An error of the system, by its number.
    struct SystemError: Error {
        var code: Int32
        var words: String { String(cString: strerror(code)) }
    }
}
#endif
