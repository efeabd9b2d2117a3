package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Tokens of people who may read, and who may do nothing.
const (
	readerToken = "reader-token"
	nobodyToken = "nobody-token"
)

// identities are the keys and certificates of a server and its clients, in one folder. The
// authority and the key of the service accounts outlive a restart on the same folder.
type identities struct {
	folder string
	ca     *x509.Certificate
	caKey  *ecdsa.PrivateKey
}

func (f *identities) path(name string) string { return filepath.Join(f.folder, name) }

func makeIdentities(folder string, expired bool, name string) (*identities, error) {
	f := &identities{folder: folder}
	if err := f.authority(); err != nil {
		return nil, err
	}
	if _, err := os.Stat(f.path("accounts.key")); err != nil {
		key, err := newKey()
		if err != nil {
			return nil, err
		}
		// the server reads the public half out of this form, not out of PKCS #8
		der, err := x509.MarshalECPrivateKey(key)
		if err != nil {
			return nil, err
		}
		if err := f.write("accounts.key", "EC PRIVATE KEY", der); err != nil {
			return nil, err
		}
	}
	server := &x509.Certificate{
		Subject:     pkix.Name{CommonName: "kube-apiserver"},
		DNSNames:    []string{"localhost", "kubernetes.default.svc"},
		IPAddresses: []net.IP{net.ParseIP("127.0.0.1"), net.ParseIP("::1"), net.ParseIP("10.96.0.1")},
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	if name != "" {
		server.DNSNames, server.IPAddresses = []string{name}, nil
	}
	if expired {
		server.NotBefore = time.Now().Add(-48 * time.Hour)
		server.NotAfter = time.Now().Add(-24 * time.Hour)
	}
	if err := f.issue("server", server); err != nil {
		return nil, err
	}
	admin := &x509.Certificate{
		Subject:     pkix.Name{CommonName: "admin", Organization: []string{"system:masters"}},
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth},
	}
	if err := f.issue("admin", admin); err != nil {
		return nil, err
	}
	tokens := fmt.Sprintf("%s,reader,reader\n%s,nobody,nobody\n", readerToken, nobodyToken)
	return f, os.WriteFile(f.path("tokens.csv"), []byte(tokens), 0o600)
}

func (f *identities) authority() error {
	certificate, err1 := os.ReadFile(f.path("ca.crt"))
	key, err2 := os.ReadFile(f.path("ca.key"))
	if err1 == nil && err2 == nil {
		return f.readAuthority(certificate, key)
	}
	caKey, err := newKey()
	if err != nil {
		return err
	}
	template := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		Subject:               pkix.Name{CommonName: "test authority"},
		NotBefore:             time.Now().Add(-72 * time.Hour),
		NotAfter:              time.Now().Add(10 * 365 * 24 * time.Hour),
		KeyUsage:              x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
		BasicConstraintsValid: true,
		IsCA:                  true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &caKey.PublicKey, caKey)
	if err != nil {
		return err
	}
	if err := f.write("ca.crt", "CERTIFICATE", der); err != nil {
		return err
	}
	f.caKey = caKey
	f.ca, err = x509.ParseCertificate(der)
	if err != nil {
		return err
	}
	return f.writeKey("ca.key", caKey)
}

func (f *identities) readAuthority(certificate, key []byte) error {
	block, _ := pem.Decode(certificate)
	keyBlock, _ := pem.Decode(key)
	if block == nil || keyBlock == nil {
		return fmt.Errorf("the authority in %s is not readable", f.folder)
	}
	ca, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return err
	}
	parsed, err := x509.ParsePKCS8PrivateKey(keyBlock.Bytes)
	if err != nil {
		return err
	}
	f.ca, f.caKey = ca, parsed.(*ecdsa.PrivateKey)
	return nil
}

// issue writes NAME.crt and NAME.key, for the authority's time unless the template has its own.
func (f *identities) issue(name string, template *x509.Certificate) error {
	key, err := newKey()
	if err != nil {
		return err
	}
	template.SerialNumber = big.NewInt(time.Now().UnixNano())
	template.KeyUsage = x509.KeyUsageDigitalSignature
	if template.NotAfter.IsZero() {
		template.NotBefore = time.Now().Add(-time.Hour)
		template.NotAfter = time.Now().Add(365 * 24 * time.Hour)
	}
	der, err := x509.CreateCertificate(rand.Reader, template, f.ca, &key.PublicKey, f.caKey)
	if err != nil {
		return err
	}
	if err := f.write(name+".crt", "CERTIFICATE", der); err != nil {
		return err
	}
	return f.writeKey(name+".key", key)
}

