// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit

/// What somebody of an audience can ask the tool: each command, in each form, rightly and wrongly.
enum ToolQuestions {
    /// Forms that go to the standard output, and those that need a file.
    private static let forms = ["md", "html", "txt", "csv", "json", "docx", "xlsx"]

    /// Commands with an audience that record or make something, with the reason why they are not asked here.
    static let writing: [String: String] = [
        "remind show": "asked as remind", "round status": "for the committee",
        "round paper": "for the committee", "round agree": "records", "round close": "records",
        "document add": "records", "document change": "records", "risk visibility": "records",
        "dataset add": "records", "dataset change": "records", "dataset publish": "records",
        "audit propose": "records", "audit find": "records", "audit dip-sample add": "records",
        "audit return add": "records", "audit outside add": "records",
        "audit course add": "records",
        "audit self-evaluation add": "records", "audit issue add": "records",
        "audit self-evaluation frameworks": "lists what plugins have",
        "voice record": "records", "voice set": "records", "voice quote": "records",
        "voice agree": "records", "voice sheet": "for the committee",
        "programme begin": "records", "programme milestone add": "records",
        "programme trial add": "records", "programme recommendation add": "records",
        "plugin run": "tries a plugin", "plugin eval": "tries a plugin",
    ]

    /// Every command that reads.
    ///
    /// - Parameters:
    ///   - audience: Who asks.
    ///   - matters: What is hidden, of which some is asked for by its name.
    ///   - isLong: Whether each report is asked for in every form; else each in one, all forms in turn.
    /// - Returns: The commands, without the name of the tool.
    static func commands(
        for audience: Audience,
        asking matters: HiddenMatters,
        isLong: Bool
    ) -> [String] {
        let who = "--audience \(audience.rawValue)"
        let hidden = matters.asked.filter { $0.audience > audience }.map(\.matter)
        let all: [[String]] = [
            plans(who), reports(who, isLong), risks(who, isLong), reminders(who), others(who),
            meetings(who, isLong), publishing(who), mistakes(who), names(hidden, who),
        ]
        return all.flatMap { $0 }
    }

    /// A command in the forms that are asked for.
    private static func inForms(_ commands: [String], _ isLong: Bool) -> [String] {
        commands.enumerated().flatMap { place, command in
            let wanted = isLong ? forms : [forms[place % forms.count]]
            return wanted.map { form in
                form.hasSuffix("x") ? "\(command) -o out.\(form)" : "\(command) --as \(form)"
            }
        }
    }

    private static func plans(_ who: String) -> [String] {
        let figures = [
            "total", "completed", "ongoing", "late", "exited", "status:R", "status:G", "none",
        ]
        let plan = "plan s.sqlite \(who)"
        var all = [plan, "\(plan) --json", "\(plan) --as-of 2026-06-30 --json"]
        for figure in figures {
            all += ["\(plan) --explain \(figure)", "\(plan) --explain \(figure) --json"]
        }
        for since in ["2026-03-01", "2026-06-30"] {
            let changes = "changes s.sqlite --since \(since) \(who)"
            all += [changes, "\(changes) --json"]
        }
        return all
    }

    private static func reports(_ who: String, _ isLong: Bool) -> [String] {
        let own =
            StructureReport.all.map(\.id) + DocumentReport.all.map(\.id)
            + LearningReviewReport.all.map(\.id) + FigureReport.all.map(\.id)
            + ProgrammeReport.all.map(\.id)
        let names =
            OutputCommands.planReports + OutputCommands.riskReports + ["glenmore/plan"] + own
        let meetings = OutgoingReport.all.map { report in
            report.subjects.contains("meeting")
                ? "\(report.id) --meeting committee/2026-05-12" : report.id
        }
        var all = inForms(
            (names + meetings).map {
                "report s.sqlite --format \($0) --since 2026-06-30 --register main \(who)"
            },
            isLong
        )
        all += inForms(
            (OutputCommands.planReports + own).map {
                "report s.sqlite --format \($0) --since 2026-03-01 --as-of 2026-07-15 \(who)"
            },
            isLong
        )
        for list in ["actions-csv", "actions-json"] {
            all.append("report s.sqlite --format standard/\(list) \(who)")
        }
        return all
    }

    private static func risks(_ who: String, _ isLong: Bool) -> [String] {
        var all = ["risk list s.sqlite --all \(who)", "risk list s.sqlite --all --json \(who)"]
        all += ["R1", "R2", "R3"].flatMap {
            ["risk show s.sqlite \($0) \(who)", "risk show s.sqlite \($0) --json \(who)"]
        }
        all += ["", " --json"].map { "risk escalations s.sqlite \(who)\($0)" }
        for score in ["inherent", "current", "target"] {
            let place = "s.sqlite --register main --score \(score) \(who)"
            all += ["risk heatmap \(place) --json"] + inForms(["risk heatmap \(place)"], isLong)
            for since in ["2026-03-01", "2026-06-30"] {
                all.append("risk movement \(place) --since \(since)")
                all.append("risk movement \(place) --since \(since) --json")
            }
        }
        return all
            + inForms(
                RiskReport.all.map {
                    "risk report s.sqlite \($0.id) --register main --since 2026-06-30 \(who)"
                },
                isLong
            )
    }

    private static func reminders(_ who: String) -> [String] {
        var all = ["", "--json", "--ids", "--digest --json"].map { "remind s.sqlite \($0) \(who)" }
        for day in ["", "--on 2026-12-15 "] {
            for form in ["md", "html", "txt", "csv", "json"] {
                all.append("remind s.sqlite --digest --as \(form) \(day)\(who)")
            }
            for rest in ["--digest -o out.docx", "--calendar -", "--calendar out.ics"] {
                all.append("remind s.sqlite \(rest) \(day)\(who)")
            }
        }
        return all
    }

