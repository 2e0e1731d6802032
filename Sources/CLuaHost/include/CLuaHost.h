// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The Lua host. Swift sees only what stands here: no lua_State, no Lua header.
//
// One call of clh_run is one run: a fresh Lua state, limits that no Lua code can catch, and an
// outcome that is plain bytes. No Lua error ever crosses a Swift frame: the only Swift code that
// is entered during a run is the host function of the request, and it returns before C raises.
#ifndef COMMITTEE_LUA_HOST_H
#define COMMITTEE_LUA_HOST_H

#include <stddef.h>
#include <stdint.h>

// ---- Values -------------------------------------------------------------------------------
//
// A value is a tag byte and a payload; numbers are little endian.
//   string    u32 length, bytes
//   list      u32 count, values
//   map       u32 count, positional values, u32 count, (u32 length, key bytes, value), keys sorted
//   function  u32 line at which it is defined
//   handle    u64 as packed by clh_handle
//   date      i32 days since 1 January 1970
enum {
    CLH_VALUE_NULL = 0,
    CLH_VALUE_FALSE = 1,
    CLH_VALUE_TRUE = 2,
    CLH_VALUE_INTEGER = 3,
    CLH_VALUE_NUMBER = 4,
    CLH_VALUE_STRING = 5,
    CLH_VALUE_LIST = 6,
    CLH_VALUE_MAP = 7,
    CLH_VALUE_FUNCTION = 8,
    CLH_VALUE_HANDLE = 9,
    CLH_VALUE_DATE = 10,
};

// A handle names something outside Lua: bits 0-2 what, 3-6 edition, 7-16 type, 17-26 column,
// 32-63 row. A host object keeps its index in the row.
enum { CLH_RECORD = 1, CLH_LIST = 2, CLH_DATE = 3, CLH_OBJECT = 4 };
enum { CLH_MAX_EDITIONS = 16, CLH_MAX_TYPES = 1024, CLH_MAX_COLUMNS = 1024 };
enum { CLH_MAX_DEPTH = 64, CLH_MAX_NODES = 1000000 };

// ---- Editions -----------------------------------------------------------------------------

// Immutable columns, each built once and shared by every run. A row of type 0 is the root.
typedef struct clh_edition clh_edition;

typedef struct {
    uint32_t start;
    uint32_t length;  // UINT32_MAX: absent
} clh_span;

typedef enum {
    CLH_TEXT = 1,      // spans
    CLH_INTEGER,       // int64_t; INT64_MIN: absent
    CLH_NUMBER,        // double; NaN: absent
    CLH_BOOL,          // uint8_t 0, 1; 2: absent
    CLH_DAY,           // int32_t; INT32_MIN: absent
    CLH_REFERENCE,     // uint32_t row of the target type; UINT32_MAX: absent
    CLH_RECORDS,       // offsets into rows of the target type
    CLH_TEXTS,         // offsets into spans
    CLH_PLAIN,         // spans of encoded values
} clh_column_kind;

clh_edition *clh_edition_new(void);
void clh_edition_retain(clh_edition *edition);
void clh_edition_release(clh_edition *edition);
// Adds a type and returns its index, or -1 when there are too many or memory is short.
int clh_edition_add_type(clh_edition *edition, const char *name, uint32_t rows);
// Declares a column that is made when it is first read. Returns its place, or -1.
int clh_edition_declare(clh_edition *edition, int type, const char *name);
// Makes a declared column: adds it with one of the functions below and returns 1, or returns 0, which
// ends the run that reads it. It is called on the thread that reads, by one thread at a time, and not
// again for a column that was made.
typedef int (*clh_supply)(void *source, clh_edition *edition, int type, int column);
// Sets what makes the declared columns; `let_go` is called with it when the edition is freed.
void clh_edition_set_source(
    clh_edition *edition, void *source, clh_supply supply, void (*let_go)(void *source));
// Each copies its arrays and returns 1, or 0 when the edition is sealed, full or memory is short.
int clh_edition_add_fixed(
    clh_edition *edition, int type, const char *name, clh_column_kind kind, int target,
    const void *values, size_t count);
int clh_edition_add_spans(
    clh_edition *edition, int type, const char *name, clh_column_kind kind,
    const clh_span *spans, size_t count, const uint8_t *bytes, size_t length);
int clh_edition_add_lists(
    clh_edition *edition, int type, const char *name, int target, const uint32_t *offsets,
    size_t offset_count, const uint32_t *rows, size_t count);
