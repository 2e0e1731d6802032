// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The note that a document was imported.
public struct ImportRecord: Hashable, Sendable {
    /// The document's name.
    public var document: String
    /// The digest of the document's bytes and of the repairs, in hexadecimal digits.
    public var digest: String
    /// The layout that read it.
    public var layout: String
    /// The date of which its progress speaks.
    public var reportedOn: CivilDate?

    /// Creates a note.
    ///
    /// - Parameters:
    ///   - document: The document's name.
    ///   - digest: The digest of its bytes.
    ///   - layout: The layout that read it.
    ///   - reportedOn: The date of which its progress speaks.
    public init(document: String, digest: String, layout: String, reportedOn: CivilDate?) {
        self.document = document
        self.digest = digest
        self.layout = layout
        self.reportedOn = reportedOn
    }
}

extension ImportRecord {
    var json: JSONObject {
        JSONObject(compact: [
            "document": .string(document), "digest": .string(digest), "layout": .string(layout),
            "reportedOn": .date(reportedOn),
        ])
    }

    init?(json: JSONObject) {
        guard let document = json.text("document"), let digest = json.text("digest"),
            let layout = json.text("layout")
        else { return nil }
        self.init(
            document: document,
            digest: digest,
            layout: layout,
            reportedOn: json.date("reportedOn")
        )
    }
}
