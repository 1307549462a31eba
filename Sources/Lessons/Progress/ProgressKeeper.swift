/// Saves a walk's events, and lets the lesson go on where that fails.
///
/// The first failure is reported once; from then on this program saves nothing more, so that what is
/// on disk stays a whole beginning of what happened and never has a gap.
package final class ProgressKeeper {
    /// Why progress is not saved; `nil` while it is.
    package private(set) var failure: ProgressFailure?
    private var store: ProgressStore?
    private let warn: (String) -> Void

    /// - Parameters:
    ///   - open: opens the store. Default: the learner's own.
    ///   - warn: shows one sentence to the learner.
    package init(
        open: () throws(ProgressFailure) -> ProgressStore = { () throws(ProgressFailure) in
            try ProgressStore()
        },
        warn: @escaping (String) -> Void
    ) {
        self.warn = warn
        do {
            store = try open()
        } catch {
            giveUp(error)
        }
    }

    /// What has happened in a lesson so far, oldest first; nothing where that cannot be read.
    package func events(lesson: String) -> [Event] {
        do {
            return try store?.events(lesson: lesson) ?? []
        } catch {
            giveUp(error)
            return []
        }
    }

    package func keep(_ event: Event, lesson: String) {
        do {
            try store?.append(event, lesson: lesson)
        } catch {
            giveUp(error)
        }
    }

    private func giveUp(_ reason: ProgressFailure) {
        store = nil
        failure = reason
        warn("\(reason). The lesson goes on, but this visit is not saved.")
    }
}
