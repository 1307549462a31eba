package import Foundation

// Reads submissions. A cell says which exercise it answers by the option exercise="ID", in the place
// where jupytext keeps options: behind `# %%` in a script, on the fence in Markdown, in the cell's
// metadata in a notebook. A question's answer stands in a cell with answer="ID". Other cells are not
// graded. A script without any such mark is one answer to everything.

extension Submission {
    /// The most bytes that a submission may have.
    package static let largestFile = 8 << 20

    /// The endings of files that are read as submissions.
    package static let endings = ["py", "md", "ipynb", SubmissionPack.ending]

    /// Reads a `.py`, `.md` or `.ipynb` file.
    package static func read(path: String) throws(SubmissionError) -> Submission {
        try parse(try content(path: path), file: path)
    }

    /// The bytes of a submission: a regular file, no symbolic link, of at most ``largestFile`` bytes.
    package static func content(path: String) throws(SubmissionError) -> Data {
        func fail(_ problem: String) -> SubmissionError {
            SubmissionError(file: path, problem: problem)
        }
        // Neither a pipe nor a link that somebody put there holds this up or leads elsewhere.
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            throw fail(
                errno == ELOOP ? "is a symbolic link" : String(cString: strerror(errno)))
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw fail("is not a regular file")
        }
        guard status.st_size <= largestFile else {
            throw fail("is \(status.st_size) bytes long; \(largestFile) are the most that is read")
        }
        var data = Data()
        let end = PipeEnd(descriptor: file)
        while let part = end.read(most: 1 << 20), !part.isEmpty {
            data.append(part)
            guard data.count <= largestFile else { throw fail("grows while it is read") }
        }
        return data
    }

    /// Reads the bytes of a submission.
    /// - Parameter path: its path, of which the ending says what it is.
    package static func parse(_ data: Data, file path: String) throws(SubmissionError) -> Submission
    {
        func fail(_ problem: String) -> SubmissionError {
            SubmissionError(file: path, problem: problem)
        }
        let ending = (path as NSString).pathExtension.lowercased()
        guard endings.contains(ending) else {
            throw fail("a .py, .md, .ipynb or .cnnlab file is expected")
        }
        var submission = Submission(file: path)
        if ending == "ipynb" {
            try submission.readNotebook(data)
            return submission
        }
        if ending == SubmissionPack.ending {
            let pack = try SubmissionPack(data, file: path)
            submission.answers = pack.answers.mapValues { [$0] }
            submission.replies = pack.replies
            submission.countsTries = true
            if pack.minutes != nil || pack.attempts != nil {
                submission.effort = Submission.Effort(
                    minutes: pack.minutes, tries: (pack.attempts ?? [:]).mapValues(\.judged))
            }
            return submission
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw fail("is not UTF-8 text")
        }
        let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        let lines = plain.replacing("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        if ending == "py" {
            submission.readScript(lines.map(String.init))
        } else {
            submission.readMarkdown(lines.map(String.init))
        }
        return submission
    }

    // MARK: Scripts

    private mutating func readScript(_ lines: [String]) {
        var isMarked = false
        var header: String?
        var body: [String] = []
        for line in lines + ["# %%"] {
            guard line.hasPrefix("# %%") || line.hasPrefix("#%%") else {
                body.append(line)
                continue
            }
            if let header {
                let reply = body.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
                isMarked = add(options: header, code: body, reply: reply) || isMarked
            }
            (header, body) = (line, [])
        }
        if !isMarked { script = lines.joined(separator: "\n") }
    }

    // MARK: Markdown

    private mutating func readMarkdown(_ lines: [String]) {
        var fence: (mark: Character, length: Int, info: String)?
        var body: [String] = []
        for line in lines {
            let trimmed = line.drop { $0 == " " }
            let mark = trimmed.first ?? " "
            let length = trimmed.prefix { $0 == mark }.count
            let isFence = (mark == "`" || mark == "~") && length >= 3
            let rest = trimmed.dropFirst(length)
            if let open = fence {
                let isEnd =
                    isFence && mark == open.mark && length >= open.length
                    && rest.allSatisfy(\.isWhitespace)
                if isEnd {
                    add(options: open.info, code: body, reply: body)
                    fence = nil
                } else {
                    body.append(line)
                }
            } else if isFence {
                fence = (mark, length, String(rest))
                body = []
            }
        }
        // A file that was cut inside a fence still has what stands before the cut.
        if let open = fence { add(options: open.info, code: body, reply: body) }
    }

    // MARK: Notebooks

    private mutating func readNotebook(_ data: Data) throws(SubmissionError) {
        func fail(_ problem: String) -> SubmissionError {
            SubmissionError(file: file, problem: problem)
        }
        let object: Any
        do {
            object = try JSONSerialization.jsonObject(with: data)
        } catch {
            throw fail("is not a notebook: its JSON cannot be read")
        }
        guard let notebook = object as? [String: Any], let cells = notebook["cells"] as? [Any]
        else {
            throw fail("is not a notebook: it has no list of cells")
        }
        for cell in cells {
            guard let cell = cell as? [String: Any],
                let metadata = cell["metadata"] as? [String: Any]
            else { continue }
            let text: String
            switch cell["source"] {
            case let whole as String: text = whole
            case let parts as [String]: text = parts.joined()
            default: continue
            }
            if let exercise = metadata["exercise"] as? String ?? Self.solutionCell(metadata) {
                answers[exercise, default: []].append(text)
            }
            if let question = metadata["answer"] as? String {
                replies[question, default: []].append(text)
            }
        }
    }

    /// The id of a cell that nbgrader would take for an answer, where other tools kept only its metadata.
    private static func solutionCell(_ metadata: [String: Any]) -> String? {
        guard let grading = metadata["nbgrader"] as? [String: Any],
            grading["solution"] as? Bool == true, grading["grade"] as? Bool != true
        else { return nil }
        return grading["grade_id"] as? String
    }

    // MARK: Options

    /// Keeps a cell if its options say what it answers; tells whether they do.
    @discardableResult
    private mutating func add(options: String, code: [String], reply: [String]) -> Bool {
        // Most cells have no options, and there may be hundreds of thousands.
        guard options.utf8.contains(UInt8(ascii: "=")) else { return false }
        if let exercise = Self.option("exercise", in: options) {
            answers[exercise, default: []].append(code.joined(separator: "\n"))
            return true
        }
        if let question = Self.option("answer", in: options) {
            replies[question, default: []].append(reply.joined(separator: "\n"))
            return true
        }
        return false
    }

    /// What stands in quotes behind `NAME=`, where the name is a word of its own.
    private static func option(_ name: String, in options: String) -> String? {
        let bytes = Array(options.utf8)
        let start = Array("\(name)=\"".utf8)
        var index = 0
        while index + start.count <= bytes.count {
            defer { index += 1 }
            guard bytes[index...].starts(with: start), index == 0 || !isWord(bytes[index - 1])
            else { continue }
            let value = bytes[(index + start.count)...]
            guard let end = value.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            return String(decoding: value[..<end], as: UTF8.self)
        }
        return nil
    }

    /// Whether a byte belongs to a word, as every byte outside of ASCII is taken to.
    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...:
            true
        default: false
        }
    }
}
