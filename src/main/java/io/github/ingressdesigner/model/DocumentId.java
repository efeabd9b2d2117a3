package io.github.ingressdesigner.model;

/**
 * Identity of one YAML document of a file, kept through edits of the text; unique in a workspace.
 */
public record DocumentId(int value) {}
