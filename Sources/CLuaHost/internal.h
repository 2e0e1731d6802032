// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// What the files of the Lua host share.
#ifndef COMMITTEE_LUA_HOST_INTERNAL_H
#define COMMITTEE_LUA_HOST_INTERNAL_H

#include <pthread.h>
#include <setjmp.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "CLuaHost.h"

// A large block of Lua's memory. The list is how an abandoned state is freed.
typedef struct clh_block {
    struct clh_block *previous, *next;
    size_t size;
    size_t is_stack;
} clh_block;

// Small blocks: those that are free, and the chunks from which they are cut.
typedef struct clh_free_block {
    struct clh_free_block *next;
} clh_free_block;
typedef struct clh_chunk {
    struct clh_chunk *next;
} clh_chunk;
enum { CLH_SMALL_CLASSES = 32 };

typedef struct {
    uint8_t *data;
    size_t length, capacity;
    struct clh_host *host;  // the run whose memory it is; NULL: nobody counts it
} clh_buffer;

struct clh_reply {
    clh_buffer buffer;
    bool refused, failed;
    size_t limit;
};

typedef struct {
    char *name;
    uint8_t *bytes;
    size_t length;
} clh_file;

typedef struct {
    char *name;
    int flags;
    uint8_t *fields;
    size_t fields_length;
    char **functions;  // "doc.heading"
    size_t function_count;
} clh_object;

typedef struct {
    char *kind, *name, *path;
    clh_each_item each;
    uint8_t *arguments;
    size_t length;
} clh_call;

struct clh_request {
    clh_limits limits;
    uint64_t seed;
    clh_host_function host;
    void *context;
    clh_file *files;
    size_t file_count;
    char **kinds;
    size_t kind_count;
    clh_edition **editions;
    size_t edition_count;
    clh_object *objects;
    size_t object_count;
    clh_call *calls;
    size_t call_count;
    char *entry;          // the file that is run; NULL: main.lua
    bool only_compiles;   // the entry is compiled and not run
    bool broken;         // memory was short while it was built
    bool calls_main;
    bool may_load;
    clh_code *code;  // NULL: every run compiles
    atomic_int cancelled;
};

// A column. Row `r` is found at r * step: a column that says the same for every row keeps it once.
// A coded column has a code for each place, which names one of its spans. One that waits has a
// name alone; its source makes the rest when it is first read.
enum { CLH_COLUMN_READY, CLH_COLUMN_WAITS };
typedef struct {
    char *name;
    atomic_int state;
    clh_column_kind kind;
    int target;
    int step, code_width;
    void *values;  // by kind; for lists, rows or spans
    size_t count;  // of the places: rows, or items of lists
    uint32_t *offsets;
    void *codes;
    size_t span_count;
    uint8_t *texts;
    size_t length;
} clh_column;

typedef struct {
    char *name;
    uint32_t rows;
    int column_count, id_column;
    clh_column *columns;
} clh_type;

struct clh_edition {
    atomic_int references;
    bool sealed;
    int type_count;
    clh_type *types;
    atomic_size_t size;
    // Columns that wait are made one at a time, under the lock.
    pthread_mutex_t lock;
    clh_supply supply;
    void (*let_go)(void *source);
    void *source;
    clh_column *filling;
    char problem[256];
};

// Makes a column that waits; false when it cannot be made, as when memory is short.
bool clh_edition_make(clh_edition *edition, int type, int column);
static inline bool clh_column_is_ready(clh_edition *edition, int type, int place) {
    clh_column *column = &edition->types[type].columns[place];
    if (atomic_load_explicit(&column->state, memory_order_acquire) == CLH_COLUMN_READY) return true;
    return clh_edition_make(edition, type, place);
}
// The column that was added last, which takes the texts from here on.
bool clh_edition_take_texts(clh_edition *edition, int type, clh_buffer *texts);

