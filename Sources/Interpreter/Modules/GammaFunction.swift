import Glibc

/// The gamma function. The C library's `tgamma` and `lgamma` differ from CPython's in the last digits, so
/// this is Lanczos's approximation (g = 6.024680040776729, N = 13) that CPython uses, with its handling of
/// the sign by the reflection formula.
enum GammaFunction {
    private static let g = 6.024680040776729583740234375

    private static let numerator = [
        23531376880.410759688572007674451636754734846804940,
        42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843,
        17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708,
        1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801,
        31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768,
        186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024,
        210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    ]

    /// The coefficients of x(x+1)…(x+11).
    private static let denominator: [Double] = [
        0, 39_916_800, 120_543_840, 150_917_976, 105_258_076, 45_995_730, 13_339_535, 2_637_558,
        357_423, 32_670, 1_925, 66, 1,
    ]

    private static func lanczos(_ x: Double) -> Double {
        var top = 0.0
        var bottom = 0.0
        if x < 5 {
            for index in (0..<13).reversed() {
                top = top * x + numerator[index]
                bottom = bottom * x + denominator[index]
            }
        } else {
            for index in 0..<13 {
                top = top / x + numerator[index]
                bottom = bottom / x + denominator[index]
            }
        }
        return top / bottom
    }

    /// sin(π·x), exact at multiples of a half.
    private static func sinPi(_ x: Double) -> Double {
        let y = fmod(x.magnitude, 2)
        let result: Double
        switch Int((2 * y).rounded(.toNearestOrAwayFromZero)) {
        case 0: result = sin(.pi * y)
        case 1: result = cos(.pi * (y - 0.5))
        case 2: result = sin(.pi * (1 - y))
        case 3: result = -cos(.pi * (y - 1.5))
        default: result = sin(.pi * (y - 2))
        }
        return x.sign == .minus ? -result : result
    }

    /// Γ(x) for x that is no pole.
    static func gamma(_ x: Double) -> Double {
        if !x.isFinite { return x }
        if x == x.rounded(), x >= 1, x <= 23 {
            // Factorials up to 22! are exact.
            return (1..<max(1, Int(x))).reduce(1.0) { $0 * Double($1) }
        }
        let magnitude = x.magnitude
        if magnitude < 1e-20 { return 1 / x }
        if magnitude > 200 {
            return x < 0 ? 0 / sinPi(x) : .infinity
        }
        let y = magnitude + g - 0.5
        var z: Double
        if magnitude > g - 0.5 {
            let q = y - magnitude
            z = q - (g - 0.5)
        } else {
            let q = y - (g - 0.5)
            z = q - magnitude
        }
        z = z * g / y
        if x < 0 {
            var result = -.pi / sinPi(magnitude) / magnitude * exp(y) / lanczos(magnitude)
            result -= z * result
            if magnitude < 140 { return result / pow(y, magnitude - 0.5) }
            let root = pow(y, magnitude / 2 - 0.25)
            return result / root / root
        }
        var result = lanczos(magnitude) / exp(y)
        result += z * result
        if magnitude < 140 { return result * pow(y, magnitude - 0.5) }
        let root = pow(y, magnitude / 2 - 0.25)
        return result * root * root
    }

    /// log |Γ(x)| for x that is no pole.
    static func logGamma(_ x: Double) -> Double {
        if x.isNaN { return x }
        if x == 1 || x == 2 { return 0 }
        let magnitude = x.magnitude
        if magnitude < 1e-20 { return -log(magnitude) }
        var result = log(lanczos(magnitude)) - g
        result += (magnitude - 0.5) * (log(magnitude + g - 0.5) - 1)
        if x < 0 {
            result = log(.pi) - log(sinPi(magnitude).magnitude) - log(magnitude) - result
        }
        return result
    }
}
