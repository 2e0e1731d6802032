// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// A power cut for one folder. Loaded with LD_PRELOAD, it watches what a program does to the files of
// a folder and knows what of it was synced. At a chosen call it leaves the folder as a machine without
// power would have left it, and ends the program.
//
//   POWER_CUT_FOLDER  the folder, as an absolute path without links; files in folders below it are
//                     not watched
//   POWER_CUT_AT      the number of the call at which the power goes; 0 or none: when the program ends
//   POWER_CUT_MODE    lost   whatever was not synced is gone, and so is a name whose folder was not
//                     names  names are kept, contents that were not synced are gone
//                     torn   a random part of it is kept: calls in part, writes by sectors of 512
//                     kept   everything is there, as after a kill; a program that ends of itself is not stopped
//   POWER_CUT_SEED    a number that chooses the part
//   POWER_CUT_FAIL    the number of the sync from which on every sync fails, as on a disk that dies
//   POWER_CUT_FULL    the number of the call that needs room from which on there is none: a write, a longer
//                     file, a new one
//
// What SQLite maps into memory, its -shm file, is made anew after a crash and is thrown away. Calls by
// which a program could write without being seen end it with a message. The program's own syncs cost
// nothing: they are only noted.

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { power_is_cut = 99, misuse = 98, sector = 512, most_files = 4096, most_names = 256 };

// A write or a change of length that was not synced.
struct change {
    struct change *next;
    off_t at;
    size_t length;
    unsigned char *bytes;  // NULL for a change of length, which is then `at`
};

struct file {
    unsigned char *bytes;  // what is on the disk for certain
    size_t size, room;
    struct change *first, *last;
};

struct name {
    char text[NAME_MAX + 1];
    struct file *file;
};

struct names {
    struct name all[most_names];
    int count;
};

// A change of names that was not synced.
struct renaming {
    struct renaming *next;
    char removed[NAME_MAX + 1], added[NAME_MAX + 1];
    struct file *file;
};

static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static int (*real_close)(int);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);

static pthread_once_t started = PTHREAD_ONCE_INIT;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX];
static const char *mode = "lost";
static long cut_at, calls, syncs;
static long fail_at, full_at, fillings;
static uint64_t random_state;
static struct names live, kept;
static struct renaming *first_renaming, *last_renaming;
static struct file *open_files[most_files];
static int open_folders[most_files];

static void say(const char *text) {
    ssize_t ignored = real_write(STDERR_FILENO, text, strlen(text));
    (void)ignored;
}

static void stop(const char *why) {
    say("power cut: ");
    say(why);
    say("\n");
    _exit(misuse);
}

static void *allocate(size_t size) {
    void *memory = calloc(1, size ? size : 1);
    if (!memory) stop("no memory");
    return memory;
}

// MARK: What is on the disk

static void set_size(struct file *file, size_t size) {
    if (size > file->room) {
        file->room = size * 2;
        file->bytes = realloc(file->bytes, file->room);
        if (!file->bytes) stop("no memory");
    }
    if (size > file->size) memset(file->bytes + file->size, 0, size - file->size);
    file->size = size;
}

static void put(struct file *file, off_t at, const unsigned char *bytes, size_t length) {
    if (!length) return;
    if ((size_t)at + length > file->size) set_size(file, (size_t)at + length);
    memcpy(file->bytes + at, bytes, length);
}

static void apply(struct file *file, const struct change *change) {
    if (change->bytes)
        put(file, change->at, change->bytes, change->length);
    else
        set_size(file, (size_t)change->at);
}

static void note_change(struct file *file, off_t at, const void *bytes, size_t length) {
    struct change *change = allocate(sizeof *change);
    change->at = at;
    change->length = length;
    if (bytes) {
        change->bytes = allocate(length);
        memcpy(change->bytes, bytes, length);
    }
    if (file->last)
        file->last->next = change;
    else
        file->first = change;
    file->last = change;
}

static void sync_file(struct file *file) {
    for (struct change *change = file->first; change;) {
        struct change *next = change->next;
        apply(file, change);
        free(change->bytes);
        free(change);
        change = next;
    }
    file->first = file->last = NULL;
}

