import Interpreter
import Testing

/// What would take forever or fill the memory ends in a Python error or in a budget's stop, soon.
@Suite("Hostile use of built-ins")
struct HostileBuiltinsTests {
    static let refusedAtOnce: [(code: String, error: String)] = [
        ("10**10**10", "MemoryError"),
        ("'a' * 10**12", "MemoryError"),
        ("[0] * 10**12", "MemoryError"),
        ("(0,) * 10**12", "MemoryError"),
        ("b'a' * 10**12", "MemoryError"),
        ("bytes(10**12)", "MemoryError"),
        ("1 << 10**10", "MemoryError"),
        ("1 << 10**30", "MemoryError"),
        ("'%1000000000000d' % 1", "MemoryError"),
        ("'%.1000000000000d' % 1", "MemoryError"),
        ("f'{1:1000000000000}'", "MemoryError"),
        ("format('x', '>1000000000000')", "MemoryError"),
        ("f'{1.5:.2000000000f}'", "MemoryError"),
        ("f'{1.5:.3000000000f}'", "ValueError: precision too big"),
        ("'x'.center(10**12)", "MemoryError"),
        ("'x'.zfill(10**12)", "MemoryError"),
        ("'\\t'.expandtabs(10**12)", "MemoryError"),
        ("'a'.ljust(10**30)", "OverflowError"),
        ("'ab'.replace('', 'x' * 10**7) * 10**5", "MemoryError"),
        ("','.join(['x' * 10**6] * 10**4)", "MemoryError"),
        ("import math\nmath.factorial(10**9)", "MemoryError"),
        ("import math\nmath.factorial(10**30)", "OverflowError"),
        ("import math\nmath.comb(10**15, 10**14)", "MemoryError"),
        ("import math\nmath.perm(10**15, 10**14)", "MemoryError"),
        ("import math\nmath.lcm(*[2 ** 20000 + k for k in range(3, 30000, 2)])", ""),
        ("str(10**5000)", "ValueError: Exceeds the limit (4300 digits)"),
        ("int('9' * 5000)", "ValueError: Exceeds the limit (4300 digits)"),
        ("(1).to_bytes(10**12, 'big')", "MemoryError"),
        ("import random\nrandom.getrandbits(10**12)", "MemoryError"),
        ("import random\nrandom.choices('ab', k=10**12)", "MemoryError"),
        ("import random\nrandom.sample(range(10**15), 10**12)", "MemoryError"),
        ("range(10**30)[:5]", "OverflowError"),
        ("len(range(10**30))", "OverflowError"),
        ("'a' * 10**30", "OverflowError"),
        ("[1][10**30]", "IndexError"),
        ("'abc'[10**30]", "IndexError"),
        ("from itertools import tee\ntee([], 10**12)", "MemoryError"),
        ("from itertools import product\nproduct('ab', repeat=10**12)", "MemoryError"),
        ("from collections import deque\ndeque('ab') * 10**12", "MemoryError"),
        ("chr(10**30)", "ValueError"),
        ("round(1.5, 10**30)", ""),
        ("x = []\nfor i in range(100000): x = [x]\nrepr(x)", "RecursionError"),
        ("x = []\nfor i in range(100000): x = [x]\nx == [x]", ""),
        ("x = ()\nfor i in range(100000): x = (x,)\nhash(x)", "RecursionError"),
        (
            "import copy\nx = []\nfor i in range(100000): x = [x]\ncopy.deepcopy(x)",
            "RecursionError"
        ),
        ("class A:\n  def __repr__(self): return repr(self)\nrepr(A())", "RecursionError"),
        ("class A:\n  def __eq__(self, o): return self == o\nA() == 1", "RecursionError"),
        ("class A:\n  def __getattr__(self, n): return self.zz\nA().x", "RecursionError"),
        (
            "class A:\n  def __format__(self, s): return format(self, s)\nf'{A():x}'",
            "RecursionError"
        ),
        ("x = [1, 2]\nx.sort(key=lambda v: x.clear())", "ValueError: list modified during sort"),
        ("int('1' * 10**6, 3)", "ValueError"),
        ("'%(' * 1000 % {}", "ValueError"),
        ("'{' * 1000 + '}' * 1000\n('{' * 1001).format()", "ValueError"),
        ("'{:{:{}}}'.format(1, 2, 3)", "ValueError: Max string recursion exceeded"),
    ]

