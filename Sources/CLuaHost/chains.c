// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// A look at a source before it is compiled. When the value at the end of a.x.x.x… is nil, Lua 5.4
// works out its name step by step from the last, each step from the beginning of the function: a
// chain of thousands takes seconds of one instruction. So chains are bounded here.
#ifdef COMMITTEE_SCRIPTING
#include "internal.h"

enum { DEEPEST = 256 };

typedef struct {
    const char *at, *end;
    int line;
} reader;

static bool is_name_byte(int byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_'
        || (byte >= '0' && byte <= '9');
}

static int byte_at(const reader *r, size_t offset) {
    return (size_t)(r->end - r->at) > offset ? (unsigned char)r->at[offset] : -1;
}

static void step_over(reader *r) {
    if (*r->at++ == '\n') r->line++;
}

// At "[": the number of equals signs of a long bracket, or -1 when it is no long bracket.
static int long_bracket(const reader *r) {
    size_t level = 0;
    while (byte_at(r, level + 1) == '=') level++;
    return byte_at(r, level + 1) == '[' ? (int)level : -1;
}

static void skip_long(reader *r, int level) {
    r->at += level + 2;
    while (r->at < r->end) {
        if (*r->at == ']') {
            int found = 0;
            while (byte_at(r, (size_t)found + 1) == '=') found++;
            if (byte_at(r, (size_t)found + 1) == ']' && found == level) {
                r->at += level + 2;
                return;
            }
            r->at += found + 1;
            continue;
        }
        step_over(r);
    }
}

static void skip_quoted(reader *r) {
    char quote = *r->at++;
    while (r->at < r->end && *r->at != quote && *r->at != '\n') {
        if (*r->at == '\\' && r->end - r->at > 1) {
            r->at++;
            // \z skips the white space that follows, with its ends of lines.
            if (*r->at == 'z')
                while (r->end - r->at > 1 && strchr(" \t\n\r\f\v", r->at[1]) && r->at[1])
                    step_over(r);
        }
        step_over(r);
    }
    if (r->at < r->end && *r->at == quote) r->at++;
}

// Skips white space and comments.
static void skip_blank(reader *r) {
    while (r->at < r->end) {
        if (strchr(" \t\n\r\f\v", *r->at) && *r->at) {
            step_over(r);
        } else if (*r->at == '-' && byte_at(r, 1) == '-') {
            r->at += 2;
            int level = byte_at(r, 0) == '[' ? long_bracket(r) : -1;
            if (level >= 0) skip_long(r, level);
            else while (r->at < r->end && *r->at != '\n') r->at++;
        } else {
            return;
        }
    }
}

// The line of the first chain of fields that is too long; 0 when there is none.
int clh_long_chain(const char *text, size_t length) {
    reader r = {text, text + length, 1};
    // One count for each bracket that is open; beyond the deepest, Lua itself refuses the text.
    int counts[DEEPEST] = {0}, depth = 0;
    while (skip_blank(&r), r.at < r.end) {
        int byte = (unsigned char)*r.at;
        if (byte == '"' || byte == '\'') {
            skip_quoted(&r);
            counts[depth] = 0;
        } else if (byte == '[' && long_bracket(&r) >= 0) {
            skip_long(&r, long_bracket(&r));
            counts[depth] = 0;
        } else if (byte == '.' && byte_at(&r, 1) == '.') {
            while (r.at < r.end && *r.at == '.') r.at++;
            counts[depth] = 0;
        } else if (byte == '.' || byte == '[') {
            r.at++;
            if (++counts[depth] > CLH_LONGEST_CHAIN) return r.line;
            if (byte == '[') {
                if (depth < DEEPEST - 1) counts[++depth] = 0;
                continue;
            }
            // The name belongs to the step.
            skip_blank(&r);
            while (r.at < r.end && is_name_byte(*r.at)) r.at++;
        } else if (byte == '(' || byte == '{') {
            r.at++;
            if (depth < DEEPEST - 1) counts[++depth] = 0;
        } else if (byte == ']' || byte == ')' || byte == '}') {
            r.at++;
            if (depth == 0) continue;
            // What stood in the bracket is part of the name too.
            depth--;
            counts[depth] += counts[depth + 1];
            if (counts[depth] > CLH_LONGEST_CHAIN) return r.line;
        } else if (is_name_byte(byte)) {
            // Two names in a row end what was before; a number may have a point.
            counts[depth] = 0;
            bool is_number = byte >= '0' && byte <= '9';
            while (r.at < r.end && (is_name_byte(*r.at) || (is_number && *r.at == '.'))) r.at++;
        } else {
            r.at++;
            counts[depth] = 0;
        }
    }
    return 0;
}
#endif