static struct name *find(struct names *names, const char *text) {
    for (int i = 0; i < names->count; i++)
        if (!strcmp(names->all[i].text, text)) return &names->all[i];
    return NULL;
}

static void set_name(struct names *names, const char *text, struct file *file) {
    struct name *name = find(names, text);
    if (!name) {
        if (names->count == most_names) stop("too many names");
        name = &names->all[names->count++];
        snprintf(name->text, sizeof name->text, "%s", text);
    }
    name->file = file;
}

static void remove_name(struct names *names, const char *text) {
    struct name *name = find(names, text);
    if (name) *name = names->all[--names->count];
}

static void note_renaming(const char *removed, const char *added, struct file *file) {
    struct renaming *renaming = allocate(sizeof *renaming);
    if (removed) {
        snprintf(renaming->removed, sizeof renaming->removed, "%s", removed);
        remove_name(&live, removed);
    }
    if (added) {
        snprintf(renaming->added, sizeof renaming->added, "%s", added);
        renaming->file = file;
        set_name(&live, added, file);
    }
    if (last_renaming)
        last_renaming->next = renaming;
    else
        first_renaming = renaming;
    last_renaming = renaming;
}

static void apply_renaming(const struct renaming *renaming) {
    if (*renaming->removed) remove_name(&kept, renaming->removed);
    if (*renaming->added) set_name(&kept, renaming->added, renaming->file);
}

static void sync_folder(void) {
    kept = live;
    first_renaming = last_renaming = NULL;
}

// MARK: The cut

static uint64_t next_random(void) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state >> 11;
}

static void tear(struct file *file) {
    for (struct change *change = file->first; change; change = change->next) {
        uint64_t fate = next_random() % 3;
        if (fate == 0) continue;
        if (fate == 1 || !change->bytes) {
            apply(file, change);
            continue;
        }
        off_t end = change->at + (off_t)change->length;
        for (off_t at = change->at; at < end;) {
            off_t next = (at / sector + 1) * sector;
            if (next > end) next = end;
            if (next_random() & 1)
                put(file, at, change->bytes + (at - change->at), (size_t)(next - at));
            at = next;
        }
    }
}

static void path_of(const char *name, char *path, size_t room) {
    if (snprintf(path, room, "%s/%s", folder, name) >= (int)room) stop("a path is too long");
}

static void empty_folder(void) {
    char path[PATH_MAX];
    DIR *stream = opendir(folder);
    if (!stream) stop("the folder is gone");
    for (struct dirent *entry; (entry = readdir(stream));) {
        if (entry->d_type == DT_DIR) continue;
        path_of(entry->d_name, path, sizeof path);
        real_unlink(path);
    }
    closedir(stream);
}

static void write_file(const struct name *name) {
    char path[PATH_MAX];
    path_of(name->text, path, sizeof path);
    int file = real_open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) stop("a file cannot be left behind");
    for (size_t at = 0; at < name->file->size;) {
        ssize_t count = real_write(file, name->file->bytes + at, name->file->size - at);
        if (count <= 0) stop("a file cannot be left behind whole");
        at += (size_t)count;
    }
    real_close(file);
}

static void say_figures(long lost) {
    char text[160];
    snprintf(text, sizeof text, "power cut: calls=%ld syncs=%ld fillings=%ld unsynced=%ld\n", calls, syncs,
             fillings, lost);
    say(text);
}

// Leaves the folder as the power cut leaves it, and ends the program. The lock is never given back.
static void cut(void) {
    long lost = 0;
    int is_torn = !strcmp(mode, "torn");
    if (!strcmp(mode, "kept")) {
        say_figures(0);
        _exit(power_is_cut);
    }
    for (int i = 0; i < live.count; i++)
        for (struct change *change = live.all[i].file->first; change; change = change->next) lost++;
    if (is_torn || !strcmp(mode, "names")) {
        long count = 0;
        for (struct renaming *each = first_renaming; each; each = each->next) count++;
        if (is_torn) count = (long)(next_random() % (uint64_t)(count + 1));
        for (struct renaming *each = first_renaming; each && count > 0; each = each->next, count--)
            apply_renaming(each);
    }
    if (is_torn)
        for (int i = 0; i < kept.count; i++) tear(kept.all[i].file);
    empty_folder();
    for (int i = 0; i < kept.count; i++) write_file(&kept.all[i]);
    say_figures(lost);
    _exit(power_is_cut);
}