    static let stopped = [
        "sum(range(10**12))", "list(iter(int, 1))", "sorted(iter(int, 1))", "max(iter(int, 1))",
        "set(iter(int, 1))", "any(iter(int, 1))", "'x' in iter(int, 1)",
        "def g():\n  while True: yield 1\nlist(g())",
        "from itertools import count\nlist(count())",
        "from itertools import cycle\nsum(cycle([1]))",
        "from itertools import repeat\ntuple(repeat(0))",
        "from itertools import product\nlist(product(range(100), repeat=50))",
        "from itertools import permutations\nlen(list(permutations(range(20))))",
        "from collections import deque\ndeque(iter(int, 1))",
        "from collections import deque\ndeque(iter(int, 1), maxlen=3)",
        "from collections import Counter\nCounter(iter(int, 1))",
        "from functools import reduce\nreduce(lambda a, b: a, iter(int, 1))",
        "import statistics\nstatistics.mean(iter(int, 1))",
        "import math\nmath.fsum(iter(float, 1.0))",
        "import math\nmath.prod(iter(int, 1))", "''.join(iter(str, 1))",
        "dict(zip(iter(int, 1), iter(int, 1)))",
        "x = [0]\nfor i in range(100): x = [x, x]\nrepr(x)",
        "x = [0]\nfor i in range(100): x = [x, x]\nx == [x, x]\ny = [0]\nfor i in range(100): y = [y, y]\nx == y",
        "x = (0,)\nfor i in range(100): x = (x, x)\nhash(x)",
        "s = 'a'\nwhile True: s += s", "x = [0]\nwhile True: x += x",
        "x = [0]\nwhile True: x.append(0)",
        "x = {}\ni = 0\nwhile True:\n  x[i] = i\n  i += 1",
        "x = set()\nfor i in iter(int, 1): x.add(len(x))",
        "while True: print('x' * 1000)",
        "sorted([3, 1, 2] * 100, key=lambda v: list(iter(int, 1)))",
        "import time\ntime.sleep(10**6)", "pow(3, 10**4000, 10**4000 + 1)",
        "x = 3\nwhile True: x = x * x", "[].extend(iter(int, 1))", "print(*iter(int, 1))",
        "try:\n  sum(range(10**12))\nexcept BaseException: pass\nwhile True: pass",
        "class A:\n  def __eq__(self, o): return False\n[A()] * 10**5 == [A()] * 10**5\nsum(range(10**12))",
        "'a' * 10**6 in 'a' * 10**6 + 'b'\nx = ('a' * 50000 + 'b')\n(('a' * 5 * 10**6).find(x))\nsum(range(10**12))",
    ]

    enum Outcome: Equatable {
        case finished
        case failed(String)
        case stopped
    }

    static func run(_ code: String) throws -> Outcome {
        try LargeStack.run {
            let limits = Limits(
                wallTime: .milliseconds(400), memoryBytes: 64 << 20, outputBytes: 1 << 20)
            let vm = VirtualMachine(limits: limits)
            do {
                _ = try vm.run(
                    source: code + "\n", filename: "<test>", mode: .module,
                    globals: vm.makeGlobals())
                return .finished
            } catch let error as PythonError {
                let text = vm.renderTraceback(error.exception)
                let lines = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
                return .failed(lines.dropFirst().map(String.init).joined(separator: "\n"))
            } catch is ExecutionStop {
                return .stopped
            }
        }
    }

    @Test("what is too large is refused before it is made", arguments: refusedAtOnce.map(\.code))
    func refused(_ code: String) throws {
        let expected = try #require(Self.refusedAtOnce.first { $0.code == code }).error
        let outcome = try Self.run(code)
        if expected.isEmpty { return }
        guard case .failed(let message) = outcome else {
            Issue.record("\(code) did not fail: \(outcome)")
            return
        }
        #expect(message.hasPrefix(expected), "\(code): \(message)")
    }

    @Test("what does not end is stopped by a budget", arguments: stopped)
    func stopped(_ code: String) throws {
        let start = ContinuousClock.now
        let outcome = try Self.run(code)
        if case .failed(let message) = outcome {
            #expect(message.hasPrefix("MemoryError"), "\(code): \(message)")
        } else {
            #expect(outcome == .stopped, "\(code)")
        }
        #expect(start.duration(to: .now) < .seconds(20), "\(code) was stopped too late")
    }
}
