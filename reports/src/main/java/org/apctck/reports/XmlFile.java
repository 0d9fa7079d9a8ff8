package org.apctck.reports;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A file of XML, an element a line. Whatever a text holds, it stays a text: it is escaped, and a character that XML 1.0 has
 * no way to write is replaced by U+FFFD.
 */
public final class XmlFile {
    private static final int REPLACEMENT = 0xFFFD;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final Deque<String> open = new ArrayDeque<>();

    private XmlFile() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("every Java platform writes XML", e);
        }
    }

    /** A document with a declaration. */
    public static XmlFile document() {
        XmlFile file = new XmlFile();
        return file.write(() -> file.xml.writeStartDocument("UTF-8", "1.0"));
    }

    /** A document without a declaration, as HTML may hold it. */
    public static XmlFile fragment() {
        return new XmlFile();
    }

    private interface Act {
        void run() throws XMLStreamException;
    }

    private XmlFile write(Act act) {
        try {
            act.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
    }

    /** Begins an element that holds others; attributes are names and values by turns. */
    public XmlFile open(String name, Object... attributes) {
        return write(() -> {
            newLine();
            xml.writeStartElement(name);
            attributes(attributes);
            open.push(name);
        });
    }

    /** Ends the element that was begun last. */
    public XmlFile close() {
        return write(() -> {
            open.pop();
            newLine();
            xml.writeEndElement();
        });
    }

    /** An element that holds nothing. */
    public XmlFile empty(String name, Object... attributes) {
        return write(() -> {
            newLine();
            xml.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    /** An element that holds a text. */
    public XmlFile text(String name, String content, Object... attributes) {
        return write(() -> {
            newLine();
            xml.writeStartElement(name);
            attributes(attributes);
            xml.writeCharacters(writable(content));
            xml.writeEndElement();
        });
    }

    private void newLine() throws XMLStreamException {
        if (text.getBuffer().length() > 0) {
            xml.writeCharacters("\n" + "  ".repeat(open.size()));
        }
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i].toString(), writable(attributes[i + 1].toString()));
        }
    }

    private static String writable(String text) {
        StringBuilder writable = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isWritable(character) ? character : REPLACEMENT)
                .forEach(writable::appendCodePoint);
        return writable.toString();
    }

    /** Whether XML 1.0 holds the character. A carriage return would come back as another character. */
    private static boolean isWritable(int character) {
        return character == '\t'
                || character == '\n'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }

    /** What was written. */
    @Override
    public String toString() {
        write(xml::flush);
        return text + "\n";
    }
}
