import Foundation

/// Where a learner's state is kept, by the XDG base directory rules.
package enum StateDirectory {
    /// `$XDG_STATE_HOME/cnnlab`, or `~/.local/state/cnnlab` where the variable is unset, empty or
    /// relative (which the rules say to ignore).
    package static func path(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            return state + "/cnnlab"
        }
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
        return home + "/.local/state/cnnlab"
    }
}
