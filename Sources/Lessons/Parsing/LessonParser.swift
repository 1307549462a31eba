// Reads a lesson file. Three passes: the front matter (YAML), the blocks (Markdown; a second-level
// heading begins a step, a fence is a cell or a part of an exercise), then the exercises are put
// together from their parts. Errors are collected, so that an author sees them all at once.

extension Lesson {
    /// Reads a lesson file.
    /// - Throws: everything that is wrong with it, with lines.
    package static func read(path: String) throws(LessonErrors) -> Lesson {
        try parse(LessonSource(path: path))
    }

    /// Reads a lesson's text.
    /// - Parameter file: what errors call the text.
    package static func parse(_ text: String, file: String = "<lesson>") throws(LessonErrors)
        -> Lesson
    {
        try parse(LessonSource(bytes: Array(text.utf8), file: file))
    }

    package static func parse(_ source: LessonSource) throws(LessonErrors) -> Lesson {
        var parser = LessonParser(source)
        parser.run()
        guard parser.errors.isEmpty else {
            throw LessonErrors(parser.errors.sorted { $0.line < $1.line })
        }
        return parser.lesson
    }
}

struct LessonParser {
    let source: LessonSource
    var errors: [LessonError] = []
    var lesson: Lesson
    var drafts = ExerciseDrafts()
    /// The lines of prose not yet made a block: first and last.
    private var proseLines: ClosedRange<Int>?

    init(_ source: LessonSource) {
        self.source = source
        lesson = Lesson(id: "", title: "", file: source.file)
    }

    mutating func refuse(_ line: Int, _ message: String) {
        errors.append(LessonError(file: source.file, line: line, message: message))
    }

    mutating func run() {
        let bodyStart = readFrontMatter()
        readBody(from: bodyStart)
        lesson.exercises = drafts.finish { line, message in refuse(line, message) }
        checkIdentifiers()
    }

    // MARK: Front matter

