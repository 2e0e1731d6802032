// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension WorkInHand {
    /// The lists, each with its name in JSON and its heading.
    private var lists: [(name: String, heading: String, nothing: String, items: [Item])] {
        let until = (day + weeks * 7).inWords
        return [
            ("late", "Late", "Nothing is late.", late),
            ("due", "Due by \(until)", "Nothing is due by \(until).", due),
            ("waiting", "Waiting for somebody", "Nothing waits for anybody.", waiting),
            ("meetings", "Next meetings", "No meeting is planned.", meetings),
        ]
    }

    /// The work in hand as a document of one page.
    ///
    /// - Parameters:
    ///   - committee: The committee's name.
    ///   - most: The most lines of a list, the nearest ones; all of them when nil.
    /// - Returns: The document.
    public func document(of committee: String, showing most: Int? = nil) -> Document {
        let title = "\(committee): \(day.inWords)"
        var blocks: [Document.Block] = [.heading(1, title)]
        for list in lists {
            blocks.append(.heading(2, "\(list.heading) (\(list.items.count))"))
            guard !list.items.isEmpty else {
                blocks.append(.paragraph(list.nothing))
                continue
            }
            let shown = most.map { Array(list.items.prefix($0)) } ?? list.items
            blocks.append(.bullets(shown.map { Prose(line(of: $0)) }))
            if shown.count < list.items.count {
                blocks.append(.paragraph("And \(list.items.count - shown.count) more."))
            }
        }
        return Document(title: title, blocks: blocks)
    }

    private func line(of item: Item) -> String {
        let leads = item.leads.isEmpty ? "" : ": \(item.leads.joined(separator: ", "))"
        guard let date = item.date else { return item.words + leads }
        let days = date - day
        let when =
            if item.kind == .meeting || days >= 0 {
                date.inWords
            } else if [.approval, .proposedRisk, .decision].contains(item.kind) {
                "since \(date.inWords)"
            } else {
                "\(date.inWords), \(-days) \(days == -1 ? "day" : "days") ago"
            }
        return "\(Self.shortened(item.words))\(leads) (\(when))"
    }

    /// The words that have room on a line.
    private static func shortened(_ words: String) -> String {
        words.count <= 70 ? words : words.prefix(68) + "…"
    }

    /// The work in hand as JSON, with every item of each list.
    public var json: JSONObject {
        var members: JSONObject = ["on": .date(day), "weeks": .integer(weeks)]
        for list in lists {
            members[list.name] = .array(
                list.items.map { item in
                    [
                        "kind": .string(item.kind.rawValue),
                        "subject": .string(item.subject.description),
                        "words": .string(item.words), "date": .date(item.date),
                        "leads": .array(item.leads.map(JSONValue.string)),
                    ]
                }
            )
        }
        return members
    }
}
