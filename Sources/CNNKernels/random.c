// PyTorch's CPU random numbers. The engine is MT19937 seeded with the low 32 bits of the seed; what
// fixes the numbers beyond the engine is how many words a value takes and which bits of them count:
// 24 bits of one word for float, 53 bits of two words (high word first) for double. All of it is
// sequential, so that the numbers cannot depend on the number of threads.

#include "ck_random.h"

#include <math.h>
#include <string.h>

#include "ck_base.h"

/// From this many values on, an integer takes two words of the generator.
#define WIDE_RANGE (UINT64_C(1) << 28)

enum { words = 624, shift = 397 };

void ck_generator_seed(ck_generator *g, uint64_t seed) {
    g->seed = seed;
    g->words[0] = (uint32_t)seed;
    for (uint32_t j = 1; j < words; j++) {
        uint32_t previous = g->words[j - 1];
        g->words[j] = 1812433253u * (previous ^ (previous >> 30)) + j;
    }
    g->left = 1;
    g->next = 0;
    g->spare_normal = 0;
    g->has_spare_normal = false;
}

static inline uint32_t mix(uint32_t u, uint32_t v) {
    uint32_t joined = (u & 0x80000000u) | (v & 0x7fffffffu);
    return (joined >> 1) ^ ((v & 1) ? 0x9908b0dfu : 0u);
}

static inline uint32_t temper(uint32_t y) {
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
}

CK_CLONES
static void twist(ck_generator *g) {
    uint32_t *w = g->words;
    for (int i = 0; i < words - shift; i++) w[i] = mix(w[i], w[i + 1]) ^ w[i + shift];
    for (int i = words - shift; i < words - 1; i++) {
        w[i] = mix(w[i], w[i + 1]) ^ w[i - (words - shift)];
    }
    w[words - 1] = mix(w[words - 1], w[0]) ^ w[shift - 1];
    g->left = words;
    g->next = 0;
}

uint32_t ck_generator_next32(ck_generator *g) {
    if (--g->left <= 0) twist(g);
    return temper(g->words[g->next++ % words]);
}

uint64_t ck_generator_next64(ck_generator *g) {
    uint64_t high = ck_generator_next32(g);
    return high << 32 | ck_generator_next32(g);
}

CK_CLONES
void ck_generator_fill(ck_generator *g, uint32_t *restrict out, size_t n) {
    size_t done = 0;
    while (done < n) {
        if (g->left <= 1) {
            twist(g);
            g->left = words + 1;
        }
        size_t run = (size_t)(g->left - 1);
        if (run > n - done) run = n - done;
        if (g->next + run > words) run = g->next < words ? words - g->next : 0;
        if (run == 0) {
            g->left = 1;
            continue;
        }
        const uint32_t *source = g->words + g->next;
        for (size_t i = 0; i < run; i++) out[done + i] = temper(source[i]);
        g->next += (uint32_t)run;
        g->left -= (int32_t)run;
        done += run;
    }
}

enum { chunk = 512 };

CK_CLONES
static void scale_f32(const uint32_t *restrict bits, float *restrict out, size_t n, float from,
                      float width) {
    for (size_t i = 0; i < n; i++) {
        float unit = (float)(int32_t)(bits[i] & 0xffffffu) * 0x1p-24f;
        out[i] = __builtin_fmaf(unit, width, from);  // PyTorch's loop rounds once.
    }
}

void ck_random_uniform_f32(ck_generator *g, float *out, size_t n, float from, float to) {
    uint32_t bits[chunk];
    for (size_t i = 0; i < n; i += chunk) {
        size_t run = n - i < chunk ? n - i : chunk;
        ck_generator_fill(g, bits, run);
        scale_f32(bits, out + i, run, from, to - from);
    }
}

static inline uint64_t bits53(const uint32_t *pair) {
    return ((uint64_t)pair[0] << 32 | pair[1]) & ((UINT64_C(1) << 53) - 1);
}

void ck_random_uniform_f64(ck_generator *g, double *out, size_t n, double from, double to) {
    uint32_t bits[2 * chunk];
    for (size_t i = 0; i < n; i += chunk) {
        size_t run = n - i < chunk ? n - i : chunk;
        ck_generator_fill(g, bits, 2 * run);
        for (size_t j = 0; j < run; j++) {
            double unit = (double)(int64_t)bits53(bits + 2 * j) * 0x1p-53;
            out[i + j] = __builtin_fma(unit, to - from, from);
        }
    }
}

