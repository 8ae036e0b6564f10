/* The disk as the tests of power cuts and of failing disks see it. Loaded by LD_PRELOAD.
 *
 * HOLDFAST_DISK_FOLDER  the folder that is watched, as an absolute path
 * HOLDFAST_DISK_LOG     file to which every change below it is written, in order, with its bytes
 * HOLDFAST_DISK_FAULT   file that says what fails while it exists: "room N" leaves room for N bytes
 *                       more, "sync N" makes the Nth sync from now fail, once
 *
 * A record of the log: kind (1 byte), file (i32), number (i64), length (u32), so many bytes; all
 * little-endian, as this machine has them.
 *   O open: number = inode, bytes = path        C close
 *   N names of a folder: number = inode, bytes = "inode name\n" for each; comes before its sync
 *   W write: number = offset, bytes = content   T truncate: number = length
 *   S sync                                      E sync that failed
 *   R rename: bytes = from NUL to               U unlink: path        M mkdir: path
 * Paths are below the folder; the folder itself is "". The file that connections share in memory
 * (-shm) is not logged: after a power cut there are no connections.
 *
 * What a program does by raw system calls goes past this library. Renames by rustix do: they show in
 * the names of the folder when it is synced. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { FILES = 4096, LOGGED = 1, WATCHED = 2, FOLDER = 4 };

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static unsigned char known[FILES];
static char *folder_paths[FILES];
static const char *folder, *fault_path;
static int log_fd = -1;

__attribute__((constructor)) static void begin(void) {
    folder = getenv("HOLDFAST_DISK_FOLDER");
    fault_path = getenv("HOLDFAST_DISK_FAULT");
    const char *log = getenv("HOLDFAST_DISK_LOG");
    if (log) log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void lock(void) { pthread_mutex_lock(&one_at_a_time); }
static void unlock(void) { pthread_mutex_unlock(&one_at_a_time); }

/* The path below the watched folder, or NULL. */
static const char *below(const char *path) {
    size_t length = folder ? strlen(folder) : 0;
    if (length == 0 || path == NULL || strncmp(path, folder, length) != 0) return NULL;
    if (path[length] == '/') return path + length + 1;
    return path[length] == 0 ? path + length : NULL;
}

static int shared_memory(const char *path) {
    size_t length = strlen(path);
    return length >= 4 && strcmp(path + length - 4, "-shm") == 0;
}

static unsigned char kind_of(int fd) { return fd >= 0 && fd < FILES ? known[fd] : 0; }

static void note(char kind, int fd, int64_t number, const void *bytes, uint32_t length) {
    if (log_fd < 0) return;
    char head[17];
    int32_t file = fd;
    head[0] = kind;
    memcpy(head + 1, &file, 4);
    memcpy(head + 5, &number, 8);
    memcpy(head + 13, &length, 4);
    struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
    if (syscall(SYS_writev, log_fd, parts, 2) != (long)(sizeof head + length)) abort();
}

static void note_path(char kind, const char *path) {
    const char *name = below(path);
    if (name && !shared_memory(name)) note(kind, -1, 0, name, strlen(name));
}

/* The number after a word in the fault file; -1 when it says nothing of that. */
static int64_t fault(const char *word, int *fd) {
    char text[64] = {0};
    *fd = fault_path ? syscall(SYS_openat, AT_FDCWD, fault_path, O_RDWR | O_CLOEXEC, 0) : -1;
    if (*fd < 0) return -1;
    size_t length = strlen(word);
    if (syscall(SYS_pread64, *fd, text, sizeof text - 1, 0) > 0 && strncmp(text, word, length) == 0)
        return atoll(text + length);
    syscall(SYS_close, *fd);
    return -1;
}

static void set_fault(const char *word, int64_t number, int fd) {
    char text[64];
    int length = snprintf(text, sizeof text, "%s%-20lld\n", word, (long long)number);
    syscall(SYS_pwrite64, fd, text, length, 0);
    syscall(SYS_close, fd);
}

/* How many of so many bytes there is room for. */
static size_t room_for(size_t wanted) {
    int fd;
    int64_t room = fault("room ", &fd);
    if (room < 0) return wanted;
    size_t given = (uint64_t)room < wanted ? (size_t)room : wanted;
    set_fault("room ", room - (int64_t)given, fd);
    return given;
}

static int sync_fails(void) {
    int fd;
    int64_t left = fault("sync ", &fd);
    if (left < 0) return 0;
    set_fault("sync ", left > 0 ? left - 1 : 0, fd);
    return left == 1;
}

static int opened(int fd, const char *path) {
    const char *name = below(path);
    if (fd < 0 || fd >= FILES || name == NULL) return fd;
    struct stat stat;
    if (fstat(fd, &stat) != 0) return fd;
    int logged = !shared_memory(name);
    known[fd] = WATCHED | (logged ? LOGGED : 0) | (S_ISDIR(stat.st_mode) ? FOLDER : 0);
    if (S_ISDIR(stat.st_mode)) {
        free(folder_paths[fd]);
        folder_paths[fd] = strdup(path);
    }
    if (logged) note('O', fd, stat.st_ino, name, strlen(name));
    return fd;
}

static int open_at(int at, const char *path, int flags, mode_t mode) {
    lock();
    int fd = opened(syscall(SYS_openat, at, path, flags, mode), path);
    if (fd >= 0 && (flags & O_TRUNC) && (kind_of(fd) & LOGGED)) note('T', fd, 0, NULL, 0);
    int error = errno;
    unlock();
    errno = error;
    return fd;
}

static mode_t mode_of(int flags, va_list more) {
    return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(more, mode_t) : 0;
}

