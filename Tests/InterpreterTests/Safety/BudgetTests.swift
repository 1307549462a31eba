import Interpreter
import Testing

/// A budget that runs out ends the run, whatever the program does about it.
@Suite("Budgets")
struct BudgetTests {
    static let tight = Limits(
        instructions: 200_000, wallTime: .seconds(120), memoryBytes: 48 << 20,
        outputBytes: 1 << 20)

    @Test(
        "endless programs run out of steps",
        arguments: [
            "while True: pass",
            "while 1:\n    continue",
            "for x in iter(int, 1): pass",
            "def f():\n    while True: yield 1\nfor x in f(): pass",
            "sum(range(10**12))",
            "max(range(10**12))",
            "min(x for x in iter(int, 1))",
            "any(iter(int, 1))",
            "all(iter(lambda: 1, 0))",
            "10**30 in range(10**40)\n-1 in iter(int, 1)",
            "for x in zip(iter(int, 1), iter(int, 1)): pass",
            "for x in map(abs, iter(int, 1)): pass",
            "for x in filter(None, iter(int, 1)): pass",
            "for x in enumerate(iter(int, 1)): pass",
            "next(filter(None, iter(int, 1)))",
            "import collections\ncollections.deque(iter(int, 1), maxlen=0)",
            "import collections\ncollections.Counter(iter(int, 1))",
            "import itertools\nfor x in itertools.cycle([1]): pass",
            "import itertools\nnext(itertools.dropwhile(lambda x: True, itertools.count()))",
            "import itertools\nnext(itertools.islice(itertools.count(), 10**15, None))",
            "import itertools\nnext(itertools.chain.from_iterable(iter(list, 1)))",
            "import itertools\nsum(1 for x in itertools.combinations(range(100), 50))",
            "import itertools\nnext(itertools.compress(itertools.count(), itertools.repeat(0)))",
            "import itertools\nnext(itertools.filterfalse(lambda x: 1, itertools.count()))",
            "import functools, itertools\nfunctools.reduce(lambda a, b: 0, itertools.count())",
            "import math\nmath.fsum(iter(float, 1))",
            "import math\nmath.prod(iter(bool, 1))",
            "import math\nmath.factorial(10**5)",
            "pow(3, 10**4000, 10**4000 + 1)",
            "import math\nmath.isqrt(1 << 4000000)",
            "x = (1 << 4000000) - 1\ny = (1 << 2000000) + 1\nwhile True: x % y",
            "x = 3 ** 200000\nwhile True: x * x",
            "sorted(range(10**6), key=lambda x: -x)",
            "a, *b = iter(int, 1)\n",
            "'x' in iter(str, 1)",
            "print(*iter(int, 1))",
            "def f(): f\nwhile True: f()",
            "def f():\n    try:\n        f()\n    finally:\n        f()\nf()",
            "def f():\n    try: f()\n    except RecursionError: f()\nf()",
            "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(60)",
            "import random\nrandom.shuffle([0] * 2000000)",
            "import statistics\nstatistics.mean(iter(int, 1))",
            "d = {}\nwhile True:\n    d[len(d)] = 1\n    d.popitem()",
            "class A:\n    def __getitem__(self, i): return i\nlist(zip(A()))[0]\n",
            "class A:\n    def __getitem__(self, i): return i\n-1 in A()",
            "[x for x in iter(int, 1) if x]",
            "{x for x in iter(int, 1)}",
            "'a' * 10 in {'b' for _ in iter(int, 1)}",
            "' '.join(str(x) for x in iter(int, 1) if x)",
            "[0].extend(x for x in iter(int, 1) if x)",
            "dict((x, 1) for x in iter(int, 1))",
            "set().union(iter(int, 1))",
            "{1}.issuperset(iter(lambda: 1, 0))",
            "{1}.isdisjoint(iter(int, 1))",
            "tuple(x for x in iter(int, 1) if x)",
            "bytes(x for x in iter(int, 1) if x)",
            "str.join('', (c for c in iter(str, 1) if c))",
        ])
    func endless(_ source: String) throws {
        let run = try PythonRun(source, limits: Self.tight)
        #expect(
            run.stop == .instructions || run.stop == .memory
                || run.traceback?.contains("MemoryError") == true,
            "\(source): \(run.traceback ?? run.output)")
        #expect(run.leaked == 0, "\(source)")
    }

    @Test(
        "a budget that ran out cannot be caught or put off",
        arguments: [
            "while True:\n    try:\n        while True: pass\n    except: pass",
            "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
            "try:\n    while True: pass\nfinally:\n    print('late')",
            "try:\n    while True: pass\nfinally:\n    while True: print('late')",
            "def g():\n    try:\n        while True: pass\n    finally:\n        print('late')\nlist(g())",
            "def g():\n    try:\n        yield 1\n    finally:\n        print('late')\nx = g(); next(x)\nwhile True: pass",
            "def g():\n    while True:\n        try:\n            yield 1\n        except: print('late')\nx = g(); next(x)\nwhile True: pass",
            "class M:\n    def __enter__(self): return self\n    def __exit__(self, *a):\n        print('late'); return True\nwith M():\n    while True: pass",
            "class A:\n    def __getattr__(self, n):\n        while True: pass\nhasattr(A(), 'x'); getattr(A(), 'x', print('early'))\nprint('late')",
            "class A:\n    def __eq__(self, o):\n        while True: pass\ntry: [A()].index(A())\nexcept: pass\nprint('late')",
            "class A:\n    def __iter__(self):\n        while True: pass\ntry: list(A())\nexcept: pass\nprint('late')",
            "class A:\n    def __next__(self):\n        while True: pass\n    def __iter__(self): return self\nnext(A(), print('early'))\nprint('late')",
            "class A:\n    def __iter__(self): return iter([])\n    def __len__(self):\n        while True: pass\ntry: list(A())\nexcept: pass\nprint('late')",
            "class A:\n    def __repr__(self):\n        while True: pass\ntry: repr(A())\nexcept: pass\nprint('late')",
            "class A:\n    def __str__(self):\n        while True: pass\nraise ValueError(A())",
            "class A(Exception):\n    def __str__(self):\n        while True: pass\nraise A()",
            "class A:\n    def __bool__(self):\n        while True: pass\nnot A()\nprint('late')",
            "class A:\n    def __set_name__(self, o, n):\n        while True: pass\nclass B:\n    try:\n        a = A()\n    except: pass\nprint('late')",
            "import functools\n@functools.lru_cache\ndef f(x):\n    while True: pass\ntry: f(1)\nexcept: pass\nprint('late')",
            "def f(x):\n    while True: pass\ntry: sorted([2, 1], key=f)\nexcept: pass\nprint('late')",
            "def f():\n    try: return 1\n    finally:\n        while True: pass\nf()\nprint('late')",
            "for i in range(10):\n    try:\n        while True: pass\n    finally:\n        continue\nprint('late')",
        ])
    func final(_ source: String) throws {
        let run = try PythonRun(
            source, limits: Limits(instructions: 100_000, wallTime: .seconds(120)))
        if run.stop == nil, let error = run.error {
            // The message of an exception that cannot be told within the budget.
            #expect(error.contains("str() failed"), "\(source): \(error)")
        } else {
            #expect(run.stop == .instructions, "\(source): \(run.traceback ?? run.output)")
        }
        #expect(!run.output.contains("late"), "\(source)")
        #expect(run.leaked == 0, "\(source)")
    }

    @Test(
        "memory is refused before it is taken",
        arguments: [
            "10 ** 10 ** 10", "'a' * 10**12", "[0] * 10**12", "(0,) * 10**12", "b'a' * 10**12",
            "x = [1]\nwhile True: x = [x, x] + x", "x = 'lol'\nwhile True: x = x * 10",
            "x = 'lol'\nwhile True: x = f'{x}{x}'", "x = [1]\nwhile True: x += x",
            "x = 'lol'\nwhile True: x = x.replace('l', 'lol')",
            "x = {}\nwhile True: x[len(x)] = [0] * 100",
            "x = (1,)\nwhile True: x = x + x", "x = 'a'\nwhile True: x = '%s%s' % (x, x)",
            "x = 'a'\nwhile True: x = '{0}{0}'.format(x)",
            "x = ['a']\nwhile True: x = [','.join(x)] * 10",
            "list(range(10**12))", "list(iter(int, 1))", "tuple(range(10**12))",
            "set(range(10**12))",
            "dict.fromkeys(range(10**12))", "[*range(10**12)]", "f'{1:{10**10}}'",
            "f'{1.5:.{10**9}f}'",
            "'%*d' % (10**10, 1)", "'%.1000000000f' % 1.5", "'x'.zfill(10**12)",
            "'x'.center(10**12)",
            "'\\t'.expandtabs(10**12)", "'\\t\\t'.expandtabs(1 << 62)", "1 << 10**10",
            "1 << (1 << 70)",
            "import math\nmath.factorial(10**9)", "import math\nmath.comb(10**9, 5 * 10**8)",
            "import math\nmath.perm(10**9, 10**8)", "import math\nmath.lcm(*range(1, 10**7))",
            "('a' * 10**5).replace('', 'b' * 10**6)", "('x' * 10**6).join([''] * 10**6)",
            "('a' * 10**6).split('a') * 100",
            "import itertools\nlist(itertools.product(range(1000), repeat=9))",
            "import itertools\nlist(itertools.permutations(range(20)))",
            "import itertools\nlist(itertools.count())",
            "import itertools\nlist(itertools.repeat(None))",
            "import itertools\nitertools.product([1, 2], repeat=10**9)",
            "import itertools\nitertools.tee([1], 10**10)",
            "import itertools\nlist(itertools.accumulate(itertools.repeat('x')))",
            "import collections\ncollections.deque(range(10**12))",
            "import collections\ncollections.Counter(range(10**12))",
            "import copy\nx = [0]\nwhile True: x = [copy.deepcopy(x), x]",
            "(1).to_bytes(10**12, 'big')", "bytes(10**12)",
            "def f(*a): return a\nf(*range(10**12))", "x = []\nwhile True: x.append(lambda: x)",
            "class A: pass\nx = None\nwhile True:\n    a = A(); a.next = x; x = a",
            "x = []\nfor i in range(10**9): x.append(str(i))",
            "def g():\n    yield\nx = []\nwhile True:\n    i = g(); next(i); x.append(i)",
            "x = []\nwhile True:\n    try: [][1]\n    except IndexError as e: x.append(e)",
            "x = []\nwhile True: x.append(type('A', (), {}))",
            "x = 0\nwhile True:\n    exec_ = lambda x=x: x; x = exec_",
            "x = []\nwhile True: x.append({i for i in range(50)})",
            "x = []\nwhile True: x.append(iter([1]))",
            "x = []\nwhile True: x.append(range(5))", "x = []\nwhile True: x.append((1).__add__)",
            "x = []\nwhile True: x.append(10**50)", "x = []\nwhile True: x.append(b'ab' + b'c')",
            "x = []\nwhile True: x.append({}.keys())", "x = 'a'\nwhile True: x = repr(x) + repr(x)",
        ])
    func memory(_ source: String) throws {
        let run = try PythonRun(
            source,
            limits: Limits(
                instructions: 20_000_000, wallTime: .seconds(120), memoryBytes: 16 << 20))
        let isRefused = ["MemoryError", "OverflowError", "ValueError"].contains {
            run.traceback?.contains("\n\($0)") == true
        }
        #expect(run.stop == .memory || isRefused, "\(source): \(run.traceback ?? run.output)")
        #expect(run.leaked == 0, "\(source)")
    }

    @Test(
        "a run may use the processor so long, and a wait counts as use, without being waited for",
        arguments: [
            "while True: pass", "import time\ntime.sleep(10**6)",
            "import time\nwhile True: time.sleep(0.01)",
            "import time\ntry: time.sleep(10**6)\nexcept: pass\nprint('late')",
        ])
    func processorTime(_ source: String) throws {
        let began = ContinuousClock.now
        let run = try PythonRun(
            "print('ready')\n" + source, limits: Limits(processorTime: .milliseconds(200)))
        #expect(run.stop == .time, "\(source): \(run.traceback ?? run.output)")
        #expect(run.output == "ready\n")
        // A million seconds were not waited for; how busy the machine is does not matter here.
        #expect(ContinuousClock.now - began < .seconds(1000))
    }

    @Test("a short wait within the processor time is no matter")
    func shortWait() throws {
        let run = try PythonRun(
            "import time\ntime.sleep(0.02)\nprint('rested')",
            limits: Limits(processorTime: .seconds(60)))
        #expect(run.stop == nil && run.output == "rested\n")
    }

    @Test("output is bounded")
    func output() throws {
        let run = try PythonRun(
            "try:\n    while True: print('x' * 1000)\nexcept: pass\nfinally: print('late')",
            limits: Limits(instructions: 10_000_000, outputBytes: 10_000))
        #expect(run.stop == .output)
        #expect(run.output.utf8.count <= 10_000 && !run.output.contains("late"))
    }

    @Test("a run within its budgets can be followed by another in the same session")
    func recovery() throws {
        try LargeStack.run {
            let machine = VirtualMachine(limits: Limits(instructions: 100_000))
            var text = ""
            machine.output = { text += $0 }
            let globals = machine.makeGlobals()
            for _ in 0..<3 {
                #expect(throws: ExecutionStop.self) {
                    try machine.run(
                        source: "x = []\nwhile True: x.append(1)", filename: "a", mode: .module,
                        globals: globals)
                }
                _ = try machine.run(
                    source: "print(len(x) > 0, sum(range(100)))", filename: "b", mode: .module,
                    globals: globals)
            }
            #expect(text == "True 4950\nTrue 4950\nTrue 4950\n")
        }
    }
}
