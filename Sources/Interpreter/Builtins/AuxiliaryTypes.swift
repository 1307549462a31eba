/// Types that programs meet only as the results of built-in functions: iterators and views.
final class AuxiliaryTypes {
    let reversed, dictKeys, dictValues, dictItems: TypeObject
    let dictKeyIterator, dictValueIterator, dictItemIterator: TypeObject
    let dictReverseKeyIterator, dictReverseValueIterator, dictReverseItemIterator: TypeObject
    let orderedDictIterator: TypeObject
    let setIterator, stringIterator, asciiIterator, bytesIterator, longRangeIterator: TypeObject
    let enumerate, zip, map, filter: TypeObject
    let genericAlias, unionType: TypeObject

    init(_ vm: VirtualMachine) {
        func iterator(_ name: String) -> TypeObject { vm.makeIteratorType(name: name) }
        reversed = iterator("reversed")
        dictKeys = vm.makeType(name: "dict_keys")
        dictValues = vm.makeType(name: "dict_values")
        dictItems = vm.makeType(name: "dict_items")
        dictKeyIterator = iterator("dict_keyiterator")
        dictValueIterator = iterator("dict_valueiterator")
        dictItemIterator = iterator("dict_itemiterator")
        dictReverseKeyIterator = iterator("dict_reversekeyiterator")
        dictReverseValueIterator = iterator("dict_reversevalueiterator")
        dictReverseItemIterator = iterator("dict_reverseitemiterator")
        orderedDictIterator = iterator("odict_iterator")
        setIterator = iterator("set_iterator")
        stringIterator = iterator("str_iterator")
        asciiIterator = iterator("str_ascii_iterator")
        bytesIterator = iterator("bytes_iterator")
        longRangeIterator = iterator("longrange_iterator")
        enumerate = iterator("enumerate")
        zip = iterator("zip")
        map = iterator("map")
        filter = iterator("filter")
        genericAlias = vm.makeType(name: "GenericAlias", module: "types")
        unionType = vm.makeType(name: "UnionType", module: "types")
    }
}
