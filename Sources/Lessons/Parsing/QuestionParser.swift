/// Reads the YAML of a question fence.
///
///     prompt: What is the running mean now?
///     answer: 0.2              a number, a text, or a list of accepted texts
///     tolerance: 0.001         of a number; default 0
///     choices:                 instead of `answer`
///       - text: It grows.
///         right: true
///         feedback: …
///     wrong:                   known wrong numbers
///       - answer: 1.8
///         feedback: …
///     withheld: true           of a hand-out: only the instructor's copy can judge it
///     sealed: [9f8e…]          of a hand-out: hashes of what is right, with their `salt`
///     prediction: true         only the first answer counts
///     tries: 2                 default 1 for predictions, else 2
///     explanation: …
func parseQuestion(
    _ yaml: String, id: String, points: Double, line: Int
) throws(YAMLMapping.Refusal) -> Question {
    var mapping = try YAMLMapping(yaml)
    guard let prompt = try mapping.text("prompt") else {
        throw YAMLMapping.Refusal(line: 1, message: "a question expects the key prompt")
    }
    let isPrediction = try mapping.flag("prediction") ?? false
    let form = try questionForm(&mapping)
    var tries = isPrediction ? 1 : 2
    if let given = try mapping.integer("tries", in: 1...100) {
        if isPrediction && given != 1 {
            throw YAMLMapping.Refusal(
                line: mapping.line(of: "tries"),
                message: "a prediction has one try; given: \(given)")
        }
        tries = given
    }
    let explanation = try mapping.text("explanation")
    try mapping.refuseOthers()
    return Question(
        id: id, prompt: prompt, points: points, line: line, form: form,
        isPrediction: isPrediction, tries: tries, explanation: explanation)
}

private func questionForm(_ mapping: inout YAMLMapping) throws(YAMLMapping.Refusal)
    -> Question.Form
{
    if mapping.has("sealed") {
        let hashes = try mapping.texts("sealed") ?? []
        guard let salt = try mapping.text("salt") else {
            throw YAMLMapping.Refusal(
                line: mapping.line(of: "sealed"), message: "sealed answers expect the key salt")
        }
        return .sealed(
            choices: try choiceTexts(&mapping), SealedAnswer(salt: salt, hashes: hashes))
    }
    if try mapping.flag("withheld") == true {
        return .withheld(choices: try choiceTexts(&mapping))
    }
    if mapping.has("choices") {
        guard !mapping.has("answer") else {
            throw YAMLMapping.Refusal(
                line: mapping.line(of: "answer"),
                message: "a question has choices or an answer, not both")
        }
        return try choiceForm(&mapping)
    }
    guard mapping.has("answer") else {
        throw YAMLMapping.Refusal(line: 1, message: "a question expects choices or an answer")
    }
    if mapping.isList("answer") {
        return .text(accepted: try mapping.texts("answer") ?? [])
    }
    if let text = try mapping.text("answer"), Double(text) == nil {
        return .text(accepted: [text])
    }
    let answer = try mapping.number("answer") ?? 0
    let tolerance = try mapping.number("tolerance") ?? 0
    var wrong: [Question.WrongNumber] = []
    for var entry in try mapping.mappings("wrong", shorthand: "answer") ?? [] {
        guard let value = try entry.number("answer"), let feedback = try entry.text("feedback")
        else {
            throw YAMLMapping.Refusal(
                line: mapping.line(of: "wrong"),
                message: "each entry of wrong expects answer and feedback")
        }
        try entry.refuseOthers()
        wrong.append(Question.WrongNumber(value: value, feedback: feedback))
    }
    return .numeric(answer: answer, tolerance: tolerance, wrong: wrong)
}

private func choiceTexts(_ mapping: inout YAMLMapping) throws(YAMLMapping.Refusal) -> [String] {
    var texts: [String] = []
    for var choice in try mapping.mappings("choices", shorthand: "text") ?? [] {
        texts.append(try choice.text("text") ?? "")
    }
    return texts
}

private func choiceForm(_ mapping: inout YAMLMapping) throws(YAMLMapping.Refusal) -> Question.Form {
    var choices: [Question.Choice] = []
    for var entry in try mapping.mappings("choices", shorthand: "text") ?? [] {
        guard let text = try entry.text("text") else {
            throw YAMLMapping.Refusal(
                line: mapping.line(of: "choices"), message: "each choice expects the key text")
        }
        let isRight = try entry.flag("right") ?? false
        let feedback = try entry.text("feedback")
        try entry.refuseOthers()
        choices.append(Question.Choice(text: text, isRight: isRight, feedback: feedback))
    }
    guard (2...26).contains(choices.count) else {
        throw YAMLMapping.Refusal(
            line: mapping.line(of: "choices"),
            message: "2 to 26 choices are expected; given: \(choices.count)")
    }
    guard choices.contains(where: \.isRight) else {
        throw YAMLMapping.Refusal(
            line: mapping.line(of: "choices"),
            message: "a right choice is expected (right: true); none is")
    }
    return .choice(choices)
}
