// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Handles: records, lists, dates and host objects as light userdata. They share one metatable,
// which tells them apart by their tag, and each use checks the handle.
#ifdef COMMITTEE_SCRIPTING
#include <math.h>
#include <stdio.h>

#include "internal.h"

void clh_push_handle(lua_State *L, uint64_t handle) {
    lua_pushlightuserdata(L, (void *)(uintptr_t)handle);
}

// Reads a handle; false when it names nothing in this run.
bool clh_look(lua_State *L, int index, clh_view *view) {
    uint64_t handle = (uint64_t)(uintptr_t)lua_touserdata(L, index);
    *view = (clh_view){
        .what = (int)(handle & 7), .edition = (int)(handle >> 3 & 15),
        .type = (int)(handle >> 7 & 1023), .column = (int)(handle >> 17 & 1023),
        .row = (uint32_t)(handle >> 32)};
    const clh_request *request = clh_host_of(L)->request;
    if (view->what == CLH_DATE) return true;
    if (view->what == CLH_OBJECT) return view->row < request->object_count;
    if (view->what != CLH_RECORD && view->what != CLH_LIST) return false;
    if ((size_t)view->edition >= request->edition_count) return false;
    const clh_edition *edition = request->editions[view->edition];
    if (view->type >= edition->type_count) return false;
    view->of = &edition->types[view->type];
    if (view->row >= view->of->rows) return false;
    if (view->what == CLH_RECORD) return true;
    if (view->column >= view->of->column_count) return false;
    view->in = &view->of->columns[view->column];
    // A list is handed out by its column, so that column has been made.
    if (view->in->state != CLH_COLUMN_READY) return false;
    if (view->in->kind != CLH_RECORDS && view->in->kind != CLH_TEXTS) return false;
    size_t at = (size_t)view->row * (size_t)view->in->step;
    view->first = view->in->offsets[at];
    view->count = view->in->offsets[at + 1] - view->first;
    return true;
}

static void look(lua_State *L, int index, clh_view *view) {
    if (!clh_look(L, index, view)) luaL_error(L, "this record belongs to no edition of this run");
}

// What a handle is called in messages and by ctx.kind.
const char *clh_handle_kind(const clh_view *view) {
    switch (view->what) {
        case CLH_RECORD: return view->of->name;
        case CLH_LIST: return "list";
        case CLH_DATE: return "date";
        default: return "object";
    }
}

// ---- Reading ----

enum {
    KEPT_TEXTS = 1 << 16,
    SLOT_SIZE = 16,  // one item of a Lua table
};

// Pushes the table of the texts of a column that this state has made, or pushes nothing when the
// state has no room to keep them.
static bool push_kept(lua_State *L, clh_host *host, const clh_column *column) {
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, column) == LUA_TTABLE) return true;
    bool asked = !lua_isnil(L, -1);
    lua_pop(L, 1);
    if (asked) return false;
    size_t size = column->span_count * SLOT_SIZE;
    bool fits = column->span_count <= KEPT_TEXTS && size <= host->texts_room;
    if (fits) {
        host->texts_room -= size;
        clh_create_list(L, (int)column->span_count);
    } else {
        lua_pushboolean(L, 0);
    }
    if (fits) lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, column);
    return fits;
}

// Pushes the text at a place of a column. What several rows share is made once a state. Other texts
// are not kept: a report reads each about once, and every collection would have to pass them.
static void push_text(lua_State *L, const clh_column *column, uint32_t place) {
    const clh_span *span = clh_span_at(column, place);
    lua_Integer at = span - (const clh_span *)column->values;
    if (span->length == UINT32_MAX) {
        lua_pushnil(L);
        return;
    }
    if (span->length >= 64) clh_charge(L, span->length / 64);
    const char *text = (const char *)column->texts + span->start;
    clh_host *host = clh_host_of(L);
    if (!column->code_width || !push_kept(L, host, column)) {
        lua_pushlstring(L, text, span->length);
        return;
    }
    if (lua_rawgeti(L, -1, at + 1) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_pushlstring(L, text, span->length);
        if (host->texts_room > span->length + 2 * SLOT_SIZE) {
            host->texts_room -= span->length + 2 * SLOT_SIZE;
            lua_pushvalue(L, -1);
            lua_rawseti(L, -3, at + 1);
        }
    }
    lua_replace(L, -2);
}

