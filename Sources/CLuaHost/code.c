// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// What a program's files were compiled to, so that later runs need not compile them again. It is
// made by this process from the very same source, and never leaves it: no code of this kind is
// taken from a file or from a plugin.
#ifdef COMMITTEE_SCRIPTING
#include <pthread.h>
#include <stdlib.h>

#include "internal.h"

// One compiled file. It does not change and is not freed before the whole.
typedef struct entry {
    struct entry *next;
    char *name;
    uint8_t *source;
    size_t source_length;
    bool has_concat;
    clh_buffer code;
} entry;

struct clh_code {
    atomic_int references;
    pthread_mutex_t mutex;
    entry *entries;
};

clh_code *clh_code_new(void) {
    clh_code *code = calloc(1, sizeof(clh_code));
    if (!code) return NULL;
    atomic_init(&code->references, 1);
    pthread_mutex_init(&code->mutex, NULL);
    return code;
}

void clh_code_retain(clh_code *code) {
    atomic_fetch_add_explicit(&code->references, 1, memory_order_relaxed);
}

static void free_entry(entry *entry) {
    clh_buffer_free(&entry->code);
    free(entry->source);
    free(entry->name);
    free(entry);
}

void clh_code_release(clh_code *code) {
    if (!code || atomic_fetch_sub_explicit(&code->references, 1, memory_order_acq_rel) > 1) return;
    while (code->entries) {
        entry *next = code->entries->next;
        free_entry(code->entries);
        code->entries = next;
    }
    pthread_mutex_destroy(&code->mutex);
    free(code);
}

static bool is_of(const entry *entry, const clh_file *file) {
    return entry->source_length == file->length && strcmp(entry->name, file->name) == 0
        && memcmp(entry->source, file->bytes, file->length) == 0;
}

// What the file was compiled to, when it has been compiled as it is now.
const clh_buffer *clh_code_find(clh_code *code, const clh_file *file, bool *has_concat) {
    if (!code) return NULL;
    pthread_mutex_lock(&code->mutex);
    const entry *found = code->entries;
    while (found && !is_of(found, file)) found = found->next;
    pthread_mutex_unlock(&code->mutex);
    if (!found) return NULL;
    *has_concat = found->has_concat;
    return &found->code;
}

static int write_code(lua_State *L, const void *bytes, size_t length, void *buffer) {
    (void)L;
    return !clh_buffer_append(buffer, bytes, length);
}

// Keeps the compiled file at the top of the stack. Without memory for it, it is compiled again the
// next time.
void clh_code_keep(lua_State *L, clh_code *code, const clh_file *file) {
    bool has_concat;
    if (!code || clh_code_find(code, file, &has_concat)) return;
    entry *fresh = calloc(1, sizeof(entry));
    if (!fresh) return;
    fresh->name = strdup(file->name);
    fresh->source = malloc(file->length ? file->length : 1);
    fresh->source_length = file->length;
    // Not stripped: an error needs its line and the names of variables.
    if (!fresh->name || !fresh->source || lua_dump(L, write_code, &fresh->code, 0) != 0) {
        free_entry(fresh);
        return;
    }
    memcpy(fresh->source, file->bytes, file->length);
    fresh->has_concat = clh_has_concat((const char *)file->bytes, file->length);
    pthread_mutex_lock(&code->mutex);
    fresh->next = code->entries;
    code->entries = fresh;
    pthread_mutex_unlock(&code->mutex);
}
#endif
