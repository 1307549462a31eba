// The filter is a list of what may be called, not of what may not: an unknown or new system call fails.
// It looks at arguments in two places only, both plain numbers: the flags of `openat` (reading alone) and
// of `clone` (threads alone). `clone3` takes its flags by pointer, which a filter cannot follow, so it is
// said not to exist; the C library then uses `clone`.

#define _GNU_SOURCE
#include "include/CContainment.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

pid_t ct_fork(void) { return fork(); }

bool ct_lead_group(void) { return setpgid(0, 0) == 0; }

void ct_end_group(pid_t leader) { kill(-leader, SIGKILL); }

int ct_wait_group(pid_t leader) {
    siginfo_t ended;
    while (waitid(P_PID, (id_t)leader, &ended, WEXITED | WNOWAIT) < 0 && errno == EINTR) {}
    // Not taken note of yet, the leader keeps the group's number from being another's.
    ct_end_group(leader);
    int status = 0;
    while (waitpid(leader, &status, 0) < 0 && errno == EINTR) {}
    return status;
}

int ct_thread_count(void) {
    DIR *tasks = opendir("/proc/self/task");
    if (!tasks) return 0;
    int count = 0;
    for (struct dirent *entry; (entry = readdir(tasks));)
        if (entry->d_name[0] != '.') count++;
    closedir(tasks);
    return count;
}

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define CT_ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define CT_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

void ct_end_with_parent(void) { prctl(PR_SET_PDEATHSIG, SIGKILL); }

void ct_close_from(int first) {
#ifdef SYS_close_range
    if (syscall(SYS_close_range, (unsigned)first, ~0U, 0) == 0) return;
#endif
    long most = sysconf(_SC_OPEN_MAX);
    if (most < 0 || most > 65536) most = 65536;
    for (int descriptor = first; descriptor < most; descriptor++) close(descriptor);
}

// MARK: System calls

static const int allowed_calls[] = {
    // Memory.
    SYS_brk, SYS_mmap, SYS_munmap, SYS_mprotect, SYS_mremap, SYS_madvise,
    // Open descriptors. There are none but the report's and /dev/null.
    SYS_read, SYS_pread64, SYS_readv, SYS_write, SYS_writev, SYS_close, SYS_fstat, SYS_lseek,
    // Looking at files; landlock says which can be opened.
    SYS_newfstatat, SYS_statx, SYS_faccessat, SYS_readlinkat, SYS_getdents64, SYS_getcwd,
#ifdef SYS_access
    SYS_access, SYS_stat, SYS_lstat, SYS_readlink,
#endif
#ifdef SYS_faccessat2
    SYS_faccessat2,
#endif
    // Threads of this process.
    SYS_futex, SYS_set_robust_list, SYS_exit, SYS_exit_group, SYS_sched_yield, SYS_sched_getaffinity,
    SYS_gettid, SYS_getpid, SYS_set_tid_address, SYS_membarrier,
#ifdef SYS_rseq
    SYS_rseq,
#endif
#ifdef SYS_arch_prctl
    SYS_arch_prctl,
#endif
    // Signals to oneself and time.
    SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_restart_syscall,
    SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep, SYS_nanosleep, SYS_gettimeofday,
#ifdef SYS_time
    SYS_time,
#endif
    // What the machine is, and chance.
    SYS_uname, SYS_sysinfo, SYS_getrusage, SYS_getrlimit, SYS_getrandom, SYS_getuid, SYS_geteuid,
    SYS_getgid, SYS_getegid,
};

enum { CT_CALLS = sizeof allowed_calls / sizeof allowed_calls[0] };

static int add(struct sock_filter *filter, int at, struct sock_filter instruction) {
    filter[at] = instruction;
    return at + 1;
}

#define STEP(code, k) at = add(filter, at, (struct sock_filter)BPF_STMT(code, k))
#define JUMP(code, k, t, f) at = add(filter, at, (struct sock_filter)BPF_JUMP(code, k, t, f))
#define LOAD(field) STEP(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(value) STEP(BPF_RET | BPF_K, value)
#define REFUSE(error) ANSWER(SECCOMP_RET_ERRNO | (error))
#define IF_CALL_ELSE_SKIP(call, count) JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(call), 0, count)

/// The low half of an argument; both processors are little-endian.
#define LOAD_ARGUMENT(n) \
    STEP(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args) + 8 * (n))

/// The flags with which the C library forks.
#define CT_FORK (CLONE_CHILD_CLEARTID | CLONE_CHILD_SETTID | SIGCHLD)

