---@meta

-- CommitteeKit 1.0. Made from the declaration of the API; do not change it by hand.

---The committee's record as it was true on a date, cut for an audience.
---@class edition
---@field as_of date The date on which the record was true.
---@field today date The host's today.
---@field audience string The audience for which the edition was cut.
---@field committee { id: string, name: string } The committee.
---@field plan? plan The plan that was asked for, else the one in force.
---@field plans plan[] All plans, oldest first.
---@field register? register The risk register that was asked for, else the only one.
---@field registers register[] All risk registers.
---@field risks risk[] All risks of all registers that may be seen.
---@field meetings meeting[] The meetings of all bodies within a year of the date, earliest first.
---@field omitted omission[] What was left out for the audience.
---@field bodies body[] The committee itself and the bodies with which it works.
---@field groups group[] The working groups.
---@field seats seat[] The seats of the committee, its bodies and its groups.
---@field reporting_lines reporting_line[] Who reports what to whom.
---@field plan_bodies plan_bodies[] Who owns, coordinates and oversees each plan.
local edition = {}

---An improvement plan as it stood on the edition's date.
---@class plan
---@field id string The plan's identifier.
---@field title string The title as printed.
---@field from? date The first day that it covers.
---@field ends? date The last day that it covers.
---@field until? date The same, read as `plan["until"]`: a word of Lua's own.
---@field state string `draft`, `submitted`, `approved`, `published` or `succeeded`.
---@field is_draft boolean Whether it was not approved yet.
---@field layout? string The layout that read it, `plugin/name`.
---@field scheme? string Its status key, `plugin/name`.
---@field levels level[] Its levels, outermost first.
---@field items item[] Its table in printed order: headings and actions.
---@field actions item[] Its actions in printed order.
---@field maintenance item[] What is kept up without being counted.
---@field backlog item[] What is put off without being counted.
---@field listed item[] What stands in further lists; `list` is its name.
---@field counted item[] The actions that its counting rules count.
---@field completed item[] The counted actions that are completed.
---@field ongoing item[] The counted actions that are not completed.
---@field late item[] The counted actions that are late.
---@field not_known item[] The counted actions of which it is not known whether they were completed by the date.
---@field exited item[] The actions that left the plan.
---@field checks check[] The progress checks that its document states.
---@field key status_key[] Its status key, in printing order.
---@field without_status item[] The counted actions that have no status.
---@field not_in_key item[] The counted actions whose status is not in the key.
---@field texts plan_text[] The text around its tables.
---@field footnotes footnote[] Its footnotes.
---@field milestones milestone[] What happened to it as a document.
---@field counting_rules string[] What counts in its totals, in sentences.
---@field alignments string[] The titles of other plans that it supports.
---@field predecessors string[] The identifiers of the plans that it succeeds.
local plan = {}

---A level of a plan, such as priority or outcome.
---@class level
---@field name string The name of one item, in small letters.
---@field plural string The name of several items.
---@field count integer How many items of the level the plan has.
local level = {}

---An item of a plan: an action, or a heading such as a priority or an outcome.
---@class item
---@field id string The identifier, unique in its plan.
---@field number? string The number as printed.
---@field text string What it says, as plain text.
---@field text_markup string What it says, as markup.
---@field statement string The paragraph below its heading; empty when none.
---@field statement_markup string The same, as markup.
---@field notes string[] Remarks that are not part of its text.
---@field list string Where it stands: `table`, `maintenance`, `backlog`, or the name of a further list.
---@field level integer The place of its level, 1 for the outermost.
---@field level_name string The name of its level, such as `outcome`.
---@field plan plan The plan that it stands in.
---@field parent? item The item above it.
---@field children item[] The items right below it.
---@field path item[] The items above it, outermost first.
---@field added? date The first day on which it stood in the plan.
---@field predecessors string[] The items of earlier plans that became it, as `plan/item`.
---@field is_counted boolean Whether it counts in the plan's total.
---@field leads string[] The names of those who lead.
---@field leads_words string The cell of leads as published.
---@field timescale timescale The timescale in force.
---@field history timescale[] Every timescale it has had, oldest first.
---@field due? date The last day on which it is on time.
---@field days_to_due? integer Days from the edition's date to `due`; negative after.
---@field is_late boolean Whether it is late on the edition's date.
---@field days_late? integer By how many days it is late; nil when it is not.
---@field is_completed boolean Whether it is known to be completed.
---@field completed_on? date The day of completion, when the day is known.
---@field completed_by? date The day by which it is known to be completed.
---@field is_completion_known boolean False when a later report says that it was completed by some day after this date.
---@field exit? exit How it left the plan, if it did.
---@field status? string The status last reported, as printed.
---@field status_word string The word of its letter; empty when the key has none.
---@field status_colour string The colour of its letter; empty when the key states none.
---@field status_means? string What its letter says in terms that all committees share.
---@field status_as_at? date The date of which the status speaks.
---@field progress progress[] Progress as reported, oldest first.
---@field latest_progress string The newest report, as plain text; empty when none.
---@field latest_progress_markup string The same, as markup.
---@field evidence string The evidence or the measures; empty when none.
---@field evidence_markup string The same, as markup.
---@field expected_impact string What it is to change; empty when nothing is said.
---@field expected_impact_markup string The same, as markup.
---@field local_fields table<string, string> What the committee keeps in columns of its own.
---@field inherited string[] What it has from an item above, such as `leads from outcome-2`.
---@field row_part? integer Its place among the actions that share a row of the table, from 2; none for the first.
local item = {}

---When something is to be done: the words, and what they are read to mean.
---@class timescale
---@field words string The exact words, as published.
---@field kind string The kind of reading, such as `by-date`, `span` or `ongoing`.
---@field due? date The last day on which it is on time.
---@field from? date The first day of its span.
---@field ends? date The last day of its span.
---@field until? date The same, read as `timescale["until"]`: a word of Lua's own.
---@field confidence string How sure the reading is: `exact`, `inferred` or `unsure`.
---@field doubt? string Why the reading is not exact.
---@field effective? date The day from which it was in force.
---@field reason? string Why it was set.
---@field milestones timescale[] The parts of a cell with several times.
local timescale = {}