// A call that needs room on the disk is about to take effect; whether there is none. The lock is held.
static int is_full(void) {
    fillings++;
    return full_at && fillings >= full_at;
}

// A call that changes or syncs the folder is about to take effect; the lock is held.
static void count_call(void) {
    if (++calls == cut_at) cut();
}

// MARK: The start

static void read_folder(void) {
    char path[PATH_MAX];
    DIR *stream = opendir(folder);
    if (!stream) stop("POWER_CUT_FOLDER is no folder");
    for (struct dirent *entry; (entry = readdir(stream));) {
        size_t length = strlen(entry->d_name);
        if (entry->d_type != DT_REG) continue;
        if (length > 4 && !strcmp(entry->d_name + length - 4, "-shm")) continue;
        path_of(entry->d_name, path, sizeof path);
        struct file *file = allocate(sizeof *file);
        int from = real_open(path, O_RDONLY | O_CLOEXEC);
        struct stat status;
        if (from < 0 || fstat(from, &status)) stop("a file cannot be read");
        set_size(file, (size_t)status.st_size);
        for (size_t at = 0; at < file->size;) {
            ssize_t count = read(from, file->bytes + at, file->size - at);
            if (count <= 0) stop("a file cannot be read whole");
            at += (size_t)count;
        }
        real_close(from);
        set_name(&live, entry->d_name, file);
    }
    closedir(stream);
    sync_folder();
}

static void start_once(void) {
    real_open = dlsym(RTLD_NEXT, "open");
    real_openat = dlsym(RTLD_NEXT, "openat");
    real_close = dlsym(RTLD_NEXT, "close");
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_rename = dlsym(RTLD_NEXT, "rename");
    const char *given = getenv("POWER_CUT_FOLDER");
    if (!given || !realpath(given, folder)) {
        *folder = 0;
        return;
    }
    if (getenv("POWER_CUT_MODE")) mode = getenv("POWER_CUT_MODE");
    if (getenv("POWER_CUT_AT")) cut_at = atol(getenv("POWER_CUT_AT"));
    if (getenv("POWER_CUT_FAIL")) fail_at = atol(getenv("POWER_CUT_FAIL"));
    if (getenv("POWER_CUT_FULL")) full_at = atol(getenv("POWER_CUT_FULL"));
    if (getenv("POWER_CUT_SEED")) random_state = strtoull(getenv("POWER_CUT_SEED"), NULL, 10);
    random_state = (random_state + 1) * 0x9E3779B97F4A7C15u;
    read_folder();
}

static void start(void) { pthread_once(&started, start_once); }

__attribute__((constructor)) static void at_start(void) { start(); }

__attribute__((destructor)) static void at_end(void) {
    if (!*folder) return;
    pthread_mutex_lock(&lock);
    if (!strcmp(mode, "kept"))
        say_figures(0);
    else
        cut();
}

// MARK: Whose file it is

static struct file *file_of(int number) {
    return *folder && number >= 0 && number < most_files ? open_files[number] : NULL;
}

static int is_folder(int number) {
    return *folder && number >= 0 && number < most_files && open_folders[number];
}

