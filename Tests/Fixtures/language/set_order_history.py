# The order in which sets show their items follows from their history, as in CPython.
# ---
try:
    a = set([23, 18446744073709551616, 4, 30, 14, 30, 35, 9, 9, -3.75, 0, 4, 37, 1, 2.25, 24, 27, 36, 8])
except (TypeError,KeyError) as e: print(e)
try:
    b = set([8, 16, 18446744073709551616, 19, 24, 34, 37, 21, 1, -3.75, 10, 20])
except (TypeError,KeyError) as e: print(e)
try:
    c = set([-5, 13, 36, 7, 30, 4, 9, 27, 7, 39, 24, 21, 17, 2, 4, 34, 12, (2, 4)])
except (TypeError,KeyError) as e: print(e)
try:
    a.intersection_update([6, 32, 15, 18446744073709551616, (4, 2)])
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    a = set(a.difference({3, 21, 22, 17, 1, 1, (2**61 - 1), 19, 20, 11, 23, 2.25, 24, 1, (1, 2), 17, 11, 6, 20}))
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    print(set([2.25, True, 39, 8, 33, 17]) ^ set([26, 26, 0]))
except TypeError as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    import copy; b = copy.deepcopy(b)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    print(c ^ {x*5 for x in range(24)})
except TypeError as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    c.discard(4)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    print({32} & a)
except TypeError as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    a = set({1, 26, 39, 8, 34, 3, 12, 7, 17, -2} | set([17, 39, 27, 20, 0, False, 7, 30, (0, 4), 20, 4, 24, 23, 21, 8, 24, 36, 23, 34, 2, 27, 31, 20, 26, 15, 17, 4, 1.5]))
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b.add(20)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    print(frozenset([7]) ^ set(range(36, 40, 2)))
except TypeError as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c.intersection_update()
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    a = set(a.union({1.5, 2.25, 0.5}, [(1, 3), 25, 38, 22, 5]))
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    c.discard(-2)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
# ---
try:
    a = set([-2, 2, 15, -3.75, 1, 29, 36, 25, 14, 17, 30, 18446744073709551616])
except (TypeError,KeyError) as e: print(e)
try:
    b = set([6, (0, 3), 24, 3])
except (TypeError,KeyError) as e: print(e)
try:
    c = set([5, 33, -5, -3.75, 2, 12, 37, 37, 2.25, 27, 38])
except (TypeError,KeyError) as e: print(e)
try:
    c.difference_update(c)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    b.discard(21)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    a.discard(24)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b.symmetric_difference_update([1, 10, 0, 24, 10])
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c.add(6)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    c = set({38, 1, (2**61 - 1), 36, 19, 23, 31, 39, 37, 21, 18446744073709551616, 12, 31, False, 7, 28} & set(dict.fromkeys([30, 23, 3, 28, 13, 38, 1, 27, 38, 36, 14, 24, 12, 39, 5, 25, 18, 26, (2, 2), 22, 18, 6, 23, 37])))
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    b.discard(24)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c = set(set(range(38, 40, 6)) ^ {2.25, 31, 17, (0, 4), 2.25, (2, 4), 26, 15, -5, 15, 38, 12, 6, 24, 10, 27, -2})
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
# ---
try:
    a = set([2])
except (TypeError,KeyError) as e: print(e)
try:
    b = set([-2, 9, 2.25, 21, 22, 16])
except (TypeError,KeyError) as e: print(e)
try:
    c = set([13, False, 19, -5, 36, 26, 29, 23, 20, 18446744073709551616, 4, 1])
except (TypeError,KeyError) as e: print(e)
try:
    a = set(set(range(1, 40, 5)) ^ {4})
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b.difference_update([24, 16, -1, 2, 3])
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    a.symmetric_difference_update(dict.fromkeys([21, 24, 3, 19]))
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b.discard(False)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b = b.copy()
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b.add(22)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    if c: print(c.pop())
except TypeError as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    c.add(31)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    c.discard(-5)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    b = set({3, True, True, -5, 8, 20} - set([36, 18446744073709551616, -5, 9, 29, True, 34, 20, 14, (4, 0), (3, 4), 21, 38, (3, 0), 8, 22, (0, 3), -5]))
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    a.add(13)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
# ---
try:
    a = set([53])
