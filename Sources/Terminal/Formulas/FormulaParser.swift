/// A formula as a tree.
indirect enum Formula {
    case row([Formula])
    case symbol(String, FormulaSymbols.Spacing)
    /// Upright words: `\text{…}`, `\mathrm{…}`, names of functions.
    case words(String, isFunction: Bool)
    case fraction(Formula, Formula, bar: Bool)
    case root(Formula, index: Formula?)
    case scripts(Formula, below: Formula?, above: Formula?)
    case accent(Unicode.Scalar, Formula)
    case fenced(String, Formula, String)
    case matrix([[Formula]], left: String, right: String)
    case space(Int)
}

/// Reads the part of TeX's mathematics that lessons use.
///
/// The reader never fails: a command that it does not know is shown by its name, a missing brace is
/// taken as closed at the end, and groups nested deeper than `depthLimit` are shown as their source.
struct FormulaParser {
    private enum Token: Equatable {
        case command(String)
        case character(Character)
    }

    private static let depthLimit = 40
    private let tokens: [Token]
    private var position = 0
    private var depth = 0

    static func parse(_ source: String) -> Formula {
        var parser = FormulaParser(source)
        var items: [Formula] = []
        while parser.position < parser.tokens.count {
            items.append(parser.row(until: { _ in false }))
            parser.position += 1
        }
        return items.count == 1 ? items[0] : .row(items)
    }

    private init(_ source: String) {
        var tokens: [Token] = []
        var rest = Substring(source)
        while let character = rest.popFirst() {
            guard character == "\\" else {
                tokens.append(.character(character))
                continue
            }
            let letters = rest.prefix { $0.isASCII && $0.isLetter }
            if letters.isEmpty {
                if let sign = rest.popFirst() { tokens.append(.command(String(sign))) }
            } else {
                tokens.append(.command(String(letters)))
                rest = rest.dropFirst(letters.count)
                rest = rest.drop { $0 == " " }
            }
        }
        self.tokens = tokens
    }

    /// What of a formula cannot be read as it is meant: commands that are unknown, braces and `\left` without partners.
    static func problems(in source: String) -> [String] {
        let parser = FormulaParser(source)
        var found: [String] = []
        var open = 0
        var lefts = 0
        var isBroken = false
        for token in parser.tokens {
            switch token {
            case .character("{"): open += 1
            case .character("}"):
                open -= 1
                isBroken = isBroken || open < 0
            case .command("left"): lefts += 1
            case .command("right"): lefts -= 1
            case .command(let name):
                if !isKnown(name) {
                    found.append("the formula's command \\\(name) is unknown")
                }
            case .character: break
            }
        }
        if open != 0 || isBroken { found.append("a brace of the formula has no partner") }
        if lefts != 0 { found.append("\\left and \\right of the formula are not pairs") }
        return found
    }

    private static func isKnown(_ name: String) -> Bool {
        var probe = FormulaParser("{}{}")
        guard case .words(name, isFunction: false)? = probe.command(name) else { return true }
        return false
    }

    private var current: Token? { position < tokens.count ? tokens[position] : nil }

    private mutating func row(until ends: (Token) -> Bool) -> Formula {
        var items: [Formula] = []
        while let token = current, !ends(token), token != .character("}") {
            if token == .character("^") || token == .character("_") || token == .character("'") {
                let base = items.popLast() ?? .row([])
                items.append(scripts(on: base))
            } else if let item = atom() {
                items.append(item)
            }
        }
        return items.count == 1 ? items[0] : .row(items)
    }

    private mutating func scripts(on base: Formula) -> Formula {
        var below: Formula?
        var above: Formula?
        var primes = ""
        while let token = current {
            if token == .character("^") {
                position += 1
                above = argument()
            } else if token == .character("_") {
                position += 1
                below = argument()
            } else if token == .character("'") {
                position += 1
                primes += "′"
            } else {
                break
            }
        }
        if !primes.isEmpty {
            let prime = Formula.symbol(primes, .ordinary)
            above = above.map { .row([prime, $0]) } ?? prime
        }
        return .scripts(base, below: below, above: above)
    }

    /// One group or one token, as commands and scripts take it.
    private mutating func argument() -> Formula {
        while current == .character(" ") { position += 1 }
        guard let token = current, token != .character("}") else { return .row([]) }
        if token == .character("^") || token == .character("_") {
            position += 1
            return .row([])
        }
        return atom() ?? .row([])
    }

    private mutating func group() -> Formula {
        guard depth < Self.depthLimit else { return .words(rawGroup(), isFunction: false) }
        depth += 1
        defer { depth -= 1 }
        position += 1
        let inner = row(until: { _ in false })
        position += 1
        return inner
    }