// Returns the name in the folder for which a path stands, or NULL when it is elsewhere.
static const char *watched(int at, const char *path, char *room) {
    if (!*folder) return NULL;
    if (at != AT_FDCWD && *path != '/') {
        if (is_folder(at)) stop("openat below the folder is not followed");
        return NULL;
    }
    char parent[PATH_MAX], real[PATH_MAX];
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    if (!slash)
        strcpy(parent, ".");
    else if (slash == path)
        strcpy(parent, "/");
    else
        snprintf(parent, sizeof parent, "%.*s", (int)(slash - path), path);
    if (!realpath(parent, real) || strcmp(real, folder)) return NULL;
    size_t length = strlen(name);
    if (!length || length > NAME_MAX) return NULL;
    if (length > 4 && !strcmp(name + length - 4, "-shm")) return NULL;
    return strcpy(room, name);
}

static void note_open(int number, const char *path, const char *name, int flags) {
    if (number < 0 || !*folder) return;
    if (number >= most_files) stop("too many open files");
    struct stat status;
    char real[PATH_MAX];
    if (fstat(number, &status)) return;
    if (S_ISDIR(status.st_mode)) {
        open_folders[number] = realpath(path, real) && !strcmp(real, folder);
        return;
    }
    if (!name || !S_ISREG(status.st_mode)) return;
    struct name *known = find(&live, name);
    struct file *file = known ? known->file : allocate(sizeof *file);
    if (!known) note_renaming(NULL, name, file);
    if (known && (flags & O_TRUNC)) note_change(file, 0, NULL, 0);
    open_files[number] = file;
}

static int open_watched(int at, const char *path, int flags, mode_t mode_of_file) {
    start();
    char room[NAME_MAX + 1];
    const char *name = watched(at, path, room);
    if (!*folder) return real_openat(at, path, flags, mode_of_file);
    pthread_mutex_lock(&lock);
    if (name && (flags & (O_CREAT | O_TRUNC)) && !(find(&live, name) && !(flags & O_TRUNC)))
        count_call();
    if (name && (flags & O_CREAT) && !find(&live, name) && is_full()) {
        pthread_mutex_unlock(&lock);
        errno = ENOSPC;
        return -1;
    }
    int number = real_openat(at, path, flags, mode_of_file);
    int reason = errno;
    note_open(number, path, name, flags);
    pthread_mutex_unlock(&lock);
    errno = reason;
    return number;
}

static mode_t mode_in(int flags, va_list list) {
    return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(list, mode_t) : 0;
}

// MARK: The calls