except (TypeError,KeyError) as e: print(e)
try:
    b = set([96, 20, 133, (1, 0), 40, -5, 102, (2, 4), 10000000000.0])
except (TypeError,KeyError) as e: print(e)
try:
    c = set([144])
except (TypeError,KeyError) as e: print(e)
try:
    b -= set(set(range(126, 200, 5)))
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    a.symmetric_difference_update(dict.fromkeys([84, 168, -5, 5]))
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    a = set(set([177, 1.5, 47]) - set([110]))
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    c.symmetric_difference_update([-1, 30, 143, 141, 18446744073709551616])
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    c = set(c.symmetric_difference({99, 191, -1, 147, (0, 1)}))
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    b = set(b.difference())
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b = set(dict.fromkeys([62, 99, 51, 24, 29, 179, 5, True, 194, False, 132, 48, 38, 49, 153, 1.5, 153, (2**61 - 1), 36, 77, 73, 106, 1, False]).keys() - dict.fromkeys([25, 199]).keys())
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b ^= set(a)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c.clear()
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    b.update({65, 198}, [196, 46, 184, -3.75, 59])
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b.add(23)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    a.add(158)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    c = set({-3.75, 18, 179, 136, 195} & {25, 65})
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
# ---
try:
    a = set([20, 5, 2, 30, -1, 0.5, 188, 194, 19, 36, 8, 64, 185, -1])
except (TypeError,KeyError) as e: print(e)
try:
    b = set([192, 99, 190, 137, True, 179, 151, 126, -2, 160, 63, 159, 53, 97])
except (TypeError,KeyError) as e: print(e)
try:
    c = set([141, 98, 131, 7, 139])
except (TypeError,KeyError) as e: print(e)
try:
    b.discard(2)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c.discard(26)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    a.difference_update(set([84, 62, 132, -2]), [178, 181, 99, 71, 102])
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    a.update()
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b ^= set({1.5, 10000000000.0, -5, 174})
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b ^= set(set(range(14, 200, 4)))
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c.discard(12)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    a.intersection_update(set(range(134, 200, 7)), [62, (0, 1), 71, 171, 37])
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b -= set(set([137]))
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    a.symmetric_difference_update([136, 188, 43, 116, 193])
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    a = set(dict.fromkeys([177, 48, 65, 5, 26, -3.75, 18446744073709551616, 113, 93, 184, 48, -3.75, 73, -5, -5, 148]).keys() - set([175]))
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    if b: print(b.pop())
except TypeError as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b.discard(106)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b = set(b.union(set([195, 97, 24, 68]), c))
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b.add(10000000000.0)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b = set({False, 2.25, 95, 101, 72, 1.5} & c)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c.discard(156)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    b = set(b.symmetric_difference({195, 167, (2**61 - 1), 110, 145, 49, (2**61 - 1)}))
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b.discard(87)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c.discard(58)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    b.discard(117)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
# ---
try:
    a = set([2, 39, 1.5, 51, 152, 6, -3.75, 117, 89, 9, 7, 149, 38, 111, 24, (0, 1), 39])
except (TypeError,KeyError) as e: print(e)
try:
    b = set([False, 76, 64, 100, 24, 75, 122, 144])
except (TypeError,KeyError) as e: print(e)
try:
    c = set([24, 159, 147, 139, 24, 191, 159, 191, 0.5, 1.5, 179, False])
except (TypeError,KeyError) as e: print(e)
try:
    print({119} & {160, 119, 66})
except TypeError as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    if b: print(b.pop())
except TypeError as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c.discard(126)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    print(set([128, (2, 0), 108]) | set([1.5, -5, 88, 12, 26]))
except TypeError as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    c = set(set(range(189, 200, 5)) | {x*7 for x in range(3)})
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    c = set(c.symmetric_difference(set([155, 190, 10000000000.0, 190])))
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    c.add(18446744073709551616)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    a.add(1.5)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b = set(b.intersection())
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    a = set(set(dict.fromkeys([164, 2, 18446744073709551616])) | {161, 167, False, 83, False, 65, 71})
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    a = a.copy()
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    c = set(c.difference(set([10000000000.0]), [-3.75, 54, 101, 28, 113]))
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    b = set(frozenset([183, 165, 41, 154, 49, 61, 192, 34, 135, 46, 56, 50, 2.25, 160, 144, 15, 99, 153, 58, 153, 76, 85, 51, 62, 164, 2.25, 140]) - set([164, 125, 10, 1.5, False, 86, 136]))
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b.update(c)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c.symmetric_difference_update({14, 114})
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    c.add(97)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    import copy; a = copy.deepcopy(a)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    a = set({(1, 2), 141, 188} | a)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    c = set({91} & set([41, (2**61 - 1), 174, 9, 13]))
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    import copy; a = copy.copy(a)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    c = set(a & a)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
# ---
try:
    a = set([2465, 4932, 847, 321, 3710, 1729])