---One report of progress.
---@class progress
---@field text string What was reported, as plain text.
---@field markup string What was reported, as markup.
---@field as_at date The date of which it speaks.
---@field by string Who reported it.
local progress = {}

---How an item left its plan without being completed.
---@class exit
---@field kind string `withdrawn`, `suspended`, `transferred` or `carried-over`.
---@field destination? string Where it went.
---@field on date The day on which it left.
---@field reason? string Why it left.
local exit = {}

---One letter of the committee's status key.
---@class status_key
---@field letter string The letter.
---@field word string The word that always stands beside the letter.
---@field colour string The name of the colour; empty when the key states none.
---@field means string What it says in terms that all committees share.
---@field axis string What it speaks of: `delivery`, `lateness` or `completion`.
---@field wording string What the plan prints beside the letter; empty when nothing.
---@field wording_markup string The same, as markup.
---@field actions item[] The counted actions that have it, by its letter or by words for it.
local status_key = {}

---A line of figures that a plan's own document states; absent figures are nil.
---@class check
---@field date? date Its date, when the words can be read.
---@field words string The date as printed.
---@field name string What the check is called.
---@field total? integer How many actions count.
---@field completed? integer How many are fully completed.
---@field added? integer How many were added since the check before.
---@field ongoing? integer How many are not completed.
---@field figures string[] Further figures as printed, such as `share_completed: 45%`.
---@field is_stated boolean Whether a document states it.
local check = {}

---A piece of the text around a plan's tables.
---@class plan_text
---@field place string `introduction`, `notes`, `closing` or `signatory`.
---@field heading_level? integer The level, when it is a heading.
---@field text string The words, as plain text.
---@field markup string The words, as markup.
local plan_text = {}

---A footnote of a plan.
---@class footnote
---@field mark string The mark that refers to it.
---@field text string What it says, as plain text.
---@field markup string What it says, as markup.
local footnote = {}

---Something that happened to a plan as a document.
---@class milestone
---@field kind string `submitted`, `approved` or `published`.
---@field on date The day.
---@field body? string The body that had it or approved it.
---@field issue? integer The number of the issue, for a publication.
local milestone = {}

---How much was left out of an edition for its audience.
---@class omission
---@field what string What was left out, in the plural.
---@field count integer How many. A report for the audience says that something is left out, not how much.
---@field of? string The identifier of the plan or the register that it was left out of; nil for what belongs to neither.
local omission = {}

---A day on which a body meets.
---@class meeting
---@field body string The body's identifier.
---@field name string What the body is called.
---@field on date The day.
---@field planned date The day for which it was planned; another one when it was moved.
local meeting = {}

---One difference between two editions, in words.
---@class change
---@field plan string The plan's identifier; empty when it is about a risk register.
---@field item? string The item's identifier, when it is about one item.
---@field register? string The risk register's identifier, when it is about one.
---@field risk? string The risk's identifier, when it is about one risk.
---@field kind string What sort of change it is, such as `completed`.
---@field sentence string The change in words.
local change = {}

---The committee itself and the bodies with which it works.
---@class body
---@field id string The body's identifier.
---@field name? string What the body is called.
---@field abbreviation? string The abbreviation by which documents call the body.
---@field kind? string What kind of body it is, such as committee, council, agency or partnership.
---@field aliases string[] Other names by which documents mean the body.
---@field quorum? integer How many members must be there for the body to decide.
local body = {}

---The working groups.
---@class group
---@field id string The group's identifier.
---@field name? string What the group is called.
---@field abbreviation? string The abbreviation by which documents call the group.
---@field aliases string[] Other names by which documents mean the group.
---@field short_life boolean Whether the group ends with its task.
---@field begins? date Its first day, if known.
---@field ends? date Its last day, if known.
---@field remit? string What the group is for.
---@field tasks string[] The tasks that it has been given.
---@field decides string[] On what it decides itself.
---@field lead? string The role that leads the group.
---@field reports_to? string The body or the group to which the group reports.
local group = {}

---The seats of the committee, its bodies and its groups.
---@class seat
---@field id string The seat's identifier.
---@field sits_on? string The body or the group on which the seat is; the committee itself when nobody said.
---@field role? string The name of the role that has the seat, never a person's.
---@field role_aliases string[] Other names by which documents mean the role of the seat.
---@field agency? string The agency for which the role sits.
---@field core boolean Whether it is a core seat, which the body expects at each meeting.
---@field votes boolean Whether the seat votes.
---@field substitutes string[] The roles that may come instead, first the usual one.
---@field ended? date The last day on which there is such a seat.
---@field term_from? date When the last term began, if known.
---@field term_until? date When the last term ends, if known.
---@field holder? string Who holds it in the last term: a role, or the host's identifier of a person.
---@field inducted? date When the holder of the last term was introduced to the work.
local seat = {}

---Who reports what to whom.
---@class reporting_line
---@field sender string The body or group that reports.
---@field receiver string The body that receives the report.
---@field what string What is reported, in words.
---@field timescale string When it is reported, in words; empty when not said.
---@field cadence string What makes the report due, in words; empty when not said.
local reporting_line = {}

---Who owns, coordinates and oversees each plan.
---@class plan_bodies
---@field plan string The plan's identifier.
---@field owner? string The body that owns it.
---@field coordinator? string The role, group or body that coordinates the work on it.
---@field overseer? string The group or body that oversees it.
local plan_bodies = {}

---A risk register, with the risks that the edition's audience may see.
---@class register
---@field id string The register's identifier.
---@field name string Its name.
---@field tier? string `working-group`, `committee`, `partnership` or `corporate`.
---@field parent? register The register above it.
---@field below register[] The registers right below it.
---@field scale? risk_scale The scale of new assessments.
---@field scales risk_scale[] Every scale that an assessment may pin.
---@field risks risk[] All its risks, in its own order.
---@field open_risks risk[] Those that are active and so count.
---@field findings risk_finding[] What does not fit together.
---@field withheld_count integer 1 when risks were left out for the audience, however many they are; else 0.
---@field categories string[] Its categories, where it has a fixed set.
---@field approvers string[] The roles that may accept a risk; anybody when empty.
---@field review_timescale string When it is reviewed, in words; empty when not said.
---@field score_names { inherent: string, current: string, target: string } What it calls the three scores.
---@field workflow? string The workflow of its risks, such as `northshire/reviews`; nil where nobody has said.
---@field workflow_version? integer The version of that workflow that holds for it.
local register = {}

