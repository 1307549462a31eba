#ifndef CK_MATH_H
#define CK_MATH_H

// Functions of floats, written without branches so that loops over them are vectorised.
//
// There are three kinds of exponential, because PyTorch has them, and shows which one it took in the last digit: SLEEF's
// (`ck_expf`, within softmax, sigmoid and SiLU), a rough one within GELU, and MKL's for `exp` itself, which is right to the
// last digit nearly always (`ck_precise_expf`, computed in double; so `tanh` and `log`). Contraction of products and sums must
// be off where these are used: they say themselves where a product and a sum are one step.

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

static inline __attribute__((always_inline)) double ck_double_from_bits(uint64_t bits) {
    double value;
    memcpy(&value, &bits, 8);
    return value;
}

/// eˣ for |x| < 700, within 10⁻¹¹ of it.
static inline __attribute__((always_inline)) double ck_wide_exp(double x) {
#pragma STDC FP_CONTRACT ON
    const double shift = 6755399441055744.0;  // 1.5 · 2⁵²: adding it rounds to an integer, which its last bits are.
    const double shifted = x * 1.4426950408889634 + shift;
    const double r = x - (shifted - shift) * 0.69314718055994531;
    double p = 1.0 / 362880;
    p = p * r + 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    p = p * r + 0.5;
    p = p * r + 1;
    p = p * r + 1;
    uint64_t bits;
    memcpy(&bits, &shifted, 8);
    return p * ck_double_from_bits((bits << 52) + ((uint64_t)1023 << 52));
}

/// eˣ, rounded once. NaN stays NaN.
static inline __attribute__((always_inline)) float ck_precise_expf(float x) {
    const float below = 89.0f < x ? 89.0f : x;
    return (float)ck_wide_exp(-104.0f > below ? -104.0f : below);
}

/// tanh x, rounded once.
static inline __attribute__((always_inline)) float ck_precise_tanhf(float x) {
    const double size = x < 0 ? -(double)x : (double)x;
    const double e = ck_wide_exp(size < 10 ? 2 * size : 20);
    // Near 0 the quotient would cancel.
    const double t = size < 0x1p-10 ? size - size * size * size * (1.0 / 3) : (e - 1) / (e + 1);
    const float result = ck_from_bits(ck_bits((float)t) | (ck_bits(x) & 0x80000000u));
    return x == x ? result : x;
}

/// The natural logarithm of a positive, finite, normal number times a constant, within 10⁻¹¹ of it: x = 2ⁿ·m with m from √½ to
/// √2, and log m = 2·artanh(s) with s = (m − 1)/(m + 1), whose quotient by s is a polynomial in s² (through the Chebyshev
/// points of its range).
static inline __attribute__((always_inline)) double ck_wide_log(double x, double factor) {
#pragma STDC FP_CONTRACT ON
    uint64_t bits;
    memcpy(&bits, &x, 8);
    const uint64_t root = 0x3fe6a09e667f3bcdull, moved = bits - root;  // The bits of √½.
    // The power and 2¹⁰ more, as the last bits of 2⁵².
    const uint64_t power = ((moved + (1024ull << 52)) >> 52) & 0xfff;
    const double n = ck_double_from_bits(power | 0x4330000000000000ull) - (4503599627370496.0 + 1024);
    const double m = ck_double_from_bits((moved & 0x000fffffffffffffull) + root);
    const double s = (m - 1) / (m + 1), z = s * s;
    double p = 0.23616359099145985 * factor;
    p = p * z + 0.28535051037816310 * factor;
    p = p * z + 0.40000384672375187 * factor;
    p = p * z + 0.66666665247487523 * factor;
    p = p * z + 2.00000000000835952 * factor;
    return n * (0.69314718055994531 * factor) + s * p;
}

/// The natural logarithm times a factor, rounded once.
static inline __attribute__((always_inline)) float ck_precise_logf(float x, double factor) {
    const float limits = x == 0 ? -INFINITY : x > 0 ? x : NAN;
    const float result = (float)ck_wide_log(x, factor);
    return x > 0 && x < INFINITY ? result : limits;
}

