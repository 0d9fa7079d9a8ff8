#!/bin/sh
# Builds the agent: build.sh winpr|windows OUTPUT [OPTION…]. CC and MINGW name other compilers.
set -eu
sources=$(cd "$(dirname "$0")" && pwd)
target=$1
output=$2
shift 2
case $target in
  winpr) foreign=windows.c ;;
  windows) foreign=posix.c ;;
  *)
    echo "usage: build.sh winpr|windows OUTPUT [OPTION…]" >&2
    exit 2
    ;;
esac
for source in "$sources"/*.c "$sources"/cJSON/cJSON.c; do
  [ "${source##*/}" = $foreign ] || set -- "$@" "$source"
done
set -- -std=gnu11 -O2 -g1 -Wall -Wextra "$@" -o "$output"
if [ "$target" = winpr ]; then
  headers=$(pkg-config --cflags winpr2 2>/dev/null || pkg-config --cflags winpr3 2>/dev/null || echo -I/usr/include/winpr2 -I/usr/include/winpr3)
  # Hidden, so that no name of the agent takes the place of one of a library.
  # shellcheck disable=SC2086
  exec ${CC:-gcc} -D_GNU_SOURCE -fvisibility=hidden $headers "$@" -pthread -ldl
else
  exec ${MINGW:-x86_64-w64-mingw32-gcc} -DWIN32_LEAN_AND_MEAN -D_WIN32_WINNT=0x0601 -D__USE_MINGW_ANSI_STDIO=1 "$@" -static
fi
