// Makes calls on SQLite's files fail, for a program that is run with LD_PRELOAD: the disk is full, or broken.
//
// FAIL_CALL   write, sync, read or truncate
// FAIL_AT     which call fails, from 1; it and all that follow, or that one alone with FAIL_ONCE
// FAIL_ERRNO  what it fails with: 28 (ENOSPC), 5 (EIO)
// FAIL_NAME   only files whose names have this in them
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;

static int fails(const char *call, int file) {
  const char *wanted = getenv("FAIL_CALL"), *at = getenv("FAIL_AT"), *name = getenv("FAIL_NAME");
  if (!wanted || !at || strcmp(wanted, call) != 0) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  const char *last = strrchr(path, '/');
  if (name && !strstr(last ? last : path, name)) return 0;
  long count = atomic_fetch_add(&calls, 1) + 1;
  if (getenv("FAIL_ONCE") ? count != atol(at) : count < atol(at)) return 0;
  const char *code = getenv("FAIL_ERRNO");
  errno = code ? atoi(code) : EIO;
  return 1;
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
