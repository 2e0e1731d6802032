// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskRegister {
    static let pageSet = Event<RiskRegister, RegisterPage>(
        "risk-register.page-set",
        "What stands around the table in a register's own document.",
        by: Codec(
            write: { RegisterPage.recorded($0) },
            read: { (payload) throws(PayloadError) in try RegisterPage.read(payload) }
        )
    ) { register, page, _ in
        register.page = page
        return nil
    }.carried { ways in
        ways.request = .not(because: "an import says it")
        ways.leaveDocuments()
        ways.columns = .not(because: "it is for layouts, which write it")
        ways.json = .by([.optional("page", \.page, RegisterPage.shape.form)])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard let was = earlier.page, let now = later.page else { return [] }
                var changes: [ChangeInWords] = []
                if was.date != now.date {
                    changes.append(
                        ChangeInWords(
                            "page",
                            "\(name) was imported as at \(now.date.formatted("d MMMM yyyy")); before, "
                                + "as at \(was.date.formatted("d MMMM yyyy"))."
                        )
                    )
                }
                if was.order != now.order {
                    changes.append(
                        ChangeInWords(
                            "order",
                            "\(name) has its risks in another order than before."
                        )
                    )
                }
                return changes
            }
        )
        ways.example = .not(because: "an example has no document")
    }
}

extension RegisterPage {
    /// The page as an entry keeps it: its texts may say anything, so they can be erased.
    fileprivate static func recorded(_ page: RegisterPage) -> Recorded {
        var texts: [ErasableText] = []
        var payload = page.json
        let list = (payload["texts"]?.elements ?? []).enumerated().map { index, text in
            guard var members = text.members, let words = members["text"]?.text else { return text }
            let name = "text-\(index)"
            texts.append(ErasableText(name, words))
            members["text"] = ErasableText.reference(to: name)
            return JSONValue.object(members)
        }
        if !list.isEmpty { payload["texts"] = .array(list) }
        return Recorded(payload, texts: texts)
    }

    fileprivate static func read(_ payload: Payload) throws(PayloadError) -> RegisterPage {
        var payload = payload.members
        if let list = payload["texts"]?.elements {
            payload["texts"] = .array(
                list.map { text in
                    guard var members = text.members, members["text"] == .null else { return text }
                    members["text"] = "[erased]"
                    return .object(members)
                }
            )
        }
        do throws(JSONError) {
            let node = JSONNode(.object(payload), line: 1)
            return try shape.type.read(node, JSONPlace(source: "risk-register.page-set"))
        } catch {
            throw PayloadError(error.message)
        }
    }
}

extension Change.Fact {
    /// What stands around the table in a register's own document was set.
    public static func registerPageSet(_ page: RegisterPage) -> Self {
        RiskRegister.pageSet.fact(page)
    }
}
