package io.github.ingressdesigner.lint.apiserver;

import static io.github.ingressdesigner.bind.BindProblem.Severity.ERROR;
import static io.github.ingressdesigner.bind.BindProblem.Severity.INFO;
import static io.github.ingressdesigner.bind.BindProblem.Severity.WARNING;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.LintRule;
import java.util.ArrayList;
import java.util.List;

/** The rules under which the refusals and warnings of the API server are told. */
final class ServerRules {
  private static final List<LintRule> LIST = new ArrayList<>();

  static final LintRule SYNTAX =
      rule(
          "yaml-syntax",
          ERROR,
          "The text is not YAML",
          "kubectl and the API server read nothing of a document that is not valid YAML.",
          "yaml");
  static final LintRule TEMPLATE =
      rule(
          "yaml-template",
          INFO,
          "The document is a template",
          "A template becomes YAML when it is rendered, with helm template for example; until then"
              + " nothing in it can be checked.",
          "yaml");
  static final LintRule ALIAS =
      rule(
          "yaml-unreadable",
          ERROR,
          "A value or alias cannot be read",
          "One value that YAML allows, but JSON does not, or an alias that leads nowhere, makes"
              + " kubectl and the API server refuse the whole document.",
          "yaml");
  static final LintRule SEPARATOR =
      rule(
          "yaml-separator",
          ERROR,
          "A separator line holds more than ---",
          "YAML lets content follow --- on its line. kubectl refuses that: put the content on the"
              + " next line.",
          "yaml");
  static final LintRule DROPPED =
      rule(
          "yaml-dropped-document",
          ERROR,
          "A document is dropped without a word",
          "After ... only a line with --- begins a new document. Without it kubectl drops what"
              + " follows and says nothing.",
          "yaml");
  static final LintRule DUPLICATE =
      rule(
          "duplicate-field",
          ERROR,
          "A key is written twice",
          "The API server refuses it. kubectl takes the last one without a word, so what is written"
              + " first has no effect.",
          "yaml");
  static final LintRule UNKNOWN =
      rule(
          "unknown-field",
          ERROR,
          "The API has no such field",
          "The API server refuses the object; with a lenient client it drops the field, which then"
              + " has no effect. Names of fields are case-sensitive.",
          "api-server");
  static final LintRule TYPE =
      rule(
          "wrong-type",
          ERROR,
          "The value is of another type",
          "YAML reads text like yes, on, 080 or 1e3 as booleans and numbers. Where the API wants"
              + " text, put it in quotes; where it wants a number, take the quotes away.",
          "yaml");
  static final LintRule UNREADABLE =
      rule(
          "value-unreadable",
          ERROR,
          "The value cannot be decoded",
          "Values of a Secret's data are base64, times look like 2026-11-25T10:00:00Z.",
          "api-server");
  static final LintRule NOT_AN_OBJECT =
      rule(
          "not-an-object",
          ERROR,
          "The document is no Kubernetes object",
          "kubectl and the API server take mappings with apiVersion and kind only.",
          "api-server");
  static final LintRule API_VERSION =
      rule(
          "api-version",
          ERROR,
          "The apiVersion is missing or not served",
          "Ingress and IngressClass are served in networking.k8s.io/v1 alone since Kubernetes 1.22,"
              + " Service and Secret in v1.",
          "api-versions");
  static final LintRule KIND =
      rule(
          "kind",
          ERROR,
          "The kind is missing or unknown",
          "kubectl refuses an object without a kind, and the API server one whose kind it does not"
              + " know. Kinds are case-sensitive.",
          "api-server");
  static final LintRule TOO_LARGE =
      rule(
          "request-too-large",
          ERROR,
          "The document is larger than a request may be",
          "The API server takes requests of up to 3 MiB.",
          "api-server");
  static final LintRule NOTHING =
      rule(
          "no-objects",
          ERROR,
          "There is no object in the file",
          "kubectl refuses a file without objects: no objects passed to apply.",
          "api-server");

