import CNNKernels

/// Whether operations on the calling thread are recorded for a backward pass.
public enum GradMode {
    /// On at the start of a thread.
    @inline(__always)
    public static var isEnabled: Bool {
        get { !ck_thread().pointee.gradDisabled }
        set { ck_thread().pointee.gradDisabled = !newValue }
    }

    /// Whether tensors that are made now are inference tensors, which never take part in a graph.
    public static var isInference: Bool {
        get { ck_thread().pointee.inference }
        set { ck_thread().pointee.inference = newValue }
    }

    /// Whether a backward pass stops at the first step that gives NaN.
    public static var detectsAnomaly: Bool {
        get { ck_thread().pointee.anomaly }
        set { ck_thread().pointee.anomaly = newValue }
    }
}

/// Runs `body` with recording off.
public func withoutGradient<R>(_ body: () throws -> R) rethrows -> R {
    let before = GradMode.isEnabled
    GradMode.isEnabled = false
    defer { GradMode.isEnabled = before }
    return try body()
}

/// Runs `body` with recording on, or off.
public func withGradient<R>(_ enabled: Bool = true, _ body: () throws -> R) rethrows -> R {
    let before = GradMode.isEnabled
    GradMode.isEnabled = enabled
    defer { GradMode.isEnabled = before }
    return try body()
}
