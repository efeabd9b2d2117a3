package io.github.ingressdesigner.workspace.recovery;

import io.github.ingressdesigner.model.FileId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What is kept of one file: how its unsaved text is made from the file on disk.
 *
 * @param base hash of the file's bytes on disk; "" for a text without a file, whose base is empty
 * @param hunks in order, not overlapping
 * @param secretsLeftOut whether something is missing because it is the value of a Secret
 */
record JournalEntry(
    FileId file, Instant at, String base, List<Hunk> hunks, boolean secretsLeftOut) {
  /** Stands in the recovered text where a value of a Secret was left out. */
  static final String LEFT_OUT = "<left-out>";

  private static final int MAGIC = 0x49444A31;

  JournalEntry {
    hunks = List.copyOf(hunks);
  }

  /**
   * One place where the text differs from the base.
   *
   * @param offset in the base
   * @param length how much of the base is replaced
   * @param around what stood there, to find the place in a base that changed meanwhile
   */
  record Hunk(int offset, int length, Around around, List<Piece> pieces) {
    Hunk {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * Base text before, in and behind a hunk; all empty where a Secret's value stands in it.
   *
   * @param known false where it is left out
   */
  record Around(boolean known, String before, String removed, String behind) {
    static final Around LEFT_OUT = new Around(false, "", "", "");
  }

  /** A part of the new text. */
  sealed interface Piece {
    record Text(String text) implements Piece {}

    /** A part of the base, not written here because it is the value of a Secret. */
    record FromBase(int offset, int length) implements Piece {}

    record LeftOut() implements Piece {}
  }

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      write(out, file.value());
      out.writeLong(at.toEpochMilli());
      write(out, base);
      out.writeBoolean(secretsLeftOut);
      out.writeInt(hunks.size());
      for (Hunk hunk : hunks) {
        out.writeInt(hunk.offset());
        out.writeInt(hunk.length());
        out.writeBoolean(hunk.around().known());
        write(out, hunk.around().before());
        write(out, hunk.around().removed());
        write(out, hunk.around().behind());
        out.writeInt(hunk.pieces().size());
        for (Piece piece : hunk.pieces()) {
          write(out, piece);
        }
      }
      out.flush();
      out.writeLong(checksum(bytes.toByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Piece piece) throws IOException {
    switch (piece) {
      case Piece.Text(String text) -> {
        out.writeByte(0);
        write(out, text);
      }
      case Piece.FromBase(int offset, int length) -> {
        out.writeByte(1);
        out.writeInt(offset);
        out.writeInt(length);
      }
      case Piece.LeftOut() -> out.writeByte(2);
    }
  }

  /** UTF-16, since an edited text may hold half of a character. */
  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
    boolean exact = new String(bytes, StandardCharsets.UTF_16BE).equals(text);
    out.writeInt(exact ? bytes.length : -text.length());
    if (exact) {
      out.write(bytes);
    } else {
      out.writeChars(text);
    }
  }

  private static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /**
   * @throws IOException if these are not the bytes of an entry, whole and sound
   */
  static JournalEntry decode(byte[] bytes) throws IOException {
    int end = bytes.length - Long.BYTES;
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (end < 0 || in.readInt() != MAGIC) {
        throw new IOException("not a journal entry");
      }
      DataInputStream tail = new DataInputStream(new ByteArrayInputStream(bytes, end, Long.BYTES));
      if (tail.readLong() != checksum(Arrays.copyOf(bytes, end))) {
        throw new IOException("journal entry is damaged");
      }
      FileId file = new FileId(readString(in));
      Instant at = Instant.ofEpochMilli(in.readLong());
      String base = readString(in);
      boolean leftOut = in.readBoolean();
      List<Hunk> hunks = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        hunks.add(readHunk(in));
      }
      return new JournalEntry(file, at, base, hunks, leftOut);
    }
  }

  private static Hunk readHunk(DataInputStream in) throws IOException {
    int offset = in.readInt();
    int length = in.readInt();
    Around around = new Around(in.readBoolean(), readString(in), readString(in), readString(in));
    List<Piece> pieces = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      int kind = in.readByte();
      pieces.add(
          switch (kind) {
            case 0 -> new Piece.Text(readString(in));
            case 1 -> new Piece.FromBase(in.readInt(), in.readInt());
            case 2 -> new Piece.LeftOut();
            default -> throw new IOException("journal entry with a piece of kind " + kind);
          });
    }
    return new Hunk(offset, length, around, pieces);
  }

  private static String readString(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length >= 0) {
      return new String(in.readNBytes(length), StandardCharsets.UTF_16BE);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < -length; i++) {
      text.append(in.readChar());
    }
    return text.toString();
  }
}
