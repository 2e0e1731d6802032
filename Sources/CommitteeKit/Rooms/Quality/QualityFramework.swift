// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A framework of quality indicators with its scale, as data: versioned, each fact with its source.
///
/// ```json
/// { "id": "ours", "version": 1, "title": "How we judge ourselves",
///   "sources": [{ "id": "paper", "title": "Our framework", "year": 2025 }],
///   "scale": [{ "key": "6", "words": "Excellent", "source": "paper" }],
///   "indicators": [{ "key": "1.1", "words": "Outcomes", "area": "1", "source": "paper" }] }
/// ```
///
/// A committee adopts one; from then on its record holds it.
public struct QualityFramework: Hashable, Sendable {
    /// A document from which facts of the framework come.
    public struct Source: Hashable, Sendable {
        /// The key by which facts name it.
        public var id: String
        /// Its title.
        public var title: String
        /// Who published it.
        public var publisher: String?
        /// The year in which it came out.
        public var year: Int

        /// Creates a source.
        ///
        /// - Parameters:
        ///   - id: The key by which facts name it.
        ///   - title: Its title.
        ///   - publisher: Who published it.
        ///   - year: The year in which it came out.
        public init(id: String, title: String, publisher: String? = nil, year: Int) {
            self.id = id
            self.title = title
            self.publisher = publisher
            self.year = year
        }

        static let shape = Shape(
            Source(id: "", title: "", year: 0),
            [
                .required("id", \.id, .name), .required("title", \.title, .name),
                .optional("publisher", \.publisher, .name), .required("year", \.year, .integer),
            ]
        )
    }

    /// A level of the scale, or an indicator.
    public struct Term: Hashable, Sendable {
        /// The key, such as `6` or `2.1`.
        public var key: String
        /// The words, such as `Excellent`.
        public var words: String
        /// The key of the area to which an indicator belongs, if areas are told apart.
        public var area: String?
        /// The key of the source; nil for what is the committee's own.
        public var source: String?

        /// Creates a term.
        ///
        /// - Parameters:
        ///   - key: The key.
        ///   - words: The words.
        ///   - area: The key of the area.
        ///   - source: The key of the source.
        public init(_ key: String, _ words: String, area: String? = nil, source: String? = nil) {
            self.key = key
            self.words = words
            self.area = area
            self.source = source
        }

        static let shape = Shape(
            Term("", ""),
            [
                .required("key", \.key, .name), .required("words", \.words, .name),
                .optional("area", \.area, .name), .optional("source", \.source, .name),
            ]
        )
    }

    /// The identifier.
    public var id: String
    /// The version, counted from 1.
    public var version: Int = 1
    /// What it is called.
    public var title: String
    /// Where its facts come from.
    public var sources: [Source] = []
    /// The levels of the scale, the best first.
    public var scale: [Term] = []
    /// The indicators, in their order.
    public var indicators: [Term] = []
    /// The day of its adoption; nil before.
    public var on: CivilDate?

