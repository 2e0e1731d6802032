// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Attacks: their files, their requests, and whether an outcome is one that the file allows.
#include "attack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const reasons[] = {"ok",     "lua",   "syntax", "fuel",   "time", "memory", "stack",
                                      "string", "table", "output", "result", "host", "cancelled"};

const char *reason_name(int reason) {
    return reason >= 0 && reason < 13 ? reasons[reason] : "unknown";
}

double now_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

uint64_t next_random(uint64_t *state) {
    uint64_t x = *state += 0x9E3779B97F4A7C15;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
}

// ---- Files ----

static uint8_t *read_whole(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    uint8_t *bytes = malloc((size_t)size + 1);
    *length = bytes ? fread(bytes, 1, (size_t)size, file) : 0;
    if (bytes) bytes[*length] = 0;
    fclose(file);
    return bytes;
}

static void read_limits(const char *text, attack *attack) {
    char name[16];
    unsigned long long value;
    int used;
    while (sscanf(text, " %15[a-z]=%llu%n", name, &value, &used) == 2) {
        if (strcmp(name, "ms") == 0) attack->limits.milliseconds = value;
        else if (strcmp(name, "fuel") == 0) attack->limits.fuel = value;
        else if (strcmp(name, "memory") == 0) attack->limits.memory = value << 20;
        else if (strcmp(name, "output") == 0) attack->limits.output = value << 20;
        else if (strcmp(name, "seed") == 0) attack->seed = value;
        text += used;
    }
}

bool attack_read(const char *path, attack *attack) {
    memset(attack, 0, sizeof *attack);
    attack->limits.fuel = 500000;
    attack->limits.memory = 16 << 20;
    attack->limits.milliseconds = 5000;
    attack->limits.output = 4 << 20;
    attack->path = strdup(path);
    attack->source = read_whole(path, &attack->length);
    if (!attack->source) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return false;
    }
    const char *line = (const char *)attack->source;
    while (strncmp(line, "--", 2) == 0) {
        size_t length = strcspn(line, "\n");
        char text[600];
        snprintf(text, sizeof text, "%.*s", (int)length, line);
        if (strncmp(text, "-- expect: ", 11) == 0)
            snprintf(attack->expectation, sizeof attack->expectation, "%s", text + 11);
        else if (strncmp(text, "-- limits: ", 11) == 0) read_limits(text + 11, attack);
        else if (strcmp(text, "-- args: report") == 0) attack->takes_report = true;
        else if (strcmp(text, "-- allow: load") == 0) attack->may_load = true;
        if (!line[length]) break;
        line += length + 1;
    }
    if (!attack->expectation[0]) fprintf(stderr, "%s: says no expectation\n", path);
    return attack->expectation[0] != 0;
}

void attack_free(attack *attack) {
    free(attack->path);
    free(attack->source);
}

// ---- Requests ----

static void put_u32(uint8_t **at, uint32_t value) {
    memcpy(*at, &value, 4);
    *at += 4;
}

static void put_handle(uint8_t **at, int what, uint32_t row) {
    uint64_t handle = (uint64_t)what | (uint64_t)row << 32;
    *(*at)++ = CLH_VALUE_HANDLE;
    memcpy(*at, &handle, 8);
    *at += 8;
}

// The handles of doc and ctx, or no arguments.
static void put_arguments(uint8_t **at, bool report) {
    *(*at)++ = CLH_VALUE_LIST;
    put_u32(at, report ? 2 : 0);
    if (!report) return;
    put_handle(at, CLH_OBJECT, 0);
    put_handle(at, CLH_OBJECT, 1);
}

// A stand-in for what Swift answers: a word, a refusal, or nothing.
static void answer(
    void *context, const char *name, const uint8_t *arguments, size_t length, clh_reply *reply) {
    (void)context, (void)arguments, (void)length;
    static const uint8_t word[] = {CLH_VALUE_STRING, 4, 0, 0, 0, 'w', 'o', 'r', 'd'};
    static const char refusal[] = "not today";
    if (strcmp(name, "ctx.status") == 0) clh_reply_value(reply, word, sizeof word);
    if (strcmp(name, "doc.block") == 0)
        clh_reply_refuse(reply, (const uint8_t *)refusal, sizeof refusal - 1);
}

