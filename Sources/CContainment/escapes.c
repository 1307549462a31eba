// Tries what a locked-down process must not be able to do, and what it must.

#define _GNU_SOURCE
#include "include/CContainment.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static bool can_read(const char *path) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    char byte;
    bool done = read(file, &byte, 1) >= 0;
    close(file);
    return done;
}

static void *touch(void *argument) {
    *(bool *)argument = true;
    return NULL;
}

static bool can_start_thread(void) {
    bool ran = false;
    pthread_t thread;
    if (pthread_create(&thread, NULL, touch, &ran) != 0) return false;
    pthread_join(thread, NULL);
    return ran;
}

static bool can_make_process(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    if (child > 0) waitpid(child, NULL, 0);
    return child >= 0;
}

static bool can_write_beside(const char *path) {
    char name[4096];
    if (strlen(path) + 5 > sizeof name) return false;
    strcat(strcpy(name, path), ".new");
    int file = open(name, O_WRONLY | O_CREAT, 0600);
    if (file >= 0) close(file);
    return file >= 0 || open(path, O_RDWR) >= 0 || truncate(path, 0) == 0 || unlink(path) == 0
        || rename(path, name) == 0;
}

static void attempt(struct ct_escapes *found, const char *allowed, const char *secret, int report) {
    int open_socket = socket(AF_INET, SOCK_STREAM, 0);
    int pair[2];
    found->made_socket = open_socket >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0
        || socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0;
    found->made_process = can_make_process();
    found->traced = ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0;
    found->signalled_parent = kill(getppid(), 0) == 0;
    found->wrote_file = can_write_beside(allowed) || can_write_beside(secret);
    found->read_secret = can_read(secret);
    found->changed_mode = chmod(allowed, 0777) == 0;
    struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
    found->raised_limit = setrlimit(RLIMIT_CPU, &limit) == 0;
    void *memory = malloc(8 << 20);
    found->allocated = memory != NULL;
    if (memory) memset(memory, 1, 8 << 20);
    free(memory);
    found->started_thread = can_start_thread();
    found->read_allowed = can_read(allowed);
    found->wrote_open = true;
    // Where the next call succeeds it never returns, and nothing is reported: an escape.
    found->ran_program = false;
    char *arguments[] = {"true", NULL};
    char *environment[] = {NULL};
    execve("/bin/true", arguments, environment);
    (void)!write(report, found, sizeof *found);
}

bool ct_try_to_escape(
    const char *readable, const char *allowed, const char *secret, bool forks,
    struct ct_escapes *found)
{
    memset(found, 0, sizeof *found);
    int ends[2];
    if (pipe(ends) != 0) return false;
    pid_t child = fork();
    if (child < 0) return false;
    if (child == 0) {
        struct ct_escapes tried = {0};
        const char *const folders[] = {readable};
        tried.in_force = ct_lock_down(folders, 1, forks);
        if (forks) {
            pid_t inner = fork();
            if (inner > 0) waitpid(inner, NULL, 0);
            // One that cannot be made or locked down tells nothing.
            if (inner != 0 || !ct_lock_down_fork()) _exit(0);
        }
        attempt(&tried, allowed, secret, ends[1]);
        _exit(0);
    }
    close(ends[1]);
    bool told = read(ends[0], found, sizeof *found) == sizeof *found;
    close(ends[0]);
    waitpid(child, NULL, 0);
    if (!told) found->ran_program = true;
    return true;
}
