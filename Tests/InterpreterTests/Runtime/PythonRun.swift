import Interpreter

/// What a program did: what it printed, and how it ended.
struct PythonRun {
    var output = ""
    /// The rendered traceback of an uncaught exception.
    var traceback: String?
    var stop: ExecutionStop.Reason?
    /// Objects that were alive after the machine was gone.
    var leaked = 0

    /// The last line of the traceback.
    var error: String? {
        traceback?.split(separator: "\n").last.map(String.init)
    }

    /// Runs a program in a machine of its own.
    init(
        _ source: String, limits: Limits = Limits(instructions: 20_000_000),
        interrupt: InterruptFlag = InterruptFlag(), onOutput: ((String) -> Void)? = nil
    ) throws {
        self = try LargeStack.run {
            var run = PythonRun()
            var heap: Heap?
            do {
                let machine = VirtualMachine(limits: limits, interruptFlag: interrupt)
                heap = machine.heap
                var text = ""
                machine.output = { piece in
                    text += piece
                    onOutput?(piece)
                }
                Self.execute(source, machine, &run)
                run.output = text
            }
            run.leaked = heap?.liveObjects ?? -1
            return run
        }
    }

    private init() {}

    private static func execute(_ source: String, _ machine: VirtualMachine, _ run: inout PythonRun)
    {
        do {
            _ = try machine.run(
                source: source, filename: "<cell 1>", mode: .module,
                globals: machine.makeGlobals())
        } catch let error as PythonError {
            run.traceback = machine.renderTraceback(error.exception)
        } catch let stop as ExecutionStop {
            run.stop = stop.reason
            run.traceback = stop.traceback
        } catch {
            run.traceback = "\(error)"
        }
    }
}