func newKey() (*ecdsa.PrivateKey, error) { return ecdsa.GenerateKey(elliptic.P256(), rand.Reader) }

func (f *identities) writeKey(name string, key *ecdsa.PrivateKey) error {
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return err
	}
	return f.write(name, "PRIVATE KEY", der)
}

func (f *identities) write(name, kind string, der []byte) error {
	block := pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
	return os.WriteFile(f.path(name), block, 0o600)
}

// writeKubeconfig writes one with a context for each way to be known: by certificate, with its key
// in the three forms that are found in the wild, and by token.
func (f *identities) writeKubeconfig(server string) (string, error) {
	sec1, err := f.otherForm()
	if err != nil {
		return "", err
	}
	if err := f.issueRSA("admin-rsa"); err != nil {
		return "", err
	}
	ca, err := f.base64("ca.crt")
	if err != nil {
		return "", err
	}
	crt, err := f.base64("admin.crt")
	if err != nil {
		return "", err
	}
	key, err := f.base64("admin.key")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "apiVersion: v1\nkind: Config\ncurrent-context: admin\nclusters:\n")
	fmt.Fprintf(&b, "- name: test\n  cluster:\n    server: %s\n    certificate-authority-data: %s\n", server, ca)
	fmt.Fprintf(&b, "contexts:\n")
	for _, name := range []string{"admin", "admin-sec1", "admin-pkcs1", "reader", "nobody", "stranger"} {
		fmt.Fprintf(&b, "- name: %s\n  context: {cluster: test, user: %s}\n", name, name)
	}
	fmt.Fprintf(&b, "users:\n")
	fmt.Fprintf(&b, "- name: admin\n  user:\n    client-certificate-data: %s\n    client-key-data: %s\n", crt, key)
	fmt.Fprintf(&b, "- name: admin-sec1\n  user:\n    client-certificate-data: %s\n    client-key-data: %s\n", crt, sec1)
	fmt.Fprintf(&b, "- name: admin-pkcs1\n  user:\n    client-certificate: admin-rsa.crt\n    client-key: admin-rsa.key\n")
	fmt.Fprintf(&b, "- name: reader\n  user: {token: %s}\n", readerToken)
	fmt.Fprintf(&b, "- name: nobody\n  user: {token: %s}\n", nobodyToken)
	fmt.Fprintf(&b, "- name: stranger\n  user: {token: no-such-token}\n")
	path := f.path("kubeconfig")
	return path, os.WriteFile(path, []byte(b.String()), 0o600)
}

func (f *identities) base64(name string) (string, error) {
	bytes, err := os.ReadFile(f.path(name))
	return base64.StdEncoding.EncodeToString(bytes), err
}

// otherForm is the administrator's key as SEC1, which many tools write and Java does not read.
func (f *identities) otherForm() (string, error) {
	bytes, err := os.ReadFile(f.path("admin.key"))
	if err != nil {
		return "", err
	}
	block, _ := pem.Decode(bytes)
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return "", err
	}
	der, err := x509.MarshalECPrivateKey(key.(*ecdsa.PrivateKey))
	if err != nil {
		return "", err
	}
	text := pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der})
	return base64.StdEncoding.EncodeToString(text), nil
}

func (f *identities) issueRSA(name string) error {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()),
		Subject:      pkix.Name{CommonName: "admin", Organization: []string{"system:masters"}},
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().Add(365 * 24 * time.Hour),
		KeyUsage:     x509.KeyUsageDigitalSignature,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, f.ca, &key.PublicKey, f.caKey)
	if err != nil {
		return err
	}
	if err := f.write(name+".crt", "CERTIFICATE", der); err != nil {
		return err
	}
	return f.write(name+".key", "RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(key))
}

func parseURLs(text string) ([]url.URL, error) {
	u, err := url.Parse(text)
	if err != nil {
		return nil, err
	}
	return []url.URL{*u}, nil
}