#define OPENING(call)                                        \
    int call(const char *path, int flags, ...) {             \
        va_list list;                                        \
        va_start(list, flags);                               \
        mode_t given = mode_in(flags, list);                 \
        va_end(list);                                        \
        return open_watched(AT_FDCWD, path, flags, given);   \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(call)                                     \
    int call(int at, const char *path, int flags, ...) {     \
        va_list list;                                        \
        va_start(list, flags);                               \
        mode_t given = mode_in(flags, list);                 \
        va_end(list);                                        \
        return open_watched(at, path, flags, given);         \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

int __open_2(const char *path, int flags) { return open_watched(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_watched(AT_FDCWD, path, flags, 0); }
int creat(const char *path, mode_t given) {
    return open_watched(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, given);
}

int close(int number) {
    start();
    pthread_mutex_lock(&lock);
    if (number >= 0 && number < most_files) {
        open_files[number] = NULL;
        open_folders[number] = 0;
    }
    int result = real_close(number);
    pthread_mutex_unlock(&lock);
    return result;
}

static ssize_t write_watched(struct file *file, int number, const void *bytes, size_t length, off_t at) {
    pthread_mutex_lock(&lock);
    int fails = is_full();
    ssize_t count = fails || at < 0 ? -1 : real_pwrite(number, bytes, length, at);
    int reason = fails ? ENOSPC : errno;
    if (count > 0) note_change(file, at, bytes, (size_t)count);
    count_call();
    pthread_mutex_unlock(&lock);
    errno = reason;
    return count;
}

ssize_t pwrite(int number, const void *bytes, size_t length, off_t at) {
    start();
    struct file *file = file_of(number);
    return file ? write_watched(file, number, bytes, length, at) : real_pwrite(number, bytes, length, at);
}

ssize_t pwrite64(int number, const void *bytes, size_t length, off_t at) {
    return pwrite(number, bytes, length, at);
}

ssize_t write(int number, const void *bytes, size_t length) {
    start();
    struct file *file = file_of(number);
    if (!file) return real_write(number, bytes, length);
    int flags = fcntl(number, F_GETFL);
    off_t at = lseek(number, 0, flags & O_APPEND ? SEEK_END : SEEK_CUR);
    ssize_t count = write_watched(file, number, bytes, length, at);
    if (count > 0) lseek(number, at + count, SEEK_SET);
    return count;
}

int ftruncate(int number, off_t size) {
    start();
    struct file *file = file_of(number);
    if (!file) return real_ftruncate(number, size);
    pthread_mutex_lock(&lock);
    struct stat before;
    int fails = !fstat(number, &before) && size > before.st_size && is_full();
    int result = fails ? -1 : real_ftruncate(number, size), reason = fails ? ENOSPC : errno;
    if (!result) note_change(file, size, NULL, 0);
    count_call();
    pthread_mutex_unlock(&lock);
    errno = reason;
    return result;
}

int ftruncate64(int number, off_t size) { return ftruncate(number, size); }

enum { not_ours, synced, failed };

// Whether a sync is of the folder's; then it is noted, and costs nothing, or it fails.
static int sync_watched(int number) {
    start();
    struct file *file = file_of(number);
    if (!file && !is_folder(number)) return not_ours;
    pthread_mutex_lock(&lock);
    count_call();
    syncs++;
    int fails = fail_at && syncs >= fail_at;
    if (!fails) {
        if (file)
            sync_file(file);
        else
            sync_folder();
    }
    pthread_mutex_unlock(&lock);
    if (fails) errno = EIO;
    return fails ? failed : synced;
}

int fsync(int number) {
    int result = sync_watched(number);
    return result == not_ours ? real_fsync(number) : result == failed ? -1 : 0;
}

int fdatasync(int number) {
    int result = sync_watched(number);
    return result == not_ours ? real_fdatasync(number) : result == failed ? -1 : 0;
}

int unlink(const char *path) {
    start();
    char room[NAME_MAX + 1];
    const char *name = watched(AT_FDCWD, path, room);
    if (!name) return real_unlink(path);
    pthread_mutex_lock(&lock);
    if (find(&live, name)) count_call();
    int result = real_unlink(path), reason = errno;
    if (!result) note_renaming(name, NULL, NULL);
    pthread_mutex_unlock(&lock);
    errno = reason;
    return result;
}

int remove(const char *path) { return unlink(path); }

int rename(const char *from, const char *to) {
    start();
    char room[NAME_MAX + 1], other[NAME_MAX + 1];
    const char *old = watched(AT_FDCWD, from, room), *new = watched(AT_FDCWD, to, other);
    if (!old && !new) return real_rename(from, to);
    if (!old || !new) stop("rename into or out of the folder");
    pthread_mutex_lock(&lock);
    struct name *known = find(&live, old);
    count_call();
    int result = real_rename(from, to), reason = errno;
    if (!result && known) note_renaming(old, new, known->file);
    pthread_mutex_unlock(&lock);
    errno = reason;
    return result;
}

// MARK: Calls that are not followed

#define UNFOLLOWED(type, call, parameters, arguments, number)         \
    type call parameters {                                            \
        start();                                                      \
        if (file_of(number)) stop(#call " is not followed");          \
        type (*real) parameters = dlsym(RTLD_NEXT, #call);            \
        return real arguments;                                        \
    }
UNFOLLOWED(ssize_t, writev, (int to, const struct iovec *parts, int count), (to, parts, count), to)
UNFOLLOWED(ssize_t, pwritev, (int to, const struct iovec *parts, int count, off_t at),
           (to, parts, count, at), to)
UNFOLLOWED(int, fallocate, (int to, int how, off_t at, off_t length), (to, how, at, length), to)
UNFOLLOWED(int, posix_fallocate, (int to, off_t at, off_t length), (to, at, length), to)
UNFOLLOWED(int, dup, (int from), (from), from)
UNFOLLOWED(int, dup2, (int from, int to), (from, to), from)
