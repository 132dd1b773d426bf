#!/usr/bin/env bash
# openpyxl 3.1.5 (PyPI) reads `_xHHHH_` escapes in shared strings, and leaves them in inline strings.
#
# ECMA-376, part 1, 22.9.2.19 (ST_Xstring): `_xHHHH_` stands for a character, and a text that looks like such an escape is
# written with `_x005F_` for its first underscore. The type is that of texts in both places. XlsxWriter 3.3.1 escapes in both
# (it writes inline strings with `constant_memory`), and python-calamine 0.9.1 reads both.
#
# Seen on 2026-11-29 with Python 3.11, for the text "_x0041_": openpyxl gives "_x0041_" from a shared string and
# "_x005F_x0041_" from an inline string; calamine gives "_x0041_" from both. Fails if the output changes.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5 python-calamine==0.9.1
cat > read.py <<'PYTHON'
import openpyxl
import python_calamine
import xlsxwriter

for kind, options in [("shared", {}), ("inline", {"constant_memory": True})]:
    name = f"{kind}.xlsx"
    book = xlsxwriter.Workbook(name, options)
    book.add_worksheet().write_string(0, 0, "_x0041_")
    book.close()
    by_openpyxl = openpyxl.load_workbook(name).active["A1"].value
    sheet = python_calamine.CalamineWorkbook.from_path(name).get_sheet_by_index(0)
    print(f"{kind}: openpyxl {by_openpyxl}, calamine {sheet.to_python()[0][0]}")
PYTHON
seen="$(venv/bin/python read.py)"
echo "$seen"
[ "$seen" = "shared: openpyxl _x0041_, calamine _x0041_
inline: openpyxl _x005F_x0041_, calamine _x0041_" ]
