// Makes calls on files fail, for a program that is run with LD_PRELOAD: the disk is full, or broken.
//
// FAIL_CALL   write, sync, read, truncate, create or rename
// FAIL_AT     which call fails, from 1; it and all that follow, or that one alone with FAIL_ONCE
// FAIL_ERRNO  what it fails with: 28 (ENOSPC), 5 (EIO)
// FAIL_NAME   only files whose paths have this in them
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;

static int fails_at(const char *call, const char *path) {
  const char *wanted = getenv("FAIL_CALL"), *at = getenv("FAIL_AT"), *name = getenv("FAIL_NAME");
  if (!wanted || !at || strcmp(wanted, call) != 0 || (name && !strstr(path, name))) return 0;
  long count = atomic_fetch_add(&calls, 1) + 1;
  if (getenv("FAIL_ONCE") ? count != atol(at) : count < atol(at)) return 0;
  const char *code = getenv("FAIL_ERRNO");
  errno = code ? atoi(code) : EIO;
  return 1;
}

static int fails(const char *call, int file) {
  char link[64], path[4096];
  if (!getenv("FAIL_CALL")) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return fails_at(call, path);
}

#define NEXT(type, name) \
  static type next = 0;  \
  if (!next) next = (type)dlsym(RTLD_NEXT, name);

typedef ssize_t (*write_call)(int, const void *, size_t);
typedef ssize_t (*pwrite_call)(int, const void *, size_t, off64_t);
typedef ssize_t (*pread_call)(int, void *, size_t, off64_t);
typedef int (*sync_call)(int);
typedef int (*truncate_call)(int, off64_t);

ssize_t write(int file, const void *bytes, size_t count) {
  NEXT(write_call, "write");
  return fails("write", file) ? -1 : next(file, bytes, count);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  NEXT(pwrite_call, "pwrite64");
  return fails("write", file) ? -1 : next(file, bytes, count, at);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { return pwrite64(file, bytes, count, at); }
ssize_t pread64(int file, void *bytes, size_t count, off64_t at) {
  NEXT(pread_call, "pread64");
  return fails("read", file) ? -1 : next(file, bytes, count, at);
}
ssize_t pread(int file, void *bytes, size_t count, off_t at) { return pread64(file, bytes, count, at); }
int fsync(int file) {
  NEXT(sync_call, "fsync");
  return fails("sync", file) ? -1 : next(file);
}
int fdatasync(int file) {
  NEXT(sync_call, "fdatasync");
  return fails("sync", file) ? -1 : next(file);
}
int ftruncate64(int file, off64_t length) {
  NEXT(truncate_call, "ftruncate64");
  return fails("truncate", file) ? -1 : next(file, length);
}
int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

typedef int (*open_call)(const char *, int, ...);
typedef int (*rename_call)(const char *, const char *);

static int opened(open_call next, const char *path, int flags, mode_t mode) {
  return (flags & O_CREAT) && fails_at("create", path) ? -1 : next(path, flags, mode);
}
#define OPEN(name)                                  \
  int name(const char *path, int flags, ...) {      \
    NEXT(open_call, #name);                         \
    va_list rest;                                   \
    va_start(rest, flags);                          \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                   \
    return opened(next, path, flags, mode);         \
  }
OPEN(open)
OPEN(open64)
int rename(const char *from, const char *to) {
  NEXT(rename_call, "rename");
  return fails_at("rename", to) ? -1 : next(from, to);
}