---A risk: what may cause it, what may happen, with what effect, and what is done about it.
---@class risk
---@field id string The identifier, which it keeps in every register.
---@field register register The register in which it stands.
---@field state string How far it has come, such as `proposed`, `active` or `closed`.
---@field is_open boolean Whether it is active and so counts in its register.
---@field name string What it is called in a list: its title, or else the event.
---@field title string Its title; empty when it has none.
---@field cause string What may cause it.
---@field event string What may happen.
---@field effect string What it would lead to.
---@field category string The category; empty when none.
---@field owner? string Who answers for it.
---@field manager? string Who manages it, where that is somebody else.
---@field visibility string `public`, `partners`, `committee` or `restricted`.
---@field inherent? risk_score Its score before any control; nil when nobody has assessed it, which is not nought.
---@field current? risk_score Its score with the controls that there are; nil when nobody has assessed it.
---@field target? risk_score The score that is aimed at; nil when nobody has set it.
---@field appetite string The most that it may be, in words; empty when none is set.
---@field is_above_appetite? boolean Whether its current score is above that; nil when that cannot be said.
---@field proximity string How soon it may come; empty when nothing is said.
---@field velocity string How quickly it would have its effect; empty when nothing is said.
---@field treatment? string `tolerate`, `treat`, `transfer` or `terminate`.
---@field actions string[] The actions that treat it, as `plan#action`.
---@field items item[] Those of them that the edition holds.
---@field controls risk_control[] What keeps it down.
---@field target_date? date The day by which the target is to be reached.
---@field is_target_accept boolean Whether its target date says `accept`.
---@field acceptance? risk_acceptance The acceptance that was given last, whether it still holds or not.
---@field is_accepted boolean Whether it is accepted on the edition's date.
---@field next_review? date The day by which it is to be reviewed.
---@field last_reviewed? date The day of the last review.
---@field is_review_overdue boolean Whether that day has passed on the edition's date.
---@field review_interval? string How often it is reviewed, such as `3 months`.
---@field links risk_link[] What it has to do with elsewhere.
---@field replaced_by string[] The risks that took its place.
---@field history risk_event[] What happened to it, oldest first.
---@field findings risk_finding[] What does not fit together.
---@field number? string The number that the register prints; nil when that is its `id`.
---@field columns table<string, string> The register's own columns, by name.
---@field workflow_state string The state by its register's workflow, such as `under-review`; its state where the workflow has none of its own for it.
---@field workflow_state_words string What that state is called, such as “under review”.
---@field workflow_state_until? date The last day on which it may stand in that state, where the workflow sets a limit.
---@field overrides string[] Why each event was recorded that its workflow refuses.
local risk = {}

---A score of a risk, with the levels that were judged and the scale that made it.
---@class risk_score
---@field kind string `inherent`, `current` or `target`.
---@field name string What the register calls it, such as `Initial`.
---@field text string The score in words, such as `12 High`.
---@field value? integer The number, where the scale gives one.
---@field severity integer How severe it is by its scale alone: more is worse.
---@field band? string The band, by its identifier; nil in a gap.
---@field word string What the band is called; empty in a gap.
---@field letter string The score and the letter of the band, for a status.
---@field colour string The colour of the band; empty when none.
---@field zone? string The zone, by its identifier.
---@field zone_word string What the zone is called; empty when none.
---@field likelihood string The level of likelihood, by its identifier; empty when it is unknown.
---@field likelihood_word string What that level is called.
---@field impact string The level of impact, by its identifier; empty when it is unknown.
---@field impact_word string What that level is called.
---@field date? date The day of the assessment.
---@field is_override boolean Whether somebody gave the score by judgement.
---@field override_reason string Why; empty when the levels make the score.
---@field scale? risk_scale The scale, in its version.
---@field are_levels_known boolean Whether likelihood and impact are known; else only the score is.
---@field caveat string What is to be said beside it, such as `levels unknown`; empty when nothing is.
local risk_score = {}

---Something that keeps a risk down.
---@class risk_control
---@field id string The identifier within its risk.
---@field words string What it is.
---@field kind string `preventive`, `corrective`, `directive`, `detective`; empty when nobody has said.
---@field effectiveness string How well it works; empty when nobody has judged it.
---@field weight? integer How much it counts, where that is weighed.
---@field owner? string Who answers for it.
---@field evidence_due? date The day by which evidence is owed.
---@field evidence_seen? date The day on which evidence was last seen.
---@field evidence string What was seen; empty when nothing.
---@field is_owed_evidence boolean Whether evidence was due by the edition's date.
local risk_control = {}

---That a named approver accepted a risk as it was scored.
---@class risk_acceptance
---@field by string The role that accepted it.
---@field on date The day on which it did.
---@field expires? date The last day on which it holds; nil for no end.
---@field conditions string What it depends on; empty when nothing.
---@field is_in_force boolean Whether it holds on the edition's date.
---@field lapse? string Why it no longer holds, such as a score that changed.
local risk_acceptance = {}

---One thing that happened to a risk. The public sees what and when, not who and why.
---@class risk_event
---@field kind string The kind of entry, such as `risk.assessed` or a workflow's own.
---@field event string The event, such as `assess`; the kind when it is none of the record.
---@field on date The day on which it took effect.
---@field by string Who recorded it; empty for the public.
---@field register string The register in which the risk stood then.
---@field reason? string Why, when somebody said so.
---@field details table What the entry holds; days are texts.
local risk_event = {}

---Something elsewhere that a risk has to do with.
---@class risk_link
---@field kind string `action`, `decision`, `review` or `risk`.
---@field id string Its identifier; an action's is written `plan#action`.
local risk_link = {}

---Something about a risk that does not fit together.
---@class risk_finding
---@field kind string What kind of finding it is, such as `review-overdue`.
---@field sentence string The finding in words.
---@field risk? risk The risk.
local risk_finding = {}

