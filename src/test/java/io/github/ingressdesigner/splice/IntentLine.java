package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ResourceBackend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An intent in one line, for test files: {@code SetHost rules[0] shop.example}, {@code AddPath
 * rules[0] 1 /x Prefix api:80}. A place may begin with its document and the item of its list:
 * {@code 1#2/rules[0]}. A dash stands for an absent value; values with spaces stand in double
 * quotes, with {@code \n} for a line break. Parts of {@code Together LABEL} stand between
 * semicolons.
 */
final class IntentLine {
  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
  private static final Pattern STEP = Pattern.compile("([A-Za-z]+)|\\[([0-9]+)]|\\[([^\\]]+)]");

  private final FileId file;
  private final List<String> words = new ArrayList<>();
  private int next;
  private DocumentId document = new DocumentId(0);
  private int item = -1;

  private IntentLine(FileId file, String line) {
    this.file = file;
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(
          matcher.group(2) != null
              ? matcher.group(2)
              : matcher.group(1).replace("\\n", "\n").replaceAll("\\\\(.)", "$1"));
    }
  }

  static Intent parse(FileId file, String line) {
    return new IntentLine(file, line).intent();
  }

  private Intent intent() {
    String name = word();
    if (name.matches("[0-9]+(#[0-9]+)?/")) {
      resource(name.substring(0, name.length() - 1));
      name = word();
    }
    return switch (name) {
      case "SetHost" -> new Intent.SetHost(place(), optional());
      case "SetPath" -> new Intent.SetPath(place(), word());
      case "SetPathType" -> new Intent.SetPathType(place(), type());
      case "SetBackend" -> new Intent.SetBackend(place(), backend());
      case "SetDefaultBackend" -> new Intent.SetDefaultBackend(resource(), backend());
      case "AddHost" -> new Intent.AddHost(resource(), optional(), word(), type(), backend());
      case "AddPath" -> new Intent.AddPath(place(), number(), word(), type(), backend());
      case "Remove" -> new Intent.Remove(place());
      case "Duplicate" -> new Intent.Duplicate(place());
      case "MovePath" -> new Intent.MovePath(place(), place(), number());
      case "MovePaths" -> movePaths();
      case "InsertItems" -> new Intent.InsertItems(place(), number(), word());
      case "Reorder" -> new Intent.Reorder(place(), number());
      case "SetAnnotation" -> new Intent.SetAnnotation(resource(), word(), word());
      case "SetName" -> new Intent.SetName(resource(), word());
      case "SetClass" -> new Intent.SetIngressClass(resource(), optional());
      case "AddTls" -> new Intent.AddTls(resource(), List.of(word().split(",")), optional());
      case "SetSecret" -> new Intent.SetTlsSecret(place(), word());
      case "Append" -> new Intent.AppendDocument(file, word());
      case "Together" -> together();
      case "EditShared" -> new Intent.EditShared(intent());
      case "Detach" -> new Intent.Detach(intent());
      default -> throw new IllegalArgumentException("intent " + name + " is unknown");
    };
  }

  private Intent together() {
    String label = word();
    List<Intent> parts = new ArrayList<>();
    while (next < words.size()) {
      parts.add(intent());
      if (next < words.size() && !word().equals(";")) {
        throw new IllegalArgumentException("; expected between parts of " + words);
      }
    }
    return new Intent.Together(label, parts);
  }

  /** {@code MovePaths rules[1] 0 rules[0].paths[0] rules[0].paths[2]}. */
  private Intent movePaths() {
    Location rule = place();
    int index = number();
    List<Location> paths = new ArrayList<>();
    while (next < words.size()) {
      paths.add(place());
    }
    return new Intent.MovePaths(paths, rule, index);
  }

  private String word() {
    return words.get(next++);
  }

  private Optional<String> optional() {
    String word = word();
    return word.equals("-") ? Optional.empty() : Optional.of(word);
  }

  private int number() {
    return Integer.parseInt(word());
  }

  private PathType type() {
    String word = word();
    return word.equals("-") ? PathType.ABSENT : PathType.of(word);
  }

  /** {@code service:port}, or {@code Kind/name@group}. */
  private Backend backend() {
    String word = word();
    if (word.contains("/")) {
      int slash = word.indexOf('/');
      int at = word.indexOf('@');
      return new ResourceBackend(
          at < 0 ? Optional.empty() : Optional.of(word.substring(at + 1)),
          Optional.of(word.substring(0, slash)),
          Optional.of(word.substring(slash + 1, at < 0 ? word.length() : at)));
    }
    int colon = word.indexOf(':');
    return ServiceBackend.of(word.substring(0, colon), Port.parse(word.substring(colon + 1)));
  }

  private ResourceId resource() {
    return new ResourceId(file, document, item);
  }

  private void resource(String text) {
    int hash = text.indexOf('#');
    document = new DocumentId(Integer.parseInt(hash < 0 ? text : text.substring(0, hash)));
    item = hash < 0 ? -1 : Integer.parseInt(text.substring(hash + 1));
  }

  private Location place() {
    String text = word();
    Matcher prefix = Pattern.compile("([0-9]+(?:#[0-9]+)?)/(.*)").matcher(text);
    if (prefix.matches()) {
      resource(prefix.group(1));
      text = prefix.group(2);
    }
    if (text.equals("default")) {
      return new Location(resource(), FieldPath.defaultBackend());
    }
    FieldPath path = FieldPath.ROOT;
    Matcher step = STEP.matcher(text);
    while (step.find()) {
      if (step.group(1) != null) {
        path = named(path, step.group(1));
      } else if (step.group(2) != null) {
        path = path.index(Integer.parseInt(step.group(2)));
      } else {
        path = path.key(step.group(3));
      }
    }
    return new Location(resource(), path);
  }

  /** {@code rules} alone means {@code spec.rules}, and {@code paths} {@code http.paths}. */
  private static FieldPath named(FieldPath path, String name) {
    return switch (name) {
      case "rules", "tls" -> path.key("spec").key(name);
      case "paths" -> path.key("http").key(name);
      case "annotations" -> path.key("metadata").key(name);
      default -> path.key(name);
    };
  }
}
