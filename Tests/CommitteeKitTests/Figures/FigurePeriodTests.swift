// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Periods of figures")
struct FigurePeriodTests {
    @Test(arguments: [
        ("2018-07-31", "2018-07-31", "31 July 2018"),
        ("31 July 2018", "2018-07-31", "31 July 2018"),
        ("2018-07", "2018-07", "July 2018"), ("July 2018", "2018-07", "July 2018"),
        ("Sept. 2018", "2018-09", "September 2018"),
        ("2018-Q3", "2018-Q3", "July to September 2018"),
        ("Q3 2018", "2018-Q3", "July to September 2018"),
        ("July to September 2018", "2018-Q3", "July to September 2018"),
        ("2018/19 Q4", "2019-Q1", "January to March 2019"), ("2018", "2018", "2018"),
        ("2018/19", "2018/19", "financial year 2018/19"),
        ("2018-19", "2018/19", "financial year 2018/19"),
        ("2018/2019", "2018/19", "financial year 2018/19"),
        ("2018/19-school", "2018/19-school", "school year 2018/19"),
        ("school year 2018/19", "2018/19-school", "school year 2018/19"),
        ("2018/19 register year", "2018/19-register", "register year 2018/19"),
        ("2011-12", "2011-12", "December 2011"),
    ])
    func wordsAreRead(_ words: String, _ written: String, _ said: String) throws {
        let period = try #require(FigurePeriod(words))
        #expect(period.description == written)
        #expect(period.inWords == said)
    }

    @Test(arguments: [
        "", "soon", "2018/20", "2018-13", "Q5 2018", "31 February 2018", "99", "register 2018",
    ])
    func otherWordsAreNone(_ words: String) { #expect(FigurePeriod(words) == nil) }

    @Test(arguments: FigurePeriod.Kind.allCases)
    func whatIsWrittenIsReadBack(_ kind: FigurePeriod.Kind) {
        for number in 0..<400 {
            let period = FigurePeriod(kind, of: CivilDate(1999, 1, 1) + number * 31)
            #expect(FigurePeriod(period.description) == period)
            #expect(FigurePeriod(period.inWords) == period)
            #expect(period.previous.next == period)
            #expect(period.previous.last + 1 == period.first)
        }
    }

    @Test func quartersFitIntoAFinancialYearAndNotIntoARegisterYear() {
        let financial = FigurePeriod(.financialYear, of: CivilDate(2018, 5, 1))
        #expect(
            financial.parts(.quarter)?.map(\.description) == [
                "2018-Q2", "2018-Q3", "2018-Q4", "2019-Q1",
            ]
        )
        let register = FigurePeriod(.registerYear, of: CivilDate(2018, 9, 1))
        #expect(register.parts(.quarter) == nil)
        #expect(register.parts(.month)?.count == 12)
    }

    @Test(arguments: [
        ("92.5", 92_500, "92.5"), ("1,200", 1_200_000, "1200"), ("95%", 95_000, "95"),
        ("-3", -3000, "-3"),
        ("0.125", 125, "0.125"),
    ])
    func numbersAreRead(_ words: String, _ thousandths: Int, _ said: String) throws {
        let number = try #require(FigureNumber(words))
        #expect(number.thousandths == thousandths)
        #expect(number.description == said)
    }

    @Test func sharesAreRoundedHalfUp() {
        #expect(FigureNumber(part: 1, in: 3, per: 100).rounded(to: 1) == "33.3")
        #expect(FigureNumber(part: 2, in: 3, per: 100).rounded(to: 0) == "67")
        #expect(FigureNumber(part: 1, in: 8, per: 100).rounded(to: 0) == "13")
        #expect(FigureNumber(part: 37, in: 18_000, per: 10_000).rounded(to: 2) == "20.56")
        #expect(FigureNumber(2_530).rounded(to: 0) == "2,530")
    }
}