---A scale for risks, in one version.
---@class risk_scale
---@field id string The name of the scale, the same in every version.
---@field version integer The version.
---@field title string What it is called; empty when nothing else.
---@field likelihoods risk_level[] Its levels of likelihood.
---@field impacts risk_level[] Its levels of impact.
---@field bands risk_band[] What scores are called, the mildest first.
---@field likelihood_name string What it calls likelihood.
---@field impact_name string What it calls impact.
---@field not_assessed string What is shown where nobody has assessed a risk.
local risk_scale = {}

---A level of likelihood or impact.
---@class risk_level
---@field id string The identifier within its axis.
---@field label string What it is called.
---@field weight integer What it counts for.
---@field wording string What it means; empty when nothing is said.
---@field text string The identifier and the label.
local risk_level = {}

---A range of scores, or a grade, with its name.
---@class risk_band
---@field id string The identifier.
---@field label string What it is called.
---@field from? integer The lowest score; nil for a grade.
---@field through? integer The highest score; nil for a grade.
---@field letter string The letter; empty when none.
---@field colour string The colour; empty when none.
---@field zone? string The zone, by its identifier.
---@field wording string What it asks for; empty when nothing is said.
local risk_band = {}

---Something outside the plans that is due on a day, for the function of a reminder rule.
---@class matter
---@field kind string `meeting`, `risk`, `acceptance`, `member`, `data_set` or `deadline`.
---@field id string Its identifier among those of its kind.
---@field name string What it is called within a sentence.
---@field due date The day.
---@field verb string What happens then: `due`, `ends` or `lapses`.
---@field leads string[] Who answers for it.
---@field groups string[] The names of its body, register or data set.
---@field risk? risk The risk, when it is about one.
local matter = {}

---Writes a document, block after block; any format can be made of it.
---@class doc
local doc = {}

---Sets the document's title; without it, the first heading is the title.
---@param text string The title.
function doc:title(text) end

---Adds a fact about the document itself.
---@param name string What it is.
---@param value string The fact.
function doc:property(name, value) end

---Adds a heading.
---@param level integer 1 to 6.
---@param text string The words.
---@param anchor? string A name that links can point to.
function doc:heading(level, text, anchor) end

---Adds a paragraph, or what the markup holds.
---@param text string|{ markup: string } Plain words, or markup.
function doc:paragraph(text) end

---Adds a list; with `ordered = true` among the items it is numbered.
---@param items (string|{ markup: string })[] The items.
function doc:list(items) end

---Adds a table. A cell is a text, a number, a date, a status, markup, or a list of those; a row `{ section = "…" }` is a heading between rows.
---@param table { columns: any[], rows: any[], caption?: string } Columns, rows and a caption.
function doc:table(table) end

---Adds the key to the statuses, unless the plan has none.
---@param plan plan|table The plan whose key it is.
---@param title? string The title; "Status key" when left out.
function doc:legend(plan, title) end

---Adds a bar of how many have which status.
---@param title string What is counted.
---@param counts plan|table A plan, or { status = …, count = … } for each.
function doc:status_bar(title, counts) end

---Adds a timeline on which the edition's day is marked.
---@param title string What it shows.
---@param rows item[]|table Items, or { label = …, due = … } for each.
function doc:timeline(title, rows) end

---Adds facts with their names.
---@param facts table { name, value } for each.
function doc:summary(facts) end

---Adds a notice that must not be overlooked.
---@param kind "information"|"warning"|"draft"|"watermark" How strong it is.
---@param text string|{ markup: string } The words.
function doc:notice(kind, text) end

---Ends a printed page.
function doc:page_break() end

---Adds any block of the document, such as a figure or a section with blocks inside.
---@param block table The block with its `kind`.
function doc:block(block) end

---Writes the bytes of a report that declares a media type.
---@class out
local out = {}

---Writes text.
---@param text string The text, written as it is.
function out:write(text) end

---Writes a row of CSV; what a spreadsheet would run as a formula is made harmless.
---@param ... any Cells: texts, numbers, dates and lists of texts; nil is an empty cell. Or one list of them, without holes unless its `n` says how many.
function out:row(...) end

---Writes a value as JSON.
---@param value any A table without records.
function out:json(value) end

---What a run is told, and helpers.
---@class ctx
---@field today date The host's today.
---@field as_of date The date of the edition.
---@field settings table The plugin's settings, as its manifest declares them.
---@field since edition|false An earlier edition to compare with, or false.
---@field changes change[] What changed since then; empty without `since`.
---@field api api What this version of the API offers.
local ctx = {}

---Makes a date.
---@param text string The day.
---@return date
function ctx.date(text) end

---Makes a row of fields for each record; lists are joined.
---@param list any[] Records.
---@param ... string The names of fields.
---@return any[][]
function ctx.rows(list, ...) end

---Walks records: gives the place of each, then the named fields as values.
---@param list any[] Records of one kind.
---@param ... string The names of fields, or paths such as `plan.title`.
---@return fun(): integer, any
function ctx.each(list, ...) end

---Groups records by a field or a function, in order of first sight; one with several texts is in several groups, one with none in "".
---@param list any[] Records.
---@param field string|fun(record: any): any A field, such as `leads` or `timescale.kind`; or a function that gives the key of a record.
---@return { key: any, items: any[], count: integer }[]
function ctx.group(list, field) end

---Counts records by a field or a function, as `COUNTIF` does for every value at once; a value that none has is nil.
---@param list any[] Records.
---@param field string|fun(record: any): any A field, such as `status`, or a function.
---@return table<string, integer>
function ctx.count(list, field) end

---Returns the text without the space at its ends.
---@param text string A text.
---@return string
function ctx.trim(text) end

---Makes a cell with an item's status: letter, word and colour; empty when none.
---@param item item The item.
---@return any
function ctx.status(item) end

---Says which risks went up, down, in or out since the earlier edition, and why that does not add up when it does not.
---@param register? string The risk register; the only one if left out.
---@param score? string `inherent`, `current` or `target`.
---@return { register: string, totals: table<string, integer>, shortfall: string[], rows: { id: string, name: string, direction: string, before: string, now: string, why: string, risk: risk? }[] }
function ctx.movement(register, score) end

---Counts the working days from one day to another.
---@param from date A day.
---@param to date Another.
---@return integer
function ctx.working_days(from, to) end

