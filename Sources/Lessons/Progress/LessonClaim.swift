import Glibc

/// A mark that a lesson is open, which the system takes away however the program ends. It keeps nobody out: what is done in
/// two windows is kept from both.
package final class LessonClaim {
    private let file: Int32
    /// Whether another program of the same learner had the lesson open already.
    package let isOpenElsewhere: Bool

    /// - Parameter directory: where the learner's state is kept; where it cannot be written, nothing is known of others.
    package init(lesson: String, directory: String = StateDirectory.path()) {
        file = open("\(directory)/\(lesson).open", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        isOpenElsewhere = file >= 0 && flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
        // All share the lock, so that whoever comes third knows of the second when the first has gone.
        if file >= 0 { _ = flock(file, LOCK_SH | LOCK_NB) }
    }

    deinit { if file >= 0 { close(file) } }
}
