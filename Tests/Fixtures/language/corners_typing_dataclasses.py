"""typing and dataclasses: corners of the forms and functions."""


def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ":", e)


import math, random, statistics, itertools, functools, operator, copy, string, time, collections, dataclasses, typing, warnings
from typing import *
from dataclasses import *
from functools import *
from collections import Counter, OrderedDict, ChainMap

def case():
    o=OrderedDict(a=1,b=2)
    return [o.update({k+'x':1}) for k in o]


attempt(case)
attempt(lambda: OrderedDict(1,2))
attempt(lambda: (OrderedDict(a=1).keys(), OrderedDict(a=1).items(), OrderedDict(a=1).values()))
attempt(lambda: Counter(1,2))
attempt(lambda: Counter('a')+1)
attempt(lambda: Counter('a')<1)
attempt(lambda: Counter.fromkeys('a'))
attempt(lambda: Counter('aab').most_common('x'))
def case():
    c=ChainMap({'a':1},{'b':2}); c.clear()
    return c, c.keys(), c.values(), c.items(), c|{'x':1}, {'x':1}|c


attempt(case)
attempt(lambda: ChainMap(5)['a'])
attempt(lambda: (List[int], Dict[str,int], Optional[int], Union[int,str], Union[int,None], Union[int], Union[int,int], Tuple[int,...], Tuple[()], Callable[[int],str], Callable[...,int], Callable, Any, Literal[1,'a'], Type[int], Iterable[int], ClassVar[int], Final[int], Annotated[int,'x'], List, Dict, Set[int], FrozenSet[int]))
attempt(lambda: (Union[int,str]==Union[str,int], hash(Union[int,str])==hash(Union[str,int]), Union[int,Union[str,float]], Optional[Union[int,None]], int|str, int|None, None|int, (int|str)==Union[int,str], List[int]==List[int], Optional[Optional[int]]))
attempt(lambda: Union[()])
attempt(lambda: Optional[1])
attempt(lambda: Optional[int,str])
attempt(lambda: List[1])
attempt(lambda: List[int,str])
attempt(lambda: Dict[int])
attempt(lambda: Tuple[1])
attempt(lambda: Callable[int,str])
attempt(lambda: Callable[[int]])
attempt(lambda: Callable[int])
attempt(lambda: Literal[()])
attempt(lambda: Annotated[int])
attempt(lambda: ClassVar[1])
attempt(lambda: List())
attempt(lambda: Any())
attempt(lambda: Union())
attempt(lambda: Optional())
attempt(lambda: Union[int]())
attempt(lambda: List[int]())
attempt(lambda: Dict[str,int](a=1))
attempt(lambda: isinstance([],List))
attempt(lambda: isinstance([],List[int]))
attempt(lambda: isinstance(1,Any))
attempt(lambda: isinstance(1,Union[int,str]))
attempt(lambda: (isinstance(1,int|str), isinstance(1.5,int|str), issubclass(int,int|str)))
attempt(lambda: isinstance(1,Optional[int]))
attempt(lambda: isinstance(1,list[int]))
attempt(lambda: isinstance(1,5))
attempt(lambda: isinstance(1,(int,5)))
attempt(lambda: isinstance('a',(int,5)))
attempt(lambda: isinstance(1,'int'))
attempt(lambda: isinstance(1,[int]))
attempt(lambda: issubclass(1,int))
attempt(lambda: issubclass(int,5))
attempt(lambda: isinstance(1))
attempt(lambda: isinstance(1,Literal[1]))
def case():
    T=TypeVar('T')
    return T, T.__name__, T.__bound__, T.__constraints__, List[T], List[T][int], Dict[T,int][str]


attempt(case)
def case():
    T=TypeVar('T',int)
    return T


attempt(case)
def case():
    T=TypeVar('T',int,str)
    return T.__constraints__, T


attempt(case)
def case():
    T=TypeVar('T',bound=int)
    return T.__bound__


attempt(case)
def case():
    T=TypeVar('T',covariant=True)
    return T


attempt(case)
def case():
    T=TypeVar('T',contravariant=True)
    return T


attempt(case)
def case():
    T=TypeVar('T',covariant=True,contravariant=True)
    return T


attempt(case)
def case():
    T=TypeVar('T')
    return isinstance(1,T)


attempt(case)
def case():
    T=TypeVar('T')
    return T()


attempt(case)
def case():
    def f(a: int, b: 'str' = None) -> List[int]: pass
    return get_type_hints(f)


attempt(case)
attempt(lambda: get_type_hints(5))
attempt(lambda: get_type_hints(int))
attempt(lambda: (cast(int,'a'), cast('int', 5)))
attempt(lambda: (NewType('U',int), NewType('U',int)(5), NewType('U',int).__name__, NewType('U',int).__supertype__))
attempt(lambda: assert_never(5))
attempt(lambda: Generic[int])
attempt(lambda: Generic[TypeVar('T')])
attempt(lambda: Protocol[TypeVar('T')])
attempt(lambda: NamedTuple('P',[('x',int)])(1))
attempt(lambda: NamedTuple('P',x=int))
attempt(lambda: (TypedDict('T',{'a':int})(a=1), TypedDict('T',{'a':int}).__annotations__, TypedDict('T',{'a':int},total=False).__total__))
attempt(lambda: (is_typeddict(TypedDict('T',{'a':int})), is_typeddict(dict)))
attempt(lambda: (List[int].__origin__, List[int].__args__, List.__origin__, List[int].__parameters__, Dict[str,TypeVar('T')].__parameters__, List[int].__name__, List._name))
def case():
    class A: x: int = 5
    return get_type_hints(A)


attempt(case)
attempt(lambda: typing.foo)
attempt(lambda: overload(lambda x: x)())
attempt(lambda: (final(int) is int, no_type_check(len) is len))
attempt(lambda: runtime_checkable(int))
attempt(lambda: TYPE_CHECKING)
attempt(lambda: (List['A'], ForwardRef('A'), List[None], Optional[None], Union[None,int], Dict[str,Any], Tuple[int,str], Callable[[],None], Callable[[int,str],Optional[int]], Type['A'], List[List[int]], Dict[str,List[Tuple[int,...]]]))
attempt(lambda: (repr(Literal['a',1,None,True]), Literal[1]==Literal[1], Literal[1]==Literal[True], Literal[1,1], Literal[Literal[1],2]))
attempt(lambda: (list[int]|str, list[int]|None, Optional[list[int]], Union[list[int],str], dict[str,'A']))
attempt(lambda: int|5)
attempt(lambda: int|'a')
attempt(lambda: list[int].foo)
attempt(lambda: (list[int].append, dict[str,int].fromkeys('ab'), list[int].__class__))
attempt(lambda: field(default=1,default_factory=list))
attempt(lambda: fields(5))
