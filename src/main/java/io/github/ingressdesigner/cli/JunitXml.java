package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.suite.SuiteResult;
import io.github.ingressdesigner.suite.SuiteResult.CaseResult;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Results as JUnit XML, which CI systems read: a testsuite for each file, a failure with its
 * reasons.
 */
final class JunitXml {
  private JunitXml() {}

  static String write(List<SuiteResult.Ran> results) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      for (SuiteResult.Ran ran : results) {
        suite(xml, ran);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return text.append('\n').toString();
  }

  private static void suite(XMLStreamWriter xml, SuiteResult.Ran ran) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    attribute(xml, "name", ran.suite().title().orElse(ran.suite().name()));
    attribute(xml, "file", ran.suite().name());
    attribute(xml, "tests", Integer.toString(ran.cases().size()));
    attribute(xml, "failures", Long.toString(ran.failures()));
    attribute(xml, "errors", "0");
    for (CaseResult result : ran.cases()) {
      test(xml, ran, result);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void test(XMLStreamWriter xml, SuiteResult.Ran ran, CaseResult result)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    attribute(xml, "classname", ran.suite().name());
    attribute(xml, "name", result.test().request().method() + " " + result.test().url());
    attribute(xml, "file", result.test().spot().file());
    attribute(xml, "line", Integer.toString(result.test().spot().line()));
    if (!result.passed()) {
      xml.writeStartElement("failure");
      attribute(xml, "message", "expected " + result.expected() + ", actual " + result.actual());
      xml.writeCharacters(clean(result.test().spot() + "\n" + String.join("\n", result.reasons())));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  /** XML 1.0 has no form for most control characters. */
  private static String clean(String text) {
    return text.codePoints()
        .map(c -> c < 0x20 && c != '\n' && c != '\t' || c > 0xfffd && c < 0x10000 ? 0xfffd : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
