#ifndef CK_RANDOM_H
#define CK_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The state of the 32-bit Mersenne Twister, with the spare value that scalar normal draws keep.
typedef struct ck_generator {
    uint32_t words[624];
    /// Words left before the next twist, counted down first: 1 means that the next draw twists.
    int32_t left;
    uint32_t next;
    uint64_t seed;
    double spare_normal;
    bool has_spare_normal;
} ck_generator;

void ck_generator_seed(ck_generator *g, uint64_t seed);
uint32_t ck_generator_next32(ck_generator *g);
uint64_t ck_generator_next64(ck_generator *g);
void ck_generator_fill(ck_generator *g, uint32_t *out, size_t n);

void ck_random_uniform_f32(ck_generator *g, float *out, size_t n, float from, float to);
void ck_random_uniform_f64(ck_generator *g, double *out, size_t n, double from, double to);
void ck_random_normal_f32(ck_generator *g, float *out, size_t n, double mean, double std);
void ck_random_normal_f64(ck_generator *g, double *out, size_t n, double mean, double std);
/// One normal value by the scalar method, which makes two and keeps the second for the next call.
double ck_random_normal_scalar(ck_generator *g, double mean, double std);
/// One byte an element: 1 where a float64 uniform is below `p`.
void ck_random_bernoulli(ck_generator *g, uint8_t *out, size_t n, double p);
void ck_random_exponential_f32(ck_generator *g, float *out, size_t n, double rate);
void ck_random_exponential_f64(ck_generator *g, double *out, size_t n, double rate);
void ck_random_range(ck_generator *g, int64_t *out, size_t n, int64_t base, uint64_t range);
void ck_random_permutation(ck_generator *g, int64_t *out, size_t n);

#endif
