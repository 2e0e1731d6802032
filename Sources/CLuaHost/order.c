// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// pairs and next in a fixed order: integers, floats, texts by bytes, booleans, handles by edition,
// table and row. Lua's own order follows a random seed and addresses, so that the same run could write
// different bytes. A table or function among the keys is an error: it has no order but its address.
//
// A walk sorts the keys once. pairs keeps them in its iterator. next is told only the last key, so
// the keys of the walks under way are kept for it, by table. The charge depends on the number of
// keys alone; what a table with many empty slots costs to read is bounded by the caps on memory,
// and the clock is looked at for each reading.
#ifdef COMMITTEE_SCRIPTING
#include "library.h"

enum { INTEGER, FLOAT, TEXT, TRUTH, HANDLE };

typedef struct {
    int rank;
    uint32_t place;  // among the keys as Lua gave them
    union {
        lua_Integer integer;
        lua_Number number;
        uint64_t handle;
        struct {
            const char *text;
            size_t length;
        };
    };
} sort_key;

static inline int by_order(const sort_key *a, const sort_key *b) {
    if (a->rank != b->rank) return a->rank - b->rank;
    switch (a->rank) {
        case INTEGER:
        case TRUTH: return (a->integer > b->integer) - (a->integer < b->integer);
        case FLOAT: return (a->number > b->number) - (a->number < b->number);
        case TEXT: {
            size_t shorter = a->length < b->length ? a->length : b->length;
            int order = memcmp(a->text, b->text, shorter);
            return order ? order : (a->length > b->length) - (a->length < b->length);
        }
        case HANDLE: return (a->handle > b->handle) - (a->handle < b->handle);
        default: return (a->place > b->place) - (a->place < b->place);
    }
}

// Handles are ordered by edition, type, row; dates by day.
static uint64_t handle_order(uint64_t handle) {
    uint32_t row = (uint32_t)(handle >> 32);
    if ((handle & 7) == CLH_DATE) row ^= 0x80000000u;  // days before 1970 come first
    uint64_t edition = (handle >> 3) & 15, type = (handle >> 7) & 1023;
    return edition << 60 | (handle & 7) << 57 | type << 47 | (uint64_t)row << 15
        | ((handle >> 17) & 1023);
}

// Whether a key has an order but for its address.
static bool has_order(lua_State *L, int index) {
    int type = lua_type(L, index);
    return type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TBOOLEAN
        || type == LUA_TLIGHTUSERDATA;
}

static void classify(lua_State *L, int index, sort_key *key) {
    switch (lua_type(L, index)) {
        case LUA_TNUMBER:
            key->rank = lua_isinteger(L, index) ? INTEGER : FLOAT;
            if (key->rank == FLOAT) key->number = lua_tonumber(L, index);
            else key->integer = lua_tointeger(L, index);
            break;
        case LUA_TSTRING:
            key->rank = TEXT;
            key->text = lua_tolstring(L, index, &key->length);
            break;
        case LUA_TBOOLEAN:
            key->rank = TRUTH;
            key->integer = lua_toboolean(L, index);
            break;
        case LUA_TLIGHTUSERDATA:
            key->rank = HANDLE;
            key->handle = handle_order((uint64_t)(uintptr_t)lua_touserdata(L, index));
            break;
        default:
            // Their only order would be that of addresses, which differ from run to run.
            luaL_error(
                L, "a table cannot be gone through that has a %s among its keys, since those have no "
                   "order; use texts or numbers as keys, such as item.id, or keep a list",
                luaL_typename(L, index));
    }
}

// ---- All keys of a table ----

typedef struct {
    uint32_t count;
    bool list;  // exactly the integers from 1 to the count
} key_survey;

// Reading a table that was emptied passes over all its empty slots, which no charge sees.
static void look_at_clock(lua_State *L) {
    clh_host *host = clh_host_of(L);
    host->current = L;
    clh_check_clock(host);
}

static uint32_t count_keys(lua_State *L, int table) {
    uint32_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        count++;
    }
    look_at_clock(L);
    return count;
}

// Whether a key is one of the items of a list of this length.
static bool is_item(lua_State *L, int index, lua_Unsigned length) {
    return lua_isinteger(L, index) && (lua_Unsigned)lua_tointeger(L, index) - 1 < length;
}

static uint64_t sorting_cost(uint32_t count) {
    uint64_t levels = 1;
    for (uint32_t left = count; left > 1; left /= 2) levels++;
    return count * levels;
}