static void add_objects(clh_request *request) {
    static const char *const functions[] = {
        "title",   "property", "heading", "paragraph", "list",  "table",     "legend", "status_bar",
        "timeline", "summary", "notice",  "block",     "write", "page_break"};
    uint8_t nothing[16], *at = nothing;
    *at++ = CLH_VALUE_MAP;
    put_u32(&at, 0);
    put_u32(&at, 0);
    int doc = clh_request_add_object(
        request, "doc", CLH_OBJECT_METHODS, nothing, (size_t)(at - nothing));
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        clh_request_add_function(request, doc, functions[i]);
    int ctx = clh_request_add_object(
        request, "ctx", CLH_OBJECT_CONTEXT, nothing, (size_t)(at - nothing));
    clh_request_add_function(request, ctx, "status");
    clh_request_add_function(request, ctx, "random");
}

clh_request *request_of(const char *main, size_t length, const clh_limits *limits) {
    clh_request *request = clh_request_new();
    if (!request) return NULL;
    clh_request_set_limits(request, limits);
    clh_request_set_host(request, answer, NULL);
    clh_request_add_file(request, "main.lua", (const uint8_t *)main, length);
    clh_request_add_kind(request, "report");
    clh_request_add_kind(request, "reminder");
    clh_request_add_kind(request, "layout");
    clh_request_add_kind(request, "status_scheme");
    add_objects(request);
    return request;
}

void request_call(clh_request *request, const char *kind, const char *name, const char *path) {
    uint8_t bytes[64], *at = bytes;
    put_arguments(&at, true);
    clh_request_add_call(request, kind, name, path, CLH_ONE_CALL, bytes, (size_t)(at - bytes));
}

clh_request *attack_request(const attack *attack) {
    clh_request *request =
        request_of((const char *)attack->source, attack->length, &attack->limits);
    if (!request) return NULL;
    clh_request_set_seed(request, attack->seed);
    if (attack->may_load) clh_request_allow_load(request);
    uint8_t bytes[64], *at = bytes;
    put_arguments(&at, attack->takes_report);
    clh_request_call_main(request, bytes, (size_t)(at - bytes));
    return request;
}

static const uint8_t edition_bytes[] = "1.11.21.3Do one thingDo anotherRest";

// Makes the columns that are only declared, as the engine does for all of an edition.
static int supply_column(void *source, clh_edition *edition, int type, int column) {
    static const clh_span spans[] = {{9, 12}, {21, 10}, {31, 4}};
    clh_texts *texts = clh_texts_new(CLH_TEXT);
    (void)source, (void)column;
    if (!texts) return 0;
    for (int i = 0; i < 3; i++)
        clh_texts_add(texts, edition_bytes + spans[i].start, spans[i].length);
    int added = clh_edition_add_texts(edition, type, "text", CLH_TEXT, NULL, 0, texts);
    clh_texts_free(texts);
    return added;
}

clh_edition *small_edition(void) {
    clh_edition *edition = clh_edition_new();
    if (!edition) return NULL;
    const uint8_t *bytes = edition_bytes;
    static const clh_span ids[] = {{0, 3}, {3, 3}, {6, 3}};
    static const int32_t days[] = {20727, 20758, INT32_MIN};
    static const uint8_t done[] = {1, 0, 2};
    static const uint32_t offsets[] = {0, 3}, rows[] = {0, 1, 2};
    static const uint32_t lead_offsets[] = {0, 2, 2, 3};
    static const clh_span leads[] = {{9, 2}, {21, 2}, {31, 4}};
    size_t length = sizeof edition_bytes - 1;
    clh_edition_set_source(edition, NULL, supply_column, NULL);
    bool fine = clh_edition_add_type(edition, "edition", 1) == 0
        && clh_edition_add_type(edition, "action", 3) == 1
        && clh_edition_add_lists(edition, 0, "actions", 1, offsets, 2, rows, 3)
        && clh_edition_add_spans(edition, 1, "id", CLH_TEXT, ids, 3, bytes, length)
        && clh_edition_declare(edition, 1, "text") == 1
        && clh_edition_add_fixed(edition, 1, "due_date", CLH_DAY, 0, days, 3)
        && clh_edition_add_fixed(edition, 1, "completed", CLH_BOOL, 0, done, 3)
        && clh_edition_add_text_lists(
            edition, 1, "leads", lead_offsets, 4, leads, 3, bytes, length)
        && clh_edition_seal(edition) == NULL;
    if (fine) return edition;
    clh_edition_release(edition);
    return NULL;
}

// ---- Outcomes ----

typedef struct {
    const uint8_t *at, *end;
    char *out, *limit;
} printer;

static void put(printer *p, const char *text) {
    while (*text && p->out < p->limit) *p->out++ = *text++;
}

