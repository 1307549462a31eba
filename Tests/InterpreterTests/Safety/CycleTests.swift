import Foundation
import Interpreter
import Testing

/// Circles of objects are found and freed; nothing that is in use is.
@Suite("Cycles")
struct CycleTests {
    @Test(
        "programs that make circles in a loop do not grow",
        arguments: [
            "class A: pass\ndef f():\n    a = A(); a.me = a",
            "class A: pass\ndef f():\n    a = A(); b = A(); a.other = b; b.other = a",
            "def f():\n    x = []; x.append(x)",
            "def f():\n    x = {}; x['x'] = x",
            "def f():\n    def fact(n): return 1 if n < 2 else n * fact(n - 1)\n    return fact(5)",
            "class A:\n    def m(self): pass\ndef f():\n    a = A(); a.callback = a.m",
            "def f():\n    e = ValueError(); e.args = (e,); e.x = e",
            "class A: pass\ndef f():\n    a = A(); a.all = [a, 1]",
            "class A: pass\ndef f():\n    a = A(); a.all = {a}",
            "class A: pass\ndef f():\n    a = A(); a.all = frozenset([(1, (a,))])",
            "import collections\ndef f():\n    d = collections.deque(); d.append(d); d.append((d, 1))",
            "class A: pass\ndef f():\n    a = A(); x = [a]; a.it = iter(x)",
            "class A: pass\ndef f():\n    a = A(); x = {1: a}; a.view = x.values(); a.it = iter(x.items())",
            "class A: pass\ndef f():\n    a = A(); x = {a}; a.it = iter(x)",
            "class A: pass\ndef f():\n    a = A(); a.part = slice(a, None)",
            "import functools\nclass A:\n    def m(self): pass\ndef f():\n    a = A(); a.call = functools.partial(a.m, a)",
            "import functools\ndef f():\n    @functools.cache\n    def fact(n): return 1 if n < 2 else n * fact(n - 1)\n    return fact(2)",
            "class A: pass\ndef f():\n    a = A(); a.up = super(A, a)",
            "def f():\n    def g(*, me=None): return me\n    g.__kwdefaults__ = {'me': g}",
            "def f():\n    def g():\n        yield it\n    it = g(); next(it)",
            "class A:\n    def m(self, x): pass\ndef f():\n    a = A(); a.it = map(a.m, [1, 2])",
            "class A: pass\ndef f():\n    a = A(); a.it = zip([a, 1], (a, 2))",
            "class A: pass\ndef f():\n    a = A(); a.it = enumerate(filter(None, [a])); next(a.it)",
            "class A:\n    def m(self): return self\ndef f():\n    a = A(); a.it = iter(a.m, 5); next(a.it)",
            "from itertools import *\nclass A: pass\ndef f():\n    a = A(); a.it = chain([a], [1, a]); next(a.it)",
            "from itertools import *\nclass A: pass\ndef f():\n    a = A(); a.it = islice(cycle([a]), 3)",
            "from itertools import *\nclass A: pass\ndef f():\n    a = A(); a.it = zip_longest([a], pairwise([a, a, a])); next(a.it)",
            "from itertools import *\nclass A:\n    def m(self, *x): return self\ndef f():\n    a = A(); a.it = accumulate(starmap(a.m, [(1,), (2,)]), a.m); next(a.it)",
        ])
    func growth(_ source: String) throws {
        let run = try PythonRun(
            source + "\nfor i in range(30000): f()\nprint('done')",
            limits: Limits(memoryBytes: 3 << 20))
        #expect(run.output == "done\n", "\(source): \(run.traceback ?? "")")
        #expect(run.leaked == 0)
    }

    /// Every print looks for circles, so that a reference that the collector takes for one too many shows.
    @Test("looking at any time changes no program", arguments: LanguageFixtureTests.names)
    func fixtures(_ name: String) throws {
        let folder = LanguageFixtureTests.folder
        let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let expected = try? String(
            contentsOf: folder.appending(path: name.dropLast(3) + ".out"), encoding: .utf8)
        var printed = ""
        for part in LanguageFixtureTests.parts(of: source) {
            try LargeStack.run {
                let machine = VirtualMachine(limits: Limits(wallTime: .seconds(60)))
                let heap = machine.heap
                machine.output = {
                    printed += $0
                    heap.collectCycles()
                }
                do {
                    _ = try machine.run(
                        source: part.text, filename: name, mode: .module,
                        globals: machine.makeGlobals())
                } catch is PythonError {}
            }
        }
        #expect(printed == expected ?? "")
    }
}
