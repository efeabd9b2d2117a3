// A real kube-apiserver with an etcd in the same process, for tests: on free loopback ports, with
// TLS, tokens and RBAC. It prints "READY path" with a kubeconfig when it serves, and ends when its
// standard input does, so that it cannot outlive the tests that started it.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/pflag"
	"go.etcd.io/etcd/server/v3/embed"
	"go.etcd.io/etcd/server/v3/storage/wal"
	genericapiserver "k8s.io/apiserver/pkg/server"
	logsapi "k8s.io/component-base/logs/api/v1"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
	"k8s.io/kubernetes/cmd/kube-apiserver/app/options"
)

func main() {
	data := flag.String("data", "", "folder for certificates, kubeconfigs and the store; a temporary one if empty")
	port := flag.Int("port", 0, "port to serve on; a free one if 0")
	expired := flag.Bool("expired", false, "serve with a certificate that has expired")
	name := flag.String("name", "", "the only DNS name of the serving certificate, in place of the right ones")
	stay := flag.Bool("stay", false, "do not end with standard input, but with a signal")
	flag.Parse()
	if err := run(*data, *port, *expired, *name, *stay, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "apiserver:", err)
		os.Exit(1)
	}
}

func run(data string, port int, expired bool, name string, stay bool, extra []string) error {
	if data == "" {
		folder, err := os.MkdirTemp("", "apiserver-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		data = folder
	}
	if err := os.MkdirAll(data, 0o700); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	files, err := makeIdentities(data, expired, name)
	if err != nil {
		return err
	}
	etcd, err := startEtcd(filepath.Join(data, "etcd"))
	if err != nil {
		return err
	}
	defer etcd.Close()

	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	if stay {
		ctx = genericapiserver.SetupSignalContext()
	} else {
		go func() {
			io.Copy(io.Discard, os.Stdin)
			stop()
		}()
	}
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, listener, etcd.Clients[0].Addr().String(), files, extra) }()

	server := "https://" + listener.Addr().String()
	ready := make(chan error, 1)
	go func() { ready <- prepare(ctx, server, files) }()
	select {
	case err := <-ended:
		return fmt.Errorf("the server ended before it was ready: %w", err)
	case err := <-ready:
		if err != nil {
			return err
		}
	}
	config, err := files.writeKubeconfig(server)
	if err != nil {
		return err
	}
	fmt.Println("READY", config)

	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
	}
	return nil
}

// startEtcd starts a lone member that elects itself at once and does not wait for the disk.
func startEtcd(folder string) (*embed.Etcd, error) {
	wal.SegmentSizeBytes = 8 << 20
	config := embed.NewConfig()
	config.Dir = folder
	config.LogLevel = "error"
	config.UnsafeNoFsync = true
	config.TickMs, config.ElectionMs = 10, 100
	anywhere, err := parseURLs("http://127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	config.ListenClientUrls, config.AdvertiseClientUrls = anywhere, anywhere
	config.ListenPeerUrls, config.AdvertisePeerUrls = anywhere, anywhere
	config.InitialCluster = config.InitialClusterFromName(config.Name)
	etcd, err := embed.StartEtcd(config)
	if err != nil {
		return nil, err
	}
	select {
	case <-etcd.Server.ReadyNotify():
		return etcd, nil
	case <-time.After(30 * time.Second):
		etcd.Close()
		return nil, fmt.Errorf("etcd was not ready within 30 seconds")
	}
}

// serve runs the API server until the context ends.
func serve(ctx context.Context, listener net.Listener, etcd string, files *identities, extra []string) error {
	o := options.NewServerRunOptions()
	flags := pflag.NewFlagSet("kube-apiserver", pflag.ContinueOnError)
	sets := o.Flags()
	for _, set := range sets.FlagSets {
		flags.AddFlagSet(set)
	}
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return err
	}
	args := []string{
		"--etcd-servers=http://" + etcd,
		"--bind-address=127.0.0.1",
		"--secure-port=" + port,
		"--advertise-address=192.0.2.1", // nothing uses it without an endpoint reconciler
		"--endpoint-reconciler-type=none",
		"--service-cluster-ip-range=10.96.0.0/16",
		"--authorization-mode=RBAC",
		"--client-ca-file=" + files.path("ca.crt"),
		"--tls-cert-file=" + files.path("server.crt"),
		"--tls-private-key-file=" + files.path("server.key"),
		"--token-auth-file=" + files.path("tokens.csv"),
		"--service-account-issuer=https://kubernetes.default.svc",
		"--service-account-key-file=" + files.path("accounts.key"),
		"--service-account-signing-key-file=" + files.path("accounts.key"),
		"--disable-admission-plugins=ServiceAccount",
		"-v=0",
	}
	if err := flags.Parse(append(args, extra...)); err != nil {
		return err
	}
	o.SecureServing.Listener = listener
	if err := o.GenericServerRunOptions.ComponentGlobalsRegistry.Set(); err != nil {
		return err
	}
	if err := logsapi.ValidateAndApply(o.Logs, nil); err != nil {
		return err
	}
	completed, err := o.Complete(ctx)
	if err != nil {
		return err
	}
	if problems := completed.Validate(); len(problems) > 0 {
		return problems[0]
	}
	return app.Run(ctx, completed)
}
