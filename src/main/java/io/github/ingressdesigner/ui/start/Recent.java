package io.github.ingressdesigner.ui.start;

/**
 * A file or folder that was open before.
 *
 * @param name last part of its path
 * @param place the whole path for people
 * @param when for people: "yesterday"
 * @param open opens it again
 */
public record Recent(String name, String place, String when, boolean folder, Runnable open) {}
