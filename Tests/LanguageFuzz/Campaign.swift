import Foundation
import Interpreter

/// Runs inputs in this process and leaves the index of the present one in a file, for who watches it.
struct Worker {
    private let mutator: Mutator
    private let state: String
    /// An input that takes more seconds of the processor is a hang, and its process is ended. Not of the clock: on a busy
    /// machine anything may take long.
    private static let patience = 20

    init(folder: String, state: String, seed: Int) {
        mutator = Mutator(folder: folder, seed: seed)
        self.state = state
    }

    func run(from first: Int, to end: Int) {
        let descriptor = open(state, O_RDWR | O_CREAT, 0o644)
        guard descriptor >= 0, ftruncate(descriptor, 32) == 0,
            let shared = mmap(nil, 32, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
            shared != MAP_FAILED
        else { return }
        // Done, compiled, ended in an exception, stopped by a budget.
        let counts = shared.bindMemory(to: Int.self, capacity: 4)
        for index in 0..<4 { counts[index] = index == 0 ? first : 0 }
        let mutator = mutator
        try? LargeStack.run {
            for index in first..<end {
                counts[0] = index
                var limit = itimerval()
                limit.it_value.tv_sec = Self.patience
                setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &limit, nil)
                switch Self.execute(mutator.input(index)) {
                case .refused: break
                case .done: counts[1] += 1
                case .failed:
                    counts[1] += 1
                    counts[2] += 1
                case .stopped:
                    counts[1] += 1
                    counts[3] += 1
                }
            }
        }
        counts[0] = end
    }

    enum Outcome { case refused, done, failed, stopped }

    /// Compiles and runs one input under tight budgets.
    static func execute(_ bytes: [UInt8]) -> Outcome {
        let code: CodeObject
        do {
            code = try compile(bytes, filename: "input", mode: .module)
        } catch {
            return .refused
        }
        let machine = VirtualMachine(
            limits: Limits(
                instructions: 100_000, wallTime: .seconds(5), memoryBytes: 64 << 20,
                outputBytes: 100_000))
        machine.sources["input"] =
            String(decoding: bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
        do {
            _ = try machine.run(code, globals: machine.makeGlobals())
            return .done
        } catch let error as PythonError {
            _ = machine.renderTraceback(error.exception)
            return .failed
        } catch {
            return .stopped
        }
    }
}

/// Runs workers until all inputs have been tried, and saves those that ended one.
struct Campaign {
    var folder: String
    var seed: Int
    var count: Int
    var seconds: Int

    private static let chunk = 2_000

    /// True if no input ended its process.
    func run() -> Bool {
        let state = NSTemporaryDirectory() + "/language-fuzz-\(getpid())"
        defer { unlink(state) }
        let start = Date()
        var next = 0
        var totals = [0, 0, 0, 0]
        var crashes = 0
        while next < count, Date().timeIntervalSince(start) < Double(seconds) {
            let end = min(next + Self.chunk, count)
            let status = work(from: next, to: end, state)
            let counts = read(state)
            for index in 1..<4 { totals[index] += counts[index] }
            if status == 0 {
                next = end
                continue
            }
            crashes += 1
            let bytes = Mutator(folder: folder, seed: seed).input(counts[0])
            let name = "fuzz-\(seed)-\(counts[0]).py"
            try? Data(bytes).write(to: URL(filePath: name))
            print("input \(counts[0]) of seed \(seed) ended the process (\(status)): \(name)")
            next = counts[0] + 1
        }
        totals[0] = next
        print(
            "\(totals[0]) inputs of seed \(seed) in \(Int(Date().timeIntervalSince(start))) s: "
                + "\(totals[1]) compiled, \(totals[2]) raised, \(totals[3]) stopped by a budget, "
                + "\(crashes) crashes")
        return crashes == 0
    }

    private func work(from first: Int, to end: Int, _ state: String) -> Int32 {
        let process = Process()
        process.executableURL = Bundle.main.executableURL
        process.arguments = [
            "work", folder, state, "--seed", "\(seed)", "--from", "\(first)", "--to", "\(end)",
        ]
        // A crash would otherwise take a minute to describe itself.
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["SWIFT_BACKTRACE": "enable=no"]) { _, new in new }
        do { try process.run() } catch { return -1 }
        process.waitUntilExit()
        return process.terminationReason == .exit
            ? process.terminationStatus : -process.terminationStatus
    }

    private func read(_ state: String) -> [Int] {
        guard let data = FileManager.default.contents(atPath: state), data.count >= 32 else {
            return [0, 0, 0, 0]
        }
        return data.withUnsafeBytes { Array($0.bindMemory(to: Int.self).prefix(4)) }
    }
}
