package io.github.ingressdesigner.workspace.disk;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file was when it was read or written. Two stamps mean the same text where their hashes are
 * equal; the rest tells cheaply that nothing happened.
 *
 * @param size in bytes
 * @param key identity of the file behind the name (device and inode), "" where the system has none
 * @param sha256 of the bytes, in lower-case hex
 */
public record Stamp(long size, FileTime modified, String key, String sha256) {
  static Stamp of(BasicFileAttributes attributes, byte[] bytes) {
    return new Stamp(bytes.length, attributes.lastModifiedTime(), key(attributes), sha256(bytes));
  }

  private static String key(BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return key == null ? "" : key.toString();
  }

  /** Whether nothing points to a change; a write within the clock's tick can hide from this. */
  boolean looksLike(BasicFileAttributes attributes) {
    return size == attributes.size()
        && modified.equals(attributes.lastModifiedTime())
        && key.equals(key(attributes));
  }

  /** Hash of bytes as it stands in stamps. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-256, which every Java has", e);
    }
  }
}
