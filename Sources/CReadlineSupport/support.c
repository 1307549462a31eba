#define _GNU_SOURCE
#include <dlfcn.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <readline/readline.h>

#include "CReadlineSupport.h"

// This file defines a function of libreadline's own, `_rl_abort_internal`. The library calls it through its table of
// symbols, so the program's definition is taken; it aims the jump, and then does what the library's does.

int _rl_abort_internal(void);

static sigjmp_buf live_frame;
static int is_reading;

int _rl_abort_internal(void) {
    static int (*original)(void);
    static sigjmp_buf *target;
    if (!original) {
        original = (int (*)(void))dlsym(RTLD_NEXT, "_rl_abort_internal");
        target = (sigjmp_buf *)dlsym(RTLD_DEFAULT, "_rl_top_level");
    }
    if (is_reading && target) memcpy(*target, live_frame, sizeof live_frame);
    return original ? original() : 0;
}

void lab_read_char(void) {
    is_reading = 1;
    if (sigsetjmp(live_frame, 0) == 0) {
        rl_callback_read_char();
    } else {
        rl_redisplay_function();
    }
    is_reading = 0;
}

void lab_prepare_modes(int meta) {
    rl_prep_terminal(meta);
    // The terminal shows no key by itself while a cell runs, which readline would take for a wish that it show none either.
    int *echoes = (int *)dlsym(RTLD_DEFAULT, "_rl_echoing_p");
    if (echoes) *echoes = 1;
    struct termios modes;
    if (tcgetattr(STDIN_FILENO, &modes) != 0) return;
    modes.c_cc[VMIN] = 0;
    modes.c_cc[VTIME] = 0;
    // Ctrl-C is read as a key: a signal would overtake keys that come before it, and be overtaken by those that come after.
    modes.c_cc[VINTR] = _POSIX_VDISABLE;
    // Ctrl-S searches. Where it stops the output, as terminals have it, only Ctrl-Q would go on once Ctrl-C is a key.
    modes.c_iflag &= (tcflag_t)~(IXON | IXOFF);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
}

#ifdef __ELF__
/* The threads that libraries start as they are loaded (OpenBLAS's) inherit the mask of the first one: signals are
 * blocked before any library begins, and let through when all have. */
#include <signal.h>

static sigset_t mask_before;

static void block_signals(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &mask_before);
}

__attribute__((section(".preinit_array"), used)) static void (*before_libraries)(void) = block_signals;

__attribute__((constructor)) static void let_signals_through(void) {
    sigprocmask(SIG_SETMASK, &mask_before, NULL);
}
#endif
