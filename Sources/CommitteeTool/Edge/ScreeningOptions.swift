// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// Which lines may be recorded although they may tell who a child or a family is.
struct ScreeningOptions: ParsableArguments {
    @Option(
        name: .customLong("accept-text"),
        help: ArgumentHelp(
            "A line that was held and is harmless, as the message names it; repeat it.",
            valueName: "text:line"
        )
    )
    var accept: [String] = []

    /// The variable of the environment that names a file of the council's own words.
    static let variable = "COMMITTEE_SCREEN"

    /// Returns the screen of the tool: the standard one, with the words of the council's file.
    static func screen() throws -> TextScreen {
        var screen = TextScreen.standard
        guard let path = Environment.value(of: variable) else { return screen }
        let file = try InputFile(path, "list of words")
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            throw Complaint("\(path) is not UTF-8. Save it as UTF-8, or unset \(variable).")
        }
        try screen.add(reading: text, named: path)
        return screen
    }
}
#endif
