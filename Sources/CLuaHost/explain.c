// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// What Lua's own messages mean, for a person who does not know them. Lua's words come first, since
// they can be looked up; after them stands what was probably meant. Messages of ours need none.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>

#include "internal.h"

static void add(char *message, size_t size, const char *hint) {
    size_t length = strlen(message);
    if (length + strlen(hint) + 3 > size) return;
    snprintf(message + length, size - length, "; %s", hint);
}

// ---- Files that cannot be compiled ----

// A hint holds when the message has one text and the line another.
typedef struct {
    const char *message, *line, *hint;
} hint_row;

#define NO_BREAK_SPACE "\xC2\xA0"

static const hint_row syntax_hints[] = {
    {"near '>'", "<>", "'is not' is written ~= in Lua"},
    {"near '!'", "!=", "'is not' is written ~= in Lua"},
    {"near '!'", "!", "'not' is written as a word: not x"},
    {"near '&'", "&&", "'and' is written as a word"},
    {"near '|'", "||", "'or' is written as a word"},
    {"near '+'", "++", "write x = x + 1"},
    {"near '+'", "+=", "write x = x + 1"},
    {"near '-'", "-=", "write x = x - 1"},
    {"near '='", "+=", "write x = x + 1"},
    {"near '='", "-=", "write x = x - 1"},
    {"near '='", "=>", "write function(x) return … end"},
    {"'then' expected near '='", NULL, "to compare, write =="},
    {"near '//'", NULL, "a remark begins with --"},
    {"near '#'", NULL, "a remark begins with --"},
    {"near '?'", NULL, "write condition and this or that"},
    {"near '\xE2'", NULL, "use the straight quotes \" or ', not the printed ones"},
    {"near '<\\226>'", NULL, "use the straight quotes \" or ' and the plain -, not the printed ones"},
    {"near '<\\194>'", NO_BREAK_SPACE, "a no-break space was copied in; type a plain space"},
    {"near '<\\239>'", NULL, "an invisible sign was copied in; type the line anew"},
    {"<name> expected near '('", "\" function", "a function stands in brackets: report \"x\" (function(edition, doc, ctx) … end)"},
    {"<name> expected near '('", "' function", "a function stands in brackets: report \"x\" (function(edition, doc, ctx) … end)"},
    {"near '['", NULL, "a list stands between { and }"},
    {"near", "continue", "Lua has no 'continue'; turn the condition round, or use goto"},
    {"near", "elif", "write elseif, as one word"},
    {"near", "elsif", "write elseif, as one word"},
    {"'then' expected", NULL, "a condition ends with then"},
    {"'do' expected", NULL, "a loop's first line ends with do"},
    {"unfinished string", NULL, "end the text with the sign that began it, in the same line"},
    {"unfinished long string", NULL, "end the text with ]]"},
    {"'}' expected", NULL, "a comma stands between two items"},
    {"<name> expected", ":", "in a table, write name = value"},
    {"<eof> expected near 'end'", NULL, "this end closes nothing; there is one too many"},
    {"<eof> expected", NULL, "nothing may follow a return"},
    {"')' expected", NULL, "a bracket is not closed, or a comma is missing"},
    {"'=' expected", NULL, "a line on its own assigns with = or calls with ( )"},
    {"syntax error", NULL, "a line on its own assigns with = or calls with ( )"},
};

static bool contains(const char *text, size_t length, const char *word) {
    size_t size = strlen(word);
    for (size_t i = 0; i + size <= length; i++)
        if (memcmp(text + i, word, size) == 0) return true;
    return false;
}

// The text of a line, counted from 1.
static const char *line_of(const clh_file *file, int line, size_t *length) {
    const char *text = (const char *)file->bytes, *end = text + file->length;
    for (; line > 1 && text < end; line--) {
        const char *next = memchr(text, '\n', (size_t)(end - text));
        text = next ? next + 1 : end;
    }
    const char *stop = text < end ? memchr(text, '\n', (size_t)(end - text)) : NULL;
    *length = (size_t)((stop ? stop : end) - text);
    return text;
}

// An `end` is missing: an `else if` of two words is the usual reason.
static void explain_missing_end(const clh_file *file, char *message, size_t size) {
    int line = 1;
    const char *text = (const char *)file->bytes;
    for (size_t i = 0; i + 7 <= file->length; i++) {
        if (text[i] == '\n') line++;
        if (memcmp(text + i, "else if", 7) != 0) continue;
        char hint[96];
        snprintf(
            hint, sizeof hint, "line %d has 'else if', which needs an end more; write elseif",
            line);
        add(message, size, hint);
        return;
    }
    add(message, size, "every if, for, while, do and function needs an end of its own");
}