static void push_plain(lua_State *L, const clh_column *column, uint32_t place) {
    const clh_span *span = clh_span_at(column, place);
    if (span->length == UINT32_MAX) {
        lua_pushnil(L);
        return;
    }
    clh_charge(L, 1 + span->length / 64);
    clh_push_value(L, column->texts + span->start, span->length);
}

static inline void push_record(lua_State *L, int edition, int type, uint32_t row) {
    clh_push_handle(L, clh_handle(CLH_RECORD, edition, type, 0, row));
}

// Pushes what a column says of a row; the caller has checked the row, and charged for it.
void clh_push_value_at(
    lua_State *L, const clh_column *column, int edition, int type, int place, uint32_t row) {
    size_t at = (size_t)row * (size_t)column->step;
    switch (column->kind) {
        case CLH_TEXT: push_text(L, column, (uint32_t)at); return;
        case CLH_PLAIN: push_plain(L, column, (uint32_t)at); return;
        case CLH_INTEGER: {
            int64_t integer = ((const int64_t *)column->values)[at];
            if (integer == INT64_MIN) lua_pushnil(L);
            else lua_pushinteger(L, integer);
            return;
        }
        case CLH_NUMBER: {
            double number = ((const double *)column->values)[at];
            if (isnan(number)) lua_pushnil(L);
            else lua_pushnumber(L, number);
            return;
        }
        case CLH_BOOL: {
            uint8_t truth = ((const uint8_t *)column->values)[at];
            if (truth > 1) lua_pushnil(L);
            else lua_pushboolean(L, truth);
            return;
        }
        case CLH_DAY: {
            int32_t day = ((const int32_t *)column->values)[at];
            if (day == INT32_MIN) lua_pushnil(L);
            else clh_push_date(L, day);
            return;
        }
        case CLH_REFERENCE: {
            uint32_t target = ((const uint32_t *)column->values)[at];
            if (target == UINT32_MAX) lua_pushnil(L);
            else push_record(L, edition, column->target, target);
            return;
        }
        case CLH_RECORDS:
        case CLH_TEXTS: clh_push_handle(L, clh_handle(CLH_LIST, edition, type, place, row));
    }
}

const clh_column *clh_column_at(lua_State *L, int edition, int type, int place) {
    clh_host *host = clh_host_of(L);
    clh_edition *of = host->request->editions[edition];
    const clh_column *column = &of->types[type].columns[place];
    if (atomic_load_explicit(&column->state, memory_order_acquire) == CLH_COLUMN_READY)
        return column;
    bool made = clh_edition_make(of, type, place);
    clh_check_clock(host);
    if (!made)
        clh_kill(
            host, CLH_REASON_MEMORY, "'%s' of %s %s does not fit into memory", column->name,
            clh_article(of->types[type].name), of->types[type].name);
    return column;
}

void clh_push_field(lua_State *L, const clh_view *view, int index) {
    const clh_column *column = clh_column_at(L, view->edition, view->type, index);
    clh_push_value_at(L, column, view->edition, view->type, index, view->row);
}

// Pushes item `item` of a list, counted from 0 and within it.
void clh_push_item(lua_State *L, const clh_view *list, uint32_t item) {
    uint32_t at = list->first + item;
    if (list->in->kind == CLH_RECORDS)
        push_record(
            L, list->edition, list->in->target, ((const uint32_t *)list->in->values)[at]);
    else push_text(L, list->in, at);
}

// Pushes the table from field names to columns of a type, made at its first use in a state.
static void push_fields(lua_State *L, int edition, int type) {
    const clh_type *of = &clh_host_of(L)->request->editions[edition]->types[type];
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_FIELDS);
    lua_Integer slot = (lua_Integer)edition * CLH_MAX_TYPES + type + 1;
    if (lua_rawgeti(L, -1, slot) == LUA_TNIL) {
        lua_pop(L, 1);
        clh_charge(L, (uint64_t)of->column_count);
        lua_createtable(L, 0, of->column_count);
        for (int i = 0; i < of->column_count; i++) {
            lua_pushinteger(L, i);
            lua_setfield(L, -2, of->columns[i].name);
        }
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, slot);
    }
    lua_remove(L, -2);
}

