// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A course of multi-agency training: its days, who came, and what it changed.
///
/// The course and its days may be public, as a catalogue. How many came and did not come, and what they said,
/// is for the committee whatever the audience of the course is.
public struct TrainingCourse: QualitySubject {
    /// The identifier, such as `neglect-level-2`.
    public let id: String
    /// What it is called; nil before anybody said.
    public var title: String?
    /// What it teaches.
    public var content: Prose = Prose()
    /// How it is given, in the committee's own words, such as `Webinar`.
    public var means: String?
    /// For whom it is, such as `All staff`.
    public var readers: String?
    /// The role, group or body that answers for it.
    public var lead: String?
    /// The actions that it supports, such as `plan-2023#1.10`.
    public var supports: [String] = []
    /// The widest audience that may know of it and its days.
    public var audience: Audience = .committee
    /// Its days, in the order of recording.
    public var days: [CourseDay] = []
    /// Who came, by day and agency.
    public var attendance: [CourseAttendance] = []
    /// What those who came said, at once or later.
    public var evaluations: [CourseEvaluation] = []

    /// Creates a course of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `course`.
    public static let subjectKind: SubjectKind = "course"
    /// `course`.
    public static let noun = "course"
    /// The title comes first.
    public static var firstKind: EntryKind { Entries.title.declared.kind }

    /// Whether it has a title.
    public var hasBegun: Bool { title != nil }
    /// Who answers for it.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [\.lead] }

    /// Returns all of them.
    public static func all(in state: QualityState) -> [Self] { state.courses }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }

    /// Leaves out the actions of which a reader may not know.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        supports.removeAll { hides(SubjectLink.action($0)) }
    }

    /// Leaves out who came and what they said.
    public mutating func leaveOutWhatTheCommitteeKeeps() { (attendance, evaluations) = ([], []) }
}

/// A day on which a course is given.
public struct CourseDay: DeclaredQualityEvent {
    /// The day.
    public var day: CivilDate
    /// How many places there are, when that is limited.
    public var places: Int?
    /// Where it is given.
    public var place: String
    /// The day on which that was recorded; nil before.
    public var on: CivilDate?

    /// Creates a day of a course.
    ///
    /// - Parameters:
    ///   - day: The day.
    ///   - places: How many places there are.
    ///   - place: Where it is given.
    public init(_ day: CivilDate, places: Int? = nil, at place: String = "") {
        self.day = day
        self.places = places
        self.place = place
    }

    static let shape = Shape(
        CourseDay(.earliest),
        [
            .required("day", \.day, .date), .optional("places", \.places, .integer),
            .words("place", \.place),
        ]
    )
    static let texts: [String] = []
}

/// How many of an agency came to a day of a course.
public struct CourseAttendance: DeclaredQualityEvent {
    /// The day of the course.
    public var day: CivilDate
    /// The agency.
    public var agency: String
    /// How many had booked.
    public var booked: Int
    /// How many of them came.
    public var attended: Int
    /// The day on which that was recorded; nil before.
    public var on: CivilDate?

    /// Creates an attendance.
    ///
    /// - Parameters:
    ///   - agency: The agency.
    ///   - day: The day of the course.
    ///   - booked: How many had booked.
    ///   - attended: How many of them came.
    public init(of agency: String, on day: CivilDate, booked: Int, attended: Int) {
        self.agency = agency
        self.day = day
        self.booked = booked
        self.attended = attended
    }

    /// How many had booked and did not come.
    public var missed: Int { max(booked - attended, 0) }

    static let shape = Shape(
        CourseAttendance(of: "", on: .earliest, booked: 0, attended: 0),
        [
            .required("day", \.day, .date), .required("agency", \.agency, .name),
            .required("booked", \.booked, .integer), .required("attended", \.attended, .integer),
        ]
    )
    static let texts: [String] = []
}

