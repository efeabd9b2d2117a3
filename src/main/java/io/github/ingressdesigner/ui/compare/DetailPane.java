package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.compare.Comparison;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.compare.Unreachable;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The selected row: for which requests it holds, both sides with all steps, and what to do. */
final class DetailPane {
  private final AppModel model;
  private final CompareViewModel viewModel;
  private final CompareDesk desk;
  private final Executor worker;
  private final Executor ui;
  private final Label title = new Label();
  private final Label requests = new Label();
  private final SideCard from = new SideCard("from");
  private final SideCard to = new SideCard("to");
  private final HBox cards = new HBox(from.node(), to.node());
  private final TextField why = new TextField();
  private final Button accept = new Button(Messages.text("compare.accept"));
  private final Button takeBack = new Button(Messages.text("compare.takeBack"));
  private final Label accepted = new Label();
  private final Label noPlace = new Label(Messages.text("compare.accept.noPlace"));
  private final Button tester =
      new Button(Messages.text("compare.tester"), Icons.of(Feather.PLAY, 14));
  private final MenuButton test =
      new MenuButton(Messages.text("compare.test"), Icons.of(Feather.CHECK_SQUARE, 14));
  private final HBox actions = new HBox();
  private final VBox pane = new VBox();

  DetailPane(
      AppModel model, CompareViewModel viewModel, CompareDesk desk, Executor worker, Executor ui) {
    this.model = model;
    this.viewModel = viewModel;
    this.desk = desk;
    this.worker = worker;
    this.ui = ui;
    title.getStyleClass().add("strong");
    title.setMinWidth(Region.USE_PREF_SIZE);
    requests.getStyleClass().add("label-text");
    requests.setMinWidth(0);
    HBox head = new HBox(title, requests);
    head.getStyleClass().add("compare-detail-head");
    cards.getStyleClass().add("compare-cards");
    VBox.setVgrow(cards, Priority.ALWAYS);
    cards.setMinHeight(0);
    why.setPromptText(Messages.text("compare.why"));
    why.setAccessibleText(Messages.text("compare.why"));
    why.getStyleClass().add("compare-why");
    why.setOnAction(event -> accept());
    accept.setOnAction(event -> accept());
    takeBack.setOnAction(event -> takeBack());
    takeBack.setTooltip(new Tooltip(Messages.text("compare.takeBack.tip")));
    accepted.getStyleClass().add("compare-accepted");
    accepted.setGraphic(Icons.of(Feather.CHECK, 14));
    accepted.setMinWidth(0);
    noPlace.getStyleClass().add("small-text");
    noPlace.setWrapText(true);
    noPlace.setMinWidth(0);
    tester.getStyleClass().add("flat");
    tester.setTooltip(new Tooltip(Messages.text("compare.tester.tip")));
    test.getStyleClass().add("flat");
    test.setTooltip(new Tooltip(Messages.text("compare.test.tip")));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    for (Region button : List.of(accept, takeBack, tester, test)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    actions.getChildren().addAll(why, noPlace, accept, accepted, takeBack, space, tester, test);
    actions.getStyleClass().add("compare-actions");
    pane.getChildren().addAll(head, cards, actions);
    pane.getStyleClass().add("compare-detail");
    viewModel.listing().selectedProperty().addListener((property, was, is) -> show(is));
    model.snapshotProperty().addListener((property, was, is) -> showLinks());
    show(viewModel.listing().selectedProperty().get());
  }

  Node node() {
    return pane;
  }

  private void show(Optional<Row> row) {
    boolean any = row.filter(r -> !(r instanceof Row.Heading)).isPresent();
    show(pane, any);
    if (any) {
      switch (row.get()) {
        case Row.Differing d -> show(d);
        case Row.Hidden h -> show(h);
        case Row.Heading _ -> {}
      }
      showLinks();
      showSteps(row.get());
    }
  }

  private void show(Row.Differing row) {
    Difference d = row.difference();
    if (!(viewModel.foundProperty().get() instanceof Found.Differences found)) {
      return;
    }
    title.setText(Messages.text("compare.class", d.number()));
    requests.setText(Words.requests(d));
    requests.setTooltip(new Tooltip(Words.requests(d)));
    from.show(found.from().name(), d.from(), row.reasons().map(Found.Reasons::from).orElse(""));
    to.show(found.to().name(), d.to(), row.reasons().map(Found.Reasons::to).orElse(""));
    show(to.node(), true);
    boolean canAccept = viewModel.acceptance().place().isPresent();
    show(why, !row.accepted() && canAccept);
    show(noPlace, !row.accepted() && !canAccept);
    show(accept, !row.accepted());
    show(accepted, row.accepted());
    show(takeBack, row.accepted());
    why.clear();
    accept.setDisable(!canAccept);
    why.setTooltip(new Tooltip(acceptTip()));
    accept.setTooltip(new Tooltip(acceptTip()));
    accepted.setText(
        row.why().isEmpty()
            ? Messages.text("compare.verdict.accepted")
            : Messages.text("compare.acceptedWhy", row.why()));
    accepted.setTooltip(new Tooltip(accepted.getText()));
    tester.setOnAction(event -> desk.openInTester(d.witness()));
    offerTests(
        List.of(item(found.from(), d.witness(), d.from()), item(found.to(), d.witness(), d.to())));
  }

  private String acceptTip() {
    return viewModel
        .acceptance()
        .place()
        .map(Path::toString)
        .map(path -> Messages.text("compare.accept.tip", path))
        .orElseGet(() -> Messages.text("compare.accept.noPlace"));
  }

  private void show(Row.Hidden row) {
    if (!(viewModel.foundProperty().get() instanceof Found.Hidden found)) {
      return;
    }
    Unreachable.Hidden hidden = row.hidden();
    title.setText(Messages.text("compare.path", row.number()));
    requests.setText(
        Messages.text(
            hidden.proven() ? "compare.hidden.proven" : "compare.hidden.tried",
            Witness.of(hidden.witness(), List.of()).text()));
    from.show(found.side().name(), hidden.outcome(), hidden.reason());
    show(to.node(), false);
    show(why, false);
    show(noPlace, false);
    show(accept, false);
    show(accepted, false);
    show(takeBack, false);
    tester.setOnAction(event -> desk.openInTester(hidden.witness()));
    offerTests(List.of(item(found.side(), hidden.witness(), hidden.outcome())));
  }

  private void offerTests(List<MenuItem> items) {
    test.getItems().setAll(items);
  }

  private MenuItem item(Found.Side side, Request request, Outcome outcome) {
    MenuItem item =
        new MenuItem(Messages.text("compare.test.answer", side.name(), Outcomes.title(outcome)));
    Optional<NewTest> written = NewTest.of(request, outcome);
    item.setDisable(written.isEmpty());
    item.setOnAction(
        event ->
            written.ifPresent(
                t -> model.actions().createTest(t.withController(side.controller()))));
    return item;
  }

  private void showLinks() {
    switch (viewModel.listing().selectedProperty().get().orElse(NO_ROW)) {
      case Row.Differing row -> {
        Difference d = row.difference();
        from.showLinks(links(viewModel.placesFrom(d)));
        to.showLinks(links(d.to().places()));
      }
      case Row.Hidden(int _, Unreachable.Hidden hidden) -> {
        List<Location> places = new ArrayList<>(List.of(hidden.at()));
        hidden.by().ifPresent(places::add);
        from.showLinks(links(places));
      }
      case Row.Heading _ -> {}
    }
  }

  private static final Row NO_ROW = new Row.Heading("", "", "", 0, false);

  private List<Hyperlink> links(List<Location> places) {
    return places.stream()
        .map(at -> Lines.of(model.snapshot(), at))
        .flatMap(Optional::stream)
        .map(this::link)
        .toList();
  }

  private Hyperlink link(Lines lines) {
    Hyperlink link = new Hyperlink(lines.text(), Icons.of(Feather.CODE, 14));
    link.setTooltip(new Tooltip(Messages.text("compare.lines.tip")));
    link.setOnAction(
        event -> {
          model.select(lines.at(), this);
          model.actions().reveal(lines.file(), lines.range());
        });
    return link;
  }

  /** Explaining takes longer than finding in a large table, so it is not done here. */
  private void showSteps(Row row) {
    viewModel
        .traces(row)
        .ifPresent(
            traces ->
                worker.execute(
                    () -> {
                      CompareViewModel.Traces found = traces.get();
                      ui.execute(() -> showSteps(row, found));
                    }));
  }

  private static Optional<String> reason(Decision decision) {
    return Optional.of(Comparison.reason(decision));
  }

  private void showSteps(Row row, CompareViewModel.Traces traces) {
    if (viewModel.listing().selectedProperty().get().filter(row::equals).isPresent()) {
      boolean hidden = row instanceof Row.Hidden;
      from.showSteps(traces.from(), hidden ? Optional.empty() : reason(traces.from()));
      to.showSteps(traces.to(), hidden ? Optional.empty() : reason(traces.to()));
    }
  }

  /** Accepts the selected difference; does nothing where that cannot be. */
  void accept() {
    if (viewModel.listing().selectedProperty().get().orElse(NO_ROW) instanceof Row.Differing d
        && !d.accepted()) {
      if (viewModel.acceptance().place().isPresent()) {
        viewModel.acceptance().accept(List.of(d.difference()), why.getText());
      } else {
        model.actions().say(Severity.WARNING, Messages.text("compare.accept.noPlace"));
      }
    }
  }

  void takeBack() {
    if (viewModel.listing().selectedProperty().get().orElse(NO_ROW) instanceof Row.Differing d
        && d.accepted()) {
      viewModel.acceptance().takeBack(List.of(d.difference()));
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
