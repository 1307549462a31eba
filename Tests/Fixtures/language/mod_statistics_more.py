import statistics as st
from statistics import *


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
ints = [1, 2, 2, 3, 4, 7, 9]
for f in (mean, fmean, geometric_mean, harmonic_mean, median, median_low, median_high, median_grouped, mode, multimode, pstdev, pvariance, stdev, variance, quantiles):
    for values in (data, ints, [5], [], [1, 2], (x for x in [1, 2, 3]), ["a", "b"], "aab", [1, None], 5, [-1, 1], [0, 4], [True, False, True]):
        try:
            print(f.__name__, repr(f(values)))
        except Exception as e:
            print(f.__name__, type(e).__name__, str(e).split(" (")[0])
print(quantiles(ints, n=3), quantiles(data, n=5, method="inclusive"), quantiles(range(1, 100), n=4))
attempt(lambda: quantiles([1, 2], n=0))
attempt(lambda: quantiles([1, 2], method="other"))
print(covariance([1, 2, 3], [3, 1, 2]), correlation([1, 2, 3], [1, 3, 2]), linear_regression([1, 2, 3, 4], [2, 4, 5, 9]))
slope, intercept = linear_regression([1, 2, 3], [2.5, 4, 6.1])
print(slope, intercept, linear_regression([1, 2, 3], [2, 4, 7], proportional=True).slope)
attempt(lambda: covariance([1], [2]))
attempt(lambda: covariance([1, 2], [2]))
attempt(lambda: correlation([1, 1], [2, 3]))
attempt(lambda: linear_regression([1, 1], [2, 3]))
print(fmean([90, 80], weights=[3, 1]), harmonic_mean([40, 60], weights=[1, 2]), pvariance([1, 2, 3], mu=2), variance([1, 2, 3], xbar=2), median_grouped([1, 3, 3, 5, 7], interval=2))
n = NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.median, n.mode, n.pdf(100), n.cdf(115), n.inv_cdf(0.975), n.zscore(130))
print(NormalDist(1, 2) + NormalDist(3, 4), NormalDist(1, 2) - 5, 2 * NormalDist(1, 2), NormalDist(4, 2) / 2, -NormalDist(1, 2), NormalDist(1, 2) == NormalDist(1, 2))
print(NormalDist.from_samples([1, 2, 3, 4]), NormalDist(0, 1).quantiles(n=4), NormalDist(0, 1).overlap(NormalDist(1, 1)), NormalDist(5, 1).samples(2, seed=1))
attempt(lambda: NormalDist(0, -1))
attempt(lambda: NormalDist(0, 0).pdf(1))
attempt(lambda: NormalDist(0, 1).inv_cdf(2))
print(mean([1, 2, 4]), mean([1.0, 2, 4]), variance([1, 2, 4]), stdev([1, 2, 4]), mean([10**20, 1]), issubclass(StatisticsError, ValueError))
