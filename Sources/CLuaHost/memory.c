// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Lua's memory: counted, capped, and freed as a whole. A refused allocation ends the run, so that
// Lua never sees one and never runs an emergency collection.
#ifdef COMMITTEE_SCRIPTING
#include <stdlib.h>

#include "internal.h"

enum {
    CLOCK_EVERY = 256 * 1024,  // bytes between two looks at the clock
    EVER_FACTOR = 256,         // bytes ever allocated, as a multiple of the memory limit
    NODE_SIZE = 24,            // one slot of a table's hash part in Lua 5.4
    MAX_NODES = 32768,
};

// True when a new block of this size can only be a hash part that is too large. Lua allocates a
// hash part at once, a power of two of nodes, and every key has to be hashed again into it.
static bool is_large_hash(size_t kind, size_t size) {
    if (kind != 0 || size % NODE_SIZE != 0) return false;
    size_t nodes = size / NODE_SIZE;
    return nodes > MAX_NODES && (nodes & (nodes - 1)) == 0;
}

// Ends the run, or tells lua_newstate that there is no memory.
static bool admit(clh_host *host, size_t old_size, size_t new_size) {
    size_t more = new_size - old_size;
    if (new_size > host->limits.memory || host->used - old_size > host->limits.memory - new_size
        || host->ever > host->limits.memory * EVER_FACTOR) {
        if (host->armed)
            clh_kill(
                host, CLH_REASON_MEMORY, "the run needs more than its %llu bytes of memory",
                (unsigned long long)host->limits.memory);
        return false;
    }
    host->ever += more;
    host->since_clock += more;
    if (host->armed && host->since_clock > CLOCK_EVERY) {
        host->since_clock = 0;
        clh_check_clock(host);
    }
    return true;
}

static void link_block(clh_host *host, clh_block *block) {
    block->next = host->blocks.next;
    block->previous = &host->blocks;
    block->next->previous = block;
    host->blocks.next = block;
}

static void *no_memory(clh_host *host) {
    if (host->armed)
        clh_kill(host, CLH_REASON_MEMORY, "the computer has no memory left for the run");
    return NULL;
}

static void *new_block(clh_host *host, size_t kind, size_t size) {
    if (host->armed) {
        if (kind == LUA_TSTRING && size > host->limits.string)
            clh_kill(
                host, CLH_REASON_STRING, "a text of more than %llu bytes",
                (unsigned long long)host->limits.string);
        if (is_large_hash(kind, size))
            clh_kill(
                host, CLH_REASON_TABLE, "a table with more than %d keys", MAX_NODES);
    }
    if (!admit(host, 0, size)) return NULL;
    clh_block *block = malloc(sizeof(clh_block) + size);
    if (!block) return no_memory(host);
    block->size = size;
    // Lua allocates the stack of a thread straight after the thread itself.
    block->is_stack = host->stack_next;
    host->stack_next = kind == LUA_TTHREAD;
    host->newest = kind == 0 ? block : NULL;
    link_block(host, block);
    host->used += size;
    if (host->used > host->outcome->memory_peak) host->outcome->memory_peak = host->used;
    return block + 1;
}

// A stack grows as a new block, straight before its old one is freed; so the mark moves on. A
// stack that is freed with its coroutine, by a collection, only ever passes it to a smaller block.
static void follow_stack(clh_host *host, const clh_block *old) {
    clh_block *newest = host->newest;
    if (!old->is_stack || !newest || (host->collecting && newest->size >= old->size)) return;
    newest->is_stack = true;
    if (newest->size > host->limits.stack && host->armed)
        clh_kill(host, CLH_REASON_STACK, CLH_TOO_DEEP);
}

void *clh_allocate(void *context, void *pointer, size_t old_size, size_t new_size) {
    clh_host *host = context;
    if (!pointer) return new_size ? new_block(host, old_size, new_size) : NULL;
    clh_block *block = (clh_block *)pointer - 1;
    if (new_size == 0) {
        follow_stack(host, block);
        host->newest = NULL;
        block->previous->next = block->next;
        block->next->previous = block->previous;
        host->used -= block->size;
        free(block);
        return NULL;
    }
    host->newest = NULL;
    if (new_size > block->size && !admit(host, block->size, new_size)) return NULL;
    clh_block *previous = block->previous, *next = block->next;
    size_t before = block->size;
    clh_block *moved = realloc(block, sizeof(clh_block) + new_size);
    if (!moved) return new_size <= before ? pointer : no_memory(host);
    previous->next = moved;
    next->previous = moved;
    moved->size = new_size;
    host->used = host->used - before + new_size;
    if (host->used > host->outcome->memory_peak) host->outcome->memory_peak = host->used;
    return moved + 1;
}

void clh_free_blocks(clh_host *host) {
    clh_block *block = host->blocks.next;
    while (block != &host->blocks) {
        clh_block *next = block->next;
        free(block);
        block = next;
    }
    host->blocks.next = host->blocks.previous = &host->blocks;
}

bool clh_buffer_reserve(clh_buffer *buffer, size_t more) {
    if (buffer->capacity - buffer->length >= more) return true;
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity - buffer->length < more) {
        if (capacity > SIZE_MAX / 2) return false;
        capacity *= 2;
    }
    uint8_t *data = realloc(buffer->data, capacity);
    if (!data) return false;
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

bool clh_buffer_append(clh_buffer *buffer, const void *bytes, size_t length) {
    if (!clh_buffer_reserve(buffer, length)) return false;
    if (length) memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    return true;
}

void clh_buffer_free(clh_buffer *buffer) {
    free(buffer->data);
    *buffer = (clh_buffer){0};
}
#endif
