// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// A look at a source before it is compiled, for two things that cost Lua 5.4 the square of their
// length. When the value at the end of a.x.x.x… is nil, its name is worked out step by step from
// the last, each step from the beginning of the function: seconds of one instruction. And each
// `and` or `or` of one expression goes to the end of a list of jumps, which is walked each time.
#ifdef COMMITTEE_SCRIPTING
#include "internal.h"

enum { LONGEST_CHAIN = 100, MOST_OPERATORS = 1000, DEEPEST = 256 };

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

// What has been counted at each depth of brackets; beyond the deepest, Lua itself refuses the text.
typedef struct {
    int fields[DEEPEST], operators[DEEPEST];
    int depth;
} counts;

static void open_bracket(counts *c) {
    if (c->depth >= DEEPEST - 1) return;
    c->depth++;
    c->fields[c->depth] = c->operators[c->depth] = 0;
}

// What stood in the bracket is part of the name that Lua works out.
static void close_bracket(counts *c) {
    if (c->depth == 0) return;
    c->depth--;
    c->fields[c->depth] += c->fields[c->depth + 1];
}

static bool is_word(const char *text, size_t length, const char *word) {
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

// A name, a keyword or a number ends a chain of fields. Some keywords end an expression; where one
// stands in a function within the expression, the function is too long to matter.
static void take_word(reader *r, counts *c) {
    static const char *const ends[] = {"then", "do", "local", "return", "until", "if", NULL};
    const char *start = r->at;
    bool is_number = *start >= '0' && *start <= '9';
    while (r->at < r->end && (is_name_byte(*r->at) || (is_number && *r->at == '.'))) r->at++;
    size_t length = (size_t)(r->at - start);
    c->fields[c->depth] = 0;
    if (is_word(start, length, "and") || is_word(start, length, "or")) c->operators[c->depth]++;
    for (const char *const *end = ends; *end; end++)
        if (is_word(start, length, *end)) c->operators[c->depth] = 0;
}

static void take_step(reader *r, counts *c) {
    c->fields[c->depth]++;
    if (*r->at++ == '[') {
        open_bracket(c);
        return;
    }
    // The name belongs to the step.
    skip_blank(r);
    while (r->at < r->end && is_name_byte(*r->at)) r->at++;
}

static void take_token(reader *r, counts *c) {
    int byte = (unsigned char)*r->at;
    int level = byte == '[' ? long_bracket(r) : -1;
    if (byte == '"' || byte == '\'') {
        skip_quoted(r);
        c->fields[c->depth] = 0;
    } else if (level >= 0) {
        skip_long(r, level);
        c->fields[c->depth] = 0;
    } else if (byte == '.' && byte_at(r, 1) == '.') {
        while (r->at < r->end && *r->at == '.') r->at++;
        c->fields[c->depth] = 0;
    } else if (byte == '.' || byte == '[') {
        take_step(r, c);
    } else if (byte == '(' || byte == '{') {
        r->at++;
        open_bracket(c);
    } else if (byte == ']' || byte == ')' || byte == '}') {
        r->at++;
        close_bracket(c);
    } else if (is_name_byte(byte)) {
        take_word(r, c);
    } else {
        bool is_assignment = byte == '=' && byte_at(r, 1) != '=';
        // Both bytes of ==, ~=, <= and >=.
        r->at += byte_at(r, 1) == '=' && strchr("=~<>", byte) ? 2 : 1;
        c->fields[c->depth] = 0;
        if (is_assignment || byte == ',' || byte == ';') c->operators[c->depth] = 0;
    }
}

// Says what is too long in a text, and at which line; NULL when nothing is.
const char *clh_check_text(const char *text, size_t length, int *line) {
    reader r = {text, text + length, 1};
    counts c = {0};
    while (skip_blank(&r), r.at < r.end) {
        take_token(&r, &c);
        *line = r.line;
        if (c.fields[c.depth] > LONGEST_CHAIN)
            return "more than 100 fields follow one another here; put a part of them into a local";
        if (c.operators[c.depth] > MOST_OPERATORS)
            return "more than 1000 'and' and 'or' follow one another here; use a table and a loop";
    }
    return NULL;
}
#endif
