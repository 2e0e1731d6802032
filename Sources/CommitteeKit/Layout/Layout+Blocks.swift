// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Layout {
    /// Reads where the items stand in a document without a table.
    mutating func readBlocks(_ fields: JSONFields) throws(JSONError) {
        for other in ["columns", "headings"] where fields.has(other) {
            throw fields.error(
                other == "columns"
                    ? "a layout has columns, where its actions are the rows of a table, or blocks, "
                        + "where they are headings or paragraphs; this one has both. Leave one out."
                    : "with blocks, headings are blocks too, such as "
                        + "blocks = { \(levels[0].singular) = { \"{text}\", as = \"heading\" } }.",
                at: other
            )
        }
        for (name, block) in try fields.required("blocks", as: .map(of: .block)) {
            guard let level = levels.firstIndex(where: { $0.singular == name.lowercased() }) else {
                throw fields.error(
                    "“\(name)” is not a level of the plan. "
                        + ClosestName.suggestion(for: name, in: levels.map(\.singular)),
                    at: "blocks"
                )
            }
            blocks[level] = block
            do throws(LayoutError) { try check(block, level) } catch {
                throw fields.error(error.message, at: "blocks")
            }
        }
        let action = levels[actionLevel].singular
        guard blocks[actionLevel] != nil else {
            throw fields.error(
                "nothing says how “\(action)” stands in the document. Add it, such as "
                    + "\(action) = { as = \"numbered\" }.",
                at: "blocks"
            )
        }
        let bulleted = blocks.values.count { $0.form == .bulleted }
        let numbered = blocks.values.filter { $0.form == .numbered }
        guard bulleted <= 1, numbered.count <= 1 || numbered.allSatisfy(\.hasNumber) else {
            throw fields.error(
                "two levels look alike: bullets do not tell levels apart, and numbers do only where "
                    + "the words have a {number}, such as 1 and 1.1.",
                at: "blocks"
            )
        }
    }

    /// Whether a text is the line above which the items end.
    func endsItems(_ text: PlanText) -> Bool {
        let words = text.text.singleLine.comparisonKey
        return blocks.values.contains { $0.before?.comparisonKey == words }
    }

    private func check(_ block: LayoutBlock, _ level: Int) throws(LayoutError) {
        let name = levels[level].singular
        let isAction = level == actionLevel
        let known = isAction ? Self.fieldNames : Self.levelFieldNames + ["statement"]
        for template in [block.template] + block.lines {
            for gap in template.gaps
            where !known.contains(gap) && !(isAction && gap.hasPrefix("local.")) {
                throw LayoutError(
                    "“\(template)” of “\(name)” holds “\(gap)”, which is not a field. "
                        + ClosestName.suggestion(for: gap, in: known)
                )
            }
        }
        guard block.form != .paragraph || block.hasWords else {
            throw LayoutError(
                "“\(name)” is a paragraph, which is known by its words. Add them, such as "
                    + "{ \"Recommendation {number}: {text}\", as = \"paragraph\" }."
            )
        }
        guard block.template.gaps.contains(where: { $0 == "number" || $0 == "text" }) else {
            throw LayoutError(
                "“\(block.template)” has neither {number} nor {text}, so nothing says which "
                    + "“\(name)” it is. Add one."
            )
        }
        guard block.below != "text" || !block.template.gaps.contains("text") else {
            throw LayoutError(
                "“\(name)” has its text in its line and below it. Write below = \"statement\", or take "
                    + "{text} out of the line."
            )
        }
        for line in block.lines where line.isOnlyGaps || line.gaps.isEmpty {
            throw LayoutError(
                "“\(line)” could be any line. A line has words and a field, such as "
                    + "\"Lead: {leads}\"."
            )
        }
    }
}

extension JSONFieldType where Value == LayoutBlock {
    static var block: Self {
        .entry(known: ["1", "as", "below", "lines", "after", "before"]) {
            (fields) throws(JSONError) in
            let forms = LayoutBlock.Form.allCases.map(\.rawValue)
            let name = try fields.required("as", as: .one(of: forms))
            return LayoutBlock(
                as: LayoutBlock.Form(rawValue: name) ?? .paragraph,
                template: try fields.optional("1", as: .template),
                below: try fields.optional("below", as: .one(of: ["statement", "text"])),
                lines: try fields.optional("lines", as: .list(of: .template)) ?? [],
                after: try fields.optional("after", as: .text),
                before: try fields.optional("before", as: .text)
            )
        }
    }
}
