package org.apctck.reference.win32;

/**
 * What a function of the API does: the one meaning that the model and the live driver share.
 *
 * <p>It returns at once, with the value of the C function, zero-extended. One that can block returns
 * {@link Win32Process#WAITING}: the caller is then in a kernel wait, or has just been in one. One of two acts returns
 * {@link Win32Process#BETWEEN} after the first. Nothing here schedules, parks or runs APCs.
 *
 * <p>A call that fails sets the last error of the caller; one that succeeds leaves it alone.
 */
@FunctionalInterface
interface Win32Function {
    long call(Win32Process process, Win32Call call);
}
