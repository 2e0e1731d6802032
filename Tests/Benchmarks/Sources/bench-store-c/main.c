// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Writes into a store what the library writes for the same changes, with SQLite and libsodium alone: the same
// rows, the same salts and hashes, the same flushes. It checks nothing. What it wrote is verified by the library.
//
//   bench-store-c bulk STORE COUNT     all changes in one transaction
//   bench-store-c single STORE COUNT   a transaction for each
//   bench-store-c flush FILE COUNT     only flushes, for the time that the disk takes
//
// It prints the seconds by the clock and the seconds of the processor.

#include <fcntl.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *store;

static void must(int code, int wanted) {
    if (code == wanted) return;
    fprintf(stderr, "bench-store-c: %s\n", store ? sqlite3_errmsg(store) : "cannot go on");
    exit(1);
}

static double seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement = NULL;
    must(sqlite3_prepare_v3(store, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), SQLITE_OK);
    return statement;
}

static void run(const char *sql) { must(sqlite3_exec(store, sql, NULL, NULL, NULL), SQLITE_OK); }

static void hexadecimal(char *text, const unsigned char *bytes, size_t count) {
    sodium_bin2hex(text, 2 * count + 1, bytes, count);
}

struct journal {
    sqlite3_stmt *begin, *commit, *last, *entry, *text;
    sqlite3_int64 committee, sequence;
    unsigned char hash[32];
    int has_hash;
};

