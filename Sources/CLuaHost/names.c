// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// What names of spreadsheets and of other languages are called in Lua.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>
#include <string.h>

#include "internal.h"

typedef struct {
    const char *name, *answer;
} name_row;

// One name stands for another.
static const name_row other_names[] = {
    {"null", "nil"}, {"NULL", "nil"}, {"None", "nil"}, {"undefined", "nil"}, {"Nil", "nil"},
    {"True", "true"}, {"TRUE", "true"}, {"False", "false"}, {"FALSE", "false"},
    {"str", "tostring"}, {"int", "math.tointeger"}, {"len", "#"}, {"var", "local"},
    {"let", "local"}, {"printf", "print"}, {"echo", "print"}, {"raise", "error"},
    {"throw", "error"}, {"unpack", "table.unpack"}, {"format", "string.format"},
    {"floor", "math.floor"}, {"split", "string.gmatch"}, {"import", "require"},
    {"upper", "string.upper"}, {"lower", "string.lower"}, {"UPPER", "string.upper"},
    {"LOWER", "string.lower"}, {"sub", "string.sub"}, {"gsub", "string.gsub"},
    {"rep", "string.rep"}, {"REPT", "string.rep"}, {"MAX", "math.max"}, {"MIN", "math.min"},
    {"max", "math.max"}, {"min", "math.min"}, {"abs", "math.abs"}, {"ABS", "math.abs"},
    {"ceil", "math.ceil"}, {"sqrt", "math.sqrt"}, {"concat", "table.concat"},
    {"insert", "table.insert"}, {"INT", "math.floor"}, {"SORT", "table.sort"},
};

#define LOOP "go through the list with for _, item in ipairs(list) do … end"
#define CHOOSE "for a value, write condition and this or that; for steps, if … then … else … end"
#define TRIM "write text:match(\"^%s*(.-)%s*$\")"

// Where more has to be said.
static const name_row globals[] = {
    {"IF", CHOOSE}, {"If", CHOOSE}, {"IFS", CHOOSE}, {"SWITCH", CHOOSE},
    {"IFERROR", "where a value may be missing, write value or \"\""},
    {"IFNA", "where a value may be missing, write value or \"\""},
    {"ISBLANK", "write value == nil"},
    {"AND", "write a and b, in small letters"}, {"OR", "write a or b, in small letters"},
    {"NOT", "write not a, in small letters"},
    {"LEN", "write #text"}, {"LEFT", "write text:sub(1, 3)"}, {"RIGHT", "write text:sub(-3)"},
    {"MID", "write text:sub(2, 4), the first and the last place"},
    {"TRIM", TRIM}, {"trim", TRIM}, {"CLEAN", TRIM},
    {"FIND", "write text:find(part, 1, true)"}, {"SEARCH", "write text:lower():find(part, 1, true)"},
    {"SUBSTITUTE", "write text:gsub(\"old\", \"new\")"},
    {"REPLACE", "write text:gsub(\"old\", \"new\")"},
    {"CONCAT", "join texts with .., as in a .. b"},
    {"CONCATENATE", "join texts with .., as in a .. b"},
    {"TEXTJOIN", "join a list with table.concat(list, \", \")"},
    {"TEXT", "write string.format, or date:format(\"d MMMM yyyy\")"},
    {"VALUE", "write tonumber(text)"}, {"ROUND", "write math.floor(number + 0.5)"},
    {"COUNT", "write #list, or count in a loop"}, {"COUNTA", "write #list, or count in a loop"},
    {"COUNTIF", LOOP}, {"COUNTIFS", LOOP}, {"SUM", LOOP}, {"SUMIF", LOOP}, {"SUMIFS", LOOP},
    {"AVERAGE", LOOP}, {"VLOOKUP", LOOP}, {"XLOOKUP", LOOP}, {"HLOOKUP", LOOP}, {"INDEX", LOOP},
    {"MATCH", LOOP}, {"FILTER", LOOP}, {"UNIQUE", LOOP},
    {"TODAY", "write ctx.today"}, {"NOW", "write ctx.today"},
    {"DATE", "write ctx.date(\"2026-10-31\")"}, {"DATEVALUE", "write ctx.date(\"2026-10-31\")"},
    {"DAYS", "write later - earlier, which counts the days between two dates"},
    {"DATEDIF", "write later - earlier, which counts the days between two dates"},
    {"YEAR", "write date.year"}, {"MONTH", "write date.month"}, {"DAY", "write date.day"},
    {"os", "a plugin has no clock of its own; write ctx.today, and date:format(\"d MMMM yyyy\")"},
    {"io", "a plugin opens no files; read edition, and write with doc or out"},
    {"debug", "it is not offered to plugins; print writes to the log"},
};

static const name_row functions[] = {
    {"trim", TRIM}, {"strip", TRIM},
    {"split", "write for part in text:gmatch(\"[^,]+\") do … end"},
    {"contains", "write text:find(part, 1, true)"}, {"includes", "write text:find(part, 1, true)"},
    {"indexOf", "write text:find(part, 1, true)"},
    {"startswith", "write text:sub(1, #part) == part"},
    {"startsWith", "write text:sub(1, #part) == part"},
    {"endswith", "write text:sub(-#part) == part"}, {"endsWith", "write text:sub(-#part) == part"},
    {"replace", "write text:gsub(\"old\", \"new\")"},
    {"join", "write table.concat(list, \", \")"}, {"length", "write #text or #list"},
    {"left", "write text:sub(1, 3)"}, {"right", "write text:sub(-3)"},
    {"mid", "write text:sub(2, 4), the first and the last place"},
    {"capitalize", "write text:sub(1, 1):upper() .. text:sub(2)"},
    {"round", "write math.floor(number + 0.5)"}, {"pow", "write a ^ b"},
    {"append", "write table.insert(list, value)"}, {"push", "write table.insert(list, value)"},
    {"add", "write table.insert(list, value)"},
};

static const char *answer_of(const name_row *rows, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(rows[i].name, name) == 0) return rows[i].answer;
    return NULL;
}

int clh_explain_global(const char *name, char *hint, size_t size) {
    const char *other = answer_of(other_names, sizeof other_names / sizeof *other_names, name);
    const char *answer = answer_of(globals, sizeof globals / sizeof *globals, name);
    if (other) snprintf(hint, size, "; did you mean '%s'?", other);
    else if (answer) snprintf(hint, size, "; %s", answer);
    return other || answer;
}

int clh_explain_function(const char *name, char *hint, size_t size) {
    const char *answer = answer_of(functions, sizeof functions / sizeof *functions, name);
    if (answer) snprintf(hint, size, "; %s", answer);
    return answer != NULL;
}
#endif