static uint32_t take_u32(printer *p) {
    uint32_t value = 0;
    if (p->end - p->at >= 4) memcpy(&value, p->at, 4);
    p->at += 4;
    return value;
}

static void print_text(printer *p) {
    uint32_t length = take_u32(p);
    put(p, "\"");
    for (uint32_t i = 0; i < length && p->at < p->end; i++) {
        char one[8];
        uint8_t byte = *p->at++;
        if (byte == '"' || byte == '\\') snprintf(one, sizeof one, "\\%c", byte);
        else snprintf(one, sizeof one, byte < 32 ? "\\u%04x" : "%c", byte);
        put(p, one);
    }
    put(p, "\"");
}

static void print_any(printer *p);

static void print_items(printer *p, uint32_t count) {
    for (uint32_t i = 0; i < count && p->at < p->end; i++) {
        if (i) put(p, ",");
        print_any(p);
    }
}

static void print_any(printer *p) {
    char number[40];
    if (p->at >= p->end) return;
    switch (*p->at++) {
        case CLH_VALUE_NULL: put(p, "null"); return;
        case CLH_VALUE_FALSE: put(p, "false"); return;
        case CLH_VALUE_TRUE: put(p, "true"); return;
        case CLH_VALUE_INTEGER: {
            int64_t integer;
            memcpy(&integer, p->at, 8);
            p->at += 8;
            snprintf(number, sizeof number, "%lld", (long long)integer);
            return put(p, number);
        }
        case CLH_VALUE_NUMBER: {
            double value;
            memcpy(&value, p->at, 8);
            p->at += 8;
            snprintf(number, sizeof number, "%.14g", value);
            return put(p, number);
        }
        case CLH_VALUE_STRING: return print_text(p);
        case CLH_VALUE_LIST:
            put(p, "[");
            print_items(p, take_u32(p));
            return put(p, "]");
        case CLH_VALUE_MAP: {
            put(p, "{");
            uint32_t count = take_u32(p);
            print_items(p, count);
            uint32_t names = take_u32(p);
            for (uint32_t i = 0; i < names && p->at < p->end; i++) {
                if (i || count) put(p, ",");
                print_text(p);
                put(p, ":");
                print_any(p);
            }
            return put(p, "}");
        }
        case CLH_VALUE_HANDLE: p->at += 8; return put(p, "<handle>");
        case CLH_VALUE_DATE: p->at += 4; return put(p, "<date>");
        default: p->at = p->end;
    }
}

void print_value(const uint8_t *bytes, size_t length, char *out, size_t size) {
    // The outer list has one result for each call.
    printer p = {bytes + 5, bytes + length, out, out + size - 1};
    if (length > 5) print_any(&p);
    *p.out = 0;
}

// One alternative: `ok`, `ok VALUE`, a reason, or a reason and a quoted part of its message.
static bool fits(const char *wanted, size_t length, const clh_outcome *outcome, const char *value) {
    const char *name = reason_name(outcome->reason);
    size_t size = strlen(name);
    if (length < size || strncmp(wanted, name, size) != 0) return false;
    if (length == size) return true;
    if (wanted[size] != ' ') return false;
    wanted += size + 1;
    length -= size + 1;
    if (outcome->reason == CLH_OK) return strlen(value) == length && !strncmp(value, wanted, length);
    if (length < 2 || wanted[0] != '"' || wanted[length - 1] != '"') return false;
    char part[512];
    snprintf(part, sizeof part, "%.*s", (int)length - 2, wanted + 1);
    return strstr(outcome->message, part) != NULL;
}

bool attack_judge(const attack *attack, const clh_outcome *outcome, char *why, size_t size) {
    static _Thread_local char value[4096];
    value[0] = 0;
    if (outcome->reason == CLH_OK)
        print_value(outcome->result, outcome->result_length, value, sizeof value);
    const char *wanted = attack->expectation;
    // A value or a message may hold a bar of its own, so only plain lists of reasons are split.
    if (!strpbrk(wanted, " \"")) {
        while (*wanted) {
            size_t length = strcspn(wanted, "|");
            if (fits(wanted, length, outcome, value)) return true;
            wanted += length + (wanted[length] == '|');
        }
    } else if (fits(wanted, strlen(wanted), outcome, value)) {
        return true;
    }
    snprintf(
        why, size, "expected %s; came %s %s%s at line %d", attack->expectation,
        reason_name(outcome->reason), value, outcome->message, outcome->line);
    return false;
}
