package io.github.ingressdesigner.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.splice.PlanContext.PlanFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntentPlannerTest {
  private static final String SHOP =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        rules:
          - host: shop.example
            http:
              paths:
                - path: /a # first
                  pathType: Prefix
                  backend:
                    service:
                      name: api
                      port:
                        number: 80
                # the second
                - path: /b
                  pathType: Exact
                  backend:
                    service:
                      name: web
                      port:
                        number: 80
      """;

  private static final String OTHER =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: other
      spec:
        rules:
        - host: other.example
          http:
            paths:
            - path: /x
              pathType: Prefix
              backend:
                service:
                  name: x
                  port:
                    number: 1\
      """;

  private final IntentPlanner planner = new IntentPlanner();

  @Test
  void pathMovesToAnotherFileWithItsComment() {
    PlanContext context = Texts.context(SHOP, OTHER);
    ResourceId from = ResourceId.whole(Texts.FILE, new DocumentId(0));
    ResourceId to = ResourceId.whole(Texts.OTHER_FILE, new DocumentId(1000));

    Plan plan =
        planner.plan(
            new Intent.MovePath(
                new Location(from, FieldPath.path(0, 1)), new Location(to, FieldPath.rule(0)), 1),
            context);

    assertThat(plan).isInstanceOf(Plan.Ready.class);
    Plan.Ready ready = (Plan.Ready) plan;
    assertThat(after(context, ready, Texts.FILE))
        .isEqualTo(SHOP.substring(0, SHOP.indexOf("          # the second")));
    assertThat(after(context, ready, Texts.OTHER_FILE))
        .isEqualTo(
            OTHER
                + """
                \n# the second
                - path: /b
                  pathType: Exact
                  backend:
                    service:
                      name: web
                      port:
                        number: 80\
                """
                    .replace("\n", "\n      "));
    assertThat(ready.focus()).contains(new Location(to, FieldPath.path(0, 1)));
    assertThat(ready.note()).contains("A comment goes with it: # the second.");
  }

  @Test
  void readOnlyFileIsRefused() {
    PlanFile file = Texts.file(SHOP);
    PlanContext context =
        new PlanContext(Map.of(Texts.FILE, new PlanFile(file.text(), false, file.documents())));
    ResourceId id = ResourceId.whole(Texts.FILE, new DocumentId(0));

    Plan plan = planner.plan(new Intent.SetName(id, "x"), context);

    assertThat(plan)
        .isEqualTo(
            new Plan.Refused(
                "The file ingress.yaml is read-only. Save it under another name to edit it.",
                Optional.empty()));
  }

  @Test
  void onePartInAReadOnlyFileRefusesAllWithItsPlace() {
    PlanContext open = Texts.context(SHOP, OTHER);
    PlanFile other = open.files().get(Texts.OTHER_FILE);
    PlanContext context =
        new PlanContext(
            Map.of(
                Texts.FILE,
                open.files().get(Texts.FILE),
                Texts.OTHER_FILE,
                new PlanFile(other.text(), false, other.documents())));
    Location shop =
        new Location(ResourceId.whole(Texts.FILE, new DocumentId(0)), FieldPath.rule(0));
    Location closed =
        new Location(ResourceId.whole(Texts.OTHER_FILE, new DocumentId(1000)), FieldPath.rule(0));

    Plan plan =
        planner.plan(
            new Intent.Together(
                "Delete both", List.of(new Intent.Remove(shop), new Intent.Remove(closed))),
            context);

    assertThat(plan).isInstanceOf(Plan.Refused.class);
    assertThat(((Plan.Refused) plan).reason()).contains("is read-only");
    assertThat(((Plan.Refused) plan).at()).contains(closed);
  }

  @Test
  void partThatShiftsOtherPlacesIsAMistakeOfTheProgram() {
    Location path =
        new Location(ResourceId.whole(Texts.FILE, new DocumentId(0)), FieldPath.path(0, 0));
    Intent together =
        new Intent.Together("Swap", List.of(new Intent.Remove(path), new Intent.Reorder(path, 1)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> planner.plan(together, Texts.context(SHOP)))
        .withMessageContaining(
            "expected a part that sets a field, removes or duplicates an element");
  }

  @Test
  void documentThatIsGoneIsRefused() {
    ResourceId id = ResourceId.whole(Texts.FILE, new DocumentId(7));

    Plan plan = planner.plan(new Intent.SetName(id, "x"), Texts.context(SHOP));

    assertThat(plan)
        .isEqualTo(
            new Plan.Refused(
                "This resource is no longer in the text.", Optional.of(Location.of(id))));
  }

  private static String after(PlanContext context, Plan.Ready ready, FileId file) {
    return context.files().get(file).text().apply(ready.edits().get(file)).string();
  }
}