/// What those who came to a course said of it.
public struct CourseEvaluation: DeclaredQualityEvent {
    /// When they were asked.
    @nonexhaustive
    public enum Asked: String, Hashable, Sendable, CaseIterable {
        /// At the end of the day.
        case atOnce = "at-once"
        /// Some time later, about their practice.
        case later

        /// When they were asked, in words.
        public var words: String {
            switch self {
            case .atOnce: "On the day"
            case .later: "Follow-up"
            }
        }
    }

    /// When they were asked.
    public var asked: Asked
    /// How many answered.
    public var answers: Int
    /// How many were asked, when that is known.
    public var outOf: Int?
    /// How many of those who answered say that it helped, or that their practice changed.
    public var helped: Int
    /// What they said, in sum, without a word about a child.
    public var note: Prose
    /// The day on which that was recorded; nil before.
    public var on: CivilDate?

    /// Creates an evaluation.
    ///
    /// - Parameters:
    ///   - asked: When they were asked.
    ///   - helped: How many say that it helped, or that their practice changed.
    ///   - answers: How many answered.
    ///   - outOf: How many were asked.
    ///   - note: What they said, in sum.
    public init(
        _ asked: Asked,
        helped: Int,
        of answers: Int,
        outOf: Int? = nil,
        note: Prose = Prose()
    ) {
        self.asked = asked
        self.helped = helped
        self.answers = answers
        self.outOf = outOf
        self.note = note
    }

    static let shape = Shape(
        CourseEvaluation(.atOnce, helped: 0, of: 0),
        [
            .required("asked", \.asked, .word), .required("helped", \.helped, .integer),
            .required("answers", \.answers, .integer), .optional("outOf", \.outOf, .integer),
            .prose("note", \.note),
        ]
    )
    static let texts = ["note"]
}

extension TrainingCourse {
    /// The uptake of the course by an agency.
    public struct Uptake: Hashable, Sendable {
        /// The agency.
        public var agency: String
        /// How many had booked.
        public var booked = 0
        /// How many of them came.
        public var attended = 0

        /// How many had booked and did not come.
        public var missed: Int { max(booked - attended, 0) }
    }

    /// The uptake by agency, over all days, in the order in which agencies were recorded.
    public var uptake: [Uptake] {
        var found: [Uptake] = []
        for one in attendance {
            let place =
                found.firstIndex { $0.agency == one.agency }
                ?? {
                    found.append(Uptake(agency: one.agency))
                    return found.count - 1
                }()
            found[place].booked += one.booked
            found[place].attended += one.attended
        }
        return found
    }

    /// How many places its days have together; nil where a day is not limited, or none is recorded.
    public var places: Int? {
        guard !days.isEmpty else { return nil }
        var sum = 0
        for day in days {
            guard let places = day.places else { return nil }
            sum += places
        }
        return sum
    }
}

extension TrainingCourse {
    /// What can be said of a course.
    public enum Entries {}

    /// Everything that can be said of a course.
    public static let table = SubjectTable<TrainingCourse>([
        Entries.title.declaration, Entries.content.declaration, Entries.means.declaration,
        Entries.readers.declaration, Entries.lead.declaration, Entries.supports.declaration,
        Entries.audience.declaration, Entries.daySet.declaration,
        Entries.attendanceSet.declaration, Entries.evaluated.declaration,
    ])
}

extension TrainingCourse.Entries {
    /// What it is called; the first entry about a course.
    public static let title = TrainingCourse.titleField("What the course is called.", \.title)
    /// What it teaches.
    public static let content = TrainingCourse.textField(
        "content",
        "What the course teaches.",
        \.content
    )
    /// How it is given.
    public static let means = TrainingCourse.field(
        "means",
        "How the course is given, such as Webinar or Face to face.",
        .name,
        \.means
    )
    /// For whom it is.
    public static let readers = TrainingCourse.field(
        "readers",
        "For whom the course is.",
        .name,
        \.readers
    )
    /// Who answers for it.
    public static let lead = TrainingCourse.field(
        "lead",
        "The role, group or body that answers for the course.",
        .name,
        \.lead
    )
    /// The actions that it supports.
    public static let supports = TrainingCourse.field(
        "supported_actions",
        "The actions that the course supports, such as plan-2023#1.10.",
        .names,
        \.supports
    )
    /// The widest audience that may know of it.
    public static let audience = TrainingCourse.field(
        "audience",
        "The widest audience that may know of the course and its days; never of who came.",
        .audience,
        \.audience
    )

