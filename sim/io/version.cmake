# Writes OUTPUT from version.cpp.in with the commit being built; touches it only when that changed.
execute_process(COMMAND git -C ${SOURCE} describe --always --dirty --abbrev=12 --exclude=*
    OUTPUT_VARIABLE REVISION OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT REVISION)
    set(REVISION unknown)
endif()

# What decides the numbers: the model's sources, whatever else changed since.
file(GLOB_RECURSE MODEL ${SOURCE}/include/*.hpp ${SOURCE}/sim/core/*.?pp ${SOURCE}/sim/state/*.?pp
    ${SOURCE}/sim/policy/*.?pp ${SOURCE}/sim/phases/*.?pp ${SOURCE}/sim/measures/*.?pp ${SOURCE}/sim/engine/*.?pp)
list(SORT MODEL)
set(DIGESTS "")
foreach(FILE ${MODEL})
    file(SHA256 ${FILE} DIGEST)
    string(APPEND DIGESTS ${DIGEST})
endforeach()
string(SHA256 MODEL_DIGEST "${DIGESTS}")
configure_file(${CMAKE_CURRENT_LIST_DIR}/version.cpp.in ${OUTPUT} @ONLY)
