import Foundation

/// Whether the suites that run the learner's language are asked for; `cnnlab lint` proves the shipped
/// lessons in any case.
let runsCode = ProcessInfo.processInfo.environment["CNNLAB_LESSON_TESTS"] != nil
