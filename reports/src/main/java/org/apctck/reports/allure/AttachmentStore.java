package org.apctck.reports.allure;

/** Where attachments are put. */
@FunctionalInterface
public interface AttachmentStore {
    /**
     * Stores an attachment, unless it is there already.
     *
     * @param name of the file, which tells what it holds: equal names, equal content
     */
    void put(String name, byte[] content);
}
