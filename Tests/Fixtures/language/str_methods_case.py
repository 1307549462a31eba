s = "hello World ǆ ß"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print("ABC".isupper(), "abc".islower(), "Abc".istitle(), "Ab C".istitle(), "abc1".isalpha(), "abc1".isalnum())
print("123".isdigit(), "12.3".isdigit(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "٣".isdecimal())
print("  ".isspace(), "".isspace(), "\n\t".isspace(), "a b".isidentifier(), "a_b1".isidentifier(), "1a".isidentifier())
print("abc".isascii(), "é".isascii(), "".isascii(), "a\n".isprintable(), "abc".isprintable())
print("they're bill's friends".title(), "x1y2".title(), "ÉCOLE".lower(), "straße".upper())
print("".isalpha(), "".isupper(), "A1".isupper(), "1".islower())
