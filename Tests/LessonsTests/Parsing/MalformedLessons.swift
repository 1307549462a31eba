import Testing

/// Lessons with one thing wrong: the text, the line, and a part of the message.
let malformedLessons: [(String, Int, String)] = [
    ("", 1, "front matter"),
    ("## Step\n", 1, "given: \"## Step\""),
    ("---\ntitle: T\nid: t\n", 1, "no closing ---"),
    ("---\nid: t\n---\n## A\n", 2, "the key title"),
    ("---\ntitle: T\n---\n## A\n", 2, "the key id"),
    ("---\ntitle: T\nid: Bad Id\n---\n## A\n", 3, "given: \"Bad Id\""),
    ("---\ntitle: [1]\nid: t\n---\n## A\n", 2, "title expects a text; given: a list"),
    ("---\ntitle: T\nid: t\nauthor: me\n---\n## A\n", 4, "unknown key \"author\""),
    ("---\ntitle: T\nid: t\nminutes: long\n---\n## A\n", 4, "given: \"long\""),
    ("---\ntitle: T\nid: t\nminutes: 0\n---\n## A\n", 4, "from 1 to 600"),
    ("---\ntitle: T\nid: t\nrequires: batchnorm\n---\n## A\n", 4, "a list of texts"),
    ("---\ntitle: T\nid: t\nrequires: [t]\n---\n## A\n", 4, "requires itself"),
    ("---\ntitle: T\nid: t\nid: u\n---\n## A\n", 3, "given twice"),
    ("---\ntitle: \"T\nid: t\n---\n## A\n", 3, "YAML is expected"),
    ("---\n- a\n---\n## A\n", 2, "key: value"),
    ("---\ntitle: &a T\nid: *a\n---\n## A\n", 2, "anchors and aliases"),
    (lessonText(""), 1, "a heading"),
    (lessonText("##\n"), 6, "expects a text"),
    (lessonText("## A\n```python\nx = 1\n"), 7, "not closed"),
    (lessonText("## A\n```python speed=\"1\"\n```"), 7, "unknown option speed of a cell"),
    (lessonText("## A\n```python name=x\n```"), 7, "the option name expects"),
    (lessonText("## A\n```python name=\"x\n```"), 7, "no closing quote"),
    (lessonText("## A\n```python name=\"\\u12\"\n```"), 7, "four hexadecimal digits"),
    (lessonText("## A\n```python name=\"\\ud83d\"\n```"), 7, "half of a \\u pair"),
    (lessonText("## A\n```python name=\"\\ud83d\\u0041\"\n```"), 7, "half of a \\u pair"),
    (lessonText("## A\n```python name=\"\\u001b[2J\"\n```"), 7, "a control character"),
    (lessonText("## A\n```python name=\"\\q\"\n```"), 7, "no JSON escape"),
    (lessonText("## A\n```python name=\"x\" name=\"y\"\n```"), 7, "given twice"),
    (lessonText("## A\n```python setup=\"yes\"\n```"), 7, "setup expects true or false"),
    (lessonText("## A\n```python setup\n```"), 7, "key=\"value\""),
    (lessonText("## A\n```python name=1\n```"), 7, "name expects a text"),
    (lessonText("## A\n```swift exercise=\"e\"\n```"), 7, "written in python; given: \"swift\""),
    (lessonText("## A\n```python exercise=\"E 1\"\n```"), 7, "lower-case"),
    (lessonText("## A\n```python exercise=1\n```"), 7, "an id in double quotes"),
    (lessonText("## A\n```python exercise=\"e\"\n```"), 7, "has no check"),
    (lessonText("## A\n```python exercise=\"e\" check=\"e\"\n```"), 7, "not both"),
    (lessonText("## A\n```python check=\"e\"\n```"), 7, "no exercise is called \"e\""),
    (lessonText("## A\n```python mistake=\"e\"\n```"), 7, "feedback="),
    (lessonText("## A\n```python points=3\n```"), 7, "unknown option points of a cell"),
    (
        lessonText("## A\n```python exercise=\"e\" points=-1\n```\n```python check=\"e\"\n```"), 7,
        "points expects a number above 0"
    ),
    (
        lessonText(
            "## A\n```python exercise=\"e\" points=4\n```\n```python check=\"e\" points=3\n```"),
        7, "must make 4; given: 3"
    ),
    (
        lessonText(
            "## A\n```python exercise=\"e\"\n```\n```python check=\"e\"\n```\n"
                + "```python exercise=\"e\"\n```"), 11, "already begins on line 7"
    ),
    (
        lessonText("## A\n```python name=\"a\"\n```\n```python name=\"a\"\n```"), 9,
        "already used on line 7"
    ),
    (lessonText("## A\n```text output=\"a\"\n```"), 7, "no cell is named \"a\""),
    (lessonText("## A\n- item\n\n  ```python check=\"e\"\n  ```"), 9, "stands on its own"),
    (lessonText("## A\n```yaml question=\"q\"\nanswer: 1\n```"), 8, "the key prompt"),
    (lessonText("## A\n```yaml question=\"q\"\nprompt: P\n```"), 8, "choices or an answer"),
    (
        lessonText("## A\n```yaml question=\"q\"\nprompt: P\nanswer: 1\ncolour: 2\n```"), 10,
        "unknown key \"colour\""
    ),
    (
        lessonText("## A\n```yaml question=\"q\"\nprompt: P\nchoices: [a, b]\n```"), 9,
        "a right choice"
    ),
    (
        lessonText("## A\n```yaml question=\"q\"\nprompt: P\nchoices: [a]\n```"), 9,
        "given: 1"
    ),
    (
        lessonText("## A\n```yaml question=\"q\"\nprompt: P\nanswer: 1\ntolerance: x\n```"), 10,
        "tolerance expects a number"
    ),
    (
        lessonText(
            "## A\n```yaml question=\"q\"\nprompt: P\nanswer: 1\n```\n"
                + "```yaml question=\"q\"\nprompt: P\nanswer: 1\n```"), 11, "already used on line 7"
    ),
]

/// A file made to do harm, with the line of the first error and a part of its message.
struct HostileFile: Sendable, CustomTestStringConvertible {
    var bytes: [UInt8]
    var line: Int
    var message: String
    var testDescription: String { message }

    init(_ bytes: [UInt8], _ line: Int, _ message: String) {
        self.bytes = bytes
        self.line = line
        self.message = message
    }

    init(_ text: String, _ line: Int, _ message: String) {
        self.init(Array(text.utf8), line, message)
    }
}

private let header = "---\ntitle: T\nid: t\n---\n"

let hostileFiles: [HostileFile] = [
    HostileFile(Array((header + "## A\n").utf8) + [0xFF, 0xFE, 10], 6, "UTF-8"),
    HostileFile(header + "## A\n\0\n", 6, "zero byte"),
    HostileFile([UInt8](repeating: 35, count: 2 << 20), 0, "at most 1 MB"),
    HostileFile(header + String(repeating: ">", count: 30_000), 5, "lines of at most"),
    HostileFile(
        "---\ntitle: T\nid: t\na: &a [x,x]\nb: &b [*a,*a]\n---\n## A\n", 4, "anchors and aliases"),
    HostileFile("---\ntitle: \(String(repeating: "[", count: 4000))\n---\n", 2, "nested"),
    HostileFile("---\ntitle:\n  \(String(repeating: "- ", count: 4000))x\n---\n", 3, "nested"),
    HostileFile("---\n\(String(repeating: "x: y\n", count: 9000))---\n", 2, "16 KB"),
    HostileFile("---\n? [a]\n: b\n---\n", 2, "plain word"),
]
