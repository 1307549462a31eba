if True:
  if True:
      print("two then six")
  print("back")
def f():
	return "tab"
print(f())
class A:
    pass
for i in range(1):
    pass
else:
        print("deeper is fine")
try: pass
finally: print("done")
while False: pass
def g(): return 1; return 2
print(g())
