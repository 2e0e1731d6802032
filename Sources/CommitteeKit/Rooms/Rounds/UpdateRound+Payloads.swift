// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What each event of a round says, and how it stands in JSON: in entries, exports and files of changes.

/// How a round is opened.
public struct RoundOpening: Hashable, Sendable {
    /// The plan whose actions it is about.
    public var plan: String
    /// What the report is called.
    public var name: String
    /// The day by which leads are to answer.
    public var due: CivilDate
    /// Where the evidence goes when the round is closed.
    public var evidence: UpdateRound.EvidencePlace
    /// Who is asked, in the order of the plan.
    public var asked: [AskedLead]

    /// Creates an opening.
    ///
    /// - Parameters:
    ///   - plan: The plan whose actions it is about.
    ///   - name: What the report is called.
    ///   - due: The day by which leads are to answer.
    ///   - evidence: Where the evidence goes when the round is closed.
    ///   - asked: Who is asked, in the order of the plan.
    public init(
        plan: String,
        name: String,
        due: CivilDate,
        evidence: UpdateRound.EvidencePlace = .apart,
        asked: [AskedLead]
    ) {
        self.plan = plan
        self.name = name
        self.due = due
        self.evidence = evidence
        self.asked = asked
    }
}

/// More time for one lead.
public struct RoundExtension: Hashable, Sendable {
    /// The lead's short name.
    public var lead: String
    /// The new day.
    public var until: CivilDate

    /// Creates more time.
    ///
    /// - Parameters:
    ///   - lead: The lead's short name.
    ///   - until: The new day.
    public init(lead: String, until: CivilDate) {
        self.lead = lead
        self.until = until
    }
}

/// An item that another lead or group is to answer for.
public struct RoundAssignment: Hashable, Sendable {
    /// The item's identifier in its plan.
    public var item: String
    /// The short name of who answers for it from now on.
    public var lead: String
    /// That lead's name.
    public var name: String
    /// The identifier of the working group, when it is one.
    public var group: String?

    /// Creates an assignment.
    ///
    /// - Parameters:
    ///   - item: The item's identifier in its plan.
    ///   - lead: The short name of who answers for it.
    ///   - name: That lead's name.
    ///   - group: The identifier of the working group, when it is one.
    public init(item: String, lead: String, name: String, group: String? = nil) {
        self.item = item
        self.lead = lead
        self.name = name
        self.group = group
    }
}

/// The coordinator's wording of what was done for an item.
public struct RoundWording: Hashable, Sendable {
    /// The item's identifier in its plan.
    public var item: String
    /// The wording.
    public var text: Prose

    /// Creates a wording.
    ///
    /// - Parameters:
    ///   - item: The item's identifier in its plan.
    ///   - text: The wording.
    public init(item: String, text: Prose) {
        self.item = item
        self.text = text
    }
}

/// What the committee agreed at a meeting.
public struct RoundAgreement: Hashable, Sendable {
    /// The meeting, such as `cpc/2023-12-05#5`; empty when nobody says.
    public var meeting: String
    /// What was agreed of each item.
    public var answers: [AgreedAnswer]

    /// Creates an agreement.
    ///
    /// - Parameters:
    ///   - meeting: The meeting, such as `cpc/2023-12-05#5`.
    ///   - answers: What was agreed of each item.
    public init(meeting: String, answers: [AgreedAnswer]) {
        self.meeting = meeting
        self.answers = answers
    }
}

extension AskedLead {
    static let shape = Shape(
        AskedLead(key: "", name: ""),
        [
            .required("lead", \.key, .name), .required("name", \.name, .name),
            .optional("group", \.group, .name), .list("items", \.items, .name),
        ]
    )
}

extension RoundOpening {
    static let shape = Shape(
        RoundOpening(plan: "", name: "", due: .earliest, asked: []),
        [
            .required("plan", \.plan, .name), .required("name", \.name, .name),
            .required("due", \.due, .date),
            .given("evidence", \.evidence, .word, unless: .apart),
            .list("asked", \.asked, AskedLead.shape.form),
        ]
    )
}

extension RoundExtension {
    static let shape = Shape(
        RoundExtension(lead: "", until: .earliest),
        [.required("lead", \.lead, .name), .required("until", \.until, .date)]
    )
}

extension RoundAssignment {
    static let shape = Shape(
        RoundAssignment(item: "", lead: "", name: ""),
        [
            .required("item", \.item, .name), .required("lead", \.lead, .name),
            .required("name", \.name, .name), .optional("group", \.group, .name),
        ]
    )
}

extension RoundWording {
    static let shape = Shape(
        RoundWording(item: "", text: Prose()),
        [.required("item", \.item, .name), .required("text", \.text, .prose)]
    )
}

