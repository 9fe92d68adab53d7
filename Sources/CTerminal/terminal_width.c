#include "terminal_width.h"
