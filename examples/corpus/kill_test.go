//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// kills is how often the program is killed: a few times in ordinary runs, as
// often as CORPUS_KILLS says in long ones.
func kills(t *testing.T) int {
	if n, err := strconv.Atoi(os.Getenv("CORPUS_KILLS")); err == nil {
		return n
	}
	if testing.Short() {
		return 3
	}
	return 8
}

// program is the real program, built once.
var program string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "corpus")
	if err == nil {
		program = filepath.Join(folder, "corpus")
		command := exec.Command("go", "build", "-o", program, ".")
		command.Stderr = os.Stderr
		err = command.Run()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "cannot build the program:", err)
		os.Exit(1)
	}
	status := m.Run()
	os.RemoveAll(folder)
	os.Exit(status)
}

func makeCorpus(t *testing.T, n int) string {
	folder := filepath.Join(t.TempDir(), "in")
	require.NoError(t, os.MkdirAll(filepath.Join(folder, "sub"), 0o755))
	cities := [...]string{"Mosul", "Homs", "Kabul", "Cali", "Goma", "Lagos", "Manila"}
	var lines strings.Builder
	for i := range n {
		text := fmt.Sprintf("A car bomb killed at least %d people and wounded %d at a market in %s on Tuesday, police said.\n\nA doctor, speaking on condition of anonymity, said %d bodies had come in.", i%17+2, i%31+3, cities[i%len(cities)], i%17+3)
		if i%20 == 19 {
			require.NoError(t, os.WriteFile(filepath.Join(folder, "sub", fmt.Sprintf("%03d.txt", i)), []byte(text), 0o644))
			continue
		}
		line, err := json.Marshal(map[string]string{"id": fmt.Sprint(i), "text": text, "published": fmt.Sprintf("2024-03-%02d", 12+i%7), "outlet": fmt.Sprint("Outlet ", i%3)})
		require.NoError(t, err)
		lines.Write(append(line, '\n'))
		if i%50 == 0 {
			lines.WriteString("{not an article\n")
		}
	}
	require.NoError(t, os.WriteFile(filepath.Join(folder, "a.jsonl"), []byte(lines.String()), 0o644))
	return folder
}

func args(in, out string) []string {
	return []string{"-out", out, "-csv", "-analyses", "-events", "-checkpoint", "5", "-quiet", in}
}

// outputs are the files that must be the same however often a run was killed.
func outputs(t *testing.T, folder string) map[string]string {
	files := map[string]string{}
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	for _, e := range entries {
		switch name := e.Name(); name {
		case "checkpoint.json", "checkpoint.json.tmp", "summary.json", "summary.json.tmp", "lock", "work.jsonl":
		default:
			content, err := os.ReadFile(filepath.Join(folder, name))
			require.NoError(t, err)
			files[name] = string(content)
		}
	}
	return files
}

// TestKill kills the program with signal 9 at random moments, starts it again
// until it is through, and compares its files byte for byte with those of a run
// that nobody disturbed.
func TestKill(t *testing.T) {
	in := makeCorpus(t, 160)
	whole := filepath.Join(t.TempDir(), "whole")
	begin := time.Now()
	output, err := exec.Command(program, args(in, whole)...).CombinedOutput()
	require.NoError(t, err, "%s", output)
	took := time.Since(begin)
	want := outputs(t, whole)
	require.Greater(t, strings.Count(want["articles.jsonl"], "\n"), 150)

	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d, a whole run takes %v", seed, took)
	random := rand.New(rand.NewPCG(seed, 1))
	killed, runs := 0, 0
	for killed < kills(t) {
		out := filepath.Join(t.TempDir(), "out")
		within := took
		for runs++; ; within += took / 4 { // or a machine that slowed down would never come through
			command := exec.Command(program, args(in, out)...)
			require.NoError(t, command.Start())
			ended := make(chan error, 1)
			go func() { ended <- command.Wait() }()
			var err error
			select {
			case err = <-ended:
			case <-time.After(time.Duration(random.Int64N(int64(within)))):
				command.Process.Signal(syscall.SIGKILL)
				err = <-ended
			}
			if err == nil {
				break
			}
			status := command.ProcessState.Sys().(syscall.WaitStatus)
			require.True(t, status.Signaled() && status.Signal() == syscall.SIGKILL, "ended by itself: %v", err)
			killed++
		}
		require.Equal(t, want, outputs(t, out))
	}
	t.Logf("killed %d times in %d runs", killed, runs)
}

// TestInterrupt: Ctrl-C ends a run at a checkpoint, with a word on how to go on.
func TestInterrupt(t *testing.T) {
	in := makeCorpus(t, 600)
	out := filepath.Join(t.TempDir(), "out")
	command := exec.Command(program, args(in, out)...)
	var said strings.Builder
	command.Stderr = &said
	require.NoError(t, command.Start())
	require.Eventually(t, func() bool {
		info, err := os.Stat(filepath.Join(out, "articles.jsonl"))
		return err == nil && info.Size() > 0
	}, 30*time.Second, time.Millisecond)
	require.NoError(t, command.Process.Signal(os.Interrupt))
	command.Wait()
	require.Equal(t, 130, command.ProcessState.ExitCode(), said.String())
	require.Contains(t, said.String(), "goes on from here")
	output, err := exec.Command(program, args(in, out)...).CombinedOutput()
	require.NoError(t, err, "%s", output)
}

// TestFileLimit runs into the limit of the size of files, as into a full disk,
// and goes on when there is room.
func TestFileLimit(t *testing.T) {
	in := makeCorpus(t, 300)
	whole, out := filepath.Join(t.TempDir(), "whole"), filepath.Join(t.TempDir(), "out")
	require.NoError(t, exec.Command(program, args(in, whole)...).Run())
	shell := exec.Command("sh", append([]string{"-c", `ulimit -f 200; exec "$@"`, "sh", program}, args(in, out)...)...)
	output, err := shell.CombinedOutput()
	require.Error(t, err, "the limit was never met")
	require.Equal(t, 1, shell.ProcessState.ExitCode(), "%s", output)
	require.Contains(t, string(output), "cannot write")
	require.Contains(t, string(output), "make room and give the same command again")
	require.NotContains(t, string(output), "goroutine")
	for name, content := range outputs(t, out) {
		require.True(t, content == "" || strings.HasSuffix(content, "\n"), "%s ends in a whole line", name)
	}
	output, err = exec.Command(program, args(in, out)...).CombinedOutput()
	require.NoError(t, err, "%s", output)
	require.Equal(t, outputs(t, whole), outputs(t, out))
}

// TestFullDisk does the same on a small disk in memory, where one may be mounted.
func TestFullDisk(t *testing.T) {
	disk := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk).Run(); err != nil {
		t.Skip("cannot mount a small disk here: ", err)
	}
	defer exec.Command("umount", disk).Run()
	in := makeCorpus(t, 300)
	whole, out := filepath.Join(t.TempDir(), "whole"), filepath.Join(disk, "out")
	require.NoError(t, exec.Command(program, args(in, whole)...).Run())
	output, err := exec.Command(program, args(in, out)...).CombinedOutput()
	require.Error(t, err, "the disk never was full")
	require.Contains(t, string(output), "no space left on device")
	require.Contains(t, string(output), "make room and give the same command again")
	require.NoError(t, exec.Command("mount", "-o", "remount,size=64m", disk).Run())
	output, err = exec.Command(program, args(in, out)...).CombinedOutput()
	require.NoError(t, err, "%s", output)
	require.Equal(t, outputs(t, whole), outputs(t, out))
}
