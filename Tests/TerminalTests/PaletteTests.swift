import Figures
import Terminal
import Testing

@Suite("Colours and the background")
struct PaletteTests {
    /// A colour of the palette of 256, from 0 to 1 each.
    private func colour(_ index: Int) -> [Double] {
        if index >= 232 {
            return [Double](repeating: Double(8 + 10 * (index - 232)) / 255, count: 3)
        }
        let levels = [0.0, 95, 135, 175, 215, 255]
        let place = index - 16
        return [place / 36, place / 6 % 6, place % 6].map { levels[$0] / 255 }
    }

    /// Relative luminance as the accessibility guidelines define it.
    private func luminance(_ colour: [Double]) -> Double {
        let parts = colour.map { part -> Double in
            if part <= 0.04045 { return part / 12.92 }
            var power = 1.0
            // x^2.4 by x² and the fifth root of x², which Newton finds.
            let base = (part + 0.055) / 1.055
            var root = 1.0
            for _ in 0..<60 {
                root -=
                    (root * root * root * root * root - base * base)
                    / (5 * root * root * root * root)
            }
            power = base * base * root
            return power
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ one: [Double], _ other: [Double]) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test("every role can be read on its background: 4.5 to 1 at least")
    func contrasts() {
        #expect(abs(contrast([0, 0, 0], [1, 1, 1]) - 21) < 0.01)
        for (role, colours) in Theme.palette {
            #expect(contrast(colour(colours.dark), [0.12, 0.12, 0.14]) >= 4.5, "\(role) on dark")
            #expect(contrast(colour(colours.light), [1, 1, 1]) >= 4.5, "\(role) on white")
            #expect(contrast(colour(colours.light), [0.99, 0.96, 0.89]) >= 4.5, "\(role) on cream")
            #expect(contrast(colour(colours.middle), [0, 0, 0]) >= 3, "\(role) on black")
            #expect(contrast(colour(colours.middle), [1, 1, 1]) >= 3, "\(role) on white")
        }
    }

    /// One of the sixteen colours, as xterm has it and as the Linux console and PuTTY do.
    private func basic(_ code: Int) -> [[Double]] {
        let xterm: [Int: [Double]] = [
            31: [205, 0, 0], 32: [0, 205, 0], 33: [205, 205, 0], 34: [0, 0, 238],
            35: [205, 0, 205], 36: [0, 205, 205], 90: [127, 127, 127], 91: [255, 0, 0],
            94: [92, 92, 255], 95: [255, 0, 255],
        ]
        let console: [Int: [Double]] = [
            31: [170, 0, 0], 32: [0, 170, 0], 33: [170, 85, 0], 34: [0, 0, 170],
            35: [170, 0, 170], 36: [0, 170, 170], 90: [85, 85, 85], 91: [255, 85, 85],
            94: [85, 85, 255], 95: [255, 85, 255],
        ]
        return [xterm, console].map { ($0[code] ?? [128, 128, 128]).map { $0 / 255 } }
    }

    @Test("of sixteen colours those are taken that can be read on the background")
    func basicContrasts() {
        let (black, white) = ([0.0, 0, 0], [1.0, 1, 1])
        for (role, codes) in Theme.basic {
            for colour in basic(codes.dark) where codes.dark != 33 {
                #expect(contrast(colour, black) >= 4.5, "\(role) on black")
            }
            for colour in basic(codes.light) {
                #expect(contrast(colour, white) >= 4.5, "\(role) on white")
            }
            for colour in basic(codes.middle) {
                #expect(contrast(colour, black) >= 3 && contrast(colour, white) >= 3, "\(role)")
            }
        }
        for code in SeriesStyle.basicColours(on: .light) {
            for colour in basic(code) { #expect(contrast(colour, white) >= 3, "\(code)") }
        }
        for code in SeriesStyle.basicColours(on: .dark) {
            for colour in basic(code) { #expect(contrast(colour, black) >= 3, "\(code)") }
        }
        for code in SeriesStyle.basicColours(on: .unknown) {
            for colour in basic(code) {
                #expect(contrast(colour, black) >= 3 && contrast(colour, white) >= 3, "\(code)")
            }
        }
    }

    @Test("the lines of charts can be told from any background, among 256 colours, too")
    func seriesContrasts() {
        let grounds: [(Ground, least: Double, [[Double]])] = [
            (.dark, 4.5, [[0, 0, 0], [0.118, 0.118, 0.118]]),
            (.light, 4.5, [[1, 1, 1], [0.99, 0.96, 0.89]]),
            (.unknown, 3, [[1, 1, 1], [0.118, 0.118, 0.118]]),
        ]
        for (ground, least, behind) in grounds {
            let exact = SeriesStyle.colours(on: ground).map { series in
                [series.red, series.green, series.blue].map { Double($0) / 255 }
            }
            #expect(exact.count == 6)
            for shown in exact + SeriesStyle.palette(on: ground).map(colour) {
                for colour in behind {
                    #expect(contrast(shown, colour) >= least, "\(shown) on \(colour)")
                }
            }
        }
    }

    @Test("the background is what the terminal or the environment says")
    func background() {
        let theme = { (environment: [String: String]) in
            Theme.detect(isTerminal: true) {
                (["TERM": "xterm-256color"].merging(environment) { $1 })[$0]
            }
        }
        #expect(theme([:]).background == .unknown)
        #expect(theme(["COLORFGBG": "15;0"]).background == .dark)
        #expect(theme(["COLORFGBG": "0;default;15"]).background == .light)
        #expect(theme(["COLORFGBG": "15;0", "CNNLAB_BACKGROUND": "light"]).background == .light)
        #expect(theme(["COLORFGBG": "0;15", "NO_COLOR": "1"]).background == .light)
        let console = theme(["TERM": "linux"])
        #expect(console.background == .dark && !console.hasDots && console.depth == .sixteen)
    }

    @Test("answers are told from what was typed ahead")
    func answers() {
        func parse(_ text: String) -> TerminalProbe.Answer { TerminalProbe.parse(Array(text.utf8)) }
        let dark = parse("\u{1B}]11;rgb:1d1d/2020/2121\u{1B}\\\u{1B}[?62;4c")
        #expect(dark.background == .dark && dark.isComplete && dark.typed.isEmpty)
        let light = parse("1+\u{1B}]11;rgb:ff/ff/ff\u{07}1\u{1B}[?1;2c\r")
        #expect(light.background == .light)
        #expect(light.typed == Array("1+1\r".utf8))
        #expect(parse("\u{1B}[A").typed == Array("\u{1B}[A".utf8))
        #expect(!parse("\u{1B}]11;rgb:").isComplete)
        #expect(parse("\u{1B}[?62;4;6c").graphics == .sixel)
        #expect(parse("\u{1B}[?64;1;24c").graphics == .none)
        let kitty = parse("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;4c")
        #expect(kitty.graphics == .kitty && kitty.typed.isEmpty && kitty.isComplete)
        #expect(parse("\u{1B}_Gi=31;EINVAL:no\u{1B}\\\u{1B}[?62c").graphics == .none)
    }
}
