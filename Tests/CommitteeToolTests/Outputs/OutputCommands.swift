// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
/// The commands whose outputs are kept.
enum OutputCommands {
    static let audiences = ["public", "partners", "committee", "restricted"]
    static let forms = ["md", "html", "txt", "csv", "json"]

    static let planReports = [
        "plan", "progress-update", "progress-check", "action-list", "plan-on-a-page",
        "changes-since",
    ].map { "standard/\($0)" }

    static let riskReports = [
        "risk-appetite", "risk-cards", "risk-evidence", "risk-findings", "risk-heat-map",
        "risk-movement", "risk-public", "risk-quarterly", "risk-register", "risk-owners",
    ].map { "standard/\($0)" }

    /// The structure for every audience, each other form for those who may see everything, and
    /// Markdown for the public.
    static func report(_ name: String, _ rest: String, all: Bool = false) -> [String] {
        audiences.flatMap { audience in
            forms.filter { form in
                all || form == "json" || audience == "restricted"
                    || (audience == "public" && form == "md")
            }.map { form in
                "report s.sqlite --format \(name) --as \(form) --audience \(audience) \(rest)"
            }
        }
    }

    /// The structure, and each form for those who may see everything.
    static func shortReport(_ name: String, _ rest: String) -> [String] {
        forms.map { "report s.sqlite --format \(name) --as \($0) --audience restricted \(rest)" }
            + ["report s.sqlite --format \(name) --as json --audience public \(rest)"]
    }

    /// What `committee plan` says of a plan on a day.
    static func plan(_ id: String, on day: String) -> [String] {
        let command = "plan s.sqlite --plan \(id) --as-of \(day)"
        let figures = ["total", "completed", "ongoing", "late", "not-known", "exited", "status:G"]
        return [command]
            + audiences.map { "\(command) --audience \($0) --json" }
            + figures.map { "\(command) --explain \($0) --json" }
            + ["\(command) --explain late", "\(command) --explain completed"]
    }

    /// What changed between two days.
    static func changes(since: String, until: String) -> [String] {
        let command = "changes s.sqlite --since \(since) --until \(until)"
        return audiences.flatMap {
            ["\(command) --audience \($0)", "\(command) --audience \($0) --json"]
        }
    }

    /// What the commands on risks say of a register on a day.
    static func risks(_ register: String, since: String, on day: String) -> [String] {
        let place = "s.sqlite --register \(register) --as-of \(day)"
        let restricted = "--audience restricted"
        return audiences.map { "risk list \(place) --audience \($0) --all --json" }
            + ["risk list \(place)", "risk list \(place) \(restricted) --all"]
            + ["inherent", "current", "target"].flatMap { score in
                [
                    "risk heatmap \(place) --score \(score) --as md \(restricted)",
                    "risk heatmap \(place) --score \(score) --json \(restricted)",
                    "risk movement \(place) --score \(score) --since \(since) --json \(restricted)",
                ]
            }
            + ["risk heatmap \(place) --as html \(restricted)"]
            + ["risk movement \(place) --since \(since) --as txt \(restricted)"]
    }

    static func risk(_ id: String, on day: String) -> [String] {
        ["risk show s.sqlite \(id) --as-of \(day) --audience restricted"]
            + ["public", "restricted"].map {
                "risk show s.sqlite \(id) --as-of \(day) --audience \($0) --json"
            }
    }

    static func reminders(on day: String) -> [String] {
        ["--json", "--ids", "--digest", "--digest --as md", "--digest --as json"].map {
            "remind s.sqlite --on \(day) \($0)"
        }
    }

    /// Everything that Lua sees.
    static func dumps(since: String, on day: String) -> [String] {
        ["edition", "plans", "registers", "as-shown"].flatMap { name in
            ["public", "restricted"].map {
                "report s.sqlite --format dump/\(name) --audience \($0) --as-of \(day) "
                    + "--since \(since)"
            }
        }
    }
}
#endif
