import Lessons
import Notebook
import Terminal
import Testing

@Suite("Lessons as HTML")
struct LessonHTMLTests {
    @Test("text is escaped, formulas are text, links lead to the web only")
    func page() throws {
        let lesson = try Lesson.parse(
            """
            ---
            title: "T < U"
            id: t
            ---

            A *word*, $\\hat{x} < 2$ and [one](https://example.org/?a=1&b=2), [two](javascript:alert).

            $$\\frac{a}{b}$$

            | a | b |
            |---|--:|
            | 1 | **2** |

            ```python
            print("<script>")
            ```

            ```yaml question="q" points=1
            prompt: Is $p$ small?
            choices:
              - {text: Yes., right: true}
              - {text: No.}
            ```
            """)
        let html = LessonHTML.render(LessonPage(lesson, running: Session(budget: .grading)))
        for expected in [
            "<title>T &lt; U</title>", "<em>word</em>",
            "<span class=\"formula\">x̂ &lt; 2</span>",
            "<a href=\"https://example.org/?a=1&amp;b=2\">one</a>", "<pre class=\"formula\">",
            "<th style=\"text-align:right\">b</th>", "<strong>2</strong>",
            "<pre class=\"output\"><code>&lt;script&gt;</code></pre>",
            "<h3>Question (1 point)</h3>",
        ] {
            #expect(html.contains(expected), "\(expected) is missing in \(html)")
        }
        #expect(!html.contains("javascript:") && !html.contains("<script"))
    }
}
