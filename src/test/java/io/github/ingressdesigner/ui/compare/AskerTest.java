package io.github.ingressdesigner.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.model.Resources;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskerTest {
  private static final Resources RESOURCES =
      Manifests.read(
          """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: {name: a}
          spec:
            rules:
            - host: a.example
              http:
                paths:
                - {path: /, pathType: Prefix, backend: {service: {name: b, port: {number: 80}}}}
          """);

  private final Deque<Runnable> worker = new ArrayDeque<>();
  private final Deque<Runnable> ui = new ArrayDeque<>();
  private final List<Question> answered = new ArrayList<>();
  private final Asker asker =
      new Asker(
          worker::add,
          ui::add,
          new Asker.Listener() {
            @Override
            public void progress(double part) {}

            @Override
            public void found(Question question, Found found) {
              assertThat(found).isInstanceOf(Found.Differences.class);
              answered.add(question);
            }
          });

  private static Question question(String to) {
    return new Question.Controllers(RESOURCES, Dialects.SPEC, Dialects.find(to).orElseThrow());
  }

  private static void run(Deque<Runnable> tasks) {
    while (!tasks.isEmpty()) {
      tasks.poll().run();
    }
  }

  @Test
  void onlyTheNewestQuestionIsAnswered() {
    Question newest = question("traefik");
    asker.ask(question("kong"));
    asker.ask(newest);
    run(worker);
    run(ui);
    assertThat(answered).containsExactly(newest);
  }

  @Test
  void anAnswerThatComesAfterANewerQuestionIsDropped() {
    Question newest = question("traefik");
    asker.ask(question("kong"));
    run(worker);
    asker.ask(newest);
    run(ui);
    assertThat(answered).isEmpty();
    run(worker);
    run(ui);
    assertThat(answered).containsExactly(newest);
  }

  @Test
  void nothingIsToldAfterCancelling() {
    asker.ask(question("kong"));
    run(worker);
    asker.cancel();
    run(ui);
    assertThat(answered).isEmpty();
  }

  @Test
  void aCancelledQuestionCanBeAskedAgain() {
    Question question = question("kong");
    asker.ask(question);
    asker.cancel();
    run(worker);
    asker.ask(question);
    run(worker);
    run(ui);
    assertThat(answered).containsExactly(question);
  }
}
