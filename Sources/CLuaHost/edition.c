// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The columns of an edition: copied in once, checked once, then only read. A column may be declared
// alone; it is then made when it is first read, since most scripts read few of many.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

clh_edition *clh_edition_new(void) {
    clh_edition *edition = calloc(1, sizeof(clh_edition));
    if (!edition) return NULL;
    atomic_init(&edition->references, 1);
    atomic_init(&edition->size, 0);
    pthread_mutex_init(&edition->lock, NULL);
    return edition;
}

void clh_edition_retain(clh_edition *edition) {
    atomic_fetch_add_explicit(&edition->references, 1, memory_order_relaxed);
}

// Takes what a column holds beside its name.
static void clear(clh_column *column) {
    free(column->values);
    free(column->offsets);
    free(column->codes);
    free(column->texts);
    column->values = column->codes = NULL;
    column->offsets = NULL;
    column->texts = NULL;
    column->count = column->span_count = column->length = 0;
    column->code_width = 0;
    column->target = -1;
    column->step = 1;
}

void clh_edition_release(clh_edition *edition) {
    if (!edition) return;
    if (atomic_fetch_sub_explicit(&edition->references, 1, memory_order_acq_rel) != 1) return;
    for (int t = 0; t < edition->type_count; t++) {
        clh_type *type = &edition->types[t];
        for (int c = 0; c < type->column_count; c++) {
            free(type->columns[c].name);
            clear(&type->columns[c]);
        }
        free(type->columns);
        free(type->name);
    }
    free(edition->types);
    if (edition->let_go) edition->let_go(edition->source);
    pthread_mutex_destroy(&edition->lock);
    free(edition);
}

static void *copy(const void *bytes, size_t length) {
    void *made = malloc(length ? length : 1);
    if (made && length) memcpy(made, bytes, length);
    return made;
}

int clh_edition_add_type(clh_edition *edition, const char *name, uint32_t rows) {
    if (edition->sealed || edition->type_count >= CLH_MAX_TYPES) return -1;
    clh_type *types =
        realloc(edition->types, sizeof(clh_type) * (size_t)(edition->type_count + 1));
    if (!types) return -1;
    edition->types = types;
    clh_type *type = &types[edition->type_count];
    *type = (clh_type){.name = strdup(name), .rows = rows, .id_column = -1};
    if (!type->name) return -1;
    return edition->type_count++;
}

// Adds a column without contents; the caller fills it. NULL when there is no room. While a declared
// column is made, it is that one.
static clh_column *add_column(
    clh_edition *edition, int type, const char *name, clh_column_kind kind) {
    clh_column *filling = edition->filling;
    if (filling) {
        if (filling->values || strcmp(filling->name, name) != 0) return NULL;
        filling->kind = kind;
        return filling;
    }
    if (edition->sealed || type < 0 || type >= edition->type_count) return NULL;
    clh_type *owner = &edition->types[type];
    if (owner->column_count >= CLH_MAX_COLUMNS) return NULL;
    clh_column *columns =
        realloc(owner->columns, sizeof(clh_column) * (size_t)(owner->column_count + 1));
    if (!columns) return NULL;
    owner->columns = columns;
    clh_column *column = &columns[owner->column_count];
    *column = (clh_column){.name = strdup(name), .kind = kind, .target = -1, .step = 1};
    if (!column->name) return NULL;
    if (strcmp(name, "id") == 0) owner->id_column = owner->column_count;
    owner->column_count++;
    return column;
}

int clh_edition_declare(clh_edition *edition, int type, const char *name) {
    clh_column *column = add_column(edition, type, name, CLH_TEXT);
    if (!column) return -1;
    atomic_init(&column->state, CLH_COLUMN_WAITS);
    return edition->types[type].column_count - 1;
}

void clh_edition_set_source(
    clh_edition *edition, void *source, clh_supply supply, void (*let_go)(void *source)) {
    edition->source = source;
    edition->supply = supply;
    edition->let_go = let_go;
}

// Copies `count` items; when all are the same, only the first.
static void *copy_values(clh_column *column, const void *values, size_t count, size_t width) {
    if (count > 1 && memcmp(values, (const char *)values + width, (count - 1) * width) == 0) {
        column->step = 0;
        return copy(values, width);
    }
    return copy(values, count * width);
}

// Copies texts; without any, they are handed over later.
static bool copy_texts(clh_column *column, const uint8_t *bytes, size_t length) {
    column->length = length;
    if (!bytes) return true;
    column->texts = copy(bytes, length);
    return column->texts != NULL;
}

bool clh_edition_take_texts(clh_edition *edition, int type, clh_buffer *texts) {
    clh_type *owner = &edition->types[type];
    clh_column *column =
        edition->filling ? edition->filling : &owner->columns[owner->column_count - 1];
    uint8_t *tight = realloc(texts->data, texts->length ? texts->length : 1);
    column->texts = tight ? tight : texts->data;
    column->length = texts->length;
    *texts = (clh_buffer){0};
    return column->texts != NULL;
}

