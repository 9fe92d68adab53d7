#pragma once

#include <zlib.h>

// Macros in zlib.h, which a module does not bring along. 16 asks for the gzip format (RFC 1952).
static inline int gzip_deflate_init(z_streamp stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
static inline int gzip_inflate_init(z_streamp stream) { return inflateInit2(stream, 15 + 16); }
