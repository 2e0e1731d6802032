// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Lua's memory: counted, capped, and freed as a whole. A refused allocation ends the run, so that
// Lua never sees one and never runs an emergency collection.
//
// Small blocks come from chunks, by size, without headers: Lua says the size of what it gives back.
// Large blocks are the system's own, in a list. What counts against the limit is what was taken
// from the system, so that a run holds no more than its limit.
#ifdef COMMITTEE_SCRIPTING
#include <stdlib.h>

#include "internal.h"

// Under AddressSanitizer every block is the system's own, so that each wrong access is seen.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EVERY_BLOCK_IS_LARGE 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define EVERY_BLOCK_IS_LARGE 1
#endif
#ifndef EVERY_BLOCK_IS_LARGE
#define EVERY_BLOCK_IS_LARGE 0
#endif

enum {
    STEP = 16,                 // bytes between two classes of small blocks
    FIRST_CHUNK = 8 * 1024,
    LEAST_CHUNK = 1024,
    LARGEST_CHUNK = 256 * 1024,
    SYSTEM_OVERHEAD = 16,      // what malloc adds to a block
    CLOCK_EVERY = 256 * 1024,  // bytes between two looks at the clock
    FREES_EVERY = 4096,        // blocks given back between two looks at the clock
    EVER_FACTOR = 256,         // bytes ever allocated, as a multiple of the memory limit
    NODE_SIZE = 24,            // one slot of a table's hash part in Lua 5.4
    MAX_NODES = 32768,
};

_Static_assert(CLH_SMALL_CLASSES * STEP < 720, "the stack of a coroutine is a large block");

static bool is_small(size_t size) {
    return !EVERY_BLOCK_IS_LARGE && size <= CLH_SMALL_CLASSES * STEP;
}
static size_t class_of(size_t size) { return (size + STEP - 1) / STEP - 1; }
static size_t size_of(size_t class) { return (class + 1) * STEP; }

// True when a new block of this size can only be a hash part that is too large. Lua allocates a
// hash part at once, a power of two of nodes, and every key has to be hashed again into it.
static bool is_large_hash(size_t kind, size_t size) {
    if (kind != 0 || size % NODE_SIZE != 0) return false;
    size_t nodes = size / NODE_SIZE;
    return nodes > MAX_NODES && (nodes & (nodes - 1)) == 0;
}

// ---- What the system gives ----

_Noreturn void clh_over_memory(clh_host *host) {
    clh_kill(
        host, CLH_REASON_MEMORY, "the run needs more than its %llu bytes of memory",
        (unsigned long long)host->limits.memory);
}

bool clh_hold(clh_host *host, size_t bytes) {
    if (bytes > host->limits.memory || host->held > host->limits.memory - bytes) return false;
    host->held += bytes;
    if (host->held > host->outcome->memory_peak) host->outcome->memory_peak = host->held;
    return true;
}

void clh_let_go(clh_host *host, size_t bytes) { host->held -= bytes; }

void clh_hold_values(clh_host *host, size_t values, size_t each, size_t bytes) {
    if (!clh_hold(host, values * each + bytes)) clh_over_memory(host);
}

// Takes so many bytes from the limit; false when they do not fit and Lua is not running yet.
static bool take(clh_host *host, size_t bytes) {
    if (clh_hold(host, bytes)) return true;
    if (host->armed) clh_over_memory(host);
    return false;
}

static void *no_memory(clh_host *host) {
    if (host->armed)
        clh_kill(host, CLH_REASON_MEMORY, "the computer has no memory left for the run");
    return NULL;
}

// Counts what Lua asks for, whatever becomes of it.
static bool admit(clh_host *host, size_t more) {
    host->ever += more;
    host->since_clock += more;
    if (!host->armed) return true;
    if (host->ever > host->limits.memory * EVER_FACTOR)
        clh_kill(
            host, CLH_REASON_MEMORY, "the run used up %d times its %llu bytes of memory",
            EVER_FACTOR, (unsigned long long)host->limits.memory);
    if (host->since_clock > CLOCK_EVERY) {
        host->since_clock = 0;
        clh_check_clock(host);
    }
    return true;
}

// ---- Small blocks ----

