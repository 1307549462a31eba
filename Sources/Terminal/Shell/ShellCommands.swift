import Figures
import Glibc
import Notebook

/// The prompt's own commands: `%name argument`, `NAME?` and `NAME??`.
struct ShellCommands {
    private let shell: Shell

    init(_ shell: Shell) { self.shell = shell }

    /// The names of all commands, for completion.
    static func names(with guide: (any ShellGuide)?) -> [String] {
        let own = all.map(\.name)
        return (own + (guide?.commands.map(\.name) ?? [])).sorted()
    }

    func run(_ line: String) {
        let text = line.drop { $0 == " " }
        if text.hasPrefix("%") {
            let body = text.drop { $0 == "%" }
            var name = String(body.prefix { !$0.isWhitespace })
            if name.hasSuffix("?") {
                name = name.filter { $0 != "?" }
                return Self.showDocumentation(
                    "%" + (Self.others[name] ?? name), detailed: false, shell)
            }
            let argument = body.dropFirst(name.count).drop(while: \.isWhitespace)
            run(name, String(argument).trimmingEnd())
        } else {
            let name = text.filter { $0 != "?" }.trimmingEnd()
            let isDetailed = text.hasSuffix("??") || text.hasPrefix("??")
            Self.showDocumentation(name, detailed: isDetailed, shell)
        }
    }

    /// What other prompts call them.
    private static let others = [
        "whos": "vars", "hist": "history", "lsmagic": "help", "magic": "help", "pinfo": "doc",
        "pdoc": "doc", "ed": "edit", "page": "more", "who_ls": "who",
    ]

    /// What is said of commands of other prompts that have no like here.
    private static let instead: [String: String] = {
        let figures = "Figures are drawn as text at plt.show(); nothing needs to be switched on."
        let packages = "Nothing can be installed, and nothing needs to be: import torch works."
        let debugger = "There is no debugger; %vars shows what there is."
        return [
            "matplotlib": figures, "pylab": figures, "pip": packages, "conda": packages,
            "debug": debugger, "pdb": debugger,
            "run": "%load FILE puts a file's text at the prompt.",
        ]
    }()

    private func run(_ name: String, _ argument: String) {
        let name = Self.others[name] ?? name
        let commands = (shell.guide?.commands ?? []) + Self.all
        if let command = commands.first(where: { $0.name == name }) {
            let isComment = argument.hasPrefix("#")
            if command.arguments.isEmpty, !argument.isEmpty, !isComment {
                return shell.say(
                    "%\(name) takes nothing behind it, but \(argument) was given. Nothing is done.",
                    .error)
            }
            command.run(isComment ? "" : argument, shell)
            return
        }
        if let text = Self.instead[name] { return shell.say(text, .hint) }
        if name.isEmpty {
            shell.say("Commands begin with %. %help lists them.", .hint)
            return
        }
        let near = commands.map(\.name).filter { $0.hasPrefix(name.prefix(2)) }
        let advice =
            near.isEmpty ? "%help lists them." : "do you mean %\(near.joined(separator: ", %"))?"
        shell.say("There is no command %\(name): \(advice)", .error)
    }

    static var all: [ShellCommand] {
        [
            ShellCommand("help", "[NAME]", "this list, or help on a name, as NAME? gives") {
                argument, shell in
                if argument.isEmpty { return showHelp(shell) }
                showDocumentation(argument, detailed: false, shell)
            },
            ShellCommand("vars", "[TYPE]", "the names that your cells have made, all or of a type")
            { argument, shell in
                showVariables(argument, shell)
            },
            ShellCommand("who", "[TYPE]", "the same, names only") { argument, shell in
                let names = variables(argument, shell).map(\.name).joined(separator: "  ")
                for line in Wrapping.wrap([Span(names)], width: shell.output.columns)
                where !names.isEmpty {
                    shell.output.write(shell.theme.paint(line) + "\n")
                }
            },
            ShellCommand("doc", "NAME", "help on a name, as NAME? does") { argument, shell in
                showDocumentation(argument, detailed: false, shell)
            },
            ShellCommand("time", "CODE", "run code and say how long it took") { argument, shell in
                guard !argument.isEmpty else { return shell.say("Usage: %time CODE", .error) }
                let result = shell.execute(argument)
                shell.say("Time: " + durationText(result.seconds), .muted)
            },
            ShellCommand("timeit", "CODE", "run code many times and say how long one run takes") {
                argument, shell in
                guard !argument.isEmpty else { return shell.say("Usage: %timeit CODE", .error) }
                measure(argument, shell)
            },
            ShellCommand(
                "edit", "[N]", "edit a cell (the last, or number N) in $EDITOR, then run it"
            ) {
                argument, shell in
                edit(argument, shell)
            },
            ShellCommand("load", "FILE", "put a file's text at the prompt") { argument, shell in
                load(argument, shell)
            },
            ShellCommand("save", "FILE", "write the cells so far as a script with # %% marks") {
                argument, shell in
                save(argument, shell)
            },
            ShellCommand(
                "export", "FILE", "write what was read and run as FILE.md, .html or .ipynb"
            ) {
                argument, shell in
                export(argument, shell)
            },
            ShellCommand(
                "describe", "[N]", "the last figures in words and numbers, or the Nth so far"
            ) {
                argument, shell in
                describeFigures(argument, shell)
            },
            ShellCommand("more", "[all]", "the output that was held back, page by page") {
                argument, shell in
                showMore(argument, shell)
            },
            ShellCommand("history", "[N]", "the last N cells, of earlier visits too (20)") {
                argument, shell in
                showHistory(argument, shell)
            },
            ShellCommand("reset", "", "forget all variables") { _, shell in
                shell.session.reset()
                if let guide = shell.guide {
                    guide.wasReset(shell)
                } else {
                    shell.say("All variables are cleared.", .muted)
                }
            },
            ShellCommand("quit", "", "leave (Ctrl-D does too)") { _, shell in shell.leave() },
            ShellCommand("exit", "", "leave") { _, shell in shell.leave() },
        ]
    }

