#pragma once

#include <wchar.h>

// POSIX.1 declares it only with _XOPEN_SOURCE, which a module of the C library is not compiled with.
int wcwidth(wchar_t character);
