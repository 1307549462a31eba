class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
class Account:
    fee = 1
    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.log = owner, balance, []
    @property
    def balance(self): return self._balance
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self._balance += amount
        self.log.append(("in", amount))
    def withdraw(self, amount):
        total = amount + self.fee
        if total > self._balance:
            raise InsufficientFunds(total, self._balance)
        self._balance -= total
        self.log.append(("out", amount))
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self._balance})"
class Gold(Account):
    fee = 0
    def deposit(self, amount):
        super().deposit(amount)
        if amount >= 100:
            super().deposit(5)
accounts = [Account("ann", 50), Gold("bob")]
for a in accounts:
    for action, amount in [("deposit", 100), ("withdraw", 60), ("withdraw", 500), ("deposit", -1), ("fly", 1)]:
        try:
            getattr(a, action)(amount)
        except (InsufficientFunds, ValueError) as error:
            print(a.owner, action, type(error).__name__, error)
        except AttributeError as error:
            print(error)
print(accounts, sum(a.balance for a in accounts), accounts[1].log)