---Returns the day so many working days later.
---@param from date A day.
---@param days integer How many; negative for earlier.
---@return date
function ctx.add_working_days(from, days) end

---Returns a number from 1 on; the same seed gives the same numbers.
---@param most integer The greatest number.
---@return integer
function ctx.random(most) end

---Says what a value is, such as `item` or `date`.
---@param value any Anything.
---@return string
function ctx.kind(value) end

---Shows a value with its fields, for looking around.
---@param value any Anything.
---@return string
function ctx.dump(value) end

---Writes a line to the host's log.
---@param ... any What to say.
function ctx.log(...) end

---What this version of the API offers.
---@class api
---@field version string The version, such as `1.0`.
local api = {}

---Tells whether the API has a name.
---@param name string A type, or a type and a field.
---@return boolean
function api.has(name) end

---A day. `due - 30` and `due + 7` are days, `due - ctx.today` is a number of days, and days are compared with `<`, `<=` and `==`.
---@class date
---@field year integer The year.
---@field month integer 1 to 12.
---@field day integer 1 to 31.
---@field weekday integer 1 for Monday to 7 for Sunday.
---@operator add(integer): date
---@operator sub(integer): date
---@operator sub(date): integer
local date = {}

---Writes the day.
---@param pattern string Such as `d MMMM yyyy`.
---@return string
function date:format(pattern) end

---What somebody wants to happen to a risk, for the guards and effects of a workflow.
---@class request
---@field event string The event, such as `approve` or one of your own.
---@field risk string The risk's identifier.
---@field by string Who asks: a role, a system or an account.
---@field reason string Why; empty when nobody said so.
---@field state string The state of the risk by the workflow.
---@field state_words string The same in words.
---@field fact table What is to be recorded, as in a file of changes.
---@field details table What an event of your own says.
---@field score { text?: string, value?: integer, band?: string, bands_risen?: integer, is_above_appetite?: boolean } The score that an assessment would give, by how many bands it would raise the current one, and whether the risk would be above its appetite; empty for another request.
local request = {}

---What a test is given: editions to try, what the plugin makes of them, and comparisons. It has `date`, `dump`, `kind`, `log` and `rows` as `ctx` has them, which is the test's second argument. Today is 31 October 2026.
---@class t
local t = {}

---Makes a small edition.
---@param edition string|table The name of an example, `northshire` or `strathmarr`; or a table of items, perhaps with `as_of`, `audience`, `title`, `from`, `ends`, `levels`, `scheme`, `meetings`, `documents`, `indicators`, `learning_reviews`, `audits`, `quality_findings`, `voices`, `programmes`, `registers`, `risks` and their `scale`.
---@return edition
function t.edition(edition) end

---Reads a published document, a plan or a risk register, as an import does.
---@param file string A document in the folder tests.
---@param layout string The layout with which it is read.
---@param options? string | table The day of which it speaks, or `as_of`, `period` and `repairs`: a file in the folder tests.
---@return edition
function t.read(file, layout, options) end

---Returns what was doubtful when a document was read.
---@param file string A document in the folder tests.
---@param layout string The layout with which it is read.
---@param options? string | table The day of which it speaks, or `as_of`, `period` and `repairs`: a file in the folder tests.
---@return { line: integer, kind: string, message: string }[]
function t.findings(file, layout, options) end

---Returns what a report or a layout writes, as Markdown unless you say otherwise.
---@param name string The report or the layout.
---@param edition edition The edition of which it speaks.
---@param options? table `as` (md, html, txt, csv or json), `today`, `plan`, `register`, `risk`, `since` (an edition) and `settings`.
---@return string
function t.report(name, edition, options) end

---Returns the message with which a report fails, or nil when it does not.
---@param name string The report or the layout.
---@param edition edition The edition of which it speaks.
---@param options? table `as` (md, html, txt, csv or json), `today`, `plan`, `register`, `risk`, `since` (an edition) and `settings`.
---@return string?
function t.problem(name, edition, options) end

---Returns the reminders that the plugin's rules give.
---@param edition edition The edition.
---@param on? string The day of asking; that of the edition if left out.
---@return { rule: string, item: string?, subject: string, to: string[], due: date, days_left: integer, tier: string, message: string }[]
function t.reminders(edition, on) end

---Returns how the plugin's words for times read.
---@param words string The words of a cell.
---@return { words: string, kind: string, sure: string, due: date? }
function t.timescale(words) end

---Returns the key that some printed words stand for.
---@param scheme string The status scheme.
---@param printed string What stands in a cell.
---@return { letter: string, word: string, means: string, colour: string }?
function t.status(scheme, printed) end

---Returns what two levels make by a scale.
---@param scale string The scale for risks.
---@param likelihood string The level of likelihood.
---@param impact string The level of impact.
---@param version? integer The version; the newest if left out.
---@return { value: integer?, band: string?, text: string, version: integer }
function t.score(scale, likelihood, impact, version) end

---Returns the risks that the plugin's rules would have escalated.
---@param edition edition The edition.
---@return { rule: string, risk: string, from: string, register: string?, body: string?, why: string }[]
function t.escalations(edition) end

---Takes a new risk through events up to the first that is refused, in a world of three registers, `lower`, `middle` and `upper`; a fact that you leave out is made up.
---@param workflow string The risk workflow.
---@param events table[] Each an event, perhaps with `by`, `reason`, `fact` and `details`.
---@param world? string `plain` when left out, `low` or `high`, with the bands of the conformance kit, or one of `trial.worlds`.
---@return { state: string, recorded: string[], refused: string?, guard: string?, is_fault: boolean?, event: integer? }
function t.course(workflow, events, world) end

---Compares two values, tables by what is in them.
---@param found any What was found.
---@param expected any What it should be.
---@param words? string What is compared, for the message.
function t.equal(found, expected, words) end

---Looks for a part of a text.
---@param text string A text.
---@param part string What should stand in it.
---@param words? string What is looked for, for the message.
function t.contains(text, part, words) end

---Compares a text with a file, which `committee plugin test --record` writes.
---@param text string A text.
---@param file string A file of the folder tests.
function t.matches(text, file) end