static size_t width_of(clh_column_kind kind) {
    switch (kind) {
        case CLH_INTEGER: return sizeof(int64_t);
        case CLH_NUMBER: return sizeof(double);
        case CLH_BOOL: return 1;
        case CLH_DAY: return sizeof(int32_t);
        case CLH_REFERENCE: return sizeof(uint32_t);
        default: return 0;
    }
}

int clh_edition_add_fixed(
    clh_edition *edition, int type, const char *name, clh_column_kind kind, int target,
    const void *values, size_t count) {
    size_t width = width_of(kind);
    if (!width) return 0;
    clh_column *column = add_column(edition, type, name, kind);
    if (!column) return 0;
    column->target = target;
    column->count = count;
    column->values = copy_values(column, values, count, width);
    return column->values != NULL;
}

int clh_edition_add_spans(
    clh_edition *edition, int type, const char *name, clh_column_kind kind,
    const clh_span *spans, size_t count, const uint8_t *bytes, size_t length) {
    if (kind != CLH_TEXT && kind != CLH_PLAIN) return 0;
    clh_column *column = add_column(edition, type, name, kind);
    if (!column) return 0;
    column->count = column->span_count = count;
    column->values = copy_values(column, spans, count, sizeof(clh_span));
    return copy_texts(column, bytes, length) && column->values;
}

// Where lists begin; when all are empty, only the first.
static uint32_t *copy_offsets(clh_column *column, const uint32_t *offsets, size_t count) {
    if (count > 2 && offsets[count - 1] == 0) {
        column->step = 0;
        count = 2;
    }
    return copy(offsets, count * sizeof(uint32_t));
}

int clh_edition_add_lists(
    clh_edition *edition, int type, const char *name, int target, const uint32_t *offsets,
    size_t offset_count, const uint32_t *rows, size_t count) {
    clh_column *column = add_column(edition, type, name, CLH_RECORDS);
    if (!column || offset_count != (size_t)edition->types[type].rows + 1) return 0;
    column->target = target;
    column->count = count;
    column->offsets = copy_offsets(column, offsets, offset_count);
    column->values = copy(rows, count * sizeof(uint32_t));
    return column->offsets && column->values;
}

int clh_edition_add_text_lists(
    clh_edition *edition, int type, const char *name, const uint32_t *offsets,
    size_t offset_count, const clh_span *spans, size_t count, const uint8_t *bytes,
    size_t length) {
    clh_column *column = add_column(edition, type, name, CLH_TEXTS);
    if (!column || offset_count != (size_t)edition->types[type].rows + 1) return 0;
    column->count = column->span_count = count;
    column->offsets = copy_offsets(column, offsets, offset_count);
    column->values = copy(spans, count * sizeof(clh_span));
    return copy_texts(column, bytes, length) && column->offsets && column->values;
}

// Codes in as few bytes each as the number of spans needs.
static void *copy_codes(clh_column *column, const uint32_t *codes, size_t count) {
    column->code_width = column->span_count <= 256 ? 1 : column->span_count <= 65536 ? 2 : 4;
    uint8_t *narrow = malloc(count ? count * (size_t)column->code_width : 1);
    if (!narrow) return NULL;
    for (size_t i = 0; i < count; i++)
        memcpy(narrow + i * (size_t)column->code_width, &codes[i], (size_t)column->code_width);
    return narrow;
}

int clh_edition_add_coded(
    clh_edition *edition, int type, const char *name, clh_column_kind kind,
    const uint32_t *offsets, size_t offset_count, const uint32_t *codes, size_t count,
    const clh_span *spans, size_t span_count, const uint8_t *bytes, size_t length) {
    for (size_t i = 0; i < count; i++)
        if (codes[i] >= span_count) return 0;
    if (offsets ? kind != CLH_TEXTS : kind != CLH_TEXT && kind != CLH_PLAIN) return 0;
    clh_column *column = add_column(edition, type, name, kind);
    if (!column) return 0;
    if (offsets) {
        if (offset_count != (size_t)edition->types[type].rows + 1) return 0;
        column->offsets = copy_offsets(column, offsets, offset_count);
        if (!column->offsets) return 0;
    }
    column->count = count;
    column->span_count = span_count;
    column->values = copy(spans, span_count * sizeof(clh_span));
    if (!offsets && span_count == 1) {
        column->step = 0;
    } else {
        column->codes = copy_codes(column, codes, count);
        if (!column->codes) return 0;
    }
    return copy_texts(column, bytes, length) && column->values;
}

static const char *check_offsets(const clh_type *type, const clh_column *column) {
    if (!column->offsets || column->offsets[0] != 0) return "its lists do not begin at 0";
    if (!column->step) return column->count ? "its lists do not fill the column" : NULL;
    for (uint32_t row = 0; row < type->rows; row++)
        if (column->offsets[row] > column->offsets[row + 1]) return "its lists overlap";
    if (column->offsets[type->rows] != column->count) return "its lists do not fill the column";
    return NULL;
}

