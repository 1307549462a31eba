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
    // Else readline would give the terminal's own keys for erasing a character and a line its own commands again, at each line.
    rl_variable_bind("bind-tty-special-chars", "off");
    rl_instream = stdin;
    rl_outstream = stdout;
}

static inline void lab_set_hooks(rl_voidfunc_t *redisplay, rl_getc_func_t *read_key,
                                 rl_vintfunc_t *prepare, rl_voidfunc_t *restore,
                                 rl_completion_func_t *complete, rl_compdisp_func_t *show) {
    if (redisplay) rl_redisplay_function = redisplay;
    if (read_key) rl_getc_function = read_key;
    if (prepare) rl_prep_term_function = prepare;
    if (restore) rl_deprep_term_function = restore;
    rl_attempted_completion_function = complete;
    if (show) rl_completion_display_matches_hook = show;
}

// Where readline is told whether more keys wait. It asks to tell an escape sequence from Escape by itself, in vi mode.
static inline void lab_set_waiting_hook(rl_hook_func_t *waits) { rl_input_available_hook = waits; }

// For how many microseconds readline would wait for a key.
static inline int lab_key_patience(void) {
    int patience = rl_set_keyboard_input_timeout(0);
    rl_set_keyboard_input_timeout(patience);
    return patience;
}

static inline void lab_completion_settings(void) {
    rl_attempted_completion_over = 1;
    rl_completion_append_character = '\0';
    rl_completion_suppress_append = 1;
}

// Gives every key of a keymap that runs readline's command `old` the command `new` instead, so that
// keys a user chose in ~/.inputrc keep their meaning.
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

// Whether the terminal is as readline wants it. Readline asks more than once to have it as it was.
static inline int lab_is_prepared(void) { return RL_ISSTATE(RL_STATE_TERMPREPPED) != 0; }

// The history's cells are counted from 0. A place that is their number is behind the last one: that of a new cell.
static inline int lab_history_count(void) { return history_length; }
static inline int lab_history_place(void) { return where_history(); }

static inline const char *lab_history_line(int position) {
    if (position < 0 || position >= history_length) return NULL;
    HIST_ENTRY *entry = history_get(history_base + position);
    return entry ? entry->line : NULL;
}

// Goes to the history's end, and back to the text and the undo list that were kept when that was left. Readline rings where
// none were.
static inline void lab_leave_history(void) {
    char *bell = rl_variable_value("bell-style");
    char *kept = bell ? strdup(bell) : NULL;
    using_history();
    rl_free_undo_list();
    rl_variable_bind("bell-style", "none");
    rl_maybe_unsave_line();
    if (kept) rl_variable_bind("bell-style", kept);
    free(kept);
}

// Columns of a code point on a terminal: the C library's table, which is declared only to programs that
// ask for X/Open's functions.
extern int wcwidth(wchar_t);
static inline int lab_columns(unsigned int scalar) { return wcwidth((wchar_t)scalar); }