---Checks that something is true.
---@param value any What should be neither nil nor false.
---@param words? string What should be true, for the message.
function t.ok(value, words) end

---Ends the test as failed.
---@param words? string Why.
function t.fail(words) end

---A committee's table, for writing and for reading.
---@class layout.declaration
---@field about? "plan"|"risks" What it is about; a plan when left out.
---@field plan? string The identifier that a plan gets, such as `plan-{from.year}-{until.year}`.
---@field title string The document's title, with gaps such as `{period}`.
---@field levels? string[] The names of two to five levels, outermost first; the last is that of actions.
---@field scheme? string The status key: `rag`, or `standard/rag` of another plugin.
---@field headings? table<string, layout.heading> The heading of each level that has no column.
---@field columns? layout.column[] The table, from left to right.
---@field blocks? table<string, layout.block> The items as headings and paragraphs, for a document without a table.
---@field checks? { heading: string, columns: layout.column[] } The table of progress checks that the document states.
---@field key? { heading: string, across?: boolean } The status key as the document prints it.
---@field notes? string The heading above the notes.
---@field maintenance? { heading: string, columns: layout.column[] } The list of what is kept up without being counted.
---@field backlog? { heading: string, columns: layout.column[] } The list of what is put off without being counted.
---@field lists? layout.list[] Further lists.
---@field inherits? string[] What actions have from above, such as `leads`.
---@field years? string The level whose words are years.
---@field below_row? string[] Fields in a row below an action, such as `Source: {local.source}`.
---@field after_text? string[] Remarks at the end of an action's words.
---@field facts? layout.fact[] A line for each fact, such as the day of approval.
---@field completion? { field: string, completed: string[], ongoing?: string[] } The words that say that an action is completed.
---@field exits? table<string, string[]> The words with which an action leaves: `withdrawn`, `suspended`, `transferred`, `carried-over`.
---@field counting? layout.counting What counts in the totals.
---@field reading? layout.reading How to read what is untidy.
---@field register? string About risks: the register's identifier.
---@field name? string About risks: what the register is called.
---@field scale? string About risks: the scale, such as `standard/five-by-five`.
---@field risk? string About risks: what a risk's identifier is made of.
---@field visibility? "public"|"partners"|"committee"|"restricted" About risks: who may read new ones.
---@field words? table<string, string[]> About risks: the register's own words for `open`, `up`, `treat` and so on.

---A column: a header, then a field or words with gaps.
---@class layout.column
---@field [1] string The header, perhaps with `{date}`.
---@field [2] string|nil The field, such as `text`, or words such as `{number}: {text}`.
---@field header? string The header, by its name.
---@field field? string The field, by its name.
---@field merge? boolean Whether a cell of what stands above is printed once; read, an empty cell means as above.
---@field value? (fun(item: item, ctx: ctx): any) Computes the cell; it is never read.
---@field tick? string The status or the year for which a mark in this column stands.
---@field mark? string The mark that is written; a tick when left out.
---@field each? boolean Whether each part of the cell is an action of its own.
---@field due? string The year by whose end the action is due.
---@field colours? boolean|table<string, string[]> The colours of cells that stand for a status.
---@field read? (fun(cell: string, row: table<string, string>, ctx: ctx): any) Gives what the words of a cell would say otherwise.
---@field write? (fun(item: item, ctx: ctx): any) Gives the words of a cell.

---The heading of a level.
---@class layout.heading
---@field [1] string|nil Its words with gaps, such as `Outcome {number}: {text}`.
---@field row? string The words, when it is a row of the table.
---@field below? string The field of the paragraph under it: `statement` or `text`.
---@field begins? string[] The first words of that paragraph.
---@field lines? string[] Lines below it that give fields.
---@field read? (fun(line: string, ctx: ctx): string?) Gives the heading that a line is, or nil.
---@field write? (fun(item: item, ctx: ctx): string?) Gives the words of the heading.

---How the items of a level stand where there is no table.
---@class layout.block
---@field [1] string|nil What the line says, such as `{number} {text}`.
---@field as "heading"|"numbered"|"bulleted"|"paragraph" What an item begins with.
---@field below? string The field of all that stands below it.
---@field lines? string[] Lines below it that give fields.
---@field after? string The line below which the items begin.
---@field before? string The line above which they end.

---A further list of a plan.
---@class layout.list
---@field name string What the list is called.
---@field heading string Its heading.
---@field columns layout.column[] Its table.
---@field counts? boolean Whether its items count in the totals.
---@field completed? boolean Whether all that stands in it is completed.

---A line that states a fact.
---@class layout.fact
---@field [1] string The fact, such as `approved`.
---@field [2] string The line with one gap, such as `Agreed on {date}`.
---@field repeats? boolean Whether the line stands on every page.
---@field within? boolean Whether the words stand inside a paragraph.

---What counts in a plan's totals.
---@class layout.counting
---@field at_publication? "all-added"|"not-stated" What the first check says of added.
---@field counted_exits? string[] Who still counts after leaving.
---@field total? string[] The states that make up the total.
---@field ongoing? string[] The states that make up what is ongoing.

---How to read what is untidy.
---@class layout.reading
---@field copy_above? string[] Words for as above.
---@field leads? (string|string[])[] The leads that are known, each with its other names.
---@field page_furniture? string[] Lines on every page that say nothing.
---@field stray_to? string The field that takes text which fell out of the columns.
---@field status_at_cell_end? boolean Whether a letter may stand at the end of the last cell.
---@field notes? string[] Remarks that follow an action's text.
---@field signatory? string The first words of the line with which somebody signs.
---@field state_words? string[] Words that belong to the status.
---@field alignments? string[] Titles of other plans that this one serves.

