import Lessons
import Testing

@Suite("Lesson library")
struct LessonLibraryTests {
    private let directory = TemporaryDirectory()

    private func write(_ id: String, requires: String = "[]", order: Int? = nil) throws {
        let place = order.map { "order: \($0)\n" } ?? ""
        let header = "---\ntitle: \(id)\nid: \(id)\n\(place)requires: \(requires)\n---\n"
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

    @Test("among those that could come next, the lesson's own order decides")
    func ownOrder() throws {
        try write("a")
        try write("b", requires: "[e]", order: 2)
        try write("c", order: 3)
        try write("d", order: 4)
        try write("e", order: 9)
        let library = LessonLibrary(folder: directory.path)
        #expect(library.load().lessons.map(\.id) == ["c", "d", "e", "b", "a"])
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
