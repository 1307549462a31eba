import Lessons
import Testing

@Suite("LessonClaim")
struct LessonClaimTests {
    private let directory = TemporaryDirectory()

    @Test("the second one learns of the first, until that is gone")
    func second() {
        var first: LessonClaim? = LessonClaim(lesson: "one", directory: directory.path)
        #expect(first?.isOpenElsewhere == false)
        #expect(LessonClaim(lesson: "one", directory: directory.path).isOpenElsewhere)
        #expect(!LessonClaim(lesson: "two", directory: directory.path).isOpenElsewhere)
        first = nil
        #expect(!LessonClaim(lesson: "one", directory: directory.path).isOpenElsewhere)
    }

    @Test("a directory that cannot be written says nothing of others")
    func unwritable() {
        #expect(!LessonClaim(lesson: "one", directory: "/proc/nowhere").isOpenElsewhere)
    }
}
