import Lessons
import Testing

@Suite("Lesson library")
struct LessonLibraryTests {
    private let directory = TemporaryDirectory()

    private func write(_ id: String, requires: String = "[]") throws {
        let header = "---\ntitle: \(id)\nid: \(id)\nrequires: \(requires)\n---\n"
        try directory.write("\(id).md", header + "## A\n")
    }

    @Test("prerequisites come first, circles do not hang")
    func order() throws {
        try write("a", requires: "[c]")
        try write("b", requires: "[a]")
        try write("c")
        try write("x", requires: "[y]")
        try write("y", requires: "[x]")
        let library = LessonLibrary(folder: directory.path)
        #expect(library.load().lessons.map(\.id) == ["c", "a", "b", "x", "y"])
    }

    @Test("a broken file is told of and the others are there")
    func broken() throws {
        try write("a")
        try directory.write("b.md", "no front matter")
        let (lessons, errors) = LessonLibrary(folder: directory.path).load()
        #expect(lessons.map(\.id) == ["a"])
        #expect(errors.map(\.line) == [1])
    }

    @Test("a lesson is found by id and by path; an unknown one names those there are")
    func lookUp() throws {
        try write("a")
        let library = LessonLibrary(folder: directory.path)
        #expect(try library.lesson("a").id == "a")
        #expect(try library.lesson(directory.path + "/a.md").id == "a")
        let thrown = #expect(throws: LessonErrors.self) { try library.lesson("zzz") }
        #expect(thrown?.description.contains("a") == true)
        #expect(throws: LessonErrors.self) { try library.lesson("../a") }
    }
}
