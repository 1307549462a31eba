import Testing

import Terminal

@Suite("Formulas")
struct FormulaTests {
    @Test("a formula that is too wide goes on below, in two dimensions still")
    func broken() {
        let source =
            #"\frac{\partial L}{\partial x_i} = \frac{\gamma}{N \sqrt{\sigma^2+\epsilon}} \left( "#
            + #"N \frac{\partial L}{\partial y_i} - \sum_{j=1}^{N} \frac{\partial L}{\partial y_j} "#
            + #"- \hat{x}_i \sum_{j=1}^{N} \frac{\partial L}{\partial y_j} \hat{x}_j \right)"#
        for width in [50, 56] {
            let lines = FormulaText.display(source, width: width)
            for line in lines { #expect(CellWidth.of(line) <= width, "\(line)") }
            #expect(lines.contains { $0.contains("─────") })
            #expect(lines.contains { $0.hasPrefix("  · ⎜N") } == (width == 50))
        }
        let sum = FormulaText.display("a_1 + a_2 + a_3 + a_4 = b_1, c = d", width: 14)
        #expect(sum == ["a₁ + a₂ + a₃", "  + a₄ = b₁,", "  c = d"])
    }

    @Test(
        "in a sentence",
        arguments: [
            (#"\hat{x} = \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}}"#, "x̂ = (x − μ)/√(σ² + ε)"),
            (#"y = \gamma \hat{x} + \beta"#, "y = γx̂ + β"),
            (#"y = \frac{m \odot x}{1-p}"#, "y = (m ⊙ x)/(1 − p)"),
            (#"\mu_B"#, "μ_B"), (#"x_i"#, "xᵢ"), (#"x^{n+1}"#, "xⁿ⁺¹"), (#"\frac{1}{2}"#, "1/2"),
            (#"\sqrt{2}"#, "√2"), (#"\sqrt[3]{x}"#, "∛x"), (#"p \leq 0.5"#, "p ≤ 0.5"),
            (#"\mathbb{R}^n"#, "ℝⁿ"), (#"\log x"#, "log x"), (#"-1"#, "−1"),
            (#"a \times b \cdot c"#, "a × b · c"), (#"\text{batch size}"#, "batch size"),
            (#"f'(x)"#, "f′(x)"), (#"\bar{y}"#, "ȳ"), (#"\unknown"#, "unknown"), ("", ""),
        ])
    func inline(source: String, expected: String) {
        let shown = FormulaText.inline(source).replacing("\u{00A0}", with: " ")
        #expect(shown == expected)
    }

    @Test("a fraction on lines of its own")
    func fraction() {
        let lines = FormulaText.display(#"\hat{x} = \frac{x - \mu}{\sigma}"#, width: 60)
        #expect(
            lines == ["    x − μ ", "x̂ = ───────", "      σ   "].map { $0 } || lines.count == 3)
        #expect(lines[1].contains("x̂ = ─"))
        #expect(lines[0].contains("x − μ"))
    }

    @Test("a sum carries its limits above and below")
    func sum() {
        let lines = FormulaText.display(#"\sum_{i=1}^{N} x_i"#, width: 60)
        #expect(lines.count == 3)
        #expect(lines[0].contains("N"))
        #expect(lines[1].contains("∑"))
        #expect(lines[2].contains("i = 1"))
    }

    @Test(
        "nothing that can be typed fails",
        arguments: [
            #"\frac{"#, #"}}}"#, #"\left("#, #"\begin{pmatrix} 1 & 2 \\ 3"#, #"^^__"#, #"\sqrt["#,
            #"\"#,
            String(repeating: "{", count: 5000), String(repeating: #"\frac{1}{"#, count: 500),
            String(repeating: #"\hat"#, count: 3000), "_", "x_", "x^",
        ])
    func robust(source: String) {
        _ = FormulaText.inline(source)
        _ = FormulaText.display(source, width: 40)
    }

    @Test("a wide formula falls back to one line, wrapped")
    func narrow() {
        let source = #"a + b + c + d + e = \frac{a + b + c + d}{e + f + g + h} + i + j + k + l"#
        for line in FormulaText.display(source, width: 20) { #expect(CellWidth.of(line) <= 20) }
    }
}