    /// Reads the lines between two `---` and returns the first line after them.
    private mutating func readFrontMatter() -> Int {
        let lines = source.lines
        guard lines.first?.trimmed == "---" else {
            refuse(1, "front matter between two lines --- is expected; given: \(quoted(lines[0]))")
            return 1
        }
        guard let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }) else {
            refuse(1, "the front matter has no closing ---")
            return lines.count + 1
        }
        do {
            try readHeader(lines[1..<end].joined(separator: "\n"))
        } catch {
            refuse(error.line + 1, error.message)
        }
        return end + 2
    }

    private mutating func readHeader(_ text: String) throws(YAMLMapping.Refusal) {
        var header = try YAMLMapping(text)
        guard let title = try header.text("title") else {
            throw YAMLMapping.Refusal(line: 1, message: "the front matter expects the key title")
        }
        guard let id = try header.text("id") else {
            throw YAMLMapping.Refusal(line: 1, message: "the front matter expects the key id")
        }
        guard isIdentifier(id) else {
            throw YAMLMapping.Refusal(
                line: header.line(of: "id"),
                message: "id expects lower-case letters, digits and hyphens; given: \(quoted(id))")
        }
        lesson.title = title
        lesson.id = id
        lesson.requires = try header.texts("requires") ?? []
        lesson.order = try header.integer("order", in: 1...10_000)
        lesson.minutes = try header.integer("minutes", in: 1...600)
        lesson.seed = try header.integer("seed", in: 0...(1 << 53)) ?? 0
        lesson.constants = try header.texts("constants") ?? []
        // What jupytext and Jupyter keep in a notebook's header.
        try header.refuseOthers(allowing: ["jupyter", "kernelspec"])
        if lesson.requires.contains(id) {
            throw YAMLMapping.Refusal(
                line: header.line(of: "requires"), message: "the lesson requires itself")
        }
    }

    // MARK: Body

    private mutating func readBody(from start: Int) {
        // The header's lines stay as empty ones, so that Markdown's line numbers are the file's.
        var lines = source.lines
        for index in 0..<min(start - 1, lines.count) { lines[index] = "" }
        let markdown = MarkdownBlocks(lines.joined(separator: "\n"), lines: source.lines)
        for nested in markdown.nestedFences { checkNested(nested) }
        for block in markdown.blocks {
            switch block.kind {
            case .heading(2, let text): begin(step: text, line: block.firstLine)
            case .heading, .other:
                checkTornFences(block)
                addProse(block.firstLine...block.lastLine)
            case .fence(let info, let text, let isClosed):
                readFence(block, info: info, text: text, isClosed: isClosed)
            }
        }
        endProse()
        if lesson.steps.isEmpty && errors.isEmpty {
            refuse(1, "a step, which begins with a heading \"## …\", is expected; there is none")
        }
    }

    private mutating func begin(step title: String, line: Int) {
        endProse()
        if title.isEmpty { refuse(line, "a step's heading expects a text") }
        lesson.steps.append(Step(title: title, line: line))
    }

    private mutating func addProse(_ lines: ClosedRange<Int>) {
        proseLines = proseLines.map { $0.lowerBound...lines.upperBound } ?? lines
    }

    private mutating func endProse() {
        guard let range = proseLines else { return }
        proseLines = nil
        let last = min(range.upperBound, source.lines.count)
        guard range.lowerBound <= last else { return }
        let markdown = source.lines[(range.lowerBound - 1)..<last].joined(separator: "\n")
        add(.prose(Prose(markdown: markdown, line: range.lowerBound)), line: range.lowerBound)
    }

    mutating func add(_ block: Block, line: Int) {
        if lesson.steps.isEmpty {
            lesson.steps.append(Step(title: lesson.title, line: line))
        }
        lesson.steps[lesson.steps.count - 1].blocks.append(block)
    }

    /// A fence whose options hold a backtick is text to Markdown, and its code with it.
    private mutating func checkTornFences(_ block: MarkdownBlock) {
        guard block.firstLine <= block.lastLine else { return }
        for line in block.firstLine...block.lastLine where source.lines.indices ~= line - 1 {
            let text = source.lines[line - 1].trimmed
            let options = text.drop { $0 == "`" }
            guard text.hasPrefix("```"), options.contains("="), options.contains("`") else {
                continue
            }
            refuse(
                line,
                "a fence's options cannot hold a backtick: Markdown takes the line, and the code, for text"
            )
        }
    }

    private mutating func checkNested(_ block: MarkdownBlock) {
        guard case .fence(let info, _, _) = block.kind, info.contains("=") else { return }
        refuse(
            block.firstLine,
            "a fence with options stands on its own, not in a list or quotation")
    }

    private mutating func readFence(
        _ block: MarkdownBlock, info: String, text: String, isClosed: Bool
    ) {
        let line = block.firstLine
        guard isClosed else {
            refuse(line, "the fence that begins here is not closed")
            return
        }
        let fence: Fence
        do {
            fence = try Fence(info, text: text, line: line)
        } catch {
            refuse(line, error.message)
            return
        }
        if case .plain = fence.purpose {
            addProse(block.firstLine...block.lastLine)
            return
        }
        endProse()
        place(fence)
    }

    private mutating func checkIdentifiers() {
        var lines: [String: Int] = [:]
        func claim(_ id: String, _ line: Int, _ errors: inout [LessonError]) {
            if let first = lines[id] {
                errors.append(
                    LessonError(
                        file: source.file, line: line,
                        message: "the id \(quoted(id)) is already used on line \(first)"))
            }
            lines[id] = line
        }
        for exercise in lesson.exercises { claim(exercise.id, exercise.line - 1, &errors) }
        for question in lesson.questions { claim(question.id, question.line, &errors) }
        var cellLines: [String: Int] = [:]
        for cell in lesson.cells {
            guard let name = cell.name else { continue }
            if let first = cellLines[name] {
                refuse(
                    cell.line - 1, "the cell name \(quoted(name)) is already used on line \(first)")
            }
            cellLines[name] = cell.line - 1
        }
        for step in lesson.steps {
            for case .output(let output) in step.blocks where cellLines[output.cell] == nil {
                refuse(output.line, "no cell is named \(quoted(output.cell))")
            }
        }
    }
}

/// Whether a text can be an id: lower-case letters, digits and hyphens, beginning with a letter.
func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, (97...122).contains(first), text.utf8.count <= 64 else {
        return false
    }
    return text.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45
    }
}

extension Substring {
    /// The text without the spaces at its end.
    var trimmed: Substring {
        var part = self
        while let last = part.last, last.isWhitespace { part.removeLast() }
        return part
    }
}
