// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Dates in Lua: days since 1 January 1970 in a handle, so that `due + 30` allocates nothing.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>

#include "internal.h"

enum { FIRST_DAY = -719162, LAST_DAY = 2932896 };  // 1 January of year 1, 31 December of 9999

static const char *const MONTHS[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December"};
static const char *const WEEKDAYS[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

typedef struct {
    int year, month, day, weekday;  // Monday is 1
} civil;

// Howard Hinnant's algorithm on eras of 400 years that begin in March.
static civil civil_of(int32_t number) {
    int64_t z = (int64_t)number + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t of_era = z - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    civil date;
    date.day = (int)(of_year - (153 * month + 2) / 5 + 1);
    date.month = (int)(month < 10 ? month + 3 : month - 9);
    date.year = (int)(year + era * 400 + (date.month <= 2));
    date.weekday = (int)((((int64_t)number + 3) % 7 + 7) % 7) + 1;
    return date;
}

static int32_t number_of(int year, int month, int day) {
    int y = year - (month <= 2);
    int era = (y >= 0 ? y : y - 399) / 400;
    int of_era = y - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void clh_push_date(lua_State *L, int32_t day) {
    clh_keep_room(L);
    clh_push_handle(L, (uint64_t)CLH_DATE | (uint64_t)(uint32_t)day << 32);
}

int clh_date_text(int32_t day, char *buffer, size_t size) {
    civil date = civil_of(day);
    return snprintf(buffer, size, "%04d-%02d-%02d", date.year, date.month, date.day);
}

// ---- Arithmetic ----

static bool date_at(lua_State *L, int index, int32_t *day) {
    if (lua_type(L, index) != LUA_TLIGHTUSERDATA) return false;
    uint64_t handle = (uint64_t)(uintptr_t)lua_touserdata(L, index);
    *day = (int32_t)(handle >> 32);
    return (handle & 7) == CLH_DATE;
}

int clh_date_arithmetic(lua_State *L, bool adding) {
    int32_t left = 0, right = 0;
    bool left_date = date_at(L, 1, &left), right_date = date_at(L, 2, &right);
    if (left_date && right_date && !adding) {
        lua_pushinteger(L, (lua_Integer)left - right);
        return 1;
    }
    if (!left_date && !right_date) return luaL_error(L, "records are not numbers");
    if (left_date == right_date || (right_date && !adding))
        return luaL_error(L, "dates take away dates, and add or take away days");
    int number = left_date ? 2 : 1, exact;
    lua_Integer days = lua_tointegerx(L, number, &exact);
    if (!exact || lua_type(L, number) != LUA_TNUMBER)
        return luaL_error(L, "a date takes a whole number of days, not a %s",
            lua_type(L, number) == LUA_TLIGHTUSERDATA ? "record" : luaL_typename(L, number));
    int64_t start = left_date ? left : right, span = (int64_t)LAST_DAY - FIRST_DAY;
    if (days < -span || days > span) return luaL_error(L, "the date lies outside years 1 to 9999");
    int64_t sum = adding ? start + days : start - days;
    if (sum < FIRST_DAY || sum > LAST_DAY)
        return luaL_error(L, "the date lies outside years 1 to 9999");
    clh_push_date(L, (int32_t)sum);
    return 1;
}

// ---- Fields ----

static void add_number(luaL_Buffer *out, int value, int width) {
    char digits[16];
    luaL_addlstring(out, digits, (size_t)snprintf(digits, sizeof digits, "%0*d", width, value));
}

static void add_name(luaL_Buffer *out, const char *name, int count) {
    luaL_addlstring(out, name, count == 3 ? 3 : strlen(name));
}

static int add_part(lua_State *L, luaL_Buffer *out, const civil *date, char letter, int count) {
    switch (letter) {
        case 'd':
            if (count > 2) break;
            add_number(out, date->day, count);
            return 0;
        case 'M':
            if (count > 4) break;
            if (count > 2) add_name(out, MONTHS[date->month - 1], count);
            else add_number(out, date->month, count);
            return 0;
        case 'y':
            if (count != 2 && count != 4) break;
            add_number(out, count == 2 ? date->year % 100 : date->year, count);
            return 0;
        case 'E':
            if (count > 4) break;
            add_name(out, WEEKDAYS[date->weekday - 1], count == 4 ? 4 : 3);
            return 0;
        default: break;
    }
    return luaL_error(
        L, "a date's format knows d dd M MM MMM MMMM yy yyyy EEE EEEE and 'words'; it does not "
           "know %c so often or at all", letter);
}

static int format(lua_State *L) {
    int32_t day;
    if (!date_at(L, 1, &day)) return luaL_error(L, "call it as date:format(\"d MMMM yyyy\")");
    size_t length;
    const char *pattern = luaL_checklstring(L, 2, &length);
    clh_charge(L, 4 + length);
    civil date = civil_of(day);
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    for (size_t at = 0; at < length;) {
        char letter = pattern[at];
        if (letter == '\'') {
            at++;
            if (at < length && pattern[at] == '\'') luaL_addchar(&out, '\'');
            while (at < length && pattern[at] != '\'') luaL_addchar(&out, pattern[at++]);
            at++;
            continue;
        }
        bool is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        if (!is_letter) {
            luaL_addchar(&out, letter);
            at++;
            continue;
        }
        int count = 0;
        while (at < length && pattern[at] == letter && count < 16) {
            at++;
            count++;
        }
        add_part(L, &out, &date, letter, count);
    }
    luaL_pushresult(&out);
    return 1;
}

int clh_date_index(lua_State *L, int32_t day) {
    static const char *const names[] = {"day", "format", "month", "weekday", "year"};
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";
    civil date = civil_of(day);
    if (strcmp(name, "year") == 0) lua_pushinteger(L, date.year);
    else if (strcmp(name, "month") == 0) lua_pushinteger(L, date.month);
    else if (strcmp(name, "day") == 0) lua_pushinteger(L, date.day);
    else if (strcmp(name, "weekday") == 0) lua_pushinteger(L, date.weekday);
    else if (strcmp(name, "format") == 0) lua_pushcfunction(L, format);
    else {
        char buffer[64];
        lua_createtable(L, 0, 5);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            lua_pushboolean(L, 1);
            lua_setfield(L, -2, names[i]);
        }
        const char *close = clh_closest(L, -1, name, buffer, sizeof buffer);
        if (close)
            return luaL_error(
                L, "'%s' is not a field of a date; did you mean '%s'?", name, close);
        return luaL_error(L, "'%s' is not a field of a date", name);
    }
    return 1;
}

// ctx.date("2026-10-31"), strictly in that form.
int clh_context_date(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    int parts[3] = {0, 0, 0}, part = 0;
    bool fine = length == 10;
    for (size_t at = 0; fine && at < 10; at++) {
        if (at == 4 || at == 7) {
            fine = text[at] == '-';
            part++;
        } else {
            fine = text[at] >= '0' && text[at] <= '9';
            parts[part] = parts[part] * 10 + (text[at] - '0');
        }
    }
    if (fine) fine = parts[0] >= 1 && parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1;
    int32_t day = fine ? number_of(parts[0], parts[1], parts[2]) : 0;
    // A day that the month does not have comes back as another one.
    if (!fine || civil_of(day).day != parts[2])
        return luaL_error(L, "'%s' is not a date; write it as 2026-10-31", text);
    clh_push_date(L, day);
    return 1;
}
#endif
