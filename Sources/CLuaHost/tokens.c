// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The tokens of a Lua file, for looking around in it: which block is not closed, and where a date is
// compared with a text. What it does not understand it passes over.
#ifdef COMMITTEE_SCRIPTING
#include <ctype.h>

#include "internal.h"

void clh_scan_start(clh_scanner *scanner, const char *text, size_t length) {
    *scanner = (clh_scanner){.at = text, .end = text + length, .line = 1, .begin = text};
    if (length >= 3 && memcmp(text, CLH_BYTE_ORDER_MARK, 3) == 0) scanner->at += 3;
}

static bool is_part(char byte) { return byte == '_' || isalnum((unsigned char)byte); }

static void newline(clh_scanner *scanner) {
    scanner->line++;
    scanner->begin = scanner->at + 1;
}

// The number of equals signs of a long bracket that begins at a place, or -1.
static int bracket_level(const clh_scanner *scanner, const char *at) {
    int level = 0;
    for (at++; at < scanner->end && *at == '='; at++) level++;
    return at < scanner->end && *at == '[' ? level : -1;
}

// Passes over a long bracket.
static void skip_long(clh_scanner *scanner, int level) {
    for (scanner->at += level + 2; scanner->at < scanner->end; scanner->at++) {
        if (*scanner->at == '\n') newline(scanner);
        if (*scanner->at != ']') continue;
        const char *close = scanner->at + 1;
        int signs = 0;
        while (close < scanner->end && *close == '=') signs++, close++;
        if (signs != level || close >= scanner->end || *close != ']') continue;
        scanner->at = close + 1;
        return;
    }
}

static void skip_quoted(clh_scanner *scanner) {
    char mark = *scanner->at++;
    for (; scanner->at < scanner->end && *scanner->at != mark; scanner->at++) {
        if (*scanner->at == '\n') return;
        if (*scanner->at != '\\' || scanner->at + 1 >= scanner->end) continue;
        scanner->at++;
        if (*scanner->at == '\n') newline(scanner);
    }
    if (scanner->at < scanner->end) scanner->at++;
}

// Passes over blanks and remarks.
static void skip_blanks(clh_scanner *scanner) {
    while (scanner->at < scanner->end) {
        const char *at = scanner->at;
        if (*at == '\n') {
            newline(scanner);
            scanner->at++;
        } else if ((unsigned char)*at <= ' ') {
            scanner->at++;
        } else if (*at == '-' && at + 1 < scanner->end && at[1] == '-') {
            scanner->at += 2;
            int level = scanner->at < scanner->end && *scanner->at == '['
                ? bracket_level(scanner, scanner->at) : -1;
            if (level >= 0) skip_long(scanner, level);
            else while (scanner->at < scanner->end && *scanner->at != '\n') scanner->at++;
        } else {
            return;
        }
    }
}

// Reads the next token; false at the end.
bool clh_scan(clh_scanner *scanner, clh_token *token) {
    int last = scanner->last_line;
    skip_blanks(scanner);
    if (scanner->at >= scanner->end) return false;
    const char *start = scanner->at;
    *token = (clh_token){
        .start = start, .line = scanner->line, .indent = (int)(start - scanner->begin),
        .is_first = scanner->line != last};
    scanner->last_line = scanner->line;
    int level = *start == '[' ? bracket_level(scanner, start) : -1;
    if (*start == '"' || *start == '\'') {
        token->kind = CLH_TOKEN_TEXT;
        skip_quoted(scanner);
    } else if (level >= 0) {
        token->kind = CLH_TOKEN_TEXT;
        skip_long(scanner, level);
    } else if (is_part(*start)) {
        token->kind = isdigit((unsigned char)*start) ? CLH_TOKEN_NUMBER : CLH_TOKEN_NAME;
        while (scanner->at < scanner->end && is_part(*scanner->at)) scanner->at++;
    } else {
        token->kind = CLH_TOKEN_MARK;
        char next = start + 1 < scanner->end ? start[1] : 0;
        bool pair = (next == '=' && strchr("=~<>", *start)) || (next == *start && strchr(".:/<>", next));
        scanner->at += pair ? 2 : 1;
    }
    token->length = (size_t)(scanner->at - start);
    return true;
}

bool clh_token_is(const clh_token *token, const char *text) {
    return token->kind != CLH_TOKEN_TEXT && token->length == strlen(text)
        && memcmp(token->start, text, token->length) == 0;
}

// ---- Words of Lua ----

static const char *const keywords[] = {
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while"};

// The word of Lua that a name is but for capitals; NULL when it is none.
const char *clh_keyword(const char *name, size_t length, bool *exact) {
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strlen(keywords[i]) != length) continue;
        bool same = true;
        for (size_t at = 0; at < length && same; at++)
            same = tolower((unsigned char)name[at]) == keywords[i][at];
        if (!same) continue;
        *exact = memcmp(keywords[i], name, length) == 0;
        return keywords[i];
    }
    return NULL;
}

// ---- The block that is not closed ----

enum { BLOCKS = 200 };

typedef struct {
    const char *word;
    int line, indent;
    bool waits;  // for its `do`
} block;

// Finds a block whose `end` is missing, as the indents show it: an `end` that stands further to the
// left than what it closes belongs to a block outside. False when the indents do not say.
bool clh_find_unclosed(const char *text, size_t length, const char **word, int *line) {
    block open[BLOCKS];
    int count = 0, indent = 0;
    clh_scanner scanner;
    clh_token token;
    clh_scan_start(&scanner, text, length);
    while (clh_scan(&scanner, &token)) {
        if (token.is_first) indent = token.indent;
        if (token.kind != CLH_TOKEN_NAME) continue;
        bool exact;
        const char *name = clh_keyword(token.start, token.length, &exact);
        if (!name || !exact) continue;
        bool closes = strcmp(name, "end") == 0 || strcmp(name, "until") == 0;
        bool goes_on = strcmp(name, "else") == 0 || strcmp(name, "elseif") == 0;
        if ((closes || goes_on) && token.is_first && count > 0
            && token.indent < open[count - 1].indent) {
            *word = open[count - 1].word;
            *line = open[count - 1].line;
            return true;
        }
        if (closes) {
            if (count == 0) return false;
            count--;
        } else if (strcmp(name, "do") == 0 && count > 0 && open[count - 1].waits) {
            open[count - 1].waits = false;
        } else if (strcmp(name, "function") == 0 || strcmp(name, "if") == 0
            || strcmp(name, "for") == 0 || strcmp(name, "while") == 0
            || strcmp(name, "do") == 0 || strcmp(name, "repeat") == 0) {
            if (count == BLOCKS) return false;
            bool waits = strcmp(name, "for") == 0 || strcmp(name, "while") == 0;
            open[count++] = (block){name, token.line, indent, waits};
        }
    }
    return false;
}
#endif