/// log(1 + x), rounded once: in double the sum is exact, but for numbers that are next to their own results.
static inline __attribute__((always_inline)) float ck_precise_log1pf(float x) {
    const float size = x < 0 ? -x : x;
    const float limits = x == -1 ? -INFINITY : x > -1 ? x : NAN;
    const float result = (float)ck_wide_log(1 + (double)x, 1);
    return size < 0x1p-25f ? x : x > -1 && x < INFINITY ? result : limits;
}

/// eˣ − 1, rounded once.
static inline __attribute__((always_inline)) float ck_precise_expm1f(float x) {
    const float below = 89.0f < x ? 89.0f : x;
    const double wide = -104.0f > below ? -104.0f : below;
    // Near 0 the difference would cancel.
    const double e = wide < 0x1p-17 && wide > -0x1p-17 ? wide + wide * wide * 0.5 : ck_wide_exp(wide) - 1;
    return x == 0 ? x : (float)e;
}

/// The natural logarithm of a finite number from 1 on, step by step as SLEEF's logf_u10: what log-softmax subtracts. Numbers
/// that end in `Rest` are what the float before them lacks.
static inline __attribute__((always_inline)) float ck_sum_logf(float x) {
#pragma STDC FP_CONTRACT OFF
    const uint32_t power = (ck_bits(x * (1.0f / 0.75f)) >> 23) & 0xff;
    const float n = (float)((int32_t)power - 127);
    const float m = x * ck_from_bits((uint32_t)(254 - power) << 23);
    // n·ln 2.
    const float whole = 0.69314718246459960938f * n;
    const float wholeRest =
        __builtin_fmaf(-1.904654323148236017e-09f, n, __builtin_fmaf(0.69314718246459960938f, n, -whole));
    // (m − 1) / (m + 1).
    const float under = m - 1.0f, underBack = under + 1.0f;
    const float underRest = (-1.0f - (under - underBack)) + (m - underBack);
    const float over = 1.0f + m, overBack = over - 1.0f;
    const float overRest = (1.0f - (over - overBack)) + (m - overBack);
    const float reciprocal = 1.0f / over;
    const float quotient = under * reciprocal;
    const float lack = __builtin_fmaf(-overRest, reciprocal, __builtin_fmaf(-over, reciprocal, 1.0f));
    const float quotientRest = __builtin_fmaf(
        quotient, lack,
        __builtin_fmaf(underRest, reciprocal, __builtin_fmaf(reciprocal, under, -quotient)));
    const float z = quotient * quotient;
    float p = 0.3027294874f;
    p = __builtin_fmaf(p, z, 0.3996108174f);
    p = __builtin_fmaf(p, z, 0.6666694880f);
    const float twice = quotient * 2.0f, sum = whole + twice;
    const float sumRest = (((whole - sum) + twice) + wholeRest) + quotientRest * 2.0f;
    const float term = (z * quotient) * p, result = sum + term;
    return result + (((sum - result) + term) + sumRest);
}

/// x·Φ(x), as PyTorch's vectors have it: erf by formula 7.1.26 of Abramowitz and Stegun, with an exponential of less than
/// full precision.
static inline __attribute__((always_inline)) float ck_geluf(float x) {
#pragma STDC FP_CONTRACT ON
    const float y = x * 0.70710678118654752440f;
    const float size = y < 0 ? -y : y;
    const float t = 1.0f / (0.3275911f * size + 1.0f);
    float r = 1.061405429f;
    r = r * t - 1.453152027f;
    r = r * t + 1.421413741f;
    r = r * t - 0.284496736f;
    r = r * t + 0.254829592f;
    const float square = -(y * y), least = -87.3365479f;
    const float inside = least > square ? least : square;
    const float whole = __builtin_elementwise_floor(inside * 1.44269502f + 0.5f);
    const float rest = inside - whole * 0.693147182f;
    float p = 0.00828929059f;
    p = p * rest + 0.0418978221f;
    p = p * rest + 0.166676521f;
    p = p * rest + 0.499991506f;
    p = p * rest + 0.999999701f;
    p = p * rest + 1.0f;
    const float power = ck_from_bits((uint32_t)((int32_t)(whole - 1.0f) + 127) << 23);
    const float e = square < least ? 0.0f : (p * power) * 2.0f;
    const float shrunk = e * t;
    const float magnitude = 1.0f - shrunk * r;
    const float erf = ck_from_bits(ck_bits(magnitude) ^ (ck_bits(y) & 0x80000000u));
    const float half = x * 0.5f;
    return half * erf + half;
}

#endif