extension ReturnedAnswer {
    /// The names of the members that are free text.
    static let texts = ["done", "evidence", "difference", "colourReason", "newDateReason", "help"]

    static let shape = Shape(
        ReturnedAnswer(""),
        [
            .required("item", \.item, .name),
            .given("noChange", \.isNoChange, .bool, unless: false),
            .prose("done", \.done), .prose("evidence", \.evidence),
            .prose("difference", \.difference), .words("colour", \.colour),
            .prose("colourReason", \.colourReason),
            .given("finished", \.finished, .finished, unless: .notSaid),
            .words("newDate", \.newDate), .prose("newDateReason", \.newDateReason),
            .prose("help", \.help),
        ]
    )
}

extension JSONForm where Value == ReturnedAnswer.Finished {
    /// False, or the day.
    fileprivate static var finished: Self {
        Self(
            JSONFieldType("false or a day such as 2026-10-31") { (node, place) throws(JSONError) in
                if node.value.truth == false { return .no }
                return .on(try JSONFieldType<CivilDate>.date.read(node, place))
            }
        ) { finished in
            switch finished {
            case .notSaid: .null
            case .no: .bool(false)
            case .on(let day): .date(day)
            }
        }
    }
}

extension UpdateReturn {
    static let shape = Shape(
        UpdateReturn(lead: "", version: 1),
        [
            .required("lead", \.lead, .name), .required("version", \.version, .integer),
            .given("sheet", \.sheet, .integer, unless: 0),
            .list("answers", \.answers, ReturnedAnswer.shape.form),
            .words("answeredBy", \.answeredBy), .words("groupMeeting", \.groupMeeting),
        ]
    )
}

extension AgreedAnswer {
    /// The names of the members that are free text.
    static let texts = ["words", "evidence", "reason"]

    static let shape = Shape(
        AgreedAnswer(""),
        [
            .required("item", \.item, .name),
            .given("asProposed", \.isAsProposed, .bool, unless: false),
            .words("colour", \.colour), .optional("finished", \.finished, .date),
            .words("timescale", \.timescale), .prose("words", \.words),
            .prose("evidence", \.evidence), .prose("reason", \.reason),
        ]
    )
}

extension RoundAgreement {
    static let shape = Shape(
        RoundAgreement(meeting: "", answers: []),
        [
            .words("meeting", \.meeting),
            .list("answers", \.answers, AgreedAnswer.shape.form),
        ]
    )
}

// MARK: Keeping free text where it can be erased

extension Codec {
    /// A codec of a shape whose free texts are kept erasable beside the entry.
    ///
    /// - Parameters:
    ///   - shape: The shape.
    ///   - texts: The names of the members that are free text.
    ///   - list: The member that is a list of objects in which the texts stand; nil for the object itself.
    /// - Returns: The codec.
    static func erasing(_ shape: Shape<Value>, texts: [String] = [], in list: String? = nil)
        -> Codec
    {
        Codec(
            write: { value in
                var members = shape.write(value)
                var kept: [ErasableText] = []
                if let list {
                    let elements = members[list]?.elements ?? []
                    if !elements.isEmpty {
                        members[list] = .array(
                            elements.enumerated().map { place, element in
                                guard var part = element.members else { return element }
                                part.takeTexts(texts, ending: "-\(place)", into: &kept)
                                return .object(part)
                            }
                        )
                    }
                } else {
                    members.takeTexts(texts, ending: "", into: &kept)
                }
                return Recorded(members, texts: kept)
            },
            read: { (payload) throws(PayloadError) in
                var members = payload.members
                if let list, let elements = members[list]?.elements {
                    members[list] = .array(
                        elements.map { element in
                            guard var part = element.members else { return element }
                            part.markErased(texts)
                            return .object(part)
                        }
                    )
                } else {
                    members.markErased(texts)
                }
                // A member that a later version adds is left alone.
                let known = JSONObject(
                    members.filter { shape.names.contains($0.key) }.map { ($0.key, $0.value) }
                )
                let node = JSONNode(.object(known), line: 1)
                do throws(JSONError) {
                    let fields = try JSONFields(node, in: "payload", known: shape.names)
                    return try shape.read(fields)
                } catch {
                    throw PayloadError(error.message)
                }
            }
        )
    }
}

extension JSONObject {
    /// Takes the texts out, and leaves in their places what refers to them.
    fileprivate mutating func takeTexts(
        _ names: [String],
        ending: String,
        into kept: inout [ErasableText]
    ) {
        for name in names {
            guard let text = self[name]?.text else { continue }
            kept.append(ErasableText(name + ending, text))
            self[name] = ErasableText.reference(to: name + ending)
        }
    }

    /// Puts a mark where a text was erased.
    fileprivate mutating func markErased(_ names: [String]) {
        for name in names where self[name]?.isNull == true {
            self[name] = .string(Prose.erased.markup)
        }
    }
}
