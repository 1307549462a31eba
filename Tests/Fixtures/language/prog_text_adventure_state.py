rooms = {"hall": {"north": "library", "items": ["lamp"]}, "library": {"south": "hall", "items": ["book", "key"]}}
class Game:
    def __init__(self):
        self.room, self.bag, self.moves = "hall", [], 0
        self.commands = {name[3:]: getattr(self, name) for name in dir(self) if name.startswith("do_")}
    def do_go(self, where):
        target = rooms[self.room].get(where)
        if target is None:
            return "You cannot go there."
        self.room = target
        return f"You are in the {target}."
    def do_take(self, item):
        items = rooms[self.room]["items"]
        try:
            items.remove(item)
        except ValueError:
            return f"No {item} here."
        self.bag.append(item)
        return f"Taken: {item}."
    def do_look(self, *_):
        return f"{self.room}: {', '.join(rooms[self.room]['items']) or 'nothing'}"
    def run(self, script):
        for line in script.strip().splitlines():
            verb, *args = line.split()
            self.moves += 1
            action = self.commands.get(verb)
            yield action(*args) if action else f"I do not know how to {verb}."
g = Game()
for reply in g.run("""
look
take lamp
take lamp
go south
go north
dance
take key
look
"""):
    print(reply)
print(g.bag, g.moves, sorted(g.commands))
