// Package fetch gets web pages with the caution that an address from
// elsewhere needs: http and https only, public addresses only, with limits on
// time, size and redirects.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// Limits of a fetch.
const (
	Timeout      = 20 * time.Second // for everything together
	maxRedirects = 5
)

// Page is what a server answered.
type Page struct {
	URL         string // after redirects
	ContentType string
	Body        []byte
}

// Fetcher gets pages. It keeps no cookies and may be shared between goroutines.
type Fetcher struct {
	client  *http.Client
	maxBody int64
}

// New makes a fetcher. Unless allowPrivate, it refuses to connect to addresses
// that are not on the public internet, whatever name leads there: what an
// address book of a machine or network protects must not be read through it.
// It uses no proxy, which would resolve names beyond its control.
func New(allowPrivate bool, maxBody int64) *Fetcher {
	dialer := &net.Dialer{Timeout: Timeout / 2}
	if !allowPrivate {
		// Control sees the address after its name was resolved, for each
		// connection anew.
		dialer.Control = func(_, address string, _ syscall.RawConn) error { return checkAddress(address) }
	}
	return &Fetcher{maxBody: maxBody, client: &http.Client{
		Timeout: Timeout,
		Transport: &http.Transport{
			DialContext: dialer.DialContext, DisableKeepAlives: true,
			ResponseHeaderTimeout: Timeout / 2, MaxResponseHeaderBytes: 64 << 10, ForceAttemptHTTP2: true,
		},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fmt.Errorf("more than %d redirects", maxRedirects)
			}
			return checkURL(r.URL)
		},
	}}
}

// IsURL reports an argument that means an address rather than a file.
func IsURL(s string) bool {
	scheme, _, found := strings.Cut(s, "://")
	return found && !strings.ContainsAny(scheme, `/\.`)
}

// Get fetches a page.
func (f *Fetcher) Get(ctx context.Context, address string) (*Page, error) {
	u, err := url.Parse(address)
	if err == nil {
		err = checkURL(u)
	}
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", "dateline-webpage/1 (+https://github.com/dateline-go/dateline)")
	request.Header.Set("Accept", "text/html, application/xhtml+xml")
	response, err := f.client.Do(request)
	if err != nil {
		if wrapped, ok := errors.AsType[*url.Error](err); ok && wrapped.Timeout() {
			return nil, fmt.Errorf("no answer within %v", Timeout)
		}
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the server answered %s", response.Status)
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, f.maxBody+1))
	if err != nil {
		return nil, fmt.Errorf("the page broke off: %w", err)
	}
	if int64(len(body)) > f.maxBody {
		return nil, fmt.Errorf("the page has more than %d bytes", f.maxBody)
	}
	return &Page{response.Request.URL.String(), response.Header.Get("Content-Type"), body}, nil
}

func checkURL(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("cannot fetch %q: only http and https addresses are fetched", u.Redacted())
	}
	return nil
}

// reserved are ranges that netip's methods do not know as private.
var reserved = prefixes(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
	"198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", // IPv4: RFC 6890
	"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10", // IPv6: also those that stand for an IPv4 address
)

func prefixes(list ...string) (out []netip.Prefix) {
	for _, s := range list {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}

func checkAddress(address string) error {
	host, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := host.Addr().WithZone("").Unmap()
	public := ip.IsGlobalUnicast() && !ip.IsPrivate()
	for _, p := range reserved {
		public = public && !p.Contains(ip)
	}
	if !public {
		return fmt.Errorf("%v is not on the public internet; -allow-private reads it anyway", ip)
	}
	return nil
}