static inline const clh_span *clh_span_at(const clh_column *column, uint32_t place) {
    const clh_span *spans = column->values;
    switch (column->code_width) {
        case 0: return &spans[place];
        case 1: return &spans[((const uint8_t *)column->codes)[place]];
        case 2: return &spans[((const uint16_t *)column->codes)[place]];
        default: return &spans[((const uint32_t *)column->codes)[place]];
    }
}

// Where a field of a record stands, found by the address of its name: Lua keeps one copy of each
// short text, and the table of a type's fields keeps that copy alive.
typedef struct {
    const char *name;
    uint64_t owner;  // the bits of a handle that name edition and type
    const clh_column *column;
    uint32_t rows;
    int place;
} clh_field;
enum { CLH_FIELDS_KNOWN = 256, CLH_SHORT_NAME = 32 };

// How often a line ran.
enum { CLH_LINES_COUNTED = 64 };
typedef struct {
    char file[52];
    int line;
    uint64_t times;
} clh_line_count;

typedef struct clh_host {
    jmp_buf exit;
    bool armed;  // a limit may jump
    const char *stack_base;  // where the stack of C was when the run began
    lua_State *main, *current;
    const clh_request *request;
    clh_limits limits;
    // memory
    clh_block blocks;
    clh_chunk *chunks;
    clh_free_block *free[CLH_SMALL_CLASSES];
    char *chunk_at;
    size_t chunk_left;
    size_t held;  // bytes taken from the system
    size_t live;  // bytes in Lua's hands
    size_t ever, collect_at, since_clock, frees;
    size_t longest_text;
    size_t garbage_since;              // bytes noted since a collection was asked for
    size_t metatables_since;           // metatables noted since a collection
    bool stack_next, any_hash;
    bool collecting;  // stacks keep their size meanwhile
    uint64_t blocks_since_move;  // allocated since a stack moved
    // concat.c
    char *concat_name;
    bool joins, may_move;
    clh_block *newest;  // the block of the last operation, when that made one
    // fuel and time
    uint64_t fuel_left, since_check, clock_every, deadline;
    int period;         // instructions between two ticks
    bool collect_soon;  // at the next tick, which is the next instruction
    // progress
    clh_phase phase;
    int64_t call, item;
    bool declaring;
    int close_depth;
    // what leaves the run
    clh_buffer result, arguments, log;
    clh_reply reply;
    size_t output_used;
    uint64_t pieces;  // of what was written
    size_t nodes;  // values encoded so far
    bool log_full;
    char problem[512];  // why the last clh_encode refused
    clh_buffer output;  // what a writer has written
    // reading an edition
    // where a run is that comes to the end of its fuel
    bool counting;
    uint64_t counted_from;  // the fuel that was left
    clh_line_count lines[CLH_LINES_COUNTED];
    size_t texts_room;  // bytes of texts that the state may still keep
    clh_field fields[CLH_FIELDS_KNOWN];
    clh_outcome *outcome;
} clh_host;

// Slots of the registry.
enum {
    CLH_SLOT_GLOBALS = 10,  // what plugins may read
    CLH_SLOT_ENVIRONMENT,   // the guarded face of it
    CLH_SLOT_MODULES,
    CLH_SLOT_DECLARATIONS,
    CLH_SLOT_PENDING,
    CLH_SLOT_FIELDS,
    CLH_SLOT_OBJECTS,
    CLH_SLOT_METATABLES,
    CLH_SLOT_NEXT_KEYS,     // of the walks that next is asked to go on with
    CLH_SLOT_NEXT_FIRST,    // what it answered when it was asked for the first key
};

static inline clh_host *clh_host_of(lua_State *L) { return *(clh_host **)lua_getextraspace(L); }

