#ifndef CK_LOOPS_H
#define CK_LOOPS_H

// The shapes of inner loops. Each is written once for contiguous operands, once with either input constant
// along the loop, and once for any stride; the compiler vectorises all but the last. The pragma states that no
// iteration writes what another reads: an input may be the output itself, element for element.

#include "ck_iterate.h"

#pragma clang diagnostic ignored "-Wpass-failed"
#define CK_UNUSED __attribute__((unused))
#define CK_VECTORISE _Pragma("clang loop vectorize(assume_safety) interleave(enable)")

/// Two vectors at a time, where each is a long chain of steps.
#define CK_VECTORISE_PAIRS _Pragma("clang loop vectorize(assume_safety) interleave_count(2)")

/// Eight floats at a time, where the steps are in double.
#define CK_VECTORISE_EIGHT _Pragma("clang loop vectorize(assume_safety) vectorize_width(8)")

#define CK_UNARY_LOOP(NAME, R, A, EXPRESSION) CK_UNARY_LOOP_AS(CK_VECTORISE, NAME, R, A, EXPRESSION)
#define CK_UNARY_LOOP_AS(PRAGMA, NAME, R, A, EXPRESSION)                                          \
    CK_CLONES static void NAME(                                                                   \
        int64_t n, char *const *data, const int64_t *s, const void *context) {                    \
        char *po = data[0];                                                                       \
        const char *pa = data[1];                                                                 \
        (void)context;                                                                            \
        if (s[0] == sizeof(R) && s[1] == sizeof(A)) {                                             \
            R *o = (R *)po;                                                                       \
            const A *x = (const A *)pa;                                                           \
            PRAGMA for (int64_t i = 0; i < n; i++) {                                        \
                const A a = x[i];                                                                 \
                o[i] = (R)(EXPRESSION);                                                           \
            }                                                                                     \
        } else {                                                                                  \
            for (int64_t i = 0; i < n; i++) {                                                     \
                const A a = *(const A *)(pa + i * s[1]);                                          \
                *(R *)(po + i * s[0]) = (R)(EXPRESSION);                                          \
            }                                                                                     \
        }                                                                                         \
    }

#define CK_BINARY_LOOP(NAME, R, A, PREPARE, EXPRESSION)                                           \
    CK_CLONES static void NAME(                                                                   \
        int64_t n, char *const *data, const int64_t *s, const void *context) {                    \
        char *po = data[0];                                                                       \
        const char *pa = data[1], *pb = data[2];                                                  \
        (void)context;                                                                            \
        PREPARE;                                                                                  \
        if (s[0] == sizeof(R) && s[1] == sizeof(A) && s[2] == sizeof(A)) {                        \
            R *o = (R *)po;                                                                       \
            const A *x = (const A *)pa, *y = (const A *)pb;                                       \
            CK_VECTORISE for (int64_t i = 0; i < n; i++) {                                        \
                const A a = x[i], b CK_UNUSED = y[i];                                                     \
                o[i] = (R)(EXPRESSION);                                                           \
            }                                                                                     \
        } else if (s[0] == sizeof(R) && s[1] == sizeof(A) && s[2] == 0) {                         \
            R *o = (R *)po;                                                                       \
            const A *x = (const A *)pa;                                                           \
            const A b CK_UNUSED = *(const A *)pb;                                                           \
            CK_VECTORISE for (int64_t i = 0; i < n; i++) {                                        \
                const A a = x[i];                                                                 \
                o[i] = (R)(EXPRESSION);                                                           \
            }                                                                                     \
        } else if (s[0] == sizeof(R) && s[1] == 0 && s[2] == sizeof(A)) {                         \
            R *o = (R *)po;                                                                       \
            const A a = *(const A *)pa;                                                           \
            const A *y = (const A *)pb;                                                           \
            CK_VECTORISE for (int64_t i = 0; i < n; i++) {                                        \
                const A b CK_UNUSED = y[i];                                                                 \
                o[i] = (R)(EXPRESSION);                                                           \
            }                                                                                     \
        } else {                                                                                  \
            for (int64_t i = 0; i < n; i++) {                                                     \
                const A a = *(const A *)(pa + i * s[1]), b CK_UNUSED = *(const A *)(pb + i * s[2]);         \
                *(R *)(po + i * s[0]) = (R)(EXPRESSION);                                          \
            }                                                                                     \
        }                                                                                         \
    }

#endif
