# What the library links in this build: MSP_ARCHIVES, shared libraries or, with MSP_STATIC, archives. Half of a short
# run is the dynamic linker's work on C++ symbols, most of them those of yaml-cpp and libstdc++. Who links the installed
# library chooses anew.
set(MSP_ARCHIVES fmt::fmt pugixml::pugixml tomlplusplus::tomlplusplus yaml-cpp ${MSP_LIBMD})
if(NOT MSP_STATIC)
  return()
endif()
find_library(MSP_YAML_CPP_ARCHIVE NAMES libyaml-cpp.a REQUIRED)
find_library(MSP_PUGIXML_ARCHIVE NAMES libpugixml.a REQUIRED)
find_library(MSP_LIBMD_ARCHIVE NAMES libmd.a REQUIRED)
# toml++ is a header alone, of which the one source that includes it compiles what Debian has as a shared library only.
set(MSP_ARCHIVES fmt::fmt-header-only ${MSP_YAML_CPP_ARCHIVE} ${MSP_PUGIXML_ARCHIVE} ${MSP_LIBMD_ARCHIVE})
foreach(headers pugixml::shared tomlplusplus::tomlplusplus yaml-cpp)
  target_include_directories(msp SYSTEM PRIVATE $<TARGET_PROPERTY:${headers},INTERFACE_INCLUDE_DIRECTORIES>)
endforeach()