int clh_edition_add_text_lists(
    clh_edition *edition, int type, const char *name, const uint32_t *offsets,
    size_t offset_count, const clh_span *spans, size_t count, const uint8_t *bytes,
    size_t length);
// A column of texts, encoded values or lists of texts (then with offsets, else NULL) that says few
// different things: `codes` has a place in `spans` for each row, or for each item of the lists.
int clh_edition_add_coded(
    clh_edition *edition, int type, const char *name, clh_column_kind kind,
    const uint32_t *offsets, size_t offset_count, const uint32_t *codes, size_t count,
    const clh_span *spans, size_t span_count, const uint8_t *bytes, size_t length);
// The texts of a column, added one by one in the order of the rows; NULL is a text that is absent,
// and NUL bytes in texts are left out. The column takes them over.
typedef struct clh_texts clh_texts;
clh_texts *clh_texts_new(clh_column_kind kind);
void clh_texts_add(clh_texts *texts, const uint8_t *bytes, size_t length);
void clh_texts_free(clh_texts *texts);
int clh_edition_add_texts(
    clh_edition *edition, int type, const char *name, clh_column_kind kind,
    const uint32_t *offsets, size_t offset_count, clh_texts *texts);
// Checks every bound once, so that reading need not; returns NULL, or what is wrong.
const char *clh_edition_seal(clh_edition *edition);
// The bytes that a sealed edition takes, as far as its columns have been made.
size_t clh_edition_size(const clh_edition *edition);

// What a column says of one row, or one item of a list, for the host's own use.
typedef struct {
    int kind;  // a clh_column_kind; 0: absent
    int target;
    int64_t integer;  // integers, truths, days and rows
    double number;
    const uint8_t *bytes;  // texts and encoded values
    size_t length;
    uint32_t first, count;  // lists: their items
} clh_field_value;
// The place of a column by its name, or -1; its name by its place, or NULL.
int clh_edition_find(const clh_edition *edition, int type, const char *name);
const char *clh_edition_name(const clh_edition *edition, int type, int column);
// Each returns 1, or 0 when the edition has no such place.
int clh_edition_read(
    clh_edition *edition, int type, int column, uint32_t row, clh_field_value *value);
int clh_edition_read_item(
    clh_edition *edition, int type, int column, uint32_t item, clh_field_value *value);

// ---- Compiled files -----------------------------------------------------------------------

// What the files of a program were compiled to, shared by its runs on any thread. A file is
// compiled again when it is not the same, so one of these may serve any requests.
typedef struct clh_code clh_code;
clh_code *clh_code_new(void);
void clh_code_retain(clh_code *code);
void clh_code_release(clh_code *code);

// ---- Requests -----------------------------------------------------------------------------

typedef struct {
    uint64_t fuel;
    uint64_t memory;
    uint64_t milliseconds;
    uint64_t output;
    uint64_t string;  // the longest string; 0: a default
    uint64_t stack;   // bytes of one Lua stack; 0: a default
    uint64_t log;     // bytes of log kept; 0: a default
} clh_limits;

typedef struct clh_request clh_request;
typedef struct clh_reply clh_reply;

// A host function. It must not enter Lua and must not keep `arguments`. It answers with
// clh_reply_value or clh_reply_refuse; with neither, the answer is nil.
typedef void (*clh_host_function)(
    void *context, const char *name, const uint8_t *arguments, size_t length,
    clh_reply *reply);
void clh_reply_value(clh_reply *reply, const uint8_t *bytes, size_t length);
void clh_reply_refuse(clh_reply *reply, const uint8_t *text, size_t length);

enum {
    CLH_OBJECT_METHODS = 1,  // functions are called with a colon
    CLH_OBJECT_CONTEXT = 2,  // gets date, each, kind, dump, log and rows from the host
    CLH_OBJECT_WRITER = 4,   // write and row add to the output; a text answered is added too
    CLH_OBJECT_CSV = 8,      // the writer's rows are CSV
};

clh_request *clh_request_new(void);
void clh_request_free(clh_request *request);
void clh_request_set_limits(clh_request *request, const clh_limits *limits);
void clh_request_set_seed(clh_request *request, uint64_t seed);
void clh_request_set_host(clh_request *request, clh_host_function host, void *context);
// Each copies what it is given (an edition is retained).
void clh_request_add_file(
    clh_request *request, const char *name, const uint8_t *bytes, size_t length);
