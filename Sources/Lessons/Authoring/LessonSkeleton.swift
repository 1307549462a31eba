/// The beginning of a lesson: every part that a lesson has once, in an order that `cnnlab lint` proves.
package enum LessonSkeleton {
    /// Whether a text can be a lesson's id: lower-case letters, digits and hyphens, a letter first.
    package static func isID(_ text: String) -> Bool { isIdentifier(text) }

    /// The text of a new lesson.
    /// - Parameters:
    ///   - id: what `isID` accepts.
    ///   - title: what the menu shows.
    package static func text(id: String, title: String) -> String {
        """
        ---
        title: \(jsonText(title))
        id: \(id)
        requires: []
        minutes: 15
        seed: 0
        ---

        Say here what the learner will be able to do, and why it matters.

        ## A step

        Explain one thing, then let a cell show it. What a cell prints may be quoted, and lint holds the quote
        against it: the mean is 2.50.

        ```python setup="true" name="numbers"
        import torch

        x = torch.tensor([1.0, 2.0, 3.0, 4.0])
        ```

        ```python name="mean"
        print(f"{x.mean().item():.2f}")
        ```

        ```text output="mean"
        2.50
        ```

        ```yaml question="mean-of-two" points=1
        prompt: What is the mean of 1 and 4?
        answer: 2.5
        tolerance: 0.001
        wrong:
          - answer: 5
            feedback: That is the sum; divide it by how many there are.
        explanation: (1 + 4) / 2 = 2.5
        ```

        ## Exercise: centre

        Say exactly what is asked, with shapes: write `centre(x)`, which returns `x` of shape (N,) minus its mean.

        ```python exercise="centre" points=2 name="Centre"
        def centre(x):
            ...
        ```

        ```python helpers="centre"
        def asked(values):
            x = torch.tensor(values, dtype=torch.float64)
            return check.tensor(student.centre(x.clone()), tuple(x.shape), "what centre returns")
        ```

        ```python check="centre" name="the mean is taken away" points=2
        check.close(asked([1, 2, 6]), torch.tensor([-2.0, -1.0, 3.0], dtype=torch.float64), "centre of [1, 2, 6]")
        check.close(asked([5]), torch.tensor([0.0], dtype=torch.float64), "centre of [5]")
        ```

        ```text hint="centre"
        A nudge: which number do all of them lose?
        ```

        ```text hint="centre"
        More of it: x.mean() is that number.
        ```

        ```text hint="centre"
        Nearly all: subtract it from x and return the difference.
        ```

        ```python solution="centre" name="with mean"
        def centre(x):
            return x - x.mean()
        ```

        ```python solution="centre" name="with sum and length"
        def centre(values):
            total = values.sum()
            return values.sub(total / len(values))
        ```

        ```python mistake="centre" name="the-sum" feedback="The sum is taken away; the mean is the sum divided by how many there are."
        def centre(x):
            return x - x.sum()
        ```

        ```python mistake="centre" name="wrong-way-round" feedback="The signs are the wrong way round: it is x minus the mean."
        def centre(x):
            return x.mean() - x
        ```

        ```python probe="centre"
        observe("three numbers", lambda: asked([1, 2, 6]).tolist())
        observe("two numbers", lambda: asked([3, 7]).tolist())
        ```

        ## What you know now

        - One sentence for each thing that was shown.

        """
    }
}