except (TypeError,KeyError) as e: print(e)
try:
    b = set([-5, 1094, 3990, 1384, 709, 1266, 2925, 1553, 0.5, -1, 551])
except (TypeError,KeyError) as e: print(e)
try:
    c = set([2821, 2979, 18446744073709551616, 4810, 2311, 0.5, 1270, 2800, 980, 3557, -5, 232, True, 10000000000.0, 1981, 4854])
except (TypeError,KeyError) as e: print(e)
try:
    b.symmetric_difference_update(dict.fromkeys([4836, 1514, 4252, 2975]))
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    a.add(4589)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b.symmetric_difference_update(dict.fromkeys([4700, -3.75, 4916, 1199]))
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    a = set(set(dict.fromkeys([4359, 2312])) - b)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b.discard(4614)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    a.discard(-1)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    c.add((0, 1))
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    a.discard(3322)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    a.update(frozenset([2962, 2689, 1660, 924, 4855, 3477, 3397, 2445, 3335, 3922, 2578, 506]), [4467, 10000000000.0, 4814, 2701, 829])
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    a = set({x*5 for x in range(20)} & set(dict.fromkeys([0.5, 3346, 2004, 2200, 2449, 552, 4253])))
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b.discard(-3.75)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    if b: print(b.pop())
except TypeError as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b.symmetric_difference_update([(2**61 - 1), 1705, 2289, 3429, 2561])
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b = set(set([1867, 4243]) ^ {4249, (1, 1), 4145, 1980, 1.5, 535, 56, (2**61 - 1), 1280, (2**61 - 1), 2162, 1137, 4709, 2194, 1778, 2865})
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c.intersection_update([18446744073709551616, 2.25, 3369, 2962, 1480])
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    b = set(b.union())
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b.difference_update([False, 3493, 2581, 4059, 18446744073709551616])
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b.add(3927)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    b.discard((2**61 - 1))
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    if a: print(a.pop())
except TypeError as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b.add(324)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
# ---
try:
    a = set([3610, 701, 2945, 2031, 2869, 3232, 644, 1356, (2**61 - 1), 4529, 4030, 1730, 4921, 2453, 4537])
except (TypeError,KeyError) as e: print(e)
try:
    b = set([4642, 1085, 1780, 4460, 2.25, 3275])
except (TypeError,KeyError) as e: print(e)
try:
    c = set([4391, 3274, 2694, 1773, -3.75])
except (TypeError,KeyError) as e: print(e)
try:
    a.add(1425)
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    import copy; c = copy.deepcopy(c)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    if a: print(a.pop())
except TypeError as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b.discard(396)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    a.difference_update(frozenset([1678, 2936]), [262, 1475, 0.5, 753, 4770])
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    b.add((3, 1))
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c = set({x*4 for x in range(4)} | frozenset([1901, 2512, False, 171, 2343, -2, 4821, 3489, 731, -3.75, -2, 3340, 73, 4806, 1618, 3962, 10000000000.0, 503, 2.25]))
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    b.discard(-1)
except (TypeError,KeyError) as e: print(e)
try:
    print(b)
except TypeError as e: print(e)
try:
    c.add(2274)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    c.intersection_update({4473, 1237, 787, 41}, [4918, 4133, 2.25, 1249, -1])
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    c.discard(2893)
except (TypeError,KeyError) as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    if c: print(c.pop())
except TypeError as e: print(e)
try:
    print(c)
except TypeError as e: print(e)
try:
    if a: print(a.pop())
except TypeError as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
try:
    a -= set(dict.fromkeys([(0, 0), 1993, 1813, 4954, -5, 2.25, 4581, 4816, (0, 4), 1379]).keys())
except (TypeError,KeyError) as e: print(e)
try:
    print(a)
except TypeError as e: print(e)
