// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Reading an edition from the host's side, without Lua: what functions of doc and ctx ask of the
// records that they are given.
#ifdef COMMITTEE_SCRIPTING
#include <math.h>

#include "internal.h"

static bool has_column(const clh_edition *edition, int type, int column) {
    return type >= 0 && type < edition->type_count && column >= 0
        && column < edition->types[type].column_count;
}

// A column with its values; NULL when there is none, or it cannot be made.
static const clh_column *column_at(clh_edition *edition, int type, int column) {
    if (!has_column(edition, type, column) || !clh_column_is_ready(edition, type, column))
        return NULL;
    return &edition->types[type].columns[column];
}

int clh_edition_find(const clh_edition *edition, int type, const char *name) {
    if (type < 0 || type >= edition->type_count) return -1;
    const clh_type *owner = &edition->types[type];
    for (int i = 0; i < owner->column_count; i++)
        if (strcmp(owner->columns[i].name, name) == 0) return i;
    return -1;
}

const char *clh_edition_name(const clh_edition *edition, int type, int column) {
    return has_column(edition, type, column) ? edition->types[type].columns[column].name : NULL;
}

static void read_text(const clh_column *column, uint32_t place, clh_field_value *value) {
    const clh_span *span = clh_span_at(column, place);
    if (span->length == UINT32_MAX) {
        value->kind = 0;
        return;
    }
    value->bytes = column->texts + span->start;
    value->length = span->length;
}

int clh_edition_read(
    clh_edition *edition, int type, int column, uint32_t row, clh_field_value *value) {
    const clh_column *from = column_at(edition, type, column);
    if (!from || row >= edition->types[type].rows) return 0;
    size_t at = (size_t)row * (size_t)from->step;
    *value = (clh_field_value){.kind = (int)from->kind, .target = from->target};
    switch (from->kind) {
        case CLH_TEXT:
        case CLH_PLAIN: read_text(from, (uint32_t)at, value); break;
        case CLH_INTEGER:
            value->integer = ((const int64_t *)from->values)[at];
            if (value->integer == INT64_MIN) value->kind = 0;
            break;
        case CLH_NUMBER:
            value->number = ((const double *)from->values)[at];
            if (isnan(value->number)) value->kind = 0;
            break;
        case CLH_BOOL:
            value->integer = ((const uint8_t *)from->values)[at];
            if (value->integer > 1) value->kind = 0;
            break;
        case CLH_DAY:
            value->integer = ((const int32_t *)from->values)[at];
            if (value->integer == INT32_MIN) value->kind = 0;
            break;
        case CLH_REFERENCE:
            value->integer = ((const uint32_t *)from->values)[at];
            if (value->integer == UINT32_MAX) value->kind = 0;
            break;
        case CLH_RECORDS:
        case CLH_TEXTS:
            value->first = from->offsets[at];
            value->count = from->offsets[at + 1] - value->first;
            break;
    }
    return 1;
}

int clh_edition_read_item(
    clh_edition *edition, int type, int column, uint32_t item, clh_field_value *value) {
    const clh_column *from = column_at(edition, type, column);
    if (!from || item >= from->count) return 0;
    *value = (clh_field_value){.target = from->target};
    if (from->kind == CLH_TEXTS) {
        value->kind = CLH_TEXT;
        read_text(from, item, value);
    } else if (from->kind == CLH_RECORDS) {
        value->kind = CLH_REFERENCE;
        value->integer = ((const uint32_t *)from->values)[item];
    } else {
        return 0;
    }
    return 1;
}
#endif
