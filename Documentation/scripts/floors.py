#!/usr/bin/env python3
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# References between folders only ever point down. This computes which folder refers to which from the index that
# the compiler writes beside a debug build, and holds it against the floors in floors.txt, which states the rule.
#
#   swift build && Documentation/scripts/floors.py      arrows that point up, and circles; exit 1 if there are any
#   floors.py --table             every arrow between folders, with its number of references
#   floors.py --why FROM TO       each reference of one arrow; a name may also be a folder within a listed folder
#   floors.py --modules           the arrows between modules, and nothing else
#
# A reference is one place in a source file that uses something of one other file: what is named there, or what the
# compiler puts there, such as the witness of a conformance. A member belongs to the file in which it is written, so
# a call of a member is a reference to that file even where no type is named. Members that the compiler writes
# (`rawValue`, `==`) belong to their type's file. A type that is only inferred has no place in the index.
import argparse
import collections
import ctypes
import functools
import glob
import json
import os
import subprocess
import sys

# Roles of an occurrence and the kind of a dependency, from indexstore.h.
DECLARATION, DEFINITION, OVERRIDES, RECORD = 1 << 0, 1 << 1, 1 << 11, 2
ACCESSORS = ("getter:", "setter:", "read:", "modify:", "willSet:", "didSet:", "init:", "borrow:", "mutate:")
Reference = collections.namedtuple("Reference", "file line column name target")


class CannotCheck(Exception):
    """The index or the list of floors does not allow a verdict."""


