// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CXlsxwriter
import CommitteeKit
import Glibc

/// A workbook that is being written.
struct ExcelWriter {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let looks: Looks
    /// What stands at the head and foot of printed pages.
    private let page: Document.Page
    private var colours: [StatusColour: UnsafeMutablePointer<lxw_format>] = [:]

    /// The looks of cells.
    private struct Looks {
        var heading: UnsafeMutablePointer<lxw_format>
        var text: UnsafeMutablePointer<lxw_format>
        var date: UnsafeMutablePointer<lxw_format>
        var title: UnsafeMutablePointer<lxw_format>
        /// By the digits after the point.
        var numbers: [UnsafeMutablePointer<lxw_format>]
    }

    /// As much text as Excel keeps in a cell.
    private static let longest = 32_767
    /// The day with the number 0.
    private static let dayZero = CivilDate(1899, 12, 30)

    /// Writes a workbook and returns its bytes.
    static func bytes(
        of sheets: ExcelSheets,
        of document: Document,
        scratch: String
    ) throws(OfficeError) -> [UInt8] {
        guard let book = workbook_new(scratch) else { throw unwritten(scratch) }
        guard let writer = ExcelWriter(book, page: document.page) else {
            workbook_close(book)
            throw unwritten(scratch)
        }
        writer.describe(document.title)
        var errors = sheets.sheets.map { writer.write($0, key: sheets.key) }
        errors.append(writer.writeKey(sheets.key))
        errors.append(writer.write(sheets.text))
        errors.append(writer.writeGuide(hasKey: !sheets.key.isEmpty))
        let outcome = workbook_close(book)
        defer { unlink(scratch) }
        guard outcome == LXW_NO_ERROR, errors.allSatisfy({ $0 }), let bytes = content(of: scratch)
        else {
            throw unwritten(scratch)
        }
        return bytes
    }

    private static func unwritten(_ scratch: String) -> OfficeError {
        OfficeError(
            .unwritten,
            "The workbook could not be put together at \(scratch). Make room there, or name another place."
        )
    }

