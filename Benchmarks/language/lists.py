# Lists: appending, indexing, slicing, comprehensions, sorting.
def work(n):
    items = []
    for i in range(n):
        items.append((i * 7919) % 1009)
    squares = [x * x for x in items if x % 2 == 0]
    total = sum(squares)
    for i in range(1, len(items)):
        items[i] = items[i] + items[i - 1] % 13
    ordered = sorted(items)
    by_key = sorted(items, key=lambda x: (x % 10, x))
    pairs = [a * b for a, b in zip(ordered, by_key)]
    matrix = [[i * j for j in range(20)] for i in range(n // 50)]
    flat = [cell for row in matrix for cell in row]
    head = ordered[:10] + by_key[-10:]
    stack = []
    for x in items:
        stack.append(x)
        if len(stack) > 10:
            stack.pop()
    return total, sum(pairs), len(flat), head, len(stack), 500 in items
