// readline's headers want FILE to be declared first.
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>
