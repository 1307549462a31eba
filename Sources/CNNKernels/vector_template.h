// Included once for float and once for double by each file of templates, with REAL, INT (as wide), LANES (elements in
// 64 bytes) and NAME(x) set. `vec` may be loaded from any element's address.

typedef REAL NAME(vec) __attribute__((vector_size(64), aligned(sizeof(REAL)), may_alias));
typedef REAL NAME(avec) __attribute__((vector_size(64)));
typedef INT NAME(ivec) __attribute__((vector_size(64)));
#define VEC NAME(vec)
#define AVEC NAME(avec)
#define IVEC NAME(ivec)

#ifndef CK_LOADS
#define CK_LOADS
#define LOAD(p) (*(const VEC *)(p))
#define STORE(p, v) (*(VEC *)(p) = (v))
#define CK_INLINE static inline __attribute__((always_inline))
#endif

/// The sum of the lanes, halved again and again: one fixed order on every processor.
CK_INLINE REAL NAME(lanes)(const AVEC *v) {
    REAL t[LANES];
    for (int i = 0; i < LANES; i++) t[i] = (*v)[i];
    for (int half = LANES / 2; half > 0; half /= 2) {
        for (int i = 0; i < half; i++) t[i] += t[i + half];
    }
    return t[0];
}
