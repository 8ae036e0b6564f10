/* A disk with room for so many writes more: their number stands in the file that HOLDFAST_ROOM
 * names; without that file there is room for all. Loaded by LD_PRELOAD in one test. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static int full(int fd) {
    const char *path = getenv("HOLDFAST_ROOM");
    if (fd <= 2 || path == NULL) return 0;
    int room = open(path, O_RDWR | O_CLOEXEC);
    if (room < 0) return 0;
    char text[24] = {0};
    long left = syscall(SYS_pread64, room, text, sizeof text - 1, 0) > 0 ? atol(text) : 0;
    if (left > 0) {
        int length = snprintf(text, sizeof text, "%-20ld", left - 1);
        syscall(SYS_pwrite64, room, text, length, 0);
    }
    close(room);
    if (left > 0) return 0;
    errno = ENOSPC;
    return 1;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    return full(fd) ? -1 : syscall(SYS_write, fd, bytes, count);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
    return full(fd) ? -1 : syscall(SYS_pwrite64, fd, bytes, count, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    return full(fd) ? -1 : syscall(SYS_pwrite64, fd, bytes, count, at);
}
