from __future__ import annotations

from typing import Optional


class Node:
    next: Node | None = None

    def __init__(self, value: int, next: Optional[Node] = None) -> None:
        self.value = value
        self.next = next

    def append(self, other: Node) -> Node:
        self.next = other
        return other


n = Node(1)
n.append(Node(2)).append(Node(3))
while n:
    print(n.value, end=" ")
    n = n.next
print()
print(Node.__annotations__, Node.__init__.__annotations__, Node.append.__annotations__)


def f(x: undefined_type, *args: "quoted", k: list[int] = []) -> 1 + 1:
    y: also_undefined = 3
    return y


print(f.__annotations__, f(1))
z: never_evaluated
w: int = 4
print(__annotations__, w)
try:
    z
except NameError as e:
    print(e)
