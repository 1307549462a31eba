#ifndef CREADLINE_SUPPORT_H
#define CREADLINE_SUPPORT_H

// What readline 8.2 needs around it. Called from one thread only, as all of readline.

// `rl_callback_read_char`, with an abort (Ctrl-G, or any sequence of keys that is bound to nothing) that always comes back
// here.
//
// Readline aborts by a jump to where the key was read. One call may read several keys: those of a macro, those that were
// pushed back. For all but the first of them that place is a call that has returned, and the jump is a crash. While this
// function runs, the jump goes to its own frame.
void lab_read_char(void);

// Readline's own way with a terminal, `rl_prep_terminal`, but a read that finds nothing returns at once, and Ctrl-C is a key
// like others.
void lab_prepare_modes(int meta);

#endif