// So many keys are read once and lie on the stack of Lua; runs of so many are sorted by insertion.
enum { FEW = 64, RUN = 16 };

static void insert_each(sort_key *keys, uint32_t count) {
    for (uint32_t i = 1; i < count; i++) {
        sort_key moving = keys[i];
        uint32_t at = i;
        while (at > 0 && by_order(&moving, &keys[at - 1]) < 0) {
            keys[at] = keys[at - 1];
            at--;
        }
        keys[at] = moving;
    }
}

static void merge(const sort_key *from, uint32_t left, uint32_t count, sort_key *into) {
    uint32_t i = 0, j = left, at = 0;
    while (i < left && j < count)
        into[at++] = by_order(&from[j], &from[i]) < 0 ? from[j++] : from[i++];
    memcpy(into + at, from + i, (left - i) * sizeof *from);
    memcpy(into + at + (left - i), from + j, (count - j) * sizeof *from);
}

// Sorts the first half of an array; the other half is room, so that nothing is taken from the
// system uncounted. Answers which of the two holds the keys then. Long texts take long to compare,
// so the clock is looked at between two passes.
static const sort_key *sort_keys(lua_State *L, sort_key *keys, uint32_t count) {
    sort_key *other = keys + count;
    for (uint32_t at = 0; at < count; at += RUN)
        insert_each(keys + at, count - at < RUN ? count - at : RUN);
    for (uint64_t width = RUN; width < count; width *= 2) {
        for (uint64_t at = 0; at < count; at += 2 * width) {
            uint64_t size = count - at < 2 * width ? count - at : 2 * width;
            merge(keys + at, (uint32_t)(width < size ? width : size), (uint32_t)size, other + at);
        }
        sort_key *sorted = other;
        other = keys;
        keys = sorted;
        if (count > FEW) look_at_clock(L);
    }
    return keys;
}

static uint64_t keeping_cost(uint32_t count) {
    return 1 + (uint64_t)count * 2 + sorting_cost(count);
}

// Pushes a list of the table's keys in their order.
static void push_keys(lua_State *L, int table, uint32_t count) {
    clh_charge(L, keeping_cost(count));
    clh_create_list(L, (int)count);
    int list = lua_gettop(L);
    sort_key *keys = lua_newuserdatauv(L, 2 * (size_t)count * sizeof *keys, 0);
    clh_create_list(L, (int)count);
    int unsorted = lua_gettop(L);
    uint32_t at = 0;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        keys[at].place = at;
        classify(L, -1, &keys[at]);
        at++;
        lua_pushvalue(L, -1);
        lua_rawseti(L, unsorted, at);
    }
    const sort_key *sorted = sort_keys(L, keys, count);
    for (uint32_t i = 0; i < count; i++) {
        lua_rawgeti(L, unsorted, sorted[i].place + 1);
        lua_rawseti(L, list, (lua_Integer)i + 1);
    }
    lua_settop(L, list);
    clh_note_garbage(clh_host_of(L), count * (2 * sizeof *keys + 2 * CLH_ITEM));
}

// Puts the first keys of a table onto the stack while it counts them all: most tables have a few,
// and are read once then.
static key_survey gather(lua_State *L, int table, sort_key *few) {
    lua_Unsigned length = lua_rawlen(L, table);
    key_survey found = {.count = 0, .list = true};
    luaL_checkstack(L, FEW + 8, NULL);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        found.list = found.list && is_item(L, -1, length);
        if (found.count < FEW) {
            few[found.count].place = found.count;
            classify(L, -1, &few[found.count]);
            lua_pushvalue(L, -1);
        }
        found.count++;
    }
    found.list = found.list && found.count == length;
    look_at_clock(L);
    return found;
}

// Pushes a list of the few keys that lie on the stack above `base`.
static void push_few(lua_State *L, int base, sort_key *few, uint32_t count) {
    clh_charge(L, keeping_cost(count));
    const sort_key *sorted = sort_keys(L, few, count);
    clh_create_list(L, (int)count);
    for (uint32_t i = 0; i < count; i++) {
        lua_pushvalue(L, base + 1 + (int)sorted[i].place);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

// Pushes the next key and value after place `at` of the keys, skipping what has gone since. The
// answer is the new place; 0, with nil pushed, when there is no more.
static lua_Integer push_after(lua_State *L, int table, int keys, lua_Integer at) {
    clh_meter meter = {.L = L};
    for (;;) {
        clh_meter_add(&meter, 1);
        at++;
        if (lua_rawgeti(L, keys, at) == LUA_TNIL) break;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, table) != LUA_TNIL) {
            clh_meter_settle(&meter);
            return at;
        }
        lua_pop(L, 2);
    }
    clh_meter_settle(&meter);
    return 0;
}