#define OPEN(NAME)                                                   \
    int NAME(const char *path, int flags, ...) {                     \
        va_list more;                                                \
        va_start(more, flags);                                       \
        mode_t mode = mode_of(flags, more);                          \
        va_end(more);                                                \
        return open_at(AT_FDCWD, path, flags, mode);                 \
    }
#define OPENAT(NAME)                                                 \
    int NAME(int at, const char *path, int flags, ...) {             \
        va_list more;                                                \
        va_start(more, flags);                                       \
        mode_t mode = mode_of(flags, more);                          \
        va_end(more);                                                \
        return open_at(at, path, flags, mode);                       \
    }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

int creat(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

int close(int fd) {
    lock();
    if (kind_of(fd) & LOGGED) note('C', fd, 0, NULL, 0);
    if (fd >= 0 && fd < FILES) known[fd] = 0;
    int done = syscall(SYS_close, fd);
    unlock();
    return done;
}

static ssize_t write_at(int fd, const void *bytes, size_t count, int64_t at) {
    if (!(kind_of(fd) & WATCHED))
        return at < 0 ? syscall(SYS_write, fd, bytes, count) : syscall(SYS_pwrite64, fd, bytes, count, at);
    lock();
    size_t room = room_for(count);
    ssize_t done = -1;
    if (room == 0 && count > 0) {
        errno = ENOSPC;
    } else {
        done = at < 0 ? syscall(SYS_write, fd, bytes, room) : syscall(SYS_pwrite64, fd, bytes, room, at);
    }
    int error = errno;
    if (done > 0 && (kind_of(fd) & LOGGED)) {
        int64_t start = at < 0 ? syscall(SYS_lseek, fd, 0, SEEK_CUR) - done : at;
        note('W', fd, start, bytes, done);
    }
    unlock();
    errno = error;
    return done;
}

ssize_t write(int fd, const void *bytes, size_t count) { return write_at(fd, bytes, count, -1); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return write_at(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { return write_at(fd, bytes, count, at); }

ssize_t writev(int fd, const struct iovec *parts, int number) {
    if (!(kind_of(fd) & WATCHED)) return syscall(SYS_writev, fd, parts, number);
    /* A short write is a right answer: the caller goes on with the rest. */
    for (int part = 0; part < number; part++)
        if (parts[part].iov_len > 0) return write_at(fd, parts[part].iov_base, parts[part].iov_len, -1);
    return 0;
}

static int truncate_to(int fd, int64_t length) {
    lock();
    int done = syscall(SYS_ftruncate, fd, length);
    int error = errno;
    if (done == 0 && (kind_of(fd) & LOGGED)) note('T', fd, length, NULL, 0);
    unlock();
    errno = error;
    return done;
}

int ftruncate(int fd, off_t length) { return truncate_to(fd, length); }
int ftruncate64(int fd, off64_t length) { return truncate_to(fd, length); }

static void note_names(int fd) {
    DIR *entries = opendir(folder_paths[fd]);
    if (entries == NULL) return;
    char *names = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&names, &length);
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;)
        if (entry->d_name[0] != '.' || strlen(entry->d_name) > 2)
            fprintf(out, "%llu %s\n", (unsigned long long)entry->d_ino, entry->d_name);
    fclose(out);
    closedir(entries);
    note('N', fd, 0, names, length);
    free(names);
}

static int sync_file(int fd, long how) {
    if (!(kind_of(fd) & WATCHED)) return syscall(how, fd);
    lock();
    int done = -1;
    if (sync_fails()) {
        errno = EIO;
    } else {
        done = syscall(how, fd);
    }
    int error = errno;
    if (kind_of(fd) & LOGGED) {
        if (kind_of(fd) & FOLDER) note_names(fd);
        note(done == 0 ? 'S' : 'E', fd, 0, NULL, 0);
    }
    unlock();
    errno = error;
    return done;
}

int fsync(int fd) { return sync_file(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_file(fd, SYS_fdatasync); }

static int rename_at(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
    lock();
    int done = syscall(SYS_renameat2, from_at, from, to_at, to, flags);
    int error = errno;
    const char *old = below(from), *new = below(to);
    if (done == 0 && old && new) {
        size_t old_length = strlen(old) + 1, new_length = strlen(new);
        char *both = malloc(old_length + new_length);
        memcpy(both, old, old_length);
        memcpy(both + old_length, new, new_length);
        note('R', -1, 0, both, old_length + new_length);
        free(both);
    }
    unlock();
    errno = error;
    return done;
}

int rename(const char *from, const char *to) { return rename_at(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int a, const char *from, int b, const char *to) { return rename_at(a, from, b, to, 0); }
int renameat2(int a, const char *from, int b, const char *to, unsigned f) { return rename_at(a, from, b, to, f); }

static int unlink_at(int at, const char *path, int flags) {
    lock();
    int done = syscall(SYS_unlinkat, at, path, flags);
    int error = errno;
    if (done == 0) note_path('U', path);
    unlock();
    errno = error;
    return done;
}

int unlink(const char *path) { return unlink_at(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlink_at(AT_FDCWD, path, AT_REMOVEDIR); }
int unlinkat(int at, const char *path, int flags) { return unlink_at(at, path, flags); }

static int make_dir(int at, const char *path, mode_t mode) {
    lock();
    int done = syscall(SYS_mkdirat, at, path, mode);
    int error = errno;
    if (done == 0) note_path('M', path);
    unlock();
    errno = error;
    return done;
}

int mkdir(const char *path, mode_t mode) { return make_dir(AT_FDCWD, path, mode); }
int mkdirat(int at, const char *path, mode_t mode) { return make_dir(at, path, mode); }