// A word of Lua's own in capitals, as formulas of a spreadsheet have them.
static bool explain_capitals(const char *text, size_t length, char *message, size_t size) {
    clh_scanner scanner;
    clh_token token, before = {0};
    char hint[160];
    clh_scan_start(&scanner, text, length);
    for (; clh_scan(&scanner, &token); before = token) {
        bool exact = true;
        const char *word = token.kind == CLH_TOKEN_NAME
            ? clh_keyword(token.start, token.length, &exact) : NULL;
        if (!word || exact) continue;
        if (before.start && (clh_token_is(&before, ".") || clh_token_is(&before, ":"))) continue;
        bool is_formula = strcmp(word, "if") == 0 && scanner.at < scanner.end && *scanner.at == '(';
        if (is_formula)
            snprintf(
                hint, sizeof hint, "for a value, write condition and this or that; for steps, if … "
                "then … else … end");
        else
            snprintf(
                hint, sizeof hint, "'%.*s' is written in small letters: %s", (int)token.length,
                token.start, word);
        add(message, size, hint);
        return true;
    }
    return false;
}

// A field that has the name of a word of Lua's own.
static bool explain_reserved(const char *text, size_t length, char *message, size_t size) {
    const char *near = strstr(message, "near '");
    if (!near) return false;
    near += 6;
    const char *end = strchr(near, '\'');
    bool exact = false;
    if (!end || !clh_keyword(near, (size_t)(end - near), &exact) || !exact) return false;
    clh_scanner scanner;
    clh_token token, before = {0};
    clh_scan_start(&scanner, text, length);
    for (; clh_scan(&scanner, &token); before = token) {
        bool same = token.length == (size_t)(end - near)
            && memcmp(token.start, near, token.length) == 0;
        if (!same || !before.start) continue;
        bool is_field = clh_token_is(&before, ".");
        bool is_key = clh_token_is(&before, "{") || clh_token_is(&before, ",");
        if (!is_field && !is_key) continue;
        char hint[160];
        bool until = clh_token_is(&token, "until");
        snprintf(
            hint, sizeof hint, "'%.*s' is a word of Lua's own; write %s[\"%.*s\"]%s", (int)token.length,
            token.start, !until ? "" : is_field ? ".ends, or " : "ends = …, or ", (int)token.length,
            token.start, is_field ? "" : " = …");
        add(message, size, hint);
        return true;
    }
    return false;
}

static bool explain_unclosed(const clh_file *file, char *message, size_t size) {
    const char *word;
    int line;
    char hint[120];
    if (!clh_find_unclosed((const char *)file->bytes, file->length, &word, &line)) return false;
    snprintf(
        hint, sizeof hint, "the '%s' in line %d seems to have no %s of its own", word, line,
        strcmp(word, "repeat") == 0 ? "until" : "end");
    add(message, size, hint);
    return true;
}

// Whether more blocks begin in a file than end in it.
static bool lacks_end(const clh_file *file) {
    clh_scanner scanner;
    clh_token token;
    long open = 0;
    clh_scan_start(&scanner, (const char *)file->bytes, file->length);
    while (clh_scan(&scanner, &token)) {
        if (token.kind != CLH_TOKEN_NAME) continue;
        // The line of a for and of a while begins its block with do.
        if (clh_token_is(&token, "function") || clh_token_is(&token, "if")
            || clh_token_is(&token, "do"))
            open++;
        else if (clh_token_is(&token, "end"))
            open--;
    }
    return open > 0;
}

void clh_explain_syntax(const clh_file *file, int line, char *message, size_t size) {
    size_t length;
    const char *text = line_of(file, line, &length);
    if (explain_reserved(text, length, message, size)) return;
    for (int above = 0; above < 3 && line - above > 0; above++) {
        size_t count;
        const char *earlier = line_of(file, line - above, &count);
        if (explain_capitals(earlier, count, message, size)) return;
    }
    bool ends = strncmp(message, "'end' expected", 14) == 0;
    bool closes = strstr(message, "near ')'") || strstr(message, "near '}'")
        || strstr(message, "near <eof>");
    if ((ends || closes) && !contains(text, length, "continue")
        && explain_unclosed(file, message, size))
        return;
    bool stops = closes && strncmp(message, "unexpected symbol", 17) == 0;
    if ((ends || (stops && lacks_end(file))) && !contains(text, length, "continue")) {
        explain_missing_end(file, message, size);
        return;
    }
    for (size_t i = 0; i < sizeof syntax_hints / sizeof *syntax_hints; i++) {
        const hint_row *row = &syntax_hints[i];
        if (!strstr(message, row->message)) continue;
        if (row->line && !contains(text, length, row->line)) continue;
        add(message, size, row->hint);
        return;
    }
}

// ---- Errors of a run ----