  static final LintRule NAME =
      rule(
          "metadata-name",
          ERROR,
          "The name is missing or malformed",
          "Names are made of lower case letters, digits, dashes and, for most kinds, dots.",
          "names");
  static final LintRule NAMESPACE =
      rule(
          "metadata-namespace",
          ERROR,
          "The namespace cannot exist",
          "A namespace is one DNS label: lower case letters, digits and dashes, at most 63. The API"
              + " server answers 404 before it checks anything else.",
          "names");
  static final LintRule NAMESPACE_DROPPED =
      note(
          "namespace-dropped",
          INFO,
          "The kind has no namespace",
          "An IngressClass belongs to the whole cluster. The API server drops its namespace without"
              + " a word.",
          "controllers");
  static final LintRule RESOURCE_VERSION =
      note(
          "resource-version",
          WARNING,
          "An object to be created has a resourceVersion",
          "A dry run accepts it, but creating the object fails. It comes from an object copied out"
              + " of a cluster: remove it.",
          "api-server");
  static final LintRule LABELS =
      rule(
          "metadata-labels",
          ERROR,
          "A label is malformed",
          "Keys have an optional DNS prefix and a name of at most 63; values are at most 63 and of"
              + " the same characters.",
          "names");
  static final LintRule ANNOTATIONS =
      rule(
          "metadata-annotations",
          ERROR,
          "An annotation is malformed, or all are too large",
          "Keys have an optional DNS prefix and a name of at most 63; all annotations together hold"
              + " at most 256 KiB.",
          "annotations");
  static final LintRule OWNERS =
      rule(
          "metadata-owner-references",
          ERROR,
          "An owner reference is malformed",
          "An owner has apiVersion, kind, name and uid, and only one of them is the controller.",
          "api-server");
  static final LintRule OWNERS_TWICE =
      rule(
          "metadata-owner-references-twice",
          WARNING,
          "An owner is given twice",
          "The API server keeps one and warns. Remove the other.",
          "api-server");
  static final LintRule FINALIZERS =
      rule(
          "metadata-finalizers",
          ERROR,
          "A finalizer is malformed",
          "Finalizers are qualified names: example.com/name.",
          "api-server");
  static final LintRule GENERATION =
      rule(
          "metadata-generation",
          ERROR,
          "The generation is negative",
          "The server counts generations itself. Remove the field.",
          "api-server");

  static final LintRule SPEC_EMPTY =
      rule(
          "ingress-spec-empty",
          ERROR,
          "The Ingress has neither rules nor a default backend",
          "Write at least one rule, or a defaultBackend.",
          "ingress");
  static final LintRule CLASS_NAME =
      rule(
          "ingress-class-name",
          ERROR,
          "The name of the class is malformed",
          "ingressClassName is the name of an IngressClass. To take the default class, leave the"
              + " field out: empty text is refused.",
          "controllers");
  static final LintRule CLASS_MISMATCH =
      rule(
          "ingress-class-mismatch",
          ERROR,
          "Field and annotation name different classes",
          "The annotation kubernetes.io/ingress.class is the old way. Keep ingressClassName and"
              + " remove the annotation.",
          "controllers");
  static final LintRule CLASS_ANNOTATION =
      rule(
          "ingress-class-annotation",
          WARNING,
          "The class is named by the old annotation",
          "The API server warns of it: use spec.ingressClassName. A controller may treat the two"
              + " differently, so look at its documentation before you change it.",
          "controllers");
  static final LintRule HOST =
      rule(
          "ingress-host",
          ERROR,
          "The host is malformed",
          "A host is a DNS name in lower case, without scheme, port or path, or *. before such a"
              + " name.",
          "hosts");
  static final LintRule PATHS_EMPTY =
      rule(
          "ingress-paths-empty",
          ERROR,
          "A rule has http without paths",
          "Add a path, or remove http.",
          "ingress");
  static final LintRule PATH_TYPE =
      rule(
          "ingress-path-type",
          ERROR,
          "The pathType is missing or unknown",
          "It is Exact, Prefix or ImplementationSpecific, in this spelling. There is no default in"
              + " v1.",
          "path-types");
  static final LintRule PATH =
      rule(
          "ingress-path",
          ERROR,
          "The path is malformed",
          "A path begins with a slash. With Exact and Prefix it holds no //, /./, /../ and no"
              + " encoded slash, since proxies differ in what they make of them.",
          "path-types");
  static final LintRule BACKEND =
      rule(
          "ingress-backend",
          ERROR,
          "The backend is missing or says two things",
          "A backend has either a service or a resource, and a service one port, by name or by"
              + " number.",
          "ingress");
  static final LintRule BACKEND_SERVICE =
      rule(
          "ingress-backend-service",
          ERROR,
          "The name of the Service is missing or malformed",
          "It is the name of a Service of the same namespace: one DNS label. Before Kubernetes 1.36"
              + " it must begin with a letter.",
          "ingress");
  static final LintRule BACKEND_PORT =
      rule(
          "ingress-backend-port",
          ERROR,
          "The port is malformed",
          "A number from 1 to 65535, or the name of a port: at most 15 small letters, digits and"
              + " single dashes, with a letter.",
          "ingress");
  static final LintRule BACKEND_RESOURCE =
      rule(
          "ingress-backend-resource",
          ERROR,
          "The resource is malformed",
          "A resource has kind and name, and a group where it is not in the core group.",
          "ingress");
  static final LintRule TLS_HOST =
      rule(
          "ingress-tls-host",
          ERROR,
          "A host of tls is malformed",
          "A host is a DNS name in lower case, or *. before such a name.",
          "tls");
  static final LintRule TLS_SECRET =
      rule(
          "ingress-tls-secret",
          ERROR,
          "The name of the Secret is malformed",
          "It is the name of a Secret of the same namespace, without a namespace before it.",
          "tls");

