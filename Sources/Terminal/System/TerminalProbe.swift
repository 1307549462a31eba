import Figures
import Glibc

/// Asks the terminal for the colour of its background and for graphics, and waits a moment for the answers.
///
/// Behind these goes a question that every terminal answers, so that one that keeps silent on colours costs no time.
/// What comes too late is swallowed by the line editor; what else arrives, keys typed ahead, is given to it.
package enum TerminalProbe {
    package struct Answer: Equatable {
        package var background = Background.unknown
        package var graphics = Graphics.none
        /// Bytes that are no answer.
        package var typed: [UInt8] = []
        /// Whether the last question was answered.
        package var isComplete = false

        package init() {}
    }

    /// Whether a terminal with few colours is one of those that answer, or are silent, rather than show the question.
    static func isAnswered(by term: String) -> Bool {
        let known = [
            "xterm", "rxvt", "putty", "konsole", "gnome", "vte", "st", "foot", "mlterm", "screen",
            "tmux",
        ]
        return known.contains { term == $0 || term.hasPrefix($0 + "-") }
    }

    /// In milliseconds. A terminal at hand answers at once, one at the other end of a network takes its time.
    private static var patience: Int32 { getenv("SSH_CONNECTION") == nil ? 40 : 300 }

    /// Puts the questions to the terminal on standard input and output.
    ///
    /// - Parameter graphics: whether it is asked for kitty's graphics, which some old terminals would show as text.
    static func ask(_ output: TerminalOutput, graphics: Bool) -> Answer {
        TerminalModes.enterRunning()
        defer { TerminalModes.restore() }
        let question = graphics ? KittyGraphics.question : ""
        output.write("\u{1B}]11;?\u{1B}\\\(question)\u{1B}[c")
        let patience = patience
        var bytes: [UInt8] = []
        let start = ContinuousClock.now
        while true {
            let used = Int32((ContinuousClock.now - start) / .milliseconds(1))
            var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard used < patience else { break }
            let ready = poll(&entry, 1, patience - used)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { break }
            var chunk = [UInt8](repeating: 0, count: 256)
            let count = chunk.withUnsafeMutableBytes {
                read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            guard count > 0 else { break }
            bytes += chunk[..<count]
            if parse(bytes).isComplete { break }
        }
        return parse(bytes)
    }

    /// Tells answers from what was typed.
    package static func parse(_ bytes: [UInt8]) -> Answer {
        var answer = Answer()
        var index = 0
        while index < bytes.count {
            let rest = bytes[index...]
            if rest.starts(with: Array("\u{1B}]11;".utf8)), let end = endOfString(rest) {
                let text = String(decoding: rest[..<end], as: UTF8.self)
                answer.background = background(in: text) ?? answer.background
                index = bytes[end] == 7 ? end + 1 : end + 2
            } else if rest.starts(with: Array("\u{1B}[?".utf8)),
                let end = rest.firstIndex(of: UInt8(ascii: "c")),
                rest[(index + 3)..<end].allSatisfy({ $0 == 0x3B || 0x30...0x39 ~= $0 })
            {
                answer.isComplete = true
                let abilities = rest[(index + 3)..<end].split(separator: UInt8(ascii: ";"))
                // The first number is the kind of terminal; 4 among the others stands for sixels.
                if answer.graphics == .none, abilities.dropFirst().contains(where: { $0 == [0x34] })
                {
                    answer.graphics = .sixel
                }
                index = end + 1
            } else if rest.starts(with: Array("\u{1B}_G".utf8)), let end = endOfString(rest) {
                if String(decoding: rest[..<end], as: UTF8.self).hasSuffix(";OK") {
                    answer.graphics = .kitty
                }
                index = bytes[end] == 7 ? end + 1 : end + 2
            } else {
                answer.typed.append(bytes[index])
                index += 1
            }
        }
        return answer
    }

    /// Where BEL, or ESC and a backslash, end a string.
    private static func endOfString(_ bytes: ArraySlice<UInt8>) -> Int? {
        for index in bytes.indices.dropFirst() {
            if bytes[index] == 7 { return index }
            if bytes[index] == 0x1B, index + 1 < bytes.endIndex, bytes[index + 1] == 0x5C {
                return index
            }
        }
        return nil
    }

    /// The background in `rgb:1d1d/2020/2121`, with two or four digits a part.
    private static func background(in text: String) -> Background? {
        guard let start = text.firstRange(of: "rgb:") else { return nil }
        let parts = text[start.upperBound...].split(separator: "/").prefix(3).map {
            part -> Double? in
            let digits = part.prefix(4)
            guard let value = Int(digits, radix: 16), !digits.isEmpty else { return nil }
            return Double(value) / Double((1 << (4 * digits.count)) - 1)
        }
        guard parts.count == 3, let red = parts[0], let green = parts[1], let blue = parts[2] else {
            return nil
        }
        return Background.of(red: red, green: green, blue: blue)
    }
}