// Cuts a small block off a larger one that is free, when the limit allows no new chunk.
static void *cut_block(clh_host *host, size_t class) {
    for (size_t other = CLH_SMALL_CLASSES - 1; other > class; other--) {
        clh_free_block *block = host->free[other];
        if (!block) continue;
        host->free[other] = block->next;
        clh_free_block *rest = (clh_free_block *)((char *)block + size_of(class));
        size_t rest_class = other - class - 1;
        rest->next = host->free[rest_class];
        host->free[rest_class] = rest;
        return block;
    }
    return NULL;
}

static void *new_chunk(clh_host *host, size_t class) {
    size_t size = host->held / 8 / LEAST_CHUNK * LEAST_CHUNK;
    if (!host->chunks) size = FIRST_CHUNK;
    if (size < LEAST_CHUNK) size = LEAST_CHUNK;
    if (size > LARGEST_CHUNK) size = LARGEST_CHUNK;
    // Near the limit the last bytes come in small chunks.
    while (size > LEAST_CHUNK && host->held + size > host->limits.memory) size /= 2;
    if (host->held + size > host->limits.memory) {
        void *cut = cut_block(host, class);
        if (cut) return cut;
    }
    // What is left of the chunk before goes to the free blocks.
    while (host->chunk_left >= STEP) {
        size_t most = host->chunk_left / STEP - 1;
        if (most >= CLH_SMALL_CLASSES) most = CLH_SMALL_CLASSES - 1;
        clh_free_block *block = (clh_free_block *)host->chunk_at;
        block->next = host->free[most];
        host->free[most] = block;
        host->chunk_at += size_of(most);
        host->chunk_left -= size_of(most);
    }
    if (!take(host, size)) return NULL;
    clh_chunk *chunk = malloc(size - SYSTEM_OVERHEAD);
    if (!chunk) {
        clh_let_go(host, size);
        return no_memory(host);
    }
    chunk->next = host->chunks;
    host->chunks = chunk;
    host->chunk_at = (char *)chunk + STEP;
    host->chunk_left = size - SYSTEM_OVERHEAD - STEP;
    void *block = host->chunk_at;
    host->chunk_at += size_of(class);
    host->chunk_left -= size_of(class);
    return block;
}

static void *new_small(clh_host *host, size_t size) {
    size_t class = class_of(size);
    clh_free_block *block = host->free[class];
    if (block) {
        host->free[class] = block->next;
    } else if (host->chunk_left >= size_of(class)) {
        block = (clh_free_block *)host->chunk_at;
        host->chunk_at += size_of(class);
        host->chunk_left -= size_of(class);
    } else {
        block = new_chunk(host, class);
        if (!block) return NULL;
    }
    host->live += size_of(class);
    return block;
}

static void free_small(clh_host *host, void *pointer, size_t size) {
    size_t class = class_of(size);
    clh_free_block *block = pointer;
    block->next = host->free[class];
    host->free[class] = block;
    host->live -= size_of(class);
}

// ---- Large blocks ----

static size_t whole_size(size_t size) { return size + sizeof(clh_block) + SYSTEM_OVERHEAD; }

static void *new_large(clh_host *host, size_t kind, size_t size) {
    if (!take(host, whole_size(size))) return NULL;
    clh_block *block = malloc(sizeof(clh_block) + size);
    if (!block) {
        clh_let_go(host, whole_size(size));
        return no_memory(host);
    }
    block->size = size;
    // Lua allocates the stack of a thread straight after the thread itself.
    block->is_stack = host->stack_next;
    if (kind == 0) host->newest = block;
    block->next = host->blocks.next;
    block->previous = &host->blocks;
    block->next->previous = block;
    host->blocks.next = block;
    host->live += size;
    return block + 1;
}

// A stack grows as a new block, straight before its old one is freed; so the mark moves on.
static void follow_stack(clh_host *host, const clh_block *old) {
    clh_block *newest = host->newest;
    if (!old->is_stack || !newest) return;
    newest->is_stack = true;
    clh_stack_moved(host);
    if (newest->size > host->limits.stack && host->armed)
        clh_kill(host, CLH_REASON_STACK, CLH_TOO_DEEP);
}

static void free_large(clh_host *host, void *pointer) {
    clh_block *block = (clh_block *)pointer - 1;
    follow_stack(host, block);
    block->previous->next = block->next;
    block->next->previous = block->previous;
    clh_let_go(host, whole_size(block->size));
    host->live -= block->size;
    free(block);
}

