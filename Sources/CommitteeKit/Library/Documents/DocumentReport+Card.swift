// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
// MARK: One document

extension DocumentReport {
    /// Makes a page of everything that is known about one document.
    ///
    /// - Parameters:
    ///   - document: The document, as the edition has it.
    ///   - cited: The texts that cite it.
    ///   - edition: The edition.
    /// - Returns: The page.
    public static func card(
        of document: CommitteeDocument,
        cited: [DocumentCitation],
        in edition: Edition
    ) -> Document {
        var facts: [(String, Prose)] = [("Cited as", Prose(document.id))]
        for (name, form) in CommitteeDocument.table.cells.dropFirst() {
            let cell = form.write([document], 0)
            if !cell.isEmpty { facts.append((name.inWords.sentence, cell)) }
        }
        facts.append(("Standing", Prose(document.standing(on: edition.asOf).words)))
        if let next = document.nextReview { facts.append(("Next review", Prose(next.inWords))) }
        var events: [(CivilDate?, String)] = document.editions.map { one in
            let pages = one.pages.map { ", \($0) \($0 == 1 ? "page" : "pages")" } ?? ""
            let body = one.decidedBy.map { ", decided by \($0)" } ?? ""
            let day = one.decidedOn.map { " on \($0.inWords)" } ?? ""
            return (one.dated, "Edition \(one.label)\(pages)\(body)\(day)\(noted(one.note))")
        }
        events += document.distributions.map { sent in
            let means = sent.means.isEmpty ? "" : " by \(sent.means)"
            let until = sent.confirmBy.map { ", to be confirmed by \($0.inWords)" } ?? ""
            return (
                sent.on,
                "Edition \(sent.edition ?? "") went to \(sent.to.joined(separator: ", "))\(means)"
                    + "\(until)\(noted(sent.note))"
            )
        }
        events += document.confirmations.map { heard in
            let counted = heard.countInWords.map { ": \($0)" } ?? ""
            return (
                heard.on,
                "\(heard.party) confirmed edition \(heard.edition ?? "")\(counted)\(noted(heard.note))"
            )
        }
        events += document.reviews.map { review in
            let at = review.meeting.map { " at \($0)" } ?? ""
            return (review.on, "Reviewed\(at): \(review.outcome)\(noted(review.note))")
        }
        if let gone = document.withdrawal {
            let other = gone.replacedBy.map { ", replaced by \($0)" } ?? ""
            events.append((gone.on, "Withdrawn\(other)\(noted(gone.reason))"))
        }
        let told = events.enumerated().sorted { one, other in
            let (first, second) = (one.element.0 ?? .latest, other.element.0 ?? .latest)
            return first == second ? one.offset < other.offset : first < second
        }.map { Prose("\($0.element.0.map { "\($0.inWords): " } ?? "")\($0.element.1)") }
        var blocks: [Document.Block] = [
            .heading(1, document.name),
            .paragraph("As at \(edition.asOf.inWords)."), .summary(facts),
        ]
        if !told.isEmpty { blocks += [.heading(2, "What happened"), .bullets(told)] }
        if !cited.isEmpty {
            blocks += [
                .heading(2, "Where it is cited"),
                .bullets(cited.map { Prose("\($0.reference.pagesInWords): \($0.place)") }),
            ]
        }
        return Document(title: document.name, blocks: blocks)
    }

    private static func noted(_ note: Prose) -> String {
        note.isEmpty ? "" : " (\(note.singleLine))"
    }
}
