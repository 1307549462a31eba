/// Interned names that the machine itself looks up.
struct CommonNames {
    let initialize, new, call, repr, str, format, hash, bool, len: StringObject
    let getItem, setItem, delItem, contains, iter, reversed, next: StringObject
    let getAttribute, getAttr, setAttr, delAttr, get, set, delete, setName: StringObject
    let eq, ne, lt, le, gt, ge: StringObject
    let neg, pos, invert, abs, int, float, index: StringObject
    let divmod, rdivmod, enter, exit, initSubclass, classGetItem: StringObject
    let dict, classAttribute, name, qualname, module, doc, annotations, slots, bases,
        mro: StringObject
    let missing, all, classCell, lengthHint: StringObject
    let args, cause, context, traceback, suppressContext, notes, value, code: StringObject
    let message, obj, path, send, throwName, close, wrapped: StringObject
    let plainName, filename, lineno, offset, text, endLineno, endOffset, msg: StringObject
    /// `__add__` … and `__radd__` … and `__iadd__` …, in the order of `BinaryOperator`.
    let binary, reflected, inPlace: [StringObject]

    init(_ table: inout InternTable) {
        initialize = table.intern("__init__")
        new = table.intern("__new__")
        call = table.intern("__call__")
        repr = table.intern("__repr__")
        str = table.intern("__str__")
        format = table.intern("__format__")
        hash = table.intern("__hash__")
        bool = table.intern("__bool__")
        len = table.intern("__len__")
        getItem = table.intern("__getitem__")
        setItem = table.intern("__setitem__")
        delItem = table.intern("__delitem__")
        contains = table.intern("__contains__")
        iter = table.intern("__iter__")
        reversed = table.intern("__reversed__")
        next = table.intern("__next__")
        getAttribute = table.intern("__getattribute__")
        getAttr = table.intern("__getattr__")
        setAttr = table.intern("__setattr__")
        delAttr = table.intern("__delattr__")
        get = table.intern("__get__")
        set = table.intern("__set__")
        delete = table.intern("__delete__")
        setName = table.intern("__set_name__")
        eq = table.intern("__eq__")
        ne = table.intern("__ne__")
        lt = table.intern("__lt__")
        le = table.intern("__le__")
        gt = table.intern("__gt__")
        ge = table.intern("__ge__")
        neg = table.intern("__neg__")
        pos = table.intern("__pos__")
        invert = table.intern("__invert__")
        abs = table.intern("__abs__")
        int = table.intern("__int__")
        float = table.intern("__float__")
        index = table.intern("__index__")
        divmod = table.intern("__divmod__")
        rdivmod = table.intern("__rdivmod__")
        enter = table.intern("__enter__")
        exit = table.intern("__exit__")
        initSubclass = table.intern("__init_subclass__")
        classGetItem = table.intern("__class_getitem__")
        dict = table.intern("__dict__")
        classAttribute = table.intern("__class__")
        name = table.intern("__name__")
        qualname = table.intern("__qualname__")
        module = table.intern("__module__")
        doc = table.intern("__doc__")
        annotations = table.intern("__annotations__")
        slots = table.intern("__slots__")
        bases = table.intern("__bases__")
        mro = table.intern("__mro__")
        missing = table.intern("__missing__")
        all = table.intern("__all__")
        classCell = table.intern("__classcell__")
        lengthHint = table.intern("__length_hint__")
        args = table.intern("args")
        cause = table.intern("__cause__")
        context = table.intern("__context__")
        traceback = table.intern("__traceback__")
        suppressContext = table.intern("__suppress_context__")
        notes = table.intern("__notes__")
        value = table.intern("value")
        code = table.intern("code")
        message = table.intern("message")
        obj = table.intern("obj")
        path = table.intern("path")
        send = table.intern("send")
        throwName = table.intern("throw")
        close = table.intern("close")
        wrapped = table.intern("__wrapped__")
        plainName = table.intern("name")
        filename = table.intern("filename")
        lineno = table.intern("lineno")
        offset = table.intern("offset")
        text = table.intern("text")
        endLineno = table.intern("end_lineno")
        endOffset = table.intern("end_offset")
        msg = table.intern("msg")
        let stems = [
            "add", "sub", "mul", "matmul", "truediv", "mod", "pow", "lshift", "rshift", "or",
            "xor", "and", "floordiv",
        ]
        binary = stems.map { table.intern("__\($0)__") }
        reflected = stems.map { table.intern("__r\($0)__") }
        inPlace = stems.map { table.intern("__i\($0)__") }
    }
}
