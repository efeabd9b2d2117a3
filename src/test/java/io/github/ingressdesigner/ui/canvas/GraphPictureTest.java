package io.github.ingressdesigner.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.render.FontWidths;
import io.github.ingressdesigner.render.GraphSvg;
import io.github.ingressdesigner.ui.common.Role;
import io.github.ingressdesigner.ui.common.Theme;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
class GraphPictureTest {
  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  private static <T> T onFx(Callable<T> call) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, call);
  }

  @Test
  void tilesOfALargePictureFitTogether() {
    Layout layout =
        onFx(
            () -> {
              Theme.loadFonts();
              return GraphSvg.layout(Bench.of(ManyNamespaces.text(300, 2, 3)).snapshot().graph());
            });
    Image image =
        onFx(
            () ->
                new Image(
                    new ByteArrayInputStream(
                        GraphPicture.png(layout, Optional.empty(), false, 1))));
    assertThat(image.getWidth()).isEqualTo(Math.ceil(layout.width()));
    assertThat(image.getHeight()).isEqualTo(Math.ceil(layout.height())).isGreaterThan(4_096);
    for (Layout.HostBox host : layout.hosts()) {
      int x = (int) host.box().centerX();
      int y = (int) host.box().bottom() - 4;
      assertThat(image.getPixelReader().getColor(x, y)).isEqualTo(Role.HOST_BG.color(false));
    }
  }

  @Test
  void widthsReadFromTheFontFilesAreThoseOfTheWindow() {
    Fonts fonts =
        onFx(
            () -> {
              Theme.loadFonts();
              return new Fonts();
            });
    FontWidths files = new FontWidths();
    for (String text : new String[] {"Prefix", "rewrite-target: /$2", "default backend", "+3"}) {
      assertThat(files.small(text))
          .as(text)
          .isCloseTo(onFx(() -> fonts.small(text)), org.assertj.core.api.Assertions.within(1.5));
      assertThat(files.name(text))
          .isCloseTo(onFx(() -> fonts.name(text)), org.assertj.core.api.Assertions.within(0.5));
    }
  }
}
