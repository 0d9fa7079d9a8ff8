package org.apctck.spec.stage;

/**
 * What a performance left behind in the process.
 *
 * @param blockedThreads threads that wait for ever in a call that can keep them waiting: they hold up nobody, but each costs
 *     its stack, and the objects that it waits for stay open
 * @param clean whether all other threads are gone and what they used is given back; if not, one of them hangs where it has
 *     nothing to wait for or still runs, and the implementation must not be used again in this process
 */
public record Remains(int blockedThreads, boolean clean) {}
