import Interpreter
import Testing

/// Nothing that can be typed or read from a file may crash, hang or fill the memory.
@Suite("Hostile input")
struct HostileInputTests {
    @Test(
        "deep and long texts end in code or in an error",
        arguments: [
            ("brackets", String(repeating: "(", count: 10_000), "too many nested parentheses"),
            ("not", String(repeating: "not ", count: 20_000) + "x", "nested too deeply"),
            ("minus", String(repeating: "-", count: 20_000) + "x", "nested too deeply"),
            ("power", String(repeating: "x**", count: 20_000) + "x", "nested too deeply"),
            ("lambda", String(repeating: "lambda:", count: 20_000) + "1", "nested too deeply"),
            (
                "ternary", String(repeating: "1 if x else ", count: 20_000) + "1",
                "nested too deeply"
            ),
            ("elif", "if x: pass\n" + String(repeating: "elif x: pass\n", count: 100_000), nil),
            ("sum", "x = 1" + String(repeating: "+1", count: 50_000), nil),
            ("names", "x = a" + String(repeating: "+a", count: 50_000), nil),
            ("attributes", "x" + String(repeating: ".a", count: 50_000), nil),
            ("calls", "f" + String(repeating: "()", count: 50_000), nil),
            ("items", "x" + String(repeating: "[0]", count: 50_000), nil),
            ("comparisons", "a" + String(repeating: "<a", count: 20_000), nil),
            ("strings", String(repeating: "'a' ", count: 20_000), nil),
            ("fields", "f'" + String(repeating: "{x}", count: 20_000) + "'", nil),
            ("hexadecimal", "0x" + String(repeating: "f", count: 200_000), nil),
            ("decimal", String(repeating: "9", count: 4_300), nil),
            (
                "too decimal", String(repeating: "9", count: 4_301),
                "Exceeds the limit (4300 digits)"
            ),
            ("with", "with a" + String(repeating: ",a", count: 100) + ": pass", "nested blocks"),
            ("newlines", String(repeating: "\n", count: 100_000), nil),
            ("blanks", String(repeating: " ", count: 100_000) + "x", "unexpected indent"),
            ("backslashes", String(repeating: "\\\n", count: 10_000) + "1", nil),
        ] as [(String, String, String?)])
    func deep(_ name: String, _ source: String, _ message: String?) {
        let said = SyntaxErrorTests.say(source)
        if let message {
            #expect(said.contains(message), "\(name): \(said)")
        } else {
            #expect(said == "ok", "\(name): \(said)")
        }
    }

