// readline's headers want FILE to be declared first.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <readline/readline.h>
#include <readline/history.h>

// Readline keeps its state in global variables, which Swift 6 does not read directly. These accessors
// are the whole of what the line editor touches; it calls them from one thread only.

static inline const char *lab_line(void) { return rl_line_buffer ? rl_line_buffer : ""; }
static inline int lab_end(void) { return rl_line_buffer ? rl_end : 0; }
static inline int lab_point(void) { return rl_point; }
static inline void lab_set_point(int point) { rl_point = point; }
static inline int lab_mark(void) { return rl_mark; }
static inline const char *lab_display_prompt(void) { return rl_display_prompt; }
static inline const char *lab_prompt(void) { return rl_prompt; }
static inline unsigned long lab_state(void) { return rl_readline_state; }
static inline void lab_clear_done(void) { rl_done = 0; }
static inline void lab_flush(void) { fflush(rl_outstream); }

static inline void lab_configure(const char *name) {
    rl_readline_name = name;
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    rl_change_environment = 0;
    rl_completion_query_items = -1;
    rl_completer_word_break_characters = " \t\n\"\\'`@$><=;|&{}()[]+-*/%^~,:!#?";
    rl_completer_quote_characters = NULL;
    rl_sort_completion_matches = 0;
    // Before ~/.inputrc is read, which may turn it off; some builds of readline do not begin with it on.
    rl_variable_bind("enable-bracketed-paste", "on");
    rl_instream = stdin;
    rl_outstream = stdout;
}

static inline void lab_set_hooks(rl_voidfunc_t *redisplay, rl_completion_func_t *complete,
                                 rl_compdisp_func_t *show) {
    if (redisplay) rl_redisplay_function = redisplay;
    rl_attempted_completion_function = complete;
    if (show) rl_completion_display_matches_hook = show;
}

static inline void lab_completion_settings(void) {
    rl_attempted_completion_over = 1;
    rl_completion_append_character = '\0';
    rl_completion_suppress_append = 1;
}

// Gives every key of a keymap that runs readline's command `old` the command `new` instead, so that
// keys a user chose in ~/.inputrc keep their meaning. `taken` must be a command of our own.
static inline void lab_replace_command(const char *old, rl_command_func_t *new, Keymap map) {
    rl_command_func_t *function = rl_named_function(old);
    if (!function) return;
    char **sequences = rl_invoking_keyseqs_in_map(function, map);
    if (!sequences) return;
    for (char **sequence = sequences; *sequence; sequence++) {
        rl_bind_keyseq_in_map(*sequence, new, map);
        free(*sequence);
    }
    free(sequences);
}

// Readline 8.2 aborts by jumping to where the key was read. When one call of rl_callback_read_char reads two keys, as it
// does for a macro or what was pushed back, and the second one is a key of several, that place is one that has
// returned: the program crashes. These commands return instead.

static inline int lab_abort(int count, int key) {
    (void)count, (void)key;
    rl_ding();
    rl_clear_message();
    rl_clear_pending_input();
    return 0;
}

static inline int lab_start_macro(int count, int key) {
    if (!(rl_readline_state & RL_STATE_MACRODEF)) return rl_start_kbd_macro(count, key);
    rl_ding();
    return 0;
}

// Returns whether a macro was being recorded.
static inline int lab_end_macro(int count, int key) {
    if (!(rl_readline_state & RL_STATE_MACRODEF)) {
        rl_ding();
        return 0;
    }
    rl_end_kbd_macro(count, key);
    return 1;
}

static inline int lab_run_command(const char *name, int count, int key) {
    rl_command_func_t *function = rl_named_function(name);
    return function ? function(count, key) : 0;
}

static inline int lab_has_command(const char *sequence, const char *name, Keymap map) {
    return rl_function_of_keyseq(sequence, map, NULL) == rl_named_function(name);
}

// Forgets a command that waits for more keys. Readline's own clean-up ends one kind of waiting at a call and leaves the
// others' flags set, whose next key then looks for what is gone.
static inline void lab_forget_waiting(void) {
    for (int round = 0; round < 4; round++) rl_callback_sigcleanup();
    RL_UNSETSTATE(RL_STATE_MULTIKEY | RL_STATE_NUMERICARG | RL_STATE_ISEARCH | RL_STATE_NSEARCH |
                  RL_STATE_CHARSEARCH | RL_STATE_VIMOTION | RL_STATE_METANEXT | RL_STATE_MOREINPUT);
}

static inline void lab_prepare_terminal(void) {
    if (rl_prep_term_function) rl_prep_term_function(1);
}

static inline const char *lab_last_history_line(void) {
    HIST_ENTRY *entry = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
    return entry ? entry->line : NULL;
}

// Columns of a code point on a terminal: the C library's table, which is declared only to programs that
// ask for X/Open's functions.
extern int wcwidth(wchar_t);
static inline int lab_columns(unsigned int scalar) { return wcwidth((wchar_t)scalar); }
