// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Which bytes of a text stand for themselves in Markdown, wherever they stand.
enum MarkdownBytes {
    // A digit for each byte, from 0 to 255. From the space on, all are plain but # $ & * . : < > @
    // [ \ ] _ ` | ~, and the first bytes of characters that could be bullets: C2, E2 and EF. A
    // table without branches matters: pages consist of little else.
    private static let plain: StaticString = """
        0000000000000000000000000000000011100101110111011111111111010101\
        0111111111111111111111111110001001111111111111111111111111110100\
        1111111111111111111111111111111111111111111111111111111111111111\
        1101111111111111111111111111111111011111111111101111111111111111
        """

    /// The place of the first byte, from a place on, that does not stand for itself; else the end.
    static func endOfPlain(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let plain = plain.utf8Start
        var index = start
        while index < utf8.count - 3,
            plain[Int(utf8[index])] & plain[Int(utf8[index + 1])] & plain[Int(utf8[index + 2])]
                & plain[Int(utf8[index + 3])] & 1 == 1
        {
            index += 4
        }
        while index < utf8.count, plain[Int(utf8[index])] & 1 == 1 { index += 1 }
        return index
    }
}
