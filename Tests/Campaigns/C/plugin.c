// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
#include "plugin.h"

#include <string.h>

static const char source[] =
    "local words = require 'words'\n"
    "report 'overdue' (function(edition, doc, ctx)\n"
    "  doc:heading(1, 'Overdue')\n"
    "  local rows = {}\n"
    "  for i, action in ipairs(edition.actions) do\n"
    "    local leads = table.concat(action.leads, ', ')\n"
    "    rows[#rows + 1] = { action.id, words.shout(action.text), leads, tostring(action.due_date) }\n"
    "    ctx.log('row ' .. i)\n"
    "  end\n"
    "  table.sort(rows, function(a, b) return a[1] > b[1] end)\n"
    "  for k, v in pairs({ b = 1, a = 2 }) do print(k, v) end\n"
    "  local step = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end)\n"
    "  doc:table { columns = { 'Id', 'Text' }, rows = rows, n = step() + step() }\n"
    "  pcall(doc.block, doc, { kind = 'refused' })\n"
    "  return { ctx.status('x'), #rows, (('x'):rep(300):gsub('x', 'yy')) }\n"
    "end)\n"
    "reminder 'chase' {\n"
    "  each = 'action',\n"
    "  compute = function(action, ctx)\n"
    "    if action.completed then return nil end\n"
    "    return { tier = 'first', message = action.text .. ' is due' }\n"
    "  end,\n"
    "}\n"
    "layout 'plan' {\n"
    "  title = 'Plan', columns = {\n"
    "    { 'Action', 'text' }, { 'Long', value = function(action) return #action.text end } },\n"
    "}\n"
    "status_scheme 'delivery' { { 'G', 'On target', means = 'on_track' } }\n";

static const char words[] = "return { shout = function(text) return text:upper() .. '!' end }\n";

static const char script[] =
    "local t = {}\n"
    "for i = 1, 200 do t[i] = { n = i, text = ('%05d'):format(i) } end\n"
    "local c = coroutine.create(function() for i = 1, 10 do coroutine.yield(i) end end)\n"
    "while coroutine.status(c) ~= 'dead' do coroutine.resume(c) end\n"
    "return t\n";

static const char *const names[] = {"declarations", "report", "rule", "layout cell", "script"};

const char *job_name(int job) { return names[job]; }

static uint8_t *put_u32(uint8_t *at, uint32_t value) {
    memcpy(at, &value, 4);
    return at + 4;
}

static uint8_t *put_handle(uint8_t *at, int what, int type, uint32_t row) {
    uint64_t handle = (uint64_t)what | (uint64_t)type << 7 | (uint64_t)row << 32;
    *at++ = CLH_VALUE_HANDLE;
    memcpy(at, &handle, 8);
    return at + 8;
}

static void call_with_edition(clh_request *request) {
    uint8_t bytes[64], *at = bytes;
    *at++ = CLH_VALUE_LIST;
    at = put_u32(at, 3);
    at = put_handle(at, CLH_RECORD, 0, 0);
    at = put_handle(at, CLH_OBJECT, 0, 0);
    at = put_handle(at, CLH_OBJECT, 0, 1);
    clh_request_add_call(request, "report", "overdue", "", CLH_ONE_CALL, bytes, (size_t)(at - bytes));
}

static void call_for_each_action(clh_request *request) {
    uint8_t bytes[96], *at = bytes;
    *at++ = CLH_VALUE_LIST;
    at = put_u32(at, 2);
    *at++ = CLH_VALUE_LIST;
    at = put_u32(at, 3);
    for (uint32_t row = 0; row < 3; row++) at = put_handle(at, CLH_RECORD, 1, row);
    at = put_handle(at, CLH_OBJECT, 0, 1);
    clh_request_add_call(
        request, "layout", "plan", "columns[2].value", CLH_EACH_VALUE, bytes,
        (size_t)(at - bytes));
}

static void call_for_each_record(clh_request *request) {
    uint8_t bytes[64], *at = bytes;
    *at++ = CLH_VALUE_LIST;
    at = put_u32(at, 2);
    at = put_handle(at, CLH_LIST, 0, 0);
    at = put_handle(at, CLH_OBJECT, 0, 1);
    clh_request_add_call(
        request, "reminder", "chase", "compute", CLH_EACH_RECORD, bytes, (size_t)(at - bytes));
}

clh_request *job_request(int job, clh_edition *edition, const clh_limits *limits) {
    const char *main = job == JOB_SCRIPT ? script : source;
    clh_request *request = request_of(main, strlen(main), limits);
    if (!request) return NULL;
    clh_request_add_file(request, "lib/words.lua", (const uint8_t *)words, sizeof words - 1);
    if (job != JOB_DECLARATIONS && job != JOB_SCRIPT) clh_request_add_edition(request, edition);
    static const uint8_t nothing[] = {CLH_VALUE_LIST, 0, 0, 0, 0};
    switch (job) {
        case JOB_REPORT: call_with_edition(request); break;
        case JOB_RULE: call_for_each_record(request); break;
        case JOB_CELL: call_for_each_action(request); break;
        case JOB_SCRIPT: clh_request_call_main(request, nothing, sizeof nothing); break;
        default: break;
    }
    return request;
}
