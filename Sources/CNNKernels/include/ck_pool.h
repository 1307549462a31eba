#ifndef CK_POOL_H
#define CK_POOL_H

#include <stdint.h>

/// One block of work; `context` is the caller's.
typedef void (*ck_task)(void *context, int64_t block);

/// Runs `body` for every block in 0 ..< blocks, on the calling thread and the pool's workers, and
/// returns when all are done. Blocks must not depend on each other. How the work is cut into blocks must
/// depend on its size alone, never on the number of threads: then results do not either.
/// Called from within a block, or while another thread has the pool, it runs all blocks itself.
void ck_parallel(int64_t blocks, ck_task body, void *context);

/// The number of threads that work, the caller included. At the start: the processors online.
int ck_get_num_threads(void);
/// Sets it, to between 1 and 64.
void ck_set_num_threads(int count);
/// In a process that was just forked: the threads of before are not there, and are started anew when they are wanted. No
/// job may have been running.
void ck_forget_threads(void);

#endif
