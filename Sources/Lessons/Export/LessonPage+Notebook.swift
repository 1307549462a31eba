import Figures
import Foundation

extension LessonPage {
    /// The page as a Jupyter notebook, format 4.5. Figures are SVG with their words beside them.
    package var notebook: String {
        var cells = [NotebookCell(markdown: "# \(title)" + (facts.isEmpty ? "" : "\n\n*\(facts)*"))]
        for part in parts { cells += Self.cells(part) }
        for index in cells.indices { cells[index].id = "cell-\(index + 1)" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Every value in it is text or a whole number, which cannot fail to be encoded.
        let data = (try? encoder.encode(NotebookFile(cells: cells))) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private static func cells(_ part: Part) -> [NotebookCell] {
        switch part {
        case .heading(let title): return [NotebookCell(markdown: "## " + title)]
        case .prose(let markdown): return [NotebookCell(markdown: trimmed(markdown))]
        case .quote(let text):
            return [NotebookCell(markdown: fenced(text, "text").joined(separator: "\n"))]
        case .cell(let source, let output): return [NotebookCell(code: trimmed(source), output)]
        case .exercise(let name, let points, let starter, let hints):
            let lines = ["**Exercise: \(name)** (\(worth(points)))"] + hintLines(hints)
            return [
                NotebookCell(markdown: lines.joined(separator: "\n")),
                NotebookCell(code: trimmed(starter), nil),
            ]
        case .question(let prompt, let points, let choices):
            let lines = questionLines(prompt, points, choices)
            return [NotebookCell(markdown: lines.joined(separator: "\n"))]
        }
    }
}

// Jupyter's format, as its documentation names the fields (nbformat 4.5).

private struct NotebookFile: Encodable {
    var cells: [NotebookCell]
    var metadata = Metadata()
    let nbformat = 4
    let nbformat_minor = 5

    struct Metadata: Encodable {
        let kernelspec = ["display_name": "Python 3", "language": "python", "name": "python3"]
        let language_info = ["name": "python"]
    }
}

private struct NotebookCell: Encodable {
    var id = ""
    let kind: String
    let source: String
    var outputs: [NotebookOutput]

    init(markdown: String) {
        kind = "markdown"
        source = markdown
        outputs = []
    }

    init(code: String, _ output: LessonPage.Output?) {
        kind = "code"
        source = code
        outputs = []
        guard let output else { return }
        if !output.text.isEmpty { outputs.append(.stream(output.text)) }
        for figure in output.figures { outputs.append(.figure(figure)) }
        if let traceback = output.traceback { outputs.append(.failure(traceback)) }
    }

    private enum Key: String, CodingKey {
        case id, source, outputs, metadata
        case kind = "cell_type"
        case count = "execution_count"
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(kind, forKey: .kind)
        try fields.encode([String: String](), forKey: .metadata)
        try fields.encode(source, forKey: .source)
        guard kind == "code" else { return }
        try fields.encodeNil(forKey: .count)
        try fields.encode(outputs, forKey: .outputs)
    }
}

private enum NotebookOutput: Encodable {
    case stream(String)
    case figure(Figure)
    case failure(String)

    private enum Key: String, CodingKey {
        case kind = "output_type"
        case name, text, data, metadata, ename, evalue, traceback
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        switch self {
        case .stream(let text):
            try fields.encode("stream", forKey: .kind)
            try fields.encode("stdout", forKey: .name)
            try fields.encode(text, forKey: .text)
        case .figure(let figure):
            try fields.encode("display_data", forKey: .kind)
            try fields.encode([String: String](), forKey: .metadata)
            try fields.encode(
                ["image/svg+xml": SVGRenderer().render(figure), "text/plain": figure.summary],
                forKey: .data)
        case .failure(let traceback):
            let last = traceback.split(separator: "\n").last.map(String.init) ?? ""
            let name = String(last.prefix { $0 != ":" })
            try fields.encode("error", forKey: .kind)
            try fields.encode(name, forKey: .ename)
            try fields.encode(
                String(last.dropFirst(name.count + 2)), forKey: .evalue)
            try fields.encode(
                traceback.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
                forKey: .traceback)
        }
    }
}
