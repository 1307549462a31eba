import Glibc
import Lessons
import Notebook

/// Keeps a lesson's session on disk after what took long, so that coming back takes no longer than the cells that
/// followed.
struct LessonCheckpoint {
    private let file: CheckpointFile
    /// Seconds that the runs since the last checkpoint would take to be repeated.
    private var owed = 0.0
    /// So much is repeated rather than kept.
    private static let bearable = 0.75
    /// Whether the session was restored from an image that leaves something out.
    private(set) var isPartial = false

    init(lesson: String) { file = CheckpointFile(lesson: lesson) }

    /// Takes note of a run, and keeps the session if repeating it would take too long, or if it was stopped in a
    /// training and could not be repeated.
    ///
    /// Where something cannot be kept, the image leaves it out. The runs that follow might need it to be repeated, so
    /// each is kept as well, until all of the session can be kept again.
    mutating func ran(_ result: CellResult, _ session: Session, runs: [String]) {
        if case .interrupted = result.ending, session.trainingSteps == 0 { return }
        owed += result.seconds
        var isStopped = false
        if case .interrupted = result.ending { isStopped = true }
        guard owed > Self.bearable || isStopped else { return }
        if let image = session.image() {
            if file.write([0] + image, after: runs, madeBy: Self.program) { owed = 0 }
        } else if let image = session.partialImage() {
            file.write([image.isPartial ? 1 : 0] + image.bytes, after: runs, madeBy: Self.program)
        }
    }

    /// Restores what is kept.
    ///
    /// - Returns: how many of the runs need not be repeated.
    mutating func restore(into session: Session, runs: [String]) -> Int {
        isPartial = false
        guard let kept = file.read(for: runs, madeBy: Self.program), let first = kept.image.first,
            session.restore(image: Array(kept.image.dropFirst()))
        else { return 0 }
        isPartial = first == 1
        return kept.runs
    }

    mutating func forget() {
        owed = 0
        isPartial = false
        file.remove()
    }

    /// What tells this build of the program from others: an image is only read by the one that wrote it.
    private static let program: String = {
        var information = stat()
        guard stat("/proc/self/exe", &information) == 0 else { return "unknown" }
        return "\(information.st_size) \(information.st_mtim.tv_sec) \(information.st_ino)"
    }()
}