    /// Creates a framework without indicators.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: What it is called.
    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }

    /// The identifier with the version, as self-evaluations pin it.
    public var pin: String { "\(id)@\(version)" }

    /// Returns the indicator of a key; nil when there is none.
    ///
    /// - Parameter key: The key.
    /// - Returns: The indicator.
    public func indicator(_ key: String) -> Term? { indicators.first { $0.key == key } }

    /// Returns the level of a key; nil when there is none.
    ///
    /// - Parameter key: The key.
    /// - Returns: The level.
    public func level(_ key: String) -> Term? { scale.first { $0.key == key } }

    /// Reads a framework from a file of JSON.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8.
    ///   - source: The name of the file, for messages.
    /// - Throws: `JSONError` with the line of the first mistake: a key that stands twice, a fact whose source is
    ///   not listed, a scale of fewer than two levels, no indicator.
    public init(reading bytes: [UInt8], source: String) throws(JSONError) {
        let node = try JSONReader.read(bytes, source: source)
        self = try Self.shape.type.read(node, JSONPlace(source: source))
    }

    /// What is wrong with the framework as a whole.
    private var mistake: (member: String, message: String)? {
        guard version >= 1 else {
            return ("version", "The version is \(version). Count versions from 1.")
        }
        let known = sources.map(\.id)
        for (name, noun, terms) in [
            ("scale", "level", scale), ("indicators", "indicator", indicators),
        ] {
            var seen: Set<String> = []
            for term in terms {
                if !seen.insert(term.key).inserted {
                    return (name, "The \(noun) “\(term.key)” stands twice. Leave one of them out.")
                }
                if let other = term.source, !known.contains(other) {
                    return (
                        name,
                        "The source “\(other)” of “\(term.key)” is none of those that are listed. "
                            + (known.isEmpty
                                ? "List it." : ClosestName.suggestion(for: other, in: known))
                    )
                }
            }
        }
        if scale.count < 2 {
            return ("scale", "The scale has \(scale.count) levels. List two at least.")
        }
        return indicators.isEmpty
            ? ("indicators", "There is no indicator, so nothing could be judged. List one.") : nil
    }

    static let shape = Shape(
        QualityFramework(id: "", title: ""),
        [
            .required("id", \.id, .name), .given("version", \.version, .integer),
            .required("title", \.title, .name),
            .list("sources", \.sources, Source.shape.form),
            .list("scale", \.scale, Term.shape.form),
            .list("indicators", \.indicators, Term.shape.form),
        ],
        check: { (fields, framework) throws(JSONError) in
            if let mistake = framework.mistake {
                throw fields.error(mistake.message, at: mistake.member)
            }
        }
    )
}

extension QualityFramework {
    /// The adoption as exports and programs have it.
    public var json: JSONValue { Self.shape.dated(self, on: on) }

    /// The committee adopted a framework.
    static let adopted = Event<QualityState, QualityFramework>(
        "quality-framework.adopted",
        "The committee judges itself by this framework of quality indicators from a day on.",
        by: .erasable(shape)
    ) { state, framework, step in
        var framework = framework
        framework.on = step.effective
        guard !state.frameworks.contains(where: { $0.pin == framework.pin }) else {
            return
                "“\(framework.title)”, version \(framework.version), was adopted before. Give what is new a "
                + "version of its own."
        }
        state.frameworks.append(framework)
        return nil
    }.carried { ways in
        ways.cell = .not(because: "a framework is adopted as a whole")
        ways.columns = .not(because: "scripts read judgements as a table")
        ways.comparison = .not(because: "a framework is adopted and never compared")
        ways.example = .not(because: "an example of a plugin has no framework")
        ways.request = .by([
            RequestForm("framework") { (fields, _) throws(JSONError) in
                let framework = try fields.required("framework", as: shape.type)
                return [RequestedFact(.qualityFrameworkAdopted(framework))]
            }
        ])
        ways.json = .by([
            JSONMember("qualityFrameworks") { states, place in
                let frameworks = states[place].frameworks
                return frameworks.isEmpty ? .null : .array(frameworks.map(\.json))
            }
        ])
        ways.sentence = .by(
            Sentence { earlier, later, _ in
                later.frameworks.filter { !earlier.frameworks.contains($0) }.map {
                    ChangeInWords(
                        "framework",
                        "The committee judges itself by “\($0.title)”, version \($0.version)."
                    )
                }
            }
        )
    }
}

extension SubjectReference {
    /// Names a framework of quality indicators.
    ///
    /// - Parameter id: The framework's identifier.
    /// - Returns: The reference.
    public static func qualityFramework(_ id: String) -> SubjectReference {
        SubjectReference(kind: "quality-framework", id: id)
    }
}

extension Change.Fact {
    /// The committee adopted a framework of quality indicators.
    public static func qualityFrameworkAdopted(_ framework: QualityFramework) -> Self {
        QualityFramework.adopted.fact(framework)
    }
}
