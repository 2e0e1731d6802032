// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The matcher. A pattern of Lua has no groups that repeat, so a match comes to each item at most
// once and the choices that are open number at most one for each item: they fit a fixed stack,
// which makes the bound on it Lua's own limit of 200. What can take long is trying them all; every
// step is charged for, so a search that would take hours ends by fuel or by the clock.
#ifdef COMMITTEE_SCRIPTING
#include <stdlib.h>

#include "pattern.h"

enum { BYTE, ANY, SET, TEXT, OPEN, PLACE, CLOSE, AGAIN, BALANCE, FRONTIER, LAST, DONE, FAULT };
enum { ONCE, OPTIONAL, GREEDY, MORE, LAZY };  // "", "?", "*", "+", "-"

// ---- Classes of bytes, as in the C locale whatever the host's is ----

#define SET_OF(a, b, c, d) \
    { (a) & 255, (a) >> 8 & 255, (a) >> 16 & 255, (a) >> 24 & 255, \
      (b) & 255, (b) >> 8 & 255, (b) >> 16 & 255, (b) >> 24 & 255, \
      (c) & 255, (c) >> 8 & 255, (c) >> 16 & 255, (c) >> 24 & 255, \
      (d) & 255, (d) >> 8 & 255, (d) >> 16 & 255, (d) >> 24 & 255 }

static const clh_set letters = SET_OF(0u, 0u, 0x07fffffeu, 0x07fffffeu);
static const clh_set controls = SET_OF(0xffffffffu, 0u, 0u, 0x80000000u);
static const clh_set digits = SET_OF(0u, 0x03ff0000u, 0u, 0u);
static const clh_set printed = SET_OF(0u, 0xfffffffeu, 0xffffffffu, 0x7fffffffu);
static const clh_set lower = SET_OF(0u, 0u, 0u, 0x07fffffeu);
static const clh_set punctuation = SET_OF(0u, 0xfc00fffeu, 0xf8000001u, 0x78000001u);
static const clh_set spaces = SET_OF(0x00003e00u, 0x00000001u, 0u, 0u);
static const clh_set upper = SET_OF(0u, 0u, 0x07fffffeu, 0u);
static const clh_set alphanumeric = SET_OF(0u, 0x03ff0000u, 0x07fffffeu, 0x07fffffeu);
static const clh_set zero = SET_OF(1u, 0u, 0u, 0u);
static const clh_set hexadecimal = SET_OF(0u, 0x03ff0000u, 0x0000007eu, 0x0000007eu);

// The class that a letter after '%' names; NULL when the letter stands for itself.
static const uint8_t *class_of(char letter) {
    switch (letter | 0x20) {
        case 'a': return letters;
        case 'c': return controls;
        case 'd': return digits;
        case 'g': return printed;
        case 'l': return lower;
        case 'p': return punctuation;
        case 's': return spaces;
        case 'u': return upper;
        case 'w': return alphanumeric;
        case 'x': return hexadecimal;
        case 'z': return zero;  // not in the manual any more, but still in 5.4.4
        default: return NULL;
    }
}

