package io.github.ingressdesigner.migrate;

import io.github.ingressdesigner.bind.KubeScalars;
import io.github.ingressdesigner.bind.KubeValue;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code serviceName: web, servicePort: 80} as {@code service: {name: web, port: {number: 80}}}, in
 * block and in flow style, in either order.
 */
record OldBackend(String text, YamlCursor backend) {
  private static final int USUAL_STEP = 2;

  List<TextEdit> edits() {
    int name = backend.indexOf("serviceName");
    int port = backend.indexOf("servicePort");
    if (name < 0 && port < 0 || Math.abs(name - port) > 1 && name >= 0 && port >= 0) {
      return List.of(); // the proof says whether that is right
    }
    boolean flow = backend.node() instanceof Mapping mapping && mapping.flow();
    List<TextEdit> edits = new ArrayList<>();
    int first = name < 0 ? port : port < 0 ? name : Math.min(name, port);
    int last = Math.max(name, port);
    if (name >= 0) {
      String before = name == first ? opening(flow, name) : flow ? "" : step();
      entry(edits, name, before, "name", flow && name == last ? "}" : "");
    }
    if (port >= 0) {
      String before = port == first ? opening(flow, port) : flow ? "" : step();
      String inside = before + quoted(port, "port") + (flow ? ": {" : ":\n" + deeper(2));
      entry(edits, port, inside, portKey(port), flow ? port == last ? "}}" : "}" : "");
    }
    return edits;
  }

  private String opening(boolean flow, int entry) {
    return quoted(entry, "service") + (flow ? ": {" : ":\n" + deeper(1));
  }

  /** Renames the key and puts text around the entry. */
  private void entry(List<TextEdit> edits, int index, String before, String key, String after) {
    YamlCursor written = backend.key(index);
    int start = written.range().start();
    String old = text.substring(start, written.range().end());
    edits.add(new TextEdit(start, old, before + quoted(index, key)));
    YamlCursor value = backend.value(index);
    if (key.equals("number") && value.node() instanceof Scalar scalar) {
      int from = value.valueRange().start();
      String now = text.substring(from, value.valueRange().end());
      edits.add(
          new TextEdit(
              from, now, KubeScalars.of(scalar) instanceof KubeValue.Text ? scalar.value() : now));
    }
    if (!after.isEmpty()) {
      edits.add(TextEdit.insert(value.range().end(), after));
    }
  }

  /** A number in quotes named no port either: it was meant as the number. */
  private String portKey(int index) {
    YamlCursor value = backend.value(index);
    YamlCursor defined = value.definition().orElse(value);
    return defined.node() instanceof Scalar scalar
            && (KubeScalars.of(scalar) instanceof KubeValue.Whole
                || scalar.value().matches("[0-9]{1,5}"))
        ? "number"
        : "name";
  }

  /** In the quotes of the key that is replaced. */
  private String quoted(int index, String key) {
    char first = text.charAt(backend.key(index).range().start());
    return first == '"' || first == '\'' ? first + key + first : key;
  }

  private String step() {
    return " ".repeat(stepWidth());
  }

  private String deeper(int levels) {
    return " ".repeat(column(backend.key(0).range().start()) + levels * stepWidth());
  }

  /** As the backend itself is indented below its key. */
  private int stepWidth() {
    int own = column(backend.key(0).range().start());
    return backend
        .place()
        .map(place -> own - column(place.parent().key(place.index()).range().start()))
        .filter(width -> width > 0 && width <= 8)
        .orElse(USUAL_STEP);
  }

  private int column(int offset) {
    return offset - (text.lastIndexOf('\n', offset - 1) + 1);
  }
}
