import Figures
import Interpreter
import TorchModules

/// One learner's interpreter with everything that can be imported: it runs cells, keeps what they
/// define and answers questions about it. The prompt, the lessons and the grader are shells over it.
///
/// A session lives on one thread, which must have a large stack; only `stopper` may be called from
/// another thread.
package final class Session {
    /// Where the output of cells goes as it comes.
    package var sink: (OutputEvent) -> Void
    /// What runs may use, from the next one on.
    package var budget: Budget {
        didSet { vm.limits = budget.limits }
    }
    /// The number of the last cell that ran.
    package internal(set) var counter = 0
    /// The sources of the cells that ran, first first.
    package internal(set) var cells: [String] = []
    /// Whether cells find the texts and the values of those before them under `In` and `Out`, too.
    package var keepsNumbered = false
    /// How many columns a line of a cell's value may take, as a person at a prompt reads it; nil leaves a value as `repr`
    /// gives it.
    package var valueWidth: Int?
    /// Asked when an interrupt comes while a cell runs: true lets the cell go on.
    package var goesOnAfterInterrupt: () -> Bool = { false }
    /// How many steps optimizers took in the last run.
    package private(set) var trainingSteps = 0

    let flag = InterruptFlag()
    var globals: NameTable
    /// What the present run has sent out.
    private var gathered = ""
    private var figures: [Figure] = []
    private var watch = LoopWatch()
    private static let gatherLimit = 1 << 20
    /// What checks were compiled to, by name and text; the learner's cells are not among them.
    private var compiled: [String: Compiled] = [:]

    /// A text that runs again and again in this session's machine.
    private struct Compiled {
        var code: CodeObject
        var lines: [Substring]
    }
    private lazy var studentType = StudentNamespace.makeType(in: vm)
    /// Declared last, so that it goes last: all that belongs to it must go before.
    var vm: VirtualMachine

    package init(budget: Budget = .prompt, sink: @escaping (OutputEvent) -> Void = { _ in }) {
        self.budget = budget
        self.sink = sink
        let machine = VirtualMachine(limits: budget.limits, interruptFlag: flag)
        globals = machine.makeGlobals()
        vm = machine
        connect()
    }

    deinit {
        // Values must go before the machine that they belong to.
        globals.removeAll()
    }

    private func connect() {
        vm.output = { [unowned self] text in
            if gathered.utf8.count < Self.gatherLimit { gathered += text }
            sink(.text(text))
        }
        vm.warningOutput = { [unowned self] text in sink(.diagnostic(text)) }
        vm.onInterrupt = { [unowned self] in
            defer { watch = LoopWatch() }
            return goesOnAfterInterrupt()
        }
        vm.onLook = { [unowned self] loops in
            if let estimate = watch.look(loops) { sink(.estimate(estimate)) }
        }
        TorchModules.install(
            in: vm,
            outputs: ModuleOutputs(
                figure: { [unowned self] figure in show(figure) },
                progress: { [unowned self] progress in
                    sink(.progress(ProgressUpdate(progress)))
                },
                step: { [unowned self] in trainingSteps += 1 }))
    }

    /// Takes a figure that running code shows.
    func show(_ figure: Figure) {
        figures.append(figure)
        sink(.figure(figure))
    }

    // MARK: - Running

    /// Runs a cell of the learner and counts it.
    package func run(_ source: String) -> CellResult {
        counter += 1
        cells.append(source)
        if keepsNumbered { noteSource(source) }
        let name = "<cell \(counter)>"
        var result = execute(
            Array(source.utf8), name: name, mode: .cell, in: globals, width: valueWidth
        ) { value in
            self.keepLast(value)
        }
        result.number = counter
        if Self.isSilenced(source) { result.value = nil }
        return result
    }

    /// Runs a whole file as `python FILE` would; no value is shown.
    package func runScript(_ source: [UInt8], name: String) -> CellResult {
        execute(source, name: name, mode: .module, in: globals)
    }

    /// Runs code among the learner's names without counting it as a cell; `name` is what tracebacks call it.
    package func runAside(_ source: String, name: String) -> CellResult {
        execute(Array(source.utf8), name: name, mode: .cell, in: globals)
    }

    /// Runs code of the lesson's author in a namespace of its own, which sees what the learner made as
    /// `student.NAME` and leaves nothing behind. An exception is the result's failure.
    ///
    /// - Parameters:
    ///   - source: the check.
    ///   - name: what tracebacks call it, as `<check 2>`.
    ///   - preamble: helpers run first in the same namespace.
    ///   - budget: what this run may use, the session's own when nil.
    package func check(
        _ source: String, name: String, preamble: String = "", budget: Budget? = nil
    ) -> CellResult {
        let own = vm.makeGlobals(name: "__check__")
        own[vm.intern("student")] = .object(StudentNamespace(type: studentType, names: globals))
        vm.limits = (budget ?? self.budget).limits
        defer { vm.limits = self.budget.limits }
        if !preamble.isEmpty {
            let first = execute(
                Array(preamble.utf8), name: Self.preambleName, mode: .module, in: own, again: true)
            if !first.succeeded { return first }
        }
        let result = execute(
            Array(source.utf8), name: name, mode: .cell, in: own, again: true)
        own.removeAll()
        return result
    }

    private static let preambleName = "<preamble>"

    /// Compiles a check ahead, as ``check(_:name:preamble:budget:)`` will run it; what is wrong with it is told then.
    package func expectCheck(_ source: String, name: String, preamble: String = "") {
        _ = try? reusable(Array(preamble.utf8), name: Self.preambleName, mode: .module)
        _ = try? reusable(Array(source.utf8), name: name, mode: .cell)
    }

    /// What a check compiles to; it is compiled once, however often it runs.
    private func reusable(
        _ source: [UInt8], name: String, mode: CompileMode
    ) throws(SyntaxFailure) -> Compiled {
        let text = String(decoding: source, as: UTF8.self)
        let key = name + "\n" + text
        if let found = compiled[key] { return found }
        let made = Compiled(
            code: try compile(source, filename: name, mode: mode),
            lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        compiled[key] = made
        return made
    }

    private func fresh(
        _ source: [UInt8], name: String, mode: CompileMode
    ) throws(SyntaxFailure) -> Compiled {
        Compiled(
            code: try compile(source, filename: name, mode: mode),
            lines: String(decoding: source, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false))
    }

    private func execute(
        _ source: [UInt8], name: String, mode: CompileMode, in names: NameTable,
        again: Bool = false, width: Int? = nil, keep: (Value) -> Void = { _ in }
    ) -> CellResult {
        gathered = ""
        figures = []
        watch = LoopWatch()
        trainingSteps = 0
        let start = ContinuousClock.now
        var value: String?
        let ending: CellResult.Ending
        do {
            let ready =
                again
                ? try reusable(source, name: name, mode: mode)
                : try fresh(source, name: name, mode: mode)
            let code = ready.code
            if name == "<cell \(counter)>" { vm.cellCode[counter] = code }
            vm.sources[name] = ready.lines
            try vm.surrounded {
                if let last = try vm.run(code, globals: names), !last.isNone {
                    value = try width.map { try vm.display(last, width: $0) } ?? vm.repr(last)
                    keep(last)
                }
            }
            ending = .finished
        } catch {
            ending = self.ending(for: error)
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return CellResult(
            number: 0, ending: ending, value: value, text: gathered, figures: figures,
            seconds: seconds)
    }

    private func ending(for error: any Error) -> CellResult.Ending {
        switch error {
        case let error as PythonError:
            return .failed(failure(error.exception))
        case let failure as SyntaxFailure:
            return .failed(self.failure(vm.error(for: failure).exception, at: failure))
        case let stop as ExecutionStop:
            switch stop.reason {
            case .interrupted: return .interrupted(traceback: stop.traceback)
            case .instructions: return .exhausted(.steps, explanation: stop.message)
            case .time: return .exhausted(.time, explanation: stop.message)
            case .memory: return .exhausted(.memory, explanation: stop.message)
            case .output: return .exhausted(.output, explanation: stop.message)
            }
        default:
            return .failed(
                CellFailure(
                    type: "SystemError", message: "\(error)", traceback: "SystemError: \(error)"))
        }
    }

    private func failure(
        _ exception: ExceptionObject, at place: SyntaxFailure? = nil
    ) -> CellFailure {
        var frames = exception.traceback.reversed().map { entry in
            CellFailure.Frame(
                file: entry.code.filename,
                line: Int(entry.position.line), function: entry.code.name)
        }
        if let place {
            frames.append(.init(file: place.filename, line: place.line, function: "<module>"))
        }
        return CellFailure(
            type: exception.type.name, message: (try? vm.str(.object(exception))) ?? "",
            traceback: Self.trimmed(vm.renderTraceback(exception)), hint: exception.hint,
            frames: frames, exit: vm.isExit(exception) ? vm.exitStatus(exception) : nil)
    }

    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last?.isNewline ?? false { text.removeLast() }
        return text
    }

    /// Makes a cell's value what `_` means, and `_3` for cell 3, unless the learner uses those names.
    private func keepLast(_ value: Value) {
        let last = vm.intern("_")
        if let before = vm.builtins[last] { vm.builtins[vm.intern("__")] = before }
        vm.builtins[last] = value
        vm.builtins[vm.intern("_\(counter)")] = value
        guard keepsNumbered else { return }
        let name = vm.intern("Out")
        let values = vm.builtins[name]?.dict ?? vm.makeDict()
        vm.builtins[name] = .object(values)
        try? values.set(.int(counter), value, vm)
    }

    /// Adds a cell's text to `In`.
    private func noteSource(_ source: String) {
        let name = vm.intern("In")
        if vm.builtins[name]?.list == nil { vm.builtins[name] = vm.list([vm.string("")]) }
        guard let list = vm.builtins[name]?.list else { return }
        while list.elements.count < counter { list.elements.append(vm.string("")) }
        list.elements.append(vm.string(source))
        list.updateCharge()
    }

    /// Whether a `;` ends the cell, a comment after it aside.
    private static func isSilenced(_ source: String) -> Bool {
        guard source.contains(";") else { return false }
        let lines = source.split(whereSeparator: \.isNewline)
        guard let line = lines.last(where: { !$0.allSatisfy(\.isWhitespace) && !$0.hasPrefix("#") })
        else { return false }
        var quote: Character?
        var last: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "'" || character == "\"" {
                quote = character
            } else if character == "#" {
                break
            }
            if !character.isWhitespace { last = character }
        }
        return last == ";" && quote == nil
    }

    // MARK: - Control

    /// What stops the running cell at its next instruction, or between two operations of a library; may
    /// be called from any thread.
    package var stopper: @Sendable () -> Void {
        let flag = flag
        return { flag.raise() }
    }

    /// What has the running cell look at its loops and send an estimate; may be called from any thread.
    package var looker: @Sendable () -> Void {
        let flag = flag
        return { flag.requestLook() }
    }

    /// Stops the running cell, or the next one; may be called from any thread.
    package func interrupt() { flag.raise() }

    /// An interrupt that found nothing to stop does not stop the next cell.
    package func forgetInterrupt() { flag.clear() }

    /// Forgets everything that cells defined; the counter starts again.
    package func reset() {
        counter = 0
        cells = []
        globals.removeAll()
        // Code belongs to the machine that ran it.
        compiled = [:]
        let machine = VirtualMachine(limits: budget.limits, interruptFlag: flag)
        globals = machine.makeGlobals()
        vm = machine
        studentType = StudentNamespace.makeType(in: vm)
        connect()
    }
}

extension Budget {
    var limits: Limits {
        let time: Duration? = seconds.isFinite ? .seconds(seconds) : nil
        return Limits(
            instructions: steps == .max ? nil : steps,
            wallTime: countsProcessorTime ? nil : time,
            processorTime: countsProcessorTime ? time : nil, memoryBytes: memory,
            outputBytes: output == .max ? nil : output)
    }
}
