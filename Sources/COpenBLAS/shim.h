#include <cblas.h>
#include <stddef.h>

// Routines of LAPACK that libopenblas has beside BLAS; the lengths of strings come last, as gfortran passes them.

#define CNN_LAPACK(T, gesdd, syevd, geqrf, orgqr) \
    void gesdd(const char *job, const int *m, const int *n, T *a, const int *lda, T *s, T *u, \
               const int *ldu, T *vt, const int *ldvt, T *work, const int *lwork, int *iwork, \
               int *info, size_t jobLength); \
    void syevd(const char *job, const char *part, const int *n, T *a, const int *lda, T *w, \
               T *work, const int *lwork, int *iwork, const int *liwork, int *info, \
               size_t jobLength, size_t partLength); \
    void geqrf(const int *m, const int *n, T *a, const int *lda, T *tau, T *work, \
               const int *lwork, int *info); \
    void orgqr(const int *m, const int *n, const int *k, T *a, const int *lda, const T *tau, \
               T *work, const int *lwork, int *info);

CNN_LAPACK(float, sgesdd_, ssyevd_, sgeqrf_, sorgqr_)
CNN_LAPACK(double, dgesdd_, dsyevd_, dgeqrf_, dorgqr_)
