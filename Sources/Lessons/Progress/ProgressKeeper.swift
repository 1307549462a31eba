import Foundation

/// Saves a walk's events, and lets the lesson go on where that fails.
///
/// Events are saved in their order, so that what is on disk is a whole beginning of what happened and never has a gap: the
/// first one that cannot be saved has all later ones wait behind it. While the disk is full, each event tries again.
package final class ProgressKeeper {
    /// Why progress is not saved; `nil` while it is.
    package private(set) var failure: ProgressFailure?
    private var store: ProgressStore?
    private var waiting: [(event: Event, lesson: String, at: Date)] = []
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
        guard store != nil else { return }
        waiting.append((event, lesson, Date()))
        if failure == nil || failure?.kind == .full { saveWaiting() }
    }

    /// Tries once more to save what waits.
    /// - Returns: whether all that happened is saved.
    package func finish() -> Bool {
        if !waiting.isEmpty { saveWaiting() }
        return store != nil && waiting.isEmpty
    }

    private func saveWaiting() {
        guard let store else { return }
        var saved = 0
        do {
            for next in waiting {
                try store.append(next.event, lesson: next.lesson, at: next.at)
                saved += 1
            }
            waiting = []
            guard failure != nil else { return }
            failure = nil
            warn("Progress is saved again, with what happened meanwhile.")
        } catch {
            waiting.removeFirst(saved)
            guard failure == nil else { return }
            failure = error
            let future =
                error.kind == .full
                ? "saving is tried again as it does" : "this visit is not saved"
            warn("\(error). The lesson goes on; \(future).")
        }
    }

    private func giveUp(_ reason: ProgressFailure) {
        store = nil
        failure = reason
        warn("\(reason). The lesson goes on, but this visit is not saved.")
    }
}
