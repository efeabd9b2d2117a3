package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlCursor.Place;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks what to do where a value is used by several places. */
final class Choices {
  private static final int SHOWN = 5;

  private Choices() {}

  static Plan ask(Intent intent, Stop.Reason.Shared shared, Planning planning) {
    Draft draft = planning.draft(shared.at().resource());
    List<String> uses = uses(draft, shared.leave());
    String anchor = anchor(shared.leave());
    List<Plan.NeedsChoice.Option> options = new ArrayList<>();
    options.add(
        new Plan.NeedsChoice.Option(
            "Change it everywhere: " + listed(uses), new Intent.EditShared(intent)));
    if (shared.detachable()) {
      options.add(
          new Plan.NeedsChoice.Option(
              "Change it here only, as a copy of its own", new Intent.Detach(intent)));
    }
    String where = shared.leave().path().isRoot() ? "This" : shared.leave().path().toString();
    String question =
        shared.detachable() ? " Where should it change?" : " It can only change at its source.";
    return new Plan.NeedsChoice(
        where + " is shared" + anchor + " by " + uses.size() + " places." + question, options);
  }

  private static String anchor(Way.Leave leave) {
    Optional<String> name =
        switch (leave) {
          case Way.Leave.ByAlias alias ->
              alias.alias().node() instanceof Alias a ? Optional.of(a.name()) : Optional.empty();
          case Way.Leave.ByAnchor anchor -> anchor.definition().node().anchor();
          case Way.Leave.ByMerge _ -> Optional.empty();
        };
    return name.map(n -> " under the anchor &" + n).orElse("");
  }

  private static String listed(List<String> uses) {
    String shown = String.join(", ", uses.subList(0, Math.min(SHOWN, uses.size())));
    int more = uses.size() - SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /** Where the value is written and used, as paths in the document. */
  private static List<String> uses(Draft draft, Way.Leave leave) {
    YamlCursor definition = leave.definition();
    Set<String> paths = new LinkedHashSet<>();
    paths.add(path(definition).toString());
    for (AliasUses.Use use : AliasUses.uses(draft.root())) {
      boolean whole = use.definition().range().contains(definition.range());
      if (whole) {
        paths.add(path(use.alias()).toString());
      }
    }
    return List.copyOf(paths);
  }

  private static FieldPath path(YamlCursor cursor) {
    if (cursor.place().isEmpty()) {
      return FieldPath.ROOT;
    }
    Place place = cursor.place().get();
    FieldPath parent = path(place.parent());
    if (place.parent().node() instanceof Sequence) {
      return parent.index(place.index());
    }
    boolean named = place.parent().entries().get(place.index()).key() instanceof Scalar;
    return named
        ? parent.key(((Scalar) place.parent().entries().get(place.index()).key()).value())
        : parent;
  }
}