  static final LintRule CLASS_CONTROLLER =
      rule(
          "ingressclass-controller",
          ERROR,
          "The controller is missing or malformed",
          "It looks like example.com/ingress-controller, with at most 250 bytes.",
          "controllers");
  static final LintRule CLASS_PARAMETERS =
      rule(
          "ingressclass-parameters",
          ERROR,
          "The parameters are malformed",
          "They name a kind and an object; with the scope Namespace also a namespace, with the"
              + " scope Cluster none.",
          "controllers");

  static final LintRule SERVICE_PORTS =
      rule(
          "service-ports",
          ERROR,
          "The ports of the Service are missing or malformed",
          "Each port has a number from 1 to 65535; with two or more each has a name, and no two are"
              + " alike.",
          "services");
  static final LintRule SERVICE_TYPE =
      rule(
          "service-type",
          ERROR,
          "The type of the Service is unknown, or a field does not go with it",
          "Types are ClusterIP, NodePort, LoadBalancer and ExternalName, in this spelling.",
          "services");
  static final LintRule SERVICE_EXTERNAL_NAME =
      rule(
          "service-external-name",
          ERROR,
          "The external name is missing or malformed",
          "A Service of type ExternalName needs externalName: a DNS name in lower case.",
          "services");
  static final LintRule SERVICE_ADDRESS =
      rule(
          "service-address",
          ERROR,
          "An address of the Service is malformed",
          "Addresses are IPv4 or IPv6; a headless Service has clusterIP: None alone.",
          "services");
  static final LintRule SERVICE_SELECTOR =
      rule(
          "service-selector",
          ERROR,
          "The selector is malformed",
          "A selector is made of labels.",
          "services");
  static final LintRule SERVICE_POLICY =
      rule(
          "service-policy",
          ERROR,
          "A policy of the Service is unknown or does not go with its type",
          "Policies are words in a fixed spelling, and some need a certain type of Service.",
          "services");
  static final LintRule SERVICE_WARNING =
      rule(
          "service-warning",
          WARNING,
          "The API server warns of this Service",
          "It accepts the Service, but a field has no effect or will be refused in a later"
              + " version.",
          "services");

  static final LintRule SECRET_DATA =
      rule(
          "secret-data",
          ERROR,
          "The data of the Secret is malformed",
          "Keys are letters, digits, dashes, underscores and dots; the values together are at most"
              + " 1 MiB; some types need certain keys.",
          "tls");
  static final LintRule SECRET_TLS =
      rule(
          "secret-tls-keys",
          ERROR,
          "A TLS Secret lacks the certificate or its key",
          "A Secret of type kubernetes.io/tls has tls.crt and tls.key.",
          "tls");
  static final LintRule SECRET_PAIR =
      rule(
          "secret-tls-pair",
          WARNING,
          "Certificate and key do not load",
          "The API server accepts the Secret with a warning, but no controller can serve it.",
          "tls");

  static final LintRule IMMUTABLE =
      rule(
          "immutable-field",
          ERROR,
          "The field cannot be changed",
          "Delete the object and create it anew.",
          "api-server");

  static final LintRule NODE_PORT =
      note(
          "service-node-port-range",
          WARNING,
          "A node port is outside of the usual range",
          "Clusters give node ports from 30000 to 32767 unless they are configured otherwise. A dry"
              + " run accepts another, creating the Service fails.",
          "services");

  static final List<LintRule> ALL = List.copyOf(LIST);

  private ServerRules() {}

  /** What the server does not refuse in a dry run, yet is told here. */
  private static LintRule note(
      String id, Severity severity, String title, String explanation, String help) {
    LintRule rule = LintRule.design(id, severity, title, explanation, help);
    LIST.add(rule);
    return rule;
  }

  private static LintRule rule(
      String id, Severity severity, String title, String explanation, String help) {
    LintRule rule = LintRule.apiServer(id, severity, title, explanation, help);
    LIST.add(rule);
    return rule;
  }
}