    /// The text of a group, braces balanced, commands by their names.
    private mutating func rawGroup() -> String {
        while current == .character(" ") { position += 1 }
        guard current == .character("{") else {
            defer { position += 1 }
            switch current {
            case .character(let character): return String(character)
            case .command(let name): return FormulaSymbols.symbol(name)?.text ?? name
            case nil: return ""
            }
        }
        position += 1
        var level = 1
        var text = ""
        while let token = current {
            position += 1
            switch token {
            case .character("{"): level += 1
            case .character("}"):
                level -= 1
                if level == 0 { return text }
            case .character(let character): text.append(character)
            case .command(let name):
                text += FormulaSymbols.symbol(name)?.text ?? (name == " " ? " " : name)
            }
        }
        return text
    }

    private mutating func atom() -> Formula? {
        guard let token = current else { return nil }
        switch token {
        case .character("{"):
            return group()
        case .character(let character):
            position += 1
            return Self.plain(character)
        case .command(let name):
            position += 1
            guard depth < Self.depthLimit else { return .words(name, isFunction: false) }
            depth += 1
            defer { depth -= 1 }
            return command(name)
        }
    }

    private static func plain(_ character: Character) -> Formula? {
        switch character {
        case " ", "\n", "\t", "}": return nil
        case "~": return .space(1)
        case "-": return .symbol("−", .binary)
        case "*": return .symbol("∗", .binary)
        case "+": return .symbol("+", .binary)
        case "=", "<", ">", ":": return .symbol(String(character), .relation)
        case ",", ";": return .symbol(String(character), .punctuation)
        default: return .symbol(String(character), .ordinary)
        }
    }

    private mutating func command(_ name: String) -> Formula? {
        switch name {
        case "frac", "dfrac", "tfrac", "cfrac":
            let upper = argument()
            return .fraction(upper, argument(), bar: true)
        case "binom":
            let upper = argument()
            return .fenced("(", .fraction(upper, argument(), bar: false), ")")
        case "sqrt":
            var index: Formula?
            if current == .character("[") {
                position += 1
                index = row(until: { $0 == .character("]") })
                position += 1
            }
            return .root(argument(), index: index)
        case "text", "mathrm", "textrm", "operatorname", "mathtt", "texttt", "textbf", "textit":
            let words = rawGroup()
            return .words(words, isFunction: name == "operatorname")
        case "mathbf", "boldsymbol", "mathit", "bm", "mathsf", "mathcal", "displaystyle",
            "textstyle", "limits", "nolimits", "bigl", "bigr", "big", "Big", "Bigl", "Bigr":
            let takes = name.hasPrefix("math") || name == "boldsymbol" || name == "bm"
            return takes ? argument() : nil
        case "mathbb":
            let letters = rawGroup().map { String(FormulaSymbols.blackboard[$0] ?? $0) }
            return .symbol(letters.joined(), .ordinary)
        case "left":
            return fenced()
        case "right", "middle":
            return nil
        case "begin":
            return environment(rawGroup())
        case "end":
            _ = rawGroup()
            return nil
        case ",", ":", ";", " ", ">":
            return .space(1)
        case "!":
            return nil
        case "quad":
            return .space(2)
        case "qquad":
            return .space(4)
        case "\\":
            return .space(2)
        default:
            if let mark = FormulaSymbols.accents[name] { return .accent(mark, argument()) }
            if FormulaSymbols.functions.contains(name) { return .words(name, isFunction: true) }
            if let symbol = FormulaSymbols.symbol(name) {
                return .symbol(symbol.text, symbol.spacing)
            }
            return .words(name, isFunction: false)
        }
    }

    private mutating func delimiter() -> String {
        while current == .character(" ") { position += 1 }
        defer { position += 1 }
        switch current {
        case .character("."): return ""
        case .character(let character): return String(character)
        case .command(let name): return FormulaSymbols.symbol(name)?.text ?? name
        case nil: return ""
        }
    }

    private mutating func fenced() -> Formula {
        let left = delimiter()
        let inner = row(until: { $0 == .command("right") })
        var right = ""
        if current == .command("right") {
            position += 1
            right = delimiter()
        }
        return .fenced(left, inner, right)
    }

    private mutating func environment(_ name: String) -> Formula {
        var rows: [[Formula]] = [[]]
        let ends: (Token) -> Bool = {
            $0 == .command("\\") || $0 == .command("end") || $0 == .character("&")
        }
        if name == "array", current == .character("{") { _ = rawGroup() }
        while let token = current {
            if token == .command("end") {
                position += 1
                _ = rawGroup()
                break
            }
            if token == .command("\\") {
                position += 1
                rows.append([])
            } else if token == .character("&") || token == .character("}") {
                position += 1
            } else {
                let cell = row(until: ends)
                rows[rows.count - 1].append(cell)
            }
        }
        if rows.last?.isEmpty ?? false { rows.removeLast() }
        switch name {
        case "pmatrix": return .matrix(rows, left: "(", right: ")")
        case "bmatrix": return .matrix(rows, left: "[", right: "]")
        case "vmatrix": return .matrix(rows, left: "|", right: "|")
        case "cases": return .matrix(rows, left: "{", right: "")
        default: return .matrix(rows, left: "", right: "")
        }
    }
}
