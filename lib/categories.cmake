# SPDX-License-Identifier: MIT
# cmake -DINPUT=categories.toml -DOUTPUT=source -P categories.cmake: a source that defines msp::built_in_categories, the
# catalogue as constant data, so that no program reads it at its start. It understands tables of one-line texts and no
# more; the strict reader, which a test holds against it, decides what a rule file may say.
cmake_minimum_required(VERSION 3.25)
file(STRINGS "${INPUT}" lines ENCODING UTF-8)
set(members id french_id french english account grant_line tax_line nature)
set(entries "")

# The table read so far as an initializer; its nature is looked up by the compiler.
function(end_category)
  if(NOT id)
    return()
  endif()
  if(NOT french_id)
    set(french_id "${id}")
  endif()
  set(entries "${entries}    {\"${id}\", \"${french_id}\", \"${french}\", \"${english}\", \"${account}\", \"${grant_line}\",
     \"${tax_line}\", nature_from(\"${nature}\").value()},\n" PARENT_SCOPE)
endfunction()

set(inside NO)
foreach(line IN LISTS lines)
  if(line STREQUAL "[[category]]")
    end_category()
    set(inside YES)
    foreach(member IN LISTS members)
      set(${member} "")
    endforeach()
  elseif(inside AND line MATCHES "^([a-z_]+) *= *\"([^\"]*)\"$" AND CMAKE_MATCH_1 IN_LIST members)
    set(${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
  elseif(inside AND NOT line MATCHES "^ *(#.*)?$")
    message(FATAL_ERROR "${INPUT}: a table of the catalogue holds lines key = \"text\", and not: ${line}")
  endif()
endforeach()
end_category()

file(WRITE "${OUTPUT}" "#include <msp/rules/built_in.hpp>

namespace msp {
static constexpr BuiltInCategory categories[] = {
${entries}};
constinit const std::span<const BuiltInCategory> built_in_categories{categories};
}  // namespace msp
")
