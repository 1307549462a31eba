from collections import deque, defaultdict
graph = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f"], "f": []}
def bfs(start, goal):
    queue, seen = deque([[start]]), {start}
    while queue:
        path = queue.popleft()
        if path[-1] == goal:
            return path
        for n in graph[path[-1]]:
            if n not in seen:
                seen.add(n)
                queue.append(path + [n])
print(bfs("a", "f"))
def dfs(node, visited=None):
    visited = visited if visited is not None else []
    if node not in visited:
        visited.append(node)
        for n in graph[node]:
            dfs(n, visited)
    return visited
print(dfs("a"))
def paths(a, b):
    if a == b:
        yield [b]
    for n in graph[a]:
        for rest in paths(n, b):
            yield [a] + rest
print(list(paths("a", "f")))
indegree = defaultdict(int)
for node in graph:
    for n in graph[node]:
        indegree[n] += 1
order, ready = [], [n for n in graph if not indegree[n]]
while ready:
    node = ready.pop()
    order.append(node)
    for n in graph[node]:
        indegree[n] -= 1
        if not indegree[n]:
            ready.append(n)
print(order)
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n:
        yield cols
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2:
            yield from queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))
print(len(list(queens(6))), next(queens(8)))
