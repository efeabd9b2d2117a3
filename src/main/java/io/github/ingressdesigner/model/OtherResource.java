package io.github.ingressdesigner.model;

/** An object of another kind: listed, left alone. */
public record OtherResource(String apiVersion, String kind, ObjectMeta meta) implements Resource {}
