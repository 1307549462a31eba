// Putting fences where they belong: cells and questions into the step, parts of exercises into
// drafts that are put together at the end, because a part may stand before or after its exercise.

extension LessonParser {
    mutating func place(_ fence: Fence) {
        do {
            try placeOrThrow(fence)
        } catch {
            refuse(fence.line, error.message)
        }
    }

    private mutating func placeOrThrow(_ fence: Fence) throws(Fence.Refusal) {
        let code = Code(source: fence.text, line: fence.line + 1)
        switch fence.purpose {
        case .plain: break
        case .cell: try placeCell(fence)
        case .output:
            add(
                .output(QuotedOutput(cell: fence.id, text: fence.text, line: fence.line)),
                line: fence.line)
        case .question: try placeQuestion(fence)
        case .exercise:
            let draft = ExerciseDraft(
                starter: code, name: try fence.text("name"),
                points: try fence.number("points", above: 0, to: 1000))
            if let first = drafts.starters[fence.id] {
                throw Fence.Refusal(
                    message: "the exercise \(quoted(fence.id)) already begins on line "
                        + "\(first.starter.line - 1)")
            }
            drafts.starters[fence.id] = draft
            drafts.order.append(fence.id)
            add(.exercise(fence.id), line: fence.line)
        case .check:
            let check = CheckDraft(
                code: code, name: try fence.text("name"),
                points: try fence.number("points", above: 0, to: 1000),
                isHidden: try fence.flag("hidden"),
                seconds: try fence.number("seconds", above: 0, to: 600))
            drafts.parts[fence.id, default: .init()].checks.append(check)
        case .hint:
            drafts.parts[fence.id, default: .init()].hints.append(
                Hint(text: fence.text, line: fence.line))
        case .solution:
            let named = Code(source: code.source, line: code.line, name: try fence.text("name"))
            drafts.parts[fence.id, default: .init()].solutions.append(named)
        case .mistake: try placeMistake(fence, code)
        case .probe:
            if let first = drafts.parts[fence.id]?.probe {
                throw Fence.Refusal(
                    message: "the exercise \(quoted(fence.id)) already has a probe on line "
                        + "\(first.line - 1)")
            }
            drafts.parts[fence.id, default: .init()].probe = code
        case .helpers:
            if let first = drafts.parts[fence.id]?.helpers {
                throw Fence.Refusal(
                    message: "the exercise \(quoted(fence.id)) already has helpers on line "
                        + "\(first.line - 1)")
            }
            drafts.parts[fence.id, default: .init()].helpers = code
        }
        switch fence.purpose {
        case .check, .hint, .solution, .mistake, .probe, .helpers:
            if drafts.firstUse[fence.id] == nil { drafts.firstUse[fence.id] = fence.line }
        default: break
        }
    }

    private mutating func placeCell(_ fence: Fence) throws(Fence.Refusal) {
        let cell = Cell(
            source: fence.text, line: fence.line + 1, name: try fence.text("name"),
            isSetup: try fence.flag("setup"), raises: try fence.text("raises"),
            varies: try fence.flag("varies"))
        add(.cell(cell), line: fence.line)
    }

    private mutating func placeQuestion(_ fence: Fence) throws(Fence.Refusal) {
        let points = try fence.number("points", above: 0, to: 1000) ?? 1
        do {
            let question = try parseQuestion(
                fence.text, id: fence.id, points: points, line: fence.line)
            lesson.questions.append(question)
            add(.question(fence.id), line: fence.line)
        } catch {
            refuse(fence.line + error.line, error.message)
        }
    }

    private mutating func placeMistake(_ fence: Fence, _ code: Code) throws(Fence.Refusal) {
        guard let feedback = try fence.text("feedback") else {
            throw Fence.Refusal(
                message: "a mistake expects feedback=\"…\", the sentence that names it")
        }
        let count = drafts.parts[fence.id]?.mistakes.count ?? 0
        let name = try fence.text("name") ?? "mistake \(count + 1)"
        if drafts.parts[fence.id]?.mistakes.contains(where: { $0.name == name }) == true {
            throw Fence.Refusal(message: "the mistake name \(quoted(name)) is already used")
        }
        drafts.parts[fence.id, default: .init()].mistakes.append(
            Mistake(code: code, name: name, feedback: feedback, when: try fence.text("when")))
    }
}

struct ExerciseDraft {
    var starter: Code
    var name: String?
    var points: Double?
}

struct CheckDraft {
    var code: Code
    var name: String?
    var points: Double?
    var isHidden: Bool
    var seconds: Double?
}

struct ExerciseParts {
    var checks: [CheckDraft] = []
    var hints: [Hint] = []
    var solutions: [Code] = []
    var mistakes: [Mistake] = []
    var probe: Code?
    var helpers: Code?
}

/// The exercises of a file while their parts are gathered.
struct ExerciseDrafts {
    var starters: [String: ExerciseDraft] = [:]
    var order: [String] = []
    var parts: [String: ExerciseParts] = [:]
    /// The line on which a part first names an id.
    var firstUse: [String: Int] = [:]

    func finish(refuse: (Int, String) -> Void) -> [Exercise] {
        for (id, line) in firstUse where starters[id] == nil {
            refuse(line, "no exercise is called \(quoted(id))")
        }
        return order.compactMap { id in
            starters[id].map { exercise(id, $0, parts[id] ?? .init(), refuse: refuse) }
        }
    }

    private func exercise(
        _ id: String, _ draft: ExerciseDraft, _ parts: ExerciseParts,
        refuse: (Int, String) -> Void
    ) -> Exercise {
        let line = draft.starter.line - 1
        if parts.checks.isEmpty { refuse(line, "the exercise \(quoted(id)) has no check") }
        var names: Set<String> = []
        var checks: [Check] = []
        for (index, check) in parts.checks.enumerated() {
            let name = check.name ?? "check \(index + 1)"
            if !names.insert(name).inserted {
                refuse(check.code.line - 1, "the check name \(quoted(name)) is already used")
            }
            checks.append(
                Check(
                    code: check.code, name: name, points: check.points ?? 0,
                    isHidden: check.isHidden, seconds: check.seconds))
        }
        sharePoints(among: &checks, parts.checks, of: draft, refuse: refuse)
        return Exercise(
            id: id, name: draft.name ?? id, starter: draft.starter, checks: checks,
            hints: parts.hints, solutions: parts.solutions, mistakes: parts.mistakes,
            probe: parts.probe, helpers: parts.helpers)
    }

    /// Checks that name no points share what the exercise has left, equally.
    private func sharePoints(
        among checks: inout [Check], _ drafts: [CheckDraft], of exercise: ExerciseDraft,
        refuse: (Int, String) -> Void
    ) {
        let named = drafts.compactMap(\.points).reduce(0, +)
        let unnamed = drafts.count { $0.points == nil }
        guard let points = exercise.points else {
            for index in checks.indices where drafts[index].points == nil {
                checks[index].points = 1
            }
            return
        }
        let left = points - named
        if unnamed == 0 ? left != 0 : left <= 0 {
            let line = exercise.starter.line - 1
            let given = "\(plainNumber(named)) in all"
            refuse(line, "the checks' points must make \(plainNumber(points)); given: \(given)")
        }
        for index in checks.indices where drafts[index].points == nil {
            checks[index].points = left / Double(unnamed)
        }
    }
}
