package dev.sonde.sim.report;

import dev.sonde.sim.trace.Decimals;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Results as the XML that CI systems read: {@code testsuites}, {@code testsuite}, {@code testcase}
 * with {@code failure}, {@code error} or {@code skipped}, as Ant's JUnit task first wrote it.
 */
public final class JUnitXml {

    private static final double NANOS_PER_SECOND = 1e9;

    private JUnitXml() {}

    /**
     * One part of the work.
     *
     * @param name unique within the file
     */
    public record Suite(String name, List<Case> cases) {

        public Suite {
            cases = List.copyOf(cases);
        }

        private long with(Outcome outcome) {
            return cases.stream().filter(one -> one.outcome() == outcome).count();
        }

        private long nanos() {
            return cases.stream().mapToLong(Case::wallNanos).sum();
        }
    }

    /** What came of a case. */
    public enum Outcome {
        PASSED,
        /** Something is false. */
        FAILED,
        /** It could not be found out. */
        ERROR,
        /** It is known to be false, and somebody has said so. */
        SKIPPED
    }

    /**
     * One thing that was checked.
     *
     * @param message in a line; empty if it passed
     * @param details as many lines as it takes
     */
    public record Case(
            String name, Outcome outcome, String message, String details, long wallNanos) {}

    /** @throws IOException if the text cannot be written */
    public static void write(List<Suite> suites, Writer out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            for (Suite suite : suites) {
                write(suite, xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void write(Suite suite, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", plain(suite.name()));
        xml.writeAttribute("tests", Integer.toString(suite.cases().size()));
        xml.writeAttribute("failures", Long.toString(suite.with(Outcome.FAILED)));
        xml.writeAttribute("errors", Long.toString(suite.with(Outcome.ERROR)));
        xml.writeAttribute("skipped", Long.toString(suite.with(Outcome.SKIPPED)));
        xml.writeAttribute("time", seconds(suite.nanos()));
        for (Case one : suite.cases()) {
            write(suite, one, xml);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void write(Suite suite, Case one, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", plain(suite.name()));
        xml.writeAttribute("name", plain(one.name()));
        xml.writeAttribute("time", seconds(one.wallNanos()));
        if (one.outcome() != Outcome.PASSED) {
            xml.writeCharacters("\n      ");
            xml.writeStartElement(switch (one.outcome()) {
                case ERROR -> "error";
                case SKIPPED -> "skipped";
                default -> "failure";
            });
            xml.writeAttribute("message", plain(one.message()));
            xml.writeCharacters(plain(one.details()));
            xml.writeEndElement();
            xml.writeCharacters("\n    ");
        }
        xml.writeEndElement();
    }

    private static String seconds(long nanos) {
        return Decimals.thousandths(
                Math.round(nanos / NANOS_PER_SECOND * 1000));
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n' || c == '\t' || c >= ' ' && c < 0xD800 || c > 0xDFFF && c < 0xFFFE
                                || c > 0xFFFF
                        ? c
                        : '?')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
