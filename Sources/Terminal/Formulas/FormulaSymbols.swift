/// What TeX's commands look like as Unicode.
enum FormulaSymbols {
    /// How much room a symbol wants beside it.
    enum Spacing { case ordinary, binary, relation, large, punctuation }

    static func symbol(_ command: String) -> (text: String, spacing: Spacing)? {
        if let text = letters[command] { return (text, .ordinary) }
        if let text = binaries[command] { return (text, .binary) }
        if let text = relations[command] { return (text, .relation) }
        if let text = larges[command] { return (text, .large) }
        return nil
    }

    static let letters: [String: String] = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε",
        "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι",
        "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
        "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ",
        "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
        "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
        "infty": "∞", "partial": "∂", "nabla": "∇", "ell": "ℓ", "hbar": "ℏ", "emptyset": "∅",
        "forall": "∀", "exists": "∃", "ldots": "…", "dots": "…", "cdots": "⋯", "vdots": "⋮",
        "prime": "′", "circ": "∘", "degree": "°", "top": "⊤", "bot": "⊥", "angle": "∠",
        "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈",
        "rceil": "⌉", "lvert": "|", "rvert": "|", "lVert": "‖", "rVert": "‖", "|": "‖",
        "{": "{", "}": "}", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "lbrace": "{",
        "rbrace": "}", "vert": "|", "Vert": "‖", "neg": "¬", "Re": "ℜ", "Im": "ℑ",
    ]

    static let binaries: [String: String] = [
        "odot": "⊙", "cdot": "·", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗",
        "star": "⋆", "oplus": "⊕", "otimes": "⊗", "setminus": "∖", "cup": "∪", "cap": "∩",
        "wedge": "∧", "vee": "∨", "land": "∧", "lor": "∨", "bullet": "•",
    ]

    static let relations: [String: String] = [
        "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
        "sim": "∼", "simeq": "≃", "equiv": "≡", "propto": "∝", "in": "∈", "notin": "∉",
        "subset": "⊂", "subseteq": "⊆", "supset": "⊃", "to": "→", "rightarrow": "→",
        "leftarrow": "←", "gets": "←", "mapsto": "↦", "Rightarrow": "⇒", "Leftarrow": "⇐",
        "leftrightarrow": "↔", "Leftrightarrow": "⇔", "iff": "⇔", "implies": "⇒", "ll": "≪",
        "gg": "≫", "mid": "|", "parallel": "∥", "perp": "⟂", "coloneqq": "≔", "leftarrowtail": "↢",
        "uparrow": "↑", "downarrow": "↓", "cong": "≅",
    ]

    static let larges: [String: String] = [
        "sum": "∑", "prod": "∏", "int": "∫", "bigcup": "⋃", "bigcap": "⋂", "oint": "∮",
    ]

    /// Names that are set upright and followed by a space: `\log x`.
    static let functions: Set<String> = [
        "log", "ln", "exp", "sin", "cos", "tan", "tanh", "max", "min", "argmax", "argmin",
        "lim", "sup", "inf", "det", "dim", "Pr", "mod", "gcd", "softmax",
    ]

    /// Marks that sit on a letter, as combining characters.
    static let accents: [String: Unicode.Scalar] = [
        "hat": "\u{0302}", "widehat": "\u{0302}", "bar": "\u{0304}", "overline": "\u{0305}",
        "tilde": "\u{0303}", "widetilde": "\u{0303}", "dot": "\u{0307}", "ddot": "\u{0308}",
        "vec": "\u{20D7}", "check": "\u{030C}", "acute": "\u{0301}", "grave": "\u{0300}",
        "underline": "\u{0332}",
    ]

    /// Letters that exist with their mark as one character, which more fonts draw well.
    static let composed: [String: String] = [
        "y\u{0302}": "ŷ", "w\u{0302}": "ŵ", "a\u{0302}": "â", "e\u{0302}": "ê", "i\u{0302}": "î",
        "o\u{0302}": "ô", "u\u{0302}": "û", "z\u{0302}": "ẑ", "s\u{0302}": "ŝ", "h\u{0302}": "ĥ",
        "n\u{0303}": "ñ", "a\u{0304}": "ā", "e\u{0304}": "ē", "y\u{0304}": "ȳ", "u\u{0304}": "ū",
    ]

    static let superscripts: [Character: Character] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
        "8": "⁸", "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾",
        "n": "ⁿ", "i": "ⁱ", "a": "ᵃ", "b": "ᵇ", "c": "ᶜ", "d": "ᵈ", "e": "ᵉ", "f": "ᶠ",
        "g": "ᵍ", "h": "ʰ", "j": "ʲ", "k": "ᵏ", "l": "ˡ", "m": "ᵐ", "o": "ᵒ", "p": "ᵖ",
        "r": "ʳ", "s": "ˢ", "t": "ᵗ", "u": "ᵘ", "v": "ᵛ", "w": "ʷ", "x": "ˣ", "y": "ʸ",
        "z": "ᶻ", "T": "ᵀ", "⊤": "ᵀ", "′": "′", "*": "*", "∗": "*", "N": "ᴺ", "L": "ᴸ", "A": "ᴬ",
        "B": "ᴮ", "D": "ᴰ", "H": "ᴴ", "K": "ᴷ", "M": "ᴹ", "P": "ᴾ", "R": "ᴿ", "W": "ᵂ",
        "β": "ᵝ", "θ": "ᶿ",
    ]

    static let subscripts: [Character: Character] = [
        "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇",
        "8": "₈", "9": "₉", "+": "₊", "-": "₋", "−": "₋", "=": "₌", "(": "₍", ")": "₎",
        "a": "ₐ", "e": "ₑ", "h": "ₕ", "i": "ᵢ", "j": "ⱼ", "k": "ₖ", "l": "ₗ", "m": "ₘ",
        "n": "ₙ", "o": "ₒ", "p": "ₚ", "r": "ᵣ", "s": "ₛ", "t": "ₜ", "u": "ᵤ", "v": "ᵥ",
        "x": "ₓ", "β": "ᵦ", "γ": "ᵧ", "ρ": "ᵨ", "φ": "ᵩ",
    ]

    static let blackboard: [Character: Character] = [
        "R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "P": "ℙ", "E": "𝔼", "1": "𝟙",
    ]
}
