import Interpreter
import Lessons
import Testing

@Suite("The beginning of a lesson")
struct LessonSkeletonTests {
    @Test("is proved as it stands, its changed solutions included")
    func proved() throws {
        let lesson = try Lesson.parse(
            LessonSkeleton.text(id: "weights", title: "“Weights”: \"a\\b\" & more"))
        #expect(lesson.title == "“Weights”: \"a\\b\" & more")
        let report = try LargeStack.run { Linter.lint(lesson, mutates: true) }
        #expect(report.findings.isEmpty, "\(report.findings)")
        #expect(report.mutants >= 4)
    }

    @Test(
        "ids are checked",
        arguments: [("a-1", true), ("A", false), ("1a", false), ("", false), ("a b", false)])
    func ids(_ id: String, _ isOne: Bool) { #expect(LessonSkeleton.isID(id) == isOne) }
}