// ---- pairs ----

static int step_keys(lua_State *L) {
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(2));
    luaL_checktype(L, 1, LUA_TTABLE);
    at = push_after(L, 1, lua_upvalueindex(1), at);
    if (!at) return 1;
    lua_pushinteger(L, at);
    lua_replace(L, lua_upvalueindex(2));
    return 2;
}

// The keys of a list need not be kept: the last answer says the next one, and the upvalue says how
// many there were.
static int step_list(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer last = lua_tointeger(L, lua_upvalueindex(1));
    lua_Integer at = luaL_optinteger(L, 2, 0);
    clh_meter meter = {.L = L};
    while (at >= 0 && at < last) {
        clh_meter_add(&meter, 1);
        lua_pushinteger(L, ++at);
        if (lua_rawgeti(L, 1, at) != LUA_TNIL) {
            clh_meter_settle(&meter);
            return 2;
        }
        lua_pop(L, 2);
    }
    clh_meter_settle(&meter);
    lua_pushnil(L);
    return 1;
}

static int after_pairs_call(lua_State *L, int status, lua_KContext context) {
    (void)L;
    (void)status;
    (void)context;
    return 3;
}

static int pairs(lua_State *L) {
    luaL_checkany(L, 1);
    clh_view view;
    if (lua_type(L, 1) == LUA_TLIGHTUSERDATA && clh_look(L, 1, &view))
        return clh_handle_pairs(L, &view);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_callk(L, 1, 3, 0, after_pairs_call);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    sort_key few[2 * FEW];
    int base = lua_gettop(L);
    key_survey found = gather(L, 1, few);
    if (found.list) {
        clh_charge(L, 1 + found.count / 4);
        lua_pushinteger(L, found.count);
        lua_pushcclosure(L, step_list, 1);
    } else {
        if (found.count > FEW) push_keys(L, 1, found.count);
        else push_few(L, base, few, found.count);
        lua_pushinteger(L, 0);
        lua_pushcclosure(L, step_keys, 2);
    }
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

// ---- next ----

// What is kept of a walk by next, in the list of its keys.
enum { PLACE = 0, OLD = -1 };  // the place of the last answer; true when a new walk has begun
enum { KEPT = 64 };

// Pushes a table of the registry from tables to what is kept for them. It is emptied when it is
// asked to keep more than so many, which item 1 counts.
static void push_kept(lua_State *L, int slot) {
    if (lua_rawgeti(L, LUA_REGISTRYINDEX, slot) == LUA_TTABLE) return;
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawseti(L, LUA_REGISTRYINDEX, slot);
}

// Keeps the value at the top for the table at index 1, and pops it.
static void keep(lua_State *L, int slot) {
    int value = lua_gettop(L);
    push_kept(L, slot);
    lua_pushvalue(L, 1);
    bool known = lua_rawget(L, value + 1) != LUA_TNIL;
    lua_rawgeti(L, value + 1, 1);
    lua_Integer count = lua_tointeger(L, -1) + !known;
    if (count > KEPT) {
        lua_pushnil(L);
        lua_rawseti(L, LUA_REGISTRYINDEX, slot);
        lua_settop(L, value);
        push_kept(L, slot);
        count = 1;
    }
    lua_pushinteger(L, count);
    lua_rawseti(L, value + 1, 1);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, value);
    lua_rawset(L, value + 1);
    lua_settop(L, value - 1);
}

// Pushes what is kept for the table at index 1, or nil.
static bool push_kept_value(lua_State *L, int slot) {
    push_kept(L, slot);
    lua_pushvalue(L, 1);
    bool known = lua_rawget(L, -2) != LUA_TNIL;
    lua_remove(L, -2);
    return known;
}

