// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The texts of a column, while an edition is built. A column that says few different things is
// coded: each thing is kept once. Most columns of a plan are of that sort, and many say one thing
// only.
#ifdef COMMITTEE_SCRIPTING
#include <stdlib.h>

#include "internal.h"

enum { FEW = 64, MOST_CODES = 65536 };

struct clh_texts {
    clh_buffer all;
    clh_span *spans;         // the different texts while coded, else one for each place
    size_t span_count, span_room;
    uint32_t *codes;
    size_t count, code_room;
    uint32_t *slots;  // code + 1 by the text's hash; 0: free
    size_t slot_count;
    uint32_t last;
    bool coded, failed, encoded;
};

clh_texts *clh_texts_new(clh_column_kind kind) {
    clh_texts *texts = calloc(1, sizeof(clh_texts));
    if (!texts) return NULL;
    texts->coded = true;
    texts->encoded = kind == CLH_PLAIN;
    return texts;
}

void clh_texts_free(clh_texts *texts) {
    if (!texts) return;
    free(texts->spans);
    free(texts->codes);
    free(texts->slots);
    clh_buffer_free(&texts->all);
    free(texts);
}

static bool is_same(
    const clh_texts *texts, const clh_span *span, const uint8_t *bytes, size_t length) {
    if (!bytes) return span->length == UINT32_MAX;
    return span->length == length
        && memcmp(texts->all.data + span->start, bytes, length) == 0;
}

static uint64_t hash_of(const uint8_t *bytes, size_t length) {
    uint64_t hash = 0x9E3779B97F4A7C15u ^ length;
    if (!bytes) return ~hash;
    for (; length >= 8; bytes += 8, length -= 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        hash = (hash ^ word) * 0xFF51AFD7ED558CCDu;
        hash ^= hash >> 32;
    }
    for (; length; bytes++, length--) hash = (hash ^ *bytes) * 0x100000001B3u;
    return hash ^ hash >> 29;
}

// Makes room for one more item of an array that grows.
static bool grow(void *items, size_t count, size_t *room, size_t size) {
    if (count < *room) return true;
    char *array;
    memcpy(&array, items, sizeof array);
    size_t wanted = *room ? *room * 2 : FEW;
    char *grown = realloc(array, wanted * size);
    if (!grown) return false;
    memcpy(items, &grown, sizeof grown);
    *room = wanted;
    return true;
}

static bool grow_slots(clh_texts *texts) {
    if (texts->span_count * 2 < texts->slot_count) return true;
    size_t wanted = texts->slot_count ? texts->slot_count * 4 : 4 * FEW;
    uint32_t *slots = calloc(wanted, sizeof(uint32_t));
    if (!slots) return false;
    for (size_t code = 0; code < texts->span_count; code++) {
        const clh_span *span = &texts->spans[code];
        const uint8_t *bytes =
            span->length == UINT32_MAX ? NULL : texts->all.data + span->start;
        size_t at = hash_of(bytes, span->length) & (wanted - 1);
        while (slots[at]) at = (at + 1) & (wanted - 1);
        slots[at] = (uint32_t)code + 1;
    }
    free(texts->slots);
    texts->slots = slots;
    texts->slot_count = wanted;
    return true;
}

// Adds a span for a text.
static bool add_span(clh_texts *texts, const uint8_t *bytes, size_t length) {
    if (!grow(&texts->spans, texts->span_count, &texts->span_room, sizeof(clh_span))) return false;
    clh_span *span = &texts->spans[texts->span_count];
    *span = (clh_span){0, UINT32_MAX};
    if (bytes) {
        clh_buffer *all = &texts->all;
        if (all->length + length >= UINT32_MAX || !clh_buffer_append(all, bytes, length))
            return false;
        *span = (clh_span){(uint32_t)(all->length - length), (uint32_t)length};
    }
    texts->span_count++;
    return true;
}

// Gives every place its own span, once coding does not pay.
static bool stop_coding(clh_texts *texts) {
    size_t room = texts->count * 2 + FEW;
    clh_span *spans = malloc(room * sizeof(clh_span));
    if (!spans) return false;
    for (size_t i = 0; i < texts->count; i++) spans[i] = texts->spans[texts->codes[i]];
    free(texts->spans);
    texts->spans = spans;
    texts->span_count = texts->count;
    texts->span_room = room;
    texts->coded = false;
    return true;
}

static bool add_code(clh_texts *texts, uint32_t code) {
    if (!grow(&texts->codes, texts->count, &texts->code_room, sizeof(uint32_t))) return false;
    texts->codes[texts->count++] = code;
    texts->last = code;
    return true;
}

static bool add_coded(clh_texts *texts, const uint8_t *bytes, size_t length) {
    if (texts->count && is_same(texts, &texts->spans[texts->last], bytes, length))
        return add_code(texts, texts->last);
    if (!grow_slots(texts)) return false;
    size_t at = hash_of(bytes, bytes ? length : UINT32_MAX) & (texts->slot_count - 1);
    for (; texts->slots[at]; at = (at + 1) & (texts->slot_count - 1)) {
        uint32_t code = texts->slots[at] - 1;
        if (is_same(texts, &texts->spans[code], bytes, length)) return add_code(texts, code);
    }
    if (!add_span(texts, bytes, length)) return false;
    texts->slots[at] = (uint32_t)texts->span_count;
    if (!add_code(texts, (uint32_t)texts->span_count - 1)) return false;
    bool pays = texts->span_count <= FEW
        || (texts->span_count <= MOST_CODES && texts->span_count < texts->count / 2);
    return pays || stop_coding(texts);
}

// Adds a text without the NUL bytes that it holds, which no text in Lua may have.
static void add_without_nul(clh_texts *texts, const uint8_t *bytes, size_t length) {
    uint8_t *kept = malloc(length);
    size_t count = 0;
    if (!kept) {
        texts->failed = true;
        return;
    }
    for (size_t i = 0; i < length; i++)
        if (bytes[i]) kept[count++] = bytes[i];
    clh_texts_add(texts, kept, count);
    free(kept);
}

void clh_texts_add(clh_texts *texts, const uint8_t *bytes, size_t length) {
    if (texts->failed) return;
    if (!texts->encoded && bytes && length && memchr(bytes, 0, length)) {
        add_without_nul(texts, bytes, length);
        return;
    }
    if (texts->coded) {
        texts->failed = !add_coded(texts, bytes, length);
    } else {
        texts->failed = !add_span(texts, bytes, length);
        texts->count++;
    }
}

int clh_edition_add_texts(
    clh_edition *edition, int type, const char *name, clh_column_kind kind,
    const uint32_t *offsets, size_t offset_count, clh_texts *texts) {
    if (texts->failed) return 0;
    int added;
    if (texts->coded && texts->span_count) {
        added = clh_edition_add_coded(
            edition, type, name, kind, offsets, offset_count, texts->codes, texts->count,
            texts->spans, texts->span_count, NULL, 0);
    } else if (offsets) {
        added = clh_edition_add_text_lists(
            edition, type, name, offsets, offset_count, texts->spans, texts->span_count, NULL, 0);
    } else {
        added = clh_edition_add_spans(
            edition, type, name, kind, texts->spans, texts->span_count, NULL, 0);
    }
    return added && clh_edition_take_texts(edition, type, &texts->all);
}
#endif
