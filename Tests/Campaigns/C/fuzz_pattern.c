// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// libFuzzer over the pattern matcher: the first byte says how long the pattern is, the rest is
// pattern and subject. find, match, gmatch and gsub run on them, and must agree with one another.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attack.h"

static const clh_limits limits = {
    .fuel = 200000, .memory = 8 << 20, .milliseconds = 2000, .output = 1 << 20};

static const char script[] =
    "local pattern, subject = ...\n"
    "pattern = pattern:gsub('%x%x', function(h) return string.char(tonumber(h, 16)) end)\n"
    "subject = subject:gsub('%x%x', function(h) return string.char(tonumber(h, 16)) end)\n"
    "local ok, from, to, first = pcall(string.find, subject, pattern)\n"
    "local ok2, matched = pcall(string.match, subject, pattern)\n"
    // Without a special character find searches plainly, and never sees a mistake.
    "if not pattern:find('[%^%$%*%+%?%.%(%[%%%-]') then return 'fine' end\n"
    "if ok ~= ok2 then return 'find and match differ' end\n"
    "if not ok then pcall(string.gsub, subject, pattern, '%1') return 'error' end\n"
    "if (from == nil) ~= (matched == nil) then return 'find and match differ' end\n"
    "if from then\n"
    "  if from < 1 or to < from - 1 or to > #subject then return 'outside the subject' end\n"
    "  local expected = first\n"
    "  if first == nil then expected = subject:sub(from, to) end\n"
    "  if matched ~= expected then return 'match is not what find found' end\n"
    "end\n"
    "local count = 0\n"
    "local ok3, why = pcall(function()\n"
    "  for _ in subject:gmatch(pattern) do\n"
    "    count = count + 1\n"
    "    if count > #subject + 1 then error('gmatch does not move on', 0) end\n"
    "  end\n"
    "end)\n"
    "if why == 'gmatch does not move on' then return why end\n"
    "local same, n = subject:gsub(pattern, '%0')\n"
    "if same ~= subject then return 'gsub with itself changed the subject' end\n"
    "if ok3 and pattern:sub(1, 1) ~= '^' and n ~= count then return 'gsub and gmatch differ' end\n"
    "pcall(string.gsub, subject, pattern, '<%1>')\n"
    "pcall(string.find, subject, pattern, -3)\n"
    "return 'fine'\n";

static void put_hex(uint8_t **at, const uint8_t *bytes, size_t length) {
    static const char digits[] = "0123456789abcdef";
    uint32_t size = (uint32_t)length * 2;
    *(*at)++ = CLH_VALUE_STRING;
    memcpy(*at, &size, 4);
    *at += 4;
    for (size_t i = 0; i < length; i++) {
        *(*at)++ = (uint8_t)digits[bytes[i] >> 4];
        *(*at)++ = (uint8_t)digits[bytes[i] & 15];
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    if (length < 2 || length > 512) return 0;
    size_t split = bytes[0] % length;
    uint8_t *arguments = malloc(length * 2 + 32), *at = arguments;
    clh_request *request = clh_request_new();
    if (!request || !arguments) abort();
    static const uint8_t two[] = {CLH_VALUE_LIST, 2, 0, 0, 0};
    memcpy(at, two, 5);
    at += 5;
    put_hex(&at, bytes + 1, split);
    put_hex(&at, bytes + 1 + split, length - 1 - split);
    clh_request_set_limits(request, &limits);
    clh_request_add_file(request, "main.lua", (const uint8_t *)script, sizeof script - 1);
    clh_request_call_main(request, arguments, (size_t)(at - arguments));
    clh_outcome *outcome = clh_run(request);
    clh_request_free(request);
    free(arguments);
    if (!outcome) abort();
    char value[128] = "";
    if (outcome->reason == CLH_OK)
        print_value(outcome->result, outcome->result_length, value, sizeof value);
    bool fine = outcome->reason == CLH_OK
        ? strcmp(value, "\"fine\"") == 0 || strcmp(value, "\"error\"") == 0
        : outcome->reason != CLH_REASON_TIME && outcome->reason != CLH_REASON_HOST;
    if (!fine) {
        fprintf(stderr, "%s %s %s\n", reason_name(outcome->reason), value, outcome->message);
        abort();
    }
    clh_outcome_free(outcome);
    return 0;
}
