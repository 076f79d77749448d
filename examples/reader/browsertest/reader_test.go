package browsertest

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var screenshots = flag.Bool("screenshots", false, "write docs/reader-*.png")

// start runs the reader as a user does and gives its address.
func start(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "reader")
	build := exec.Command("go", "build", "-o", binary, "./examples/reader")
	build.Dir = "../../.."
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	command := exec.Command(binary, "-addr", "127.0.0.1:0")
	stderr, err := command.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, command.Start())
	t.Cleanup(func() {
		assert.NoError(t, command.Process.Signal(os.Interrupt))
		assert.NoError(t, command.Wait(), "it ends well when it is asked to")
	})
	line, err := bufio.NewReader(stderr).ReadString('\n')
	require.NoError(t, err)
	address := strings.Fields(line)[1]
	require.Contains(t, address, "http://127.0.0.1:")
	return address
}

// browser is a headless Chromium with one tab; what its console says is kept.
type browser struct {
	t       *testing.T
	ctx     context.Context
	mu      sync.Mutex
	console []string
}

func newBrowser(t *testing.T) *browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium here: install the package chromium to test the page in a browser")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(1280, 900), chromedp.Flag("disable-quic", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &browser{t: t, ctx: ctx}
	require.NoError(t, chromedp.Listen(ctx, func(event any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			b.console = append(b.console, e.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			b.console = append(b.console, e.Entry.Text)
		case *page.EventJavascriptDialogOpening:
			b.console = append(b.console, "dialog: "+e.Message)
		}
	}))
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, log.Enable, cdp.Empty{})
		return err
	}), chromedp.EmulateViewport(1280, 900), colors("light"))
	return b
}

func colors(scheme string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
		}})
		return err
	})
}

// do acts in the page; what takes too long fails.
func (b *browser) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	require.NoError(b.t, chromedp.Do(ctx, actions...))
}

// script runs in the page.
func script(expression string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.Evaluate[bool]("("+expression+", true)")(ctx, t)
		return err
	})
}

// value is what an expression is in the page.
func value[T any](b *browser, expression string) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	require.NoError(b.t, err, expression)
	return v
}

// quiet fails if the page complained, as a browser does of what a policy
// forbids.
func (b *browser) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	assert.Empty(b.t, b.console)
	b.console = nil
}

func (b *browser) read(address, text string) {
	b.t.Helper()
	b.do(
		chromedp.Navigate(address), chromedp.WaitVisible(chromedp.CSS("#text")), chromedp.SetValue(chromedp.CSS("#text"), text),
		chromedp.Click(chromedp.CSS(".primary")), chromedp.WaitVisible(chromedp.CSS("article.text")),
	)
}

func (b *browser) sample(address string) {
	b.t.Helper()
	b.do(chromedp.Navigate(address), chromedp.Click(chromedp.CSS("button[name=sample]")), chromedp.WaitVisible(chromedp.CSS("article.text")))
}

