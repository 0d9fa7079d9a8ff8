/* The C headers of the implementation under test, Windows' own or WinPR's, and what WinPR's lack. */
#pragma once

#ifdef _WIN32
#include <windows.h>
#else
#include <winpr/error.h>
#include <winpr/file.h>
#include <winpr/handle.h>
#include <winpr/io.h>
#include <winpr/pipe.h>
#include <winpr/synch.h>
#include <winpr/thread.h>
#include <winpr/wtypes.h>

#define STILL_ACTIVE 0x103

/* Whether the library has them is asked when it is loaded. */
HANDLE OpenThread(DWORD access, BOOL inherit, DWORD identifier);
BOOL PulseEvent(HANDLE event);
HANDLE GetCurrentThread(void);
HANDLE GetCurrentProcess(void);
#endif