// The first key needs no sorting: a table is often only asked whether it is empty. The key is kept,
// since it may be removed before next is asked what follows it.
static int first_key(lua_State *L) {
    sort_key least = {.place = 0}, key;
    uint32_t count = 0;
    lua_settop(L, 1);
    if (push_kept_value(L, CLH_SLOT_NEXT_KEYS)) {
        lua_pushboolean(L, 1);
        lua_rawseti(L, 2, OLD);
    }
    lua_settop(L, 1);
    lua_pushnil(L);  // the least key so far
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        key.place = count;
        classify(L, -1, &key);
        if (count == 0 || by_order(&key, &least) < 0) {
            least = key;
            lua_pushvalue(L, -1);
            lua_replace(L, 2);
        }
        count++;
    }
    look_at_clock(L);
    clh_charge(L, 1 + (uint64_t)count / 2);
    if (count == 0) return 1;
    lua_pushvalue(L, 2);
    keep(L, CLH_SLOT_NEXT_FIRST);
    lua_pushvalue(L, 2);
    lua_rawget(L, 1);
    return 2;
}

// The place of the key at index 2 among the keys at `keys`; when it is absent, the place after
// which it would stand, as -1 - place.
static lua_Integer place_of(lua_State *L, int keys) {
    sort_key wanted = {.place = 0}, probe = {.place = 0};
    lua_rawgeti(L, keys, PLACE);
    lua_Integer hint = lua_tointeger(L, -1);
    lua_rawgeti(L, keys, hint);
    bool same = hint > 0 && lua_rawequal(L, -1, 2);
    lua_pop(L, 2);
    if (same) return hint;
    classify(L, 2, &wanted);
    lua_Integer low = 1, high = (lua_Integer)lua_rawlen(L, keys);
    while (low <= high) {
        lua_Integer middle = low + (high - low) / 2;
        lua_rawgeti(L, keys, middle);
        classify(L, -1, &probe);
        lua_pop(L, 1);
        int order = by_order(&wanted, &probe);
        if (order == 0) return middle;
        if (order > 0) low = middle + 1;
        else high = middle - 1;
    }
    return -low;
}

// Pushes the keys of the walk over the table at index 1 that the key at index 2 belongs to, and
// returns its place; negative when the key is in no walk.
static lua_Integer push_walk(lua_State *L) {
    bool known = push_kept_value(L, CLH_SLOT_NEXT_KEYS);
    int kept = lua_gettop(L);
    if (known) {
        bool old = lua_rawgeti(L, kept, OLD) != LUA_TNIL;
        lua_pop(L, 1);
        lua_Integer place = old ? -1 : place_of(L, kept);
        if (place > 0) return place;
    }
    push_keys(L, 1, count_keys(L, 1));
    lua_Integer place = place_of(L, kept + 1);
    if (place < 0 && known && place_of(L, kept) > 0) {
        // The key was removed during a walk, which goes on along the keys that it has.
        lua_settop(L, kept);
        lua_pushnil(L);
        lua_rawseti(L, kept, OLD);
        return place_of(L, kept);
    }
    if (place < 0) {
        // Or it was removed before its walk had keys: then the next one stands where it would.
        if (!push_kept_value(L, CLH_SLOT_NEXT_FIRST)) return -1;
        lua_pop(L, 1);
        place = -1 - place;
    }
    lua_pushvalue(L, kept + 1);
    keep(L, CLH_SLOT_NEXT_KEYS);
    return place;
}

static int next(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    clh_charge(L, 1);
    if (lua_isnil(L, 2)) return first_key(L);
    // A float that is a whole number names the same key as the integer.
    int exact;
    lua_Integer whole = lua_tointegerx(L, 2, &exact);
    if (exact && lua_type(L, 2) == LUA_TNUMBER && !lua_isinteger(L, 2)) {
        lua_pushinteger(L, whole);
        lua_replace(L, 2);
    }
    // Such a key has no place, and is told of with its table.
    if (!has_order(L, 2) && lua_rawget(L, 1) == LUA_TNIL)
        return luaL_error(L, "invalid key to 'next'");
    lua_Integer place = push_walk(L);
    if (place < 0) return luaL_error(L, "invalid key to 'next'");
    int keys = lua_gettop(L);
    place = push_after(L, 1, keys, place);
    if (!place) return 1;
    lua_pushinteger(L, place);
    lua_rawseti(L, keys, PLACE);
    return 2;
}

void clh_open_order(lua_State *L) {
    static const luaL_Reg functions[] = {{"pairs", pairs}, {"next", next}, {NULL, NULL}};
    luaL_setfuncs(L, functions, 0);
}
#endif
