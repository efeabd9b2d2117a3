/**
 * What kube-apiserver refuses or warns of, told without a cluster: YAML becomes JSON as kubectl and
 * the server read it, the JSON is decoded strictly against the types of the API, and validated by
 * small functions that follow those of k8s.io/apimachinery and k8s.io/kubernetes, with their field
 * paths, reasons and texts, for each version that differs. It models the creation of one object;
 * replacing a stored one is modelled apart. What needs the cluster (whether a namespace exists,
 * whether an address is taken) does not come in.
 */
@NullMarked
package io.github.ingressdesigner.lint.apiserver;

import org.jspecify.annotations.NullMarked;