---A report: a function under `run`, or a list and what is made of it.
---@class report.declaration
---@field title? string What it is called; of a declared report also its heading, with gaps such as `{as_of}`.
---@field media_type? string The media type of a report that writes bytes of its own, such as `text/csv`.
---@field extension? string The ending of the names of its files, such as `csv`.
---@field compares? boolean Whether it compares two days, and says nothing without `ctx.since`.
---@field run? (fun(edition: edition, doc: doc|out, ctx: ctx)) Writes the report.
---@field built_in? string One of the library's own reports, on risks or on who is who.
---@field parts? report.part[] Several lists, one below the other.
---@field list? string The list of a declared report, such as `plan.actions`, `plan.late` or `risks`.
---@field where? table<string, any> What fields must hold: `{ is_late = true, leads = "Lead Nurse" }`.
---@field order? string|(string|report.order)[] The fields by which it is sorted.
---@field group? string The field by which it is grouped, such as `leads`.
---@field count? boolean|string True, or the field whose values are counted, as in a pivot table.
---@field sum? string|string[] The field whose numbers are added up, or several of them.
---@field say? string A sentence for each, with gaps such as `{number} {text}`.
---@field columns? string[][] A table: headers, each with a field or words with gaps.
---@field picture? "status_bar"|"timeline" A picture of the list.
---@field none? string What is said when the list is empty.
---@field heading? string The heading above the list.

---One list of a declared report, and what is made of it.
---@class report.part
---@field list string The list, such as `plan.actions`, `plan.late` or `risks`.
---@field heading? string The heading above it.
---@field where? table<string, any> What fields must hold.
---@field order? string|(string|report.order)[] The fields by which it is sorted.
---@field group? string The field by which it is grouped.
---@field count? boolean|string True, or the field whose values are counted.
---@field sum? string|string[] The field whose numbers are added up, or several.
---@field say? string A sentence for each.
---@field columns? string[][] A table.
---@field picture? "status_bar"|"timeline" A picture of the list.
---@field none? string What is said when the list is empty.

---A field by which a list is sorted.
---@class report.order
---@field [1] string The field.
---@field descending? boolean Whether the greatest comes first.

---What a field must hold, when it is neither one value nor a list of them.
---@class report.condition
---@field from? integer|string The least number, or the first day.
---@field through? integer|string The greatest number, or the last day.
---@field empty? boolean Whether there is nothing.
---@field except? string|string[] What it must not be.

---A status key: its letters, or a title and `keys`.
---@class status_scheme.declaration
---@field title? string What the key is called.
---@field keys? status_scheme.key[] The letters, when there is a title.

---A letter of a status key.
---@class status_scheme.key
---@field [1] string The letter.
---@field [2] string The word that always stands beside it.
---@field means "on_track"|"delayed"|"at_risk"|"off_track"|"not_started"|"past_deadline"|"completed"|"ongoing"|"withdrawn"|"unknown" What it means.
---@field colour? "green"|"amber"|"red"|"blue"|"purple"|"grey"|"black"|"white"|"yellow"|"orange"|"turquoise"|"pink"|"brown" Its colour.
---@field reads? string[] What else stands for it in a document.

---When somebody is reminded of what; its steps stand in it.
---@class reminder.declaration
---@field each? "action"|"maintenance"|"plan"|"meeting"|"risk"|"acceptance"|"member"|"data_set"|"deadline" What is reminded of; actions when left out.
---@field of? string|string[] The bodies, registers or data sets that are meant.
---@field to? string|string[] Who is reminded: `lead`, `returner` or a role.
---@field key_people? string[] Names among the leads that do not lead.
---@field stop? "completed"|"progress" What silences it.
---@field what? string What is due then.
---@field ahead? string Due so long before the meeting, the review or the end of a term.
---@field before_meetings? boolean Due at each meeting of which the timescale speaks.
---@field without_progress_for? string Due so long after the newest progress.
---@field without_check_for? string For plans: due so long after the newest progress check.
---@field timescales? string[] Only items with these kinds of timescale.
---@field compute? (fun(subject: item|plan|matter, ctx: ctx): any) Says when to remind, instead of steps.

---One step of a reminder.
---@class reminder.step
---@field before_due? string So long before it is due, such as `2 weeks`.
---@field overdue? boolean True from the day after it was due.
---@field every? string How often, such as `1 week`.
---@field times? integer How often at most.
---@field missed? string `send one`: after a silence one is enough.

---What a committee's own words for times mean.
---@class timescale_words.declaration
---@field bodies? string[] Those whose meetings tell the time.
---@field phrases? timescale_words.phrase[] Words for a whole cell.

---Words for a time, and what they mean.
---@class timescale_words.phrase
---@field [1] string The words.
---@field means? string A kind, such as `ongoing` or `on-demand`.
---@field recurring? string How often, such as `4 months`.
---@field same_as? string Other words that mean the same.

---A scale for risks.
---@class risk_scale.declaration
---@field file? string A file of the folder scales that holds all of it.
---@field id? string The identifier; its name when left out.
---@field version? integer Counted from 1.
---@field title? string What it is called.
---@field likelihood_name? string What likelihood is called.
---@field impact_name? string What impact is called.
---@field not_assessed? string What a risk is called that nobody has assessed.
---@field likelihoods? (string|risk_scale.level)[] The levels of likelihood.
---@field likelihood_order? "least-first"|"worst-first" Which level is first.
---@field impacts? (string|risk_scale.level)[] The levels of impact.
---@field impact_order? "least-first"|"worst-first" Which level is first.
---@field scoring? "product"|"sum"|"weighted"|"grid"|(fun(likelihood: risk_level, impact: risk_level): integer) How two levels make a score.
---@field factors? { likelihood: integer, impact: integer } The factors of a weighted score.
---@field grid? risk_scale.cell[] The cells of a grid.
---@field worst_score? "highest"|"lowest" Which score is worst.
---@field bands? risk_scale.band[] The bands, the mildest first.
---@field zones? risk_scale.zone[] The zones.

---A level of likelihood or impact.
---@class risk_scale.level
---@field [1] string|nil Its identifier.
---@field [2] string|nil Its label.
---@field id? string Its identifier, by name.
---@field label? string Its label, by name.
---@field weight? integer Its weight.
---@field wording? string What it means.

---A band of scores.
---@class risk_scale.band
---@field [1] string|nil Its identifier.
---@field [2] string|nil Its label.
---@field id? string Its identifier, by name.
---@field label? string Its label, by name.
---@field from? integer The first score.
---@field through? integer The last score.
---@field letter? string Its letter.
---@field colour? string Its colour.
---@field zone? string Its zone.
---@field wording? string What it means.

