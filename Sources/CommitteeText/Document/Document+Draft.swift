// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// Returns the document with a notice above everything that says that it is a draft.
    ///
    /// - Parameter notice: The words; nil leaves the document as it is.
    /// - Returns: The document.
    public func marked(asDraft notice: String?) -> Document {
        guard let notice else { return self }
        var document = self
        document.blocks.insert(.notice(.watermark, notice), at: 0)
        return document
    }
}
