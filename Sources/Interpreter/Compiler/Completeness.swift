// Whether what has been typed at the prompt can run, waits for more, or is wrong: IPython's habits.
//
// The parser decides. A text that fails where it ends waits for more, as do an open bracket, an open triple
// quote and a backslash at the end; any other failure is wrong now. A text that is right but ends inside a
// block waits for the blank line that ends the block.

/// What the prompt does with the text typed so far.
package enum Completeness: Sendable, Equatable {
    case complete
    /// More lines must come; the next begins with this many spaces.
    case incomplete(indent: Int)
    case invalid(SyntaxFailure)
}

/// Judges a text typed at the prompt.
///
/// - Parameter source: the lines so far, joined by newlines; the last has none of its own, so that a
///   text that ends in a newline ends in a blank line.
package func judgeCompleteness(_ source: String, filename: String = "<cell>") -> Completeness {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let last = lines.last { line in line.contains { !$0.isWhitespace } } ?? ""
    let text: SourceText
    do throws(SyntaxFailure) {
        text = try SourceText(Array(source.utf8), filename: filename)
    } catch {
        return .invalid(error)
    }
    var parser = Parser(text, filename: filename)
    if let lexical = parser.failureOfLexer {
        if lexical.wantsMore {
            if lexical.isUnclosedBracket {
                // Whatever comes behind it, `def f(:` is wrong.
                do throws(SyntaxFailure) {
                    _ = try parser.run(.cell)
                } catch  where !parser.failedWithLexer {
                    return .invalid(error)
                } catch {}
            }
            return .incomplete(indent: lexical.isUnclosedBracket ? indentation(of: last) : 0)
        }
        return .invalid(parser.failure(lexical))
    }
    let tree: SyntaxTree
    do throws(SyntaxFailure) {
        tree = try parser.run(.cell)
    } catch {
        return parser.failedAtEnd ? .incomplete(indent: nextIndent(after: last)) : .invalid(error)
    }
    do throws(SyntaxFailure) {
        var analysis = ScopeAnalysis(tree, filename: filename)
        try analysis.run()
        var compiler = Compiler(analysis, filename: filename)
        _ = try compiler.compileModule(.cell)
    } catch {
        return .invalid(error)
    }
    let endsInBlock = tree.tokens.dropLast().last?.kind == .dedent
    let endsBlank = lines.count > 1 && (lines.last ?? "").allSatisfy(\.isWhitespace)
    return endsInBlock && !endsBlank ? .incomplete(indent: nextIndent(after: last)) : .complete
}

private func indentation(of line: Substring) -> Int {
    var count = 0
    for character in line {
        if character == " " {
            count += 1
        } else if character == "\t" {
            count = (count / 8 + 1) * 8
        } else {
            break
        }
    }
    return count
}

/// Deeper after a colon, shallower after a statement that nothing can follow.
private func nextIndent(after line: Substring) -> Int {
    let indent = indentation(of: line)
    let code = line.drop { $0 == " " || $0 == "\t" }
    let end = code.reversed().drop { $0.isWhitespace }
    if end.first == ":" { return indent + 4 }
    let word = code.prefix { $0.isLetter }
    let closes = ["return", "pass", "break", "continue", "raise"].contains(String(word))
    return closes ? max(indent - 4, 0) : indent
}