---A zone of scores.
---@class risk_scale.zone
---@field [1] string|nil Its identifier.
---@field [2] string|nil Its label.
---@field id? string Its identifier, by name.
---@field label? string Its label, by name.
---@field wording? string What it means.

---A cell of a grid.
---@class risk_scale.cell
---@field likelihood string The level of likelihood.
---@field impact string The level of impact.
---@field band? string The band.
---@field score? integer The score.

---What comes on top of the standard workflow.
---@class risk_workflow.declaration
---@field title? string What it is called.
---@field states? risk_workflow.state[] States of its own.
---@field steps? risk_workflow.step[] Further steps.
---@field without? risk_workflow.step[] Steps of the standard workflow that are taken away.
---@field guards? risk_workflow.guard[] Who is stopped, and why.
---@field allow? risk_workflow.allow[] Which roles alone may ask for which events.
---@field approvals? risk_workflow.approvals[] The agreement of several roles for which an event waits.
---@field delegation? string The event by which such a role hands its part on.
---@field version? integer The version, from 1.
---@field becomes? table<string, string> What each state of an earlier version becomes in this one.
---@field trial? risk_workflow.trial What the conformance kit tries it with.

---A state of a workflow.
---@class risk_workflow.state
---@field [1] string Its name.
---@field [2] string Words that fit after “the risk is”.
---@field like string The state of the record for which it stands.
---@field without? string[] Events that do not lead out of it.
---@field final? boolean Whether a risk may stay there.
---@field limit? string How long it may stay at the most, such as "30 days".

---A step of a workflow.
---@class risk_workflow.step
---@field [1] string The event.
---@field from? string The state before.
---@field to? string The state after.
---@field effects? (fun(request: request, risk: risk?, ctx: ctx): table[]) What else is recorded.
---@field fields? risk_workflow.field[] What an event of your own must be given, such as { "pounds", "number" }.
---@field says? string Its sentence, with the fields in braces.
---@field branches? risk_workflow.branch[] Where else it leads, and when.

---Another state to which a step leads when a condition holds.
---@class risk_workflow.branch
---@field [1] string The name of the condition.
---@field to string The state after.
---@field because string The condition in words.
---@field when fun(request: request, risk: risk?, ctx: ctx): boolean Whether it holds.

---What an event of your own must be given.
---@class risk_workflow.field
---@field [1] string Its name.
---@field [2] "text"|"number"|"date"|nil What it is.
---@field optional? boolean Whether it may be left out.

---Which roles alone may ask for which events.
---@class risk_workflow.allow
---@field [1] string[] The roles.
---@field to string[] The events.

---The agreement of several roles, in any order, for which an event waits.
---@class risk_workflow.approvals
---@field [1] string The event by which one of them agrees.
---@field before string The event that waits.
---@field from string The state in which the risk waits.
---@field by string[] The roles.
---@field at_least? integer How many must agree; all of them when left out.
---@field says? string The sentence of an agreement.
---@field fields? risk_workflow.field[] What an agreement must be given.

---What the conformance kit tries a workflow with.
---@class risk_workflow.trial
---@field people? string[] Who asks, beside the roles that the workflow names.
---@field details? table<string, table> What events of your own say.
---@field worlds? risk_workflow.world[] Registers and plans of your own.

---What there is before a workflow is tried, beside the registers of the kit.
---@class risk_workflow.world
---@field [1] string Its name.
---@field changes? table[] What is changed before, as in a file of changes; the other risk there is "R0".
---@field levels? string[] The likelihood and the impact at first, from 1 to 5.

---A guard of a workflow.
---@class risk_workflow.guard
---@field [1] string Its name.
---@field on string[] The events that it looks at.
---@field check fun(request: request, risk: risk?, ctx: ctx): true|{ refuse: string } Lets a request pass, or says why not.

---Which risks should be escalated.
---@class risk_escalation.declaration
---@field title? string What it is called.
---@field rule fun(risk: risk, ctx: ctx): { register?: string, body?: string, why: string }|nil Says where a risk should go, and why; nil for one that stays.

---A pack for Learning Reviews.
---@class learning_review_pack.declaration
---@field file string A file of the folder packs that holds all of it.

---A framework of quality indicators.
---@class quality_framework.declaration
---@field file string A file of the folder packs that holds all of it.

---Declares a committee's table, for writing and for reading. It is about a plan, or with `about = "risks"` about a risk register; then it has `register`, `scale`, `name`, `risk`, `visibility` and `words`, and no `levels`.
---@param name string
---@return fun(body: layout.declaration)
function layout(name) end

---Declares a report in code: a function, or a table with title and run; with a media_type it writes bytes of its own.
---@param name string
---@return fun(body: report.declaration|fun(edition: edition, doc: doc, ctx: ctx))
function report(name) end

---Declares a status key.
---@param name string
---@return fun(body: status_scheme.declaration|status_scheme.key[])
function status_scheme(name) end

---Declares when somebody is reminded of what.
---@param name string
---@return fun(body: reminder.declaration|reminder.step[])
function reminder(name) end

---Declares what a committee's own words for times mean.
---@param name string
---@return fun(body: timescale_words.declaration)
function timescale_words(name) end

---Declares a scale for risks: levels, bands and how they make a score; or a file of the folder scales.
---@param name string
---@return fun(body: risk_scale.declaration)
function risk_scale(name) end

---Declares what comes on top of the standard workflow of risks: states, steps and guards.
---@param name string
---@return fun(body: risk_workflow.declaration)
function risk_workflow(name) end

---Declares which risks should be escalated, where to and why.
---@param name string
---@return fun(body: risk_escalation.declaration|fun(risk: risk, ctx: ctx): { register?: string, body?: string, why: string }?)
function risk_escalation(name) end

---Declares a pack for Learning Reviews: criteria, reasons, rules and time limits with their sources, in a file of the folder packs.
---@param name string
---@return fun(body: learning_review_pack.declaration)
function learning_review_pack(name) end

---Declares a framework for self-evaluation: quality indicators and a scale with their sources, in a file of the folder packs.
---@param name string
---@return fun(body: quality_framework.declaration)
function quality_framework(name) end

---In a file of the folder tests: declares a test, which `committee plugin test` runs.
---@param name string
---@return fun(body: fun(t: t, ctx: ctx))
function test(name) end