    private static func showHelp(_ shell: Shell) {
        let commands = (shell.guide?.commands ?? []) + all
        let names = commands.map { ("%" + $0.name + " " + $0.arguments).trimmingEnd() }
        let width = (names.map { CellWidth.of($0) }.max() ?? 0) + 2
        for (command, name) in zip(commands, names) {
            let first = [Span("  "), Span(CellWidth.padded(name, to: width), .code)]
            let rest = [Span(String(repeating: " ", count: width + 2))]
            let lines = Wrapping.wrap(
                [Span(command.help)], width: shell.output.columns, first: first, rest: rest)
            for line in lines { shell.output.write(shell.theme.paint(line) + "\n") }
        }
        let keys = """

            Enter runs a finished cell; Alt-Enter runs it from anywhere in it. An empty line ends a block.
            Tab completes. Up and Down bring earlier cells, those that begin with what you have typed; Ctrl-R searches. \
            Ctrl-C drops the line or stops what runs.
            """
        for line in keys.split(separator: "\n", omittingEmptySubsequences: false) {
            for part in Wrapping.wrap([Span(String(line), .muted)], width: shell.output.columns) {
                shell.output.write(shell.theme.paint(part) + "\n")
            }
        }
    }

    /// The names of a type, or all; says so where there are none.
    private static func variables(_ type: String, _ shell: Shell) -> [Variable] {
        let all = shell.session.variables
        let found = type.isEmpty ? all : all.filter { $0.type == type }
        if found.isEmpty {
            let types = Set(all.map(\.type)).sorted().joined(separator: ", ")
            shell.say(
                all.isEmpty
                    ? "No names yet." : "No name is of the type \(type). There are: \(types).")
        }
        return found
    }

    private static func showVariables(_ type: String, _ shell: Shell) {
        let variables = variables(type, shell)
        let names = min((variables.map { CellWidth.of($0.name) }.max() ?? 0) + 2, 30)
        let types = min((variables.map { CellWidth.of($0.type) }.max() ?? 0) + 2, 24)
        for variable in variables {
            let room = max(10, shell.output.columns - names - types)
            shell.output.write(
                shell.theme.paint(CellWidth.padded(variable.name, to: names), .code)
                    + shell.theme.paint(CellWidth.padded(variable.type, to: types), .muted)
                    + CellWidth.truncated(variable.summary, to: room) + "\n")
        }
    }

    static func showDocumentation(_ name: String, detailed: Bool, _ shell: Shell) {
        guard !name.isEmpty else {
            return shell.say("NAME? shows help on a name; %help lists the commands.", .hint)
        }
        if name.hasPrefix("%") {
            let commands = (shell.guide?.commands ?? []) + all
            if let command = commands.first(where: { "%" + $0.name == name }) {
                let usage = "%\(command.name) \(command.arguments)".trimmingEnd()
                return shell.say("\(usage): \(command.help)")
            }
            return shell.say("There is no command \(name): %help lists them.", .error)
        }
        guard let text = shell.session.inspect(name, detailed: detailed) else {
            return shell.say("There is no name \(name).", .error)
        }
        shell.say(text)
    }

