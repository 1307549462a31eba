#ifndef CK_MATH_H
#define CK_MATH_H

// Exponential, logarithm and hyperbolic tangent of floats, written without branches so that loops over them are vectorised.
// Errors are within about two units in the last place. Contraction of products and sums must be off: the rounding trick and
// the reductions of the argument depend on each operation being rounded.

#include <math.h>
#include <stdint.h>
#include <string.h>

static inline __attribute__((always_inline)) float ck_from_bits(uint32_t bits) {
    float value;
    memcpy(&value, &bits, 4);
    return value;
}

static inline __attribute__((always_inline)) uint32_t ck_bits(float value) {
    uint32_t bits;
    memcpy(&bits, &value, 4);
    return bits;
}

/// x = n·ln 2 + r with |r| ≤ ln 2 / 2; returns eʳ − 1 by a polynomial (SLEEF's coefficients, which PyTorch's results show)
/// and n as a whole number. Where the processor multiplies and adds in one step, each step is one.
static inline __attribute__((always_inline)) float ck_reduced(float x, int32_t *n) {
#pragma STDC FP_CONTRACT ON
    const float shift = 12582912.0f;  // 1.5 · 2²³: adding it rounds to an integer, which its last bits are.
    const float shifted = x * 1.44269504f + shift;
    *n = (int32_t)(ck_bits(shifted) - 0x4b400000u);
    const float whole = shifted - shift;
    float r = x - whole * 0.693145752f;
    r = r - whole * 1.42860677e-6f;
    float p = 0.000198527618f;
    p = p * r + 0.00139304355f;
    p = p * r + 0.00833336078f;
    p = p * r + 0.0416664854f;
    p = p * r + 0.166666672f;
    p = p * r + 0.5f;
    return p * (r * r) + r;
}

/// eˣ. Its own limits: overflow to infinity, underflow through the subnormal numbers to 0. NaN stays NaN all through.
static inline __attribute__((always_inline)) float ck_expf(float x) {
    // So written, each is one instruction.
    const float below = 89.0f < x ? 89.0f : x, inside = -104.0f > below ? -104.0f : below;
    int32_t whole;
    const float p = ck_reduced(inside, &whole);
    const int32_t half = whole >> 1;
    const float a = ck_from_bits((uint32_t)(half + 127) << 23);
    const float b = ck_from_bits((uint32_t)(whole - half + 127) << 23);
    return ((1.0f + p) * a) * b;
}

static inline __attribute__((always_inline)) float ck_sigmoidf(float x) {
    return 1.0f / (1.0f + ck_expf(-x));
}

/// (e²ˣ − 1) / (e²ˣ + 1) from e²ˣ − 1, which does not cancel near 0.
static inline __attribute__((always_inline)) float ck_tanhf(float x) {
    const float size = x < 0 ? -x : x;
    const float inside = size < 10.0f ? 2 * size : 20.0f;
    int32_t n;
    const float p = ck_reduced(inside, &n);
    const float s = ck_from_bits((uint32_t)(n + 127) << 23);
    const float e = s * p + (s - 1.0f);
    const float t = e / (e + 2.0f);
    const float result = ck_from_bits(ck_bits(t) | (ck_bits(x) & 0x80000000u));
    return x == x ? result : x;
}

/// The natural logarithm: x = 2ⁿ·m with m near 1, and log m = 2·artanh((m − 1)/(m + 1)).
static inline __attribute__((always_inline)) float ck_logf(float x) {
    const int small = x < 1.17549435e-38f;
    const uint32_t bits = ck_bits(small ? x * 8388608.0f : x);
    const uint32_t moved = bits - 0x3f3504f3u;  // The bits of √½.
    const float n = (float)((int32_t)moved >> 23) - (small ? 23.0f : 0.0f);
    const float m = ck_from_bits((moved & 0x007fffffu) + 0x3f3504f3u);
    const float s = (m - 1.0f) / (m + 1.0f), z = s * s;
    float p = 2.0f / 9;
    p = p * z + 2.0f / 7;
    p = p * z + 2.0f / 5;
    p = p * z + 2.0f / 3;
    const float result = n * 0.693145752f + (2 * s + (s * z * p + n * 1.42860677e-6f));
    const float limits = x == 0 ? -INFINITY : x > 0 ? x : NAN;
    return x > 0 && x < INFINITY ? result : limits;
}

#endif
