internal import CContainment
internal import CNN
import Foundation
internal import Interpreter
package import Lessons

// A worker serves many submissions. It reads the lesson once, makes the session that every run needs, with the
// lesson's setup run and the checks compiled in it, and then has everything that touches a submission done
// in forks of itself (``Enclosure``): one that reads the file and judges the typed answers, and one for each check
// and each probe of an exercise. It puts together what they say, and runs no line of a submission itself.

/// Serves requests on standard input until it ends.
package struct WorkerServer {
    private let grader: Grader
    private let enclosure: Enclosure
    /// Seconds that one submission may take by the clock on the wall: the runs count their processor time
    /// themselves, so this ends only what hangs.
    private let seconds: Double

    package init(lesson: Lesson, seconds: Double, threads: Int, limits: WorkerLimits = .init()) {
        self.seconds = seconds
        grader = Grader(lesson: lesson)
        enclosure = Enclosure(
            limits: limits, threads: threads,
            readable: [Installation.shippedFolder("datasets"), Installation.dataFolder].compactMap {
                $0
            })
    }

    /// - Throws: if no thread with a large stack can be had.
    package func run() throws {
        ct_close_from(3)
        signal(SIGPIPE, SIG_IGN)
        Threads.count = 1
        try LargeStack.run { serve() }
    }

    private func serve() {
        grader.prepare()
        var input = PipeReader(descriptor: 0)
        let output = PipeEnd(descriptor: 1)
        while let line = input.line(most: 1 << 16) {
            guard let request = try? JSONDecoder().decode(WorkerRequest.self, from: line),
                let content = input.bytes(request.bytes)
            else { return }
            let answer = grade(content, of: request.file) { digests in
                guard let data = try? JSONEncoder.canonical.encode(WorkerAnswer(asks: digests)),
                    output.write(data + Data([10])), let line = input.line(most: 32 << 20)
                else { return [:] }
                return (try? JSONDecoder().decode(WorkerKnowledge.self, from: line))?.items ?? [:]
            }
            guard let data = try? JSONEncoder.canonical.encode(answer),
                output.write(data + Data([10]))
            else { return }
        }
    }

    private func grade(
        _ content: Data, of file: String, known: ([String]) -> [String: GradeReport.Item]
    ) -> WorkerAnswer {
        var answer = WorkerAnswer()
        enclosure.deadline = .now + .seconds(seconds)
        do throws(Enclosure.Failure) {
            (answer.report, answer.judged) = try grader.grade(
                content, of: file, in: enclosure, known: known)
        } catch {
            answer.cause = error.cause
        }
        answer.containment = enclosure.containment
        return answer
    }
}
