// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// Who writes, and where each lead reads.
struct AddressBook {
    let from: MailMessage.Mailbox
    private let leads: [String: String]
    private let coordinator: String

    /// Reads an address book.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8.
    ///   - source: The name of the file, for messages.
    /// - Throws: `JSONError` with the line of the first mistake.
    init(reading bytes: [UInt8], source: String) throws(JSONError) {
        let node = try JSONReader.read(bytes, source: source)
        let fields = try JSONFields(node, in: source, known: ["from", "leads", "coordinator"])
        let from = try fields.required("from", as: .fields(known: ["name", "address"]))
        self.from = MailMessage.Mailbox(
            name: try from.required("name", as: .text),
            address: try from.required("address", as: .text)
        )
        let leads = try fields.required("leads", as: .map(of: .text))
        self.leads = Dictionary(
            leads.map { ($0.key.lowercased(), $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        coordinator = try fields.required("coordinator", as: .text)
    }

    /// Where a lead reads; the coordinator's address when none is known.
    func address(of lead: String?) -> String {
        lead.flatMap { leads[$0.lowercased()] } ?? coordinator
    }
}