static inline double unit64(ck_generator *g) {
    uint64_t v = ck_generator_next64(g) & ((UINT64_C(1) << 53) - 1);
    return (double)v * 0x1p-53;
}

double ck_random_normal_scalar(ck_generator *g, double mean, double std) {
    double value;
    if (g->has_spare_normal) {
        value = g->spare_normal;
        g->has_spare_normal = false;
    } else {
        double u1 = unit64(g), u2 = unit64(g);
        double radius = sqrt(-2.0 * log1p(-u2));
        double angle = 2.0 * M_PI * u1;
        g->spare_normal = radius * sin(angle);
        g->has_spare_normal = true;
        value = radius * cos(angle);
    }
    return __builtin_fma(value, std, mean);
}

// Box and Muller's transform of 16 uniforms to 16 normals, with the logarithm, sine and cosine of the
// Cephes library (polynomials of single precision) eight lanes at a time.

typedef float v8 __attribute__((vector_size(32)));
typedef int32_t i8 __attribute__((vector_size(32)));

// Vectors go in and out by address: as values they would change the calling convention with the
// processor's generation, and clones must share one.
#define CK_INLINE static inline __attribute__((always_inline))

CK_INLINE void log8(v8 *value) {
    v8 x = *value;
    i8 e = ((i8)x >> 23) - 0x7f;
    v8 m = (v8)(((i8)x & 0x007fffff) | 0x3f000000);
    i8 small = m < 0.707106781186547524f;
    v8 k = __builtin_convertvector(e + 1, v8) - (v8)(small & (i8)(v8){1, 1, 1, 1, 1, 1, 1, 1});
    m = m - 1.0f + (v8)(small & (i8)m);
    v8 z = m * m;
    v8 y = (v8){} + 7.0376836292E-2f;
    y = y * m - 1.1514610310E-1f;
    y = y * m + 1.1676998740E-1f;
    y = y * m - 1.2420140846E-1f;
    y = y * m + 1.4249322787E-1f;
    y = y * m - 1.6668057665E-1f;
    y = y * m + 2.0000714765E-1f;
    y = y * m - 2.4999993993E-1f;
    y = y * m + 3.3333331174E-1f;
    y = y * m;
    v8 low = k * -2.12194440e-4f;
    y = y * z + low;
    y = y - z * 0.5f;
    m = m + y;
    *value = k * 0.693359375f + m;
}

CK_INLINE void sincos8(const v8 *angle, v8 *sine, v8 *cosine) {
    v8 x = *angle;
    i8 octant = (__builtin_convertvector(x * 1.27323954473516f, i8) + 1) & ~1;
    v8 y = __builtin_convertvector(octant, v8);
    i8 straight = (octant & 2) == 0;
    i8 sine_sign = (octant & 4) << 29;
    i8 cosine_sign = (~(octant - 2) & 4) << 29;
    x = y * -0.78515625f + x;
    x = y * -2.4187564849853515625e-4f + x;
    x = y * -3.77489497744594108e-8f + x;
    v8 z = x * x;
    v8 c = z * 2.443315711809948E-005f - 1.388731625493765E-003f;
    c = c * z + 4.166664568298827E-002f;
    c = c * z;
    v8 half = z * 0.5f;
    c = c * z - half;
    c = c + 1.0f;
    v8 s = z * -1.9515295891E-4f + 8.3321608736E-3f;
    s = s * z - 1.6666654611E-1f;
    s = s * z;
    s = s * x + x;
    i8 sine_bits = (straight & (i8)s) | (~straight & (i8)c);
    i8 cosine_bits = (straight & (i8)c) | (~straight & (i8)s);
    *sine = (v8)(sine_bits ^ sine_sign);
    *cosine = (v8)(cosine_bits ^ cosine_sign);
}