static bool filter_calls(bool forks) {
    struct sock_filter filter[2 * CT_CALLS + 64];
    int at = 0;
    LOAD(arch);
    JUMP(BPF_JMP | BPF_JEQ | BPF_K, CT_ARCHITECTURE, 1, 0);
    ANSWER(SECCOMP_RET_KILL_PROCESS);
    LOAD(nr);
    // On x86 the numbers from 2^30 on are another calling convention for the same calls.
    JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000U, 0, 1);
    REFUSE(EPERM);
    for (int index = 0; index < CT_CALLS; index++) {
        IF_CALL_ELSE_SKIP(allowed_calls[index], 1);
        ANSWER(SECCOMP_RET_ALLOW);
    }
    const uint32_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
    IF_CALL_ELSE_SKIP(SYS_openat, 4);
    LOAD_ARGUMENT(2);
    JUMP(BPF_JMP | BPF_JSET | BPF_K, writing, 0, 1);
    REFUSE(EPERM);
    ANSWER(SECCOMP_RET_ALLOW);
#ifdef SYS_open
    IF_CALL_ELSE_SKIP(SYS_open, 4);
    LOAD_ARGUMENT(1);
    JUMP(BPF_JMP | BPF_JSET | BPF_K, writing, 0, 1);
    REFUSE(EPERM);
    ANSWER(SECCOMP_RET_ALLOW);
#endif
    IF_CALL_ELSE_SKIP(SYS_clone, forks ? 5 : 4);
    LOAD_ARGUMENT(0);
    if (forks) JUMP(BPF_JMP | BPF_JEQ | BPF_K, CT_FORK, 2, 0);
    JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0);
    REFUSE(EPERM);
    ANSWER(SECCOMP_RET_ALLOW);
    if (forks) {
        IF_CALL_ELSE_SKIP(SYS_wait4, 1);
        ANSWER(SECCOMP_RET_ALLOW);
        // What a fork needs to lock itself down in turn.
        IF_CALL_ELSE_SKIP(SYS_prctl, 5);
        LOAD_ARGUMENT(0);
        JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_PDEATHSIG, 2, 0);
        JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_SECCOMP, 1, 0);
        REFUSE(EPERM);
        ANSWER(SECCOMP_RET_ALLOW);
    }
    IF_CALL_ELSE_SKIP(SYS_clone3, 1);
    REFUSE(ENOSYS);
    // A process may ask for its limits, not set them: `new_limit` must be null.
    IF_CALL_ELSE_SKIP(SYS_prlimit64, 4);
    LOAD_ARGUMENT(2);
    JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0);
    REFUSE(EPERM);
    ANSWER(SECCOMP_RET_ALLOW);
    REFUSE(EPERM);

    struct sock_fprog program = {.len = (unsigned short)at, .filter = filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

// MARK: Files

static bool restrict_files(const char *const *readable, int count) {
#if defined(SYS_landlock_create_ruleset)
    long version = syscall(
        SYS_landlock_create_ruleset, NULL, (size_t)0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return false;
    uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    // Everything that the first version knows, and what later ones added.
    uint64_t handled = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    if (version >= 2) handled |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3) handled |= LANDLOCK_ACCESS_FS_TRUNCATE;
    uint64_t attributes[1] = {handled};
    int ruleset = (int)syscall(
        SYS_landlock_create_ruleset, attributes, sizeof attributes, 0);
    if (ruleset < 0) return false;
    for (int index = 0; index < count; index++) {
        int folder = open(readable[index], O_PATH | O_CLOEXEC);
        if (folder < 0) continue;
        struct landlock_path_beneath_attr rule = {.allowed_access = reading, .parent_fd = folder};
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
        close(folder);
    }
    bool done = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return done;
#else
    (void)readable, (void)count;
    return false;
#endif
}

int ct_lock_down(const char *const *readable, int count, bool forks) {
    int in_force = 0;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) in_force |= CT_NO_NEW_PRIVILEGES;
    prctl(PR_SET_DUMPABLE, 0);
    if (restrict_files(readable, count)) in_force |= CT_FILES;
    if (filter_calls(forks)) in_force |= CT_SYSTEM_CALLS;
    return in_force;
}

bool ct_lock_down_fork(void) { return filter_calls(false); }

#else

void ct_end_with_parent(void) {}

void ct_close_from(int first) {
    for (int descriptor = first; descriptor < 4096; descriptor++) close(descriptor);
}

int ct_lock_down(const char *const *readable, int count, bool forks) {
    (void)readable, (void)count, (void)forks;
    return 0;
}

bool ct_lock_down_fork(void) { return true; }

#endif
