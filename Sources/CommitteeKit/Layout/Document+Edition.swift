// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document.Page {
    /// Creates the page of a document about an edition: the committee at its head, the day and for whom at its
    /// foot.
    ///
    /// - Parameters:
    ///   - edition: The edition.
    ///   - title: What the document is called.
    public init(of edition: Edition, title: String) {
        let name = edition.name.isEmpty ? edition.committee : edition.name
        self.init(
            header: title.contains(name) ? title : "\(name): \(title)",
            footer: "As at \(edition.asOf.inWords). Audience: \(edition.audience.rawValue)."
        )
    }
}
