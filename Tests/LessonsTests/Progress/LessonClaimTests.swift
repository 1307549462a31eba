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

    @Test("the third one learns of the second when the first is gone")
    func third() {
        var first: LessonClaim? = LessonClaim(lesson: "one", directory: directory.path)
        let second = LessonClaim(lesson: "one", directory: directory.path)
        #expect(first?.isOpenElsewhere == false && second.isOpenElsewhere)
        first = nil
        #expect(LessonClaim(lesson: "one", directory: directory.path).isOpenElsewhere)
        withExtendedLifetime(second) {}
    }

    @Test("a directory that cannot be written says nothing of others")
    func unwritable() {
        #expect(!LessonClaim(lesson: "one", directory: "/proc/nowhere").isOpenElsewhere)
    }
}
