package io.github.ingressdesigner.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.Test;

class PngWriterTest {
  private static final int[] PIXELS = {
    0xff000000, 0xffff0000, 0x8000ff00, 0xff0000ff, 0xffffffff, 0xff123456
  };

  @Test
  void anotherReaderFindsTheSamePixels() {
    byte[] png = PngWriter.bytes(3, 2, PIXELS);

    Image image = new Image(new ByteArrayInputStream(png));

    int[] read = new int[6];
    image.getPixelReader().getPixels(0, 0, 3, 2, PixelFormat.getIntArgbInstance(), read, 0, 3);
    assertThat(read).containsExactly(PIXELS);
  }

  @Test
  void wrongNumberOfPixelsIsRefused() {
    assertThatThrownBy(() -> PngWriter.bytes(4, 2, PIXELS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 pixels for 4 × 2");
  }
}