// limits.c
#define CLH_TOO_DEEP "calls are nested too deeply, or one call has too many values"
_Noreturn void clh_kill(clh_host *host, clh_reason reason, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
_Noreturn void clh_kill_at(clh_host *host, clh_reason reason, const char *text);
void clh_charge(lua_State *L, uint64_t units);
void clh_check_clock(clh_host *host);
void clh_start_limits(lua_State *L, clh_host *host);
// Texts beyond this many bytes are watched: one instruction may read a text from end to end.
enum { CLH_LONG_TEXT = 16 * 1024 };
void clh_note_text(clh_host *host, size_t size);
// What a function leaves behind at once, in bytes: enough of it is collected before the next
// instruction. It has to depend on what the plugin did alone, as the fuel must.
void clh_note_garbage(clh_host *host, size_t size);
enum { CLH_ITEM = 16 };  // bytes of an item of a list
// Every metatable has to be noted here, so that it is not weak when a collection comes.
void clh_note_metatable(lua_State *L, int index);
void clh_open_metatables(lua_State *L);
// Says which coroutine runs from here on.
void clh_enter(clh_host *host, lua_State *L);
uint64_t clh_now_milliseconds(void);
uint64_t clh_now_nanoseconds(void);
void clh_record_frames(clh_host *host, lua_State *L, bool names);
int clh_handle_error(lua_State *L);
int clh_panic(lua_State *L);
void clh_set_position(clh_host *host, const char **message, size_t *length);

// memory.c
void *clh_allocate(void *context, void *pointer, size_t old_size, size_t new_size);
void clh_free_blocks(clh_host *host);
// Counts bytes that the run holds outside Lua; false when they do not fit into its limit.
bool clh_hold(clh_host *host, size_t bytes);
void clh_let_go(clh_host *host, size_t bytes);
_Noreturn void clh_over_memory(clh_host *host);
// Counts what the host keeps of values that were given to it, or ends the run. The sizes are what
// was measured: a value that is returned, and one that becomes part of a document.
enum { CLH_RETURNED_VALUE = 96, CLH_WRITTEN_VALUE = 256 };
void clh_hold_values(clh_host *host, size_t values, size_t each, size_t bytes);
// A new table with room for so many items. The allocator knows the hash part of a table by its
// size, a multiple of a node's, which a list must therefore not have.
static inline void clh_create_list(lua_State *L, int count) {
    lua_createtable(L, count % 3 == 0 && count > 0 ? count + 1 : count, 0);
}
bool clh_buffer_reserve(clh_buffer *buffer, size_t more);
bool clh_buffer_append(clh_buffer *buffer, const void *bytes, size_t length);
void clh_buffer_free(clh_buffer *buffer);

// sandbox.c, files.c, load.c, base.c and the libraries that it opens, coroutine.c
enum { CLH_SOURCE_LIMIT = 64 * 1024 };
int clh_load(lua_State *L);
int clh_require(lua_State *L);
const char *clh_check_text(const char *text, size_t length, int *line);
void clh_open_sandbox(lua_State *L);
void clh_open_base(lua_State *L);
void clh_open_coroutine(lua_State *L);
bool clh_load_file(lua_State *L, const char *name);
const char *clh_closest(lua_State *L, int table, const char *word, char *buffer, size_t size);
void clh_push_text(lua_State *L, int index);
void clh_log(lua_State *L, const char *text, size_t length);
int clh_print(lua_State *L);
const char *clh_article(const char *noun);

// explain.c
void clh_explain_syntax(const clh_file *file, int line, char *message, size_t size);
void clh_explain_error(lua_State *L, char *message, size_t size);

// tokens.c
#define CLH_BYTE_ORDER_MARK "\xEF\xBB\xBF"
typedef enum { CLH_TOKEN_NAME, CLH_TOKEN_TEXT, CLH_TOKEN_NUMBER, CLH_TOKEN_MARK } clh_token_kind;
typedef struct {
    clh_token_kind kind;
    const char *start;  // NULL: no token
    size_t length;
    int line, indent;  // the indent is that of the token in its line
    bool is_first;     // of its line
} clh_token;
typedef struct {
    const char *at, *end, *begin;  // begin: of the line
    int line, last_line;
} clh_scanner;
void clh_scan_start(clh_scanner *scanner, const char *text, size_t length);
bool clh_scan(clh_scanner *scanner, clh_token *token);
bool clh_token_is(const clh_token *token, const char *text);
const char *clh_keyword(const char *name, size_t length, bool *exact);
bool clh_find_unclosed(const char *text, size_t length, const char **word, int *line);

// literals.c
const char *clh_ask_of_days(lua_State *L, const char *text, size_t length);
bool clh_compare_with_day(lua_State *L, bool equal);
bool clh_push_day_value(lua_State *L, const char *name);

// concat.c
#define CLH_NO_JOIN "a concatenation met the end of the stack; call less deeply, or use tostring(…)"
bool clh_has_concat(const char *text, size_t length);
void clh_hide_concat(lua_State *L);
void clh_offer_concat(lua_State *L);
void clh_make_room(lua_State *L, bool waits);
void clh_keep_room(lua_State *L);
void clh_stack_moved(clh_host *host);
void clh_check_join(lua_State *L);

// code.c
const clh_buffer *clh_code_find(clh_code *code, const clh_file *file, bool *has_concat);
void clh_code_keep(lua_State *L, clh_code *code, const clh_file *file);

// value.c, decode.c
enum { CLH_ENCODE_FUNCTIONS = 1 };
bool clh_encode(lua_State *L, int index, clh_buffer *out, int flags, const char *root);
void clh_put_byte(clh_host *host, clh_buffer *out, int byte);
void clh_put_u32(clh_host *host, clh_buffer *out, uint32_t value);
_Noreturn void clh_over_output(clh_host *host, size_t more);
void clh_put_bytes(clh_host *host, clh_buffer *out, const void *bytes, size_t length);
void clh_put_string(clh_host *host, clh_buffer *out, const char *text, size_t length);
bool clh_is_utf8(const uint8_t *bytes, size_t length);
void clh_push_value(lua_State *L, const uint8_t *bytes, size_t length);

// record.c, date.c, each.c, object.c, writer.c
static inline uint64_t clh_handle(int what, int edition, int type, int column, uint32_t row) {
    return (uint64_t)what | (uint64_t)edition << 3 | (uint64_t)type << 7
        | (uint64_t)column << 17 | (uint64_t)row << 32;
}
typedef struct {
    int what, edition, type, column;
    uint32_t row;
    const clh_type *of;         // records and lists
    const clh_column *in;       // lists
    uint32_t first, count;      // lists
} clh_view;
bool clh_look(lua_State *L, int index, clh_view *view);
void clh_push_handle(lua_State *L, uint64_t handle);
void clh_open_handles(lua_State *L);
void clh_push_field(lua_State *L, const clh_view *view, int column);
// A column with its values, which may have to be made first.
const clh_column *clh_column_at(lua_State *L, int edition, int type, int place);
void clh_push_item(lua_State *L, const clh_view *list, uint32_t item);
void clh_push_value_at(
    lua_State *L, const clh_column *column, int edition, int type, int place, uint32_t row);
int clh_find_field(lua_State *L, int edition, int type, int name);
int clh_handle_pairs(lua_State *L, const clh_view *view);
void clh_push_handle_text(lua_State *L, const clh_view *view);
const char *clh_handle_kind(const clh_view *view);

void clh_push_date(lua_State *L, int32_t day);
int clh_date_index(lua_State *L, int32_t day);
int clh_date_arithmetic(lua_State *L, bool adding);
int clh_date_text(int32_t day, char *buffer, size_t size);
int clh_context_date(lua_State *L);

int clh_unknown_field(lua_State *L, int edition, int type, int name);
int clh_each(lua_State *L);
void clh_open_objects(lua_State *L);
int clh_call_host(lua_State *L);
int clh_owner_flags(lua_State *L);
bool clh_is_called_on_owner(lua_State *L);
int clh_write_text(lua_State *L);
int clh_write_row(lua_State *L);
void clh_put_output(clh_host *host, const void *bytes, size_t length);
int clh_object_index(lua_State *L, uint32_t object);
void clh_map_keys(lua_State *L);
void clh_add_context(lua_State *L);

// declare.c
void clh_open_declarations(lua_State *L);
void clh_finish_declarations(lua_State *L);
void clh_encode_declarations(lua_State *L, clh_buffer *out);
void clh_push_contribution(lua_State *L, const clh_call *call);

#endif
