#!/bin/sh
# Builds the agent: build.sh winpr|windows OUTPUT [OPTION…]. CC and MINGW name other compilers.
set -eu
sources=$(cd "$(dirname "$0")" && pwd)
target=$1
output=$2
shift 2
flags="-std=gnu11 -O2 -g1 -Wall -Wextra"
case $target in
  winpr)
    headers=$(pkg-config --cflags winpr2 2>/dev/null || pkg-config --cflags winpr3 2>/dev/null || echo -I/usr/include/winpr2 -I/usr/include/winpr3)
    # shellcheck disable=SC2086
    exec ${CC:-gcc} $flags $headers "$@" -o "$output" "$sources/agent.c" "$sources/cJSON/cJSON.c" -pthread -ldl
    ;;
  windows)
    # shellcheck disable=SC2086
    exec ${MINGW:-x86_64-w64-mingw32-gcc} $flags "$@" -static -o "$output" "$sources/agent.c" "$sources/cJSON/cJSON.c"
    ;;
  *)
    echo "usage: build.sh winpr|windows OUTPUT [OPTION…]" >&2
    exit 2
    ;;
esac
