// What a process that runs a stranger's code gives up, for good: Linux's no-new-privileges, a seccomp
// filter of system calls, and landlock's rules for files.

#ifndef CCONTAINMENT_H
#define CCONTAINMENT_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// The parts of the containment that this kernel gave.
enum {
    CT_NO_NEW_PRIVILEGES = 1,
    CT_SYSTEM_CALLS = 2,
    CT_FILES = 4,
};

/// Locks this process down: from then on it computes, reads the files below the folders given, writes
/// to the descriptors that it has open, and starts threads. All else fails with EPERM. To be called
/// while the process has one thread.
///
/// - Parameters:
///   - readable: folders that stay readable; those that do not exist are passed over.
///   - count: how many.
///   - forks: whether it may still fork; its forks are as locked down as itself. It can start no program either way.
/// - Returns: which parts are in force, as a set of CT_ flags.
int ct_lock_down(const char *const *readable, int count, bool forks);

/// Has a fork of a process that may fork give that up as well.
bool ct_lock_down_fork(void);

/// Makes this process the first of a group, which it and its forks cannot leave once they are locked down.
bool ct_lead_group(void);

/// Ends all processes of a group.
void ct_end_group(pid_t leader);

/// Waits for the end of a child that may lead a group, and ends the rest of that. Returns the child's status.
int ct_wait_group(pid_t leader);

/// Closes every descriptor from `first` on.
void ct_close_from(int first);

/// `fork`. The child has the calling thread alone; it may only go on where no other held anything that it needs.
pid_t ct_fork(void);

/// The signal that the kernel sends this process when its parent ends.
void ct_end_with_parent(void);

/// How many threads this process has; 0 where that cannot be told.
int ct_thread_count(void);

/// What a locked-down process could still do; all false where the containment holds.
struct ct_escapes {
    int in_force;
    bool made_socket, made_process, ran_program, traced, signalled_parent;
    bool wrote_file, read_secret, changed_mode, raised_limit;
    /// What must go on working.
    bool allocated, started_thread, read_allowed, wrote_open;
};

/// Locks a child process down and has it try to get out.
///
/// - Parameters:
///   - forks: whether the child may fork; a fork of it, locked down in turn, tries then.
///   - readable: the one folder that stays readable.
///   - allowed: a file in that folder.
///   - secret: a file elsewhere.
/// - Returns: whether the child could be asked at all.
bool ct_try_to_escape(
    const char *readable, const char *allowed, const char *secret, bool forks,
    struct ct_escapes *found);

#endif
