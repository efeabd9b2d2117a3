package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.apiserver.Schema.Anything;
import io.github.ingressdesigner.lint.apiserver.Schema.Bytes;
import io.github.ingressdesigner.lint.apiserver.Schema.Dictionary;
import io.github.ingressdesigner.lint.apiserver.Schema.Flag;
import io.github.ingressdesigner.lint.apiserver.Schema.Listing;
import io.github.ingressdesigner.lint.apiserver.Schema.Struct;
import io.github.ingressdesigner.lint.apiserver.Schema.Text;
import io.github.ingressdesigner.lint.apiserver.Schema.Time;
import io.github.ingressdesigner.lint.apiserver.Schema.Whole;
import io.github.ingressdesigner.lint.apiserver.Schema.WholeOrText;

/** The types of k8s.io/api (networking/v1 and core/v1) that we judge, as of 1.34 to 1.37. */
final class Schemas {
  private static final Schema TEXT = new Text();
  private static final Schema FLAG = new Flag();
  private static final Schema INT = new Whole(32);
  private static final Schema LONG = new Whole(64);
  private static final Schema TEXTS = new Listing(TEXT);
  private static final Schema DICTIONARY = new Dictionary(TEXT);

  private static final Struct OWNER =
      Schema.struct()
          .texts("apiVersion", "kind", "name", "uid")
          .with("controller", FLAG)
          .with("blockOwnerDeletion", FLAG);

  private static final Struct MANAGED =
      Schema.struct()
          .texts("manager", "operation", "apiVersion", "fieldsType", "subresource")
          .with("time", new Time())
          .with("fieldsV1", new Anything());

  private static final Struct METADATA =
      Schema.struct()
          .texts("name", "generateName", "namespace", "selfLink", "uid", "resourceVersion")
          .with("generation", LONG)
          .with("creationTimestamp", new Time())
          .with("deletionTimestamp", new Time())
          .with("deletionGracePeriodSeconds", LONG)
          .with("labels", DICTIONARY)
          .with("annotations", DICTIONARY)
          .with("ownerReferences", new Listing(OWNER))
          .with("finalizers", TEXTS)
          .with("managedFields", new Listing(MANAGED));

  private static final Struct OBJECT =
      Schema.struct().texts("apiVersion", "kind").with("metadata", METADATA);

  private static final Struct PORT_STATUS =
      Schema.struct().texts("protocol", "error").with("port", INT);

  private static final Struct BALANCER =
      Schema.struct().texts("ip", "hostname").with("ports", new Listing(PORT_STATUS));

  private static final Struct BACKEND =
      Schema.struct()
          .with(
              "service",
              Schema.struct()
                  .texts("name")
                  .with("port", Schema.struct().texts("name").with("number", INT)))
          .with("resource", Schema.struct().texts("apiGroup", "kind", "name"));

  private static final Struct PATH =
      Schema.struct().texts("path", "pathType").with("backend", BACKEND);

  private static final Struct RULE =
      Schema.struct().texts("host").with("http", Schema.struct().with("paths", new Listing(PATH)));

  static final Struct INGRESS =
      OBJECT
          .with(
              "spec",
              Schema.struct()
                  .texts("ingressClassName")
                  .with("defaultBackend", BACKEND)
                  .with("rules", new Listing(RULE))
                  .with(
                      "tls", new Listing(Schema.struct().texts("secretName").with("hosts", TEXTS))))
          .with(
              "status",
              Schema.struct()
                  .with("loadBalancer", Schema.struct().with("ingress", new Listing(BALANCER))));

  static final Struct INGRESS_CLASS =
      OBJECT.with(
          "spec",
          Schema.struct()
              .texts("controller")
              .with(
                  "parameters",
                  Schema.struct().texts("apiGroup", "kind", "name", "scope", "namespace")));

  private static final Struct SERVICE_PORT =
      Schema.struct()
          .texts("name", "protocol", "appProtocol")
          .with("port", INT)
          .with("targetPort", new WholeOrText())
          .with("nodePort", INT);

  private static final Struct CONDITION =
      Schema.struct()
          .texts("type", "status", "reason", "message")
          .with("observedGeneration", LONG)
          .with("lastTransitionTime", new Time());

  static final Struct SERVICE =
      OBJECT
          .with(
              "spec",
              Schema.struct()
                  .texts(
                      "clusterIP",
                      "type",
                      "sessionAffinity",
                      "loadBalancerIP",
                      "externalName",
                      "externalTrafficPolicy",
                      "ipFamilyPolicy",
                      "loadBalancerClass",
                      "internalTrafficPolicy",
                      "trafficDistribution")
                  .with("ports", new Listing(SERVICE_PORT))
                  .with("selector", DICTIONARY)
                  .with("clusterIPs", TEXTS)
                  .with("externalIPs", TEXTS)
                  .with("loadBalancerSourceRanges", TEXTS)
                  .with("healthCheckNodePort", INT)
                  .with("publishNotReadyAddresses", FLAG)
                  .with(
                      "sessionAffinityConfig",
                      Schema.struct().with("clientIP", Schema.struct().with("timeoutSeconds", INT)))
                  .with("ipFamilies", TEXTS)
                  .with("allocateLoadBalancerNodePorts", FLAG))
          .with(
              "status",
              Schema.struct()
                  .with(
                      "loadBalancer",
                      Schema.struct().with("ingress", new Listing(BALANCER.texts("ipMode"))))
                  .with("conditions", new Listing(CONDITION)));

  static final Struct SECRET =
      OBJECT
          .texts("type")
          .with("immutable", FLAG)
          .with("data", new Dictionary(new Bytes()))
          .with("stringData", DICTIONARY);

  private Schemas() {}
}