func TestReader(t *testing.T) {
	b := newBrowser(t)
	address := start(t)

	t.Run("renders", func(t *testing.T) {
		b.sample(address)
		content, err := os.ReadFile("../sample.txt")
		require.NoError(t, err)
		assert.Equal(t, string(content), value[string](b, "document.querySelector('article').textContent"), "the article, to the letter")
		assert.Equal(t, "Shelling of Bus Station Kills at Least 17 in Donetsk as Each Side Blames the Other", value[string](b, "document.querySelector('h1').innerText.replace(/\\s+/g, ' ')"))
		assert.Greater(t, value[int](b, "document.querySelectorAll('.card').length"), 5)
		assert.Equal(t, 1, value[int](b, "[...document.querySelectorAll('.pane')].filter(p => !p.hidden).length"), "one tab is open")
		assert.False(t, value[bool](b, "document.documentElement.scrollWidth > innerWidth"), "nothing sticks out")
		for _, kind := range []string{"named", "organization", "anonymous"} {
			assert.True(t, value[bool](b, fmt.Sprintf("document.querySelector('.card.%s .kind').innerText === '%s'", kind, kind)), "said in words")
		}
		assert.Equal(t, 3, value[int](b, "new Set(['named','organization','anonymous'].map(k => getComputedStyle(document.querySelector('.q.' + k)).textDecorationStyle)).size"), "kinds of source differ in more than colour")
		b.quiet()
	})

	t.Run("highlights", func(t *testing.T) {
		b.sample(address)
		b.do(chromedp.Click(chromedp.CSS("#a1-tab-names")), chromedp.WaitVisible(chromedp.CSS("#a1-names")))
		assert.True(t, value[bool](b, "document.querySelector('#a1-sources').hidden"))
		item := "[...document.querySelectorAll('#a1-names li')].find(li => li.querySelector('.name').innerText === 'Donetsk')"
		mentions := value[int](b, item+".querySelectorAll('.refs a').length")
		assert.Greater(t, mentions, 2)
		b.do(script(item + ".querySelectorAll('.refs a')[1].click()"))
		assert.GreaterOrEqual(t, value[int](b, "document.querySelectorAll('article .lit').length"), mentions, "all its mentions are lit")
		assert.Equal(t, []string{"donetsk"}, value[[]string](b, "[...new Set([...document.querySelectorAll('article .lit')].map(e => e.innerText.toLowerCase()))]"))
		inView := func(selector string) bool {
			return value[bool](b, fmt.Sprintf("(() => { const r = document.querySelector(%q).getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight })()", selector))
		}
		assert.True(t, inView(":target"), "the page is where the link leads")

		b.do(chromedp.Click(chromedp.CSS("#a1-tab-casualties")), chromedp.WaitVisible(chromedp.CSS("#a1-casualties")))
		b.do(chromedp.MouseEvent("mouseMoved", 2, 2)) // or it points at what scrolls below it
		words := "(() => { const a = document.querySelector('tr[id=a1-row-c4] td a'); a.click(); return a.innerText })()"
		figure := value[string](b, words)
		assert.Contains(t, strings.ReplaceAll(figure, "\u200b", ""), value[string](b, "document.querySelector('article .c.lit').innerText"), "a figure leads to its words")
		assert.True(t, inView("article .c.lit"))

		// And back: a sign in the text opens the tab of what it stands for.
		b.do(script("document.querySelector('article .mark.anonymous').click()"))
		assert.False(t, value[bool](b, "document.querySelector('#a1-sources').hidden"))
		assert.True(t, inView(".card:target"))
		b.do(script("document.querySelector('article .c').click()"))
		assert.False(t, value[bool](b, "document.querySelector('#a1-casualties').hidden"), "words of the text too")
		b.do(chromedp.KeyEvent(kb.Escape))
		b.do(script("document.activeElement.blur()"), chromedp.MouseEvent("mouseMoved", 2, 2))
		assert.Zero(t, value[int](b, "document.querySelectorAll('.lit').length"), "Escape puts out the light")
		b.quiet()
	})

	t.Run("map", func(t *testing.T) {
		b.sample(address)
		b.do(chromedp.Click(chromedp.CSS("#a1-tab-map")), chromedp.WaitVisible(chromedp.CSS(".world")))
		assert.Greater(t, value[int](b, "document.querySelectorAll('.world > a').length"), 3)
		assert.Equal(t, value[int](b, "document.querySelectorAll('.places li').length"), value[int](b, "JSON.parse(atob(document.querySelector('a[download]').href.split(',')[1])).features.length"))
		b.do(script("document.querySelector('.world > a').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"))
		assert.NotZero(t, value[int](b, "document.querySelectorAll('article .lit').length"))
		assert.Empty(t, value[[]string](b, "performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))"), "nothing comes from elsewhere")
		b.quiet()
	})

	t.Run("keyboard", func(t *testing.T) {
		b.do(chromedp.Navigate(address), chromedp.WaitVisible(chromedp.CSS("#text")))
		assert.Equal(t, "text", value[string](b, "document.activeElement.id"), "one may paste at once")
		b.do(chromedp.KeyEvent("Police in Homs said two people died."))
		b.do(chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl)), chromedp.WaitVisible(chromedp.CSS("article.text"))) // Ctrl
		b.sample(address)
		b.do(chromedp.KeyEvent(kb.Tab))
		assert.Equal(t, "Skip to the article", value[string](b, "document.activeElement.innerText"))
		assert.True(t, value[bool](b, "document.activeElement.getBoundingClientRect().left >= 0"), "it is seen when it has the focus")
		b.do(chromedp.KeyEvent(kb.Enter))
		require.Eventually(t, func() bool { return value[string](b, "document.activeElement.id") == "a1" }, 5*time.Second, 20*time.Millisecond)
		reach := func(what, test string) {
			for range 400 {
				b.do(chromedp.KeyEvent(kb.Tab))
				if value[bool](b, "(e => "+test+")(document.activeElement)") {
					assert.True(t, value[bool](b, "getComputedStyle(document.activeElement).outlineStyle !== 'none'"), "the focus is seen on "+what)
					return
				}
			}
			t.Fatalf("Tab never comes to %s", what)
		}
		reach("a quote's sign in the text", "e.matches('article .mark')")
		assert.NotZero(t, value[int](b, "document.querySelectorAll('article .lit').length"), "focus lights as pointing does")
		reach("the tabs", "e.matches('[role=tab]')")
		b.do(chromedp.KeyEvent(kb.ArrowRight))
		assert.False(t, value[bool](b, "document.querySelector('#a1-casualties').hidden"))
		assert.Equal(t, "true", value[string](b, "document.activeElement.getAttribute('aria-selected')"))
		b.do(chromedp.KeyEvent(kb.End))
		assert.False(t, value[bool](b, "document.querySelector('#a1-names').hidden"))
		b.do(chromedp.KeyEvent(kb.ArrowRight))
		assert.False(t, value[bool](b, "document.querySelector('#a1-sources').hidden"), "round")
		b.do(chromedp.KeyEvent(kb.ArrowRight))
		reach("a figure's words", "e.matches('#a1-casualties td a')")
		b.do(chromedp.KeyEvent(kb.Enter))
		assert.NotZero(t, value[int](b, "document.querySelectorAll('article .c.lit').length"))
		b.quiet()
	})

	t.Run("accessible", func(t *testing.T) {
		for _, open := range []func(){func() { b.do(chromedp.Navigate(address), chromedp.WaitVisible(chromedp.CSS("#text"))) }, func() { b.sample(address) }} {
			open()
			assert.Equal(t, "en", value[string](b, "document.documentElement.lang"))
			assert.Equal(t, []int{1, 1, 1}, value[[]int](b, "['main', 'h1', 'header.bar'].map(s => document.querySelectorAll(s).length)"))
			assert.Empty(t, value[[]string](b, "[...document.querySelectorAll('a[href],button,input:not([type=hidden]),textarea:not([hidden])')].filter(e => !(e.innerText || e.getAttribute('aria-label') || (e.labels && e.labels.length) || e.textContent.trim())).map(e => e.outerHTML)"), "whatever can be used has a name")
			assert.Empty(t, value[[]string](b, "[...document.querySelectorAll('[aria-labelledby],[aria-controls],[aria-describedby]')].flatMap(e => ['aria-labelledby', 'aria-controls', 'aria-describedby'].map(a => e.getAttribute(a)).filter(id => id && !document.getElementById(id)))"), "references lead somewhere")
			assert.Empty(t, value[[]string](b, "(ids => ids.filter((id, i) => ids.indexOf(id) !== i))([...document.querySelectorAll('[id]')].map(e => e.id))"), "ids are there once")
		}
		for _, scheme := range []string{"light", "dark"} {
			b.do(colors(scheme))
			b.sample(address)
			assert.Empty(t, value[[]string](b, contrast), scheme)
		}
		b.do(colors("light"))
	})

	t.Run("narrow", func(t *testing.T) {
		b.do(chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile))
		b.sample(address)
		assert.LessOrEqual(t, value[int](b, "document.documentElement.scrollWidth"), 360, "it fits a telephone")
		b.do(chromedp.EmulateViewport(1280, 900))
	})

	t.Run("hostile", func(t *testing.T) {
		for reason, text := range map[string]string{
			"scripts":              "<script>document.title='owned'</script> Police in Homs said “<img src=x onerror=\"document.title='owned'\"> two people died”.",
			"handlers":             "\"><svg onload=document.title='owned'> ' onmouseover='document.title=1' Ali Hadi said: “javascript:document.title='owned'”.",
			"closing what is open": "</article></main></textarea></title></style></svg><script>document.title='owned'</script> Ali Hadi said two people died in Homs.",
			"right to left":        "\u202eevil\u202c رعد حمد said two people died in \u2066Homs\u2069. \u202e",
			"control characters":   "Ali\x01\x1b[2J Hadi said\u0000 two people died in Homs.",
			"templates":            "{{.Text}} {{template \"head\"}} Ali Hadi said ${1+1} two people died in Homs.",
		} {
			b.read(address, text)
			assert.NotEqual(t, "owned", value[string](b, "document.title"), reason)
			assert.Equal(t, 1, value[int](b, "document.scripts.length"), reason)
			assert.Zero(t, value[int](b, "document.querySelectorAll('img, iframe, object, [onload], [onerror], [onmouseover]').length"), reason)
			shown := strings.Map(func(r rune) rune {
				if r == 0 {
					return '\uFFFD'
				}
				return r
			}, text)
			assert.Equal(t, strings.ReplaceAll(shown, "\uFFFD", ""), strings.ReplaceAll(value[string](b, "document.querySelector('article').textContent"), "\uFFFD", ""), reason)
			b.quiet()
		}
		long := strings.Repeat("Police in Homs said two people died on Sunday. “We saw it,” Ali Hadi said.\n\n", 3000)
		b.do(chromedp.Navigate(address), chromedp.WaitVisible(chromedp.CSS("#text")))
		b.do(script("document.querySelector('#text').value = "+quote(long)+", document.querySelector('.primary').click()"), chromedp.WaitVisible(chromedp.CSS("article.text")))
		require.Eventually(t, func() bool { return value[string](b, "document.readyState") == "complete" }, time.Minute, 100*time.Millisecond)
		assert.Equal(t, len([]rune(long)), value[int](b, "document.querySelector('article').textContent.length"), "a quarter of a megabyte")
		b.do(chromedp.Navigate(address), chromedp.WaitVisible(chromedp.CSS("#text")))
		b.do(script("document.querySelector('#text').value = 'x'.repeat(1100000), document.querySelector('.primary').click()"), chromedp.WaitVisible(chromedp.CSS("[role=alert]")))
		assert.Contains(t, value[string](b, "document.querySelector('[role=alert]').innerText"), "longer than")
	})

	t.Run("files", func(t *testing.T) {
		b.do(chromedp.Navigate(address), chromedp.WaitVisible(chromedp.CSS("#text")))
		drop := func(name, content string) {
			b.do(script(fmt.Sprintf("(() => { const d = new DataTransfer(); d.items.add(new File([%q], %q)); document.body.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: d})) })()", content, name)))
		}
		drop("a.txt", "Two people died in Homs.")
		require.Eventually(t, func() bool {
			return value[string](b, "document.querySelector('#text').value") == "Two people died in Homs."
		}, 5*time.Second, 20*time.Millisecond)
		assert.Equal(t, "a.txt is ready to be read.", value[string](b, "document.querySelector('#dropped').innerText"))
		drop("page.html", "<p>x")
		require.Eventually(t, func() bool {
			return strings.Contains(value[string](b, "document.querySelector('#dropped').innerText"), "examples/webpage")
		}, 5*time.Second, 20*time.Millisecond)
	})

	t.Run("screenshots", func(t *testing.T) {
		if !*screenshots {
			t.Skip("go test -screenshots writes them to docs")
		}
		for _, shot := range []struct{ name, scheme, tab string }{
			{"reader-sources", "light", "#a1-tab-sources"}, {"reader-casualties", "light", "#a1-tab-casualties"}, {"reader-map-dark", "dark", "#a1-tab-map"},
		} {
			b.do(colors(shot.scheme))
			b.sample(address)
			b.do(chromedp.Click(chromedp.CSS(shot.tab)), script("document.activeElement.blur()"), chromedp.MouseEvent("mouseMoved", 2, 2), script("scrollTo(0, 0)"))
			png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
			require.NoError(t, err)
			require.NoError(t, os.WriteFile("../../../docs/"+shot.name+".png", png, 0o644))
		}
	})
}

func quote(s string) string { return fmt.Sprintf("%q", s) } // Go's escapes of such text are JavaScript's too

// contrast lists texts whose contrast to what is behind them is below 4.5 to 1
// (WCAG 2.2 AA; 3 to 1 for large text).
const contrast = `(() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = (c) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const lum = (c) => { const [r, g, b] = c.slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
  const behind = (e) => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return rgba("Canvas"); };
  for (const p of document.querySelectorAll(".pane")) p.hidden = false;
  const bad = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || e.closest("svg, [hidden], script, .skip, .hidden")) continue;
    const s = getComputedStyle(e), a = lum(rgba(s.color)), b = lum(behind(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05), size = parseFloat(s.fontSize);
    if (ratio < (size >= 24 || size >= 18.66 && s.fontWeight >= 700 ? 3 : 4.5)) bad.add(e.tagName + "." + e.className + " " + ratio.toFixed(2));
  }
  return [...bad];
})()`
