import Foundation
import Interpreter
import Lessons
import Notebook
import Testing

/// The lessons that ship, as far as it takes no training: `cnnlab lint` proves all of them.
@Suite("The course")
struct CourseTests {
    private static func lesson(_ name: String) throws -> Lesson {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../lessons").standardizedFileURL.path
        return try LessonLibrary(folder: root).lesson(name)
    }

    @Test(
        "starters fail, solutions have full points, mistakes draw their own feedback",
        arguments: [
            ("batchnorm", "formula"), ("batchnorm", "whole"),
            ("batchnorm-training", "recalibrate"), ("batchnorm-training", "fold"),
            ("batchnorm-training", "backward"),
            ("cnn", "output-size"), ("cnn", "two-blocks"), ("cnn", "epoch"),
            ("debugging", "accuracy"), ("debugging", "obeys"), ("debugging", "epoch"),
            ("debugging", "decay"), ("debugging", "prepare"), ("debugging", "stop"),
            ("dropout", "forward"), ("dropout", "backward"), ("dropout", "channels"),
            ("dropout-placement", "after-fc2"), ("early-stopping", "loop"),
            ("early-stopping", "patience"), ("review", "accuracy"), ("review", "count"),
            ("weight-decay", "ridge"), ("weight-decay", "adamw"), ("weight-decay", "groups"),
            ("why-batchnorm", "scales"), ("why-batchnorm", "group"), ("why-dropout", "changes"),
            ("why-dropout", "mc"),
        ])
    func verdicts(_ name: String, _ id: String) throws {
        let lesson = try Self.lesson(name)
        let exercise = try #require(lesson.exercise(id))
        try LargeStack.run {
            let judge = Judge(lesson: lesson)
            let starter = judge.judge(exercise, answer: exercise.starter.source)
            guard case .fail = starter.outcome else {
                Issue.record("the starter: \(starter)")
                return
            }
            for solution in exercise.solutions {
                let verdict = judge.judge(exercise, answer: solution.source)
                #expect(verdict.passed, "\(solution.name ?? ""): \(verdict.parts)")
            }
            for mistake in exercise.mistakes {
                let verdict = judge.judge(exercise, answer: mistake.code.source)
                guard case .fail = verdict.outcome else {
                    Issue.record("\(mistake.name): \(verdict.parts)")
                    continue
                }
                #expect(verdict.mistake == mistake.name, "\(mistake.name): \(verdict.parts)")
            }
        }
    }

    @Test("two mistakes at once draw a sentence that is true of the answer")
    func twoMistakes() throws {
        let lesson = try Self.lesson("batchnorm")
        let exercise = try #require(lesson.exercise("formula"))
        let answer = """
            def normalize(x, gamma, beta, eps=1e-5):
                return (x - x.mean(0)) / torch.sqrt(x.var(0) + eps)
            """
        let verdict = try LargeStack.run { Judge(lesson: lesson).judge(exercise, answer: answer) }
        #expect(["n-minus-1", "no-affine"].contains(verdict.mistake))
    }

    @Test("the hand-outs are lessons without answers")
    func handOuts() throws {
        for name in [
            "batchnorm", "batchnorm-training", "challenge", "cnn", "debugging", "dropout",
            "dropout-placement", "early-stopping", "review", "weight-decay", "why-batchnorm",
            "why-dropout",
        ] {
            let lesson = try Self.lesson(name)
            let text = try HandOut.make(LessonSource(path: lesson.file))
            let handOut = try Lesson.parse(text)
            #expect(handOut.exercises.count == lesson.exercises.count)
            #expect(handOut.exercises.allSatisfy { $0.solutions.isEmpty && $0.mistakes.isEmpty })
            #expect(handOut.points == lesson.points)
            for exercise in lesson.exercises {
                for solution in exercise.solutions { #expect(!text.contains(solution.source)) }
            }
        }
    }
}