CK_CLONES
static void normal16_f32(float *data, size_t blocks, float mean, float std) {
    for (size_t b = 0; b < blocks; b++, data += 16) {
        v8 u1, u2, sine, cosine;
        memcpy(&u1, data, sizeof u1);
        memcpy(&u2, data + 8, sizeof u2);
        u1 = 1.0f - u1;
        log8(&u1);
        v8 radius = __builtin_elementwise_sqrt(-2.0f * u1);
        u2 = 6.28318530717958647693f * u2;
        sincos8(&u2, &sine, &cosine);
        v8 first = radius * cosine, second = radius * sine;
        first = first * std + mean;
        second = second * std + mean;
        memcpy(data, &first, sizeof first);
        memcpy(data + 8, &second, sizeof second);
    }
}

static void normal16_f64(double *data, double mean, double std) {
    for (int j = 0; j < 8; j++) {
        double u1 = 1 - data[j], u2 = data[j + 8];
        double radius = sqrt(-2 * log(u1));
        double angle = 2 * M_PI * u2;
        data[j] = __builtin_fma(radius * cos(angle), std, mean);
        data[j + 8] = __builtin_fma(radius * sin(angle), std, mean);
    }
}

void ck_random_normal_f32(ck_generator *g, float *out, size_t n, double mean, double std) {
    if (n < 16) {
        for (size_t i = 0; i < n; i++) out[i] = (float)ck_random_normal_scalar(g, mean, std);
        return;
    }
    ck_random_uniform_f32(g, out, n, 0, 1);
    normal16_f32(out, n / 16, (float)mean, (float)std);
    if (n % 16 != 0) {
        float *last = out + n - 16;
        ck_random_uniform_f32(g, last, 16, 0, 1);
        normal16_f32(last, 1, (float)mean, (float)std);
    }
}

void ck_random_normal_f64(ck_generator *g, double *out, size_t n, double mean, double std) {
    if (n < 16) {
        for (size_t i = 0; i < n; i++) out[i] = ck_random_normal_scalar(g, mean, std);
        return;
    }
    ck_random_uniform_f64(g, out, n, 0, 1);
    for (size_t i = 0; i + 16 <= n; i += 16) normal16_f64(out + i, mean, std);
    if (n % 16 != 0) {
        double *last = out + n - 16;
        ck_random_uniform_f64(g, last, 16, 0, 1);
        normal16_f64(last, mean, std);
    }
}

CK_CLONES
static void below(const uint32_t *restrict bits, uint8_t *restrict out, size_t n, uint64_t bound) {
    for (size_t i = 0; i < n; i++) out[i] = bits53(bits + 2 * i) < bound;
}

void ck_random_bernoulli(ck_generator *g, uint8_t *out, size_t n, double p) {
    // u = k / 2^53 is below p exactly when the integer k is below p * 2^53 rounded up.
    uint64_t bound = p > 0 ? (uint64_t)ceil(fmin(p, 1.0) * 0x1p53) : 0;
    uint32_t bits[2 * chunk];
    for (size_t i = 0; i < n; i += chunk) {
        size_t run = n - i < chunk ? n - i : chunk;
        ck_generator_fill(g, bits, 2 * run);
        below(bits, out + i, run, bound);
    }
}

void ck_random_exponential_f64(ck_generator *g, double *out, size_t n, double rate) {
    for (size_t i = 0; i < n; i++) out[i] = -1.0 / rate * log1p(-unit64(g));
}

void ck_random_exponential_f32(ck_generator *g, float *out, size_t n, double rate) {
    for (size_t i = 0; i < n; i++) out[i] = (float)(-1.0 / rate * log1p(-unit64(g)));
}

void ck_random_range(ck_generator *g, int64_t *out, size_t n, int64_t base, uint64_t range) {
    if (range == 0) return;
    if (range >= WIDE_RANGE) {
        for (size_t i = 0; i < n; i++) {
            out[i] = (int64_t)((uint64_t)base + ck_generator_next64(g) % range);
        }
    } else {
        uint32_t narrow = (uint32_t)range;
        for (size_t i = 0; i < n; i++) {
            out[i] = (int64_t)((uint64_t)base + ck_generator_next32(g) % narrow);
        }
    }
}

void ck_random_permutation(ck_generator *g, int64_t *out, size_t n) {
    for (size_t i = 0; i < n; i++) out[i] = (int64_t)i;
    for (size_t i = 0; i + 1 < n; i++) {
        size_t j = i + ck_generator_next32(g) % (n - i);
        int64_t kept = out[i];
        out[i] = out[j];
        out[j] = kept;
    }
}
