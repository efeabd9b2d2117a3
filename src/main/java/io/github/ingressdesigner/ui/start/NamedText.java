package io.github.ingressdesigner.ui.start;

/** A text to open under a name, without a file behind it yet. */
public record NamedText(String name, String text) {}
