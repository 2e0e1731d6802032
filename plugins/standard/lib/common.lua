-- What several of the reports share. A report says `local common = require "common"`.

local common = {}

-- The plan to report on, or a plain sentence when there is none to show.
function common.plan(edition, doc)
  if edition.plan then return edition.plan end
  doc:heading(1, edition.committee.name)
  doc:notice("information", "There is no plan to show on " .. common.day(edition.as_of)
    .. " for the audience “" .. edition.audience .. "”.")
  common.omitted(edition, doc)
  return nil
end

-- How many rows a table or a timeline may have where everything is to fit on one page.
common.rows_of_a_page = 12

-- The first of a list, at most so many.
function common.first(list, most)
  local first = {}
  for i = 1, math.min(#list, most) do first[i] = list[i] end
  return first
end

function common.day(date) return date and date:format("d MMMM yyyy") or "" end

-- A draft is shown as a draft.
function common.draft(edition, plan, doc)
  if plan.is_draft then
    doc:notice("draft", "This plan was a draft on " .. common.day(edition.as_of)
      .. ", not yet approved.")
  end
end

-- What was left out of the plan for the reader is said, or of the registers where a report is about
-- risks; how much would be a way to subtract it.
function common.omitted(edition, doc, about_risks)
  local parts, seen = {}, {}
  local subject = about_risks and edition.register or not about_risks and edition.plan
  for _, omission in ipairs(edition.omitted) do
    local is_meant = omission.of and (subject and omission.of == subject.id
      or about_risks and not subject and omission.what == "risks")
    if is_meant and not seen[omission.what] then
      seen[omission.what] = true
      parts[#parts + 1] = "some " .. omission.what
    end
  end
  if #parts > 0 then
    doc:notice("information", "Left out of this edition for the audience “"
      .. edition.audience .. "”: " .. table.concat(parts, ", ") .. ".")
  end
end

-- "1.2 Review the pathway", or the text alone when the plan prints no numbers.
function common.label(item)
  return item.number and item.number .. " " .. item.text or item.text
end

function common.capitalised(words) return words:sub(1, 1):upper() .. words:sub(2) end

-- What nobody has said is said to be so: an empty cell could be a fault of the page.
function common.rich(markup, none) return markup == "" and (none or "None") or { markup = markup } end

function common.text(words, none) return words and words ~= "" and words or none or "Not set" end

function common.status(action, ctx)
  return action.status and ctx.status(action) or "Not set"
end

-- Whether the key calls an action on track that is past its date.
function common.contradicts(action) return action.is_late and action.status_means == "on_track" end

-- Whether the key says of an action that it needs attention.
function common.is_off_track(action)
  local means = action.status_means
  return means == "off_track" or means == "at_risk" or means == "delayed"
end

-- What stands in place of progress that nobody has reported.
function common.completion(action)
  return action.is_completed and "Completed by " .. common.day(action.completed_by) or nil
end

-- "due in 12 days", "5 days late", or what can be said without a date.
function common.standing(action)
  if action.is_completed then return "Completed by " .. common.day(action.completed_by) end
  if action.exit then return common.capitalised(action.exit.kind:gsub("-", " ")) end
  if not action.is_completion_known then return "Not known on this date" end
  local days = action.days_to_due
  if not days then return "No date set" end
  if days < 0 then
    local late = -days .. (days == -1 and " day late" or " days late")
    return common.contradicts(action) and late .. ", though its status says on track" or late
  end
  if days == 0 then return "Due today" end
  return "Due in " .. days .. (days == 1 and " day" or " days")
end

-- The facts that stand at the head of most reports.
function common.figures(plan, doc)
  local facts = {}
  for _, level in ipairs(plan.levels) do
    facts[#facts + 1] = { common.capitalised(level.plural), level.count }
  end
  if #plan.counted ~= #plan.actions then facts[#facts + 1] = { "Counted", #plan.counted } end
  facts[#facts + 1] = { "Completed", #plan.completed }
  facts[#facts + 1] = { "Ongoing", #plan.ongoing }
  facts[#facts + 1] = { "Late", #plan.late }
  local disputed = 0
  for _, action in ipairs(plan.late) do
    if common.contradicts(action) then disputed = disputed + 1 end
  end
  if disputed > 0 then facts[#facts + 1] = { "Late, but on track by their status", disputed } end
  if #plan.exited > 0 then facts[#facts + 1] = { "Left the plan", #plan.exited } end
  if #plan.not_known > 0 then facts[#facts + 1] = { "Completion not known", #plan.not_known } end
  doc:summary(facts)
end

function common.has_status(plan)
  for _, action in ipairs(plan.counted) do
    if action.status then return true end
  end
  return false
end

function common.status_bar(plan, doc)
  if common.has_status(plan) then doc:status_bar("Actions by status", plan) end
end

-- A cell with a score of a risk: letter, word and colour. Not assessed is neither nought nor the worst.
function common.score(score)
  if not score then return "Not assessed" end
  if score.word == "" then return score.text end
  return { status = { letter = score.letter, word = score.word, colour = score.colour } }
end

-- What is first to be said of how a risk stands.
function common.risk_standing(risk)
  if risk.is_accepted then return "Accepted by " .. risk.acceptance.by end
  if risk.is_above_appetite then return "Above appetite" end
  if risk.is_review_overdue then return "Review overdue" end
  return risk.treatment and common.capitalised(risk.treatment) or "Not decided"
end

return common
