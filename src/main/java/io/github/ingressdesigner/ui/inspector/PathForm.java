package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.RouteTable.HostTable;
import io.github.ingressdesigner.route.RouteTable.Route;
import io.github.ingressdesigner.ui.common.FieldRules;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A path: what it matches, and where it leads. */
final class PathForm implements Form {
  private static final int MOST_NOTES = 3;

  private final Context context;
  private final Entry path;
  private final Map<PathType, ToggleButton> types = new EnumMap<>(PathType.class);
  private final Label meaning = Parts.text("", "label-text");
  private final ExamplesBox examples;
  private final VBox notes = new VBox();
  private final Backends backends;
  private final EffectsBox effects;
  private final VBox node;
  private Target.PathTarget target;

  PathForm(Context context, Target.PathTarget target) {
    this.context = context;
    this.target = target;
    path =
        new Entry(
            Messages.text("inspector.path"),
            text -> FieldRules.path(text, this.target.path().type()),
            text -> context.perform(new Intent.SetPath(this.target.at(), text)));
    examples = new ExamplesBox(context);
    backends = new Backends(context, target.at());
    effects = new EffectsBox(context);
    notes.getStyleClass().add("inspector-part");
    Button annotate = new Button(Messages.text("inspector.annotate"), Icons.of(Feather.PLUS, 16));
    annotate.getStyleClass().add("flat");
    annotate.setOnAction(
        event ->
            context
                .model()
                .select(Location.of(this.target.at().resource()), "inspector annotations"));
    HBox buttons =
        Parts.deletion(
            Messages.text("inspector.delete"),
            () -> context.perform(new Intent.Remove(this.target.at())),
            annotate);
    node =
        Parts.form(
            path.node(),
            typeChoice(),
            examples.node(),
            notes,
            backends.node(),
            line(),
            effects.node(),
            buttons);
    show(target);
  }

  /** A thin line between parts. */
  private static Region line() {
    Region line = new Region();
    line.getStyleClass().add("inspector-rule");
    return line;
  }

  private VBox typeChoice() {
    Label label = Parts.label(Messages.text("inspector.pathType"));
    HBox choices = new HBox();
    choices.getStyleClass().add("segmented");
    ToggleGroup group = new ToggleGroup();
    for (PathType type :
        List.of(PathType.PREFIX, PathType.EXACT, PathType.IMPLEMENTATION_SPECIFIC)) {
      ToggleButton button = new ToggleButton(type.text());
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            if (target.path().type() != type) {
              context.perform(new Intent.SetPathType(target.at(), type));
            }
          });
      types.put(type, button);
      choices.getChildren().add(button);
    }
    VBox box = new VBox(label, choices, meaning);
    box.getStyleClass().add("inspector-entry");
    return box;
  }

  @Override
  public String title() {
    return Messages.text("inspector.title.path");
  }

  @Override
  public String place() {
    return target
        .rule()
        .host()
        .map(host -> Messages.text("inspector.in", host))
        .orElseGet(() -> Messages.text("inspector.inAny"));
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public boolean show(Target now) {
    if (!(now instanceof Target.PathTarget shown)) {
      return false;
    }
    target = shown;
    path.show(shown.path().path().orElse(""));
    PathType type = shown.path().type();
    types.forEach((each, button) -> button.setSelected(each == type));
    meaning.setText(
        switch (type) {
          case PREFIX -> Messages.text("inspector.type.prefix");
          case EXACT -> Messages.text("inspector.type.exact");
          case IMPLEMENTATION_SPECIFIC ->
              Messages.text("inspector.type.specific", context.dialect().displayName());
          case ABSENT, UNKNOWN -> Messages.text("inspector.type.wrong");
        });
    examples.show(shown);
    backends.show(shown.at(), shown.ingress().meta().namespaceOrDefault(), shown.path().backend());
    Location at = shown.at();
    effects.show(
        List.of(
            at,
            new Location(at.resource(), FieldPath.rule(at.path().indexAt(0))),
            Location.of(at.resource())));
    showNotes();
    return true;
  }

  /** Paths of the host that are tried first and take requests that would match this one. */
  private void showNotes() {
    notes.getChildren().clear();
    String own = target.path().path().orElse("/");
    String below = own.endsWith("/") ? own : own + "/";
    List<Route> before = before();
    List<Route> taking =
        before.stream()
            .filter(route -> route.path().equals(own) || route.path().startsWith(below))
            .toList();
    for (Route route : taking.subList(0, Math.min(MOST_NOTES, taking.size()))) {
      note(
          Messages.text(
              route.path().equals(own)
                  ? "inspector.note.same"
                  : route.type() == PathType.EXACT
                      ? "inspector.note.exact"
                      : "inspector.note.longer",
              route.path(),
              route.type().text()));
    }
    if (taking.size() > MOST_NOTES) {
      note(Messages.text("inspector.note.more", taking.size() - MOST_NOTES));
    }
    notes.setManaged(!taking.isEmpty());
    notes.setVisible(!taking.isEmpty());
  }

  private List<Route> before() {
    String host = target.rule().host().orElse("");
    Optional<HostTable> table =
        context.model().snapshot().routes().hosts().stream()
            .filter(each -> each.host().equals(host))
            .findFirst();
    List<Route> before = new ArrayList<>();
    for (Route route : table.map(HostTable::routes).orElse(List.of())) {
      if (route.at().equals(target.at())) {
        return before;
      }
      before.add(route);
    }
    return List.of();
  }

  private void note(String text) {
    Label label = Parts.text(text, "label-text");
    label.setGraphic(Sign.INFO.node(""));
    notes.getChildren().add(label);
  }

  @Override
  public void focus() {
    path.field().requestFocus();
    path.field().selectAll();
  }
}