// The column of a type that the text at `name` names, or -1.
int clh_find_field(lua_State *L, int edition, int type, int name) {
    name = lua_absindex(L, name);
    push_fields(L, edition, type);
    lua_pushvalue(L, name);
    int column = lua_rawget(L, -2) == LUA_TNIL ? -1 : (int)lua_tointeger(L, -1);
    lua_pop(L, 2);
    return column;
}

int clh_unknown_field(lua_State *L, int edition, int type, int index) {
    const char *owner = clh_host_of(L)->request->editions[edition]->types[type].name;
    if (lua_type(L, index) != LUA_TSTRING)
        return luaL_error(
            L, "%s %s is one record; its fields have names", clh_article(owner), owner);
    char buffer[64];
    const char *name = lua_tostring(L, index);
    push_fields(L, edition, type);
    const char *close = clh_closest(L, -1, name, buffer, sizeof buffer);
    if (close)
        return luaL_error(
            L, "'%s' is not a field of %s %s; did you mean '%s'?", name, clh_article(owner), owner,
            close);
    if (strcmp(owner, "item") == 0)
        return luaL_error(
            L, "'%s' is not a field of an item; a column of your own is local_fields.%s", name, name);
    return luaL_error(L, "'%s' is not a field of %s %s", name, clh_article(owner), owner);
}

static int list_index(lua_State *L, const clh_view *view) {
    if (lua_type(L, 2) != LUA_TNUMBER) {
        const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
        return luaL_error(
            L, "'%s' is not a field of a list; name an item first, as in %s[1]", name,
            view->in->name);
    }
    lua_Integer item = luaL_checkinteger(L, 2);
    if (item < 1 || item > view->count) lua_pushnil(L);
    else clh_push_item(L, view, (uint32_t)(item - 1));
    return 1;
}

// Bits 3 to 16 of a handle: edition and type.
enum { OWNER_BITS = 0x1FFF8 };

static inline clh_field *known_field(clh_host *host, const char *name, uint64_t owner) {
    uint64_t mixed = (uint64_t)(uintptr_t)name >> 4 ^ owner >> 3 ^ (uint64_t)(uintptr_t)name >> 12;
    return &host->fields[mixed % CLH_FIELDS_KNOWN];
}

static int read_any(lua_State *L) {
    clh_view view;
    look(L, 1, &view);
    clh_charge(L, 1);
    switch (view.what) {
        case CLH_LIST: return list_index(L, &view);
        case CLH_DATE: return clh_date_index(L, (int32_t)view.row);
        case CLH_OBJECT: return clh_object_index(L, view.row);
        default: break;
    }
    if (lua_type(L, 2) != LUA_TSTRING) return clh_unknown_field(L, view.edition, view.type, 2);
    int place = clh_find_field(L, view.edition, view.type, 2);
    if (place < 0) return clh_unknown_field(L, view.edition, view.type, 2);
    if (lua_rawlen(L, 2) <= CLH_SHORT_NAME) {
        uint64_t owner = (uint64_t)(uintptr_t)lua_touserdata(L, 1) & OWNER_BITS;
        const char *name = lua_tostring(L, 2);
        *known_field(clh_host_of(L), name, owner) = (clh_field){
            .name = name, .owner = owner,
            .column = clh_column_at(L, view.edition, view.type, place),
            .rows = view.of->rows, .place = place};
    }
    clh_push_field(L, &view, place);
    return 1;
}

// The shortest way to a field of a record that was read before; the long way checks everything.
static int read_field(lua_State *L) {
    uint64_t handle = (uint64_t)(uintptr_t)lua_touserdata(L, 1);
    if ((handle & 7) != CLH_RECORD || lua_type(L, 2) != LUA_TSTRING) return read_any(L);
    const char *name = lua_tolstring(L, 2, NULL);
    const clh_field *field = known_field(clh_host_of(L), name, handle & OWNER_BITS);
    uint32_t row = (uint32_t)(handle >> 32);
    if (field->name != name || field->owner != (handle & OWNER_BITS) || row >= field->rows)
        return read_any(L);
    clh_charge(L, 1);
    clh_push_value_at(
        L, field->column, (int)(handle >> 3 & 15), (int)(handle >> 7 & 1023), field->place, row);
    return 1;
}