class Text(ctypes.Structure):
    """A string of the index library: where it begins, and how many bytes it has."""
    _fields_ = [("start", ctypes.c_void_p), ("length", ctypes.c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.start, self.length).decode() if self.length else ""


Pointer, Name, Number, Truth = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint64, ctypes.c_bool
TextReceiver = ctypes.CFUNCTYPE(Truth, Pointer, Text)
Receiver = ctypes.CFUNCTYPE(Truth, Pointer, Pointer)
FUNCTIONS = [  # of the library: the result, the arguments, and the names of the functions that have these
    (Pointer, [Name, Pointer], "store_create"),
    (Pointer, [Pointer, Name, Pointer], "unit_reader_create record_reader_create"),
    (None, [Pointer], "unit_reader_dispose record_reader_dispose"),
    (Truth, [Pointer, ctypes.c_uint, Pointer, TextReceiver], "store_units_apply_f"),
    (Truth, [Pointer, Pointer, Receiver], "unit_reader_dependencies_apply_f record_reader_occurrences_apply_f "
                                          "occurrence_relations_apply_f"),
    (Text, [Pointer], "unit_reader_get_main_file unit_dependency_get_name unit_dependency_get_filepath "
                      "symbol_get_usr symbol_get_name"),
    (None, [Pointer, Pointer, Pointer], "unit_reader_get_modification_time occurrence_get_line_col"),
    (ctypes.c_int, [Pointer], "unit_dependency_get_kind"),
    (Pointer, [Pointer], "occurrence_get_symbol symbol_relation_get_symbol"),
    (Number, [Pointer], "occurrence_get_roles symbol_relation_get_roles"),
]


class Index:
    """The compiler's index of one build, through the libIndexStore of the same toolchain."""

    def __init__(self, folder):
        try:
            paths = json.loads(subprocess.check_output(["swiftc", "-print-target-info"]))["paths"]
            beside = os.path.dirname(os.path.realpath(paths["runtimeResourcePath"]))
            library = ctypes.CDLL(glob.glob(os.path.join(beside, "libIndexStore.*"))[0])
        except (OSError, subprocess.CalledProcessError, IndexError) as problem:
            raise CannotCheck(f"the index library of swiftc cannot be loaded: {problem!r}")
        for result, arguments, names in FUNCTIONS:
            for name in names.split():
                function = getattr(library, "indexstore_" + name)
                function.restype, function.argtypes = result, arguments
                setattr(self, name, function)
        self.store = self.store_create(folder.encode(), None)
        if not self.store:
            raise CannotCheck(f"the index {folder} cannot be opened; run: swift build")

    @staticmethod
    def each(apply, owner, receiver, describe):
        """What `describe` says of every element that the library's function `apply` hands out."""
        found, failures = [], []  # Python only prints a failure in here; the check would pass on half of the index

        def receive(_, *element):
            try:
                found.append(describe(*element))
            except Exception as failure:
                failures.append(failure)
            return not failures

        apply(*owner, None, receiver(receive))
        if failures:
            raise failures[0]
        return found

    def units(self):
        """Of every compilation: when it was indexed, its source file, and the names of its records."""
        seconds, nanoseconds = ctypes.c_int64(), ctypes.c_int64()
        for name in self.each(self.store_units_apply_f, (self.store, 0), TextReceiver, str):
            unit = self.unit_reader_create(self.store, name.encode(), None)
            if unit:
                source = str(self.unit_reader_get_main_file(unit))
                needed = self.each(self.unit_reader_dependencies_apply_f, (unit,), Receiver, lambda dependency: (
                    self.unit_dependency_get_kind(dependency), str(self.unit_dependency_get_filepath(dependency)),
                    str(self.unit_dependency_get_name(dependency))))
                self.unit_reader_get_modification_time(unit, ctypes.byref(seconds), ctypes.byref(nanoseconds))
                self.unit_reader_dispose(unit)
                records = [record for kind, path, record in needed if kind == RECORD and path == source]
                yield seconds.value + nanoseconds.value / 1e9, source, records

    def read(self, record_name):
        """The identifiers that a record defines, and what it uses: (identifier, name, line, column)."""
        record = self.record_reader_create(self.store, record_name.encode(), None)
        if not record:
            raise CannotCheck(f"the index has lost its record {record_name}; delete it and run: swift build")
        line, column = ctypes.c_uint(), ctypes.c_uint()

        @functools.lru_cache(None)
        def described(symbol):
            return str(self.symbol_get_usr(symbol)), str(self.symbol_get_name(symbol))

        def relation(element):
            return self.symbol_relation_get_roles(element), described(self.symbol_relation_get_symbol(element))

        def occurrence(element):
            roles, relations = self.occurrence_get_roles(element), ()
            if roles & OVERRIDES:
                relations = self.each(self.occurrence_relations_apply_f, (element,), Receiver, relation)
            self.occurrence_get_line_col(element, ctypes.byref(line), ctypes.byref(column))
            return roles, described(self.occurrence_get_symbol(element)), (line.value, column.value), relations

        defined, used = set(), []
        for roles, symbol, place, relations in self.each(
                self.record_reader_occurrences_apply_f, (record,), Receiver, occurrence):
            if roles & (DEFINITION | DECLARATION):
                defined.add(symbol[0])
            else:
                used.append(symbol + place)
            # A witness, or what overrides, refers to what it stands in for.
            used += [other + place for other_roles, other in relations if other_roles & OVERRIDES]
        self.record_reader_dispose(record)
        return defined, used


def source_files(root, module):
    paths = (os.path.relpath(os.path.join(folder, name), root)
             for folder, _, names in os.walk(os.path.join(root, "Sources", module)) for name in names)
    return sorted(path for path in paths if path.endswith(".swift") and ".docc/" not in path)


def references(index, root, files):
    """Every reference from one of the files to another. Their paths are relative to the root."""
    newest = {file: (0, []) for file in files}
    for time, source, records in index.units():
        file = os.path.relpath(os.path.realpath(source), root)
        if file in newest and time > newest[file][0]:  # a source file that is gone is not among them
            newest[file] = time, records
    old = [file for file in files if os.path.getmtime(os.path.join(root, file)) > newest[file][0]]
    if old:
        raise CannotCheck(f"the index lacks {old[0]} as it stands, and {len(old) - 1} other files; run: swift build")
    defined_in, used_in = {}, {}
    for file in files:
        read = [index.read(record) for record in newest[file][1]]
        defined_in.update({identifier: file for defined, _ in read for identifier in defined})
        used_in[file] = [use for _, used in read for use in used]

    @functools.lru_cache(None)
    def home(identifier):
        # An identifier begins with that of the type it stands in: so a member that the compiler wrote finds its type.
        return next((defined_in[identifier[:end]] for end in range(len(identifier), 2, -1)
                     if identifier[:end] in defined_in), None)

    names = collections.defaultdict(list)
    for file, used in used_in.items():
        for identifier, name, line, column in used:
            if home(identifier) not in (file, None):
                names[file, line, column, home(identifier)].append(name)
    for (file, line, column, target), here in sorted(names.items()):
        plain = [name for name in here if not name.startswith(ACCESSORS)] or here  # a property speaks for them
        yield Reference(file, line, column, " ".join(dict.fromkeys(plain)), target)


def read_floors(path):
    """The list: of each module, the folders of each floor, from the top."""
    modules = {}
    with open(path, encoding="utf-8") as lines:
        for line in (line.split("#")[0].strip() for line in lines):
            _, colon, folders = line.partition(":")
            if colon and not modules:
                raise CannotCheck(f"{path} has a floor before the name of its module: {line}")
            if colon:
                list(modules.values())[-1].append(folders.split())
            elif line:
                modules[line] = []
    return modules


def stands_in(file, module, folder):
    """Whether a file stands in a folder of the module, however deep; in `.` if directly in the module's own."""
    start = f"Sources/{module}/"
    return os.path.dirname(file) + "/" == start if folder == "." else file.startswith(f"{start}{folder}/")


def folders_of_files(files, module, listed):
    """The listed folder of each file: the deepest that holds it."""
    folder_of = {}
    for file in files:
        folder_of[file] = max((folder for folder in listed if stands_in(file, module, folder)), key=len, default=None)
        if not folder_of[file]:
            raise CannotCheck(f"{os.path.dirname(file)} stands on no floor; add it to the list of floors")
    for folder in listed:
        if folder not in folder_of.values() or listed.count(folder) > 1:
            raise CannotCheck(f"the list of floors has {folder} in {module}, which holds no file or is listed twice")
    return folder_of


def arrows_between(found, folder_of):
    arrows = collections.defaultdict(list)
    for reference in found:
        origin, target = folder_of.get(reference.file), folder_of.get(reference.target)
        if origin and target and origin != target:
            arrows[origin, target].append(reference)
    return arrows


def circles(arrows, listed):
    """The groups of folders in which each leads to each, by however many arrows."""
    reached = {folder: {target for origin, target in arrows if origin == folder} for folder in listed}
    for middle in listed:
        for folder in listed:
            if middle in reached[folder]:
                reached[folder] |= reached[middle]
    groups = {tuple(other for other in reached if other in reached[folder] and folder in reached[other])
              for folder in listed}
    return sorted(group for group in groups if len(group) > 1)


def print_table(arrows, listed):
    print("       refers to  " + "".join(f"{number:>5}" for number in range(1, len(listed) + 1)))
    for number, origin in enumerate(listed, 1):
        counts = ("\\" if origin == target else len(arrows.get((origin, target), "")) or "." for target in listed)
        print(f"{number:>3} {origin:<14}" + "".join(f"{count:>5}" for count in counts))
    print("Left of the diagonal stand the arrows that point up.\n")


def main():
    here = os.path.dirname(os.path.realpath(__file__))
    parser = argparse.ArgumentParser(description="Arrows between folders, from the index of the debug build.")
    parser.add_argument("--table", action="store_true", help="print every arrow with its number of references")
    parser.add_argument("--why", nargs=2, metavar=("FROM", "TO"), help="list the references of one arrow")
    parser.add_argument("--modules", action="store_true", help="print the arrows between modules, and nothing else")
    parser.add_argument("--root", default=os.path.dirname(os.path.dirname(here)), help="the package to look at")
    parser.add_argument("--floors", default=os.path.join(here, "floors.txt"), help="the list of floors")
    parser.add_argument("--index", help="the index; by default that of the package's debug build")
    choice = parser.parse_args()
    root = os.path.realpath(choice.root)
    store = choice.index or os.path.join(root, ".build/debug/index/store")
    if not os.path.isdir(store):
        raise CannotCheck(f"there is no index at {store}; run: swift build")
    floors = read_floors(choice.floors)
    files = {module: source_files(root, module)
             for module in (sorted(os.listdir(os.path.join(root, "Sources"))) if choice.modules else floors)}
    folder_of = {} if choice.modules else {
        module: folders_of_files(files[module], module, sum(lines, [])) for module, lines in floors.items()}
    found = list(references(Index(store), root, sum(files.values(), [])))
    if choice.modules:
        module_of = {file: module for module in files for file in files[module]}
        for (origin, target), because in sorted(arrows_between(found, module_of).items()):
            print(f"{origin} → {target}: {len(because)} references")
    for module in floors if choice.why else ():
        for file, line, column, name, target in found:
            if stands_in(file, module, choice.why[0]) and stands_in(target, module, choice.why[1]):
                print(f"{file}:{line}:{column} {name} ({target})")
    if choice.modules or choice.why:
        return 0
    forbidden_count = circle_count = 0
    for module, lines in floors.items():
        arrows = arrows_between(found, folder_of[module])
        floor_of = {folder: number for number, folders in enumerate(lines) for folder in folders}
        listed = list(floor_of)
        print(f"{module}: {len(listed)} folders, {len(arrows)} arrows")
        if choice.table:
            print_table(arrows, listed)
            continue
        for origin, target in sorted(arrows, key=lambda arrow: (listed.index(arrow[0]), listed.index(arrow[1]))):
            if floor_of[target] <= floor_of[origin]:
                because, forbidden_count = arrows[origin, target], forbidden_count + 1
                print(f"{origin} → {target}: {len(because)} references, first at {because[0].file}:{because[0].line} "
                      f"to {because[0].name} ({because[0].target})")
        for group in circles(arrows, listed):
            circle_count += 1
            print(f"circle of {len(group)}: {' '.join(group)}")
    if choice.table:
        return 0
    print(f"arrows up: {forbidden_count}, circles: {circle_count}")
    return 1 if forbidden_count or circle_count else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CannotCheck as problem:
        print(f"floors: {problem}", file=sys.stderr)
        sys.exit(2)