static void append(struct journal *journal) {
    unsigned char random[16], salt[16], digest[32], salted[256];
    char id[33], text[128], subject[32], bytes[1024], digits[65], previous[65] = "";
    const char *payload = "{\"audience\":\"public\",\"text\":{\"$text\":\"text\"}}";
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    long long recorded = (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
    sqlite3_int64 sequence = ++journal->sequence;

    randombytes_buf(salt, sizeof salt);
    int length = snprintf(text, sizeof text,
        "What was done about action %lld, in a sentence or two of usual length.", (long long)sequence);
    memcpy(salted, salt, sizeof salt);
    memcpy(salted + sizeof salt, text, (size_t)length);
    crypto_hash_sha256(digest, salted, sizeof salt + (size_t)length);
    hexadecimal(digits, digest, sizeof digest);
    randombytes_buf(random, sizeof random);
    hexadecimal(id, random, sizeof random);
    if (journal->has_hash) hexadecimal(previous, journal->hash, sizeof journal->hash);
    int subject_length = snprintf(subject, sizeof subject, "%lld", (long long)sequence);
    int written = snprintf(bytes, sizeof bytes,
        "{\"by\":\"bench\",\"committee\":\"north\",\"digest\":\"sha-256\",\"effective\":\"2026-10-31\","
        "\"effectiveIsBound\":false,\"format\":1,\"id\":\"%s\",\"kind\":\"host.noted\",\"payload\":%s,"
        "\"previous\":\"%s\",\"recorded\":%lld,\"sequence\":%lld,\"subject\":{\"id\":\"%s\",\"kind\":\"matter\"},"
        "\"texts\":{\"text\":\"%s\"},\"version\":1}",
        id, payload, previous, recorded, (long long)sequence, subject, digits);

    sqlite3_stmt *entry = journal->entry;
    sqlite3_bind_int64(entry, 1, journal->committee);
    sqlite3_bind_int64(entry, 2, sequence);
    sqlite3_bind_text(entry, 3, id, 32, SQLITE_STATIC);
    sqlite3_bind_text(entry, 4, "matter", -1, SQLITE_STATIC);
    sqlite3_bind_text(entry, 5, subject, subject_length, SQLITE_STATIC);
    sqlite3_bind_text(entry, 6, "host.noted", -1, SQLITE_STATIC);
    sqlite3_bind_int64(entry, 7, 1);
    sqlite3_bind_text(entry, 8, payload, -1, SQLITE_STATIC);
    sqlite3_bind_text(entry, 9, "2026-10-31", -1, SQLITE_STATIC);
    sqlite3_bind_int64(entry, 10, 0);
    sqlite3_bind_text(entry, 11, "bench", -1, SQLITE_STATIC);
    sqlite3_bind_int64(entry, 12, recorded);
    sqlite3_bind_null(entry, 13);
    if (journal->has_hash)
        sqlite3_bind_blob(entry, 14, journal->hash, 32, SQLITE_STATIC);
    else
        sqlite3_bind_zeroblob(entry, 14, 0);
    unsigned char hash[32];
    crypto_hash_sha256(hash, (unsigned char *)bytes, (unsigned long long)written);
    sqlite3_bind_blob(entry, 15, hash, 32, SQLITE_STATIC);
    must(sqlite3_step(entry), SQLITE_DONE);
    sqlite3_reset(entry);

    sqlite3_bind_int64(journal->text, 1, journal->committee);
    sqlite3_bind_int64(journal->text, 2, sequence);
    sqlite3_bind_text(journal->text, 3, "text", -1, SQLITE_STATIC);
    sqlite3_bind_blob(journal->text, 4, digest, 32, SQLITE_STATIC);
    sqlite3_bind_blob(journal->text, 5, salt, 16, SQLITE_STATIC);
    sqlite3_bind_blob(journal->text, 6, text, length, SQLITE_STATIC);
    must(sqlite3_step(journal->text), SQLITE_DONE);
    sqlite3_reset(journal->text);

    memcpy(journal->hash, hash, sizeof hash);
    journal->has_hash = 1;
}

static void begin(struct journal *journal) {
    must(sqlite3_step(journal->begin), SQLITE_DONE);
    sqlite3_reset(journal->begin);
    int code = sqlite3_step(journal->last);
    journal->sequence = 0;
    journal->has_hash = 0;
    if (code == SQLITE_ROW) {
        journal->sequence = sqlite3_column_int64(journal->last, 0);
        memcpy(journal->hash, sqlite3_column_blob(journal->last, 1), 32);
        journal->has_hash = 1;
    } else {
        must(code, SQLITE_DONE);
    }
    sqlite3_reset(journal->last);
}

static void commit(struct journal *journal) {
    must(sqlite3_step(journal->commit), SQLITE_DONE);
    sqlite3_reset(journal->commit);
}

static void flushes(const char *path, int count) {
    char page[4096] = {1};
    int file = open(path, O_RDWR | O_CREAT, 0600);
    for (int round = 0; round < count; round++) {
        if (pwrite(file, page, sizeof page, (off_t)(round % 1000) * 4096) != sizeof page) exit(1);
        fdatasync(file);
    }
    close(file);
}

int main(int count, char **words) {
    if (count != 4 || sodium_init() < 0) return 64;
    int changes = atoi(words[3]);
    if (strcmp(words[1], "flush") == 0) {
        double start = seconds(CLOCK_MONOTONIC), processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
        flushes(words[2], changes);
        printf("%.6f %.6f\n", seconds(CLOCK_MONOTONIC) - start,
            seconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
        return 0;
    }
    must(sqlite3_open_v2(words[2], &store, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    run("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON");
    struct journal journal = {
        .begin = prepare("BEGIN IMMEDIATE"),
        .commit = prepare("COMMIT"),
        .last = prepare("SELECT sequence, hash FROM entry WHERE committee = 1 ORDER BY sequence DESC LIMIT 1"),
        .entry = prepare(
            "INSERT INTO entry (committee, sequence, id, subject_kind, subject_id, kind, version, payload,"
            " effective, effective_is_bound, author, recorded, idempotency_key, previous_hash, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        .text = prepare("INSERT INTO entry_text (committee, sequence, name, digest, salt, text)"
                        " VALUES (?, ?, ?, ?, ?, ?)"),
        .committee = 1,
    };
    int is_bulk = strcmp(words[1], "bulk") == 0;
    double start = seconds(CLOCK_MONOTONIC), processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
    if (is_bulk) begin(&journal);
    for (int change = 0; change < changes; change++) {
        if (!is_bulk) begin(&journal);
        append(&journal);
        if (!is_bulk) commit(&journal);
    }
    if (is_bulk) commit(&journal);
    printf("%.6f %.6f\n", seconds(CLOCK_MONOTONIC) - start,
        seconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
    return 0;
}