static const char *check_rows(const clh_edition *edition, const clh_column *column, bool gaps) {
    if (column->target < 0 || column->target >= edition->type_count)
        return "it refers to a type that does not exist";
    const uint32_t *rows = column->values;
    uint32_t limit = edition->types[column->target].rows;
    size_t count = column->step || column->count == 0 ? column->count : 1;
    for (size_t i = 0; i < count; i++)
        if (rows[i] >= limit && !(gaps && rows[i] == UINT32_MAX))
            return "it refers to a row that does not exist";
    return NULL;
}

static const char *check_spans(const clh_column *column) {
    const clh_span *spans = column->values;
    size_t count = column->step || column->count == 0 ? column->span_count : 1;
    for (size_t i = 0; i < count; i++)
        if (spans[i].length != UINT32_MAX
            && (uint64_t)spans[i].start + spans[i].length > column->length)
            return "one of its texts lies outside the column";
    return NULL;
}

static const char *check_column(
    const clh_edition *edition, const clh_type *type, const clh_column *column) {
    const char *problem = NULL;
    if (!column->values) return "memory was short";
    if (column->kind == CLH_RECORDS || column->kind == CLH_TEXTS) {
        if ((problem = check_offsets(type, column))) return problem;
    } else if (column->count != type->rows) {
        return "it does not have a value for every row";
    }
    switch (column->kind) {
        case CLH_REFERENCE: return check_rows(edition, column, true);
        case CLH_RECORDS: return check_rows(edition, column, false);
        case CLH_TEXT:
        case CLH_TEXTS:
        case CLH_PLAIN: return check_spans(column);
        default: return NULL;
    }
}

static size_t width_of_items(const clh_column *column) {
    switch (column->kind) {
        case CLH_RECORDS: return sizeof(uint32_t);
        case CLH_TEXT:
        case CLH_TEXTS:
        case CLH_PLAIN: return sizeof(clh_span);
        default: return width_of(column->kind);
    }
}

// The bytes that a column takes.
static size_t size_of(const clh_type *type, const clh_column *column) {
    bool is_text = column->kind == CLH_TEXT || column->kind == CLH_TEXTS || column->kind == CLH_PLAIN;
    size_t items = is_text ? column->span_count : column->count;
    if (!column->step && items > 1) items = 1;
    size_t size = items * width_of_items(column) + (is_text ? column->length : 0);
    if (column->codes) size += column->count * (size_t)column->code_width;
    if (column->offsets) size += sizeof(uint32_t) * (column->step ? (size_t)type->rows + 1 : 2);
    return size;
}

const char *clh_edition_seal(clh_edition *edition) {
    if (edition->sealed) return NULL;
    if (edition->type_count == 0 || edition->types[0].rows != 1)
        return "the first type of an edition is its root and has one row";
    for (int t = 0; t < edition->type_count; t++) {
        clh_type *type = &edition->types[t];
        for (int c = 0; c < type->column_count; c++) {
            clh_column *column = &type->columns[c];
            bool waits = column->state == CLH_COLUMN_WAITS;
            const char *problem = waits ? NULL : check_column(edition, type, column);
            if (!waits && !problem) atomic_fetch_add(&edition->size, size_of(type, column));
            for (int earlier = 0; !problem && earlier < c; earlier++)
                if (strcmp(type->columns[earlier].name, type->columns[c].name) == 0)
                    problem = "the name is used twice";
            if (!problem) continue;
            snprintf(
                edition->problem, sizeof edition->problem, "%s.%s: %s", type->name,
                column->name, problem);
            return edition->problem;
        }
        atomic_fetch_add(
            &edition->size, sizeof(clh_type) + sizeof(clh_column) * (size_t)type->column_count);
    }
    edition->sealed = true;
    return NULL;
}

bool clh_edition_make(clh_edition *edition, int type, int place) {
    clh_type *of = &edition->types[type];
    clh_column *column = &of->columns[place];
    pthread_mutex_lock(&edition->lock);
    // Another run may have made it while this one waited.
    if (atomic_load_explicit(&column->state, memory_order_acquire) == CLH_COLUMN_WAITS) {
        edition->filling = column;
        bool made = edition->supply && edition->supply(edition->source, edition, type, place) == 1
            && !check_column(edition, of, column);
        edition->filling = NULL;
        if (made) {
            atomic_fetch_add(&edition->size, size_of(of, column));
            atomic_store_explicit(&column->state, CLH_COLUMN_READY, memory_order_release);
        } else {
            // It waits on: there may be memory for it another time.
            clear(column);
        }
    }
    pthread_mutex_unlock(&edition->lock);
    return atomic_load_explicit(&column->state, memory_order_acquire) == CLH_COLUMN_READY;
}

size_t clh_edition_size(const clh_edition *edition) {
    return sizeof(clh_edition) + atomic_load(&edition->size);
}
#endif