static int length(lua_State *L) {
    clh_view view;
    look(L, 1, &view);
    if (view.what != CLH_LIST)
        return luaL_error(
            L, "%s %s has no length", clh_article(clh_handle_kind(&view)), clh_handle_kind(&view));
    lua_pushinteger(L, view.count);
    return 1;
}

// ---- Walking ----

static int list_step(lua_State *L) {
    clh_view view;
    look(L, 1, &view);
    clh_charge(L, 1);
    int whole;
    lua_Integer item = lua_tointegerx(L, 2, &whole);
    if (!whole) item = luaL_checkinteger(L, 2);
    if (view.what != CLH_LIST || item < 0 || item >= view.count) return 0;
    lua_pushinteger(L, item + 1);
    clh_push_item(L, &view, (uint32_t)item);
    return 2;
}

// Fields come in the order in which their type declares them; absent ones are passed over.
static int record_step(lua_State *L) {
    clh_view view;
    look(L, 1, &view);
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(1));
    for (; at < view.of->column_count; at++) {
        clh_charge(L, 1);
        clh_push_field(L, &view, (int)at);
        if (!lua_isnil(L, -1)) break;
        lua_pop(L, 1);
    }
    if (at >= view.of->column_count) return 0;
    lua_pushinteger(L, at + 1);
    lua_replace(L, lua_upvalueindex(1));
    lua_pushstring(L, view.of->columns[at].name);
    lua_insert(L, -2);
    return 2;
}

int clh_handle_pairs(lua_State *L, const clh_view *view) {
    if (view->what == CLH_LIST) {
        lua_pushcfunction(L, list_step);
        lua_pushvalue(L, 1);
        lua_pushinteger(L, 0);
        return 3;
    }
    if (view->what != CLH_RECORD)
        return luaL_error(
            L, "%s %s has no pairs", clh_article(clh_handle_kind(view)), clh_handle_kind(view));
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, record_step, 1);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

static int ipairs(lua_State *L) {
    clh_view view;
    if (lua_type(L, 1) != LUA_TLIGHTUSERDATA || !clh_look(L, 1, &view))
        return lua_tocfunction(L, lua_upvalueindex(1))(L);
    if (view.what == CLH_LIST) return clh_handle_pairs(L, &view);
    return luaL_error(
        L, "%s %s is not a list", clh_article(clh_handle_kind(&view)), clh_handle_kind(&view));
}

// ---- Text ----

void clh_push_handle_text(lua_State *L, const clh_view *view) {
    char text[32];
    switch (view->what) {
        case CLH_DATE:
            clh_date_text((int32_t)view->row, text, sizeof text);
            lua_pushstring(L, text);
            return;
        case CLH_LIST:
            lua_pushfstring(L, "list of %d", (int)view->count);
            return;
        case CLH_OBJECT:
            lua_pushstring(L, clh_host_of(L)->request->objects[view->row].name);
            return;
        default: break;
    }
    lua_pushstring(L, view->of->name);
    if (view->of->id_column < 0) return;
    lua_pushliteral(L, " ");
    clh_push_field(L, view, view->of->id_column);
    if (lua_type(L, -1) != LUA_TSTRING) {
        lua_pop(L, 2);
        return;
    }
    lua_concat(L, 3);
}

static int text(lua_State *L) {
    clh_view view;
    look(L, 1, &view);
    clh_push_handle_text(L, &view);
    return 1;
}

// ---- Misuse, in our words ----

static int assign(lua_State *L) {
    clh_view view;
    look(L, 1, &view);
    switch (view.what) {
        case CLH_RECORD: return luaL_error(L, "records are read-only");
        case CLH_LIST: return luaL_error(L, "lists of an edition are read-only");
        case CLH_DATE: return luaL_error(L, "dates are read-only");
        default:
            return luaL_error(
                L, "'%s' is read-only", clh_host_of(L)->request->objects[view.row].name);
    }
}