    private static func content(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let count = ftell(file)
        guard count > 0 else { return nil }
        rewind(file)
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = fread(buffer.baseAddress, 1, count, file)
        }
        return bytes.count == count ? bytes : nil
    }

    private init?(_ book: UnsafeMutablePointer<lxw_workbook>, page: Document.Page) {
        guard let heading = workbook_add_format(book), let text = workbook_add_format(book),
            let date = workbook_add_format(book), let title = workbook_add_format(book)
        else { return nil }
        for format in [heading, text, date] {
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        }
        format_set_bold(heading)
        format_set_bg_color(heading, 0xDD_E5ED)
        format_set_num_format(date, "d mmmm yyyy")
        // Text stays text when somebody types into the cell: 1.10 does not become 1.1.
        format_set_num_format(text, "@")
        format_set_bold(title)
        format_set_font_size(title, 14)
        var numbers: [UnsafeMutablePointer<lxw_format>] = []
        for digits in 0...6 {
            guard let format = workbook_add_format(book) else { return nil }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            let zeros = String(repeating: "0", count: digits)
            format_set_num_format(format, digits == 0 ? "0" : "0.\(zeros)")
            numbers.append(format)
        }
        self.book = book
        self.page = page
        looks = Looks(heading: heading, text: text, date: date, title: title, numbers: numbers)
        for colour in StatusColour.allCases {
            guard let format = workbook_add_format(book) else { return nil }
            format_set_bg_color(format, Self.number(colour.background))
            format_set_font_color(format, Self.number(colour.foreground))
            colours[colour] = format
        }
    }

    private static func number(_ pigment: Pigment) -> UInt32 {
        let number = UInt32(pigment.red) << 16 | UInt32(pigment.green) << 8 | UInt32(pigment.blue)
        // Black is 0, by which the library means that no colour was set.
        return number == 0 ? 0x010101 : number
    }

    private func describe(_ title: String) {
        Self.withText(title) { title in
            var properties = lxw_doc_properties()
            properties.title = title
            // A fixed time: the same document gives the same bytes.
            properties.created = 946_684_800
            workbook_set_properties(book, &properties)
        }
    }

    /// Calls a closure with text as C has it; what ends a text there is replaced.
    private static func withText<Value>(
        _ text: String,
        _ body: (UnsafeMutablePointer<CChar>?) -> Value
    ) -> Value {
        var clean = text
        if text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A }) {
            clean = String(
                text.map {
                    $0.isASCII && ($0.asciiValue ?? 32) < 32 && $0 != "\n" ? "\u{FFFD}" : $0
                }
            )
        }
        if clean.unicodeScalars.count > longest {
            let note = " … (cut here: the rest is in the report)"
            clean =
                String(String.UnicodeScalarView(clean.unicodeScalars.prefix(longest - 60))) + note
        }
        var bytes = Array(clean.utf8CString)
        return bytes.withUnsafeMutableBufferPointer { body($0.baseAddress) }
    }

    @discardableResult
    private func put(
        _ text: String,
        _ row: Int,
        _ column: Int,
        _ sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) -> Bool {
        Self.withText(text) {
            worksheet_write_string(sheet, UInt32(row), UInt16(column), $0, format) == LXW_NO_ERROR
        }
    }

    private func add(_ name: String) -> UnsafeMutablePointer<lxw_worksheet>? {
        guard let sheet = workbook_add_worksheet(book, name) else { return nil }
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        // An ampersand begins a command there, and there is room for 255 characters.
        func line(_ words: String) -> String {
            words.prefix(200).map { $0 == "&" ? "&&" : String($0) }.joined()
        }
        Self.withText("&C" + line(page.header)) { _ = worksheet_set_header(sheet, $0) }
        Self.withText("&L\(line(page.footer))&RPage &P of &N") {
            _ = worksheet_set_footer(sheet, $0)
        }
        return sheet
    }

    // MARK: Sheets

    private func write(_ content: ExcelSheet, key: [ExcelSheets.KeyLine]) -> Bool {
        guard let sheet = add(content.name), content.rows.count < 1_000_000,
            content.columns.count < 16_000
        else { return false }
        var isWritten = true
        for (column, heading) in content.columns.enumerated() {
            isWritten = put(heading.heading, 0, column, sheet, looks.heading) && isWritten
        }
        for (row, values) in content.rows.enumerated() {
            for (column, value) in values.enumerated() {
                isWritten = put(value, row + 1, column, sheet) && isWritten
            }
        }
        isWritten = number(content, in: sheet) && isWritten
        let last = (
            row: UInt32(max(content.rows.count, 1)), column: UInt16(content.columns.count - 1)
        )
        worksheet_freeze_panes(sheet, 1, content.hasParts ? 2 : 1)
        worksheet_autofilter(sheet, 0, 0, last.row, last.column + 1)
        worksheet_repeat_rows(sheet, 0, 0)
        setWidths(of: content, in: sheet)
        for column in content.statusColumns {
            isWritten = choose(from: key, in: sheet, column: column, last: last.row) && isWritten
        }
        return isWritten
    }

    /// Writes, in a column that is not shown, to which table of the document each row belongs.
    private func number(
        _ content: ExcelSheet,
        in sheet: UnsafeMutablePointer<lxw_worksheet>
    ) -> Bool {
        let column = content.columns.count
        var isWritten = put(ExcelText.tableHeading, 0, column, sheet, looks.heading)
        for (row, number) in content.tables.enumerated() {
            isWritten = put(.integer(number), row + 1, column, sheet) && isWritten
        }
        var hidden = lxw_row_col_options()
        hidden.hidden = 1
        worksheet_set_column_opt(sheet, UInt16(column), UInt16(column), 8, nil, &hidden)
        return isWritten
    }

    private func write(_ text: ExcelText) -> Bool {
        guard let sheet = add(ExcelText.sheetName) else { return false }
        var isWritten = true
        for (row, cells) in text.rows.enumerated() {
            for (column, words) in cells.enumerated() where !words.isEmpty {
                let look = row == 0 ? looks.heading : looks.text
                isWritten = put(words, row, column, sheet, look) && isWritten
            }
        }
        for (column, width) in [16.0, 100, 40].enumerated() {
            worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        return isWritten
    }

    private func put(
        _ value: ExcelSheet.Value,
        _ row: Int,
        _ column: Int,
        _ sheet: UnsafeMutablePointer<lxw_worksheet>
    ) -> Bool {
        let place = (row: UInt32(row), column: UInt16(column))
        func number(_ number: Double, _ format: UnsafeMutablePointer<lxw_format>) -> Bool {
            worksheet_write_number(sheet, place.row, place.column, number, format) == LXW_NO_ERROR
        }
        switch value {
        case .nothing:
            return worksheet_write_blank(sheet, place.row, place.column, looks.text) == LXW_NO_ERROR
        case .text(let text): return put(text, row, column, sheet, looks.text)
        case .integer(let whole): return number(Double(whole), looks.numbers[0])
        case .number(let amount, let digits):
            return number(amount, looks.numbers[min(max(digits, 0), 6)])
        case .date(let date):
            // Excel has no day before 1900, and its first two months are counted wrongly.
            guard date >= CivilDate(1900, 3, 1) else {
                return put(date.formatted("d MMMM yyyy"), row, column, sheet, looks.text)
            }
            return number(Double(date - Self.dayZero), looks.date)
        case .status(let status): return put(status.text, row, column, sheet, looks.text)
        }
    }

    private func setWidths(of content: ExcelSheet, in sheet: UnsafeMutablePointer<lxw_worksheet>) {
        for (column, heading) in content.columns.enumerated() {
            let lengths = content.rows.prefix(300).map { row -> Int in
                switch row[column] {
                case .text(let text): text.split(separator: "\n").map(\.count).max() ?? 0
                case .status(let status): status.text.count
                case .date: 18
                case .nothing, .integer, .number: 6
                }
            }
            let widest = max(lengths.max() ?? 0, min(heading.heading.count, 16))
            let width = Double(min(max(widest, 6), 60)) + 2
            worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
        }
    }

    /// Lets people choose a status from the key, and colours it.
    private func choose(
        from key: [ExcelSheets.KeyLine],
        in sheet: UnsafeMutablePointer<lxw_worksheet>,
        column: Int,
        last: UInt32
    ) -> Bool {
        guard !key.isEmpty else { return true }
        let column = UInt16(column)
        let isChosen = Self.withText("=Key!$A$2:$A$\(key.count + 1)") { list in
            Self.withText("Choose a status from the list; the sheet “Key” says what each means.") {
                words in
                var rule = lxw_data_validation()
                rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                rule.value_formula = list
                rule.error_message = words
                return worksheet_data_validation_range(sheet, 1, column, last, column, &rule)
                    == LXW_NO_ERROR
            }
        }
        var isColoured = true
        for line in key {
            guard let colour = line.status.colour, let format = colours[colour] else { continue }
            let text = line.status.text.split(separator: "\"", omittingEmptySubsequences: false)
            isColoured =
                Self.withText("\"\(text.joined(separator: "\"\""))\"") { words in
                    var rule = lxw_conditional_format()
                    rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
                    rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
                    rule.value_string = words
                    rule.format = format
                    return worksheet_conditional_format_range(sheet, 1, column, last, column, &rule)
                        == LXW_NO_ERROR
                } && isColoured
        }
        return isChosen && isColoured
    }

    private func writeKey(_ key: [ExcelSheets.KeyLine]) -> Bool {
        guard !key.isEmpty else { return true }
        guard let sheet = add("Key") else { return false }
        put("Status", 0, 0, sheet, looks.heading)
        put("Meaning", 0, 1, sheet, looks.heading)
        for (row, line) in key.enumerated() {
            put(line.status.text, row + 1, 0, sheet, looks.text)
            put(line.meaning, row + 1, 1, sheet, looks.text)
        }
        worksheet_set_column(sheet, 0, 0, 36, nil)
        worksheet_set_column(sheet, 1, 1, 80, nil)
        let last = UInt32(key.count)
        worksheet_freeze_panes(sheet, 1, 0)
        // The key shows its own colours, and nothing needs to be chosen in it.
        for line in key {
            guard let colour = line.status.colour, let format = colours[colour] else { continue }
            let text = line.status.text.split(separator: "\"", omittingEmptySubsequences: false)
            let isColoured = Self.withText("\"\(text.joined(separator: "\"\""))\"") { words in
                var rule = lxw_conditional_format()
                rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
                rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
                rule.value_string = words
                rule.format = format
                return worksheet_conditional_format_range(sheet, 1, 0, last, 0, &rule)
                    == LXW_NO_ERROR
            }
            guard isColoured else { return false }
        }
        return true
    }

    private func writeGuide(hasKey: Bool) -> Bool {
        guard let sheet = add(ExcelText.guide[0]) else { return false }
        worksheet_set_column(sheet, 0, 0, 100, nil)
        let guide = ExcelText.guide.filter { $0 != ExcelText.keyLine || hasKey }
        let isWritten = guide.enumerated().allSatisfy { line, words in
            // An empty row stands below the heading.
            put(words, line == 0 ? 0 : line + 1, 0, sheet, line == 0 ? looks.title : nil)
        }
        guard !page.footer.isEmpty else { return isWritten }
        return put(page.footer, guide.count + 2, 1, sheet, nil) && isWritten
    }
}
#endif
