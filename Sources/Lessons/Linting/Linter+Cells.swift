import Glibc
import Notebook

// Running a lesson's cells, and holding what they print against what the prose says.

extension Linter {
    mutating func checkCells() {
        let cells = lesson.cells
        report.cells = cells.count
        progress("\(lesson.id): running \(cells.count) cells")
        let first = run(cells)
        for (cell, result) in zip(cells, first) { check(cell, result) }
        progress("\(lesson.id): running them once more")
        let second = run(cells)
        for (index, cell) in cells.enumerated() {
            check(cell, seconds: min(first[index].seconds, second[index].seconds))
        }
        compare(cells, first, second)
        checkQuotes(cells, first)
        checkNumbers(cells, first)
    }

    private func run(_ cells: [Cell]) -> [CellResult] {
        let session = makeSession(.grading)
        _ = session.check("import torch\ntorch.manual_seed(\(lesson.seed))", name: "<seed>")
        return cells.map { cell in
            let before = processorSeconds()
            var result = session.run(cell.source)
            // A machine with other work to do takes longer than the cell needs.
            result.seconds = min(result.seconds, processorSeconds() - before)
            return result
        }
    }

    /// The processor time of this process, of all its threads.
    private func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    private mutating func check(_ cell: Cell, _ result: CellResult) {
        if let fault = fault(of: cell, result) { find(fault.line, fault.text) }
        if let wide = result.widestLine, wide > Self.promptColumns {
            find(
                cell.line,
                "the cell prints a line of \(wide) columns; the prompt has \(Self.promptColumns)")
        }
    }

    /// Whether the second run went as the first one did.
    private mutating func compare(_ cells: [Cell], _ first: [CellResult], _ second: [CellResult]) {
        for (index, cell) in cells.enumerated() {
            if let fault = fault(of: cell, second[index]) {
                // What comes after a cell that stopped says nothing of its own.
                if fault.text == self.fault(of: cell, first[index])?.text { continue }
                return find(fault.line, "when the lesson is run again, " + fault.text)
            }
            if !cell.varies, first[index].printed != second[index].printed {
                find(cell.line, "the cell prints something else when the lesson is run again")
            }
        }
    }

    /// What is wrong with how a cell ended, and where.
    private func fault(of cell: Cell, _ result: CellResult) -> (line: Int, text: String)? {
        switch result.ending {
        case .finished:
            return cell.raises.map { (cell.line, "the cell should raise \($0), and ends well") }
        case .failed(let failure):
            if failure.type == cell.raises { return nil }
            let text =
                failure.message.isEmpty ? failure.type : "\(failure.type): \(failure.message)"
            let line = failure.frames.last { $0.file.hasPrefix("<cell ") }?.line ?? 1
            return (cell.line + line - 1, "the cell stops with \(text)")
        case .interrupted: return (cell.line, "the cell was interrupted")
        case .exhausted(let kind, let explanation):
            return (cell.line, "the cell uses up its \(kind.rawValue): \(explanation)")
        }
    }

    /// - Parameter seconds: of the quicker of both runs
    private mutating func check(_ cell: Cell, seconds: Double) {
        guard seconds > 10 else { return }
        let rounded = plainNumber((seconds * 10).rounded() / 10)
        find(cell.line, "the cell takes \(rounded) seconds; at most 10 are allowed")
    }

    private mutating func checkQuotes(_ cells: [Cell], _ results: [CellResult]) {
        for step in lesson.steps {
            for case .output(let quote) in step.blocks {
                guard let index = cells.firstIndex(where: { $0.name == quote.cell }) else {
                    continue
                }
                if results[index].printed.trimmedLines != quote.text.trimmedLines {
                    find(
                        quote.line,
                        "the cell \"\(quote.cell)\" prints something else than quoted here")
                }
            }
        }
    }

    /// Each number with a decimal point in the prose must be printed by a cell, to the digits that the
    /// prose gives, or stand in one, or be declared a constant.
    private mutating func checkNumbers(_ cells: [Cell], _ results: [CellResult]) {
        var sources = lesson.exercises.map(\.starter.source)
        for (cell, result) in zip(cells, results) {
            sources.append(cell.source)
            sources.append(result.printed)
        }
        let printed = sources.flatMap(decimals(in:))
        let constants = Set(lesson.constants)
        for step in lesson.steps {
            for case .prose(let prose) in step.blocks {
                for (offset, line) in prose.markdown.split(
                    separator: "\n", omittingEmptySubsequences: false
                ).enumerated() {
                    for number in decimals(in: String(line)) where number.fraction > 0 {
                        if constants.contains(number.text) || printed.contains(where: number.rounds)
                        {
                            continue
                        }
                        find(
                            prose.line + offset,
                            "the prose says \(number.text), which no cell prints; declare it in "
                                + "constants if none should")
                    }
                }
            }
        }
    }
}

extension CellResult {
    /// What the cell printed, and the value that it ended with.
    var printed: String { text + (value.map { $0 + "\n" } ?? "") }

    /// The columns of the widest line that it printed; a value stands behind `Out[10]: `.
    fileprivate var widestLine: Int? {
        let lines = text.split(separator: "\n").map(\.count)
        let ofValue = value?.split(separator: "\n").map { $0.count + 9 } ?? []
        return (lines + ofValue).max()
    }
}

extension String {
    /// The lines without the spaces at their ends, and without empty ones at the end.
    fileprivate var trimmedLines: [Substring] {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}

/// A number as it is written.
struct WrittenNumber {
    var text: String
    var value: Double
    /// The digits after the point.
    var fraction: Int

    /// Whether another number, rounded to this one's digits, is this one (signs aside).
    func rounds(_ other: WrittenNumber) -> Bool {
        guard fraction <= other.fraction + 1, other.value.magnitude < 1e12 else { return false }
        var unit = 1.0
        for _ in 0..<min(fraction, 12) { unit /= 10 }
        return abs(value.magnitude - other.value.magnitude) <= unit * 0.500001
    }
}

/// The numbers in a text: `3`, `0.25`, `1e-5`.
func decimals(in text: String) -> [WrittenNumber] {
    var numbers: [WrittenNumber] = []
    let characters = Array(text.utf8)
    var index = 0
    func isDigit(_ at: Int) -> Bool {
        at < characters.count && (48...57).contains(characters[at])
    }
    while index < characters.count {
        guard isDigit(index) else {
            index += 1
            continue
        }
        let start = index
        while isDigit(index) { index += 1 }
        var fraction = 0
        if index < characters.count, characters[index] == 46, isDigit(index + 1) {
            index += 1
            while isDigit(index) {
                index += 1
                fraction += 1
            }
        }
        if index < characters.count, characters[index] == 101 {
            let sign = index + 1 < characters.count && [43, 45].contains(characters[index + 1])
            let digits = index + (sign ? 2 : 1)
            if isDigit(digits) {
                index = digits
                while isDigit(index) { index += 1 }
                fraction = 12
            }
        }
        let word = String(decoding: characters[start..<index], as: UTF8.self)
        if let value = Double(word) {
            numbers.append(WrittenNumber(text: word, value: value, fraction: fraction))
        }
    }
    return numbers
}