static const char *name_of(lua_State *L, int index) {
    clh_view view;
    if (lua_type(L, index) == LUA_TLIGHTUSERDATA && clh_look(L, index, &view))
        return clh_handle_kind(&view);
    return luaL_typename(L, index);
}

static int call(lua_State *L) {
    const char *name = name_of(L, 1);
    if (strcmp(name, "list") == 0)
        return luaL_error(
            L, "a list is not a function; go through it with for _, item in ipairs(list) do, or "
               "read one item with list[1]");
    return luaL_error(L, "%s %s is not a function", clh_article(name), name);
}

static bool is_date(lua_State *L, int index) {
    clh_view view;
    return lua_type(L, index) == LUA_TLIGHTUSERDATA && clh_look(L, index, &view)
        && view.what == CLH_DATE;
}

static int32_t day_of(lua_State *L, int index) {
    return (int32_t)((uint64_t)(uintptr_t)lua_touserdata(L, index) >> 32);
}

static int compare(lua_State *L) {
    if (clh_compare_with_day(L, lua_toboolean(L, lua_upvalueindex(1)))) return 1;
    if (!is_date(L, 1) || !is_date(L, 2)) {
        const char *left = name_of(L, 1), *right = name_of(L, 2);
        return luaL_error(
            L, "%s %s cannot be compared with %s %s", clh_article(left), left,
            clh_article(right), right);
    }
    int32_t a = day_of(L, 1), b = day_of(L, 2);
    lua_pushboolean(L, lua_toboolean(L, lua_upvalueindex(1)) ? a <= b : a < b);
    return 1;
}

static int add(lua_State *L) { return clh_date_arithmetic(L, true); }
static int subtract(lua_State *L) { return clh_date_arithmetic(L, false); }

static int no_arithmetic(lua_State *L) {
    const char *name = name_of(L, lua_type(L, 1) == LUA_TLIGHTUSERDATA ? 1 : 2);
    return luaL_error(L, "%s %s is not a number", clh_article(name), name);
}

// `&` joins texts in a spreadsheet.
static int no_joining(lua_State *L) {
    const char *name = name_of(L, lua_type(L, 1) == LUA_TLIGHTUSERDATA ? 1 : 2);
    return luaL_error(
        L, "%s %s is not a number; texts are joined with .., not with &", clh_article(name), name);
}

// Dates join texts; a record does not, since one of its fields is meant.
static int join(lua_State *L) {
    clh_check_join(L);
    for (int i = 1; i <= 2; i++) {
        if (is_date(L, i) || lua_isstring(L, i)) continue;
        const char *name = name_of(L, i);
        return luaL_error(
            L, "%s %s cannot be joined to a text; join one of its fields, or tostring(…)",
            clh_article(name), name);
    }
    clh_push_text(L, 1);
    clh_push_text(L, 2);
    lua_concat(L, 2);
    return 1;
}

void clh_open_handles(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"__index", read_field}, {"__newindex", assign}, {"__len", length}, {"__tostring", text},
        {"__call", call}, {"__add", add}, {"__sub", subtract}, {"__mul", no_arithmetic},
        {"__div", no_arithmetic}, {"__mod", no_arithmetic}, {"__pow", no_arithmetic},
        {"__idiv", no_arithmetic}, {"__unm", no_arithmetic}, {"__band", no_joining},
        {"__bor", no_arithmetic}, {"__bxor", no_arithmetic}, {"__shl", no_arithmetic},
        {"__shr", no_arithmetic}, {"__bnot", no_arithmetic}, {"__concat", join}, {NULL, NULL}};
    clh_push_handle(L, 0);
    lua_newtable(L);
    luaL_setfuncs(L, functions, 0);
    for (int or_equal = 0; or_equal < 2; or_equal++) {
        lua_pushboolean(L, or_equal);
        lua_pushcclosure(L, compare, 1);
        lua_setfield(L, -2, or_equal ? "__le" : "__lt");
    }
    // What the libraries call it that find one in place of a text.
    lua_pushliteral(L, "record or date");
    lua_setfield(L, -2, "__name");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
    lua_getfield(L, -1, "ipairs");
    lua_pushcclosure(L, ipairs, 1);
    lua_setfield(L, -2, "ipairs");
}
#endif
