# SPDX-License-Identifier: MIT
# cmake -DINPUT=file -DOUTPUT=source -DNAME=symbol -P embed.cmake: a source that defines msp::NAME, a std::string_view
# of the file's bytes.
cmake_minimum_required(VERSION 3.25)
file(READ "${INPUT}" bytes HEX)
string(LENGTH "${bytes}" size)
math(EXPR size "${size} / 2")
string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
string(REPEAT "\\\\x.." 24 line)
string(REGEX REPLACE "(${line})" "\\1\"\n    \"" bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include <string_view>

namespace msp {
extern const std::string_view ${NAME};
constinit const std::string_view ${NAME}{
    \"${bytes}\",
    ${size}};
}  // namespace msp
")
