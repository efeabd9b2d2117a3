package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.splice.Way.Leave.ByAlias;
import io.github.ingressdesigner.splice.Way.Leave.ByAnchor;
import io.github.ingressdesigner.splice.Way.Leave.ByMerge;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import java.util.Optional;

/** Makes a shared value independent at one place, without changing what it says. */
final class Detaching {
  private Detaching() {}

  static Aim plan(Planning planning, ResourceId resource, Way.Leave leave) {
    Draft draft = planning.draft(resource);
    Location at = new Location(resource, leave.path());
    String name = leave.path().toString();
    switch (leave) {
      case ByAlias alias -> {
        YamlNode copy = AliasUses.strip(alias.definition().node());
        ReplaceNode.into(draft, alias.alias(), sketch(draft, alias.definition(), copy), copy);
        planning.note("The alias at " + name + " became a copy of its own.");
      }
      case ByMerge merge -> {
        if (Way.count(merge.mapping(), merge.key()) > 0) {
          throw Stop.refused(
              "“"
                  + merge.key()
                  + "” is written above “<<”, which overrides it. Move it below “<<” in the text"
                  + " first.",
              at);
        }
        YamlNode copy = AliasUses.strip(merge.definition().node());
        Content.Fresh content =
            new Content.Fresh(
                Optional.of(Sketch.text(merge.key())),
                sketch(draft, merge.definition(), copy),
                copy);
        Insert.into(draft, merge.mapping(), merge.merge() + 1, content);
        planning.note("“" + merge.key() + "” is written here now and overrides the merged one.");
      }
      case ByAnchor anchor -> {
        MoveDefinition.away(draft, anchor.definition());
        planning.note("The anchor at " + name + " moved to its next use.");
      }
    }
    return Aim.at("Detach " + name, at);
  }

  private static Sketch sketch(Draft draft, YamlCursor original, YamlNode copy) {
    return Sketch.of(copy).like(Sketch.of(original, draft.slice().text()));
  }
}