    /// It is given on a day.
    static let daySet = TrainingCourse.event(
        "day_set",
        "A day on which the course is given, with its places.",
        in: \.days,
        as: "days",
        part: { $0["day"]?.text },
        columns: [
            Column("places", "How many places its days have.", .optionalInteger { $0[$1].places })
        ],
        say: { day, name in
            let places = day.places.map { " with \($0) \($0 == 1 ? "place" : "places")" } ?? ""
            return "\(name) is given on \(day.day.inWords)\(places)."
        },
        refuse: { course, day, _ in
            guard let places = day.places, !(1...10_000).contains(places) else { return nil }
            return
                "The course “\(course.id)” would have \(places) places on \(day.day). Give a number from 1 to "
                + "10000, or leave the places out."
        },
        replacing: { $0.day == $1.day }
    )

    /// Who came.
    static let attendanceSet = TrainingCourse.event(
        "attendance_set",
        "How many of an agency had booked a day of the course, and how many came.",
        in: \.attendance,
        as: "attendance",
        part: { payload in
            payload["agency"]?.text.map { "\($0) \(payload["day"]?.text ?? "")" }
        },
        say: { came, name in
            "\(came.attended) of \(came.booked) from \(came.agency) came to \(name.lowercasedFirst) on "
                + "\(came.day.inWords)."
        },
        refuse: { course, came, step in
            if came.booked < 0 || came.attended < 0 || came.attended > came.booked {
                return
                    "Of \(came.booked) who had booked, \(came.attended) cannot have come. Correct one of the "
                    + "numbers; whoever came without a booking counts as booked."
            }
            guard course.days.contains(where: { $0.day == came.day }) else {
                return "The course “\(course.id)” is not given on \(came.day). "
                    + (course.days.isEmpty
                        ? "Record its day first."
                        : ClosestName.suggestion(
                            for: came.day.description,
                            in: course.days.map(\.day.description)
                        ))
            }
            return came.day > step.effective
                ? "The course “\(course.id)” is given on \(came.day), after \(step.effective). Record who "
                    + "came when it was given." : nil
        },
        replacing: { $0.day == $1.day && $0.agency == $1.agency }
    )

    /// What they said.
    static let evaluated = TrainingCourse.event(
        "evaluated",
        "What those who came said of the course, on the day or some time later.",
        in: \.evaluations,
        as: "evaluations",
        say: { said, name in
            "\(said.helped) of \(said.answers) say that \(name.lowercasedFirst) helped "
                + "(\(said.asked.words.lowercasedFirst))."
        },
        refuse: { course, said, _ in
            if said.answers < 1 || said.helped < 0 || said.helped > said.answers {
                return
                    "Of \(said.answers) who answered, \(said.helped) cannot have been helped. Correct one of the "
                    + "numbers."
            }
            guard let all = said.outOf, all < said.answers else { return nil }
            return "\(said.answers) answered of \(all) who were asked. Correct one of the numbers."
        }
    )
}

extension Change.Fact {
    /// A course is given on a day.
    public static func courseDaySet(_ day: CourseDay) -> Self {
        TrainingCourse.fact("day_set", day)
    }
    /// How many of an agency came to a day of a course.
    public static func courseAttendanceSet(_ attendance: CourseAttendance) -> Self {
        TrainingCourse.fact("attendance_set", attendance)
    }
    /// What those who came said of a course.
    public static func courseEvaluated(_ evaluation: CourseEvaluation) -> Self {
        TrainingCourse.fact("evaluated", evaluation)
    }
}