// While it grows, a block may stand in memory twice.
static void *resize_large(clh_host *host, void *pointer, size_t new_size) {
    clh_block *block = (clh_block *)pointer - 1;
    clh_block *previous = block->previous, *next = block->next;
    size_t before = block->size;
    if (new_size > before && !take(host, whole_size(new_size))) return NULL;
    clh_block *moved = realloc(block, sizeof(clh_block) + new_size);
    if (!moved) {
        if (new_size <= before) return pointer;
        clh_let_go(host, whole_size(new_size));
        return no_memory(host);
    }
    clh_let_go(host, new_size > before ? whole_size(before) : before - new_size);
    previous->next = moved;
    next->previous = moved;
    moved->size = new_size;
    host->live = host->live - before + new_size;
    return moved + 1;
}

// ---- What Lua calls ----

static void *new_block(clh_host *host, size_t kind, size_t size) {
    // In a collection only a stack is made anew, to be smaller, and Lua does without.
    if (host->collecting) return NULL;
    host->newest = NULL;
    host->blocks_since_move++;
    if (host->armed) {
        if (kind == LUA_TSTRING && size > host->limits.string)
            clh_kill(
                host, CLH_REASON_STRING, "a text of more than %llu bytes",
                (unsigned long long)host->limits.string);
        if (kind == LUA_TSTRING && size > CLH_LONG_TEXT) clh_note_text(host, size);
        if (is_large_hash(kind, size) && !host->any_hash)
            clh_kill(host, CLH_REASON_TABLE, "a table with more than %d keys", MAX_NODES);
    }
    if (!admit(host, size)) return NULL;
    void *block = is_small(size) ? new_small(host, size) : new_large(host, kind, size);
    host->stack_next = kind == LUA_TTHREAD;
    return block;
}

static void free_block(clh_host *host, void *pointer, size_t size) {
    if (is_small(size)) free_small(host, pointer, size);
    else free_large(host, pointer);
    host->newest = NULL;
    // A collection gives back one block after the other: the only place to stop it.
    if (++host->frees >= FREES_EVERY) {
        host->frees = 0;
        if (host->armed) clh_check_clock(host);
    }
}

void *clh_allocate(void *context, void *pointer, size_t old_size, size_t new_size) {
    clh_host *host = context;
    if (!pointer) return new_size ? new_block(host, old_size, new_size) : NULL;
    if (new_size == 0) {
        free_block(host, pointer, old_size);
        return NULL;
    }
    host->newest = NULL;
    if (new_size > old_size && !admit(host, new_size - old_size)) return NULL;
    if (is_small(old_size) && is_small(new_size) && class_of(old_size) == class_of(new_size))
        return pointer;
    if (!is_small(old_size) && !is_small(new_size)) return resize_large(host, pointer, new_size);
    void *moved = is_small(new_size) ? new_small(host, new_size) : new_large(host, 1, new_size);
    if (!moved) return NULL;
    memcpy(moved, pointer, old_size < new_size ? old_size : new_size);
    free_block(host, pointer, old_size);
    return moved;
}

void clh_free_blocks(clh_host *host) {
    clh_block *block = host->blocks.next;
    while (block != &host->blocks) {
        clh_block *next = block->next;
        free(block);
        block = next;
    }
    host->blocks.next = host->blocks.previous = &host->blocks;
    while (host->chunks) {
        clh_chunk *next = host->chunks->next;
        free(host->chunks);
        host->chunks = next;
    }
}

// ---- Buffers ----

// What is added to a buffer of a run counts against the run's memory; growing moves, so that for a
// moment both are held.
bool clh_buffer_reserve(clh_buffer *buffer, size_t more) {
    if (buffer->capacity - buffer->length >= more) return true;
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity - buffer->length < more) {
        if (capacity > SIZE_MAX / 2) return false;
        capacity += capacity < 1 << 20 ? capacity : capacity / 2;
    }
    if (buffer->host && !clh_hold(buffer->host, capacity)) return false;
    uint8_t *data = realloc(buffer->data, capacity);
    if (buffer->host) clh_let_go(buffer->host, data ? buffer->capacity : capacity);
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
    *buffer = (clh_buffer){.host = buffer->host};
}
#endif
