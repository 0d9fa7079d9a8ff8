package org.apctck.reports;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A file of XML, an element a line. Whatever a text holds, it stays a text: it is escaped, and a character that XML 1.0 has
 * no way to write is replaced by U+FFFD.
 */
public final class XmlFile {
    /** The namespace of SVG, the value of {@code xmlns} of a drawing. */
    public static final String SVG = "http://www.w3.org/2000/svg";

    private static final int REPLACEMENT = 0xFFFD;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final String indent;
    private int open;

    private XmlFile(String indent) {
        this.indent = indent;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("every Java platform writes XML", e);
        }
    }

    /** A document with a declaration. */
    public static XmlFile document() {
        XmlFile file = new XmlFile("  ");
        return file.write(() -> file.xml.writeStartDocument("UTF-8", "1.0"));
    }

    /** A document without a declaration, as HTML may hold it. */
    public static XmlFile fragment() {
        return new XmlFile("  ");
    }

    /** Such a document whose lines are not indented, for a page holds hundreds of them. */
    public static XmlFile flat() {
        return new XmlFile("");
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
            open++;
        });
    }

    /** Begins an element that takes no line of its own: white space around it would be seen. */
    public XmlFile openInLine(String name, Object... attributes) {
        return write(() -> {
            xml.writeStartElement(name);
            attributes(attributes);
            open++;
        });
    }

    /** Ends the element that was begun last. */
    public XmlFile close() {
        return write(() -> {
            open--;
            newLine();
            xml.writeEndElement();
        });
    }

    /** Ends the element that was begun last behind what it holds, in the same line. */
    public XmlFile closeInLine() {
        return write(() -> {
            open--;
            xml.writeEndElement();
        });
    }

    /** Characters within the element that was begun last. */
    public XmlFile characters(String content) {
        return write(() -> xml.writeCharacters(writable(content)));
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
            xml.writeCharacters("\n" + indent.repeat(open));
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

    /** What was written, without a line feed at its end. */
    @Override
    public String toString() {
        write(xml::flush);
        return text.toString();
    }
}
