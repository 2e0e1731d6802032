// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit

/// The ending of the name of a file that is to be written, which says what people expect in it.
struct OutputEnding {
    private let path: String
    private let ending: String
    /// The form that the ending names; nil for an ending that no form has.
    let form: OutputForm?

    /// The endings of documents that people open with an office program or a viewer.
    private static let others: Set<String> = [
        "doc", "odt", "rtf", "xls", "ods", "ppt", "pptx", "png", "jpg", "jpeg", "svg",
        "zip", "sqlite", "ics", "lua",
    ]

    /// Creates the ending of a path; nil without a path, and of a name that has no ending.
    ///
    /// - Throws: ``Complaint`` when the path ends like a document of a kind that is not written here.
    init?(of path: String?) throws(Complaint) {
        // What is a store already is refused as such.
        guard let path, path != "-", !DatabaseFile.stands(at: path) else { return nil }
        let name = path[
            (path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...
        ]
        guard let dot = name.dropFirst().lastIndex(of: "."), !path.hasPrefix("/dev/") else {
            return nil
        }
        self.path = path
        ending = name[name.index(after: dot)...].lowercased()
        form =
            switch ending {
            case "htm": .text(.html)
            case "markdown": .text(.markdown)
            case "text": .plainText
            default: OutputForm(name: ending)
            }
        if Self.others.contains(ending) {
            throw Complaint(
                "“\(path)” ends as a file of another kind. \(Self.advice).",
                isUsage: true
            )
        }
    }

    /// Refuses an ending that says another form than is written.
    ///
    /// - Parameters:
    ///   - asked: The form that was asked for.
    ///   - mediaType: The media type of a report that writes bytes of its own.
    ///   - report: The report.
    /// - Throws: ``Complaint`` when the ending is unknown and no form was asked for, or says another
    ///   form.
    func check(form asked: OutputForm?, own mediaType: String?, of report: String)
        throws(Complaint)
    {
        if let mediaType {
            let own = form?.mediaType.prefix { $0 != ";" }
            guard let own, own != mediaType.prefix(while: { $0 != ";" }) else { return }
            throw Complaint(
                "The report “\(report)” writes \(mediaType) of its own, and “\(path)” ends as "
                    + "another kind of file. Give it an ending that fits.",
                isUsage: true
            )
        }
        if let form, let asked, form != asked {
            throw Complaint(
                "--as \(asked.name) and the ending of “\(path)” name two forms. Change one of "
                    + "them.",
                isUsage: true
            )
        }
        guard form == nil, asked == nil else { return }
        throw Complaint(
            "“\(path)” ends in .\(ending), which names no form. \(Self.advice), or say the form with "
                + "--as.",
            isUsage: true
        )
    }

    private static var advice: String {
        let names = OutputForm.all.map { ".\($0.name)" }.joined(separator: ", ")
        return "What can be written ends in \(names)"
    }
}
#endif
