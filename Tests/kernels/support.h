// Random numbers, exact blocks of memory and the comparison, for the tests of the kernels.

#pragma once

#include "CNNKernels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 1;
static uint64_t next(void) {
    state += 0x9e3779b97f4a7c15u;
    uint64_t m = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9u;
    m = (m ^ (m >> 27)) * 0x94d049bb133111ebu;
    return m ^ (m >> 31);
}
static int64_t below(int64_t n) { return (int64_t)(next() % (uint64_t)n); }
/// Exactly as large as asked, so that the address sanitizer sees any step beyond.
static inline float *floats(int64_t n, bool random) {
    float *p = malloc((size_t)n * sizeof *p);
    for (int64_t i = 0; i < n; i++) p[i] = random ? (float)(next() >> 40) / (1 << 23) - 1 : NAN;
    return p;
}

static int failures;
/// Counts a value that is further off than roundings explain; `scale` is the size of what was added up.
static inline void check(const char *what, double a, double b, double scale) {
    if (a == b || fabs(a - b) <= 2e-5 * (1 + scale) || (isnan(a) && isnan(b))) return;
    if (failures++ < 20) printf("%s: %.9g, but should be %.9g\n", what, a, b);
}