static bool is_letter(char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

static inline bool has(const uint8_t *set, char byte) {
    return set[(uint8_t)byte >> 3] >> ((uint8_t)byte & 7) & 1;
}

static void add_byte(uint8_t *set, uint8_t byte) { set[byte >> 3] |= (uint8_t)(1 << (byte & 7)); }

// A capital letter names the complement of its class.
static void add_class(uint8_t *set, char letter) {
    const uint8_t *class = is_letter(letter) ? class_of(letter) : NULL;
    if (!class) {
        add_byte(set, (uint8_t)letter);
        return;
    }
    uint8_t turn = letter & 0x20 ? 0 : 0xff;
    for (size_t i = 0; i < sizeof(clh_set); i++) set[i] |= class[i] ^ turn;
}

// ---- Compiling ----

typedef struct {
    const char *at, *end;
    clh_pattern_item *items;  // NULL while they are only counted
    clh_set *sets;
    size_t item_count, set_count;
    uint8_t open[CLH_CAPTURES];  // the captures that are open, innermost last
    uint64_t unclosed;
    int open_count, captures;
    int opened;
} compiler;

static clh_pattern_item *add_item(compiler *c, int kind) {
    static const clh_pattern_item blank = {.next = -1};
    static _Thread_local clh_pattern_item uncounted;
    clh_pattern_item *item = c->items ? &c->items[c->item_count] : &uncounted;
    c->item_count++;
    *item = blank;
    item->kind = (uint8_t)kind;
    item->opened = (uint8_t)c->opened;
    return item;
}

static bool add_fault(compiler *c, const char *text, int capture) {
    clh_pattern_item *item = add_item(c, FAULT);
    item->text = text;
    item->capture = (uint8_t)capture;
    return false;
}

// Where the set that begins at `from`, behind its '[', has its ']'; NULL when it has none. A ']'
// that comes first is a member.
static const char *end_of_set(const char *from, const char *end) {
    if (from < end && *from == '^') from++;
    for (const char *first = from; from < end; from++) {
        if (*from == ']' && from > first) return from;
        if (*from == '%') {
            if (from + 1 >= end) return NULL;
            from++;
        }
    }
    return NULL;
}

static void fill_set(uint8_t *set, const char *from, const char *end) {
    bool complement = *from == '^';
    memset(set, 0, sizeof(clh_set));
    for (from += complement; from < end; from++) {
        if (*from == '%') {
            add_class(set, *++from);
        } else if (end - from > 2 && from[1] == '-') {
            for (int byte = (uint8_t)*from; byte <= (uint8_t)from[2]; byte++)
                add_byte(set, (uint8_t)byte);
            from += 2;
        } else {
            add_byte(set, (uint8_t)*from);
        }
    }
    if (complement)
        for (size_t i = 0; i < sizeof(clh_set); i++) set[i] ^= 0xff;
}

// Reads the set behind a '[' that has been passed.
static const uint8_t *read_set(compiler *c) {
    const char *end = end_of_set(c->at, c->end);
    if (!end) {
        add_fault(c, "malformed pattern (missing ']')", 0);
        return NULL;
    }
    static const clh_set empty;
    const uint8_t *set = empty;
    if (c->items) {
        fill_set(c->sets[c->set_count], c->at, end);
        set = c->sets[c->set_count];
    }
    c->set_count++;
    c->at = end + 1;
    return set;
}

static void deepen(compiler *c) {
    if (c->opened < CLH_PATTERN_DEPTH) c->opened++;
}

static bool open_capture(compiler *c) {
    bool place = c->at < c->end && *c->at == ')';
    if (c->captures == CLH_CAPTURES) return add_fault(c, "too many captures", 0);
    deepen(c);
    add_item(c, place ? PLACE : OPEN)->capture = (uint8_t)c->captures;
    if (place) {
        c->at++;
    } else {
        c->open[c->open_count++] = (uint8_t)c->captures;
        c->unclosed |= UINT64_C(1) << c->captures;
    }
    c->captures++;
    return true;
}

static bool close_capture(compiler *c) {
    if (!c->open_count) return add_fault(c, "invalid pattern capture", 0);
    deepen(c);
    uint8_t capture = c->open[--c->open_count];
    c->unclosed &= ~(UINT64_C(1) << capture);
    add_item(c, CLOSE)->capture = capture;
    return true;
}

static bool add_again(compiler *c, char digit) {
    int capture = digit - '1';
    if (capture < 0 || capture >= c->captures || (c->unclosed >> capture & 1))
        return add_fault(c, "invalid capture index %%%d", capture + 1);
    add_item(c, AGAIN)->capture = (uint8_t)capture;
    return true;
}

static bool add_balance(compiler *c) {
    if (c->end - c->at < 2)
        return add_fault(c, "malformed pattern (missing arguments to '%%b')", 0);
    clh_pattern_item *item = add_item(c, BALANCE);
    item->byte = (uint8_t)*c->at++;
    item->other = (uint8_t)*c->at++;
    return true;
}

static bool add_frontier(compiler *c) {
    if (c->at >= c->end || *c->at != '[')
        return add_fault(c, "missing '[' after '%%f' in pattern", 0);
    c->at++;
    const uint8_t *set = read_set(c);
    if (!set) return false;
    add_item(c, FRONTIER)->set = set;
    return true;
}

static int read_repeat(compiler *c) {
    if (c->at >= c->end) return ONCE;
    switch (*c->at) {
        case '?': c->at++; return OPTIONAL;
        case '*': c->at++; return GREEDY;
        case '+': c->at++; return MORE;
        case '-': c->at++; return LAZY;
        default: return ONCE;
    }
}

static bool repeats(const compiler *c, const char *at) {
    return at < c->end && (*at == '?' || *at == '*' || *at == '+' || *at == '-');
}

static bool is_plain(char byte) {
    return byte != '%' && byte != '[' && byte != '.' && byte != '(' && byte != ')' && byte != '$';
}

// Bytes that stand for themselves and are not repeated are compared at once.
static bool add_text(compiler *c, const char *from) {
    const char *to = from;
    while (to < c->end && is_plain(*to) && !repeats(c, to + 1)) to++;
    if (to - from < 2 || to - from > INT32_MAX) return false;
    clh_pattern_item *item = add_item(c, TEXT);
    item->text = from;
    item->length = (uint32_t)(to - from);
    c->at = to;
    return true;
}

static bool add_single(compiler *c, char byte) {
    int kind = BYTE;
    const uint8_t *set = NULL;
    if (byte == '%') {
        byte = *c->at++;
        const uint8_t *class = is_letter(byte) ? class_of(byte) : NULL;
        if (class && byte & 0x20) {
            kind = SET;
            set = class;
        } else if (class) {
            kind = SET;
            static const clh_set empty;
            set = empty;
            if (c->items) {
                memset(c->sets[c->set_count], 0, sizeof(clh_set));
                add_class(c->sets[c->set_count], byte);
                set = c->sets[c->set_count];
            }
            c->set_count++;
        }
    } else if (byte == '[') {
        kind = SET;
        set = read_set(c);
        if (!set) return false;
    } else if (byte == '.') {
        kind = ANY;
    }
    int repeat = read_repeat(c);
    clh_pattern_item *item = add_item(c, kind);
    item->repeat = (uint8_t)repeat;
    if (kind == BYTE) item->byte = (uint8_t)byte;
    else item->set = set;
    return true;
}

// Adds the next item; false when there is none behind it, since it is a fault.
static bool add_next(compiler *c) {
    char byte = *c->at++;
    switch (byte) {
        case '(': return open_capture(c);
        case ')': return close_capture(c);
        case '$':
            if (c->at < c->end) break;
            add_item(c, LAST);
            return true;
        case '%':
            if (c->at >= c->end) return add_fault(c, "malformed pattern (ends with '%%')", 0);
            switch (*c->at) {
                case 'b': c->at++; return add_balance(c);
                case 'f': c->at++; return add_frontier(c);
                case '0': case '1': case '2': case '3': case '4':
                case '5': case '6': case '7': case '8': case '9':
                    return add_again(c, *c->at++);
                default: break;
            }
            break;
        default:
            if (is_plain(byte) && add_text(c, c->at - 1)) return true;
    }
    return add_single(c, byte);
}

static void compile(compiler *c) {
    while (c->at < c->end && add_next(c)) {}
    add_item(c, DONE);
}

// Notes for each item the byte that can only follow it.
static void link_items(clh_pattern_item *items, size_t count) {
    for (size_t i = 0; i + 1 < count; i++) {
        const clh_pattern_item *next = &items[i + 1];
        if (next->kind == TEXT) items[i].next = (uint8_t)next->text[0];
        else if (next->kind == BYTE && (next->repeat == ONCE || next->repeat == MORE))
            items[i].next = next->byte;
    }
}

void clh_compile_pattern(lua_State *L, clh_pattern *out, const char *pattern, size_t length) {
    compiler c = {.at = pattern, .end = pattern + length};
    clh_pattern_item *items = out->small_items;
    clh_set *sets = out->small_sets;
    // There is at most an item for each byte and the last one, and a set for every two bytes.
    if (length >= CLH_SMALL_ITEMS) {
        clh_charge_bytes(L, length * 4);
        compile(&c);
        size_t size = c.item_count * sizeof *items + c.set_count * sizeof *sets;
        items = lua_newuserdatauv(L, size, 0);
        sets = (clh_set *)(items + c.item_count);
        c = (compiler){.at = pattern, .end = pattern + length};
    }
    c.items = items;
    c.sets = sets;
    compile(&c);
    link_items(items, c.item_count);
    out->head = (clh_pattern_head){
        .items = items, .sets = (const clh_set *)sets, .captures = c.captures,
        .item_count = (uint32_t)c.item_count, .set_count = (uint32_t)c.set_count};
}

size_t clh_pattern_size(const clh_pattern_head *pattern) {
    return pattern->item_count * sizeof *pattern->items
        + pattern->set_count * sizeof *pattern->sets;
}

void clh_copy_pattern(const clh_pattern_head *from, clh_pattern_head *to, void *room) {
    clh_pattern_item *items = room;
    clh_set *sets = (clh_set *)(items + from->item_count);
    memcpy(items, from->items, from->item_count * sizeof *items);
    memcpy(sets, from->sets, from->set_count * sizeof *sets);
    const uint8_t *first = (const uint8_t *)from->sets;
    const uint8_t *end = (const uint8_t *)(from->sets + from->set_count);
    for (uint32_t i = 0; i < from->item_count; i++)
        if ((items[i].kind == SET || items[i].kind == FRONTIER) && items[i].set >= first
            && items[i].set < end)
            items[i].set = (const uint8_t *)sets + (items[i].set - first);
    *to = *from;
    to->items = items;
    to->sets = (const clh_set *)sets;
}

// ---- Matching ----

// An open choice: an item, the place of the alternative that is being tried, and the lowest one.
typedef struct {
    const clh_pattern_item *item;
    const char *at, *low;
} choice;

enum { STEPS_A_UNIT = 4 };

static _Noreturn void raise_fault(lua_State *L, const clh_pattern_item *item) {
    luaL_error(L, item->text, (int)item->capture);
    abort();  // luaL_error does not return, though its type says so
}

static inline bool fits(const clh_pattern_item *item, char byte) {
    switch (item->kind) {
        case BYTE: return (uint8_t)byte == item->byte;
        case SET: return has(item->set, byte);
        default: return true;
    }
}

// The end of the longest run of bytes that fit.
static const char *run_of(const clh_pattern_item *item, const char *at, const char *end) {
    switch (item->kind) {
        case ANY: return end;
        case BYTE:
            while (at < end && (uint8_t)*at == item->byte) at++;
            return at;
        default:
            while (at < end && has(item->set, *at)) at++;
            return at;
    }
}

static const char *balanced(
    const clh_pattern_item *item, const char *at, const char *end) {
    if (at >= end || (uint8_t)*at != item->byte) return NULL;
    size_t open = 1;
    while (++at < end) {
        if ((uint8_t)*at == item->other) {
            if (--open == 0) return at + 1;
        } else if ((uint8_t)*at == item->byte) {
            open++;
        }
    }
    return NULL;
}

static bool at_frontier(const clh_match *match, const uint8_t *set, const char *at) {
    char before = at == match->subject ? 0 : at[-1];
    char here = at < match->end ? *at : 0;
    return !has(set, before) && has(set, here);
}

static inline bool same_again(const clh_match *match, int capture, const char *at, size_t *length) {
    const clh_capture *earlier = &match->captures[capture];
    if (earlier->length < 0) return false;  // a position is no text
    *length = (size_t)earlier->length;
    return (size_t)(match->end - at) >= *length && memcmp(earlier->start, at, *length) == 0;
}

// Pays for the steps so far; the count starts anew.
static uint64_t pay(clh_match *match, uint64_t steps) {
    clh_charge(match->L, steps / STEPS_A_UNIT);
    return steps % STEPS_A_UNIT;
}

// The next alternative of an open choice, or NULL when it has no more.
static const char *next_alternative(const clh_match *match, choice *open, uint64_t *steps) {
    const clh_pattern_item *item = open->item;
    const char *at = open->at;
    if (item->repeat == LAZY) {
        // One more byte at least, and on to where the byte that must follow stands.
        if (at >= match->end || !fits(item, *at)) return NULL;
        at++;
        if (item->next >= 0 && item->kind == ANY) {
            const char *from = at;
            at = memchr(from, item->next, (size_t)(match->end - from));
            *steps += (size_t)((at ? at : match->end) - from) / CLH_BYTES_A_UNIT;
        }
        return at;
    }
    if (item->repeat == OPTIONAL) return at;
    if (at <= open->low) return NULL;
    at--;
    if (item->next >= 0) {
        const char *from = at;
        while (at >= open->low && (at == match->end || (uint8_t)*at != item->next)) at--;
        *steps += (size_t)(from - at) / 4;
        if (at < open->low) return NULL;
    }
    return at;
}

const char *clh_match_at(clh_match *match, const char *at) {
    choice open[CLH_PATTERN_DEPTH];
    int count = 0;
    uint64_t steps = match->steps;
    const clh_pattern_item *item = match->pattern->items;
    const char *end = match->end;
    const char *low, *high;
    size_t length;
    for (;;) {
        if (++steps >= 1024) steps = pay(match, steps);
        switch (item->kind) {
            case TEXT:
                if ((size_t)(end - at) < item->length || memcmp(at, item->text, item->length) != 0)
                    goto back;
                at += item->length;
                steps += item->length / CLH_BYTES_A_UNIT;
                item++;
                continue;
            case OPEN:
            case PLACE:
                if (count + item->opened >= CLH_PATTERN_DEPTH) goto too_complex;
                match->captures[item->capture].start = at;
                match->captures[item->capture].length
                    = item->kind == OPEN ? CLH_UNFINISHED : CLH_POSITION;
                item++;
                continue;
            case CLOSE:
                if (count + item->opened >= CLH_PATTERN_DEPTH) goto too_complex;
                match->captures[item->capture].length = at - match->captures[item->capture].start;
                item++;
                continue;
            case AGAIN:
                if (!same_again(match, item->capture, at, &length)) goto back;
                at += length;
                steps += length / CLH_BYTES_A_UNIT;
                item++;
                continue;
            case BALANCE:
                high = balanced(item, at, end);
                steps += (size_t)((high ? high : end) - at) / 4;
                if (!high) goto back;
                at = high;
                item++;
                continue;
            case FRONTIER:
                if (!at_frontier(match, item->set, at)) goto back;
                item++;
                continue;
            case LAST:
                if (at != end) goto back;
                item++;
                continue;
            case DONE: match->steps = steps; return at;
            case FAULT: raise_fault(match->L, item);
            default: break;
        }
        switch (item->repeat) {
            case ONCE:
                if (at >= end || !fits(item, *at)) goto back;
                at++;
                item++;
                continue;
            case OPTIONAL:
                if (at < end && fits(item, *at)) {
                    if (count + item->opened + 1 >= CLH_PATTERN_DEPTH) goto too_complex;
                    open[count++] = (choice){.item = item, .at = at, .low = at};
                    at++;
                }
                item++;
                continue;
            case LAZY:
                if (count + item->opened + 1 >= CLH_PATTERN_DEPTH) goto too_complex;
                open[count++] = (choice){.item = item, .at = at, .low = at};
                item++;
                continue;
            default:
                low = at + (item->repeat == MORE);
                high = run_of(item, at, end);
                if (high < low) goto back;
                if (count + item->opened + 1 >= CLH_PATTERN_DEPTH) goto too_complex;
                steps += (size_t)(high - at) / 8;
                at = high;
                open[count++] = (choice){.item = item, .at = at, .low = low};
                item++;
                continue;
        }
    back:
        for (;;) {
            if (count == 0) {
                match->steps = steps;
                return NULL;
            }
            choice *last = &open[count - 1];
            steps++;
            at = next_alternative(match, last, &steps);
            if (at) {
                last->at = at;
                item = last->item + 1;
                if (last->item->repeat == OPTIONAL) count--;
                break;
            }
            if (steps >= 1024) steps = pay(match, steps);
            count--;
        }
    }
too_complex:
    luaL_error(match->L, "pattern too complex");
    abort();
}

const char *clh_match_candidate(clh_match *match, const char *at) {
    const clh_pattern_item *first = match->pattern->items;
    const char *from = at;
    switch (first->kind) {
        case TEXT:
            at = memchr(at, first->text[0], (size_t)(match->end - at));
            break;
        case BYTE:
            if (first->repeat != ONCE && first->repeat != MORE) return at;
            at = memchr(at, first->byte, (size_t)(match->end - at));
            break;
        case SET:
            if (first->repeat != ONCE && first->repeat != MORE) return at;
            while (at < match->end && !has(first->set, *at)) at++;
            match->steps += (size_t)(at - from) / 4;
            return at < match->end ? at : NULL;
        default: return at;
    }
    match->steps += (size_t)((at ? at : match->end) - from) / CLH_BYTES_A_UNIT;
    return at;
}
#endif
