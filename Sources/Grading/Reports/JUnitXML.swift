/// Reports in JUnit's XML, which the services that run tests of repositories show: a suite a submission, a
/// case a check or question.
package enum JUnitXML {
    package static func render(_ reports: [GradeReport]) -> String {
        var suites: [String] = []
        var counts = (tests: 0, failures: 0, errors: 0)
        for report in reports {
            let cases = self.cases(report)
            let failures = cases.count { $0.outcome == .fail }
            let errors = cases.count { $0.outcome == .couldNotGrade }
            counts = (
                counts.tests + cases.count, counts.failures + failures, counts.errors + errors
            )
            suites.append(
                """
                  <testsuite name="\(XMLText.escaped(report.submission))" tests="\(cases.count)" \
                failures="\(failures)" errors="\(errors)" skipped="0">

                """ + cases.map(\.text).joined() + "  </testsuite>\n")
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites tests="\(counts.tests)" failures="\(counts.failures)" errors="\(counts.errors)">

            """ + suites.joined() + "</testsuites>\n"
    }

    private struct Case {
        var className: String
        var name: String
        var outcome: GradeReport.Outcome
        var reason: String

        var text: String {
            let head =
                "    <testcase classname=\"\(XMLText.escaped(className))\" "
                + "name=\"\(XMLText.escaped(name))\""
            let reason = XMLText.escaped(reason)
            switch outcome {
            case .pass: return head + "/>\n"
            case .fail:
                return head + ">\n      <failure message=\"\(reason)\"/>\n    </testcase>\n"
            case .couldNotGrade:
                return head + ">\n      <error message=\"\(reason)\"/>\n    </testcase>\n"
            }
        }
    }

    private static func cases(_ report: GradeReport) -> [Case] {
        if let cause = report.cause {
            return [
                Case(
                    className: report.lesson, name: "submission", outcome: .couldNotGrade,
                    reason: cause)
            ]
        }
        return report.items.flatMap { item in
            let own = Case(
                className: report.lesson, name: item.id, outcome: item.outcome,
                reason: item.feedback ?? "")
            return item.parts.isEmpty
                ? [own]
                : item.parts.map {
                    Case(
                        className: "\(report.lesson).\(item.id)", name: $0.name,
                        outcome: $0.outcome, reason: $0.reason ?? "")
                }
        }
    }
}

/// Text within XML and HTML.
enum XMLText {
    /// The text with its marks as entities, without the control characters that XML has no way to write.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n": result += "&#10;"
            case "\t": result += "&#9;"
            default:
                let isText =
                    scalar.value >= 32 && scalar.value != 127
                    && scalar.value & 0xfffe != 0xfffe
                result.unicodeScalars.append(isText ? scalar : "\u{FFFD}")
            }
        }
        return result
    }
}
