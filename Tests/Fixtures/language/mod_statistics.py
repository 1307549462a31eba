import statistics as st
print(st.mean([1, 2, 3, 4]), st.mean([1.5, 2.5]), st.mean([1, 2]), st.mean([0.1] * 3), st.fmean([1, 2, 4]), st.mean([1, 2, 3]), st.mean([10 ** 20, 1]))
print(st.median([3, 1, 2]), st.median([1, 2, 3, 4]), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.median([1.5]))
print(st.mode([1, 1, 2]), st.mode("aabbb"), st.multimode("aabb"), st.multimode([]))
print(st.stdev([1, 2, 3, 4]), st.pstdev([1, 2, 3, 4]), st.variance([1, 2, 3, 4]), st.pvariance([1, 2, 3, 4]), st.variance([0.1, 0.2, 0.4]), st.stdev([0.1, 0.2, 0.4]), st.pvariance([1, 1]))
print(st.harmonic_mean([40, 60]), st.geometric_mean([1, 2, 4]), st.quantiles([1, 2, 3, 4, 5]), st.quantiles(range(10), n=10), st.quantiles([1, 2, 3], n=4, method="inclusive"))
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(st.correlation(x, y), st.covariance(x, y), st.linear_regression(x, y))
print(st.variance([1, 2, 3], xbar=2), st.pvariance([1, 2, 3], 2), st.fmean([1, 2], weights=[3, 1]), st.mean(iter([1, 2, 3])), st.mean([True, False]))
print(st.stdev([2.5, 3.5, 1e10]), st.variance([1e10 + 1, 1e10 + 2, 1e10 + 3]), st.pstdev([0.1] * 7), st.mean([1e308, 1e308]), st.stdev(range(100)))
for f in (lambda: st.mean([]), lambda: st.median([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.variance([]), lambda: st.mean(["a"]), lambda: st.mean(5), lambda: st.pvariance([]), lambda: st.harmonic_mean([-1]), lambda: st.geometric_mean([0]), lambda: st.correlation([1], [1]), lambda: st.quantiles([1]), lambda: st.fmean([]), lambda: st.correlation([1, 1], [1, 2])):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
n = st.NormalDist(10, 2)
print(n.mean, n.stdev, n.pdf(10), n.cdf(12), n)
