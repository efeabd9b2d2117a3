package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Fx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/**
 * The route tester in two parts, which the window places: the request row, always visible, and the
 * answer with its reasons, a tab of the drawer.
 */
public final class TesterView {
  private final TesterViewModel viewModel;
  private final BooleanProperty compact = new SimpleBooleanProperty();
  private final RequestRow row;
  private final AnswerPane answer;

  public TesterView(AppModel model) {
    viewModel = new TesterViewModel(model, ForkJoinPool.commonPool(), Fx.executor());
    row = new RequestRow(model, viewModel, compact);
    answer = new AnswerPane(model, viewModel);
  }

  /** Method, URL and headers; 44 pixels high. */
  public Node requestRow() {
    return row.node();
  }

  /** The answer at the left, the candidates at the right; made for 152 pixels of height. */
  public Node answerPane() {
    return answer.node();
  }

  /** Whether the answer pane is not visible, so that the request row tells the answer in short. */
  public BooleanProperty compactProperty() {
    return compact;
  }

  /** What the "Why" of the short answer does: the window brings the answer pane to the front. */
  public void setOnWhy(Runnable action) {
    row.setOnWhy(action);
  }

  /** Gives the URL field the focus and selects its text. */
  public void focusUrl() {
    row.focusUrl();
  }

  /** The URL as typed; setting it asks. */
  public StringProperty urlProperty() {
    return viewModel.urlProperty();
  }

  /** Keeps the request and its answer as a route test, or says why it cannot. */
  public void keepTest() {
    row.keepTest();
  }

  /** Opens the requests that are suggested for the selected path. */
  public void openSuggestions() {
    row.openSuggestions();
  }

  /** Asks a whole request. */
  public void ask(Request request, String url) {
    viewModel.ask(request.method(), url, request.headers());
  }

  /** Earlier requests as lines that hold no secrets, the newest first. */
  public List<String> history() {
    return viewModel.history().requests().stream().map(PastRequest::line).toList();
  }

  /** Shows the earlier requests of another workspace; lines that say none are passed over. */
  public void setHistory(List<String> lines) {
    viewModel
        .history()
        .replace(lines.stream().map(PastRequest::read).flatMap(Optional::stream).toList());
  }

  /** Told whenever the earlier requests changed. */
  public void onHistory(Runnable changed) {
    viewModel.history().requests().addListener((InvalidationListener) list -> changed.run());
  }
}