    private static func describeFigures(_ argument: String, _ shell: Shell) {
        var figures = Array(shell.lastFigures)
        guard !figures.isEmpty else { return shell.say("No figure was drawn yet.") }
        if !argument.isEmpty {
            let count = shell.figures.count
            guard let number = Int(argument), number > 0, number <= shell.figures.count else {
                return shell.say("Usage: %describe N, a number from 1 to \(count).", .error)
            }
            figures = [shell.figures[number - 1]]
        }
        for figure in figures {
            for line in Wrapping.wrap([Span(figure.summary)], width: shell.output.columns) {
                shell.output.write(shell.theme.paint(line) + "\n")
            }
            let rows = figure.table
            for row in rows.prefix(100) { shell.say(row) }
            if rows.count > 100 { shell.say("… and \(rows.count - 100) more rows", .muted) }
        }
    }

    private static func showMore(_ argument: String, _ shell: Shell) {
        guard argument.isEmpty || argument == "all" else {
            return shell.say("Usage: %more, or %more all", .error)
        }
        let rows = argument == "all" ? Int.max : max(5, shell.output.size.rows - 2)
        let page = shell.printer.nextHeldPage(rows: rows)
        guard !page.lines.isEmpty else {
            return shell.say("Nothing is held back.", .muted)
        }
        let interrupts = shell.signals.interruptCount
        for line in page.lines {
            if shell.signals.interruptCount != interrupts {
                shell.signals.settleInterrupts()
                shell.signals.forgetInterrupts()
                return shell.say("Stopped.", .muted)
            }
            shell.output.write(line + "\n")
        }
        if page.remaining > 0 {
            shell.say("… \(page.remaining) more lines. %more goes on, %more all shows all.", .muted)
        } else if page.lost > 0 {
            shell.say("… \(page.lost) more lines came, too many to be kept.", .muted)
        }
    }

    private static func showHistory(_ argument: String, _ shell: Shell) {
        guard let count = argument.isEmpty ? 20 : Int(argument), count > 0 else {
            return shell.say("Usage: %history N, a number of cells.", .error)
        }
        let cells = shell.source.past.suffix(count)
        for cell in cells {
            for (index, line) in PythonHighlighter.lines(of: cell).enumerated() {
                let mark = shell.theme.paint(index == 0 ? "› " : "  ", .muted)
                shell.output.write(mark + shell.theme.paint(line) + "\n")
            }
        }
        if cells.isEmpty { shell.say("No cells yet.") }
    }

    /// Times rounds of as many runs as take 0.1 s: up to seven rounds, of slow code fewer.
    private static func measure(_ code: String, _ shell: Shell) {
        var runs = 1
        var times: [Double] = []
        var total = 0.0
        let sink = shell.session.sink
        shell.session.sink = { _ in }
        defer { shell.session.sink = sink }
        // Once as it stands, so that an error names its own line.
        let first = shell.whileRunning { shell.session.runAside(code, name: "<timeit>") }
        guard first.succeeded else {
            shell.session.sink = sink
            return shell.show(first)
        }
        if first.seconds > 0.1 {
            times = [first.seconds]
            total = first.seconds
        }
        while times.count < 7, times.isEmpty || total < 3 {
            let loop = "for _ in range(\(runs)):\n    " + code.replacing("\n", with: "\n    ")
            let result = shell.whileRunning { shell.session.runAside(loop, name: "<timeit>") }
            guard result.succeeded else {
                shell.session.sink = sink
                return shell.show(result)
            }
            if times.isEmpty, result.seconds < 0.1, runs < 10_000_000 {
                runs *= result.seconds < 0.01 ? 10 : 2
                continue
            }
            times.append(result.seconds / Double(runs))
            total += result.seconds
        }
        let mean = times.reduce(0, +) / Double(times.count)
        let squares = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let spread = (squares / Double(times.count)).squareRoot()
        let often = runs == 1 ? "1 run" : "\(runs) runs"
        shell.say(
            times.count == 1
                ? "\(durationText(mean)) per run (\(often))"
                : "\(durationText(mean)) ± \(durationText(spread)) per run "
                    + "(mean and standard deviation of \(times.count) rounds of \(often))")
    }

    static func durationText(_ seconds: Double) -> String {
        func rounded(_ value: Double, _ unit: String) -> String {
            let scale = value < 10 ? 100.0 : value < 100 ? 10.0 : 1.0
            let number = (value * scale).rounded() / scale
            return (number == number.rounded() ? "\(Int(number))" : "\(number)") + " " + unit
        }
        if seconds < 1e-6 { return rounded(seconds * 1e9, "ns") }
        if seconds < 1e-3 { return rounded(seconds * 1e6, "µs") }
        if seconds < 1 { return rounded(seconds * 1e3, "ms") }
        return rounded(seconds, "s")
    }
}
