// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// What a run is asked to do. A request copies what it is given, so that a run which its caller has
// given up on can still finish.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

clh_request *clh_request_new(void) {
    clh_request *request = calloc(1, sizeof(clh_request));
    if (request) atomic_init(&request->cancelled, 0);
    return request;
}

void clh_request_free(clh_request *request) {
    if (!request) return;
    for (size_t i = 0; i < request->file_count; i++) {
        free(request->files[i].name);
        free(request->files[i].bytes);
    }
    for (size_t i = 0; i < request->kind_count; i++) free(request->kinds[i]);
    for (size_t i = 0; i < request->edition_count; i++)
        clh_edition_release(request->editions[i]);
    for (size_t i = 0; i < request->object_count; i++) {
        clh_object *object = &request->objects[i];
        for (size_t f = 0; f < object->function_count; f++) free(object->functions[f]);
        free(object->functions);
        free(object->fields);
        free(object->name);
    }
    for (size_t i = 0; i < request->call_count; i++) {
        free(request->calls[i].kind);
        free(request->calls[i].name);
        free(request->calls[i].path);
        free(request->calls[i].arguments);
    }
    clh_code_release(request->code);
    free(request->files);
    free(request->kinds);
    free(request->editions);
    free(request->objects);
    free(request->calls);
    free(request->entry);
    free(request);
}

// Makes room for one more item of a growing array, cleared; NULL marks the request as broken.
static void *add_item(clh_request *request, void *items, size_t *count, size_t size) {
    char *array;
    memcpy(&array, items, sizeof array);
    char *grown = realloc(array, (*count + 1) * size);
    if (!grown) {
        request->broken = true;
        return NULL;
    }
    memcpy(items, &grown, sizeof grown);
    void *item = grown + *count * size;
    memset(item, 0, size);
    *count += 1;
    return item;
}

static char *copy_text(clh_request *request, const char *text) {
    char *copy = strdup(text);
    if (!copy) request->broken = true;
    return copy;
}

static uint8_t *copy_bytes(clh_request *request, const uint8_t *bytes, size_t length) {
    uint8_t *copy = malloc(length ? length : 1);
    if (!copy) request->broken = true;
    else if (length) memcpy(copy, bytes, length);
    return copy;
}

void clh_request_set_limits(clh_request *request, const clh_limits *limits) {
    request->limits = *limits;
}

void clh_request_set_seed(clh_request *request, uint64_t seed) { request->seed = seed; }

void clh_request_set_host(clh_request *request, clh_host_function host, void *context) {
    request->host = host;
    request->context = context;
}

void clh_request_add_file(
    clh_request *request, const char *name, const uint8_t *bytes, size_t length) {
    clh_file *file = add_item(request, &request->files, &request->file_count, sizeof(clh_file));
    if (!file) return;
    file->name = copy_text(request, name);
    file->bytes = copy_bytes(request, bytes, length);
    file->length = length;
}

void clh_request_set_code(clh_request *request, clh_code *code) {
    if (code) clh_code_retain(code);
    clh_code_release(request->code);
    request->code = code;
}

void clh_request_add_kind(clh_request *request, const char *name) {
    char **kind = add_item(request, &request->kinds, &request->kind_count, sizeof(char *));
    if (kind) *kind = copy_text(request, name);
}

void clh_request_add_edition(clh_request *request, clh_edition *edition) {
    if (!edition->sealed || request->edition_count >= CLH_MAX_EDITIONS) {
        request->broken = true;
        return;
    }
    clh_edition **slot = add_item(
        request, &request->editions, &request->edition_count, sizeof(clh_edition *));
    if (!slot) return;
    clh_edition_retain(edition);
    *slot = edition;
}

int clh_request_add_object(
    clh_request *request, const char *name, int flags, const uint8_t *fields, size_t length) {
    clh_object *object =
        add_item(request, &request->objects, &request->object_count, sizeof(clh_object));
    if (!object) return -1;
    object->name = copy_text(request, name);
    object->flags = flags;
    object->fields = copy_bytes(request, fields, length);
    object->fields_length = length;
    return (int)request->object_count - 1;
}

void clh_request_add_function(clh_request *request, int index, const char *name) {
    if (index < 0 || (size_t)index >= request->object_count) return;
    clh_object *object = &request->objects[index];
    char **slot =
        add_item(request, &object->functions, &object->function_count, sizeof(char *));
    if (!slot || !object->name) return;
    size_t size = strlen(object->name) + strlen(name) + 2;
    *slot = malloc(size);
    if (*slot) snprintf(*slot, size, "%s.%s", object->name, name);
    else request->broken = true;
}

void clh_request_add_call(
    clh_request *request, const char *kind, const char *name, const char *path,
    clh_each_item each, const uint8_t *arguments, size_t length) {
    clh_call *call = add_item(request, &request->calls, &request->call_count, sizeof(clh_call));
    if (!call) return;
    call->kind = copy_text(request, kind);
    call->name = copy_text(request, name);
    call->path = copy_text(request, path);
    call->each = each;
    call->arguments = copy_bytes(request, arguments, length);
    call->length = length;
}

void clh_request_set_entry(clh_request *request, const char *name, int only_compile) {
    free(request->entry);
    request->entry = copy_text(request, name);
    request->only_compiles = only_compile != 0;
}

void clh_request_call_main(clh_request *request, const uint8_t *arguments, size_t length) {
    clh_request_add_call(request, "", "", "", 0, arguments, length);
    request->calls_main = true;
}

void clh_request_allow_load(clh_request *request) { request->may_load = true; }

void clh_request_cancel(clh_request *request) {
    atomic_store_explicit(&request->cancelled, 1, memory_order_relaxed);
}
#endif
