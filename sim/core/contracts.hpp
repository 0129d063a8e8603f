#pragma once

#include <cassert>

/// What must hold on entry (EXPECT) and on exit (ENSURE). On in Debug and sanitizer builds, gone in
/// Release: they find our mistakes, never the user's.
#define FOOTHOLD_EXPECT(condition) assert(condition)
#define FOOTHOLD_ENSURE(condition) assert(condition)
