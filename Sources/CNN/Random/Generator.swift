import CNNKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A source of random numbers: PyTorch's CPU generator, number for number.
///
/// Two generators with the same state give the same values whatever the number of threads, because
/// every value is drawn in order. A generator is not to be used by two threads at a time.
public final class Generator {
    /// The seed that a generator has before anyone seeds it.
    public static let defaultSeed: UInt64 = 67_280_421_310_721

    var core = ck_generator()

    /// The generator that a Python object stands for, where there is one.
    public var foreign: AnyObject?

    public init(seed: UInt64 = Generator.defaultSeed) {
        ck_generator_seed(&core, seed)
    }

    /// Starts the sequence that belongs to `seed`.
    @discardableResult
    public func manualSeed(_ seed: UInt64) -> Generator {
        ck_generator_seed(&core, seed)
        return self
    }

    /// The seed that the sequence started from.
    public var initialSeed: UInt64 { core.seed }

    /// Seeds from the system's entropy and returns the seed.
    @discardableResult
    public func seed() -> UInt64 {
        var system = SystemRandomNumberGenerator()
        let seed = system.next() as UInt64
        manualSeed(seed)
        return seed
    }

    /// One draw of the engine: 32 bits.
    public func random() -> UInt32 { ck_generator_next32(&core) }

    /// Two draws of the engine, the first in the high half.
    public func random64() -> UInt64 { ck_generator_next64(&core) }

    /// One value in `0 ..< 1` of 53 random bits.
    public func uniform() -> Double {
        var value = 0.0
        ck_random_uniform_f64(&core, &value, 1, 0, 1)
        return value
    }

    /// One normal value by the scalar method.
    public func normal(mean: Double = 0, std: Double = 1) -> Double {
        ck_random_normal_scalar(&core, mean, std)
    }
}

extension Generator {
    /// The current thread's default generator, which the functions without a `generator:` draw from.
    ///
    /// Each thread starts with one of its own, seeded with ``defaultSeed``. A session that moves between
    /// threads sets this to its generator before it runs.
    public static var `default`: Generator {
        get {
            if let known = pthread_getspecific(key) {
                return Unmanaged<Generator>.fromOpaque(known).takeUnretainedValue()
            }
            let made = Generator()
            pthread_setspecific(key, Unmanaged.passRetained(made).toOpaque())
            return made
        }
        set {
            let old = pthread_getspecific(key)
            pthread_setspecific(key, Unmanaged.passRetained(newValue).toOpaque())
            if let old { Unmanaged<Generator>.fromOpaque(old).release() }
        }
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key) { value in
            if let value { Unmanaged<Generator>.fromOpaque(value).release() }
        }
        precondition(status == 0, "no thread-specific slot is left")
        return key
    }()
}

/// Seeds the current thread's default generator, as `torch.manual_seed` does.
@discardableResult
public func manualSeed(_ seed: UInt64) -> Generator {
    Generator.default.manualSeed(seed)
}
