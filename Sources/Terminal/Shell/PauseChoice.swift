import Glibc
import Notebook

/// Ctrl-C during a training: the cell waits while its learner chooses whether to stop it or to let it go on.
struct PauseChoice {
    let shell: Shell

    /// Whether the cell goes on. Where nothing was learned yet, or nobody can be asked, it does not.
    func ask() -> Bool {
        let steps = shell.session.trainingSteps
        guard shell.source.isInteractive, steps > 0, shell.signals.termination == nil else {
            return false
        }
        return shell.signals.whilePaused {
            shell.printer.makeRoom()
            let count = "\(steps) \(steps == 1 ? "step" : "steps")"
            shell.say("Paused after \(count) of training.", .warning)
            shell.say("  s or Ctrl-C   stop here and keep what was learned", .hint)
            shell.say("  g or Enter    go on", .hint)
            shell.output.flush()
            let goesOn = readChoice()
            if goesOn { shell.say("Going on.", .muted) }
            return goesOn
        }
    }

    /// Waits for a key, while signals are heeded.
    private func readChoice() -> Bool {
        TerminalModes.enterRunning(waitsForKeys: false)
        defer { TerminalModes.enterRunning() }
        while true {
            var entries = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: shell.signals.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&entries, 2, -1) > 0 else { continue }
            if entries[1].revents != 0 {
                while let message = shell.signals.next() {
                    switch message {
                    case .interrupt, .terminate: return false
                    case .suspend:
                        TerminalModes.restore()
                        SignalRouter.stopProcess()
                        TerminalModes.enterRunning(waitsForKeys: false)
                    case .resumed: TerminalModes.enterRunning(waitsForKeys: false)
                    case .resize: break
                    }
                }
            } else if entries[0].revents != 0 {
                var key: UInt8 = 0
                let count = read(STDIN_FILENO, &key, 1)
                let isThere = isatty(STDIN_FILENO) == 1 && entries[0].revents & Int16(POLLHUP) == 0
                if count == 0, isThere { continue }
                guard count == 1 else { return false }
                switch key {
                case UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "q"), 3, 4: return false
                case UInt8(ascii: "g"), UInt8(ascii: "G"), 10, 13: return true
                default: continue
                }
            }
        }
    }
}
