// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Texts that are put together piece by piece. Growth is refused at the limit of one text before
// the memory is asked for, and paid for by the byte.
#ifdef COMMITTEE_SCRIPTING
#include "library.h"

void clh_text_start(clh_text *text, lua_State *L) {
    text->owed = 0;
    luaL_buffinit(L, &text->buffer);
}

// The first block beside the C stack is at least this long, so that growing is rare.
enum { FIRST_BLOCK = 4096, NODE_SIZE = 24 };

char *clh_text_grow(clh_text *text, size_t length) {
    luaL_Buffer *buffer = &text->buffer;
    lua_State *L = buffer->L;
    clh_host *host = clh_host_of(L);
    uint64_t limit = host->limits.string;
    if (length > limit || buffer->n > limit - length)
        clh_kill(
            host, CLH_REASON_STRING, "a text of more than %llu bytes", (unsigned long long)limit);
    uint64_t made = buffer->n / CLH_BYTES_A_UNIT;
    if (made > text->owed) {
        clh_charge(L, made - text->owed);
        text->owed = made;
    }
    size_t wanted = length;
    if (buffer->n + wanted < FIRST_BLOCK) wanted = FIRST_BLOCK - buffer->n;
    // The allocator knows the hash part of a table by its size, a multiple of a node's.
    if ((buffer->n + wanted) % NODE_SIZE == 0) wanted++;
    return luaL_prepbuffsize(buffer, wanted);
}

void clh_text_finish(clh_text *text) {
    lua_State *L = text->buffer.L;
    uint64_t made = text->buffer.n / CLH_BYTES_A_UNIT;
    if (made > text->owed) clh_charge(L, made - text->owed);
    luaL_pushresult(&text->buffer);
}

// The text is popped before it is copied: growing expects the buffer's own slot at the top. The
// collector is stopped but for the ticks of running Lua code, so the bytes stay where they are.
void clh_text_add_top(clh_text *text) {
    lua_State *L = text->buffer.L;
    size_t length;
    const char *bytes = lua_tolstring(L, -1, &length);
    lua_pop(L, 1);
    clh_text_add(text, bytes, length);
}
#endif
