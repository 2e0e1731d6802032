// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Host objects such as doc, out and ctx: fields given as values, and functions answered by Swift.
// Swift has always returned before anything is pushed or raised.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

void clh_reply_value(clh_reply *reply, const uint8_t *bytes, size_t length) {
    reply->buffer.length = 0;
    reply->refused = false;
    if (length > reply->limit || !clh_buffer_append(&reply->buffer, bytes, length))
        reply->failed = true;
}

void clh_reply_refuse(clh_reply *reply, const uint8_t *text, size_t length) {
    reply->buffer.length = 0;
    reply->refused = true;
    if (length > 4096) length = 4096;
    if (!clh_buffer_append(&reply->buffer, text, length)) reply->failed = true;
}

static uint64_t handle_of(lua_Integer object) {
    return clh_handle(CLH_OBJECT, 0, 0, 0, (uint32_t)object);
}

// Encodes the arguments from `first` on as one list into the host's buffer.
static void encode_arguments(lua_State *L, clh_host *host, int first) {
    int count = lua_gettop(L) - first + 1;
    if (count < 0) count = 0;
    host->arguments.length = 0;
    clh_put_byte(host, &host->arguments, CLH_VALUE_LIST);
    clh_put_u32(host, &host->arguments, (uint32_t)count);
    for (int i = 0; i < count; i++) {
        char root[32];
        snprintf(root, sizeof root, count == 1 ? "the argument" : "argument %d", i + 1);
        if (!clh_encode(L, first + i, &host->arguments, 0, root))
            luaL_error(L, "%s", host->problem);
    }
    if (host->arguments.length > host->limits.output - host->output_used)
        clh_over_output(host, host->arguments.length);
    host->output_used += host->arguments.length;
    host->pieces++;
}

// The two upvalues of a function of a host object: the object, and the function's place in it.
static const clh_object *owner_of(lua_State *L) {
    return &clh_host_of(L)->request->objects[lua_tointeger(L, lua_upvalueindex(1))];
}

int clh_owner_flags(lua_State *L) { return owner_of(L)->flags; }

bool clh_is_called_on_owner(lua_State *L) {
    return (uint64_t)(uintptr_t)lua_touserdata(L, 1)
        == handle_of(lua_tointeger(L, lua_upvalueindex(1)));
}

// What Swift answers to a function of a writer is text for the output, not for Lua.
static int put_reply(lua_State *L, const clh_reply *reply) {
    const uint8_t *bytes = reply->buffer.data;
    uint32_t length;
    if (reply->buffer.length < 5 || bytes[0] != CLH_VALUE_STRING)
        return luaL_error(L, "a writer answers with a text");
    memcpy(&length, bytes + 1, 4);
    if (length != reply->buffer.length - 5) return luaL_error(L, "a writer answers with a text");
    clh_put_output(clh_host_of(L), bytes + 5, length);
    return 0;
}

int clh_call_host(lua_State *L) {
    clh_host *host = clh_host_of(L);
    const clh_object *owner = owner_of(L);
    const char *name = owner->functions[lua_tointeger(L, lua_upvalueindex(2))];
    int first = 1;
    if (owner->flags & CLH_OBJECT_METHODS) {
        first = 2;
        if (!clh_is_called_on_owner(L))
            return luaL_error(
                L, "call it with a colon: %s:%s(…)", owner->name, strrchr(name, '.') + 1);
    }
    clh_charge(L, 16);
    // A function by which is grouped or counted is asked here: Swift gets what it gave.
    if ((owner->flags & CLH_OBJECT_CONTEXT) && lua_isfunction(L, 2)
        && (strcmp(name, "ctx.group") == 0 || strcmp(name, "ctx.count") == 0))
        clh_map_keys(L);
    size_t before = host->nodes;
    encode_arguments(L, host, first);
    // What is given to a writer stays in what it writes.
    if (!(owner->flags & CLH_OBJECT_CONTEXT))
        clh_hold_values(
            host, host->nodes - before, CLH_WRITTEN_VALUE, host->arguments.length);
    clh_charge(L, host->arguments.length / 16);
    clh_reply *reply = &host->reply;
    reply->buffer.length = 0;
    reply->refused = reply->failed = false;
    reply->limit = host->limits.memory;
    if (!host->request->host) return luaL_error(L, "%s has no host in this run", name);
    host->request->host(
        host->request->context, name, host->arguments.data, host->arguments.length, reply);
    // From here on no Swift frame stands on the stack.
    clh_check_clock(host);
    if (reply->failed)
        clh_kill(host, CLH_REASON_MEMORY, "the answer of %s does not fit in memory", name);
    const char *bytes = (const char *)reply->buffer.data;
    if (reply->refused) {
        luaL_where(L, 1);
        lua_pushlstring(L, bytes ? bytes : "", reply->buffer.length);
        lua_concat(L, 2);
        return lua_error(L);
    }
    if (reply->buffer.length == 0) return 0;
    clh_charge(L, reply->buffer.length / 16);
    if (owner->flags & CLH_OBJECT_WRITER) return put_reply(L, reply);
    clh_push_value(L, reply->buffer.data, reply->buffer.length);
    return 1;
}

int clh_object_index(lua_State *L, uint32_t object) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_OBJECTS);
    lua_rawgeti(L, -1, (lua_Integer)object + 1);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, -2) != LUA_TNIL) return 1;
    const char *owner = clh_host_of(L)->request->objects[object].name;
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    char buffer[64];
    const char *close = clh_closest(L, -2, name, buffer, sizeof buffer);
    if (close)
        return luaL_error(L, "'%s' is not part of %s; did you mean '%s'?", name, owner, close);
    return luaL_error(L, "'%s' is not part of %s", name, owner);
}

static lua_CFunction answer_to(const clh_object *object, const char *function) {
    if (object->flags & CLH_OBJECT_WRITER) {
        if (strcmp(function, "write") == 0) return clh_write_text;
        if (strcmp(function, "row") == 0) return clh_write_row;
    }
    return clh_call_host;
}

void clh_open_objects(lua_State *L) {
    const clh_request *request = clh_host_of(L)->request;
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_OBJECTS);
    for (size_t o = 0; o < request->object_count; o++) {
        const clh_object *object = &request->objects[o];
        if (object->fields_length) clh_push_value(L, object->fields, object->fields_length);
        else lua_newtable(L);
        if (!lua_istable(L, -1)) luaL_error(L, "the fields of %s are not a map", object->name);
        for (size_t f = 0; f < object->function_count; f++) {
            lua_pushinteger(L, (lua_Integer)o);
            lua_pushinteger(L, (lua_Integer)f);
            const char *name = strrchr(object->functions[f], '.') + 1;
            lua_pushcclosure(L, answer_to(object, name), 2);
            lua_setfield(L, -2, name);
        }
        if (object->flags & CLH_OBJECT_CONTEXT) clh_add_context(L);
        lua_rawseti(L, -2, (lua_Integer)o + 1);
    }
    lua_pop(L, 1);
}
#endif
