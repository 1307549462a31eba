import Foundation
import Interpreter
import Testing

@Suite("Compiler")
struct CompilerTests {
    private func listing(_ source: String, _ mode: CompileMode = .module) throws -> String {
        try compile(source, filename: "f", mode: mode).disassembly
    }

    @Test("arithmetic on constants is done at compile time")
    func folding() throws {
        #expect(try listing("32 * 14 * 14", .expression).contains("loadInt 6272"))
        #expect(try listing("-(2 ** 10)", .expression).contains("loadInt -1024"))
        #expect(try listing("-7 // 2", .expression).contains("loadInt -4"))
        #expect(try listing("-7 % 3", .expression).contains("loadInt 2"))
        #expect(try listing("1 / 4", .expression).contains("loadConstant 0.25"))
        #expect(try listing("(1, 2, (3,))", .expression).contains("(1, 2, (3))"))
    }

    @Test("errors and big results are left to the run")
    func noFolding() throws {
        for source in ["1 / 0", "1 // 0", "1 % 0", "1 << -1", "2 ** -1", "10 ** 10 ** 10"] {
            #expect(try listing(source, .expression).contains("binary"), "\(source)")
        }
        #expect(try listing("9223372036854775807 + 1", .expression).contains("add"))
    }

    @Test("a cell keeps the value of its last expression")
    func cellResult() throws {
        #expect(try listing("x = 1\nx", .cell).contains("setResult"))
        #expect(try !listing("x = 1\nx;", .cell).contains("setResult"))
        #expect(try !listing("x = 1", .cell).contains("setResult"))
        #expect(try !listing("x", .module).contains("setResult"))
        #expect(try compile("x", filename: "f", mode: .cell).flags.contains(.hasResult))
    }

    @Test("names get the access that their scope gives them")
    func scopes() throws {
        let text = try listing(
            """
            def outer(a):
                b = a
                def inner():
                    nonlocal b
                    b = b + c
                    return lambda: (a, b)
                return inner
            """)
        #expect(text.contains("outer: locals [\"a\", \"inner\"], stack 3, cells [\"b\", \"a\"]"))
        #expect(text.contains("outer.<locals>.inner: locals []"))
        #expect(text.contains("loadGlobal c"))
        #expect(text.contains("outer.<locals>.inner.<locals>.<lambda>: locals []"))
    }

    @Test("private names are rewritten in classes only")
    func mangling() throws {
        let text = try listing(
            "class _A:\n  def f(self, __x):\n    return self.__y + __x.__z__\n__w")
        #expect(text.contains("loadAttribute _A__y"))
        #expect(text.contains("loadLocal _A__x"))
        #expect(text.contains("loadAttribute __z__"))
        #expect(text.contains("loadGlobal __w"))
    }

    @Test("super() without arguments gets the class's cell")
    func classCell() throws {
        let text = try listing("class A:\n  def f(self): return super().f()")
        #expect(text.contains("A: locals [], stack 2, cells [\"__class__\"]"))
        #expect(text.contains("free [\"__class__\"]"))
    }

    @Test("a finally has one copy of its body")
    func finally() throws {
        let text = try listing(
            "def f():\n  for x in y:\n    try:\n      return 1\n    finally:\n      marker()")
        #expect(text.components(separatedBy: "loadGlobal marker").count == 2)
        #expect(text.contains("endFinally"))
    }

    @Test("every instruction knows its place")
    func positions() throws {
        let code = try compile("x = aa + bb.cc(1)", filename: "f", mode: .module)
        var seen: [String] = []
        for (instruction, position) in zip(code.instructions, code.positions) {
            switch instruction.opcode {
            case .add, .loadMethod, .callMethod:
                seen.append("\(instruction.opcode) \(position.column)-\(position.endColumn)")
            default: break
            }
        }
        #expect(seen == ["loadMethod 9-14", "callMethod 9-17", "add 4-17"])
    }

    @Test("parameters keep the order that calls rely on")
    func parameters() throws {
        let module = try compile(
            "def f(a, /, b, *args, c, d=1, **kw): x = 1", filename: "f", mode: .module)
        guard
            case .code(let code)? = module.constants.first(where: {
                if case .code = $0 { return true }
                return false
            })
        else {
            Issue.record("no function")
            return
        }
        #expect(code.localNames == ["a", "b", "c", "d", "args", "kw", "x"])
        #expect(code.argumentCount == 2)
        #expect(code.positionalOnlyCount == 1)
        #expect(code.keywordOnlyCount == 2)
        #expect(code.flags.isSuperset(of: [.variadicPositional, .variadicKeywords, .function]))
    }

    @Test(
        "literals have CPython's values",
        arguments: [
            ("0x_ff", "255"), ("0b101", "5"), ("0o17", "15"), ("1_000", "1000"), ("1e3", "1000.0"),
            (".5", "0.5"), ("5.", "5.0"), ("1_0.0_1", "10.01"),
            ("0xffffffffffffffffff", "0xffffffffffffffffff"),
            ("18446744073709551616", "0x10000000000000000"),
            ("-9223372036854775808", "-9223372036854775808"),
            ("'a\\x41\\u0042\\N{LATIN SMALL LETTER C}\\n'", "'aABc\n'"), ("r'\\n'", "'\\n'"),
            ("b'a\\xff\\101'", "b[97, 255, 65]"), ("'a' 'b'", "'ab'"), ("'\\q'", "'\\q'"),
            ("'a\\\nb'", "'ab'"), ("\"\"\"a\nb\"\"\"", "'a\nb'"),
        ])
    func literals(_ source: String, _ value: String) throws {
        #expect(try listing(source, .expression).contains(" \(value)\n"))
    }

    @Test("a lone surrogate stays a code point")
    func surrogate() throws {
        let code = try compile("'\\ud800'", filename: "f", mode: .expression)
        guard case .string(let text)? = code.constants.first else {
            Issue.record("no string")
            return
        }
        #expect(text == [0xD800])
    }
}
