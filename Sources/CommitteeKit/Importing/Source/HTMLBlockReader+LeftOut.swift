// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension HTMLBlockReader {
    /// Whether a tag begins the link with which a page lets keyboards skip what stands before its
    /// text: the first words of the page, `<a class="skip…" href="#…">`.
    func isSkipLink(_ tag: HTMLTokenizer.Tag) -> Bool {
        guard canPeek, builder.blocks.isEmpty, markup.isEmpty, tag.href?.hasPrefix("#") ?? false
        else { return false }
        return classes(of: tag).contains { SourceByte.hasPrefix($0, "skip") }
    }

    /// Whether a tag begins the word that our own pages put above a notice, such as “Draft”, the
    /// notice once more as a watermark, or the foot that says of what and for whom the page is.
    func isNoticeLabel(_ tag: HTMLTokenizer.Tag) -> Bool {
        canPeek
            && classes(of: tag).contains {
                $0.elementsEqual("notice-kind".utf8) || $0.elementsEqual("watermark".utf8)
                    || $0.elementsEqual("page-foot".utf8)
            }
    }

    func classes(of tag: HTMLTokenizer.Tag) -> [ArraySlice<UInt8>] {
        guard let classes = tag.classes else { return [] }
        return bytes[classes].split(whereSeparator: SourceByte.isSpace)
    }

    /// Leaves out an element that holds nothing but words; false when it holds more.
    mutating func leaves(out tag: HTMLTokenizer.Tag, as what: Cleaning.What) -> Bool {
        var ahead = tokenizer
        let (text, end) = (ahead.next(), ahead.next())
        notePeek(ahead)
        guard case .text(let range)? = text, case .close(tag.name, _)? = end else { return false }
        tokenizer = ahead
        let words = TextCleaner.clean(HTMLReferences.decode(bytes[range]), scripts: ScriptMix())
        log(what, before: words.text, at: tag.range.lowerBound)
        return true
    }
}
