#ifndef CK_SERIAL_H
#define CK_SERIAL_H

#include "ck_pool.h"

/// Runs the blocks on this thread where the whole work (in elements touched) is too small to share.
static inline void ck_share(int64_t work, int64_t blocks, ck_task body, void *context) {
    if (work < 16384 || blocks == 1) {
        for (int64_t b = 0; b < blocks; b++) body(context, b);
    } else {
        ck_parallel(blocks, body, context);
    }
}

#endif