    @Test("blocks nest as deep as CPython's")
    func blocks() {
        func nest(_ line: String, _ depth: Int) -> String {
            (0..<depth).map { String(repeating: " ", count: $0) + line + "\n" }.joined()
                + String(repeating: " ", count: depth) + "pass\n"
        }
        #expect(SyntaxErrorTests.say(nest("for x in y:", 20)) == "ok")
        #expect(
            SyntaxErrorTests.say(nest("for x in y:", 21)).contains(
                "too many statically nested blocks"))
        #expect(SyntaxErrorTests.say(nest("if x:", 99)) == "ok")
        #expect(
            SyntaxErrorTests.say(nest("if x:", 100)).contains("too many levels of indentation"))
        #expect(SyntaxErrorTests.say(nest("def f():", 99)) == "ok")
    }

    @Test("bytes that are no text")
    func bytes() {
        func say(_ bytes: [UInt8]) -> String {
            do throws(SyntaxFailure) {
                _ = try compile(bytes, filename: "f", mode: .module)
                return "ok"
            } catch { return error.message }
        }
        #expect(say([120, 0, 121]) == "source code cannot contain null bytes")
        #expect(say([0x27, 0xFF, 0x27]).contains("invalid start byte"))
        #expect(say([0x27, 0xED, 0xA0, 0x80, 0x27]).contains("invalid continuation byte"))
        #expect(
            say([0x27, 0xE2, 0x82]).contains("unexpected end of data")
                || !say([0x27, 0xE2]).isEmpty)
        #expect(say([0xEF, 0xBB, 0xBF] + Array("x = 1".utf8)) == "ok")
        #expect(say(Array("if x:\r\n  y\r\nz\r\n".utf8)) == "ok")
        #expect(say(Array("if x:\r  y\rz".utf8)) == "ok")
        #expect(say(Array("\u{0C}if x:\n\u{0C}  y".utf8)) == "ok")
        #expect(say([]) == "ok")
    }

    @Test("tabs and spaces that disagree are a TabError")
    func tabs() {
        #expect(
            SyntaxErrorTests.say("if x:\n\ty\n        z\n").hasPrefix(
                "TabError|inconsistent use of tabs and spaces in indentation|3"))
        #expect(SyntaxErrorTests.say("if x:\n\ty\n\tz\n") == "ok")
    }

    /// Programs that mutation starts from: every construct once.
    private static let seeds = [
        "def f(a, /, b=1, *c, d, **e) -> int:\n    'doc'\n    return a if b else lambda x: x\n",
        "class A(B, x=1):\n    y: int = 2\n    def m(self):\n        return super().m()\n",
        "try:\n    x = 1\nexcept (A, B) as e:\n    raise X from e\nelse:\n    pass\nfinally:\n    del x\n",
        "for i, *j in [*a, 1]:\n    if i: continue\n    elif j: break\nelse:\n    pass\n",
        "with a as b, (c) as d:\n    x = {**e, 'f': 1, **g}; y = {1, *h}\n",
        "z = f'a{b!r:>{c}}d{e=}' rb'x' if 0 else 0x1F + 1_0.5e-3j\n".replacing(
            "rb'x'", with: "'x'"),
        "x[1:2, ::3] @= not a < b is not c in d and e or f\n",
        "print([x for x in y if z for w in x], {a: b for a in c}, (d for d in e))\n",
        "def g():\n    nonlocal_ = yield\n    x = yield from f()\n    global h\n    h: int = (k := 3)\n",
        "import a.b as c, d\nfrom .e import (f as g, h)\nassert x, 'y'\n'''z\n'''\n",
    ]

    @Test("mutated programs never crash the front end")
    func mutations() {
        var state: UInt64 = 20_260_101
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: state >> 33) % max(bound, 1)
        }
        let alphabet = Array("()[]{}:,.'\"\\\n\t #=+-*/<>@!&|^~%0x1_ej abfr{}ifdefforinλ\u{0}".utf8)
        var accepted = 0
        for round in 0..<6_000 {
            var text = Array(Self.seeds[round % Self.seeds.count].utf8)
            for _ in 0...next(4) {
                let at = next(text.count)
                switch next(5) {
                case 0: text.remove(at: at)
                case 1: text.insert(alphabet[next(alphabet.count)], at: at)
                case 2: text[at] = alphabet[next(alphabet.count)]
                case 3:
                    let other = Array(Self.seeds[next(Self.seeds.count)].utf8)
                    let from = next(other.count)
                    text.insert(contentsOf: other[from..<min(from + next(30), other.count)], at: at)
                default: text.removeSubrange(at..<min(at + next(12), text.count))
                }
                if text.isEmpty { text = [10] }
            }
            do throws(SyntaxFailure) {
                let code = try compile(text, filename: "f", mode: .cell)
                accepted += 1
                checkShape(code)
                #expect(StackVerifier.problem(code) == nil)
            } catch {
                #expect(error.line >= 0)
            }
            if round % 4 == 0 { _ = judgeCompleteness(String(decoding: text, as: UTF8.self)) }
        }
        #expect(accepted > 100)
    }

    /// What the machine relies on: jumps, tables and handlers stay within the code.
    private func checkShape(_ code: CodeObject) {
        let count = code.instructions.count
        #expect(count == code.positions.count)
        for instruction in code.instructions {
            switch instruction.opcode {
            case .jump, .jumpBackward, .popJumpIfFalse, .popJumpIfTrue, .popJumpIfNone,
                .popJumpIfNotNone, .jumpIfFalseOrPop, .jumpIfTrueOrPop, .compareJumpIfFalse,
                .compareJumpIfTrue, .forIterate, .forIterateLocal:
                #expect(0..<count ~= Int(instruction.operand))
            case .loadConstant: #expect(code.constants.indices.contains(Int(instruction.operand)))
            case .loadLocal, .storeLocal, .deleteLocal:
                #expect(code.localNames.indices.contains(Int(instruction.operand)))
            default: break
            }
        }
        for range in code.exceptionTable {
            #expect(range.start < range.end && Int(range.handler) < count && range.handler >= 0)
        }
        for case .code(let inner) in code.constants { checkShape(inner) }
    }
}