    private static func others(_ who: String) -> [String] {
        let kinds: [(String, [String])] = [
            ("document", ["list", "list --overdue", "show open-guide", "show old-0"]),
            ("learning-review", ["list", "list --overdue", "guidance"]),
            ("dataset", ["list", "show open-count"]),
            (
                "voice",
                ["list", "list --waiting", "list --theme open-theme", "show open-survey"]
            ),
            (
                "audit",
                [
                    "list", "findings", "thread", "show open-audit", "show open-audit#1",
                    "show open-course",
                ]
            ),
            (
                "programme",
                ["list", "show \(HiddenMatters.plan)", "show \(HiddenMatters.plan)#1"]
            ),
        ]
        var all: [String] = []
        for (kind, words) in kinds {
            for word in words {
                let command = "\(kind) \(word) --store s.sqlite \(who)"
                all += [command, "\(command) --json"]
            }
        }
        for command in ["structure", "today"] {
            all += ["\(command) s.sqlite \(who)", "\(command) s.sqlite \(who) --json"]
        }
        return all
    }

    private static func meetings(_ who: String, _ isLong: Bool) -> [String] {
        let store = "--store s.sqlite \(who)"
        let held = ["2026-05-12", "2026-06-16", "2026-11-18"].map { "committee/\($0)" }
        var all = ["", " --json", " --calendar out.ics"].map {
            "meeting list \(store)\($0)"
        }
        all += ["", " --all", " --json", " --all --json"].map { "action-log show \(store)\($0)" }
        all += inForms(["action-log show \(store)"], isLong)
        all += ["", " --json"].map { "circulation \(store)\($0)" }
        for meeting in held {
            all += inForms(
                ["agenda", "attendance", "minute"].map { "meeting \($0) \(meeting) \(store)" },
                isLong
            )
        }
        return all
    }

    private static func publishing(_ who: String) -> [String] {
        ["md", "html", "docx"].map {
            "publish s.sqlite --format standard/plan --by clerk -o out.\($0) \(who)"
        }
    }

    /// Mistakes of which the answer names what there is.
    private static func mistakes(_ who: String) -> [String] {
        [
            "plan s.sqlite --plan glenmore \(who)", "plan s.sqlite --explain lates \(who)",
            "report s.sqlite --format standard/plans \(who)",
            "report s.sqlite --format standard/risk-cards --risk R9 \(who)",
            "report s.sqlite --format standard/risk-register --register mains \(who)",
            "report s.sqlite --format standard/agenda --meeting committee/2026-05-13 \(who)",
            "risk show s.sqlite R9 \(who)", "risk list s.sqlite --register mains \(who)",
            "risk movement s.sqlite --register mains --since 2026-06-30 \(who)",
            "document show open-guides --store s.sqlite \(who)",
            "learning-review show LR-1 --store s.sqlite \(who)",
            "dataset show open-counts --store s.sqlite \(who)",
            "audit show open-audits --store s.sqlite \(who)",
            "voice show open-surveys --store s.sqlite \(who)",
            "programme show glenmore --store s.sqlite \(who)",
            "programme show \(HiddenMatters.plan)#9 --store s.sqlite \(who)",
            "meeting agenda committee/2026-05-13 --store s.sqlite \(who)",
            "meeting minute nobody/2026-05-12 --store s.sqlite --as md \(who)",
        ]
    }

    /// Questions about what is hidden, by its name, and by a name that is nearly its.
    private static func names(_ hidden: [SubjectReference], _ who: String) -> [String] {
        Set(hidden.map(\.kind)).sorted { $0.rawValue < $1.rawValue }.flatMap { kind in
            hidden.filter { $0.kind == kind }.suffix(2).flatMap { matter in
                [matter.id, matter.id + "q"].flatMap { questions(about: $0, kind, who) }
            }
        }
    }

    private static func questions(about id: String, _ kind: SubjectKind, _ who: String) -> [String]
    {
        switch kind {
        case "plan":
            [
                "plan s.sqlite \(who) --plan \(id)",
                "report s.sqlite --format standard/plan --plan \(id) \(who)",
                "changes s.sqlite --since 2026-06-30 --plan \(id) \(who)",
            ]
        case "risk":
            [
                "risk show s.sqlite \(id) \(who)", "risk show s.sqlite \(id) --json \(who)",
                "report s.sqlite --format standard/risk-cards --risk \(id) \(who)",
            ]
        case "learning-review":
            [
                "learning-review show \(id) --store s.sqlite \(who)",
                "learning-review show \(id) --json --store s.sqlite \(who)",
            ]
        case "audit", "outside-report", "course", "one-off-return", "national-issue", "dip-sample",
            "quality-finding":
            ["show", "thread"].map { "audit \($0) \(id) --store s.sqlite \(who)" }
        case "voice": ["", " --json"].map { "voice show \(id) --store s.sqlite \(who)\($0)" }
        case "programme", "programme-milestone", "programme-trial", "programme-update",
            "programme-recommendation":
            ["", " --json"].map { "programme show \(id) --store s.sqlite \(who)\($0)" }
        case "indicator": ["dataset show \(id) --store s.sqlite \(who)"]
        case "document":
            ["", " --json"].map { "document show \(id) --store s.sqlite \(who)\($0)" }
        case "risk-register":
            [
                "risk list s.sqlite --register \(id) \(who)",
                "risk report s.sqlite risk-cards --register \(id) \(who)",
                "risk heatmap s.sqlite --register \(id) \(who)",
                "risk movement s.sqlite --since 2026-06-30 --register \(id) \(who)",
            ]
        default: []
        }
    }
}
#endif
