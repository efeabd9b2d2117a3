package io.github.ingressdesigner.splice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences of gestures on generated texts: the model is the intended one, undo gives all back. */
class RandomGesturesTest {
  private static final int TEXTS = 20;
  private static final int GESTURES = 8;

  private final IntentPlanner planner = new IntentPlanner();
  private final List<TextEdits> done = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void modelIsTheIntendedOneAndUndoRestoresTheText(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      String text = RandomIngresses.text(random);
      done.clear();

      SourceText now = SourceText.of(text);
      for (int j = 0; j < GESTURES; j++) {
        now = step(now, random);
      }

      for (TextEdits edits : done.reversed()) {
        now = now.apply(edits.inverse());
      }
      assertThat(now.string()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void detachingChangesOnePlaceOnly(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      SourceText now = SourceText.of(RandomIngresses.shared(random));
      for (int j = 0; j < 4; j++) {
        now = sharedStep(now, random);
      }
    }
  }

  /** Answers each question by detaching; what is moved before its definition may be refused. */
  private SourceText sharedStep(SourceText before, Random random) {
    Map<ResourceId, Ingress> ingresses = ingresses(before.string());
    List<Intent> intents = Gestures.on(ingresses);
    Intent intent = intents.get(random.nextInt(intents.size()));
    String situation = intent + " on\n" + before.string();
    PlanContext context = Texts.context(before.string());

    Plan plan = planner.plan(intent, context);
    while (plan instanceof Plan.NeedsChoice choice) {
      plan = planner.plan(choice.options().getLast().intent(), context);
      if (choice.options().size() == 1) {
        assertThat(plan).as(situation).isInstanceOf(Plan.Ready.class);
        return before;
      }
    }
    if (!(plan instanceof Plan.Ready ready)) {
      assertThat(plan.toString())
          .as(situation)
          .containsPattern(
              "no longer lead to the same value|comes from “<<” too|one by one|Move it by itself"
                  + "|Paste one first|shared through an alias");
      return before;
    }
    TextEdits edits = ready.edits().getOrDefault(Texts.FILE, TextEdits.NONE);
    SourceText after = before.apply(edits);
    assertThat(after.apply(edits.inverse()).string()).as(situation).isEqualTo(before.string());
    assertThat(withoutEmptyHttp(ingresses(after.string())))
        .as(situation + "\nbecame\n" + after.string())
        .isEqualTo(withoutEmptyHttp(IntendedModel.after(ingresses, intent)));
    return after;
  }

  /** Where http is merged, a rule that loses its last path keeps an empty one of its own. */
  private static Map<ResourceId, Ingress> withoutEmptyHttp(Map<ResourceId, Ingress> ingresses) {
    Map<ResourceId, Ingress> result = new LinkedHashMap<>();
    ingresses.forEach(
        (id, ingress) -> {
          IngressSpec spec = ingress.spec();
          List<Rule> rules =
              spec.rules().stream()
                  .map(r -> new Rule(r.host(), !r.paths().isEmpty(), r.paths()))
                  .toList();
          IngressSpec plain =
              new IngressSpec(spec.ingressClassName(), spec.defaultBackend(), spec.tls(), rules);
          result.put(id, new Ingress(ingress.apiVersion(), ingress.meta(), plain));
        });
    return result;
  }

  private SourceText step(SourceText before, Random random) {
    Map<ResourceId, Ingress> ingresses = ingresses(before.string());
    List<Intent> intents = Gestures.on(ingresses);
    Intent intent = intents.get(random.nextInt(intents.size()));
    String situation = intent + " on\n" + before.string();

    Plan plan = planner.plan(intent, Texts.context(before.string()));

    assertThat(plan).as(situation).isInstanceOf(Plan.Ready.class);
    Plan.Ready ready = (Plan.Ready) plan;
    TextEdits edits = ready.edits().getOrDefault(Texts.FILE, TextEdits.NONE);
    SourceText after = before.apply(edits);
    done.add(edits);
    String result = situation + "\nbecame\n" + after.string();
    assertThat(ingresses(after.string()))
        .as(result)
        .isEqualTo(IntendedModel.after(ingresses, intent));
    assertThat(lostComments(before.string(), after.string()))
        .as(result)
        .allMatch(comment -> ready.note().orElse("").contains(comment));
    return after;
  }

  /** The comments with lines of their own that the new text does not have. */
  private static List<String> lostComments(String before, String after) {
    List<String> left = new ArrayList<>(comments(before));
    comments(after).forEach(left::remove);
    return left;
  }

  private static List<String> comments(String text) {
    return text.lines().map(String::strip).filter(line -> line.startsWith("#")).toList();
  }

  private static Map<ResourceId, Ingress> ingresses(String text) {
    Map<ResourceId, Ingress> result = new LinkedHashMap<>();
    List<BoundDocument> documents = Texts.bind(text);
    for (int i = 0; i < documents.size(); i++) {
      for (BoundDocument.Bound bound : documents.get(i).resources()) {
        if (bound.resource() instanceof Ingress ingress) {
          result.put(new ResourceId(Texts.FILE, new DocumentId(i), bound.item()), ingress);
        }
      }
    }
    return result;
  }
}
