package io.github.ingressdesigner.render;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Pixels to PNG (RFC 2083): 8 bits for each of red, green, blue and alpha. Our own, because the
 * JDK's needs java.desktop, which the run-time image leaves out.
 */
public final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Filter type Up: each byte as its difference to the one above; good for flat areas. */
  private static final byte FILTER_UP = 2;

  private PngWriter() {}

  /**
   * @param argb one integer for each pixel, row by row: alpha, red, green, blue, not premultiplied
   * @throws IllegalArgumentException if there are not width × height of them
   */
  public static byte[] bytes(int width, int height, int[] argb) {
    if (width < 1 || height < 1 || argb.length != width * height) {
      throw new IllegalArgumentException(
          argb.length + " pixels for " + width + " × " + height + ", expected their product");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(width).putInt(height).put((byte) 8).put((byte) 6);
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", deflate(filtered(width, height, argb)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] filtered(int width, int height, int[] argb) {
    byte[] above = new byte[width * 4];
    ByteBuffer rows = ByteBuffer.allocate((width * 4 + 1) * height);
    for (int y = 0; y < height; y++) {
      rows.put(FILTER_UP);
      for (int x = 0; x < width; x++) {
        int rgba = Integer.rotateLeft(argb[y * width + x], 8);
        for (int i = 0; i < 4; i++) {
          byte value = (byte) (rgba >>> (24 - 8 * i));
          rows.put((byte) (value - above[x * 4 + i]));
          above[x * 4 + i] = value;
        }
      }
    }
    return rows.array();
  }

  private static byte[] deflate(byte[] bytes) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
