package org.apctck.reports.diagram;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SVG elements. Everything goes through an XML writer, so that no text can become markup. */
final class Canvas {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final Deque<Boolean> inLine = new ArrayDeque<>();

    Canvas() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("every Java platform writes XML", e);
        }
    }

    /** Something that is written; a writer in memory does not fail. */
    private interface Act {
        void run() throws XMLStreamException;
    }

    private Canvas write(Act act) {
        try {
            act.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
    }

    /** Begins the drawing. */
    Canvas root(Object... attributes) {
        return write(() -> {
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace(NAMESPACE);
            attributes(attributes);
            inLine.push(false);
        });
    }

    /** Begins an element; attributes are names and values by turns. */
    Canvas open(String name, Object... attributes) {
        return write(() -> {
            newLine();
            xml.writeStartElement(name);
            attributes(attributes);
            inLine.push(false);
        });
    }

    /** Begins an element that takes no line of its own: white space around it would be seen. */
    Canvas openInLine(String name, Object... attributes) {
        return write(() -> {
            xml.writeStartElement(name);
            attributes(attributes);
            inLine.push(true);
        });
    }

    /** Ends the innermost element. */
    Canvas close() {
        return write(() -> {
            if (!inLine.pop()) {
                newLine();
            }
            xml.writeEndElement();
        });
    }

    /** Ends the innermost element behind what it holds, in the same line. */
    Canvas closeInLine() {
        return write(() -> {
            inLine.pop();
            xml.writeEndElement();
        });
    }

    /** An element that holds nothing. */
    Canvas empty(String name, Object... attributes) {
        return write(() -> {
            newLine();
            xml.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    /** An element that holds a text only. */
    Canvas text(String name, String content, Object... attributes) {
        return write(() -> {
            newLine();
            xml.writeStartElement(name);
            attributes(attributes);
            xml.writeCharacters(content);
            xml.writeEndElement();
        });
    }

    /** Characters within the innermost element. */
    Canvas characters(String content) {
        return write(() -> xml.writeCharacters(content));
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i].toString(), attributes[i + 1].toString());
        }
    }

    /** What was written. */
    @Override
    public String toString() {
        write(xml::flush);
        return text.toString();
    }
}