// The compiled files to use and to add to; they are retained.
void clh_request_set_code(clh_request *request, clh_code *code);
void clh_request_add_kind(clh_request *request, const char *name);
void clh_request_add_edition(clh_request *request, clh_edition *edition);
int clh_request_add_object(
    clh_request *request, const char *name, int flags, const uint8_t *fields, size_t length);
void clh_request_add_function(clh_request *request, int object, const char *name);
typedef enum {
    CLH_ONE_CALL,
    CLH_EACH_VALUE,   // the first argument is a list of values
    CLH_EACH_PAIR,    // as above, and each value is a list of two arguments
    CLH_EACH_RECORD,  // the first argument is the handle of a list of records
} clh_each_item;
// `arguments` is an encoded list. With an `each`, the function is called once for every item of its
// first argument, followed by the other arguments. The result for values is the list of answers; for
// records it is a list of pairs, an item's place from 0 and its answer, of the answers that are not
// nil.
void clh_request_add_call(
    clh_request *request, const char *kind, const char *name, const char *path,
    clh_each_item each, const uint8_t *arguments, size_t length);
// Runs another file than main.lua, such as one with tests; or, with `only_compile`, compiles it and
// runs nothing.
void clh_request_set_entry(clh_request *request, const char *name, int only_compile);
// Calls main.lua itself, as one function with these arguments, and takes what it returns as the
// result. It is then the only call, and nothing can be declared.
void clh_request_call_main(clh_request *request, const uint8_t *arguments, size_t length);
// Offers `load`, for texts only.
void clh_request_allow_load(clh_request *request);
// May be called from any thread while the request runs; the run then ends soon.
void clh_request_cancel(clh_request *request);

// ---- Runs ---------------------------------------------------------------------------------

typedef enum {
    CLH_OK = 0,
    CLH_REASON_LUA,
    CLH_REASON_SYNTAX,
    CLH_REASON_FUEL,
    CLH_REASON_TIME,
    CLH_REASON_MEMORY,
    CLH_REASON_STACK,
    CLH_REASON_STRING,
    CLH_REASON_TABLE,
    CLH_REASON_OUTPUT,
    CLH_REASON_RESULT,
    CLH_REASON_HOST,
    CLH_REASON_CANCELLED,
} clh_reason;

typedef enum {
    CLH_PHASE_LOAD = 0,
    CLH_PHASE_DECLARE,
    CLH_PHASE_RUN,
    CLH_PHASE_RESULT,
} clh_phase;

typedef struct {
    clh_reason reason;
    clh_phase phase;
    int line;      // 0: not known
    int64_t call;  // the call that failed, counted from 0; -1: none was reached
    int64_t item;  // the item of that call; -1: none
    char file[64];
    char message[1024];
    char traceback[4096];
    uint8_t *result;  // without calls: the declarations; else a list with a result for each call
    size_t result_length;
    uint8_t *output;  // what a writer has written
    size_t output_length;
    uint8_t *log;
    size_t log_length;
    uint64_t fuel_used;
    uint64_t memory_peak;
} clh_outcome;

// Runs main.lua, then the calls, in a fresh state. Returns NULL only when there is no memory at
// all. Needs a stack of some megabytes; see clh_thread_run.
clh_outcome *clh_run(const clh_request *request);
void clh_outcome_free(clh_outcome *outcome);

// ---- Names ----------------------------------------------------------------------------------

// Writes what to write instead of a global that there is not, such as a function of a spreadsheet:
// "; did you mean 'nil'?" or "; write …". Returns 0, and writes nothing, when nothing is known of it.
int clh_explain_global(const char *name, char *hint, size_t size);
// The same for a function that a library does not have, such as `trim`.
int clh_explain_function(const char *name, char *hint, size_t size);

// ---- Threads ------------------------------------------------------------------------------

typedef void (*clh_thread_body)(void *context);
// Runs `body` on a detached thread with a stack of 16 MB. Returns 0, or an errno.
int clh_thread_start(clh_thread_body body, void *context);

// A gate that one thread opens and another waits for, at most so long.
typedef struct clh_gate clh_gate;
clh_gate *clh_gate_new(void);
void clh_gate_open(clh_gate *gate);
// Returns 1 when the gate is open, 0 when the time is up.
int clh_gate_wait(clh_gate *gate, uint64_t milliseconds);
void clh_gate_free(clh_gate *gate);

#endif