static const hint_row run_hints[] = {
    {"for iterator 'for iterator'", NULL, "after 'in' comes ipairs(a list) or pairs(a table)"},
    {"to 'for iterator' (table expected", NULL, "there is nothing to go through: it is nil"},
    {"attempt to concatenate a nil value", NULL,
     "where a value may be missing, write (value or \"\")"},
    {"attempt to concatenate a boolean value", NULL, "write tostring(value)"},
    {"attempt to concatenate a table value", NULL,
     "a list is joined with table.concat(list, \", \")"},
    {"attempt to concatenate a function value", NULL, "call the function, with ( )"},
    {"attempt to perform arithmetic on a nil value", NULL,
     "where a number may be missing, write (value or 0)"},
    {"attempt to add a 'string' with a", NULL,
     "texts are joined with .. and read as numbers with tonumber(text)"},
    {"with a 'string'", NULL, "read the text with tonumber(text) first; it is nil where the text is no number"},
    {"attempt to perform bitwise operation on", NULL,
     "texts are joined with .., not with &"},
    {"got record or date)", NULL,
     "a date becomes a text by date:format(\"d MMMM yyyy\"); of a record, name a field"},
    {"attempt to get length of a nil value", NULL, "there is no list or text: it is nil"},
    {"attempt to compare nil with", NULL, "one side has no value; test it first"},
    {"with nil", NULL, "one side has no value; test it first"},
    {"attempt to compare string with number", NULL, "read the text with tonumber(text) first"},
    {"attempt to compare number with string", NULL, "read the text with tonumber(text) first"},
    {"attempt to compare two table values", NULL, "compare one of their fields"},
    {"attempt to index a function value", NULL, "call the function first, with ( )"},
    {"attempt to index a string value", NULL, "a text has no fields that can be set"},
    {"attempt to index a number value", NULL, "a number has no fields"},
    {"attempt to index a boolean value", NULL, "true and false have no fields"},
    {"attempt to call a string value", NULL, "it is a text, not a function"},
    {"attempt to call a number value", NULL, "it is a number, not a function"},
    {"attempt to call a table value", NULL, "it is a table, not a function; read with [ ]"},
    {"(string expected, got nil)", NULL, "the value given is nil; test it first"},
    {"(table expected, got nil)", NULL, "the value given is nil; test it first"},
    {"(number expected, got nil)", NULL, "the value given is nil; test it first"},
    {"got no value)", NULL, "something is missing between the brackets"},
    {"number has no integer representation", NULL,
     "it needs a whole number; math.floor(value) makes one"},
};

// The name in "(field 'lead')"; false when the message has none.
static bool name_in(const char *message, char *name, size_t size) {
    const char *open = strrchr(message, '(');
    const char *quote = open ? strchr(open, '\'') : NULL;
    const char *end = quote ? strchr(quote + 1, '\'') : NULL;
    if (!end || (size_t)(end - quote) > size) return false;
    memcpy(name, quote + 1, (size_t)(end - quote - 1));
    name[end - quote - 1] = 0;
    return true;
}

// A function that is not there: the closest of the libraries' functions is probably meant.
static void explain_call(lua_State *L, const char *name, char *message, size_t size) {
    static const char *const libraries[] = {"string", "table", "math", "utf8", "coroutine"};
    char hint[200];
    if (clh_explain_function(name, hint, sizeof hint)) {
        add(message, size, hint + 2);
        return;
    }
    snprintf(hint, sizeof hint, "there is no function '%.60s' here; check its spelling", name);
    if (lua_checkstack(L, 8)) {
        int top = lua_gettop(L);
        lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_GLOBALS);
        for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
            char buffer[56];
            lua_pushstring(L, libraries[i]);
            lua_rawget(L, top + 1);
            if (!lua_istable(L, -1) || !clh_closest(L, -1, name, buffer, sizeof buffer)) continue;
            snprintf(hint, sizeof hint, "did you mean %s.%s?", libraries[i], buffer);
            break;
        }
        lua_settop(L, top);
    }
    add(message, size, hint);
}

static void explain_index(const char *name, char *message, size_t size) {
    char hint[160];
    snprintf(
        hint, sizeof hint, "'%.48s' has no value here; check its spelling, or test it with if",
        name);
    add(message, size, hint);
}

void clh_explain_error(lua_State *L, char *message, size_t size) {
    char name[56];
    bool named = name_in(message, name, sizeof name);
    if (named && strncmp(message, "attempt to index a nil value", 28) == 0
        && (strcmp(name, "integer index") == 0 || strcmp(name, "?") == 0)) {
        add(message, size, "there is no item at that place; a list begins with [1], and #list says how "
            "many it has");
        return;
    }
    if (named && strncmp(message, "attempt to index a nil value", 28) == 0) {
        explain_index(name, message, size);
        return;
    }
    if (named && strncmp(message, "attempt to call a nil value (", 29) == 0
        && !strstr(message, "for iterator")) {
        explain_call(L, name, message, size);
        return;
    }
    bool ours = strncmp(message, "attempt to ", 11) != 0 && strncmp(message, "bad argument", 12) != 0;
    if (ours) return;
    for (size_t i = 0; i < sizeof run_hints / sizeof *run_hints; i++) {
        if (!strstr(message, run_hints[i].message)) continue;
        add(message, size, run_hints[i].hint);
        return;
    }
}
#endif
