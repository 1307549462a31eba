exec("1")  ### "NameError"
# ---
eval("1")  ### "NameError"
# ---
open("f")  ### "NameError"
