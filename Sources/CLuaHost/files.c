// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The plugin's own files: compiled as text, and found by `require` and in no other place.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

// Ends the run: a plugin with a broken file is not run at all, so nothing may catch this.
static _Noreturn void broken_file(lua_State *L, const clh_file *file, const char *text) {
    char message[512], placed[640];
    size_t length = strlen(file->name);
    int line = 1;
    if (strncmp(text, file->name, length) == 0 && text[length] == ':') {
        char *rest;
        line = (int)strtol(text + length + 1, &rest, 10);
        text = *rest == ':' ? rest + 2 : rest;
    }
    if (strstr(text, "stack overflow")) text = "expressions or blocks are nested too deeply";
    snprintf(message, sizeof message, "%s", text);
    clh_explain_syntax(file, line, message, sizeof message);
    snprintf(placed, sizeof placed, "%s:%d: %s", file->name, line, message);
    clh_kill_at(clh_host_of(L), CLH_REASON_SYNTAX, placed);
}

static const clh_file *find_file(const clh_request *request, const char *name) {
    for (size_t i = 0; i < request->file_count; i++)
        if (strcmp(request->files[i].name, name) == 0) return &request->files[i];
    return NULL;
}

static void check_source(lua_State *L, const clh_file *file) {
    char text[200];
    if (file->length > CLH_SOURCE_LIMIT) {
        snprintf(
            text, sizeof text, "the file is longer than %d bytes; split it", CLH_SOURCE_LIMIT);
        broken_file(L, file, text);
    }
    if (file->length && memchr(file->bytes, 0, file->length))
        broken_file(L, file, "the file holds a NUL byte; it must be text");
    int line;
    const char *problem = clh_check_text((const char *)file->bytes, file->length, &line);
    if (!problem) return;
    snprintf(text, sizeof text, "%s:%d: %s", file->name, line, problem);
    broken_file(L, file, text);
}

// Pushes the compiled file; false when the plugin has no such file. The cost is the same whether
// it was compiled before or not.
bool clh_load_file(lua_State *L, const char *name) {
    const clh_request *request = clh_host_of(L)->request;
    const clh_file *file = find_file(request, name);
    if (!file) return false;
    clh_charge(L, file->length);
    char chunk[72];
    snprintf(chunk, sizeof chunk, "=%s", name);
    bool has_concat = false;
    const clh_buffer *known = clh_code_find(request->code, file, &has_concat);
    if (!known) has_concat = clh_has_concat((const char *)file->bytes, file->length);
    if (has_concat) clh_offer_concat(L);
    if (known) {
        const char *code = (const char *)known->data;
        if (luaL_loadbufferx(L, code, known->length, chunk, "b") != LUA_OK)
            clh_kill(clh_host_of(L), CLH_REASON_HOST, "a compiled file cannot be read again");
    } else {
        check_source(L, file);
        const char *source = file->length ? (const char *)file->bytes : "";
        size_t length = file->length;
        // Editors of Windows put the mark before a text; it is no part of it.
        if (length >= 3 && memcmp(source, CLH_BYTE_ORDER_MARK, 3) == 0) source += 3, length -= 3;
        int top = lua_gettop(L);
        const char *asking = clh_ask_of_days(L, source, length);
        if (!asking || luaL_loadbufferx(L, asking, length, chunk, "t") != LUA_OK) {
            lua_settop(L, top);
            if (luaL_loadbufferx(L, source, length, chunk, "t") != LUA_OK)
                broken_file(L, file, lua_tostring(L, -1));
        } else {
            lua_remove(L, -2);
        }
        clh_code_keep(L, request->code, file);
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_ENVIRONMENT);
    lua_setupvalue(L, -2, 1);
    return true;
}

// `require "a.b"` runs lib/a/b.lua once. A module that is being loaded is marked with false.
int clh_require(lua_State *L) {
    size_t length;
    const char *name = luaL_checklstring(L, 1, &length);
    lua_settop(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_MODULES);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, 2) == LUA_TBOOLEAN && !lua_toboolean(L, -1))
        return luaL_error(L, "module '%s' requires itself", name);
    if (!lua_isnil(L, -1)) return 1;
    lua_pop(L, 1);
    char path[64];
    if (length > 48) return luaL_error(L, "a module's name has at most 48 bytes");
    snprintf(path, sizeof path, "lib/%s.lua", name);
    for (char *c = path + 4; c < path + 4 + length; c++)
        if (*c == '.') *c = '/';
    if (!clh_load_file(L, path))
        return luaL_error(L, "module '%s' is not in this plugin: it has no '%s'", name, path);
    lua_pushvalue(L, 1);
    lua_pushboolean(L, 0);
    lua_rawset(L, 2);
    lua_pushvalue(L, 1);
    lua_call(L, 1, 1);
    if (lua_isnil(L, -1) || (lua_isboolean(L, -1) && !lua_toboolean(L, -1))) {
        lua_pop(L, 1);
        lua_pushboolean(L, 1);
    }
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, 2);
    return 1;
}
#endif
